#pragma once

#include "proto/base/ids.h"
#include "proto/domain/baseline.h"
#include "proto/merge/register.h"

#include <vector>

/** One person's answers to one question, as a line of their own. */
namespace trivsel::domain {

/** What one saved sheet says to one question. */
struct CurveEntry
{
    enum class Kind {
        Answered,
        Left,     // skipped, or "don't know": a gap
        NotToday, // a full answer of its own: a gap, too
    };
    EntityId answer; // the sheet; what stands in several streams is one answer
    Kind kind = Kind::Left;
    std::int64_t tenths = 0; // weight × 10, with Answered
    wire::v1::Way way = wire::v1::WAY_UNSPECIFIED;
    std::uint32_t variant = 0; // as in wire Response: never mixed in one line
    // The order of events: corrected time, then lamport, then dot.
    std::int64_t atMs = 0;
    bool clockDoubtful = false;
    std::uint64_t lamport = 0;
    Dot dot{};
    bool operator==(const CurveEntry &) const = default;
};

struct CurvePoint
{
    CurveEntry entry;
    bool newWay = false; // answered, and the answer before it was given in another way: "ny måde at svare på"
    bool joined = false; // a line leads here from the point just before it
    std::optional<std::int64_t> baselineTenths{}; // of this point's way; gaps have none
    bool operator==(const CurvePoint &) const = default;
};

struct Curve
{
    std::vector<CurvePoint> points; // oldest first
    /** Answers in the way of the newest one; below kBaselineAnswers there is no comparison. */
    std::size_t inThisWay = 0;
    /** The newest answer beside the own baseline of its way. */
    std::optional<Compared> newest{};
    bool operator==(const Curve &) const = default;
};

/**
 * The same for whoever holds the same entries, whatever order they came in. Each way of answering has its own
 * baseline: the first three answers in that way, also when others were given in between.
 */
[[nodiscard]] Curve curveOf(std::vector<CurveEntry> entries, std::int64_t stepTenths);

} // namespace trivsel::domain
