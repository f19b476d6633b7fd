#pragma once

#include "change.pb.h"
#include "proto/merge/register.h"

#include <span>
#include <vector>

namespace trivsel::merge {

/** What an op names in `seen`. */
[[nodiscard]] Head seenOf(const wire::v1::Dot &named);
[[nodiscard]] std::vector<Head> seenOf(const google::protobuf::RepeatedPtrField<wire::v1::Dot> &named);
[[nodiscard]] wire::v1::Dot toWire(const Head &head);
/** Names what was shown when the form was opened. At most limits::kSeenPerOpMax in all; a head that is left
 * out only stays beside, nothing is lost. */
void addSeen(wire::v1::Op &op, std::span<const Head> heads);

} // namespace trivsel::merge
