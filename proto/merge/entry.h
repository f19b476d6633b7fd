#pragma once

#include "proto/base/mutant.h"
#include "proto/merge/applied.h"
#include "proto/merge/register.h"
#include "proto/merge/seen.h"

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>

namespace trivsel::merge {

/** One op where it stands in its register. Points into the fold's changes, which never move. */
struct Entry
{
    const Applied *change = nullptr;
    const wire::v1::Op *op = nullptr;
    std::uint32_t place = 0; // of the op within its change
    PersonId author;         // null when the change says something that is no id
    PersonId enterer;

    [[nodiscard]] const Dot &dot() const { return change->dot; }
    /** The one order of ops. Never the clock. */
    [[nodiscard]] auto age() const
    {
        const std::uint64_t first = TRIVSEL_MUTANT("clock-decides")
                                        ? static_cast<std::uint64_t>(change->change.wall_ms())
                                        : change->lamport;
        return std::tuple(first, change->dot.inc, change->dot.ctr);
    }
};

[[nodiscard]] Entry makeEntry(const Applied &change, int place);
[[nodiscard]] Version toVersion(const Entry &entry);
[[nodiscard]] Dot dotOf(const wire::v1::Dot &dot);
[[nodiscard]] Head headOf(const Entry &entry);

/** A person's decision that lets the versions stand: it has no value and takes none away. */
[[nodiscard]] bool isMarker(const wire::v1::Op &op);
/** Takes away a SET member, the value of a field, or (field "") the whole item. */
[[nodiscard]] bool isRemove(const wire::v1::Op &op);
/** False for a value or a resolution of a kind that this program does not know. */
[[nodiscard]] bool isReadable(const wire::v1::Op &op);
/** KEEP_BOTH for whatever is not known. */
[[nodiscard]] Policy policyOf(const wire::v1::Op &op);
/** Equal for equal values, and only for these. */
[[nodiscard]] std::string valueKey(const wire::v1::Op &op);

/** The resident's own words, entered by themselves: only their own entries reach these. */
[[nodiscard]] bool protectedFrom(const Entry &earlier, const Entry &later);
/** Where these words stood before they were written anew (Change.reissued); nullopt when it says none. */
[[nodiscard]] std::optional<Head> formerPlace(const Entry &entry);
/** Whether `later`, which names `named` in `seen`, takes the place of `earlier` by it. */
[[nodiscard]] bool supersedes(const Entry &later, const Head &named, const Entry &earlier);
/** Whether `named` means where `entry` stood before, and not by chance: its hash says so. */
[[nodiscard]] bool meansFormer(const Head &named, const Entry &entry);

} // namespace trivsel::merge
