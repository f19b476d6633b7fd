// Closed rounds at the office: each box becomes one change in `group` and what may be shown in `insight`.
#include "sync-server/rounds.h"

#include "proto/domain/retention_record.h"
#include "proto/domain/rounds.h"
#include "proto/seal/boxed_change.h"
#include "sync-server/audit_rows.h"
#include "sync-server/commands/retention_due.h"
#include "tests/server/home_builder.h"
#include "tests/support/must.h"

#include <QtTest>

using namespace trivsel;
using namespace trivsel::server;
using namespace trivsel::testing;
using trivsel::test::must;

namespace {
constexpr std::int64_t kNowMs = 1'790'000'000'000;
constexpr std::int64_t kDayMs = 24LL * 60 * 60 * 1000;
constexpr std::int64_t kDay = 20'700;
} // namespace

class TestServerRounds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<BuiltHome>();
        auto office = must(Office::begin(m_home->store(), ports()));
        m_audit = must(office.makeStream(StreamKind::Audit, std::nullopt));
        m_group = must(office.makeStream(StreamKind::Group, std::nullopt));
        m_insight = must(office.makeStream(StreamKind::Insight, std::nullopt));
        must(office.commit());
        m_shared = m_home->addTablet("Stuen", domain::DeviceKind::Shared);
        m_staff = m_home->addTablet("Vagt", domain::DeviceKind::Staff);
        m_inc = 0x700;
    }

    void aRoundIsWrittenOnce()
    {
        const auto round = rounds(6, 1);
        send(m_shared, {domain::writeRoundBox(round)});
        const auto first = settle();
        QCOMPARE(first.written, std::size_t(1));
        QCOMPARE(domain::readClosedRounds(*fold(m_group)), std::vector{round});
        QCOMPARE(domain::readRoundResults(*fold(m_insight)), std::vector{domain::resultOf(round)});
        const std::uint64_t changes = changesIn(m_group);
        QCOMPARE(settle().written, std::size_t(0));     // again, as after a stop
        send(m_shared, {domain::writeRoundBox(round)}); // its first id was taken
        QCOMPARE(settle().written, std::size_t(0));
        QCOMPARE(changesIn(m_group), changes);
        QCOMPARE(changes, std::uint64_t(1));
        QCOMPARE(changesIn(m_insight), std::uint64_t(1));
    }

    void nobodyIsNamedAndOnlyTheDay()
    {
        m_home->addResident("Sofie");
        send(m_shared, {domain::writeRoundBox(rounds(5, 1))});
        QCOMPARE(settle().written, std::size_t(1));
        const auto key = m_home->store().keys().key(m_group, m_home->store().keyVersion(m_group));
        QVERIFY(key);
        must(m_home->store().journal().readStream(m_group, 0, [&](journal::StoredChange &&stored) {
            const auto change = must(seal::readChange(stored.change, *key));
            const std::string bytes = change.SerializeAsString();
            const std::string office = m_home->store().server().home.str();
            [&] { QVERIFY(change.author() == office && change.enterer() == office); }();
            for (const domain::Person &person : m_home->store().model().people) {
                [&] { QVERIFY(bytes.find(person.id.str()) == std::string::npos); }();
            }
            for (const Tablet &tablet : {m_shared, m_staff}) {
                [&] { QVERIFY(bytes.find(tablet.device.id.str()) == std::string::npos); }();
            }
            [&] { QCOMPARE(change.wall_ms(), kNowMs); }(); // when the office added it up
            return true;
        }));
        QCOMPARE(domain::readClosedRounds(*fold(m_group)).at(0).day.value_or(0), kDay);
    }

    void twoRoundsAreTwoChanges()
    {
        send(m_shared, {domain::writeRoundBox(rounds(5, 1))});
        send(m_shared, {domain::writeRoundBox(rounds(7, 2))});
        QCOMPARE(settle().written, std::size_t(2));
        QCOMPARE(changesIn(m_group), std::uint64_t(2));
    }

    void whatIsNoRoundIsToldAndBlocksNothing()
    {
        wire::v1::Op few = domain::writeRoundBox(rounds(4, 1)); // a tablet never sends so few
        wire::v1::Op torn = domain::writeRoundBox(rounds(5, 2));
        torn.mutable_parts()->clear_parts();
        send(m_shared, {few, torn});
        send(m_staff, {domain::writeRoundBox(rounds(9, 3))}); // nobody answers there
        const auto good = rounds(8, 4);
        send(m_shared, {domain::writeRoundBox(good)});
        const auto settled = settle();
        QCOMPARE(settled.written, std::size_t(1));
        QCOMPARE(settled.refused, std::size_t(3));
        QCOMPARE(roundsRefused(m_home->store()), std::size_t(3));
        QCOMPARE(domain::readClosedRounds(*fold(m_group)), std::vector{good});
        QCOMPARE(settle().refused, std::size_t(3)); // they stay, and are told again
    }

    void theAuditDoesNotTakeThemForLooks()
    {
        send(m_shared, {domain::writeRoundBox(rounds(5, 1))});
        const auto read = must(readAudit(m_home->store(), [](const domain::StreamInfo &) { return true; }));
        QVERIFY(read.lines.empty());
        QCOMPARE(read.unreadable, std::uint64_t(0));
        wire::v1::Op torn = domain::writeRoundBox(rounds(5, 2));
        torn.mutable_parts()->clear_parts();
        send(m_shared, {torn});
        QCOMPARE(must(readAudit(m_home->store(), [](const domain::StreamInfo &) { return true; })).unreadable,
                 std::uint64_t(1)); // people are told by `audit sample`, too
    }

    void aHomeWithoutTheStreamsWaits()
    {
        m_home = std::make_unique<BuiltHome>();
        const auto settled = settle();
        QVERIFY(settled.written == 0 && settled.refused == 0);
    }

    void theOldestRoundComesDue()
    {
        send(m_shared, {domain::writeRoundBox(rounds(5, 1))});
        QCOMPARE(settle().written, std::size_t(1));
        domain::RetentionTable table;
        const std::int64_t due = (kDay + 30) * kDayMs;
        QVERIFY(must(readDue(m_home->store(), table, due)).empty()); // nothing is decided
        QVERIFY(table.set(domain::RecordKind::GroupRounds, 30));
        QVERIFY(must(readDue(m_home->store(), table, due - 1)).empty());
        const auto rows = must(readDue(m_home->store(), table, due));
        QCOMPARE(rows.size(), std::size_t(1));
        QVERIFY(rows[0].kind == domain::RecordKind::GroupRounds && rows[0].whose.empty() &&
                rows[0].fromMs == kDay * kDayMs);
    }

private:
    [[nodiscard]] Office::Ports ports() const { return {m_home->random(), kNowMs}; }
    [[nodiscard]] RoundsSettled settle() { return must(settleRounds(m_home->store(), ports())); }
    [[nodiscard]] const merge::Fold *fold(const StreamId &stream)
    {
        return must(m_home->store().folds().upToDate(stream));
    }
    [[nodiscard]] std::uint64_t changesIn(const StreamId &stream)
    {
        std::uint64_t count = 0;
        must(m_home->store().journal().readStream(stream, 0, [&](journal::StoredChange &&) {
            ++count;
            return true;
        }));
        return count;
    }

    [[nodiscard]] static domain::ClosedRound rounds(int people, std::uint8_t id)
    {
        domain::RoundForm form{"urn:tema", "1", {}, {{"a", 5}, {"b", 5}}};
        EntityId entity;
        entity.data.fill(id);
        std::vector<domain::RoundAnswers> answers;
        for (int i = 0; i < people; ++i) {
            answers.push_back({i % 5, domain::kRoundSkipped});
        }
        return domain::tallied(entity, form, answers, kDay);
    }

    /** As a tablet pushes it: sealed to the server, with the tablet's proof. */
    void send(const Tablet &tablet, const std::vector<wire::v1::Op> &ops)
    {
        wire::v1::Change change;
        for (const wire::v1::Op &op : ops) {
            *change.add_ops() = op;
        }
        wire::v1::Header header;
        header.set_inc(++m_inc);
        header.set_ctr(1);
        header.set_lamport(1);
        header.set_key(seal::kBoxedKey);
        header.set_op_schema(kOpSchema);
        const auto to = seal::boxKeyOf(seal::publicOf(m_home->store().server().identity));
        const std::vector sealed{
            seal::sealBoxed(m_audit, header, must(seal::encodeChange(change)), to.value(), m_home->random())};
        auto transaction = must(journal::Transaction::begin(m_home->store().journal().database()));
        must(m_home->store().journal().append(sealed));
        must(m_home->store().journal().keepProof(seal::prove(tablet.device.id, tablet.sign, {}, sealed)));
        must(transaction.commit());
    }

    std::unique_ptr<BuiltHome> m_home;
    StreamId m_audit;
    StreamId m_group;
    StreamId m_insight;
    Tablet m_shared;
    Tablet m_staff;
    std::uint64_t m_inc = 0;
};

QTEST_GUILESS_MAIN(TestServerRounds)
#include "tst_rounds.moc"
