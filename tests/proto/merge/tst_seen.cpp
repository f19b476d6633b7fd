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
};

QTEST_GUILESS_MAIN(TestSeen)
#include "tst_seen.moc"
