#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

/** The 32 characters of a typed code, five bits each, and the two that find mistakes. Not for others. */
namespace trivsel::pairing {

/** Digits and letters without I, L, O and U: none looks like another. */
inline constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** 0–31; any case, i and l are read as 1, o as 0. nullopt for anything else. */
[[nodiscard]] std::optional<std::uint8_t> symbolOf(char c);

/**
 * Reed-Solomon over GF(32), x⁵ + x² + 1, α = 2, generator (x − α)(x − α²): whatever two characters are
 * wrong, or changed places, is found for certain; of more, all but 1 in 1,024.
 */
[[nodiscard]] std::array<std::uint8_t, 2> checkOf(std::span<const std::uint8_t> symbols);

} // namespace trivsel::pairing
