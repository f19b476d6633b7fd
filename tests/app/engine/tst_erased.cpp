// The office has erased a stream: nothing of it can be read on a tablet that was told, and nothing of it
// comes back.
#include "proto/seal/erasure_order.h"
#include "tests/app/engine/two_tablets.h"
#include "tests/support/must.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace trivsel;
using namespace trivsel::test;
using framing::FrameType;

class TestErased : public QObject, private TwoTablets
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void itCantBeReadAtOnceAndIsConfirmed();
    void itsBytesAreInNoFile();
    void whatWaitedGoesWithoutItsContent();
    void draftsGoToo();
    void itIsToldToATabletThatMayNotRead();
    void theEscrowOfItsKeysGoesToo();
    void afterANewEpochItsPlacesAreOffered();
    void aFalseOrderErasesNothing_data();
    void aFalseOrderErasesNothing();

private:
    [[nodiscard]] wire::v1::StreamErased orderOf(const StreamId &stream) const
    {
        wire::v1::StreamErased order;
        order.set_stream(stream.str());
        order.set_order(std::string(16, 'o'));
        seal::signErasure(order, m_home->id(), TestHome::serverSecret());
        return order;
    }
    void erase(const StreamId &stream)
    {
        m_server->erased[stream] = orderOf(stream);
        auto transaction = must(journal::Transaction::begin(m_server->journal().database()));
        must(m_server->journal().erase(stream));
        must(transaction.commit());
        for (auto &[id, device] : m_server->devices) {
            device.grants.erase(stream);
        }
    }
    [[nodiscard]] std::vector<seal::SealedChange> changesOf(const StreamId &stream)
    {
        std::vector<seal::SealedChange> changes;
        must(m_server->journal().readStream(stream, 0, [&](journal::StoredChange &&stored) {
            changes.push_back(std::move(stored.change));
            return true;
        }));
        return changes;
    }
    [[nodiscard]] static bool isIn(const std::filesystem::path &folder, const std::string &bytes)
    {
        constexpr int kPiece = 24;
        const QByteArray piece = QByteArray::fromStdString(bytes).left(kPiece);
        for (const QFileInfo &info :
             QDir(QString::fromStdString(folder.string())).entryInfoList(QDir::Files)) {
            QFile file(info.filePath());
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(piece)) {
                return true;
            }
        }
        return false;
    }
    [[nodiscard]] bool readsPlan(EngineTablet &tablet)
    {
        return tablet->openPlan(m_home->sofie.person, m_home->sofie, kPlan).has_value();
    }
    StreamId m_team;
};

void TestErased::init()
{
    makeAnew();
    m_server->identity = TestHome::serverSecret();
    m_team = m_home->streamOf(m_home->sofie, StreamKind::Team);
    QVERIFY(run(*m_a).ok());
    QVERIFY(run(*m_b).ok());
}

void TestErased::itCantBeReadAtOnceAndIsConfirmed()
{
    write(*m_a, "Jeg maler.");
    QVERIFY(run(*m_a).ok());
    QVERIFY(readsPlan(*m_a));
    erase(m_team);
    const Run told = run(*m_a);
    QVERIFY(told.ok());
    QCOMPARE(told.count(FrameType::StreamErased), std::size_t(2)); // said, and said back
    QVERIFY(!readsPlan(*m_a));
    QVERIFY(m_server->confirmed.contains({m_a->file().device, m_team}));
    QVERIFY(!m_server->confirmed.contains({m_b->file().device, m_team}));
    QCOMPARE(run(*m_a).count(FrameType::StreamErased), std::size_t(0)); // said once
    m_a->reopen();
    QVERIFY(!readsPlan(*m_a));
}

void TestErased::itsBytesAreInNoFile()
{
    write(*m_a, "Jeg maler.");
    QVERIFY(run(*m_a).ok());
    const auto before = changesOf(m_team);
    QCOMPARE(before.size(), std::size_t(1));
    const auto folder = m_a->config().dataDir;
    QVERIFY(isIn(folder, before.front().ct));
    erase(m_team);
    QVERIFY(run(*m_a).ok());
    QVERIFY(!isIn(folder, before.front().ct));
}

void TestErased::whatWaitedGoesWithoutItsContent()
{
    write(*m_a, "Skrevet, mens den var væk.");
    erase(m_team);
    QVERIFY(run(*m_a).ok());
    QCOMPARE((*m_a)->sync().onlyHere, std::uint64_t(0));
    QVERIFY(!readsPlan(*m_a));
    for (const seal::SealedChange &change : changesOf(m_team)) {
        QVERIFY(change.gone);
    }
    QVERIFY(run(*m_a).ok()); // and there is nothing more to say
}

void TestErased::draftsGoToo()
{
    must((*m_a)->openPlan(m_home->sofie.person, m_home->sofie, kPlan));
    must((*m_a)->editField(m_home->sofie.person, m_home->sofie, kPlan, kInside, "Midt i en sæt"));
    for (const StreamKind kind : {StreamKind::Chosen, StreamKind::Team}) {
        erase(m_home->streamOf(m_home->sofie, kind));
    }
    QVERIFY(run(*m_a).ok());
    QVERIFY(!readsPlan(*m_a));
    m_a->close();
    auto database = must(journal::Database::open(
        m_a->config().dataDir / "tablet.db",
        {false, true, journal::Journal::kApplicationId, journal::Journal::kSchema, {}, 2000}));
    auto rows = must(database.prepare("SELECT count(*) FROM draft"));
    QVERIFY(must(rows.step()));
    QCOMPARE(rows.integer(0), std::int64_t(0));
}

void TestErased::itIsToldToATabletThatMayNotRead()
{
    write(*m_a, "Jeg maler.");
    QVERIFY(run(*m_a).ok());
    erase(m_team);
    m_server->devices.at(m_a->file().device).mayRead = false;
    m_server->devices.at(m_a->file().device).blocked = true;
    QVERIFY(run(*m_a).ok());
    QVERIFY(!readsPlan(*m_a));
    QVERIFY(m_server->confirmed.contains({m_a->file().device, m_team}));
}

void TestErased::theEscrowOfItsKeysGoesToo()
{
    StreamId home;
    for (const auto &[stream, version] : m_server->streams) {
        home = stream.kind == StreamKind::Home ? stream : home;
    }
    const auto before = changesOf(home);
    QVERIFY(!before.empty());
    const auto folder = m_a->config().dataDir;
    QVERIFY(isIn(folder, before.back().ct));
    wire::v1::StreamErased order = orderOf(m_team);
    order.clear_signature();
    auto *box = order.add_escrow();
    box->set_inc(static_cast<std::uint64_t>(before.back().dot.inc));
    box->set_ctr(before.back().dot.ctr);
    seal::signErasure(order, m_home->id(), TestHome::serverSecret());
    erase(m_team);
    m_server->erased[m_team] = order;
    QVERIFY(run(*m_a).ok());
    QVERIFY(!isIn(folder, before.back().ct));
}

void TestErased::afterANewEpochItsPlacesAreOffered()
{
    write(*m_a, "Jeg maler.");
    QVERIFY(run(*m_a).ok());
    erase(m_team);
    QVERIFY(run(*m_a).ok());
    must(m_server->renewEpoch());
    QVERIFY(run(*m_a).ok());
    QVERIFY(!readsPlan(*m_a));
}

void TestErased::aFalseOrderErasesNothing_data()
{
    QTest::addColumn<int>("fault");
    QTest::newRow("another home's") << 0;
    QTest::newRow("signed by somebody else") << 1;
    QTest::newRow("another stream than was signed") << 2;
    QTest::newRow("more escrow than was signed") << 3;
    QTest::newRow("no signature") << 4;
    QTest::newRow("the home itself") << 5;
}

void TestErased::aFalseOrderErasesNothing()
{
    QFETCH(const int, fault);
    write(*m_a, "Jeg maler.");
    QVERIFY(run(*m_a).ok());
    wire::v1::StreamErased order = orderOf(m_team);
    switch (fault) {
    case 0:
        seal::signErasure(order, filled<HomeId>(9), TestHome::serverSecret());
        break;
    case 1:
        seal::signErasure(order, m_home->id(), filled<seal::SignSecret>(9));
        break;
    case 2:
        order = orderOf(m_home->streamOf(m_home->sofie, StreamKind::Chosen));
        order.set_stream(m_team.str());
        break;
    case 3:
        order.add_escrow()->set_ctr(1);
        break;
    case 4:
        order.clear_signature();
        break;
    default:
        for (const auto &[stream, version] : m_server->streams) {
            order = stream.kind == StreamKind::Home ? orderOf(stream) : order;
        }
        break;
    }
    m_server->erased[m_team] = order;
    QVERIFY(!run(*m_a).ok());
    QVERIFY(readsPlan(*m_a));
    QVERIFY(m_server->confirmed.empty());
}

QTEST_GUILESS_MAIN(TestErased)
#include "tst_erased.moc"
