#include "proto/domain/facts.h"

#include "proto/base/little_endian.h"
#include "proto/merge/seen.h"

#include <algorithm>

namespace trivsel::domain {

using merge::RegisterView;
using wire::v1::Op;
using wire::v1::Parts;

namespace {

std::string memberField(std::string_view field, const PersonId &person)
{
    return std::string(field) + '/' + toHex(person.view());
}

bool sameValue(const Op &a, const Op &b)
{
    if (a.v_case() != b.v_case()) {
        return false;
    }
    switch (a.v_case()) {
    case Op::kText:
        return a.text() == b.text();
    case Op::kNum:
        return a.num() == b.num();
    case Op::kRef:
        return a.ref() == b.ref();
    case Op::kRank:
        return a.rank() == b.rank();
    case Op::kParts:
        return a.parts().SerializeAsString() == b.parts().SerializeAsString();
    default:
        return false;
    }
}

Op withPolicy(wire::v1::Policy policy)
{
    Op op;
    op.set_policy(policy);
    return op;
}

} // namespace

RecordWriter &RecordWriter::in(const EntityId &parent)
{
    m_parent = parent;
    return *this;
}

RecordWriter &RecordWriter::text(std::string_view field, std::string_view value)
{
    Op op = withPolicy(wire::v1::KEEP_BOTH);
    op.set_text(std::string(value));
    add(field, std::move(op));
    return *this;
}

RecordWriter &RecordWriter::num(std::string_view field, std::int64_t value)
{
    Op op = withPolicy(wire::v1::KEEP_BOTH);
    op.set_num(value);
    add(field, std::move(op));
    return *this;
}

RecordWriter &RecordWriter::ref(std::string_view field, std::string_view bytes)
{
    Op op = withPolicy(wire::v1::KEEP_BOTH);
    op.set_ref(std::string(bytes));
    add(field, std::move(op));
    return *this;
}

RecordWriter &RecordWriter::parts(std::string_view field, Parts value)
{
    Op op = withPolicy(wire::v1::KEEP_BOTH);
    *op.mutable_parts() = std::move(value);
    add(field, std::move(op));
    return *this;
}

RecordWriter &RecordWriter::rank(std::string_view field, std::string_view value)
{
    Op op = withPolicy(wire::v1::ORDER);
    op.set_rank(std::string(value));
    add(field, std::move(op));
    return *this;
}

RecordWriter &RecordWriter::set(std::string_view field, const std::vector<PersonId> &members)
{
    for (const PersonId &person : readSet(m_now, m_entity, field)) {
        if (std::find(members.begin(), members.end(), person) == members.end()) {
            member(field, person, false);
        }
    }
    for (const PersonId &person : members) {
        if (m_now.view(m_entity, memberField(field, person)).versions.empty()) {
            member(field, person, true);
        }
    }
    return *this;
}

void RecordWriter::member(std::string_view field, const PersonId &person, bool in)
{
    Op op = withPolicy(wire::v1::SET);
    if (in) {
        op.set_ref(person.str());
    } else {
        op.set_remove(true);
    }
    add(memberField(field, person), std::move(op));
}

void RecordWriter::add(std::string_view field, Op op)
{
    const RegisterView view = m_now.view(m_entity, field);
    // Two versions of a word wait for a person; two versions of a number (blocked, active) are settled by
    // this save.
    const bool shown = !view.versions.empty() && sameValue(view.versions.back().op, op);
    if (shown && (view.versions.size() == 1 || op.v_case() != Op::kNum)) {
        return;
    }
    op.set_entity(m_entity.str());
    op.set_field(std::string(field));
    if (m_parent) {
        op.set_parent(m_parent->str());
    }
    merge::addSeen(op, view.heads);
    m_ops.push_back(std::move(op));
}

std::vector<PersonId> readSet(const merge::Fold &fold, const EntityId &entity, std::string_view field)
{
    const std::string prefix = std::string(field) + '/';
    std::vector<PersonId> out;
    for (const std::string &name : fold.fields(entity)) {
        const auto raw =
            name.starts_with(prefix) ? fromHex(std::string_view(name).substr(prefix.size())) : std::nullopt;
        const auto person = raw ? PersonId::from(*raw) : std::nullopt;
        if (person && !fold.view(entity, name).versions.empty()) {
            out.push_back(*person);
        }
    }
    std::sort(out.begin(), out.end());
    return out;
}

std::string textPart(const Parts &parts, std::string_view name)
{
    for (const auto &part : parts.parts()) {
        if (part.name() == name) {
            return part.text();
        }
    }
    return {};
}

std::string refPart(const Parts &parts, std::string_view name)
{
    for (const auto &part : parts.parts()) {
        if (part.name() == name) {
            return part.ref();
        }
    }
    return {};
}

std::int64_t numPart(const Parts &parts, std::string_view name)
{
    for (const auto &part : parts.parts()) {
        if (part.name() == name) {
            return part.num();
        }
    }
    return 0;
}

std::string bytesOf(const std::vector<Dot> &dots)
{
    std::string bytes;
    for (const Dot &dot : dots) {
        putLittleEndian(bytes, static_cast<std::uint64_t>(dot.inc));
        putLittleEndian(bytes, dot.ctr);
    }
    return bytes;
}

std::vector<Dot> dotsOf(std::string_view bytes)
{
    constexpr std::size_t kNumberBytes = 8;
    std::vector<Dot> dots;
    const auto number = [&bytes](std::size_t at) { return getLittleEndian<std::uint64_t>(bytes.substr(at)); };
    for (std::size_t at = 0; bytes.size() % (2 * kNumberBytes) == 0 && at < bytes.size();
         at += 2 * kNumberBytes) {
        dots.push_back({Incarnation{number(at)}, number(at + kNumberBytes)});
    }
    return dots;
}

void addText(Parts &parts, const char *name, std::string_view text)
{
    auto *part = parts.add_parts();
    part->set_name(name);
    part->set_text(std::string(text));
}

void addRef(Parts &parts, const char *name, std::string_view bytes)
{
    auto *part = parts.add_parts();
    part->set_name(name);
    part->set_ref(std::string(bytes));
}

void addNum(Parts &parts, const char *name, std::int64_t number)
{
    auto *part = parts.add_parts();
    part->set_name(name);
    part->set_num(number);
}

Parts partsOf(const RegisterView &view)
{
    return view.versions.empty() ? Parts{} : view.versions.back().op.parts();
}

bool anyIs(const RegisterView &view, std::int64_t value)
{
    return std::any_of(view.versions.begin(), view.versions.end(), [value](const merge::Version &version) {
        return version.op.v_case() == Op::kNum && version.op.num() == value;
    });
}

bool stands(const merge::Fold &fold, const EntityId &entity)
{
    const merge::ItemState state = fold.itemState(entity);
    return state == merge::ItemState::Live || state == merge::ItemState::RemovedButEdited;
}

} // namespace trivsel::domain
