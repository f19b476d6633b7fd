// Contents of changes, sealed as a device would, opened, checked and folded: in any order the same documents.
#include "tests/fuzz/get_ready.h"
#include "tests/fuzz/written_changes.h"

using namespace trivsel;

namespace {

constexpr std::size_t kChangesMax = 16;

void lookAtEverything(const merge::Fold &fold)
{
    for (const EntityId &entity : fold.entities()) {
        static_cast<void>(fold.itemState(entity));
        static_cast<void>(fold.children(entity));
        for (const std::string &field : fold.fields(entity)) {
            const merge::RegisterView view = fold.view(entity, field);
            const auto history = fold.history(entity, field);
            for (const merge::Version &version : view.versions) {
                const bool known =
                    std::any_of(history.begin(), history.end(),
                                [&](const merge::Version &one) { return one.dot == version.dot; });
                fuzz::mustHold(known, "what is shown stands in the history");
            }
        }
    }
    static_cast<void>(fold.waiting());
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    fuzz::getReady();
    fuzz::Input input(fuzz::viewOf(data, size));
    const std::vector<merge::Applied> changes = fuzz::takeChanges(input, kChangesMax);
    merge::Fold forwards;
    merge::Fold backwards;
    for (const merge::Applied &one : changes) {
        forwards.add(one);
    }
    for (auto one = changes.rbegin(); one != changes.rend(); ++one) {
        backwards.add(*one);
        backwards.add(*one);
    }
    fuzz::mustHold(forwards.canonical() == backwards.canonical(), "the order does not matter");
    fuzz::mustHold(forwards.changeCount() == changes.size(), "no change is lost");
    lookAtEverything(forwards);
    return 0;
}
