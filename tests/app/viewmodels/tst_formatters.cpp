// Dates, clocks and names as people write them.
#include "app/viewmodels/formatters.h"

#include <QTest>

using namespace trivsel;
using app::Formatters;
using catalogue::Language;

namespace {
constexpr std::int64_t kDayMs = 86'400'000;
constexpr std::int64_t kOctober16 = 1'792'134'600'000; // Friday 16 October 2026, 07:10 UTC
const QChar kNoBreak(0x00A0);

QString spaced(const QString &text)
{
    QString plain = text;
    return plain.replace(kNoBreak, QLatin1Char('_'));
}
} // namespace

class TestFormatters : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void danishDaysAndClocks();
    void anotherYearIsSaid();
    void momentsOfTodayAreClocks();
    void englishDays();
    void names_data();
    void names();
    void genitives_data();
    void genitives();
    void numberWords();
    void sinceLastAndPeriod();
    void dateWords();

private:
    Formatters m_da{Language::Da, [] { return kOctober16; }};
    Formatters m_en{Language::En, [] { return kOctober16; }};
};

void TestFormatters::danishDaysAndClocks()
{
    QCOMPARE(spaced(m_da.day(kOctober16)), QStringLiteral("16._oktober"));
    QCOMPARE(spaced(m_da.weekday(kOctober16)), QStringLiteral("fredag den 16._oktober"));
    QCOMPARE(spaced(m_da.clock(kOctober16)), QStringLiteral("kl._7.10"));
    QCOMPARE(spaced(m_da.fullMoment(kOctober16)), QStringLiteral("Fredag 16._oktober kl._7.10"));
    QCOMPARE(spaced(m_da.today()), QStringLiteral("Fredag den 16._oktober"));
    QCOMPARE(m_da.day(0), QString());
}

void TestFormatters::anotherYearIsSaid()
{
    QCOMPARE(spaced(m_da.day(kOctober16 - 366 * kDayMs)), QStringLiteral("15._oktober_2025"));
    QCOMPARE(spaced(m_da.dayAndYear(kOctober16 - 366 * kDayMs)), QStringLiteral("15._oktober_2025"));
    QCOMPARE(spaced(m_da.dayAndYear(kOctober16)), QStringLiteral("16._oktober_2026")); // on paper: always
    QCOMPARE(m_da.dayAndYear(0), QString());
}

void TestFormatters::momentsOfTodayAreClocks()
{
    QCOMPARE(spaced(m_da.moment(kOctober16 - 60'000)), QStringLiteral("kl._7.09"));
    QCOMPARE(spaced(m_da.moment(kOctober16 - kDayMs)), QStringLiteral("15._oktober kl._7.10"));
    QCOMPARE(m_da.moment(0), QString());
    QCOMPARE(spaced(m_da.momentAfterWord(kOctober16 + 60'000)), QStringLiteral("kl._7.11"));
    QCOMPARE(spaced(m_da.momentAfterWord(kOctober16 + kDayMs)), QStringLiteral("den 17._oktober kl._7.10"));
    QCOMPARE(m_da.momentAfterWord(0), QString());
    QCOMPARE(spaced(m_en.momentAfterWord(kOctober16 + kDayMs)), QStringLiteral("17_October 7:10"));
}

void TestFormatters::englishDays()
{
    QCOMPARE(spaced(m_en.day(kOctober16)), QStringLiteral("16_October"));
    QCOMPARE(spaced(m_en.weekday(kOctober16)), QStringLiteral("Friday 16_October"));
    QCOMPARE(m_en.clock(kOctober16), QStringLiteral("7:10"));
}

void TestFormatters::names_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QString>("danish");
    QTest::newRow("none") << QStringList() << QString();
    QTest::newRow("one") << QStringList{QStringLiteral("Mette")} << QStringLiteral("Mette");
    QTest::newRow("two") << QStringList{QStringLiteral("Mette"), QStringLiteral("Ali")}
                         << QStringLiteral("Mette og Ali");
    QTest::newRow("three") << QStringList{QStringLiteral("Mette"), QStringLiteral("Ali"),
                                          QStringLiteral("Lone")}
                           << QStringLiteral("Mette, Ali og Lone");
}

void TestFormatters::names()
{
    QFETCH(QStringList, names);
    QFETCH(QString, danish);
    QCOMPARE(m_da.names(names), danish);
}

void TestFormatters::genitives_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("danish");
    QTest::newRow("plain") << QStringLiteral("Sofie") << QStringLiteral("Sofies");
    QTest::newRow("s") << QStringLiteral("Jens") << QStringLiteral("Jens’");
    QTest::newRow("x") << QStringLiteral("Felix") << QStringLiteral("Felix’");
    QTest::newRow("empty") << QString() << QString();
}

void TestFormatters::genitives()
{
    QFETCH(QString, name);
    QFETCH(QString, danish);
    QCOMPARE(m_da.genitive(name), danish);
}

void TestFormatters::numberWords()
{
    QCOMPARE(m_da.countWord(4), QStringLiteral("fire"));
    QCOMPARE(m_da.countWord(12), QStringLiteral("tolv"));
    QCOMPARE(m_da.countWord(13), QStringLiteral("13"));
    QCOMPARE(m_da.countWord(-1), QStringLiteral("-1"));
    QCOMPARE(m_da.capital(m_da.countWord(4)), QStringLiteral("Fire"));
    QCOMPARE(m_da.capital(QStringLiteral("øl")), QStringLiteral("Øl"));
}

void TestFormatters::sinceLastAndPeriod()
{
    QCOMPARE(spaced(m_da.sinceLast(kOctober16 - 14 * kDayMs)), QStringLiteral("siden fredag den 2._oktober"));
    QCOMPARE(m_da.sinceLast(kOctober16 - 60'000), QStringLiteral("siden tidligere i dag"));
    QCOMPARE(m_da.sinceLast(std::nullopt), QStringLiteral("op til i dag"));
    QCOMPARE(spaced(m_da.period(14)), QStringLiteral("de sidste 14_dage"));
    QVERIFY(!m_da.period(0).isEmpty());
}

void TestFormatters::dateWords()
{
    QCOMPARE(spaced(m_da.dateWords(QStringLiteral("2026-11-01"))), QStringLiteral("søndag den 1._november"));
    QCOMPARE(m_da.dateWords(QStringLiteral("om et par uger")), QStringLiteral("om et par uger"));
    QCOMPARE(m_da.dateWords(QString()), QString());
}

QTEST_GUILESS_MAIN(TestFormatters)
#include "tst_formatters.moc"
