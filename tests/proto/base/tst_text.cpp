#include "proto/base/text.h"

#include <QString>
#include <QStringDecoder>
#include <QTest>
#include <rapidcheck.h>

using namespace trivsel;

class TestText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void wellFormed_data();
    void wellFormed();
    void illFormed_data();
    void illFormed();
    void agreesWithQtOnAnyBytes();
    void lines_data();
    void lines();
    void normalisedTwiceIsTheSame();
};

void TestText::wellFormed_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("ASCII") << QByteArray("hej");
    QTest::newRow("Danish") << QByteArray("blåbærgrød");
    QTest::newRow("two bytes, first and last") << QByteArray("\xC2\x80\xDF\xBF");
    QTest::newRow("three bytes, first and last") << QByteArray("\xE0\xA0\x80\xEF\xBF\xBF");
    QTest::newRow("around the surrogates") << QByteArray("\xED\x9F\xBF\xEE\x80\x80");
    QTest::newRow("four bytes, first and last") << QByteArray("\xF0\x90\x80\x80\xF4\x8F\xBF\xBF");
}

void TestText::wellFormed()
{
    QFETCH(QByteArray, text);
    QVERIFY(isValidUtf8(text.toStdString()));
}

void TestText::illFormed_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("NUL") << QByteArray("a\0b", 3);
    QTest::newRow("alone, following byte") << QByteArray("\x80");
    QTest::newRow("cut short") << QByteArray("a\xC3");
    QTest::newRow("Latin-1") << QByteArray("bl\xE5 b\xE6r");
    QTest::newRow("two bytes too long") << QByteArray("\xC1\xBF");
    QTest::newRow("three bytes too long") << QByteArray("\xE0\x9F\xBF");
    QTest::newRow("four bytes too long") << QByteArray("\xF0\x8F\xBF\xBF");
    QTest::newRow("first surrogate") << QByteArray("\xED\xA0\x80");
    QTest::newRow("last surrogate") << QByteArray("\xED\xBF\xBF");
    QTest::newRow("beyond Unicode") << QByteArray("\xF4\x90\x80\x80");
    QTest::newRow("five bytes") << QByteArray("\xF8\x88\x80\x80\x80");
    QTest::newRow("0xFF") << QByteArray("\xFF");
}

void TestText::illFormed()
{
    QFETCH(QByteArray, text);
    QVERIFY(!isValidUtf8(text.toStdString()));
}

void TestText::agreesWithQtOnAnyBytes()
{
    QVERIFY(rc::check("as Qt's own decoder", [] {
        // Bytes that often make lawful sequences.
        const auto bytes = *rc::gen::container<std::string>(rc::gen::element(
            'a', '\x80', '\xBF', '\xC3', '\xA6', '\xE2', '\x82', '\xAC', '\xED', '\xA0', '\xF0', '\x9F'));
        QStringDecoder decoder(QStringDecoder::Utf8);
        const QString decoded = decoder(QByteArray::fromStdString(bytes));
        const bool lawful = !decoder.hasError() && decoded.toUtf8() == QByteArray::fromStdString(bytes);
        RC_ASSERT(isValidUtf8(bytes) == lawful);
    }));
}

void TestText::lines_data()
{
    QTest::addColumn<QByteArray>("typed");
    QTest::addColumn<QByteArray>("kept");
    QTest::newRow("nothing to do") << QByteArray("en\nto\ttre æ") << QByteArray("en\nto\ttre æ");
    QTest::newRow("Windows") << QByteArray("en\r\nto") << QByteArray("en\nto");
    QTest::newRow("old Mac") << QByteArray("en\rto\r") << QByteArray("en\nto\n");
    QTest::newRow("CR CR LF") << QByteArray("\r\r\n") << QByteArray("\n\n");
    QTest::newRow("control characters") << QByteArray("a\x01\x1B\x7F\0b", 6) << QByteArray("ab");
}

void TestText::lines()
{
    QFETCH(QByteArray, typed);
    QFETCH(QByteArray, kept);
    QCOMPARE(normaliseLines(typed.toStdString()), kept.toStdString());
}

void TestText::normalisedTwiceIsTheSame()
{
    QVERIFY(rc::check("normaliseLines is idempotent", [](const std::string &text) {
        const std::string once = normaliseLines(text);
        RC_ASSERT(normaliseLines(once) == once);
    }));
}

QTEST_GUILESS_MAIN(TestText)
#include "tst_text.moc"
