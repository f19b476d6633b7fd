#include "proto/journal/migrate.h"
#include "proto/journal/sqlite.h"

#include <QTemporaryDir>
#include <QTest>
#include <sys/wait.h>
#include <unistd.h>

using namespace trivsel;
using namespace trivsel::journal;

class TestSqlite : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_db.reset(); }
    void pragmasAreOurs_data();
    void pragmasAreOurs();
    void valuesComeBackAsTheyWere();
    void aStatementMayBeUsedTwiceAtOnce();
    void theTextOfAStatementNeedNotStay();
    void aBindPastTheLastParameterIsAnError();
    void whatIsNotCommittedIsNotThere();
    void transactionsDoNotNest();
    void aTransactionThatWasRolledBackCantBeCommitted();
    void aFullStoreSaysSo();
    void aSecondWriterIsBusy();
    void killedInTheMiddleLeavesTheOldState();
    void migrationsRunOnceAndInOrder();
    void aBrokenMigrationLeavesTheVersionBefore();

private:
    [[nodiscard]] OpenOptions options() const;
    [[nodiscard]] std::int64_t number(std::string_view sql);
    std::unique_ptr<QTemporaryDir> m_dir;
    std::filesystem::path m_file;
    std::unique_ptr<Database> m_db;
};

OpenOptions TestSqlite::options() const
{
    OpenOptions out;
    out.create = true;
    out.applicationId = 0x54525653;
    out.userVersion = 5;
    out.busyMs = 0;
    return out;
}

void TestSqlite::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_file = std::filesystem::path(m_dir->path().toStdString()) / "a.db";
    auto db = Database::open(m_file, options());
    QVERIFY(db);
    m_db = std::make_unique<Database>(std::move(*db));
    QVERIFY(m_db->execute("CREATE TABLE t (a, b)"));
}

std::int64_t TestSqlite::number(std::string_view sql)
{
    auto statement = m_db->prepare(sql);
    return statement && statement->step().value_or(false) ? statement->integer(0) : -1;
}

void TestSqlite::pragmasAreOurs_data()
{
    QTest::addColumn<std::string>("sql");
    QTest::addColumn<std::int64_t>("expected");
    QTest::newRow("application_id") << std::string("PRAGMA application_id") << std::int64_t{0x54525653};
    QTest::newRow("synchronous") << std::string("PRAGMA synchronous") << std::int64_t{2}; // FULL
    QTest::newRow("auto_vacuum") << std::string("PRAGMA auto_vacuum") << std::int64_t{2}; // INCREMENTAL
    QTest::newRow("secure_delete") << std::string("PRAGMA secure_delete") << std::int64_t{1};
    QTest::newRow("foreign_keys") << std::string("PRAGMA foreign_keys") << std::int64_t{1};
    QTest::newRow("wal") << std::string("SELECT journal_mode = 'wal' FROM pragma_journal_mode")
                         << std::int64_t{1};
}

void TestSqlite::pragmasAreOurs()
{
    QFETCH(std::string, sql);
    QFETCH(std::int64_t, expected);
    QCOMPARE(number(sql), expected);
    m_db.reset(); // and on a file that is there already
    m_db = std::make_unique<Database>(std::move(*Database::open(m_file, options())));
    QCOMPARE(number(sql), expected);
}

void TestSqlite::valuesComeBackAsTheyWere()
{
    const std::string blob("\0\xff\n", 3);
    auto insert = m_db->prepare("INSERT INTO t (a, b) VALUES (?, ?)");
    QVERIFY(insert);
    QVERIFY(insert->bindUnsigned(1, UINT64_MAX).bindBlob(2, blob).run());
    auto second = m_db->prepare("INSERT INTO t (a, b) VALUES (?, ?) RETURNING rowid");
    QVERIFY(second);
    QVERIFY(second->bindText(1, "æøå").bindBlob(2, {}).run());
    auto read = m_db->prepare("SELECT a, b FROM t ORDER BY rowid");
    QVERIFY(read);
    QVERIFY(read->step().value());
    QCOMPARE(read->unsignedInteger(0), UINT64_MAX);
    QCOMPARE(read->blob(1), blob);
    QVERIFY(read->step().value());
    QCOMPARE(read->text(0), std::string("æøå"));
    QVERIFY(!read->isNull(1)); // empty, not NULL
    QCOMPARE(read->blob(1), std::string());
    QVERIFY(!read->step().value());
}

void TestSqlite::aStatementMayBeUsedTwiceAtOnce()
{
    QVERIFY(m_db->execute("INSERT INTO t (a) VALUES (1), (2)"));
    constexpr std::string_view kSql = "SELECT a FROM t ORDER BY a";
    auto outer = m_db->prepare(kSql);
    QVERIFY(outer->step().value());
    {
        auto inner = m_db->prepare(kSql);
        QVERIFY(inner->step().value());
        QCOMPARE(inner->integer(0), 1);
    }
    QVERIFY(outer->step().value());
    QCOMPARE(outer->integer(0), 2);
}

/** Seen by the sanitizers, where it would be read after it was freed. */
void TestSqlite::theTextOfAStatementNeedNotStay()
{
    for (int time = 0; time < 3; ++time) {
        auto text = std::make_unique<std::string>("SELECT a, b, a, b, a, b, a, b FROM t WHERE a = ?1");
        QVERIFY(m_db->prepare(*text));
        text->assign(text->size(), '-');
    }
    QVERIFY(m_db->prepare("SELECT a, b, a, b, a, b, a, b FROM t WHERE a = ?1"));
}

void TestSqlite::aBindPastTheLastParameterIsAnError()
{
    auto statement = m_db->prepare("INSERT INTO t (a) VALUES (?)");
    QVERIFY(!statement->bind(1, 1).bind(2, 1).run());
    QCOMPARE(number("SELECT count(*) FROM t"), 0);
}

void TestSqlite::whatIsNotCommittedIsNotThere()
{
    {
        auto transaction = Transaction::begin(*m_db);
        QVERIFY(m_db->execute("INSERT INTO t (a) VALUES (1)"));
    }
    QCOMPARE(number("SELECT count(*) FROM t"), 0);
    auto transaction = Transaction::begin(*m_db);
    QVERIFY(m_db->execute("INSERT INTO t (a) VALUES (1)"));
    QVERIFY(transaction->commit());
    QCOMPARE(number("SELECT count(*) FROM t"), 1);
    QVERIFY(!m_db->inTransaction());
}

void TestSqlite::transactionsDoNotNest()
{
    auto transaction = Transaction::begin(*m_db);
    QVERIFY(transaction);
    QVERIFY(!Transaction::begin(*m_db));
    QVERIFY(transaction->commit());
}

void TestSqlite::aTransactionThatWasRolledBackCantBeCommitted()
{
    auto transaction = Transaction::begin(*m_db);
    QVERIFY(m_db->execute("INSERT INTO t (a) VALUES (1)"));
    QVERIFY(m_db->execute("ROLLBACK")); // as SQLite does by itself after an I/O error
    QCOMPARE(transaction->commit().error().code(), Errc::StoreFailed);
}

void TestSqlite::aFullStoreSaysSo()
{
    QVERIFY(m_db->execute("PRAGMA max_page_count=8"));
    auto insert = m_db->prepare("INSERT INTO t (a) VALUES (?)");
    const Status full = insert->bindBlob(1, std::string(100'000, 'x')).run();
    QVERIFY(!full);
    QCOMPARE(full.error().code(), Errc::StoreFull);
}

void TestSqlite::aSecondWriterIsBusy()
{
    auto other = Database::open(m_file, options());
    QVERIFY(other);
    auto transaction = Transaction::begin(*m_db);
    QVERIFY(transaction);
    auto second = Transaction::begin(*other);
    QVERIFY(!second);
    QCOMPARE(second.error().code(), Errc::StoreBusy);
    const std::int64_t before = other->dataVersion();
    QVERIFY(m_db->execute("INSERT INTO t (a) VALUES (1)"));
    QVERIFY(transaction->commit());
    QVERIFY(other->dataVersion() != before);
}

void TestSqlite::killedInTheMiddleLeavesTheOldState()
{
    QVERIFY(m_db->execute("INSERT INTO t (a) VALUES (1)"));
    m_db.reset();
    const pid_t child = ::fork();
    QVERIFY(child >= 0);
    if (child == 0) {
        auto db = Database::open(m_file, options());
        auto committed = Transaction::begin(*db);
        const bool saved = db->execute("INSERT INTO t (a) VALUES (2)") && committed->commit();
        auto open = Transaction::begin(*db);
        const bool ready = saved && db->execute("PRAGMA cache_size=1; INSERT INTO t (a) VALUES (3);"
                                                "INSERT INTO t (a) SELECT zeroblob(100000) FROM t")
                                        .has_value();
        ::kill(ready ? ::getpid() : 0, SIGKILL);
        ::_exit(1);
    }
    int status = 0;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QVERIFY(WIFSIGNALED(status));
    m_db = std::make_unique<Database>(std::move(*Database::open(m_file, options())));
    QCOMPARE(number("SELECT count(*) FROM t"), 2);
    QCOMPARE(number("SELECT max(a) FROM t"), 2);
}

namespace {
Status one(Database &db)
{
    return db.execute("CREATE TABLE one (x)");
}
Status two(Database &db)
{
    return db.execute("ALTER TABLE one ADD COLUMN y");
}
Status halfDone(Database &db)
{
    TRIVSEL_TRY(db.execute("CREATE TABLE half (x)"));
    return db.execute("CREATE TABLE one (x)"); // is there already
}
constexpr Migration kFirst[] = {{1, one}};
constexpr Migration kBoth[] = {{1, one}, {2, two}};
constexpr Migration kBroken[] = {{1, one}, {2, halfDone}};
constexpr Migration kTwice[] = {{1, one}, {1, two}};
static_assert(inOrder(kBoth, 2) && !inOrder(kBoth, 3) && !inOrder(kTwice, 1));
} // namespace

void TestSqlite::migrationsRunOnceAndInOrder()
{
    QVERIFY(migrate(*m_db, kFirst));
    QCOMPARE(m_db->userVersion(), 1);
    QVERIFY(migrate(*m_db, kBoth));
    QVERIFY(migrate(*m_db, kBoth));
    QCOMPARE(m_db->userVersion(), 2);
    QCOMPARE(number("SELECT count(*) FROM pragma_table_info('one')"), 2);
}

void TestSqlite::aBrokenMigrationLeavesTheVersionBefore()
{
    QVERIFY(!migrate(*m_db, kBroken));
    QCOMPARE(m_db->userVersion(), 1);
    QCOMPARE(number("SELECT count(*) FROM sqlite_schema WHERE name = 'half'"), 0);
}

QTEST_GUILESS_MAIN(TestSqlite)
#include "tst_sqlite.moc"
