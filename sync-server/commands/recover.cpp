#include "proto/journal/files.h"
#include "sync-server/commands/numbers.h"
#include "sync-server/commands/secrets.h"
#include "sync-server/commands/server_process.h"
#include "sync-server/commands/words.h"
#include "sync-server/erase_home.h"
#include "sync-server/escrow.h"
#include "sync-server/open_home.h"
#include "sync-server/quarantine.h"
#include "sync-server/recovery.h"
#include "sync-server/service.h"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <ostream>

namespace trivsel::server {
namespace {

namespace json = boost::json;

constexpr int kTabletsMax = 1000;

void declare(po::options_description &options, po::positional_options_description & /*places*/, Lang lang)
{
    options.add_options()("listen", po::value<std::string>()->value_name("HOST:PORT"),
                          say(lang, Text::OptionListen).c_str())(
        "erased", po::value<std::string>()->value_name("FILE"), say(lang, Text::OptionErased).c_str())(
        "log", po::value<std::string>()->value_name("FILE"), say(lang, Text::OptionLog).c_str())(
        "tablets", po::value<std::string>()->value_name("ANTAL"), say(lang, Text::OptionTablets).c_str());
    declareWords(options, lang);
}

using Opened = tl::expected<std::unique_ptr<HomeStore>, Trouble>;

/** A new home from the words; or the one that an earlier run began with the same words. */
Opened open(const Context &context, const seal::RecoverySeed &seed)
{
    std::error_code ignored;
    const auto &dir = context.paths.dir;
    const bool empty = !std::filesystem::exists(dir, ignored) || std::filesystem::is_empty(dir, ignored);
    if (!empty) {
        auto known = openHome(context.paths, context.random);
        const bool same = known && (*known)->server().home == deriveKeys(seed).home;
        return same ? std::move(known) : tl::unexpected(Trouble{Error(Errc::StoreExists), dir.string()});
    }
    HomeParts parts{deriveKeys(seed), randomBytes<seal::WrapKey>(context.random), {}, {}};
    parts.keys.push_back({parts.server.homeStream, 1, deriveHomeKey(seed)});
    return rebuildHome(context.paths, parts, context.random);
}

json::object toJson(const RecoveryReport &report)
{
    json::array streams;
    for (const RecoveredStream &one : report.streams) {
        streams.push_back(json::object{{"stream", toHex(viewOf(one.stream.str()))},
                                       {"kind", trivsel::nameOf(one.stream.kind)},
                                       {"changes", one.changes},
                                       {"key", one.key},
                                       {"missing", one.missing},
                                       {"doubtful", one.doubtful},
                                       {"gone", one.gone}});
    }
    const auto names = [](const std::vector<std::string> &from) {
        json::array out;
        for (const std::string &name : from) {
            out.push_back(json::string(name));
        }
        return out;
    };
    return {{"home", report.home},
            {"changes", report.changes},
            {"keys", report.keys},
            {"complete", report.complete()},
            {"streams", streams},
            {"tablets", names(report.tabletsHere)},
            {"tablets_missing", names(report.tabletsMissing)},
            {"words_complete", report.wordsComplete()},
            {"looks_missing", report.looksMissing()},
            {"held", report.held},
            {"held_closed", report.heldClosed},
            {"proofs_dropped", report.proofsDropped}};
}

std::string inOneLine(const std::vector<std::string> &names)
{
    std::string out;
    for (const std::string &name : names) {
        out += (out.empty() ? "" : ", ") + name;
    }
    return out;
}

void printStreams(const Context &context, const RecoveryReport &report)
{
    for (const RecoveredStream &one : report.streams) {
        if (one.stream.kind == StreamKind::Audit && report.wordsComplete()) {
            continue; // said in one sentence, with what it means
        }
        const std::string name = sectionName(context.lang, one.stream.kind, one.about);
        if (!one.key) {
            context.out << context.say(Text::RecoverNoKey, {name, std::to_string(one.changes)}) << '\n';
        }
        if (one.missing > 0) {
            context.out << context.say(Text::RecoverMissing, {name, std::to_string(one.missing)}) << '\n';
        }
        if (one.doubtful) {
            context.out << context.say(Text::RecoverDoubtful, {name}) << '\n';
        }
        if (one.gone > 0) {
            context.out << context.say(Text::RecoverGone, {name, std::to_string(one.gone)}) << '\n';
        }
    }
}

/** Whose page was looked at in the lines that are missing: " (Sofie, huset)". */
std::string looksAbout(const Context &context, const RecoveryReport &report)
{
    std::vector<std::string> names;
    for (const RecoveredStream &one : report.streams) {
        if (one.stream.kind == StreamKind::Audit && one.missing + one.gone > 0) {
            names.push_back(one.about.empty() ? context.say(Text::AuditHouse) : one.about);
        }
    }
    return names.empty() ? std::string() : " (" + inOneLine(names) + ")";
}

/** What it comes to, and what to do now: never what leads back here. */
std::string conclusion(const Context &context, const RecoveryReport &report)
{
    const bool away = !report.tabletsMissing.empty();
    const std::string names = inOneLine(report.tabletsMissing);
    if (!report.wordsComplete()) {
        return context.say(away ? Text::RecoverIncomplete : Text::RecoverIncompleteAll);
    }
    if (const std::uint64_t looks = report.looksMissing(); looks > 0) {
        return context.say(away ? Text::RecoverLooksSoFar : Text::RecoverOnlyLooks,
                           {std::to_string(looks), looksAbout(context, report), names});
    }
    return context.say(away ? Text::RecoverTabletsOnly : Text::RecoverComplete, {names});
}

void print(const Context &context, const RecoveryReport &report)
{
    if (context.json) {
        context.out << json::serialize(toJson(report)) << std::endl;
        return;
    }
    context.out << context.say(Text::RecoverDone,
                               {report.home.empty() ? context.paths.dir.string() : report.home,
                                std::to_string(report.changes), std::to_string(report.keys),
                                std::to_string(report.tabletsHere.size())})
                << '\n';
    printStreams(context, report);
    if (!report.wordsComplete()) {
        for (const std::string &name : report.tabletsMissing) {
            context.out << context.say(Text::RecoverTabletMissing, {name}) << '\n';
        }
    }
    if (report.proofsDropped > 0) {
        context.out << context.say(Text::RecoverProofs, {std::to_string(report.proofsDropped)}) << '\n';
    }
    context.out << conclusion(context, report) << '\n';
    if (report.held > 0) {
        context.out << context.say(Text::RecoverHeld, {std::to_string(report.held)}) << '\n';
    }
    if (report.heldClosed > 0) {
        context.out << context.say(Text::RecoverHeldClosed, {std::to_string(report.heldClosed)}) << '\n';
    }
    if (context.config.backupTo.empty()) {
        context.out << context.say(Text::HourlyMissing, {context.paths.config().string()}) << '\n';
    }
    context.out << std::flush;
}

/** The orders of the home that was: from here on they hold in this one. */
Status takeErasures(const Context &context, HomeStore &store, const std::string &file)
{
    const auto wanted = readErased(file);
    auto known = readErased(context.paths.erased());
    if (!wanted || !known) {
        return tl::unexpected(wanted ? known.error() : wanted.error());
    }
    for (const ErasureOrder &order : *wanted) {
        if (std::none_of(known->begin(), known->end(),
                         [&order](const ErasureOrder &one) { return one.what.order == order.what.order; })) {
            TRIVSEL_TRY(appendErased(context.paths.erased(), order));
            known->push_back(order);
        }
    }
    store.setErasedByFile(streamsOf(*known));
    return {};
}

int finish(Context &context, HomeStore &store)
{
    const Status keys = store.readEscrow();
    const auto opened = keys ? admitOpened(store) : Result<std::size_t>(tl::unexpected(keys.error()));
    if (!opened) {
        return context.failed(opened.error());
    }
    // Before anything is served from here: what tablets brought back of an erased stream goes again.
    const auto erased = finishErasures(store, context.paths, {context.random, context.clockMs()});
    if (!erased) {
        return context.failed(erased.error());
    }
    // The next command may take somebody out of a team before the server has run.
    if (const Status noted = store.keyHolders().noteAll(store); !noted) {
        return context.failed(noted.error());
    }
    const auto dropped = checkProofs(store);
    auto report = dropped ? readRecovery(store) : Result<RecoveryReport>(tl::unexpected(dropped.error()));
    if (!report) {
        return context.failed(report.error());
    }
    report->proofsDropped = *dropped;
    print(context, *report);
    return kExitOk;
}

int recover(Context &context, HomeStore &store, const Endpoint &listen, unsigned tablets)
{
    Service::Settings settings{listen, {}, context.clockMs, std::nullopt, {}};
    if (tablets > 0) {
        settings.enough = [&store, tablets] {
            const auto done = tabletsDone(store);
            return done && done->size() >= tablets;
        };
    }
    Service service(store, settings);
    if (const Status opened = service.open(); !opened) {
        const bool address =
            opened.error().code() == Errc::AddressInUse || opened.error().code() == Errc::Unreachable;
        return context.failed(opened.error(), address ? listen.str() : context.paths.dir.string());
    }
    std::ostream &told = context.json ? context.err : context.out; // JSON stands alone on standard output
    told << context.say(Text::Listening, {Endpoint{listen.host, service.port()}.str()}) << '\n'
         << context.say(Text::RecoverWaiting) << std::endl;
    if (const Status ran = service.run(); !ran) {
        context.err << context.say(Text::SaveStopped) << '\n';
        return context.failed(ran.error());
    }
    return finish(context, store);
}

int run(Context &context, const Values &values)
{
    for (const char *needed : {"listen", "words"}) {
        if (values.count(needed) == 0) {
            return context.usage(Text::MissingOption, {"--" + std::string(needed)});
        }
    }
    const auto listen = parseEndpoint(values["listen"].as<std::string>(), true);
    if (!listen) {
        return context.usage(Text::AddressBad, {values["listen"].as<std::string>()});
    }
    int tablets = 0;
    if (values.count("tablets") != 0) {
        if (const auto exit = readNumber(context, values, "tablets", 0, kTabletsMax, tablets)) {
            return *exit;
        }
    }
    prepareServerProcess();
    // Whoever runs this reads along: a log in English only where one is asked for.
    if (values.count("log") == 0) {
        noLog();
    } else if (const auto log = values["log"].as<std::string>(); !startLog(log)) {
        return context.failed(Error(Errc::StoreReadOnly), log);
    }
    const auto words = readWords(context, values["words"].as<std::string>());
    if (const int *exit = std::get_if<int>(&words)) {
        return *exit;
    }
    const auto &seed = std::get<seal::RecoverySeed>(words);
    auto store = open(context, seed);
    if (!store) {
        const bool exists = store.error().error.code() == Errc::StoreExists;
        return exists ? context.failed(Text::DirNotEmpty, {store.error().subject})
                      : context.failed(store.error().error, store.error().subject);
    }
    const auto lock = journal::DirLock::take(context.paths.dir);
    if (!lock) {
        const bool running = lock.error().code() == Errc::StoreBusy;
        return running ? context.failed(Text::ServerRunning, {context.paths.dir.string()})
                       : context.failed(lock.error());
    }
    if (values.count("erased") != 0) {
        if (const Status taken = takeErasures(context, **store, values["erased"].as<std::string>()); !taken) {
            return context.failed(taken.error(), values["erased"].as<std::string>());
        }
    }
    if (const Status begun = (*store)->beginRecovery(recoverySecret(seed)); !begun) {
        return context.failed(begun.error());
    }
    return recover(context, **store, *listen, static_cast<unsigned>(tablets));
}

} // namespace

const Command kRecover{"recover",
                       "--words FILE|- --data NYMAPPE --listen HOST:PORT [--tablets ANTAL] [--erased FILE] "
                       "[--log FILE] [--json]",
                       Text::AboutRecover, declare, run};

} // namespace trivsel::server
