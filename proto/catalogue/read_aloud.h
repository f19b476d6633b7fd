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

/**
 * The file with somebody's recording of exactly `words`, which belong to that item, below a home's directory
 * of recordings: "da/saadan-gaar-det/selv-1f0c….wav". Other words are another file, so a recording can't
 * outlive what it says.
 */
[[nodiscard]] std::string recordingFile(const std::string &definitionId, const std::string &linkId,
                                        Language language, const std::string &words);

} // namespace trivsel::catalogue
