// Rounds in the common room behind the screens: memory alone until Gem, and nothing survives leaving.
#include "app/engine/round_form.h"
#include "tests/app/viewmodels/app_fixture.h"

#include <QtTest>

using namespace trivsel;
using namespace trivsel::app;
using trivsel::test::AppFixture;
using Page = Navigator::Page;

namespace {
const std::string kTheme = "https:"
                           "//trivsel.example/fhir/Questionnaire/tema-1-beboer";
constexpr std::int64_t kRoundDayMs = 86'400'000;
} // namespace

class TestRoundPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m.reset();
        m = std::make_unique<AppFixture>();
        m->behindTheScreens(m->home.mette, [this](engine::Engine &engine) {
            QVERIFY(engine.beginRound(m->home.mette, kTheme));
        });
        m->app.round()->look();
        m->settle();
        QVERIFY(m->app.start()->roundOpen());
    }

    void fiveAnswersAndAClosingAreABox()
    {
        for (int i = 0; i < 5; ++i) {
            answer();
            QCOMPARE(m->app.round()->step(), RoundViewModel::Step::Thanks);
            m->app.round()->leave();
            m->settle();
        }
        m->uptimeMs += kRoundDayMs;
        m->enterStaff(QStringLiteral("Mette"));
        m->app.rounds()->open();
        m->settle();
        QCOMPARE(m->app.rounds()->closesFrom(), QString());
        m->app.rounds()->askClose();
        m->app.rounds()->agree();
        m->settle();
        QCOMPARE(m->app.rounds()->ended(), RoundsViewModel::End::OnTheirWay);
        QCOMPARE(m->core.syncs, 1);
    }

    /** Whoever watches who answers must not close it right after one of them. */
    void inItsFirstDayItSaysFromWhenItCloses()
    {
        m->uptimeMs += kRoundDayMs / 2;
        m->enterStaff(QStringLiteral("Mette"));
        m->app.rounds()->open();
        m->settle();
        const std::int64_t minute = 60'000;
        const std::int64_t from = (m->tablet.nowMs + kRoundDayMs / 2 + minute - 1) / minute * minute;
        QCOMPARE(m->app.rounds()->closesFrom(), m->app.formatters()->momentAfterWord(from));
        m->app.rounds()->askClose();
        QCOMPARE(m->app.rounds()->asks(), RoundsViewModel::Asks::Nothing);
        QVERIFY(m->app.start()->roundOpen());
    }

    void whatTheTabletDoesNotKnowHasPlainWords()
    {
        m.reset();
        m = std::make_unique<AppFixture>(catalogue::Language::Da, TabletKind::Staff);
        AppFixture &phone = *m;
        const StreamId insight = phone.home.addHouse(StreamKind::Insight);
        const auto add = [&](std::uint8_t number, domain::RoundForm form) {
            EntityId id;
            id.data.fill(number);
            const std::vector<domain::RoundAnswers> people(6, domain::RoundAnswers(form.items.size(), 1));
            phone.home.write(
                insight, domain::writeRoundResult(domain::resultOf(domain::tallied(id, form, people, number)),
                                                  phone.home.fold(insight)));
        };
        auto form = engine::roundFormOf(*test::shippedCatalogue()->byUrl(kTheme)).value();
        form.items.push_back({"ukendt.punkt", 3});
        add(2, form);
        form.url = "https:"
                   "//trivsel.example/fhir/Questionnaire/ukendt";
        form.definition.data.fill(7);
        add(1, form);
        phone.meet();
        phone.enterStaff(QStringLiteral("Mette"));
        auto &rounds = *phone.app.rounds();
        rounds.open();
        phone.settle();
        QCOMPARE(test::column(*rounds.closed(), "title"),
                 QStringList({QStringLiteral("Hjælp på din måde"), QString()})); // the page has words for it
        QVERIFY(!rounds.showsOne());
        rounds.show(1);
        QVERIFY(rounds.showsOne());
        QCOMPARE(rounds.shownTheme(), QString());
        QCOMPARE(rounds.items()->count(), 0); // its page says so
        rounds.back();
        rounds.show(0);
        QCOMPARE(test::column(*rounds.items(), "question").last(), QString());
        QCOMPARE(test::column(*rounds.items(), "low").last(), QString());
    }

    /** By hand or by the clock: what was begun is on no disk, and not in memory. */
    void nothingOfHalfAnAnswerStays()
    {
        const auto before = disk();
        toQuestion(3);
        QCOMPARE(disk(), before);
        m->idle.ring();
        QCOMPARE(m->app.navigator()->page(), Page::Start);
        QVERIFY(!m->app.cover()->covered());
        toQuestion(0);
        QCOMPARE(m->app.question()->number(), 1);
        QVERIFY(!m->app.question()->answered());
        m->app.cover()->hide(); // the window lost the screen
        QCOMPARE(m->app.navigator()->page(), Page::Start);
        QCOMPARE(disk(), before);
    }

    void theyHaveAsMuchTimeOnEachPage()
    {
        toQuestion(0);
        QCOMPARE(m->idle.runningMs, CoverViewModel::kQuestionIdleMs);
        answerOn();
        QCOMPARE(m->app.navigator()->page(), Page::Review);
        QCOMPARE(m->idle.runningMs, CoverViewModel::kQuestionIdleMs);
    }

    void anAnswerIsChangedFromTheReview()
    {
        toQuestion(0);
        answerOn();
        m->app.review()->change(2);
        m->settle();
        QCOMPARE(m->app.question()->number(), 3);
        QVERIFY(m->app.question()->answered());
        m->app.question()->next();
        m->settle();
        QCOMPARE(m->app.navigator()->page(), Page::Review);
        QVERIFY(m->app.review()->canSave());
    }

    void aSecondTapOnGemIsNoSecondAnswer()
    {
        toQuestion(0);
        answerOn();
        m->core.hold();
        m->app.review()->save();
        m->app.review()->save();
        m->core.release();
        m->settle();
        QCOMPARE(m->app.round()->step(), RoundViewModel::Step::Thanks);
        for (int i = 0; i < 3; ++i) {
            m->app.round()->leave();
            m->settle();
            answer();
        }
        m->uptimeMs += kRoundDayMs;
        m->behindTheScreens(m->home.mette, [this](engine::Engine &engine) {
            const auto end = engine.closeRound(m->home.mette);
            QVERIFY(end && *end == engine::RoundEnd::TooFew); // four, not five
        });
    }

    void theResidentsOwnFormsAreAsBefore()
    {
        toQuestion(2);
        m->app.cover()->goToStart();
        m->settle();
        m->enter(QStringLiteral("Sofie"));
        m->app.resident()->openEntry(m->entry(ResidentViewModel::Look::Faces));
        m->app.begin()->begin();
        m->settle();
        QVERIFY(!m->app.question()->unnamed());
        m->app.question()->choose(3);
        m->settle();
        QVERIFY(m->app.question()->saved());
    }

private:
    void toQuestion(int answered)
    {
        m->app.start()->openRound();
        m->app.round()->begin();
        m->settle();
        QCOMPARE(m->app.navigator()->page(), Page::Question);
        for (int i = 0; i < answered; ++i) {
            m->app.question()->choose(i);
            m->app.question()->next();
            m->settle();
        }
    }
    void answerOn()
    {
        while (m->app.navigator()->page() == Page::Question) {
            m->app.question()->choose(2);
            m->app.question()->next();
            m->settle();
        }
    }
    void answer()
    {
        toQuestion(0);
        answerOn();
        m->app.review()->save();
        m->settle();
        QCOMPARE(m->app.navigator()->page(), Page::Round);
    }
    /** Every file of the tablet's, byte for byte. */
    [[nodiscard]] QByteArray disk() const
    {
        QByteArray all;
        const QDir dir(m->dir.path());
        for (const QString &name : dir.entryList(QDir::Files, QDir::Name)) {
            QFile file(dir.filePath(name));
            if (!name.endsWith(QLatin1String("-shm")) && file.open(QIODevice::ReadOnly)) {
                all += name.toUtf8() + file.readAll();
            }
        }
        return all;
    }

    std::unique_ptr<AppFixture> m;
};

QTEST_GUILESS_MAIN(TestRoundPages)
#include "tst_rounds.moc"
