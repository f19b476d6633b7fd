#include "app/engine/wire_dots.h"

#include "proto/base/limits.h"

namespace trivsel::engine {

wire::v1::Dot toWire(const Dot &dot)
{
    wire::v1::Dot out;
    out.set_inc(static_cast<std::uint64_t>(dot.inc));
    out.set_ctr(dot.ctr);
    return out;
}

Dot fromWire(const wire::v1::Dot &dot)
{
    return {Incarnation{dot.inc()}, dot.ctr()};
}

void addSeen(wire::v1::Op &op, const std::vector<Dot> &heads)
{
    for (const Dot &head : heads) {
        if (static_cast<std::size_t>(op.seen_size()) == limits::kSeenPerOpMax) {
            return;
        }
        *op.add_seen() = toWire(head);
    }
}

} // namespace trivsel::engine
