#include "sync-server/config.h"

#include "proto/journal/files.h"

#include <boost/program_options/options_description.hpp>
#include <boost/program_options/parsers.hpp>
#include <boost/program_options/variables_map.hpp>
#include <charconv>
#include <sstream>

namespace trivsel::server {
namespace {

constexpr std::size_t kConfigBytesMax = std::size_t{64} * 1024;

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

Result<Config> readConfig(const std::filesystem::path &file)
{
    namespace po = boost::program_options;
    Config config;
    const auto bytes = journal::readSmallFile(file, kConfigBytesMax);
    if (!bytes) {
        return bytes.error().code() == Errc::StoreMissing ? Result<Config>(config)
                                                          : tl::unexpected(bytes.error());
    }
    po::options_description known;
    known.add_options()("wrap-key", po::value(&config.wrapKey))("listen", po::value(&config.listen))(
        "log", po::value(&config.log))("lang", po::value(&config.lang))("backup-to",
                                                                        po::value(&config.backupTo))(
        "backup-every", po::value(&config.backupEvery))("backup-limit", po::value(&config.backupLimit));
    try {
        std::istringstream in(*bytes);
        po::variables_map values;
        po::store(po::parse_config_file(in, known), values);
        po::notify(values);
    } catch (const po::error_with_option_name &error) {
        // The library fills the name into its sentence again and again for as long as the name holds a
        // placeholder of its own: with "%canonical_option%" in a line, what() never returns.
        const bool endless = bytes->find('%') != std::string::npos;
        return fail(Errc::BadFile, endless ? "a line that is no setting" : error.what());
    } catch (const po::error &error) {
        return fail(Errc::BadFile, error.what());
    }
    return config;
}

} // namespace trivsel::server
