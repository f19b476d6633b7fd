#include "sync-server/commands/nearest.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace trivsel::server {
namespace {

constexpr std::size_t kShort = 3;

/** Letters to put in, take out, change or swap with their neighbour. */
std::size_t distance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> before;
    std::vector<std::size_t> last(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) {
        last[j] = j;
    }
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::vector<std::size_t> row(b.size() + 1, i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            row[j] = std::min({row[j - 1] + 1, last[j] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                row[j] = std::min(row[j], before[j - 2] + 1);
            }
        }
        before = std::exchange(last, std::move(row));
    }
    return last.back();
}

/** What is this far away is no longer near. */
std::size_t tooFar(std::string_view typed)
{
    return typed.size() <= kShort ? 2 : 3;
}

std::size_t howFar(std::string_view typed, std::string_view word)
{
    const bool beginning = typed.size() >= 2 && word.substr(0, typed.size()) == typed;
    return beginning ? 1 : distance(typed, word);
}

} // namespace

std::string nearest(std::string_view typed, const std::vector<std::string> &known)
{
    std::string best;
    std::size_t least = tooFar(typed);
    bool several = false;
    for (const std::string &word : known) {
        const std::size_t far = howFar(typed, word);
        several = far == least ? true : far < least ? false : several;
        if (far < least) {
            least = far;
            best = word;
        }
    }
    return several ? std::string() : best;
}

std::vector<std::string> nearWords(std::string_view typed, const std::vector<std::string> &known)
{
    std::vector<std::string> words;
    for (std::size_t far = 0; far < tooFar(typed); ++far) {
        std::copy_if(known.begin(), known.end(), std::back_inserter(words),
                     [&](const std::string &word) { return howFar(typed, word) == far; });
    }
    return words;
}

} // namespace trivsel::server
