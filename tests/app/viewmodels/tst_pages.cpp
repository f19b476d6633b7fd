// The start page, a resident's own answers, help, and what stands when nothing can be opened.
#include "tests/app/viewmodels/app_fixture.h"

#include <QTest>

using namespace trivsel;
using namespace trivsel::app;
using namespace trivsel::test;
using Page = Navigator::Page;

class TestPages : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void startShowsEveryTileAndNothingElse();
    void aNewResidentAppearsWithoutAReset();
    void twelveTilesFillAPageAndTheThirteenthMakesAnother();
    void ownAnswersStandInWords();
    void withdrawingAsksAndTakesItAway();
    void staffSeeNoAnswersOnASharedTablet();
    void staffReadAnswersOnTheirOwnDevice();
    void staffOutsideTheTeamReadNothing();
    void earlierAnswersAreOneStepFurtherIn();
    void theHelpPageHasTheHomesNumbers();
    void theHelpPageKnowsWhoseTimeItIs();
    void theHelpPageIsReadAloud();
    void aProblemShowsOnlyItself();
    void errorsMapToWhatAPersonCanUse();
    void englishComesFromTheDefinitions();

private:
    static void answer(AppFixture &m);
    static void openAsStaff(AppFixture &m, const QString &staff, const QString &resident);
};

void TestPages::answer(AppFixture &m)
{
    m.enter(QStringLiteral("Sofie"));
    m.app.resident()->openEntry(0);
    m.app.begin()->begin();
    m.settle();
    m.app.question()->choose(0);
    m.settle();
    while (m.app.navigator()->page() == Page::Question) {
        m.app.question()->next();
        m.settle();
    }
    m.app.review()->chooseReaders(0);
    m.settle();
    m.app.review()->save();
    m.settle();
    m.app.thanks()->close();
    m.settle();
}

void TestPages::openAsStaff(AppFixture &m, const QString &staff, const QString &resident)
{
    m.enterStaff(staff);
    m.app.staff()->openResident(
        static_cast<int>(column(*m.app.staff()->residents(), "title").indexOf(resident)));
    m.settle();
}

void TestPages::startShowsEveryTileAndNothingElse()
{
    AppFixture m;
    QCOMPARE(m.app.navigator()->page(), Page::Start);
    auto names = column(*m.app.start()->tiles(), "name");
    names.sort();
    QCOMPARE(names, QStringList({QStringLiteral("Karim"), QStringLiteral("Sofie")}));
    QVERIFY(m.app.start()->demo());
    QVERIFY(m.app.start()->keyFile());
    QCOMPARE(m.app.start()->columns(), 3);
    m.app.start()->openTile(7);
    m.app.start()->openTile(-1);
    QCOMPARE(m.app.navigator()->page(), Page::Start);
}

void TestPages::aNewResidentAppearsWithoutAReset()
{
    AppFixture m;
    m.home.addTile("Birthe");
    m.meet();
    QCOMPARE(m.app.start()->tiles()->count(), 3);
}

void TestPages::twelveTilesFillAPageAndTheThirteenthMakesAnother()
{
    AppFixture m;
    for (int i = 3; i <= 12; ++i) {
        m.home.addTile("Beboer " + std::to_string(i));
    }
    m.meet();
    QCOMPARE(m.app.start()->tiles()->count(), 12);
    QCOMPARE(m.app.start()->pageCount(), 1);
    QCOMPARE(m.app.start()->columns(), 4);
    m.home.addTile("Den trettende");
    m.meet();
    QCOMPARE(m.app.start()->tiles()->count(), 12);
    QCOMPARE(m.app.start()->pageCount(), 2);
    m.app.start()->showPage(1);
    QCOMPARE(m.app.start()->tiles()->count(), 1);
    m.app.start()->openTile(0);
    m.settle();
    QCOMPARE(m.app.navigator()->page(), Page::Resident);
    QCOMPARE(m.app.resident()->phase(), ResidentViewModel::Phase::Ready);
    m.app.start()->showPage(99);
    QCOMPARE(m.app.start()->pageIndex(), 1);
}

void TestPages::ownAnswersStandInWords()
{
    AppFixture m;
    answer(m);
    m.enter(QStringLiteral("Sofie"));
    QVERIFY(m.app.resident()->hasAnswers());
    m.app.resident()->openOwnPage();
    m.settle();
    QCOMPARE(column(*m.app.ownPage()->saved()->given(), "title"),
             QStringList({QStringLiteral("Sådan går det")}));
    QCOMPARE(column(*m.app.ownPage()->saved()->answers(), "words").at(0), QStringLiteral("Meget svært"));
    QCOMPARE(column(*m.app.ownPage()->saved()->answers(), "label").at(0), QStringLiteral("Dig selv"));
    QCOMPARE(m.app.ownPage()->saved()->readers(), QStringLiteral("Mette"));
}

void TestPages::withdrawingAsksAndTakesItAway()
{
    AppFixture m;
    answer(m);
    m.enter(QStringLiteral("Sofie"));
    m.app.resident()->openOwnPage();
    m.settle();
    m.app.ownPage()->askWithdraw();
    QVERIFY(m.app.ownPage()->asking());
    m.app.ownPage()->withdraw();
    m.settle();
    QCOMPARE(m.app.ownPage()->saved()->given()->count(), 0);
    QCOMPARE(m.app.ownPage()->problem(), Problem::None);
    QVERIFY(m.app.ownPage()->withdrawn()); // says so, and offers nothing else to take back
    m.app.ownPage()->closeWithdrawn();
    QVERIFY(!m.app.ownPage()->withdrawn());
}

void TestPages::staffSeeNoAnswersOnASharedTablet()
{
    AppFixture m;
    answer(m);
    openAsStaff(m, QStringLiteral("Mette"), QStringLiteral("Sofie"));
    QVERIFY(!m.app.staffResident()->showsAnswers());
    m.app.staffResident()->openAnswers();
    QCOMPARE(m.app.navigator()->page(), Page::StaffResident);
    QCOMPARE(m.app.staffResident()->forms()->count(), 0);
    QVERIFY(m.app.staffResident()->plans()->count() > 0);
}

void TestPages::staffReadAnswersOnTheirOwnDevice()
{
    AppFixture m(catalogue::Language::Da, TabletKind::Staff);
    answer(m);
    openAsStaff(m, QStringLiteral("Mette"), QStringLiteral("Sofie"));
    QVERIFY(m.app.staffResident()->lastAnswer().startsWith(QStringLiteral("Sådan går det")));
    m.app.staffResident()->openAnswers();
    m.settle();
    QCOMPARE(m.app.navigator()->page(), Page::StaffAnswers);
    auto &saved = *m.app.staffAnswers()->saved();
    QCOMPARE(column(*saved.given(), "title"), QStringList({QStringLiteral("Sådan går det")}));
    QCOMPARE(column(*saved.answers(), "words").at(0), QStringLiteral("Meget svært"));
    QCOMPARE(saved.answers()->count(), 1); // what was skipped is nobody else's business
    QCOMPARE(saved.readers(), QStringLiteral("Mette"));
    m.app.cover()->hide();
    QCOMPARE(saved.given()->count(), 0);
    QCOMPARE(saved.answers()->count(), 0);
}

void TestPages::staffOutsideTheTeamReadNothing()
{
    AppFixture m(catalogue::Language::Da, TabletKind::Staff);
    answer(m);
    for (const auto &staff :
         {QStringLiteral("Ali"), QStringLiteral("Lone")}) { // Ali is team, Mette was chosen
        openAsStaff(m, staff, QStringLiteral("Sofie"));
        QCOMPARE(m.app.staffResident()->lastAnswer(), QString());
        QCOMPARE(m.app.staffAnswers()->saved()->given()->count(), 0);
        m.app.cover()->goToStart();
        m.settle();
    }
}

void TestPages::earlierAnswersAreOneStepFurtherIn()
{
    AppFixture m(catalogue::Language::Da, TabletKind::Staff);
    for (std::size_t i = 0; i <= SavedAnswers::kRows; ++i) {
        m.tablet.nowMs += 86'400'000;
        answer(m);
    }
    m.enter(QStringLiteral("Sofie"));
    auto &saved = *m.app.ownPage()->saved();
    QCOMPARE(saved.given()->count(), static_cast<int>(SavedAnswers::kRows));
    QVERIFY(saved.hasOlder());
    const QString newest = saved.day();
    saved.showOlder();
    QCOMPARE(saved.given()->count(), static_cast<int>(SavedAnswers::kRows) + 1);
    QVERIFY(!saved.hasOlder());
    saved.show(static_cast<int>(SavedAnswers::kRows));
    QVERIFY(saved.day() != newest);
}

void TestPages::theHelpPageHasTheHomesNumbers()
{
    AppFixture m;
    QCOMPARE(m.app.help()->lines()->count(), 0);
    m.home.addHelp("Vagten i huset", "12 34 56 70");
    m.meet();
    QCOMPARE(column(*m.app.help()->lines(), "phone"), QStringList({QStringLiteral("12 34 56 70")}));
}

/** By the hours that stand beside a number, as it is when the page is opened. */
void TestPages::theHelpPageKnowsWhoseTimeItIs()
{
    constexpr std::int64_t kHourMs = 3'600'000;
    AppFixture m;
    m.home.addHelp("Mette", "12 34 56 78", "kl. 8–16");
    m.meet();
    const std::int64_t midnight = m.tablet.nowMs / (24 * kHourMs) * (24 * kHourMs);
    const auto awayAt = [&](int hour) {
        m.tablet.nowMs = midnight + (24 + hour) * kHourMs;
        m.app.navigator()->openHelp();
        const bool away = cell(*m.app.help()->lines(), 0, "away").toBool();
        m.app.navigator()->closeHelp();
        return away;
    };
    QVERIFY(awayAt(7));
    QVERIFY(!awayAt(8));
    QVERIFY(!awayAt(15));
    QVERIFY(awayAt(16));
}

void TestPages::theHelpPageIsReadAloud()
{
    AppFixture m;
    m.app.navigator()->openHelp();
    QVERIFY(m.app.help()->canReadAloud());
    m.app.help()->readAloud(QStringLiteral("Gå hen til en fra personalet."));
    QCOMPARE(m.voice.said.back(), std::string("Gå hen til en fra personalet."));
    QVERIFY(m.app.help()->reading());
    m.app.help()->readAloud(QStringLiteral("Gå hen til en fra personalet.")); // the same button stops
    QVERIFY(!m.app.help()->reading());
    m.app.help()->readAloud(QStringLiteral("Igen."));
    m.app.navigator()->closeHelp();
    QVERIFY(!m.app.help()->reading());
}

void TestPages::aProblemShowsOnlyItself()
{
    AppFixture m;
    m.app.coreFailed(Problem::Damaged);
    QCOMPARE(m.app.navigator()->page(), Page::Problem);
    QCOMPARE(m.app.problem(), Problem::Damaged);
    m.app.cover()->hide();
    QVERIFY(!m.app.cover()->covered());
}

void TestPages::errorsMapToWhatAPersonCanUse()
{
    QCOMPARE(problemOf(Errc::StoreBusy), Problem::InUse);
    QCOMPARE(problemOf(Errc::StoreCorrupt), Problem::Damaged);
    QCOMPARE(problemOf(Errc::StoreTooNew), Problem::TooNew);
    QCOMPARE(problemOf(Errc::StoreFull), Problem::DiskFull);
    QCOMPARE(problemOf(Errc::SealBroken), Problem::WrongKey);
    QCOMPARE(problemOf(Errc::KeyMissing), Problem::WrongKey);
    QCOMPARE(problemOf(Errc::StoreMissing), Problem::NotSetUp);
    QCOMPARE(problemOf(Errc::Internal), Problem::Other);
}

void TestPages::englishComesFromTheDefinitions()
{
    AppFixture m(catalogue::Language::En);
    m.enter(QStringLiteral("Sofie"));
    m.app.resident()->openEntry(0);
    const auto definition = shippedCatalogue()->byUrl(kWellbeing);
    QCOMPARE(m.app.begin()->title(), QString::fromStdString(definition->title.in(catalogue::Language::En)));
}

QTEST_GUILESS_MAIN(TestPages)
#include "tst_pages.moc"
