// The office has let in what it held, under an id of its own: on its tablet it stands there too, once, and
// nobody but the office can make a tablet give up a place of its own.
#include "proto/base/limits.h"
#include "proto/merge/register_view.h"
#include "proto/seal/reissue.h"
#include "tests/app/engine/two_tablets.h"
#include "tests/support/must.h"

#include <QTest>

using namespace trivsel;
using namespace trivsel::test;

namespace {
const std::string kWords = "Et ord, der ikke må blive væk.";
constexpr std::uint64_t kFar = limits::kLamportJumpMax + 1'000;
} // namespace

class TestReissued : public QObject, private TwoTablets
{
    Q_OBJECT

private:
    StreamId m_team;
    seal::SealedChange m_own; // of tablet a, held

    [[nodiscard]] std::filesystem::path file() const { return m_dir->filePath("a/tablet.db").toStdString(); }
    [[nodiscard]] DeviceId a() const { return m_a->file().device; }
    [[nodiscard]] merge::RegisterView view(EngineTablet &tablet) const
    {
        const auto plan = tablet->openPlan(m_home->sofie.person, m_home->sofie, kPlan);
        return plan ? plan->fields.at(0).view : merge::RegisterView();
    }
    [[nodiscard]] std::vector<engine::ResponseShown> answers(EngineTablet &tablet) const
    {
        return must(tablet->openResident(m_home->sofie.person, m_home->sofie)).responses;
    }
    /** What stands in the stream of the closed tablet. */
    [[nodiscard]] std::vector<seal::SealedChange> rows() const
    {
        journal::OpenOptions options;
        options.readOnly = true;
        auto journal = must(journal::Journal::open(file(), options));
        std::vector<seal::SealedChange> out;
        must(journal.readStream(m_team, 0, [&](journal::StoredChange &&stored) {
            out.push_back(std::move(stored.change));
            return true;
        }));
        return out;
    }
    [[nodiscard]] seal::SealedChange newest() const
    {
        std::vector<seal::SealedChange> all = rows();
        return all.back();
    }
    [[nodiscard]] std::uint64_t lamport() const
    {
        journal::OpenOptions options;
        options.readOnly = true;
        auto journal = must(journal::Journal::open(file(), options));
        return must(journal.lamport(m_team));
    }
    [[nodiscard]] wire::v1::Change words(const seal::SealedChange &change) const
    {
        return must(seal::readChange(change, m_home->keyOf(m_team)));
    }
    /** A change that nobody on a tablet wrote: signed by `secret` in the name of `device`. */
    seal::SealedChange append(const wire::v1::Change &content, const seal::SignSecret &secret,
                              const DeviceId &device, std::uint64_t inc = 777)
    {
        wire::v1::Header header;
        header.set_inc(inc);
        header.set_ctr(1);
        header.set_lamport(must(m_server->journal().lamport(m_team)) + 1);
        header.set_key(1);
        header.set_op_schema(kOpSchema);
        const std::vector anew{seal::sealChange(m_team, header, must(seal::encodeChange(content)),
                                                m_home->keyOf(m_team), seededRandom(inc))};
        auto transaction = must(journal::Transaction::begin(m_server->journal().database()));
        must(m_server->journal().append(anew));
        must(m_server->journal().keepProof(seal::prove(device, secret, Hash256{}, anew)));
        must(transaction.commit());
        return anew.front();
    }
    seal::SealedChange officeLetsItIn(const wire::v1::Change &content)
    {
        return append(content, TestHome::serverSecret(), DeviceId{m_home->id().data});
    }
    [[nodiscard]] wire::v1::Change reissue() const
    {
        return seal::reissueOf(words(m_own), m_own, m_home->id());
    }

private Q_SLOTS:
    /** Tablet a has written far above the stream, and the office holds it. */
    void init()
    {
        makeAnew();
        m_server->identity = TestHome::serverSecret();
        m_team = m_home->streamOf(m_home->sofie, StreamKind::Team);
        QVERIFY(run(*m_a).ok());
        QVERIFY(run(*m_b).ok());
        m_a->close();
        {
            auto journal = must(journal::Journal::open(file(), {}));
            auto transaction = must(journal::Transaction::begin(journal.database()));
            auto row = must(journal.database().prepare(
                "INSERT INTO stream(stream, set_hash, lamport) VALUES(?1, zeroblob(32), ?2)"));
            const std::string stream = m_team.str();
            must(row.bindBlob(1, stream).bindUnsigned(2, kFar).run());
            must(transaction.commit());
        }
        m_a->reopen();
        write(*m_a, kWords);
        m_server->devices[a()].grants.erase(m_team); // any reason will do
        QVERIFY(run(*m_a).ok());
        QCOMPARE((*m_a)->sync().heldAtOffice, std::uint64_t(1));
        m_server->devices[a()].grants.insert(m_team);
        m_a->close();
        m_own = newest();
        QCOMPARE(m_own.lamport, kFar + 1);
        m_a->reopen();
    }

    void itStandsOnceUnderTheOfficesId()
    {
        const auto anew = officeLetsItIn(reissue());
        QVERIFY(run(*m_a).ok());
        QCOMPARE(view(*m_a).versions.size(), std::size_t(1));
        QCOMPARE(merge::textOf(view(*m_a)), kWords);
        QCOMPARE(view(*m_a).heads.at(0).inc, anew.dot.inc);
        QCOMPARE((*m_a)->sync().heldAtOffice, std::uint64_t(0));
        QCOMPARE((*m_a)->sync().onlyHere, std::uint64_t(0));
        QCOMPARE((*m_a)->sync().notSafe,
                 std::uint64_t(2)); // the definition, and this until the office's one is
        m_server->safeUpto = must(m_server->journal().end()).seq;
        QVERIFY(run(*m_a).ok());
        QCOMPARE((*m_a)->sync().notSafe, std::uint64_t(0));
    }

    /** What is written next does not jump as far, and both tablets show the same. */
    void whatIsWrittenNextStandsJustAboveTheStream()
    {
        officeLetsItIn(reissue());
        QVERIFY(run(*m_a).ok());
        m_a->close();
        QCOMPARE(lamport(), must(m_server->journal().lamport(m_team)));
        m_a->reopen();
        write(*m_a, "Det næste.");
        m_a->close();
        QCOMPARE(newest().lamport, must(m_server->journal().lamport(m_team)) + 1);
        m_a->reopen();
        QVERIFY(run(*m_a).ok());
        QVERIFY(run(*m_b).ok());
        QCOMPARE(merge::textOf(view(*m_a)), std::string("Det næste."));
        QCOMPARE(merge::textOf(view(*m_b)), std::string("Det næste."));
        QCOMPARE(view(*m_b).versions.size(), std::size_t(1));
    }

    /** Its empty place is offered to nobody, also not to a server that lost everything. */
    void itsEmptyPlaceIsNotOffered()
    {
        officeLetsItIn(reissue());
        QVERIFY(run(*m_a).ok());
        for (const wire::v1::Have &have : must((*m_a)->syncPort().haves())) {
            for (const wire::v1::Range &range : have.ranges()) {
                const bool itsPlace = have.stream() == m_team.str() &&
                                      range.inc() == static_cast<std::uint64_t>(m_own.dot.inc) &&
                                      range.first() <= m_own.dot.ctr && range.last() >= m_own.dot.ctr;
                QVERIFY(!itsPlace);
            }
        }
        must((*m_a)->syncPort().storeEpoch(99, true));
        QCOMPARE((*m_a)->sync().notSafe,
                 std::uint64_t(2)); // the definition and the office's: not its old place
    }

    /** Both jumped, so both were held; the office accepts both, in either order, or the answer alone. */
    void aWithdrawnAnswerStaysWithdrawn_data()
    {
        QTest::addColumn<QString>("how");
        for (const char *how : {"in order", "the withdrawal first", "too long to say where it stood"}) {
            QTest::newRow(how) << how;
        }
    }
    void aWithdrawnAnswerStaysWithdrawn()
    {
        QFETCH(QString, how);
        m_server->devices[a()].grants.erase(m_team);
        auto &engine = **m_a;
        const auto &sofie = m_home->sofie;
        const auto draft = must(engine.beginForm(sofie.person, sofie, kWellbeing, {}));
        must(engine.chooseAnswer(draft.id, "selv", "ret-godt"));
        must(engine.setReaders(draft.id, StreamKind::Team));
        must(engine.sendDraft(draft.id));
        must(engine.settleSent());
        QVERIFY(run(*m_a).ok());
        must(engine.withdraw(sofie.person, sofie, answers(*m_a).at(0).id));
        QVERIFY(run(*m_a).ok());
        m_server->devices[a()].grants.insert(m_team);
        m_a->close();
        auto held = rows();
        held.erase(held.begin(), held.end() - 2); // the answer, its withdrawal
        m_a->reopen();
        if (how == "the withdrawal first") {
            std::swap(held[0], held[1]);
        }
        std::uint64_t inc = 900;
        for (const seal::SealedChange &one : held) {
            QVERIFY(one.lamport > kFar);
            auto content = seal::reissueOf(words(one), one, m_home->id());
            if (how.startsWith("too long")) {
                content.clear_reissued();
            }
            append(content, TestHome::serverSecret(), DeviceId{m_home->id().data}, inc++);
            QVERIFY(run(*m_b).ok());
        }
        QVERIFY(run(*m_a).ok());
        QCOMPARE(answers(*m_b).size(), std::size_t(0));
        QCOMPARE(answers(*m_a).size(), std::size_t(0));
        m_a->reopen();
        QCOMPARE(answers(*m_a).size(), std::size_t(0));
    }

    void whatDoesNotSayTheSameTakesNothingAway_data()
    {
        QTest::addColumn<QString>("how");
        for (const char *how : {"other words", "fewer words", "another hash", "another place",
                                "no word of it", "another tablet signed", "nobody signed"}) {
            QTest::newRow(how) << how;
        }
    }
    void whatDoesNotSayTheSameTakesNothingAway()
    {
        QFETCH(QString, how);
        wire::v1::Change content = reissue();
        if (how == "other words") {
            content.mutable_ops(0)->set_text("Noget helt andet.");
        } else if (how == "fewer words") {
            content.clear_ops();
        } else if (how == "another hash") {
            content.mutable_reissued()->set_hash(std::string(32, 'x'));
        } else if (how == "another place") {
            content.mutable_reissued()->set_ctr(m_own.dot.ctr + 1);
        } else if (how == "no word of it") {
            content.clear_reissued();
        }
        if (how == "another tablet signed") {
            append(content, m_b->file().sign, m_b->file().device);
        } else if (how == "nobody signed") {
            append(content, m_b->file().sign, DeviceId{m_home->id().data});
        } else {
            officeLetsItIn(content);
        }
        QVERIFY(run(*m_a).ok());
        QCOMPARE((*m_a)->sync().heldAtOffice, std::uint64_t(1));
        m_a->close();
        const auto all = rows();
        QVERIFY(std::any_of(all.begin(), all.end(), [this](const seal::SealedChange &one) {
            return one.id() == m_own.id() && !one.gone && one.ct == m_own.ct;
        }));
        m_a->reopen();
        QVERIFY(!view(*m_a).versions.empty());
    }

    /** In the log under its own id it is everybody's: nothing here may take it away. */
    void whatTheOfficeHasUnderItsOwnIdStays()
    {
        must((*m_a)->syncPort().markDurable(m_team, {m_own.dot.inc, m_own.dot.ctr, m_own.dot.ctr}, {}));
        officeLetsItIn(reissue());
        QVERIFY(run(*m_a).ok());
        m_a->close();
        const auto all = rows();
        QVERIFY(std::any_of(all.begin(), all.end(), [this](const seal::SealedChange &one) {
            return one.id() == m_own.id() && !one.gone;
        }));
    }

    /** The office says so when it is offered, also where the tablet may not read what the office wrote. */
    void theOfficesWordEndsTheWaiting()
    {
        must((*m_a)->syncPort().markReissued(m_team, m_own.dot));
        QCOMPARE((*m_a)->sync().heldAtOffice, std::uint64_t(0));
        QCOMPARE((*m_a)->sync().notSafe, std::uint64_t(2));
        QCOMPARE(merge::textOf(view(*m_a)), kWords); // it stays to be read
        officeLetsItIn(reissue());
        QVERIFY(run(*m_a).ok());
        QCOMPARE(view(*m_a).versions.size(), std::size_t(1));
        QCOMPARE((*m_a)->sync().notSafe, std::uint64_t(2));
    }

    /** What the office wrote was not for this tablet to read: nobody says that the office still has it. */
    void whatStandsHereIsNotSafeAtAnotherOffice_data()
    {
        QTest::addColumn<bool>("isSafe");
        QTest::newRow("in a backup") << true;
        QTest::newRow("at the office") << false;
    }
    void whatStandsHereIsNotSafeAtAnotherOffice()
    {
        QFETCH(bool, isSafe);
        auto &port = (*m_a)->syncPort();
        must(port.markReissued(m_team, m_own.dot));
        if (isSafe) {
            wire::v1::Safe safe;
            safe.add_streams()->set_stream(m_team.str());
            wire::v1::Range *range = safe.mutable_streams(0)->add_ranges();
            range->set_inc(static_cast<std::uint64_t>(m_own.dot.inc));
            range->set_first(m_own.dot.ctr);
            range->set_last(m_own.dot.ctr);
            must(port.markSafe(safe));
        }
        QCOMPARE((*m_a)->sync().onlyHere, std::uint64_t(0));
        must(m_server->renewEpoch());
        must(port.storeEpoch(m_server->epoch(), true));
        QCOMPARE((*m_a)->sync().onlyHere, std::uint64_t(1));
        QVERIFY(run(*m_a).ok());
        QCOMPARE((*m_a)->sync().onlyHere, std::uint64_t(0));
        const auto held = must(m_server->journal().find(m_own.id()));
        QVERIFY(held && held->change.ct == m_own.ct); // offered, and taken
    }

    /** An older server, or one that was set back, has it under its own id after all. */
    void itComesBackUnderItsOwnId()
    {
        officeLetsItIn(reissue());
        QVERIFY(run(*m_a).ok());
        session::TabletPort::Received received;
        received.changes = {m_own};
        received.upto = {must((*m_a)->syncPort().state()).cursor};
        must((*m_a)->syncPort().storeChanges(received));
        m_a->close();
        const auto all = rows();
        QVERIFY(std::any_of(all.begin(), all.end(), [this](const seal::SealedChange &one) {
            return one.id() == m_own.id() && !one.gone;
        }));
    }

    /** More than one Hello takes: each is offered once a day all the same. */
    void howeverManyAreHeldEachIsOfferedAgain()
    {
        constexpr std::size_t kMany = limits::kPendingRangesMax + 5;
        m_a->close();
        {
            auto journal = must(journal::Journal::open(file(), {}));
            auto transaction = must(journal::Transaction::begin(journal.database()));
            for (std::size_t i = 0; i < kMany; ++i) { // one incarnation each, so each is a range of its own
                wire::v1::Header header;
                header.set_inc(1'000'000 + i);
                header.set_ctr(1);
                header.set_lamport(1);
                header.set_key(1);
                header.set_op_schema(kOpSchema);
                const auto one = seal::sealChange(m_team, header, must(seal::encodeChange(words(m_own))),
                                                  m_home->keyOf(m_team), seededRandom(i + 1));
                must(journal.append(one));
                auto &db = journal.database();
                auto own = must(db.prepare("INSERT INTO own_incarnation(inc) VALUES(?1)"));
                must(own.bindUnsigned(1, header.inc()).run());
                auto row = must(db.prepare(
                    "INSERT INTO outbox(stream, inc, ctr, state, reason) VALUES(?1, ?2, 1, 3, 6)"));
                const std::string stream = m_team.str();
                must(row.bindBlob(1, stream).bindUnsigned(2, header.inc()).run());
            }
            must(transaction.commit());
        }
        m_a->reopen();
        QCOMPARE((*m_a)->sync().heldAtOffice, std::uint64_t(kMany + 1));
        m_a->nowMs += 25LL * 60 * 60 * 1000;
        QVERIFY(run(*m_a).ok());
        QCOMPARE((*m_a)->sync().heldAtOffice, std::uint64_t(0)); // nothing is in their way any more
    }
};

QTEST_GUILESS_MAIN(TestReissued)
#include "tst_reissued.moc"
