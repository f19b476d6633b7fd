#pragma once

#include "proto/base/bytes.h"
#include "proto/base/error.h"
#include "proto/base/ids.h"

#include <string>
#include <string_view>

namespace trivsel::seal {

using StreamKey = Bytes<32, struct StreamKeyTag>;
using Nonce = Bytes<24, struct NonceTag>;
using SignSecret = Bytes<32, struct SignSecretTag>; // Ed25519 seed
using SignPublic = Bytes<32, struct SignPublicTag>;
using Signature = Bytes<64, struct SignatureTag>;
using BoxSecret = Bytes<32, struct BoxSecretTag>; // X25519
using BoxPublic = Bytes<32, struct BoxPublicTag>;
using RecoverySeed = Bytes<32, struct RecoverySeedTag>;
using WrapKey = Bytes<32, struct WrapKeyTag>;

/** Must have succeeded before anything else here is called; cheap to call again. Internal when libsodium
 * can't start. */
[[nodiscard]] Status initialise();

/** The product's randomness: libsodium. Tests and the simulation pass their own. */
[[nodiscard]] Random systemRandom();

[[nodiscard]] SignPublic publicOf(const SignSecret &secret);
[[nodiscard]] Signature sign(const SignSecret &secret, std::string_view message);
[[nodiscard]] bool verify(const SignPublic &key, std::string_view message, const Signature &signature);

/** SHA-256 of the key as a SubjectPublicKeyInfo (DER): what a tablet is given to know the server by. */
[[nodiscard]] Hash256 pinOf(const SignPublic &key);

[[nodiscard]] BoxPublic publicOf(const BoxSecret &secret);
/** crypto_box_seal: only the holder of the secret can open it; the sender stays unnamed. Always draws its own
 * randomness. */
[[nodiscard]] std::string sealBox(const BoxPublic &to, std::string_view plain);
/** SealBroken when it is not for this key or was changed. */
[[nodiscard]] Result<std::string> openBox(const BoxSecret &secret, std::string_view box);

/** What the recovery seed gives. A lost server is made again from these, so a label never changes its
 * meaning. */
namespace label {
inline constexpr std::string_view kServerIdentity = "server-identity"; // Ed25519 seed: TLS key, the pin
inline constexpr std::string_view kHomeCa = "home-ca";                 // Ed25519 seed: the home's CA
inline constexpr std::string_view kHomeId = "home-id";                 // first 16 bytes: HomeId
inline constexpr std::string_view kHomeStream = "home-stream";         // first 16 bytes: bits of `home`
inline constexpr std::string_view kHomeKey = "home-key-1";             // StreamKey of `home`, version 1
inline constexpr std::string_view kRecoveryBox = "recovery-box";       // X25519 secret: the recovery key
} // namespace label

/** BLAKE2b-256 keyed with the seed over "trivsel.kdf.1" | label. */
[[nodiscard]] Bytes<32, struct DerivedTag> derive(const RecoverySeed &seed, std::string_view label);

/** Seals a secret for a file of ours: nonce | XChaCha20-Poly1305(plain); associated data = "trivsel.wrap.1" |
 * context. */
[[nodiscard]] std::string wrap(const WrapKey &key, std::string_view context, std::string_view plain,
                               const Random &random);
/** SealBroken on another key, another context or changed bytes. */
[[nodiscard]] Result<std::string> unwrap(const WrapKey &key, std::string_view context,
                                         std::string_view wrapped);

/** Overwrites a secret that is no longer needed, and empties it. */
void wipe(std::string &secret);

/** Sixteen pronounceable words and one check word, lower case, one space between. */
[[nodiscard]] std::string toWords(const RecoverySeed &seed);
/**
 * Reads letters only: case, white space, hyphens, dots, commas and where words are split do not
 * matter. BadArgument when a word is not one of ours (says the number of the word, never the word), one is
 * missing or too many, or the check word does not fit.
 */
[[nodiscard]] Result<RecoverySeed> fromWords(std::string_view words);

/** To say where the trouble is: the number (1 …) of the first word that is none of ours, reading word by word
 * as they stand; 0 when every one of them is. */
[[nodiscard]] int strangeWord(std::string_view words);

[[nodiscard]] Hash256 hash256(std::string_view bytes); // BLAKE2b-256, no key
/** BLAKE2b-128 of the definition's bytes. */
[[nodiscard]] DefinitionHash hashDefinition(std::string_view bytes);
/** The id of an item that a resident has exactly one of: BLAKE2b-128(person | kind), so that two
 * tablets offline make the same. */
[[nodiscard]] EntityId singleton(const PersonId &person, std::string_view kind);

} // namespace trivsel::seal
