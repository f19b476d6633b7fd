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

class TestTalk : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { start(TabletKind::Shared); }
    void cleanup() { m.reset(); }
    void coveredTogetherTheStaffsSideIsGone_data();
    void coveredTogetherTheStaffsSideIsGone();
    void coveredTogetherEndingGivesTheDeviceBack_data();
    void coveredTogetherEndingGivesTheDeviceBack();
    void coveredOnAPageAboveTheTalkToo_data();
    void coveredOnAPageAboveTheTalkToo();
    void staffComeBackWithTheirCode();

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
        must(engine.agreeOnConversations(m->home.sofie.person, m->home.mette, agreement));
    });
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

QTEST_GUILESS_MAIN(TestTalk)
#include "tst_talk.moc"
