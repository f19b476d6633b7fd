// *Skift din kode* on the screen: three times six digits, in front of a real engine.
#include "tests/app/viewmodels/app_fixture.h"

#include <QTest>

using namespace trivsel;
using namespace trivsel::app;
using namespace trivsel::test;
using Page = Navigator::Page;
using Step = ChangeCodeViewModel::Step;
using Note = ChangeCodeViewModel::Note;

namespace {
const std::string kNew = "908172";
}

class TestChangeCode : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m = std::make_unique<AppFixture>();
        m->enterStaff(QStringLiteral("Mette"));
        m->app.staff()->changeCode();
        m->settle();
    }
    void cleanup() { m.reset(); }

    void theCodeInUseAndTheNewOneTwice()
    {
        QCOMPARE(m->app.navigator()->page(), Page::ChangeCode);
        QCOMPARE(vm().step(), Step::InUse);
        type("24681");
        QCOMPARE(vm().written(), 5);
        vm().erase();
        QCOMPARE(vm().written(), 4);
        type("10");
        QCOMPARE(vm().step(), Step::Chosen);
        QCOMPARE(vm().written(), 0);
        type(kNew);
        QCOMPARE(vm().step(), Step::Again);
        type("908173");
        QCOMPARE(vm().step(), Step::Chosen);
        QCOMPARE(vm().note(), Note::Differs);
        type(kNew);
        type(kNew);
        QCOMPARE(vm().step(), Step::Done);
        QCOMPARE(m->app.staff()->ownCode(), StaffViewModel::OwnCode::HereOnly);
        vm().back();
        QCOMPARE(m->app.navigator()->page(), Page::Staff);
        m->app.staff()->switchPerson();
        m->settle();
        m->chooseStaff(QStringLiteral("Mette"));
        m->typeCode(kCode);
        QCOMPARE(m->app.signIn()->state(), SignInViewModel::State::Wrong);
        m->typeCode(kNew);
        QCOMPARE(m->app.navigator()->page(), Page::Staff);
        QCOMPARE(m->app.staff()->ownCode(), StaffViewModel::OwnCode::HereOnly);
    }

    void whatIsEasyToGuessIsToldAtOnce()
    {
        type(kCode);
        type("111111");
        QCOMPARE(vm().step(), Step::Chosen);
        QCOMPARE(vm().note(), Note::Obvious);
        type(kCode);
        QCOMPARE(vm().note(), Note::Same);
        type(kNew);
        QCOMPARE(vm().step(), Step::Again);
    }

    void aWrongCodeInUseIsAskedForAgainAndWaits()
    {
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(vm().step(), Step::InUse);
            type("135797");
            type(kNew);
            type(kNew);
            QCOMPARE(vm().note(), i < 2 ? Note::Wrong : Note::WrongWaiting);
        }
        QVERIFY(vm().waiting());
        type("1");
        QCOMPARE(vm().written(), 0);
        vm().back();
        m->app.staff()->changeCode();
        m->settle();
        QCOMPARE(vm().note(), Note::Waiting); // still, and said at once
        m->uptimeMs += 5'000;
        QMetaObject::invokeMethod(vm().findChild<QTimer *>(QStringLiteral("wait")), "timeout");
        m->settle();
        QCOMPARE(vm().note(), Note::TryAgain);
        type(kCode);
        type(kNew);
        type(kNew);
        QCOMPARE(vm().step(), Step::Done);
    }

    void backGoesOneStepAndForgets()
    {
        type(kCode);
        type(kNew);
        vm().back();
        QCOMPARE(vm().step(), Step::Chosen);
        type("12");
        vm().back();
        QCOMPARE(vm().step(), Step::InUse);
        QCOMPARE(vm().written(), 0);
        vm().back();
        QCOMPARE(m->app.navigator()->page(), Page::Staff);
    }

    void whoLocksMeanwhileChangesNoPage()
    {
        type(kCode);
        type(kNew);
        m->worker.hold();
        for (const char digit : kNew) {
            vm().addDigit(digit - '0');
        }
        QCOMPARE(vm().note(), Note::Checking);
        m->app.cover()->goToStart();
        m->worker.release();
        m->settle();
        QCOMPARE(m->app.navigator()->page(), Page::Start);
        m->enterStaff(QStringLiteral("Mette")); // by the code that she had
        QCOMPARE(m->app.navigator()->page(), Page::Staff);
        QCOMPARE(m->app.staff()->ownCode(), StaffViewModel::OwnCode::Settled);
    }

private:
    ChangeCodeViewModel &vm() { return *m->app.changeCode(); }
    void type(const std::string &digits)
    {
        for (const char digit : digits) {
            vm().addDigit(digit - '0');
        }
        m->settle();
    }

    std::unique_ptr<AppFixture> m;
};

QTEST_GUILESS_MAIN(TestChangeCode)
#include "tst_change_code.moc"
