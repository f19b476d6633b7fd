// Codes that staff have chosen on their tablets: only who knows the code in use gets another one, and only
// for themselves.
#include "proto/base/limits.h"
#include "proto/domain/code_wish.h"
#include "proto/seal/boxed_change.h"
#include "proto/seal/hasher.h"
#include "sync-server/audit_rows.h"
#include "sync-server/code_watch.h"
#include "sync-server/code_wishes.h"
#include "sync-server/inbox.h"
#include "tests/server/home_builder.h"
#include "tests/support/must.h"

#include <QTest>

using namespace trivsel;
using namespace trivsel::server;
using namespace trivsel::testing;
using domain::CodeAnswer;
using trivsel::test::must;

namespace {

constexpr std::int64_t kNowMs = 1'790'000'000'000;

/** As quick as Argon2id is slow. */
Result<seal::PasscodeHash> quick(std::string_view code, const seal::PasscodeSalt &salt, seal::KdfCost cost)
{
    seal::PasscodeHash out;
    const auto memory = littleEndian(cost.memoryKib);
    out.data = seal::Hasher<32>().add(code).add(salt.view()).add(seal::viewOf(memory)).finish<Hash256>().data;
    return out;
}

} // namespace

class TestCodeWishes : public QObject
{
    Q_OBJECT

private:
    struct Made
    {
        PersonId person;
        std::string inUse;
        std::string chosen;
        seal::KdfCost cost{};
    };
    std::unique_ptr<BuiltHome> m_home;
    Tablet m_stue;
    Tablet m_mobil;
    PersonId m_mette;
    PersonId m_ali;
    std::uint64_t m_inc = 1'000;
    std::int64_t m_now = kNowMs;

    seal::PasscodeVerifier verifier(const std::string &digits, seal::KdfCost cost = {})
    {
        return must(seal::makeVerifier(digits, cost, quick, m_home->random()));
    }
    void giveCode(const PersonId &person, const std::string &digits)
    {
        m_home->change(person, [&](domain::Person &who) { who.code = verifier(digits).str(); });
    }
    bool opensWith(const PersonId &person, const std::string &digits)
    {
        must(m_home->store().refresh());
        const auto known = seal::PasscodeVerifier::from(m_home->store().model().person(person)->code);
        return known && must(seal::matches(digits, *known, quick));
    }
    domain::SealedCodeWish sealed(const Made &made, const PersonId &forWhom)
    {
        const auto id = randomBytes<EntityId>(m_home->random());
        const std::string plain = domain::encodeCodeWish(
            {m_home->store().server().home, made.person, id, made.inUse, verifier(made.chosen, made.cost)});
        const auto to = seal::boxKeyOf(seal::publicOf(m_home->store().server().identity));
        return {id, forWhom, seal::sealBox(*to, plain)};
    }
    seal::SealedChange changeOf(const wire::v1::Op &op)
    {
        const StreamId stream = m_home->store().server().homeStream;
        wire::v1::Change change;
        *change.add_ops() = op;
        wire::v1::Header header;
        header.set_inc(++m_inc);
        header.set_ctr(1);
        header.set_lamport(5);
        header.set_key(1);
        header.set_op_schema(1);
        return seal::sealChange(stream, header, must(seal::encodeChange(change)),
                                *m_home->store().keys().key(stream, 1), m_home->random());
    }
    void push(const Tablet &tablet, const wire::v1::Op &op)
    {
        const auto push = m_home->push(tablet, m_home->store().server().homeStream, {changeOf(op)});
        auto transaction = journal::Transaction::begin(m_home->store().journal().database());
        Inbox inbox(m_home->store());
        must(inbox.store(push, 1));
        must(transaction->commit());
    }
    EntityId ask(const Tablet &tablet, const Made &made)
    {
        const auto wish = sealed(made, made.person);
        push(tablet, domain::writeCodeWish(wish));
        return wish.id;
    }
    CodesSettled settle()
    {
        must(m_home->store().refresh());
        return must(settleCodes(m_home->store(), {m_home->random(), m_now}, quick));
    }
    std::optional<CodeAnswer> answerTo(const EntityId &wish)
    {
        return m_home->store().authority().codeAnswer(wish);
    }
    int looks(wire::v1::AuditAction action)
    {
        int found = 0;
        for (const AuditLine &line :
             must(readAudit(m_home->store(), [](const domain::StreamInfo &) { return true; })).lines) {
            found += line.entry && line.entry->action == action && line.entry->person == m_mette ? 1 : 0;
        }
        return found;
    }

private Q_SLOTS:
    void init()
    {
        m_now = kNowMs;
        m_home = std::make_unique<BuiltHome>();
        m_stue = m_home->addTablet("Fællesstuen", domain::DeviceKind::Shared);
        m_mobil = m_home->addTablet("Mobil", domain::DeviceKind::Staff);
        m_mette = m_home->addStaff("Mette");
        m_ali = m_home->addStaff("Ali");
        giveCode(m_mette, "111222");
        giveCode(m_ali, "333444");
        must(makeAuditStreams(m_home->store(), {m_home->random(), m_now}));
    }

    void whoKnowsTheCodeInUseGetsAnother()
    {
        const EntityId wish = ask(m_stue, {m_mette, "111222", "908172"});
        const auto settled = settle();
        QCOMPARE(settled.taken, std::size_t{1});
        QVERIFY(opensWith(m_mette, "908172"));
        QVERIFY(!opensWith(m_mette, "111222"));
        QVERIFY(opensWith(m_ali, "333444"));
        QCOMPARE(answerTo(wish), std::optional(CodeAnswer::Taken));
        QCOMPARE(looks(wire::v1::AUDIT_ACCESS), 1);
        const auto end = must(m_home->store().journal().end()).seq;
        QCOMPARE(settle().taken, std::size_t{0}); // once
        QCOMPARE(must(m_home->store().journal().end()).seq, end);
    }

    void twoInARowAreTakenInTheirOrder()
    {
        ask(m_stue, {m_mette, "111222", "908172"});
        ask(m_stue, {m_mette, "908172", "554433"});
        QCOMPARE(settle().taken, std::size_t{2});
        QVERIFY(opensWith(m_mette, "554433"));
    }

    void aWrongCodeChangesNothingAndIsWrittenDown()
    {
        const EntityId wish = ask(m_stue, {m_mette, "111223", "908172"});
        QCOMPARE(settle().refused, std::size_t{1});
        QVERIFY(opensWith(m_mette, "111222"));
        QCOMPARE(answerTo(wish), std::optional(CodeAnswer::Refused));
        QCOMPARE(looks(wire::v1::AUDIT_SIGN_IN_REFUSED), 1);
        QCOMPARE(looks(wire::v1::AUDIT_ACCESS), 0);
    }

    void nobodyGivesSomebodyElseACode()
    {
        // One's own code in use, and somebody else's name: inside the box, outside, or both.
        push(m_stue, domain::writeCodeWish(sealed({m_mette, "333444", "908172"}, m_mette)));
        push(m_stue, domain::writeCodeWish(sealed({m_ali, "333444", "908172"}, m_mette)));
        push(m_mobil, domain::writeCodeWish(sealed({m_mette, "333444", "908172"}, m_ali)));
        QCOMPARE(settle().refused, std::size_t{3});
        // The code itself, as only the office may write it.
        domain::Person mette = *m_home->store().model().person(m_mette);
        mette.code = verifier("908172").str();
        const auto fold = must(m_home->store().folds().upToDate(m_home->store().server().homeStream));
        for (const wire::v1::Op &op : domain::writePerson(mette, *fold)) {
            push(m_mobil, op);
        }
        // An answer that the office never gave.
        const auto waits = sealed({m_mette, "111222", "908173"}, m_mette);
        push(m_mobil, domain::writeCodeAnswer(waits.id, CodeAnswer::Refused, merge::Fold{}).front());
        push(m_mobil, domain::writeCodeWish(waits));
        QVERIFY(opensWith(m_mette, "111222"));
        QCOMPARE(settle().taken, std::size_t{1}); // that of Mette's own
        QVERIFY(opensWith(m_mette, "908173"));
        QVERIFY(opensWith(m_ali, "333444"));
    }

    void aBoxIsGoodForItsOwnWishAlone()
    {
        const auto real = sealed({m_mette, "111222", "908172"}, m_mette);
        push(m_stue, domain::writeCodeWish(real));
        QCOMPARE(settle().taken, std::size_t{1});
        giveCode(m_mette, "111222"); // the old one once more
        push(m_mobil, domain::writeCodeWish(real));
        push(m_mobil, domain::writeCodeWish({randomBytes<EntityId>(m_home->random()), m_mette, real.box}));
        QCOMPARE(settle().refused, std::size_t{1});
        QVERIFY(opensWith(m_mette, "111222"));
    }

    /** It would be checked the next time, while others wait. One that stands there already still opens. */
    void aCodeThatTakesMoreThanOursIsRefused_data()
    {
        QTest::addColumn<quint32>("passes");
        QTest::addColumn<quint32>("memoryKib");
        QTest::addColumn<bool>("taken");
        const seal::KdfCost own;
        QTest::newRow("ours") << own.passes << own.memoryKib << true;
        QTest::newRow("more memory") << own.passes << own.memoryKib + 1 << false;
        QTest::newRow("more passes") << own.passes + 1 << own.memoryKib << false;
        QTest::newRow("the most") << seal::kKdfCostMax.passes << seal::kKdfCostMax.memoryKib << false;
    }
    void aCodeThatTakesMoreThanOursIsRefused()
    {
        QFETCH(quint32, passes);
        QFETCH(quint32, memoryKib);
        QFETCH(bool, taken);
        const EntityId wish = ask(m_stue, {m_mette, "111222", "908172", {passes, memoryKib}});
        const auto settled = settle();
        QCOMPARE(settled.taken, std::size_t(taken ? 1 : 0));
        QCOMPARE(settled.tooCostly, std::size_t(taken ? 0 : 1));
        QCOMPARE(answerTo(wish), std::optional(taken ? CodeAnswer::Taken : CodeAnswer::Refused));
        QVERIFY(opensWith(m_mette, taken ? "908172" : "111222"));
    }

    void oneThatTookMoreBeforeStillOpens()
    {
        m_home->change(m_mette, [&](domain::Person &who) {
            who.code = verifier("111222", {2, 128 * 1024}).str();
        });
        ask(m_stue, {m_mette, "111222", "908172"});
        QCOMPARE(settle().taken, std::size_t{1});
        QVERIFY(opensWith(m_mette, "908172"));
    }

    /** A program that is gone: tried less and less often, and said once. */
    void aChildThatCantBeStartedIsTriedLessAndLess()
    {
        const QTemporaryDir dir;
        BackupPlan plan;
        plan.program = dir.filePath(QStringLiteral("program")).toStdString();
        const BackupChild::Clock::time_point start{};
        CodeWatch watch(m_home->store(), plan, start);
        QVERIFY(!must(watch.tick(start)));
        ask(m_stue, {m_mette, "111222", "908172"});
        must(m_home->store().refresh());
        QCOMPARE(must(watch.tick(start)), std::optional(-1));
        auto waited = CodeWatch::kAgain;
        auto now = start;
        for (int round = 0; round < 8; ++round) { // 1, 2, 4 … 60 minutes
            now += waited - std::chrono::seconds(1);
            std::filesystem::create_symlink("/bin/true", plan.program);
            QVERIFY(!must(watch.tick(now)));
            QVERIFY2(!watch.running(), qPrintable(QString::number(round))); // not before its time
            std::filesystem::remove(plan.program);
            now += std::chrono::seconds(1);
            QVERIFY(!must(watch.tick(now))); // it has been said
            waited = std::min(2 * waited, CodeWatch::kStartAgainMax);
        }
        QCOMPARE(waited, CodeWatch::kStartAgainMax);
        std::filesystem::create_symlink("/bin/true", plan.program);
        now += waited;
        QVERIFY(!must(watch.tick(now)));
        QVERIFY(watch.running());
    }

    void guessesWaitAndOnlyOfTheirTablet()
    {
        for (const char *guess : {"000001", "000002", "000003", "000004"}) {
            ask(m_mobil, {m_mette, guess, "908172"});
        }
        const auto first = settle();
        QCOMPARE(first.refused, std::size_t{3});
        QCOMPARE(first.waiting, std::size_t{1});
        QCOMPARE(codesWaiting(m_home->store()), std::size_t{1});
        const EntityId own = ask(m_stue, {m_mette, "111222", "665544"});
        QCOMPARE(settle().taken, std::size_t{1});
        QCOMPARE(answerTo(own), std::optional(CodeAnswer::Taken));
        m_now += 4'999;
        QCOMPARE(settle().waiting, std::size_t{1});
        m_now += 1;
        QCOMPARE(settle().refused, std::size_t{1});
        QCOMPARE(codesWaiting(m_home->store()), std::size_t{0});
        // Its next one, the right one, comes after it.
        ask(m_mobil, {m_mette, "665544", "908172"});
        QCOMPARE(settle().waiting, std::size_t{1});
        m_now -= 365LL * 24 * 3600 * 1000; // the server's clock falls back: the wait begins anew, and ends
        QCOMPARE(settle().waiting, std::size_t{1});
        m_now += 15'000;
        QCOMPARE(settle().taken, std::size_t{1});
        ask(m_mobil, {m_mette, "000001", "908172"}); // from the beginning
        QCOMPARE(settle().refused, std::size_t{1});
        ask(m_mobil, {m_mette, "908172", "123987"});
        QCOMPARE(settle().taken, std::size_t{1});
    }

    void whoMayNotAskIsNotHeard()
    {
        const Tablet lost = m_home->addTablet("Væk", domain::DeviceKind::Staff, true);
        const PersonId guest = m_home->addStaff("Mentor", domain::Role::ROLE_MENTOR);
        const EntityId ofLost = ask(lost, {m_mette, "111222", "908172"});
        ask(m_stue, {guest, "111222", "908172"});
        ask(m_stue, {filledPerson(), "111222", "908172"});
        // Nobody vouches for it.
        m_home->append({changeOf(domain::writeCodeWish(sealed({m_mette, "111222", "908172"}, m_mette)))});
        m_home->change(m_ali, [](domain::Person &who) { who.active = false; });
        ask(m_stue, {m_ali, "333444", "908172"});
        const auto settled = settle();
        QCOMPARE(settled.taken + settled.refused + settled.waiting, std::size_t{0});
        QVERIFY(!answerTo(ofLost));
        QVERIFY(opensWith(m_mette, "111222"));
    }

    void aVerifierThatIsTooCheapIsRefused()
    {
        const seal::KdfCost right;
        ask(m_stue, {m_mette, "111222", "908172", {right.passes, right.memoryKib - 1}});
        QCOMPARE(settle().refused, std::size_t{1});
        QVERIFY(opensWith(m_mette, "111222"));
        ask(m_stue, {m_mette, "111222", "908172", right});
        QCOMPARE(settle().taken, std::size_t{1});
    }

    void whatTheOfficeDrewMeanwhileStands()
    {
        ask(m_stue, {m_mette, "111222", "908172"});
        giveCode(m_mette, "777333");
        QCOMPARE(settle().refused, std::size_t{1});
        QVERIFY(opensWith(m_mette, "777333"));
    }

    void whatIsNoWishIsNoWish()
    {
        push(m_stue, domain::writeCodeWish({randomBytes<EntityId>(m_home->random()), m_mette, "no box"}));
        const auto to = seal::boxKeyOf(seal::publicOf(m_home->store().server().identity));
        push(m_mobil, domain::writeCodeWish({randomBytes<EntityId>(m_home->random()), m_mette,
                                             seal::sealBox(*to, "something else")}));
        QCOMPARE(settle().refused, std::size_t{2});
        QVERIFY(opensWith(m_mette, "111222"));
    }

private:
    static PersonId filledPerson()
    {
        PersonId out;
        out.data.fill(7);
        return out;
    }
};

QTEST_GUILESS_MAIN(TestCodeWishes)
#include "tst_code_wishes.moc"
