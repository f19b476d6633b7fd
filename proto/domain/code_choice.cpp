#include "proto/domain/code_choice.h"

#include <algorithm>
#include <set>
#include <string>

namespace trivsel::domain {
namespace {

/** Each digit the same step from the one before, past nine to nought as well: 123456, 890123, 654321, 135791.
 */
bool isCounted(std::string_view code)
{
    constexpr int kDigits = 10;
    const auto step = [&](std::size_t at) { return (code[at] - code[at - 1] + kDigits) % kDigits; };
    for (std::size_t at = 2; at < code.size(); ++at) {
        if (step(at) != step(1)) {
            return false;
        }
    }
    return true;
}

/** 112233, 998877. */
bool isPairsCounted(std::string_view code)
{
    std::string once;
    for (std::size_t at = 0; at + 1 < code.size(); at += 2) {
        if (code[at] != code[at + 1]) {
            return false;
        }
        once += code[at];
    }
    return isCounted(once);
}

} // namespace

bool isObviousCode(std::string_view code)
{
    constexpr std::size_t kFew = 2;
    const std::set<char> different(code.begin(), code.end());
    const std::string_view half = code.substr(0, code.size() / 2);
    const std::string_view rest = code.substr(code.size() / 2);
    return different.size() <= kFew || isCounted(code) || isPairsCounted(code) || half == rest ||
           std::equal(code.begin(), code.end(), code.rbegin());
}

} // namespace trivsel::domain
