#pragma once

#include "proto/base/bytes.h"
#include "proto/base/error.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

/** Codes that people type, kept as something that can only be compared. They authenticate; they open no
 * stream. */
namespace trivsel::seal {

using PasscodeSalt = Bytes<16, struct PasscodeSaltTag>;

/** What Argon2id made of a code. Compared by matches() alone. */
struct PasscodeHash
{
    std::array<std::uint8_t, 32> data{};
    bool operator==(const PasscodeHash &) const = delete;
};

/** Argon2id's work. */
struct KdfCost
{
    std::uint32_t passes = 2;
    std::uint32_t memoryKib = 64 * 1024; // libsodium's INTERACTIVE: about 150 ms on an office machine
    bool operator==(const KdfCost &) const = default;
};
inline constexpr KdfCost kKdfCostMax{8,
                                     256 * 1024}; // more is refused: a tablet must not be made to stand still

/** Possible, and not beyond kKdfCostMax. */
[[nodiscard]] bool isLawful(KdfCost cost);

/** What is stored of a code: the cost and the salt that it was made with, and the hash. */
struct PasscodeVerifier
{
    KdfCost cost;
    PasscodeSalt salt;
    PasscodeHash hash;

    [[nodiscard]] std::string str() const; // 57 bytes: u8 1 | u32 LE passes | u32 LE KiB | salt | hash
    /** nullopt unless it is one, with a lawful cost. */
    [[nodiscard]] static std::optional<PasscodeVerifier> from(std::string_view bytes);
};

/** Slow on purpose, any thread. Errc::Internal when there is no memory for it. */
using PasscodeKdf = std::function<Result<PasscodeHash>(std::string_view code, const PasscodeSalt &, KdfCost)>;
/** libsodium's crypto_pwhash, Argon2id 1.3. Tests pass their own. */
[[nodiscard]] PasscodeKdf systemPasscodeKdf();

inline constexpr std::size_t kPasscodeDigits = 6;
/** Six random digits, each number as likely. */
[[nodiscard]] std::string drawPasscode(const Random &random);
/** The six digits of what was typed, without spaces and hyphens; empty when it is anything else. */
[[nodiscard]] std::string readPasscode(std::string_view typed);

/** `code` as from readPasscode. */
[[nodiscard]] Result<PasscodeVerifier> makeVerifier(std::string_view code, KdfCost cost,
                                                    const PasscodeKdf &kdf, const Random &random);
/** Takes as long for a wrong code as for a right one. */
[[nodiscard]] Result<bool> matches(std::string_view code, const PasscodeVerifier &verifier,
                                   const PasscodeKdf &kdf);

} // namespace trivsel::seal
