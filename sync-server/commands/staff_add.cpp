#include "proto/domain/access.h"
#include "sync-server/commands/confirm.h"
#include "sync-server/commands/staff_people.h"
#include "sync-server/commands/write_home.h"

#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <ostream>

namespace trivsel::server {
namespace {

void declare(po::options_description &options, po::positional_options_description &places, Lang lang)
{
    const std::string roles = say(lang, Text::OptionRole) + ": " + staffRoleNames(lang);
    options.add_options()("name", po::value<std::string>()->value_name("NAVN"),
                          say(lang, Text::OptionName).c_str())(
        "role",
        po::value<std::string>()->default_value("staff", say(lang, Text::RoleStaff))->value_name("ROLLE"),
        roles.c_str())("anyway", say(lang, Text::OptionAnyway).c_str());
    places.add("name", 1);
}

std::optional<int> read(const Context &context, const Values &values, domain::Person &person)
{
    if (values.count("name") == 0) {
        return context.usage(Text::MissingOption, {"NAVN"});
    }
    person.name = values["name"].as<std::string>();
    if (!isName(person.name)) {
        return context.usage(Text::BadName, {"NAVN"});
    }
    const auto role = staffRole(values["role"].as<std::string>());
    if (!role) {
        return context.usage(Text::BadRole, {staffRoleNames(context.lang)});
    }
    person.role = *role;
    return std::nullopt;
}

std::optional<int> add(const Context &context, HomeStore &store, Office &office, const domain::Person &person,
                       std::string &streamHex, std::string *odd)
{
    const auto all = people(store);
    if (!all) {
        return context.failed(all.error());
    }
    if (odd != nullptr) {
        *odd = objectionToName(context, *all, person.name, false);
        if (!odd->empty()) {
            return kExitFailed;
        }
    }
    const auto home = office.now(store.server().homeStream);
    const auto stream = home ? office.makeStream(StreamKind::Staff, person.id)
                             : Result<StreamId>(tl::unexpected(home.error()));
    if (!stream) {
        return context.failed(stream.error());
    }
    office.write(store.server().homeStream, domain::writePerson(person, **home));
    streamHex = toHex(viewOf(stream->str()));
    return std::nullopt;
}

int run(Context &context, const Values &values)
{
    domain::Person person;
    if (const auto exit = read(context, values, person)) {
        return *exit;
    }
    person.id = randomBytes<PersonId>(context.random);
    std::string streamHex;
    const auto exit =
        writeUnlessOdd(context, values, [&](HomeStore &store, Office &office, std::string *odd) {
            return add(context, store, office, person, streamHex, odd);
        });
    if (exit) {
        return *exit;
    }
    const std::string hex = toHex(person.id.view());
    if (context.json) {
        const boost::json::value answer{{"person", hex},
                                        {"streams", {{nameOf(StreamKind::Staff), streamHex}}}};
        context.out << boost::json::serialize(answer) << std::endl;
    } else {
        context.out << context.say(Text::StaffMade, {person.name, hex}) << std::endl;
        if (domain::hasCode(person.role)) {
            context.out << context.say(Text::StaffNeedsCode, {person.name}) << std::endl;
        }
    }
    return kExitOk;
}

} // namespace

const Command kStaffAdd{"staff add", "NAVN [--role ROLLE] [--anyway] --data DIR", Text::AboutStaffAdd,
                        declare, run};

} // namespace trivsel::server
