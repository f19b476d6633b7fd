#include "sync-server/commands/staff_people.h"

#include "proto/domain/access.h"

namespace trivsel::server {
namespace {

bool isStaffRole(domain::Role role)
{
    return role != domain::Role::ROLE_RESIDENT && role != domain::Role::ROLE_SERVER &&
           !domain::nameOf(role).empty();
}

std::vector<NamedPerson> here(std::vector<NamedPerson> some)
{
    std::erase_if(some, [](const NamedPerson &one) { return !one.person.active; });
    return some;
}

} // namespace

std::optional<domain::Role> staffRole(std::string_view name)
{
    const auto role = domain::roleNamed(name);
    return role && isStaffRole(*role) ? role : std::nullopt;
}

std::string staffRoleNames()
{
    std::string out;
    for (int role = 0; role < wire::v1::Role_ARRAYSIZE; ++role) {
        if (isStaffRole(static_cast<domain::Role>(role))) {
            out += (out.empty() ? "" : ", ") + std::string(domain::nameOf(static_cast<domain::Role>(role)));
        }
    }
    return out;
}

std::optional<int> findStaff(const Context &context, HomeStore &store, const std::string &who,
                             domain::Person &found)
{
    const auto all = people(store);
    if (!all) {
        return context.failed(all.error());
    }
    const auto some = here(matching(*all, who, false));
    if (some.size() != 1) {
        return context.failed(some.empty() ? Text::NoSuchPerson : Text::SeveralPersons, {who});
    }
    found = some.front().person;
    return std::nullopt;
}

std::optional<int> refuseSecond(const Context &context, HomeStore &store, const std::string &name,
                                bool residents)
{
    const auto all = people(store);
    if (!all) {
        return context.failed(all.error());
    }
    const auto some = name.empty() ? std::vector<NamedPerson>{} : here(matching(*all, name, residents));
    if (some.empty()) {
        return std::nullopt;
    }
    return context.failed(Text::PersonTaken, {name, toHex(some.front().person.id.view())});
}

void declarePerson(po::options_description &options, po::positional_options_description &places, Lang lang)
{
    options.add_options()("name", po::value<std::string>()->value_name("NAVN"),
                          say(lang, Text::OptionPerson).c_str());
    places.add("name", 1);
}

std::string spacedCode(const std::string &code)
{
    return code.substr(0, code.size() / 2) + " " + code.substr(code.size() / 2);
}

} // namespace trivsel::server
