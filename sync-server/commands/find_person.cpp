#include "sync-server/commands/find_person.h"

namespace trivsel::server {

std::optional<int> findOne(const Context &context, const std::vector<NamedPerson> &all,
                           const std::string &who, bool residents, NamedPerson &found)
{
    const auto some = matching(all, who, residents);
    if (some.size() != 1) {
        return context.failed(some.empty() ? Text::NoSuchPerson : Text::SeveralPersons, {who});
    }
    found = some.front();
    return std::nullopt;
}

std::string calledName(const NamedPerson &person)
{
    return person.name.empty() ? toHex(person.person.id.view()) : person.name;
}

} // namespace trivsel::server
