#pragma once

#include "app/engine/engine.h"

#include <boost/json.hpp>
#include <string_view>

namespace trivsel::headless {

using Command = Result<boost::json::object> (*)(engine::Engine &, const boost::json::object &);

/** nullptr when there is no such command. Each runs on the core thread; its answer means that it is on disk.
 */
[[nodiscard]] Command findCommand(std::string_view name);

} // namespace trivsel::headless
