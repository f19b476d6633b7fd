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

/** Must have succeeded before anything else here is called; cheap to call again. Internal when libsodium can't start. */
[[nodiscard]] Status initialise();

/** The product's randomness: libsodium. Tests and the simulation pass their own. */
[[nodiscard]] Random systemRandom();

[[nodiscard]] SignPublic publicOf(const SignSecret &secret);
[[nodiscard]] Signature sign(const SignSecret &secret, std::string_view message);
[[nodiscard]] bool verify(const SignPublic &key, std::string_view message, const Signature &signature);

[[nodiscard]] BoxPublic publicOf(const BoxSecret &secret);
/** crypto_box_seal: only the holder of the secret can open it; the sender stays unnamed. Always draws its own randomness. */
[[nodiscard]] std::string sealBox(const BoxPublic &to, std::string_view plain);
/** SealBroken when it is not for this key or was changed. */
[[nodiscard]] Result<std::string> openBox(const BoxSecret &secret, std::string_view box);

/** BLAKE2b-256 keyed with the seed over "trivsel.kdf.1" | label. Labels are listed in proto/README.md. */
[[nodiscard]] Bytes<32, struct DerivedTag> derive(const RecoverySeed &seed, std::string_view label);

/** Seals a secret for a file of ours: nonce | XChaCha20-Poly1305(plain), `context` is authenticated with it. */
[[nodiscard]] std::string wrap(const WrapKey &key, std::string_view context, std::string_view plain, const Random &random);
/** SealBroken on another key, another context or changed bytes. */
[[nodiscard]] Result<std::string> unwrap(const WrapKey &key, std::string_view context, std::string_view wrapped);

/** Sixteen pronounceable words and one check word; read back without regard to case, spaces or hyphens. */
[[nodiscard]] std::string toWords(const RecoverySeed &seed);
/** BadArgument when a word is not one of ours, missing, or the check word does not fit. */
[[nodiscard]] Result<RecoverySeed> fromWords(std::string_view words);

[[nodiscard]] Hash256 hash256(std::string_view bytes);
[[nodiscard]] DefinitionHash hashDefinition(std::string_view bytes);
/** The id of an item that a resident has exactly one of: BLAKE2b-128(person | kind), so that two tablets offline make the same. */
[[nodiscard]] EntityId singleton(const PersonId &person, std::string_view kind);

} // namespace trivsel::seal
