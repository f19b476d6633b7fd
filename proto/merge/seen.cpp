#include "proto/merge/seen.h"

#include "proto/base/limits.h"
#include "proto/base/mutant.h"

namespace trivsel::merge {

Head seenOf(const wire::v1::Dot &named)
{
    const bool byIdOnly = TRIVSEL_MUTANT("seen-names-ids-only");
    return {{Incarnation{named.inc()}, named.ctr()}, byIdOnly ? 0 : named.hash()};
}

std::vector<Head> seenOf(const google::protobuf::RepeatedPtrField<wire::v1::Dot> &named)
{
    std::vector<Head> out;
    out.reserve(static_cast<std::size_t>(named.size()));
    for (const wire::v1::Dot &dot : named) {
        out.push_back(seenOf(dot));
    }
    return out;
}

wire::v1::Dot toWire(const Head &head)
{
    wire::v1::Dot out;
    out.set_inc(static_cast<std::uint64_t>(head.inc));
    out.set_ctr(head.ctr);
    out.set_hash(head.hash);
    return out;
}

void addSeen(wire::v1::Op &op, std::span<const Head> heads)
{
    for (const Head &head : heads) {
        if (static_cast<std::size_t>(op.seen_size()) == limits::kSeenPerOpMax) {
            return;
        }
        *op.add_seen() = toWire(head);
    }
}

} // namespace trivsel::merge
