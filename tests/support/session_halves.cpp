#include "tests/support/session_halves.h"

#include "tests/support/must.h"

#include <sqlite3.h>

namespace trivsel::test {

namespace {

constexpr std::int64_t kNowMs = 1'700'000'000'000;
constexpr int kActionsMax = 10'000;             // that one frame may lead to
constexpr std::size_t kSaidBytesMax = 64 << 20; // in one run

constexpr const char *kEndless = "does not come to an end";

/** Bytes in pieces, frames out. */
class Feeder
{
public:
    Feeder(std::string_view bytes, std::size_t piece, std::size_t frameBytesMax)
        : m_bytes(bytes), m_piece(piece), m_decoder(frameBytesMax)
    {
    }
    [[nodiscard]] framing::Decoder &decoder() { return m_decoder; }
    /** nullopt at the end of the bytes. */
    Result<std::optional<framing::Frame>> next()
    {
        for (;;) {
            auto frame = m_decoder.next();
            if (!frame || *frame || m_bytes.empty()) {
                return frame;
            }
            m_decoder.feed(m_bytes.substr(0, m_piece));
            m_bytes.remove_prefix(std::min(m_piece, m_bytes.size()));
        }
    }

private:
    std::string_view m_bytes;
    std::size_t m_piece;
    framing::Decoder m_decoder;
};

std::unique_ptr<TestServer> makeServer(const std::filesystem::path &file, const RecordedSession &recorded)
{
    auto server = std::make_unique<TestServer>(file, recorded.home);
    server->devices = recorded.devices;
    server->streams = recorded.streams;
    return server;
}

bool hasStrangers(journal::Journal &journal, const std::set<Hash256> &lawful)
{
    bool found = false;
    must(journal.readLog(0, [&](journal::StoredChange &&stored) {
        found = !lawful.contains(stored.change.hash);
        return !found;
    }));
    return found;
}

struct Heard
{
    bool over = false; // the session has said its last
    std::size_t said = 0;
};

/** Empty, or what was wrong. */
std::string drain(session::ServerSession &session, TestServer &server, Heard &heard)
{
    for (int actions = 0; auto action = session.next(); ++actions) {
        if (actions > kActionsMax) {
            return kEndless;
        }
        if (auto *send = std::get_if<session::SendFrame>(&*action)) {
            heard.said += send->bytes.size();
        } else if (auto *push = std::get_if<session::StorePush>(&*action)) {
            session.onStored(server.store(*push));
        } else if (std::holds_alternative<session::CloseConnection>(*action)) {
            heard.over = true;
            return {};
        }
    }
    return {};
}

std::string drain(session::TabletSession &session, Heard &heard)
{
    for (int actions = 0; auto action = session.next(); ++actions) {
        if (actions > kActionsMax) {
            return kEndless;
        }
        if (auto *send = std::get_if<session::SendFrame>(&*action)) {
            heard.said += send->bytes.size();
        } else {
            heard.over = true;
            return {};
        }
    }
    return {};
}

} // namespace

template <class Owner> Owner &Restored<Owner>::fresh()
{
    if (!m_owner || sqlite3_total_changes(m_owner->journal().database().handle()) != m_changes) {
        m_owner.reset();
        std::filesystem::copy_file(m_before, m_file, std::filesystem::copy_options::overwrite_existing);
        m_owner = m_make(m_file);
        m_changes = sqlite3_total_changes(m_owner->journal().database().handle());
    }
    return *m_owner;
}
template class Restored<TestServer>;
template class Restored<TestTablet>;

ServerHalf::ServerHalf(const RecordedSession &recorded)
    : m_recorded(recorded),
      m_store(recorded.serverBefore, recorded.serverBefore.parent_path() / "server-replay.db",
              [&recorded](const auto &file) { return makeServer(file, recorded); })
{
}

std::string ServerHalf::tell(std::string_view bytes, std::size_t piece)
{
    TestServer &server = m_store.fresh();
    session::ServerSession session(server, server.facts(filled<DeviceId>(RecordedSession::kTablet)));
    Feeder feeder(bytes, piece, limits::kFrameBytesMaxBeforeHello);
    Heard heard;
    while (!heard.over) {
        const auto frame = feeder.next();
        if (frame && !*frame) {
            break;
        }
        if (frame) {
            session.onFrame(**frame, kNowMs);
        } else {
            session.onBadFrame(frame.error());
        }
        if (std::string wrong = drain(session, server, heard); !wrong.empty()) {
            return wrong;
        }
        if (!frame && !heard.over) {
            return "goes on after a bad frame";
        }
        if (session.authenticated()) {
            feeder.decoder().setFrameBytesMax(limits::kFrameBytesMax);
        }
    }
    if (heard.said > kSaidBytesMax || feeder.decoder().heldBytes() > bytes.size()) {
        return "says or holds too much";
    }
    session.onTimeout();
    return hasStrangers(server.journal(), m_recorded.changes) ? "a change that nobody wrote is in the log"
                                                              : "";
}

TabletHalf::TabletHalf(const RecordedSession &recorded)
    : m_store(recorded.tabletBefore, recorded.tabletBefore.parent_path() / "tablet-replay.db",
              [&recorded](const auto &file) {
                  return std::make_unique<TestTablet>(file, recorded.home, RecordedSession::kTablet);
              }),
      m_server(recorded.serverBefore, recorded.serverBefore.parent_path() / "server-replay.db",
               [&recorded](const auto &file) { return makeServer(file, recorded); })
{
}

std::uint64_t TabletHalf::ownOf(TestTablet &tablet)
{
    m_last = &tablet;
    using Own = TestTablet::Own;
    return tablet.count(Own::Pending) + tablet.count(Own::Durable) + tablet.count(Own::Held);
}

std::string TabletHalf::tell(std::string_view bytes, std::size_t piece)
{
    TestTablet &tablet = m_store.fresh();
    const std::uint64_t own = ownOf(tablet);
    const std::uint64_t all = must(tablet.journal().count());
    session::TabletSession session(tablet, "hostile");
    Feeder feeder(bytes, piece, limits::kFrameBytesMax);
    Heard heard;
    session.start(kNowMs);
    std::string wrong = drain(session, heard);
    while (!heard.over && wrong.empty()) {
        const auto frame = feeder.next();
        if (frame && !*frame) {
            break;
        }
        if (frame) {
            session.onFrame(**frame, kNowMs);
        } else {
            session.onBadFrame(frame.error());
        }
        wrong = drain(session, heard);
        if (wrong.empty() && !frame && !heard.over) {
            wrong = "goes on after a bad frame";
        }
    }
    session.onClosed(Error(Errc::Closed));
    if (wrong.empty()) {
        wrong = drain(session, heard);
    }
    if (!wrong.empty() || !heard.over) {
        return wrong.empty() ? "does not end with its line" : wrong;
    }
    if (heard.said > kSaidBytesMax || feeder.decoder().heldBytes() > bytes.size()) {
        return "says or holds too much";
    }
    const bool gone = ownOf(tablet) != own || must(tablet.journal().count()) < all;
    return gone ? "something of its own is gone" : "";
}

std::string TabletHalf::heal()
{
    TestServer &server = m_server.fresh();
    for (int run = 0; run < 3; ++run) {
        static_cast<void>(sync(*m_last, server));
    }
    return m_last->count(TestTablet::Own::Pending) == 0 ? "" : "can't hand in any more";
}

} // namespace trivsel::test
