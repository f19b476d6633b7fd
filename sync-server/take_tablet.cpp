#include "sync-server/take_tablet.h"

#include "sync-server/reissues.h"

namespace trivsel::server {
namespace {

/** Nobody vouches for it: the tablet's signing key is gone, too. */
wire::v1::QuarantineReason reasonFor(bool taken)
{
    return taken ? wire::v1::ID_COLLISION : wire::v1::BAD_PROOF;
}

/** False: it is here, or is not to come back. */
Result<bool> holdOne(HomeStore &store, const DeviceId &device, const seal::SealedChange &change,
                     wire::v1::QuarantineReason why, std::int64_t nowMs)
{
    if (change.gone || change.stream == store.server().homeStream || store.isErased(change.stream)) {
        return false;
    }
    const auto known = store.journal().find(change.id());
    const auto reissued = isReissued(store.journal(), change);
    if (!known || !reissued) {
        return tl::unexpected(known ? reissued.error() : known.error());
    }
    const bool here = *known && (*known)->change.hash == change.hash;
    if (*reissued || (here && !(*known)->change.gone)) {
        return false;
    }
    const auto reason = why == wire::v1::QUARANTINE_NONE ? reasonFor(known->has_value()) : why;
    TRIVSEL_TRY(store.journal().quarantine(device, change, reason, nowMs));
    return store.journal().database().changes() > 0; // else it is held already
}

} // namespace

Result<TakenTablet> takeTablet(HomeStore &store, const std::filesystem::path &journal, const DeviceId &device,
                               std::int64_t nowMs)
{
    journal::OpenOptions options;
    options.readOnly = true;
    auto theirs = journal::Journal::open(journal, options);
    // By its own row: others may be damaged.
    const auto lamport = theirs ? theirs->lamport(store.server().homeStream)
                                : Result<std::uint64_t>(tl::unexpected<Error>(theirs.error()));
    if (!lamport) {
        return tl::unexpected(lamport.error());
    }
    if (*lamport == 0) {
        return fail(Errc::WrongHome, "a tablet of another home");
    }
    auto transaction = journal::Transaction::begin(store.journal().database());
    if (!transaction) {
        return tl::unexpected(transaction.error());
    }
    TakenTablet taken;
    const auto damaged =
        theirs->salvage([&](seal::SealedChange &&change, wire::v1::QuarantineReason why) -> Status {
            const auto held = holdOne(store, device, change, why, nowMs);
            taken.held += held && *held ? 1 : 0;
            return held ? Status() : tl::unexpected<Error>(held.error());
        });
    if (!damaged) {
        return tl::unexpected(damaged.error());
    }
    taken.damaged = *damaged;
    TRIVSEL_TRY(transaction->commit());
    return taken;
}

} // namespace trivsel::server
