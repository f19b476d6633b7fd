#pragma once

#include "proto/merge/applied.h"
#include "proto/merge/register.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace trivsel::merge {

struct FieldId
{
    EntityId entity;
    std::string field;
    auto operator<=>(const FieldId &) const = default;
};

enum class ItemState {
    Absent, // nothing known, or known only from opaque ops
    Live,
    Removed,
    RemovedButEdited // removed by one, edited unseen by another: stays visible, struck through, for a person
};

/**
 * The documents of one stream: fold(changes). Any order, any duplication of add() gives the same documents.
 * Rules (proto/README.md, "Folding"): a register's heads are the ops that no other op of the register names
 * in `seen`; in a field whose voice is the resident's, an op that the resident did not enter themselves never
 * supersedes one that they did. Pure: no I/O, clock, catalogue. One thread at a time. Cost of add: the
 * change's ops and what they name.
 */
class Fold
{
public:
    Fold();
    ~Fold();
    Fold(Fold &&) noexcept;
    Fold &operator=(Fold &&) noexcept;

    /** False when the dot was there already (nothing changes). A change that was opaque may come again with
     * its content (its key arrived); that is a change, too. Move it in: copying costs more than folding. */
    bool add(const Applied &change);
    bool add(Applied &&change);

    [[nodiscard]] bool contains(const Dot &dot) const;
    [[nodiscard]] std::size_t changeCount() const;
    /** Changes that can't be wholly read here: opaque, or with an op that names no item. */
    [[nodiscard]] std::size_t opaqueCount() const;
    [[nodiscard]] std::uint64_t lamport() const; // highest seen, saturating

    [[nodiscard]] RegisterView view(const EntityId &entity, std::string_view field) const;
    /** Every version ever written to the field, oldest first: the history. Never loses one. Decisions to keep
     * both or to talk, and ops that can't be read here, stand among them (see op.resolution, op.v_case). */
    [[nodiscard]] std::vector<Version> history(const EntityId &entity, std::string_view field) const;
    [[nodiscard]] ItemState itemState(const EntityId &entity) const;
    /** Fields with at least one op, sorted. */
    [[nodiscard]] std::vector<std::string> fields(const EntityId &entity) const;
    /** Every entity, sorted by id. */
    [[nodiscard]] std::vector<EntityId> entities() const;
    /** Entities whose ops name this parent, sorted by id. */
    [[nodiscard]] std::vector<EntityId> children(const EntityId &parent) const;
    /** Registers that wait for a person, and (field "") items that were removed by one and edited by another.
     * Sorted. Removed items do not wait. */
    [[nodiscard]] std::vector<FieldId> waiting() const;

    /** Every register's heads, values and states, and every item's state, as canonical bytes: two folds of
     * the same changes give the same. For proofs and tests; callers hash it. */
    [[nodiscard]] std::string canonical() const;

private:
    struct Impl;
    std::unique_ptr<Impl> m;
};

/** Convenience for one singleton value: the newest readable version's text/num/ref, empty when none. */
[[nodiscard]] std::string textOf(const RegisterView &view);
[[nodiscard]] std::int64_t numOf(const RegisterView &view, std::int64_t otherwise = 0);
[[nodiscard]] std::string refOf(const RegisterView &view);

} // namespace trivsel::merge
