#pragma once

#include <boost/json/array.hpp>

namespace trivsel::vectors {

/** Folding cases. What is expected was written down by a person from proto/README.md; no program of ours
 * computed it. */
[[nodiscard]] boost::json::array foldVectors();

} // namespace trivsel::vectors
