#include "sync-server/people.h"

namespace trivsel::server {

Result<std::vector<NamedPerson>> people(HomeStore &store)
{
    std::vector<NamedPerson> out;
    for (const domain::Person &person : store.model().people) {
        NamedPerson named{person, person.name};
        const auto stream = store.model().streamOf(person.id, StreamKind::Profile);
        if (stream) {
            const auto fold = store.folds().upToDate(*stream);
            if (!fold) {
                return tl::unexpected(fold.error());
            }
            named.name = domain::readProfile(person.id, **fold).name;
        }
        out.push_back(std::move(named));
    }
    return out;
}

std::vector<NamedPerson> matching(const std::vector<NamedPerson> &all, std::string_view idOrName,
                                  bool residents)
{
    std::vector<NamedPerson> out;
    for (const NamedPerson &one : all) {
        const bool resident = one.person.role == domain::Role::ROLE_RESIDENT;
        if (resident == residents && (one.name == idOrName || toHex(one.person.id.view()) == idOrName)) {
            out.push_back(one);
        }
    }
    return out;
}

} // namespace trivsel::server
