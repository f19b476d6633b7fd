#include "sync-server/backup_write.h"

#include "proto/archive/key_boxes.h"
#include "proto/archive/rescue.h"
#include "proto/journal/files.h"
#include "sync-server/backup_check.h"
#include "sync-server/backup_keys.h"
#include "sync-server/backup_series.h"

#include <algorithm>
#include <map>
#include <set>
#include <sys/stat.h>

namespace trivsel::server {
namespace {

namespace v1 = archive::v1;
namespace fs = std::filesystem;

Status addState(HomeStore &store, const std::vector<journal::Quarantined> &held, const Last &last,
                archive::Writer &writer)
{
    for (const journal::Quarantined &one : held) {
        v1::Records records;
        *records.add_held_names() = nameOf(one);
        TRIVSEL_TRY(writer.add(std::move(records)));
    }
    const auto contacts = store.contacts().all();
    const auto own = store.authority().own();
    if (!contacts) {
        return tl::unexpected(contacts.error());
    }
    v1::Records records;
    for (const Contact &contact : *contacts) {
        v1::Contact *out = records.add_contacts();
        out->set_device(contact.device.str());
        out->set_last_ms(contact.lastMs);
        out->set_last_inc(static_cast<std::uint64_t>(contact.lastIncarnation));
        out->set_app(contact.app);
        out->set_offset_ms(contact.clockOffsetMs);
    }
    for (const Incarnation inc : own) {
        records.add_own_incarnations(static_cast<std::uint64_t>(inc));
    }
    TRIVSEL_TRY(writer.add(std::move(records)));
    for (const journal::Quarantined &one : held) {
        if (!last.held.contains(keyOf(nameOf(one)))) {
            v1::Records fresh;
            archive::toRecord({one.device, one.change, one.reason, one.receivedMs}, fresh.add_held());
            TRIVSEL_TRY(writer.add(std::move(fresh)));
        }
    }
    return {};
}

using Runs = std::map<std::pair<StreamId, Incarnation>, journal::Range>;

void widen(Runs &runs, const ChangeId &id)
{
    auto &run = runs.try_emplace({id.stream, id.dot.inc}, journal::Range{id.dot.inc, id.dot.ctr, id.dot.ctr})
                    .first->second;
    run.first = std::min(run.first, id.dot.ctr);
    run.last = std::max(run.last, id.dot.ctr);
}

Status addProofs(HomeStore &store, const Runs &runs, archive::Writer &writer)
{
    for (const auto &[key, run] : runs) {
        std::set<std::string> told;
        for (std::uint64_t first = run.first; first <= run.last; first += limits::kBatchChangesMax) {
            const std::uint64_t last = std::min(run.last, first + limits::kBatchChangesMax - 1);
            const auto proofs = store.journal().proofsFor(key.first, {key.second, first, last});
            if (!proofs) {
                return tl::unexpected(proofs.error());
            }
            for (const wire::v1::Proof &proof : *proofs) {
                if (told.insert(proof.signature()).second) {
                    v1::Records records;
                    *records.add_proofs() = proof;
                    TRIVSEL_TRY(writer.add(std::move(records)));
                }
            }
        }
    }
    return {};
}

Result<std::uint64_t> addChanges(HomeStore &store, const Last &last, const journal::Position &end,
                                 const std::vector<journal::Quarantined> &held, archive::Writer &writer)
{
    std::uint64_t count = 0;
    Runs runs;
    Status added;
    TRIVSEL_TRY(store.journal().readLog(last.upto.seq, [&](journal::StoredChange &&stored) {
        if (stored.seq > end.seq) {
            return false;
        }
        widen(runs, stored.change.id());
        v1::Records records;
        archive::toRecord(stored.change, records.add_changes());
        added = writer.add(std::move(records));
        ++count;
        return added.has_value();
    }));
    TRIVSEL_TRY(std::move(added));
    for (const journal::Quarantined &one : held) {
        widen(runs, one.change.id());
    }
    TRIVSEL_TRY(addProofs(store, runs, writer));
    return count;
}

v1::Header headerOf(HomeStore &store, const BackupWish &wish, const Last &last, const journal::Position &end)
{
    v1::Header header;
    header.set_kind(v1::SEGMENT);
    header.set_home(store.server().home.str());
    header.set_made_ms(wish.nowMs);
    header.set_series(last.series.empty() ? randomBytes<Bytes<8, struct SeriesTag>>(wish.random).str()
                                          : last.series);
    header.set_number(last.number + 1);
    header.set_previous(last.series.empty() ? std::string() : last.digest.str());
    header.set_from_seq(last.upto.seq);
    header.set_from_log(last.upto.log);
    header.set_upto_seq(end.seq);
    header.set_upto_log(end.log);
    return header;
}

Result<BackupResult> writeSegment(HomeStore &store, const BackupWish &wish, const Last &last,
                                  const journal::Position &end, const std::vector<journal::Quarantined> &held)
{
    v1::Header header = headerOf(store, wish, last, end);
    const SegmentName name{toHex(viewOf(header.series())), header.number()};
    auto file = journal::NewFile::create(wish.to / name.str(), S_IRUSR | S_IWUSR);
    if (!file) {
        return tl::unexpected(file.error());
    }
    const auto key = randomBytes<archive::ArchiveKey>(wish.random);
    archive::addWrapKeyBox(header, wish.wrapKey, key, wish.random);
    archive::addRecoveryBox(header, store.server().recovery, key);
    auto writer = archive::Writer::begin(std::move(header), key, store.server().identity,
                                         [&file](std::string_view bytes) { return file->write(bytes); });
    if (!writer) {
        return tl::unexpected(writer.error());
    }
    TRIVSEL_TRY(addState(store, held, last, *writer));
    const auto changes = addChanges(store, last, end, held, *writer);
    if (!changes) {
        return tl::unexpected(changes.error());
    }
    const auto digest = writer->finish();
    if (!digest) {
        return tl::unexpected(digest.error());
    }
    TRIVSEL_TRY(file->sync());
    const CheckedFile checked = checkFile(file->temporary(), openWith(wish.wrapKey), {}, true);
    if (checked.fault || checked.digest != *digest || checked.changes != *changes) {
        return tl::unexpected(
            checked.fault.value_or(Error(Errc::StoreCorrupt, "read back as something else")));
    }
    TRIVSEL_TRY(file->commit());
    BackupResult result;
    result.changes = *changes;
    result.file = name.str();
    result.last = result.file;
    result.digest = *digest;
    result.number = name.number;
    result.newSeries = last.series.empty();
    return result;
}

/** Links followed, also where nothing is yet. */
bool liesIn(const fs::path &folder, const fs::path &home)
{
    std::error_code error;
    const fs::path inner = fs::weakly_canonical(fs::absolute(folder, error), error);
    const fs::path outer = fs::weakly_canonical(fs::absolute(home, error), error);
    return !error &&
           std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end()).first == outer.end();
}

Status makeFolder(const BackupWish &wish)
{
    if (liesIn(wish.to / "", wish.data / "")) {
        return fail(Errc::BadArgument, "in the home's own folder");
    }
    std::error_code error;
    if (wish.makeFolder) {
        fs::create_directory(wish.to, error); // one level: a path that is mistyped is not made up
    }
    if (error || !fs::is_directory(wish.to, error)) {
        return fail(error.value() == EACCES || error.value() == EROFS ? Errc::StoreReadOnly
                                                                      : Errc::StoreMissing,
                    "no such folder");
    }
    return {};
}

/** `broken` is told of also when it fails. */
Result<BackupResult> writeBackup(HomeStore &store, const BackupWish &wish, std::vector<std::string> &broken)
{
    TRIVSEL_TRY(makeFolder(wish));
    const auto lock = journal::DirLock::take(wish.to);
    if (!lock) {
        return tl::unexpected(lock.error());
    }
    BackupResult result;
    {
        const auto view = journal::ReadTransaction::begin(store.journal().database());
        if (!view) {
            return tl::unexpected(view.error());
        }
        const auto end = store.journal().end();
        const auto held = store.journal().quarantined();
        const auto found = end && held ? findLast(store, wish) : Result<FoundLast>(FoundLast());
        if (!end || !held || !found) {
            return tl::unexpected(!end ? end.error() : !held ? held.error() : found.error());
        }
        broken = found->broken;
        const Last *last = &found->last;
        std::set<HeldKey> names;
        for (const journal::Quarantined &one : *held) {
            names.insert(keyOf(nameOf(one)));
        }
        if (last->series.empty() || last->upto != *end || last->held != names) {
            auto written = writeSegment(store, wish, *last, *end, *held);
            if (!written) {
                return written;
            }
            result = std::move(*written);
        } else {
            result.last = last->file;
            result.digest = last->digest;
        }
        result.upto = *end;
        if (!held->empty()) {
            result.held = {held->back().id, held->back().change.hash};
        }
        result.readAll = found->readAll || result.newSeries;
        result.broken = found->broken;
        result.otherHome = found->otherHome;
    }
    const auto removed = backupKeys(store, wish);
    if (!removed) {
        return tl::unexpected(removed.error());
    }
    result.keysRemoved = *removed;
    result.otherDisk = !onSameDisk(wish.to, wish.data);
    return result;
}

/** The last backup is of the series that these are of. */
bool isOfTheLast(const std::vector<std::string> &broken, const BackupRecord &record)
{
    const auto last = SegmentName::from(record.last);
    return last && std::any_of(broken.begin(), broken.end(), [&last](const std::string &file) {
               const auto name = SegmentName::from(file);
               return name && name->series == last->series;
           });
}

} // namespace

Result<BackupResult> backup(HomeStore &store, const BackupWish &wish)
{
    std::vector<std::string> broken;
    auto result = writeBackup(store, wish, broken);
    auto transaction = journal::Transaction::begin(store.journal().database());
    if (!transaction) {
        return result ? tl::unexpected(transaction.error()) : std::move(result);
    }
    auto record = readBackupRecord(store.journal());
    if (!record) {
        return result ? tl::unexpected(record.error()) : std::move(result);
    }
    std::error_code ignored;
    record->triedMs = wish.nowMs;
    record->problem = result ? std::string() : trivsel::nameOf(result.error().code());
    record->triedDir = fs::absolute(wish.to, ignored).string();
    if (result) {
        record->dir = record->triedDir;
        record->doneMs = wish.nowMs;
        record->upto = result->upto;
        record->held = result->held;
        record->otherDisk = result->otherDisk;
        record->last = result->last;
        record->digest = toHex(result->digest.view());
        record->readMs = result->readAll ? wish.nowMs : record->readMs;
    } else if (isOfTheLast(broken, *record)) {
        record
            ->countNothing(); // what the home counted on can't be restored, and nothing stands in for it yet
        record->readMs = 0;
    }
    Status kept = writeBackupRecord(store.journal(), *record);
    if (kept) {
        kept = transaction->commit();
    }
    return !kept && result ? tl::unexpected(kept.error()) : std::move(result);
}

} // namespace trivsel::server
