// What a server that was made anew says is missing: no more than can be known, and what to do about it.
#include "sync-server/audit_rows.h"
#include "sync-server/recovery.h"
#include "tests/server/home_builder.h"
#include "tests/server/program.h"

#include <QFile>
#include <QProcess>
#include <QtTest>
#include <limits>

using namespace trivsel;
using namespace trivsel::server;
using trivsel::testing::BuiltHome;
using trivsel::testing::syncProgram;

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
        m_sofie = m_home->addResident("Sofie");
        m_team = m_home->streamOf(m_sofie, StreamKind::Team);
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

    /** What nobody can give back is not looked for again and again. */
    void onlyLinesOfWhoLookedAreMissing()
    {
        QVERIFY(makeAuditStreams(m_home->store(), {m_home->random(), 1}));
        m_home->append({change(5, 1, {})});
        QVERIFY(readRecovery(m_home->store())->complete());
        m_home->append({change(7, 3, {}, m_home->streamOf(m_sofie, StreamKind::Audit))});
        const RecoveryReport looks = readRecovery(m_home->store()).value();
        QVERIFY(!looks.complete() && looks.wordsComplete());
        QCOMPARE(quint64(looks.looksMissing()), quint64(2));
        const QByteArray only = recover();
        QVERIFY2(
            only.contains("ingen beboers ord mangler. Det eneste, der mangler, er 2 linjer om, hvem der har "
                          "kigget (Sofie). De lå kun på serveren"),
            only.constData());
        QVERIFY2(!only.contains("trivsel-sync recover") && !only.contains("ændringer mangler"),
                 only.constData());

        m_home->addTablet("Stuen", domain::DeviceKind::Shared);
        const QByteArray away = recover();
        QVERIFY2(away.contains("mangler kun 2 linjer") && away.contains("Men Stuen har ikke været her"),
                 away.constData());

        m_home->append({change(5, 3, {})});
        QVERIFY(!readRecovery(m_home->store())->wordsComplete());
        const QByteArray words = recover();
        QVERIFY2(words.contains("mit team (Sofie): 1 ændring mangler") && words.contains("Noget mangler") &&
                     !words.contains("ingen beboers ord"),
                 words.constData());
    }

    void whatIsHeldIsNotMissing()
    {
        {
            auto transaction = journal::Transaction::begin(m_home->store().journal().database()).value();
            QVERIFY(
                m_home->store().journal().quarantine(DeviceId{}, change(8, 1, {}), wire::v1::NO_GRANT, 1));
            QVERIFY(m_home->store().journal().quarantine(DeviceId{}, change(9, 1, {}, {}, 9),
                                                         wire::v1::UNKNOWN_KEY, 1));
            QVERIFY(transaction.commit());
        }
        QCOMPARE(quint64(readRecovery(m_home->store())->heldClosed), quint64(1));
        const QByteArray held = recover();
        QVERIFY2(held.contains("Alt, hvad der vides om, er her") && held.contains("2 ændringer venter på") &&
                     held.contains("Én af dem er låst") && held.contains("hjælper ikke at køre recover igen"),
                 held.constData());
    }

    /** People read this: no line of the log, which is English, but where one is asked for. */
    void theLogIsQuiet()
    {
        QVERIFY(!recover().contains(" info "));
        const QTemporaryDir dir;
        const QString file = dir.filePath(QStringLiteral("log"));
        QVERIFY(!recover({QStringLiteral("--log"), file}).contains(" info "));
        QVERIFY(trivsel::testing::bytesOf(file).contains(" info stopping"));
    }

private:
    /** The command on this home, stopped by Ctrl-C when it listens: everything that it says from there on.
     * Empty, and why on the test's own output, when it did not come that far. */
    QByteArray recover(const QStringList &more = {})
    {
        const QTemporaryDir dir;
        QFile words(dir.filePath(QStringLiteral("ord")));
        if (!words.open(QIODevice::WriteOnly)) {
            return {};
        }
        words.write(QByteArray::fromStdString(seal::toWords(m_home->seed())));
        words.close();
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(syncProgram(), QStringList{QStringLiteral("recover"), QStringLiteral("--words"),
                                                 words.fileName(), QStringLiteral("--listen"),
                                                 QStringLiteral("127.0.0.1:0"), QStringLiteral("--data"),
                                                 QString::fromStdString(m_home->paths().dir.string())} +
                                         more);
        QByteArray said;
        while (!said.contains("Ctrl-C") && process.waitForReadyRead(60'000)) {
            said += process.readAll();
        }
        process.terminate();
        const bool ended = process.waitForFinished(60'000);
        said += process.readAll();
        if (!ended || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0) {
            qWarning() << "recover:" << (ended ? "ended with" : "did not end") << process.exitStatus()
                       << process.exitCode() << process.errorString() << said;
            return {};
        }
        if (!said.contains("Ctrl-C") || !m_home->store().refresh()) {
            qWarning() << "recover did not listen, or its home can't be read:" << said;
            return {};
        }
        return said.mid(said.indexOf("Ctrl-C"));
    }
    seal::SealedChange change(std::uint64_t inc, std::uint64_t ctr, const std::vector<Dot> &seen,
                              const std::optional<StreamId> &where = {}, std::uint32_t key = 1)
    {
        const StreamId stream = where.value_or(m_team);
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
        header.set_key(key);
        header.set_op_schema(kOpSchema);
        return seal::sealChange(stream, header, seal::encodeChange(content).value(),
                                *m_home->store().keys().key(stream, 1), m_home->random());
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
    PersonId m_sofie;
};

QTEST_GUILESS_MAIN(TestRecovery)
#include "tst_recovery.moc"
