// A copied tablet can write another change under the same dot: what an op has seen is a dot and the change
// under it.
#include "note.h"

#include <QtTest>

using namespace trivsel;
using namespace trivsel::merge;
using namespace trivsel::merge::test;

namespace {

constexpr std::uint64_t kOne = 0x1111111111111111;
constexpr std::uint64_t kOther = 0xffffffffffffffff;

Head as(const Note &note, std::uint64_t hash)
{
    return {note.dot(), hash};
}

const Dot kWas{Incarnation{1}, 1};

/** "Te" stood under kWas with the hash kOne, and is younger now than what saw it there. */
Note anew()
{
    Note note = Note(3, 1, 9).text("Te").hash(kOther);
    wire::v1::Reissued *was = note.change().change.mutable_reissued();
    was->set_inc(static_cast<std::uint64_t>(kWas.inc));
    was->set_ctr(kWas.ctr);
    was->set_hash(std::string(32, '\x11'));
    return note;
}

/** In both orders of arrival. */
void compareTexts(const Note &first, const Note &second, const Texts &expected)
{
    QCOMPARE(texts(foldOf({first, second}).view(kItem, kField)), expected);
    QCOMPARE(texts(foldOf({second, first}).view(kItem, kField)), expected);
}

} // namespace

class TestSeen : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theChangeThatWasSeenIsReplaced()
    {
        const Note there = Note(1, 1, 1).text("Te").hash(kOne);
        compareTexts(there, Note(1, 2, 2).text("Kaffe").seenAs({as(there, kOne)}), {"Kaffe"});
    }
    void anotherChangeUnderTheSameDotStays()
    {
        const Note there = Note(1, 1, 1).text("Te").hash(kOther);
        compareTexts(there, Note(1, 2, 2).text("Kaffe").seenAs({as(there, kOne)}), {"Te", "Kaffe"});
    }
    void whoDoesNotSayWhichChangeMeansTheDot()
    {
        const Note there = Note(1, 1, 1).text("Te").hash(kOther);
        compareTexts(there, Note(1, 2, 2).text("Kaffe").seen({there.dot()}), {"Kaffe"});
        const Note unknown = Note(1, 1, 1).text("Te");
        compareTexts(unknown, Note(1, 2, 2).text("Kaffe").seenAs({as(unknown, kOne)}), {"Kaffe"});
    }
    void headsSayWhichChangeStands()
    {
        const Note there = Note(1, 1, 1).text("Te").hash(kOne);
        const RegisterView view = foldOf({there}).view(kItem, kField);
        QCOMPARE(view.heads.front().hash, kOne);
        compareTexts(there, Note(1, 2, 2).text("Kaffe").seenAs(view.heads), {"Kaffe"});
    }
    void aDecisionWithoutSightOfAVersionDecidesNothing()
    {
        const Note mette = Note(1, 1, 1).text("Te").hash(kOther);
        const Note ali = Note(2, 1, 1).by(kAli).text("Kaffe").hash(kOne);
        const auto stateAfter = [&](std::uint64_t hash) {
            const Note both = Note(2, 2, 2)
                                  .by(kAli)
                                  .nothing()
                                  .resolution(wire::v1::RESOLUTION_KEEP_BOTH)
                                  .seenAs({as(mette, hash), as(ali, kOne)});
            return foldOf({mette, ali, both}).view(kItem, kField).state;
        };
        QCOMPARE(stateAfter(kOther), RegisterState::KeptBoth);
        QCOMPARE(stateAfter(kOne), RegisterState::Two);
    }
    void aRemovalCoversOnlyWhatItSaw()
    {
        const Note there = Note(1, 1, 1).text("Te").hash(kOther);
        const auto stateAfter = [&](std::uint64_t hash) {
            const Note gone = Note(2, 1, 2).remove().field("").seenAs({as(there, hash)});
            return foldOf({there, gone}).itemState(kItem);
        };
        QCOMPARE(stateAfter(kOther), ItemState::Removed);
        QCOMPARE(stateAfter(kOne), ItemState::RemovedButEdited);
    }
    void textsThatWereMadeFromAnotherChangeAreNotPutTogether()
    {
        const auto stateAfter = [](std::uint64_t hash) {
            const Note base = Note(1, 1, 1)
                                  .text("Vi går en tur om morgenen hver dag.")
                                  .policy(wire::v1::MERGE_TEXT)
                                  .hash(kOther);
            const Note mette = Note(1, 2, 2)
                                   .text("Vi går en lang tur om morgenen hver dag.")
                                   .policy(wire::v1::MERGE_TEXT)
                                   .seenAs({as(base, kOther)});
            const Note ali = Note(2, 1, 2)
                                 .by(kAli)
                                 .text("Vi går en tur om morgenen hver eneste dag.")
                                 .policy(wire::v1::MERGE_TEXT)
                                 .seenAs({as(base, hash)});
            return foldOf({base, mette, ali}).view(kItem, kField).state;
        };
        QCOMPARE(stateAfter(kOther), RegisterState::Merged);
        QCOMPARE(stateAfter(kOne), RegisterState::Two);
    }
    void whatSawTheWordsBeforeTheyWereWrittenAnewTakesTheirPlace()
    {
        compareTexts(anew(), Note(2, 1, 2).text("Kaffe").seenAs({{kWas, kOne}}), {"Kaffe"});
        compareTexts(anew(), Note(2, 1, 20).text("Kaffe").seenAs({{kWas, kOne}}), {"Kaffe"});
    }
    void onlyByItsHash()
    {
        compareTexts(anew(), Note(2, 1, 2).text("Kaffe").seen({kWas}), {"Kaffe", "Te"});
        compareTexts(anew(), Note(2, 1, 2).text("Kaffe").seenAs({{kWas, kOther}}), {"Kaffe", "Te"});
    }
    void whoSaysHalfOfWhereItStoodSaysNothing()
    {
        for (const int which : {0, 1, 2}) {
            Note half = anew();
            wire::v1::Reissued *was = half.change().change.mutable_reissued();
            which == 0 ? was->clear_inc() : which == 1 ? was->clear_ctr() : was->clear_hash();
            compareTexts(half, Note(2, 1, 2).text("Kaffe").seenAs({{kWas, kOne}}), {"Kaffe", "Te"});
        }
    }
    void aRemovalFindsTheWordsWrittenAnew()
    {
        const Note gone = Note(2, 1, 2).remove().field("").seenAs({{kWas, kOne}});
        QCOMPARE(foldOf({anew(), gone}).itemState(kItem), ItemState::Removed);
        QCOMPARE(foldOf({gone, anew()}).itemState(kItem), ItemState::Removed);
        const Note other = Note(2, 1, 2).remove().field("").seenAs({{kWas, kOther}});
        QCOMPARE(foldOf({anew(), other}).itemState(kItem), ItemState::RemovedButEdited);
    }
    /** An older office has both: what saw the one saw the other. */
    void bothPlacesGiveWay()
    {
        const Note there = Note(1, 1, 1).text("Te").hash(kOne);
        const Note gone = Note(2, 1, 2).remove().field("").seenAs({{kWas, kOne}});
        std::vector<Applied> changes{there, anew(), gone};
        do {
            QCOMPARE(foldOf(changes).itemState(kItem), ItemState::Removed);
        } while (std::next_permutation(changes.begin(), changes.end(),
                                       [](const auto &a, const auto &b) { return a.dot < b.dot; }));
    }
    /** The resident's words give way only to the resident, wherever they stand. */
    void theResidentsWordsWrittenAnewStayTheirs()
    {
        Note own = Note(3, 1, 9).by(kAnna).text("Te").voice(VOICE_RESIDENT).hash(kOther);
        *own.change().change.mutable_reissued() = anew().change().change.reissued();
        compareTexts(own, Note(2, 1, 2).by(kAli).text("Kaffe").seenAs({{kWas, kOne}}), {"Kaffe", "Te"});
        const Note gone = Note(2, 1, 2).by(kAli).remove().field("").seenAs({{kWas, kOne}});
        QCOMPARE(foldOf({own, gone}).itemState(kItem), ItemState::RemovedButEdited);
    }
    void aDecisionStandsForTheWordsWrittenAnew()
    {
        const Note ali = Note(2, 1, 1).by(kAli).text("Kaffe").hash(kOther);
        const Note both = Note(2, 2, 2)
                              .by(kAli)
                              .nothing()
                              .resolution(wire::v1::RESOLUTION_KEEP_BOTH)
                              .seenAs({{kWas, kOne}, as(ali, kOther)});
        QCOMPARE(foldOf({anew(), ali, both}).view(kItem, kField).state, RegisterState::KeptBoth);
    }
};

QTEST_GUILESS_MAIN(TestSeen)
#include "tst_seen.moc"
