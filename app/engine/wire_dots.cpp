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

std::vector<Dot> fromWire(const google::protobuf::RepeatedPtrField<wire::v1::Dot> &dots)
{
    std::vector<Dot> out;
    out.reserve(static_cast<std::size_t>(dots.size()));
    for (const wire::v1::Dot &dot : dots) {
        out.push_back(fromWire(dot));
    }
    return out;
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
