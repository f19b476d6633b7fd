#include "proto/seal/hasher.h"
#include "proto/seal/keys.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace trivsel::seal {

namespace {

// The published scheme of pronounceable 16-bit words: consonant 4 bits, vowel 2, consonant 4, vowel 2,
// consonant 4.
constexpr std::string_view kConsonants = "bdfghjklmnprstvz";
constexpr std::string_view kVowels = "aiou";
constexpr std::size_t kLetters = 5;
constexpr std::size_t kSeedWords = RecoverySeed::size / 2;
constexpr std::size_t kWords = kSeedWords + 1;

constexpr std::string_view kSeparators = " \t\r\n-.,";

bool isVowelPlace(std::size_t place)
{
    return place % 2 == 1;
}

void appendWord(std::string &out, unsigned value)
{
    unsigned shift = 16;
    for (std::size_t place = 0; place < kLetters; ++place) {
        const bool vowel = isVowelPlace(place);
        shift -= vowel ? 2 : 4;
        out.push_back(vowel ? kVowels[(value >> shift) & 3U] : kConsonants[(value >> shift) & 15U]);
    }
}

std::optional<unsigned> readWord(std::string_view letters)
{
    unsigned value = 0;
    for (std::size_t place = 0; place < kLetters; ++place) {
        const bool vowel = isVowelPlace(place);
        const std::size_t at = (vowel ? kVowels : kConsonants).find(letters[place]);
        if (at == std::string_view::npos) {
            return std::nullopt;
        }
        value = (value << (vowel ? 2U : 4U)) | static_cast<unsigned>(at);
    }
    return value;
}

unsigned checkValue(const RecoverySeed &seed)
{
    const auto hash = Hasher<32>().add("trivsel.words.1").add(seed.view()).finish<Hash256>();
    return static_cast<unsigned>(hash.data[0] << 8U) | hash.data[1];
}

/** Lower-case letters only; nullopt on anything but letters and separators. */
std::optional<std::string> lettersOf(std::string_view words)
{
    std::string out;
    out.reserve(kWords * kLetters + 1);
    for (const char c : words) {
        if (kSeparators.find(c) != std::string_view::npos) {
            continue;
        }
        const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        if (lower < 'a' || lower > 'z' || out.size() > kWords * kLetters) {
            wipe(out);
            return std::nullopt;
        }
        out.push_back(lower);
    }
    return out;
}

Result<RecoverySeed> seedOf(std::string_view letters)
{
    if (letters.size() != kWords * kLetters) {
        return fail(Errc::BadArgument, "recovery words: need 17 words of five letters");
    }
    RecoverySeed seed;
    unsigned value = 0;
    for (std::size_t i = 0; i < kWords; ++i) {
        const auto word = readWord(letters.substr(i * kLetters, kLetters));
        if (!word) {
            return fail(Errc::BadArgument,
                        "recovery words: word " + std::to_string(i + 1) + " is not one of ours");
        }
        value = *word;
        if (i < kSeedWords) {
            seed.data[2 * i] = static_cast<std::uint8_t>(value >> 8U);
            seed.data[2 * i + 1] = static_cast<std::uint8_t>(value & 0xFFU);
        }
    }
    if (value != checkValue(seed)) {
        return fail(Errc::BadArgument,
                    "recovery words: the last word does not fit the others; one is misread");
    }
    return seed;
}

} // namespace

std::string toWords(const RecoverySeed &seed)
{
    std::string out;
    out.reserve(kWords * (kLetters + 1));
    for (std::size_t i = 0; i < kSeedWords; ++i) {
        appendWord(out, static_cast<unsigned>(seed.data[2 * i] << 8U) | seed.data[2 * i + 1]);
        out.push_back(' ');
    }
    appendWord(out, checkValue(seed));
    return out;
}

Result<RecoverySeed> fromWords(std::string_view words)
{
    std::optional<std::string> letters = lettersOf(words);
    if (!letters) {
        return fail(Errc::BadArgument, "recovery words: need 17 words of five letters, nothing else");
    }
    Result<RecoverySeed> seed = seedOf(*letters);
    wipe(*letters);
    return seed;
}

int strangeWord(std::string_view words)
{
    int number = 0;
    while (!words.empty()) {
        const std::size_t from = words.find_first_not_of(kSeparators);
        if (from == std::string_view::npos) {
            return 0;
        }
        const std::size_t to = std::min(words.find_first_of(kSeparators, from), words.size());
        std::string word(words.substr(from, to - from));
        words.remove_prefix(to);
        ++number;
        for (char &c : word) {
            c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
        const bool ours = word.size() == kLetters && readWord(word).has_value();
        wipe(word);
        if (!ours) {
            return number;
        }
    }
    return 0;
}

} // namespace trivsel::seal
