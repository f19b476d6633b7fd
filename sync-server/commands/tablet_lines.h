#pragma once

#include "sync-server/commands/command.h"
#include "sync-server/status.h"

#include <boost/json/object.hpp>

namespace trivsel::server {

/** How a tablet is shown to the office: name, kind, when it was here last, how far it is behind. */
[[nodiscard]] std::string tabletLine(const Context &context, const TabletStatus &tablet);
[[nodiscard]] boost::json::object tabletJson(const TabletStatus &tablet);

} // namespace trivsel::server
