#include "sync-server/commands/staff_people.h"

#include "proto/domain/access.h"
#include "sync-server/commands/plain_name.h"
#include "sync-server/commands/words.h"

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
    for (int number = 0; number < wire::v1::Role_ARRAYSIZE; ++number) {
        const auto role = static_cast<domain::Role>(number);
        if (isStaffRole(role) && means(name, textOf(role), domain::nameOf(role))) {
            return role;
        }
    }
    return std::nullopt;
}

std::string staffRoleNames(Lang lang)
{
    std::string out;
    for (int number = 0; number < wire::v1::Role_ARRAYSIZE; ++number) {
        const auto role = static_cast<domain::Role>(number);
        if (isStaffRole(role)) {
            out += (out.empty() ? "" : ", ") + say(lang, textOf(role));
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

std::string objectionToName(const Context &context, const std::vector<NamedPerson> &all,
                            const std::string &name, bool residents)
{
    const std::string plain = plainName(name);
    for (const NamedPerson &one : all) {
        const bool resident = one.person.role == domain::Role::ROLE_RESIDENT;
        if (one.person.active && resident == residents && !plain.empty() && plainName(one.name) == plain) {
            return context.say(Text::PersonTaken, {one.name, toHex(one.person.id.view())});
        }
    }
    return {};
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
