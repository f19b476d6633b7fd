#include "sync-server/commands/retention_due.h"

#include "proto/base/time_units.h"
#include "proto/domain/home_fields.h"
#include "proto/domain/rounds.h"
#include "sync-server/audit_rows.h"
#include "sync-server/commands/find_person.h"

#include <algorithm>
#include <array>

namespace trivsel::server {
namespace {

using domain::RecordKind;

constexpr std::array kOfResidents = {RecordKind::Answers, RecordKind::Own, RecordKind::Plans,
                                     RecordKind::Safety, RecordKind::Profile};

void addResident(const HomeStore &store, const domain::RetentionTable &table, const NamedPerson &one,
                 std::int64_t nowMs, std::vector<Due> &out)
{
    const auto &streams = store.model().streams;
    const auto anyOf = [&](auto is) {
        return std::any_of(streams.begin(), streams.end(), [&](const domain::StreamInfo &info) {
            return info.about == one.person.id && is(info);
        });
    };
    const bool hold = anyOf([](const domain::StreamInfo &info) { return info.hold.has_value(); });
    const bool left = anyOf([](const domain::StreamInfo &info) { return !info.erased; });
    if (!one.person.closed || !left) {
        return;
    }
    for (const RecordKind kind : kOfResidents) {
        if (table.isDue({kind, one.person.closed->atMs, hold}, nowMs, false)) {
            out.push_back({kind, calledName(one), one.person.closed->atMs});
        }
    }
}

/** When somebody was taken off the list: the newest change that says so. Only what the log says of it counts,
 * so it holds for those, too, who left before anybody decided anything. */
std::optional<std::int64_t> leftAt(const merge::Fold &home, const PersonId &person)
{
    std::optional<std::int64_t> at;
    for (const merge::Version &version :
         home.view(EntityId{person.data}, domain::field::kPersonActive).versions) {
        at = std::max(at.value_or(version.wallMs), version.wallMs);
    }
    return at;
}

/** A member of staff or a guest who is here no more: their own answers, and their line in the list of people.
 */
void addStaff(const HomeStore &store, const domain::RetentionTable &table, const merge::Fold &home,
              const NamedPerson &one, std::int64_t nowMs, std::vector<Due> &out)
{
    const auto left = one.person.active ? std::nullopt : leftAt(home, one.person.id);
    if (!left || one.person.role == domain::Role::ROLE_RESIDENT) {
        return;
    }
    const auto stream = store.model().streamOf(one.person.id, StreamKind::Staff);
    const domain::StreamInfo *info = stream ? store.model().streamInfo(*stream) : nullptr;
    const bool answers = info != nullptr && !info->erased;
    const bool hold = info != nullptr && info->hold.has_value();
    for (const RecordKind kind : {RecordKind::StaffAnswers, RecordKind::People}) {
        if ((kind == RecordKind::People || answers) && table.isDue({kind, *left, hold}, nowMs, false)) {
            out.push_back({kind, calledName(one), *left});
        }
    }
}

/** The oldest entry says when the audit is due. */
Status addAudit(HomeStore &store, const domain::RetentionTable &table, std::int64_t nowMs,
                std::vector<Due> &out)
{
    if (!table.days(RecordKind::Audit)) {
        return {};
    }
    const auto read =
        readAudit(store, [](const domain::StreamInfo &info) { return !info.erased && !info.hold; });
    if (!read) {
        return tl::unexpected(read.error());
    }
    constexpr std::uint32_t kClockCompared = 1;
    std::optional<std::int64_t> oldest;
    for (const AuditLine &line : read->lines) {
        if (line.entry && line.entry->clockQuality == kClockCompared) {
            // As unsigned: a tablet's clock may say anything.
            const auto at = static_cast<std::int64_t>(static_cast<std::uint64_t>(line.entry->wallMs) +
                                                      static_cast<std::uint64_t>(line.entry->offsetMs));
            oldest = std::min(oldest.value_or(at), at);
        }
    }
    if (table.isDue({RecordKind::Audit, oldest, false}, nowMs, false)) {
        out.push_back({RecordKind::Audit, {}, *oldest});
    }
    return {};
}

/** The oldest round says when the house's are due. */
Status addRounds(HomeStore &store, const domain::RetentionTable &table, std::int64_t nowMs,
                 std::vector<Due> &out)
{
    const auto stream = store.model().stream(StreamKind::Group);
    const domain::StreamInfo *info = stream ? store.model().streamInfo(*stream) : nullptr;
    if (info == nullptr || info->erased || info->hold || !table.days(RecordKind::GroupRounds)) {
        return {};
    }
    const auto fold = store.folds().upToDate(*stream);
    if (!fold) {
        return tl::unexpected(fold.error());
    }
    std::optional<std::int64_t> oldest;
    for (const domain::ClosedRound &round : domain::readClosedRounds(**fold)) {
        // Closed by a tablet that did not know the day: when it came in here.
        const std::int64_t at = round.day
                                    ? *round.day * kDayMs
                                    : (*fold)->view(round.id, domain::field::kRound).versions.back().wallMs;
        oldest = std::min(oldest.value_or(at), at);
    }
    if (table.isDue({RecordKind::GroupRounds, oldest, false}, nowMs, false)) {
        out.push_back({RecordKind::GroupRounds, {}, *oldest});
    }
    return {};
}

} // namespace

bool isOfStaff(domain::RecordKind kind)
{
    return kind == RecordKind::StaffAnswers || kind == RecordKind::People;
}

Result<std::vector<Due>> readDue(HomeStore &store, const domain::RetentionTable &table, std::int64_t nowMs)
{
    const auto all = people(store);
    const auto home = store.folds().upToDate(store.server().homeStream);
    if (!all || !home) {
        return tl::unexpected(all ? home.error() : all.error());
    }
    std::vector<Due> due;
    for (const NamedPerson &one : *all) {
        addResident(store, table, one, nowMs, due);
        addStaff(store, table, **home, one, nowMs, due);
    }
    TRIVSEL_TRY(addAudit(store, table, nowMs, due));
    TRIVSEL_TRY(addRounds(store, table, nowMs, due));
    return due;
}

} // namespace trivsel::server
