#include "sync-server/backup_check.h"

#include "proto/archive/rescue.h"
#include "proto/seal/chain.h"

#include <algorithm>
#include <map>

namespace trivsel::server {
namespace {

namespace v1 = archive::v1;

/** What a segment's records must add up to. */
class SegmentCount
{
public:
    explicit SegmentCount(const v1::Header &header) : m_header(header), m_log(header.from_log()) {}

    Status add(const v1::Records &records)
    {
        for (const v1::StoredChange &stored : records.changes()) {
            const auto change = archive::fromRecord(stored);
            if (!change) {
                return fail(Errc::StoreCorrupt, "a change");
            }
            m_log = seal::logNext(m_log, change->stream, change->hash);
            ++m_changes;
        }
        return {};
    }
    [[nodiscard]] Status finish() const
    {
        const bool sum =
            m_header.from_seq() + m_changes == m_header.upto_seq() && m_log == m_header.upto_log();
        return sum ? Status() : fail(Errc::StoreCorrupt, "the log does not come out as it should");
    }
    [[nodiscard]] std::uint64_t changes() const { return m_changes; }

private:
    const v1::Header &m_header;
    std::uint64_t m_log;
    std::uint64_t m_changes = 0;
};

Status readAll(archive::Reader &reader, const OpenArchive &open, const EachRecords &each, CheckedFile &out)
{
    const bool segment = out.header.kind() == v1::SEGMENT;
    if (!open) {
        return reader.check();
    }
    const auto key = open(out.header);
    if (!key) {
        return tl::unexpected(key.error());
    }
    TRIVSEL_TRY(reader.useKey(*key));
    SegmentCount count(out.header);
    for (;;) {
        auto records = reader.next();
        if (!records) {
            // The box opened with our key: what does not open after that is damaged.
            const bool broken = records.error().code() == Errc::SealBroken;
            return broken ? fail(Errc::StoreCorrupt, records.error().detail())
                          : Status(tl::unexpected(records.error()));
        }
        if (!*records) {
            break;
        }
        TRIVSEL_TRY(count.add(**records));
        if (each) {
            TRIVSEL_TRY(each(std::move(**records)));
        }
    }
    out.changes = count.changes();
    return segment ? count.finish() : Status();
}

bool othersOnly(const CheckedFile &one)
{
    return one.fault && (one.fault->code() == Errc::SealBroken || one.fault->code() == Errc::KeyMissing);
}

bool follows(const CheckedFile &before, const CheckedFile &after)
{
    return after.header.previous() == before.digest.str() &&
           after.header.from_seq() == before.header.upto_seq() &&
           after.header.from_log() == before.header.upto_log() && after.header.home() == before.header.home();
}

void checkChain(CheckedSeries &series)
{
    std::uint32_t expected = 1;
    const CheckedFile *before = nullptr;
    for (CheckedFile &segment : series.segments) {
        const auto name = SegmentName::from(segment.file.filename().string());
        if (expected < name->number) {
            series.missing.push_back({expected, name->number - 1});
            before = nullptr;
        }
        expected = name->number + 1;
        if (segment.fault) {
            before = nullptr;
            continue;
        }
        const bool first =
            name->number == 1 && segment.header.from_seq() == 0 && segment.header.previous().empty();
        const bool named =
            segment.header.number() == name->number && toHex(viewOf(segment.header.series())) == name->series;
        if (!named || (name->number == 1 && !first) || (before != nullptr && !follows(*before, segment))) {
            series.wrongChain.push_back(segment.file.filename().string());
        }
        series.home = segment.header.home();
        series.madeMs = segment.header.made_ms();
        series.uptoSeq = segment.header.upto_seq();
        before = &segment;
    }
}

} // namespace

bool CheckedSeries::whole() const
{
    const bool sound = std::none_of(segments.begin(), segments.end(),
                                    [](const CheckedFile &one) { return one.fault.has_value(); });
    return sound && missing.empty() && wrongChain.empty();
}

bool CheckedSeries::sealedForOthers() const
{
    return std::all_of(segments.begin(), segments.end(), othersOnly);
}

bool CheckedBackup::hasKeys() const
{
    return std::any_of(keys.begin(), keys.end(),
                       [](const CheckedFile &one) { return !one.fault || othersOnly(one); });
}

bool CheckedBackup::whole() const
{
    return hasKeys() &&
           std::all_of(series.begin(), series.end(),
                       [](const CheckedSeries &one) { return one.whole() || one.sealedForOthers(); }) &&
           std::all_of(keys.begin(), keys.end(),
                       [](const CheckedFile &one) { return !one.fault || othersOnly(one); });
}

bool CheckedBackup::sealedForOthers() const
{
    bool others = false;
    bool readable = false;
    const auto look = [&](const CheckedFile &one) {
        readable = readable || !one.fault;
        others = others || othersOnly(one);
    };
    for (const CheckedSeries &one : series) {
        std::for_each(one.segments.begin(), one.segments.end(), look);
    }
    std::for_each(keys.begin(), keys.end(), look);
    return others && !readable;
}

std::vector<const CheckedFile *> CheckedBackup::keysThatDisagree() const
{
    std::vector<const CheckedFile *> out;
    if (keys.empty() || keys.back().fault) {
        return out;
    }
    const archive::v1::Header &newest = keys.back().header;
    for (const CheckedFile &one : keys) {
        const bool twice = newest.generation() != 0 && one.header.generation() == newest.generation();
        const bool later = one.header.made_ms() > newest.made_ms();
        if (&one != &keys.back() && !one.fault && one.header.home() == newest.home() &&
            one.header.signer() == newest.signer() && (twice || later)) {
            out.push_back(&one);
        }
    }
    return out;
}

std::set<std::string> homesIn(const CheckedBackup &backup)
{
    std::set<std::string> homes;
    const auto look = [&homes](const CheckedFile &one) {
        if ((!one.fault || othersOnly(one)) && !one.header.home().empty()) {
            homes.insert(one.header.home());
        }
    };
    for (const CheckedSeries &one : backup.series) {
        std::for_each(one.segments.begin(), one.segments.end(), look);
    }
    std::for_each(backup.keys.begin(), backup.keys.end(), look);
    return homes;
}

void setOthersApart(CheckedBackup &backup)
{
    std::set<std::string> ours;
    const auto look = [&ours](const CheckedFile &one) {
        if (!one.fault) {
            ours.insert(one.header.home());
        }
    };
    for (const CheckedSeries &one : backup.series) {
        std::for_each(one.segments.begin(), one.segments.end(), look);
    }
    std::for_each(backup.keys.begin(), backup.keys.end(), look);
    if (!backup.opened || ours.empty()) {
        return;
    }
    const auto others = [&ours](const CheckedFile &one) {
        return othersOnly(one) && !one.header.home().empty() && !ours.contains(one.header.home());
    };
    const auto from = std::stable_partition(
        backup.series.begin(), backup.series.end(), [&others](const CheckedSeries &one) {
            return std::none_of(one.segments.begin(), one.segments.end(), others);
        });
    for (auto at = from; at != backup.series.end(); ++at) {
        backup.otherFiles += at->segments.size();
        backup.otherSeries.push_back(std::move(*at));
    }
    backup.series.erase(from, backup.series.end());
    backup.otherFiles += std::erase_if(backup.keys, others);
}

CheckedFile checkFile(const std::filesystem::path &file, const OpenArchive &open, const EachRecords &each,
                      bool fromDisk)
{
    CheckedFile out;
    out.file = file;
    auto reader = openArchive(file, fromDisk);
    if (!reader) {
        out.fault = reader.error();
        return out;
    }
    out.header = reader->header();
    if (const Status read = readAll(*reader, open, each, out); !read) {
        out.fault = read.error();
    } else {
        out.digest = reader->digest();
    }
    return out;
}

Result<CheckedBackup> checkBackup(const std::filesystem::path &dir, const OpenArchive &open)
{
    const auto listing = listBackup(dir);
    if (!listing) {
        return tl::unexpected(listing.error());
    }
    CheckedBackup backup;
    backup.opened = static_cast<bool>(open);
    std::map<std::string, CheckedSeries> series;
    for (const auto &[name, file] : listing->segments) {
        CheckedFile checked = checkFile(file, open);
        if (!checked.fault && checked.header.kind() != v1::SEGMENT) {
            checked.fault = Error(Errc::StoreForeign, "not a segment");
        }
        series[name.series].id = name.series;
        series[name.series].segments.push_back(std::move(checked));
    }
    for (auto &[id, one] : series) {
        checkChain(one);
        backup.series.push_back(std::move(one));
    }
    for (const auto &file : listing->keys) {
        CheckedFile checked = checkFile(file, open);
        if (!checked.fault && checked.header.kind() != v1::KEYS) {
            checked.fault = Error(Errc::StoreForeign, "no copy of keys");
        }
        backup.keys.push_back(std::move(checked));
    }
    std::sort(backup.series.begin(), backup.series.end(), [](const CheckedSeries &a, const CheckedSeries &b) {
        return std::tie(a.madeMs, a.uptoSeq, a.id) < std::tie(b.madeMs, b.uptoSeq, b.id);
    });
    std::sort(backup.keys.begin(), backup.keys.end(), [](const CheckedFile &a, const CheckedFile &b) {
        return std::tuple(!a.fault, a.header.generation(), a.header.made_ms(), a.file) <
               std::tuple(!b.fault, b.header.generation(), b.header.made_ms(), b.file);
    });
    return backup;
}

} // namespace trivsel::server
