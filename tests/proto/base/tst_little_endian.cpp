// Numbers as bytes, least significant first: what stands in files, seals and messages for ever.
#include "proto/base/little_endian.h"

#include <QtTest>
#include <limits>

using namespace trivsel;

class TestLittleEndian : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLeastComesFirst()
    {
        std::string out = "x";
        putLittleEndian(out, std::uint32_t{0x01020304});
        QCOMPARE(out, std::string("x\4\3\2\1"));
        QCOMPARE(getLittleEndian<std::uint32_t>(std::string_view(out).substr(1)), std::uint32_t{0x01020304});
        QCOMPARE(getLittleEndian<std::uint16_t>(std::string_view("\xFE\xFF more")), std::uint16_t{0xFFFE});
    }
    void comesBack_data()
    {
        QTest::addColumn<qint64>("number");
        QTest::addRow("0") << qint64{0};
        QTest::addRow("-1") << qint64{-1};
        QTest::addRow("128") << qint64{128};
        QTest::addRow("least") << std::numeric_limits<qint64>::min();
        QTest::addRow("most") << std::numeric_limits<qint64>::max();
    }
    void comesBack()
    {
        QFETCH(const qint64, number);
        std::string out;
        putLittleEndian(out, static_cast<std::int64_t>(number));
        QCOMPARE(out.size(), std::size_t{8});
        QCOMPARE(qint64{getLittleEndian<std::int64_t>(out)}, number);
        QCOMPARE(getLittleEndian<std::uint64_t>(out), static_cast<std::uint64_t>(number));
    }
};

QTEST_APPLESS_MAIN(TestLittleEndian)
#include "tst_little_endian.moc"
