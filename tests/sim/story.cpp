#include "tests/sim/story.h"

namespace trivsel::sim {

void Story::mayBeGone(std::size_t tablet, std::uint64_t after)
{
    const auto doubt = [&](auto &all) {
        for (auto &each : all) {
            each.saved.mayBeGone =
                each.saved.mayBeGone || (each.saved.tablet == tablet && each.saved.serial > after);
        }
    };
    doubt(edits);
    doubt(answers);
    doubt(withdrawals);
    doubt(itemOps);
    doubt(foreign);
}

} // namespace trivsel::sim
