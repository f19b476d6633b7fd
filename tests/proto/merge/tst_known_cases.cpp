#include "note.h"

#include <QtTest>

#include <algorithm>
#include <numeric>

using namespace trivsel;
using namespace trivsel::merge;
using namespace trivsel::merge::test;

/**
 * What other programs that are used offline met, told as it would be here. The numbers are those of their own
 * reports: ODK Central and Subsurface. Each is folded in every order of arrival, and looked at on the way.
 */
class TestKnownCases : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void odk698_theSecondOfTwoOfflineEditsMeetsAnotherOnItsField();
    void odk805_anEditCameBetweenTheBeginningAndTheSecondOfflineEdit();
    void odk805_itIsOpenAgainAfterSomebodySettledIt();
    void odk702_theBeginningComesAfterTheEdit();
    void odk808_theLastComesFirst();
    void odk815_whatWaitsHasSomethingToShow();
    void subsurface3477_proseIsPutTogetherAndNothingElse();
    void subsurface3477_whatHasFormIsNeverPutTogether();
    void subsurface3477_aNotesEditLeavesTheListAlone();
};

namespace {

const EntityId kPlan = item(7);

/** What waits can be shown to the person who is asked: two versions, or a removal and what was written
 * unseen. */
bool canBeShown(const Fold &fold)
{
    const auto waiting = fold.waiting();
    return std::all_of(waiting.begin(), waiting.end(), [&](const FieldId &id) {
        if (!id.field.empty()) {
            return fold.view(id.entity, id.field).versions.size() >= 2;
        }
        const auto removals = fold.history(id.entity, "");
        const auto fields = fold.fields(id.entity);
        return !removals.empty() && std::any_of(fields.begin(), fields.end(), [&](const auto &field) {
            return !field.empty() && !fold.view(id.entity, field).versions.empty();
        });
    });
}

/** In every order. What is there on the way must be possible to show, too; at the end all are the same. */
Fold inEveryOrder(const std::vector<Applied> &changes)
{
    const Fold expected = foldOf(changes);
    std::vector<std::size_t> order(changes.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    do {
        Fold fold;
        for (const std::size_t at : order) {
            fold.add(changes[at]);
            if (!canBeShown(fold)) {
                qFatal("somebody is asked, and there is nothing to show");
            }
        }
        if (fold.canonical() != expected.canonical()) {
            qFatal("the order of arrival matters");
        }
    } while (std::next_permutation(order.begin(), order.end()));
    return foldOf(changes);
}

Note field(std::uint64_t tablet, std::uint64_t counter, std::uint64_t lamport, const std::string &name,
           std::string text, const std::vector<Dot> &seen = {})
{
    return Note(tablet, counter, lamport).text(std::move(text)).field(name).seen(seen);
}

Texts historyOf(const Fold &fold, const std::string &name)
{
    Texts out;
    for (const Version &version : fold.history(kItem, name)) {
        out.push_back(version.op.text());
    }
    return out;
}

} // namespace

void TestKnownCases::odk698_theSecondOfTwoOfflineEditsMeetsAnotherOnItsField()
{
    // On a walk first one field and then another; at home meanwhile that other one.
    const Note begun = Note(9, 1, 1).text("ro").field("a").text("musik").field("b");
    const Note first = field(1, 1, 2, "a", "ro og te", {begun.dot()});
    const Note second = field(1, 2, 3, "b", "høj musik", {begun.dot()});
    const Note home = field(2, 1, 2, "b", "stille musik", {begun.dot()});
    const Fold fold = inEveryOrder({begun, first, second, home});
    QCOMPARE(texts(fold.view(kItem, "a")), Texts{"ro og te"}); // nobody is asked about what nobody else wrote
    QCOMPARE(texts(fold.view(kItem, "b")), (Texts{"stille musik", "høj musik"}));
    QCOMPARE(fold.waiting(), (std::vector<FieldId>{{kItem, "b"}}));
}

void TestKnownCases::odk805_anEditCameBetweenTheBeginningAndTheSecondOfflineEdit()
{
    const Note begun = field(9, 1, 1, "a", "te");
    const Note first = field(1, 1, 2, "a", "te med mælk", {begun.dot()});
    const Note second = field(1, 2, 3, "a", "te med citron", {first.dot()});
    const Note between = field(2, 1, 2, "a", "kaffe", {begun.dot()});
    const Fold fold = inEveryOrder({begun, first, second, between});
    // The second edit followed the first at once, and still its writer never saw the coffee.
    QCOMPARE(fold.view(kItem, "a").state, RegisterState::Two);
    QCOMPARE(texts(fold.view(kItem, "a")), (Texts{"kaffe", "te med citron"}));
}

void TestKnownCases::odk805_itIsOpenAgainAfterSomebodySettledIt()
{
    const Note begun = field(9, 1, 1, "a", "te");
    const Note first = field(1, 1, 2, "a", "te med mælk", {begun.dot()});
    const Note between = field(2, 1, 2, "a", "kaffe", {begun.dot()});
    const Note settled =
        field(2, 2, 3, "a", "kaffe", {first.dot(), between.dot()}).resolution(RESOLUTION_CHOOSE);
    QCOMPARE(inEveryOrder({begun, first, between, settled}).view(kItem, "a").state, RegisterState::One);
    // Written on the walk before anybody settled anything, and fetched after it.
    const Note late = field(1, 2, 3, "a", "te med citron", {first.dot()});
    const Fold fold = inEveryOrder({begun, first, between, settled, late});
    QCOMPARE(fold.view(kItem, "a").state, RegisterState::Two);
    QCOMPARE(texts(fold.view(kItem, "a")), (Texts{"te med citron", "kaffe"})); // the same age: by tablet
    QCOMPARE(fold.history(kItem, "a").size(), 5U);
}

void TestKnownCases::odk702_theBeginningComesAfterTheEdit()
{
    const Note begun = field(1, 1, 1, "a", "at male").parent(kPlan);
    const Note edit = field(1, 2, 2, "a", "at male om morgenen", {begun.dot()}).parent(kPlan);
    Fold early = foldOf({edit});
    QCOMPARE(early.itemState(kItem), ItemState::Live); // it is not held back until its beginning is there
    QCOMPARE(texts(early.view(kItem, "a")), Texts{"at male om morgenen"});
    QVERIFY(early.add(begun));
    QCOMPARE(texts(early.view(kItem, "a")), Texts{"at male om morgenen"}); // nor undone by it
    QVERIFY(early.waiting().empty());
    QCOMPARE(early.canonical(), inEveryOrder({begun, edit}).canonical());
    QCOMPARE(early.children(kPlan), std::vector{kItem});
}

void TestKnownCases::odk808_theLastComesFirst()
{
    const Note begun = field(1, 1, 1, "a", "et");
    const Note first = field(1, 2, 2, "a", "to", {begun.dot()});
    const Note second = field(1, 3, 3, "a", "tre", {first.dot()});
    Fold fold;
    for (const Note &note : {second, first, begun}) {
        QVERIFY(fold.add(note));
        QCOMPARE(texts(fold.view(kItem, "a")), Texts{"tre"});
        QVERIFY(fold.waiting().empty());
    }
    QCOMPARE(fold.canonical(), inEveryOrder({begun, first, second}).canonical());
    QCOMPARE(historyOf(fold, "a"), (Texts{"et", "to", "tre"})); // as they were made, not as they came
}

void TestKnownCases::odk815_whatWaitsHasSomethingToShow()
{
    // One began it, another edited it without ever having seen how, a third took it out.
    const Note begun = field(1, 1, 1, "a", "at male").parent(kPlan);
    const Note another = field(2, 1, 1, "a", "at tegne").parent(kPlan);
    const Note removed = Note(3, 1, 2).remove().field("").seen({begun.dot()});
    const Fold both = inEveryOrder({begun, another});
    QCOMPARE(both.waiting(), (std::vector<FieldId>{{kItem, "a"}}));
    QCOMPARE(texts(both.view(kItem, "a")), (Texts{"at male", "at tegne"}));
    const Fold three = inEveryOrder({begun, another, removed});
    QCOMPARE(three.itemState(kItem), ItemState::RemovedButEdited);
    QVERIFY(!three.waiting().empty());
}

void TestKnownCases::subsurface3477_proseIsPutTogetherAndNothingElse()
{
    // One form with prose, a number and a choice of words; both write in the prose, one in the rest.
    const std::string base = "Vi går en tur om morgenen hver dag.";
    const Note begun = Note(9, 1, 1)
                           .text(base)
                           .field("prosa")
                           .policy(MERGE_TEXT)
                           .num(3)
                           .field("tal")
                           .text("to piller\ntre gange")
                           .field("medicin");
    const Note one = Note(1, 1, 2)
                         .text("Vi går en lang tur om morgenen hver dag.")
                         .field("prosa")
                         .policy(MERGE_TEXT)
                         .seen({begun.dot()})
                         .num(4)
                         .field("tal")
                         .seen({begun.dot()});
    const Note other = Note(2, 1, 2)
                           .text("Vi går en tur om morgenen hver eneste dag.")
                           .field("prosa")
                           .policy(MERGE_TEXT)
                           .seen({begun.dot()});
    const Fold fold = inEveryOrder({begun, one, other});
    QCOMPARE(fold.view(kItem, "prosa").mergedText,
             std::string("Vi går en lang tur om morgenen hver eneste dag."));
    QCOMPARE(numOf(fold.view(kItem, "tal")), 4);
    QCOMPARE(texts(fold.view(kItem, "medicin")), Texts{"to piller\ntre gange"});
    QVERIFY(fold.waiting().empty());
}

void TestKnownCases::subsurface3477_whatHasFormIsNeverPutTogether()
{
    // Even where a definition says by mistake that it may be.
    const auto parts = [](Note note, const char *first, const char *second) {
        wire::v1::Op &op = *note.change().change.mutable_ops(0);
        for (const auto &[name, text] : {std::pair("hvad", first), std::pair("hvornår", second)}) {
            auto &part = *op.mutable_parts()->add_parts();
            part.set_name(name);
            part.set_text(text);
        }
        return note;
    };
    const Note begun = parts(Note(9, 1, 1).nothing().policy(MERGE_TEXT), "en tur om morgenen", "kl. 8");
    const Note one = parts(Note(1, 1, 2).nothing().policy(MERGE_TEXT).seen({begun.dot()}),
                           "en lang tur om morgenen", "kl. 8");
    const Note other =
        parts(Note(2, 1, 2).nothing().policy(MERGE_TEXT).seen({begun.dot()}), "en tur om morgenen", "kl. 9");
    const RegisterView view = inEveryOrder({begun, one, other}).view(kItem, kField);
    QCOMPARE(view.state, RegisterState::Two);
    QCOMPARE(view.versions.size(), 2U);
    QVERIFY(view.mergedText.empty());
}

void TestKnownCases::subsurface3477_aNotesEditLeavesTheListAlone()
{
    // Two tablets, a list of three: notes edited on both, an entry added on one and another edited on the
    // other.
    const auto entry = [](std::uint8_t n, std::uint64_t tablet, std::uint64_t counter, std::uint64_t lamport,
                          std::string text, const std::vector<Dot> &seen = {}) {
        return Note(tablet, counter, lamport)
            .text(std::move(text))
            .at(item(n), "flaske")
            .parent(kPlan)
            .seen(seen);
    };
    const Note first = entry(11, 9, 1, 1, "12 liter");
    const Note second = entry(12, 9, 2, 2, "10 liter");
    const Note added = entry(13, 1, 1, 3, "15 liter");
    const Note edited = entry(12, 2, 1, 3, "10 liter, tom", {second.dot()});
    const Note noteA = field(1, 2, 4, "noter", "god dag");
    const Note noteB = field(2, 2, 4, "noter", "kold dag");
    const Fold fold = inEveryOrder({first, second, added, edited, noteA, noteB});
    QCOMPARE(fold.children(kPlan), (std::vector{item(11), item(12), item(13)}));
    QCOMPARE(texts(fold.view(item(11), "flaske")), Texts{"12 liter"});
    QCOMPARE(texts(fold.view(item(12), "flaske")), Texts{"10 liter, tom"});
    QCOMPARE(texts(fold.view(item(13), "flaske")), Texts{"15 liter"});
    QCOMPARE(texts(fold.view(kItem, "noter")), (Texts{"god dag", "kold dag"}));
}

QTEST_GUILESS_MAIN(TestKnownCases)
#include "tst_known_cases.moc"
