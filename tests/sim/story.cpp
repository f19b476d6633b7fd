#include "tests/sim/story.h"

namespace trivsel::sim {

std::vector<std::size_t> Story::savedAs(const std::string &field, const merge::Version &version) const
{
    std::vector<std::size_t> out;
    if (const auto known = editOfDot.find(version.dot); known != editOfDot.end()) {
        for (const std::size_t index : known->second) {
            if (edits[index].field == field && edits[index].saysTheSame(version)) {
                out.push_back(index);
            }
        }
    }
    return out;
}

std::vector<std::size_t> Story::writersOf(const std::string &field, const merge::Version &version) const
{
    std::vector<std::size_t> out = savedAs(field, version);
    if (!out.empty()) {
        return out;
    }
    for (std::size_t index = 0; index < edits.size(); ++index) {
        if (edits[index].field == field && edits[index].saysTheSame(version)) {
            out.push_back(index);
        }
    }
    return out;
}

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
    doubt(neighbours);
}

} // namespace trivsel::sim
