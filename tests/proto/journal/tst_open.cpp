#include "proto/journal/journal.h"

#include "tests/support/changes.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <sqlite3.h>

using namespace trivsel;
using namespace trivsel::journal;

Q_DECLARE_METATYPE(trivsel::Errc)

namespace {

const QByteArray kNone;

/** Every file may be read and none may be written, as on a medium that was mounted so. */
void registerReadOnlyVfs()
{
    static sqlite3_vfs vfs = *sqlite3_vfs_find(nullptr);
    static const sqlite3_vfs *real = sqlite3_vfs_find(nullptr);
    vfs.zName = "read-only";
    vfs.xOpen = [](sqlite3_vfs *, const char *name, sqlite3_file *file, int flags, int *out) {
        if ((flags & SQLITE_OPEN_CREATE) != 0) {
            return SQLITE_READONLY;
        }
        const int asked = (flags & ~SQLITE_OPEN_READWRITE) | SQLITE_OPEN_READONLY;
        return real->xOpen(const_cast<sqlite3_vfs *>(real), name, file, asked, out);
    };
    sqlite3_vfs_register(&vfs, 0);
}

} // namespace

class TestOpen : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void onlyCreateMakesAFile();
    void anEmptyFileIsNoFirstStart();
    void aRefusedFileStaysAsItIs_data();
    void aRefusedFileStaysAsItIs();
    void everyTruncationIsNoticed();
    void aLogWithoutItsDatabaseIsDamage();
    void aDamagedPageIsToldWhenItIsMet();
    void aChangedRowIsNoticed();
    void aFileThatCantBeWrittenIsReadOnly();
    void readOnlyReadsWhatIsThere();
    void aNewerSchemaInTheLogIsNoticed();

private:
    [[nodiscard]] QByteArray bytes() const;
    void setBytes(const QByteArray &bytes) const;
    [[nodiscard]] Errc refusal(OpenOptions options = {}) const;
    void makeJournal() const;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::filesystem::path m_file;
};

void TestOpen::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_file = std::filesystem::path(m_dir->path().toStdString()) / "home.db";
}

QByteArray TestOpen::bytes() const
{
    QFile file(QString::fromStdString(m_file.string()));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("can't be read");
}

void TestOpen::setBytes(const QByteArray &bytes) const
{
    QFile file(QString::fromStdString(m_file.string()));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

Errc TestOpen::refusal(OpenOptions options) const
{
    const auto journal = Journal::open(m_file, options);
    return journal ? Errc::Internal : journal.error().code();
}

void TestOpen::makeJournal() const
{
    OpenOptions options;
    options.create = true;
    auto journal = Journal::open(m_file, options);
    QVERIFY(journal);
    auto transaction = Transaction::begin(journal->database());
    QVERIFY(journal->append(test::run(test::stream(), 7, 1, 200)));
    QVERIFY(transaction->commit());
}

void TestOpen::onlyCreateMakesAFile()
{
    QCOMPARE(refusal(), Errc::StoreMissing);
    QVERIFY(!std::filesystem::exists(m_file));
    makeJournal();
    QVERIFY(Journal::open(m_file, {}));
}

void TestOpen::anEmptyFileIsNoFirstStart()
{
    setBytes({});
    QCOMPARE(refusal(), Errc::StoreCorrupt);
    QCOMPARE(bytes(), QByteArray());
    makeJournal(); // a first start that was cut off may begin again
}

void TestOpen::aRefusedFileStaysAsItIs_data()
{
    QTest::addColumn<int>("at"); // in the header of a good file; -1: all of `with` instead
    QTest::addColumn<QByteArray>("with");
    QTest::addColumn<Errc>("expected");
    QTest::newRow("text") << -1 << QByteArray(5000, 'x') << Errc::StoreCorrupt;
    QTest::newRow("short text") << -1 << QByteArray("SQLite format 3") << Errc::StoreCorrupt;
    QTest::newRow("no application id") << 68 << QByteArray(4, '\0') << Errc::StoreForeign;
    QTest::newRow("another's id") << 68 << QByteArray("abcd") << Errc::StoreForeign;
    QTest::newRow("newer") << 60 << QByteArray("\0\0\0\2", 4) << Errc::StoreTooNew;
    QTest::newRow("much newer") << 60 << QByteArray("\x7f\xff\xff\xff", 4) << Errc::StoreTooNew;
    QTest::newRow("page size") << 16 << QByteArray("\0\3", 2) << Errc::StoreCorrupt;
}

void TestOpen::aRefusedFileStaysAsItIs()
{
    QFETCH(int, at);
    QFETCH(QByteArray, with);
    QFETCH(Errc, expected);
    makeJournal();
    const QByteArray file = at < 0 ? with : bytes().replace(at, with.size(), with);
    setBytes(file);
    OpenOptions create;
    create.create = true;
    QCOMPARE(refusal(), expected);
    QCOMPARE(refusal(create), expected);
    QCOMPARE(bytes(), file);
    QCOMPARE(QDir(m_dir->path()).entryList(QDir::Files).size(), 1); // no log beside it
}

void TestOpen::everyTruncationIsNoticed()
{
    makeJournal();
    const QByteArray whole = bytes();
    QVERIFY(whole.size() > 3 * 4096);
    for (qsizetype size = 1; size < whole.size(); size += 1021) {
        setBytes(whole.left(size));
        QCOMPARE(refusal(), Errc::StoreCorrupt);
        QCOMPARE(bytes(), whole.left(size));
    }
    setBytes(whole.left(whole.size() - 4096)); // a whole page short
    QCOMPARE(refusal(), Errc::StoreCorrupt);
}

void TestOpen::aLogWithoutItsDatabaseIsDamage()
{
    QFile log(QString::fromStdString(m_file.string() + "-wal"));
    QVERIFY(log.open(QIODevice::WriteOnly));
    log.write("what was saved last");
    log.close();
    OpenOptions create;
    create.create = true;
    QCOMPARE(refusal(create), Errc::StoreCorrupt);
    setBytes({});
    QCOMPARE(refusal(create), Errc::StoreCorrupt);
    QVERIFY(log.exists());
}

void TestOpen::aDamagedPageIsToldWhenItIsMet()
{
    makeJournal();
    QByteArray damaged = bytes();
    damaged.replace(4096, damaged.size() - 4096, QByteArray(damaged.size() - 4096, '\x55'));
    setBytes(damaged);
    auto journal = Journal::open(m_file, {});
    const Status read =
        journal ? journal->readLog(0, [](StoredChange &&) { return true; }) : fail(journal.error().code());
    QVERIFY(!read);
    QCOMPARE(read.error().code(), Errc::StoreCorrupt);
}

void TestOpen::aChangedRowIsNoticed()
{
    makeJournal();
    auto journal = Journal::open(m_file, {});
    QVERIFY(journal->database().execute("UPDATE change SET body = zeroblob(40) WHERE seq = 3"));
    int read = 0;
    const Status status = journal->readLog(0, [&read](StoredChange &&) { return ++read > 0; });
    QCOMPARE(read, 2);
    QCOMPARE(status.error().code(), Errc::StoreCorrupt);
}

void TestOpen::aFileThatCantBeWrittenIsReadOnly()
{
    registerReadOnlyVfs();
    makeJournal();
    OpenOptions options;
    options.vfs = "read-only";
    const QByteArray before = bytes();
    QCOMPARE(refusal(options), Errc::StoreReadOnly);
    QCOMPARE(bytes(), before);
}

void TestOpen::readOnlyReadsWhatIsThere()
{
    makeJournal();
    OpenOptions options;
    options.readOnly = true;
    auto journal = Journal::open(m_file, options);
    QVERIFY(journal);
    QCOMPARE(journal->count().value(), 200U);
    QVERIFY(!journal->database().execute("DELETE FROM change"));
    QCOMPARE(refusal({.create = true, .readOnly = true}), Errc::Internal); // opens
    std::filesystem::remove(m_file);
    QCOMPARE(refusal({.create = true, .readOnly = true}), Errc::StoreMissing);
}

void TestOpen::aNewerSchemaInTheLogIsNoticed()
{
    makeJournal();
    auto writer = Journal::open(m_file, {});
    QVERIFY(writer->database().execute("PRAGMA user_version=99")); // in the log, not in the file yet
    QCOMPARE(refusal(), Errc::StoreTooNew);
}

QTEST_GUILESS_MAIN(TestOpen)
#include "tst_open.moc"
