#pragma once

#include "proto/domain/facts.h"

#include <vector>

/** *Jeg ser det anderledes*: the resident's own words beside what staff wrote, where that stands: a line of a
 * reply, or words in a plan. By the resident's own hand alone; what anybody else writes or removes there says
 * nothing. */
namespace trivsel::domain {

struct OtherView
{
    EntityId id;
    EntityId to; // a line of a reply; of a plan, the plan or one of its entries
    std::string text;
    std::string field{};      // of a plan: the linkId of staff's words in `to`. Empty: a line of a reply
    std::vector<Dot> words{}; // of a plan: the heads of that field that the resident had before them
    std::int64_t wordsMs = 0; // … and when those were written, corrected; 0 = not known
    // As read. Two tablets that had not met can leave several versions: `text` has all of them, the oldest
    // first.
    PersonId author{};
    PersonId enterer{};
    std::int64_t atMs = 0;            // of the newest
    std::vector<merge::Head> heads{}; // what whoever changes it or takes it back names as seen
    bool older = false;               // of a plan: other words of staff's stand there now
};

/** Those of this resident beside replies that stand, oldest first. */
[[nodiscard]] std::vector<OtherView> readOtherViews(const merge::Fold &fold, const PersonId &resident);
/** Those that stand beside staff's words in that field of a plan, oldest first. */
[[nodiscard]] std::vector<OtherView> readOtherViews(const merge::Fold &fold, const PersonId &resident,
                                                    const EntityId &to, std::string_view field);
/** A new one; or, with `heads`, the one of that id as it was shown with other words. */
[[nodiscard]] wire::v1::Op writeOtherView(const OtherView &view);
/** Taken back, as it was shown. */
[[nodiscard]] wire::v1::Op removeOtherView(const OtherView &view);

/** When the newest of these versions of a field was written, corrected ms; 0 when none of them is here. */
[[nodiscard]] std::int64_t writtenMs(const merge::Fold &fold, const EntityId &entity, std::string_view field,
                                     const std::vector<Dot> &versions);

} // namespace trivsel::domain
