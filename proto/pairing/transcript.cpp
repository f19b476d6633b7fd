#include "proto/pairing/transcript.h"

#include "proto/seal/hasher.h"

namespace trivsel::pairing {
namespace {

constexpr std::uint64_t kDigitsModulus = 1'000'000;
constexpr std::size_t kDigits = 6;

} // namespace

Hash256 commitmentTo(const Nonce &nonce)
{
    return seal::Hasher<32>().add("trivsel.pair.commit.1").add(nonce.view()).finish<Hash256>();
}

Transcript::Transcript(const Secret &secret, const Channel &channel, const TabletKeys &keys,
                       const Hash256 &commitment)
    : m_key(seal::Hasher<32>().add("trivsel.pair.key.1").add(secret.view()).finish<Hash256>()),
      m_hash(seal::Hasher<32>()
                 .add("trivsel.pair.transcript.1")
                 .add(channel.exporter.view())
                 .add(channel.pin.view())
                 .add(keys.sign.view())
                 .add(keys.box.view())
                 .add(commitment.view())
                 .finish<Hash256>())
{
}

Proof Transcript::tabletProof() const
{
    return seal::Hasher<32>(m_key.view()).add("trivsel.pair.tablet.1").add(m_hash.view()).finish<Proof>();
}

Proof Transcript::serverProof(const Nonce &serverNonce) const
{
    return seal::Hasher<32>(m_key.view())
        .add("trivsel.pair.server.1")
        .add(m_hash.view())
        .add(serverNonce.view())
        .finish<Proof>();
}

std::string Transcript::digits(const Nonce &tabletNonce, const Nonce &serverNonce) const
{
    const auto hash = seal::Hasher<32>(m_key.view())
                          .add("trivsel.pair.digits.1")
                          .add(m_hash.view())
                          .add(tabletNonce.view())
                          .add(serverNonce.view())
                          .finish<Hash256>();
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < sizeof number; ++i) {
        number |= static_cast<std::uint64_t>(hash.data[i]) << (8U * i);
    }
    std::string text = std::to_string(number % kDigitsModulus);
    return text.insert(0, kDigits - text.size(), '0');
}

bool same(const Proof &expected, std::string_view given)
{
    return given.size() == Proof::size && sodium_memcmp(expected.data.data(), given.data(), Proof::size) == 0;
}

} // namespace trivsel::pairing
