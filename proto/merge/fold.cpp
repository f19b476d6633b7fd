#include "proto/merge/fold.h"

#include "proto/merge/canonical.h"
#include "proto/merge/item_state.h"
#include "proto/merge/register_view.h"

#include <algorithm>
#include <set>
#include <unordered_map>

namespace trivsel::merge {

struct Fold::Impl
{
    std::unordered_map<Dot, Applied, DotHash> changes; // nodes never move: entries point into them
    std::size_t opaque = 0;
    std::uint64_t lamport = 0;
    std::unordered_map<EntityId, Registers, BytesHash<EntityId>> entities;
    std::unordered_map<EntityId, std::set<EntityId>, BytesHash<EntityId>> children;

    void addOps(const Applied &change);
    /** True when the change says nothing that is not known. */
    [[nodiscard]] bool knows(const Applied &change) const
    {
        const auto found = changes.find(change.dot);
        return found != changes.end() && (!found->second.opaque || change.opaque);
    }

    [[nodiscard]] const Registers *find(const EntityId &entity) const
    {
        const auto found = entities.find(entity);
        return found == entities.end() ? nullptr : &found->second;
    }
    [[nodiscard]] const RegisterLog *find(const EntityId &entity, std::string_view field) const
    {
        const Registers *registers = find(entity);
        if (!registers) {
            return nullptr;
        }
        const auto found = registers->find(field);
        return found == registers->end() ? nullptr : &found->second;
    }
};

void Fold::Impl::addOps(const Applied &change)
{
    bool whole = true;
    for (int place = change.change.ops_size() - 1; place >= 0; --place) { // the last op on a register counts
        const wire::v1::Op &op = change.change.ops(place);
        const auto entity = EntityId::from(op.entity());
        if (!entity) {
            whole = false; // says nothing that could be placed; the change itself is kept by whoever keeps
                           // the log
            continue;
        }
        Registers &registers = entities[*entity];
        auto at = registers.find(op.field());
        if (at == registers.end()) {
            at = registers.try_emplace(op.field()).first;
        }
        at->second.add(makeEntry(change, place));
        if (const auto parent = EntityId::from(op.parent())) {
            children[*parent].insert(*entity);
        }
    }
    opaque += whole ? 0 : 1;
}

Fold::Fold() : m(std::make_unique<Impl>()) {}
Fold::~Fold() = default;
Fold::Fold(Fold &&) noexcept = default;
Fold &Fold::operator=(Fold &&) noexcept = default;

bool Fold::add(const Applied &change)
{
    return !m->knows(change) && add(Applied(change));
}

bool Fold::add(Applied &&change)
{
    if (m->knows(change)) {
        return false;
    }
    const auto [at, fresh] = m->changes.try_emplace(change.dot);
    if (!fresh) {
        --m->opaque; // known until now without its content
    }
    at->second = std::move(change);
    const Applied &kept = at->second;
    m->lamport = std::max(m->lamport, kept.lamport);
    if (kept.opaque) {
        ++m->opaque;
    } else {
        m->addOps(kept);
    }
    return true;
}

bool Fold::contains(const Dot &dot) const
{
    return m->changes.contains(dot);
}

std::size_t Fold::changeCount() const
{
    return m->changes.size();
}

std::size_t Fold::opaqueCount() const
{
    return m->opaque;
}

std::uint64_t Fold::lamport() const
{
    return m->lamport;
}

RegisterView Fold::view(const EntityId &entity, std::string_view field) const
{
    const RegisterLog *log = m->find(entity, field);
    return log ? viewOf(*log) : RegisterView{};
}

std::vector<Version> Fold::history(const EntityId &entity, std::string_view field) const
{
    const RegisterLog *log = m->find(entity, field);
    if (!log) {
        return {};
    }
    std::vector<const Entry *> entries;
    for (const Entry &entry : log->entries()) {
        entries.push_back(&entry);
    }
    std::sort(entries.begin(), entries.end(), [](const Entry *a, const Entry *b) {
        return std::tuple(a->age(), a->place) < std::tuple(b->age(), b->place);
    });
    std::vector<Version> out;
    out.reserve(entries.size());
    for (const Entry *entry : entries) {
        out.push_back(toVersion(*entry));
    }
    return out;
}

ItemState Fold::itemState(const EntityId &entity) const
{
    const Registers *registers = m->find(entity);
    return registers ? itemStateOf(*registers) : ItemState::Absent;
}

std::vector<std::string> Fold::fields(const EntityId &entity) const
{
    std::vector<std::string> out;
    if (const Registers *registers = m->find(entity)) {
        for (const auto &[field, log] : *registers) {
            out.push_back(field);
        }
    }
    return out;
}

std::vector<EntityId> Fold::entities() const
{
    std::vector<EntityId> out;
    out.reserve(m->entities.size());
    for (const auto &[entity, registers] : m->entities) {
        out.push_back(entity);
    }
    std::sort(out.begin(), out.end());
    return out;
}

std::vector<EntityId> Fold::children(const EntityId &parent) const
{
    const auto found = m->children.find(parent);
    if (found == m->children.end()) {
        return {};
    }
    return {found->second.begin(), found->second.end()};
}

std::vector<FieldId> Fold::waiting() const
{
    std::vector<FieldId> out;
    for (const auto &[entity, registers] : m->entities) {
        const ItemState state = itemStateOf(registers);
        if (state == ItemState::Removed) {
            continue; // whoever removed it saw its versions
        }
        if (state == ItemState::RemovedButEdited) {
            out.push_back({entity, ""});
        }
        for (const auto &[field, log] : registers) {
            if (!field.empty() && log.headCount() > 1 && viewOf(log).waitsForPerson()) {
                out.push_back({entity, field});
            }
        }
    }
    std::sort(out.begin(), out.end());
    return out;
}

std::string Fold::canonical() const
{
    std::string out;
    for (const EntityId &entity : entities()) {
        appendCanonical(out, entity, *m->find(entity));
    }
    appendNumber(out, m->changes.size());
    appendNumber(out, m->opaque);
    appendNumber(out, m->lamport);
    return out;
}

std::string textOf(const RegisterView &view)
{
    return view.versions.empty() ? std::string{} : view.versions.back().op.text();
}

std::int64_t numOf(const RegisterView &view, std::int64_t otherwise)
{
    const bool has = !view.versions.empty() && view.versions.back().op.v_case() == wire::v1::Op::kNum;
    return has ? view.versions.back().op.num() : otherwise;
}

std::string refOf(const RegisterView &view)
{
    return view.versions.empty() ? std::string{} : view.versions.back().op.ref();
}

} // namespace trivsel::merge
