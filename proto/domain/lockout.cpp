#include "proto/domain/lockout.h"

#include "proto/base/little_endian.h"

#include <algorithm>
#include <array>
#include <limits>

namespace trivsel::domain {
namespace {

constexpr char kLockoutVersion = 1;
constexpr std::size_t kLockoutBytes = 5; // version, u32 LE

constexpr std::array<std::int64_t, 6> kWaitsMs{5'000, 15'000, 30'000, 60'000, 120'000, 240'000};

} // namespace

std::int64_t Lockout::waitAfter(std::uint32_t wrong)
{
    if (wrong <= kFreeTries) {
        return 0;
    }
    const std::size_t step = wrong - kFreeTries - 1;
    return step < kWaitsMs.size() ? kWaitsMs[step] : kWaitMaxMs;
}

std::optional<Lockout> Lockout::load(std::string_view saved, std::int64_t uptimeMs)
{
    if (saved.size() != kLockoutBytes || saved[0] != kLockoutVersion) {
        return std::nullopt;
    }
    Lockout lockout;
    lockout.m_wrong = getLittleEndian<std::uint32_t>(saved.substr(1));
    lockout.m_sinceMs = uptimeMs;
    return lockout;
}

std::string Lockout::save() const
{
    std::string out(1, kLockoutVersion);
    putLittleEndian(out, m_wrong);
    return out;
}

std::int64_t Lockout::waitMs(std::int64_t uptimeMs) const
{
    const std::int64_t wait = waitAfter(m_wrong);
    // An uptime before the last try is another run of the device: the whole wait once more.
    const std::int64_t waited = uptimeMs < m_sinceMs ? 0 : uptimeMs - m_sinceMs;
    return std::max<std::int64_t>(wait - waited, 0);
}

bool Lockout::beginTry(std::int64_t uptimeMs)
{
    if (uptimeMs < m_sinceMs) {
        m_sinceMs = uptimeMs;
    }
    if (waitMs(uptimeMs) > 0) {
        return false;
    }
    m_wrong += m_wrong < std::numeric_limits<std::uint32_t>::max() ? 1 : 0;
    m_sinceMs = uptimeMs;
    return true;
}

void Lockout::succeed()
{
    m_wrong = 0;
}

void Lockout::takeBack()
{
    m_wrong -= m_wrong > 0 ? 1 : 0;
}

} // namespace trivsel::domain
