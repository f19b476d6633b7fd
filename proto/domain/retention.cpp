#include "proto/domain/retention.h"

#include "proto/base/time_units.h"

namespace trivsel::domain {
namespace {

constexpr std::string_view kClosed = "the resident's page was closed";
constexpr std::string_view kHealth =
    "GDPR art. 9 and databeskyttelsesloven § 7 (health data); deletion is the "
    "controller's decision";
constexpr std::string_view kPlanLaw = "serviceloven § 141: the handleplan and the social file are the "
                                      "municipality's and have a retention of their own; ours feeds them";

constexpr std::array<RetentionProposal, static_cast<std::size_t>(RecordKind::Count)> kProposals{{
    {RecordKind::Answers, "answers", kClosed, 365, kHealth},
    {RecordKind::Own, "own", kClosed, 30, kHealth},
    {RecordKind::Plans, "plans", kClosed, 1826, kPlanLaw},
    {RecordKind::Safety, "safety", kClosed, 365, kHealth},
    {RecordKind::StaffAnswers, "staff-answers", "the person left", 90, "no special rule known"},
    {RecordKind::GroupRounds, "group-rounds", "the round was closed", 1826, "no person in it"},
    {RecordKind::Profile, "profile", kClosed, 365, kHealth},
    {RecordKind::People, "people", "the person left", 1826, "needed to read who wrote what is kept"},
    {RecordKind::Audit, "audit", "it was written", 730,
     "the citizen's right to searches with date and purpose: Datatilsynet J.nr. 2024-32-0283 after CJEU "
     "C-579/21"},
    {RecordKind::Backups, "backups", "the copy was made", 30,
     "keys must age out, or erasing them is fiction"},
}};

bool isKind(RecordKind kind)
{
    return static_cast<std::size_t>(kind) < kProposals.size();
}

} // namespace

std::span<const RetentionProposal> retentionProposals()
{
    return kProposals;
}

bool RetentionTable::set(RecordKind kind, std::optional<int> days)
{
    if (!isKind(kind) || (days && (*days < 1 || *days > kDaysMax))) {
        return false;
    }
    m_days[static_cast<std::size_t>(kind)] = days;
    return true;
}

std::optional<int> RetentionTable::days(RecordKind kind) const
{
    return isKind(kind) ? m_days[static_cast<std::size_t>(kind)] : std::nullopt;
}

bool RetentionTable::isDue(const Case &record, std::int64_t nowMs, bool clockDoubtful) const
{
    const auto kept = days(record.kind);
    if (!kept || !record.fromMs || record.hold || clockDoubtful || nowMs < *record.fromMs) {
        return false;
    }
    const auto passed = static_cast<std::uint64_t>(nowMs) - static_cast<std::uint64_t>(*record.fromMs);
    return passed >= static_cast<std::uint64_t>(*kept) * kDayMs;
}

} // namespace trivsel::domain
