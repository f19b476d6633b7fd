#include "proto/merge/entry.h"

#include "proto/base/little_endian.h"
#include "proto/base/mutant.h"

namespace trivsel::merge {

using wire::v1::Op;

Entry makeEntry(const Applied &change, int place)
{
    Entry entry;
    entry.change = &change;
    entry.op = &change.change.ops(place);
    entry.place = static_cast<std::uint32_t>(place);
    entry.author = PersonId::from(change.change.author()).value_or(PersonId{});
    entry.enterer = PersonId::from(change.change.enterer()).value_or(PersonId{});
    return entry;
}

Version toVersion(const Entry &entry)
{
    const wire::v1::Change &change = entry.change->change;
    Version version;
    version.dot = entry.dot();
    version.lamport = entry.change->lamport;
    version.author = entry.author;
    version.enterer = entry.enterer;
    version.role = static_cast<Role>(change.role());
    version.wallMs = change.wall_ms();
    version.offsetMs = change.offset_ms();
    version.clockQuality = change.clock_quality();
    const auto def = entry.op->def();
    if (def > 0 && def <= static_cast<std::uint32_t>(change.defs_size())) {
        version.def = DefinitionHash::from(change.defs(static_cast<int>(def) - 1)).value_or(DefinitionHash{});
    }
    version.op = *entry.op;
    return version;
}

Dot dotOf(const wire::v1::Dot &dot)
{
    return {Incarnation{dot.inc()}, dot.ctr()};
}

Head headOf(const Entry &entry)
{
    return {entry.dot(), entry.change->hash};
}

bool isMarker(const Op &op)
{
    return op.resolution() == wire::v1::RESOLUTION_KEEP_BOTH || op.resolution() == wire::v1::RESOLUTION_TALK;
}

bool isRemove(const Op &op)
{
    return op.v_case() == Op::kRemove && op.remove();
}

bool isReadable(const Op &op)
{
    if (!wire::v1::Resolution_IsValid(op.resolution())) {
        return false;
    }
    switch (op.v_case()) {
    case Op::V_NOT_SET:
        return isMarker(op);
    case Op::kExt:
        return false;
    case Op::kRemove:
        return op.remove() || op.field().empty(); // "" and false: the item is put back
    default:
        return true;
    }
}

Policy policyOf(const Op &op)
{
    switch (op.policy()) {
    case wire::v1::MERGE_TEXT:
    case wire::v1::SET:
    case wire::v1::ORDER:
        return op.policy();
    default:
        return wire::v1::KEEP_BOTH;
    }
}

std::string valueKey(const Op &op)
{
    std::string key(1, static_cast<char>(op.v_case()));
    switch (op.v_case()) {
    case Op::kText:
        return key + op.text();
    case Op::kNum:
        return key + std::to_string(op.num());
    case Op::kRef:
        return key + op.ref();
    case Op::kRank:
        return key + op.rank();
    case Op::kRemove:
        return key + (op.remove() ? '1' : '0');
    case Op::kResponse:
        return key + op.response().SerializeAsString();
    case Op::kParts:
        return key + op.parts().SerializeAsString();
    case Op::kExt:
        return key + op.ext();
    case Op::V_NOT_SET:
        break;
    }
    return key;
}

bool protectedFrom(const Entry &earlier, const Entry &later)
{
    return !TRIVSEL_MUTANT("residents-words-replaced") && earlier.op->voice() == wire::v1::VOICE_RESIDENT &&
           earlier.author == earlier.enterer && later.enterer != earlier.author;
}

std::optional<Head> formerPlace(const Entry &entry)
{
    const wire::v1::Change &change = entry.change->change;
    const wire::v1::Reissued &was = change.reissued();
    if (!change.has_reissued() || was.inc() == 0 || was.ctr() == 0 || was.hash().size() != Hash256::size) {
        return std::nullopt;
    }
    return Head{{Incarnation{was.inc()}, was.ctr()}, getLittleEndian<std::uint64_t>(was.hash())};
}

bool meansFormer(const Head &named, const Entry &entry)
{
    const auto former = formerPlace(entry);
    return former && named.hash != 0 && named.hash == former->hash && named.fits(*former);
}

bool supersedes(const Entry &later, const Head &named, const Entry &earlier)
{
    if (isMarker(*later.op) && !isMarker(*earlier.op)) {
        return false;
    }
    // An op can't have seen what is not older: such a naming is a fault of the writer, and obeying it could
    // lose both. What was written anew is younger than its words: there the hash shows that they were seen.
    const bool saw =
        (named.fits(headOf(earlier)) && later.age() > earlier.age()) || meansFormer(named, earlier);
    return saw && !protectedFrom(earlier, later);
}

} // namespace trivsel::merge
