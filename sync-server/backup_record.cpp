#include "sync-server/backup_record.h"

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

namespace trivsel::server {
namespace {

constexpr std::string_view kHourlyTo = "backup.hourly.to";

namespace json = boost::json;

constexpr std::string_view kMeta = "backup";

std::string textAt(const json::object &from, std::string_view name)
{
    const json::value *value = from.if_contains(name);
    return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
}

std::int64_t numberAt(const json::object &from, std::string_view name)
{
    const json::value *value = from.if_contains(name);
    return value != nullptr && value->is_int64() ? value->get_int64() : 0;
}

} // namespace

Result<BackupRecord> readBackupRecord(journal::Journal &journal)
{
    const auto stored = journal.meta(kMeta);
    if (!stored) {
        return tl::unexpected(stored.error());
    }
    BackupRecord record;
    boost::system::error_code broken;
    const json::value parsed = json::parse(stored->value_or("{}"), broken);
    if (broken || !parsed.is_object()) {
        return record; // it only tells of copies; what is lost is a line in status
    }
    const json::object &from = parsed.get_object();
    record.dir = textAt(from, "dir");
    record.triedDir = textAt(from, "tried_dir");
    if (record.triedDir.empty()) {
        record.triedDir = record.dir; // written before there was a place for each
    }
    record.triedMs = numberAt(from, "tried_ms");
    record.doneMs = numberAt(from, "done_ms");
    record.upto.seq = static_cast<std::uint64_t>(numberAt(from, "seq"));
    record.upto.log = static_cast<std::uint64_t>(numberAt(from, "log")); // two's complement
    record.held.id = numberAt(from, "held");
    const auto hash = fromHex(textAt(from, "held_hash"));
    record.held.hash = (hash ? Hash256::from(*hash) : std::nullopt).value_or(Hash256{});
    record.otherDisk = from.contains("other_disk");
    record.last = textAt(from, "last");
    record.digest = textAt(from, "digest");
    record.readMs = numberAt(from, "read_ms");
    record.problem = textAt(from, "problem");
    return record;
}

Status writeBackupRecord(journal::Journal &journal, const BackupRecord &record)
{
    json::object to{{"dir", record.dir},
                    {"tried_dir", record.triedDir},
                    {"tried_ms", record.triedMs},
                    {"done_ms", record.doneMs},
                    {"seq", static_cast<std::int64_t>(record.upto.seq)},
                    {"log", static_cast<std::int64_t>(record.upto.log)},
                    {"held", record.held.id},
                    {"held_hash", toHex(record.held.hash.view())},
                    {"last", record.last},
                    {"digest", record.digest},
                    {"read_ms", record.readMs},
                    {"problem", record.problem}};
    if (record.otherDisk) {
        to["other_disk"] = true;
    }
    return journal.setMeta(kMeta, json::serialize(to));
}

Result<BackupRecord> trustedBackupRecord(journal::Journal &journal)
{
    auto record = readBackupRecord(journal);
    if (!record) {
        return record;
    }
    const auto here = journal.positionAt(record->upto.seq);
    if (!here) {
        return tl::unexpected(here.error());
    }
    if (*here != record->upto) {
        record->countNothing();
    }
    return record;
}

Result<std::string> readHourlyTo(journal::Journal &journal)
{
    auto text = journal.meta(kHourlyTo);
    return text ? Result<std::string>(text->value_or(std::string())) : tl::unexpected(text.error());
}

Status writeHourlyTo(journal::Journal &journal, const std::string &to)
{
    return journal.setMeta(kHourlyTo, to);
}

} // namespace trivsel::server
