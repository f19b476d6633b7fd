#include "proto/domain/access.h"
#include "sync-server/commands/plain_name.h"
#include "sync-server/commands/staff_people.h"
#include "sync-server/commands/words.h"
#include "sync-server/open_home.h"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <ostream>

namespace trivsel::server {
namespace {

void print(const Context &context, const std::vector<domain::Person> &staff)
{
    if (context.json) {
        boost::json::array list;
        for (const domain::Person &person : staff) {
            list.push_back(boost::json::object{{"id", toHex(person.id.view())},
                                               {"name", person.name},
                                               {"role", domain::nameOf(person.role)},
                                               {"code", !person.code.empty()}});
        }
        context.out << boost::json::serialize(list) << std::endl;
        return;
    }
    if (staff.empty()) {
        context.out << context.say(Text::StaffNone) << '\n';
    }
    for (const domain::Person &person : staff) {
        const Text code = !domain::hasCode(person.role) ? Text::StaffNeverCode
                          : person.code.empty()         ? Text::StaffNoCode
                                                        : Text::StaffHasCode;
        context.out << context.say(Text::StaffLine, {person.name, context.say(textOf(person.role)),
                                                     context.say(code), toHex(person.id.view())})
                    << '\n';
    }
    context.out << std::flush;
}

int run(Context &context, const Values & /*values*/)
{
    auto store = openHome(context.paths, context.random);
    if (!store) {
        return context.failed(store.error().error, store.error().subject);
    }
    std::vector<domain::Person> staff = (*store)->model().people;
    std::erase_if(staff, [](const domain::Person &person) {
        return !person.active || person.role == domain::Role::ROLE_RESIDENT;
    });
    std::sort(staff.begin(), staff.end(), [](const domain::Person &a, const domain::Person &b) {
        return plainName(a.name) == plainName(b.name) ? a.id < b.id : comesBefore(a.name, b.name);
    });
    print(context, staff);
    return kExitOk;
}

} // namespace

const Command kStaffList{"staff list", "--data DIR [--json]", Text::AboutStaffList, declareNothing, run};

} // namespace trivsel::server
