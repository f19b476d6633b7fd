#include "proto/catalogue/parse.h"

namespace trivsel::catalogue {

namespace {

void checkShape(const Node &node, const Item &item)
{
    if (item.type == ItemType::Choice && item.options.empty()) {
        node.fault("a choice without answers");
    }
    if (item.type != ItemType::Choice && !item.options.empty()) {
        node.at("answerOption").fault("belongs to a choice");
    }
    if (item.type == ItemType::Group && item.children.empty()) {
        node.fault("a group with nothing in it");
    }
    if (item.type != ItemType::Group && !item.children.empty()) {
        node.at("item").fault("only a group has items below it, apart from one helping line");
    }
    if (node.at("required").boolean(false)) {
        node.at("required").fault("every question can be skipped");
    }
    if (item.atReview && !item.isQuestion()) {
        node.fault("only a question is asked at review");
    }
    if (!item.suggestions.empty() && item.type != ItemType::Text && item.type != ItemType::LongText) {
        node.fault("only a text has suggestions");
    }
}

void checkDateRole(const Node &node, const Item &item, Kind kind)
{
    if (item.dateRole != DateRole::None && (item.type != ItemType::Date || kind != Kind::Plan)) {
        node.fault("only a date of a plan has a date role");
    }
}

void checkPolicy(const Node &node, const Item &item, const Definition &definition)
{
    const bool folds = item.policy == Policy::Set || item.policy == Policy::Order;
    if (item.repeats != folds) {
        node.fault("repeats goes with the policies set and order, and they with it");
    }
    if (item.repeats && (definition.kind != Kind::Plan || item.type == ItemType::Choice ||
                         item.type == ItemType::Date || item.type == ItemType::Display)) {
        node.at("repeats").fault("only groups and texts of a plan repeat");
    }
    if (item.policy != Policy::MergeText) {
        return;
    }
    if (item.voice == Voice::Resident) {
        node.fault("merge-text in a resident's voice");
    } else if (item.type != ItemType::LongText || item.voice != Voice::Staff ||
               definition.kind != Kind::Plan || definition.secrecy == Secrecy::Safety) {
        node.fault("merge-text is for long texts in the staff's voice, in plans other than safety plans");
    }
}

bool names(const Localized &text)
{
    return mentionsName(text.da) || mentionsName(text.en);
}

void checkNames(const Node &node, const Item &item, About about)
{
    const bool named = names(item.text) || names(item.help) || names(item.answersAloud);
    if (about == About::Nobody && (named || names(item.textEveryone))) {
        node.fault("names {navn}, but the definition is about nobody");
    }
    if (about != About::ResidentOrEveryone && !item.textEveryone.empty()) {
        node.fault("has a text about everyone, but the definition is not about everyone");
    }
    if (about == About::ResidentOrEveryone &&
        (names(item.help) || names(item.textEveryone) || (names(item.text) && item.textEveryone.empty()))) {
        node.fault("names {navn}, but can be asked about everyone");
    }
}

} // namespace

void checkItem(const Node &node, const Item &item, const Definition &definition)
{
    checkShape(node, item);
    checkDateRole(node, item, definition.kind);
    checkPolicy(node, item, definition);
    checkNames(node, item, definition.about);
    if (!item.pairsWith.empty() && definition.pairsWith.empty()) {
        node.fault("pairs with an item, but the definition pairs with nothing");
    }
    if (!item.counterpart.empty() && definition.kind != Kind::Plan) {
        node.fault("a counterpart belongs to a plan");
    }
}

} // namespace trivsel::catalogue
