// A stream whose content is gone: the places stay, the bytes are in no part of the file.
#include "proto/journal/journal.h"
#include "tests/support/changes.h"
#include "tests/support/must.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace trivsel;
using namespace trivsel::test;
using journal::Journal;

namespace {

constexpr std::size_t kLong = 9000; // over several pages

Journal open(const QTemporaryDir &dir)
{
    journal::OpenOptions options;
    options.create = true;
    return must(Journal::open(dir.filePath(QStringLiteral("one")).toStdString(), options));
}

/** Every file of the folder, one after the other. */
QByteArray everyByte(const QTemporaryDir &dir)
{
    QByteArray bytes;
    for (const QFileInfo &info : QDir(dir.path()).entryInfoList(QDir::Files)) {
        QFile file(info.filePath());
        if (file.open(QIODevice::ReadOnly)) {
            bytes += file.readAll();
        }
    }
    return bytes;
}

/** A piece of it, short enough to lie on one page. */
QByteArray pieceOf(const seal::SealedChange &change)
{
    constexpr int kPiece = 24;
    return QByteArray::fromStdString(change.ct).left(kPiece);
}

} // namespace

class TestErase : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void placesStayAndBytesGo();
    void whatIsHeldGoesToo();
    void otherStreamsStay();
    void rolledBackNothingHappened();
};

void TestErase::placesStayAndBytesGo()
{
    const QTemporaryDir dir;
    Journal one = open(dir);
    std::vector<seal::SealedChange> changes = run(stream(1), 7, 1, 20);
    changes.push_back(change(stream(1), 7, 21, std::string(kLong, 'x')));
    {
        auto transaction = must(journal::Transaction::begin(one.database()));
        must(one.append(changes));
        must(transaction.commit());
    }
    for (const seal::SealedChange &each : changes) {
        QVERIFY(everyByte(dir).contains(pieceOf(each)));
    }
    const auto end = must(one.end());
    const auto set = must(one.setHash(stream(1)));
    const auto tip = must(one.tip(stream(1), Incarnation{7}));
    QVERIFY(!must(one.isErased(stream(1))));
    {
        auto transaction = must(journal::Transaction::begin(one.database()));
        QCOMPARE(must(one.erase(stream(1))), std::uint64_t(changes.size()));
        must(transaction.commit());
    }
    QVERIFY(must(one.isErased(stream(1))));
    must(one.scrub());
    const QByteArray left = everyByte(dir);
    for (const seal::SealedChange &each : changes) {
        QVERIFY(!left.contains(pieceOf(each)));
        const auto stored = must(one.find(each.id()));
        QVERIFY(stored && stored->change.gone);
        QVERIFY(stored->change.hash == each.hash);
    }
    QVERIFY(left.indexOf(QByteArray::fromStdString(changes.back().ct).mid(5000, 24)) < 0); // its second page
    QVERIFY(must(one.end()) == end);
    QVERIFY(must(one.setHash(stream(1))) == set);
    QVERIFY(must(one.tip(stream(1), Incarnation{7})).head == tip.head);
    auto transaction = must(journal::Transaction::begin(one.database()));
    QCOMPARE(must(one.append(changes.front())), journal::Appended::Known); // it does not come back
    QCOMPARE(must(one.erase(stream(1))), std::uint64_t(0));
    must(transaction.commit());
    QVERIFY(must(one.find(changes.front().id()))->change.gone);
}

void TestErase::whatIsHeldGoesToo()
{
    const QTemporaryDir dir;
    Journal one = open(dir);
    const auto held = change(stream(1), 7, 1, "venter");
    const auto other = change(stream(2), 7, 1, "venter også");
    {
        auto transaction = must(journal::Transaction::begin(one.database()));
        must(one.quarantine(filled<DeviceId>(1), held, wire::v1::NO_GRANT, 1));
        must(one.quarantine(filled<DeviceId>(1), other, wire::v1::NO_GRANT, 1));
        must(transaction.commit());
    }
    QVERIFY(!must(one.isErased(stream(1))));
    {
        auto transaction = must(journal::Transaction::begin(one.database()));
        must(one.erase(stream(1)));
        must(transaction.commit());
    }
    must(one.scrub());
    QVERIFY(must(one.isErased(stream(1))));
    QCOMPARE(must(one.quarantined()).size(), std::size_t(1));
    QVERIFY(!everyByte(dir).contains(pieceOf(held)));
    QVERIFY(everyByte(dir).contains(pieceOf(other)));
}

void TestErase::otherStreamsStay()
{
    const QTemporaryDir dir;
    Journal one = open(dir);
    const auto other = change(stream(2), 7, 1, "bliver");
    auto transaction = must(journal::Transaction::begin(one.database()));
    must(one.append(change(stream(1), 7, 1, "går")));
    must(one.append(other));
    QCOMPARE(must(one.erase(stream(1))), std::uint64_t(1));
    QCOMPARE(must(one.erase(stream(3))), std::uint64_t(0)); // of which there is nothing
    must(transaction.commit());
    must(one.scrub());
    QCOMPARE(must(one.find(other.id()))->change.ct, other.ct);
    QVERIFY(!must(one.isErased(stream(2))));
}

void TestErase::rolledBackNothingHappened()
{
    const QTemporaryDir dir;
    Journal one = open(dir);
    const auto kept = change(stream(1), 7, 1, "bliver");
    {
        auto transaction = must(journal::Transaction::begin(one.database()));
        must(one.append(kept));
        must(transaction.commit());
    }
    {
        auto transaction = must(journal::Transaction::begin(one.database()));
        must(one.erase(stream(1)));
    }
    QCOMPARE(must(one.find(kept.id()))->change.ct, kept.ct);
}

QTEST_GUILESS_MAIN(TestErase)
#include "tst_erase.moc"
