#include "sync-server/commands/plain_name.h"

#include <span>
#include <utility>

namespace trivsel::server {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

std::string replaced(std::string text, std::span<const Pair> pairs)
{
    for (const auto &[from, to] : pairs) {
        for (std::size_t at = text.find(from); at != std::string::npos;
             at = text.find(from, at + to.size())) {
            text.replace(at, from.size(), to);
        }
    }
    return text;
}

/** One of the letters that UTF-8 writes as C3 and a second byte: À to Þ have their small ones 32 further. */
bool isCapitalSecond(unsigned char c)
{
    constexpr unsigned char kTimes = 0x97; // between them, and no letter
    return c >= 0x80 && c <= 0x9E && c != kTimes;
}

std::string small(std::string_view text)
{
    std::string out(text);
    for (std::size_t at = 0; at < out.size(); ++at) {
        const bool second =
            at > 0 && out[at - 1] == '\xC3' && isCapitalSecond(static_cast<unsigned char>(out[at]));
        if (second || (out[at] >= 'A' && out[at] <= 'Z')) {
            out[at] = static_cast<char>(out[at] + 0x20);
        }
    }
    return out;
}

} // namespace

std::string plainName(std::string_view name)
{
    // A no-break space, and å as some keyboards send it: a with a ring of its own.
    constexpr Pair kSame[] = {{"\xC2\xA0", " "}, {"a\xCC\x8A", "å"}, {"A\xCC\x8A", "Å"}};
    const std::string text = small(replaced(std::string(name), kSame));
    std::string out;
    for (const char c : text) {
        const bool space = c == ' ' || c == '\t';
        if (!space || (!out.empty() && out.back() != ' ')) {
            out += space ? ' ' : c;
        }
    }
    if (!out.empty() && out.back() == ' ') {
        out.pop_back();
    }
    return out;
}

std::string typedName(std::string_view name)
{
    constexpr Pair kLetters[] = {{"æ", "ae"}, {"ø", "oe"}, {"å", "aa"}};
    return replaced(plainName(name), kLetters);
}

bool comesBefore(std::string_view one, std::string_view other)
{
    // The characters after z stand for the three letters after it.
    constexpr Pair kOrder[] = {{"æ", "{"},  {"ä", "{"}, {"ø", "|"}, {"ö", "|"}, {"å", "}"},
                               {"aa", "}"}, {"é", "e"}, {"è", "e"}, {"ü", "y"}};
    return replaced(plainName(one), kOrder) < replaced(plainName(other), kOrder);
}

} // namespace trivsel::server
