#include "sync-server/recovery.h"

#include "proto/session/range_set.h"
#include "sync-server/erase_home.h"
#include "sync-server/people.h"

#include <algorithm>
#include <map>
#include <set>

namespace trivsel::server {
namespace {

/**
 * What is known to have been in a stream. Anybody who may write there may name any counter, and counters run
 * to 2^63: up to kBelievedMax the places below are believed to have been there; beyond it only those that
 * were named one by one.
 */
class Expected
{
public:
    void reaches(const Dot &dot)
    {
        if (dot.ctr <= kBelievedMax) {
            std::uint64_t &last = m_last[dot.inc];
            last = std::max(last, dot.ctr);
        } else {
            m_named.insert(dot);
        }
    }
    [[nodiscard]] bool doubtful() const { return !m_named.empty(); }

    /** Counters run from 1 without holes: what is not held below the highest was lost. */
    [[nodiscard]] std::uint64_t missing(const std::vector<journal::Range> &held) const
    {
        const session::RangeSet here(held);
        std::uint64_t out = 0;
        for (const auto &[inc, last] : m_last) {
            for (const journal::Range &hole : here.missing({inc, 1, last})) {
                out += hole.last - hole.first + 1;
            }
        }
        out += static_cast<std::uint64_t>(std::count_if(
            m_named.begin(), m_named.end(), [&here](const Dot &dot) { return !here.contains(dot); }));
        return out;
    }

private:
    /** More than a tablet writes in one start: a change each second for eleven days. */
    static constexpr std::uint64_t kBelievedMax = 1'000'000;
    std::map<Incarnation, std::uint64_t> m_last;
    std::set<Dot> m_named;
};

void addSeen(const wire::v1::Change &content, Expected &expected)
{
    for (const wire::v1::Op &op : content.ops()) {
        for (const wire::v1::Dot &dot : op.seen()) {
            expected.reaches({Incarnation{dot.inc()}, dot.ctr()});
        }
    }
}

Status readStream(HomeStore &store, RecoveredStream &out)
{
    const auto held = store.journal().ranges(out.stream);
    if (!held) {
        return tl::unexpected(held.error());
    }
    Expected expected;
    for (const journal::Range &range : *held) {
        out.changes += range.last - range.first + 1;
        expected.reaches({range.inc, range.last});
        const auto proofs = store.journal().proofsFor(out.stream, {range.inc, range.last, range.last});
        if (!proofs) {
            return tl::unexpected(proofs.error());
        }
        for (const wire::v1::Proof &proof : *proofs) {
            expected.reaches({range.inc, proof.last()});
        }
    }
    TRIVSEL_TRY(store.journal().readStream(out.stream, 0, [&](journal::StoredChange &&stored) {
        out.gone += stored.change.gone && !isGoneByOrder(store, stored.change.id()) ? 1 : 0;
        const auto key = store.keys().key(out.stream, stored.change.key);
        if (const auto content = key ? seal::readChange(stored.change, *key)
                                     : Result<wire::v1::Change>(fail(Errc::KeyMissing))) {
            addSeen(*content, expected);
        }
        return true;
    }));
    out.missing = expected.missing(*held);
    out.doubtful = expected.doubtful();
    return {};
}

std::string nameOf(const std::vector<NamedPerson> &people, const std::optional<PersonId> &about)
{
    const auto found = std::find_if(people.begin(), people.end(),
                                    [&](const NamedPerson &one) { return about && one.person.id == *about; });
    return found != people.end() ? found->name : std::string();
}

} // namespace

bool RecoveredStream::whole() const
{
    return key && missing == 0 && gone == 0 && !doubtful;
}

bool RecoveryReport::complete() const
{
    return std::all_of(streams.begin(), streams.end(),
                       [](const RecoveredStream &one) { return one.whole(); }) &&
           tabletsMissing.empty() && held == 0;
}

bool RecoveryReport::wordsComplete() const
{
    return std::all_of(streams.begin(), streams.end(), [](const RecoveredStream &one) {
        return one.whole() || one.stream.kind == StreamKind::Audit;
    });
}

std::uint64_t RecoveryReport::looksMissing() const
{
    std::uint64_t count = 0;
    for (const RecoveredStream &one : streams) {
        count += one.stream.kind == StreamKind::Audit ? one.missing + one.gone : 0;
    }
    return count;
}

Result<std::vector<DeviceId>> tabletsDone(HomeStore &store)
{
    const auto contacts = store.contacts().all();
    if (!contacts) {
        return tl::unexpected(contacts.error());
    }
    std::vector<DeviceId> done;
    for (const Contact &contact : *contacts) {
        const auto here = store.journal().positionAt(contact.cursor.seq);
        if (!here) {
            return tl::unexpected(here.error());
        }
        if (contact.cursor.seq > 0 && *here == contact.cursor) {
            done.push_back(contact.device);
        }
    }
    return done;
}

Result<std::uint64_t> checkProofs(HomeStore &store)
{
    auto transaction = journal::Transaction::begin(store.journal().database());
    if (!transaction) {
        return tl::unexpected(transaction.error());
    }
    auto dropped = store.journal().dropProofs([&store](const wire::v1::Proof &proof) {
        const auto device = DeviceId::from(proof.device());
        const auto key = device ? store.signKey(*device) : std::nullopt;
        return key && seal::checkSignature(proof, *key);
    });
    if (!dropped) {
        return dropped;
    }
    TRIVSEL_TRY(transaction->commit());
    return dropped;
}

Result<RecoveryReport> readRecovery(HomeStore &store)
{
    RecoveryReport report;
    report.home = store.model().name;
    report.keys = store.keys().all().size();
    const auto everybody = people(store);
    const auto done = tabletsDone(store);
    const auto held = store.journal().quarantined();
    if (!everybody || !done || !held) {
        return tl::unexpected(!everybody ? everybody.error() : !done ? done.error() : held.error());
    }
    report.held = held->size();
    report.heldClosed = static_cast<std::uint64_t>(
        std::count_if(held->begin(), held->end(), [&store](const journal::Quarantined &one) {
            return one.reason == wire::v1::UNKNOWN_KEY &&
                   !store.keys().key(one.change.stream, one.change.key);
        }));
    std::set<StreamId> streams{store.server().homeStream};
    std::map<StreamId, std::optional<PersonId>> about;
    for (const domain::StreamInfo &info : store.model().streams) {
        if (info.erased) {
            continue; // its places are empty by order
        }
        streams.insert(info.id);
        about[info.id] = info.about;
    }
    for (const StreamId &stream : streams) {
        RecoveredStream one;
        one.stream = stream;
        one.about = nameOf(*everybody, about[stream]);
        one.key = store.keys().newest(stream) != 0;
        TRIVSEL_TRY(readStream(store, one));
        report.changes += one.changes;
        report.streams.push_back(std::move(one));
    }
    for (const domain::Device &device : store.model().devices) {
        const bool here = std::find(done->begin(), done->end(), device.id) != done->end();
        (here ? report.tabletsHere : report.tabletsMissing).push_back(device.name);
    }
    return report;
}

} // namespace trivsel::server
