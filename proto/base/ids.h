#pragma once

#include "proto/base/bytes.h"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>

namespace trivsel {

using HomeId = Bytes<16, struct HomeTag>;
using DeviceId = Bytes<16, struct DeviceTag>;
using PersonId = Bytes<16, struct PersonTag>;
using EntityId = Bytes<16, struct EntityTag>;
using DefinitionHash = Bytes<16, struct DefinitionTag>;
using Hash256 = Bytes<32, struct HashTag>;

/** A person and the items about them share the id space: a person's own record is the entity with their id.
 */
[[nodiscard]] inline EntityId entityOf(const PersonId &person)
{
    return EntityId{person.data};
}
[[nodiscard]] inline PersonId personOf(const EntityId &entity)
{
    return PersonId{entity.data};
}

enum class StreamKind : std::uint8_t {
    Home = 1,
    Profile = 2,
    Own = 3,
    Chosen = 4,
    Team = 5,
    Safety = 6,
    Staff = 7,
    Group = 8,
    Insight = 9,
    Audit = 10,
};
[[nodiscard]] const char *nameOf(StreamKind kind);

/** The unit of grant, key, retention and erasure: a kind and 128 random bits. */
struct StreamId
{
    StreamKind kind{};
    EntityId bits{};

    auto operator<=>(const StreamId &) const = default;
    [[nodiscard]] std::string str() const; // 17 bytes, kind first
    /** nullopt unless 17 bytes and a known kind. */
    static std::optional<StreamId> from(std::string_view raw);
};

/** One program start on one device. Drawn at its first write; never reused, so a restored copy can't reuse an
 * id. */
enum class Incarnation : std::uint64_t {};

/** Names a change within its stream. */
struct Dot
{
    Incarnation inc{};
    std::uint64_t ctr = 0;
    auto operator<=>(const Dot &) const = default;
};

struct ChangeId
{
    StreamId stream;
    Dot dot;
    auto operator<=>(const ChangeId &) const = default;
};

struct DotHash
{
    std::size_t operator()(const Dot &d) const
    {
        return static_cast<std::size_t>(static_cast<std::uint64_t>(d.inc) * 0x9E3779B97F4A7C15ULL ^ d.ctr);
    }
};
struct StreamIdHash
{
    std::size_t operator()(const StreamId &s) const
    {
        return BytesHash<EntityId>{}(s.bits) ^ static_cast<std::size_t>(s.kind);
    }
};

} // namespace trivsel
