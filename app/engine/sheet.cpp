#include "app/engine/sheet.h"

#include <algorithm>

namespace trivsel::engine {

using catalogue::Item;
using catalogue::Option;

namespace {

std::string codeOf(const wire::v1::Answer &answer, const Item *item)
{
    if (answer.has_code() || item == nullptr) {
        return answer.code();
    }
    const auto weighs = [&](const Option &option) {
        return answer.has_tenths() && option.tenths == answer.tenths();
    };
    const auto option = std::find_if(item->options.begin(), item->options.end(), weighs);
    return option == item->options.end() ? std::string() : option->code;
}

int placeOf(const catalogue::Definition *definition, const std::vector<std::string> &order,
            const std::string &linkId)
{
    if (definition == nullptr) {
        return 0;
    }
    return static_cast<int>(std::find(order.begin(), order.end(), linkId) - order.begin());
}

void collect(const std::vector<Item> &items, std::vector<std::string> &order)
{
    for (const Item &item : items) {
        order.push_back(item.linkId);
        collect(item.children, order);
    }
}

const Item *firstChoice(const std::vector<Item> &items)
{
    for (const Item &item : items) {
        if (item.type == catalogue::ItemType::Choice) {
            return &item;
        }
        if (const Item *below = firstChoice(item.children)) {
            return below;
        }
    }
    return nullptr;
}

} // namespace

Shown shownOf(const wire::v1::Answer &answer, const Item *item)
{
    Shown shown;
    shown.linkId = answer.link_id();
    shown.words = answer.has_text() ? answer.text() : answer.shown();
    shown.text = answer.text();
    shown.code = codeOf(answer, item);
    shown.absent = answer.absent();
    if (answer.has_tenths()) {
        shown.tenths = answer.tenths();
    }
    return shown;
}

DraftSnapshot snapshotOf(const Draft &draft, const catalogue::Definition *definition)
{
    const local::v1::Draft &content = draft.content;
    const local::v1::Sheet &sheet = content.sheet();
    DraftSnapshot snapshot;
    snapshot.id = draft.id;
    snapshot.subject = PersonId::from(content.subject()).value_or(PersonId());
    snapshot.who = {PersonId::from(content.person()).value_or(PersonId()), static_cast<Role>(content.role())};
    snapshot.url = content.url();
    snapshot.definition = DefinitionHash::from(content.def()).value_or(DefinitionHash());
    snapshot.about = PersonId::from(sheet.about()).value_or(PersonId());
    snapshot.startedMs = content.started_ms();
    snapshot.changedMs = content.changed_ms();
    snapshot.step = static_cast<int>(sheet.step());
    if (sheet.readers() != 0) {
        snapshot.readers = static_cast<StreamKind>(sheet.readers());
    }
    snapshot.outcome = sheet.outcome();
    snapshot.way = sheet.way();
    snapshot.sent = sheet.sent();
    for (const wire::v1::Answer &answer : sheet.answers()) {
        const Item *item = definition == nullptr ? nullptr : definition->find(answer.link_id());
        snapshot.answers[answer.link_id()] = shownOf(answer, item);
    }
    return snapshot;
}

void setAnswer(local::v1::Sheet &sheet, wire::v1::Answer answer)
{
    sheet.clear_outcome(); // somebody who answers after all did not mean "ikke i dag"
    for (wire::v1::Answer &known : *sheet.mutable_answers()) {
        if (known.link_id() == answer.link_id()) {
            known = std::move(answer);
            return;
        }
    }
    *sheet.add_answers() = std::move(answer);
}

void dropAnswer(local::v1::Sheet &sheet, const std::string &linkId)
{
    for (int at = 0; at < sheet.answers_size(); ++at) {
        if (sheet.answers(at).link_id() == linkId) {
            sheet.mutable_answers()->DeleteSubrange(at, 1);
            return;
        }
    }
}

bool isUntouched(const local::v1::Sheet &sheet)
{
    return sheet.answers_size() == 0 && sheet.outcome() != wire::v1::NOT_TODAY;
}

wire::v1::Answer answerFor(const Item &item, const Option &option, catalogue::Language language)
{
    wire::v1::Answer answer;
    answer.set_link_id(item.linkId);
    answer.set_shown(option.text.in(language));
    if (option.tenths >= 0) {
        answer.set_tenths(option.tenths);
    } else {
        answer.set_code(option.code);
    }
    return answer;
}

bool takesNumbers(const Item &item)
{
    return item.type == catalogue::ItemType::Choice && item.style == catalogue::AnswerStyle::Faces &&
           !item.options.empty() &&
           std::all_of(item.options.begin(), item.options.end(), [](const Option &option) {
               return option.tenths >= 0 && option.tenths <= 10LL * kNumberMax;
           });
}

wire::v1::Way usualWay(const catalogue::Definition &definition)
{
    const Item *item = firstChoice(definition.items);
    if (item == nullptr) {
        return wire::v1::WAY_UNSPECIFIED;
    }
    switch (item->style) {
    case catalogue::AnswerStyle::Faces:
        return wire::v1::WAY_FACES;
    case catalogue::AnswerStyle::Steps:
        return wire::v1::WAY_STEPS;
    case catalogue::AnswerStyle::List:
        break;
    }
    return wire::v1::WAY_WORDS;
}

wire::v1::Response responseOf(const local::v1::Sheet &sheet, const catalogue::Definition *definition)
{
    wire::v1::Response response;
    const bool notToday = sheet.outcome() == wire::v1::NOT_TODAY;
    response.set_outcome(notToday ? wire::v1::NOT_TODAY : wire::v1::ANSWERED);
    response.set_way(sheet.way());
    response.set_about(sheet.about());
    response.set_language(sheet.language());
    if (notToday) {
        return response;
    }
    std::vector<std::string> order;
    if (definition != nullptr) {
        collect(definition->items, order);
    }
    std::vector<wire::v1::Answer> answers(sheet.answers().begin(), sheet.answers().end());
    std::stable_sort(
        answers.begin(), answers.end(), [&](const wire::v1::Answer &a, const wire::v1::Answer &b) {
            return placeOf(definition, order, a.link_id()) < placeOf(definition, order, b.link_id());
        });
    for (wire::v1::Answer &answer : answers) {
        *response.add_answers() = std::move(answer);
    }
    return response;
}

} // namespace trivsel::engine
