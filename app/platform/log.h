#pragma once

namespace trivsel::platform {

/** Qt's and QML's messages go to the program's log on stderr, one line each, with their level. Call once,
 * first thing. */
void installLog();

} // namespace trivsel::platform
