#pragma once

#include "proto/base/ids.h"
#include "proto/catalogue/item.h"

#include <string>
#include <string_view>
#include <vector>

namespace trivsel::catalogue {

enum class Kind {
    Form, // answered in one go, gives one immutable Response
    Plan, // a living document: every question is a register of its own
};

enum class Audience { Resident, Staff, Both, Meeting };

/** The class of secrecy: decides which readers may be chosen, and what is chosen beforehand. */
enum class Secrecy { Wellbeing, Cooperation, SelfEvaluation, Plan, Safety, Practice };

/** Whom the answers are about, when that is somebody else than the one who answers. */
enum class About {
    Nobody,
    Helper,             // a staff member, a team or a method: must be chosen before the first question
    Resident,           // must be known
    ResidentOrEveryone, // one resident, or all of them (Item::textEveryone)
};

/** One instrument. Immutable once parsed; code asks for its properties and never which instrument it is. */
struct Definition
{
    std::string url;
    std::string id; // short slug: "saadan-gaar-det"
    std::string version;
    DefinitionHash hash; // BLAKE2b-128 of `bytes`
    std::string bytes;   // the file, byte for byte

    Localized title;
    Localized shortTitle; // the title when the definition has no shorter one
    Localized intro;
    Localized outro;
    Localized description; // for staff: what it is, and that it is not tested as a measurement
    std::string copyright;

    Kind kind = Kind::Form;
    Audience audience = Audience::Staff;
    Secrecy secrecy = Secrecy::Practice;
    About about = About::Nobody;
    int cadenceDays = 0;   // 0 = no rhythm of its own
    int order = 0;         // place in lists, lowest first
    std::string pairsWith; // url of the other form; empty = none

    std::vector<Item> items;

    /** nullptr when there is none. Lives as long as the definition. */
    [[nodiscard]] const Item *find(std::string_view linkId) const;
    /** What is asked one at a time, in order, groups flattened; without the items asked at review. */
    [[nodiscard]] std::vector<const Item *> questions() const;
    /** The questions that stand on the review page. */
    [[nodiscard]] std::vector<const Item *> reviewQuestions() const;
};

/** One row of a plan: the same matter in both voices. At least one of the three is there. */
struct Row
{
    const Item *resident = nullptr;
    const Item *staff = nullptr;
    const Item *shared = nullptr; // nobody's words, such as a date

    [[nodiscard]] const Localized &label() const;
};

/** The rows of a section, in order; a field without a counterpart is a row by itself, and so is a group that
 * repeats. */
[[nodiscard]] std::vector<Row> rowsOf(const Item &section);

} // namespace trivsel::catalogue
