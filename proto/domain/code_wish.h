#pragma once

#include "proto/domain/facts.h"
#include "proto/seal/keys.h"
#include "proto/seal/passcode.h"

#include <optional>
#include <string>
#include <string_view>

/** Somebody of the staff has chosen a code of their own on a tablet, and asks the office to take it:
 * proto/README.md, *A person's code*. */
namespace trivsel::domain {

/** What the office is told, and nobody else: it lies in a box to the server's key. */
struct CodeWish
{
    HomeId home;
    PersonId person;
    EntityId id;                     // of this wish, random
    std::string inUse;               // the six digits that the person signed in with: shows that it is they
    seal::PasscodeVerifier chosen{}; // of the new ones, made on the tablet
};
/** 112 bytes: u8 1 | home | person | id | six digits | verifier. Secret. */
[[nodiscard]] std::string encodeCodeWish(const CodeWish &wish);
/** nullopt unless it is one. */
[[nodiscard]] std::optional<CodeWish> decodeCodeWish(std::string_view bytes);

/** As it stands in `home`, written by any tablet: proves nothing before the box is opened. */
struct SealedCodeWish
{
    EntityId id;
    PersonId person;
    std::string box;
};
[[nodiscard]] wire::v1::Op writeCodeWish(const SealedCodeWish &wish);
/** nullopt when the op is something else, or a piece is missing. */
[[nodiscard]] std::optional<SealedCodeWish> readCodeWish(const wire::v1::Op &op);

/** Of two at once, by a server that was set back, Taken. */
enum class CodeAnswer { Taken = 1, Refused = 2 };
/** By the office, in `home`. */
[[nodiscard]] Ops writeCodeAnswer(const EntityId &wish, CodeAnswer answer, const merge::Fold &now);
/** From what the office wrote. */
[[nodiscard]] std::optional<CodeAnswer> readCodeAnswer(const EntityId &wish, const merge::Fold &office);

} // namespace trivsel::domain
