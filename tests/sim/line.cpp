#include "tests/sim/line.h"

#include <algorithm>

namespace trivsel::sim {

namespace {
/** The tablet's shell writes a frame before it asks for the next; so much may be under way. */
constexpr std::size_t kUnderWayMax = 64 * 1024;
} // namespace

Line::Line(std::uint64_t number, std::size_t tablet, SimTablet &who, SimServer &server, Seen &seen)
    : m_number(number),
      m_tablet(tablet),
      m_who(who),
      m_seen(seen),
      m_port(std::make_unique<RecordingPort>(who->syncPort(), seen.ledger, seen.onOrder, tablet,
                                             server.generation)),
      m_session(std::make_unique<session::TabletSession>(*m_port, "sim")),
      m_end(server.accept(who.seat().signKey))
{
    m_session->start(who.clockMs());
    pumpTablet();
}

void Line::pumpTablet()
{
    while (m_session && m_up.size() < kUnderWayMax) {
        auto action = m_session->next();
        if (!action) {
            return;
        }
        if (auto *frame = std::get_if<session::SendFrame>(&*action)) {
            m_up += frame->bytes;
            m_sent += frame->bytes.size();
            // A suspect is read, and padding goes before it: only a push takes what was read with it.
            constexpr std::size_t kTypeAt = 4; // behind the length
            const bool push = static_cast<std::uint8_t>(frame->bytes.at(kTypeAt)) ==
                              static_cast<std::uint8_t>(framing::FrameType::Push);
            auto pushed = push ? m_port->takeBatch() : std::vector<ChangeId>();
            if (!pushed.empty()) {
                for (const ChangeId &id : pushed) {
                    if (m_seen.reachedServer.contains(id)) {
                        m_seen.counters.add(Fault::PushedTwice);
                    }
                }
                m_pushes.emplace_back(m_sent, std::move(pushed));
            }
            continue;
        }
        m_outcome = std::get<session::Finished>(*action).outcome;
        finishTablet();
    }
}

void Line::finishTablet()
{
    m_progress = m_session->progress();
    m_session.reset();
    m_port.reset();
    m_down.clear();
}

void Line::noteArrived(std::size_t bytes)
{
    m_arrived += bytes;
    auto &newest = m_seen.newestLine[m_tablet];
    if (newest > m_number) {
        m_seen.counters.add(Fault::LateConnection);
    }
    newest = std::max(newest, m_number);
    while (!m_pushes.empty() && m_pushes.front().first <= m_arrived) {
        m_seen.reachedServer.insert(m_pushes.front().second.begin(), m_pushes.front().second.end());
        m_seen.pushedSinceCommit.insert(m_tablet);
        m_pushes.pop_front();
    }
}

/** Among the pushes whose last byte would arrive now is one that the server can't take. */
bool Line::isPoisoned(std::size_t bytes) const
{
    return m_seen.poison && std::any_of(m_pushes.begin(), m_pushes.end(), [&](const auto &push) {
               return push.first <= m_arrived + bytes &&
                      std::find(push.second.begin(), push.second.end(), *m_seen.poison) != push.second.end();
           });
}

void Line::noteHeld()
{
    const std::size_t server = m_end ? m_end->outBytes() + m_end->conversation().heldBytes() : 0;
    m_seen.mostHeld = std::max({m_seen.mostHeld, server, m_decoder.heldBytes()});
}

bool Line::moveUp(std::size_t most)
{
    if (m_up.empty() || !m_end || upStalled || m_end->crowded()) {
        return false;
    }
    const std::string bytes = m_up.substr(0, most);
    if (isPoisoned(bytes.size())) {
        cut(true, true);
        return true;
    }
    m_up.erase(0, bytes.size());
    noteArrived(bytes.size());
    m_end->onBytes(bytes);
    noteHeld();
    collect();
    pumpTablet();
    return true;
}

bool Line::moveDown(std::size_t most)
{
    collect();
    if (m_down.empty() || !m_session || downStalled) {
        return false;
    }
    const std::string bytes = m_down.substr(0, most);
    m_down.erase(0, bytes.size());
    m_decoder.feed(bytes);
    while (m_session) {
        auto frame = m_decoder.next();
        if (frame && !*frame) {
            break;
        }
        if (frame) {
            m_session->onFrame(**frame, m_who.clockMs());
        } else {
            m_session->onBadFrame(frame.error());
        }
        pumpTablet();
    }
    noteHeld();
    return true;
}

void Line::collect()
{
    if (!m_end) {
        return;
    }
    while (m_down.size() < kUnderWayMax) {
        const std::string out = m_end->takeOut();
        if (out.empty()) {
            break;
        }
        m_down += out;
    }
    if (m_end->ended() && m_end->outBytes() == 0) {
        m_end.reset();
        m_up.clear();
    }
}

void Line::cut(bool tabletKnows, bool serverKnows)
{
    if (!m_up.empty() || !m_down.empty()) {
        m_seen.counters.add(Fault::LineCut);
    }
    const bool half = m_decoder.heldBytes() > 0 || (m_end && m_end->conversation().heldBytes() > 0);
    if (half) {
        m_seen.counters.add(Fault::FrameTruncated);
    }
    m_up.clear();
    m_down.clear();
    if (tabletKnows) {
        tabletGone();
    }
    if (serverKnows) {
        serverGone();
    }
    upStalled = downStalled = true;
}

void Line::tabletGone()
{
    if (m_session) {
        m_session->onClosed(Error(Errc::Closed, "the line broke"));
        pumpTablet();
    }
    if (m_session) { // too much was under way to say it
        m_outcome = tl::unexpected(Error(Errc::Closed, "the line broke"));
        finishTablet();
    }
}

void Line::serverGone(bool crashed)
{
    if (m_end) {
        if (crashed && m_session) {
            m_down += m_end->lastWords();
        }
        m_end->gone();
    }
    m_end.reset();
    m_up.clear();
}

} // namespace trivsel::sim
