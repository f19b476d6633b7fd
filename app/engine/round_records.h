#pragma once

#include "app/engine/change_writer.h"
#include "app/engine/draft_store.h"
#include "app/engine/home_view.h"
#include "proto/domain/rounds.h"

namespace trivsel::engine {

/** All that is kept of one round on this tablet. */
struct RoundRecord
{
    enum class State : std::uint32_t {
        Open = 0,
        Resting = 1, // closed with too few answers: the next round of the theme goes on here
        Closed = 2   // waits to be boxed, or its box to be safe
    };
    DraftId id; // the round's, wherever its answers go
    domain::RoundForm form;
    std::vector<domain::RoundAnswers> answers; // sorted: nothing tells who came first
    State state = State::Open;
    std::string lease;                 // domain::Lease, while it is open
    std::optional<std::int64_t> day{}; // with Closed
    std::optional<ChangeId> sent{};    // the box
};

/**
 * Rounds on the tablet's disk, each one draft under the tablet's own key and always of the same size, and
 * their way to the office: as AuditBoxes does, in the house's `audit` stream. Core thread.
 */
class RoundRecords
{
public:
    RoundRecords(TabletStore &store, DraftStore &drafts, Outbox &outbox, Authority &authority,
                 const HomeView &home, ChangeWriter &writer)
        : m_store(store),
          m_drafts(drafts),
          m_outbox(outbox),
          m_authority(authority),
          m_home(home),
          m_writer(writer)
    {
    }

    /** One that can't be read stays where it is and is left out. */
    [[nodiscard]] Result<std::vector<RoundRecord>> all();
    /** Closed rounds go into boxes; durable when it returns. Does nothing when there is none, while the
     * office has not said its key or has no such stream, and on a full disk. */
    [[nodiscard]] Status handOver();

    // The rest stands inside TabletStore::write.
    [[nodiscard]] Status put(const RoundRecord &record);
    /** Another change took the box's id: it goes out again. */
    [[nodiscard]] Status markUnsent(const ChangeId &by);
    /** Rounds go whose boxes are safe. */
    [[nodiscard]] Status dropSafe();

private:
    [[nodiscard]] Status box(RoundRecord record, const StreamId &stream, const seal::BoxPublic &to);

    TabletStore &m_store;
    DraftStore &m_drafts;
    Outbox &m_outbox;
    Authority &m_authority;
    const HomeView &m_home;
    ChangeWriter &m_writer;
};

} // namespace trivsel::engine
