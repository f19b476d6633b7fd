#include "proto/catalogue/parse.h"

#include <algorithm>
#include <set>

namespace trivsel::catalogue {

namespace {

/** What may stand once in a plan, and once in each entry of a list. */
struct Taken
{
    std::set<DateRole> roles;
    bool isEntry = false;
    bool closeness = false;
};

bool saysHowClose(const Item &item)
{
    return std::any_of(item.options.begin(), item.options.end(),
                       [](const Option &option) { return option.closeness != 0; });
}

void check(const Item &item, const std::string &place, Taken &taken, Faults &faults)
{
    if (item.dateRole != DateRole::None && !taken.roles.insert(item.dateRole).second) {
        faults.add(place, "has the date role of another date beside it");
    }
    if (!saysHowClose(item)) {
        return;
    }
    if (!taken.isEntry) {
        faults.add(place, "says how close something is, but stands in no entry of a list");
    } else if (taken.closeness) {
        faults.add(place, "says how close the entry is, and so does another choice in it");
    }
    taken.closeness = true;
}

void checkBelow(const Parsed &parsed, const std::vector<Item> &items, Taken &taken, Faults &faults)
{
    for (const Item &item : items) {
        check(item, parsed.pointers.at(item.linkId), taken, faults);
        Taken ofEntry;
        ofEntry.isEntry = true;
        checkBelow(parsed, item.children, item.repeats ? ofEntry : taken, faults);
    }
}

} // namespace

Status checkEntries(const Parsed &parsed)
{
    Faults faults(parsed.file);
    Taken taken;
    checkBelow(parsed, parsed.definition.items, taken, faults);
    return faults.empty() ? Status() : Status(faults.error());
}

} // namespace trivsel::catalogue
