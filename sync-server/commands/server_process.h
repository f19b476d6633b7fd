#pragma once

#include <string>

namespace trivsel::server {

/** A peer that has gone is no reason to die. */
void prepareServerProcess();
/** To stderr, or to a file; false when that can't be written. Counts and ids only ever go into the log: no
 * names, no words. */
[[nodiscard]] bool startLog(const std::string &file);
/** Nothing is logged: for commands that a person runs and reads. */
void noLog();

} // namespace trivsel::server
