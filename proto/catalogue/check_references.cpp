#include "proto/catalogue/parse.h"

namespace trivsel::catalogue {

namespace {

std::string pointerOf(const Parsed &parsed, const Item &item)
{
    const auto found = parsed.pointers.find(item.linkId);
    return found != parsed.pointers.end() ? found->second : std::string();
}

void checkCounterpartsBelow(const Parsed &parsed, const std::vector<Item> &siblings, Faults &faults)
{
    for (const Item &item : siblings) {
        checkCounterpartsBelow(parsed, item.children, faults);
        if (item.counterpart.empty()) {
            continue;
        }
        const Item *other = nullptr;
        for (const Item &candidate : siblings) {
            other = candidate.linkId == item.counterpart ? &candidate : other;
        }
        if (other == nullptr) {
            faults.add(pointerOf(parsed, item), "has a counterpart that is not in the same section");
        } else if (other->counterpart != item.linkId) {
            faults.add(pointerOf(parsed, item), "has a counterpart that does not name it back");
        } else if (other->voice == item.voice || item.voice == Voice::None || other->voice == Voice::None) {
            faults.add(pointerOf(parsed, item), "a row has one field in each voice");
        }
    }
}

bool sameScale(const Item &a, const Item &b)
{
    if (a.type != b.type || a.options.size() != b.options.size()) {
        return false;
    }
    for (std::size_t i = 0; i < a.options.size(); ++i) {
        if (a.options[i].code != b.options[i].code || a.options[i].tenths != b.options[i].tenths) {
            return false;
        }
    }
    return true;
}

void checkPairsBelow(const Parsed &parsed, const std::vector<Item> &items, const Definition &other,
                     Faults &faults)
{
    for (const Item &item : items) {
        checkPairsBelow(parsed, item.children, other, faults);
        if (item.pairsWith.empty()) {
            continue;
        }
        const Item *partner = other.find(item.pairsWith);
        if (partner == nullptr) {
            faults.add(pointerOf(parsed, item), "pairs with an item that is not in the other form");
        } else if (partner->pairsWith != item.linkId || partner->pairKind != item.pairKind) {
            faults.add(pointerOf(parsed, item), "pairs with an item that does not pair back in the same way");
        } else if (!sameScale(item, *partner)) {
            faults.add(pointerOf(parsed, item), "pairs with an item that has other answers");
        }
    }
}

} // namespace

Status checkCounterparts(const Parsed &parsed)
{
    Faults faults(parsed.file);
    checkCounterpartsBelow(parsed, parsed.definition.items, faults);
    return faults.empty() ? Status() : Status(faults.error());
}

Status checkPairs(const Parsed &parsed, const Parsed *other)
{
    if (parsed.definition.pairsWith.empty()) {
        return {};
    }
    Faults faults(parsed.file);
    if (other == nullptr) {
        faults.add("", "pairs with a definition that is not in the catalogue");
        return faults.error();
    }
    if (other->definition.pairsWith != parsed.definition.url || other == &parsed) {
        faults.add("", "pairs with a definition that does not pair back");
    }
    checkPairsBelow(parsed, parsed.definition.items, other->definition, faults);
    return faults.empty() ? Status() : Status(faults.error());
}

} // namespace trivsel::catalogue
