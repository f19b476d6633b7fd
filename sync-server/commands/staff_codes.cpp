#include "sync-server/code_wishes.h"
#include "sync-server/commands/command.h"
#include "sync-server/commands/server_process.h"
#include "sync-server/open_home.h"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <ostream>

namespace trivsel::server {
namespace {

int run(Context &context, const Values & /*values*/)
{
    prepareServerProcess(); // no core file: codes are in memory for a moment
    auto store = openHome(context.paths, context.random);
    if (!store) {
        return context.failed(store.error().error, store.error().subject);
    }
    const auto settled = settleCodes(**store, {context.random, context.clockMs()}, seal::systemPasscodeKdf());
    if (!settled) {
        return context.failed(settled.error());
    }
    if (settled->tooCostly > 0) { // where the running server's log is, too
        context.err << context.say(Text::CodesTooCostly, {std::to_string(settled->tooCostly)}) << std::endl;
    }
    if (context.json) {
        const boost::json::object answer{{"taken", settled->taken},
                                         {"refused", settled->refused},
                                         {"too_costly", settled->tooCostly},
                                         {"waiting", settled->waiting}};
        context.out << boost::json::serialize(answer) << std::endl;
    } else {
        context.out << context.say(Text::CodesSettled,
                                   {std::to_string(settled->taken), std::to_string(settled->refused),
                                    std::to_string(settled->waiting)})
                    << std::endl;
    }
    return kExitOk;
}

} // namespace

const Command kStaffChosenCodes{"staff codes", "--data DIR [--json]", Text::AboutStaffChosenCodes,
                                declareNothing, run};

} // namespace trivsel::server
