#pragma once

#include "proto/base/ids.h"
#include "proto/seal/keys.h"
#include "session.pb.h"

namespace trivsel::seal {

/** The office's order to one tablet to empty itself. */
[[nodiscard]] wire::v1::Wipe orderWipe(const HomeId &home, const DeviceId &device, std::int64_t issuedMs,
                                       const SignSecret &server);
/** Malformed when it is for another device; SealBroken when this server did not sign it for this home. */
[[nodiscard]] Status checkWipe(const wire::v1::Wipe &wipe, const HomeId &home, const DeviceId &device,
                               const SignPublic &server);

} // namespace trivsel::seal
