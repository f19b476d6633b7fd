#include "app/engine/sync_port.h"

#include "app/engine/rescue_file.h"
#include "proto/domain/device_rights.h"
#include "proto/seal/wipe.h"

#include <algorithm>

namespace trivsel::engine {

Status SyncPort::noteRevoked(const StreamId &stream)
{
    const auto held = m.store->journal().setHash(stream);
    if (!held) {
        return tl::unexpected(held.error());
    }
    const bool here = *held != Hash256{} || m.store->keys().newest(stream) != 0;
    if (!here || m.withdrawn.contains(stream)) {
        return {};
    }
    // What is typed for one stream lies sealed with the key of the narrowest that is open.
    const auto whose = m.home.ownerOf(stream);
    if (whose && m.settleSentOf) {
        TRIVSEL_TRY(m.settleSentOf(*whose));
    } else {
        TRIVSEL_TRY(m.settleSent ? m.settleSent() : Status());
    }
    const std::vector<domain::StreamInfo> streams = m.home.model().streams;
    for (const domain::StreamInfo &info : streams) {
        if (m.settlePlans && whose && info.about == whose) {
            TRIVSEL_TRY(m.settlePlans(info.id));
        }
    }
    TRIVSEL_TRY(m.store->write([&] { return m.withdrawn.add(stream); }));
    m.leaveIfOpen(whose);
    return {};
}

Status SyncPort::takeAlong(const PersonId &resident)
{
    m_takenSince = true;
    return m.store->write([&]() -> Status {
        TRIVSEL_TRY(m.trips.take(resident));
        // Their keys are told anew, also when the office has not heard that they were home in between.
        m_next.set_grants(0);
        return keepState();
    });
}

Status SyncPort::endTrip(const PersonId &resident)
{
    const auto along = m.trips.along();
    if (std::find(along.begin(), along.end(), resident) == along.end()) {
        return {};
    }
    const domain::Device *self = m.home.model().device(m.identity.device);
    std::vector<StreamId> streams;
    for (const domain::StreamInfo &info : m.home.model().streams) {
        // What stays on the device anyway is not taken off.
        if (self != nullptr && info.about == resident && domain::onlyAlong(*self, info.id)) {
            streams.push_back(info.id);
        }
    }
    TRIVSEL_TRY(m.settleSentOf ? m.settleSentOf(resident) : Status());
    for (const StreamId &stream : streams) {
        TRIVSEL_TRY(m.settlePlans ? m.settlePlans(stream) : Status());
    }
    TRIVSEL_TRY(m.store->write([&]() -> Status {
        TRIVSEL_TRY(m.trips.bringHome(resident));
        for (const StreamId &stream : streams) {
            TRIVSEL_TRY(m.withdrawn.add(stream));
        }
        return {};
    }));
    m.leaveIfOpen(resident);
    return m.withdrawn.letGo();
}

Status SyncPort::letGo()
{
    TRIVSEL_TRY(eraseKnown());
    return m.withdrawn.letGo();
}

Status SyncPort::checkWipe(const wire::v1::Wipe &wipe)
{
    const auto key = m.authority.key();
    if (!key) {
        return fail(Errc::Malformed, "an order of a server that does not say its key");
    }
    TRIVSEL_TRY(seal::checkWipe(wipe, m.identity.home, m.identity.device, *key));
    TRIVSEL_TRY(m.settleSent ? m.settleSent() : Status());
    TRIVSEL_TRY(m.closeRounds ? m.closeRounds() : Status());
    const auto streams = m.store->journal().streams();
    if (!streams || !m.settlePlans) {
        return streams ? Status() : tl::unexpected(streams.error());
    }
    for (const StreamId &stream : *streams) {
        TRIVSEL_TRY(m.settlePlans(stream));
    }
    return {};
}

/** Sealed under the home's key, which the office has and which goes from here: nobody who finds it can read
 * it. */
Status SyncPort::leaveRescueFile()
{
    const auto kept = m.store->journal().quarantined();
    if (!kept || kept->empty()) {
        return kept ? Status() : tl::unexpected(kept.error());
    }
    const auto file = m.store->dir().leftFor(m.identity.device);
    std::error_code failed;
    std::filesystem::remove(file, failed); // of a try that was cut off: all of it is still here
    const auto written = RescueFile(m).write(file);
    return written ? Status() : tl::unexpected(written.error());
}

Status SyncPort::wipe()
{
    if (m.outbox.count(Outbox::State::Pending) > 0) {
        return fail(Errc::Internal, "something that waits here was not handed in"); // the next run does
    }
    TRIVSEL_TRY(leaveRescueFile());
    // Then the mark: whatever happens from here on, the next start goes on with it.
    TRIVSEL_TRY(m.store->dir().markEmptied());
    m_emptied = true;
    m.leave();
    m.home.clear();
    for (const journal::KeyRow &row : m.store->keys().all()) {
        if (m.store->keys().newest(row.stream) == row.version) { // once for each stream
            TRIVSEL_TRY(m.store->keys().destroy(row.stream));
        }
    }
    return {};
}

} // namespace trivsel::engine
