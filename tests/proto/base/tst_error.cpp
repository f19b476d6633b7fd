#include "proto/base/error.h"

#include <QTest>
#include <set>

using namespace trivsel;

namespace {
Status step(bool good)
{
    return good ? Status{} : fail(Errc::StoreFull, "disk");
}
Result<int> twoSteps(bool first, bool second)
{
    TRIVSEL_TRY(step(first));
    TRIVSEL_TRY(step(second));
    return 2;
}
} // namespace

class TestError : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyCodeHasItsOwnName();
    void anErrorPassesThrough();
    void lawfulStepsGoOn();
};

void TestError::everyCodeHasItsOwnName()
{
    std::set<std::string> names;
    const int last = static_cast<int>(Errc::Internal);
    for (int code = 1; code <= last; ++code) {
        names.insert(nameOf(static_cast<Errc>(code)));
    }
    QCOMPARE(static_cast<int>(names.size()), last);
    QVERIFY(!names.contains("?"));
    QCOMPARE(std::string(nameOf(Errc{})), std::string("?"));
}

void TestError::anErrorPassesThrough()
{
    const auto result = twoSteps(true, false);
    QCOMPARE(result.error().code(), Errc::StoreFull);
    QCOMPARE(result.error().detail(), std::string("disk"));
    QVERIFY(!twoSteps(false, true));
}

void TestError::lawfulStepsGoOn()
{
    QCOMPARE(twoSteps(true, true).value(), 2);
}

QTEST_GUILESS_MAIN(TestError)
#include "tst_error.moc"
