#include "random_changes.h"

#include "tests/support/property.h"

#include <algorithm>
#include <set>

using namespace trivsel;
using namespace trivsel::merge;
using namespace trivsel::merge::test;

namespace {

using Plans = std::vector<ChangePlan>;

/** The op of a change that counts in a register: the last one. nullptr when it has none there. */
const wire::v1::Op *counting(const Applied &change, const EntityId &entity, const std::string &field)
{
    const wire::v1::Op *found = nullptr;
    for (const auto &op : change.change.ops()) {
        if (!change.opaque && op.entity() == entity.str() && op.field() == field) {
            found = &op;
        }
    }
    return found;
}

bool names(const wire::v1::Op &op, const Applied &change)
{
    return std::any_of(op.seen().begin(), op.seen().end(), [&change](const wire::v1::Dot &seen) {
        const bool another = seen.hash() != 0 && change.hash != 0 && seen.hash() != change.hash;
        return seen.inc() == static_cast<std::uint64_t>(change.dot.inc) && seen.ctr() == change.dot.ctr &&
               !another;
    });
}

bool marks(const wire::v1::Op &op)
{
    return op.resolution() == RESOLUTION_KEEP_BOTH || op.resolution() == RESOLUTION_TALK;
}

bool ownWords(const Applied &change, const wire::v1::Op &op)
{
    return op.voice() == VOICE_RESIDENT && change.change.author() == change.change.enterer();
}

bool newer(const Applied &x, const Applied &y)
{
    return std::tuple(x.lamport, x.dot.inc, x.dot.ctr) > std::tuple(y.lamport, y.dot.inc, y.dot.ctr);
}

/** The rule of superseding once more, written down as it is said and not as it is computed. */
bool replaced(const std::vector<Applied> &changes, const Applied &y, const EntityId &entity,
              const std::string &field)
{
    const wire::v1::Op &opY = *counting(y, entity, field);
    return std::any_of(changes.begin(), changes.end(), [&](const Applied &x) {
        const wire::v1::Op *opX = counting(x, entity, field);
        if (!opX || !names(*opX, y) || !newer(x, y) || (marks(*opX) && !marks(opY))) {
            return false;
        }
        return !ownWords(y, opY) || x.change.enterer() == y.change.author();
    });
}

std::set<Dot> headsAsSaid(const std::vector<Applied> &changes, const EntityId &entity,
                          const std::string &field)
{
    std::set<Dot> out;
    for (const Applied &change : changes) {
        if (counting(change, entity, field) && !replaced(changes, change, entity, field)) {
            out.insert(change.dot);
        }
    }
    return out;
}

void assertConsistent(const RegisterView &view)
{
    const std::size_t count = view.versions.size();
    const bool several = view.state == RegisterState::Two || view.state == RegisterState::Talk ||
                         view.state == RegisterState::KeptBoth || view.state == RegisterState::Merged;
    RC_ASSERT(!several || count >= 2);
    RC_ASSERT(view.state != RegisterState::One || count == 1);
    RC_ASSERT(view.state != RegisterState::Empty || count == 0);
    RC_ASSERT(count <= view.heads.size());
    RC_ASSERT((view.state == RegisterState::Merged) == !view.mergedText.empty());
    RC_ASSERT(view.state != RegisterState::Merged || view.voice != VOICE_RESIDENT);
}

template <class Check> void forEachRegister(const Check &check)
{
    for (std::uint8_t entity = 0; entity < 2; ++entity) {
        for (const char *field : {"", "a", "b", "prosa", "ord", "liste", "plads"}) {
            check(item(entity), std::string(field));
        }
    }
}

} // namespace

class TestFoldProperties : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anyOrderWithDuplicatesGivesTheSame();
    void keysThatArriveLateGiveTheSame();
    void headsAreWhatTheRuleSays();
    void theResidentsOwnWordsStandUntilTheyChangeThem();
    void noVersionIsEverLost();
    void everyStateKeepsItsPromise();
};

void TestFoldProperties::anyOrderWithDuplicatesGivesTheSame()
{
    PROPERTY("any order with duplicates gives the same", [] {
        const auto changes = someStream();
        std::vector<Applied> shuffled = changes;
        const auto swaps =
            *rc::gen::container<std::vector<std::size_t>>(changes.size(), rc::gen::inRange(0, 1000));
        for (std::size_t i = 0; i < swaps.size(); ++i) {
            std::swap(shuffled[i], shuffled[swaps[i] % swaps.size()]);
            shuffled.push_back(changes[swaps[i] % swaps.size()]);
        }
        RC_ASSERT(foldOf(shuffled).canonical() == foldOf(changes).canonical());
    });
}

void TestFoldProperties::keysThatArriveLateGiveTheSame()
{
    PROPERTY("a change that was opaque first gives the same", [] {
        auto changes = someStream();
        for (Applied &change : changes) {
            change.opaque = false;
        }
        Fold late;
        for (Applied change : changes) {
            change.opaque = *rc::gen::arbitrary<bool>();
            late.add(change);
        }
        for (const Applied &change : changes) {
            late.add(change);
        }
        RC_ASSERT(late.canonical() == foldOf(changes).canonical());
    });
}

void TestFoldProperties::headsAreWhatTheRuleSays()
{
    PROPERTY("heads are what the rule says", [] {
        const auto changes = someStream();
        const Fold fold = foldOf(changes);
        forEachRegister([&](const EntityId &entity, const std::string &field) {
            const auto heads = fold.view(entity, field).heads;
            RC_ASSERT(std::set<Dot>(heads.begin(), heads.end()) == headsAsSaid(changes, entity, field));
            RC_ASSERT(std::set<Dot>(heads.begin(), heads.end()).size() == heads.size());
        });
    });
}

void TestFoldProperties::theResidentsOwnWordsStandUntilTheyChangeThem()
{
    PROPERTY("the resident's own words stand until they change them", [] {
        const auto changes = someStream();
        const Fold fold = foldOf(changes);
        forEachRegister([&](const EntityId &entity, const std::string &field) {
            const auto heads = fold.view(entity, field).heads;
            for (const Applied &change : changes) {
                const wire::v1::Op *op = counting(change, entity, field);
                if (!op || !ownWords(change, *op)) {
                    continue;
                }
                const bool changedByThem = std::any_of(changes.begin(), changes.end(), [&](const Applied &x) {
                    const wire::v1::Op *opX = counting(x, entity, field);
                    return opX && names(*opX, change) && x.change.enterer() == change.change.author();
                });
                RC_ASSERT(changedByThem || std::find(heads.begin(), heads.end(), change.dot) != heads.end());
            }
        });
    });
}

void TestFoldProperties::noVersionIsEverLost()
{
    PROPERTY("history has every op, and a field with ops has a head", [] {
        const auto changes = someStream();
        const Fold fold = foldOf(changes);
        forEachRegister([&](const EntityId &entity, const std::string &field) {
            std::size_t ops = 0;
            for (const Applied &change : changes) {
                for (const auto &op : change.change.ops()) {
                    ops += !change.opaque && op.entity() == entity.str() && op.field() == field ? 1U : 0U;
                }
            }
            RC_ASSERT(fold.history(entity, field).size() == ops);
            RC_ASSERT(fold.view(entity, field).heads.empty() == (ops == 0));
        });
    });
}

void TestFoldProperties::everyStateKeepsItsPromise()
{
    PROPERTY("every state keeps its promise", [] {
        const Fold fold = foldOf(someStream());
        const auto waiting = fold.waiting();
        RC_ASSERT(std::is_sorted(waiting.begin(), waiting.end()));
        std::set<RegisterState> met;
        forEachRegister([&](const EntityId &entity, const std::string &field) {
            const RegisterView view = fold.view(entity, field);
            met.insert(view.state);
            assertConsistent(view);
            const bool waits = std::binary_search(waiting.begin(), waiting.end(), FieldId{entity, field});
            const ItemState item = fold.itemState(entity);
            RC_ASSERT(waits == (field.empty() ? item == ItemState::RemovedButEdited
                                              : view.waitsForPerson() && item != ItemState::Removed));
        });
        for (const RegisterState state : met) {
            RC_TAG(static_cast<int>(state)); // all of them are met; see the numbers
        }
    });
}

QTEST_GUILESS_MAIN(TestFoldProperties)
#include "tst_fold_properties.moc"
