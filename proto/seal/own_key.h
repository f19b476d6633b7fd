#pragma once

#include "proto/seal/keys.h"
#include "proto/seal/passcode.h"

#include <array>
#include <span>
#include <vector>

/** The keys of *kun mig*: drawn on a tablet, never held by the server. proto/README.md, *Kun mig*. */
namespace trivsel::seal {

/** Versions with this bit seal *kun mig*; those without are keys of the stream that the server gives, and
 * seal only what the tablets tell each other about the resident's keys. */
inline constexpr std::uint32_t kOwnKeyBit = 0x8000'0000;
[[nodiscard]] inline bool isOwnKey(const StreamId &stream, std::uint32_t version)
{
    return stream.kind == StreamKind::Own && (version & kOwnKeyBit) != 0;
}

struct OwnKey
{
    std::uint32_t version = 0;
    StreamKey key;
    bool operator==(const OwnKey &) const = default;
};
/** Rising versions, each once. The last one seals what is written from now on. */
using OwnRing = std::vector<OwnKey>;
inline constexpr std::size_t kOwnRingMax = 64;

[[nodiscard]] std::vector<std::uint32_t> versionsOf(const OwnRing &ring);
[[nodiscard]] std::optional<StreamKey> keyIn(const OwnRing &ring, std::uint32_t version);
/** Adds what is not there. TooLarge beyond kOwnRingMax. */
[[nodiscard]] Status addKeys(OwnRing &ring, const OwnRing &more);
/** One key more, of a version above all of these: a random step, so that two tablets that have not met do not
 * give two keys one number. TooLarge when there is no number left. */
[[nodiscard]] Result<OwnKey> drawOwnKey(const std::vector<std::uint32_t> &known, const Random &random);
void wipe(OwnRing &ring);

/** Whose keys, and where they are used: bound to each seal. */
struct OwnPlace
{
    HomeId home;
    PersonId person;
    StreamId stream;
    bool operator==(const OwnPlace &) const = default;
};

/** Names of pictures, in order. */
using Pictures = std::array<std::string, 3>;
/** What Argon2id is given. Empty unless they are three different names of 1 to 32 of a–z 0–9 - _. */
[[nodiscard]] std::string pictureCode(const Pictures &pictures);

inline constexpr std::size_t kCardTextMin = 6;
inline constexpr std::size_t kCardTextMax = 64;

/** What opens *kun mig*: three pictures, or a card that a reader reads. Wiped when it goes. */
class OwnSecret
{
public:
    OwnSecret(const Pictures &pictures) : m_code(pictureCode(pictures)) {} // NOLINT: the one is the other
    /** `text`: what the reader typed, kCardTextMin to kCardTextMax printable ASCII characters. */
    [[nodiscard]] static OwnSecret ofCard(std::string_view text);
    OwnSecret(const OwnSecret &) = default;
    OwnSecret &operator=(const OwnSecret &) = default;
    ~OwnSecret();

    /** Neither pictures nor a card. */
    [[nodiscard]] bool isEmpty() const { return m_code.empty(); }
    [[nodiscard]] bool isCard() const { return m_card; }
    /** What Argon2id is given. */
    [[nodiscard]] const std::string &code() const { return m_code; }

private:
    OwnSecret(std::string code, bool card) : m_code(std::move(code)), m_card(card) {}

    std::string m_code;
    bool m_card = false;
};

/** What three pictures, or a card, became, with how. Not to be copied about. */
struct PictureKey
{
    KdfCost cost;
    PasscodeSalt salt;
    PasscodeHash hash;
    bool card = false;
};
/** Slow on purpose, any thread. BadArgument when the secret is empty; Internal without memory. */
[[nodiscard]] Result<PictureKey> deriveKey(const OwnSecret &secret, const PasscodeSalt &salt, KdfCost cost,
                                           const PasscodeKdf &kdf);
void wipe(PictureKey &key);

/** A ring under the pictures, or the card, alone. It never lies anywhere but in a box to one device. */
struct LockedRing
{
    bool card = false; // what opens it
    KdfCost cost;
    PasscodeSalt salt;
    std::vector<std::uint32_t> versions;
    std::string bytes; // as it is sealed

    /** nullopt unless it is one, with a lawful cost. */
    [[nodiscard]] static std::optional<LockedRing> from(std::string_view bytes);
};
/** The ring is not empty and lawful. */
[[nodiscard]] std::string lock(const OwnRing &ring, const PictureKey &key, const OwnPlace &place,
                               const Random &random);
/** SealBroken with other pictures, of another place, or changed. */
[[nodiscard]] Result<OwnRing> unlock(const LockedRing &locked, const PictureKey &key, const OwnPlace &place);

/** To the recovery key, which only the seed has. */
[[nodiscard]] std::string escrowOwn(const BoxPublic &recovery, const StreamId &stream, const OwnKey &key);
/** SealBroken; Malformed when it is of another stream. */
[[nodiscard]] Result<OwnKey> openEscrow(const BoxSecret &recovery, const StreamId &stream,
                                        std::string_view box);

/** What the office gives back with the seed is sealed to this: it opens with the key, so behind the pictures.
 */
[[nodiscard]] BoxSecret returnBoxOf(const OwnKey &key, const StreamId &stream);
[[nodiscard]] std::string boxReturned(const BoxPublic &to, const StreamId &stream, const OwnRing &ring);
[[nodiscard]] Result<OwnRing> openReturned(const BoxSecret &secret, const StreamId &stream,
                                           std::string_view box);

} // namespace trivsel::seal
