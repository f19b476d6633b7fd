#include "sync-server/commands/command.h"
#include "sync-server/commands/words.h"
#include "sync-server/open_home.h"
#include "sync-server/status.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <ostream>

namespace trivsel::server {
namespace {

namespace json = boost::json;

int run(Context &context, const Values & /*values*/)
{
    auto store = openHome(context.paths, context.random);
    if (!store) {
        return context.failed(store.error().error, store.error().subject);
    }
    const auto states = readState(**store);
    if (!states) {
        return context.failed(states.error());
    }
    json::array streams;
    for (const StreamState &state : *states) {
        const std::string stream = toHex(viewOf(state.stream.str()));
        const std::string setHash = toHex(state.setHash.view());
        const std::string fold = toHex(state.fold.view());
        if (context.json) {
            streams.push_back(json::object{{"stream", stream},
                                           {"kind", nameOf(state.stream.kind)},
                                           {"changes", state.changes},
                                           {"set_hash", setHash},
                                           {"fold", fold}});
        } else {
            context.out << context.say(textOf(state.stream.kind)) << ' ' << stream << ' ' << state.changes
                        << ' ' << setHash << ' ' << fold << '\n';
        }
    }
    if (context.json) {
        context.out << json::serialize(json::object{{"streams", streams}});
    }
    context.out << std::endl;
    return kExitOk;
}

} // namespace

const Command kVerifyState{"verify-state", "--data DIR [--json]", Text::AboutVerifyState, declareNothing,
                           run};

} // namespace trivsel::server
