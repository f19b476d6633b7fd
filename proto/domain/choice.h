#pragma once

#include "change.pb.h"

#include <string>

namespace trivsel::domain {

/** What was chosen in a field of a plan. Both empty: the choice was taken back. */
struct Choice
{
    std::string code;
    std::string words; // as they stood on the screen
};

void setChosen(wire::v1::Op &op, const Choice &choice);
/** Empty for an op that is no choice. */
[[nodiscard]] Choice chosenIn(const wire::v1::Op &op);

} // namespace trivsel::domain
