#pragma once

#include "change.pb.h"
#include "proto/base/ids.h"

#include <vector>

namespace trivsel::engine {

/** Dots between our own type and the wire's. */
[[nodiscard]] wire::v1::Dot toWire(const Dot &dot);
[[nodiscard]] Dot fromWire(const wire::v1::Dot &dot);
[[nodiscard]] std::vector<Dot> fromWire(const google::protobuf::RepeatedPtrField<wire::v1::Dot> &dots);
/** At most limits::kSeenPerOpMax of them; a head that is left out only stays beside, nothing is lost. */
void addSeen(wire::v1::Op &op, const std::vector<Dot> &heads);

} // namespace trivsel::engine
