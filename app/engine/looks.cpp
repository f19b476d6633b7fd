#include "app/engine/looks.h"

#include <ctime>

namespace trivsel::engine {

namespace {

/** Where the tablet is set up to be. */
int localOffset(std::int64_t utcMs)
{
    const auto seconds = static_cast<std::time_t>(utcMs / 1000);
    std::tm local{};
    return ::localtime_r(&seconds, &local) != nullptr ? static_cast<int>(local.tm_gmtoff / 60) : 0;
}

} // namespace

Result<domain::LooksRecord> Looks::told(const PersonId &resident)
{
    const auto stream = m.home.streamOf(resident, StreamKind::Chosen);
    if (!stream) {
        return domain::LooksRecord();
    }
    const auto fold = m.folds.of(*stream);
    if (!fold) {
        return tl::unexpected(fold.error());
    }
    return domain::readLooks(resident, **fold);
}

Result<std::vector<domain::AuditEntry>> Looks::hereSince(std::uint64_t number)
{
    const auto rows = m.audit.rows();
    if (!rows) {
        return tl::unexpected(rows.error());
    }
    std::vector<domain::AuditEntry> out;
    for (const AuditLog::Row &row : *rows) {
        const auto entry = domain::decodeAudit(row.entry);
        if (entry && static_cast<std::uint64_t>(row.number) > number) {
            out.push_back(*entry);
        }
    }
    return out;
}

Result<std::vector<domain::Look>> Looks::of(const PersonId &resident, const Who &viewer)
{
    TRIVSEL_TRY(m.access.readWhoLooked(viewer, resident));
    m.enter(resident);
    const auto record = told(resident);
    if (!record) {
        return tl::unexpected(record.error());
    }
    const auto known = record->upto.find(m.identity.device);
    const auto fresh = hereSince(known == record->upto.end() ? 0 : known->second);
    if (!fresh) {
        return tl::unexpected(fresh.error());
    }
    return domain::joinLooks(record->looks, domain::whoLooked(*fresh, resident, localOffset));
}

} // namespace trivsel::engine
