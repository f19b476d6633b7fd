#include "app/engine/plan_values.h"

#include <charconv>
#include <chrono>

namespace trivsel::engine {

using merge::RegisterState;

std::string standingValue(const merge::RegisterView &view, bool choice)
{
    switch (view.state) {
    case RegisterState::One:
        return choice ? domain::chosenIn(view.versions.back().op).code : merge::textOf(view);
    case RegisterState::Merged:
        return view.mergedText;
    case RegisterState::Empty:
    case RegisterState::Two:
    case RegisterState::Talk:
    case RegisterState::KeptBoth:
    case RegisterState::Members:
        break;
    }
    return {};
}

void setValue(wire::v1::Op &op, const local::v1::Field &draft)
{
    if (draft.choice()) {
        domain::setChosen(op, {draft.text(), draft.words()});
    } else {
        op.set_text(draft.text());
    }
}

std::string valueOf(const wire::v1::Op &op)
{
    return op.has_parts() ? domain::chosenIn(op).code : op.text();
}

bool saysNothing(const wire::v1::Op &op)
{
    return (op.has_parts() || op.has_text()) && valueOf(op).empty();
}

bool isDay(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
        return false;
    }
    const auto number = [&](std::size_t at, std::size_t length) {
        int value = -1;
        const char *first = text.data() + at;
        const char *last = first + length;
        const auto [end, error] = std::from_chars(first, last, value);
        return error == std::errc() && end == last ? value : -1;
    };
    const int year = number(0, 4);
    const int month = number(5, 2);
    const int day = number(8, 2);
    if (year < 1 || month < 1 || day < 1) {
        return false;
    }
    return std::chrono::year_month_day(std::chrono::year(year),
                                       std::chrono::month(static_cast<unsigned>(month)),
                                       std::chrono::day(static_cast<unsigned>(day)))
        .ok();
}

Status checkValue(const catalogue::Item &item, const std::string &value)
{
    if (value.empty()) {
        return {};
    }
    if (item.type == catalogue::ItemType::Date && !isDay(value)) {
        return fail(Errc::BadArgument, "not a day");
    }
    if (item.type == catalogue::ItemType::Choice && item.option(value) == nullptr) {
        return fail(Errc::BadArgument, "not an answer of this field");
    }
    return {};
}

} // namespace trivsel::engine
