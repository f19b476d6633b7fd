#pragma once

#include "app/engine/own_types.h"
#include "app/net/core.h"

#include <boost/json.hpp>
#include <string_view>

namespace trivsel::headless {

[[nodiscard]] boost::json::object toJson(const engine::OwnSnapshot &own);

/** own-choose, own-open, own-change: `resident`, `who`, `pictures` (three names). Waits for the worker, as a
 * person at the screen does; the core thread goes on meanwhile. nullopt: none of these. */
[[nodiscard]] std::optional<Result<boost::json::object>> tryPictures(net::Core &core, std::string_view name,
                                                                     const boost::json::object &in);

} // namespace trivsel::headless
