#include "proto/seal/keys.h"

#include "tests/proto/seal/builders.h"

#include <QTest>
#include <rapidcheck.h>

using namespace trivsel;
using namespace trivsel::seal;

class TestWords : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(initialise()); }
    void seventeenWordsOfFiveLetters();
    void knownValues();
    void everySeedComesBack();
    void writtenByHandIsRead_data();
    void writtenByHandIsRead();
    void oneWrongLetterIsFound();
    void refused_data();
    void refused();
    void theErrorNeverShowsAWord();

private:
    const RecoverySeed m_seed = randomBytes<RecoverySeed>(build::counting(200));
};

void TestWords::seventeenWordsOfFiveLetters()
{
    const QString words = QString::fromStdString(toWords(m_seed));
    const auto list = words.split(u' ');
    QCOMPARE(list.size(), 17);
    for (const QString &word : list) {
        QCOMPARE(word.size(), 5);
    }
}

void TestWords::knownValues()
{
    // The published example: 127.0.0.1 is lusab-babad.
    RecoverySeed seed;
    seed.data[0] = 127;
    seed.data[3] = 1;
    QVERIFY(toWords(seed).rfind("lusab babad babab", 0) == 0);
}

void TestWords::everySeedComesBack()
{
    QVERIFY(rc::check("fromWords(toWords(seed)) == seed", [] {
        RecoverySeed seed;
        for (auto &b : seed.data) {
            b = *rc::gen::arbitrary<std::uint8_t>();
        }
        RC_ASSERT(fromWords(toWords(seed)).value() == seed);
    }));
}

void TestWords::writtenByHandIsRead_data()
{
    QTest::addColumn<QString>("words");
    const QString words = QString::fromStdString(toWords(m_seed));
    QTest::newRow("capitals") << words.toUpper();
    QTest::newRow("hyphens") << QString(words).replace(u' ', u'-');
    QTest::newRow("lines") << QString(words).replace(u' ', u"\r\n  "_qs);
    QTest::newRow("no spaces") << QString(words).remove(u' ');
    QTest::newRow("commas and a full stop") << QString(words).replace(u' ', u", "_qs) + u'.';
}

void TestWords::writtenByHandIsRead()
{
    QFETCH(QString, words);
    QCOMPARE(fromWords(words.toStdString()).value(), m_seed);
}

void TestWords::oneWrongLetterIsFound()
{
    const std::string words = toWords(m_seed);
    for (std::size_t i = 0; i < words.size(); ++i) {
        for (char c = 'a'; c <= 'z'; ++c) {
            if (words[i] == ' ' || words[i] == c) {
                continue;
            }
            std::string bent = words;
            bent[i] = c;
            // Sixteen bits of check: a slip passes once in 65,536, with this fixed seed never.
            QCOMPARE(fromWords(bent).error().code(), Errc::BadArgument);
        }
    }
}

void TestWords::refused_data()
{
    QTest::addColumn<QString>("words");
    const QString words = QString::fromStdString(toWords(m_seed));
    QTest::newRow("nothing") << QString();
    QTest::newRow("a word missing") << words.section(u' ', 0, 15);
    QTest::newRow("a word too many") << words + u" babab"_qs;
    QTest::newRow("a letter missing") << words.chopped(1);
    QTest::newRow("a digit") << words.chopped(1) + u'0';
    QTest::newRow("Danish letters") << words.chopped(1) + u'ø';
    QTest::newRow("two words swapped")
        << words.section(u' ', 1, 1) + u' ' + words.section(u' ', 0, 0) + u' ' + words.section(u' ', 2);
    QTest::newRow("endless") << words.repeated(10'000);
}

void TestWords::refused()
{
    QFETCH(QString, words);
    QCOMPARE(fromWords(words.toStdString()).error().code(), Errc::BadArgument);
}

void TestWords::theErrorNeverShowsAWord()
{
    std::string words = toWords(m_seed);
    words.replace(12, 5, "xxxxx");
    const auto result = fromWords(words);
    QVERIFY(result.error().detail().find("word 3") != std::string::npos);
    QVERIFY(result.error().detail().find("xxxxx") == std::string::npos);
}

QTEST_GUILESS_MAIN(TestWords)
#include "tst_words.moc"
