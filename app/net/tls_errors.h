#pragma once

#include "app/net/tls_context.h"

#include <boost/system/error_code.hpp>

namespace trivsel::net {

/** Why no connection came about: Unreachable. */
[[nodiscard]] Error connectError(const boost::system::error_code &failed);
/** Why the handshake did not: WrongPin, VersionUnsupported, WrongDevice, Unreachable. */
[[nodiscard]] Error handshakeError(const boost::system::error_code &failed, const PeerVerdict &verdict);
/** Why reading ended: WrongDevice when the server refused our certificate (it says so only now), else Closed.
 */
[[nodiscard]] Error readError(const boost::system::error_code &failed);

} // namespace trivsel::net
