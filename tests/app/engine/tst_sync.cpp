// The engine as a tablet of a sync run: with the real sessions against the smallest honest server, and call
// by call.
#include "proto/base/limits.h"
#include "tests/app/engine/two_tablets.h"
#include "tests/support/must.h"

#include <QTest>

using namespace trivsel;
using namespace trivsel::test;
using merge::RegisterState;

namespace {
const std::string kAlso = "styrker.indefra";
constexpr std::int64_t kDayMs = 24LL * 60 * 60 * 1000;
} // namespace

class TestSync : public QObject, private TwoTablets
{
    Q_OBJECT
private Q_SLOTS:
    void init() { makeAnew(); }
    void twoEnginesAndTheServerComeToTheSame();
    void aRunCutAnywhereLosesNothing();
    void countersRunOnWithoutHolesAndEachStartIsNew();
    void whatIsOnlyHereIsKnownAfterAStop();
    void anIdleRunIsOneRoundTrip();
    void aKeyThatComesLateMakesReadable();
    void aBackFillKeepsItsPlace();
    void aStreamThatComesLateIsFilled();
    void aServerThatWasSetBackGetsEverythingAgain();
    void othersChangesAreOfferedWithTheirOwnProof();
    void aCopySaysSoAndWritesUnderANewName();
    void aTakenIdIsWrittenAgain();
    void aTwinInThePlaceOfWhatTheServerLostIsNoticed();
    void theClockIsDoubtedWhenItMustBe();
    void strangeGrantsAndKeysAreRefusedOrLeftOut();
    void safeIsCountedAsAtTheOffice();

private:
    [[nodiscard]] merge::RegisterView view(EngineTablet &tablet) const;
    [[nodiscard]] bool agree();
};

merge::RegisterView TestSync::view(EngineTablet &tablet) const
{
    const auto plan = tablet->openPlan(m_home->sofie.person, m_home->sofie, kPlan);
    return plan ? plan->fields.at(0).view : merge::RegisterView();
}

bool TestSync::agree()
{
    const auto a = must((*m_a)->state());
    const auto b = must((*m_b)->state());
    bool same = a.size() == b.size() && a.size() == m_server->journal().streams()->size();
    for (std::size_t i = 0; same && i < a.size(); ++i) {
        same = a[i].stream == b[i].stream && a[i].setHash == b[i].setHash && a[i].fold == b[i].fold &&
               a[i].setHash == must(m_server->setHash(a[i].stream));
    }
    return same;
}

void TestSync::twoEnginesAndTheServerComeToTheSame()
{
    QVERIFY(run(*m_a).ok());
    QVERIFY(run(*m_b).ok());
    QCOMPARE((*m_a)->home().residents.size(), std::size_t(2));
    QCOMPARE((*m_a)->home().residents.at(0).picture, std::string("cykel"));
    write(*m_a, "Jeg maler.");
    write(*m_b, "Jeg går tur.");
    QCOMPARE((*m_a)->sync().onlyHere, std::uint64_t(2)); // with the definition
    const Run pushed = run(*m_a);
    QVERIFY(pushed.ok());
    QCOMPARE(pushed.progress.pushed, std::uint64_t(2));
    QVERIFY(pushed.progress.upToDate);
    QCOMPARE((*m_a)->sync().onlyHere, std::uint64_t(0));
    QCOMPARE((*m_a)->sync().atOffice, std::uint64_t(2));
    QVERIFY(run(*m_b).ok());
    QVERIFY(run(*m_a).ok());
    QCOMPARE(view(*m_a).state, RegisterState::Two);
    QCOMPARE(view(*m_b).state, RegisterState::Two);
    QVERIFY(agree());
    QVERIFY(!(*m_a)->hasSomethingToSend());
}

void TestSync::aRunCutAnywhereLosesNothing()
{
    QVERIFY(run(*m_a).ok());
    QVERIFY(run(*m_b).ok());
    std::size_t frames = 0;
    for (std::size_t cut = 0; cut < 12; ++cut) {
        write(*m_a, "A " + std::to_string(cut));
        write(*m_b, "B " + std::to_string(cut), kAlso);
        RunOptions options;
        options.framesMax = cut;
        frames = std::max(frames, run(*m_a, options).frames);
        m_a->reopen(); // as after a power cut
        run(*m_b, options);
        m_b->reopen();
    }
    QVERIFY(frames > 4);
    for (int i = 0; i < 2; ++i) {
        QVERIFY(run(*m_a).ok());
        QVERIFY(run(*m_b).ok());
    }
    QVERIFY(agree());
    for (const std::string &linkId : {kInside, kAlso}) {
        QCOMPARE((*m_a)->history(m_home->sofie.person, m_home->sofie, kPlan, linkId)->size(),
                 std::size_t(12));
    }
}

void TestSync::countersRunOnWithoutHolesAndEachStartIsNew()
{
    QVERIFY(run(*m_a).ok());
    for (int start = 0; start < 3; ++start) {
        write(*m_a, std::to_string(start) + " a");
        write(*m_a, std::to_string(start) + " b");
        m_a->reopen();
    }
    const auto versions = must((*m_a)->history(m_home->sofie.person, m_home->sofie, kPlan, kInside));
    QCOMPARE(versions.size(), std::size_t(6));
    std::set<Incarnation> starts;
    for (std::size_t i = 0; i < versions.size(); ++i) {
        QCOMPARE(versions[i].dot.ctr, std::uint64_t(i % 2 + 1));
        QVERIFY(i == 0 || versions[i].lamport > versions[i - 1].lamport);
        starts.insert(versions[i].dot.inc);
    }
    QCOMPARE(starts.size(), std::size_t(3));
    const auto pending = must((*m_a)->syncPort().pending());
    QVERIFY(pending.size() >= 3);
}

void TestSync::whatIsOnlyHereIsKnownAfterAStop()
{
    QVERIFY(run(*m_a).ok());
    write(*m_a, "Jeg maler.");
    m_a->reopen();
    QVERIFY((*m_a)->hasSomethingToSend());
    QCOMPARE((*m_a)->sync().onlyHere, std::uint64_t(2));
    QCOMPARE((*m_a)->sync().phase, engine::SyncPhase::Waiting);
    QVERIFY(run(*m_a).ok());
    m_a->reopen();
    QVERIFY(!(*m_a)->hasSomethingToSend());
    QCOMPARE((*m_a)->sync().atOffice, std::uint64_t(2));
}

void TestSync::anIdleRunIsOneRoundTrip()
{
    QVERIFY(run(*m_a).ok());
    const Run idle = run(*m_a);
    QVERIFY(idle.ok());
    QCOMPARE(idle.roundTrips, std::size_t(1));
    QVERIFY(idle.bytes < 512);
}

void TestSync::aKeyThatComesLateMakesReadable()
{
    QVERIFY(run(*m_b).ok());
    write(*m_b, "Jeg maler.");
    QVERIFY(run(*m_b).ok());
    // The tablet gets the changes of all streams, and the key of one of them only afterwards.
    const StreamId team = m_home->streamOf(m_home->sofie, StreamKind::Team);
    session::TabletPort &port = (*m_a)->syncPort();
    const std::string box = seal::sealBox(seal::publicOf(m_a->file().box), streamKey().str());
    for (const StreamId &stream : m_home->streams()) {
        if (stream != team) {
            must(port.storeStreamKey(stream, 1, box));
        }
    }
    session::TabletPort::Received received;
    must(m_server->journal().readLog(0, [&](journal::StoredChange &&stored) {
        received.changes.push_back(stored.change);
        return true;
    }));
    received.upto = {received.changes.size(), 1};
    must(port.storeChanges(received));
    QCOMPARE((*m_a)->home().residents.size(), std::size_t(2));
    QCOMPARE((*m_a)->openPlan(m_home->sofie.person, m_home->sofie, kPlan).error().code(), Errc::NotFound);
    must(port.storeStreamKey(team, 1, box));
    QCOMPARE(merge::textOf(view(*m_a)), std::string("Jeg maler."));

    // The key was turned: the page is open, and what comes can't be read before the new key is here.
    received.changes = {change(team, 4711, 1, "under den nye nøgle", 2)};
    must(port.storeChanges(received));
    const auto foldOf = [&] {
        const auto states = must((*m_a)->state());
        const auto known =
            std::find_if(states.begin(), states.end(), [&](const auto &one) { return one.stream == team; });
        return known->fold;
    };
    const Hash256 unread = foldOf();
    must(port.storeStreamKey(team, 2, box));
    const Hash256 read = foldOf();
    QVERIFY(read != unread);
    m_a->reopen();
    QCOMPARE(foldOf(), read);
}

void TestSync::aBackFillKeepsItsPlace()
{
    QVERIFY(run(*m_a).ok());
    session::TabletPort &port = (*m_a)->syncPort();
    std::vector<wire::v1::StreamGrant> grants(1);
    const StreamId late = trivsel::test::stream(77);
    grants[0].set_stream(late.str());
    grants[0].set_key(1);
    using Unfilled = std::vector<std::pair<StreamId, std::uint64_t>>;
    QCOMPARE(must(port.storeGrants(grants)), Unfilled({{late, 0}}));
    const session::Position cursor = must(port.state()).cursor;
    session::TabletPort::Received some;
    some.changes = trivsel::test::run(late, 5, 1, 3);
    some.backfill = late;
    some.upto = {5, 0};
    some.more = true;
    must(port.storeChanges(some));
    QCOMPARE(must(port.state()).cursor, cursor);
    QCOMPARE(must(port.storeGrants(grants)), Unfilled({{late, 5}}));
    must(port.storeEpoch(9, true)); // everything will be pulled anew, this stream with it
    QCOMPARE(must(port.state()).cursor.seq, std::uint64_t(0));
    QCOMPARE(must(port.storeGrants(grants)), Unfilled());
    must(port.storeEpoch(9, false));
    some.backfill.reset();
    some.upto = {7, 1};
    must(port.storeChanges(some));
    QCOMPARE(must(port.storeGrants({})), Unfilled());                // taken away …
    QCOMPARE(must(port.storeGrants(grants)), Unfilled({{late, 0}})); // … and given again: from the beginning
    some.backfill = late;
    some.more = false;
    must(port.storeChanges(some));
    QCOMPARE(must(port.storeGrants(grants)), Unfilled());
}

void TestSync::aStreamThatComesLateIsFilled()
{
    const StreamId team = m_home->streamOf(m_home->sofie, StreamKind::Team);
    m_server->devices[m_a->file().device].grants.erase(team);
    QVERIFY(run(*m_a).ok());
    QVERIFY(run(*m_b).ok());
    write(*m_b, "Jeg maler.");
    QVERIFY(run(*m_b).ok());
    QVERIFY(run(*m_a).ok());
    QCOMPARE((*m_a)->openPlan(m_home->sofie.person, m_home->sofie, kPlan).error().code(), Errc::NotFound);
    m_server->devices[m_a->file().device].grants.insert(team);
    QVERIFY(run(*m_a).ok());
    QCOMPARE(merge::textOf(view(*m_a)), std::string("Jeg maler."));
    QCOMPARE(run(*m_a).items, std::size_t(0)); // and it does not come twice
    QVERIFY(agree());
}

void TestSync::aServerThatWasSetBackGetsEverythingAgain()
{
    QVERIFY(run(*m_a).ok());
    const std::filesystem::path copy = m_dir->filePath("copy.db").toStdString();
    m_server->saveCopy(copy);
    write(*m_a, "Før gendannelsen.");
    QVERIFY(run(*m_a).ok());
    QVERIFY(run(*m_b).ok());
    m_server->restoreCopy(copy);
    const Run healed = run(*m_b); // the other tablet's words, with the other tablet's proof
    QVERIFY(healed.ok());
    QVERIFY(run(*m_a).ok());
    QVERIFY(run(*m_b).ok());
    QVERIFY(agree());
    QCOMPARE(merge::textOf(view(*m_a)), std::string("Før gendannelsen."));
    QCOMPARE((*m_a)->sync().onlyHere, std::uint64_t(0));
    m_a->reopen();
    QVERIFY(run(*m_a).ok());
    QCOMPARE(run(*m_a).roundTrips, std::size_t(1));
}

void TestSync::othersChangesAreOfferedWithTheirOwnProof()
{
    QVERIFY(run(*m_a).ok());
    QVERIFY(run(*m_b).ok());
    write(*m_a, "Jeg maler.");
    QVERIFY(run(*m_a).ok());
    QVERIFY(run(*m_b).ok());
    const Dot dot = view(*m_b).heads.at(0);
    const StreamId team = m_home->streamOf(m_home->sofie, StreamKind::Team);
    const auto batch = must((*m_b)->syncPort().batch(team, {dot.inc, 1, 1}));
    QCOMPARE(batch.proof.device(), m_a->file().device.str());
    QVERIFY(seal::check(batch.proof, seal::publicOf(m_a->file().sign), batch.changes));
    const auto unknown = (*m_b)->syncPort().batch(team, {Incarnation{4711}, 1, 1});
    QCOMPARE(unknown.error().code(), Errc::NotFound);
}

void TestSync::aCopySaysSoAndWritesUnderANewName()
{
    QVERIFY(run(*m_a).ok());
    write(*m_a, "Før.");
    const Incarnation before = view(*m_a).heads.at(0).inc;
    QVERIFY(!(*m_a)->sync().copied);
    must((*m_a)->syncPort().noteForeignIncarnation(before)); // our own: nothing strange
    QVERIFY(!(*m_a)->sync().copied);
    must((*m_a)->syncPort().noteForeignIncarnation(Incarnation{4711}));
    QVERIFY((*m_a)->sync().copied);
    write(*m_a, "Efter.");
    const Incarnation after = view(*m_a).heads.at(0).inc;
    QVERIFY(after != before);
    QVERIFY(must((*m_a)->syncPort().knowsIncarnation(after)));
    QCOMPARE(must((*m_a)->syncPort().state()).lastInc, after);
    m_a->reopen();
    QVERIFY((*m_a)->sync().copied);
}

void TestSync::aTakenIdIsWrittenAgain()
{
    QVERIFY(run(*m_a).ok());
    QVERIFY(run(*m_b).ok());
    write(*m_a, "Et ord, der ikke må blive væk.");
    const StreamId team = m_home->streamOf(m_home->sofie, StreamKind::Team);
    const Dot taken = view(*m_a).heads.at(0);
    // A twin of this tablet was at the office first, with other words under the same id.
    auto transaction = must(journal::Transaction::begin(m_server->journal().database()));
    must(m_server->journal().append(
        change(team, static_cast<std::uint64_t>(taken.inc), taken.ctr, "tvillingen")));
    must(transaction.commit());
    QVERIFY(run(*m_a).ok());
    QCOMPARE((*m_a)->sync().heldAtOffice, std::uint64_t(0)); // heard of before it was sent: nothing to hold
    QVERIFY(run(*m_a).ok());
    QVERIFY(run(*m_b).ok());
    QCOMPARE(merge::textOf(view(*m_b)), std::string("Et ord, der ikke må blive væk."));
    QCOMPARE((*m_a)->sync().onlyHere, std::uint64_t(0));
}

/** The server had it, was set back, and a twin wrote under the same id: the ranges alone show no lack. */
void TestSync::aTwinInThePlaceOfWhatTheServerLostIsNoticed()
{
    QVERIFY(run(*m_a).ok());
    QVERIFY(run(*m_b).ok());
    const std::filesystem::path copy = m_dir->filePath("copy.db").toStdString();
    m_server->saveCopy(copy);
    write(*m_a, "Et ord, der ikke må blive væk.");
    QVERIFY(run(*m_a).ok());
    const StreamId team = m_home->streamOf(m_home->sofie, StreamKind::Team);
    const Dot taken = view(*m_a).heads.at(0);
    m_server->restoreCopy(copy);
    auto transaction = must(journal::Transaction::begin(m_server->journal().database()));
    must(m_server->journal().append(
        change(team, static_cast<std::uint64_t>(taken.inc), taken.ctr, "tvillingen")));
    must(transaction.commit());
    QVERIFY(run(*m_a).ok());
    QVERIFY(run(*m_b).ok());
    QCOMPARE(merge::textOf(view(*m_b)), std::string("Et ord, der ikke må blive væk."));
    QCOMPARE(m_server->journal().quarantined()->size(), std::size_t(0)); // written anew before it was offered
    QCOMPARE((*m_a)->sync().onlyHere, std::uint64_t(0));
}

void TestSync::theClockIsDoubtedWhenItMustBe()
{
    QVERIFY(run(*m_a).ok()); // the runs of this support stand at a time of their own, long before ours
    const auto quality = [&](std::int64_t nowMs) {
        m_a->nowMs = nowMs;
        write(*m_a, "Kl. " + std::to_string(nowMs));
        return view(*m_a).versions.back().clockQuality;
    };
    const std::int64_t contact = (*m_a)->sync().lastContactMs;
    QVERIFY(contact > 0);
    QCOMPARE(quality(contact + 1), 1U);
    QCOMPARE(quality(contact + 7 * kDayMs), 1U);
    QCOMPARE(quality(contact + 7 * kDayMs + 1), 0U);
    QCOMPARE(quality(contact - 61'000), 2U); // it went back
    QCOMPARE(quality(1'000), 2U);            // it was reset
    QCOMPARE(view(*m_a).versions.back().offsetMs, std::int64_t(5'000));
    must((*m_a)->syncPort().storeClock(INT64_MAX, contact, true)); // a server gone mad
    QCOMPARE(quality(contact + 2), 1U);
    QCOMPARE(view(*m_a).versions.back().offsetMs, std::int64_t(5'000));
}

void TestSync::strangeGrantsAndKeysAreRefusedOrLeftOut()
{
    session::TabletPort &port = (*m_a)->syncPort();
    std::vector<wire::v1::StreamGrant> grants(2);
    grants[0].set_stream("kort");
    grants[1].set_stream(std::string(1, '\x63') + std::string(16, 'x')); // a kind from the future
    QVERIFY(port.storeGrants(grants).value_or(std::vector<std::pair<StreamId, std::uint64_t>>{{}}).empty());
    const StreamId stream = m_home->streams().front();
    QCOMPARE(port.storeStreamKey(stream, 1, "ikke en æske").error().code(), Errc::SealBroken);
    const seal::BoxPublic box = seal::publicOf(m_a->file().box);
    QCOMPARE(port.storeStreamKey(stream, 1, seal::sealBox(box, "kort")).error().code(), Errc::Malformed);
    QCOMPARE(port.storeStreamKey(stream, 0, seal::sealBox(box, streamKey().str())).error().code(),
             Errc::Malformed);
}

void TestSync::safeIsCountedAsAtTheOffice()
{
    QVERIFY(run(*m_a).ok());
    write(*m_a, "Jeg maler.");
    QVERIFY(run(*m_a).ok());
    const Dot dot = view(*m_a).heads.at(0);
    wire::v1::Safe safe;
    wire::v1::StreamRanges *ranges = safe.add_streams();
    ranges->set_stream(m_home->streamOf(m_home->sofie, StreamKind::Team).str());
    wire::v1::Range *range = ranges->add_ranges();
    range->set_inc(static_cast<std::uint64_t>(dot.inc));
    range->set_first(1);
    range->set_last(UINT64_MAX); // a bound that is none
    must((*m_a)->syncPort().markSafe(safe));
    QCOMPARE((*m_a)->sync().atOffice, std::uint64_t(2));
    QCOMPARE((*m_a)->sync().onlyHere, std::uint64_t(0));
    m_a->reopen();
    QCOMPARE((*m_a)->sync().atOffice, std::uint64_t(2));
}

QTEST_GUILESS_MAIN(TestSync)
#include "tst_sync.moc"
