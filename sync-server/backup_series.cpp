#include "sync-server/backup_series.h"

#include "sync-server/backup_check.h"

#include <algorithm>
#include <cstdlib>

namespace trivsel::server {
namespace {

namespace v1 = archive::v1;
namespace fs = std::filesystem;

using Segments = std::vector<std::pair<SegmentName, fs::path>>;

/** Names of what was held when a segment was made: they stand in its first pieces. */
Result<std::set<HeldKey>> readHeldNames(const fs::path &file, const OpenArchive &open)
{
    auto reader = openArchive(file);
    if (!reader) {
        return tl::unexpected(reader.error());
    }
    const auto key = open(reader->header());
    if (!key) {
        return tl::unexpected(key.error());
    }
    TRIVSEL_TRY(reader->useKey(*key));
    std::set<HeldKey> names;
    for (;;) {
        const auto records = reader->next();
        if (!records) {
            return tl::unexpected(records.error());
        }
        if (!*records) {
            return names;
        }
        for (const v1::HeldName &name : (*records)->held_names()) {
            names.insert(keyOf(name));
        }
        if ((*records)->changes_size() > 0) {
            return names;
        }
    }
}

/** One series of the folder, and whether this home goes on behind it. */
struct Candidate
{
    Segments segments;
    Last last;
};

/** Sealed for another key file or of another home: not ours to judge. */
bool isOthers(const Error &error)
{
    return error.code() == Errc::SealBroken || error.code() == Errc::KeyMissing ||
           error.code() == Errc::StoreForeign || error.code() == Errc::StoreTooNew;
}

/** nullopt when this home can't go on behind these; `broken` when that is because of damage. */
Result<std::optional<Candidate>> candidateOf(HomeStore &store, const BackupWish &wish, Segments segments,
                                             FoundLast &found)
{
    std::vector<std::string> &broken = found.broken;
    const auto &[name, file] = segments.back();
    const auto reader = openArchive(file);
    if (!reader) {
        if (!isOthers(reader.error())) {
            broken.push_back(name.str());
        }
        return std::optional<Candidate>();
    }
    const v1::Header &header = reader->header();
    found.otherHome = found.otherHome || header.home() != store.server().home.str();
    const journal::Position upto{header.upto_seq(), header.upto_log()};
    const auto here = store.journal().positionAt(upto.seq);
    if (!here) {
        return tl::unexpected(here.error());
    }
    if (header.kind() != v1::SEGMENT || header.home() != store.server().home.str() || *here != upto ||
        header.number() != name.number) {
        return std::optional<Candidate>();
    }
    const auto open = openWith(wish.wrapKey);
    if (const auto ours = open(header); !ours) {
        return std::optional<Candidate>();
    }
    const auto digest = digestAtEnd(file);
    auto held = readHeldNames(file, open);
    if (!digest || !held) {
        broken.push_back(name.str());
        return std::optional<Candidate>();
    }
    Candidate candidate;
    candidate.last = {header.series(), name.number, name.str(), *digest, upto, std::move(*held)};
    candidate.segments = std::move(segments);
    return std::optional(std::move(candidate));
}

/** By number, by length and by what each says of the one before: nothing is read but both ends of a file. */
std::vector<std::string> brokenLinks(const Segments &segments)
{
    std::vector<std::string> broken;
    std::uint32_t expected = 1;
    Hash256 before;
    for (const auto &[name, file] : segments) {
        if (name.number != expected) {
            broken.push_back(SegmentName{name.series, expected}.str());
            return broken; // how many are gone is verify's to tell
        }
        const auto reader = openArchive(file);
        const auto digest = digestAtEnd(file);
        if (!reader || !digest || toHex(viewOf(reader->header().series())) != name.series ||
            reader->header().number() != name.number) {
            broken.push_back(name.str());
            return broken;
        }
        const std::string &previous = reader->header().previous();
        if (expected == 1 ? !previous.empty() : previous != before.str()) {
            broken.push_back(expected == 1 ? name.str() : SegmentName{name.series, expected - 1}.str());
        }
        before = *digest;
        ++expected;
    }
    return broken;
}

std::vector<std::string> brokenWhenRead(const Segments &segments)
{
    std::vector<std::string> broken;
    for (const auto &[name, file] : segments) {
        if (checkFile(file, {}, {}, true).fault) {
            broken.push_back(name.str());
        }
    }
    return broken;
}

std::string seriesOf(const BackupRecord &record)
{
    const auto name = SegmentName::from(record.last);
    return name ? name->series : std::string();
}

/** A header that was damaged reads like another's. In the series of the last backup it must be the one we
 * wrote. */
bool damagedEnd(const Segments &segments, const BackupRecord &record)
{
    return segments.back().first.series == seriesOf(record) &&
           checkFile(segments.back().second, {}, {}, true).fault.has_value();
}

bool mustReadAll(const BackupWish &wish, const BackupRecord &record, const Last &last)
{
    return wish.readAll || record.last != last.file || record.digest != toHex(last.digest.view()) ||
           record.readMs == 0 || std::abs(wish.nowMs - record.readMs) >= kReadAllEveryMs;
}

} // namespace

v1::HeldName nameOf(const journal::Quarantined &held)
{
    v1::HeldName name;
    name.set_device(held.device.str());
    name.set_stream(held.change.stream.str());
    name.set_inc(static_cast<std::uint64_t>(held.change.dot.inc));
    name.set_ctr(held.change.dot.ctr);
    name.set_hash(held.change.hash.str());
    name.set_gone(held.change.gone);
    return name;
}

HeldKey keyOf(const v1::HeldName &name)
{
    return {name.device(), name.stream(), name.inc(), name.ctr(), name.hash(), name.gone()};
}

Result<FoundLast> findLast(HomeStore &store, const BackupWish &wish)
{
    const auto listing = listBackup(wish.to);
    const auto record = readBackupRecord(store.journal());
    if (!listing || !record) {
        return tl::unexpected(listing ? record.error() : listing.error());
    }
    FoundLast found;
    std::vector<Candidate> candidates;
    const Segments &all = listing->segments;
    for (auto from = all.begin(); from != all.end();) {
        const auto to = std::find_if(from, all.end(),
                                     [&](const auto &one) { return one.first.series != from->first.series; });
        const Segments segments(from, to);
        const std::size_t known = found.broken.size();
        auto candidate = candidateOf(store, wish, segments, found);
        if (!candidate) {
            return tl::unexpected(candidate.error());
        }
        if (*candidate) {
            candidates.push_back(std::move(**candidate));
        } else if (found.broken.size() == known && damagedEnd(segments, *record)) {
            found.broken.push_back(segments.back().first.str());
        }
        from = to;
    }
    // The one that holds most; among equals the one that was read before.
    std::stable_sort(candidates.begin(), candidates.end(), [&](const Candidate &a, const Candidate &b) {
        const bool known = a.segments.front().first.series == seriesOf(*record);
        const bool other = b.segments.front().first.series == seriesOf(*record);
        return std::pair(a.last.upto.seq, known) > std::pair(b.last.upto.seq, other);
    });
    for (Candidate &one : candidates) {
        auto broken = brokenLinks(one.segments);
        const bool readAll = broken.empty() && mustReadAll(wish, *record, one.last);
        if (readAll) {
            broken = brokenWhenRead(one.segments);
        }
        if (broken.empty()) {
            found.last = std::move(one.last);
            found.readAll = readAll;
            return found;
        }
        found.broken.insert(found.broken.end(), broken.begin(), broken.end());
    }
    return found;
}

} // namespace trivsel::server
