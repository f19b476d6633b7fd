#pragma once

#include "sync-server/commands/command.h"
#include "sync-server/office.h"
#include "sync-server/open_home.h"

#include <functional>
#include <optional>

namespace trivsel::server {

/** Opens the home, runs `work` while it holds the office's pen, commits. The command's exit code on trouble,
 * else nullopt. */
[[nodiscard]] std::optional<int>
writeHome(Context &context, const std::function<std::optional<int>(HomeStore &, Office &)> &work);

/** 1–60 characters on one line. */
[[nodiscard]] bool isName(std::string_view text);

} // namespace trivsel::server
