// The tablet's data directory: first start, keys, damage, a second process, a full disk.
#include "app/engine/audit_log.h"
#include "app/engine/data_dir.h"
#include "app/engine/key_file_store.h"
#include "tests/app/engine/test_home.h"
#include "tests/support/changes.h"
#include "tests/support/memory_disk.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <array>
#include <fstream>
#include <linux/capability.h>
#include <sqlite3.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

using namespace trivsel;
using namespace trivsel::test;
using engine::Engine;
using engine::EngineConfig;

Q_DECLARE_METATYPE(trivsel::Errc)

namespace {

Errc refusal(const EngineConfig &config)
{
    const auto engine = Engine::open(config);
    return engine ? Errc{} : engine.error().code();
}

void execute(const std::filesystem::path &file, const char *sql)
{
    sqlite3 *db = nullptr;
    QCOMPARE(sqlite3_open(file.c_str(), &db), SQLITE_OK);
    QCOMPARE(sqlite3_exec(db, sql, nullptr, nullptr, nullptr), SQLITE_OK);
    sqlite3_close(db);
}

/** Root without its right to write everywhere, for a while. Anybody else as they are. */
class AsAnybody
{
public:
    AsAnybody()
    {
        m_known = ::syscall(SYS_capget, &m_header, m_before.data()) == 0;
        auto now = m_before;
        now[0].effective &= ~(1U << CAP_DAC_OVERRIDE | 1U << CAP_DAC_READ_SEARCH);
        if (!m_known || ::syscall(SYS_capset, &m_header, now.data()) != 0) {
            qFatal("the right to write everywhere can't be laid down");
        }
    }
    ~AsAnybody() { ::syscall(SYS_capset, &m_header, m_before.data()); }
    AsAnybody(const AsAnybody &) = delete;
    AsAnybody &operator=(const AsAnybody &) = delete;

private:
    __user_cap_header_struct m_header{_LINUX_CAPABILITY_VERSION_3, 0};
    std::array<__user_cap_data_struct, 2> m_before{};
    bool m_known = false;
};

/** A small file system in memory; nothing when that is not allowed here. */
class SmallDisk
{
public:
    SmallDisk(std::string where, int megabytes) : m_where(std::move(where))
    {
        const std::string size = "size=" + std::to_string(megabytes) + "m";
        m_mounted = ::mount("none", m_where.c_str(), "tmpfs", 0, size.c_str()) == 0;
    }
    ~SmallDisk()
    {
        if (m_mounted) {
            ::umount2(m_where.c_str(), MNT_DETACH);
        }
    }
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;
    [[nodiscard]] bool mounted() const { return m_mounted; }
    /** Takes all room but this. */
    void fillBut(std::uintmax_t bytes) const
    {
        std::ofstream out(m_where + "/ballast", std::ios::binary | std::ios::app);
        const std::string block(4096, 'x');
        while (std::filesystem::space(m_where).available > bytes && out.write(block.data(), 4096).flush()) {
        }
    }

private:
    std::string m_where;
    bool m_mounted = false;
};

} // namespace

class TestStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void aDirectoryWithoutATabletSaysSo();
    void enrollingTwiceIsFineAnotherTabletIsNot();
    void theDataIsTheOwnersAlone();
    void aSecondHolderIsRefused();
    void aWrongKeyChangesNothing();
    void damageIsToldAndChangesNothing_data();
    void damageIsToldAndChangesNothing();
    void aReadOnlyDirectory();
    void theKeyFileIsTheOwnersAlone();
    void aKeyIsNeverReplaced();
    void whatDoesNotFitIsNotSaidToBeSaved();
    void theReserveTakesTheLastTaps();
    void aDiskThatIsNearlyFullIsSaidAtStart();
    void aFullDiskKeepsNoTabletFromStarting();
    void aFullDiskHidesNothingAndForgetsNoLook();

private:
    [[nodiscard]] std::filesystem::path dir() const { return m_dir->path().toStdString(); }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<TestHome> m_home;
};

void TestStore::init()
{
    m_dir = std::make_unique<QTemporaryDir>(QString::fromStdString(scratchTemplate()));
    m_home = std::make_unique<TestHome>();
}

void TestStore::aDirectoryWithoutATabletSaysSo()
{
    EngineConfig config = EngineTablet(*m_home, dir() / "a").config();
    config.dataDir = dir() / "b";
    QVERIFY(!Engine::isEnrolled(config.dataDir));
    QCOMPARE(refusal(config), Errc::StoreMissing);
    std::filesystem::create_directories(config.dataDir);
    QCOMPARE(refusal(config), Errc::StoreMissing);
    config.catalogue.reset();
    QCOMPARE(refusal(config), Errc::BadArgument);
}

void TestStore::enrollingTwiceIsFineAnotherTabletIsNot()
{
    EngineTablet tablet(*m_home, dir());
    tablet.close();
    QVERIFY(Engine::enrol(tablet.config(), tablet.file()));
    QCOMPARE(Engine::enrol(tablet.config(), m_home->newTablet("En anden")).error().code(), Errc::StoreExists);
    tablet.reopen();
    QCOMPARE(tablet->identity().name, tablet.file().name);
}

void TestStore::theDataIsTheOwnersAlone()
{
    const mode_t before = ::umask(0);
    EngineTablet tablet(*m_home, dir() / "a" / "b");
    ::umask(before);
    QCOMPARE(std::filesystem::status(dir() / "a" / "b").permissions(), std::filesystem::perms::owner_all);
}

void TestStore::aSecondHolderIsRefused()
{
    EngineTablet tablet(*m_home, dir());
    QCOMPARE(refusal(tablet.config()), Errc::StoreBusy);
    QCOMPARE(Engine::enrol(tablet.config(), tablet.file()).error().code(), Errc::StoreBusy);
    tablet.close();
    tablet.reopen();
}

void TestStore::aWrongKeyChangesNothing()
{
    EngineTablet tablet(*m_home, dir());
    m_home->meet(*tablet);
    tablet.close();
    EngineConfig wrong = tablet.config();
    wrong.wrapKey = filled<seal::WrapKey>(0x11);
    QCOMPARE(refusal(wrong), Errc::SealBroken);
    tablet.reopen();
    QCOMPARE(tablet->home().residents.size(), std::size_t(2));
}

void TestStore::damageIsToldAndChangesNothing_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("how");
    QTest::addColumn<trivsel::Errc>("errc");
    QTest::newRow("journal cut to nothing") << "tablet.db"
                                            << "nothing" << Errc::StoreCorrupt;
    QTest::newRow("journal cut in the middle") << "tablet.db"
                                               << "half" << Errc::StoreCorrupt;
    QTest::newRow("journal no database") << "tablet.db"
                                         << "letter" << Errc::StoreCorrupt;
    QTest::newRow("journal gone") << "tablet.db"
                                  << "gone" << Errc::StoreMissing;
    QTest::newRow("journal of another program") << "tablet.db"
                                                << "PRAGMA application_id = 1" << Errc::StoreForeign;
    QTest::newRow("journal newer") << "tablet.db"
                                   << "PRAGMA user_version = 99" << Errc::StoreTooNew;
    QTest::newRow("drafts newer") << "tablet.db"
                                  << "UPDATE meta SET value = CAST('99' AS BLOB) WHERE key = 'engine.schema'"
                                  << Errc::StoreTooNew;
    QTest::newRow("keys cut to nothing") << "keys.db"
                                         << "nothing" << Errc::StoreCorrupt;
    QTest::newRow("keys gone") << "keys.db"
                               << "gone" << Errc::StoreMissing;
    QTest::newRow("identity cut") << "identity"
                                  << "half" << Errc::SealBroken;
}

void TestStore::damageIsToldAndChangesNothing()
{
    QFETCH(QString, name);
    QFETCH(QString, how);
    QFETCH(trivsel::Errc, errc);
    EngineTablet tablet(*m_home, dir());
    m_home->meet(*tablet);
    tablet.close();
    const std::filesystem::path file = dir() / name.toStdString();
    if (how == "gone") {
        std::filesystem::remove(file);
    } else if (how == "nothing" || how == "half") {
        std::filesystem::resize_file(file, how == "half" ? std::filesystem::file_size(file) / 2 : 0);
    } else if (how == "letter") {
        std::ofstream(file, std::ios::trunc) << std::string(20'000, 'a');
    } else {
        execute(file, how.toUtf8().constData());
    }
    QFile damaged(QString::fromStdString(file.string()));
    const bool there = damaged.open(QIODevice::ReadOnly);
    const QByteArray before = there ? damaged.readAll() : QByteArray();
    QCOMPARE(refusal(tablet.config()), errc);
    QCOMPARE(std::filesystem::exists(file), there); // nothing is made anew in its place
    if (there) {
        damaged.seek(0);
        QVERIFY(damaged.readAll() == before);
    }
}

void TestStore::aReadOnlyDirectory()
{
    EngineTablet tablet(*m_home, dir() / "tablet");
    tablet.close();
    std::filesystem::permissions(dir() / "tablet",
                                 std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec);
    std::filesystem::permissions(dir() / "tablet" / "lock", std::filesystem::perms::owner_read);
    {
        const AsAnybody plain;
        QCOMPARE(refusal(tablet.config()), Errc::StoreReadOnly);
    }
    std::filesystem::permissions(dir() / "tablet", std::filesystem::perms::owner_all);
}

void TestStore::theKeyFileIsTheOwnersAlone()
{
    engine::KeyFileStore store(dir() / "key");
    QVERIFY(store.isFile());
    QCOMPARE(store.load().error().code(), Errc::KeyMissing);
    const auto key = store.create(seededRandom(4));
    QVERIFY(key);
    QCOMPARE(*store.load(), *key);
    QCOMPARE(std::filesystem::status(dir() / "key").permissions(), std::filesystem::perms::owner_read);
    QCOMPARE(store.create(seededRandom(5)).error().code(), Errc::StoreExists);
    std::filesystem::permissions(dir() / "key", std::filesystem::perms(0644));
    QCOMPARE(store.load().error().code(), Errc::BadFile);
    std::ofstream(dir() / "other") << "hej";
    std::filesystem::permissions(dir() / "other", std::filesystem::perms(0600));
    QCOMPARE(engine::KeyFileStore(dir() / "other").load().error().code(), Errc::BadFile);
    std::ofstream(dir() / "other", std::ios::trunc) << "trivsel-wrap-key-1 abcd\n";
    QCOMPARE(engine::KeyFileStore(dir() / "other").load().error().code(), Errc::BadFile);
}

void TestStore::aKeyIsNeverReplaced()
{
    engine::KeyFileStore store(dir() / "key");
    QCOMPARE(engine::obtainWrapKey(store, true, seededRandom(1)).error().code(),
             Errc::KeyMissing); // data, but no key
    const auto drawn = engine::obtainWrapKey(store, false, seededRandom(1));
    QVERIFY(drawn);
    QCOMPARE(*engine::obtainWrapKey(store, false, seededRandom(2)), *drawn);
    QCOMPARE(*engine::obtainWrapKey(store, true, seededRandom(3)), *drawn);
}

void TestStore::whatDoesNotFitIsNotSaidToBeSaved()
{
    MemoryDisk disk("full-while-writing");
    EngineTablet tablet(*m_home, dir(), "Stuen", 1, TabletKind::Shared, disk.name());
    m_home->meet(*tablet);
    const auto sheet = tablet->beginForm(m_home->sofie.person, m_home->sofie, kWellbeing, {});
    QVERIFY(sheet);
    std::string saved = "Det, der blev gemt.";
    QVERIFY(tablet->writeAnswer(sheet->id, "ord", saved));
    disk.setCapacity(dir(), disk.used(dir()) + 150'000);
    Status last;
    for (int i = 0; i < 2'000 && last; ++i) {
        // Longer each time: SQLite would use the room of the one before again.
        const std::string text =
            "Nr. " + std::to_string(i) + std::string(std::size_t(500) * std::size_t(i % 120), 'x');
        last = tablet->writeAnswer(sheet->id, "ord", text);
        saved = last ? text : saved;
    }
    QVERIFY(!last);
    QCOMPARE(last.error().code(), Errc::StoreFull);
    QVERIFY(tablet->sync().diskFull);
    QCOMPARE(tablet->draft(sheet->id)->answers.at("ord").text, saved); // the screen shows what is on disk
    tablet.reopen();
    QCOMPARE(tablet->beginForm(m_home->sofie.person, m_home->sofie, kWellbeing, {})->answers.at("ord").text,
             saved);
    disk.clearCapacity(dir());
    tablet.reopen();
    QVERIFY(tablet->writeAnswer(sheet->id, "ord", "Der er plads igen."));
    QVERIFY(!tablet->sync().diskFull);
}

void TestStore::theReserveTakesTheLastTaps()
{
    const SmallDisk disk(dir().string(), 16);
    if (!disk.mounted()) {
        QSKIP("mounting a small disk is not allowed here");
    }
    EngineTablet tablet(*m_home, dir() / "tablet");
    m_home->meet(*tablet);
    QVERIFY(!tablet->sync().diskFull);
    QCOMPARE(std::filesystem::file_size(dir() / "tablet" / "reserve"), engine::DataDir::kReserveBytes);
    disk.fillBut(0);
    const auto sheet = tablet->beginForm(m_home->sofie.person, m_home->sofie, kWellbeing, {});
    QVERIFY(sheet);
    for (const char *question : {"selv", "naere", "ude", "alt"}) {
        QVERIFY(tablet->chooseAnswer(sheet->id, question, "ret-godt")); // on the room that was set aside
    }
    QVERIFY(tablet->setReaders(sheet->id, StreamKind::Team));
    QVERIFY(tablet->sendDraft(sheet->id));
    QVERIFY(tablet->settleSent());
    QVERIFY(tablet->sync().diskFull);
    Status last;
    std::string saved;
    const auto more = tablet->beginForm(m_home->karim.person, m_home->karim, kWellbeing, {});
    for (int i = 0; i < 2'000 && last; ++i) {
        const std::string text = "Nr. " + std::to_string(i) + std::string(30'000, 'y');
        last = tablet->writeAnswer(more->id, "ord", text);
        saved = last ? text : saved;
    }
    if (!last) { // SQLite reuses its log: it may never come to this
        QCOMPARE(last.error().code(), Errc::StoreFull);
    }
    std::filesystem::remove(dir() / "ballast");
    tablet.reopen();
    QVERIFY(!tablet->sync().diskFull);
    QCOMPARE(tablet->openResident(m_home->sofie.person, m_home->sofie)->responses.size(), std::size_t(1));
    QCOMPARE(tablet->beginForm(m_home->karim.person, m_home->karim, kWellbeing, {})->answers.at("ord").text,
             saved);
}

void TestStore::aDiskThatIsNearlyFullIsSaidAtStart()
{
    const SmallDisk disk(dir().string(), 16);
    if (!disk.mounted()) {
        QSKIP("mounting a small disk is not allowed here");
    }
    EngineTablet tablet(*m_home, dir() / "tablet");
    QVERIFY(!tablet->sync().diskFull);
    tablet.close();
    disk.fillBut(engine::DataDir::kLeastFreeBytes + 64 * 1024);
    tablet.reopen();
    QVERIFY(!tablet->sync().diskFull);
    tablet.close();
    disk.fillBut(engine::DataDir::kLeastFreeBytes - 64 * 1024);
    tablet.reopen();
    QVERIFY(tablet->sync().diskFull);
}

void TestStore::aFullDiskKeepsNoTabletFromStarting()
{
    MemoryDisk disk("full-at-start");
    EngineTablet tablet(*m_home, dir(), "Stuen", 1, TabletKind::Shared, disk.name());
    m_home->meet(*tablet);
    const auto sheet = tablet->beginForm(m_home->sofie.person, m_home->sofie, kWellbeing, {});
    QVERIFY(sheet);
    QVERIFY(tablet->chooseAnswer(sheet->id, "selv", "ret-godt"));
    QVERIFY(tablet->setReaders(sheet->id, StreamKind::Team));
    QVERIFY(tablet->sendDraft(sheet->id)); // Gem; then the tablet stops before the page was left
    tablet.close();
    disk.setCapacity(dir(), 0);
    QVERIFY(tablet.tryOpen());
    QVERIFY(tablet->sync().diskFull);
    QCOMPARE(tablet->home().residents.size(), std::size_t(2));
    QCOMPARE(tablet->draft(sheet->id)->answers.size(), std::size_t(1)); // it waits as it was
    QCOMPARE(tablet->settleSent().error().code(), Errc::StoreFull);
    disk.clearCapacity(dir());
    QVERIFY(tablet->settleSent());
    QCOMPARE(tablet->openResident(m_home->sofie.person, m_home->sofie)->responses.size(), std::size_t(1));
}

void TestStore::aFullDiskHidesNothingAndForgetsNoLook()
{
    MemoryDisk disk("full-while-looking");
    EngineTablet tablet(*m_home, dir(), "Mobil", 1, TabletKind::Staff, disk.name());
    m_home->meet(*tablet);
    const auto print = [&] {
        return tablet->takeOut(domain::Action::Print, m_home->mette, m_home->sofie.person);
    };
    disk.setCapacity(dir(), 0);
    for (std::size_t i = 0; i < engine::AuditLog::kWaitingMax; ++i) {
        QVERIFY(print());
    }
    QCOMPARE(print().error().code(), Errc::StoreFull); // more than can be remembered is not shown
    QVERIFY(tablet->audit()->empty());
    disk.clearCapacity(dir());
    QVERIFY(print());
    QCOMPARE(tablet->audit()->size(), engine::AuditLog::kWaitingMax + 1);
    tablet.reopen();
    QCOMPARE(tablet->audit()->size(), engine::AuditLog::kWaitingMax + 1);
}

QTEST_GUILESS_MAIN(TestStore)
#include "tst_store.moc"
