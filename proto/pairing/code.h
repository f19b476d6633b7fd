#pragma once

#include "proto/base/error.h"
#include "proto/pairing/invitation.h"

#include <string>
#include <string_view>

namespace trivsel::pairing {

/** Characters of a code, without the spaces between its groups. */
inline constexpr std::size_t kCodeCharacters = 26;
/** No text that anybody types or pastes is longer. */
inline constexpr std::size_t kTextBytesMax = 1024;

/** 26 characters in groups of four: IPv4 (0 when the host is none), port, secret, check. */
[[nodiscard]] std::string writeCode(const Invitation &invitation);

/**
 * Case, spaces, line ends, hyphens and dots do not matter; i and l are 1, o is 0. BadArgument: characters are
 * missing (or it has no port); TooLarge: too many; Malformed: a character that is none of ours; SealBroken:
 * something was mistyped.
 */
[[nodiscard]] Result<Invitation> readCode(std::string_view text);

/** How many of the 26 are there, for whoever types: characters that count, whatever they are. */
[[nodiscard]] std::size_t charactersIn(std::string_view text);

/** nullopt unless it is four numbers with dots between, each 0–255 without leading zeros. */
[[nodiscard]] std::optional<std::uint32_t> ipv4Of(std::string_view host);

} // namespace trivsel::pairing
