#include "proto/journal/journal.h"

#include "proto/base/limits.h"
#include "tests/support/changes.h"

#include <QTemporaryDir>
#include <QTest>

using namespace trivsel;
using namespace trivsel::journal;
using test::change;
using test::run;
using test::stream;

/** Proofs and the quarantine: what stands beside the log. */
class TestKeptAside : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_journal.reset(); }
    void aProofComesBackWhole();
    void proofsAreFoundByWhatTheyCover_data();
    void proofsAreFoundByWhatTheyCover();
    void aProofOfTooManyIsMalformed();
    void aProofWithAFieldCutIsMalformed();
    void quarantinedChangesHaveNoPlaceInTheLog();
    void heldIsCountedPerDevice();
    void theSameHeldTwiceIsOne();
    void whatIsHeldSinceAMark();
    void wordsThatComeToTheirPlaceAreHeldSinceThen();
    void whatStandsInTheLogIsHeldNoMore();

private:
    wire::v1::Proof proof(std::uint64_t first, std::uint64_t last);
    void keep(const wire::v1::Proof &proof);
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Journal> m_journal;
    DeviceId m_device = test::filled<DeviceId>(8);
};

void TestKeptAside::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    const auto file = std::filesystem::path(m_dir->path().toStdString()) / "home.db";
    m_journal = std::make_unique<Journal>(std::move(*Journal::open(file, {.create = true})));
}

wire::v1::Proof TestKeptAside::proof(std::uint64_t first, std::uint64_t last)
{
    const Hash256 before = first == 1 ? Hash256{} : test::filled<Hash256>(1);
    return seal::prove(m_device, test::filled<seal::SignSecret>(2), before, run(stream(), 5, first, last));
}

void TestKeptAside::keep(const wire::v1::Proof &proof)
{
    auto transaction = Transaction::begin(m_journal->database());
    QVERIFY(m_journal->keepProof(proof));
    QVERIFY(transaction->commit());
}

void TestKeptAside::aProofComesBackWhole()
{
    const wire::v1::Proof one = proof(1, 3);
    keep(one);
    keep(one);
    const auto back = m_journal->proofsFor(stream(), {Incarnation{5}, 1, 1}).value();
    QCOMPARE(back.size(), 1U);
    QCOMPARE(back[0].SerializeAsString(), one.SerializeAsString());
    QVERIFY(seal::check(back[0], seal::publicOf(test::filled<seal::SignSecret>(2)), run(stream(), 5, 1, 3)));
}

void TestKeptAside::proofsAreFoundByWhatTheyCover_data()
{
    QTest::addColumn<std::uint64_t>("first");
    QTest::addColumn<std::uint64_t>("last");
    QTest::addColumn<int>("found");
    const auto u = [](std::uint64_t n) { return n; };
    QTest::newRow("before") << u(1) << u(9) << 0;
    QTest::newRow("first edge") << u(1) << u(10) << 1;
    QTest::newRow("inside") << u(12) << u(13) << 1;
    QTest::newRow("both") << u(15) << u(16) << 2;
    QTest::newRow("last edge") << u(20) << u(90) << 1;
    QTest::newRow("after") << u(21) << u(90) << 0;
    QTest::newRow("everything") << u(1) << u(UINT64_MAX) << 2;
}

void TestKeptAside::proofsAreFoundByWhatTheyCover()
{
    QFETCH(std::uint64_t, first);
    QFETCH(std::uint64_t, last);
    QFETCH(int, found);
    keep(proof(10, 15));
    keep(proof(16, 20));
    QCOMPARE(static_cast<int>(m_journal->proofsFor(stream(), {Incarnation{5}, first, last})->size()), found);
    QCOMPARE(m_journal->proofsFor(stream(2), {Incarnation{5}, first, last})->size(), 0U);
    QCOMPARE(m_journal->proofsFor(stream(), {Incarnation{6}, first, last})->size(), 0U);
}

void TestKeptAside::aProofOfTooManyIsMalformed()
{
    auto transaction = Transaction::begin(m_journal->database());
    wire::v1::Proof wide = proof(1, 1);
    wide.set_last(limits::kBatchChangesMax);
    QVERIFY(m_journal->keepProof(wide));
    wide.set_last(limits::kBatchChangesMax + 1);
    QCOMPARE(m_journal->keepProof(wide).error().code(), Errc::Malformed);
}

void TestKeptAside::aProofWithAFieldCutIsMalformed()
{
    auto transaction = Transaction::begin(m_journal->database());
    for (int field = 0; field < 6; ++field) {
        wire::v1::Proof cut = proof(1, 2);
        std::string *const fields[] = {cut.mutable_stream(), cut.mutable_prev_head(), cut.mutable_head(),
                                       cut.mutable_device(), cut.mutable_signature()};
        if (field < 5) {
            fields[field]->pop_back();
        } else {
            cut.set_first(3);
        }
        QCOMPARE(m_journal->keepProof(cut).error().code(), Errc::Malformed);
    }
}

void TestKeptAside::quarantinedChangesHaveNoPlaceInTheLog()
{
    auto transaction = Transaction::begin(m_journal->database());
    QVERIFY(m_journal->quarantine(m_device, change(stream(), 5, 1, "vent"), wire::v1::NO_GRANT, 1234));
    QVERIFY(transaction->commit());
    QCOMPARE(m_journal->end()->seq, 0U);
    const auto held = m_journal->quarantined().value();
    QCOMPARE(held.size(), 1U);
    QCOMPARE(held[0].device, m_device);
    QCOMPARE(held[0].reason, wire::v1::NO_GRANT);
    QCOMPARE(held[0].receivedMs, 1234);
    QCOMPARE(held[0].change.stream, stream());
    QCOMPARE(test::textOf(held[0].change), std::string("vent"));
}

void TestKeptAside::heldIsCountedPerDevice()
{
    const auto other = test::filled<DeviceId>(9);
    const auto changes = run(stream(), 5, 1, 3);
    auto transaction = Transaction::begin(m_journal->database());
    QVERIFY(m_journal->quarantine(m_device, changes[0], wire::v1::BLOCKED_DEVICE, 0));
    QVERIFY(m_journal->quarantine(m_device, changes[1], wire::v1::BLOCKED_DEVICE, 0));
    QVERIFY(m_journal->quarantine(other, changes[2], wire::v1::BLOCKED_DEVICE, 0));
    QCOMPARE(m_journal->heldFor(m_device)->changes, 2U);
    QCOMPARE(m_journal->heldFor(m_device)->bytes, changes[0].bytes() + changes[1].bytes());
    QCOMPARE(m_journal->heldFor(other)->changes, 1U);
    QCOMPARE(m_journal->heldFor(test::filled<DeviceId>(1))->bytes, 0U);
}

void TestKeptAside::theSameHeldTwiceIsOne()
{
    auto transaction = Transaction::begin(m_journal->database());
    for (const char *text : {"en", "en", "to"}) { // two contents under one id: both are somebody's words
        QVERIFY(m_journal->quarantine(m_device, change(stream(), 5, 1, std::string("nummer ") + text),
                                      wire::v1::ID_COLLISION, 0));
    }
    const SealedChange longer = change(stream(), 5, 1, "nummer tre");
    QVERIFY(m_journal->quarantine(m_device, longer, wire::v1::ID_COLLISION, 0));
    QCOMPARE(m_journal->heldFor(m_device)->changes, 3U);
}

void TestKeptAside::whatIsHeldSinceAMark()
{
    const auto changes = run(stream(), 5, 1, 4);
    auto transaction = Transaction::begin(m_journal->database());
    const auto hold = [&](std::size_t at) {
        QVERIFY(m_journal->quarantine(m_device, changes[at], wire::v1::NO_GRANT, 0));
    };
    const auto last = [&] {
        const auto held = m_journal->quarantined().value();
        return Journal::HeldMark{held.back().id, held.back().change.hash};
    };
    hold(0);
    hold(1);
    QCOMPARE(m_journal->heldSince({}).value(), 2U);
    const auto mark = last();
    QCOMPARE(m_journal->heldSince(mark).value(), 0U);
    hold(2);
    QCOMPARE(m_journal->heldSince(mark).value(), 1U);
    // Its row's number may be given to another one now: nothing is known of any.
    QVERIFY(m_journal->release(last().id));
    QVERIFY(m_journal->release(mark.id));
    hold(3);
    QCOMPARE(m_journal->heldSince(mark).value(), 2U);
}

void TestKeptAside::wordsThatComeToTheirPlaceAreHeldSinceThen()
{
    const auto changes = run(stream(), 5, 1, 2);
    auto transaction = Transaction::begin(m_journal->database());
    QVERIFY(m_journal->quarantine(m_device, seal::goneOf(changes[0]), wire::v1::UNREADABLE, 0));
    QVERIFY(m_journal->quarantine(m_device, changes[1], wire::v1::UNREADABLE, 0));
    const auto held = m_journal->quarantined().value();
    const Journal::HeldMark mark{held.back().id, held.back().change.hash};
    QVERIFY(m_journal->quarantine(m_device, changes[0], wire::v1::UNREADABLE, 0));
    QCOMPARE(m_journal->quarantined()->size(), 2U);
    QCOMPARE(m_journal->heldSince(mark).value(), 1U);
}

void TestKeptAside::whatStandsInTheLogIsHeldNoMore()
{
    const auto other = test::filled<DeviceId>(9);
    const SealedChange one = change(stream(), 5, 1, "en");
    const SealedChange twin = change(stream(), 5, 1, "tvillingens");
    auto transaction = Transaction::begin(m_journal->database());
    for (const SealedChange &each : {one, twin}) {
        QVERIFY(m_journal->quarantine(m_device, each, wire::v1::NO_GRANT, 0));
    }
    QVERIFY(m_journal->quarantine(other, one, wire::v1::NO_GRANT, 0));
    QVERIFY(m_journal->releaseStored(m_device, one));
    QVERIFY(m_journal->releaseStored(m_device, one)); // nothing there: nothing to do
    QCOMPARE(m_journal->heldFor(m_device)->changes, 1U);
    QCOMPARE(m_journal->quarantined()->front().change.hash, twin.hash);
    QCOMPARE(m_journal->heldFor(other)->changes, 1U);
}

QTEST_GUILESS_MAIN(TestKeptAside)
#include "tst_kept_aside.moc"
