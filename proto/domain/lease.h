#pragma once

#include "proto/domain/access.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace trivsel::domain {

/**
 * How long since this device last met the office: a device that was taken away must not go on showing what it
 * holds. While the device runs only its uptime counts, whatever its clock is set to; for the time that it was
 * off there is only the clock. A clock set back gains no more than that time; one that jumped ahead while it
 * was off ends the lease, and the next contact renews it. All times in ms.
 */
class Lease
{
public:
    static constexpr std::int64_t kLengthMs = 7LL * 24 * 60 * 60 * 1000;

    /** A new device: it has just been given its file. */
    Lease(std::int64_t uptimeMs, std::int64_t wallMs) : m_uptimeMs(uptimeMs), m_wallMs(wallMs) {}
    /** After a restart; nullopt when the bytes are none of save(). */
    [[nodiscard]] static std::optional<Lease> load(std::string_view saved, std::int64_t uptimeMs,
                                                   std::int64_t wallMs);
    [[nodiscard]] std::string save() const; // 17 bytes

    /** Call it now and then and before save(): what has passed is counted. */
    void pass(std::int64_t uptimeMs, std::int64_t wallMs);
    /** The office answered. */
    void renew(std::int64_t uptimeMs, std::int64_t wallMs);

    /** Time counted up to the last pass() or renew(). */
    [[nodiscard]] std::int64_t usedMs() const { return m_usedMs; }
    [[nodiscard]] bool hasExpired() const { return m_usedMs >= kLengthMs; }
    /** The clock was seen to go back, or stands before the last run. */
    [[nodiscard]] bool clockDoubtful() const { return m_clockDoubtful; }

private:
    std::int64_t m_usedMs = 0;
    std::int64_t m_uptimeMs = 0;
    std::int64_t m_wallMs = 0;
    bool m_clockDoubtful = false;
};

/** What staff may still do when the lease has ended: write, hand in, and open safety plans in an emergency.
 */
[[nodiscard]] bool survivesLease(Action action);

} // namespace trivsel::domain
