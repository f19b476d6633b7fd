#pragma once

#include <cstdint>
#include <sodium.h>
#include <string>

namespace trivsel::seal {

/** What XChaCha20-Poly1305 adds to what it seals. */
inline constexpr std::size_t kTagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;

/** The bytes of a string as libsodium takes them. */
[[nodiscard]] inline std::uint8_t *raw(std::string &bytes)
{
    return reinterpret_cast<std::uint8_t *>(bytes.data());
}

} // namespace trivsel::seal
