#pragma once

#include <string>

namespace trivsel::session {

/** What both sessions ask their shell for: put these bytes, one whole frame, on the wire. */
struct SendFrame
{
    std::string bytes;
};

} // namespace trivsel::session
