#include "sync-server/audit_rows.h"
#include "sync-server/commands/find_person.h"
#include "sync-server/commands/write_home.h"

#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <ostream>

namespace trivsel::server {
namespace {

void declare(po::options_description &options, po::positional_options_description &places, Lang lang)
{
    const auto text = [](const char *name) { return po::value<std::string>()->value_name(name); };
    options.add_options()("resident", text("BEBOER"), say(lang, Text::OptionResident).c_str())(
        "chosen", text("NAVN,NAVN"), say(lang, Text::OptionChosen).c_str())(
        "team", text("NAVN,NAVN"), say(lang, Text::OptionTeam).c_str());
    places.add("resident", 1);
}

std::vector<std::string> split(const std::string &list)
{
    std::vector<std::string> out;
    std::size_t from = 0;
    while (from <= list.size()) {
        const std::size_t comma = std::min(list.find(',', from), list.size());
        // "Mette, Leif" is how people write it.
        const std::size_t first = std::min(list.find_first_not_of(' ', from), comma);
        const std::size_t last = list.find_last_not_of(' ', comma - 1);
        if (first < comma) {
            out.push_back(list.substr(first, last - first + 1));
        }
        from = comma + 1;
    }
    return out;
}

std::optional<int> setList(const Context &context, const Values &values, const char *option,
                           const std::vector<NamedPerson> &all, std::vector<PersonId> &list)
{
    if (values.count(option) == 0) {
        return std::nullopt; // stays as it was
    }
    list.clear();
    for (const std::string &who : split(values[option].as<std::string>())) {
        NamedPerson found;
        if (const auto exit = findOne(context, all, who, false, found)) {
            return exit;
        }
        list.push_back(found.person.id);
    }
    return std::nullopt;
}

struct Outcome
{
    NamedPerson resident;
    domain::Profile profile;
};

std::optional<int> set(Context &context, const Values &values, HomeStore &store, Office &office,
                       Outcome &outcome)
{
    const auto all = people(store);
    if (!all) {
        return context.failed(all.error());
    }
    if (const auto exit =
            findOne(context, *all, values["resident"].as<std::string>(), true, outcome.resident)) {
        return exit;
    }
    const PersonId resident = outcome.resident.person.id;
    const auto stream = office.home().streamOf(resident, StreamKind::Profile);
    const auto fold =
        stream ? office.now(*stream) : Result<const merge::Fold *>(fail(Errc::Internal, "no profile"));
    if (!fold) {
        return context.failed(fold.error());
    }
    outcome.profile = domain::readProfile(resident, **fold);
    if (const auto exit = setList(context, values, "chosen", *all, outcome.profile.chosen)) {
        return exit;
    }
    if (const auto exit = setList(context, values, "team", *all, outcome.profile.team)) {
        return exit;
    }
    auto ops = domain::writeProfile(resident, outcome.profile, **fold);
    if (!ops.empty()) {
        noteAccess(store, office, resident, {context.random, context.clockMs()});
    }
    office.write(*stream, std::move(ops));
    return std::nullopt;
}

int run(Context &context, const Values &values)
{
    if (values.count("resident") == 0) {
        return context.usage(Text::MissingOption, {"BEBOER"});
    }
    if (values.count("chosen") == 0 && values.count("team") == 0) {
        return context.usage(Text::MissingOption, {"--chosen / --team"});
    }
    Outcome outcome;
    const auto exit = writeHome(context, [&](HomeStore &store, Office &office) {
        return set(context, values, store, office, outcome);
    });
    if (exit) {
        return *exit;
    }
    const std::size_t chosen = outcome.profile.chosen.size();
    const std::size_t team = outcome.profile.team.size();
    const std::string hex = toHex(outcome.resident.person.id.view());
    if (context.json) {
        const boost::json::value answer{{"person", hex}, {"chosen", chosen}, {"team", team}};
        context.out << boost::json::serialize(answer) << std::endl;
    } else {
        const std::string name = outcome.resident.name.empty() ? hex : outcome.resident.name;
        context.out << context.say(Text::TeamSet, {name, std::to_string(chosen), std::to_string(team)})
                    << std::endl;
    }
    return kExitOk;
}

} // namespace

const Command kTeamSet{"team set", "BEBOER [--chosen NAVN,NAVN] [--team NAVN,NAVN] --data DIR",
                       Text::AboutTeamSet, declare, run};

} // namespace trivsel::server
