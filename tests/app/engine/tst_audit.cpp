// Who looked, on its way from the tablet: boxed for the server, gone when safe, and what the resident is
// shown.
#include "app/engine/audit_log.h"
#include "proto/domain/audit_record.h"
#include "proto/seal/boxed_change.h"
#include "proto/seal/erasure_order.h"
#include "tests/app/engine/two_tablets.h"
#include "tests/support/must.h"

#include <QTest>
#include <sqlite3.h>

using namespace trivsel;
using namespace trivsel::test;

class TestAudit : public QObject, private TwoTablets
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void theyReachTheServerAndNobodyElseCanOpenThem();
    void aStreamOfTheHousesTakesWhatIsAboutNobody();
    void theyWaitForAServerThatSaysItsKey();
    void theyWaitForAHomeWithStreamsForThem();
    void theyGoWhenTheyAreSafe();
    void whatIsNotSafeStays();
    void afterAStartTheChainGoesOn();
    void rowsTakenOutAreNoticed_data();
    void rowsTakenOutAreNoticed();
    void anOlderTabletsRowsAreHandedOver();
    void aTakenIdIsHandedOverAgain();
    void anErasedResidentLeavesOnlyPlaces();
    void onlyTheResidentSeesWhoLooked();
    void whatTheOfficeToldAndWhatIsNewHereAreJoined();

private:
    struct Rows
    {
        std::vector<domain::AuditRow> rows;
        std::vector<StreamId> streams;
    };
    [[nodiscard]] Rows atTheServer();
    void look(EngineTablet &tablet) { must(tablet->openPlan(m_home->sofie.person, m_home->mette, kPlan)); }
    /** Another kind of look, so that it is never taken for a repeated one. */
    void print(EngineTablet &tablet)
    {
        must(tablet->takeOut(domain::Action::Print, m_home->sofie, m_home->sofie.person));
    }
    void makeSafe() { m_server->safeUpto = must(m_server->end()).seq; }
    void append(std::size_t from);
    void change(EngineTablet &tablet, const std::string &folder, const std::string &sql);
    [[nodiscard]] std::size_t here(EngineTablet &tablet) { return must(tablet->audit()).size(); }

    StreamId m_hers;
    StreamId m_house;
};

void TestAudit::append(std::size_t from)
{
    auto transaction = must(journal::Transaction::begin(m_server->journal().database()));
    const std::vector<seal::SealedChange> log(m_home->log().begin() + static_cast<std::ptrdiff_t>(from),
                                              m_home->log().end());
    must(m_server->journal().append(log));
    for (const wire::v1::Proof &proof : m_home->officeProofs(from)) {
        must(m_server->journal().keepProof(proof));
    }
    must(transaction.commit());
}

void TestAudit::init()
{
    makeAnew();
    m_server->identity = TestHome::serverSecret();
    const std::size_t before = m_home->log().size();
    m_hers = m_home->addAudit(m_home->sofie.person);
    m_house = m_home->addAudit({});
    append(before);
    m_server->boxed = {m_hers, m_house};
    QVERIFY(run(*m_a).ok());
    QVERIFY(run(*m_b).ok());
}

TestAudit::Rows TestAudit::atTheServer()
{
    Rows out;
    for (const StreamId &stream : m_server->boxed) {
        must(m_server->journal().readStream(stream, 0, [&](journal::StoredChange &&stored) {
            if (stored.change.gone) {
                return true;
            }
            const auto content =
                must(seal::readBoxed(stored.change, seal::boxKeyOf(TestHome::serverSecret())));
            for (const wire::v1::Op &op : content.ops()) {
                out.rows.push_back(domain::readAuditRow(op).value());
                out.streams.push_back(stream);
            }
            return true;
        }));
    }
    return out;
}

void TestAudit::change(EngineTablet &tablet, const std::string &folder, const std::string &sql)
{
    tablet.close();
    sqlite3 *database = nullptr;
    const std::string file =
        (std::filesystem::path(m_dir->path().toStdString()) / folder / "tablet.db").string();
    QCOMPARE(sqlite3_open(file.c_str(), &database), SQLITE_OK);
    char *said = nullptr;
    const int done = sqlite3_exec(database, sql.c_str(), nullptr, nullptr, &said);
    QVERIFY2(done == SQLITE_OK, said);
    sqlite3_close(database);
}

void TestAudit::theyReachTheServerAndNobodyElseCanOpenThem()
{
    look(*m_a);
    QVERIFY(atTheServer().rows.empty());
    QVERIFY(run(*m_a).ok());
    const Rows rows = atTheServer();
    QCOMPARE(rows.rows.size(), std::size_t(1));
    QVERIFY(rows.streams[0] == m_hers);
    QCOMPARE(rows.rows[0].number, std::uint64_t(1));
    const auto entry = must(domain::decodeAudit(rows.rows[0].entry));
    QVERIFY(entry.person == m_home->mette.person && entry.about == m_home->sofie.person);
    QVERIFY(entry.device == m_a->file().device && rows.rows[0].device == entry.device);
    QVERIFY(domain::checkChains(rows.rows).empty());
    // The other tablet is sent nothing of it, and this one says nothing of such a stream.
    QVERIFY(run(*m_b).ok());
    for (EngineTablet *tablet : {m_a.get(), m_b.get()}) {
        for (const auto &state : must((*tablet)->state())) {
            QVERIFY(state.stream.kind != StreamKind::Audit);
        }
    }
    QCOMPARE((*m_a)->sync().heldAtOffice, std::uint64_t(0));
    // Once is enough.
    QVERIFY(run(*m_a).ok());
    QCOMPARE(atTheServer().rows.size(), std::size_t(1));
}

void TestAudit::aStreamOfTheHousesTakesWhatIsAboutNobody()
{
    must((*m_a)->waiting(m_home->mette));                             // about everybody
    must((*m_a)->openPlan(m_home->karim.person, m_home->ali, kPlan)); // has no stream of his own
    QVERIFY(run(*m_a).ok());
    const Rows rows = atTheServer();
    QCOMPARE(rows.rows.size(), std::size_t(2));
    QVERIFY(rows.streams[0] == m_house && rows.streams[1] == m_house);
}

void TestAudit::theyWaitForAServerThatSaysItsKey()
{
    makeAnew(); // an older server
    QVERIFY(run(*m_a).ok());
    look(*m_a);
    QVERIFY(run(*m_a).ok());
    QCOMPARE((*m_a)->sync().heldAtOffice, std::uint64_t(0));
    QCOMPARE(here(*m_a), std::size_t(1));
}

void TestAudit::theyWaitForAHomeWithStreamsForThem()
{
    makeAnew();
    m_server->identity = TestHome::serverSecret();
    QVERIFY(run(*m_a).ok());
    look(*m_a);
    QVERIFY(run(*m_a).ok());
    QCOMPARE(here(*m_a), std::size_t(1));
    const std::size_t before = m_home->log().size();
    m_house = m_home->addAudit({});
    append(before);
    m_server->boxed = {m_house};
    QVERIFY(run(*m_a).ok()); // learns of it
    QVERIFY(run(*m_a).ok());
    QCOMPARE(atTheServer().rows.size(), std::size_t(1));
}

void TestAudit::theyGoWhenTheyAreSafe()
{
    look(*m_a);
    print(*m_a);
    QVERIFY(run(*m_a).ok());
    QCOMPARE(here(*m_a), std::size_t(2)); // durable, on one disk only
    makeSafe();
    QVERIFY(run(*m_a).ok());
    QCOMPARE(here(*m_a), std::size_t(0));
    m_a->reopen();
    QCOMPARE(here(*m_a), std::size_t(0));
}

void TestAudit::whatIsNotSafeStays()
{
    look(*m_a);
    QVERIFY(run(*m_a).ok());
    makeSafe();
    print(*m_a);
    QVERIFY(run(*m_a).ok());
    QCOMPARE(here(*m_a), std::size_t(1)); // the second
    makeSafe();
    QVERIFY(run(*m_a).ok());
    QCOMPARE(here(*m_a), std::size_t(0));
}

void TestAudit::afterAStartTheChainGoesOn()
{
    look(*m_a);
    QVERIFY(run(*m_a).ok());
    makeSafe();
    QVERIFY(run(*m_a).ok());
    m_a->reopen();
    print(*m_a);
    m_a->reopen();
    print(*m_a);
    QVERIFY(run(*m_a).ok());
    const Rows rows = atTheServer();
    QCOMPARE(rows.rows.size(), std::size_t(3));
    QCOMPARE(rows.rows.back().number, std::uint64_t(3));
    QVERIFY(domain::checkChains(rows.rows).empty());
}

void TestAudit::rowsTakenOutAreNoticed_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<bool>("missing");
    QTest::newRow("the last") << "DELETE FROM audit WHERE number = 3" << true;
    QTest::newRow("the first") << "DELETE FROM audit WHERE number = 1" << true;
    QTest::newRow("one in between") << "DELETE FROM audit WHERE number = 2" << true;
    QTest::newRow("all") << "DELETE FROM audit" << true;
    QTest::newRow("the first and the end")
        << "DELETE FROM audit WHERE number = 1; DELETE FROM audit_tip" << true;
    QTest::newRow("one changed") << "UPDATE audit SET sealed = x'00' WHERE number = 2" << true;
    QTest::newRow("the last changed, and no end")
        << "UPDATE audit SET sealed = x'00' WHERE number = 3; DELETE FROM audit_tip" << true;
    QTest::newRow("the end made up") << "UPDATE audit_tip SET sealed = x'00'" << false; // nothing is gone
}

void TestAudit::rowsTakenOutAreNoticed()
{
    QFETCH(QString, sql);
    QFETCH(bool, missing);
    look(*m_a);
    print(*m_a);
    print(*m_a);
    change(*m_a, "a", sql.toStdString());
    QVERIFY(m_a->tryOpen()); // what people wrote does not wait for it
    print(*m_a);
    QVERIFY(run(*m_a).ok());
    QCOMPARE(!domain::checkChains(atTheServer().rows).empty(), missing);
}

void TestAudit::anOlderTabletsRowsAreHandedOver()
{
    look(*m_a);
    print(*m_a);
    change(*m_a, "a",
           "DROP TABLE audit_tip; ALTER TABLE audit DROP COLUMN stream; ALTER TABLE audit DROP COLUMN inc; "
           "ALTER TABLE audit DROP COLUMN ctr; ALTER TABLE suspect DROP COLUMN proven; "
           "ALTER TABLE suspect DROP COLUMN offered_ms; ALTER TABLE suspect DROP COLUMN epoch; "
           "ALTER TABLE suspect DROP COLUMN app; UPDATE meta SET value = CAST('4' AS BLOB) WHERE key = "
           "'engine.schema'");
    QVERIFY(m_a->tryOpen());
    QCOMPARE(here(*m_a), std::size_t(2));
    print(*m_a);
    QVERIFY(run(*m_a).ok());
    QCOMPARE(atTheServer().rows.size(), std::size_t(3));
    QVERIFY(domain::checkChains(atTheServer().rows).empty());
}

void TestAudit::aTakenIdIsHandedOverAgain()
{
    look(*m_a);
    QVERIFY(run(*m_a).ok());
    seal::SealedChange sent;
    must(m_server->journal().readStream(m_hers, 0, [&](journal::StoredChange &&stored) {
        sent = stored.change;
        return false;
    }));
    must((*m_a)->syncPort().markQuarantined(m_hers, sent.dot, wire::v1::ID_COLLISION));
    QVERIFY(run(*m_a).ok());
    const Rows rows = atTheServer();
    QCOMPARE(rows.rows.size(), std::size_t(2)); // the same entry, in two changes
    QVERIFY(domain::checkChains(rows.rows).empty());
}

void TestAudit::anErasedResidentLeavesOnlyPlaces()
{
    look(*m_a);
    must((*m_a)->openPlan(m_home->karim.person, m_home->ali, kPlan));
    wire::v1::StreamErased order;
    order.set_stream(m_hers.str());
    order.set_order(std::string(16, 'o'));
    seal::signErasure(order, m_home->id(), TestHome::serverSecret());
    m_server->erased[m_hers] = order;
    m_server->boxed.erase(m_hers);
    QVERIFY(run(*m_a).ok()); // what was handed over before the order came is emptied
    const auto left = must((*m_a)->audit());
    QCOMPARE(left.size(), std::size_t(1));
    QVERIFY(left[0].about == m_home->karim.person);
    m_a->reopen();
    print(*m_a); // before the home stream says so she is still here; her page is looked at again
    QVERIFY(run(*m_a).ok());
    m_a->reopen(); // and the chain holds
    QVERIFY(here(*m_a) >= 1);
}

void TestAudit::onlyTheResidentSeesWhoLooked()
{
    look(*m_a);
    const auto asked = [&](const Who &who) { return (*m_a)->whoLooked(m_home->sofie.person, who); };
    const auto own = must(asked(m_home->sofie));
    QCOMPARE(own.size(), std::size_t(1));
    QVERIFY(own[0].looker == domain::Looker::Staff && own[0].reason == domain::LookReason::Plan &&
            own[0].times == 1);
    for (const Who &who : {m_home->mette, m_home->karim}) {
        QCOMPARE(asked(who).error().code(), Errc::NotAllowed);
    }
    QVERIFY(must((*m_a)->whoLooked(m_home->karim.person, m_home->karim)).empty());
}

void TestAudit::whatTheOfficeToldAndWhatIsNewHereAreJoined()
{
    look(*m_a);
    const auto day = must((*m_a)->whoLooked(m_home->sofie.person, m_home->sofie))[0].day;
    const StreamId chosen = m_home->streamOf(m_home->sofie, StreamKind::Chosen);
    domain::LooksRecord told;
    told.looks = {{day, domain::Looker::Staff, domain::LookReason::Plan, domain::LookWhat::Read, 5, false}};
    told.upto[m_a->file().device] = 1; // the look above is in it
    const std::size_t before = m_home->log().size();
    m_home->write(chosen, domain::writeLooks(m_home->sofie.person, told, m_home->fold(chosen)));
    append(before);
    QVERIFY(run(*m_a).ok());
    QCOMPARE(must((*m_a)->whoLooked(m_home->sofie.person, m_home->sofie))[0].times, 5);
    m_a->reopen(); // another stay: a new look
    look(*m_a);
    QCOMPARE(must((*m_a)->whoLooked(m_home->sofie.person, m_home->sofie))[0].times, 6);
    QVERIFY(run(*m_b).ok()); // there too, where nobody looked
    QCOMPARE(must((*m_b)->whoLooked(m_home->sofie.person, m_home->sofie))[0].times, 5);
}

QTEST_GUILESS_MAIN(TestAudit)
#include "tst_audit.moc"
