#include "proto/domain/remove_item.h"

#include "proto/base/limits.h"

#include <set>

namespace trivsel::domain {
namespace {

wire::v1::Op removal(const EntityId &item, merge::Voice voice, bool gone, const std::set<Dot> &seen)
{
    wire::v1::Op op;
    op.set_entity(item.str());
    op.set_policy(wire::v1::KEEP_BOTH);
    op.set_voice(voice);
    op.set_remove(gone);
    for (const Dot &dot : seen) {
        if (static_cast<std::size_t>(op.seen_size()) == limits::kSeenPerOpMax) {
            break;
        }
        auto *named = op.add_seen();
        named->set_inc(static_cast<std::uint64_t>(dot.inc));
        named->set_ctr(dot.ctr);
    }
    return op;
}

} // namespace

wire::v1::Op removeItem(const EntityId &item, merge::Voice voice, const merge::Fold &now)
{
    std::set<Dot> seen; // one form may have written several fields: its dot once
    for (const std::string &field : now.fields(item)) {
        const auto heads = now.view(item, field).heads;
        seen.insert(heads.begin(), heads.end());
    }
    return removal(item, voice, true, seen);
}

wire::v1::Op putBack(const EntityId &item, merge::Voice voice, const merge::Fold &now)
{
    const auto heads = now.view(item, "").heads;
    return removal(item, voice, false, {heads.begin(), heads.end()});
}

} // namespace trivsel::domain
