#include "proto/domain/forms.h"

#include <QtTest>

#include <limits>

using namespace trivsel;
using namespace trivsel::domain;

namespace {

using catalogue::Definition;
using catalogue::Item;
using catalogue::ItemType;
using wire::v1::Answer;
using wire::v1::Response;

Item choice(std::string linkId, bool weights)
{
    Item item;
    item.linkId = std::move(linkId);
    item.type = ItemType::Choice;
    for (const int n : {1, 5, 9}) {
        catalogue::Option option;
        option.code = "k" + std::to_string(n);
        option.tenths = weights ? n * 10 : -1;
        item.options.push_back(option);
    }
    return item;
}

/** Two weighted questions in a group, one list, one to write in, and one that is asked at review. */
Definition someForm()
{
    Item group;
    group.type = ItemType::Group;
    group.children = {choice("selv", true), choice("andre", true)};
    Item words;
    words.linkId = "ord";
    words.type = ItemType::LongText;
    Item review = words;
    review.linkId = "mere";
    review.atReview = true;
    Definition form;
    form.items = {group, choice("sted", false), words, review};
    return form;
}

Answer &to(Response &response, const char *linkId)
{
    Answer *answer = response.add_answers();
    answer->set_link_id(linkId);
    return *answer;
}

Response full()
{
    Response response;
    to(response, "selv").set_tenths(30);
    to(response, "andre").set_tenths(90);
    to(response, "sted").set_code("k5");
    to(response, "ord").set_text("fint");
    return response;
}

merge::Version at(std::int64_t wallMs, std::int64_t offsetMs, std::uint32_t quality)
{
    merge::Version version;
    version.wallMs = wallMs;
    version.offsetMs = offsetMs;
    version.clockQuality = quality;
    return version;
}

} // namespace

class TestForms : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aComparedClockIsCorrected();
    void anotherClockIsTakenAsItIsAndDoubted();
    void timesDoNotOverflow();
    void eventsStandByTimeThenLamportThenDot();
    void aSheetWithEveryQuestionAnsweredIsComplete();
    void aQuestionLeftOutIsNotComplete();
    void skippedIsNoAnswerButDontKnowIs();
    void anAnswerOfAnotherKindIsNone();
    void theLastOfTwoAnswersCounts();
    void aFormWithoutQuestionsIsNeverComplete();
    void theSumIsOfTheWeightsOnly();
    void aSumOfSomeIsNoSum();
    void aWeightOutsideTheScaleIsNone();
    void paperMayGiveTheSumAlone();
    void aFormWithoutWeightsHasNoSum();
};

void TestForms::aComparedClockIsCorrected()
{
    QCOMPARE(correctedMs(at(1000, -300, 1)), 700);
    QVERIFY(!clockDoubtful(at(1000, -300, 1)));
}

void TestForms::anotherClockIsTakenAsItIsAndDoubted()
{
    for (const std::uint32_t quality : {0U, 2U, 9U}) {
        QCOMPARE(correctedMs(at(1000, -300, quality)), 1000);
        QVERIFY(clockDoubtful(at(1000, -300, quality)));
    }
}

void TestForms::timesDoNotOverflow()
{
    using Limits = std::numeric_limits<std::int64_t>;
    QCOMPARE(correctedMs(at(Limits::max(), 1, 1)), Limits::max());
    QCOMPARE(correctedMs(at(Limits::min(), -1, 1)), Limits::min());
    QCOMPARE(correctedMs(at(Limits::min(), Limits::max(), 1)), -1);
}

void TestForms::eventsStandByTimeThenLamportThenDot()
{
    merge::Version a = at(1000, 0, 1);
    merge::Version b = at(900, 200, 1);
    QVERIFY(happenedBefore(a, b) && !happenedBefore(b, a));
    b.offsetMs = 100; // the same moment
    a.lamport = 2;
    b.lamport = 1;
    QVERIFY(happenedBefore(b, a) && !happenedBefore(a, b));
    b.lamport = 2;
    a.dot = {Incarnation{1}, 2};
    b.dot = {Incarnation{1}, 3};
    QVERIFY(happenedBefore(a, b) && !happenedBefore(b, a));
    b.dot = a.dot;
    QVERIFY(!happenedBefore(a, b) && !happenedBefore(b, a));
}

void TestForms::aSheetWithEveryQuestionAnsweredIsComplete()
{
    QVERIFY(complete(someForm(), full())); // the one at review may be left
}

void TestForms::aQuestionLeftOutIsNotComplete()
{
    for (int n = 0; n < full().answers_size(); ++n) {
        Response response = full();
        response.mutable_answers()->DeleteSubrange(n, 1);
        QVERIFY(!complete(someForm(), response));
    }
}

void TestForms::skippedIsNoAnswerButDontKnowIs()
{
    Response response = full();
    response.mutable_answers(0)->set_absent(wire::v1::DONT_KNOW);
    QVERIFY(complete(someForm(), response));
    response.mutable_answers(0)->set_absent(wire::v1::NOT_APPLICABLE);
    QVERIFY(complete(someForm(), response));
    response.mutable_answers(0)->set_absent(wire::v1::SKIPPED);
    QVERIFY(!complete(someForm(), response));
    response.mutable_answers(0)->clear_v();
    QVERIFY(!complete(someForm(), response));
}

void TestForms::anAnswerOfAnotherKindIsNone()
{
    const auto completeWith = [](int n, auto &&change) {
        Response response = full();
        change(*response.mutable_answers(n));
        return complete(someForm(), response);
    };
    QVERIFY(!completeWith(0, [](Answer &a) { a.set_text("tre"); }));
    QVERIFY(!completeWith(0, [](Answer &a) { a.set_tenths(101); }));
    QVERIFY(completeWith(0, [](Answer &a) { a.set_tenths(100); }));
    QVERIFY(!completeWith(2, [](Answer &a) { a.set_tenths(50); })); // a list without weights
    QVERIFY(!completeWith(2, [](Answer &a) { a.set_code("k7"); }));
    QVERIFY(!completeWith(3, [](Answer &a) { a.set_text(""); }));
    QVERIFY(!completeWith(3, [](Answer &a) { a.set_tenths(50); }));
}

void TestForms::theLastOfTwoAnswersCounts()
{
    Response response = full();
    to(response, "selv").set_tenths(50);
    QCOMPARE(totalTenths(someForm(), response), std::optional<std::int64_t>(140));
    to(response, "selv").set_absent(wire::v1::SKIPPED);
    QVERIFY(!complete(someForm(), response));
}

void TestForms::aFormWithoutQuestionsIsNeverComplete()
{
    QVERIFY(!complete(Definition(), full()));
}

void TestForms::theSumIsOfTheWeightsOnly()
{
    QCOMPARE(totalTenths(someForm(), full()), std::optional<std::int64_t>(120));
    Response response = full();
    response.mutable_answers()->DeleteSubrange(2, 2); // what has no weights is not needed
    to(response, "fremmed").set_tenths(70);
    QCOMPARE(totalTenths(someForm(), response), std::optional<std::int64_t>(120));
}

void TestForms::aSumOfSomeIsNoSum()
{
    Response response = full();
    response.mutable_answers(0)->set_absent(wire::v1::DONT_KNOW);
    QCOMPARE(totalTenths(someForm(), response), std::optional<std::int64_t>());
    response.mutable_answers()->DeleteSubrange(0, 1);
    QCOMPARE(totalTenths(someForm(), response), std::optional<std::int64_t>());
}

void TestForms::aWeightOutsideTheScaleIsNone()
{
    for (const auto &[tenths, known] :
         {std::pair(-1, false), std::pair(0, true), std::pair(100, true), std::pair(101, false)}) {
        Response response = full();
        response.mutable_answers(0)->set_tenths(tenths);
        QCOMPARE(totalTenths(someForm(), response).has_value(), known);
    }
}

void TestForms::paperMayGiveTheSumAlone()
{
    Response response;
    response.set_total_only_tenths(234);
    QCOMPARE(totalTenths(someForm(), response), std::optional<std::int64_t>(234));
    QVERIFY(!complete(someForm(), response));
}

void TestForms::aFormWithoutWeightsHasNoSum()
{
    Definition form;
    form.items = {choice("sted", false)};
    QCOMPARE(totalTenths(form, full()), std::optional<std::int64_t>());
}

QTEST_GUILESS_MAIN(TestForms)
#include "tst_forms.moc"
