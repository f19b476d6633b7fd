#pragma once

#include "proto/base/error.h"
#include "proto/pairing/invitation.h"

#include <string>
#include <string_view>

namespace trivsel::pairing {

inline constexpr std::string_view kLinkBegins = "trivsel-pair:";

/** What stands in the QR code: trivsel-pair:1?host=…&port=…&pin=…&secret=… (pin and secret in hex). The
 * invitation has a host and a pin. */
[[nodiscard]] std::string writeLink(const Invitation &invitation);

/** White space around it does not matter, fields that are not known are passed over. Malformed: it is none,
 * cut short, or a field is missing, twice or wrong; TooLarge; VersionUnsupported: of a newer program. */
[[nodiscard]] Result<Invitation> readLink(std::string_view text);

/** A link or a code, whichever it is. */
[[nodiscard]] Result<Invitation> readInvitation(std::string_view text);

/** Letters, digits, '.', '-', ':', '_': the name or number of a machine, 1–253 bytes. */
[[nodiscard]] bool isHost(std::string_view host);

} // namespace trivsel::pairing
