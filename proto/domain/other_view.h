#pragma once

#include "proto/domain/facts.h"

#include <vector>

/** *Jeg ser det anderledes*: the resident's own words beside a line that staff wrote, where that line stands. */
namespace trivsel::domain {

struct OtherView
{
    EntityId id;
    EntityId to; // a line of a reply
    std::string text;
    // As read
    PersonId author{};
    PersonId enterer{};
    std::int64_t atMs = 0;
};

/** Those that stand, oldest first. */
[[nodiscard]] std::vector<OtherView> readOtherViews(const merge::Fold &fold);
[[nodiscard]] Ops writeOtherView(const OtherView &view, const merge::Fold &now);

} // namespace trivsel::domain
