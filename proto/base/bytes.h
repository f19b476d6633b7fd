#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace trivsel {

using ByteView = std::span<const std::uint8_t>;

/** A value of exactly N bytes. Tag keeps a person from being passed where a device is meant. */
template <std::size_t N, class Tag> struct Bytes
{
    static constexpr std::size_t size = N;
    std::array<std::uint8_t, N> data{};

    auto operator<=>(const Bytes &) const = default;
    [[nodiscard]] ByteView view() const { return {data.data(), N}; }
    [[nodiscard]] std::string str() const { return {reinterpret_cast<const char *>(data.data()), N}; }
    [[nodiscard]] bool isNull() const { return data == std::array<std::uint8_t, N>{}; }
    /** nullopt unless `raw` has exactly N bytes. */
    static std::optional<Bytes> from(std::string_view raw)
    {
        if (raw.size() != N) {
            return std::nullopt;
        }
        Bytes out;
        std::memcpy(out.data.data(), raw.data(), N);
        return out;
    }
};

[[nodiscard]] inline ByteView viewOf(std::string_view s)
{
    return {reinterpret_cast<const std::uint8_t *>(s.data()), s.size()};
}
[[nodiscard]] inline std::string_view textOf(ByteView b)
{
    return {reinterpret_cast<const char *>(b.data()), b.size()};
}

[[nodiscard]] std::string toHex(ByteView bytes);
/** nullopt on an odd length or a character that is not 0–9 a–f A–F. */
[[nodiscard]] std::optional<std::string> fromHex(std::string_view hex);

/** Fills the span with randomness. Injected everywhere: libsodium in the product, seeded in the simulation.
 */
using Random = std::function<void(std::span<std::uint8_t>)>;

template <class T> [[nodiscard]] T randomBytes(const Random &random)
{
    T out;
    random({out.data.data(), T::size});
    return out;
}

template <class B> struct BytesHash
{
    std::size_t operator()(const B &b) const { return std::hash<std::string_view>{}(textOf(b.view())); }
};

} // namespace trivsel
