#pragma once

#include "app/engine/engine.h"

#include <string>
#include <variant>
#include <vector>

/** What happens in the demo's time: decided beforehand, then done on a tablet. Values without chance. */
namespace trivsel::demo {

using engine::Who;

struct GivenAnswer
{
    std::string linkId;
    std::string code;          // of an option, or
    std::string text;          // words, or
    wire::v1::Absent absent{}; // neither
};

/** One sheet, from the first question to the thank-you page. */
struct SheetEvent
{
    Who who;
    PersonId subject;
    std::string url;
    PersonId about;
    std::optional<StreamKind> readers; // nullopt: there is nothing to choose
    bool notToday = false;
    std::vector<GivenAnswer> answers;
};

/** The plan was opened, some fields were written, and it was left. */
struct PlanEvent
{
    Who who;
    PersonId resident;
    std::string url;
    std::vector<std::pair<std::string, std::string>> fields; // linkId, words
};

struct Event
{
    std::int64_t atMs = 0;   // when it begins
    std::int64_t paceMs = 0; // between two taps
    std::size_t tablet = 0;
    std::variant<SheetEvent, PlanEvent> what;
};

} // namespace trivsel::demo
