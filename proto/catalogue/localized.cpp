#include "proto/catalogue/localized.h"

#include <array>
#include <utility>

namespace trivsel::catalogue {

namespace {

using ValueOf = std::string Variables::*;
constexpr std::array<std::pair<std::string_view, ValueOf>, 3> kVariables{{
    {"navn", &Variables::name},
    {"periode", &Variables::period},
    {"siden sidst", &Variables::sinceLast},
}};

const ValueOf *valueOf(std::string_view name)
{
    for (const auto &[known, value] : kVariables) {
        if (known == name) {
            return &value;
        }
    }
    return nullptr;
}

bool continuesWord(std::string_view text, std::size_t at)
{
    if (at >= text.size()) {
        return false;
    }
    const auto c = static_cast<unsigned char>(text[at]);
    return c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool endsInSibilant(std::string_view value)
{
    return !value.empty() && std::string_view("sxzSXZ").find(value.back()) != std::string_view::npos;
}

} // namespace

std::optional<Language> languageOf(std::string_view tag)
{
    const std::string_view language = tag.substr(0, tag.find_first_of("-_."));
    if (language == "da") {
        return Language::Da;
    }
    if (language == "en") {
        return Language::En;
    }
    return std::nullopt;
}

std::string fill(std::string_view text, const Variables &variables)
{
    std::string out;
    out.reserve(text.size() + 32);
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t open = text.find('{', at);
        const std::size_t close = open == std::string_view::npos ? open : text.find('}', open);
        if (close == std::string_view::npos) {
            break;
        }
        out.append(text.substr(at, open - at));
        const ValueOf *member = valueOf(text.substr(open + 1, close - open - 1));
        const std::string *value = member != nullptr ? &(variables.**member) : nullptr;
        at = close + 1;
        if (value == nullptr || value->empty()) {
            out.append(text.substr(open, at - open));
            continue;
        }
        out.append(*value);
        const bool genitive = at < text.size() && text[at] == 's' && !continuesWord(text, at + 1);
        if (genitive && endsInSibilant(*value)) {
            out.append("’");
            ++at;
        }
    }
    out.append(text.substr(at));
    return out;
}

std::optional<std::string> unknownVariable(std::string_view text)
{
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t brace = text.find_first_of("{}", at);
        if (brace == std::string_view::npos) {
            return std::nullopt;
        }
        const std::size_t close = text.find('}', brace);
        if (text[brace] == '}' || close == std::string_view::npos) {
            return "{";
        }
        const std::string_view name = text.substr(brace + 1, close - brace - 1);
        if (valueOf(name) == nullptr) {
            return std::string(name);
        }
        at = close + 1;
    }
    return std::nullopt;
}

bool mentionsName(std::string_view text)
{
    return text.find("{navn}") != std::string_view::npos;
}

} // namespace trivsel::catalogue
