#include "proto/seal/sealed_change.h"

#include "proto/base/limits.h"
#include "proto/base/text.h"
#include "proto/seal/parse.h"

namespace trivsel::seal {

namespace {

using namespace limits;

bool isText(std::string_view s, std::size_t bytesMax = kTextBytesMax)
{
    return s.size() <= bytesMax && isValidUtf8(s);
}

bool isName(std::string_view s)
{
    return isText(s, kNameBytesMax);
}

bool isIdOrNone(std::string_view s)
{
    return s.empty() || s.size() == EntityId::size;
}

bool isDot(const wire::v1::Dot &dot)
{
    return dot.inc() != 0 && dot.ctr() != 0;
}

template <class Dots> bool areDots(const Dots &dots)
{
    if (static_cast<std::size_t>(dots.size()) > kSeenPerOpMax) {
        return false;
    }
    for (const wire::v1::Dot &dot : dots) {
        if (!isDot(dot)) {
            return false;
        }
    }
    return true;
}

bool isAnswer(const wire::v1::Answer &answer)
{
    return isName(answer.link_id()) && isName(answer.code()) && isText(answer.text()) &&
           isText(answer.shown()) && wire::v1::Absent_IsValid(answer.absent());
}

bool isResponse(const wire::v1::Response &response)
{
    if (!wire::v1::Outcome_IsValid(response.outcome()) || !wire::v1::Way_IsValid(response.way()) ||
        !isIdOrNone(response.about()) || !isName(response.language()) ||
        (response.has_corrects() && !isDot(response.corrects())) ||
        static_cast<std::size_t>(response.answers_size()) > kItemsPerOpMax) {
        return false;
    }
    for (const wire::v1::Answer &answer : response.answers()) {
        if (!isAnswer(answer)) {
            return false;
        }
    }
    return true;
}

bool areParts(const wire::v1::Parts &parts)
{
    if (static_cast<std::size_t>(parts.parts_size()) > kItemsPerOpMax) {
        return false;
    }
    for (const wire::v1::Parts::Part &part : parts.parts()) {
        if (!isName(part.name()) || !isText(part.text())) {
            return false;
        }
    }
    return true;
}

bool isValue(const wire::v1::Op &op)
{
    switch (op.v_case()) {
    case wire::v1::Op::kText:
        return isText(op.text());
    case wire::v1::Op::kRank:
        return isName(op.rank());
    case wire::v1::Op::kResponse:
        return isResponse(op.response());
    case wire::v1::Op::kParts:
        return areParts(op.parts());
    case wire::v1::Op::kRemove:
        return op.remove() || op.field().empty(); // false only puts a whole item back
    case wire::v1::Op::kNum:
    case wire::v1::Op::kRef:
    case wire::v1::Op::kExt:
    case wire::v1::Op::V_NOT_SET:
        return true;
    }
    return false;
}

// Enumerators get new meanings only with a new op schema, so an unknown one in a known schema is no lawful
// change.
bool isOp(const wire::v1::Op &op, int defs)
{
    return op.entity().size() == EntityId::size && isName(op.field()) &&
           op.def() <= static_cast<std::uint32_t>(defs) && wire::v1::Policy_IsValid(op.policy()) &&
           wire::v1::Voice_IsValid(op.voice()) && wire::v1::Resolution_IsValid(op.resolution()) &&
           isIdOrNone(op.parent()) && areDots(op.seen()) && areDots(op.chosen()) && isValue(op);
}

/** Guests stand in the home's list of people and write nothing: a role above the server's is no writer's. */
bool isWriter(std::uint32_t role)
{
    return role <= static_cast<std::uint32_t>(wire::v1::ROLE_SERVER);
}

Status checkContent(const wire::v1::Change &change)
{
    if (!isIdOrNone(change.author()) || !isIdOrNone(change.enterer()) || !isWriter(change.role()) ||
        static_cast<std::size_t>(change.defs_size()) > kOpsPerChangeMax) {
        return fail(Errc::Malformed, "change: who, role or definitions");
    }
    for (const std::string &def : change.defs()) {
        if (def.size() != DefinitionHash::size) {
            return fail(Errc::Malformed, "change: hash of a definition");
        }
    }
    if (static_cast<std::size_t>(change.ops_size()) > kOpsPerChangeMax) {
        return fail(Errc::Malformed, "change: too many ops");
    }
    for (int i = 0; i < change.ops_size(); ++i) {
        if (!isOp(change.ops(i), change.defs_size())) {
            return fail(Errc::Malformed, "change: op " + std::to_string(i));
        }
    }
    return {};
}

} // namespace

bool readable(const SealedChange &change)
{
    return !change.gone && change.opSchema >= 1 && change.opSchema <= kOpSchema;
}

Result<std::string> encodeChange(const wire::v1::Change &change)
{
    TRIVSEL_TRY(checkContent(change));
    if (change.ByteSizeLong() > kPlainBytesMax) {
        return fail(Errc::TooLarge, "change");
    }
    return change.SerializeAsString();
}

Result<wire::v1::Change> readChange(const SealedChange &change, const StreamKey &key)
{
    if (change.opSchema > kOpSchema) {
        return fail(Errc::VersionUnsupported, "written by a newer program");
    }
    Result<std::string> plain = openChange(change, key);
    if (!plain) {
        return tl::unexpected<Error>(std::move(plain).error());
    }
    wire::v1::Change out;
    if (change.opSchema == 0 || !parse(*plain, out)) {
        return fail(Errc::Malformed, "change content");
    }
    TRIVSEL_TRY(checkContent(out));
    return out;
}

} // namespace trivsel::seal
