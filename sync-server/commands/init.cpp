#include "proto/domain/own_record.h"
#include "sync-server/commands/places.h"
#include "sync-server/commands/write_home.h"
#include "sync-server/qr.h"

#include <algorithm>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <ostream>
#include <unistd.h>
#include <variant>

namespace trivsel::server {
namespace {

void declare(po::options_description &options, po::positional_options_description & /*places*/, Lang lang)
{
    options.add_options()("name", po::value<std::string>()->value_name("NAVN"),
                          say(lang, Text::OptionHomeName).c_str())("demo",
                                                                   say(lang, Text::OptionDemo).c_str());
}

Status writeHomeEntity(Context &context, HomeStore &store, const std::string &name, bool demo)
{
    auto office = Office::begin(store, {context.random, context.clockMs()});
    if (!office) {
        return tl::unexpected(office.error());
    }
    const StreamId homeStream = store.server().homeStream;
    const auto fold = office->now(homeStream);
    if (!fold) {
        return tl::unexpected(fold.error());
    }
    office->write(homeStream, domain::writeHomeName(store.server().home, name, demo, **fold));
    office->write(homeStream, domain::writeStream({homeStream, std::nullopt}, **fold));
    office->write(homeStream, domain::writeRecoveryKey(store.server().home, store.server().recovery, **fold));
    for (const StreamKind kind : {StreamKind::Group, StreamKind::Insight, StreamKind::Audit}) {
        TRIVSEL_TRY(office->makeStream(kind, std::nullopt));
    }
    return office->commit();
}

void print(const Context &context, const HomeStore &store, const std::string &name, const std::string &words)
{
    const std::string dir = context.paths.dir.string();
    if (context.json) {
        context.out << boost::json::serialize(boost::json::value{{"home", toHex(store.server().home.view())},
                                                                 {"name", name},
                                                                 {"recovery_words", words}})
                    << std::endl;
        return;
    }
    context.out << context.say(Text::HomeMade, {name, dir}) << "\n\n"
                << context.say(Text::SeedTitle) << "\n\n  " << words << "\n\n"
                << qrForTerminal(words, ::isatty(STDOUT_FILENO) == 1) << '\n'
                << context.say(Text::SeedAdvice) << std::endl;
}

enum class FolderBefore { NotThere, Closed, OpenToOthers };

/** A folder with other people's things in it is left alone: making a home closes it to everybody else. What
 * may lie there are the settings, what an attempt left, and what a disk brings along. */
std::variant<FolderBefore, int> lookAt(const Context &context, const std::filesystem::path &dir)
{
    namespace fs = std::filesystem;
    std::error_code failed;
    const fs::file_status there = fs::status(dir, failed);
    if (!fs::exists(there)) {
        return FolderBefore::NotThere;
    }
    const auto parts = {context.paths.identity(), context.paths.homeDb(), context.paths.keysDb(),
                        dir / "wrap.key"};
    const bool home = std::any_of(parts.begin(), parts.end(), [](const fs::path &part) {
        std::error_code ignored;
        return fs::exists(fs::symlink_status(part, ignored));
    });
    if (home) { // before anything is touched, its permissions too
        return context.failed(Text::HomeExists, {dir.string()});
    }
    for (fs::directory_iterator at(dir, failed), end; !failed && at != end; at.increment(failed)) {
        const std::string name = at->path().filename().string();
        if (name != "sync.conf" && name != "lock" && name != "lost+found") {
            return context.failed(Text::DirNotEmpty, {dir.string()});
        }
    }
    constexpr auto kOthers = fs::perms::group_all | fs::perms::others_all;
    const bool open = (there.permissions() & kOthers) != fs::perms::none;
    return open ? FolderBefore::OpenToOthers : FolderBefore::Closed;
}

int run(Context &context, const Values &values)
{
    if (values.count("name") == 0) {
        return context.usage(Text::MissingOption, {"--name"});
    }
    const auto name = values["name"].as<std::string>();
    if (!isName(name)) {
        return context.usage(Text::BadName, {"--name"});
    }
    const auto before = lookAt(context, context.paths.dir);
    if (const int *exit = std::get_if<int>(&before)) {
        return *exit;
    }
    const auto seed = randomBytes<seal::RecoverySeed>(context.random);
    auto store = createHome(context.paths, seed, context.random);
    if (!store) {
        const Error &error = store.error().error;
        const bool exists = error.code() == Errc::StoreExists;
        if (error.code() == Errc::StoreMissing) { // no folder can be made there
            return cantMakeFolder(context, context.paths.dir);
        }
        return exists ? context.failed(Text::HomeExists, {store.error().subject})
                      : context.failed(error, store.error().subject);
    }
    Status written = writeHomeEntity(context, **store, name, values.count("demo") != 0);
    if (written) {
        if (std::get<FolderBefore>(before) == FolderBefore::OpenToOthers && !context.json) {
            context.out << context.say(Text::FolderClosed, {context.paths.dir.string()}) << '\n';
        }
        print(context, **store, name, seal::toWords(seed));
        // Words that nobody could read are a home that nobody can bring back.
        written = context.out ? Status() : fail(Errc::StoreFailed, "stdout");
    }
    if (!written) {
        store->reset();
        removeHome(context.paths);
        return context.failed(written.error());
    }
    return kExitOk;
}

} // namespace

const Command kInit{"init", "--data DIR --name NAVN [--demo]", Text::AboutInit, declare, run};

} // namespace trivsel::server
