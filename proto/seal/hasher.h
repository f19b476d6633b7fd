#pragma once

#include "proto/base/bytes.h"
#include "proto/base/little_endian.h"

#include <array>
#include <sodium.h>

namespace trivsel::seal {

/** BLAKE2b over parts, so that nothing needs to be put together first. N = bytes of output. */
template <std::size_t N> class Hasher
{
public:
    explicit Hasher(ByteView key = {}) { crypto_generichash_init(&m_state, key.data(), key.size(), N); }

    Hasher &add(std::string_view bytes)
    {
        const ByteView view = viewOf(bytes);
        crypto_generichash_update(&m_state, view.data(), view.size());
        return *this;
    }
    Hasher &add(ByteView bytes) { return add(textOf(bytes)); }
    template <class B> [[nodiscard]] B finish()
    {
        static_assert(B::size == N);
        B out;
        crypto_generichash_final(&m_state, out.data.data(), N);
        return out;
    }

private:
    crypto_generichash_state m_state{};
};

template <std::size_t N> [[nodiscard]] ByteView viewOf(const std::array<std::uint8_t, N> &bytes)
{
    return {bytes.data(), N};
}
using trivsel::viewOf;

} // namespace trivsel::seal
