// "Min side": one's own line, before and now, who has looked, more readers, and how one sees it differently.
#include "tests/app/viewmodels/app_fixture.h"
#include "tests/support/memory_disk.h"
#include "tests/support/must.h"

#include <QScopeGuard>
#include <QTest>

using namespace trivsel;
using namespace trivsel::app;
using namespace trivsel::test;
using Page = Navigator::Page;
using Part = OwnPageViewModel::Part;

namespace {
constexpr std::int64_t kDayMs = 86'400'000;
}

class TestOwnPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void belowThreeAnswersThereIsNoLine();
    void theNewestStandsBesideTheOwnFirstThree();
    void notTodayAndSkippedAreEmptyPlaces();
    void anotherWayBeginsAnew();
    void whatWasTakenBackIsNotInTheLine();
    void anotherAreaIsChosen();
    void staffSeeNoLine();
    void beforeAndNowAreTheFirstAndTheNewest();
    void otherDaysCanBePicked();
    void whoHasLookedStandsByDayAndReason();
    void moreReadersCanBeUndoneWhileThePageStands();
    void moreReadersTakeEffectWhenThePageIsLeft();
    void coveringThePageIsLeavingIt();
    void afterACoverNoOtherAnswerIsGiven();
    void whatCameOfItIsNotShownToTheNextPerson();
    void whoIsShownAnAnswerDoesNotSeeWhatWasSkipped();
    void fromAnAnswerThatIsShownNothingLeadsBack_data();
    void fromAnAnswerThatIsShownNothingLeadsBack();
    void fortrydThatComesTooLateSaysSo();
    void fortrydStaysWhileTheDiskIsFull();
    void whoReadsItAlreadyIsNotOffered();
    void seeingItDifferentlyIsLookedThroughAndSaved();
    void whatWasBegunIsThereAgain();
    void ownWordsBesideAReplyAreChangedAndTakenBack();
    void staffReadItBesideTheAnswers();
    void coveringDropsAllOfIt();

private:
    [[nodiscard]] OwnPageViewModel &page() { return *m->app.ownPage(); }
    [[nodiscard]] OwnCurve &curve() { return *page().curve(); }
    /** Sofie answers the last question, a day later. */
    EntityId answer(const std::string &code, StreamKind readers = StreamKind::Team);
    void notToday();
    void open();
    [[nodiscard]] std::size_t seenByAli();
    void reply(const EntityId &to);

    std::unique_ptr<AppFixture> m;
};

void TestOwnPage::init()
{
    m.reset();
    m = std::make_unique<AppFixture>();
}

EntityId TestOwnPage::answer(const std::string &code, StreamKind readers)
{
    const Who &sofie = m->home.sofie;
    m->tablet.nowMs += kDayMs;
    const auto draft = must(m->tablet->beginForm(sofie.person, sofie, kWellbeing, {}));
    if (!code.empty()) {
        must(code.size() > 2 ? m->tablet->chooseAnswer(draft.id, "alt", code)
                             : m->tablet->chooseNumber(draft.id, "alt", std::stoi(code)));
    }
    must(m->tablet->chooseAnswer(draft.id, "selv", "ret-svaert"));
    must(m->tablet->writeAnswer(draft.id, "ord", "Ord " + code));
    must(m->tablet->setReaders(draft.id, readers));
    must(m->tablet->sendDraft(draft.id));
    must(m->tablet->settleSent());
    return EntityId{draft.id.data};
}

void TestOwnPage::notToday()
{
    const Who &sofie = m->home.sofie;
    m->tablet.nowMs += kDayMs;
    const auto draft = must(m->tablet->beginForm(sofie.person, sofie, kWellbeing, {}));
    must(m->tablet->sayNotToday(draft.id));
    must(m->tablet->setReaders(draft.id, StreamKind::Team));
    must(m->tablet->sendDraft(draft.id));
    must(m->tablet->settleSent());
}

void TestOwnPage::open()
{
    m->enter(QStringLiteral("Sofie"));
    m->app.resident()->openOwnPage();
    m->settle();
    QCOMPARE(m->app.navigator()->page(), Page::OwnPage);
    QCOMPARE(page().part(), Part::Overview);
}

std::size_t TestOwnPage::seenByAli()
{
    std::size_t seen = 0;
    m->behindTheScreens(m->home.ali, [&](engine::Engine &engine) {
        seen = must(engine.openResident(m->home.sofie.person, m->home.ali)).responses.size();
    });
    return seen;
}

void TestOwnPage::reply(const EntityId &to)
{
    m->behindTheScreens(m->home.mette, [&](engine::Engine &engine) {
        domain::ReplyLine line;
        line.to = to;
        line.text = "Vi går en tur.";
        must(engine.keepReplyLine(m->home.sofie.person, m->home.mette, to, line));
        must(engine.sendReply(m->home.sofie.person, m->home.mette, to));
    });
}

void TestOwnPage::belowThreeAnswersThereIsNoLine()
{
    open();
    QCOMPARE(curve().state(), OwnCurve::State::Nothing);
    QCOMPARE(curve().areas()->count(), 0);
    answer("ret-godt");
    answer("ret-godt");
    open();
    QCOMPARE(curve().state(), OwnCurve::State::TooFew);
    QCOMPARE(column(*curve().points(), "base"), QStringList({QStringLiteral("-1"), QStringLiteral("-1")}));
    answer("ret-godt");
    open();
    QCOMPARE(curve().state(), OwnCurve::State::AsBefore);
}

void TestOwnPage::theNewestStandsBesideTheOwnFirstThree()
{
    for (const char *code : {"ret-svaert", "midt-imellem", "ret-svaert", "ret-godt"}) {
        answer(code);
    }
    open();
    QCOMPARE(curve().title(), QStringLiteral("Alt i alt"));
    QCOMPARE(curve().state(), OwnCurve::State::Higher);
    QCOMPARE(column(*curve().points(), "words"),
             QStringList({QStringLiteral("Ret svært"), QStringLiteral("Midt imellem"),
                          QStringLiteral("Ret svært"), QStringLiteral("Ret godt")}));
    QCOMPARE(cell(*curve().points(), 3, "base").toInt(), 30);
    QCOMPARE(cell(*curve().points(), 0, "from").toInt(), -1);
    QCOMPARE(cell(*curve().points(), 3, "from").toInt(), 30);
    // On words, never numbers.
    QCOMPARE(column(*curve().levels(), "words"),
             QStringList({QStringLiteral("Rigtig godt"), QStringLiteral("Ret godt"),
                          QStringLiteral("Midt imellem"), QStringLiteral("Ret svært"),
                          QStringLiteral("Meget svært")}));
    QCOMPARE(curve().highest(), 90);
    QCOMPARE(curve().lowest(), 10);
    answer("meget-svaert");
    open();
    QCOMPARE(curve().state(), OwnCurve::State::Lower);
    answer("ret-svaert");
    open();
    QCOMPARE(curve().state(), OwnCurve::State::AsBefore);
}

void TestOwnPage::notTodayAndSkippedAreEmptyPlaces()
{
    answer("ret-godt");
    notToday();
    answer(""); // another question of the sheet was answered
    answer("ret-godt");
    open();
    using Kind = OwnCurve::Kind;
    QCOMPARE(curve().points()->count(), 4);
    QCOMPARE(cell(*curve().points(), 1, "kind").value<Kind>(), Kind::NotToday);
    QCOMPARE(cell(*curve().points(), 2, "kind").value<Kind>(), Kind::Left);
    QCOMPARE(cell(*curve().points(), 3, "from").toInt(), -1);
    QVERIFY(curve().gaps());
    QCOMPARE(curve().state(), OwnCurve::State::TooFew);
}

void TestOwnPage::anotherWayBeginsAnew()
{
    for (int i = 0; i < 3; ++i) {
        answer("ret-godt");
    }
    const Who &sofie = m->home.sofie;
    must(m->tablet->setOwnWish(sofie.person, sofie, engine::OwnWish::AnswerWay, wire::v1::WAY_NUMBERS));
    answer("3");
    open();
    QCOMPARE(curve().state(), OwnCurve::State::NewWay);
    QVERIFY(curve().otherWays());
    QVERIFY(cell(*curve().points(), 3, "newWay").toBool());
    QCOMPARE(cell(*curve().points(), 3, "from").toInt(), -1);
    QCOMPARE(cell(*curve().levels(), 0, "words").toString(), QStringLiteral("10"));
    answer("3");
    answer("4");
    open();
    QCOMPARE(curve().state(), OwnCurve::State::AsBefore); // 4 beside 3: within half a step of the definition
    answer("5");
    open();
    QCOMPARE(curve().state(), OwnCurve::State::Higher);
}

void TestOwnPage::whatWasTakenBackIsNotInTheLine()
{
    const EntityId first = answer("rigtig-godt");
    for (int i = 0; i < 3; ++i) {
        answer("ret-svaert");
    }
    open();
    QCOMPARE(curve().points()->count(), 4);
    must(m->tablet->withdraw(m->home.sofie.person, m->home.sofie, first));
    open();
    QCOMPARE(curve().points()->count(), 3);
    QCOMPARE(cell(*curve().points(), 0, "base").toInt(), 30);
}

void TestOwnPage::anotherAreaIsChosen()
{
    for (int i = 0; i < 3; ++i) {
        answer("ret-godt");
    }
    open();
    QCOMPARE(column(*curve().areas(), "title").size(), 4);
    page().open(Part::Areas);
    page().chooseArea(0);
    QCOMPARE(page().part(), Part::Overview);
    QCOMPARE(curve().title(), QStringLiteral("Dig selv"));
    QCOMPARE(cell(*curve().points(), 0, "words").toString(), QStringLiteral("Ret svært"));
    answer("ret-godt"); // stays where it was put
    QCOMPARE(curve().title(), QStringLiteral("Dig selv"));
    m->app.cover()->goToStart();
    open();
    QCOMPARE(curve().title(), QStringLiteral("Alt i alt")); // another visit begins as the first
}

void TestOwnPage::staffSeeNoLine()
{
    m.reset();
    m = std::make_unique<AppFixture>(catalogue::Language::Da, TabletKind::Staff);
    m->behindTheScreens(m->home.mette, [this](engine::Engine &) { answer("ret-godt"); });
    m->enterStaff(QStringLiteral("Mette"));
    m->app.staff()->openResident(
        static_cast<int>(column(*m->app.staff()->residents(), "title").indexOf(QStringLiteral("Sofie"))));
    m->settle();
    QVERIFY(m->app.staffAnswers()->saved()->given()->count() > 0);
    QCOMPARE(curve().areas()->count(), 0);
    QVERIFY(!page().moreReaders()->offered());
}

void TestOwnPage::beforeAndNowAreTheFirstAndTheNewest()
{
    answer("ret-svaert");
    open();
    QVERIFY(!page().beforeNow()->ready()); // one day is not two
    notToday();
    answer("midt-imellem");
    answer("ret-godt");
    open();
    auto &both = *page().beforeNow();
    QVERIFY(both.ready());
    QCOMPARE(both.beforeSaid(), QStringLiteral("Ord ret-svaert"));
    QCOMPARE(both.nowSaid(), QStringLiteral("Ord ret-godt"));
    QCOMPARE(column(*both.areas(), "before"),
             QStringList({QStringLiteral("Ret svært"), QString(), QString(), QStringLiteral("Ret svært")}));
    QCOMPARE(column(*both.areas(), "now").last(), QStringLiteral("Ret godt"));
    answer("rigtig-godt");
    m->settle();
    QCOMPARE(both.nowSaid(), QStringLiteral("Ord rigtig-godt"));
}

void TestOwnPage::otherDaysCanBePicked()
{
    for (const char *code : {"ret-svaert", "midt-imellem", "ret-godt"}) {
        answer(code);
    }
    open();
    page().open(Part::BeforeNow);
    auto &both = *page().beforeNow();
    both.chooseDay(BeforeNow::Side::First);
    QCOMPARE(page().part(), Part::Days);
    QCOMPARE(column(*both.days(), "chosen"),
             QStringList({QStringLiteral("false"), QStringLiteral("false"), QStringLiteral("true")}));
    both.pickDay(1);
    QCOMPARE(page().part(), Part::BeforeNow);
    QCOMPARE(both.beforeSaid(), QStringLiteral("Ord midt-imellem"));
    both.chooseDay(BeforeNow::Side::Second);
    page().back(); // nothing is picked
    QCOMPARE(page().part(), Part::BeforeNow);
    QCOMPARE(both.nowSaid(), QStringLiteral("Ord ret-godt"));
    page().back();
    QCOMPARE(page().part(), Part::Overview);
    both.pickDay(99);
    page().back();
    QCOMPARE(m->app.navigator()->page(), Page::Resident);
}

void TestOwnPage::whoHasLookedStandsByDayAndReason()
{
    open();
    page().open(Part::Looked);
    m->settle();
    QVERIFY(page().whoLooked()->ready());
    QCOMPARE(page().whoLooked()->looks()->count(), 0);
    QCOMPARE(seenByAli(), std::size_t{0}); // he has looked
    page().back();
    open();
    page().open(Part::Looked);
    m->settle();
    auto &looks = *page().whoLooked()->looks();
    QCOMPARE(looks.count(), 1);
    QCOMPARE(cell(looks, 0, "looker").value<WhoLooked::Looker>(), WhoLooked::Looker::Staff);
    QCOMPARE(cell(looks, 0, "reason").value<WhoLooked::Reason>(), WhoLooked::Reason::Conversation);
    QCOMPARE(cell(looks, 0, "times").toInt(), 1);
    QVERIFY(!cell(looks, 0, "day").toString().isEmpty());
    m->app.cover()->hide();
    QCOMPARE(looks.count(), 0);
}

void TestOwnPage::moreReadersCanBeUndoneWhileThePageStands()
{
    answer("ret-godt", StreamKind::Chosen);
    open();
    page().open(Part::Answers);
    auto &more = *page().moreReaders();
    QVERIFY(more.offered());
    page().open(Part::MoreReaders);
    QCOMPARE(column(*more.choices(), "names"), QStringList({QStringLiteral("Ali")})); // whom it adds
    more.agree();
    m->settle();
    QVERIFY(!more.done()); // nobody is chosen yet
    more.choose(0);
    QCOMPARE(more.chosenNames(), QStringLiteral("Ali"));
    more.agree();
    m->settle();
    QVERIFY(more.done());
    more.undo();
    m->settle();
    QVERIFY(!more.done());
    QCOMPARE(more.chosenNames(), QString());
    page().back();
    QCOMPARE(page().part(), Part::Answers);
    m->settle();
    m->tablet.reopen();
    QCOMPARE(seenByAli(), std::size_t{0});
}

void TestOwnPage::moreReadersTakeEffectWhenThePageIsLeft()
{
    answer("ret-godt", StreamKind::Chosen);
    open();
    page().open(Part::Answers);
    page().open(Part::MoreReaders);
    auto &more = *page().moreReaders();
    more.choose(0);
    more.agree();
    m->settle();
    page().back();
    m->settle();
    QCOMPARE(page().part(), Part::Answers);
    QCOMPARE(page().saved()->readers(), QStringLiteral("Mette og Ali"));
    QCOMPARE(page().saved()->given()->count(), 1);
    QVERIFY(!more.offered());
    QCOMPARE(seenByAli(), std::size_t{1});
}

void TestOwnPage::coveringThePageIsLeavingIt()
{
    answer("ret-godt", StreamKind::Chosen);
    open();
    page().open(Part::MoreReaders);
    page().moreReaders()->choose(0);
    page().moreReaders()->agree();
    m->settle();
    m->app.cover()->hide();
    m->settle();
    QVERIFY(!page().moreReaders()->done());
    m->app.cover()->goToStart();
    m->settle();
    QCOMPARE(seenByAli(), std::size_t{1});
}

void TestOwnPage::afterACoverNoOtherAnswerIsGiven()
{
    answer("ret-godt", StreamKind::Chosen);
    answer("ret-svaert", StreamKind::Chosen);
    open();
    page().open(Part::Answers);
    page().saved()->show(1); // the older one
    page().open(Part::MoreReaders);
    page().moreReaders()->choose(0);
    m->app.cover()->hide();
    m->app.cover()->uncover();
    m->settle();
    QCOMPARE(page().part(), Part::Answers);
    QCOMPARE(page().moreReaders()->chosenNames(), QString());
    m->settle();
    QCOMPARE(seenByAli(), std::size_t{0});
}

/** The disk answers while somebody else's page is on its way. */
void TestOwnPage::whatCameOfItIsNotShownToTheNextPerson()
{
    const auto karimComes = [&] {
        m->app.cover()->goToStart();
        const auto names = column(*m->app.start()->tiles(), "name");
        m->app.start()->openTile(static_cast<int>(names.indexOf(QStringLiteral("Karim"))));
        m->settle();
        m->app.resident()->openOwnPage();
        m->settle();
        QCOMPARE(m->app.navigator()->page(), Page::OwnPage);
    };
    answer("ret-godt", StreamKind::Chosen);
    open();
    page().open(Part::MoreReaders);
    page().moreReaders()->choose(0);
    page().moreReaders()->agree();
    karimComes();
    QVERIFY(!page().moreReaders()->done());
    QCOMPARE(page().moreReaders()->chosenNames(), QString());
    QCOMPARE(seenByAli(), std::size_t{1}); // she had said so, and her page was left
    open();
    page().askWithdraw();
    page().withdraw();
    karimComes();
    QVERIFY(!page().withdrawn());
    QCOMPARE(page().problem(), Problem::None);
    QCOMPARE(seenByAli(), std::size_t{0});
}

void TestOwnPage::whoIsShownAnAnswerDoesNotSeeWhatWasSkipped()
{
    const Who &sofie = m->home.sofie;
    const auto draft = must(m->tablet->beginForm(sofie.person, sofie, kWellbeing, {}));
    must(m->tablet->skipAnswer(draft.id, "alt", wire::v1::SKIPPED));
    must(m->tablet->chooseAnswer(draft.id, "selv", "ret-svaert"));
    must(m->tablet->setReaders(draft.id, StreamKind::Team));
    must(m->tablet->sendDraft(draft.id));
    must(m->tablet->settleSent());
    open();
    const auto states = [](const ReviewModel &answers) {
        QList<ReviewViewModel::State> all;
        for (int row = 0; row < answers.count(); ++row) {
            all.append(cell(answers, row, "state").value<ReviewViewModel::State>());
        }
        return all;
    };
    page().open(Part::Answers);
    using State = ReviewViewModel::State;
    QCOMPARE(states(*page().saved()->answers()), QList<State>({State::Answered, State::Skipped}));
    page().open(Part::Shown);
    QCOMPARE(states(*page().saved()->forOthers()), QList<State>({State::Answered}));
    m->app.cover()->hide();
    QCOMPARE(page().saved()->forOthers()->count(), 0);
}

void TestOwnPage::fromAnAnswerThatIsShownNothingLeadsBack_data()
{
    QTest::addColumn<QString>("how");
    for (const char *how : {"Luk og skjul", "Skjul", "nobody touches it", "taken back on another tablet"}) {
        QTest::newRow(how) << QString::fromUtf8(how);
    }
}

void TestOwnPage::fromAnAnswerThatIsShownNothingLeadsBack()
{
    QFETCH(QString, how);
    answer("ret-godt");
    const EntityId shown = answer("ret-svaert");
    open();
    page().open(Part::Answers);
    page().open(Part::Shown);
    if (how == QStringLiteral("Luk og skjul")) {
        page().back();
    } else if (how == QStringLiteral("Skjul")) {
        m->app.cover()->hide();
    } else if (how == QStringLiteral("nobody touches it")) {
        m->idle.ring();
    } else {
        must(m->tablet->withdraw(m->home.sofie.person, m->home.sofie, shown));
        m->app.session().refresh();
    }
    m->settle();
    QCOMPARE(m->app.navigator()->page(),
             Page::Start); // whoever held the tablet stands before no list of answers
    QVERIFY(!m->app.cover()->covered());
    QCOMPARE(page().saved()->given()->count(), 0);
    open();
}

void TestOwnPage::fortrydStaysWhileTheDiskIsFull()
{
    MemoryDisk disk("full-at-undo");
    m.reset();
    m = std::make_unique<AppFixture>(catalogue::Language::Da, TabletKind::Shared, shippedCatalogue(), false,
                                     App::Look(), disk.name());
    const auto endsFirst = qScopeGuard([this] { m.reset(); });
    answer("ret-godt", StreamKind::Chosen);
    open();
    page().open(Part::MoreReaders);
    auto &more = *page().moreReaders();
    more.choose(0);
    more.agree();
    m->settle();
    disk.setCapacity(m->dir.path().toStdString(), 0);
    more.undo();
    m->settle();
    QVERIFY(more.done());
    QCOMPARE(more.problem(), Problem::DiskFull);
    disk.clearCapacity(m->dir.path().toStdString());
    more.undo();
    m->settle();
    QVERIFY(!more.done());
    QCOMPARE(more.problem(), Problem::None);
    page().back();
    m->settle();
    QCOMPARE(seenByAli(), std::size_t{0});
}

void TestOwnPage::fortrydThatComesTooLateSaysSo()
{
    answer("ret-godt", StreamKind::Chosen);
    open();
    page().open(Part::MoreReaders);
    auto &more = *page().moreReaders();
    more.choose(0);
    more.agree();
    m->settle();
    must(m->tablet->settleSent());
    more.undo();
    m->settle();
    QVERIFY(more.done());
    QCOMPARE(more.problem(), Problem::TooLate);
    page().back();
    m->settle();
    page().open(Part::MoreReaders);
    QCOMPARE(more.problem(), Problem::None);
}

void TestOwnPage::whoReadsItAlreadyIsNotOffered()
{
    answer("ret-godt", StreamKind::Team); // Mette is chosen, and of the team
    open();
    QVERIFY(!page().moreReaders()->offered());
}

void TestOwnPage::seeingItDifferentlyIsLookedThroughAndSaved()
{
    reply(answer("ret-svaert"));
    open();
    auto &rows = *page().feedback();
    QCOMPARE(rows.count(), 2);
    QVERIFY(cell(rows, 1, "canDiffer").toBool());
    page().differ(0, {}, {}); // her own words are not what one sees differently
    m->settle();
    QCOMPARE(m->app.navigator()->page(), Page::OwnPage);
    page().differ(1, QStringLiteral("Jeg ser det anderledes"), {});
    m->settle();
    QCOMPARE(m->app.navigator()->page(), Page::Write);
    m->app.write()->setText(QStringLiteral("Jeg vil hellere cykle."));
    m->settle();
    m->app.write()->finish();
    m->settle();
    QCOMPARE(m->app.navigator()->page(), Page::OwnPage);
    QCOMPARE(page().part(), Part::OtherView);
    QCOMPARE(page().otherView()->line(), QStringLiteral("Vi går en tur."));
    QCOMPARE(page().otherView()->text(), QStringLiteral("Jeg vil hellere cykle."));
    QCOMPARE(page().otherView()->names(), QStringLiteral("Ali og Mette"));
    page().otherView()->save();
    m->settle();
    QCOMPARE(page().part(), Part::Overview);
    QCOMPARE(rows.count(), 3);
    QCOMPARE(cell(rows, 2, "words").toString(), QStringLiteral("Jeg vil hellere cykle."));
    QCOMPARE(cell(rows, 2, "kind").value<Feedback::Kind>(), Feedback::Kind::Differs);
}

void TestOwnPage::whatWasBegunIsThereAgain()
{
    reply(answer("ret-svaert"));
    open();
    page().differ(1, {}, {});
    m->settle();
    m->app.write()->setText(QStringLiteral("Jeg vil"));
    m->settle();
    m->app.cover()->hide();
    m->app.cover()->goToStart();
    m->settle();
    open();
    auto &rows = *page().feedback();
    QCOMPARE(rows.count(), 3); // in sight, and not saved
    QVERIFY(cell(rows, 2, "view").value<OtherViewCell>().unfinished);
    QCOMPARE(cell(rows, 2, "words").toString(), QStringLiteral("Jeg vil"));
    QVERIFY(!cell(rows, 1, "canDiffer").toBool()); // one at a time
    page().differ(2, {}, {});
    m->settle();
    QCOMPARE(m->app.write()->text(), QStringLiteral("Jeg vil"));
    m->app.write()->finish();
    m->settle();
    page().back(); // put aside
    QCOMPARE(page().part(), Part::Overview);
    page().askWithdrawView(2); // it does not stand yet
    QCOMPARE(page().part(), Part::Overview);
    page().askThrowAwayView(2);
    QCOMPARE(page().part(), Part::OtherView);
    page().back();
    QCOMPARE(page().part(), Part::Overview);
    page().differ(2, {}, {});
    m->settle();
    QCOMPARE(m->app.write()->text(), QStringLiteral("Jeg vil"));
    m->app.write()->finish();
    m->settle();
    page().otherView()->askThrowAway();
    page().back(); // no
    QCOMPARE(page().otherView()->text(), QStringLiteral("Jeg vil"));
    page().otherView()->askThrowAway();
    page().otherView()->agree();
    m->settle();
    QCOMPARE(rows.count(), 2);
    page().differ(1, {}, {});
    m->settle();
    QCOMPARE(m->app.write()->text(), QString());
}

void TestOwnPage::ownWordsBesideAReplyAreChangedAndTakenBack()
{
    reply(answer("ret-svaert"));
    open();
    auto &rows = *page().feedback();
    const auto write = [&](int row, const char *text) {
        page().differ(row, {}, {});
        m->settle();
        m->app.write()->setText(QString::fromUtf8(text));
        m->settle();
        m->app.write()->finish();
        m->settle();
    };
    write(1, "Jeg vil hellere cykle.");
    page().otherView()->save();
    m->settle();
    QCOMPARE(rows.count(), 3);
    write(2, "Jeg vil gerne cykle.");
    QCOMPARE(page().otherView()->line(), QStringLiteral("Vi går en tur."));
    page().back(); // another time: both are in sight
    m->settle();
    QCOMPARE(rows.count(), 4);
    QVERIFY(cell(rows, 2, "view").value<OtherViewCell>().begun);
    QVERIFY(cell(rows, 3, "view").value<OtherViewCell>().unfinished);
    QVERIFY(cell(rows, 1, "canDiffer").toBool());
    write(3, "Jeg vil gerne cykle i dag.");
    page().otherView()->save();
    m->settle();
    QCOMPARE(rows.count(), 3);
    QCOMPARE(cell(rows, 2, "words").toString(), QStringLiteral("Jeg vil gerne cykle i dag."));
    page().askWithdrawView(1); // staff's words are not the resident's to take back
    QCOMPARE(page().part(), Part::Overview);
    page().askWithdrawView(2);
    QCOMPARE(page().part(), Part::OtherView);
    QCOMPARE(page().otherView()->asking(), OtherViewWriting::Asking::Withdraw);
    page().otherView()->keep();
    QCOMPARE(rows.count(), 3);
    page().askWithdrawView(2);
    page().otherView()->agree();
    m->settle();
    QCOMPARE(page().part(), Part::Overview);
    QCOMPARE(rows.count(), 2);
    QCOMPARE(cell(rows, 1, "words").toString(), QStringLiteral("Vi går en tur."));
}

void TestOwnPage::staffReadItBesideTheAnswers()
{
    m.reset();
    m = std::make_unique<AppFixture>(catalogue::Language::Da, TabletKind::Staff);
    const Who &sofie = m->home.sofie;
    m->behindTheScreens(m->home.mette, [&](engine::Engine &engine) {
        const EntityId to = answer("ret-svaert");
        domain::ReplyLine line;
        line.to = to;
        line.text = "Vi går en tur.";
        must(engine.keepReplyLine(sofie.person, m->home.mette, to, line));
        must(engine.sendReply(sofie.person, m->home.mette, to));
        const EntityId id =
            must(engine.openResident(sofie.person, m->home.mette)).conversations.replies.at(0).id;
        must(engine.keepOtherView(sofie.person, sofie, id, "Jeg vil cykle."));
        must(engine.sendOtherView(sofie.person, sofie, id));
    });
    m->enterStaff(QStringLiteral("Mette"));
    m->app.staff()->openResident(
        static_cast<int>(column(*m->app.staff()->residents(), "title").indexOf(QStringLiteral("Sofie"))));
    m->settle();
    auto &views = *m->app.staffAnswers()->otherViews();
    QCOMPARE(column(views, "line"), QStringList({QStringLiteral("Vi går en tur.")}));
    QCOMPARE(column(views, "words"), QStringList({QStringLiteral("Jeg vil cykle.")}));
    m->app.cover()->hide();
    QCOMPARE(views.count(), 0);
}

void TestOwnPage::coveringDropsAllOfIt()
{
    for (int i = 0; i < 3; ++i) {
        answer("ret-godt");
    }
    open();
    QCOMPARE(curve().points()->count(), 3);
    m->app.cover()->hide();
    QCOMPARE(curve().points()->count(), 0);
    QCOMPARE(curve().areas()->count(), 0);
    QCOMPARE(page().beforeNow()->areas()->count(), 0);
    QCOMPARE(page().beforeNow()->nowSaid(), QString());
    QCOMPARE(curve().firstDay(), QString());
}

QTEST_GUILESS_MAIN(TestOwnPage)
#include "tst_own_page.moc"
