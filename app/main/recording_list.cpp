#include "app/main/recording_list.h"

#include "proto/catalogue/read_aloud.h"

#include <algorithm>
#include <vector>

namespace trivsel::app {

namespace {

using catalogue::AnswersAloud;
using catalogue::Item;

/** Everything that may be read aloud of an item: with its answers, and where one can answer by numbers
 * without. */
std::vector<std::string> sayings(const Item &item, catalogue::Language language)
{
    std::vector<std::string> all;
    const auto add = [&](AnswersAloud answers, bool everyone) {
        std::string words = catalogue::readAloud(item, language, {}, answers, everyone);
        if (std::find(all.begin(), all.end(), words) == all.end()) {
            all.push_back(std::move(words));
        }
    };
    for (const bool everyone : {false, true}) {
        add(AnswersAloud::Sentences, everyone);
        if (item.style == catalogue::AnswerStyle::Faces) {
            add(AnswersAloud::None, everyone);
        }
    }
    return all;
}

bool hasName(const std::string &words)
{
    return words.find('{') != std::string::npos; // fill() had nothing to put there
}

} // namespace

std::string recordingList(const catalogue::Catalogue &catalogue, catalogue::Language language,
                          const std::optional<std::filesystem::path> &recordings)
{
    const bool danish = language == catalogue::Language::Da;
    std::string out;
    for (const auto &definition : catalogue.all()) {
        if (definition->kind != catalogue::Kind::Form) {
            continue; // a plan is not read aloud
        }
        out += "# " + definition->title.in(language) + '\n';
        int named = 0;
        for (const Item *item : definition->questions()) {
            const auto all = sayings(*item, language);
            named += std::any_of(all.begin(), all.end(), hasName) ? 1 : 0;
            for (const std::string &words : all) {
                if (hasName(words)) {
                    continue;
                }
                const std::string file =
                    catalogue::recordingFile(definition->id, item->linkId, language, words);
                std::error_code failed;
                const bool there = recordings && std::filesystem::is_regular_file(*recordings / file, failed);
                out += file +
                       (!there   ? ""
                        : danish ? "   (findes)"
                                 : "   (is there)") +
                       "\n    " + words + '\n';
            }
        }
        if (named > 0) {
            out += danish ? "    (spørgsmål med et navn i, som tabletten selv læser: "
                          : "    (questions with a name in them, which the tablet itself reads: ";
            out += std::to_string(named) + ")\n";
        }
        out += '\n';
    }
    return out;
}

} // namespace trivsel::app
