#pragma once

#include "proto/base/bytes.h"

#include <array>
#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>

namespace trivsel {

/** `value` as sizeof(T) bytes, least significant first. A negative one is written as two's complement. */
template <std::integral T> [[nodiscard]] std::array<std::uint8_t, sizeof(T)> littleEndian(T value)
{
    const auto bits = static_cast<std::make_unsigned_t<T>>(value);
    std::array<std::uint8_t, sizeof(T)> out{};
    for (std::size_t at = 0; at < sizeof(T); ++at) {
        out[at] = static_cast<std::uint8_t>(bits >> (8U * at));
    }
    return out;
}

/** Appends the bytes of littleEndian(). */
template <std::integral T> void putLittleEndian(std::string &out, T value)
{
    const auto bytes = littleEndian(value);
    out.append(reinterpret_cast<const char *>(bytes.data()), bytes.size());
}

/** The number in the first sizeof(T) bytes; `bytes` holds at least as many. */
template <std::integral T> [[nodiscard]] T getLittleEndian(std::string_view bytes)
{
    std::make_unsigned_t<T> bits = 0;
    for (std::size_t at = 0; at < sizeof(T); ++at) {
        bits |= static_cast<std::make_unsigned_t<T>>(
            static_cast<std::make_unsigned_t<T>>(static_cast<unsigned char>(bytes[at])) << (8U * at));
    }
    return static_cast<T>(bits);
}

} // namespace trivsel
