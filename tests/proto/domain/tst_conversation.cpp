// A samtale, what was agreed about them, and what staff replied: written, folded, read.
#include "proto/domain/conversation.h"

#include "tests/support/changes.h"

#include <QTest>

using namespace trivsel;
using namespace trivsel::domain;
using trivsel::test::filled;

namespace {

const PersonId kSofie = filled<PersonId>(1);
const PersonId kMette = filled<PersonId>(2);
const EntityId kTalk = filled<EntityId>(7);

/** Folds ops as they are written, each time as one change of Mette's. */
struct Log
{
    merge::Fold fold;
    std::uint64_t ctr = 0;

    void add(const Ops &ops, Incarnation inc = Incarnation{1})
    {
        merge::Applied applied;
        applied.dot = {inc, ++ctr};
        applied.lamport = ctr;
        applied.change.set_author(kMette.str());
        applied.change.set_enterer(kMette.str());
        applied.change.set_wall_ms(static_cast<std::int64_t>(ctr) * 1000);
        for (const wire::v1::Op &op : ops) {
            *applied.change.add_ops() = op;
        }
        QVERIFY(fold.add(applied));
    }
};

Conversation talk()
{
    Conversation talk{
        kTalk, kMette, {{kMette, {}}, {{}, "min søster Anne"}}, {TalkAbout::Method, {}, "at gå ture"}};
    talk.period = TalkPeriod::TwoWeeks;
    talk.way = TalkWay::Alone;
    talk.begunMs = 1'790'000'000'000;
    return talk;
}

TalkAgreement agreement(TalkRhythm rhythm)
{
    return {{TalkAbout::Person, kMette, {}}, TalkPeriod::SinceLast, rhythm, TalkAsking::StaffAsk};
}

ReplyLine line(const std::string &text, std::uint8_t id = 9)
{
    return {filled<EntityId>(id), kTalk, false, text, kMette, "2026-10-16"};
}

} // namespace

class TestConversation : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void roundTrip()
    {
        Log log;
        QVERIFY(readConversations(log.fold).empty());
        log.add(writeConversation(talk(), log.fold));
        log.add({writeConversationAnswer(kTalk, filled<EntityId>(3), {"url-a", false})});
        log.add({writeConversationAnswer(kTalk, filled<EntityId>(4), {"url-b", true})});
        log.add(writeConversationEnd(kTalk, 1'790'000'600'000, log.fold));
        const auto read = readConversations(log.fold);
        QCOMPARE(read.size(), std::size_t{1});
        QCOMPARE(read[0].id, kTalk);
        QCOMPARE(read[0].heldBy, kMette);
        QCOMPARE(read[0].here, talk().here);
        QCOMPARE(read[0].topic, talk().topic);
        QCOMPARE(read[0].period, TalkPeriod::TwoWeeks);
        QCOMPARE(read[0].way, TalkWay::Alone);
        QCOMPARE(read[0].begunMs, talk().begunMs);
        QCOMPARE(read[0].endedMs, std::int64_t{1'790'000'600'000});
        QCOMPARE(read[0].answers,
                 (std::map<EntityId, TalkAnswer>{{filled<EntityId>(3), {"url-a", false, 2000}},
                                                 {filled<EntityId>(4), {"url-b", true, 3000}}}));
    }

    void theSameSavedTwiceWritesNothing()
    {
        Log log;
        log.add(writeConversation(talk(), log.fold));
        log.add(writeAgreement(kSofie, agreement(TalkRhythm::Week), {}, log.fold));
        log.add(writeReply(line("Vi banker på."), log.fold));
        QVERIFY(writeConversation(talk(), log.fold).empty());
        QVERIFY(writeAgreement(kSofie, agreement(TalkRhythm::Week), {}, log.fold).empty());
        QVERIFY(writeReply(line("Vi banker på."), log.fold).empty());
    }

    void numbersOutOfRangeAreNotChosen()
    {
        Log log;
        auto ops = writeConversation(talk(), log.fold);
        for (auto &part : *ops[0].mutable_parts()->mutable_parts()) {
            if (part.v_case() == wire::v1::Parts::Part::kNum && part.name() != "begun") {
                part.set_num(part.name() == "way" ? -1 : 99);
            }
        }
        log.add(ops);
        const auto read = readConversations(log.fold);
        QCOMPARE(read[0].way, TalkWay::Unset);
        QCOMPARE(read[0].period, TalkPeriod::Unset);
        QCOMPARE(read[0].topic.what, TalkAbout::Unset);
    }

    void twoAgreementsThatDidNotSeeEachOtherBothStandUntilOneIsSaved()
    {
        Log log;
        const auto here = writeAgreement(kSofie, agreement(TalkRhythm::Week), {}, log.fold);
        const auto there = writeAgreement(kSofie, agreement(TalkRhythm::Month), {}, log.fold);
        log.add(here, Incarnation{1});
        log.add(there, Incarnation{2});
        auto both = readAgreements(kSofie, log.fold);
        QCOMPARE(both.size(), std::size_t{2});
        QCOMPARE(both.back().agreement.rhythm, TalkRhythm::Month);
        QCOMPARE(both.back().enterer, kMette);
        // The newer one is meant.
        log.add(
            writeAgreement(kSofie, agreement(TalkRhythm::Month), agreementHeads(kSofie, log.fold), log.fold));
        both = readAgreements(kSofie, log.fold);
        QCOMPARE(both.size(), std::size_t{1});
        QCOMPARE(both[0].agreement, agreement(TalkRhythm::Month));
        QVERIFY(readAgreements(kMette, log.fold).empty());
    }

    void anAgreementThatNobodyWasShownIsNotSettled()
    {
        Log log;
        log.add(writeAgreement(kSofie, agreement(TalkRhythm::Week), {}, log.fold));
        const auto shown = agreementHeads(kSofie, log.fold); // the page opens
        log.add(writeAgreement(kSofie, agreement(TalkRhythm::Month), shown, log.fold), Incarnation{2});
        QCOMPARE(readAgreements(kSofie, log.fold).size(), std::size_t{1});
        log.add(writeAgreement(kSofie, agreement(TalkRhythm::TwoWeeks), shown, log.fold));
        auto both = readAgreements(kSofie, log.fold);
        QCOMPARE(both.size(), std::size_t{2});
        QCOMPARE(both[0].agreement, agreement(TalkRhythm::Month));
        QCOMPARE(both[1].agreement, agreement(TalkRhythm::TwoWeeks));
        // Somebody who sees both settles them, also without a change.
        log.add(writeAgreement(kSofie, agreement(TalkRhythm::TwoWeeks), agreementHeads(kSofie, log.fold),
                               log.fold));
        both = readAgreements(kSofie, log.fold);
        QCOMPARE(both.size(), std::size_t{1});
        QCOMPARE(both[0].agreement, agreement(TalkRhythm::TwoWeeks));
    }

    void repliesAreStaffsVoiceAndInOrder()
    {
        Log log;
        const auto ops = writeReply(line("Vi banker på."), log.fold);
        QCOMPARE(ops[0].voice(), wire::v1::VOICE_STAFF);
        log.add(ops);
        log.add(writeReply({filled<EntityId>(5), kTalk, true, "Der er kun én om natten.", {}, {}}, log.fold));
        const auto read = readReplies(log.fold);
        QCOMPARE(read.size(), std::size_t{2});
        QCOMPARE(QString::fromStdString(read[0].text), QStringLiteral("Vi banker på."));
        QCOMPARE(read[0].who, kMette);
        QCOMPARE(read[0].until, std::string("2026-10-16"));
        QCOMPARE(read[0].author, kMette);
        QVERIFY(!read[0].cannot);
        QVERIFY(read[1].cannot);
        QVERIFY(read[1].who.isNull());
        QCOMPARE(read[1].to, kTalk);
    }

    void aLineThatTwoHaveChangedStandsInBothVersions()
    {
        Log log;
        log.add(writeReply(line("Vi banker på."), log.fold));
        const auto here = writeReply(line("Vi banker på klokken 9."), log.fold);
        const auto there = writeReply(line("Vi ringer først."), log.fold);
        log.add(here, Incarnation{1});
        log.add(there, Incarnation{2});
        const auto read = readReplies(log.fold);
        QCOMPARE(read.size(), std::size_t{2});
        QVERIFY(read[0].text != read[1].text);
        QCOMPARE(read[0].id, read[1].id);
    }

    void whatIsCompleteHasAllItsPieces()
    {
        QVERIFY(!TalkTopic{}.complete());
        QVERIFY(!(TalkTopic{TalkAbout::Person, {}, {}}).complete());
        QVERIFY((TalkTopic{TalkAbout::Person, kMette, {}}).complete());
        QVERIFY((TalkTopic{TalkAbout::Team, {}, {}}).complete());
        QVERIFY(!(TalkTopic{TalkAbout::Method, kMette, {}}).complete());
        QVERIFY(agreement(TalkRhythm::Week).complete());
        QVERIFY(!agreement(TalkRhythm::Unset).complete());
    }
};

QTEST_GUILESS_MAIN(TestConversation)
#include "tst_conversation.moc"
