#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace trivsel::domain {

/**
 * Wrong codes make one account on one device wait: each time longer, at most five minutes. Never for good,
 * and nothing is wiped, so nobody can lock another out by guessing. Time is the device's uptime in ms, which
 * no clock setting moves. Every try counts as wrong from before it is checked, so that pulling the plug
 * meanwhile gains nothing. No I/O: the caller keeps save() on disk before it checks the code.
 */
class Lockout
{
public:
    static constexpr std::uint32_t kFreeTries = 2; // wrong ones without a wait
    static constexpr std::int64_t kWaitMaxMs = 5LL * 60 * 1000;

    Lockout() = default;
    /** After a restart. What was left of a wait is not known, so the wait of the last wrong try begins anew:
     * no restart shortens it. nullopt when the bytes are none of save(). */
    [[nodiscard]] static std::optional<Lockout> load(std::string_view saved, std::int64_t uptimeMs);
    [[nodiscard]] std::string save() const; // 5 bytes

    /** How long until the next try may be made; 0 = now. */
    [[nodiscard]] std::int64_t waitMs(std::int64_t uptimeMs) const;
    /** Counts a try, which may then be checked. False while it must wait: then it must not be checked. */
    [[nodiscard]] bool beginTry(std::int64_t uptimeMs);
    /** The try was right. */
    void succeed();
    /** The try could not be checked (no memory, say): it does not count. */
    void takeBack();

    /** Wrong tries since the last right one: "nogen prøvede 6 gange". */
    [[nodiscard]] std::uint32_t wrongTries() const { return m_wrong; }
    /** The wait after so many wrong tries in a row. */
    [[nodiscard]] static std::int64_t waitAfter(std::uint32_t wrong);

private:
    std::uint32_t m_wrong = 0;
    std::int64_t m_sinceMs = 0; // uptime of the last try
};

} // namespace trivsel::domain
