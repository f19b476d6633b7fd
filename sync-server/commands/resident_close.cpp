#include "sync-server/commands/find_person.h"
#include "sync-server/commands/write_home.h"

#include <array>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <ostream>

// A resident has left: their tile goes, their words stay.
namespace trivsel::server {
namespace {

struct NamedReason
{
    std::string_view danish;
    std::string_view plain; // without the letters that a keyboard may lack
    domain::CloseReason reason;
};
constexpr std::array kReasons = {
    NamedReason{"flyttet", "moved", domain::CloseReason::Moved},
    NamedReason{"død", "doed", domain::CloseReason::Died},
    NamedReason{"afsluttet", "ended", domain::CloseReason::Ended},
};

void declare(po::options_description &options, po::positional_options_description &places, Lang lang)
{
    const auto text = [](const char *name) { return po::value<std::string>()->value_name(name); };
    options.add_options()("resident", text("BEBOER"), say(lang, Text::OptionResident).c_str())(
        "reason", text("flyttet|doed|afsluttet"), say(lang, Text::OptionReason).c_str());
    places.add("resident", 1);
}

std::optional<domain::CloseReason> reasonOf(std::string_view word)
{
    for (const NamedReason &one : kReasons) {
        if (word == one.danish || word == one.plain) {
            return one.reason;
        }
    }
    return std::nullopt;
}

int run(Context &context, const Values &values)
{
    for (const char *needed : {"resident", "reason"}) {
        if (values.count(needed) == 0) {
            return context.usage(Text::MissingOption,
                                 {std::string_view(needed) == "resident" ? "BEBOER" : "--reason"});
        }
    }
    const auto reason = reasonOf(values["reason"].as<std::string>());
    if (!reason) {
        return context.usage(Text::BadReason);
    }
    NamedPerson resident;
    const auto exit = writeHome(context, [&](HomeStore &store, Office &office) -> std::optional<int> {
        const auto all = people(store);
        const auto fold = office.now(store.server().homeStream);
        if (!all || !fold) {
            return context.failed(all ? fold.error() : all.error());
        }
        if (const auto trouble =
                findOne(context, *all, values["resident"].as<std::string>(), true, resident)) {
            return trouble;
        }
        if (resident.person.closed) {
            return context.failed(Text::AlreadyClosed, {calledName(resident)});
        }
        domain::Person person = resident.person;
        person.active = false;
        person.closed = domain::Closed{*reason, context.clockMs()};
        office.write(store.server().homeStream, domain::writePerson(person, **fold));
        return std::nullopt;
    });
    if (exit) {
        return *exit;
    }
    if (context.json) {
        const boost::json::object answer{{"person", toHex(resident.person.id.view())},
                                         {"reason", static_cast<int>(*reason)}};
        context.out << boost::json::serialize(answer) << std::endl;
    } else {
        context.out << context.say(Text::ResidentClosed, {calledName(resident)}) << std::endl;
    }
    return kExitOk;
}

} // namespace

const Command kResidentClose{"resident close", "BEBOER --reason flyttet|doed|afsluttet --data DIR",
                             Text::AboutResidentClose, declare, run};

} // namespace trivsel::server
