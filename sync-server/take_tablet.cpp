#include "sync-server/take_tablet.h"

#include <algorithm>

namespace trivsel::server {
namespace {

/** Nobody vouches for it: the tablet's signing key is gone, too. */
wire::v1::QuarantineReason reasonFor(bool taken)
{
    return taken ? wire::v1::ID_COLLISION : wire::v1::BAD_PROOF;
}

} // namespace

Result<std::size_t> takeTablet(HomeStore &store, const std::filesystem::path &journal, const DeviceId &device,
                               std::int64_t nowMs)
{
    journal::OpenOptions options;
    options.readOnly = true;
    auto theirs = journal::Journal::open(journal, options);
    const auto streams =
        theirs ? theirs->streams() : Result<std::vector<StreamId>>(tl::unexpected<Error>(theirs.error()));
    if (!streams) {
        return tl::unexpected(streams.error());
    }
    const StreamId home = store.server().homeStream;
    if (std::find(streams->begin(), streams->end(), home) == streams->end()) {
        return fail(Errc::WrongHome, "a tablet of another home");
    }
    auto transaction = journal::Transaction::begin(store.journal().database());
    if (!transaction) {
        return tl::unexpected(transaction.error());
    }
    std::size_t taken = 0;
    Status held;
    TRIVSEL_TRY(theirs->readLog(0, [&](journal::StoredChange &&stored) {
        const seal::SealedChange &change = stored.change;
        if (change.gone || change.stream == home || store.isErased(change.stream)) {
            return true;
        }
        const auto known = store.journal().find({change.stream, change.dot});
        if (!known) {
            held = tl::unexpected(known.error());
        } else if (!*known || (*known)->change.hash != change.hash) {
            held = store.journal().quarantine(device, change, reasonFor(known->has_value()), nowMs);
            ++taken;
        }
        return held.has_value();
    }));
    TRIVSEL_TRY(held);
    TRIVSEL_TRY(transaction->commit());
    return taken;
}

} // namespace trivsel::server
