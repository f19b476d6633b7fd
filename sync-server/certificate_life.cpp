#include "sync-server/certificate_life.h"

#include "proto/base/time_units.h"
#include "sync-server/certificates.h"

#include <algorithm>

namespace trivsel::server {

namespace {

using std::chrono::milliseconds;

/** 2026-01-01: a box whose battery is empty wakes up in 1970. */
constexpr std::int64_t kEarliestMs = 1'767'225'600'000;
/** Before the year 9999, which means *no end*. */
constexpr std::int64_t kLatestMs = 250'000'000'000'000;

} // namespace

std::int64_t certificateEnd(std::int64_t nowMs)
{
    const std::int64_t end =
        std::clamp(nowMs, kEarliestMs, kLatestMs) + milliseconds(kCertificateLife).count();
    return (end / kDayMs + 1) * kDayMs - milliseconds(std::chrono::seconds(1)).count();
}

std::optional<std::int64_t> readsUntil(std::optional<std::int64_t> certificateMs,
                                       const domain::Device &device)
{
    return certificateMs ? std::optional(std::max(*certificateMs, device.goodUntilMs)) : std::nullopt;
}

bool hasRunOut(std::optional<std::int64_t> untilMs, std::int64_t nowMs)
{
    return untilMs && nowMs > *untilMs;
}

Status applyCertificate(session::DeviceFacts &facts, const domain::Device &device, const ServerKeys &server,
                        std::optional<std::int64_t> shown, std::int64_t nowMs)
{
    facts.certificateUntilMs = shown.value_or(0);
    facts.expired = !facts.blocked && hasRunOut(readsUntil(shown, device), nowMs);
    facts.mayRead = facts.mayRead && !facts.expired;
    const bool soon = !shown || *shown - nowMs < milliseconds(kRenewWithin).count();
    const auto key = seal::SignPublic::from(device.signKey);
    const std::int64_t end = certificateEnd(nowMs);
    if (!facts.mayRead || !soon || !key) {
        return {};
    }
    const auto made = deviceCertificate(server.home, server.ca, device.id, *key, end);
    const auto pem = made ? toPem(*made) : Result<std::string>(tl::unexpected(made.error()));
    if (!pem) {
        return tl::unexpected(pem.error());
    }
    facts.renewed = *pem;
    return {};
}

} // namespace trivsel::server
