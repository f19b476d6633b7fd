#pragma once

#include "proto/domain/facts.h"

#include <vector>

namespace trivsel::domain {

/** Fewer complete answers than this never leave the tablet, and fewer to one item are never shown. */
inline constexpr int kRoundAnswersMin = 5;
/** From here on it is shown how the answers to an item are spread; below only the middle. */
inline constexpr int kRoundSpreadMin = 10;
/** A step that fewer than this chose is not shown as a number. */
inline constexpr int kRoundCellMin = 3;
/** Of one round. More people than this do not live in one home. */
inline constexpr int kRoundAnswersMax = 64;
inline constexpr int kRoundItemsMax = 64;
inline constexpr int kRoundOptionsMax = 11;

/** What one person said to one item: the place of an option (0 …), or why there is none. */
enum RoundAnswer : int { kRoundSkipped = -1, kRoundDontKnow = -2, kRoundNotApplicable = -3 };
/** One person's, an element for each item in the form's order. */
using RoundAnswers = std::vector<int>;

/** What is asked. */
struct RoundForm
{
    std::string url;
    std::string version;
    DefinitionHash definition{};
    struct Item
    {
        std::string linkId;
        int options = 0; // lowest first
        bool operator==(const Item &) const = default;
    };
    std::vector<Item> items;
    bool operator==(const RoundForm &) const = default;
};
/** Within the limits, and each item once. */
[[nodiscard]] bool isRoundForm(const RoundForm &form);
/** One element for each item, none that the form does not have, and not skipped throughout. */
[[nodiscard]] bool isCompleteAnswer(const RoundForm &form, const RoundAnswers &answers);

/**
 * A closed round: how often each answer was given, item by item. What one person said to one item can't be
 * put together with what the same person said to another: each item's answers stand shuffled by themselves.
 */
struct ClosedRound
{
    EntityId id;
    RoundForm form;
    std::optional<std::int64_t>
        day;        // on which it was closed, whole days since 1970 UTC; none: clock doubtful
    int people = 0; // complete answers
    struct Tally
    {
        std::vector<int> options; // how often each was chosen
        int dontKnow = 0;
        int notApplicable = 0;
        int skipped = 0;
        [[nodiscard]] int answered() const; // with one of the options
        bool operator==(const Tally &) const = default;
    };
    std::vector<Tally> items; // in the form's order
    bool operator==(const ClosedRound &) const = default;
};
/** `people`: complete answers to `form`, in any order. */
[[nodiscard]] ClosedRound tallied(const EntityId &id, const RoundForm &form,
                                  const std::vector<RoundAnswers> &people,
                                  const std::optional<std::int64_t> &day);
/** What a lawful one is: within the limits, at least kRoundAnswersMin people, each item's numbers their sum.
 */
[[nodiscard]] bool isClosedRound(const ClosedRound &round);

/** In `audit`, in a box sealed to the server. */
[[nodiscard]] wire::v1::Op writeRoundBox(const ClosedRound &round);
[[nodiscard]] bool isRoundBox(const wire::v1::Op &op);
/** nullopt: something else, or not lawful. */
[[nodiscard]] std::optional<ClosedRound> readRoundBox(const wire::v1::Op &op);

/** In `group`, as the server writes it: nothing of who, and of when only the day. */
[[nodiscard]] Ops writeClosedRound(const ClosedRound &round, const merge::Fold &now);
/** Every lawful one, newest day first, unknown days last. */
[[nodiscard]] std::vector<ClosedRound> readClosedRounds(const merge::Fold &fold);

/** What may be shown of the answers to one item. */
struct RoundResult
{
    enum class Shown {
        Nothing,     // under kRoundAnswersMin
        Middle,      // the middle, and whether the answers stand close together
        Distribution // also how often each step was chosen
    };
    struct Item
    {
        std::string linkId;
        Shown shown = Shown::Nothing;
        int middleLow = 0; // places of options: the middle answer, or the two when there is an even number
        int middleHigh = 0;
        bool close = false; // *tæt*; else *spredt*
        /** One for each option; nullopt: fewer than kRoundCellMin, or hidden so that nobody can work such a
         * one out. Never exactly one is hidden. */
        std::vector<std::optional<int>> steps;
        bool operator==(const Item &) const = default;
    };
    EntityId id;
    std::string url;
    std::string version;
    DefinitionHash definition{};
    std::optional<std::int64_t> day;
    std::vector<Item> items;
    bool operator==(const RoundResult &) const = default;
};
/** Says nowhere how many answered: a total would let one work out what is hidden. */
[[nodiscard]] RoundResult resultOf(const ClosedRound &round);

/** In `insight`, by the server. */
[[nodiscard]] Ops writeRoundResult(const RoundResult &result, const merge::Fold &now);
/** Newest day first, unknown days last. What can't be read is left out. */
[[nodiscard]] std::vector<RoundResult> readRoundResults(const merge::Fold &fold);

} // namespace trivsel::domain
