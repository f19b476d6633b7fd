#include "proto/merge/item_state.h"

#include "proto/base/mutant.h"

#include <algorithm>
#include <unordered_map>
#include <vector>

namespace trivsel::merge {
namespace {

struct Removal
{
    const Entry *head = nullptr;
    std::unordered_multimap<Dot, Head, DotHash> seen;

    [[nodiscard]] bool covers(const Entry &content) const
    {
        if (content.dot() == head->dot() || TRIVSEL_MUTANT("remove-hides-edit")) {
            return true; // one form that edited and removed: whoever did it knew
        }
        const auto former = formerPlace(content);
        return namesAt(content.dot(), content) || (former && namesAt(*former, content));
    }

private:
    [[nodiscard]] bool namesAt(const Dot &dot, const Entry &content) const
    {
        const auto [first, last] = seen.equal_range(dot);
        return std::any_of(first, last,
                           [&](const auto &named) { return supersedes(*head, named.second, content); });
    }
};

std::vector<Removal> removalsOf(const Registers &registers)
{
    std::vector<Removal> out;
    const auto own = registers.find("");
    if (own == registers.end()) {
        return out;
    }
    for (std::size_t i = 0; i < own->second.headCount(); ++i) {
        const Entry &head = own->second.headAt(i);
        if (!isRemove(*head.op)) {
            continue;
        }
        Removal &removal = out.emplace_back();
        removal.head = &head;
        for (const wire::v1::Dot &named : head.op->seen()) {
            removal.seen.emplace(dotOf(named), seenOf(named));
        }
    }
    return out;
}

/** Something that somebody said about the item. Where it stands and decisions about versions are not. */
bool isContent(const wire::v1::Op &op)
{
    return (policyOf(op) != wire::v1::ORDER || TRIVSEL_MUTANT("rank-revives")) && !isRemove(op) &&
           !isMarker(op);
}

bool anyReadable(const Registers &registers)
{
    return std::any_of(registers.begin(), registers.end(), [](const auto &field) {
        const auto entries = field.second.entries();
        return std::any_of(entries.begin(), entries.end(), [](const Entry &e) { return isReadable(*e.op); });
    });
}

} // namespace

ItemState itemStateOf(const Registers &registers)
{
    const std::vector<Removal> removals = removalsOf(registers);
    if (removals.empty()) {
        return anyReadable(registers) ? ItemState::Live : ItemState::Absent;
    }
    for (const auto &[field, log] : registers) {
        for (std::size_t i = 0; i < log.headCount(); ++i) {
            const Entry &head = log.headAt(i);
            const bool covered =
                !isContent(*head.op) || std::any_of(removals.begin(), removals.end(),
                                                    [&](const Removal &r) { return r.covers(head); });
            if (!covered) {
                return ItemState::RemovedButEdited;
            }
        }
    }
    return ItemState::Removed;
}

} // namespace trivsel::merge
