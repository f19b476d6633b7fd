#pragma once

#include <string_view>

namespace trivsel::domain {

/** Six digits that anybody would try first: few different ones, counted up or down, or a half said twice.
 * `code` as from seal::readPasscode. */
[[nodiscard]] bool isObviousCode(std::string_view code);

} // namespace trivsel::domain
