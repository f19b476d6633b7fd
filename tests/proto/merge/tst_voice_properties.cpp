#include "random_changes.h"

#include "tests/support/property.h"

#include <algorithm>
#include <array>

using namespace trivsel;
using namespace trivsel::merge;
using namespace trivsel::merge::test;

/** What may be put together at all: prose of staff's, far enough apart. A resident's words never are. */
class TestVoiceProperties : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void proseIsPutTogetherExactlyWhenNobodysWordsAreTouched();
    void whereTheResidentSpeaksEveryVersionStandsAsItWasWritten();
};

namespace {

using Words = std::vector<std::string>;

std::string joined(const Words &words)
{
    std::string out;
    for (const std::string &word : words) {
        out += word + ' ';
    }
    return out;
}

/** One of the two edits: another word in one place. */
struct Edit
{
    std::size_t at = 0;
    Voice voice = VOICE_STAFF;
    Policy policy = MERGE_TEXT;
    int enterer = 0;
};

Edit anEdit(std::size_t from, std::size_t to)
{
    Edit edit;
    edit.at = *rc::gen::inRange(from, to);
    edit.voice = *rc::gen::element(VOICE_UNSPECIFIED, VOICE_STAFF, VOICE_RESIDENT);
    edit.policy = *rc::gen::weightedElement<Policy>({{4, MERGE_TEXT}, {1, KEEP_BOTH}});
    edit.enterer = *rc::gen::inRange(0, 3);
    return edit;
}

Note write(std::uint64_t tablet, const Edit &edit, Words words, const Note &begun)
{
    static const PersonId kPeople[] = {kAnna, kMette, kAli};
    words[edit.at] = "ny" + std::to_string(tablet);
    const PersonId &enterer = kPeople[edit.enterer];
    return Note(tablet, 1, 2)
        .said(edit.voice == VOICE_RESIDENT ? kAnna : enterer, enterer)
        .text(joined(words))
        .policy(edit.policy)
        .voice(edit.voice)
        .seen({begun.dot()});
}

/** The op of a change in this register that counts, if any can be read: the last one. */
const wire::v1::Op *opOf(const Applied &change, const FieldId &id)
{
    const wire::v1::Op *found = nullptr;
    for (const auto &op : change.change.ops()) {
        if (!change.opaque && op.entity() == id.entity.str() && op.field() == id.field) {
            found = &op;
        }
    }
    return found;
}

bool isDecision(const wire::v1::Op &op)
{
    return op.resolution() == RESOLUTION_KEEP_BOTH || op.resolution() == RESOLUTION_TALK;
}

/** Words that somebody wrote: no decision about versions, and nothing that only a newer program knows. */
bool areWords(const wire::v1::Op &op)
{
    return op.v_case() == wire::v1::Op::kText && !isDecision(op) &&
           wire::v1::Resolution_IsValid(op.resolution());
}

/** One register of one stream, whose heads are known. */
void checkRegister(const std::vector<Applied> &changes, const Fold &fold, const FieldId &id)
{
    const RegisterView view = fold.view(id.entity, id.field);
    std::vector<const wire::v1::Op *> standing;
    for (const Applied &change : changes) {
        const bool head = std::find(view.heads.begin(), view.heads.end(), change.dot) != view.heads.end();
        if (const wire::v1::Op *op = opOf(change, id); op != nullptr && head) {
            standing.push_back(op);
        }
    }
    const bool residentSpeaks = std::any_of(standing.begin(), standing.end(),
                                            [](const auto *op) { return op->voice() == VOICE_RESIDENT; });
    if (!residentSpeaks) {
        return;
    }
    RC_ASSERT(view.state != RegisterState::Merged);
    RC_ASSERT(view.mergedText.empty());
    const bool onlyPlaces = std::all_of(standing.begin(), standing.end(), [](const auto *op) {
        return op->policy() == ORDER || isDecision(*op); // in a list's order the newest place is shown alone
    });
    for (const wire::v1::Op *op : standing) {
        const auto says = [op](const Version &shown) { return shown.op.text() == op->text(); };
        RC_ASSERT(onlyPlaces || !areWords(*op) ||
                  std::any_of(view.versions.begin(), view.versions.end(), says));
    }
}

} // namespace

void TestVoiceProperties::proseIsPutTogetherExactlyWhenNobodysWordsAreTouched()
{
    PROPERTY("two edits are put together when both are staff's prose, three words apart", [] {
        Words base;
        for (int i = 0; i < 24; ++i) {
            base.push_back("ord" + std::to_string(i));
        }
        const Edit a = anEdit(0, 16);
        const Edit b = anEdit(a.at + 1, std::min<std::size_t>(a.at + 8, 24));
        const Note begun = Note(9, 1, 1).text(joined(base)).policy(MERGE_TEXT);
        Note one = write(1, a, base, begun);
        Note other = write(2, b, base, begun);
        const RegisterView view = foldOf({begun, one, other}).view(kItem, kField);

        const bool residents = a.voice == VOICE_RESIDENT || b.voice == VOICE_RESIDENT;
        const bool prose = a.policy == MERGE_TEXT && b.policy == MERGE_TEXT;
        const bool together = !residents && prose && b.at - a.at > 3;
        RC_CLASSIFY(together, "put together");
        RC_ASSERT((view.state == RegisterState::Merged) == together);
        // Whatever is made of them, both stand there as they were written.
        RC_ASSERT(texts(view) ==
                  (Texts{one.change().change.ops(0).text(), other.change().change.ops(0).text()}));
        base[a.at] = "ny1";
        base[b.at] = "ny2";
        RC_ASSERT(view.mergedText == (together ? joined(base) : std::string()));
    });
}

void TestVoiceProperties::whereTheResidentSpeaksEveryVersionStandsAsItWasWritten()
{
    PROPERTY("where the resident speaks every version stands as it was written", [] {
        const auto changes = someStream();
        const Fold fold = foldOf(changes);
        for (const EntityId &entity : fold.entities()) {
            for (const std::string &field : fold.fields(entity)) {
                checkRegister(changes, fold, {entity, field});
            }
        }
    });
}

QTEST_GUILESS_MAIN(TestVoiceProperties)
#include "tst_voice_properties.moc"
