#include "sync-server/commands/write_home.h"

#include <array>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <ostream>

namespace trivsel::server {
namespace {

struct NamedRole
{
    std::string_view name;
    domain::Role role;
};
constexpr std::array kRoles = {
    NamedRole{"staff", domain::Role::ROLE_STAFF},
    NamedRole{"peer", domain::Role::ROLE_PEER},
    NamedRole{"coordinator", domain::Role::ROLE_COORDINATOR},
    NamedRole{"medicine", domain::Role::ROLE_MEDICINE},
    NamedRole{"night", domain::Role::ROLE_NIGHT},
    NamedRole{"temp", domain::Role::ROLE_TEMP},
    NamedRole{"leader", domain::Role::ROLE_LEADER},
};

std::string roleNames()
{
    std::string out;
    for (const NamedRole &one : kRoles) {
        out += (out.empty() ? "" : ", ") + std::string(one.name);
    }
    return out;
}

void declare(po::options_description &options, po::positional_options_description & /*places*/, Lang lang)
{
    const std::string roles = say(lang, Text::OptionRole) + ": " + roleNames();
    options.add_options()("name", po::value<std::string>()->value_name("NAVN"),
                          say(lang, Text::OptionName).c_str())(
        "role", po::value<std::string>()->default_value("staff")->value_name("ROLLE"), roles.c_str());
}

std::optional<int> read(const Context &context, const Values &values, domain::Person &person)
{
    if (values.count("name") == 0) {
        return context.usage(Text::MissingOption, {"--name"});
    }
    person.name = values["name"].as<std::string>();
    if (!isName(person.name)) {
        return context.usage(Text::BadName, {"--name"});
    }
    for (const NamedRole &one : kRoles) {
        if (one.name == values["role"].as<std::string>()) {
            person.role = one.role;
            return std::nullopt;
        }
    }
    return context.usage(Text::BadRole, {roleNames()});
}

int run(Context &context, const Values &values)
{
    domain::Person person;
    if (const auto exit = read(context, values, person)) {
        return *exit;
    }
    person.id = randomBytes<PersonId>(context.random);
    std::string streamHex;
    const auto exit = writeHome(context, [&](HomeStore &store, Office &office) -> std::optional<int> {
        const auto home = office.now(store.server().homeStream);
        const auto stream = home ? office.makeStream(StreamKind::Staff, person.id)
                                 : Result<StreamId>(tl::unexpected(home.error()));
        if (!stream) {
            return context.failed(stream.error());
        }
        office.write(store.server().homeStream, domain::writePerson(person, **home));
        streamHex = toHex(viewOf(stream->str()));
        return std::nullopt;
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
    }
    return kExitOk;
}

} // namespace

const Command kStaffAdd{"staff add", "--name NAVN [--role ROLLE] --data DIR", Text::AboutStaffAdd, declare,
                        run};

} // namespace trivsel::server
