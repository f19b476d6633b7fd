// *Skift din kode*: whoever sits here by their own code chooses another; it holds here at once, and nobody
// but the office learns who asked.
#include "proto/domain/code_wish.h"
#include "proto/seal/boxed_change.h"
#include "tests/app/engine/test_home.h"
#include "tests/support/must.h"

#include <QTemporaryDir>
#include <QTest>

#include <deque>

using namespace trivsel;
using namespace trivsel::test;
using engine::ChosenCodeState;
using engine::SignInAnswer;
using Outcome = engine::CodeChangeAnswer::Outcome;

namespace {

constexpr std::int64_t kDayMs = 24LL * 60 * 60 * 1000;
const std::string kOld = "246810";
const std::string kNew = "908172";
const std::string kNewer = "554137";

} // namespace

class TestCodeChange : public QObject
{
    Q_OBJECT

private:
    using Job = std::function<std::function<void()>()>;

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<TestHome> m_home;
    std::unique_ptr<EngineTablet> m_a;
    std::unique_ptr<EngineTablet> m_b;
    std::deque<Job> m_jobs;
    bool m_later = false;
    bool m_noMemory = false;
    int m_derived = 0;
    std::int64_t m_uptime = 1'000;

    const Who &mette() const { return m_home->mette; }

    std::unique_ptr<EngineTablet> tablet(const char *name, std::uint64_t seed)
    {
        auto made = std::make_unique<EngineTablet>(*m_home, m_dir->path().toStdString() + "/" + name, name,
                                                   seed, TabletKind::Staff);
        made->askForCodes([this] { return m_uptime; });
        made->derive(
            [this](Job job) {
                if (m_later) {
                    m_jobs.push_back(std::move(job));
                } else {
                    job()();
                }
            },
            [this](std::string_view code, const seal::PasscodeSalt &salt, seal::KdfCost cost) {
                ++m_derived;
                return m_noMemory ? fail(Errc::Internal, "no memory")
                                  : seal::systemPasscodeKdf()(code, salt, cost);
            });
        made->reopen();
        m_home->meet(**made);
        return made;
    }
    SignInAnswer::Outcome signIn(EngineTablet &tablet, const std::string &code)
    {
        SignInAnswer got;
        tablet->signIn(mette().person, code, [&](const SignInAnswer &answer) { got = answer; });
        return got.outcome;
    }
    bool opens(EngineTablet &tablet, const std::string &code)
    {
        const bool right = signIn(tablet, code) == SignInAnswer::Outcome::Ok;
        tablet->signOut();
        m_uptime += kDayMs / 24; // no wait is left
        return right;
    }
    engine::CodeChangeAnswer change(EngineTablet &tablet, const Who &who, const std::string &inUse,
                                    const std::string &chosen)
    {
        engine::CodeChangeAnswer got;
        int called = 0;
        tablet->changeOwnCode(who, inUse, chosen, [&](const engine::CodeChangeAnswer &answer) {
            got = answer;
            ++called;
        });
        QTest::qCompare(called, 1, "called", "1", __FILE__, __LINE__);
        return got;
    }
    Outcome change(const std::string &inUse, const std::string &chosen)
    {
        return change(*m_a, mette(), inUse, chosen).outcome;
    }
    /** What the tablets have handed in, as the office opens it. */
    std::vector<domain::CodeWish> wishes()
    {
        std::vector<domain::CodeWish> out;
        for (const seal::SealedChange &stored : m_home->log()) {
            if (stored.stream != m_home->homeStream()) {
                continue;
            }
            const auto content = must(seal::readChange(stored, m_home->keyOf(stored.stream)));
            for (const wire::v1::Op &op : content.ops()) {
                if (const auto wish = domain::readCodeWish(op)) {
                    const auto plain =
                        must(seal::openBox(seal::boxKeyOf(TestHome::serverSecret()), wish->box));
                    out.push_back(*domain::decodeCodeWish(plain));
                }
            }
        }
        return out;
    }
    /** As the office: nothing is checked here. */
    void answer(const domain::CodeWish &wish, domain::CodeAnswer with)
    {
        const StreamId home = m_home->homeStream();
        if (with == domain::CodeAnswer::Taken) {
            give(wish.chosen);
        }
        m_home->write(home, domain::writeCodeAnswer(wish.id, with, m_home->fold(home)));
    }
    void give(const seal::PasscodeVerifier &verifier)
    {
        const StreamId home = m_home->homeStream();
        domain::Person person = *domain::readHome(m_home->id(), m_home->fold(home)).person(mette().person);
        person.code = verifier.str();
        m_home->write(home, domain::writePerson(person, m_home->fold(home)));
    }

private Q_SLOTS:
    void init()
    {
        m_jobs.clear();
        m_later = m_noMemory = false;
        m_uptime = 1'000;
        m_dir = std::make_unique<QTemporaryDir>(QString::fromStdString(scratchTemplate()));
        m_home = std::make_unique<TestHome>();
        m_home->giveCode(m_home->mette, kOld);
        m_home->giveCode(m_home->ali, "135791");
        m_home->addSafety(m_home->sofie);
        m_a = tablet("a", 1);
        m_b = tablet("b", 2);
    }
    void cleanup()
    {
        m_a.reset();
        m_b.reset();
        m_home.reset();
    }

    void itHoldsHereAtOnceAndElsewhereAfterTheOffice()
    {
        QCOMPARE(signIn(*m_a, kOld), SignInAnswer::Outcome::Ok);
        const auto token = (*m_a)->signedIn().token;
        QCOMPARE((*m_a)->signedIn().chosenCode, ChosenCodeState::None);
        QCOMPARE(change(kOld, kNew), Outcome::Ok);
        QVERIFY((*m_a)->signedIn().token == token); // the stay goes on
        QCOMPARE((*m_a)->signedIn().chosenCode, ChosenCodeState::Waiting);
        m_a->reopen();
        QVERIFY(!opens(*m_a, kOld));
        QVERIFY(opens(*m_a, kNew));
        m_home->meet(**m_a);
        m_home->meet(**m_b);
        QVERIFY(opens(*m_b, kOld)); // the office has not said anything yet
        QVERIFY(!opens(*m_b, kNew));
        QCOMPARE(wishes().size(), std::size_t{1});
        answer(wishes().front(), domain::CodeAnswer::Taken);
        m_home->meet(**m_a);
        m_home->meet(**m_b);
        for (EngineTablet *each : {m_a.get(), m_b.get()}) {
            QVERIFY(!opens(*each, kOld));
            QCOMPARE(signIn(*each, kNew), SignInAnswer::Outcome::Ok);
            QCOMPARE((*each)->signedIn().chosenCode, ChosenCodeState::None);
        }
    }

    void theWishSaysWhoAskedToTheOfficeAlone()
    {
        QCOMPARE(signIn(*m_a, kOld), SignInAnswer::Outcome::Ok);
        QCOMPARE(change(kOld, kNew), Outcome::Ok);
        m_home->meet(**m_a);
        const auto made = wishes();
        QCOMPARE(made.size(), std::size_t{1});
        QCOMPARE(made.front().home, m_home->id());
        QCOMPARE(made.front().person, mette().person);
        QCOMPARE(made.front().inUse, kOld);
        QVERIFY(made.front().chosen.cost == seal::KdfCost{});
        QVERIFY(must(seal::matches(kNew, made.front().chosen, seal::systemPasscodeKdf())));
        for (const seal::SealedChange &stored :
             m_home->log()) { // and neither code lies in `home` in the open
            if (stored.stream == m_home->homeStream()) {
                const std::string plain =
                    must(seal::readChange(stored, m_home->keyOf(stored.stream))).SerializeAsString();
                QVERIFY(plain.find(kOld) == std::string::npos && plain.find(kNew) == std::string::npos);
            }
        }
        const auto entries = must((*m_a)->audit());
        QCOMPARE(entries.back().action, wire::v1::AUDIT_ACCESS);
        QCOMPARE(entries.back().person, std::optional(mette().person));
        QVERIFY(!entries.back().about);
    }

    void aWrongCodeInUseWaitsAsAtTheDoor()
    {
        QCOMPARE(signIn(*m_a, kOld), SignInAnswer::Outcome::Ok);
        for (int i = 0; i < 2; ++i) {
            QCOMPARE(change("111119", kNew), Outcome::WrongCode);
        }
        const auto third = change(*m_a, mette(), "111119", kNew);
        QCOMPARE(third.outcome, Outcome::WrongCode);
        QCOMPARE(third.waitMs, 5'000);
        QCOMPARE(change(kOld, kNew), Outcome::Wait); // also the right one: not tried
        QCOMPARE((*m_a)->signInWaitMs(mette().person), 5'000);
        QCOMPARE(must((*m_a)->audit()).back().action, wire::v1::AUDIT_SIGN_IN_REFUSED);
        m_uptime += 5'000;
        QCOMPARE(change(kOld, kNew), Outcome::Ok);
        QCOMPARE((*m_a)->signInWaitMs(mette().person), 0);
    }

    void whatIsEasyToGuessIsRefused()
    {
        (void)m_home->addShiftCode("775813", m_a->nowMs - 1'000, m_a->nowMs + 3'600'000);
        m_home->meet(**m_a);
        QCOMPARE(signIn(*m_a, kOld), SignInAnswer::Outcome::Ok);
        const int before = m_derived;
        QCOMPARE(change(kOld, kOld), Outcome::Same);
        for (const char *obvious :
             {"111111", "123456", "654321", "890123", "121212", "123123", "112233", "123321", "12345"}) {
            QCOMPARE(change(kOld, obvious), Outcome::Obvious);
        }
        QCOMPARE(m_derived, before); // no try
        QCOMPARE(change(kOld, "775813"), Outcome::ShiftCode);
        QCOMPARE((*m_a)->signInWaitMs(mette().person), 0);
        QCOMPARE((*m_a)->signedIn().chosenCode, ChosenCodeState::None);
        QVERIFY(opens(*m_a, kOld));
    }

    void onlyWhoSitsHereByTheirOwnCode()
    {
        QCOMPARE(change(kOld, kNew), Outcome::NotNow); // nobody
        QCOMPARE((*m_a)->openInEmergency(mette().person).outcome, SignInAnswer::Outcome::Ok);
        QCOMPARE(change(kOld, kNew), Outcome::NotNow);
        QCOMPARE(signIn(*m_a, kOld), SignInAnswer::Outcome::Ok);
        QCOMPARE(change(*m_a, m_home->ali, "135791", kNew).outcome, Outcome::NotNow); // somebody else
        QCOMPARE(change(*m_a, m_home->sofie, kOld, kNew).outcome, Outcome::NotNow);
        m_home->meet(**m_a);
        QVERIFY(wishes().empty());
    }

    void notAfterSevenDaysWithoutTheOffice()
    {
        m_uptime += 8 * kDayMs;
        m_a->nowMs += 8 * kDayMs;
        QCOMPARE(signIn(*m_a, kOld), SignInAnswer::Outcome::Ok);
        QCOMPARE(change(kOld, kNew), Outcome::NotNow);
    }

    void whoLeftMeanwhileChangesNothing()
    {
        QCOMPARE(signIn(*m_a, kOld), SignInAnswer::Outcome::Ok);
        m_later = true;
        engine::CodeChangeAnswer got;
        (*m_a)->changeOwnCode(mette(), kOld, kNew, [&](const auto &answer) { got = answer; });
        QCOMPARE(m_jobs.size(), std::size_t{1});
        QCOMPARE(change(kOld, kNew), Outcome::Busy);
        (*m_a)->signOut();
        m_jobs.front()()();
        QCOMPARE(got.outcome, Outcome::NotNow);
        m_later = false;
        m_home->meet(**m_a);
        QVERIFY(wishes().empty());
        QVERIFY(opens(*m_a, kOld));
    }

    void withoutMemoryNothingCounts()
    {
        QCOMPARE(signIn(*m_a, kOld), SignInAnswer::Outcome::Ok);
        m_noMemory = true;
        const auto answer = change(*m_a, mette(), kOld, kNew);
        QCOMPARE(answer.outcome, Outcome::Failed);
        QCOMPARE(answer.problem, std::optional(Errc::Internal));
        m_noMemory = false;
        QVERIFY(opens(*m_a, kOld));
    }

    void twoBeforeTheOfficeIsMet()
    {
        QCOMPARE(signIn(*m_a, kOld), SignInAnswer::Outcome::Ok);
        QCOMPARE(change(kOld, kNew), Outcome::Ok);
        QCOMPARE(change(kOld, kNewer), Outcome::WrongCode);
        QCOMPARE(change(kNew, kNewer), Outcome::Ok);
        m_home->meet(**m_a);
        const auto made = wishes();
        QCOMPARE(made.size(), std::size_t{2});
        QCOMPARE(made.back().inUse, kNew);
        answer(made.front(), domain::CodeAnswer::Taken);
        m_home->meet(**m_a);
        QVERIFY(opens(*m_a, kNewer)); // still the newest
        QVERIFY(!opens(*m_a, kNew));
        answer(made.back(), domain::CodeAnswer::Taken);
        m_home->meet(**m_a);
        QCOMPARE(signIn(*m_a, kNewer), SignInAnswer::Outcome::Ok);
        QCOMPARE((*m_a)->signedIn().chosenCode, ChosenCodeState::None);
    }

    void whatTheOfficeRefusedHoldsNowhere()
    {
        QCOMPARE(signIn(*m_a, kOld), SignInAnswer::Outcome::Ok);
        QCOMPARE(change(kOld, kNew), Outcome::Ok);
        QCOMPARE(change(kNew, kNewer), Outcome::Ok); // under the first
        m_home->meet(**m_a);
        answer(wishes().front(), domain::CodeAnswer::Refused);
        m_home->meet(**m_a);
        m_a->reopen();
        QVERIFY(!opens(*m_a, kNew));
        QVERIFY(!opens(*m_a, kNewer));
        QCOMPARE(signIn(*m_a, kOld), SignInAnswer::Outcome::Ok);
        QCOMPARE((*m_a)->signedIn().chosenCode, ChosenCodeState::Refused);
        QCOMPARE(change(kOld, kNew), Outcome::Ok); // once more
        QCOMPARE((*m_a)->signedIn().chosenCode, ChosenCodeState::Waiting);
        QVERIFY(opens(*m_a, kNew));
    }

    void whatTheOfficeDrawsCounts()
    {
        QCOMPARE(signIn(*m_a, kOld), SignInAnswer::Outcome::Ok);
        QCOMPARE(change(kOld, kNew), Outcome::Ok);
        m_home->giveCode(mette(), "777111");
        m_home->meet(**m_a);
        QVERIFY(!opens(*m_a, kNew));
        QVERIFY(opens(*m_a, "777111"));
    }

    void notBeforeTheOfficesKeyIsKnown()
    {
        m_home->saysItsKey = false;
        auto c = tablet("c", 3);
        QCOMPARE(signIn(*c, kOld), SignInAnswer::Outcome::Ok);
        QCOMPARE(change(*c, mette(), kOld, kNew).outcome, Outcome::NotNow);
    }
};

QTEST_GUILESS_MAIN(TestCodeChange)
#include "tst_code_change.moc"
