#include "tests/app/engine/two_tablets.h"

#include "tests/support/must.h"

#include <QTest>

namespace trivsel::test {

void TwoTablets::makeAnew()
{
    m_a.reset();
    m_b.reset();
    m_server.reset();
    m_dir = std::make_unique<QTemporaryDir>(QString::fromStdString(scratchTemplate()));
    const std::filesystem::path dir = m_dir->path().toStdString();
    m_home = std::make_unique<TestHome>();
    m_server = std::make_unique<TestServer>(dir / "home.db", m_home->id());
    m_a = std::make_unique<EngineTablet>(*m_home, dir / "a", "Stuen", 1);
    m_b = std::make_unique<EngineTablet>(*m_home, dir / "b", "Køkkenet", 2);
    auto transaction = must(journal::Transaction::begin(m_server->journal().database()));
    must(m_server->journal().append(m_home->log()));
    for (const wire::v1::Proof &proof : m_home->officeProofs(0)) {
        must(m_server->journal().keepProof(proof));
    }
    must(transaction.commit());
    for (const StreamId &stream : m_home->streams()) {
        m_server->streams[stream] = 1;
    }
    grantAll(*m_a);
    grantAll(*m_b);
}

void TwoTablets::grantAll(const EngineTablet &tablet)
{
    TestServer::Device device;
    device.sign = seal::publicOf(tablet.file().sign);
    device.box = seal::publicOf(tablet.file().box);
    for (const StreamId &stream : m_home->streams()) {
        device.grants.insert(stream);
    }
    m_server->devices[tablet.file().device] = device;
}

Run TwoTablets::run(engine::Engine &tablet, const RunOptions &options)
{
    return sync(tablet.syncPort(), tablet.identity().device, *m_server, options);
}

void TwoTablets::write(engine::Engine &tablet, const std::string &text, const std::string &linkId) const
{
    QVERIFY(tablet.openPlan(m_home->sofie.person, m_home->sofie, kPlan));
    QVERIFY(tablet.editField(m_home->sofie.person, m_home->sofie, kPlan, linkId, text));
    QCOMPARE(tablet.leavePlan(m_home->sofie.person, m_home->sofie, kPlan).value_or(-1), 1);
}

} // namespace trivsel::test
