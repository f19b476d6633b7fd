// Who of the staff sits at the tablet: codes, waiting, locking, leases, shift codes, emergencies, and what is
// written down of it.
#include "app/engine/audit_log.h"
#include "tests/app/engine/test_home.h"
#include "tests/support/must.h"

#include <QTemporaryDir>
#include <QTest>

#include <deque>
#include <fstream>

using namespace trivsel;
using namespace trivsel::test;
using engine::SignInAnswer;
using engine::SignInKind;
using Outcome = engine::SignInAnswer::Outcome;

namespace {

constexpr std::int64_t kHourMs = 60LL * 60 * 1000;
constexpr std::int64_t kDayMs = 24 * kHourMs;
constexpr std::int64_t kNowMs = 1'790'000'000'000;

} // namespace

class TestSignIn : public QObject
{
    Q_OBJECT

private:
    using Job = std::function<std::function<void()>()>;

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<TestHome> m_home;
    std::unique_ptr<EngineTablet> m_tablet;
    std::unique_ptr<engine::Engine> m_engine;
    std::deque<Job> m_jobs; // what the worker has not done yet
    bool m_later = false;   // the worker takes its time
    bool m_noMemory = false;
    int m_derived = 0;
    std::int64_t m_uptime = 1'000;
    std::int64_t m_wall = kNowMs;

    /** The tablet as the product sets it up, with a clock, an uptime and a worker that the test holds. */
    void start(TabletKind kind = TabletKind::Staff)
    {
        m_tablet = std::make_unique<EngineTablet>(*m_home, m_dir->filePath(QStringLiteral("t")).toStdString(),
                                                  "Mobil", 1, kind);
        m_home->meet(**m_tablet);
        m_tablet->close();
        open();
    }

    void open()
    {
        m_engine.reset();
        engine::EngineConfig config = m_tablet->config();
        config.catalogue = catalogueWithSafetyPlan();
        config.clock = [this] { return m_wall; };
        config.signIn.askForCodes =
            engine::SignInConfig{}.askForCodes; // what nobody has said is the safe one
        config.signIn.uptime = [this] { return m_uptime; };
        config.signIn.worker = [this](Job job) {
            if (m_later) {
                m_jobs.push_back(std::move(job));
            } else {
                job()();
            }
        };
        config.signIn.kdf = [this](std::string_view code, const seal::PasscodeSalt &salt,
                                   seal::KdfCost cost) -> Result<seal::PasscodeHash> {
            ++m_derived;
            return m_noMemory ? fail(Errc::Internal, "no memory")
                              : seal::systemPasscodeKdf()(code, salt, cost);
        };
        m_engine = must(engine::Engine::open(config));
    }

    SignInAnswer signIn(const Who &who, const std::string &code)
    {
        SignInAnswer got;
        int called = 0;
        m_engine->signIn(who.person, code, [&](const SignInAnswer &answer) {
            got = answer;
            ++called;
        });
        return called == 1 ? got : SignInAnswer{};
    }

    SignInAnswer shift(const std::string &code)
    {
        SignInAnswer got;
        m_engine->signInWithShiftCode(code, [&](const SignInAnswer &answer) { got = answer; });
        return got;
    }

    void pass(std::int64_t ms)
    {
        m_uptime += ms;
        m_wall += ms;
    }

    Status readsSafety(const Who &who)
    {
        const auto plan = m_engine->openPlan(m_home->sofie.person, who, kSafetyPlan);
        return plan ? Status() : tl::unexpected(plan.error());
    }

    std::vector<domain::AuditEntry> audit() { return must(m_engine->audit()); }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>(QString::fromStdString(scratchTemplate()));
        m_home = std::make_unique<TestHome>();
        m_home->giveCode(m_home->mette, "123456");
        m_home->giveCode(m_home->ali, "654321");
        m_home->addSafety(m_home->sofie);
        m_jobs.clear();
        m_later = m_noMemory = false;
        m_derived = 0;
        m_uptime = 1'000;
        m_wall = kNowMs;
    }
    void cleanup()
    {
        m_engine.reset();
        m_tablet.reset();
    }

    void theRightCodeOpensAndTheWrongOneDoesNot()
    {
        start();
        QVERIFY(!m_engine->openResident(m_home->sofie.person, m_home->mette));
        QVERIFY(signIn(m_home->mette, "123457").outcome == Outcome::WrongCode);
        QVERIFY(!m_engine->openResident(m_home->sofie.person, m_home->mette));
        const SignInAnswer answer = signIn(m_home->mette, "123 456");
        QVERIFY(answer.outcome == Outcome::Ok);
        QVERIFY(answer.session.kind == SignInKind::Code && answer.session.who == m_home->mette);
        QVERIFY(!answer.session.token.isNull());
        QVERIFY(m_engine->openResident(m_home->sofie.person, m_home->mette));
    }

    void whoIsSignedInActsAndNobodyElse()
    {
        start();
        QVERIFY(signIn(m_home->mette, "123456").outcome == Outcome::Ok);
        QVERIFY(!m_engine->openResident(m_home->sofie.person, m_home->ali));
        QVERIFY(!m_engine->openPlan(m_home->sofie.person, m_home->ali, kPlan));
        QVERIFY(!m_engine->waiting(m_home->ali));
        QVERIFY(!m_engine->beginForm(m_home->sofie.person, m_home->ali, kWellbeing, {}));
        QVERIFY(m_engine->waiting(m_home->mette));
        // Another one signs in: the first is out, and knows it by the token.
        const auto before = m_engine->signedIn().token;
        QVERIFY(signIn(m_home->ali, "654321").outcome == Outcome::Ok);
        QVERIFY(m_engine->signedIn().token != before);
        QVERIFY(!m_engine->waiting(m_home->mette));
        m_engine->signOut();
        QVERIFY(m_engine->signedIn().kind == SignInKind::Nobody);
        QVERIFY(m_engine->signedIn().token.isNull());
        QVERIFY(!m_engine->waiting(m_home->ali));
    }

    void withoutACodeTheOfficeMustGiveOne()
    {
        start();
        QVERIFY(signIn(m_home->lone, "000000").outcome == Outcome::NoCode);
        QVERIFY(signIn(m_home->sofie, "000000").outcome == Outcome::NotHere); // residents have their pictures
        QVERIFY(signIn(Who{PersonId{{9}}, merge::Role::ROLE_STAFF}, "000000").outcome == Outcome::NotHere);
        QCOMPARE(m_derived, 0);
    }

    void aSharedTabletAsksStaffToo()
    {
        start(TabletKind::Shared);
        QVERIFY(!m_engine->openResident(m_home->sofie.person, m_home->mette));
        QVERIFY(
            m_engine->openResident(m_home->sofie.person, m_home->sofie)); // residents need no code of staff's
        QVERIFY(signIn(m_home->mette, "123456").outcome == Outcome::Ok);
        QVERIFY(m_engine->openResident(m_home->sofie.person, m_home->mette));
        QVERIFY(readsSafety(m_home->mette).error().code() == Errc::NotAllowed);
        QVERIFY(m_engine->openInEmergency(m_home->lone.person).outcome == Outcome::NotHere);
        QVERIFY(shift("111111").outcome == Outcome::NotHere);
    }

    void wrongCodesWaitPerAccountAndNeverForGood()
    {
        start();
        QCOMPARE(signIn(m_home->mette, "000000").waitMs, 0);
        QCOMPARE(signIn(m_home->mette, "000000").waitMs, 0);
        QCOMPARE(signIn(m_home->mette, "000000").waitMs, 5'000);
        QCOMPARE(m_derived, 3);
        pass(4'999);
        const SignInAnswer early = signIn(m_home->mette, "123456"); // the right one, too soon
        QVERIFY(early.outcome == Outcome::Wait);
        QCOMPARE(early.waitMs, 1);
        QCOMPARE(m_derived, 3);                                        // not even looked at
        QVERIFY(signIn(m_home->ali, "654321").outcome == Outcome::Ok); // another account waits for nothing
        pass(1);
        QVERIFY(signIn(m_home->mette, "123456").outcome == Outcome::Ok);
        QCOMPARE(m_engine->signInWaitMs(m_home->mette.person), 0);
    }

    void aStopOrAClockShortensNoWait()
    {
        start();
        for (int i = 0; i < 3; ++i) {
            (void)signIn(m_home->mette, "000000");
        }
        m_wall += kDayMs; // somebody sets the clock
        QVERIFY(signIn(m_home->mette, "123456").outcome == Outcome::Wait);
        pass(4'000);
        open();
        QCOMPARE(m_engine->signInWaitMs(m_home->mette.person), 5'000); // anew
        m_uptime = 0;                                                  // the device was switched off and on
        open();
        QCOMPARE(m_engine->signInWaitMs(m_home->mette.person), 5'000);
        pass(5'000);
        QVERIFY(signIn(m_home->mette, "123456").outcome == Outcome::Ok);
    }

    void aTryCountsAlsoWhenThePlugIsPulledMeanwhile()
    {
        start();
        m_later = true;
        for (int i = 0; i < 3; ++i) {
            m_engine->signIn(m_home->mette.person, "000000", [](const SignInAnswer &) {});
            m_jobs.clear(); // never answered
            open();
        }
        QCOMPARE(m_engine->signInWaitMs(m_home->mette.person), 5'000);
    }

    void theCoreNeverWaitsForTheWorker()
    {
        start();
        m_later = true;
        std::vector<Outcome> got;
        const auto note = [&](const SignInAnswer &answer) { got.push_back(answer.outcome); };
        m_engine->signIn(m_home->mette.person, "123456", note);
        QVERIFY(got.empty());
        QVERIFY(m_engine->openResident(m_home->sofie.person, m_home->mette).error().code() ==
                Errc::NotAllowed);
        m_engine->signIn(m_home->ali.person, "654321", note); // one at a time
        QVERIFY(got == std::vector{Outcome::Busy});
        const auto answer = m_jobs.front()();
        QCOMPARE(got.size(), std::size_t{1});
        answer();
        QVERIFY(got == (std::vector{Outcome::Busy, Outcome::Ok}));
        QVERIFY(m_engine->openResident(m_home->sofie.person, m_home->mette));
    }

    void whoLeavesWhileTheCodeIsCheckedIsNotLetIn()
    {
        start();
        m_later = true;
        std::vector<Outcome> got;
        m_engine->signIn(m_home->mette.person, "123456",
                         [&](const SignInAnswer &a) { got.push_back(a.outcome); });
        m_home->sendAway(m_home->mette);
        m_home->give(*m_engine);
        m_jobs.front()()();
        QVERIFY(got == std::vector{Outcome::NotHere});
        QVERIFY(m_engine->signedIn().kind == SignInKind::Nobody);
    }

    void noMemoryIsNoWrongCode()
    {
        start();
        m_noMemory = true;
        for (int i = 0; i < 5; ++i) {
            QVERIFY(signIn(m_home->mette, "123456").outcome == Outcome::Failed);
        }
        m_noMemory = false;
        QVERIFY(signIn(m_home->mette, "123456").outcome == Outcome::Ok);
    }

    void itLocksByItselfAndDropsWhatWasOpen()
    {
        start();
        QVERIFY(signIn(m_home->mette, "123456").outcome == Outcome::Ok);
        pass(119'999);
        QVERIFY(m_engine->signedIn().kind == SignInKind::Code);
        m_engine->touch();
        pass(119'999);
        QVERIFY(m_engine->openResident(m_home->sofie.person, m_home->mette));
        pass(1);
        QVERIFY(!m_engine->openResident(m_home->sofie.person, m_home->mette));
        QVERIFY(m_engine->signedIn().kind == SignInKind::Nobody);
        m_engine->touch(); // too late
        QVERIFY(m_engine->signedIn().kind == SignInKind::Nobody);
    }

    void afterSevenDaysStaffWriteAndReadNothing()
    {
        start();
        pass(7 * kDayMs - 120'000);
        QVERIFY(signIn(m_home->mette, "123456").outcome == Outcome::Ok);
        pass(119'999);
        QVERIFY(!m_engine->signedIn().leaseExpired);
        QVERIFY(m_engine->openResident(m_home->sofie.person, m_home->mette));
        m_engine->touch();
        pass(1);
        QVERIFY(m_engine->signedIn().leaseExpired);
        QVERIFY(!m_engine->openResident(m_home->sofie.person, m_home->mette));
        QVERIFY(!m_engine->openPlan(m_home->sofie.person, m_home->mette, kPlan));
        QVERIFY(!readsSafety(m_home->mette));
        QVERIFY(m_engine->beginForm(m_home->sofie.person, m_home->mette, kWellbeing, {})); // writing goes on
        QVERIFY(m_engine->openInEmergency(m_home->mette.person).outcome == Outcome::Ok);
        QVERIFY(readsSafety(m_home->mette));
        // The office answers a tablet that may not read: nothing it says of people came with that.
        must(m_engine->syncPort().storeClock(m_wall, m_wall, false));
        QVERIFY(m_engine->signedIn().leaseExpired);
        // It answers, and all is as before.
        must(m_engine->syncPort().storeClock(m_wall, m_wall, true));
        QVERIFY(signIn(m_home->mette, "123456").outcome == Outcome::Ok);
        QVERIFY(!m_engine->signedIn().leaseExpired);
        QVERIFY(m_engine->openResident(m_home->sofie.person, m_home->mette));
    }

    void theLeaseIsCountedOverAStop()
    {
        start();
        pass(3 * kDayMs);
        QVERIFY(signIn(m_home->mette, "123456").outcome == Outcome::Ok); // kept
        m_wall += 4 * kDayMs - 1;
        m_uptime = 0;
        open();
        QVERIFY(!m_engine->signedIn().leaseExpired);
        pass(1);
        QVERIFY(m_engine->signedIn().leaseExpired);
    }

    void anEmergencyOpensSafetyPlansAloneAndIsWrittenDown()
    {
        start();
        for (int i = 0; i < 9; ++i) {
            pass(m_engine->signInWaitMs(m_home->lone.person));
            (void)signIn(m_home->mette, "000000");
            pass(m_engine->signInWaitMs(m_home->mette.person));
        }
        (void)signIn(m_home->mette, "000000");
        QVERIFY(!readsSafety(m_home->lone)); // in nobody's team, without a code
        QVERIFY(m_engine->openInEmergency(m_home->lone.person).outcome ==
                Outcome::Ok); // lock-out never covers it
        QVERIFY(readsSafety(m_home->lone));
        QVERIFY(!m_engine->openPlan(m_home->sofie.person, m_home->lone, kPlan));
        QVERIFY(!m_engine->openResident(m_home->sofie.person, m_home->lone));
        QVERIFY(!m_engine->waiting(m_home->lone));
        QVERIFY(!m_engine->beginForm(m_home->sofie.person, m_home->lone, kWellbeing, {}));
        const auto entries = audit();
        const auto &in = entries[entries.size() - 2];
        const auto &read = entries.back();
        QVERIFY(in.action == wire::v1::AUDIT_SIGN_IN && in.purpose == wire::v1::PURPOSE_EMERGENCY);
        QVERIFY(read.action == wire::v1::AUDIT_READ && read.purpose == wire::v1::PURPOSE_EMERGENCY);
        QVERIFY(read.person == m_home->lone.person && read.about == m_home->sofie.person);
        QVERIFY(m_engine->openInEmergency(m_home->sofie.person).outcome == Outcome::NotHere);
    }

    void aShiftCodeOpensSafetyPlansAloneForOneShift()
    {
        m_home->addShiftCode("111111", kNowMs, kNowMs + 12 * kHourMs);
        m_home->addShiftCode("222222", kNowMs + 6 * kHourMs, kNowMs + 18 * kHourMs);
        start();
        QVERIFY(shift("222222").outcome == Outcome::WrongCode); // not begun
        const SignInAnswer answer = shift("111111");
        QVERIFY(answer.outcome == Outcome::Ok && answer.session.kind == SignInKind::Shift);
        const Who who = answer.session.who;
        QVERIFY(readsSafety(who));
        QVERIFY(!m_engine->openPlan(m_home->sofie.person, who, kPlan));
        QVERIFY(!m_engine->waiting(who));
        QVERIFY(!readsSafety(m_home->ali));
        QVERIFY(!audit().back().person);
        QVERIFY(audit().back().purpose == wire::v1::PURPOSE_SHIFT);
        pass(6 * kHourMs);
        QVERIFY(!readsSafety(who)); // locked by itself
        QVERIFY(shift("222222").outcome == Outcome::Ok);
        pass(6 * kHourMs);
        QVERIFY(shift("111111").outcome == Outcome::WrongCode); // over
        pass(6 * kHourMs);
        QVERIFY(shift("222222").outcome == Outcome::NoCode); // none is in force
    }

    void onlyTheNewestShiftCodesAreTried()
    {
        for (int i = 0; i <= static_cast<int>(domain::kShiftCodesTried); ++i) {
            m_home->addShiftCode(std::to_string(100'000 + i), kNowMs - kHourMs + i, kNowMs + kHourMs);
        }
        start();
        QVERIFY(shift("100000").outcome == Outcome::WrongCode); // the ninth
        QCOMPARE(m_derived, static_cast<int>(domain::kShiftCodesTried));
        QVERIFY(shift("100001").outcome == Outcome::Ok);
    }

    void aLookIsTheSameForTenMinutes()
    {
        start();
        QVERIFY(signIn(m_home->mette, "123456").outcome == Outcome::Ok);
        const auto looks = [this] {
            must(m_engine->openResident(m_home->sofie.person, m_home->mette));
            return audit().size();
        };
        const std::size_t first = looks();
        const auto later = [this](std::int64_t ms) {
            for (; ms > 60'000; ms -= 60'000) {
                pass(60'000);
                m_engine->touch();
            }
            pass(ms);
        };
        later(engine::AuditLog::kSameLookMs - 1);
        QCOMPARE(looks(), first);
        later(1);
        QCOMPARE(looks(), first + 1);
    }

    void settingTheClockBackMakesNoShiftLonger()
    {
        m_home->addShiftCode("111111", kNowMs, kNowMs + kHourMs);
        start();
        QVERIFY(shift("111111").outcome == Outcome::Ok);
        for (int i = 0; i < 2; ++i) {
            m_uptime += kHourMs;
            m_engine->touch();
            open();
            (void)shift("111111");
        }
        QVERIFY(shift("111111").outcome == Outcome::NoCode);
    }

    void everyLookOfStaffIsWrittenDownOnceAndOwnPagesAreNot()
    {
        start();
        QVERIFY(signIn(m_home->mette, "000000").outcome == Outcome::WrongCode);
        QVERIFY(signIn(m_home->mette, "123456").outcome == Outcome::Ok);
        for (int i = 0; i < 3; ++i) { // screens ask again after each sync
            QVERIFY(m_engine->openResident(m_home->sofie.person, m_home->mette));
        }
        QVERIFY(m_engine->openPlan(m_home->sofie.person, m_home->mette, kPlan));
        QVERIFY(m_engine->waiting(m_home->mette));
        QVERIFY(m_engine->openResident(m_home->sofie.person, m_home->sofie));
        QVERIFY(!m_engine->openResident(m_home->karim.person, m_home->mette)); // refused: nothing was seen
        must(m_engine->takeOut(domain::Action::Print, m_home->mette, m_home->sofie.person));
        must(m_engine->takeOut(domain::Action::Print, m_home->mette, m_home->sofie.person)); // two sheets
        QVERIFY(!m_engine->takeOut(domain::Action::Print, m_home->mette, m_home->karim.person));
        QVERIFY(!m_engine->takeOut(domain::Action::ReadOwn, m_home->mette, m_home->sofie.person));
        using namespace wire::v1;
        std::vector<std::pair<int, int>> got;
        for (const auto &entry : audit()) {
            got.emplace_back(entry.action, entry.purpose);
            QVERIFY(entry.person == m_home->mette.person && entry.device == m_tablet->file().device);
        }
        const std::vector<std::pair<int, int>> expected{
            {AUDIT_SIGN_IN_REFUSED, 0},    {AUDIT_SIGN_IN, 0},          {AUDIT_READ, PURPOSE_ANSWERS},
            {AUDIT_READ, PURPOSE_PLAN},    {AUDIT_READ, PURPOSE_TODAY}, {AUDIT_PRINT, PURPOSE_ANSWERS},
            {AUDIT_PRINT, PURPOSE_ANSWERS}};
        QVERIFY(got == expected);
        // Later it is another look.
        pass(60'000);
        m_engine->touch();
        for (int minute = 0; minute < 9; ++minute) {
            pass(60'000);
            m_engine->touch();
        }
        QVERIFY(m_engine->openResident(m_home->sofie.person, m_home->mette));
        QCOMPARE(audit().size(), expected.size() + 1);
        open(); // and it is all there after a stop
        QCOMPARE(audit().size(), expected.size() + 1);
    }

    void nothingOfItIsReadableOnTheDisk()
    {
        start();
        QVERIFY(signIn(m_home->mette, "123456").outcome == Outcome::Ok);
        QVERIFY(m_engine->openResident(m_home->sofie.person, m_home->mette));
        const auto rows = audit();
        m_engine.reset();
        for (const auto &file :
             std::filesystem::directory_iterator(m_dir->filePath(QStringLiteral("t")).toStdString())) {
            std::ifstream in(file.path(), std::ios::binary);
            const std::string bytes{std::istreambuf_iterator<char>(in), {}};
            QVERIFY(bytes.find(domain::encodeAudit(rows.back())) == std::string::npos);
            QVERIFY(bytes.find("123456") == std::string::npos);
        }
    }
};

QTEST_GUILESS_MAIN(TestSignIn)
#include "tst_sign_in.moc"
