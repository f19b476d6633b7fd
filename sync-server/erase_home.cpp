#include "sync-server/erase_home.h"

#include "sync-server/escrow.h"
#include "sync-server/quarantine.h"

#include <algorithm>
#include <map>

namespace trivsel::server {
namespace {

/** Set with the erasure, gone when the files are scrubbed: a power cut in between is made good at the next
 * start. */
constexpr std::string_view kScrubMeta = "erasure.scrub";
constexpr std::string_view kDue = "due";
constexpr std::string_view kDone = "done";

Result<EscrowPlaces> escrowIn(HomeStore &store, const StreamId &stream)
{
    return escrowOf(
        store.journal(), store.keys(), store.server().homeStream,
        [&store](Incarnation inc) { return store.authority().isOwn(inc); }, stream);
}

bool isDue(HomeStore &store)
{
    const auto scrub = store.journal().meta(kScrubMeta);
    return !scrub || *scrub == kDue;
}

Status setScrub(HomeStore &store, std::string_view value)
{
    auto transaction = journal::Transaction::begin(store.journal().database());
    if (!transaction) {
        return tl::unexpected(transaction.error());
    }
    TRIVSEL_TRY(store.journal().setMeta(kScrubMeta, value));
    return transaction->commit();
}

/** Changes of `home` that hold nothing but boxes of the stream's keys, also those that were named in an
 * earlier try. */
Result<std::vector<Dot>> boxesOf(HomeStore &store, const domain::StreamInfo *info, const StreamId &stream)
{
    const auto found = escrowIn(store, stream);
    if (!found) {
        return tl::unexpected(found.error());
    }
    std::vector<Dot> dots = info != nullptr && info->erased ? info->erased->escrow : std::vector<Dot>();
    for (const seal::SealedChange &change : found->alone) {
        if (std::find(dots.begin(), dots.end(), change.dot) == dots.end()) {
            dots.push_back(change.dot);
        }
    }
    return dots;
}

Status eraseStream(HomeStore &store, Office &office, const ErasureOrder &order, const StreamId &stream)
{
    const StreamId home = store.server().homeStream;
    const domain::StreamInfo *info = office.home().streamInfo(stream);
    const auto boxes = boxesOf(store, info, stream);
    const auto fold = office.now(home);
    if (!boxes || !fold) {
        return tl::unexpected(boxes ? fold.error() : boxes.error());
    }
    if (info != nullptr && (!info->erased || info->erased->escrow != *boxes)) {
        domain::Erasure erasure = info->erased.value_or(order.what);
        erasure.escrow = *boxes;
        office.write(home, domain::writeErasure(stream, erasure, **fold));
    }
    const auto erased = store.journal().erase(stream);
    if (!erased) {
        return tl::unexpected(erased.error());
    }
    for (const Dot &dot : *boxes) {
        const auto box = store.journal().find({home, dot});
        if (!box) {
            return tl::unexpected(box.error());
        }
        const bool there = *box && !(*box)->change.gone;
        TRIVSEL_TRY(there ? store.journal().replace(seal::goneOf((*box)->change)) : Status());
    }
    return {};
}

Status closeResident(HomeStore &store, Office &office, const ErasureOrder &order)
{
    const domain::Person *known = office.home().person(order.resident);
    const auto fold = office.now(store.server().homeStream);
    if (known == nullptr || known->closed || !fold) {
        return fold ? Status() : tl::unexpected(fold.error());
    }
    domain::Person person = *known;
    person.closed = domain::Closed{domain::CloseReason::Ended, order.what.atMs};
    person.active = false;
    office.write(store.server().homeStream, domain::writePerson(person, **fold));
    return {};
}

bool isLeft(HomeStore &store, const StreamId &stream)
{
    const domain::StreamInfo *info = store.model().streamInfo(stream);
    const auto empty = store.journal().isErased(stream);
    const auto boxes = escrowIn(store, stream);
    return !empty || !*empty || !boxes || !boxes->alone.empty() || store.keys().newest(stream) != 0 ||
           (info != nullptr && !info->erased);
}

/** The orders that the log knows, put together from their streams. */
std::map<std::string, ErasureOrder> ordersOf(const domain::HomeModel &home)
{
    std::map<std::string, ErasureOrder> orders;
    for (const domain::StreamInfo &info : home.streams) {
        if (info.erased) {
            ErasureOrder &order = orders[info.erased->order.str()];
            order.what = *info.erased;
            order.what.escrow.clear();
            order.resident = info.about.value_or(PersonId());
            order.streams.push_back(info.id);
        }
    }
    return orders;
}

/** While a lost server is rebuilt, tablets that have carried an erasure out hand in the emptied escrow of its
 * keys before the erasure that makes it lawful: it lies in quarantine until then. */
Status admitEmptied(HomeStore &store)
{
    const auto held = store.journal().quarantined();
    if (!held) {
        return tl::unexpected(held.error());
    }
    for (const journal::Quarantined &one : *held) {
        const bool lawful = one.change.gone && one.change.stream.kind == StreamKind::Home &&
                            isGoneByOrder(store, one.change.id());
        if (!lawful) {
            continue;
        }
        const auto admitted = admit(store, one);
        if (!admitted) {
            return tl::unexpected(admitted.error());
        }
    }
    return {};
}

} // namespace

bool isGoneByOrder(const HomeStore &store, const ChangeId &change)
{
    if (change.stream != store.server().homeStream) {
        return store.isErased(change.stream);
    }
    const auto &streams = store.model().streams;
    return std::any_of(streams.begin(), streams.end(), [&change](const domain::StreamInfo &info) {
        return info.erased && std::find(info.erased->escrow.begin(), info.erased->escrow.end(), change.dot) !=
                                  info.erased->escrow.end();
    });
}

Result<ErasureScope> scopeOf(HomeStore &store, const PersonId &resident)
{
    ErasureScope scope;
    const auto held = store.journal().quarantined();
    if (!held) {
        return tl::unexpected(held.error());
    }
    for (const domain::StreamInfo &info : store.model().streams) {
        if (info.about != resident || info.erased) {
            continue;
        }
        if (info.hold) {
            scope.onHold.push_back(info.id);
        }
        ErasureScope::Stream stream{info.id, 0, 0};
        TRIVSEL_TRY(store.journal().readStream(info.id, 0, [&stream](journal::StoredChange &&stored) {
            stream.changes += stored.change.gone ? 0 : 1;
            return true;
        }));
        stream.held = static_cast<std::uint64_t>(
            std::count_if(held->begin(), held->end(),
                          [&info](const journal::Quarantined &one) { return one.change.stream == info.id; }));
        const auto boxes = escrowIn(store, info.id);
        if (!boxes) {
            return tl::unexpected(boxes.error());
        }
        scope.mixedEscrow += boxes->mixed;
        stream.boxes = static_cast<std::uint64_t>(
            std::count_if(boxes->alone.begin(), boxes->alone.end(),
                          [](const seal::SealedChange &box) { return !box.gone; }));
        const auto wrapped = store.keys().wrapped(info.id);
        if (!wrapped) {
            return tl::unexpected(wrapped.error());
        }
        stream.keys = wrapped->size();
        scope.streams.push_back(stream);
    }
    return scope;
}

Result<ErasureEvidence> evidenceOf(HomeStore &store, const std::vector<StreamId> &streams)
{
    ErasureEvidence evidence;
    const auto add = [&evidence](const seal::SealedChange &change) {
        if (!change.gone) {
            evidence.ciphertexts.push_back(change.ct);
        }
    };
    const auto held = store.journal().quarantined();
    if (!held) {
        return tl::unexpected(held.error());
    }
    for (const journal::Quarantined &one : *held) {
        if (std::find(streams.begin(), streams.end(), one.change.stream) != streams.end()) {
            add(one.change);
        }
    }
    for (const StreamId &stream : streams) {
        TRIVSEL_TRY(store.journal().readStream(stream, 0, [&add](journal::StoredChange &&stored) {
            add(stored.change);
            return true;
        }));
        const auto boxes = escrowIn(store, stream);
        const auto wrapped = store.keys().wrapped(stream);
        if (!boxes || !wrapped) {
            return tl::unexpected(boxes ? wrapped.error() : boxes.error());
        }
        std::for_each(boxes->alone.begin(), boxes->alone.end(), add);
        evidence.keys.insert(evidence.keys.end(), wrapped->begin(), wrapped->end());
        for (std::uint32_t version = 1; version <= store.keys().newest(stream); ++version) {
            if (const auto key = store.keys().key(stream, version)) {
                const auto bytes = key->view();
                evidence.keys.emplace_back(bytes.begin(), bytes.end());
            }
        }
    }
    return evidence;
}

Status carryOut(HomeStore &store, const Office::Ports &ports, const ErasureOrder &order)
{
    {
        auto office = Office::begin(store, ports);
        if (!office) {
            return tl::unexpected(office.error());
        }
        for (const StreamId &stream : order.streams) {
            TRIVSEL_TRY(eraseStream(store, *office, order, stream));
        }
        TRIVSEL_TRY(closeResident(store, *office, order));
        TRIVSEL_TRY(store.journal().setMeta(kScrubMeta, kDue));
        TRIVSEL_TRY(office->commit());
    }
    store.folds().clear();
    for (const StreamId &stream : order.streams) {
        TRIVSEL_TRY(store.keys().destroy(stream));
    }
    TRIVSEL_TRY(store.journal().scrub());
    return setScrub(store, kDone);
}

Result<std::size_t> finishErasures(HomeStore &store, const HomePaths &paths, const Office::Ports &ports)
{
    const auto known = readErased(paths.erased());
    if (!known) {
        return tl::unexpected(known.error());
    }
    store.setErasedByFile(streamsOf(*known));
    std::map<std::string, ErasureOrder> orders = ordersOf(store.model());
    for (const ErasureOrder &order : *known) {
        ErasureOrder &whole = orders.try_emplace(order.what.order.str(), order).first->second;
        for (const StreamId &stream : order.streams) {
            if (std::find(whole.streams.begin(), whole.streams.end(), stream) == whole.streams.end()) {
                whole.streams.push_back(stream);
            }
        }
    }
    const bool due = isDue(store);
    std::size_t count = 0;
    for (const auto &[id, order] : orders) {
        const bool written =
            std::any_of(known->begin(), known->end(), [&order = order](const ErasureOrder &one) {
                return one.what.order == order.what.order && one.streams.size() == order.streams.size();
            });
        TRIVSEL_TRY(written ? Status() : appendErased(paths.erased(), order));
        const bool left = std::any_of(order.streams.begin(), order.streams.end(),
                                      [&store](const StreamId &stream) { return isLeft(store, stream); });
        if (left || due) {
            TRIVSEL_TRY(carryOut(store, ports, order));
            ++count;
        }
    }
    TRIVSEL_TRY(orders.empty() ? Status() : admitEmptied(store));
    return count;
}

} // namespace trivsel::server
