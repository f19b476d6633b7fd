#include "sync-server/own_streams.h"

#include "sync-server/audit_rows.h"
#include "sync-server/commands/find_person.h"
#include "sync-server/commands/secrets.h"
#include "sync-server/commands/server_process.h"
#include "sync-server/commands/write_home.h"
#include "sync-server/escrow.h"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <ostream>

// A resident had forgotten their pictures: with the recovery words they get what they saved before back, and
// nobody else.
namespace trivsel::server {
namespace {

void declare(po::options_description &options, po::positional_options_description &places, Lang lang)
{
    options.add_options()("resident", po::value<std::string>()->value_name("BEBOER"),
                          say(lang, Text::OptionResident).c_str());
    declareWords(options, lang);
    places.add("resident", 1);
}

int run(Context &context, const Values &values)
{
    for (const char *needed : {"resident", "words"}) {
        if (values.count(needed) == 0) {
            return context.usage(Text::MissingOption,
                                 {std::string_view(needed) == "resident" ? "BEBOER" : "--words"});
        }
    }
    prepareServerProcess(); // no core file: keys are in memory for a moment
    const auto words = readWords(context, values["words"].as<std::string>());
    if (const int *exit = std::get_if<int>(&words)) {
        return *exit;
    }
    const auto &seed = std::get<seal::RecoverySeed>(words);
    NamedPerson resident;
    bool whole = true;
    const auto exit = writeHome(context, [&](HomeStore &store, Office &office) -> std::optional<int> {
        if (deriveKeys(seed).home != store.server().home) {
            return context.failed(Text::OwnWordsOther);
        }
        const auto all = people(store);
        if (!all) {
            return context.failed(all.error());
        }
        if (const auto trouble =
                findOne(context, *all, values["resident"].as<std::string>(), true, resident)) {
            return trouble;
        }
        const auto given = giveOwnBack(store, office, resident.person.id, recoverySecret(seed));
        if (!given) {
            return context.failed(given.error());
        }
        whole = *given != OwnGivenBack::NotAll;
        if (whole && *given != OwnGivenBack::Done) {
            return context.failed(*given == OwnGivenBack::NotSet ? Text::OwnNotSet : Text::OwnNothing,
                                  {calledName(resident)});
        }
        noteAccess(store, office, resident.person.id, {context.random, context.clockMs()});
        return std::nullopt;
    });
    if (exit) {
        return *exit;
    }
    if (!whole) {
        return context.failed(Text::OwnNotAll, {calledName(resident)});
    }
    if (context.json) {
        const boost::json::object answer{{"person", toHex(resident.person.id.view())}};
        context.out << boost::json::serialize(answer) << std::endl;
    } else {
        context.out << context.say(Text::OwnReturned, {calledName(resident)}) << std::endl;
    }
    return kExitOk;
}

} // namespace

const Command kOwnReturn{"own return", "BEBOER --words FILE|- --data DIR", Text::AboutOwnReturn, declare,
                         run};

} // namespace trivsel::server
