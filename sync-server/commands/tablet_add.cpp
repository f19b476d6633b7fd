#include "proto/tabletfile/tablet_file.h"
#include "sync-server/certificate_life.h"
#include "sync-server/certificates.h"
#include "sync-server/commands/places.h"
#include "sync-server/commands/tablet_kind.h"
#include "sync-server/commands/tablet_owner.h"
#include "sync-server/commands/write_home.h"
#include "sync-server/files.h"

#include <algorithm>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <ostream>
#include <sys/stat.h>

namespace trivsel::server {
namespace {

struct Wish
{
    std::string name;
    TabletKind kind{};
    Endpoint address;
    std::filesystem::path out;
    std::string owner; // empty: the house's
};

void declare(po::options_description &options, po::positional_options_description &places, Lang lang)
{
    const auto text = [](const char *name) { return po::value<std::string>()->value_name(name); };
    options.add_options()("name", text("NAVN"), say(lang, Text::OptionName).c_str())(
        "kind", text(kTabletKinds), say(lang, Text::OptionTabletKind).c_str())(
        "address", text("HOST:PORT"),
        say(lang, Text::OptionAddress).c_str())("out", text("FILE"), say(lang, Text::OptionOut).c_str());
    declareOwner(options, lang);
    places.add("name", 1);
}

std::optional<int> read(const Context &context, const Values &values, Wish &wish)
{
    for (const char *needed : {"name", "kind", "address", "out"}) {
        if (values.count(needed) == 0) {
            const bool place = std::string_view(needed) == "name";
            return context.usage(Text::MissingOption,
                                 {place ? std::string("NAVN") : "--" + std::string(needed)});
        }
    }
    wish.name = values["name"].as<std::string>();
    if (!isName(wish.name)) {
        return context.usage(Text::BadName, {"NAVN"});
    }
    const auto kind = tabletKindNamed(values["kind"].as<std::string>());
    if (!kind) {
        return context.usage(Text::BadKind);
    }
    wish.kind = *kind;
    const auto address = parseEndpoint(values["address"].as<std::string>(), false);
    if (!address) {
        return context.usage(Text::AddressBad, {values["address"].as<std::string>()});
    }
    wish.address = *address;
    wish.out = values["out"].as<std::string>();
    wish.owner = ownerOption(values);
    return std::nullopt;
}

Result<TabletFile> makeFile(const ServerKeys &server, const std::string &homeName, const Wish &wish,
                            const Random &random, std::int64_t nowMs)
{
    TabletFile file;
    file.home = server.home;
    file.homeName = homeName;
    file.device = randomBytes<DeviceId>(random);
    file.name = wish.name;
    file.kind = wish.kind;
    file.host = wish.address.host;
    file.port = wish.address.port;
    file.sign = randomBytes<seal::SignSecret>(random);
    file.box = randomBytes<seal::BoxSecret>(random);

    const auto ca = caCertificate(server.home, server.ca);
    const auto own = deviceCertificate(server.home, server.ca, file.device, seal::publicOf(file.sign),
                                       certificateEnd(nowMs));
    const auto key = privateKey(file.sign);
    if (!ca || !own || !key) {
        return fail(Errc::Internal, "the tablet's certificate can't be made");
    }
    const auto caPem = toPem(*ca);
    const auto ownPem = toPem(*own);
    const auto keyPem = toPem(*key);
    if (!caPem || !ownPem || !keyPem) {
        return fail(Errc::Internal, "the tablet's certificate can't be written");
    }
    file.pin = seal::pinOf(seal::publicOf(server.identity));
    file.caPem = *caPem;
    file.certificatePem = *ownPem;
    file.keyPem = *keyPem;
    return file;
}

domain::Device deviceOf(const TabletFile &file)
{
    domain::Device device;
    device.id = file.device;
    device.name = file.name;
    device.kind = deviceKindOf(file.kind);
    device.signKey = seal::publicOf(file.sign).str();
    device.boxKey = seal::publicOf(file.box).str();
    return device;
}

std::optional<int> add(Context &context, const Wish &wish, HomeStore &store, Office &office, TabletFile &file)
{
    const auto &devices = office.home().devices;
    const bool taken = std::any_of(devices.begin(), devices.end(),
                                   [&](const domain::Device &device) { return device.name == wish.name; });
    if (taken) {
        return context.failed(Text::NameTaken, {wish.name});
    }
    auto made = makeFile(store.server(), office.home().name, wish, context.random, context.clockMs());
    const auto fold = office.now(store.server().homeStream);
    if (!made || !fold) {
        return context.failed(made ? fold.error() : made.error());
    }
    file = std::move(*made);
    domain::Device device = deviceOf(file);
    if (const auto exit = setOwner(context, store, wish.owner, device)) {
        return exit;
    }
    // The file first: a tablet in the list whose file was never written would be nobody's.
    const Status written = writeNewFile(wish.out, writeTabletFile(file), S_IRUSR | S_IWUSR);
    if (!written) {
        const bool noFolder = written.error().code() == Errc::StoreMissing;
        return noFolder ? noFolderFor(context, wish.out) : context.failed(written.error(), wish.out.string());
    }
    office.write(store.server().homeStream, domain::writeDevice(device, **fold));
    return std::nullopt;
}

int run(Context &context, const Values &values)
{
    Wish wish;
    if (const auto exit = read(context, values, wish)) {
        return *exit;
    }
    TabletFile file;
    bool written = false;
    const auto exit = writeHome(context, [&](HomeStore &store, Office &office) {
        const auto trouble = add(context, wish, store, office, file);
        written = !trouble;
        return trouble;
    });
    if (exit) {
        std::error_code ignored;
        if (written) {
            std::filesystem::remove(wish.out, ignored);
        }
        return *exit;
    }
    if (context.json) {
        const boost::json::value answer{
            {"device", toHex(file.device.view())}, {"name", file.name}, {"file", wish.out.string()}};
        context.out << boost::json::serialize(answer) << std::endl;
    } else {
        context.out << context.say(Text::TabletMade, {wish.name, wish.out.string()}) << std::endl;
    }
    return kExitOk;
}

} // namespace

const Command kTabletAdd{
    "tablet add", "NAVN --kind shared|staff|leader [--owner NAVN] --address HOST:PORT --out FILE --data DIR",
    Text::AboutTabletAdd, declare, run};

} // namespace trivsel::server
