#include "proto/catalogue/read_aloud.h"

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

} // namespace trivsel::catalogue
