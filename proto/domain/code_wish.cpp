#include "proto/domain/code_wish.h"

#include "proto/domain/home_fields.h"

namespace trivsel::domain {
namespace {

constexpr char kWishVersion = 1;
constexpr std::size_t kVerifierBytes = 57;
constexpr std::size_t kBytes =
    1 + HomeId::size + PersonId::size + EntityId::size + seal::kPasscodeDigits + kVerifierBytes;

} // namespace

std::string encodeCodeWish(const CodeWish &wish)
{
    std::string out;
    out.reserve(kBytes); // it holds a code: no copy is left behind by growing
    out += kWishVersion;
    out.append(wish.home.str()).append(wish.person.str()).append(wish.id.str());
    return out.append(wish.inUse).append(wish.chosen.str());
}

std::optional<CodeWish> decodeCodeWish(std::string_view bytes)
{
    if (bytes.size() != kBytes || bytes[0] != kWishVersion) {
        return std::nullopt;
    }
    bytes.remove_prefix(1);
    const auto take = [&bytes](std::size_t size) {
        const std::string_view taken = bytes.substr(0, size);
        bytes.remove_prefix(size);
        return taken;
    };
    const auto home = HomeId::from(take(HomeId::size));
    const auto person = PersonId::from(take(PersonId::size));
    const auto id = EntityId::from(take(EntityId::size));
    std::string digits = seal::readPasscode(take(seal::kPasscodeDigits));
    const auto chosen = seal::PasscodeVerifier::from(bytes);
    if (!home || !person || !id || digits.empty() || !chosen) {
        return std::nullopt;
    }
    return CodeWish{*home, *person, *id, std::move(digits), *chosen};
}

wire::v1::Op writeCodeWish(const SealedCodeWish &wish)
{
    wire::v1::Op op;
    op.set_entity(wish.id.str());
    op.set_field(field::kCodeWish);
    op.set_policy(wire::v1::KEEP_BOTH);
    addRef(*op.mutable_parts(), "person", wish.person.str());
    addRef(*op.mutable_parts(), "box", wish.box);
    return op;
}

std::optional<SealedCodeWish> readCodeWish(const wire::v1::Op &op)
{
    const auto id = EntityId::from(op.entity());
    const auto person = PersonId::from(refPart(op.parts(), "person"));
    std::string box = refPart(op.parts(), "box");
    if (op.field() != field::kCodeWish || !id || !person || box.empty()) {
        return std::nullopt;
    }
    return SealedCodeWish{*id, *person, std::move(box)};
}

Ops writeCodeAnswer(const EntityId &wish, CodeAnswer answer, const merge::Fold &now)
{
    return RecordWriter(wish, now).num(field::kCodeAnswer, static_cast<std::int64_t>(answer)).take();
}

std::optional<CodeAnswer> readCodeAnswer(const EntityId &wish, const merge::Fold &office)
{
    const auto view = office.view(wish, field::kCodeAnswer);
    if (anyIs(view, static_cast<std::int64_t>(CodeAnswer::Taken))) {
        return CodeAnswer::Taken; // a server that was set back may have answered twice
    }
    return anyIs(view, static_cast<std::int64_t>(CodeAnswer::Refused)) ? std::optional(CodeAnswer::Refused)
                                                                       : std::nullopt;
}

} // namespace trivsel::domain
