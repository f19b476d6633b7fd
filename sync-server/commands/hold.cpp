#include "sync-server/commands/find_person.h"
#include "sync-server/commands/write_home.h"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <ostream>

// Nothing of this resident may be erased for now: a complaint, a case, a request for the file.
namespace trivsel::server {
namespace {

void declareLift(po::options_description &options, po::positional_options_description &places, Lang lang)
{
    const auto text = [](const char *name) { return po::value<std::string>()->value_name(name); };
    options.add_options()("resident", text("BEBOER"), say(lang, Text::OptionResident).c_str())(
        "by", text("PERSON"), say(lang, Text::OptionBy).c_str());
    places.add("resident", 1);
}

void declareSet(po::options_description &options, po::positional_options_description &places, Lang lang)
{
    declareLift(options, places, lang);
    options.add_options()("why", po::value<std::string>()->value_name("GRUND"),
                          say(lang, Text::OptionWhy).c_str());
}

int change(Context &context, const Values &values, bool on)
{
    const std::initializer_list<const char *> set = {"resident", "by", "why"};
    const std::initializer_list<const char *> lift = {"resident", "by"};
    for (const char *needed : on ? set : lift) {
        if (values.count(needed) == 0) {
            return context.usage(Text::MissingOption, {"--" + std::string(needed)});
        }
    }
    if (on && !isName(values["why"].as<std::string>())) {
        return context.usage(Text::BadName, {"--why"});
    }
    NamedPerson resident;
    const auto exit = writeHome(context, [&](HomeStore &store, Office &office) -> std::optional<int> {
        const auto all = people(store);
        const StreamId home = store.server().homeStream;
        const auto fold = office.now(home);
        if (!all || !fold) {
            return context.failed(all ? fold.error() : all.error());
        }
        NamedPerson by;
        if (const auto trouble =
                findOne(context, *all, values["resident"].as<std::string>(), true, resident)) {
            return trouble;
        }
        if (const auto trouble = findOne(context, *all, values["by"].as<std::string>(), false, by)) {
            return trouble;
        }
        for (const domain::StreamInfo &info : office.home().streams) {
            if (info.about == resident.person.id && !info.erased && (on || info.hold)) {
                const auto hold = on ? std::optional(domain::Hold{values["why"].as<std::string>(),
                                                                  by.person.id, context.clockMs()})
                                     : std::nullopt;
                office.write(home, domain::writeHold(info.id, hold, **fold));
            }
        }
        return std::nullopt;
    });
    if (exit) {
        return *exit;
    }
    if (context.json) {
        const boost::json::object answer{{"person", toHex(resident.person.id.view())}, {"hold", on}};
        context.out << boost::json::serialize(answer) << std::endl;
    } else {
        context.out << context.say(on ? Text::HoldSet : Text::HoldLifted, {calledName(resident)})
                    << std::endl;
    }
    return kExitOk;
}

int set(Context &context, const Values &values)
{
    return change(context, values, true);
}

int lift(Context &context, const Values &values)
{
    return change(context, values, false);
}

} // namespace

const Command kHoldSet{"hold set", "BEBOER --why GRUND --by PERSON --data DIR", Text::AboutHoldSet,
                       declareSet, set};
const Command kHoldLift{"hold lift", "BEBOER --by PERSON --data DIR", Text::AboutHoldLift, declareLift, lift};

} // namespace trivsel::server
