#include "sync-server/commands/placeholders.h"

#include <array>

namespace trivsel::server {
namespace {

struct Word
{
    std::string_view danish;
    std::string_view english;
};

constexpr std::array kWords = {
    Word{"MAPPE", "DIR"},
    Word{"NYMAPPE", "NEWDIR"},
    Word{"FIL", "FILE"},
    Word{"ADRESSE", "HOST"},
    Word{"NAVN", "NAME"},
    Word{"BEBOER", "RESIDENT"},
    Word{"ROLLE", "ROLE"},
    Word{"BILLEDE", "PICTURE"},
    Word{"DATO", "DATE"},
    Word{"ANTAL", "COUNT"},
    Word{"TID", "TIME"},
    Word{"DAGE", "DAYS"},
    Word{"SLAGS", "KIND"},
    Word{"GRUND", "WHY"},
    Word{"HJEMMEL", "BASIS"},
    Word{"HVEM", "WHO"},
    Word{"NUMMER", "NUMBER"},
    Word{"TEKST", "TEXT"},
    Word{"fælles|personale|leder", "shared|staff|leader"},
    Word{"ingen", "none"},
    Word{"NR", "NO"},
    Word{"alle", "all"},
    Word{"flyttet|doed|afsluttet", "moved|died|ended"},
};

/** Letters, and what joins several words into one choice. */
bool isPart(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '|' || (c & 0x80) != 0;
}

std::string inLanguage(Lang lang, std::string_view word)
{
    for (const Word &one : kWords) {
        if (word == one.danish || word == one.english) {
            return std::string(lang == Lang::Danish ? one.danish : one.english);
        }
    }
    const std::size_t bar = word.find('|');
    return bar == std::string_view::npos
               ? std::string(word)
               : inLanguage(lang, word.substr(0, bar)) + "|" + inLanguage(lang, word.substr(bar + 1));
}

} // namespace

std::string placeholders(Lang lang, std::string_view text)
{
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && isPart(text[end])) {
            ++end;
        }
        const bool option = at > 0 && text[at - 1] == '-'; // --none is typed as it stands
        const std::string_view word = text.substr(at, end - at);
        out += option ? std::string(word) : inLanguage(lang, word);
        at = end;
        if (at < text.size()) {
            out += text[at++];
        }
    }
    return out;
}

} // namespace trivsel::server
