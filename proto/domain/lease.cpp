#include "proto/domain/lease.h"

#include "proto/base/little_endian.h"

#include <algorithm>

namespace trivsel::domain {
namespace {

constexpr char kLeaseVersion = 1;
constexpr std::size_t kLeaseBytes = 17; // version, i64 LE used, i64 LE wall

/** `later` − `earlier` for clocks that may show anything; 0 when it went back, capped far above the length.
 */
std::int64_t between(std::int64_t earlier, std::int64_t later)
{
    if (later <= earlier) {
        return 0;
    }
    const auto gap = static_cast<std::uint64_t>(later) - static_cast<std::uint64_t>(earlier);
    return static_cast<std::int64_t>(std::min<std::uint64_t>(gap, Lease::kLengthMs));
}

} // namespace

std::optional<Lease> Lease::load(std::string_view saved, std::int64_t uptimeMs, std::int64_t wallMs)
{
    if (saved.size() != kLeaseBytes || saved[0] != kLeaseVersion ||
        getLittleEndian<std::int64_t>(saved.substr(1)) < 0) {
        return std::nullopt;
    }
    Lease lease(uptimeMs, wallMs);
    const std::int64_t before = getLittleEndian<std::int64_t>(saved.substr(9));
    lease.m_clockDoubtful = wallMs < before;
    lease.m_usedMs =
        std::min(getLittleEndian<std::int64_t>(saved.substr(1)), kLengthMs) + between(before, wallMs);
    lease.m_usedMs = std::min(lease.m_usedMs, kLengthMs);
    return lease;
}

std::string Lease::save() const
{
    std::string out(1, kLeaseVersion);
    putLittleEndian(out, m_usedMs);
    putLittleEndian(out, m_wallMs);
    return out;
}

void Lease::pass(std::int64_t uptimeMs, std::int64_t wallMs)
{
    m_usedMs = std::min(m_usedMs + between(m_uptimeMs, uptimeMs), kLengthMs);
    m_clockDoubtful = m_clockDoubtful || wallMs < m_wallMs;
    m_uptimeMs = uptimeMs;
    m_wallMs = wallMs;
}

void Lease::renew(std::int64_t uptimeMs, std::int64_t wallMs)
{
    *this = Lease(uptimeMs, wallMs);
}

bool survivesLease(Action action)
{
    switch (action) {
    case Action::AnswerForSelf:
    case Action::AnswerForAnother:
    case Action::AnswerUnnamed:
    case Action::WithdrawAnswer:
    case Action::WriteResidentVoice:
    case Action::WriteStaffVoice:
    case Action::ReadProfile:
    case Action::ReadSafetyInEmergency:
    case Action::SignInByCode:
    case Action::HoldRound: // shows nothing of anybody
        return true;
    default:
        return false; // reading, and settling what can't be read
    }
}

} // namespace trivsel::domain
