#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace trivsel::domain {

/** What the data controller sets a time for. Stand as names in the home's settings: never renamed. */
enum class RecordKind {
    Answers,      // well-being and cooperation
    Own,          // *kun mig*
    Plans,        // plans, goals, agreements, conversations
    Safety,       // Tryghedsplan, assessments, hand-over
    StaffAnswers, // staff's self-evaluations
    GroupRounds,  // meetings, closed rounds, aggregates
    Profile,      // tile, name, chosen people
    People,       // staff and guests in `home` after they left
    Audit,        // who looked
    Backups,      // copies of keys
    Count         // the number of kinds, not one
};

struct RetentionProposal
{
    RecordKind kind{};
    std::string_view name;   // "answers"
    std::string_view from;   // when the time begins: "the resident's page was closed"
    int days = 0;            // proposed by us; not law
    std::string_view source; // what law is known to touch it
};

/** One for each kind, in their order. Proposals to decide on: nothing is deleted because of them. */
[[nodiscard]] std::span<const RetentionProposal> retentionProposals();

/** What this home's controller has decided. Shipped empty: without a decision records are kept. */
class RetentionTable
{
public:
    static constexpr int kDaysMax = 36'525; // a hundred years

    /** False, and nothing changes, unless 1 … kDaysMax. nullopt takes the decision back. */
    [[nodiscard]] bool set(RecordKind kind, std::optional<int> days);
    [[nodiscard]] std::optional<int> days(RecordKind kind) const;

    /** Whether a record whose time began at `fromMs` is due for the controller to decide on at `nowMs`. Never
     * while it is held, with a doubtful clock, or without a decision. It is a list for people: erasing needs
     * two of them. */
    struct Case
    {
        RecordKind kind{};
        std::optional<std::int64_t> fromMs; // nullopt: it has not begun
        bool hold = false;
    };
    [[nodiscard]] bool isDue(const Case &record, std::int64_t nowMs, bool clockDoubtful) const;

private:
    std::array<std::optional<int>, static_cast<std::size_t>(RecordKind::Count)> m_days{};
};

} // namespace trivsel::domain
