#include "proto/seal/boxed_change.h"

#include "proto/base/limits.h"
#include "proto/seal/aead.h"

#include <sodium.h>

namespace trivsel::seal {

namespace {

constexpr std::size_t kBoxBytes = StreamKey::size + crypto_box_SEALBYTES;

/** crypto_box_seal with our own randomness, so that tests and the simulation can repeat it. */
std::string boxFor(const BoxPublic &to, const StreamKey &content, const Random &random)
{
    auto seed = randomBytes<BoxSecret>(random);
    BoxPublic open;
    BoxSecret secret;
    crypto_box_seed_keypair(open.data.data(), secret.data.data(), seed.data.data());
    std::array<std::uint8_t, crypto_box_NONCEBYTES> nonce{};
    const std::string both = open.str() + to.str();
    crypto_generichash(nonce.data(), nonce.size(), viewOf(both).data(), both.size(), nullptr, 0);
    std::string box(StreamKey::size + crypto_box_MACBYTES, '\0');
    const int failed = crypto_box_easy(raw(box), content.data.data(), StreamKey::size, nonce.data(),
                                       to.data.data(), secret.data.data());
    sodium_memzero(secret.data.data(), secret.size);
    sodium_memzero(seed.data.data(), seed.size);
    TRIVSEL_ASSERT(failed == 0); // boxKeyOf gives no key for which it fails
    return open.str() + box;
}

} // namespace

std::optional<BoxPublic> boxKeyOf(const SignPublic &key)
{
    BoxPublic out;
    // Refuses what is no point of the curve, or one of small order.
    return crypto_sign_ed25519_pk_to_curve25519(out.data.data(), key.data.data()) == 0 ? std::optional(out)
                                                                                       : std::nullopt;
}

BoxSecret boxKeyOf(const SignSecret &key)
{
    std::array<std::uint8_t, crypto_sign_SECRETKEYBYTES> expanded{};
    SignPublic open;
    crypto_sign_seed_keypair(open.data.data(), expanded.data(), key.data.data());
    BoxSecret out;
    crypto_sign_ed25519_sk_to_curve25519(out.data.data(), expanded.data());
    sodium_memzero(expanded.data(), expanded.size());
    return out;
}

SealedChange sealBoxed(const StreamId &stream, const wire::v1::Header &header, std::string_view plain,
                       const BoxPublic &to, const Random &random)
{
    TRIVSEL_ASSERT(header.key() == kBoxedKey && plain.size() + kBoxBytes <= limits::kPlainBytesMax);
    const auto content = randomBytes<StreamKey>(random);
    SealedChange out = sealChange(stream, header, plain, content, random);
    out.ct.insert(0, boxFor(to, content, random));
    out.hash = changeHash(stream, out.header, out.nonce, out.ct);
    return out;
}

Result<wire::v1::Change> readBoxed(const SealedChange &change, const BoxSecret &secret)
{
    if (change.gone || change.key != kBoxedKey || change.ct.size() < kBoxBytes) {
        return fail(Errc::SealBroken, "no box");
    }
    const auto opened = openBox(secret, std::string_view(change.ct).substr(0, kBoxBytes));
    const auto content = opened ? StreamKey::from(*opened) : std::nullopt;
    if (!content) {
        return fail(Errc::SealBroken, "a box for another key, or changed");
    }
    SealedChange inner = change;
    inner.ct.erase(0, kBoxBytes);
    return readChange(inner, *content);
}

} // namespace trivsel::seal
