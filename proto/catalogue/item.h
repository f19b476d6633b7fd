#pragma once

#include "proto/catalogue/localized.h"

#include <cstdint>
#include <string>
#include <vector>

namespace trivsel::catalogue {

enum class ItemType {
    Group,    // a section or tab with children
    Display,  // words only
    Choice,   // exactly one of `options`
    Text,     // one line (FHIR string)
    LongText, // several lines (FHIR text)
    Date,
};

/** Whose words the answer is. The numbers are those of wire Voice. */
enum class Voice : std::uint8_t { None = 0, Resident = 1, Staff = 2 };

/** How two versions of the field fold. The numbers are those of wire Policy. */
enum class Policy : std::uint8_t { KeepBoth = 1, MergeText = 2, Set = 3, Order = 4 };

/** How the options of a choice are shown: faces with words, steps that fill, or a plain list without weights.
 */
enum class AnswerStyle { List, Faces, Steps };

/** How an item and its partner in the other form belong together. */
enum class PairKind {
    None,             // no partner
    Same,             // the same thing, seen from two sides
    IntentExperience, // staff say what they mean to do, residents what they meet
    OwnGeneral,       // the staff item is about residents in general: never in a view of one pair
};

/** What the date in a plan is for, so that a program can act on it without knowing the plan. */
enum class DateRole {
    None,
    Reviewed,   // when people last looked at it together
    NextReview, // when they look at it again
    ValidFrom,  // the first day on which it holds
    ValidUntil, // the last day on which it holds
};

struct Option
{
    std::string system;
    std::string code;
    Localized text;
    Localized shortText; // the same as text when the definition has no shorter one
    int tenths = -1;     // weight × 10, 0–100; -1 in a plain list
    int face = 0;        // 1 (low) – 5 (high); 0 = none
    int closeness = 0;   // of the person or thing of this entry: 1 (closest) – 5; 0 = says nothing of it
};

/** Where the item's meaning comes from. The wording is always our own. */
struct Source
{
    std::string publication;
    std::string theme;  // "Tema 1"; may be empty
    std::string letter; // "A"; may be empty
    std::string page;   // may be empty
};

struct Item
{
    std::string linkId; // names the field for ever
    ItemType type = ItemType::Display;
    Localized text;
    Localized textEveryone; // asked in place of `text` when it is about all residents; empty = use `text`
    Localized help;         // helping line; may be empty
    Localized label;        // short, for review and plan rows; the text when the definition has none

    AnswerStyle style = AnswerStyle::List;
    std::vector<Option> options;
    Localized answersAloud;      // the answers as full sentences, for reading aloud; may be empty
    Localized dontKnowText;      // empty = not offered
    Localized notApplicableText; // empty = not offered
    bool repeats = false;        // any number of entries, folded by Set or Order
    bool atReview =
        false; // asked on the page where the answers are looked through, not as a question of its own

    std::vector<Localized> suggestions; // shown only when the person asks for some; never chosen beforehand
    DateRole dateRole = DateRole::None;

    Voice voice = Voice::None; // of a group that repeats: whose list it is
    Policy policy = Policy::KeepBoth;

    Source source;
    PairKind pairKind = PairKind::None;
    std::string pairsWith;   // linkId in the definition that this one pairs with; empty = none
    Localized pairNote;      // why the pair is as it is, or why there is none; may be empty
    std::string counterpart; // linkId of the other voice's field in the same row of a plan; empty = none

    std::vector<Item> children;

    [[nodiscard]] bool isQuestion() const { return type != ItemType::Group && type != ItemType::Display; }
    [[nodiscard]] bool allowDontKnow() const { return !dontKnowText.empty(); }
    [[nodiscard]] bool allowNotApplicable() const { return !notApplicableText.empty(); }
    [[nodiscard]] const Option *option(std::string_view code) const;
};

} // namespace trivsel::catalogue
