#include "proto/merge/tokens.h"

namespace trivsel::merge {
namespace {

constexpr std::string_view kSpaces = " \t\n\r";

bool startsWithCapital(std::string_view word)
{
    if (word.empty()) {
        return false;
    }
    if (word[0] >= 'A' && word[0] <= 'Z') {
        return true;
    }
    return word.starts_with("Æ") || word.starts_with("Ø") || word.starts_with("Å");
}

std::string_view withoutClosing(std::string_view word)
{
    static constexpr std::string_view kClosing[] = {")", "\"", "'", "”", "»", "’"};
    for (bool again = true; again;) {
        again = false;
        for (const std::string_view mark : kClosing) {
            if (word.ends_with(mark)) {
                word.remove_suffix(mark.size());
                again = true;
            }
        }
    }
    return word;
}

} // namespace

std::vector<Token> tokensOf(std::string_view text)
{
    std::vector<Token> out;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t space = std::min(text.find_first_of(kSpaces, at), text.size());
        const std::size_t next = std::min(text.find_first_not_of(kSpaces, space), text.size());
        out.push_back({text.substr(at, next - at), text.substr(at, space - at)});
        at = next;
    }
    return out;
}

bool endsSentence(const Token &token, const Token *next)
{
    const std::string_view space = token.text.substr(token.word.size());
    if (space.find('\n') != std::string_view::npos) {
        return true;
    }
    const std::string_view word = withoutClosing(token.word);
    if (word.ends_with("!") || word.ends_with("?")) {
        return true;
    }
    return (word.ends_with(".") || word.ends_with("…")) && (!next || startsWithCapital(next->word));
}

} // namespace trivsel::merge
