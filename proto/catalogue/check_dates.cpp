#include "proto/catalogue/parse.h"

#include <set>

namespace trivsel::catalogue {

namespace {

/** An entry of a list has dates of its own, so the roles begin anew in it. */
void checkBelow(const Parsed &parsed, const std::vector<Item> &items, std::set<DateRole> &taken,
                Faults &faults)
{
    for (const Item &item : items) {
        if (item.dateRole != DateRole::None && !taken.insert(item.dateRole).second) {
            faults.add(parsed.pointers.at(item.linkId), "has the date role of another date beside it");
        }
        std::set<DateRole> ofEntry;
        checkBelow(parsed, item.children, item.repeats ? ofEntry : taken, faults);
    }
}

} // namespace

Status checkDateRoles(const Parsed &parsed)
{
    Faults faults(parsed.file);
    std::set<DateRole> taken;
    checkBelow(parsed, parsed.definition.items, taken, faults);
    return faults.empty() ? Status() : Status(faults.error());
}

} // namespace trivsel::catalogue
