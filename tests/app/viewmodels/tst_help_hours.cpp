// What is read out of the words beside a number, and that nothing is guessed.
#include "app/viewmodels/help_hours.h"

#include <QTest>

using namespace trivsel::app;

class TestHelpHours : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void hoursAsPeopleWriteThem_data()
    {
        QTest::addColumn<QString>("note");
        QTest::addColumn<int>("fromMinute");
        QTest::addColumn<int>("untilMinute");
        const auto row = [](const char *note, int from, int until) {
            QTest::newRow(note) << QString::fromUtf8(note) << from << until;
        };
        row("kl. 8–16", 480, 960);
        row("Kl. 8-16.", 480, 960);
        row("8:00 - 16:00", 480, 960);
        row("kl 7.30 til kl 15", 450, 900);
        row("  08.05 – 24 ", 485, 1440);
        row("kl. 0–6", 0, 360);
        row("22-7", 1320, 420);
        row("hele døgnet", 0, 1440);
        row("Døgnet rundt", 0, 1440);
    }
    void hoursAsPeopleWriteThem()
    {
        QFETCH(QString, note);
        QFETCH(int, fromMinute);
        QFETCH(int, untilMinute);
        for (int minute = 0; minute < 24 * 60; ++minute) {
            const bool within = fromMinute < untilMinute ? minute >= fromMinute && minute < untilMinute
                                                         : minute >= fromMinute || minute < untilMinute;
            QCOMPARE(reachedAt(note, QTime(minute / 60, minute % 60, 59)),
                     within ? Reached::Within : Reached::Outside);
        }
    }

    void whateverElseIsNotGuessed_data()
    {
        QTest::addColumn<QString>("note");
        for (const char *note :
             {"", "hverdage kl. 8–16", "kl. 8–16, ikke i ferien", "8", "kl. 8–8", "kl. 25–26", "24.01-5",
              "8.60-16", "12 34 56 78", "8-16-20", "kl. 8–16 og 18–20", "-8-16", "efter aftale", "123-456"}) {
            QTest::newRow(note) << QString::fromUtf8(note);
        }
    }
    void whateverElseIsNotGuessed()
    {
        QFETCH(QString, note);
        for (const int hour : {3, 12, 22}) {
            QCOMPARE(reachedAt(note, QTime(hour, 0)), Reached::Unknown);
        }
    }
};

QTEST_APPLESS_MAIN(TestHelpHours)
#include "tst_help_hours.moc"
