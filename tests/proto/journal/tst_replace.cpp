// Another content under an id that is here: afterwards the journal is as if it had never held the first one.
#include "proto/base/limits.h"
#include "proto/journal/journal.h"
#include "tests/support/changes.h"
#include "tests/support/must.h"

#include <QTemporaryDir>
#include <QTest>

using namespace trivsel;
using namespace trivsel::test;
using journal::Journal;

class TestReplace : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everythingFollows_data();
    void everythingFollows();
    void theHighestLamportStays_data();
    void theHighestLamportStays();
    void goneKeepsEveryHash();
    void whatIsNotHereCantBeReplaced();
    void rolledBackNothingHappened();

private:
    static Journal open(const QTemporaryDir &dir, const char *name)
    {
        journal::OpenOptions options;
        options.create = true;
        return must(Journal::open(dir.filePath(QString::fromUtf8(name)).toStdString(), options));
    }
    static void append(Journal &to, const std::vector<seal::SealedChange> &changes)
    {
        auto transaction = must(journal::Transaction::begin(to.database()));
        must(to.append(changes));
        must(transaction.commit());
    }
    static void replace(Journal &in, const seal::SealedChange &with)
    {
        auto transaction = must(journal::Transaction::begin(in.database()));
        must(in.replace(with));
        must(transaction.commit());
    }
};

void TestReplace::everythingFollows_data()
{
    QTest::addColumn<int>("which");
    QTest::newRow("the first") << 0;
    QTest::newRow("in the middle") << 2;
    QTest::newRow("the last") << 5;
}

void TestReplace::everythingFollows()
{
    QFETCH(int, which);
    const QTemporaryDir dir;
    std::vector<seal::SealedChange> changes = run(stream(1), 7, 1, 3);
    const auto others = run(stream(2), 7, 1, 3);
    changes.insert(changes.end(), others.begin(), others.end());
    Journal one = open(dir, "one");
    append(one, changes);
    seal::SealedChange &old = changes[static_cast<std::size_t>(which)];
    const auto with = change(old.stream, 7, old.dot.ctr, "noget andet");
    QVERIFY(with.hash != old.hash);
    replace(one, with);
    old = with;
    Journal other = open(dir, "other");
    append(other, changes);
    QVERIFY(must(one.end()) == must(other.end()));
    for (const StreamId &id : {stream(1), stream(2)}) {
        QVERIFY(must(one.setHash(id)) == must(other.setHash(id)));
        QVERIFY(must(one.tip(id, Incarnation{7})).head == must(other.tip(id, Incarnation{7})).head);
        QVERIFY(must(one.ranges(id)) == must(other.ranges(id)));
    }
    for (std::uint64_t seq = 1; seq <= changes.size(); ++seq) {
        QVERIFY(must(one.positionAt(seq)) == must(other.positionAt(seq)));
    }
    QCOMPARE(must(one.find(with.id()))->change.ct, with.ct);
    auto transaction = must(journal::Transaction::begin(one.database()));
    QCOMPARE(must(one.append(with)), journal::Appended::Known);
}

void TestReplace::theHighestLamportStays_data()
{
    QTest::addColumn<quint64>("first");
    QTest::addColumn<quint64>("then");
    constexpr quint64 kHalf = quint64(1) << 63;
    QTest::newRow("small ones") << quint64(5) << quint64(6);
    QTest::newRow("the last below the half") << kHalf - 2 << kHalf - 1;
    QTest::newRow("over the half") << kHalf - 1 << kHalf;
    QTest::newRow("and back") << kHalf << quint64(1);
    QTest::newRow("the highest of all") << quint64(7) << ~quint64(0);
}

void TestReplace::theHighestLamportStays()
{
    QFETCH(quint64, first);
    QFETCH(quint64, then);
    const QTemporaryDir dir;
    Journal one = open(dir, "one");
    const auto at = [](quint64 lamport, const char *text) {
        seal::SealedChange change = trivsel::test::change(stream(1), 7, 1, text);
        change.lamport = lamport;
        return change;
    };
    append(one, {at(first, "the first")});
    replace(one, at(then, "another"));
    QCOMPARE(must(one.lamport(stream(1))), std::uint64_t(std::max(first, then)));
}

void TestReplace::goneKeepsEveryHash()
{
    const QTemporaryDir dir;
    Journal one = open(dir, "one");
    const auto changes = run(stream(1), 7, 1, 3);
    append(one, changes);
    const auto end = must(one.end());
    const auto set = must(one.setHash(stream(1)));
    QCOMPARE(must(one.goneCount()), std::uint64_t(0));
    replace(one, seal::goneOf(changes[1]));
    QVERIFY(must(one.end()) == end);
    QVERIFY(must(one.setHash(stream(1))) == set);
    QCOMPARE(must(one.goneCount()), std::uint64_t(1));
    QVERIFY(must(one.find(changes[1].id()))->change.gone);
    replace(one, changes[1]);
    QCOMPARE(must(one.goneCount()), std::uint64_t(0));
    QCOMPARE(must(one.find(changes[1].id()))->change.ct, changes[1].ct);
}

void TestReplace::whatIsNotHereCantBeReplaced()
{
    const QTemporaryDir dir;
    Journal one = open(dir, "one");
    append(one, run(stream(1), 7, 1, 2));
    auto transaction = must(journal::Transaction::begin(one.database()));
    QCOMPARE(one.replace(change(stream(1), 7, 3)).error().code(), Errc::NotFound);
    QCOMPARE(one.replace(change(stream(3), 7, 1)).error().code(), Errc::NotFound);
}

void TestReplace::rolledBackNothingHappened()
{
    const QTemporaryDir dir;
    Journal one = open(dir, "one");
    append(one, run(stream(1), 7, 1, 2));
    const auto end = must(one.end());
    {
        auto transaction = must(journal::Transaction::begin(one.database()));
        must(one.replace(change(stream(1), 7, 1, "noget andet")));
        QVERIFY(must(one.end()) != end);
    }
    QVERIFY(must(one.end()) == end);
}

QTEST_GUILESS_MAIN(TestReplace)
#include "tst_replace.moc"
