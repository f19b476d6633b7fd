#include <concepts>

#include "proto/domain/rounds.h"

#include "tests/support/property.h"

#include <algorithm>
#include <set>

using namespace trivsel;
using namespace trivsel::domain;
using Shown = RoundResult::Shown;

namespace {

RoundForm form(int items = 3, int options = 5)
{
    RoundForm out{"https://trivsel.example/fhir/Questionnaire/tema", "1.0.0", {}, {}};
    out.definition.data.fill(7);
    for (int at = 0; at < items; ++at) {
        out.items.push_back({"item-" + std::to_string(at), options});
    }
    return out;
}

EntityId someId()
{
    EntityId id;
    id.data.fill(9);
    return id;
}

/** So many people who all said this to the first of the items, in that order. */
ClosedRound saying(const std::vector<int> &answers, int items = 1, int options = 5)
{
    std::vector<RoundAnswers> people;
    for (const int answer : answers) {
        people.emplace_back(static_cast<std::size_t>(items), answer);
    }
    return tallied(someId(), form(items, options), people, 20'700);
}

rc::Gen<std::vector<RoundAnswers>> people(int least, int most, int items, int options)
{
    const auto one = rc::gen::container<RoundAnswers>(
        static_cast<std::size_t>(items), rc::gen::inRange(static_cast<int>(kRoundNotApplicable), options));
    return rc::gen::mapcat(rc::gen::inRange(least, most + 1), [one](int count) {
        return rc::gen::container<std::vector<RoundAnswers>>(static_cast<std::size_t>(count), one);
    });
}

merge::Fold foldOf(const Ops &ops)
{
    merge::Fold fold;
    merge::Applied applied;
    applied.dot = {Incarnation{5}, 1};
    applied.lamport = 1;
    for (const wire::v1::Op &op : ops) {
        *applied.change.add_ops() = op;
    }
    fold.add(std::move(applied));
    return fold;
}

} // namespace

class TestRounds : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void underFiveNothingIsShown()
    {
        const auto four = resultOf(saying({0, 1, 1, 4, kRoundSkipped})).items[0];
        QVERIFY(four.shown == Shown::Nothing);
        RoundResult::Item nothing;
        nothing.linkId = "item-0";
        QVERIFY(four == nothing);
        const auto five = resultOf(saying({0, 1, 1, 4, 2})).items[0];
        QVERIFY(five.shown == Shown::Middle);
        QCOMPARE(five.middleLow, 1);
        QCOMPARE(five.middleHigh, 1);
        QVERIFY(five.steps.empty());
    }

    void fromTenOnTheStepsAreShown()
    {
        const auto nine = resultOf(saying({1, 1, 1, 2, 2, 2, 3, 3, 3})).items[0];
        QVERIFY(nine.shown == Shown::Middle && nine.steps.empty());
        const auto ten = resultOf(saying({1, 1, 1, 2, 2, 2, 3, 3, 3, 3})).items[0];
        QVERIFY(ten.shown == Shown::Distribution);
        const std::vector<std::optional<int>> steps{std::nullopt, 3, 3, 4, std::nullopt};
        QVERIFY(ten.steps == steps);
    }

    void theMiddleMayStandBetweenTwoSteps()
    {
        const auto item = resultOf(saying({0, 0, 0, 4, 4, 4})).items[0];
        QCOMPARE(item.middleLow, 0);
        QCOMPARE(item.middleHigh, 4);
        QVERIFY(!item.close);
    }

    void closeIsThreeQuartersNextToTheMiddle()
    {
        QVERIFY(resultOf(saying({2, 2, 2, 1, 3, 3, 0, 4})).items[0].close);  // 6 of 8
        QVERIFY(!resultOf(saying({2, 2, 2, 3, 3, 0, 0, 4})).items[0].close); // 5 of 8
        // Between two steps: these alone.
        QVERIFY(resultOf(saying({1, 1, 1, 2, 2, 2, 4, 0})).items[0].close);
        QVERIFY(!resultOf(saying({0, 0, 1, 2, 3, 4})).items[0].close);
    }

    void aHiddenStepNeverStandsAlone()
    {
        // Only one step is small: the smallest of the others goes with it.
        const auto item = resultOf(saying({0, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 3, 4, 4, 4, 4})).items[0];
        const std::vector<std::optional<int>> steps{std::nullopt, std::nullopt, 4, 5, 4};
        QVERIFY(item.steps == steps);
    }

    void anAnswerIsWhole()
    {
        const RoundForm asked = form();
        QVERIFY(isCompleteAnswer(asked, {0, 4, kRoundNotApplicable}));
        QVERIFY(isCompleteAnswer(asked, {kRoundSkipped, kRoundDontKnow, kRoundSkipped}));
        QVERIFY(!isCompleteAnswer(asked, {kRoundSkipped, kRoundSkipped, kRoundSkipped}));
        QVERIFY(!isCompleteAnswer(asked, {0, 4}));
        QVERIFY(!isCompleteAnswer(asked, {0, 4, 1, 1}));
        QVERIFY(!isCompleteAnswer(asked, {0, 5, 1}));
        QVERIFY(!isCompleteAnswer(asked, {0, kRoundNotApplicable - 1, 1}));
    }

    void aFormHasItsLimits()
    {
        QVERIFY(isRoundForm(form(kRoundItemsMax, kRoundOptionsMax)));
        QVERIFY(!isRoundForm(form(kRoundItemsMax + 1)));
        QVERIFY(!isRoundForm(form(1, kRoundOptionsMax + 1)));
        QVERIFY(!isRoundForm(form(1, 1)));
        QVERIFY(!isRoundForm(form(0)));
        RoundForm twice = form(2);
        twice.items[1] = twice.items[0];
        QVERIFY(!isRoundForm(twice));
    }

    void aRoundHasItsLimits()
    {
        QVERIFY(isClosedRound(saying(std::vector<int>(kRoundAnswersMin, 1))));
        QVERIFY(!isClosedRound(saying(std::vector<int>(kRoundAnswersMin - 1, 1))));
        QVERIFY(isClosedRound(saying(std::vector<int>(kRoundAnswersMax, 1))));
        QVERIFY(!isClosedRound(saying(std::vector<int>(kRoundAnswersMax + 1, 1))));
        ClosedRound round = saying({1, 1, 1, 1, 1});
        round.items[0].skipped = 1; // more than there are people
        QVERIFY(!isClosedRound(round));
        round = saying({1, 1, 1, 1, 1});
        round.items[0].options[1] = 6;
        round.items[0].skipped = -1;
        QVERIFY(!isClosedRound(round));
    }

    void boxAndRecordsComeBackAsTheyWent()
    {
        PROPERTY("there and back", [] {
            const auto said = *people(kRoundAnswersMin, kRoundAnswersMax, 4, 5);
            const auto day = *rc::gen::arbitrary<bool>() ? std::optional<std::int64_t>(20'700) : std::nullopt;
            const ClosedRound round = tallied(someId(), form(4), said, day);
            RC_ASSERT(readRoundBox(writeRoundBox(round)) == round);
            const auto records = readClosedRounds(foldOf(writeClosedRound(round, merge::Fold())));
            RC_ASSERT(records == std::vector{round});
            const RoundResult result = resultOf(round);
            const auto results = readRoundResults(foldOf(writeRoundResult(result, merge::Fold())));
            RC_ASSERT(results == std::vector{result});
        });
    }

    /** What lies in logs for ever: another program must write and read the same. */
    void theBytesOfABoxStay()
    {
        RoundForm asked{"urn:t", "1", {}, {{"a", 2}, {"b", 3}}};
        asked.definition.data.fill(0x11);
        EntityId id;
        id.data.fill(0x22);
        const std::vector<RoundAnswers> said{
            {0, 0}, {1, 2}, {1, kRoundDontKnow}, {1, kRoundNotApplicable}, {kRoundSkipped, 2}};
        const std::string bytes = writeRoundBox(tallied(id, asked, said, 20'700)).SerializeAsString();
        const QByteArray known = QByteArray::fromHex(
            "0a10222222222222222222222222222222221209726f756e645f626f782001b201760a0c0a037572"
            "6c120575726e3a740a0c0a0776657273696f6e1201310a1e0a0a646566696e6974696f6e22101111"
            "11111111111111111111111111110a090a0364617918b8c3020a0a0a0670656f706c65180a0a0f0a"
            "066974656d2f61220501030000010a100a066974656d2f622206010002010100");
        QCOMPARE(QByteArray::fromStdString(bytes), known);
        wire::v1::Op op;
        QVERIFY(op.ParseFromString(known.toStdString()));
        QVERIFY(readRoundBox(op) == tallied(id, asked, said, 20'700));
    }

    void madeUpBoxesAreNone()
    {
        const wire::v1::Op good = writeRoundBox(saying({1, 1, 1, 1, 1}));
        QVERIFY(readRoundBox(good));
        wire::v1::Op bad = good;
        bad.set_field("look");
        QVERIFY(!readRoundBox(bad));
        bad = good;
        bad.set_text("no parts");
        QVERIFY(!readRoundBox(bad));
        for (int at = 0; at < good.parts().parts_size(); ++at) {
            const std::string &name = good.parts().parts(at).name();
            bad = good;
            bad.mutable_parts()->mutable_parts()->DeleteSubrange(at, 1);
            QCOMPARE(readRoundBox(bad).has_value(), name == "day" || name == "version");
        }
        PROPERTY("bytes of anybody's", [&] {
            wire::v1::Op op = good;
            for (auto &part : *op.mutable_parts()->mutable_parts()) {
                if (part.name().starts_with("item/")) {
                    part.set_ref(*rc::gen::arbitrary<std::string>());
                } else if (part.name() == "people") {
                    part.set_num(*rc::gen::arbitrary<std::int64_t>());
                }
            }
            const auto round = readRoundBox(op);
            RC_ASSERT(!round || isClosedRound(*round));
        });
    }

    void theOrderNeverMatters()
    {
        PROPERTY("any order, and each item shuffled by itself", [] {
            auto said = *people(1, 30, 3, 5);
            const ClosedRound before = tallied(someId(), form(3), said, {});
            for (std::size_t item = 0; item < 3; ++item) {
                std::vector<std::pair<int, int>> column;
                for (const RoundAnswers &one : said) {
                    column.emplace_back(*rc::gen::inRange(0, 1000), one[item]);
                }
                std::sort(column.begin(), column.end());
                for (std::size_t at = 0; at < said.size(); ++at) {
                    said[at][item] = column[at].second;
                }
            }
            RC_ASSERT(tallied(someId(), form(3), said, {}) == before);
        });
    }

    void nothingLeaksOfFewerThanFive()
    {
        PROPERTY("any two such items look the same", [] {
            const auto one = *people(0, kRoundAnswersMin - 1, 1, 5);
            const auto other = *people(0, kRoundAnswersMin - 1, 1, 5);
            RC_ASSERT(resultOf(tallied(someId(), form(1), one, {})) ==
                      resultOf(tallied(someId(), form(1), other, {})));
        });
    }

    /** The result says the same however many skipped an item, did not know, or said that it is not theirs. */
    void whoDidNotAnswerAnItemLeavesNoTrace()
    {
        PROPERTY("absent answers", [] {
            auto said = *people(0, 30, 1, 5);
            const auto before = resultOf(tallied(someId(), form(1), said, {}));
            const auto silent =
                *rc::gen::container<std::vector<RoundAnswers>>(rc::gen::container<RoundAnswers>(
                    1, rc::gen::inRange(static_cast<int>(kRoundNotApplicable), 0)));
            said.insert(said.end(), silent.begin(), silent.end());
            RC_ASSERT(resultOf(tallied(someId(), form(1), said, {})) == before);
        });
    }

    void nobodyCanSubtract()
    {
        PROPERTY("steps", [] {
            const auto said = *people(0, kRoundAnswersMax, 3, 5);
            const ClosedRound round = tallied(someId(), form(3), said, {});
            const RoundResult result = resultOf(round);
            for (std::size_t at = 0; at < 3; ++at) {
                const auto &item = result.items[at];
                const int answered = round.items[at].answered();
                RC_ASSERT((item.shown == Shown::Nothing) == (answered < kRoundAnswersMin));
                RC_ASSERT((item.shown == Shown::Distribution) == (answered >= kRoundSpreadMin));
                RC_ASSERT(item.steps.size() == (answered >= kRoundSpreadMin ? 5U : 0U));
                const auto hidden = std::count(item.steps.begin(), item.steps.end(), std::nullopt);
                RC_ASSERT(hidden != 1);
                for (std::size_t step = 0; step < item.steps.size(); ++step) {
                    RC_ASSERT(!item.steps[step] || (*item.steps[step] >= kRoundCellMin &&
                                                    *item.steps[step] == round.items[at].options[step]));
                }
            }
        });
    }
};

QTEST_APPLESS_MAIN(TestRounds)
#include "tst_rounds.moc"
