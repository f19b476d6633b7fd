#pragma once

#include "proto/catalogue/item.h"

#include <string>

namespace trivsel::catalogue {

enum class AnswersAloud {
    None,      // question and helping line only
    Sentences, // the first time: the answers as full sentences
    Words,     // later: only the words of the answers
};

/** What is spoken for an item; never a chosen answer. `everyone` asks Item::textEveryone where there is one.
 */
[[nodiscard]] std::string readAloud(const Item &item, Language language, const Variables &variables,
                                    AnswersAloud answers, bool everyone = false);

} // namespace trivsel::catalogue
