#pragma once

#include "tests/support/test_server.h"
#include "tests/support/test_tablet.h"

#include <functional>

namespace trivsel::test {

struct RunOptions
{
    /** Frames that still arrive, both ways counted; then the line is cut and what is under way is lost. */
    std::size_t framesMax = SIZE_MAX;
    /** Called before each frame is handed over. */
    std::function<void()> before;
    /** Told every whole frame that is handed over, as bytes; `up` = to the server. */
    std::function<void(bool up, const std::string &frame)> seen;
    /** The server breaks the connection on a frame of the tablet's for which this says yes. */
    std::function<bool(const framing::Frame &)> breaksOn;
};

struct Run
{
    std::optional<Status> outcome; // none when the line was cut
    session::TabletProgress progress;
    std::size_t frames = 0;
    std::size_t bytes = 0;
    std::size_t roundTrips = 0;           // times that the tablet had to wait for answers
    std::vector<framing::FrameType> up;   // that arrived at the server
    std::vector<framing::FrameType> down; // that arrived at the tablet
    std::vector<session::NoteCursor> cursors;
    std::size_t items = 0; // changes that arrived at the tablet

    [[nodiscard]] bool ok() const { return outcome && outcome->has_value(); }
    [[nodiscard]] std::size_t count(framing::FrameType type) const;
};

/** One sync run over a line without sockets: frames go as bytes through the decoders. Stores at once. */
[[nodiscard]] Run sync(TestTablet &tablet, TestServer &server, const RunOptions &options = {});
/** The same for any tablet, such as a whole engine. */
[[nodiscard]] Run sync(session::TabletPort &tablet, const DeviceId &device, TestServer &server,
                       const RunOptions &options = {});

} // namespace trivsel::test
