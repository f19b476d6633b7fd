#include "proto/merge/alignment.h"
#include "proto/merge/text_merge.h"
#include "proto/merge/tokens.h"

#include <unordered_map>

namespace trivsel::merge {
namespace {

/** By words alone, so that the white space after the last word is no difference; by all when the words are
 * the same. */
Matches matchesOf(const std::vector<Token> &mine, const std::vector<Token> &theirs, bool wordsOnly)
{
    std::unordered_map<std::string_view, std::uint32_t> numbers;
    const auto numbered = [&](const std::vector<Token> &tokens) {
        Words out;
        for (const Token &token : tokens) {
            const std::string_view what = wordsOnly ? token.word : token.text;
            out.push_back(numbers.emplace(what, static_cast<std::uint32_t>(numbers.size())).first->second);
        }
        return out;
    };
    const Words a = numbered(mine);
    const Words b = numbered(theirs);
    return align(a, b);
}

} // namespace

std::vector<DiffPart> diffWords(std::string_view text, std::string_view other)
{
    const std::vector<Token> mine = tokensOf(text);
    const std::vector<Token> theirs = tokensOf(other);
    Matches matches = matchesOf(mine, theirs, true);
    if (matches.size() == mine.size() && matches.size() == theirs.size() && text != other) {
        matches = matchesOf(mine, theirs, false);
    }
    std::vector<bool> onlyHere(mine.size(), true);
    for (const auto &[here, there] : matches) {
        onlyHere[here] = false;
    }
    std::vector<DiffPart> out;
    for (std::size_t i = 0; i < mine.size(); ++i) {
        if (out.empty() || out.back().onlyHere != onlyHere[i]) {
            out.push_back({{}, onlyHere[i]});
        }
        out.back().text += mine[i].text;
    }
    return out;
}

} // namespace trivsel::merge
