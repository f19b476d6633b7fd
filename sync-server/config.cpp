#include "sync-server/config.h"

#include "proto/journal/files.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace trivsel::server {
namespace {

constexpr std::size_t kConfigBytesMax = std::size_t{64} * 1024;

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

struct Setting
{
    std::string_view name;
    std::string Config::*member;
};
constexpr std::array kSettings = {
    Setting{"listen", &Config::listen},
    Setting{"lang", &Config::lang},
    Setting{"backup-to", &Config::backupTo},
    Setting{"backup-every", &Config::backupEvery},
    Setting{"backup-limit", &Config::backupLimit},
    Setting{"wrap-key", &Config::wrapKey},
    Setting{"log", &Config::log},
};

std::string_view trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(" \t\r");
    return first == std::string_view::npos ? std::string_view()
                                           : text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

std::optional<std::uint16_t> parsePort(std::string_view text, bool zeroAllowed)
{
    std::uint16_t port = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
    if (error != std::errc() || end != text.data() + text.size() || (port == 0 && !zeroAllowed)) {
        return std::nullopt;
    }
    return port;
}

bool lawfulHost(std::string_view host, bool bracketed)
{
    if (host.empty() || host.size() > 253) {
        return false;
    }
    if (bracketed && host.find(':') == std::string_view::npos) {
        return false; // no address of version 6
    }
    const std::string_view extra = bracketed ? ":.%" : "-.";
    for (const char c : host) {
        const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (!plain && extra.find(c) == std::string_view::npos) {
            return false;
        }
    }
    return true;
}

} // namespace

std::string Endpoint::str() const
{
    const bool ip6 = host.find(':') != std::string::npos;
    return (ip6 ? "[" + host + "]" : host) + ":" + std::to_string(port);
}

std::optional<Endpoint> parseEndpoint(std::string_view text, bool zeroAllowed)
{
    const std::size_t colon = text.rfind(':');
    if (colon == std::string_view::npos) {
        return std::nullopt;
    }
    std::string_view host = text.substr(0, colon);
    const bool bracketed = host.size() > 2 && host.front() == '[' && host.back() == ']';
    if (bracketed) {
        host = host.substr(1, host.size() - 2);
    }
    const auto port = parsePort(text.substr(colon + 1), zeroAllowed);
    if (!port || !lawfulHost(host, bracketed)) {
        return std::nullopt;
    }
    return Endpoint{std::string(host), *port};
}

std::optional<std::int64_t> parseEvery(std::string_view text)
{
    constexpr std::int64_t kMinuteMs = 60'000;
    constexpr std::int64_t kMaxMs = 31 * 24 * 60 * kMinuteMs;
    std::int64_t count = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    if (error != std::errc() || end + 1 != text.data() + text.size() || count < 1 ||
        count > kMaxMs / kMinuteMs) {
        return std::nullopt;
    }
    const std::int64_t unit = *end == 'm'   ? kMinuteMs
                              : *end == 'h' ? 60 * kMinuteMs
                              : *end == 'd' ? 1440 * kMinuteMs
                                            : 0;
    return unit != 0 && count * unit <= kMaxMs ? std::optional(count * unit) : std::nullopt;
}

std::vector<std::string> configNames()
{
    std::vector<std::string> names;
    for (const Setting &one : kSettings) {
        names.emplace_back(one.name);
    }
    return names;
}

tl::expected<Config, ConfigFault> readConfig(const std::filesystem::path &file)
{
    using Why = ConfigFault::Why;
    Config config;
    const auto bytes = journal::readSmallFile(file, kConfigBytesMax);
    if (!bytes) {
        return bytes.error().code() == Errc::StoreMissing
                   ? tl::expected<Config, ConfigFault>(config)
                   : tl::unexpected(ConfigFault{bytes.error(), Why::File, 0, {}, 0});
    }
    std::string_view rest = *bytes;
    rest.remove_prefix(rest.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0); // as some editors begin
    for (std::size_t number = 1; !rest.empty(); ++number) {
        const std::size_t end = rest.find('\n');
        const std::string_view whole = rest.substr(0, end);
        const std::string_view line = trimmed(whole.substr(0, whole.find('#')));
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
        if (line.empty()) {
            continue;
        }
        const auto refuse = [&](Why why, std::string_view word, std::size_t before = 0) {
            return tl::unexpected(
                ConfigFault{Error(Errc::BadFile, "a setting"), why, number, std::string(word), before});
        };
        const std::size_t sign = line.find('=');
        const std::string_view name = trimmed(line.substr(0, sign));
        if (sign == std::string_view::npos || name.empty()) {
            return refuse(Why::NoSetting, line);
        }
        const auto at = std::find_if(kSettings.begin(), kSettings.end(),
                                     [name](const Setting &one) { return one.name == name; });
        if (at == kSettings.end()) {
            return refuse(Why::Unknown, name);
        }
        const auto [known, fresh] = config.lines.try_emplace(std::string(name), number);
        if (!fresh) {
            return refuse(Why::Twice, name, known->second);
        }
        config.*(at->member) = trimmed(line.substr(sign + 1));
    }
    return config;
}

} // namespace trivsel::server
