// What a server that was made anew says is missing: no more than can be known.
#include "sync-server/recovery.h"
#include "tests/server/home_builder.h"

#include <QtTest>
#include <limits>

using namespace trivsel;
using namespace trivsel::server;
using trivsel::testing::BuiltHome;

namespace {

constexpr std::uint64_t kHighest = std::numeric_limits<std::int64_t>::max(); // that a counter may be

} // namespace

class TestRecovery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<BuiltHome>();
        m_team = m_home->streamOf(m_home->addResident("Sofie"), StreamKind::Team);
    }

    void whatIsNamedIsMissed_data()
    {
        QTest::addColumn<quint64>("named");
        QTest::addColumn<quint64>("missing");
        QTest::addColumn<bool>("doubtful");
        QTest::newRow("what is here") << quint64(1) << quint64(0) << false;
        QTest::newRow("three further") << quint64(4) << quint64(3) << false;
        QTest::newRow("as many as are believed") << quint64(1'000'000) << quint64(999'999) << false;
        QTest::newRow("one more") << quint64(1'000'001) << quint64(1) << true;
        QTest::newRow("the highest there is") << quint64(kHighest) << quint64(1) << true;
    }
    void whatIsNamedIsMissed()
    {
        QFETCH(quint64, named);
        QFETCH(quint64, missing);
        QFETCH(bool, doubtful);
        m_home->append({change(5, 1, {})});
        m_home->append({change(6, 1, {{Incarnation{5}, named}})});
        const RecoveredStream team = readTeam();
        QCOMPARE(quint64(team.missing), missing);
        QCOMPARE(team.doubtful, doubtful);
    }

    /** Many who lie add up to no small number. */
    void manyHighNumbersDoNotRunOver()
    {
        std::vector<Dot> all;
        for (std::uint64_t inc = 1; inc <= 8; ++inc) {
            all.push_back({Incarnation{inc}, kHighest});
        }
        m_home->append({change(99, 1, all)});
        QCOMPARE(quint64(readTeam().missing), quint64(8));
        QVERIFY(!readRecovery(m_home->store())->complete());
    }

    void aHoleIsCountedWhateverElseIsHere()
    {
        m_home->append({change(5, 1, {}), change(5, 4, {})});
        m_home->append({change(6, 1, {}), change(6, 2, {}), change(6, 3, {})});
        QCOMPARE(quint64(readTeam().missing), quint64(2));
        QVERIFY(!readTeam().doubtful);
    }

private:
    seal::SealedChange change(std::uint64_t inc, std::uint64_t ctr, const std::vector<Dot> &seen)
    {
        wire::v1::Change content;
        wire::v1::Op *op = content.add_ops();
        op->set_entity(std::string(16, 'e'));
        op->set_field("felt");
        op->set_policy(wire::v1::KEEP_BOTH);
        op->set_text("ord");
        for (const Dot &dot : seen) {
            wire::v1::Dot *out = op->add_seen();
            out->set_inc(static_cast<std::uint64_t>(dot.inc));
            out->set_ctr(dot.ctr);
        }
        wire::v1::Header header;
        header.set_inc(inc);
        header.set_ctr(ctr);
        header.set_lamport(1);
        header.set_key(1);
        header.set_op_schema(kOpSchema);
        return seal::sealChange(m_team, header, seal::encodeChange(content).value(),
                                *m_home->store().keys().key(m_team, 1), m_home->random());
    }
    RecoveredStream readTeam()
    {
        const auto report = readRecovery(m_home->store()).value();
        const auto found = std::find_if(report.streams.begin(), report.streams.end(),
                                        [this](const RecoveredStream &one) { return one.stream == m_team; });
        return found != report.streams.end() ? *found : RecoveredStream{};
    }

    std::unique_ptr<BuiltHome> m_home;
    StreamId m_team;
};

QTEST_GUILESS_MAIN(TestRecovery)
#include "tst_recovery.moc"
