#pragma once

#include "proto/seal/sealed_change.h"

namespace trivsel::seal {

/** Header.key of a change that is sealed to the server instead of under a stream's key: whoever wrote it
 * can't open it again. Only in `audit` streams. */
inline constexpr std::uint32_t kBoxedKey = 0;

/** The X25519 form of an Ed25519 key: what boxes to the server are sealed to. nullopt when it is no key. */
[[nodiscard]] std::optional<BoxPublic> boxKeyOf(const SignPublic &key);
[[nodiscard]] BoxSecret boxKeyOf(const SignSecret &key);

/** As sealChange, for a header with key 0: `ct` = box of a content key drawn for this change | content under
 * it. */
[[nodiscard]] SealedChange sealBoxed(const StreamId &stream, const wire::v1::Header &header,
                                     std::string_view plain, const BoxPublic &to, const Random &random);
/** As readChange. SealBroken when it is no boxed change, not for this key, gone or changed. */
[[nodiscard]] Result<wire::v1::Change> readBoxed(const SealedChange &change, const BoxSecret &secret);

} // namespace trivsel::seal
