#include "sync-server/certificate_life.h"
#include "sync-server/commands/confirm.h"
#include "sync-server/commands/tablet_lines.h"
#include "sync-server/commands/tablet_owner.h"
#include "sync-server/commands/write_home.h"
#include "sync-server/open_home.h"
#include "sync-server/people.h"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <iostream>

// The life of a tablet: list, rename, block, let in again, empty; and what to know when one is gone.
namespace trivsel::server {
namespace {

namespace json = boost::json;

void declareWhich(po::options_description &options, po::positional_options_description &places, Lang lang)
{
    options.add_options()("tablet", po::value<std::string>()->value_name("TABLET"),
                          say(lang, Text::OptionTablet).c_str());
    places.add("tablet", 1);
}

void declareRename(po::options_description &options, po::positional_options_description &places, Lang lang)
{
    declareWhich(options, places, lang);
    options.add_options()("name", po::value<std::string>()->value_name("NAVN"),
                          say(lang, Text::OptionName).c_str());
    places.add("name", 1);
}

/** By its name or its id (32 hex digits); nullptr when there is none. Two tablets never have one name. */
template <class List> auto *findTablet(List &tablets, const std::string &which)
{
    const auto at = std::find_if(tablets.begin(), tablets.end(), [&](const auto &tablet) {
        return tablet.name == which || toHex(tablet.id.view()) == which;
    });
    return at == tablets.end() ? nullptr : &*at;
}

int list(Context &context, const Values & /*values*/)
{
    const auto store = openHome(context.paths, context.random);
    if (!store) {
        return context.failed(store.error().error, store.error().subject);
    }
    const auto report = readStatus(**store);
    if (!report) {
        return context.failed(report.error());
    }
    json::array rows;
    for (const TabletStatus &tablet : report->tablets) {
        if (context.json) {
            rows.push_back(tabletJson(tablet));
        } else {
            context.out << tabletLine(context, tablet) << '\n';
        }
    }
    if (context.json) {
        context.out << json::serialize(json::object{{"tablets", rows}}) << '\n';
    } else if (report->tablets.empty()) {
        context.out << context.say(Text::StatusNoTablets) << '\n';
    }
    context.out << std::flush;
    return kExitOk;
}

/** Changes one tablet's record, and says what came of it. */
int change(Context &context, const Values &values,
           const std::function<std::optional<int>(HomeStore &, const Office &, domain::Device &)> &work,
           Text done, const std::string &said = {})
{
    if (values.count("tablet") == 0) {
        return context.usage(Text::MissingOption, {"TABLET"});
    }
    const auto which = values["tablet"].as<std::string>();
    domain::Device changed;
    const auto exit = writeHome(context, [&](HomeStore &store, Office &office) -> std::optional<int> {
        const domain::Device *known = findTablet(office.home().devices, which);
        if (known == nullptr) {
            return context.failed(Text::NoSuchTablet, {which});
        }
        changed = *known;
        if (const auto trouble = work(store, office, changed)) {
            return trouble;
        }
        const auto fold = office.now(store.server().homeStream);
        if (!fold) {
            return context.failed(fold.error());
        }
        office.write(store.server().homeStream, domain::writeDevice(changed, **fold));
        return std::nullopt;
    });
    if (exit) {
        return *exit;
    }
    if (context.json) {
        const json::object answer{{"device", toHex(changed.id.view())},
                                  {"name", changed.name},
                                  {"blocked", changed.blocked},
                                  {"wipe_ms", changed.wipeMs}};
        context.out << json::serialize(answer) << std::endl;
    } else {
        context.out << context.say(done, {which, said.empty() ? changed.name : said}) << std::endl;
    }
    return kExitOk;
}

int rename(Context &context, const Values &values)
{
    if (values.count("name") == 0) {
        return context.usage(Text::MissingOption, {"NAVN"});
    }
    const auto name = values["name"].as<std::string>();
    if (!isName(name)) {
        return context.usage(Text::BadName, {"NAVN"});
    }
    return change(
        context, values,
        [&](HomeStore & /*store*/, const Office &office, domain::Device &tablet) -> std::optional<int> {
            if (tablet.name != name && findTablet(office.home().devices, name) != nullptr) {
                return context.failed(Text::NameTaken, {name});
            }
            tablet.name = name;
            return std::nullopt;
        },
        Text::TabletRenamed);
}

void declareOwnerOf(po::options_description &options, po::positional_options_description &places, Lang lang)
{
    declareWhich(options, places, lang);
    declareOwner(options, lang);
    options.add_options()("none", say(lang, Text::OptionNoOwner).c_str());
    places.add("owner", 1);
}

int owner(Context &context, const Values &values)
{
    const auto who = ownerOption(values);
    const bool none = values.count("none") != 0;
    if (who.empty() != none) {
        return context.usage(Text::MissingOption, {"NAVN / --none"});
    }
    return change(
        context, values,
        [&](HomeStore &store, const Office & /*office*/, domain::Device &tablet) {
            tablet.owner.reset();
            return setOwner(context, store, who, tablet);
        },
        none ? Text::TabletOfHouse : Text::TabletOwned, who);
}

int block(Context &context, const Values &values)
{
    return change(
        context, values,
        [](HomeStore & /*store*/, const Office & /*office*/, domain::Device &tablet) -> std::optional<int> {
            tablet.blocked = true;
            return std::nullopt;
        },
        Text::TabletBlocked);
}

int unblock(Context &context, const Values &values)
{
    return change(
        context, values,
        [&](HomeStore & /*store*/, const Office & /*office*/, domain::Device &tablet) -> std::optional<int> {
            if (tablet.wipeMs != 0) {
                return context.failed(Text::TabletIsEmptied, {tablet.name});
            }
            tablet.blocked = false;
            tablet.goodUntilMs = certificateEnd(context.clockMs()); // it may have run out meanwhile
            return std::nullopt;
        },
        Text::TabletUnblocked);
}

int renew(Context &context, const Values &values)
{
    return change(
        context, values,
        [&](HomeStore & /*store*/, const Office & /*office*/, domain::Device &tablet) -> std::optional<int> {
            if (tablet.blocked) {
                return context.failed(Text::TabletIsBlocked, {tablet.name});
            }
            tablet.goodUntilMs = certificateEnd(context.clockMs());
            return std::nullopt;
        },
        Text::TabletMayReadAgain);
}

/** Whose words may lie on it: residents by the name on their tile. */
std::vector<std::string> peopleOn(HomeStore &store, const std::vector<NamedPerson> &everybody,
                                  domain::Device device)
{
    device.blocked = false; // what it had before
    std::vector<std::string> names;
    for (const NamedPerson &one : everybody) {
        const auto &streams = store.model().streams;
        const bool held = std::any_of(streams.begin(), streams.end(), [&](const domain::StreamInfo &info) {
            return info.about == one.person.id && info.id.kind != StreamKind::Profile &&
                   store.mayHoldNow(device, info.id);
        });
        if (held && one.person.role == domain::Role::ROLE_RESIDENT) {
            names.push_back(one.name.empty() ? toHex(one.person.id.view()) : one.name);
        }
    }
    return names;
}

void printPeopleOn(const Context &context, const std::vector<std::string> &names)
{
    if (names.empty()) {
        context.out << context.say(Text::IncidentNobody) << '\n';
        return;
    }
    context.out << context.say(Text::IncidentPeople, {std::to_string(names.size())}) << '\n';
    for (const std::string &name : names) {
        context.out << "    " << name << '\n';
    }
}

void declareWipe(po::options_description &options, po::positional_options_description &places, Lang lang)
{
    declareWhich(options, places, lang);
    options.add_options()("yes", say(lang, Text::OptionYes).c_str());
}

/** What goes with it: when it was here last, whose words, and whether they are somewhere else too. */
std::optional<int> showWipe(Context &context, HomeStore &store, const domain::Device &device)
{
    const auto report = readStatus(store);
    const auto notSafe = report ? notSafeWithout(store, *report, device.id)
                                : Result<std::uint64_t>(tl::unexpected(report.error()));
    if (!notSafe) {
        return context.failed(notSafe.error());
    }
    const TabletStatus *tablet = findTablet(report->tablets, toHex(device.id.view()));
    if (tablet == nullptr) {
        return context.failed(Error(Errc::Internal, "tablet"));
    }
    context.out << tabletLine(context, *tablet) << '\n';
    printPeopleOn(context, peopleOn(store, report->people, device));
    const bool seen = tablet->lastContactMs != 0;
    context.out << context.say(seen ? Text::WipeNotHandedIn : Text::WipeUnseen) << '\n';
    if (*notSafe > 0) {
        context.out << context.say(Text::WipeNotSafe, {std::to_string(*notSafe)}) << '\n';
    } else if (seen) {
        context.out << context.say(Text::WipeSafe) << '\n';
    }
    return std::nullopt;
}

/** Asked with nothing locked. nullopt: it is meant. */
std::optional<int> confirmWipe(Context &context, const std::string &which)
{
    const auto store = openHome(context.paths, context.random);
    if (!store) {
        return context.failed(store.error().error, store.error().subject);
    }
    const domain::Device *device = findTablet((*store)->model().devices, which);
    if (device == nullptr) {
        return context.failed(Text::NoSuchTablet, {which});
    }
    if (context.json) {
        return context.failed(Text::SayYes);
    }
    if (const auto trouble = showWipe(context, **store, *device)) {
        return trouble;
    }
    context.out << context.say(Text::WipeAsk, {device->name}) << std::flush;
    std::string line;
    std::getline(std::cin, line);
    if (isYes(line)) {
        return std::nullopt;
    }
    context.out << '\n';
    context.err << "trivsel-sync: " << context.say(Text::NothingChanged) << ' ' << context.say(Text::SayYes)
                << '\n';
    return kExitFailed;
}

int wipe(Context &context, const Values &values)
{
    if (values.count("tablet") != 0 && values.count("yes") == 0) {
        if (const auto exit = confirmWipe(context, values["tablet"].as<std::string>())) {
            return *exit;
        }
    }
    return change(
        context, values,
        [&](HomeStore & /*store*/, const Office & /*office*/, domain::Device &tablet) -> std::optional<int> {
            tablet.blocked = true;
            tablet.wipeMs = std::max<std::int64_t>(1, context.clockMs());
            return std::nullopt;
        },
        Text::TabletWillBeEmptied);
}

int incident(Context &context, const Values &values)
{
    if (values.count("tablet") == 0) {
        return context.usage(Text::MissingOption, {"--tablet"});
    }
    const auto which = values["tablet"].as<std::string>();
    const auto store = openHome(context.paths, context.random);
    if (!store) {
        return context.failed(store.error().error, store.error().subject);
    }
    const domain::Device *device = findTablet((*store)->model().devices, which);
    const auto report = readStatus(**store);
    if (device == nullptr || !report) {
        return device == nullptr ? context.failed(Text::NoSuchTablet, {which})
                                 : context.failed(report.error());
    }
    const TabletStatus *tablet = findTablet(report->tablets, toHex(device->id.view()));
    const auto names = peopleOn(**store, report->people, *device);
    const auto held = (*store)->journal().heldFor(device->id);
    if (tablet == nullptr || !held) {
        return context.failed(held ? Error(Errc::Internal, "tablet") : held.error());
    }
    if (context.json) {
        json::object answer = tabletJson(*tablet);
        answer["residents"] = json::array(names.begin(), names.end());
        answer["held"] = held->changes;
        context.out << json::serialize(answer) << std::endl;
        return kExitOk;
    }
    context.out << tabletLine(context, *tablet) << '\n';
    printPeopleOn(context, names);
    context.out << context.say(Text::IncidentSealed) << '\n';
    const bool stopped = device->blocked;
    context.out << context.say(stopped ? Text::IncidentBlocked : Text::IncidentOpen, {device->name}) << '\n';
    if (held->changes > 0) {
        context.out << context.say(Text::StatusHeld, {std::to_string(held->changes)}) << '\n';
    }
    context.out << std::flush;
    return kExitOk;
}

} // namespace

const Command kTabletList{"tablet list", "--data DIR", Text::AboutTabletList, declareNothing, list};
const Command kTabletRename{"tablet rename", "TABLET NAVN --data DIR", Text::AboutTabletRename, declareRename,
                            rename};
const Command kTabletOwner{"tablet owner", "TABLET NAVN|--none --data DIR", Text::AboutTabletOwner,
                           declareOwnerOf, owner};
const Command kTabletBlock{"tablet block", "TABLET --data DIR", Text::AboutTabletBlock, declareWhich, block};
const Command kTabletUnblock{"tablet unblock", "TABLET --data DIR", Text::AboutTabletUnblock, declareWhich,
                             unblock};
const Command kTabletRenew{"tablet renew", "TABLET --data DIR", Text::AboutTabletRenew, declareWhich, renew};
const Command kTabletWipe{"tablet wipe", "TABLET [--yes] --data DIR", Text::AboutTabletWipe, declareWipe,
                          wipe};
const Command kIncident{"incident", "--tablet TABLET --data DIR", Text::AboutIncident, declareWhich,
                        incident};

} // namespace trivsel::server
