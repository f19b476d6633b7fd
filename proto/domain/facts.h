#pragma once

#include "proto/merge/fold.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/** Reading and writing single fields of records, shared by the writers of this room. */
namespace trivsel::domain {

using Ops = std::vector<wire::v1::Op>;

/** One record as it is now. Each setter adds an op only if the field shows something else. */
class RecordWriter
{
public:
    RecordWriter(EntityId entity, const merge::Fold &now) : m_entity(entity), m_now(now) {}

    RecordWriter &in(const EntityId &parent);
    RecordWriter &text(std::string_view field, std::string_view value);
    RecordWriter &num(std::string_view field, std::int64_t value);
    RecordWriter &ref(std::string_view field, std::string_view bytes);
    RecordWriter &parts(std::string_view field, wire::v1::Parts value);
    /** Position in a list. */
    RecordWriter &rank(std::string_view field, std::string_view value);
    /** Makes these the members of the set. Each member has a register of its own: `field`/<hex of member>. */
    RecordWriter &set(std::string_view field, const std::vector<PersonId> &members);

    [[nodiscard]] Ops take() { return std::move(m_ops); }

private:
    void add(std::string_view field, wire::v1::Op op);
    void member(std::string_view field, const PersonId &person, bool in);

    EntityId m_entity;
    const merge::Fold &m_now;
    std::optional<EntityId> m_parent;
    Ops m_ops;
};

/** The members of a set that RecordWriter::set wrote, sorted. */
[[nodiscard]] std::vector<PersonId> readSet(const merge::Fold &fold, const EntityId &entity,
                                            std::string_view field);

[[nodiscard]] std::string textPart(const wire::v1::Parts &parts, std::string_view name);
[[nodiscard]] std::string refPart(const wire::v1::Parts &parts, std::string_view name);
[[nodiscard]] std::int64_t numPart(const wire::v1::Parts &parts, std::string_view name); // 0 when missing
void addNum(wire::v1::Parts &parts, const char *name, std::int64_t value);
void addText(wire::v1::Parts &parts, const char *name, std::string_view text);
void addRef(wire::v1::Parts &parts, const char *name, std::string_view bytes);

/** Dots as bytes: inc, ctr u64 LE each. Bytes of another length are no dots. */
[[nodiscard]] std::string bytesOf(const std::vector<Dot> &dots);
[[nodiscard]] std::vector<Dot> dotsOf(std::string_view bytes);

/** The newest version's parts; empty when there is none. */
[[nodiscard]] wire::v1::Parts partsOf(const merge::RegisterView &view);
/** True when any version, also an older one beside the newest, is this number. */
[[nodiscard]] bool anyIs(const merge::RegisterView &view, std::int64_t value);
/** An item that is shown: live, or removed by one while another edited it. */
[[nodiscard]] bool stands(const merge::Fold &fold, const EntityId &entity);

} // namespace trivsel::domain
