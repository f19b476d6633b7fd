// What can't be filled is refused with one sentence, and nothing is written.
#include "tests/app/demo/demo_place.h"

#include "proto/domain/home_model.h"

#include <QtTest>

using namespace trivsel;
using namespace trivsel::test;

class TestRefusals : public QObject
{
    Q_OBJECT

private:
    static void refused(const demo::DemoOptions &options, const char *because)
    {
        const auto filled = demo::fillHome(options);
        QVERIFY(!filled.has_value());
        const std::string &sentence = filled.error().sentence;
        QVERIFY2(sentence.find(because) != std::string::npos, sentence.c_str());
        QVERIFY2(sentence.find('\n') == std::string::npos, sentence.c_str());
    }

private Q_SLOTS:
    void aFolderWhereNoTabletLives()
    {
        FivePeople five;
        DemoPlace place(five.home, 1);
        QTemporaryDir empty;
        demo::DemoOptions options = optionsFor({&place}, 30);
        options.tablets = {empty.path().toStdString()};
        refused(options, "No tablet lives in");
        options.tablets = {(empty.path() + "/nowhere").toStdString()};
        refused(options, "No tablet lives in");
        QVERIFY(QDir(empty.path()).isEmpty());
    }

    void noTabletAndThreeTablets()
    {
        FivePeople five;
        DemoPlace place(five.home, 1);
        demo::DemoOptions options = optionsFor({&place}, 30);
        options.tablets.clear();
        refused(options, "One tablet is needed");
        options.tablets = {place.dir(), place.dir(), place.dir()};
        refused(options, "One tablet is needed");
    }

    void aHomeWhereNobodyLives()
    {
        TestHome home = TestHome::empty();
        home.addStaff("Mette");
        DemoPlace place(home, 1);
        refused(optionsFor({&place}, 30), "Nobody lives in the home");
        QVERIFY(!place.opened().hasSomethingToSend());
    }

    void aHomeThatIsNoDemo()
    {
        FivePeople five;
        const StreamId stream = five.home.log().front().stream; // the first change of a home is its name
        five.home.write(stream,
                        domain::writeHomeName(five.home.id(), "Birkegården", false, five.home.fold(stream)));
        DemoPlace place(five.home, 1);
        refused(optionsFor({&place}, 30), "not marked as a demo");
        QVERIFY(!place.opened().hasSomethingToSend());
    }

    void aHomeWhereSomebodyAnswered()
    {
        FivePeople five;
        DemoPlace place(five.home, 1);
        const demo::DemoOptions options = optionsFor({&place}, 30);
        QVERIFY(demo::fillHome(options).has_value());
        const auto sent = place.opened().sync().onlyHere;
        place.close();
        refused(options, "already");
        QCOMPARE(place.opened().sync().onlyHere, sent);
    }

    void aHomeWhereSomebodyIsInTheMiddleOfSomething()
    {
        FivePeople five;
        DemoPlace place(five.home, 1);
        const Who sofie = five.residents[0];
        const auto draft = place.opened().beginForm(sofie.person, sofie, kWellbeing, {});
        QVERIFY(place.opened().chooseAnswer(draft->id, "alt", "midt-imellem"));
        place.close();
        refused(optionsFor({&place}, 30), "already");
        QVERIFY(place.opened().draft(draft->id).has_value());
        place.close();

        DemoPlace other(five.home, 2);
        QVERIFY(other.opened().openPlan(sofie.person, sofie, kPlan).has_value());
        QVERIFY(other.opened().editField(sofie.person, sofie, kPlan, "mig.indefra", "Jeg"));
        other.close();
        refused(optionsFor({&other}, 30), "already");
    }

    void tabletsOfTwoHomes()
    {
        FivePeople one;
        TestHome another = TestHome::empty(5);
        another.addResident("Ole", {}, {});
        DemoPlace first(one.home, 1);
        DemoPlace second(another, 2);
        refused(optionsFor({&first, &second}, 30), "different homes");
    }

    void theSameTabletTwice()
    {
        FivePeople five;
        DemoPlace place(five.home, 1);
        refused(optionsFor({&place, &place}, 30), "Another program works with");
    }

    void keysThatDoNotFit()
    {
        FivePeople five;
        DemoPlace place(five.home, 1);
        const QString key = QString::fromStdString((place.dir() / "key").string());
        QFile::setPermissions(key, QFile::ReadOwner | QFile::WriteOwner);
        QFile file(key);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray("trivsel-wrap-key-1 ") + QByteArray(64, '1') + "\n");
        file.close();
        refused(optionsFor({&place}, 30), "does not belong to");
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("?");
        file.close();
        refused(optionsFor({&place}, 30), "can't be used");
        QVERIFY(QFile::remove(key));
        refused(optionsFor({&place}, 30), "There is no key");
    }

    void aCatalogueThatIsNone()
    {
        FivePeople five;
        DemoPlace place(five.home, 1);
        demo::DemoOptions options = optionsFor({&place}, 30);
        options.catalogue = place.dir() / "nothing";
        refused(options, "The catalogue in");
    }
};

QTEST_GUILESS_MAIN(TestRefusals)
#include "tst_refusals.moc"
