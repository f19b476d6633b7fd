#pragma once

#include <string_view>
#include <vector>

namespace trivsel::merge {

/** A word with its trailing white space. Only the first token of a text can be white space alone. */
struct Token
{
    std::string_view text;
    std::string_view word; // without the white space
};

/** Joined, the texts give `text` again. The views point into `text`. */
[[nodiscard]] std::vector<Token> tokensOf(std::string_view text);

/**
 * Whether a sentence ends with this token. A full stop counts only at a line's end or before a capital
 * letter, so that "kl. 8" and "f.eks." are no ends. `next` is nullptr at the end of the text.
 */
[[nodiscard]] bool endsSentence(const Token &token, const Token *next);

} // namespace trivsel::merge
