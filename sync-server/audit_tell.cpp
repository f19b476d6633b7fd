#include "sync-server/audit_tell.h"

#include <algorithm>
#include <charconv>

namespace trivsel::server {
namespace {

constexpr std::string_view kToldMeta = "audit.told";

domain::LooksRecord recordOf(const AuditRead &read, const PersonId &resident, const domain::ZoneOffset &zone)
{
    domain::LooksRecord record;
    std::vector<domain::AuditEntry> entries;
    for (const AuditLine &line : read.lines) {
        if (line.entry && line.entry->about == resident) {
            entries.push_back(*line.entry);
            if (line.row.number != 0) {
                std::uint64_t &upto = record.upto[line.row.device];
                upto = std::max(upto, line.row.number);
            }
        }
    }
    record.looks = domain::whoLooked(entries, resident, zone);
    return record;
}

} // namespace

Result<std::size_t> tellWhoLooked(HomeStore &store, const Office::Ports &ports,
                                  const domain::ZoneOffset &zone)
{
    auto office = Office::begin(store, ports);
    const auto read = office ? readAudit(store, [](const domain::StreamInfo &info) { return !info.erased; })
                             : Result<AuditRead>(tl::unexpected(office.error()));
    if (!read) {
        return tl::unexpected(read.error());
    }
    std::size_t told = 0;
    for (const domain::StreamInfo &info : office->home().streams) {
        if (info.id.kind != StreamKind::Chosen || !info.about || info.erased) {
            continue;
        }
        const auto fold = office->now(info.id);
        if (!fold) {
            return tl::unexpected(fold.error());
        }
        auto ops = domain::writeLooks(*info.about, recordOf(*read, *info.about, zone), **fold);
        told += ops.empty() ? 0 : 1;
        office->write(info.id, std::move(ops));
    }
    TRIVSEL_TRY(store.journal().setMeta(kToldMeta, std::to_string(ports.nowMs)));
    const Status done = office->commit();
    return done ? Result<std::size_t>(told) : tl::unexpected(done.error());
}

std::int64_t toldMs(HomeStore &store)
{
    const auto text = store.journal().meta(kToldMeta);
    std::int64_t ms = 0;
    if (text && *text) {
        std::from_chars((*text)->data(), (*text)->data() + (*text)->size(), ms);
    }
    return ms;
}

} // namespace trivsel::server
