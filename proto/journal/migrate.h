#pragma once

#include "proto/journal/sqlite.h"

#include <cstddef>
#include <span>

namespace trivsel::journal {

/** A plain function on purpose: a step can capture nothing, so it does the same today and in ten years. */
struct Migration
{
    int version = 0;
    Status (*run)(Database &db) = nullptr;
};

/** For a static_assert beside each table: strictly increasing from 1 and ending at the schema of the program.
 */
template <std::size_t N> consteval bool inOrder(const Migration (&steps)[N], int schema)
{
    int before = 0;
    for (const Migration &step : steps) {
        if (step.version <= before || step.run == nullptr) {
            return false;
        }
        before = step.version;
    }
    return before == schema;
}

/** Runs what is missing, each step with its version in one transaction: a cut leaves the file at a whole
 * version. */
[[nodiscard]] Status migrate(Database &db, std::span<const Migration> steps);

} // namespace trivsel::journal
