// What tired people type: names, words nearly right, days and spans of time.
#include "sync-server/commands/kept_time.h"
#include "sync-server/commands/local_time.h"
#include "sync-server/commands/nearest.h"
#include "sync-server/commands/placeholders.h"
#include "sync-server/commands/plain_name.h"

#include <QtTest>
#include <algorithm>

using namespace trivsel::server;

class TestTyped : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesAreComparedAsPeopleHearThem()
    {
        QCOMPARE(plainName("  Åse   Marie\t"), std::string("åse marie"));
        QCOMPARE(plainName("SØREN Æ."), std::string("søren æ."));
        QCOMPARE(plainName("A\xCC\x8A"
                           "se"),
                 std::string("åse"));
        QCOMPARE(plainName("Per\xC2\xA0"
                           "Ole"),
                 std::string("per ole"));
        QCOMPARE(plainName(" \t "), std::string());
        QCOMPARE(plainName("3 × 4"), std::string("3 × 4")); // between the capitals, and no letter
        QCOMPARE(typedName("Mødeleder"), std::string("moedeleder"));
    }

    void aDanishListEndsWithItsOwnLetters()
    {
        std::vector<std::string> names = {"Åse", "zoe", "Ærlig", "anna", "Øjvind", "Bo", "Aage", "Anna B"};
        std::sort(names.begin(), names.end(),
                  [](const std::string &a, const std::string &b) { return comesBefore(a, b); });
        QCOMPARE(names,
                 (std::vector<std::string>{"anna", "Anna B", "Bo", "zoe", "Ærlig", "Øjvind", "Aage", "Åse"}));
    }

    void theNearestWordIsFoundAndNoOther()
    {
        const std::vector<std::string> known = {"status", "serve", "resident list", "resident add", "--name"};
        QCOMPARE(nearest("statu", known), std::string("status"));
        QCOMPARE(nearest("statsu", known), std::string("status")); // swapped: one slip
        QCOMPARE(nearest("stauts", known), std::string("status"));
        QCOMPARE(nearest("sttts", known), std::string("status")); // two
        QCOMPARE(nearest("stttt", known), std::string());         // three
        QCOMPARE(nearest("--nam", known), std::string("--name"));
        QCOMPARE(nearest("ser", known), std::string("serve")); // its beginning
        QCOMPARE(nearest("resident", known), std::string());   // of two
        QCOMPARE(nearest("xyz", known), std::string());
    }

    void allNearWordsAreFoundTheNearestFirst()
    {
        using Words = std::vector<std::string>;
        const Words known = {"hue", "hus", "hat", "kuffert"};
        QCOMPARE(nearWords("hat", known), Words{"hat"});
        QCOMPARE(nearWords("huss", known), (Words{"hus", "hue"}));
        QCOMPARE(nearWords("hu", known), (Words{"hue", "hus"})); // their beginning
        QCOMPARE(nearWords("hut", known), (Words{"hue", "hus", "hat"}));
        QCOMPARE(nearWords("pil", known), Words());
        QCOMPARE(nearWords("", known), Words());
    }

    void spansOfTimeAsPeopleSayThem_data()
    {
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<int>("days"); // 0: none
        const auto row = [](const char *typed, int days) {
            QTest::newRow(typed) << QByteArray(typed) << days;
        };
        row("30", 30);
        row("1 dag", 1);
        row("30 dage", 30);
        row("6 måneder", 182);
        row("6 mdr.", 182);
        row("1 maaned", 30);
        row("12 Måneder", 365);
        row("5 år", 1826);
        row("5år", 1826);
        row("5 years", 1826);
        row("100 år", 36'525);
        row("36525", 36'525);
        row("1200 måneder", 36'525);
        row("101 år", 0);
        row("1201 måneder", 0);
        row("36526", 0);
        row("0 år", 0);
        row("-1 år", 0);
        row("år", 0);
        row("5 uger måske", 0);
        row("", 0);
        row("99999999999999999999 år", 0);
    }
    void spansOfTimeAsPeopleSayThem()
    {
        QFETCH(QByteArray, typed);
        QFETCH(int, days);
        QCOMPARE(parseKeptTime(typed.toStdString()).value_or(0), days);
    }

    void whatIsWrittenIsReadBackTheSame()
    {
        QCOMPARE(keptTime(Lang::Danish, 1), std::string("1 dag"));
        QCOMPARE(keptTime(Lang::Danish, 90), std::string("90 dage"));
        QCOMPARE(keptTime(Lang::Danish, 30), std::string("1 måned"));
        QCOMPARE(keptTime(Lang::Danish, 182), std::string("6 måneder"));
        QCOMPARE(keptTime(Lang::Danish, 1826), std::string("5 år"));
        QCOMPARE(keptTime(Lang::English, 365), std::string("1 year"));
        for (int days = 1; days <= 36'525; ++days) {
            QCOMPARE(parseKeptTime(keptTime(Lang::Danish, days)).value_or(0), days);
            QCOMPARE(parseKeptTime(keptTime(Lang::English, days)).value_or(0), days);
        }
    }

    void daysInDanishForm()
    {
        const auto day = dayStart("2026-12-31", 0);
        QVERIFY(day);
        for (const char *same : {"31-12-2026", "31.12.2026", "31/12-2026", "31/12/2026"}) {
            QVERIFY2(dayStart(same, 0) == day, same);
        }
        QVERIFY(dayStart("1-1-2027", 0) == dayStart("31-12-2026", 1));
        QCOMPARE(localTime(*day, Lang::Danish), std::string("31-12-2026 kl. 00.00"));
        QCOMPARE(localTime(*day, Lang::English), std::string("2026-12-31 00:00"));
        for (const char *none : {"31-13-2026", "31-02-2026", "29-02-2026", "12-31-2026", "31-12-26", "i går",
                                 "", "31-12-2026 ", "2026-12"}) {
            QVERIFY2(!dayStart(none, 0), none);
        }
        QVERIFY(dayStart("29-02-2028", 0));
    }

    void whatIsToBeTypedIsNamedInTheLanguage()
    {
        QCOMPARE(placeholders(Lang::Danish, "[--kind shared|staff|leader] --data DIR"),
                 std::string("[--kind fælles|personale|leder] --data MAPPE"));
        QCOMPARE(placeholders(Lang::English, "SLAGS TID|ingen --words FILE|- --by PERSON"),
                 std::string("KIND TIME|none --words FILE|- --by PERSON"));
        QCOMPARE(placeholders(Lang::Danish, "NAVNE"), std::string("NAVNE")); // whole words alone
    }
};

QTEST_GUILESS_MAIN(TestTyped)
#include "tst_typed.moc"
