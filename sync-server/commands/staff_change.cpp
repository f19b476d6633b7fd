#include "proto/domain/access.h"
#include "sync-server/audit_rows.h"
#include "sync-server/commands/staff_people.h"
#include "sync-server/commands/words.h"
#include "sync-server/commands/write_home.h"

#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <ostream>

namespace trivsel::server {
namespace {

using Change = std::function<void(domain::Person &)>;

std::optional<int> change(Context &context, const Values &values, const Change &what, domain::Person &person)
{
    if (values.count("name") == 0) {
        return context.usage(Text::MissingOption, {"NAVN"});
    }
    return writeHome(context, [&](HomeStore &store, Office &office) -> std::optional<int> {
        if (const auto exit = findStaff(context, store, values["name"].as<std::string>(), person)) {
            return exit;
        }
        const auto home = office.now(store.server().homeStream);
        if (!home) {
            return context.failed(home.error());
        }
        what(person);
        office.write(store.server().homeStream, domain::writePerson(person, **home));
        noteAccess(store, office, std::nullopt, {context.random, context.clockMs()});
        return std::nullopt;
    });
}

int told(Context &context, const domain::Person &person, Text text)
{
    if (context.json) {
        const boost::json::value answer{{"person", toHex(person.id.view())},
                                        {"role", domain::nameOf(person.role)},
                                        {"active", person.active}};
        context.out << boost::json::serialize(answer) << std::endl;
    } else {
        context.out << context.say(text, {person.name, context.say(textOf(person.role))}) << std::endl;
    }
    return kExitOk;
}

int remove(Context &context, const Values &values)
{
    domain::Person person;
    const auto exit = change(
        context, values, [](domain::Person &who) { who.active = false; }, person);
    return exit ? *exit : told(context, person, Text::StaffRemoved);
}

void declareRole(po::options_description &options, po::positional_options_description &places, Lang lang)
{
    const std::string roles = say(lang, Text::OptionRole) + ": " + staffRoleNames(lang);
    declarePerson(options, places, lang);
    options.add_options()("role", po::value<std::string>()->value_name("ROLLE"), roles.c_str());
}

int setRole(Context &context, const Values &values)
{
    if (values.count("role") == 0) {
        return context.usage(Text::MissingOption, {"--role"});
    }
    const auto role = staffRole(values["role"].as<std::string>());
    if (!role) {
        return context.usage(Text::BadRole, {staffRoleNames(context.lang)});
    }
    domain::Person person;
    const auto exit = change(
        context, values, [role](domain::Person &who) { who.role = *role; }, person);
    return exit ? *exit : told(context, person, Text::StaffRoleSet);
}

} // namespace

const Command kStaffRemove{"staff remove", "NAVN --data DIR", Text::AboutStaffRemove, declarePerson, remove};
const Command kStaffRole{"staff role", "NAVN --role ROLLE --data DIR", Text::AboutStaffRole, declareRole,
                         setRole};

} // namespace trivsel::server
