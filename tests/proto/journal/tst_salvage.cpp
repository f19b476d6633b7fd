// What can still be read of a journal whose disk has damaged it: whole pages, in the middle and at the end.
#include "proto/base/limits.h"
#include "proto/journal/journal.h"
#include "proto/seal/sealed_change.h"
#include "tests/support/changes.h"
#include "tests/support/must.h"

#include <QTemporaryDir>
#include <QtTest>

#include <fstream>
#include <iterator>
#include <set>

using namespace trivsel;
using namespace trivsel::journal;
using namespace trivsel::test;

namespace {

constexpr std::size_t kChanges = 60; // some leaves of the table
constexpr std::size_t kPageBytes = 4096;

struct Damaged
{
    QTemporaryDir dir;
    std::filesystem::path file = dir.filePath("tablet.db").toStdString();
    std::vector<seal::SealedChange> written;

    Damaged()
    {
        StreamId stream;
        stream.kind = StreamKind::Team;
        const seal::StreamKey key = filled<seal::StreamKey>(1);
        const Random random = seededRandom(2);
        OpenOptions options;
        options.create = true;
        auto journal = must(Journal::open(file, options));
        auto transaction = must(Transaction::begin(journal.database()));
        for (std::size_t i = 1; i <= kChanges; ++i) {
            wire::v1::Header header;
            header.set_inc(7);
            header.set_ctr(i);
            header.set_lamport(i);
            header.set_key(1);
            header.set_op_schema(kOpSchema);
            wire::v1::Change content;
            wire::v1::Op *op = content.add_ops();
            op->set_entity(std::string(16, 'e'));
            op->set_field("felt");
            op->set_text(std::string(500, 'a'));
            written.push_back(
                seal::sealChange(stream, header, must(seal::encodeChange(content)), key, random));
            must(journal.append(written.back()));
        }
        must(transaction.commit());
    }
    [[nodiscard]] std::string bytes() const
    {
        std::ifstream in(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    /** The page on which the n-th of them lies, counted from 0. */
    void damage(std::size_t which)
    {
        std::string all = bytes();
        const std::size_t at = all.find(written.at(which).ct);
        QVERIFY(at != std::string::npos);
        const std::size_t page = at / kPageBytes;
        all.replace(page * kPageBytes, kPageBytes, kPageBytes, '\xFF');
        std::ofstream(file, std::ios::binary) << all;
    }
    /** The counters of those whose words are still in the file. */
    [[nodiscard]] std::set<std::uint64_t> left() const
    {
        const std::string all = bytes();
        std::set<std::uint64_t> out;
        for (const seal::SealedChange &one : written) {
            if (all.find(one.ct) != std::string::npos) {
                out.insert(one.dot.ctr);
            }
        }
        return out;
    }
};

} // namespace

class TestSalvage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allButTheDamagedPagesIsRead_data()
    {
        QTest::addColumn<QList<int>>("damaged");
        QTest::newRow("nothing") << QList<int>{};
        QTest::newRow("in the middle") << QList<int>{30};
        QTest::newRow("the last") << QList<int>{59};
        QTest::newRow("the middle and the last") << QList<int>{20, 40, 59};
        QTest::newRow("the first") << QList<int>{0};
    }
    void allButTheDamagedPagesIsRead()
    {
        QFETCH(QList<int>, damaged);
        Damaged m;
        for (const int which : damaged) {
            m.damage(static_cast<std::size_t>(which));
        }
        const auto left = m.left();
        QVERIFY(damaged.isEmpty() ? left.size() == kChanges : left.size() < kChanges && left.size() > 20);
        OpenOptions options;
        options.readOnly = true;
        auto journal = must(Journal::open(m.file, options));
        std::set<std::uint64_t> read;
        const auto lost =
            journal.salvage([&read](seal::SealedChange &&change, wire::v1::QuarantineReason) -> Status {
                read.insert(change.dot.ctr);
                return {};
            });
        QVERIFY2(lost, lost ? "" : lost.error().detail().c_str());
        QVERIFY(read == left);
        QCOMPARE(*lost > 0, !damaged.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSalvage)
#include "tst_salvage.moc"
