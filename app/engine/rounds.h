#pragma once

#include "app/engine/parts.h"
#include "app/engine/round_form.h"
#include "app/engine/round_types.h"
#include "proto/domain/lease.h"

namespace trivsel::engine {

/**
 * Rounds in the common room: one at a time on a shared tablet, open for seven days, answered without names.
 * Its time is counted as a lease is: by uptime, and over a stop by the clock, so that a clock set back or
 * ahead while it runs neither prolongs nor shortens it. Core thread.
 */
class Rounds
{
public:
    static constexpr std::int64_t kOpenMs = domain::Lease::kLengthMs;
    /** From then on staff may close it: whoever watches who answers can't end it right after one of them. */
    static constexpr std::int64_t kByHandMs = 24LL * 60 * 60 * 1000;

    explicit Rounds(Parts &parts) : m(parts) {}
    /** At a start. Closes what is due; on a full disk that waits. */
    [[nodiscard]] Status load();
    /** Closes what is due. */
    [[nodiscard]] Result<RoundsSnapshot> now();
    [[nodiscard]] Status begin(const Who &who, const std::string &url);
    /** NotAllowed before kByHandMs. */
    [[nodiscard]] Result<RoundEnd> close(const Who &who);
    [[nodiscard]] Status answer(const EntityId &round, const domain::RoundAnswers &answers);
    [[nodiscard]] Result<std::vector<domain::RoundResult>> results(const Who &viewer);
    /** This tablet is about to be emptied: enough answers go first. */
    [[nodiscard]] Status closeAll();

private:
    /** What has passed is written down at least this often. */
    static constexpr std::int64_t kKeepEveryMs = 5LL * 60 * 1000;

    [[nodiscard]] Result<std::optional<RoundRecord>> open();
    [[nodiscard]] domain::Lease &lease(const RoundRecord &record);
    [[nodiscard]] bool pass(const RoundRecord &record);
    [[nodiscard]] Result<RoundEnd> end(RoundRecord record);
    [[nodiscard]] Status keep(RoundRecord record);

    Parts &m;
    std::optional<std::pair<DraftId, domain::Lease>> m_lease; // of the open one
    std::int64_t m_keptMs = 0;                                // uptime
};

} // namespace trivsel::engine
