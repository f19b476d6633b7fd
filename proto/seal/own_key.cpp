#include "proto/seal/own_key.h"

#include "proto/seal/aead.h"
#include "proto/seal/hasher.h"

#include <algorithm>

namespace trivsel::seal {
namespace {

// What opens it, which is part of what is sealed.
constexpr char kByPictures = 1;
constexpr char kByCard = 2;
constexpr std::size_t kFixedBytes = 1 + 4 + 4 + PasscodeSalt::size + 1; // up to the versions
constexpr std::size_t kPictureNameMax = 32;
constexpr std::uint32_t kStepMax = 0x00FF'FFFF; // 24 random bits

bool areVersions(const std::vector<std::uint32_t> &versions)
{
    const bool rising = std::adjacent_find(versions.begin(), versions.end(),
                                           std::greater_equal<std::uint32_t>()) == versions.end();
    return !versions.empty() && versions.size() <= kOwnRingMax && rising &&
           (versions.front() & kOwnKeyBit) != 0;
}

/** The three pictures' key, for this place only. */
Bytes<32, struct LockTag> lockKey(const PictureKey &key, const OwnPlace &place)
{
    return Hasher<32>({key.hash.data.data(), key.hash.data.size()})
        .add("trivsel.own.key.1")
        .add(place.home.view())
        .add(place.person.view())
        .add(place.stream.str())
        .finish<Bytes<32, struct LockTag>>();
}

std::string dataOf(const OwnPlace &place, std::string_view head)
{
    return std::string("trivsel.own.1")
        .append(place.home.str())
        .append(place.person.str())
        .append(place.stream.str())
        .append(head);
}

std::string plainOf(const StreamId &stream, const OwnRing &ring)
{
    std::string plain = stream.str();
    for (const OwnKey &one : ring) {
        putLittleEndian(plain, one.version);
        plain += textOf(one.key.view());
    }
    return plain;
}

/** stream | (version | key) …; wipes what it was given. */
Result<OwnRing> ringOf(const StreamId &stream, Result<std::string> &&opened)
{
    if (!opened) {
        return tl::unexpected(opened.error());
    }
    constexpr std::size_t kEach = 4 + StreamKey::size;
    const std::string name = stream.str();
    std::string &plain = *opened;
    OwnRing ring;
    bool fits = plain.starts_with(name) && (plain.size() - name.size()) % kEach == 0;
    for (std::size_t at = name.size(); fits && at < plain.size(); at += kEach) {
        ring.push_back({getLittleEndian<std::uint32_t>(std::string_view(plain).substr(at)),
                        *StreamKey::from(std::string_view(plain).substr(at + 4, StreamKey::size))});
    }
    wipe(plain);
    fits = fits && areVersions(versionsOf(ring));
    return fits ? Result<OwnRing>(std::move(ring)) : fail(Errc::Malformed, "no keys of that stream");
}

} // namespace

std::vector<std::uint32_t> versionsOf(const OwnRing &ring)
{
    std::vector<std::uint32_t> versions;
    versions.reserve(ring.size());
    for (const OwnKey &one : ring) {
        versions.push_back(one.version);
    }
    return versions;
}

std::optional<StreamKey> keyIn(const OwnRing &ring, std::uint32_t version)
{
    const auto at = std::find_if(ring.begin(), ring.end(),
                                 [version](const OwnKey &one) { return one.version == version; });
    return at == ring.end() ? std::nullopt : std::optional(at->key);
}

Status addKeys(OwnRing &ring, const OwnRing &more)
{
    for (const OwnKey &one : more) {
        const auto at = std::lower_bound(
            ring.begin(), ring.end(), one.version,
            [](const OwnKey &known, std::uint32_t version) { return known.version < version; });
        if (at != ring.end() && at->version == one.version) {
            continue;
        }
        if (ring.size() == kOwnRingMax) {
            return fail(Errc::TooLarge, "more keys than a ring may hold");
        }
        ring.insert(at, one);
    }
    return {};
}

Result<OwnKey> drawOwnKey(const std::vector<std::uint32_t> &known, const Random &random)
{
    const std::uint32_t last =
        known.empty() ? kOwnKeyBit : std::max(kOwnKeyBit, *std::max_element(known.begin(), known.end()));
    const auto drawn = randomBytes<Bytes<4, struct StepTag>>(random);
    const std::uint32_t step = 1 + (getLittleEndian<std::uint32_t>(drawn.str()) & kStepMax);
    if (last > UINT32_MAX - step) {
        return fail(Errc::TooLarge, "no version is left");
    }
    return OwnKey{last + step, randomBytes<StreamKey>(random)};
}

void wipe(OwnRing &ring)
{
    for (OwnKey &one : ring) {
        sodium_memzero(one.key.data.data(), one.key.data.size());
    }
    ring.clear();
}

std::string pictureCode(const Pictures &pictures)
{
    const auto isName = [](const std::string &name) {
        return !name.empty() && name.size() <= kPictureNameMax &&
               std::all_of(name.begin(), name.end(), [](char c) {
                   return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
               });
    };
    const auto &[first, second, third] = pictures;
    if (!std::all_of(pictures.begin(), pictures.end(), isName) || first == second || first == third ||
        second == third) {
        return {};
    }
    return first + "\n" + second + "\n" + third;
}

OwnSecret OwnSecret::ofCard(std::string_view text)
{
    const bool lawful = text.size() >= kCardTextMin && text.size() <= kCardTextMax &&
                        std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c <= '~'; });
    // No name of a picture has a capital letter or ends a line: no card is three pictures.
    return {lawful ? std::string("CARD\n").append(text) : std::string(), true};
}

OwnSecret::~OwnSecret()
{
    wipe(m_code);
}

Result<PictureKey> deriveKey(const OwnSecret &secret, const PasscodeSalt &salt, KdfCost cost,
                             const PasscodeKdf &kdf)
{
    if (secret.isEmpty()) {
        return fail(Errc::BadArgument, "neither three different pictures nor a card");
    }
    const auto hash = kdf(secret.code(), salt, cost);
    if (!hash) {
        return tl::unexpected(hash.error());
    }
    return PictureKey{cost, salt, {hash->data}, secret.isCard()};
}

void wipe(PictureKey &key)
{
    sodium_memzero(key.hash.data.data(), key.hash.data.size());
}

std::optional<LockedRing> LockedRing::from(std::string_view bytes)
{
    if (bytes.size() < kFixedBytes || (bytes[0] != kByPictures && bytes[0] != kByCard)) {
        return std::nullopt;
    }
    LockedRing out;
    out.card = bytes[0] == kByCard;
    out.cost = {getLittleEndian<std::uint32_t>(bytes.substr(1)),
                getLittleEndian<std::uint32_t>(bytes.substr(5))};
    out.salt = *PasscodeSalt::from(bytes.substr(9, PasscodeSalt::size));
    const std::size_t count = static_cast<unsigned char>(bytes[kFixedBytes - 1]);
    if (count > kOwnRingMax ||
        bytes.size() != kFixedBytes + count * 4 + Nonce::size + count * StreamKey::size + kTagBytes) {
        return std::nullopt;
    }
    for (std::size_t at = 0; at < count; ++at) {
        out.versions.push_back(getLittleEndian<std::uint32_t>(bytes.substr(kFixedBytes + at * 4)));
    }
    out.bytes = bytes;
    return isLawful(out.cost) && areVersions(out.versions) ? std::optional(std::move(out)) : std::nullopt;
}

std::string lock(const OwnRing &ring, const PictureKey &key, const OwnPlace &place, const Random &random)
{
    TRIVSEL_ASSERT(areVersions(versionsOf(ring)) && isLawful(key.cost));
    std::string out(1, key.card ? kByCard : kByPictures);
    putLittleEndian(out, key.cost.passes);
    putLittleEndian(out, key.cost.memoryKib);
    out += key.salt.str();
    out += static_cast<char>(ring.size());
    std::string plain;
    plain.reserve(ring.size() * StreamKey::size); // so that growing leaves no copies
    for (const OwnKey &one : ring) {
        putLittleEndian(out, one.version);
        plain += textOf(one.key.view());
    }
    const std::string data = dataOf(place, out);
    auto under = lockKey(key, place);
    const auto nonce = randomBytes<Nonce>(random);
    std::string ct(plain.size() + kTagBytes, '\0');
    crypto_aead_xchacha20poly1305_ietf_encrypt(raw(ct), nullptr, viewOf(plain).data(), plain.size(),
                                               viewOf(data).data(), data.size(), nullptr, nonce.data.data(),
                                               under.data.data());
    sodium_memzero(under.data.data(), under.data.size());
    wipe(plain);
    return out.append(nonce.str()).append(ct);
}

Result<OwnRing> unlock(const LockedRing &locked, const PictureKey &key, const OwnPlace &place)
{
    const std::string_view bytes = locked.bytes;
    const std::size_t headBytes = kFixedBytes + locked.versions.size() * 4;
    const std::string data = dataOf(place, bytes.substr(0, headBytes));
    const ByteView nonce = viewOf(bytes.substr(headBytes, Nonce::size));
    const ByteView ct = viewOf(bytes.substr(headBytes + Nonce::size));
    auto under = lockKey(key, place);
    std::string plain(locked.versions.size() * StreamKey::size, '\0');
    const int failed = crypto_aead_xchacha20poly1305_ietf_decrypt(raw(plain), nullptr, nullptr, ct.data(),
                                                                  ct.size(), viewOf(data).data(), data.size(),
                                                                  nonce.data(), under.data.data());
    sodium_memzero(under.data.data(), under.data.size());
    if (failed != 0) {
        return fail(Errc::SealBroken, "other pictures, another place, or changed");
    }
    OwnRing ring;
    for (std::size_t at = 0; at < locked.versions.size(); ++at) {
        ring.push_back({locked.versions[at], *StreamKey::from(std::string_view(plain).substr(
                                                 at * StreamKey::size, StreamKey::size))});
    }
    wipe(plain);
    return ring;
}

std::string escrowOwn(const BoxPublic &recovery, const StreamId &stream, const OwnKey &key)
{
    return boxReturned(recovery, stream, {key});
}

Result<OwnKey> openEscrow(const BoxSecret &recovery, const StreamId &stream, std::string_view box)
{
    const auto ring = openReturned(recovery, stream, box);
    if (!ring || ring->size() != 1) {
        return ring ? fail(Errc::Malformed, "no escrow of one key") : tl::unexpected(ring.error());
    }
    return ring->front();
}

BoxSecret returnBoxOf(const OwnKey &key, const StreamId &stream)
{
    return Hasher<32>(key.key.view()).add("trivsel.own.return.1").add(stream.str()).finish<BoxSecret>();
}

std::string boxReturned(const BoxPublic &to, const StreamId &stream, const OwnRing &ring)
{
    std::string plain = plainOf(stream, ring);
    std::string box = sealBox(to, plain);
    wipe(plain);
    return box;
}

Result<OwnRing> openReturned(const BoxSecret &secret, const StreamId &stream, std::string_view box)
{
    return ringOf(stream, openBox(secret, box));
}

} // namespace trivsel::seal
