#include "sync-server/signers.h"

namespace trivsel::server {

Result<std::optional<DeviceId>> signerOf(journal::Journal &journal, const seal::SealedChange &change,
                                         const std::function<bool(const DeviceId &)> &counts)
{
    const auto proofs = journal.proofsFor(change.stream, {change.dot.inc, change.dot.ctr, change.dot.ctr});
    if (!proofs) {
        return tl::unexpected(proofs.error());
    }
    for (const wire::v1::Proof &proof : *proofs) {
        const auto device = DeviceId::from(proof.device());
        if (!device || !counts(*device)) {
            continue;
        }
        const auto head = journal.headAt(change.stream, {change.dot.inc, proof.last()});
        if (head && head->str() == proof.head()) {
            return device;
        }
        if (!head && head.error().code() != Errc::NotFound) {
            return tl::unexpected(head.error());
        }
    }
    return std::nullopt;
}

} // namespace trivsel::server
