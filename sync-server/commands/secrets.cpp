#include "sync-server/commands/secrets.h"

#include "proto/journal/files.h"

#include <iostream>
#include <iterator>

namespace trivsel::server {
namespace {

constexpr std::size_t kWordsBytesMax = 4096;

Result<std::string> bytesOf(const std::string &from)
{
    if (from != "-") {
        return journal::readSmallFile(from, kWordsBytesMax);
    }
    std::string text;
    for (std::istreambuf_iterator<char> at(std::cin), end; at != end && text.size() <= kWordsBytesMax; ++at) {
        text.push_back(*at);
    }
    return text;
}

} // namespace

void declareWords(po::options_description &options, Lang lang)
{
    options.add_options()("words", po::value<std::string>()->value_name("FILE|-"),
                          say(lang, Text::OptionWords).c_str());
}

std::variant<seal::RecoverySeed, int> readWords(const Context &context, const std::string &from)
{
    auto text = bytesOf(from);
    if (!text) {
        return text.error().code() == Errc::StoreMissing ? context.failed(Text::FileMissing, {from})
                                                         : context.failed(text.error(), from);
    }
    const auto seed = seal::fromWords(*text);
    const int strange = seed ? 0 : seal::strangeWord(*text);
    seal::wipe(*text);
    if (seed) {
        return *seed;
    }
    if (strange > 0) {
        return context.failed(Text::WordStrange, {std::to_string(strange)});
    }
    const bool check = seed.error().detail().find("last word") != std::string::npos;
    return check ? context.failed(Text::WordsMisread) : context.failed(Text::WordsCount);
}

} // namespace trivsel::server
