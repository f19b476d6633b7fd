#include "proto/domain/shift_code.h"
#include "proto/seal/passcode.h"
#include "sync-server/audit_rows.h"
#include "sync-server/commands/local_time.h"
#include "sync-server/commands/numbers.h"
#include "sync-server/commands/staff_people.h"
#include "sync-server/commands/write_home.h"

#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <ostream>

namespace trivsel::server {
namespace {

constexpr std::int64_t kHourMs = 60LL * 60 * 1000;

void declare(po::options_description &options, po::positional_options_description & /*places*/, Lang lang)
{
    options.add_options()(
        "hours",
        po::value<std::string>()->default_value(std::to_string(domain::kShiftHours))->value_name("1-24"),
        say(lang, Text::OptionHours).c_str());
}

int run(Context &context, const Values &values)
{
    int hours = 0;
    if (const auto exit =
            readNumber(context, values, "hours", domain::kShiftHoursMin, domain::kShiftHoursMax, hours)) {
        return *exit;
    }
    const std::string digits = seal::drawPasscode(context.random);
    const auto verifier = seal::makeVerifier(digits, {}, seal::systemPasscodeKdf(), context.random);
    if (!verifier) {
        return context.failed(verifier.error());
    }
    domain::ShiftCode code;
    code.id = randomBytes<EntityId>(context.random);
    code.verifier = verifier->str();
    code.fromMs = context.clockMs();
    code.untilMs = code.fromMs + hours * kHourMs;
    const auto exit = writeHome(context, [&](HomeStore &store, Office &office) -> std::optional<int> {
        const auto home = office.now(store.server().homeStream);
        if (!home) {
            return context.failed(home.error());
        }
        office.write(store.server().homeStream, domain::writeShiftCode(code, **home));
        noteAccess(store, office, std::nullopt, {context.random, context.clockMs()});
        return std::nullopt;
    });
    if (exit) {
        return *exit;
    }
    if (context.json) {
        const boost::json::value answer{{"code", digits}, {"until_ms", code.untilMs}};
        context.out << boost::json::serialize(answer) << std::endl;
    } else {
        context.out << context.say(Text::ShiftCodeMade,
                                   {spacedCode(digits), localTime(code.untilMs, context.lang)})
                    << std::endl;
    }
    return kExitOk;
}

} // namespace

const Command kShiftCodeNew{"shift-code new", "[--hours 12] --data DIR", Text::AboutShiftCodeNew, declare,
                            run};

} // namespace trivsel::server
