#include "proto/domain/remove_item.h"

#include "proto/merge/seen.h"

#include <algorithm>

namespace trivsel::domain {
namespace {

wire::v1::Op removal(const EntityId &item, merge::Voice voice, bool gone, const std::set<merge::Head> &seen)
{
    wire::v1::Op op;
    op.set_entity(item.str());
    op.set_policy(wire::v1::KEEP_BOTH);
    op.set_voice(voice);
    op.set_remove(gone);
    merge::addSeen(op, std::vector<merge::Head>(seen.begin(), seen.end()));
    return op;
}

} // namespace

std::set<merge::Head> headsOf(const EntityId &item, const merge::Fold &now)
{
    std::set<merge::Head> seen; // one form may have written several fields: its dot once
    for (const std::string &field : now.fields(item)) {
        const auto heads = now.view(item, field).heads;
        seen.insert(heads.begin(), heads.end());
    }
    return seen;
}

wire::v1::Op removeItem(const EntityId &item, merge::Voice voice, const merge::Fold &now)
{
    return removal(item, voice, true, headsOf(item, now));
}

wire::v1::Op removeItem(const EntityId &item, merge::Voice voice, const std::set<merge::Head> &seen)
{
    return removal(item, voice, true, seen);
}

wire::v1::Op putBack(const EntityId &item, merge::Voice voice, const merge::Fold &now)
{
    const auto heads = now.view(item, "").heads;
    return removal(item, voice, false, {heads.begin(), heads.end()});
}

wire::v1::Op putBack(const EntityId &item, merge::Voice voice, const std::set<merge::Head> &removals)
{
    return removal(item, voice, false, removals);
}

bool isWithdrawn(const EntityId &answer, const merge::Fold &now)
{
    const merge::ItemState state = now.itemState(answer);
    if (state != merge::ItemState::RemovedButEdited) {
        return state == merge::ItemState::Removed;
    }
    const auto removals = now.view(answer, "").versions;
    return std::any_of(removals.begin(), removals.end(), [](const merge::Version &one) {
        return one.op.remove() && one.op.voice() == wire::v1::VOICE_RESIDENT && one.enteredByAuthor();
    });
}

} // namespace trivsel::domain
