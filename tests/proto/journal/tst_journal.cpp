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

class TestJournal : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_journal.reset(); }
    void anEmptyJournalStandsAtNothing();
    void theLogIsGaplessAndItsHashIsKept();
    void theSameChangeTwiceIsOne();
    void anotherContentUnderAKnownIdIsACollision();
    void theSameDotInTwoStreamsIsTwoChanges();
    void aRolledBackAppendLeavesNoTrace();
    void holesHoldTheHeadBackUntilTheyAreFilled();
    void rangesNameWhatIsHeld();
    void theTipAndTheChainAgree();
    void theSetHashDoesNotDependOnOrder();
    void readingByStreamKeepsLogOrder();
    void readingStopsWhenTold();
    void aRangeIsReadByCounter();
    void aRangeStopsAtItsLimits();
    void whatIsGoneKeepsItsPlace();
    void unsignedNumbersSurvive();
    void theLargestCounterIsBounded();
    void everythingIsThereAfterReopening();
    void metaIsSmallNamedValues();

private:
    std::vector<Appended> append(const std::vector<SealedChange> &changes);
    std::vector<std::uint64_t> counters(const StreamId &id, const Range &range, std::size_t changes,
                                        std::size_t bytes);
    std::unique_ptr<QTemporaryDir> m_dir;
    std::filesystem::path m_file;
    std::unique_ptr<Journal> m_journal;
};

void TestJournal::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_file = std::filesystem::path(m_dir->path().toStdString()) / "home.db";
    m_journal = std::make_unique<Journal>(std::move(*Journal::open(m_file, {.create = true})));
}

std::vector<Appended> TestJournal::append(const std::vector<SealedChange> &changes)
{
    auto transaction = Transaction::begin(m_journal->database());
    auto out = m_journal->append(changes);
    if (!transaction || !out || !transaction->commit()) {
        return {};
    }
    return *out;
}

std::vector<std::uint64_t> TestJournal::counters(const StreamId &id, const Range &range, std::size_t changes,
                                                 std::size_t bytes)
{
    std::vector<std::uint64_t> out;
    for (const SealedChange &each :
         m_journal->readRange(id, range, changes, bytes).value_or(std::vector<SealedChange>{})) {
        out.push_back(each.dot.ctr);
    }
    return out;
}

void TestJournal::anEmptyJournalStandsAtNothing()
{
    QCOMPARE(m_journal->end().value(), (Position{0, 0}));
    QCOMPARE(m_journal->positionAt(0).value(), std::optional(Position{}));
    QCOMPARE(m_journal->positionAt(1).value(), std::nullopt);
    QVERIFY(m_journal->streams()->empty());
    QVERIFY(m_journal->ranges(stream())->empty());
    QCOMPARE(m_journal->setHash(stream()).value(), Hash256{});
    QCOMPARE(m_journal->tip(stream(), Incarnation{1})->ctr, 0U);
    QCOMPARE(m_journal->lamport(stream()).value(), 0U);
    QVERIFY(!m_journal->find({stream(), {Incarnation{1}, 1}}).value());
}

void TestJournal::theLogIsGaplessAndItsHashIsKept()
{
    const auto changes = run(stream(), 5, 1, 3);
    append({changes[0]});
    append({changes[0], changes[1], changes[2]});
    std::uint64_t log = 0;
    std::uint64_t seq = 0;
    for (const SealedChange &each : changes) {
        log = seal::logNext(log, each.stream, each.hash);
        ++seq;
        QCOMPARE(m_journal->positionAt(seq).value(), std::optional(Position{seq, log}));
        QCOMPARE(m_journal->find(each.id()).value()->seq, seq);
    }
    QCOMPARE(m_journal->end().value(), (Position{3, log}));
}

void TestJournal::theSameChangeTwiceIsOne()
{
    QCOMPARE(append(run(stream(), 5, 1, 2)), (std::vector{Appended::New, Appended::New}));
    const Position end = m_journal->end().value();
    const Hash256 set = m_journal->setHash(stream()).value();
    QCOMPARE(append(run(stream(), 5, 1, 3)), (std::vector{Appended::Known, Appended::Known, Appended::New}));
    QCOMPARE(m_journal->end()->seq, 3U);
    QVERIFY(m_journal->setHash(stream()).value() != set);
    QVERIFY(m_journal->end().value() != end);
}

void TestJournal::anotherContentUnderAKnownIdIsACollision()
{
    append({change(stream(), 5, 1, "glad")});
    const Position end = m_journal->end().value();
    QCOMPARE(append({change(stream(), 5, 1, "ked af det")}), (std::vector{Appended::Collision}));
    QCOMPARE(m_journal->end().value(), end);
    QCOMPARE(test::textOf(m_journal->find({stream(), {Incarnation{5}, 1}}).value()->change),
             std::string("glad"));
}

void TestJournal::theSameDotInTwoStreamsIsTwoChanges()
{
    QCOMPARE(append({change(stream(1), 5, 1), change(stream(2), 5, 1)}),
             (std::vector{Appended::New, Appended::New}));
    QCOMPARE(m_journal->streams().value(), (std::vector{stream(1), stream(2)}));
    QCOMPARE(m_journal->count().value(), 2U);
}

void TestJournal::aRolledBackAppendLeavesNoTrace()
{
    append(run(stream(), 5, 1, 2));
    const Position end = m_journal->end().value();
    const auto tip = m_journal->tip(stream(), Incarnation{5}).value();
    {
        auto transaction = Transaction::begin(m_journal->database());
        QVERIFY(m_journal->append(change(stream(), 5, 3, "fortrudt")));
    }
    QCOMPARE(m_journal->end().value(), end);
    QCOMPARE(append({change(stream(), 5, 3, "noget andet")}), (std::vector{Appended::New}));
    const auto after = m_journal->tip(stream(), Incarnation{5}).value();
    QCOMPARE(after.ctr, 3U);
    QCOMPARE(after.head, seal::chainNext(tip.head, change(stream(), 5, 3, "noget andet").hash));
}

void TestJournal::holesHoldTheHeadBackUntilTheyAreFilled()
{
    const auto changes = run(stream(), 5, 1, 6);
    append({changes[0], changes[2], changes[3], changes[5]});
    QCOMPARE(m_journal->tip(stream(), Incarnation{5})->ctr, 1U);
    append({changes[1]});
    QCOMPARE(m_journal->tip(stream(), Incarnation{5})->ctr, 4U);
    append({changes[4]});
    Hash256 head{};
    for (const SealedChange &each : changes) {
        head = seal::chainNext(head, each.hash);
    }
    QCOMPARE(m_journal->tip(stream(), Incarnation{5})->ctr, 6U);
    QCOMPARE(m_journal->tip(stream(), Incarnation{5})->head, head);
}

void TestJournal::rangesNameWhatIsHeld()
{
    const auto five = run(stream(), 5, 1, 9);
    append({five[3], five[4], five[6]});
    QCOMPARE(m_journal->ranges(stream()).value(),
             (std::vector<Range>{{Incarnation{5}, 4, 5}, {Incarnation{5}, 7, 7}}));
    append({five[0], five[1]});
    append(run(stream(), 2, 1, 1));
    append(run(stream(2), 5, 1, 9));
    QCOMPARE(
        m_journal->ranges(stream()).value(),
        (std::vector<Range>{
            {Incarnation{2}, 1, 1}, {Incarnation{5}, 1, 2}, {Incarnation{5}, 4, 5}, {Incarnation{5}, 7, 7}}));
    append(five);
    QCOMPARE(m_journal->ranges(stream()).value(),
             (std::vector<Range>{{Incarnation{2}, 1, 1}, {Incarnation{5}, 1, 9}}));
}

void TestJournal::theTipAndTheChainAgree()
{
    append(run(stream(), 5, 1, 4));
    append({change(stream(), 5, 6)});
    QCOMPARE(m_journal->headAt(stream(), {Incarnation{5}, 0}).value(), Hash256{});
    Hash256 head{};
    for (const SealedChange &each : run(stream(), 5, 1, 4)) {
        head = seal::chainNext(head, each.hash);
        QCOMPARE(m_journal->headAt(stream(), each.dot).value(), head);
    }
    QCOMPARE(m_journal->headAt(stream(), {Incarnation{5}, 5}).error().code(), Errc::NotFound);
    QCOMPARE(m_journal->headAt(stream(), {Incarnation{5}, 6}).error().code(), Errc::NotFound);
}

void TestJournal::theSetHashDoesNotDependOnOrder()
{
    auto changes = run(stream(), 5, 1, 5);
    seal::SetHash sum;
    for (const SealedChange &each : changes) {
        sum.add(each.id(), each.hash);
    }
    std::reverse(changes.begin(), changes.end());
    append(changes);
    QCOMPARE(m_journal->setHash(stream()).value(), sum.value());
}

void TestJournal::readingByStreamKeepsLogOrder()
{
    append(
        {change(stream(1), 5, 2), change(stream(2), 5, 1), change(stream(1), 4, 1), change(stream(1), 5, 1)});
    std::vector<std::uint64_t> seqs;
    QVERIFY(m_journal->readStream(stream(1), 1, [&seqs](StoredChange &&each) {
        seqs.push_back(each.seq);
        return each.change.stream == stream(1);
    }));
    QCOMPARE(seqs, (std::vector<std::uint64_t>{3, 4}));
    std::vector<StreamId> all;
    QVERIFY(m_journal->readLog(0, [&all](StoredChange &&each) {
        all.push_back(each.change.stream);
        return true;
    }));
    QCOMPARE(all, (std::vector{stream(1), stream(2), stream(1), stream(1)}));
}

void TestJournal::readingStopsWhenTold()
{
    append(run(stream(), 5, 1, 10));
    int read = 0;
    QVERIFY(m_journal->readLog(4, [&read](StoredChange &&) { return ++read < 3; }));
    QCOMPARE(read, 3);
}

void TestJournal::aRangeIsReadByCounter()
{
    auto changes = run(stream(), 5, 1, 5);
    std::reverse(changes.begin(), changes.end());
    append(changes);
    append({change(stream(), 5, 7)});
    using Counters = std::vector<std::uint64_t>;
    QCOMPARE(counters(stream(), {Incarnation{5}, 2, 4}, 100, 100'000), (Counters{2, 3, 4}));
    QCOMPARE(counters(stream(), {Incarnation{5}, 4, UINT64_MAX}, 100, 100'000),
             (Counters{4, 5})); // up to the hole
    QCOMPARE(m_journal->readRange(stream(), {Incarnation{5}, 6, 9}, 100, 100'000).error().code(),
             Errc::NotFound);
    QCOMPARE(m_journal->readRange(stream(2), {Incarnation{5}, 1, 9}, 100, 100'000).error().code(),
             Errc::NotFound);
}

void TestJournal::aRangeStopsAtItsLimits()
{
    const auto changes = run(stream(), 5, 1, 5);
    append(changes);
    const std::size_t two = changes[0].bytes() + changes[1].bytes();
    const Range all{Incarnation{5}, 1, 5};
    QCOMPARE(counters(stream(), all, 3, 100'000).size(), 3U);
    QCOMPARE(counters(stream(), all, 100, two).size(), 2U);
    QCOMPARE(counters(stream(), all, 100, two - 1).size(), 1U);
    QCOMPARE(counters(stream(), all, 100, 1).size(), 1U); // at least one, or nothing would ever go on
}

void TestJournal::whatIsGoneKeepsItsPlace()
{
    SealedChange gone = change(stream(), 5, 1);
    gone.gone = true;
    gone.ct.clear();
    gone.nonce = {};
    QCOMPARE(append({gone}), (std::vector{Appended::New}));
    QCOMPARE(append({change(stream(), 5, 1)}),
             (std::vector{Appended::Known})); // the same change, with its content
    const auto back = m_journal->find(gone.id()).value();
    QVERIFY(back->change.gone);
    QCOMPARE(back->change.hash, gone.hash);
    append({change(stream(), 5, 2)});
    QCOMPARE(m_journal->tip(stream(), Incarnation{5})->ctr, 2U);
}

void TestJournal::unsignedNumbersSurvive()
{
    wire::v1::Header header;
    header.set_inc(UINT64_MAX);
    header.set_ctr(1);
    header.set_lamport(UINT64_MAX);
    header.set_key(UINT32_MAX);
    header.set_op_schema(UINT32_MAX);
    const SealedChange high =
        seal::sealChange(stream(), header, "x", test::streamKey(), test::seededRandom(1));
    append({high, change(stream(), 1, 1)});
    const auto back = m_journal->find(high.id()).value();
    QCOMPARE(back->change.lamport, UINT64_MAX);
    QCOMPARE(back->change.key, UINT32_MAX);
    QCOMPARE(m_journal->lamport(stream()).value(), UINT64_MAX);
    QCOMPARE(m_journal->ranges(stream())->back().inc, Incarnation{UINT64_MAX});
}

void TestJournal::theLargestCounterIsBounded()
{
    QCOMPARE(append({change(stream(), 5, INT64_MAX)}), (std::vector{Appended::New}));
    QCOMPARE(m_journal->ranges(stream()).value(),
             (std::vector<Range>{{Incarnation{5}, INT64_MAX, INT64_MAX}}));
    auto transaction = Transaction::begin(m_journal->database());
    // Sealing and reading refuse such a change already; the store does not lean on that.
    SealedChange beyond = change(stream(), 6, 1);
    beyond.dot.ctr = static_cast<std::uint64_t>(INT64_MAX) + 1;
    const auto refused = m_journal->append(beyond);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code(), Errc::Malformed);
}

void TestJournal::everythingIsThereAfterReopening()
{
    append(run(stream(), 5, 1, 3));
    const Position end = m_journal->end().value();
    const Hash256 set = m_journal->setHash(stream()).value();
    m_journal = std::make_unique<Journal>(std::move(*Journal::open(m_file, {})));
    QCOMPARE(m_journal->end().value(), end);
    QCOMPARE(m_journal->setHash(stream()).value(), set);
    append(run(stream(), 5, 4, 4));
    QCOMPARE(m_journal->tip(stream(), Incarnation{5})->ctr, 4U);
}

void TestJournal::metaIsSmallNamedValues()
{
    QCOMPARE(m_journal->meta("epoch").value(), std::nullopt);
    for (const std::string &value : {std::string("a\0b", 3), std::string(), std::string("c")}) {
        auto transaction = Transaction::begin(m_journal->database());
        QVERIFY(m_journal->setMeta("epoch", value));
        QVERIFY(transaction->commit());
        QCOMPARE(m_journal->meta("epoch").value(), std::optional(value));
    }
}

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
