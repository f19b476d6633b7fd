#include "proto/catalogue/read_aloud.h"

#include "proto/base/bytes.h"

#include <sodium.h>

namespace trivsel::catalogue {

namespace {

/** Adds a sentence, with a full stop where it has no mark of its own, so that the voice pauses. */
void say(std::string &out, const std::string &sentence)
{
    if (sentence.empty()) {
        return;
    }
    if (!out.empty()) {
        out.push_back(' ');
    }
    out.append(sentence);
    if (std::string_view(".!?:").find(sentence.back()) == std::string_view::npos) {
        out.push_back('.');
    }
}

} // namespace

std::string readAloud(const Item &item, Language language, const Variables &variables, AnswersAloud answers,
                      bool everyone)
{
    const Localized &question = everyone && !item.textEveryone.empty() ? item.textEveryone : item.text;
    std::string out;
    say(out, fill(question.in(language), variables));
    say(out, fill(item.help.in(language), variables));
    if (answers == AnswersAloud::None) {
        return out;
    }
    if (answers == AnswersAloud::Sentences && !item.answersAloud.empty()) {
        say(out, fill(item.answersAloud.in(language), variables));
        return out;
    }
    for (const Option &option : item.options) {
        say(out, fill(option.text.in(language), variables));
    }
    say(out, fill(item.dontKnowText.in(language), variables));
    say(out, fill(item.notApplicableText.in(language), variables));
    return out;
}

std::string recordingFile(const std::string &definitionId, const std::string &linkId, Language language,
                          const std::string &words)
{
    Bytes<16, struct WordsTag> hash; // the least that the library makes; told apart by half of it
    crypto_generichash(hash.data.data(), hash.data.size(), viewOf(words).data(), words.size(), nullptr, 0);
    return (language == Language::Da ? "da/" : "en/") + definitionId + '/' + linkId + '-' +
           toHex(hash.view().first(8)) + ".wav";
}

} // namespace trivsel::catalogue
