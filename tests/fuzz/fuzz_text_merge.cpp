// Three texts: the merge does not depend on who is a and who is b, and what is shown beside each other is
// whole.
#include "proto/merge/text_merge.h"
#include "tests/fuzz/fuzz.h"

using namespace trivsel;

namespace {

void diff(std::string_view text, std::string_view other)
{
    std::string joined;
    for (const merge::DiffPart &part : merge::diffWords(text, other)) {
        joined += part.text;
    }
    fuzz::mustHold(joined == text, "the parts give the text");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    fuzz::Input input(fuzz::viewOf(data, size));
    const std::string_view base = input.sized();
    const std::string_view a = input.sized();
    const std::string_view b = input.rest();
    const auto merged = merge::mergeText(base, a, b);
    fuzz::mustHold(merged == merge::mergeText(base, b, a), "symmetric");
    if (merged) {
        fuzz::mustHold(merged->size() <= base.size() + a.size() + b.size(), "nothing is made up");
        fuzz::mustHold(a != base || *merged == b, "who changed nothing takes the other's");
    }
    diff(a, b);
    diff(b, a);
    return 0;
}
