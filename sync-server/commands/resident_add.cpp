#include "sync-server/commands/confirm.h"
#include "sync-server/commands/find_person.h"
#include "sync-server/commands/nearest.h"
#include "sync-server/commands/numbers.h"
#include "sync-server/commands/plain_name.h"
#include "sync-server/commands/staff_people.h"
#include "sync-server/commands/write_home.h"
#include "sync-server/picture_names.h"

#include <algorithm>
#include <array>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <ostream>

namespace trivsel::server {
namespace {

constexpr int kTints = 6;
constexpr std::array kStreams = {StreamKind::Profile, StreamKind::Own,    StreamKind::Chosen,
                                 StreamKind::Team,    StreamKind::Safety, StreamKind::Audit};

void declare(po::options_description &options, po::positional_options_description &places, Lang lang)
{
    options.add_options()("name", po::value<std::string>()->value_name("NAVN"),
                          say(lang, Text::OptionName).c_str())(
        "picture", po::value<std::string>()->value_name("BILLEDE"), say(lang, Text::OptionPicture).c_str())(
        "tint", po::value<std::string>()->default_value("1")->value_name("1-6"),
        say(lang, Text::OptionTint).c_str())("anyway", say(lang, Text::OptionAnyway).c_str());
    places.add("name", 1);
}

const std::vector<std::string> &pictures()
{
    static const std::vector<std::string> all(kPictureNames.begin(), kPictureNames.end());
    return all;
}

bool isPicture(const std::string &text)
{
    return std::find(pictures().begin(), pictures().end(), text) != pictures().end();
}

std::string listed(const std::vector<std::string> &names)
{
    std::string out;
    for (const std::string &name : names) {
        out += (out.empty() ? "" : ", ") + name;
    }
    return out;
}

/** There are too many pictures for one line that somebody reads: all are told only where none is near. */
int refusePicture(const Context &context, const std::string &typed, const std::string &name)
{
    const std::vector<std::string> close = nearWords(name, pictures());
    return close.empty() ? context.usage(Text::BadPicture, {typed, listed(pictures())})
                         : context.usage(Text::BadPictureNear, {typed, listed(close)});
}

std::optional<int> read(const Context &context, const Values &values, domain::Profile &profile)
{
    for (const char *needed : {"name", "picture"}) {
        if (values.count(needed) == 0) {
            const bool place = std::string_view(needed) == "name";
            return context.usage(Text::MissingOption,
                                 {place ? std::string("NAVN") : "--" + std::string(needed)});
        }
    }
    profile.name = values["name"].as<std::string>();
    const auto typed = values["picture"].as<std::string>();
    profile.picture = typedName(typed); // "Fyrtårn" is fyrtaarn
    // A tile may stand without a name: --name "".
    if (!profile.name.empty() && !isName(profile.name)) {
        return context.usage(Text::BadName, {"NAVN"});
    }
    if (!isPicture(profile.picture)) {
        return refusePicture(context, typed, profile.picture);
    }
    return readNumber(context, values, "tint", 1, kTints, profile.tint);
}

Result<boost::json::object> add(HomeStore &store, Office &office, const PersonId &id,
                                const domain::Profile &profile)
{
    const StreamId homeStream = store.server().homeStream;
    const auto home = office.now(homeStream);
    if (!home) {
        return tl::unexpected(home.error());
    }
    domain::Person person;
    person.id = id;
    person.role = domain::Role::ROLE_RESIDENT;
    office.write(homeStream, domain::writePerson(person, **home));
    boost::json::object streams;
    for (const StreamKind kind : kStreams) {
        const auto stream = office.makeStream(kind, id);
        if (!stream) {
            return tl::unexpected(stream.error());
        }
        streams[nameOf(kind)] = toHex(viewOf(stream->str()));
        if (kind == StreamKind::Profile) {
            office.write(*stream, domain::writeProfile(id, profile, merge::Fold()));
        }
    }
    return streams;
}

/** Somebody has the name, or the tile: on the tablets the two could not be told apart. */
std::optional<int> object(const Context &context, HomeStore &store, const domain::Profile &profile,
                          std::string &odd)
{
    const auto all = people(store);
    if (!all) {
        return context.failed(all.error());
    }
    odd = objectionToName(context, *all, profile.name, true);
    for (auto one = all->begin(); odd.empty() && one != all->end(); ++one) {
        const auto stream = store.model().streamOf(one->person.id, StreamKind::Profile);
        if (one->person.role != domain::Role::ROLE_RESIDENT || !one->person.active || !stream) {
            continue;
        }
        const auto fold = store.folds().upToDate(*stream);
        if (!fold) {
            return context.failed(fold.error());
        }
        const domain::Profile theirs = domain::readProfile(one->person.id, **fold);
        if (theirs.picture == profile.picture && theirs.tint == profile.tint) {
            odd = context.say(Text::TileTaken, {calledName(*one)});
        }
    }
    return odd.empty() ? std::nullopt : std::optional(kExitFailed);
}

int run(Context &context, const Values &values)
{
    domain::Profile profile;
    if (const auto exit = read(context, values, profile)) {
        return *exit;
    }
    const auto id = randomBytes<PersonId>(context.random);
    boost::json::object streams;
    const auto work = [&](HomeStore &store, Office &office, std::string *odd) -> std::optional<int> {
        if (const auto refused = odd != nullptr ? object(context, store, profile, *odd) : std::nullopt) {
            return refused;
        }
        auto added = add(store, office, id, profile);
        if (!added) {
            return context.failed(added.error());
        }
        streams = std::move(*added);
        return std::nullopt;
    };
    if (const auto exit = writeUnlessOdd(context, values, work)) {
        return *exit;
    }
    const std::string hex = toHex(id.view());
    if (context.json) {
        const boost::json::value answer{{"person", hex}, {"streams", streams}};
        context.out << boost::json::serialize(answer) << std::endl;
    } else {
        const std::string name = profile.name.empty() ? profile.picture : profile.name;
        context.out << context.say(Text::ResidentMade, {name, hex}) << std::endl;
    }
    return kExitOk;
}

} // namespace

const Command kResidentAdd{"resident add", "NAVN --picture BILLEDE [--tint 1-6] [--anyway] --data DIR",
                           Text::AboutResidentAdd, declare, run};

} // namespace trivsel::server
