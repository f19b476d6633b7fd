#include "sync-server/backup_check.h"
#include "sync-server/backup_record.h"
#include "sync-server/commands/local_time.h"
#include "sync-server/commands/places.h"
#include "sync-server/commands/secrets.h"
#include "sync-server/open_home.h"
#include "sync-server/restore.h"

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <ostream>

namespace trivsel::server {
namespace {

namespace json = boost::json;

void declare(po::options_description &options, po::positional_options_description & /*places*/, Lang lang)
{
    options.add_options()("from", po::value<std::string>()->value_name("DIR"),
                          say(lang, Text::OptionBackupFrom).c_str());
    declareWords(options, lang);
}

std::string faultOf(const CheckedSeries *series, const CheckedFile &file)
{
    const std::string name = file.file.filename().string();
    const bool chain = series != nullptr && std::find(series->wrongChain.begin(), series->wrongChain.end(),
                                                      name) != series->wrongChain.end();
    return file.fault ? nameOf(file.fault->code()) : chain ? "WrongChain" : "";
}

std::string inWords(const Context &context, const std::string &fault)
{
    if (fault.empty()) {
        return context.say(Text::VerifyFine);
    }
    if (fault == "SealBroken" || fault == "KeyMissing") {
        return context.say(Text::VerifyOthersKey);
    }
    if (fault == "StoreTooNew") {
        return context.say(Text::VerifyTooNew);
    }
    return context.say(fault == "WrongChain"     ? Text::VerifyWrongChain
                       : fault == "StoreForeign" ? Text::VerifyForeign
                                                 : Text::VerifyDamaged);
}

std::string madeAt(const Context &context, const CheckedFile &file)
{
    return file.fault ? std::string("-") : localTime(file.header.made_ms(), context.lang);
}

/** Which changes of the log can be had: "1–40, 61–80". */
std::string reachable(const CheckedSeries &series)
{
    std::string out;
    std::uint64_t first = 0;
    std::uint64_t last = 0;
    const auto flush = [&] {
        if (first != 0 && first <= last) {
            out += (out.empty() ? "" : ", ") + std::to_string(first) + "–" + std::to_string(last);
        }
    };
    for (const CheckedFile &segment : series.segments) {
        if (segment.fault || segment.header.upto_seq() == segment.header.from_seq()) {
            continue;
        }
        if (first == 0 || segment.header.from_seq() != last) {
            flush();
            first = segment.header.from_seq() + 1;
        }
        last = segment.header.upto_seq();
    }
    flush();
    return out.empty() ? "–" : out;
}

void printSeries(const Context &context, const CheckedSeries &series)
{
    context.out << context.say(Text::VerifySeries, {series.id}) << '\n';
    for (const CheckedFile &segment : series.segments) {
        const std::string range = segment.fault ? std::string("-")
                                                : std::to_string(segment.header.from_seq() + 1) + "–" +
                                                      std::to_string(segment.header.upto_seq());
        context.out << "  " << segment.file.filename().string() << "  " << range << "  "
                    << madeAt(context, segment) << "  " << inWords(context, faultOf(&series, segment))
                    << '\n';
    }
    for (const SegmentGap &gap : series.missing) {
        std::string names = SegmentName{series.id, gap.first}.str();
        if (gap.first != gap.last) {
            names += " – " + SegmentName{series.id, gap.last}.str();
        }
        context.out << "  " << context.say(Text::VerifyMissing, {names}) << '\n';
    }
    if (!series.whole()) {
        context.out << "  " << context.say(Text::VerifyReachable, {reachable(series)}) << '\n';
    }
}

void print(const Context &context, const CheckedBackup &backup)
{
    for (const CheckedSeries &series : backup.series) {
        printSeries(context, series);
    }
    context.out << context.say(Text::VerifyKeys) << '\n';
    for (const CheckedFile &file : backup.keys) {
        context.out << "  " << file.file.filename().string() << "  " << madeAt(context, file) << "  "
                    << inWords(context, faultOf(nullptr, file)) << '\n';
    }
    for (const CheckedFile *one : backup.keysThatDisagree()) {
        context.out << context.say(Text::KeysDisagree, {one->file.filename().string()}) << '\n';
    }
    if (backup.otherFiles > 0) {
        context.out << context.say(Text::VerifyOtherHome, {std::to_string(backup.otherFiles)}) << '\n';
    }
    if (const std::size_t homes = homesIn(backup).size(); homes > 1) {
        context.out << context.say(Text::VerifySeveralHomes, {std::to_string(homes)}) << '\n';
    }
    if (!backup.opened) {
        context.out << context.say(Text::VerifyNotOpened) << '\n';
    }
}

json::object toJson(const CheckedBackup &backup)
{
    json::array all;
    for (const CheckedSeries &series : backup.series) {
        json::array segments;
        for (const CheckedFile &segment : series.segments) {
            segments.push_back(json::object{{"file", segment.file.filename().string()},
                                            {"fault", faultOf(&series, segment)},
                                            {"from_seq", segment.header.from_seq()},
                                            {"upto_seq", segment.header.upto_seq()},
                                            {"made_ms", segment.header.made_ms()}});
        }
        json::array missing;
        for (const SegmentGap &gap : series.missing) {
            missing.push_back(json::object{{"first", gap.first}, {"last", gap.last}});
        }
        all.push_back(json::object{{"series", series.id},
                                   {"whole", series.whole()},
                                   {"segments", segments},
                                   {"missing", missing},
                                   {"reachable", reachable(series)}});
    }
    json::array keys;
    for (const CheckedFile &file : backup.keys) {
        keys.push_back(json::object{{"file", file.file.filename().string()},
                                    {"fault", faultOf(nullptr, file)},
                                    {"generation", file.header.generation()},
                                    {"made_ms", file.header.made_ms()}});
    }
    return {{"whole", backup.whole()}, {"keys_missing", !backup.hasKeys()},
            {"opened", backup.opened}, {"other_home_files", backup.otherFiles},
            {"series", all},           {"keys", keys}};
}

std::string absolute(const std::string &dir)
{
    std::error_code ignored;
    return std::filesystem::absolute(dir, ignored).string();
}

/** What the home remembers of its last backup; empty when no home was named, or it can't be asked. */
BackupRecord recordOf(Context &context)
{
    const auto store = context.paths.dir.empty() ? tl::expected<std::unique_ptr<HomeStore>, Trouble>(nullptr)
                                                 : openHome(context.paths, context.random);
    auto record =
        store && *store ? readBackupRecord((*store)->journal()) : Result<BackupRecord>(BackupRecord());
    return record ? std::move(*record) : BackupRecord();
}

/** What does not hold any more makes nothing safe, and the next backup reads everything. */
void distrust(Context &context)
{
    const auto store = openHome(context.paths, context.random);
    auto record =
        store ? readBackupRecord((*store)->journal()) : Result<BackupRecord>(fail(Errc::StoreMissing));
    if (!record) {
        return;
    }
    auto transaction = journal::Transaction::begin((*store)->journal().database());
    record->countNothing();
    record->readMs = 0;
    record->triedDir = record->dir;
    record->problem = nameOf(Errc::StoreCorrupt);
    if (transaction && writeBackupRecord((*store)->journal(), *record)) {
        (void)transaction->commit();
    }
}

/** A folder beside what the home remembers of it. */
struct Remembered
{
    bool here = false;                     // the last backup went into this folder
    const CheckedSeries *series = nullptr; // of the last backup, if that lies here
    std::string missing;                   // names of segments that came last and are gone
};

Remembered compare(const CheckedBackup &backup, const BackupRecord &record, const std::string &from)
{
    Remembered out;
    out.here = !record.dir.empty() && record.dir == absolute(from);
    const auto last = SegmentName::from(record.last);
    for (const CheckedSeries &one : backup.series) {
        if (!last || one.id != last->series) {
            continue;
        }
        out.series = &one;
        const auto end = SegmentName::from(one.segments.back().file.filename().string());
        if (end && end->number < last->number) {
            out.missing = SegmentName{one.id, end->number + 1}.str();
            out.missing += end->number + 1 < last->number ? " – " + last->str() : "";
        }
    }
    return out;
}

int notWhole(Context &context, const std::string &from, const CheckedBackup &backup)
{
    const bool onlyKeys =
        !backup.hasKeys() && std::all_of(backup.series.begin(), backup.series.end(),
                                         [](const CheckedSeries &one) { return one.whole(); });
    return context.failed(onlyKeys ? Text::VerifyNoKeys : Text::VerifyBroken, {from});
}

int answer(Context &context, const std::string &from, const CheckedBackup &backup)
{
    const BackupRecord record = recordOf(context);
    const Remembered home = compare(backup, record, from);
    if (context.json) {
        json::object out = toJson(backup);
        out["last_missing"] = home.missing;
        context.out << json::serialize(out) << std::endl;
    } else {
        print(context, backup);
    }
    if (backup.series.empty()) {
        if (home.here) {
            distrust(context);
        }
        return context.failed(Text::BackupNone, {from});
    }
    if (backup.sealedForOthers()) {
        return context.failed(Text::BackupWrongSecret, {from});
    }
    if (!home.missing.empty()) {
        distrust(context);
        return context.failed(Text::VerifyLastMissing,
                              {from, home.missing, std::to_string(home.series->uptoSeq)});
    }
    const bool holds = home.series == &backup.series.back() && home.series->whole() && backup.hasKeys();
    if (!backup.whole() && !holds) {
        if (home.here || home.series != nullptr) {
            distrust(context);
        }
        return notWhole(context, from, backup);
    }
    if (!context.json) {
        if (!backup.whole()) {
            context.out << context.say(Text::VerifyOlderBroken, {from}) << '\n';
        }
        context.out << context.say(Text::VerifyWhole, {std::to_string(backup.series.back().uptoSeq)}) << '\n';
        if (!record.last.empty() && home.series == nullptr) {
            context.out << context.say(Text::VerifyNotTheLast) << '\n';
        }
        context.out << std::flush;
    }
    return kExitOk;
}

int run(Context &context, const Values &values)
{
    if (values.count("from") == 0) {
        return context.usage(Text::MissingOption, {"--from"});
    }
    if (const auto exit = refuseFile(context, values["from"].as<std::string>())) {
        return *exit;
    }
    OpenArchive open;
    if (values.count("words") != 0) {
        const auto words = readWords(context, values["words"].as<std::string>());
        if (const int *exit = std::get_if<int>(&words)) {
            return *exit;
        }
        open = openWith(recoverySecret(std::get<seal::RecoverySeed>(words)));
    } else if (!context.paths.wrapKey.empty()) {
        const auto key = readWrapKey(context.paths.wrapKey);
        if (!key) {
            return context.failed(key.error(), context.paths.wrapKey.string());
        }
        open = openWith(*key);
    }
    const auto from = values["from"].as<std::string>();
    auto backup = checkBackup(from, open);
    if (!backup) {
        const bool missing = backup.error().code() == Errc::StoreMissing;
        return missing ? context.failed(Text::BackupNoFolder, {from}) : context.failed(backup.error(), from);
    }
    setOthersApart(*backup);
    return answer(context, from, *backup);
}

} // namespace

const Command kVerify{"verify",
                      "--from DIR [--data DIR | --wrap-key FILE | --words FILE] [--json]",
                      Text::AboutVerify,
                      declare,
                      run,
                      false};

} // namespace trivsel::server
