#pragma once

#include <boost/json/value.hpp>
#include <string>

namespace trivsel::vectors {

/** JSON for people: what fits stands on one line, everything else is broken and indented. Ends with a
 * newline. */
[[nodiscard]] std::string pretty(const boost::json::value &value);

} // namespace trivsel::vectors
