#include "proto/domain/access.h"
#include "proto/seal/passcode.h"
#include "sync-server/audit_rows.h"
#include "sync-server/commands/staff_people.h"
#include "sync-server/commands/words.h"
#include "sync-server/commands/write_home.h"

#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <ostream>

namespace trivsel::server {
namespace {

std::optional<int> give(Context &context, HomeStore &store, Office &office, const std::string &who,
                        const seal::PasscodeVerifier &verifier, domain::Person &person)
{
    if (const auto exit = findStaff(context, store, who, person)) {
        return exit;
    }
    if (!domain::hasCode(person.role)) {
        return context.failed(Text::RoleWithoutCode, {person.name, context.say(textOf(person.role))});
    }
    const auto home = office.now(store.server().homeStream);
    if (!home) {
        return context.failed(home.error());
    }
    person.code = verifier.str();
    office.write(store.server().homeStream, domain::writePerson(person, **home));
    noteAccess(store, office, std::nullopt, {context.random, context.clockMs()});
    return std::nullopt;
}

int run(Context &context, const Values &values)
{
    if (values.count("name") == 0) {
        return context.usage(Text::MissingOption, {"NAVN"});
    }
    const std::string digits = seal::drawPasscode(context.random);
    const auto verifier = seal::makeVerifier(digits, {}, seal::systemPasscodeKdf(), context.random);
    if (!verifier) {
        return context.failed(verifier.error());
    }
    domain::Person person;
    const auto exit = writeHome(context, [&](HomeStore &store, Office &office) {
        return give(context, store, office, values["name"].as<std::string>(), *verifier, person);
    });
    if (exit) {
        return *exit;
    }
    if (context.json) {
        const boost::json::value answer{{"person", toHex(person.id.view())}, {"code", digits}};
        context.out << boost::json::serialize(answer) << std::endl;
    } else {
        context.out << context.say(Text::CodeDrawn, {person.name, spacedCode(digits)}) << std::endl;
    }
    return kExitOk;
}

} // namespace

const Command kStaffCode{"staff code", "NAVN --data DIR", Text::AboutStaffCode, declarePerson, run};

} // namespace trivsel::server
