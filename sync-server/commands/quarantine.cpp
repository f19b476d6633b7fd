#include "sync-server/quarantine.h"

#include "proto/journal/files.h"
#include "proto/seal/own_key.h"
#include "sync-server/commands/local_time.h"
#include "sync-server/commands/words.h"
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
#include <set>
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
    options.add_options()("id", po::value<std::string>()->value_name("NR|alle"),
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

Text textOf(NoGrant why)
{
    switch (why) {
    case NoGrant::NoSection:
        return Text::HeldNoSection;
    case NoGrant::UnknownTablet:
        return Text::HeldTabletUnknown;
    case NoGrant::GrantedNow:
        return Text::HeldGrantCame;
    case NoGrant::OwnElsewhere:
        return Text::HeldOwnElsewhere;
    case NoGrant::NotGranted:
        break;
    }
    return Text::HeldNoGrant;
}

bool hasKey(HomeStore &store, const HeldFacts &facts)
{
    return store.keys().key(facts.stream, facts.keyVersion).has_value();
}

std::string reasonIn(const Context &context, HomeStore &store, const HeldFacts &facts)
{
    switch (facts.reason) {
    case wire::v1::NO_GRANT:
        return context.say(textOf(whyNoGrant(store, facts)));
    case wire::v1::BLOCKED_DEVICE:
        return context.say(Text::HeldBlocked);
    case wire::v1::ID_COLLISION:
        return context.say(Text::HeldCollision);
    case wire::v1::UNKNOWN_KEY:
        return context.say(hasKey(store, facts) ? Text::HeldKeyCame : Text::HeldUnknownKey);
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

std::string nameIn(const std::vector<NamedPerson> &all, const PersonId &person)
{
    const auto at = std::find_if(all.begin(), all.end(),
                                 [&person](const NamedPerson &one) { return one.person.id == person; });
    return at == all.end() ? std::string() : at->name;
}

std::string sectionIn(const Context &context, HomeStore &store, const std::vector<NamedPerson> &all,
                      const StreamId &stream)
{
    const domain::StreamInfo *info = store.model().streamInfo(stream);
    const bool about = info != nullptr && info->about;
    return sectionName(context.lang, stream.kind, about ? nameIn(all, *info->about) : std::string());
}

std::string lineIn(const Context &context, HomeStore &store, const std::vector<NamedPerson> &all,
                   const HeldFacts &facts)
{
    return context.say(Text::HeldLine,
                       {std::to_string(facts.id), tabletIn(facts),
                        sectionIn(context, store, all, facts.stream), std::to_string(facts.bytes)});
}

/** What can be done about them, each said once. */
Status printHints(const Context &context, HomeStore &store, const std::vector<HeldFacts> &held)
{
    std::set<Text> hints;
    for (const HeldFacts &facts : held) {
        if (facts.reason == wire::v1::UNKNOWN_KEY && hasKey(store, facts)) {
            hints.insert(Text::HeldGrantHint);
        } else if (facts.reason == wire::v1::UNKNOWN_KEY) {
            const auto words = wordsHaveKey(store, facts);
            if (!words) {
                return tl::unexpected(words.error());
            }
            hints.insert(*words ? Text::HeldKeyHint : Text::HeldKeyNowhere);
        }
        const auto why =
            facts.reason == wire::v1::NO_GRANT ? std::optional(whyNoGrant(store, facts)) : std::nullopt;
        if (why == NoGrant::NoSection || why == NoGrant::UnknownTablet) {
            hints.insert(Text::HeldSectionHint);
        }
        if (why == NoGrant::GrantedNow) {
            hints.insert(Text::HeldGrantHint);
        }
    }
    for (const Text hint : hints) {
        context.out << context.say(hint) << '\n';
    }
    return {};
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
    if (context.json) {
        json::array rows;
        for (const HeldFacts &facts : *held) {
            rows.push_back(toJson(facts));
        }
        context.out << json::serialize(json::object{{"held", rows}}) << std::endl;
        return kExitOk;
    }
    const auto all = people(**store);
    if (!all) {
        return context.failed(all.error());
    }
    for (const HeldFacts &facts : *held) {
        context.out << lineIn(context, **store, *all, facts) << "  "
                    << localTime(facts.receivedMs, context.lang) << "  " << reasonIn(context, **store, facts)
                    << '\n';
    }
    if (held->empty()) {
        context.out << context.say(Text::HeldNone) << '\n';
    }
    if (const Status hinted = printHints(context, **store, *held); !hinted) {
        return context.failed(hinted.error());
    }
    context.out << std::flush;
    return kExitOk;
}

bool isAll(const std::string &wanted)
{
    return wanted == "alle" || wanted == "all";
}

/** Nothing of what was asked for is there. */
int refuseNone(const Context &context, const std::string &wanted)
{
    return isAll(wanted) ? context.failed(Text::HeldNothingAtAll)
                         : context.failed(Text::HeldUnknown, {wanted});
}

/** Empty: no such number. */
std::vector<std::int64_t> idsOf(const std::string &wanted, const std::vector<journal::Quarantined> &held)
{
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(wanted.data(), wanted.data() + wanted.size(), number);
    const bool isNumber = error == std::errc() && end == wanted.data() + wanted.size();
    std::vector<std::int64_t> ids;
    for (const journal::Quarantined &one : held) {
        if (isAll(wanted) || (isNumber && one.id == number)) {
            ids.push_back(one.id);
        }
    }
    return ids;
}

std::string personIn(const std::vector<NamedPerson> &all, const PersonId &person)
{
    const std::string name = nameIn(all, person);
    return !name.empty() ? name : person.isNull() ? std::string("-") : toHex(person.view()).substr(0, 8);
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
    const auto all = people(**store);
    if (!all) {
        return context.failed(all.error());
    }
    context.out << lineIn(context, **store, *all, *found) << '\n'
                << localTime(found->receivedMs, context.lang) << "  " << reasonIn(context, **store, *found)
                << '\n';
    if (found->readable) {
        context.out << context.say(
            Text::HeldInside, {personIn(*all, found->author), personIn(*all, found->enterer),
                               localTime(found->writtenMs, context.lang), std::to_string(found->fields)});
    } else {
        context.out << context.say(seal::isOwnKey(found->stream, found->keyVersion) ? Text::HeldOwnClosed
                                                                                    : Text::HeldClosed);
    }
    context.out << '\n';
    if (const Status hinted = printHints(context, **store, {*found}); !hinted) {
        return context.failed(hinted.error());
    }
    context.out << std::flush;
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

/** "2–3, 7" */
std::string inOneLine(const std::vector<journal::Range> &ranges)
{
    std::string out;
    for (const journal::Range &range : ranges) {
        out += (out.empty() ? "" : ", ") + std::to_string(range.first);
        out += range.last == range.first ? std::string() : "–" + std::to_string(range.last);
    }
    return out;
}

/** What is not whole by what was accepted, run by run. */
Result<std::vector<std::string>> gapLines(const Context &context, HomeStore &store,
                                          const std::vector<journal::Quarantined> &accepted)
{
    const auto gaps = gapsBefore(store, accepted);
    const auto all = people(store);
    if (!gaps || !all) {
        return tl::unexpected(gaps ? all.error() : gaps.error());
    }
    std::vector<std::string> out;
    for (const RunGap &gap : *gaps) {
        HeldFacts facts;
        facts.device = gap.device;
        const domain::Device *device = store.model().device(gap.device);
        facts.tablet = device != nullptr ? device->name : std::string();
        const std::string section = sectionIn(context, store, *all, gap.stream);
        if (!gap.missing.empty()) {
            out.push_back(context.say(Text::AcceptGap, {tabletIn(facts), section, inOneLine(gap.missing)}));
        }
        std::string waiting;
        for (const std::int64_t id : gap.held) {
            waiting += (waiting.empty() ? "" : ", ") + std::to_string(id);
        }
        if (!waiting.empty()) {
            out.push_back(context.say(Text::AcceptGapHeld, {tabletIn(facts), section, waiting}));
        }
    }
    return out;
}

int acceptSome(Context &context, const Values &values)
{
    if (values.count("id") == 0) {
        return context.usage(Text::MissingOption, {"NR"});
    }
    const auto wanted = values["id"].as<std::string>();
    std::size_t accepted = 0;
    std::vector<std::pair<std::int64_t, Text>> refused;
    std::vector<std::string> gaps;
    const auto exit = writeHome(context, [&](HomeStore &store, Office &office) -> std::optional<int> {
        const auto held = store.journal().quarantined();
        if (!held) {
            return context.failed(held.error());
        }
        const auto ids = idsOf(wanted, *held);
        if (ids.empty()) {
            return refuseNone(context, wanted);
        }
        Acceptor acceptor(store, office, context.clockMs(), context.random);
        std::vector<journal::Quarantined> placed;
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
            if (*how == Accepting::Appended) {
                placed.push_back(one);
            }
            if (why) {
                refused.emplace_back(one.id, *why);
            }
        }
        if (accepted == 0) {
            return context.failed(refused.front().second, {std::to_string(refused.front().first)});
        }
        auto told = gapLines(context, store, placed);
        if (!told) {
            return context.failed(told.error());
        }
        gaps = std::move(*told);
        return std::nullopt;
    });
    if (exit) {
        return *exit;
    }
    if (context.json) {
        context.out << json::serialize(json::object{
                           {"accepted", accepted}, {"refused", refused.size()}, {"gaps", gaps.size()}})
                    << std::endl;
        return kExitOk;
    }
    context.out << context.say(Text::Accepted, {std::to_string(accepted)}) << std::endl;
    for (const auto &[id, why] : refused) {
        context.out << context.say(why, {std::to_string(id)}) << std::endl;
    }
    for (const std::string &line : gaps) {
        context.out << line << std::endl;
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
        return refuseNone(context, wanted);
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
    context.out << context.say(Text::RescueTaken, {std::to_string(taken->held)}) << std::endl;
    if (taken->damaged > 0) {
        context.out << context.say(Text::TakenDamaged, {std::to_string(taken->damaged)}) << std::endl;
    }
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
const Command kQuarantineAccept{"quarantine accept", "NR|alle --data DIR", Text::AboutHeldAccept,
                                declareWhich, acceptSome};
const Command kQuarantineRescue{"quarantine rescue", "NR|alle --out FILE --data DIR", Text::AboutHeldRescue,
                                declareRescue, rescue};
const Command kQuarantineTake{"quarantine take", "FILE|MAPPE --tablet TABLET --data DIR", Text::AboutHeldTake,
                              declareTake, take};

} // namespace trivsel::server
