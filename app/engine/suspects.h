#pragma once

#include "app/engine/tablet_store.h"
#include "proto/session/tablet_session.h"

#include <vector>

namespace trivsel::engine {

/**
 * Changes on which connections broke, over all starts. A break counts against a change only when it travelled
 * alone on a line that had just carried as many bytes of nothing; kFailuresMax of these in a row, and it is
 * set aside: offered once a day, and to every other server or program. Any break that may be the line's
 * begins the count anew, so a line that drops everything blames nobody. Writing calls belong inside
 * TabletStore::write.
 */
class Suspects
{
public:
    static constexpr int kFailuresMax = 5;
    /** From so many breaks of any kind on it is pushed alone and last. */
    static constexpr int kAloneFrom = 2;
    static constexpr std::int64_t kOfferEveryMs = 24LL * 60 * 60 * 1000;
    /** Before this tablet is emptied it is offered once more, unless that was so short a time ago. */
    static constexpr std::int64_t kLatelyMs = 60LL * 60 * 1000;

    explicit Suspects(TabletStore &store) : m_store(store) {}

    /** When and to whom something is offered; own clock, ms since 1970 UTC. */
    struct Now
    {
        std::int64_t ms = 0;
        std::uint64_t epoch = 0; // of the server
        std::string app;         // the version of this program
    };
    /** Broke on one of the range, or on the line. */
    [[nodiscard]] Status note(const StreamId &stream, const journal::Range &range);
    /** It was this one. Those of the range that are to be set aside now. */
    [[nodiscard]] Result<std::vector<Dot>> noteProven(const StreamId &stream, const journal::Range &range,
                                                      const Now &now);
    /** Broke on the line: what is counted and not yet set aside begins anew. */
    [[nodiscard]] Status noteBadLine();
    /** Something is counted that noteBadLine() would begin anew. */
    [[nodiscard]] Result<bool> isCounting();
    /** Something is set aside. */
    [[nodiscard]] Result<bool> anyAside();
    /** Something of the range is. */
    [[nodiscard]] Result<bool> hasAside(const StreamId &stream, const journal::Range &range);
    /** Acknowledged. */
    [[nodiscard]] Status forget(const StreamId &stream, const journal::Range &range);
    [[nodiscard]] Status forget(const StreamId &stream);
    /** Those to be pushed alone; not due when set aside and offered lately. */
    [[nodiscard]] Result<std::vector<session::TabletPort::Suspect>> all(const Now &now);

private:
    TabletStore &m_store;
};

} // namespace trivsel::engine
