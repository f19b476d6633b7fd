// Codes on the screen: typing, waiting, locking, the shift's code and the emergency, in front of a real
// engine.
#include "tests/app/viewmodels/app_fixture.h"
#include "tests/support/must.h"

#include <QTest>

using namespace trivsel;
using namespace trivsel::app;
using namespace trivsel::test;
using Page = Navigator::Page;
using State = SignInViewModel::State;
using engine::SignInKind;

namespace {
constexpr std::int64_t kMinuteMs = 60'000;
constexpr std::int64_t kDayMs = 24 * 60 * kMinuteMs;
const std::string kWrong = "135791";
const std::string kShiftCode = "777777";
} // namespace

class TestSignIn : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { start(TabletKind::Shared); }
    void cleanup() { m.reset(); }
    void theRightCodeOpensTheStaffsPage();
    void digitsAreCountedAndTakenAway();
    void whileACodeIsCheckedThePageLives();
    void aWrongCodeMayBeTriedAgain();
    void afterThreeWrongOnesItWaits();
    void aWaitIsStillThereAfterARestart();
    void oneWaitIsNobodyElses();
    void whoHasNoCodeIsToldSo();
    void whoWentBackIsNotLetIn();
    void whoWentBackDoesNotPutTheNextOneOut();
    void aCodeThatCantBeCheckedDoesNotCount();
    void changingPersonLocksAndShowsTheNames();
    void lockedByItselfAndTheDraftIsKept();
    void theEngineLocksWhenTheScreenCouldNot();
    void aTouchKeepsItOpen();
    void aResidentWritesBesideSomebodyOfTheStaff();
    void underTheCoverItLocks();
    void theShiftsCodeOpensSafetyPlansOnly();
    void anEmergencyOpensThemThroughAWait();
    void whoHasLeftOpensNothingInAnEmergency();
    void thereIsNoShiftCode();
    void aSharedTabletOffersNeither();
    void sevenDaysWithoutTheOfficeAreSaid();

private:
    void start(TabletKind kind);
    void chooser();
    void mette();
    [[nodiscard]] SignInKind signedIn() { return m->tablet->signedIn().kind; }
    [[nodiscard]] Page page() const { return m->app.navigator()->page(); }
    [[nodiscard]] State state() const { return m->app.signIn()->state(); }
    [[nodiscard]] bool wroteDown(domain::AuditAction action, domain::AuditPurpose purpose);

    std::unique_ptr<AppFixture> m;
};

void TestSignIn::start(TabletKind kind)
{
    m.reset();
    m = std::make_unique<AppFixture>(catalogue::Language::Da, kind, catalogueWithSafetyPlan());
}

void TestSignIn::chooser()
{
    m->app.start()->openStaff();
    m->settle();
}

void TestSignIn::mette()
{
    chooser();
    m->chooseStaff(QStringLiteral("Mette"));
}

bool TestSignIn::wroteDown(domain::AuditAction action, domain::AuditPurpose purpose)
{
    const auto entries = must(m->tablet->audit());
    return std::any_of(entries.begin(), entries.end(), [&](const domain::AuditEntry &entry) {
        return entry.action == action && entry.purpose == purpose;
    });
}

void TestSignIn::theRightCodeOpensTheStaffsPage()
{
    mette();
    QCOMPARE(page(), Page::StaffCode);
    QCOMPARE(m->app.signIn()->name(), QStringLiteral("Mette"));
    QVERIFY(!m->app.session().isStaff());
    m->typeCode(kCode);
    QCOMPARE(page(), Page::Staff);
    QCOMPARE(m->app.session().staffName(), QStringLiteral("Mette"));
    QCOMPARE(signedIn(), SignInKind::Code);
    QCOMPARE(m->app.staff()->problem(), Problem::None);
    QVERIFY(m->app.staff()->waitingKnown());
}

void TestSignIn::digitsAreCountedAndTakenAway()
{
    mette();
    m->typeCode("24");
    QCOMPARE(m->app.signIn()->written(), 2);
    m->app.signIn()->erase();
    QCOMPARE(m->app.signIn()->written(), 1);
    m->app.signIn()->erase();
    m->app.signIn()->erase(); // nothing left
    QCOMPARE(m->app.signIn()->written(), 0);
    m->app.signIn()->addDigit(10);
    m->app.signIn()->addDigit(-1);
    QCOMPARE(m->app.signIn()->written(), 0);
    m->typeCode("24681");
    QCOMPARE(state(), State::Ready); // five are no code yet
    m->typeCode("0");
    QCOMPARE(page(), Page::Staff);
}

void TestSignIn::whileACodeIsCheckedThePageLives()
{
    mette();
    m->worker.hold();
    for (const char digit : kCode) {
        m->app.signIn()->addDigit(digit - '0');
    }
    QCOMPARE(m->worker.waiting(), 1U);
    QCOMPARE(state(), State::Checking);
    QCOMPARE(m->app.signIn()->written(), 0); // not kept here
    m->app.signIn()->addDigit(1);
    QCOMPARE(m->app.signIn()->written(), 0);
    m->app.navigator()->openHelp(); // the rest of the tablet goes on
    QVERIFY(m->app.navigator()->helpOpen());
    m->worker.release();
    m->settle();
    QCOMPARE(page(), Page::Staff);
}

void TestSignIn::aWrongCodeMayBeTriedAgain()
{
    mette();
    m->typeCode(kWrong);
    QCOMPARE(state(), State::Wrong);
    QCOMPARE(page(), Page::StaffCode);
    QCOMPARE(signedIn(), SignInKind::Nobody);
    m->typeCode("2");
    QCOMPARE(state(), State::Ready);
    m->typeCode("46810");
    QCOMPARE(page(), Page::Staff);
}

void TestSignIn::afterThreeWrongOnesItWaits()
{
    mette();
    m->typeCode(kWrong);
    m->typeCode(kWrong);
    QCOMPARE(state(), State::Wrong);
    m->typeCode(kWrong);
    QCOMPARE(state(), State::WrongWaiting);
    QVERIFY(m->app.signIn()->waiting());
    m->typeCode(kCode);
    QCOMPARE(page(), Page::StaffCode);
    auto *timer = m->app.signIn()->findChild<QTimer *>(QStringLiteral("wait"));
    QVERIFY(timer->isActive());
    timer->start(0); // too early
    QTRY_VERIFY(timer->interval() > 0);
    QCOMPARE(state(), State::WrongWaiting);
    m->uptimeMs += 6 * kMinuteMs;
    timer->start(0);
    QTRY_COMPARE(state(), State::TryAgain);
    m->typeCode(kCode);
    QCOMPARE(page(), Page::Staff);
}

void TestSignIn::aWaitIsStillThereAfterARestart()
{
    mette();
    for (int tries = 0; tries < 3; ++tries) {
        m->typeCode(kWrong);
    }
    m->app.cover()->goToStart();
    m->settle();
    m->tablet.reopen();
    m->core.reopened();
    mette();
    QCOMPARE(state(), State::Waiting);
    m->app.signIn()->back();
    QCOMPARE(page(), Page::StaffChooser);
}

void TestSignIn::oneWaitIsNobodyElses()
{
    mette();
    for (int tries = 0; tries < 3; ++tries) {
        m->typeCode(kWrong);
    }
    m->app.signIn()->back();
    m->chooseStaff(QStringLiteral("Ali"));
    QCOMPARE(state(), State::Ready);
    m->typeCode(kCode);
    QCOMPARE(m->app.session().staffName(), QStringLiteral("Ali"));
}

void TestSignIn::whoHasNoCodeIsToldSo()
{
    (void)m->home.addStaff("Bo");
    m->meet();
    chooser();
    m->chooseStaff(QStringLiteral("Bo"));
    m->typeCode(kCode);
    QCOMPARE(state(), State::NoCode);
}

void TestSignIn::whoWentBackIsNotLetIn()
{
    mette();
    m->worker.hold();
    for (const char digit : kCode) {
        m->app.signIn()->addDigit(digit - '0');
    }
    m->app.signIn()->back();
    m->worker.release();
    m->settle();
    QCOMPARE(page(), Page::StaffChooser);
    QVERIFY(!m->app.session().isStaff());
    QCOMPARE(signedIn(), SignInKind::Nobody);
}

void TestSignIn::whoWentBackDoesNotPutTheNextOneOut()
{
    mette();
    m->worker.hold();
    for (const char digit : kCode) {
        m->app.signIn()->addDigit(digit - '0');
    }
    m->app.signIn()->back();
    m->app.staffChooser()->choose(0);
    for (const char digit : kCode) {
        m->app.signIn()->addDigit(digit - '0'); // the first is still being checked
    }
    QTRY_COMPARE(state(), State::Waiting);
    m->worker.release();
    m->settle();
    auto *timer = m->app.signIn()->findChild<QTimer *>(QStringLiteral("wait"));
    timer->start(0);
    QTRY_COMPARE(state(), State::TryAgain);
    m->typeCode(kCode);
    QCOMPARE(page(), Page::Staff);
    QCOMPARE(signedIn(), SignInKind::Code);
}

void TestSignIn::aCodeThatCantBeCheckedDoesNotCount()
{
    mette();
    m->noMemory = true;
    for (int tries = 0; tries < 4; ++tries) {
        m->typeCode(kCode);
        QCOMPARE(state(), State::Failed);
        QCOMPARE(m->app.signIn()->problem(), Problem::Other);
    }
    m->noMemory = false;
    m->typeCode(kCode);
    QCOMPARE(page(), Page::Staff);
}

void TestSignIn::changingPersonLocksAndShowsTheNames()
{
    m->enterStaff(QStringLiteral("Mette"));
    m->app.staff()->switchPerson();
    m->settle();
    QCOMPARE(page(), Page::StaffChooser);
    QVERIFY(!m->app.session().isStaff());
    QCOMPARE(signedIn(), SignInKind::Nobody);
    m->chooseStaff(QStringLiteral("Ali"));
    m->typeCode(kCode);
    QCOMPARE(m->app.session().staffName(), QStringLiteral("Ali"));
}

void TestSignIn::lockedByItselfAndTheDraftIsKept()
{
    m->enterStaff(QStringLiteral("Mette"));
    const auto open = [this] {
        m->app.staff()->openResident(
            static_cast<int>(column(*m->app.staff()->residents(), "title").indexOf(QStringLiteral("Sofie"))));
        m->settle();
        const auto &plans = *m->app.staffResident()->plans();
        m->app.staffResident()->openPlan(
            static_cast<int>(column(plans, "title").indexOf(QStringLiteral("Trivselsplan"))));
        m->settle();
    };
    open();
    m->app.plan()->openStaff(1);
    m->settle();
    QCOMPARE(page(), Page::Write);
    m->app.write()->setText(QStringLiteral("Halvt skre"));
    m->app.write()->setText(QStringLiteral("Halvt skrevet")); // the first is still under way
    m->idle.ring();
    m->settle();
    QCOMPARE(page(), Page::Start);
    QCOMPARE(signedIn(), SignInKind::Nobody);
    m->enterStaff(QStringLiteral("Mette"));
    open();
    QCOMPARE(cell(*m->app.plan()->rows(), 1, "staff").value<PlanCell>().text,
             QStringLiteral("Halvt skrevet"));
}

void TestSignIn::theEngineLocksWhenTheScreenCouldNot()
{
    m->enterStaff(QStringLiteral("Mette"));
    m->uptimeMs += 10 * kMinuteMs; // the device slept, and its timers with it
    m->app.cover()->noteTouch();
    m->settle();
    QCOMPARE(page(), Page::Start);
    QVERIFY(!m->app.session().isStaff());
}

void TestSignIn::aTouchKeepsItOpen()
{
    m->enterStaff(QStringLiteral("Mette"));
    for (int minutes = 0; minutes < 10; ++minutes) {
        m->uptimeMs += kMinuteMs;
        m->app.cover()->noteTouch();
        m->settle();
    }
    QCOMPARE(page(), Page::Staff);
    QCOMPARE(signedIn(), SignInKind::Code);
}

void TestSignIn::aResidentWritesBesideSomebodyOfTheStaff()
{
    start(TabletKind::Staff);
    m->app.start()->openTile(0);
    m->settle();
    QCOMPARE(page(), Page::StaffChooser);
    QVERIFY(m->app.signIn()->beside());
    const QString who = m->app.signIn()->besideName();
    m->chooseStaff(QStringLiteral("Ali"));
    m->typeCode(kCode);
    QCOMPARE(page(), Page::Resident);
    QCOMPARE(m->app.session().residentName(), who);
    QVERIFY(m->app.session().isResident());
    QVERIFY(m->app.session().snapshot().has_value());
    m->app.cover()->goToStart();
    m->settle();
    QCOMPARE(signedIn(), SignInKind::Nobody);
    m->app.start()->openTile(0);
    m->settle();
    m->app.staffChooser()->back();
    m->app.start()->openStaff();
    QVERIFY(!m->app.signIn()->beside()); // that was another errand
}

void TestSignIn::underTheCoverItLocks()
{
    start(TabletKind::Staff);
    m->enter(QStringLiteral("Sofie"));
    m->app.cover()->hide();
    m->uptimeMs += 10 * kMinuteMs;
    m->app.cover()->uncover();
    m->settle();
    QCOMPARE(page(), Page::Start);
    QVERIFY(!m->app.cover()->covered());
    QVERIFY(!m->app.session().snapshot().has_value());
}

void TestSignIn::theShiftsCodeOpensSafetyPlansOnly()
{
    start(TabletKind::Staff);
    m->writeSafetyPlan("Sæt dig ved siden af.");
    (void)m->home.addShiftCode(kShiftCode, m->tablet.nowMs - kMinuteMs, m->tablet.nowMs + kDayMs / 3);
    m->meet();
    chooser();
    QVERIFY(m->app.staffChooser()->mayUseShiftCode());
    m->app.staffChooser()->useShiftCode();
    QVERIFY(m->app.signIn()->shift());
    m->typeCode(kWrong);
    QCOMPARE(state(), State::Wrong);
    m->typeCode(kShiftCode);
    QCOMPARE(page(), Page::Safety);
    auto *safety = m->app.safety();
    QVERIFY(!safety->emergency());
    QCOMPARE(column(*safety->residents(), "title"),
             (QStringList{QStringLiteral("Karim"), QStringLiteral("Sofie")}));
    safety->choose(1);
    m->settle();
    QCOMPARE(safety->residentName(), QStringLiteral("Sofie"));
    QCOMPARE(column(*safety->rows(), "text"), QStringList{QStringLiteral("Sæt dig ved siden af.")});
    QVERIFY(!cell(*safety->rows(), 0, "section").toString().isEmpty());
    QCOMPARE(cell(*safety->rows(), 0, "signature").value<Signature>().author, QStringLiteral("Mette"));
    QVERIFY(wroteDown(wire::v1::AUDIT_READ, wire::v1::PURPOSE_SHIFT));
    QVERIFY(!m->tablet->openResident(m->home.sofie.person, m->app.session().who()));
    safety->back();
    m->settle();
    QCOMPARE(safety->rows()->count(), 0);
    safety->choose(0); // Karim has none
    m->settle();
    QVERIFY(safety->ready());
    QCOMPARE(safety->rows()->count(), 0);
    QCOMPARE(safety->problem(), Problem::None);
    m->idle.ring();
    m->settle();
    QCOMPARE(page(), Page::Start);
    QCOMPARE(safety->residents()->count(), 0);
    QCOMPARE(signedIn(), SignInKind::Nobody);
}

void TestSignIn::anEmergencyOpensThemThroughAWait()
{
    start(TabletKind::Staff);
    m->writeSafetyPlan("Sæt dig ved siden af.");
    chooser();
    m->chooseStaff(QStringLiteral("Lone")); // in nobody's team
    for (int tries = 0; tries < 3; ++tries) {
        m->typeCode(kWrong);
    }
    QVERIFY(m->app.signIn()->waiting());
    m->app.signIn()->openInEmergency(); // not asked for yet
    m->settle();
    QCOMPARE(page(), Page::StaffCode);
    m->app.signIn()->askEmergency();
    QVERIFY(m->app.signIn()->asksEmergency());
    m->app.signIn()->back();
    QVERIFY(!m->app.signIn()->asksEmergency());
    QCOMPARE(page(), Page::StaffCode);
    m->app.signIn()->askEmergency();
    m->app.signIn()->openInEmergency();
    m->settle();
    QCOMPARE(page(), Page::Safety);
    QVERIFY(m->app.safety()->emergency());
    QVERIFY(wroteDown(wire::v1::AUDIT_SIGN_IN, wire::v1::PURPOSE_EMERGENCY));
    m->app.safety()->choose(1);
    m->settle();
    QCOMPARE(m->app.safety()->rows()->count(), 1);
    QVERIFY(wroteDown(wire::v1::AUDIT_READ, wire::v1::PURPOSE_EMERGENCY));
}

void TestSignIn::whoHasLeftOpensNothingInAnEmergency()
{
    start(TabletKind::Staff);
    chooser();
    m->chooseStaff(QStringLiteral("Lone"));
    m->app.signIn()->askEmergency();
    m->home.sendAway(m->home.lone);
    m->meet();
    m->app.signIn()->openInEmergency();
    m->settle();
    QCOMPARE(page(), Page::StaffCode);
    QCOMPARE(state(), State::NotHere);
    QVERIFY(m->app.signIn()->refused());
}

void TestSignIn::thereIsNoShiftCode()
{
    start(TabletKind::Staff);
    chooser();
    m->app.staffChooser()->useShiftCode();
    m->typeCode(kShiftCode);
    QCOMPARE(state(), State::NoCode);
}

void TestSignIn::aSharedTabletOffersNeither()
{
    chooser();
    QVERIFY(!m->app.staffChooser()->mayUseShiftCode());
    m->app.staffChooser()->useShiftCode();
    QCOMPARE(page(), Page::StaffChooser);
    m->chooseStaff(QStringLiteral("Mette"));
    QVERIFY(!m->app.signIn()->mayOpenInEmergency());
    m->app.signIn()->askEmergency();
    QVERIFY(!m->app.signIn()->asksEmergency());
}

void TestSignIn::sevenDaysWithoutTheOfficeAreSaid()
{
    m->uptimeMs += 7 * kDayMs;
    m->tablet.nowMs += 7 * kDayMs;
    m->enterStaff(QStringLiteral("Mette"));
    QVERIFY(m->app.staff()->leaseExpired());
    must(m->tablet->syncPort().storeClock(m->tablet.nowMs, m->tablet.nowMs, true));
    m->app.cover()->noteTouch();
    m->settle();
    QVERIFY(!m->app.staff()->leaseExpired());
}

QTEST_GUILESS_MAIN(TestSignIn)
#include "tst_sign_in.moc"
