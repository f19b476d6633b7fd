#include "proto/base/bytes.h"

#include <QTest>
#include <rapidcheck.h>

using namespace trivsel;

using Four = Bytes<4, struct FourTag>;

class TestBytes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void onlyTheRightLengthIsTaken();
    void theyCompareByTheirBytes();
    void hexThereAndBack();
    void hexReadsBothCases();
    void noHex_data();
    void noHex();
    void randomnessFillsAll();
};

void TestBytes::onlyTheRightLengthIsTaken()
{
    QVERIFY(!Four::from("abc"));
    QVERIFY(!Four::from("abcde"));
    QVERIFY(!Four::from(""));
    QCOMPARE(Four::from("abcd")->str(), std::string("abcd"));
}

void TestBytes::theyCompareByTheirBytes()
{
    QVERIFY(*Four::from("abcd") < *Four::from("abce"));
    QVERIFY(*Four::from("abc\x80") > *Four::from("abc\x7F"));
    QVERIFY(Four{}.isNull());
    QVERIFY(!Four::from(std::string("\0\0\0\1", 4))->isNull());
}

void TestBytes::hexThereAndBack()
{
    QVERIFY(rc::check("fromHex(toHex(x)) == x", [](const std::string &bytes) {
        RC_ASSERT(toHex(viewOf(bytes)).size() == 2 * bytes.size());
        RC_ASSERT(fromHex(toHex(viewOf(bytes))) == bytes);
    }));
    QCOMPARE(toHex(viewOf(std::string_view("\x00\x9f\xff", 3))), std::string("009fff"));
}

void TestBytes::hexReadsBothCases()
{
    QCOMPARE(fromHex("aBCdEf"), std::optional<std::string>("\xAB\xCD\xEF"));
}

void TestBytes::noHex_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"0", "0g", "g0", " 0", "0x", "/0", ":0", "@0", "`0", "00 "}) {
        QTest::newRow(text) << QByteArray(text);
    }
}

void TestBytes::noHex()
{
    QFETCH(QByteArray, text);
    QVERIFY(!fromHex(text.toStdString()));
}

void TestBytes::randomnessFillsAll()
{
    const Random ones = [](std::span<std::uint8_t> out) {
        std::fill(out.begin(), out.end(), std::uint8_t{1});
    };
    QCOMPARE(randomBytes<Four>(ones).str(), std::string("\1\1\1\1"));
}

QTEST_GUILESS_MAIN(TestBytes)
#include "tst_bytes.moc"
