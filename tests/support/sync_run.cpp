#include "tests/support/sync_run.h"

#include "tests/support/must.h"

#include <algorithm>
#include <deque>

namespace trivsel::test {

using framing::FrameType;

namespace {

constexpr std::int64_t kTabletMs = 1'700'000'000'000;
constexpr std::int64_t kServerMs = kTabletMs + 5'000;

class Line
{
public:
    Line(session::TabletPort &tablet, const DeviceId &device, TestServer &server, const RunOptions &options)
        : m_server(server),
          m_options(options),
          m_tabletSession(tablet, "test"),
          m_serverSession(server, server.facts(device))
    {
    }

    Run run()
    {
        m_tabletSession.start(kTabletMs);
        while (drainTablet() && drainServer() && m_run.frames <= m_options.framesMax) {
            if (m_up.empty() && m_down.empty()) {
                break; // somebody waits for nothing: no outcome, and the test says so
            }
            deliverAll(m_up, m_run.up, [this](const framing::Frame &frame) {
                m_broken = m_broken || (m_options.breaksOn && m_options.breaksOn(frame));
                if (!m_broken) {
                    m_serverSession.onFrame(frame, kServerMs);
                }
            });
            drainServer();
            if (m_broken) {
                m_tabletSession.onClosed(Error(Errc::Closed, "broken by the test"));
                m_down.clear();
                m_up.clear();
                drainTablet();
                break;
            }
            m_run.roundTrips += m_down.empty() ? 0 : 1;
            deliverAll(m_down, m_run.down, [this](const framing::Frame &frame) {
                countItems(frame);
                m_tabletSession.onFrame(frame, kTabletMs);
            });
        }
        m_run.progress = m_tabletSession.progress();
        return m_run;
    }

private:
    /** False when the run has ended. What the tablet said last still arrives. */
    bool drainTablet()
    {
        while (auto action = m_tabletSession.next()) {
            if (auto *finished = std::get_if<session::Finished>(&*action)) {
                m_run.outcome = finished->outcome;
                deliverAll(m_up, m_run.up, [this](const framing::Frame &frame) {
                    m_serverSession.onFrame(frame, kServerMs);
                });
                drainServer();
                return false;
            }
            m_up.push_back(std::get<session::SendFrame>(*action).bytes);
        }
        return true;
    }

    bool drainServer()
    {
        while (auto action = m_serverSession.next()) {
            if (auto *send = std::get_if<session::SendFrame>(&*action)) {
                m_down.push_back(send->bytes);
            } else if (auto *push = std::get_if<session::StorePush>(&*action)) {
                m_serverSession.onStored(m_server.store(*push));
            } else if (auto *cursor = std::get_if<session::NoteCursor>(&*action)) {
                m_run.cursors.push_back(*cursor);
            } else if (auto *erased = std::get_if<session::NoteErased>(&*action)) {
                m_server.confirmed.emplace(erased->device, erased->stream);
            }
        }
        return true;
    }

    template <class Deliver>
    void deliverAll(std::deque<std::string> &line, std::vector<FrameType> &seen, Deliver deliver)
    {
        std::deque<std::string> now;
        now.swap(line);
        for (const std::string &bytes : now) {
            if (++m_run.frames > m_options.framesMax) {
                return;
            }
            if (m_options.before) {
                m_options.before();
            }
            if (m_options.seen) {
                m_options.seen(&line == &m_up, bytes);
            }
            m_run.bytes += bytes.size();
            framing::Decoder decoder;
            decoder.feed(bytes);
            const auto frame = must(decoder.next());
            seen.push_back(static_cast<FrameType>(frame->type));
            deliver(*frame);
        }
    }

    void countItems(const framing::Frame &frame)
    {
        wire::v1::Changes changes;
        if (frame.type == static_cast<std::uint8_t>(FrameType::Changes) &&
            changes.ParseFromString(frame.payload)) {
            m_run.items += static_cast<std::size_t>(changes.items_size());
        }
    }

    TestServer &m_server;
    const RunOptions &m_options;
    session::TabletSession m_tabletSession;
    session::ServerSession m_serverSession;
    std::deque<std::string> m_up;
    std::deque<std::string> m_down;
    Run m_run;
    bool m_broken = false;
};

} // namespace

std::size_t Run::count(FrameType type) const
{
    return static_cast<std::size_t>(std::count(up.begin(), up.end(), type) +
                                    std::count(down.begin(), down.end(), type));
}

Run sync(TestTablet &tablet, TestServer &server, const RunOptions &options)
{
    return sync(tablet, tablet.device(), server, options);
}

Run sync(session::TabletPort &tablet, const DeviceId &device, TestServer &server, const RunOptions &options)
{
    return Line(tablet, device, server, options).run();
}

} // namespace trivsel::test
