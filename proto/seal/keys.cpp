#include "proto/seal/keys.h"

#include "proto/seal/aead.h"
#include "proto/seal/hasher.h"

#include <sodium.h>

namespace trivsel::seal {

namespace {

constexpr std::string_view kWrapDomain = "trivsel.wrap.1";

/** libsodium's 64-byte form of an Ed25519 key, wiped when it goes. */
struct ExpandedKey
{
    std::array<std::uint8_t, crypto_sign_SECRETKEYBYTES> secret{};
    SignPublic open{};

    explicit ExpandedKey(const SignSecret &seed)
    {
        crypto_sign_seed_keypair(open.data.data(), secret.data(), seed.data.data());
    }
    ExpandedKey(const ExpandedKey &) = delete;
    ExpandedKey &operator=(const ExpandedKey &) = delete;
    ~ExpandedKey() { sodium_memzero(secret.data(), secret.size()); }
};

} // namespace

Status initialise()
{
    if (sodium_init() < 0) {
        return fail(Errc::Internal, "libsodium could not start");
    }
    return {};
}

Random systemRandom()
{
    return [](std::span<std::uint8_t> out) { randombytes_buf(out.data(), out.size()); };
}

SignPublic publicOf(const SignSecret &secret)
{
    return ExpandedKey(secret).open;
}

Hash256 pinOf(const SignPublic &key)
{
    // The DER of an Ed25519 key is these twelve bytes (RFC 8410) and the key.
    constexpr std::array<std::uint8_t, 12> kPrefix{0x30, 0x2a, 0x30, 0x05, 0x06, 0x03,
                                                   0x2b, 0x65, 0x70, 0x03, 0x21, 0x00};
    crypto_hash_sha256_state state;
    crypto_hash_sha256_init(&state);
    crypto_hash_sha256_update(&state, kPrefix.data(), kPrefix.size());
    crypto_hash_sha256_update(&state, key.data.data(), key.data.size());
    Hash256 pin;
    crypto_hash_sha256_final(&state, pin.data.data());
    return pin;
}

Signature sign(const SignSecret &secret, std::string_view message)
{
    const ExpandedKey key(secret);
    Signature out;
    const ByteView bytes = viewOf(message);
    crypto_sign_detached(out.data.data(), nullptr, bytes.data(), bytes.size(), key.secret.data());
    return out;
}

bool verify(const SignPublic &key, std::string_view message, const Signature &signature)
{
    const ByteView bytes = viewOf(message);
    return crypto_sign_verify_detached(signature.data.data(), bytes.data(), bytes.size(), key.data.data()) ==
           0;
}

BoxPublic publicOf(const BoxSecret &secret)
{
    BoxPublic out;
    crypto_scalarmult_base(out.data.data(), secret.data.data());
    return out;
}

std::string sealBox(const BoxPublic &to, std::string_view plain)
{
    std::string out(plain.size() + crypto_box_SEALBYTES, '\0');
    const ByteView bytes = viewOf(plain);
    // Fails only for a public key that is no point of use (all zeros); such a box nobody can open, and nobody
    // should.
    if (crypto_box_seal(raw(out), bytes.data(), bytes.size(), to.data.data()) != 0) {
        return {};
    }
    return out;
}

Result<std::string> openBox(const BoxSecret &secret, std::string_view box)
{
    if (box.size() < crypto_box_SEALBYTES) {
        return fail(Errc::SealBroken, "box too short");
    }
    std::string plain(box.size() - crypto_box_SEALBYTES, '\0');
    const ByteView bytes = viewOf(box);
    const BoxPublic open = publicOf(secret);
    if (crypto_box_seal_open(raw(plain), bytes.data(), bytes.size(), open.data.data(), secret.data.data()) !=
        0) {
        return fail(Errc::SealBroken, "box not for this key, or changed");
    }
    return plain;
}

Bytes<32, struct DerivedTag> derive(const RecoverySeed &seed, std::string_view label)
{
    return Hasher<32>(seed.view()).add("trivsel.kdf.1").add(label).finish<Bytes<32, struct DerivedTag>>();
}

std::string wrap(const WrapKey &key, std::string_view context, std::string_view plain, const Random &random)
{
    const auto nonce = randomBytes<Nonce>(random);
    const std::string data = std::string(kWrapDomain).append(context);
    std::string out = nonce.str();
    out.resize(Nonce::size + plain.size() + kTagBytes);
    crypto_aead_xchacha20poly1305_ietf_encrypt(raw(out) + Nonce::size, nullptr, viewOf(plain).data(),
                                               plain.size(), viewOf(data).data(), data.size(), nullptr,
                                               nonce.data.data(), key.data.data());
    return out;
}

Result<std::string> unwrap(const WrapKey &key, std::string_view context, std::string_view wrapped)
{
    if (wrapped.size() < Nonce::size + kTagBytes) {
        return fail(Errc::SealBroken, "wrapped secret too short");
    }
    const std::string data = std::string(kWrapDomain).append(context);
    const ByteView bytes = viewOf(wrapped);
    const ByteView ct = bytes.subspan(Nonce::size);
    std::string plain(ct.size() - kTagBytes, '\0');
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(raw(plain), nullptr, nullptr, ct.data(), ct.size(),
                                                   viewOf(data).data(), data.size(), bytes.data(),
                                                   key.data.data()) != 0) {
        return fail(Errc::SealBroken, "wrapped secret: another key or context, or changed");
    }
    return plain;
}

void wipe(std::string &secret)
{
    sodium_memzero(secret.data(), secret.size());
    secret.clear();
}

Hash256 hash256(std::string_view bytes)
{
    return Hasher<32>().add(bytes).finish<Hash256>();
}

DefinitionHash hashDefinition(std::string_view bytes)
{
    return Hasher<16>().add(bytes).finish<DefinitionHash>();
}

EntityId singleton(const PersonId &person, std::string_view kind)
{
    return Hasher<16>().add(person.view()).add(kind).finish<EntityId>();
}

} // namespace trivsel::seal
