#include "proto/seal/passcode.h"

#include "proto/base/little_endian.h"

#include <algorithm>
#include <sodium.h>

namespace trivsel::seal {
namespace {

constexpr char kVersion = 1;
constexpr std::size_t kVerifierBytes = 1 + 4 + 4 + PasscodeSalt::size + 32;
static_assert(PasscodeSalt::size == crypto_pwhash_argon2id_SALTBYTES);

} // namespace

bool isLawful(KdfCost cost)
{
    return cost.passes >= crypto_pwhash_argon2id_OPSLIMIT_MIN && cost.passes <= kKdfCostMax.passes &&
           cost.memoryKib >= crypto_pwhash_argon2id_MEMLIMIT_MIN / 1024 &&
           cost.memoryKib <= kKdfCostMax.memoryKib;
}

std::string PasscodeVerifier::str() const
{
    std::string out(1, kVersion);
    putLittleEndian(out, cost.passes);
    putLittleEndian(out, cost.memoryKib);
    out += salt.str();
    out.append(reinterpret_cast<const char *>(hash.data.data()), hash.data.size());
    return out;
}

std::optional<PasscodeVerifier> PasscodeVerifier::from(std::string_view bytes)
{
    if (bytes.size() != kVerifierBytes || bytes[0] != kVersion) {
        return std::nullopt;
    }
    PasscodeVerifier out;
    out.cost = {getLittleEndian<std::uint32_t>(bytes.substr(1)),
                getLittleEndian<std::uint32_t>(bytes.substr(5))};
    out.salt = *PasscodeSalt::from(bytes.substr(9, PasscodeSalt::size));
    std::copy_n(bytes.begin() + 9 + PasscodeSalt::size, out.hash.data.size(), out.hash.data.begin());
    return isLawful(out.cost) ? std::optional(out) : std::nullopt;
}

PasscodeKdf systemPasscodeKdf()
{
    return [](std::string_view code, const PasscodeSalt &salt, KdfCost cost) -> Result<PasscodeHash> {
        PasscodeHash hash;
        const int failed =
            crypto_pwhash(hash.data.data(), hash.data.size(), code.data(), code.size(), salt.data.data(),
                          cost.passes, std::size_t{cost.memoryKib} * 1024, crypto_pwhash_ALG_ARGON2ID13);
        return failed == 0 ? Result<PasscodeHash>(hash) : fail(Errc::Internal, "no memory for Argon2id");
    };
}

std::string drawPasscode(const Random &random)
{
    constexpr std::uint32_t kCodes = 1'000'000;
    constexpr std::uint32_t kFair = UINT32_MAX - UINT32_MAX % kCodes; // above it some codes would be likelier
    for (;;) {
        const auto drawn = randomBytes<Bytes<4, struct DrawTag>>(random);
        const std::uint32_t number = getLittleEndian<std::uint32_t>(drawn.str());
        if (number < kFair) {
            std::string digits = std::to_string(number % kCodes);
            return std::string(kPasscodeDigits - digits.size(), '0') + digits;
        }
    }
}

std::string readPasscode(std::string_view typed)
{
    std::string digits;
    for (const char c : typed) {
        if (c == ' ' || c == '-') {
            continue;
        }
        if (c < '0' || c > '9' || digits.size() == kPasscodeDigits) {
            return {};
        }
        digits += c;
    }
    return digits.size() == kPasscodeDigits ? digits : std::string();
}

Result<PasscodeVerifier> makeVerifier(std::string_view code, KdfCost cost, const PasscodeKdf &kdf,
                                      const Random &random)
{
    if (!isLawful(cost)) {
        return fail(Errc::BadArgument, "cost of a code");
    }
    PasscodeVerifier made;
    made.cost = cost;
    made.salt = randomBytes<PasscodeSalt>(random);
    const auto hash = kdf(code, made.salt, cost);
    if (!hash) {
        return tl::unexpected(hash.error());
    }
    made.hash.data = hash->data;
    return made;
}

Result<bool> matches(std::string_view code, const PasscodeVerifier &verifier, const PasscodeKdf &kdf)
{
    const auto hash = kdf(code, verifier.salt, verifier.cost);
    if (!hash) {
        return tl::unexpected(hash.error());
    }
    return sodium_memcmp(hash->data.data(), verifier.hash.data.data(), verifier.hash.data.size()) == 0;
}

} // namespace trivsel::seal
