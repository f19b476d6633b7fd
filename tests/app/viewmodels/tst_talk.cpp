// A samtale behind its screens: who may come back to what, and what stays when things cross each other.
#include "tests/app/viewmodels/app_fixture.h"
#include "tests/support/must.h"

#include <QTest>

using namespace trivsel;
using namespace trivsel::app;
using namespace trivsel::test;
using Page = Navigator::Page;
using Way = ConversationViewModel::Way;
using Stage = ConversationViewModel::Stage;
using engine::SignInKind;

Q_DECLARE_METATYPE(trivsel::TabletKind)
Q_DECLARE_METATYPE(trivsel::app::ConversationViewModel::Given)

class TestTalk : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { start(TabletKind::Shared); }
    void cleanup() { m.reset(); }
    void coveredTogetherTheStaffsSideIsGone_data();
    void coveredTogetherTheStaffsSideIsGone();
    void besideStaffALongerTimeIsNotKept_data();
    void besideStaffALongerTimeIsNotKept();
    void coveredTogetherEndingGivesTheDeviceBack_data();
    void coveredTogetherEndingGivesTheDeviceBack();
    void coveredOnAPageAboveTheTalkToo_data();
    void coveredOnAPageAboveTheTalkToo();
    void staffComeBackWithTheirCode();
    void whatBecameOfTheAnswersIsSaidAsItIs_data();
    void whatBecameOfTheAnswersIsSaidAsItIs();
    void twoTapsInARowLoseNoLineOfAReply();
    void nothingOfAReplyChangesBeforeItsLinesAreBack();
    void notTodayThrowsNoAnswersAway();
    void aStepOnItsWayDoesNotOpenBehindTheStaff();
    void aStepOnItsWayDoesNotStopTheEnd_data();
    void aStepOnItsWayDoesNotStopTheEnd();
    void noStepOpensWhileItEnds();
    void whoWentBackWhileItEndedIsLeftInPeace();
    void begunWhileStaffWentToSomebodyElse();
    void aGuestStandsThereOnce();
    void whatIsNotAskedIsLeftOut();
    void askedAboutNothingItDoesNotBegin();
    void whatWasJustDeclinedStandsThereAsDone();
    void theTimeOfATalkIsForItsOwnForms();
    void theHouseSuggestsUntilSomethingIsAgreed();

private:
    void start(TabletKind kind);
    void openSofie();
    /** Agreed, set up, and at the page that begins it. */
    void setUp(Way way);
    void begin(Way way);
    void openStep(int row);
    void answerAll(int option);
    void cover(bool byHand);
    void save();
    /** Set up, begun, one part answered and ended: at the page of the reply. */
    void reply();
    void addLine(const QString &text);
    [[nodiscard]] engine::ResidentSnapshot seenBy(const engine::Who &who);
    [[nodiscard]] QStringList linesOnDisk();
    void sayNoMore(const std::string &url);
    [[nodiscard]] Page page() const { return m->app.navigator()->page(); }
    [[nodiscard]] ConversationViewModel &talk() { return *m->app.conversation(); }

    std::unique_ptr<AppFixture> m;
};

void TestTalk::start(TabletKind kind)
{
    m.reset();
    m = std::make_unique<AppFixture>(catalogue::Language::Da, kind);
    m->behindTheScreens(m->home.mette, [this](engine::Engine &engine) {
        domain::TalkAgreement agreement;
        agreement.topic = {domain::TalkAbout::Person, m->home.mette.person, {}};
        agreement.period = domain::TalkPeriod::TwoWeeks;
        agreement.rhythm = domain::TalkRhythm::TwoWeeks;
        agreement.asking = domain::TalkAsking::StaffAsk;
        must(engine.agreeOnConversations(m->home.sofie.person, m->home.mette, agreement, {}));
    });
}

void TestTalk::theHouseSuggestsUntilSomethingIsAgreed()
{
    m.reset();
    m = std::make_unique<AppFixture>();
    m->home.suggest({domain::TalkPeriod::Month, domain::TalkRhythm::TwoWeeks, domain::TalkAsking::Unset});
    m->meet();
    openSofie();
    talk().openAgreement();
    m->settle();
    AgreementViewModel &page = *m->app.agreement();
    QVERIFY(page.suggested());
    QCOMPARE(page.rhythm(), AgreementViewModel::Rhythm::TwoWeeks);
    QCOMPARE(page.asking(), AgreementViewModel::Asking::Unset); // the house has said nothing of it
    QCOMPARE(page.choice()->period(), TalkChoice::Period::Month);
    QVERIFY(!page.complete()); // nothing is agreed on by a suggestion
    page.chooseAsking(AgreementViewModel::Asking::StaffAsk);
    page.choice()->chooseTopic(0, {});
    page.chooseRhythm(AgreementViewModel::Rhythm::Week);
    page.save();
    m->settle();
    talk().openAgreement();
    m->settle();
    QVERIFY(!page.suggested()); // what was agreed on stands there, whatever the house says
    QCOMPARE(page.rhythm(), AgreementViewModel::Rhythm::Week);
}

void TestTalk::openSofie()
{
    m->enterStaff(QStringLiteral("Mette"));
    const auto &residents = *m->app.staff()->residents();
    m->app.staff()->openResident(
        static_cast<int>(column(residents, "title").indexOf(QStringLiteral("Sofie"))));
    m->settle();
    QCOMPARE(page(), Page::StaffResident);
}

void TestTalk::setUp(Way way)
{
    openSofie();
    talk().open();
    m->settle();
    QCOMPARE(page(), Page::Conversation);
    talk().chooseWay(way);
    m->settle();
    QVERIFY(talk().canBegin());
}

void TestTalk::begin(Way way)
{
    setUp(way);
    talk().begin();
    m->settle();
    QCOMPARE(page(), Page::Talk);
    if (way == Way::Alone) {
        talk().take();
        m->settle();
    }
    QCOMPARE(talk().steps()->count(), 2);
}

void TestTalk::openStep(int row)
{
    talk().openStep(row);
    m->settle();
    if (page() == Page::Begin) {
        m->app.begin()->begin();
        m->settle();
    }
}

void TestTalk::answerAll(int option)
{
    while (page() == Page::Question) {
        m->app.question()->choose(option);
        m->settle();
        m->app.question()->next();
        m->settle();
    }
    QCOMPARE(page(), Page::Review);
}

void TestTalk::save()
{
    m->app.review()->chooseReaders(0);
    m->settle();
    m->app.review()->save();
    m->settle();
    QCOMPARE(page(), Page::Thanks);
    m->app.thanks()->close();
    m->settle();
    QCOMPARE(page(), Page::Talk);
}

void TestTalk::reply()
{
    begin(Way::Together);
    openStep(0);
    answerAll(1);
    save();
    talk().end();
    m->settle();
    QCOMPARE(page(), Page::Reply);
}

void TestTalk::addLine(const QString &text)
{
    m->app.reply()->add(false, QStringLiteral("Hvad gør vi?"));
    QCOMPARE(page(), Page::Write);
    for (int length = 1; length <= text.size(); ++length) {
        m->app.write()->setText(text.left(length));
        m->settle();
    }
    m->app.write()->finish();
    m->settle();
    QCOMPARE(page(), Page::Reply);
}

engine::ResidentSnapshot TestTalk::seenBy(const engine::Who &who)
{
    return must(m->tablet->openResident(m->home.sofie.person, who));
}

QStringList TestTalk::linesOnDisk()
{
    QStringList texts;
    const auto to = seenBy(m->home.mette).conversations.held.front().id;
    for (const auto &line : must(m->tablet->openReply(m->home.sofie.person, m->home.mette, to))) {
        texts.append(QString::fromStdString(line.text));
    }
    return texts;
}

void TestTalk::sayNoMore(const std::string &url)
{
    must(m->tablet->setAsking(m->home.sofie.person, m->home.sofie, url, domain::Asking::NoMore));
    m->settle();
}

void TestTalk::cover(bool byHand)
{
    if (byHand) {
        m->app.cover()->hide();
    } else {
        m->idle.ring();
    }
    m->settle();
    QVERIFY(m->app.cover()->covered());
    m->app.cover()->uncover(); // by whoever sits there now
    m->settle();
    QVERIFY(!m->app.cover()->covered());
}

void TestTalk::coveredTogetherTheStaffsSideIsGone_data()
{
    QTest::addColumn<TabletKind>("kind");
    QTest::addColumn<bool>("byHand");
    QTest::newRow("shared, Skjul") << TabletKind::Shared << true;
    QTest::newRow("shared, 120 s") << TabletKind::Shared << false;
    QTest::newRow("staff's, Skjul") << TabletKind::Staff << true;
    QTest::newRow("staff's, 120 s") << TabletKind::Staff << false;
}

void TestTalk::coveredTogetherTheStaffsSideIsGone()
{
    QFETCH(TabletKind, kind);
    QFETCH(bool, byHand);
    start(kind);
    begin(Way::Together);
    QCOMPARE(m->tablet->signedIn().kind, SignInKind::Code);
    QCOMPARE(m->idle.runningMs, CoverViewModel::kQuestionIdleMs);
    cover(byHand);
    QCOMPARE(page(), Page::Talk);
    // On a device that staff carry the resident writes beside them.
    QCOMPARE(m->tablet->signedIn().kind, kind == TabletKind::Shared ? SignInKind::Nobody : SignInKind::Code);
    QCOMPARE(talk().steps()->count(), 2);
    openStep(0);
    QCOMPARE(page(), Page::Question); // the resident goes on
    m->app.question()->pause();
    m->settle();
    talk().back();
    m->settle();
    QCOMPARE(page(), Page::Start);
    QVERIFY(!m->app.session().isStaff());
    QVERIFY(!m->app.session().resident());
    QCOMPARE(m->tablet->signedIn().kind, SignInKind::Nobody);
}

void TestTalk::besideStaffALongerTimeIsNotKept_data()
{
    QTest::addColumn<TabletKind>("kind");
    QTest::addColumn<int>("seconds");
    QTest::addColumn<int>("together");
    QTest::newRow("shared, 10 minutes") << TabletKind::Shared << 600 << 120'000;
    QTest::newRow("shared, 1 minute") << TabletKind::Shared << 60 << 60'000;
    QTest::newRow("staff's, 10 minutes") << TabletKind::Staff << 600 << 120'000;
}

/** The engine ends the stay of staff whom nobody touches the tablet beside, and the resident's with it. */
void TestTalk::besideStaffALongerTimeIsNotKept()
{
    QFETCH(TabletKind, kind);
    QFETCH(int, seconds);
    QFETCH(int, together);
    start(kind);
    m->behindTheScreens(m->home.mette, [&](engine::Engine &engine) {
        const auto &sofie = m->home.sofie;
        must(engine.setOwnWish(sofie.person, sofie, engine::OwnWish::CoverAfter, seconds));
    });
    m->settle();
    begin(Way::Together);
    QCOMPARE(m->idle.runningMs, together);
    m->uptimeMs += m->idle.runningMs - 1'000; // the engine of a test gives staff no more than the screens do
    cover(false);
    QCOMPARE(page(), Page::Talk);     // their place waited
    if (kind == TabletKind::Shared) { // staff are signed out, and the time is the resident's own
        QCOMPARE(m->idle.runningMs, seconds * 1'000);
    }
}

void TestTalk::coveredTogetherEndingGivesTheDeviceBack_data()
{
    coveredTogetherTheStaffsSideIsGone_data();
}

void TestTalk::coveredTogetherEndingGivesTheDeviceBack()
{
    QFETCH(TabletKind, kind);
    QFETCH(bool, byHand);
    start(kind);
    begin(Way::Together);
    cover(byHand);
    talk().end();
    m->settle();
    QCOMPARE(page(), Page::Talk);
    QCOMPARE(talk().stage(), Stage::GiveBack);
    QVERIFY(!m->app.session().isStaff());
    talk().leave();
    m->settle();
    QCOMPARE(page(), Page::Start);
    QCOMPARE(m->tablet->signedIn().kind, SignInKind::Nobody);
}

void TestTalk::coveredOnAPageAboveTheTalkToo_data()
{
    QTest::addColumn<bool>("review");
    QTest::newRow("a question, 120 s") << false;
    QTest::newRow("the review, 45 s") << true;
}

void TestTalk::coveredOnAPageAboveTheTalkToo()
{
    QFETCH(bool, review);
    begin(Way::Together);
    openStep(0);
    if (review) {
        answerAll(1);
    }
    QCOMPARE(m->idle.runningMs, review ? CoverViewModel::kAnswersIdleMs : CoverViewModel::kQuestionIdleMs);
    cover(false);
    QCOMPARE(page(), review ? Page::Review : Page::Question);
    QVERIFY(!m->app.navigator()->contains(Page::StaffResident));
    QVERIFY(!m->app.navigator()->contains(Page::Staff));
    if (review) { // what was begun is saved as before
        m->app.review()->chooseReaders(0);
        m->settle();
        m->app.review()->save();
        m->settle();
        QCOMPARE(page(), Page::Thanks);
        m->app.thanks()->close();
    } else {
        m->app.question()->pause();
    }
    m->settle();
    QCOMPARE(page(), Page::Talk);
    talk().back();
    m->settle();
    QCOMPARE(page(), Page::Start);
    QCOMPARE(m->tablet->signedIn().kind, SignInKind::Nobody);
}

void TestTalk::staffComeBackWithTheirCode()
{
    begin(Way::Together);
    cover(true);
    talk().back();
    m->settle();
    openSofie();
    talk().open();
    m->settle();
    QCOMPARE(talk().standing(), ConversationViewModel::Standing::UnderWay);
    talk().begin();
    m->settle();
    QCOMPARE(page(), Page::Talk);
    talk().end();
    m->settle();
    QCOMPARE(page(), Page::StaffResident);
    QVERIFY(m->app.session().isStaff());
}

void TestTalk::whatBecameOfTheAnswersIsSaidAsItIs_data()
{
    using Given = ConversationViewModel::Given;
    QTest::addColumn<int>("first"); // 0: untouched, 1: begun, 2: saved, 3: not today
    QTest::addColumn<int>("second");
    QTest::addColumn<Given>("given");
    QTest::newRow("nothing") << 0 << 0 << Given::Nothing;
    QTest::newRow("not today") << 3 << 0 << Given::Nothing;
    QTest::newRow("begun") << 1 << 0 << Given::Waits;
    QTest::newRow("saved") << 2 << 0 << Given::Saved;
    QTest::newRow("saved and begun") << 2 << 1 << Given::Waits;
    QTest::newRow("both saved") << 2 << 2 << Given::Saved;
}

void TestTalk::whatBecameOfTheAnswersIsSaidAsItIs()
{
    QFETCH(int, first);
    QFETCH(int, second);
    QFETCH(ConversationViewModel::Given, given);
    begin(Way::Alone);
    for (const auto &[row, how] : {std::pair(0, first), std::pair(1, second)}) {
        if (how == 0) {
            continue;
        }
        if (how == 3) {
            talk().openStep(row);
            m->settle();
            m->app.begin()->notToday();
            m->settle();
            m->app.thanks()->close();
            m->settle();
            continue;
        }
        openStep(row);
        QCOMPARE(page(), Page::Question);
        if (how == 2) {
            answerAll(1);
            save();
        } else {
            m->app.question()->choose(1);
            m->settle();
            m->core.hold(); // and it is ended before anything was read again
            m->app.question()->pause();
        }
    }
    talk().end();
    m->core.release();
    m->settle();
    QCOMPARE(talk().stage(), Stage::GiveBack);
    QCOMPARE(talk().given(), given);
    QVERIFY(!talk().onPhone());
    QCOMPARE(talk().steps()->count(), 2); // nothing goes from the page below until it is left
    talk().leave();
    m->settle();
    QCOMPARE(talk().steps()->count(), 0);
}

void TestTalk::twoTapsInARowLoseNoLineOfAReply()
{
    reply();
    for (const char *line : {"En", "To", "Tre"}) {
        addLine(QString::fromLatin1(line));
    }
    QCOMPARE(linesOnDisk(), (QStringList{QStringLiteral("En"), QStringLiteral("To"), QStringLiteral("Tre")}));
    const auto to = seenBy(m->home.mette).conversations.held.front().id;
    m->app.reply()->back();
    m->settle();
    m->core.hold();
    m->app.reply()->open(to);
    m->app.reply()->add(false, QStringLiteral("Hvad gør vi?")); // before the lines are there
    QCOMPARE(page(), Page::Reply);
    QVERIFY(!m->app.reply()->canWrite());
    m->core.release();
    m->settle();
    QVERIFY(m->app.reply()->canWrite());
    QCOMPARE(m->app.reply()->lines()->count(), 3);
    addLine(QStringLiteral("Fire"));
    QCOMPARE(linesOnDisk(), (QStringList{QStringLiteral("En"), QStringLiteral("To"), QStringLiteral("Tre"),
                                         QStringLiteral("Fire")}));
    m->app.reply()->remove(1);
    m->settle();
    QCOMPARE(linesOnDisk(),
             (QStringList{QStringLiteral("En"), QStringLiteral("Tre"), QStringLiteral("Fire")}));
    m->app.reply()->edit(0, QStringLiteral("Hvad gør vi?"));
    m->app.write()->setText(QStringLiteral("Et"));
    m->settle();
    m->app.write()->finish();
    m->settle();
    QCOMPARE(linesOnDisk(),
             (QStringList{QStringLiteral("Et"), QStringLiteral("Tre"), QStringLiteral("Fire")}));
}

void TestTalk::nothingOfAReplyChangesBeforeItsLinesAreBack()
{
    reply();
    addLine(QStringLiteral("En"));
    m->app.reply()->edit(0, QStringLiteral("Hvad gør vi?"));
    m->app.write()->setText(QStringLiteral("Det nye"));
    m->settle();
    m->core.hold();
    m->app.write()->finish();
    QCOMPARE(page(), Page::Reply);
    m->app.reply()->askWho(0);
    QVERIFY(!m->app.reply()->choosingWho());
    m->app.reply()->remove(0);
    m->app.reply()->edit(0, QStringLiteral("Hvad gør vi?"));
    m->app.reply()->setUntil(0, QStringLiteral("Til hvornår?"));
    m->app.reply()->add(true, QStringLiteral("Hvorfor?"));
    QCOMPARE(page(), Page::Reply);
    QVERIFY(!m->app.reply()->canSave());
    m->core.release();
    m->settle();
    QCOMPARE(linesOnDisk(), QStringList{QStringLiteral("Det nye")});
    m->app.reply()->askWho(0);
    QVERIFY(m->app.reply()->choosingWho());
    m->core.hold();
    m->app.session().refresh();
    m->app.reply()->chooseWho(0);
    m->app.reply()->chooseWho(1); // the names are gone with the first
    m->core.release();
    m->settle();
    QCOMPARE(linesOnDisk(), QStringList{QStringLiteral("Det nye")});
}

void TestTalk::notTodayThrowsNoAnswersAway()
{
    begin(Way::Together);
    openStep(0);
    m->app.question()->choose(3);
    m->settle();
    m->core.hold();
    m->app.question()->pause();
    talk().openStep(0); // what is shown does not know of the sheet yet
    QCOMPARE(page(), Page::Begin);
    m->core.release();
    m->settle();
    m->app.begin()->notToday();
    m->settle();
    QCOMPARE(page(), Page::Review);
    const auto drafts = seenBy(m->home.sofie).drafts;
    QCOMPARE(drafts.size(), 1U);
    QVERIFY(!drafts.front().sent);
    QVERIFY(drafts.front().outcome != wire::v1::NOT_TODAY);
    QCOMPARE(drafts.front().answers.size(), 1U);
    save(); // the answer, not "ikke i dag"
    const auto held = seenBy(m->home.sofie).conversations.held.front();
    QCOMPARE(held.answers.size(), 1U);
    QVERIFY(!held.answers.begin()->second.notToday);
}

void TestTalk::aStepOnItsWayDoesNotOpenBehindTheStaff()
{
    begin(Way::Together);
    openStep(0);
    m->app.question()->choose(3);
    m->settle();
    m->app.question()->pause();
    m->settle();
    m->core.hold();
    talk().openStep(0);
    talk().back();
    m->core.release();
    m->settle();
    QCOMPARE(page(), Page::StaffResident);
    QVERIFY(m->app.session().isStaff());
    QVERIFY(!m->app.question()->answered()); // nothing of the resident's sheet is here
}

void TestTalk::aStepOnItsWayDoesNotStopTheEnd_data()
{
    QTest::addColumn<bool>("alone");
    QTest::newRow("together") << false;
    QTest::newRow("alone") << true;
}

void TestTalk::aStepOnItsWayDoesNotStopTheEnd()
{
    QFETCH(bool, alone);
    begin(alone ? Way::Alone : Way::Together);
    openStep(0);
    m->app.question()->choose(3);
    m->settle();
    m->app.question()->pause();
    m->settle();
    m->core.hold();
    talk().openStep(0);
    talk().end();
    m->core.release();
    m->settle();
    QCOMPARE(page(), alone ? Page::Talk : Page::StaffResident);
    QCOMPARE(talk().stage(), alone ? Stage::GiveBack : Stage::Steps);
    QVERIFY(!m->app.question()->answered());
}

void TestTalk::noStepOpensWhileItEnds()
{
    begin(Way::Alone);
    m->core.hold();
    talk().end();
    talk().openStep(0);
    QCOMPARE(page(), Page::Talk);
    m->core.release();
    m->settle();
    QCOMPARE(talk().stage(), Stage::GiveBack);
}

void TestTalk::whoWentBackWhileItEndedIsLeftInPeace()
{
    begin(Way::Together);
    openStep(0);
    answerAll(1);
    save();
    m->core.hold();
    talk().end();
    talk().back();
    QCOMPARE(page(), Page::StaffResident);
    m->app.staffResident()->back();
    const auto &residents = *m->app.staff()->residents();
    m->app.staff()->openResident(
        static_cast<int>(column(residents, "title").indexOf(QStringLiteral("Karim"))));
    m->core.release();
    m->settle();
    QCOMPARE(page(), Page::StaffResident); // and not the reply to Sofie
    QCOMPARE(m->app.session().residentName(), QStringLiteral("Karim"));
}

void TestTalk::begunWhileStaffWentToSomebodyElse()
{
    setUp(Way::Together);
    m->core.hold();
    talk().begin();
    talk().backFromPlan();
    m->app.staffResident()->back();
    const auto &residents = *m->app.staff()->residents();
    m->app.staff()->openResident(
        static_cast<int>(column(residents, "title").indexOf(QStringLiteral("Karim"))));
    m->core.release();
    m->settle();
    QCOMPARE(page(), Page::StaffResident);
    QVERIFY(m->app.session().isStaff());
    QCOMPARE(m->app.session().residentName(), QStringLiteral("Karim"));
}

void TestTalk::aGuestStandsThereOnce()
{
    setUp(Way::Together);
    talk().addGuest(QStringLiteral("Hvem er med?"));
    m->app.write()->setText(QStringLiteral("Min sø"));
    m->settle();
    m->app.session().refresh(); // a sync has brought something about her
    m->settle();
    m->app.write()->setText(QStringLiteral("Min søster"));
    m->settle();
    m->app.write()->finish();
    m->settle();
    QStringList guests;
    for (const auto &guest : seenBy(m->home.mette).conversations.here->here) {
        if (guest.person.isNull()) {
            guests.append(QString::fromStdString(guest.name));
        }
    }
    QCOMPARE(guests, QStringList{QStringLiteral("Min søster")});
    QVERIFY(column(*talk().people(), "name").contains(QStringLiteral("Min søster")));
    QVERIFY(!column(*talk().people(), "name").contains(QStringLiteral("Min sø")));
    QCOMPARE(talk().way(), Way::Together);
}

void TestTalk::whatIsNotAskedIsLeftOut()
{
    sayNoMore(kWellbeing);
    setUp(Way::Together);
    QCOMPARE(talk().notAsked(), QStringLiteral("Sådan går det"));
    QVERIFY(talk().asksAnything());
    talk().begin();
    m->settle();
    QCOMPARE(talk().steps()->count(), 1);
    QCOMPARE(cell(*talk().steps(), 0, "step").value<ConversationViewModel::Step>(),
             ConversationViewModel::Step::Next);
    talk().openStep(0);
    m->settle();
    QCOMPARE(page(), Page::Begin);
    QCOMPARE(m->app.begin()->title(), QStringLiteral("Vores samarbejde"));
}

void TestTalk::askedAboutNothingItDoesNotBegin()
{
    sayNoMore(kWellbeing);
    sayNoMore(kCooperation);
    openSofie();
    talk().open();
    m->settle();
    talk().chooseWay(Way::Together);
    m->settle();
    QVERIFY(!talk().asksAnything());
    QVERIFY(!talk().canBegin());
    talk().begin();
    m->settle();
    QCOMPARE(page(), Page::Conversation);
    QVERIFY(m->app.session().isStaff());
}

void TestTalk::whatWasJustDeclinedStandsThereAsDone()
{
    begin(Way::Together);
    talk().openStep(0);
    m->settle();
    m->app.begin()->notToday();
    m->settle();
    m->app.thanks()->askAgain(static_cast<int>(domain::Asking::NoMore));
    m->settle();
    m->app.thanks()->close();
    m->settle();
    QCOMPARE(talk().steps()->count(), 2);
    QCOMPARE(cell(*talk().steps(), 0, "step").value<ConversationViewModel::Step>(),
             ConversationViewModel::Step::Done);
    QCOMPARE(cell(*talk().steps(), 1, "step").value<ConversationViewModel::Step>(),
             ConversationViewModel::Step::Next);
}

void TestTalk::theTimeOfATalkIsForItsOwnForms()
{
    setUp(Way::Together);
    talk().choice()->choosePeriod(TalkChoice::Period::TwoWeeks);
    m->settle();
    talk().begin();
    m->settle();
    FormSession form(m->app.core(), m->app.session(), *m->app.formatters());
    form.prepare(shippedCatalogue()->byUrl(kWellbeing), {});
    QCOMPARE(form.variables().sinceLast, m->app.formatters()->lately(14).toStdString());
    form.prepare(shippedCatalogue()->byUrl("https://trivsel.example/fhir/Questionnaire/tema-1-beboer"), {});
    QCOMPARE(form.variables().sinceLast, m->app.formatters()->sinceLast(std::nullopt).toStdString());
}

QTEST_GUILESS_MAIN(TestTalk)
#include "tst_talk.moc"
