// The disk that other tests stand on does what it says: else a power cut in memory proves nothing.
#include "proto/journal/sqlite.h"
#include "tests/support/memory_disk.h"
#include "tests/support/must.h"

#include <QtTest>
#include <memory>
#include <random>
#include <sqlite3.h>

using namespace trivsel;
using namespace trivsel::test;
using journal::Database;
using journal::Transaction;

namespace {

const std::filesystem::path kFolder = "/memory";
const std::filesystem::path kFile = kFolder / "rows.db";
constexpr std::uint32_t kApplication = 7;

MemoryDisk::Dice never()
{
    return [] { return false; };
}
MemoryDisk::Dice always()
{
    return [] { return true; };
}
MemoryDisk::Dice seeded(std::uint32_t seed)
{
    return [random = std::make_shared<std::mt19937>(seed)] { return ((*random)() & 1U) != 0; };
}

std::unique_ptr<Database> open(const MemoryDisk &disk, int busyMs = 0)
{
    journal::OpenOptions options;
    options.create = true;
    options.applicationId = kApplication;
    options.vfs = disk.name();
    options.busyMs = busyMs;
    return std::make_unique<Database>(must(Database::open(kFile, options)));
}

Status add(Database &db, std::int64_t id, std::size_t bytes = 100)
{
    auto sql = must(db.prepare("INSERT INTO row(id, bytes) VALUES(?1, ?2)"));
    return sql.bind(1, id).bindBlob(2, std::string(bytes, static_cast<char>('a' + id % 20))).run();
}

Status addDurably(Database &db, std::int64_t id, std::size_t bytes = 100)
{
    auto transaction = Transaction::begin(db);
    if (!transaction) {
        return tl::unexpected(transaction.error());
    }
    TRIVSEL_TRY(add(db, id, bytes));
    return transaction->commit();
}

std::int64_t number(Database &db, const char *query)
{
    auto sql = must(db.prepare(query));
    must(sql.step());
    return sql.integer(0);
}

std::int64_t rows(Database &db)
{
    return number(db, "SELECT count(*) FROM row");
}

bool isWhole(Database &db)
{
    auto sql = must(db.prepare("PRAGMA integrity_check"));
    must(sql.step());
    return sql.text(0) == "ok";
}

/** A table with three rows, closed: everything of it is on the plate. */
void begin(MemoryDisk &disk)
{
    const auto db = open(disk);
    must(db->execute("CREATE TABLE row(id INTEGER PRIMARY KEY, bytes BLOB NOT NULL)"));
    for (std::int64_t id = 1; id <= 3; ++id) {
        must(addDurably(*db, id));
    }
}

} // namespace

class TestMemoryDisk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPowerCutKeepsWhatIsCommittedAndNothingElse()
    {
        for (std::uint32_t seed = 0; seed < 50; ++seed) {
            MemoryDisk disk("cut");
            begin(disk);
            const auto db = open(disk);
            must(db->execute("PRAGMA cache_size = 5")); // so that what is not committed is written as well
            must(addDurably(*db, 4, 30'000));
            auto transaction = must(Transaction::begin(*db));
            must(add(*db, 5, 200'000));
            disk.cutPower(kFolder, seed == 0 ? never() : seed == 1 ? always() : seeded(seed));
            QVERIFY(!transaction.commit()); // the machine is off
            const auto after = open(disk);
            QCOMPARE(rows(*after), 4);
            QVERIFY(isWhole(*after));
            QVERIFY(addDurably(*after, 5));
        }
    }

    void whatWasNotSyncedIsUpToTheDice()
    {
        const auto rowsAfter = [](const MemoryDisk::Dice &dice) {
            MemoryDisk disk("unsynced");
            begin(disk);
            const auto db = open(disk);
            must(db->execute("PRAGMA synchronous = OFF"));
            must(addDurably(*db, 4, 3'000));
            disk.cutPower(kFolder, dice);
            const auto after = open(disk);
            return isWhole(*after) ? rows(*after) : -1;
        };
        QCOMPARE(rowsAfter(never()), 3);
        QCOMPARE(rowsAfter(always()), 4);
        int kept = 0;
        for (std::uint32_t seed = 0; seed < 200; ++seed) {
            const auto rows = rowsAfter(seeded(seed));
            QVERIFY(rows == 3 || rows == 4);
            kept += rows == 4 ? 1 : 0;
        }
        QVERIFY(kept < 20); // all of some twenty sectors have to be lucky
    }

    void aKilledProgramLosesNothingThatWasWritten()
    {
        MemoryDisk disk("kill");
        begin(disk);
        const auto db = open(disk);
        must(db->execute("PRAGMA synchronous = OFF"));
        must(addDurably(*db, 4));
        disk.kill(kFolder);
        QVERIFY(!addDurably(*db, 5)); // it is dead
        QCOMPARE(rows(*open(disk)), 4);
    }

    void twoConnectionsExcludeEachOther()
    {
        MemoryDisk disk("two");
        begin(disk);
        const auto one = open(disk);
        const auto other = open(disk);
        {
            auto transaction = must(Transaction::begin(*one));
            must(add(*one, 4));
            const auto refused = Transaction::begin(*other);
            QVERIFY(!refused);
            QCOMPARE(refused.error().code(), Errc::StoreBusy);
            QCOMPARE(rows(*other), 3); // reading goes on, with what was committed
            must(transaction.commit());
        }
        QCOMPARE(rows(*other), 4);
        QVERIFY(addDurably(*other, 5));
        QCOMPARE(rows(*one), 5);
    }

    void aFullDiskTakesExactlyWhatFits()
    {
        MemoryDisk disk("full");
        begin(disk);
        const MemoryDisk::Image before = disk.image(kFolder);
        std::uint64_t needed = 0;
        {
            const auto db = open(disk);
            must(addDurably(*db, 4, 50'000));
            needed = disk.used(kFolder);
        }
        for (const std::uint64_t room : {needed, needed - 1}) {
            disk.restore(kFolder, before);
            disk.setCapacity(kFolder, room);
            auto db = open(disk);
            const Status saved = addDurably(*db, 4, 50'000);
            QCOMPARE(saved.has_value(), room == needed);
            QVERIFY(saved || saved.error().code() == Errc::StoreFull);
            QVERIFY(disk.used(kFolder) <= room);
            QCOMPARE(rows(*db), room == needed ? 4 : 3);
            disk.clearCapacity(kFolder);
            QVERIFY(addDurably(*db, 5, 50'000)); // there is room again
        }
    }

    void everyKindOfCallFailsAsTold()
    {
        using Call = MemoryDisk::Call;
        for (const Call wanted : {Call::Open, Call::Read, Call::Write, Call::Sync, Call::Truncate,
                                  Call::Delete, Call::Size, Call::Lock, Call::Access, Call::SharedMemory}) {
            MemoryDisk disk("fault");
            begin(disk);
            int met = 0;
            disk.setFault([&](Call call, const std::string &file) -> std::optional<int> {
                if (call != wanted) {
                    return std::nullopt;
                }
                ++met;
                return file.empty() ? SQLITE_OK : SQLITE_IOERR;
            });
            journal::OpenOptions options;
            options.applicationId = kApplication;
            options.vfs = disk.name();
            auto db = Database::open(kFile, options);
            const Status saved = db ? addDurably(*db, 4) : Status(tl::unexpected(db.error()));
            // SQLite passes over a log that could not be cut short or taken away: nothing depends on it.
            const bool passedOver = wanted == Call::Truncate || wanted == Call::Delete;
            QVERIFY2(saved.has_value() == passedOver, std::to_string(static_cast<int>(wanted)).c_str());
            if (db) {
                const Database closing = std::move(*db);
            }
            QVERIFY2(met > 0 || wanted == Call::Truncate, std::to_string(static_cast<int>(wanted)).c_str());
        }
    }

    void callsAreCountedAndOneOfThemFails()
    {
        MemoryDisk disk("count");
        begin(disk);
        const std::uint64_t before = disk.calls();
        int at = 0;
        disk.setFault([&at](MemoryDisk::Call call, const std::string &) -> std::optional<int> {
            return call == MemoryDisk::Call::Write && ++at == 2 ? std::optional(SQLITE_IOERR_WRITE)
                                                                : std::nullopt;
        });
        const auto db = open(disk);
        QVERIFY(!addDurably(*db, 4));
        QVERIFY(disk.calls() > before);
        QVERIFY(disk.syncs() > 0);
        QCOMPARE(rows(*db), 3);
    }

    void whatAFailedSyncLostNoLaterSyncBringsBack()
    {
        MemoryDisk disk("sync");
        disk.restore(kFolder, {});
        sqlite3_vfs *vfs = sqlite3_vfs_find(disk.name().c_str());
        const auto memory = std::make_unique<std::max_align_t[]>(
            static_cast<std::size_t>(vfs->szOsFile) / sizeof(std::max_align_t) + 1);
        auto *file = reinterpret_cast<sqlite3_file *>(memory.get());
        const std::string name = (kFolder / "plain").string();
        const char *path = sqlite3_create_filename(name.c_str(), "", "", 0, nullptr);
        int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MAIN_DB;
        QCOMPARE(vfs->xOpen(vfs, path, file, flags, &flags), SQLITE_OK);
        const std::string old(1024, 'a');
        const std::string fresh(1024, 'b');
        QCOMPARE(file->pMethods->xWrite(file, old.data(), 1024, 0), SQLITE_OK);
        QCOMPARE(file->pMethods->xSync(file, SQLITE_SYNC_FULL), SQLITE_OK);
        QCOMPARE(file->pMethods->xWrite(file, fresh.data(), 1024, 0), SQLITE_OK);
        disk.setFault([](MemoryDisk::Call call, const std::string &) -> std::optional<int> {
            return call == MemoryDisk::Call::Sync ? std::optional(SQLITE_IOERR_FSYNC) : std::nullopt;
        });
        QCOMPARE(file->pMethods->xSync(file, SQLITE_SYNC_FULL), SQLITE_IOERR_FSYNC);
        disk.setFault({});
        QCOMPARE(file->pMethods->xWrite(file, fresh.data(), 512, 0), SQLITE_OK); // one of two is written anew
        QCOMPARE(file->pMethods->xSync(file, SQLITE_SYNC_FULL), SQLITE_OK);
        disk.cutPower(kFolder, always());
        const std::string plate = disk.image(kFolder).at("plain");
        QCOMPARE(plate.size(), std::size_t{1024});
        QVERIFY(plate.substr(0, 512) == fresh.substr(0, 512));
        QVERIFY(plate.substr(512) == old.substr(512));
        file->pMethods->xClose(file);
        sqlite3_free_filename(path);
    }

    void aCheckPointWhoseFsyncFailedLosesNothing()
    {
        // SQLite does not tell of it. So it must be good without: what was committed is there when the power
        // goes.
        for (int i = 1;; ++i) {
            MemoryDisk disk("check-point");
            begin(disk);
            auto db = open(disk);
            must(db->execute("PRAGMA wal_autocheckpoint = 1"));
            int seen = 0;
            disk.setFault([&](MemoryDisk::Call call, const std::string &) -> std::optional<int> {
                return call == MemoryDisk::Call::Sync && ++seen == i ? std::optional(SQLITE_IOERR_FSYNC)
                                                                     : std::nullopt;
            });
            std::int64_t saved = 3;
            while (saved < 8 && addDurably(*db, saved + 1, 5'000)) {
                ++saved;
            }
            disk.setFault({});
            disk.cutPower(kFolder, never());
            const auto after = open(disk);
            QCOMPARE(rows(*after), saved);
            QVERIFY(isWhole(*after));
            if (seen < i) {
                QVERIFY(i > 10); // there were check-points
                return;
            }
        }
    }

    void anImageIsTheWholeFolder()
    {
        MemoryDisk disk("image");
        begin(disk);
        const MemoryDisk::Image image = disk.image(kFolder);
        QVERIFY(disk.exists(kFile));
        {
            const auto db = open(disk);
            must(addDurably(*db, 4));
        }
        disk.restore(kFolder, image);
        QVERIFY(disk.image(kFolder) == image);
        disk.cutPower(kFolder, never()); // what was restored is on the plate
        QCOMPARE(rows(*open(disk)), 3);
    }
};

QTEST_GUILESS_MAIN(TestMemoryDisk)
#include "tst_memory_disk.moc"
