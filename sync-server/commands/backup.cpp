#include "sync-server/backup_write.h"
#include "sync-server/commands/places.h"
#include "sync-server/erased_file.h"
#include "sync-server/open_home.h"

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
    options.add_options()("to", po::value<std::string>()->value_name("DIR"),
                          say(lang, Text::OptionBackupTo).c_str())("existing",
                                                                   say(lang, Text::OptionExisting).c_str());
}

/** A few names and how many more. */
std::string inOneLine(const std::vector<std::string> &names)
{
    constexpr std::size_t kNamed = 3;
    std::string out;
    for (std::size_t at = 0; at < std::min(kNamed, names.size()); ++at) {
        out += (at == 0 ? "" : ", ") + names[at];
    }
    return names.size() > kNamed ? out + " (+" + std::to_string(names.size() - kNamed) + ")" : out;
}

void print(const Context &context, const BackupResult &result, const std::string &to)
{
    if (context.json) {
        context.out << json::serialize(
                           json::object{{"changes", result.changes},
                                        {"file", result.file},
                                        {"number", result.number},
                                        {"new_series", result.newSeries},
                                        {"broken", json::array(result.broken.begin(), result.broken.end())},
                                        {"upto_seq", result.upto.seq},
                                        {"keys_removed", result.keysRemoved},
                                        {"other_home", result.otherHome},
                                        {"other_disk", result.otherDisk}})
                    << std::endl;
        return;
    }
    if (result.newSeries && !result.broken.empty()) {
        context.out << context.say(Text::BackupBeginsAnew, {inOneLine(result.broken)}) << '\n';
    }
    if (result.file.empty()) {
        context.out << context.say(Text::BackupNothingNew, {to, std::to_string(result.upto.seq)}) << '\n';
    } else {
        context.out << context.say(Text::BackupDone, {std::to_string(result.changes), result.file,
                                                      std::to_string(result.upto.seq)})
                    << '\n';
    }
    if (result.otherHome) {
        context.out << context.say(Text::BackupOtherHomeToo, {to}) << '\n';
    }
    if (!result.otherDisk) {
        context.out << context.say(Text::BackupSameDisk, {to}) << '\n';
    }
    context.out << std::flush;
}

int run(Context &context, const Values &values)
{
    const std::string to = values.count("to") != 0 ? values["to"].as<std::string>() : context.config.backupTo;
    if (to.empty()) {
        return context.usage(Text::MissingOption, {"--to"});
    }
    auto store = openHome(context.paths, context.random);
    const auto wrapKey = readWrapKey(context.paths.wrapKey);
    if (!store || !wrapKey) {
        return store ? context.failed(wrapKey.error(), context.paths.wrapKey.string())
                     : context.failed(store.error().error, store.error().subject);
    }
    BackupWish wish;
    wish.to = to;
    wish.data = context.paths.dir;
    wish.wrapKey = *wrapKey;
    wish.makeFolder = values.count("existing") == 0;
    wish.readAll = wish.makeFolder; // by hand
    wish.nowMs = context.clockMs();
    wish.random = context.random;
    const auto result = backup(**store, wish);
    if (!result) {
        if (result.error().code() == Errc::BadArgument) {
            return context.failed(Text::BackupInHome, {to});
        }
        const bool missing = result.error().code() == Errc::StoreMissing;
        const auto file = missing ? refuseFile(context, to) : std::nullopt;
        return file      ? *file
               : missing ? context.failed(Text::BackupNoFolder, {to})
                         : context.failed(result.error(), to);
    }
    // The erasures go beside it: an older segment does not know of them.
    if (const Status copied = copyErased(context.paths.erased(), to, (*store)->server().home); !copied) {
        return context.failed(copied.error(), to);
    }
    print(context, *result, to);
    return kExitOk;
}

} // namespace

const Command kBackup{"backup", "--to DIR --data DIR [--json]", Text::AboutBackup, declare, run};

} // namespace trivsel::server
