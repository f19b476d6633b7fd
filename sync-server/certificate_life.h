#pragma once

#include "proto/domain/home_model.h"
#include "proto/session/server_session.h"
#include "sync-server/server_keys.h"

#include <chrono>
#include <optional>

namespace trivsel::server {

/**
 * How long a tablet may read without being here, and when it gets a new certificate. Times are ms since 1970
 * UTC by the server's clock, which alone decides: a tablet's clock is never asked.
 */
inline constexpr std::chrono::hours kCertificateLife{24 * 180};
/** At a contact with less than this left, the tablet gets another one. */
inline constexpr std::chrono::hours kRenewWithin{24 * 90};

/** The end of a certificate that is made now: kCertificateLife, up to the end of that day (UTC), so that
 * asking twice in a day gives the same one. A clock that stands before this program was written counts as
 * that day. */
[[nodiscard]] std::int64_t certificateEnd(std::int64_t nowMs);

/** Up to when the tablet may read; nullopt: its certificate has no end. The office's word lengthens it, and
 * shortens nothing. */
[[nodiscard]] std::optional<std::int64_t> readsUntil(std::optional<std::int64_t> certificateMs,
                                                     const domain::Device &device);
/** At `untilMs` itself it still may. */
[[nodiscard]] bool hasRunOut(std::optional<std::int64_t> untilMs, std::int64_t nowMs);

/**
 * What a connection's certificate means for it: whether it may read, and whether it gets another one.
 * `shown`: the end of the certificate, nullopt when it has none. A blocked tablet gets no new one. Internal
 * when a certificate can't be made.
 */
[[nodiscard]] Status applyCertificate(session::DeviceFacts &facts, const domain::Device &device,
                                      const ServerKeys &server, std::optional<std::int64_t> shown,
                                      std::int64_t nowMs);

} // namespace trivsel::server
