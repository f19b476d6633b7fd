#include "proto/domain/baseline.h"

#include <QtTest>

using namespace trivsel;
using namespace trivsel::domain;

namespace {

catalogue::Item itemOf(std::initializer_list<int> weights)
{
    catalogue::Item item;
    for (const int weight : weights) {
        catalogue::Option option;
        option.tenths = weight;
        item.options.push_back(option);
    }
    return item;
}

std::optional<std::int64_t> baseline(std::vector<std::int64_t> tenths)
{
    return baselineOf(tenths);
}

} // namespace

class TestBaseline : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void itIsTheMiddleOfTheFirstThree();
    void twoAnswersAreTooFew();
    void laterAnswersDoNotMoveIt();
    void aStepIsTheLeastDistanceOfTheDefinition();
    void withoutTwoWeightsThereIsNoStep();
    void halfAStepIsAboutTheSame();
};

void TestBaseline::itIsTheMiddleOfTheFirstThree()
{
    QCOMPARE(baseline({30, 50, 30}), std::optional<std::int64_t>(30));
    QCOMPARE(baseline({90, 10, 50}), std::optional<std::int64_t>(50));
    QCOMPARE(baseline({70, 70, 10}), std::optional<std::int64_t>(70));
}

void TestBaseline::twoAnswersAreTooFew()
{
    QCOMPARE(baseline({}), std::optional<std::int64_t>());
    QCOMPARE(baseline({10, 10}), std::optional<std::int64_t>());
    QCOMPARE(baseline({10, 10, 10}), std::optional<std::int64_t>(10));
}

void TestBaseline::laterAnswersDoNotMoveIt()
{
    QCOMPARE(baseline({30, 50, 30, 90, 90, 90, 90}), std::optional<std::int64_t>(30));
}

void TestBaseline::aStepIsTheLeastDistanceOfTheDefinition()
{
    QCOMPARE(stepTenths(itemOf({10, 30, 50, 70, 90})), std::int64_t{20});
    QCOMPARE(stepTenths(itemOf({90, 10, 50, 70})), std::int64_t{20}); // in any order, also uneven
    QCOMPARE(stepTenths(itemOf({0, 100, 75, -1})), std::int64_t{25});
}

void TestBaseline::withoutTwoWeightsThereIsNoStep()
{
    QCOMPARE(stepTenths(itemOf({})), std::int64_t{0});
    QCOMPARE(stepTenths(itemOf({50, 50})), std::int64_t{0});
    QCOMPARE(stepTenths(itemOf({-1, -1})), std::int64_t{0});
}

void TestBaseline::halfAStepIsAboutTheSame()
{
    const auto beside = [](std::int64_t tenths) { return compare(tenths, 50, 20); };
    QCOMPARE(beside(50), Compared::AsBefore);
    QCOMPARE(beside(60), Compared::AsBefore); // at the limit
    QCOMPARE(beside(61), Compared::Higher);
    QCOMPARE(beside(40), Compared::AsBefore);
    QCOMPARE(beside(39), Compared::Lower);
    QCOMPARE(beside(70), Compared::Higher); // one face up
    QCOMPARE(beside(30), Compared::Lower);
    QCOMPARE(compare(63, 50, 25), Compared::Higher); // half of an odd step is not rounded
    QCOMPARE(compare(62, 50, 25), Compared::AsBefore);
}

QTEST_GUILESS_MAIN(TestBaseline)
#include "tst_baseline.moc"
