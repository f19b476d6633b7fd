#pragma once

#include "sync-server/commands/write_home.h"

#include <functional>
#include <optional>
#include <string>

namespace trivsel::server {

/**
 * Something looks like a mistake: at a terminal the sentence and a question; in a pipe, or with --json, the
 * sentence and how to say it anyway. nullopt when the office means it, else the exit code. Nothing may be
 * held locked meanwhile: people take their time.
 */
[[nodiscard]] std::optional<int> askAnyway(const Context &context, const std::string &objection);

/** writeHome() for work that says in `odd` why it should be asked about, and then writes nothing. `odd` is
 * nullptr with --anyway, and when the office has said yes. */
using OddWork = std::function<std::optional<int>(HomeStore &, Office &, std::string *odd)>;
[[nodiscard]] std::optional<int> writeUnlessOdd(Context &context, const Values &values, const OddWork &work);

/** Whether a typed line means yes, in either language. */
[[nodiscard]] bool isYes(std::string_view line);
[[nodiscard]] bool isNo(std::string_view line);

} // namespace trivsel::server
