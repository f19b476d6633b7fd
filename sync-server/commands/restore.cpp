#include "sync-server/restore.h"

#include "sync-server/commands/local_time.h"
#include "sync-server/commands/places.h"
#include "sync-server/commands/secrets.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <ostream>

namespace trivsel::server {
namespace {

namespace json = boost::json;

void declare(po::options_description &options, po::positional_options_description & /*places*/, Lang lang)
{
    const auto text = [](const char *name) { return po::value<std::string>()->value_name(name); };
    options.add_options()("from", text("DIR"), say(lang, Text::OptionBackupFrom).c_str())(
        "old-key", text("FILE"),
        say(lang, Text::OptionOldKey).c_str())("series", text("ID"), say(lang, Text::OptionSeries).c_str())(
        "erased", text("FILE"),
        say(lang, Text::OptionErased).c_str())("accept-broken", say(lang, Text::OptionAcceptBroken).c_str());
    declareWords(options, lang);
}

void printSeries(const Context &context, const std::vector<SeriesFacts> &series)
{
    context.out << context.say(Text::RestoreOtherSeries, {std::to_string(series.size())}) << '\n';
    for (const SeriesFacts &one : series) {
        if (!one.opened) {
            context.out << context.say(Text::RestoreSeriesClosed, {one.id}) << '\n';
            continue;
        }
        context.out << context.say(Text::RestoreSeriesLine,
                                   {one.id, one.home.empty() ? std::string("–") : one.home,
                                    localTime(one.firstMs, context.lang), localTime(one.lastMs, context.lang),
                                    std::to_string(one.changes),
                                    context.say(one.whole ? Text::SeriesWhole : Text::SeriesBroken)})
                    << '\n';
    }
    context.out << std::flush;
}

int refused(const Context &context, const RestoreFailure &failure, const std::string &series)
{
    const std::string &subject = failure.trouble.subject;
    switch (failure.why) {
    case RestoreRefusal::NotEmpty:
        return context.failed(Text::DirNotEmpty, {subject});
    case RestoreRefusal::NoBackup:
        return context.failed(Text::BackupNone, {subject});
    case RestoreRefusal::WrongSecret:
        return context.failed(Text::BackupWrongSecret, {subject});
    case RestoreRefusal::BrokenSeries:
        return context.failed(Text::RestoreBroken, {subject});
    case RestoreRefusal::NoKeys:
        return context.failed(Text::RestoreNoKeys, {subject});
    case RestoreRefusal::NoSeries:
        return context.failed(Text::NoSuchSeries, {series, subject});
    case RestoreRefusal::ClosedSeries:
        return context.failed(Text::SeriesWrongSecret, {subject});
    case RestoreRefusal::WhichSeries:
        if (!context.json) {
            printSeries(context, failure.series);
        }
        return context.failed(Text::RestoreWhichSeries, {subject});
    case RestoreRefusal::NoneHoldsAll:
        if (!context.json) {
            printSeries(context, failure.series);
        }
        return context.failed(Text::RestoreNoneHoldsAll, {subject});
    case RestoreRefusal::Failed:
        break;
    }
    const bool missing = failure.trouble.error.code() == Errc::StoreMissing;
    return missing ? context.failed(Text::BackupNoFolder, {subject})
                   : context.failed(failure.trouble.error, subject);
}

void print(const Context &context, const RestoreReport &report, const RestoreWish &wish)
{
    if (context.json) {
        json::array unread;
        for (const std::string &file : report.unread) {
            unread.push_back(json::string(file));
        }
        json::array disagreeing;
        for (const std::string &file : report.keysThatDisagree) {
            disagreeing.push_back(json::string(file));
        }
        context.out << json::serialize(json::object{{"name", report.home},
                                                    {"changes", report.changes},
                                                    {"upto_seq", report.uptoSeq},
                                                    {"made_ms", report.madeMs},
                                                    {"keys", report.keys},
                                                    {"held", report.held},
                                                    {"erasures", report.erasures},
                                                    {"home_lost", report.homeLost},
                                                    {"series", report.taken},
                                                    {"all_series", report.series.size()},
                                                    {"streams_without_key", report.streamsWithoutKey},
                                                    {"unread", unread},
                                                    {"keys_disagree", disagreeing}})
                    << std::endl;
        return;
    }
    const std::string name = report.home.empty() ? context.paths.dir.string() : report.home;
    context.out << context.say(Text::RestoreDone,
                               {name, std::to_string(report.changes), localTime(report.madeMs, context.lang),
                                std::to_string(report.keys)})
                << '\n';
    if (report.erasures > 0) {
        context.out << context.say(Text::RestoreErasures, {std::to_string(report.erasures)}) << '\n';
    }
    if (report.held > 0) {
        context.out << context.say(Text::StatusHeld, {std::to_string(report.held)}) << '\n';
    }
    if (report.streamsWithoutKey > 0) {
        context.out << context.say(Text::StreamsWithoutKey, {std::to_string(report.streamsWithoutKey)})
                    << '\n';
    }
    for (const std::string &file : report.unread) {
        context.out << context.say(Text::RestoreUnread, {file}) << '\n';
    }
    for (const std::string &file : report.keysThatDisagree) {
        context.out << context.say(Text::KeysDisagree, {file}) << '\n';
    }
    if (report.series.size() > 1) {
        printSeries(context, report.series);
        context.out << context.say(!wish.series.empty() ? Text::RestoreTakenAsSaid : Text::RestoreTaken,
                                   {report.taken})
                    << '\n';
    }
    if (report.otherHome) {
        context.out << context.say(Text::BackupOtherHomeToo, {wish.from.string()}) << '\n';
    }
    if (!report.homeLost) {
        context.out << context.say(Text::RestoreNext) << '\n';
    }
    if (context.config.backupTo.empty()) { // sync.conf is in no backup
        context.out << context.say(Text::HourlyMissing, {context.paths.config().string()}) << '\n';
    }
    context.out << std::flush;
}

int run(Context &context, const Values &values)
{
    if (values.count("from") == 0) {
        return context.usage(Text::MissingOption, {"--from"});
    }
    if ((values.count("old-key") == 0) == (values.count("words") == 0)) {
        return context.usage(Text::RestoreNeedsSecret);
    }
    if (const auto exit = refuseFile(context, values["from"].as<std::string>())) {
        return *exit;
    }
    RestoreWish wish;
    wish.from = values["from"].as<std::string>();
    wish.to = context.paths;
    wish.random = context.random;
    wish.nowMs = context.clockMs();
    if (values.count("erased") != 0) {
        wish.erased = values["erased"].as<std::string>();
    }
    wish.series = values.count("series") != 0 ? values["series"].as<std::string>() : std::string();
    wish.acceptBroken = values.count("accept-broken") != 0;
    if (values.count("words") != 0) {
        const auto words = readWords(context, values["words"].as<std::string>());
        if (const int *exit = std::get_if<int>(&words)) {
            return *exit;
        }
        wish.secret = std::get<seal::RecoverySeed>(words);
    } else {
        const auto file = values["old-key"].as<std::string>();
        const auto key = readWrapKey(file);
        if (!key) {
            return context.failed(key.error(), file);
        }
        wish.secret = *key;
    }
    const auto report = restoreHome(wish);
    if (!report) {
        return refused(context, report.error(), wish.series);
    }
    print(context, *report, wish);
    return report->homeLost ? context.failed(Text::RestoreNoHome, {context.paths.dir.string()}) : kExitOk;
}

} // namespace

const Command kRestore{"restore",
                       "--from DIR --data NYMAPPE (--old-key FILE | --words FILE) [--series ID] [--erased "
                       "FILE] [--accept-broken]",
                       Text::AboutRestore, declare, run};

} // namespace trivsel::server
