#pragma once

#include <string>
#include <string_view>

namespace trivsel {

/** True when `s` is well-formed UTF-8 without NUL. */
[[nodiscard]] bool isValidUtf8(std::string_view s);

/** CRLF and CR become LF; other control characters but tab are dropped. NFC is the input side's job (Qt), see
 * proto/README.md. */
[[nodiscard]] std::string normaliseLines(std::string_view s);

} // namespace trivsel
