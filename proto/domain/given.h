#pragma once

#include "proto/domain/facts.h"

#include <optional>
#include <vector>

/**
 * A saved answer, and copies of it for more readers. A copy has the answer's id and words, in a stream that more
 * people read; beside it stands when and by whom it was given. proto/README.md, *Letting more people read*.
 */
namespace trivsel::domain {

inline constexpr char kResponseField[] = "response";

struct Given
{
    merge::Version version; // the newest words that stand there
    PersonId enterer;       // who tapped when it was given; not who copied it
    // The order of events, the same for an answer and each of its copies.
    std::int64_t atMs = 0; // corrected time
    bool clockDoubtful = false;
    std::uint64_t lamport = 0;
    Dot dot{};
    /** Streams that it was copied from, as its copies here say. Empty: it was given here. */
    std::vector<StreamKind> copiedFrom{};
};

/** nullopt when no answer of that id stands there, or it was taken back. What anybody but the answer's author copied says nothing of when it was given. */
[[nodiscard]] std::optional<Given> readGiven(const EntityId &answer, const merge::Fold &fold);

/** What a copy for another stream consists of. The caller adds the definition. */
[[nodiscard]] Ops writeCopy(const EntityId &answer, const Given &given, StreamKind from);

} // namespace trivsel::domain
