#include "sync-server/escrow.h"

#include <algorithm>
#include <charconv>

namespace trivsel::server {
namespace {

constexpr std::string_view kField = "recovery.";

std::optional<std::uint32_t> versionOf(const std::string &field)
{
    if (!field.starts_with(kField)) {
        return std::nullopt;
    }
    std::uint32_t version = 0;
    const char *end = field.data() + field.size();
    const auto [at, error] = std::from_chars(field.data() + kField.size(), end, version);
    return error == std::errc() && at == end && version > 0 ? std::optional(version) : std::nullopt;
}

bool isBox(const wire::v1::Op &op)
{
    return versionOf(op.field()) && op.has_ref();
}

/** Boxes hold stream | key: the name within is authenticated, the entity beside it is not needed. */
Status putBox(journal::KeyDb &keys, const seal::BoxSecret &recovery, std::uint32_t version,
              const std::string &box, const std::function<bool(const StreamId &)> &isErased,
              std::size_t &count)
{
    auto plain = seal::openBox(recovery, box);
    if (!plain) {
        return {}; // not for us: what it should have opened is reported as a stream without key
    }
    const std::string_view bytes = *plain;
    constexpr std::size_t kStreamBytes = 17;
    const auto stream = StreamId::from(bytes.substr(0, kStreamBytes));
    const auto key =
        bytes.size() > kStreamBytes ? seal::StreamKey::from(bytes.substr(kStreamBytes)) : std::nullopt;
    Status put;
    if (stream && key && !isErased(*stream) && !keys.key(*stream, version)) {
        put = keys.put(*stream, version, *key);
        ++count;
    }
    seal::wipe(*plain);
    return put;
}

} // namespace

Result<std::set<std::uint32_t>> escrowVersions(journal::Journal &journal, const journal::KeyDb &keys,
                                               const StreamId &home,
                                               const std::function<bool(Incarnation)> &isOffice,
                                               const StreamId &stream)
{
    std::set<std::uint32_t> versions;
    TRIVSEL_TRY(journal.readStream(home, 0, [&](journal::StoredChange &&stored) {
        const auto key = keys.key(home, stored.change.key);
        const auto content = key && isOffice(stored.change.dot.inc)
                                 ? seal::readChange(stored.change, *key)
                                 : Result<wire::v1::Change>(fail(Errc::KeyMissing));
        if (!content) {
            return true;
        }
        for (const wire::v1::Op &op : content->ops()) {
            if (isBox(op) && op.entity() == stream.bits.str()) {
                versions.insert(*versionOf(op.field()));
            }
        }
        return true;
    }));
    return versions;
}

seal::BoxSecret recoverySecret(const seal::RecoverySeed &seed)
{
    return seal::BoxSecret{seal::derive(seed, seal::label::kRecoveryBox).data};
}

Result<std::size_t> keysFromEscrow(journal::Journal &journal, journal::KeyDb &keys, const StreamId &home,
                                   const std::function<bool(Incarnation)> &isOffice,
                                   const std::function<bool(const StreamId &)> &isErased,
                                   const seal::BoxSecret &recovery)
{
    std::size_t count = 0;
    Status done;
    // Change by change, not the fold: a box that somebody wrote over is still a box.
    TRIVSEL_TRY(journal.readStream(home, 0, [&](journal::StoredChange &&stored) {
        const auto key = keys.key(home, stored.change.key);
        const auto content = key && isOffice(stored.change.dot.inc)
                                 ? seal::readChange(stored.change, *key)
                                 : Result<wire::v1::Change>(fail(Errc::KeyMissing));
        if (!content) {
            return true;
        }
        for (const wire::v1::Op &op : content->ops()) {
            const auto version = versionOf(op.field());
            if (done && version && op.has_ref()) {
                done = putBox(keys, recovery, *version, op.ref(), isErased, count);
            }
        }
        return done.has_value();
    }));
    TRIVSEL_TRY(std::move(done));
    return count;
}

Result<EscrowPlaces> escrowOf(journal::Journal &journal, const journal::KeyDb &keys, const StreamId &home,
                              const std::function<bool(Incarnation)> &isOffice, const StreamId &stream)
{
    EscrowPlaces places;
    TRIVSEL_TRY(journal.readStream(home, 0, [&](journal::StoredChange &&stored) {
        const auto key = keys.key(home, stored.change.key);
        const auto content = key && isOffice(stored.change.dot.inc)
                                 ? seal::readChange(stored.change, *key)
                                 : Result<wire::v1::Change>(fail(Errc::KeyMissing));
        if (!content) {
            return true;
        }
        const auto boxes =
            std::count_if(content->ops().begin(), content->ops().end(), [&](const wire::v1::Op &op) {
                return isBox(op) && op.entity() == stream.bits.str();
            });
        if (boxes == content->ops_size() && boxes > 0) {
            places.alone.push_back(std::move(stored.change));
        } else {
            places.mixed += static_cast<std::size_t>(boxes);
        }
        return true;
    }));
    return places;
}

} // namespace trivsel::server
