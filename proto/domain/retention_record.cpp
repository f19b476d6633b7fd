#include "proto/domain/retention_record.h"

#include "proto/domain/home_fields.h"

#include <algorithm>

namespace trivsel::domain {
namespace {

std::string fieldOf(std::string_view name)
{
    return std::string(field::kRetention).append(name);
}

} // namespace

RetentionTable readRetention(const HomeId &home, const merge::Fold &fold)
{
    RetentionTable table;
    for (const RetentionProposal &kind : retentionProposals()) {
        const merge::RegisterView view = fold.view(EntityId{home.data}, fieldOf(kind.name));
        std::int64_t longest = 0; // of two decisions at once the one that keeps longer
        for (const merge::Version &version : view.versions) {
            const std::int64_t days =
                version.op.num() == 0 ? RetentionTable::kDaysMax + 1LL : version.op.num();
            longest = std::max(longest, days);
        }
        const bool decided = longest >= 1 && longest <= RetentionTable::kDaysMax;
        static_cast<void>(decided && table.set(kind.kind, static_cast<int>(longest)));
    }
    return table;
}

Ops writeRetention(const HomeId &home, RecordKind kind, std::optional<int> days, const merge::Fold &now)
{
    for (const RetentionProposal &known : retentionProposals()) {
        if (known.kind == kind) {
            return RecordWriter(EntityId{home.data}, now).num(fieldOf(known.name), days.value_or(0)).take();
        }
    }
    return {};
}

std::optional<RecordKind> recordKind(std::string_view name)
{
    for (const RetentionProposal &known : retentionProposals()) {
        if (known.name == name) {
            return known.kind;
        }
    }
    return std::nullopt;
}

} // namespace trivsel::domain
