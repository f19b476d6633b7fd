#include "proto/tabletfile/tablet_file.h"

#include "proto/base/limits.h"
#include "proto/base/text.h"

#include <boost/json.hpp>
#include <utility>
#include <vector>

namespace trivsel {

namespace {

namespace json = boost::json;

constexpr std::string_view kFormat = "trivsel-tablet";
constexpr std::int64_t kVersion = 1;
constexpr std::size_t kNameBytesMax = 200;
constexpr std::size_t kHostBytesMax = 253;
constexpr std::string_view kShared = "shared";
constexpr std::string_view kStaff = "staff";
constexpr std::string_view kLeader = "leader";

std::string_view nameOf(TabletKind kind)
{
    switch (kind) {
    case TabletKind::Shared:
        return kShared;
    case TabletKind::Staff:
        return kStaff;
    case TabletKind::Leader:
        return kLeader;
    }
    return {};
}

/** Fields in the order of the file. All are text in JSON but the port. */
using Fields = std::vector<std::pair<std::string_view, std::string>>;

Fields fieldsOf(const TabletFile &f)
{
    return {
        {"home", toHex(f.home.view())},
        {"homeName", f.homeName},
        {"device", toHex(f.device.view())},
        {"name", f.name},
        {"kind", std::string(nameOf(f.kind))},
        {"host", f.host},
        {"port", std::to_string(f.port)},
        {"pin", toHex(f.pin.view())},
        {"ca", f.caPem},
        {"certificate", f.certificatePem},
        {"key", f.keyPem},
        {"sign", toHex(f.sign.view())},
        {"box", toHex(f.box.view())},
    };
}

/** Finds damage, not forgery: whoever can change the file is believed anyway. */
std::string checkSumOf(const TabletFile &file)
{
    std::string all = "trivsel.tablet.1";
    for (const auto &[name, value] : fieldsOf(file)) {
        all.append(std::to_string(name.size())).append(":").append(name);
        all.append(std::to_string(value.size())).append(":").append(value);
    }
    std::string sum = toHex(seal::hash256(all).view());
    seal::wipe(all);
    return sum;
}

tl::unexpected<Error> bad(const std::string &what)
{
    return fail(Errc::BadFile, "tablet file: " + what);
}

Result<json::object> parseObject(std::string_view text)
{
    if (text.size() > limits::kTabletFileBytesMax) {
        return bad("larger than " + std::to_string(limits::kTabletFileBytesMax) + " bytes");
    }
    if (!isValidUtf8(text)) {
        return bad("not UTF-8 text");
    }
    json::parse_options options;
    options.max_depth = 4;
    json::stream_parser parser({}, options);
    json::error_code error;
    const std::size_t read = parser.write_some({text.data(), text.size()}, error);
    if (!error && text.find_first_not_of(" \t\r\n", read) != std::string_view::npos) {
        return bad("something follows the end, at byte " + std::to_string(read));
    }
    if (!error) {
        parser.finish(error);
    }
    if (error) {
        return bad(std::string(read == text.size() ? "cut short" : "not JSON") + ", at byte " +
                   std::to_string(read));
    }
    json::value value = parser.release();
    if (!value.is_object()) {
        return bad("not an object");
    }
    return std::move(value.as_object());
}

Status checkFormat(const json::object &object)
{
    const json::value *format = object.if_contains("format");
    if (format == nullptr || !format->is_string() || std::string_view(format->as_string()) != kFormat) {
        return bad("\"format\" is not \"" + std::string(kFormat) + "\"");
    }
    const json::value *version = object.if_contains("version");
    if (version == nullptr || !version->is_int64() || version->as_int64() < 1) {
        return bad("\"version\" is missing");
    }
    if (version->as_int64() > kVersion) {
        return bad("\"version\" is newer than this program");
    }
    return {};
}

/** Reads field by field and remembers the first complaint, so that reading stays one line a field. */
class Reader
{
public:
    explicit Reader(const json::object &object) : m_object(object) {}

    std::string text(std::string_view name, std::size_t bytesMax = limits::kTabletFileBytesMax)
    {
        const json::value *value = m_object.if_contains(json::string_view(name.data(), name.size()));
        if (value == nullptr || !value->is_string() || value->as_string().empty()) {
            return complain(name, "is missing or not text");
        }
        if (value->as_string().size() > bytesMax || !isValidUtf8(std::string_view(value->as_string()))) {
            return complain(name, "is too long or not UTF-8 text");
        }
        return std::string(value->as_string());
    }
    template <class B> B bytes(std::string_view name)
    {
        const auto raw = fromHex(text(name));
        const auto out = raw ? B::from(*raw) : std::nullopt;
        if (!out || out->isNull()) {
            complain(name, "is not " + std::to_string(B::size) + " bytes in hex");
            return {};
        }
        return *out;
    }
    std::string pem(std::string_view name)
    {
        std::string out = text(name);
        if (out.rfind("-----BEGIN ", 0) != 0) {
            return complain(name, "is not PEM");
        }
        return out;
    }
    std::uint16_t port(std::string_view name)
    {
        const json::value *value = m_object.if_contains(json::string_view(name.data(), name.size()));
        if (value == nullptr || !value->is_int64() || value->as_int64() < 1 || value->as_int64() > 65535) {
            complain(name, "is not a port, 1 to 65535");
            return 0;
        }
        return static_cast<std::uint16_t>(value->as_int64());
    }
    std::string complain(std::string_view name, const std::string &what)
    {
        if (m_complaint.empty()) {
            m_complaint = "\"" + std::string(name) + "\" " + what;
        }
        return {};
    }
    [[nodiscard]] const std::string &complaint() const { return m_complaint; }

private:
    const json::object &m_object;
    std::string m_complaint;
};

bool isHost(std::string_view host)
{
    for (const char c : host) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (!letter && c != '.' && c != '-' && c != ':' && c != '_') {
            return false;
        }
    }
    return true;
}

TabletFile readFields(Reader &in)
{
    TabletFile out;
    out.home = in.bytes<HomeId>("home");
    out.homeName = in.text("homeName", kNameBytesMax);
    out.device = in.bytes<DeviceId>("device");
    out.name = in.text("name", kNameBytesMax);
    const std::string kind = in.text("kind");
    if (kind != kShared && kind != kStaff && kind != kLeader) {
        in.complain("kind", "is neither shared, staff nor leader");
    }
    out.kind = kind == kStaff ? TabletKind::Staff : kind == kLeader ? TabletKind::Leader : TabletKind::Shared;
    out.host = in.text("host", kHostBytesMax);
    if (!isHost(out.host)) {
        in.complain("host", "is not the name or number of a machine");
    }
    out.port = in.port("port");
    out.pin = in.bytes<Hash256>("pin");
    out.caPem = in.pem("ca");
    out.certificatePem = in.pem("certificate");
    out.keyPem = in.pem("key");
    out.sign = in.bytes<seal::SignSecret>("sign");
    out.box = in.bytes<seal::BoxSecret>("box");
    return out;
}

void appendField(std::string &out, std::string_view name, const std::string &value)
{
    out.append("  \"").append(name).append("\": ").append(value).append(",\n");
}

} // namespace

std::string writeTabletFile(const TabletFile &file)
{
    std::string out = "{\n";
    appendField(out, "format", json::serialize(json::string(kFormat.data(), kFormat.size())));
    appendField(out, "version", std::to_string(kVersion));
    for (const auto &[name, value] : fieldsOf(file)) {
        appendField(out, name,
                    name == "port" ? value : json::serialize(json::string(value.data(), value.size())));
    }
    return out.append("  \"check\": \"").append(checkSumOf(file)).append("\"\n}\n");
}

Result<TabletFile> readTabletFile(std::string_view text)
{
    Result<json::object> object = parseObject(text);
    if (!object) {
        return tl::unexpected<Error>(std::move(object).error());
    }
    TRIVSEL_TRY(checkFormat(*object));
    Reader in(*object);
    TabletFile out = readFields(in);
    const std::string check = in.text("check");
    if (!in.complaint().empty()) {
        return bad(in.complaint());
    }
    if (check != checkSumOf(out)) {
        return bad("\"check\" does not fit: it was damaged or edited");
    }
    return out;
}

} // namespace trivsel
