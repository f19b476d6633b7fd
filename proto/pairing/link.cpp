#include "proto/pairing/link.h"

#include "proto/pairing/code.h"

#include <algorithm>
#include <charconv>

namespace trivsel::pairing {
namespace {

constexpr std::string_view kVersion = "1";
constexpr std::size_t kHostBytesMax = 253;
constexpr std::string_view kSpace = " \t\r\n";

tl::unexpected<Error> bad(const char *what)
{
    return fail(Errc::Malformed, std::string("pairing text: ") + what);
}

std::string_view trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(kSpace);
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

std::optional<std::uint16_t> portOf(std::string_view text)
{
    std::uint16_t port = 0;
    const char *end = text.data() + text.size();
    const auto [after, failed] = std::from_chars(text.data(), end, port);
    const bool number = failed == std::errc() && after == end && text.front() != '0';
    return number && port != 0 ? std::optional(port) : std::nullopt;
}

template <class B> std::optional<B> hexOf(std::string_view text)
{
    const auto raw = fromHex(text);
    return raw ? B::from(*raw) : std::nullopt;
}

struct Fields
{
    std::optional<std::string> host;
    std::optional<std::uint16_t> port;
    std::optional<Hash256> pin;
    std::optional<Secret> secret;
};

/** False when it is known, and wrong or there already. */
bool take(std::string_view name, std::string_view value, Fields &fields)
{
    if (name == "host") {
        const bool fine = !fields.host && isHost(value);
        fields.host = value;
        return fine;
    }
    if (name == "port") {
        const bool again = fields.port.has_value();
        fields.port = portOf(value);
        return !again && fields.port;
    }
    if (name == "pin") {
        const bool again = fields.pin.has_value();
        fields.pin = hexOf<Hash256>(value);
        return !again && fields.pin;
    }
    if (name == "secret") {
        const bool again = fields.secret.has_value();
        fields.secret = hexOf<Secret>(value);
        return !again && fields.secret;
    }
    return true;
}

} // namespace

bool isHost(std::string_view host)
{
    const auto lawful = [](char c) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        return letter || c == '.' || c == '-' || c == ':' || c == '_';
    };
    return !host.empty() && host.size() <= kHostBytesMax && std::all_of(host.begin(), host.end(), lawful);
}

std::string writeLink(const Invitation &invitation)
{
    TRIVSEL_ASSERT(isHost(invitation.host) && invitation.pin && invitation.port != 0);
    return std::string(kLinkBegins) + std::string(kVersion) + "?host=" + invitation.host +
           "&port=" + std::to_string(invitation.port) + "&pin=" + toHex(invitation.pin->view()) +
           "&secret=" + toHex(invitation.secret.view());
}

Result<Invitation> readLink(std::string_view text)
{
    if (text.size() > kTextBytesMax) {
        return fail(Errc::TooLarge, "pairing text");
    }
    text = trimmed(text);
    if (text.substr(0, kLinkBegins.size()) != kLinkBegins) {
        return bad("not ours");
    }
    text.remove_prefix(kLinkBegins.size());
    const std::size_t mark = text.find('?');
    const std::string_view version = text.substr(0, mark);
    if (version != kVersion) {
        const bool number = !version.empty() &&
                            version.find_first_not_of("0123456789") == std::string::npos &&
                            version.front() != '0';
        return number && mark != std::string_view::npos ? fail(Errc::VersionUnsupported, "pairing text")
                                                        : bad("no version");
    }
    Fields fields;
    std::string_view rest = mark == std::string_view::npos ? std::string_view() : text.substr(mark + 1);
    while (!rest.empty()) {
        const std::string_view field = rest.substr(0, rest.find('&'));
        rest.remove_prefix(std::min(rest.size(), field.size() + 1));
        const std::size_t equals = field.find('=');
        if (equals == std::string_view::npos ||
            !take(field.substr(0, equals), field.substr(equals + 1), fields)) {
            return bad("a field is wrong");
        }
    }
    if (!fields.host || !fields.port || !fields.pin || !fields.secret) {
        return bad("a field is missing");
    }
    return Invitation{*fields.host, *fields.port, fields.pin, *fields.secret};
}

Result<Invitation> readInvitation(std::string_view text)
{
    return trimmed(text).substr(0, kLinkBegins.size()) == kLinkBegins ? readLink(text) : readCode(text);
}

} // namespace trivsel::pairing
