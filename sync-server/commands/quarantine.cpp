#include "sync-server/quarantine.h"

#include "proto/journal/files.h"
#include "sync-server/commands/local_time.h"
#include "sync-server/commands/write_home.h"
#include "sync-server/files.h"
#include "sync-server/open_home.h"
#include "sync-server/people.h"
#include "sync-server/take_tablet.h"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <charconv>
#include <ostream>
#include <sys/stat.h>

namespace trivsel::server {
namespace {

namespace json = boost::json;

void declareNone(po::options_description & /*options*/, po::positional_options_description & /*places*/,
                 Lang /*lang*/)
{
}

void declareWhich(po::options_description &options, po::positional_options_description &places, Lang lang)
{
    options.add_options()("id", po::value<std::string>()->value_name("NR|all"),
                          say(lang, Text::OptionHeldId).c_str());
    places.add("id", 1);
}

void declareRescue(po::options_description &options, po::positional_options_description &places, Lang lang)
{
    declareWhich(options, places, lang);
    options.add_options()("out", po::value<std::string>()->value_name("FILE"),
                          say(lang, Text::OptionOut).c_str());
}

void declareTake(po::options_description &options, po::positional_options_description &places, Lang lang)
{
    options.add_options()("from", po::value<std::string>()->value_name("FILE"),
                          say(lang, Text::OptionRescueFile).c_str());
    options.add_options()("tablet", po::value<std::string>()->value_name("TABLET"),
                          say(lang, Text::OptionWhoseFolder).c_str());
    places.add("from", 1);
}

std::string reasonIn(const Context &context, wire::v1::QuarantineReason reason)
{
    switch (reason) {
    case wire::v1::NO_GRANT:
        return context.say(Text::HeldNoGrant);
    case wire::v1::BLOCKED_DEVICE:
        return context.say(Text::HeldBlocked);
    case wire::v1::ID_COLLISION:
        return context.say(Text::HeldCollision);
    case wire::v1::UNKNOWN_KEY:
        return context.say(Text::HeldUnknownKey);
    case wire::v1::BAD_PROOF:
        return context.say(Text::HeldBadProof);
    case wire::v1::FAILED_TOO_OFTEN:
        return context.say(Text::HeldTooOften);
    default:
        return context.say(Text::HeldUnreadable);
    }
}

std::string tabletIn(const HeldFacts &facts)
{
    return facts.tablet.empty() ? toHex(facts.device.view()).substr(0, 8) : facts.tablet;
}

json::object toJson(const HeldFacts &facts)
{
    json::object out{{"id", facts.id},
                     {"device", toHex(facts.device.view())},
                     {"tablet", facts.tablet},
                     {"kind", nameOf(facts.stream.kind)},
                     {"stream", toHex(viewOf(facts.stream.str()))},
                     {"inc", static_cast<std::uint64_t>(facts.dot.inc)},
                     {"ctr", facts.dot.ctr},
                     {"reason", wire::v1::QuarantineReason_Name(facts.reason)},
                     {"received_ms", facts.receivedMs},
                     {"bytes", facts.bytes},
                     {"key", facts.keyVersion}};
    return out;
}

int list(Context &context, const Values & /*values*/)
{
    auto store = openHome(context.paths, context.random);
    if (!store) {
        return context.failed(store.error().error, store.error().subject);
    }
    const auto held = readHeld(**store, false);
    if (!held) {
        return context.failed(held.error());
    }
    json::array rows;
    for (const HeldFacts &facts : *held) {
        if (context.json) {
            rows.push_back(toJson(facts));
        } else {
            context.out << context.say(Text::HeldLine,
                                       {std::to_string(facts.id), tabletIn(facts), nameOf(facts.stream.kind),
                                        std::to_string(facts.bytes)})
                        << "  " << localTime(facts.receivedMs) << "  " << reasonIn(context, facts.reason)
                        << '\n';
        }
    }
    if (context.json) {
        context.out << json::serialize(json::object{{"held", rows}});
    } else if (held->empty()) {
        context.out << context.say(Text::HeldNone);
    } else if (std::any_of(held->begin(), held->end(),
                           [](const HeldFacts &facts) { return facts.reason == wire::v1::UNKNOWN_KEY; })) {
        context.out << context.say(Text::HeldKeyHint);
    }
    context.out << std::endl;
    return kExitOk;
}

/** Empty: no such number. */
std::vector<std::int64_t> idsOf(const std::string &wanted, const std::vector<journal::Quarantined> &held)
{
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(wanted.data(), wanted.data() + wanted.size(), number);
    const bool isNumber = error == std::errc() && end == wanted.data() + wanted.size();
    std::vector<std::int64_t> ids;
    for (const journal::Quarantined &one : held) {
        if (wanted == "all" || (isNumber && one.id == number)) {
            ids.push_back(one.id);
        }
    }
    return ids;
}

std::string personIn(HomeStore &store, const PersonId &person)
{
    const auto all = people(store);
    if (all) {
        for (const NamedPerson &one : *all) {
            if (one.person.id == person && !one.name.empty()) {
                return one.name;
            }
        }
    }
    return person.isNull() ? std::string("-") : toHex(person.view()).substr(0, 8);
}

int show(Context &context, const Values &values)
{
    if (values.count("id") == 0) {
        return context.usage(Text::MissingOption, {"NR"});
    }
    auto store = openHome(context.paths, context.random);
    if (!store) {
        return context.failed(store.error().error, store.error().subject);
    }
    const auto held = readHeld(**store, true);
    if (!held) {
        return context.failed(held.error());
    }
    const auto wanted = values["id"].as<std::string>();
    const auto found = std::find_if(held->begin(), held->end(),
                                    [&](const HeldFacts &one) { return std::to_string(one.id) == wanted; });
    if (found == held->end()) {
        return context.failed(Text::HeldUnknown, {wanted});
    }
    if (context.json) {
        json::object out = toJson(*found);
        out["readable"] = found->readable;
        if (found->readable) {
            out["author"] = toHex(found->author.view());
            out["enterer"] = toHex(found->enterer.view());
            out["written_ms"] = found->writtenMs;
            out["fields"] = found->fields;
        }
        context.out << json::serialize(out) << std::endl;
        return kExitOk;
    }
    context.out << context.say(Text::HeldLine, {std::to_string(found->id), tabletIn(*found),
                                                nameOf(found->stream.kind), std::to_string(found->bytes)})
                << '\n'
                << localTime(found->receivedMs) << "  " << reasonIn(context, found->reason) << '\n';
    if (found->readable) {
        context.out << context.say(Text::HeldInside,
                                   {personIn(**store, found->author), personIn(**store, found->enterer),
                                    localTime(found->writtenMs), std::to_string(found->fields)});
    } else {
        context.out << context.say(Text::HeldClosed);
    }
    context.out << std::endl;
    return kExitOk;
}

std::optional<Text> refusalOf(Accepting how)
{
    switch (how) {
    case Accepting::Usurping:
        return Text::AcceptUsurping;
    case Accepting::NoStream:
        return Text::AcceptNoStream;
    case Accepting::Unreadable:
        return Text::AcceptUnreadable;
    default:
        return std::nullopt;
    }
}

int acceptSome(Context &context, const Values &values)
{
    if (values.count("id") == 0) {
        return context.usage(Text::MissingOption, {"NR"});
    }
    const auto wanted = values["id"].as<std::string>();
    std::size_t accepted = 0;
    std::vector<std::pair<std::int64_t, Text>> refused;
    const auto exit = writeHome(context, [&](HomeStore &store, Office &office) -> std::optional<int> {
        const auto held = store.journal().quarantined();
        if (!held) {
            return context.failed(held.error());
        }
        const auto ids = idsOf(wanted, *held);
        if (ids.empty()) {
            return context.failed(Text::HeldUnknown, {wanted});
        }
        Acceptor acceptor(store, office, context.clockMs(), context.random);
        for (const journal::Quarantined &one : *held) {
            if (std::find(ids.begin(), ids.end(), one.id) == ids.end()) {
                continue;
            }
            const auto how = acceptor.accept(one);
            if (!how) {
                return context.failed(how.error());
            }
            const auto why = refusalOf(*how);
            accepted += why ? 0 : 1;
            if (why) {
                refused.emplace_back(one.id, *why);
            }
        }
        if (accepted == 0) {
            return context.failed(refused.front().second, {std::to_string(refused.front().first)});
        }
        return std::nullopt;
    });
    if (exit) {
        return *exit;
    }
    if (context.json) {
        context.out << json::serialize(json::object{{"accepted", accepted}, {"refused", refused.size()}})
                    << std::endl;
        return kExitOk;
    }
    context.out << context.say(Text::Accepted, {std::to_string(accepted)}) << std::endl;
    for (const auto &[id, why] : refused) {
        context.out << context.say(why, {std::to_string(id)}) << std::endl;
    }
    return kExitOk;
}

int rescue(Context &context, const Values &values)
{
    for (const char *needed : {"id", "out"}) {
        if (values.count(needed) == 0) {
            return context.usage(Text::MissingOption, {std::string_view(needed) == "id" ? "NR" : "--out"});
        }
    }
    auto store = openHome(context.paths, context.random);
    if (!store) {
        return context.failed(store.error().error, store.error().subject);
    }
    auto held = (*store)->journal().quarantined();
    if (!held) {
        return context.failed(held.error());
    }
    const auto wanted = values["id"].as<std::string>();
    const auto ids = idsOf(wanted, *held);
    if (ids.empty()) {
        return context.failed(Text::HeldUnknown, {wanted});
    }
    std::erase_if(*held, [&ids](const journal::Quarantined &one) {
        return std::find(ids.begin(), ids.end(), one.id) == ids.end();
    });
    const auto file = values["out"].as<std::string>();
    const auto bytes = rescueHeld(**store, *held, context.clockMs(), context.random);
    if (!bytes) {
        return context.failed(bytes.error());
    }
    if (const Status written = writeNewFile(file, *bytes, S_IRUSR | S_IWUSR); !written) {
        return context.failed(written.error(), file);
    }
    context.out << context.say(Text::Rescued, {std::to_string(ids.size()), file}) << std::endl;
    return kExitOk;
}

/** The folder of a tablet whose key is gone. */
int takeFolder(Context &context, const Values &values, const std::filesystem::path &folder)
{
    if (values.count("tablet") == 0) {
        return context.usage(Text::MissingOption, {"--tablet"});
    }
    const auto which = values["tablet"].as<std::string>();
    auto store = openHome(context.paths, context.random);
    if (!store) {
        return context.failed(store.error().error, store.error().subject);
    }
    const auto &devices = (*store)->model().devices;
    const auto device = std::find_if(devices.begin(), devices.end(), [&](const domain::Device &one) {
        return one.name == which || toHex(one.id.view()) == which;
    });
    if (device == devices.end()) {
        return context.failed(Text::NoSuchTablet, {which});
    }
    const std::filesystem::path journal = folder / "tablet.db";
    const auto taken = takeTablet(**store, journal, device->id, context.clockMs());
    if (!taken) {
        const Errc why = taken.error().code();
        return why == Errc::StoreMissing ? context.failed(Text::FileMissing, {journal.string()})
               : why == Errc::WrongHome  ? context.failed(Text::RescueOtherHome, {folder.string()})
                                         : context.failed(taken.error(), journal.string());
    }
    context.out << context.say(Text::RescueTaken, {std::to_string(*taken)}) << std::endl;
    return kExitOk;
}

int take(Context &context, const Values &values)
{
    if (values.count("from") == 0) {
        return context.usage(Text::MissingOption, {"FILE"});
    }
    const auto file = values["from"].as<std::string>();
    std::error_code ignored;
    if (std::filesystem::is_directory(file, ignored)) {
        return takeFolder(context, values, file);
    }
    const auto bytes = journal::readSmallFile(file, archive::kRescueBytesMax);
    if (!bytes) {
        const bool missing = bytes.error().code() == Errc::StoreMissing;
        return missing ? context.failed(Text::FileMissing, {file}) : context.failed(bytes.error(), file);
    }
    auto store = openHome(context.paths, context.random);
    if (!store) {
        return context.failed(store.error().error, store.error().subject);
    }
    const auto taken = takeRescue(**store, *bytes);
    if (!taken) {
        const Errc why = taken.error().code();
        return why == Errc::WrongHome    ? context.failed(Text::RescueOtherHome, {file})
               : why == Errc::NotAllowed ? context.failed(Text::RescueUnknownTablet, {file})
                                         : context.failed(taken.error(), file);
    }
    context.out << context.say(Text::RescueTaken, {std::to_string(*taken)}) << std::endl;
    return kExitOk;
}

} // namespace

const Command kQuarantineList{"quarantine list", "--data DIR [--json]", Text::AboutHeldList, declareNone,
                              list};
const Command kQuarantineShow{"quarantine show", "NR --data DIR [--json]", Text::AboutHeldShow, declareWhich,
                              show};
const Command kQuarantineAccept{"quarantine accept", "NR|all --data DIR", Text::AboutHeldAccept, declareWhich,
                                acceptSome};
const Command kQuarantineRescue{"quarantine rescue", "NR|all --out FILE --data DIR", Text::AboutHeldRescue,
                                declareRescue, rescue};
const Command kQuarantineTake{"quarantine take", "FILE|MAPPE --tablet TABLET --data DIR", Text::AboutHeldTake,
                              declareTake, take};

} // namespace trivsel::server
