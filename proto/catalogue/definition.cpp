#include "proto/catalogue/definition.h"

namespace trivsel::catalogue {

namespace {

const Item *findIn(const std::vector<Item> &items, std::string_view linkId)
{
    for (const Item &item : items) {
        if (item.linkId == linkId) {
            return &item;
        }
        if (const Item *below = findIn(item.children, linkId)) {
            return below;
        }
    }
    return nullptr;
}

void collect(const std::vector<Item> &items, bool atReview, std::vector<const Item *> &out)
{
    for (const Item &item : items) {
        if (item.isQuestion() && item.atReview == atReview) {
            out.push_back(&item);
        }
        collect(item.children, atReview, out);
    }
}

const Item *childOf(const Item &section, const std::string &linkId)
{
    for (const Item &child : section.children) {
        if (!linkId.empty() && child.linkId == linkId) {
            return &child;
        }
    }
    return nullptr;
}

} // namespace

const Option *Item::option(std::string_view code) const
{
    for (const Option &candidate : options) {
        if (candidate.code == code) {
            return &candidate;
        }
    }
    return nullptr;
}

const Item *Definition::find(std::string_view linkId) const
{
    return findIn(items, linkId);
}

std::vector<const Item *> Definition::questions() const
{
    std::vector<const Item *> out;
    collect(items, false, out);
    return out;
}

std::vector<const Item *> Definition::reviewQuestions() const
{
    std::vector<const Item *> out;
    collect(items, true, out);
    return out;
}

const Localized &Row::label() const
{
    const Item *item = resident != nullptr ? resident : staff != nullptr ? staff : shared;
    static const Localized none;
    return item != nullptr ? item->label : none;
}

std::vector<Row> rowsOf(const Item &section)
{
    std::vector<Row> rows;
    for (const Item &item : section.children) {
        const Item *other = childOf(section, item.counterpart);
        const bool entries = item.type == ItemType::Group && item.repeats;
        if ((!item.isQuestion() && !entries) || (other != nullptr && other < &item)) {
            continue; // the row of its counterpart holds it already
        }
        Row row;
        for (const Item *field : {&item, other}) {
            if (field != nullptr) {
                (field->voice == Voice::Resident ? row.resident
                 : field->voice == Voice::Staff  ? row.staff
                                                 : row.shared) = field;
            }
        }
        rows.push_back(row);
    }
    return rows;
}

} // namespace trivsel::catalogue
