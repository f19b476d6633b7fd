#include "app/engine/clock_state.h"

namespace trivsel::engine {

namespace {
constexpr std::string_view kContact = "engine.clock.contact";
constexpr std::string_view kOffset = "engine.clock.offset";
constexpr std::int64_t kMinuteMs = 60'000;
constexpr std::int64_t kTrustedMs = 7LL * 24 * 60 * kMinuteMs;
/** A clock that stands before this was reset: no Trivsel existed then. 2020-01-01. */
constexpr std::int64_t kEarliestMs = 1'577'836'800'000;
constexpr std::int64_t kLatestMs = 253'402'300'799'000; // end of the year 9999
} // namespace

Status ClockState::load()
{
    const auto contact = m_store.metaNumber(kContact, 0);
    const auto offset = m_store.metaNumber(kOffset, 0);
    if (!contact || !offset) {
        return tl::unexpected(contact ? offset.error() : contact.error());
    }
    m_seen = m_next = {*contact, *offset};
    return {};
}

ClockState::Stamp ClockState::now() const
{
    Stamp stamp{m_clock(), m_seen.offsetMs, 0};
    const bool wentBack = m_seen.contactMs != 0 && stamp.wallMs + kMinuteMs < m_seen.contactMs;
    if (wentBack || stamp.wallMs < kEarliestMs) {
        stamp.quality = 2;
    } else if (m_seen.contactMs != 0 && stamp.wallMs - m_seen.contactMs <= kTrustedMs) {
        stamp.quality = 1;
    }
    return stamp;
}

Status ClockState::noteServer(std::int64_t serverMs, std::int64_t ownMs)
{
    if (serverMs < kEarliestMs || serverMs > kLatestMs) {
        return {}; // the office's clock is no better than none
    }
    TRIVSEL_TRY(m_store.setMetaNumber(kContact, ownMs));
    TRIVSEL_TRY(m_store.setMetaNumber(kOffset, serverMs - ownMs));
    m_next = {ownMs, serverMs - ownMs};
    return {};
}

} // namespace trivsel::engine
