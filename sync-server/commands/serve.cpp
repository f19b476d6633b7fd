#include "proto/journal/files.h"
#include "sync-server/audit_tell.h"
#include "sync-server/backup_record.h"
#include "sync-server/commands/command.h"
#include "sync-server/commands/server_process.h"
#include "sync-server/erase_home.h"
#include "sync-server/open_home.h"
#include "sync-server/own_streams.h"
#include "sync-server/service.h"

#include <ostream>
#include <spdlog/spdlog.h>

namespace trivsel::server {
namespace {

void declare(po::options_description &options, po::positional_options_description & /*places*/, Lang lang)
{
    const auto text = [](const char *name) { return po::value<std::string>()->value_name(name); };
    options.add_options()("listen", text("HOST:PORT"), say(lang, Text::OptionListen).c_str())(
        "log", text("FILE"), say(lang, Text::OptionLog).c_str())("backup-to", text("DIR"),
                                                                 say(lang, Text::OptionBackupTo).c_str())(
        "backup-every", text("TID"), say(lang, Text::OptionBackupEvery).c_str())(
        "backup-limit", text("TID"), say(lang, Text::OptionBackupLimit).c_str());
}

std::string setting(const Values &values, const char *option, const std::string &configured)
{
    return values.count(option) != 0 ? values[option].as<std::string>() : configured;
}

constexpr std::int64_t kBackupEveryMs = 60LL * 60 * 1000;
/** Ten years of a home on a slow stick take minutes: what takes longer waits for a disk that is gone. */
constexpr std::int64_t kBackupLimitMs = 2 * 60LL * 60 * 1000;

/** In ms. */
struct HourlyWish
{
    std::string to; // empty: none are made
    std::int64_t every = 0;
    std::int64_t limit = 0;
};

/** When the last try is younger than the time between two, only the rest of it is waited for. */
std::int64_t untilFirst(std::int64_t everyMs, std::int64_t triedMs, std::int64_t nowMs)
{
    const std::int64_t since = nowMs - triedMs;
    return triedMs != 0 && since >= 0 && since < everyMs ? everyMs - since : 0;
}

/** None without backup-to. */
std::optional<BackupPlan> planOf(const Context &context, HomeStore &store, const HourlyWish &wish)
{
    if (wish.to.empty()) {
        return std::nullopt;
    }
    const auto record = readBackupRecord(store.journal());
    BackupPlan plan;
    plan.arguments = {"backup",     "--existing",
                      "--to",       wish.to,
                      "--data",     context.paths.dir.string(),
                      "--wrap-key", context.paths.wrapKey.string()};
    plan.every = std::chrono::milliseconds(wish.every);
    plan.limit = std::chrono::milliseconds(wish.limit);
    plan.first =
        std::chrono::milliseconds(untilFirst(wish.every, record ? record->triedMs : 0, context.clockMs()));
    return plan;
}

constexpr std::int64_t kLooksEveryMs = 24LL * 60 * 60 * 1000;
constexpr std::int64_t kLooksFirstMs = 60LL * 60 * 1000; // in a home where it was never done

/** *Hvem har kigget*, once a day, also on a box that is switched off at night. */
BackupPlan looksPlan(const Context &context, HomeStore &store)
{
    BackupPlan plan;
    plan.arguments = {
        "audit", "tell", "--data", context.paths.dir.string(), "--wrap-key", context.paths.wrapKey.string()};
    plan.every = std::chrono::milliseconds(kLooksEveryMs);
    plan.limit = std::chrono::milliseconds(kBackupLimitMs);
    const std::int64_t told = toldMs(store);
    plan.first = std::chrono::milliseconds(told == 0 ? kLooksFirstMs
                                                     : untilFirst(kLooksEveryMs, told, context.clockMs()));
    return plan;
}

/** One run settles what is there; when it runs, CodeWatch says. */
BackupPlan codesPlan(const Context &context)
{
    constexpr std::chrono::minutes kLimit{10};
    BackupPlan plan;
    plan.arguments = {
        "staff", "codes", "--data", context.paths.dir.string(), "--wrap-key", context.paths.wrapKey.string()};
    plan.limit = kLimit;
    return plan;
}

/** Without the table nobody can be paired; the tablets that are here are served all the same. */
std::shared_ptr<PairingOffers> offersOf(const Context &context)
{
    const auto wrapKey = readWrapKey(context.paths.wrapKey);
    auto offers = wrapKey ? PairingOffers::open(context.paths, *wrapKey, context.random, bootMs)
                          : Result<PairingOffers>(tl::unexpected<Error>(wrapKey.error()));
    if (!offers) {
        spdlog::warn("no tablets can be paired: {} {}", nameOf(offers.error().code()),
                     offers.error().detail());
        return nullptr;
    }
    return std::make_shared<PairingOffers>(std::move(*offers));
}

int serve(Context &context, HomeStore &store, const Endpoint &listen, const HourlyWish &wish)
{
    Service service(store, {listen,
                            {},
                            context.clockMs,
                            planOf(context, store, wish),
                            looksPlan(context, store),
                            codesPlan(context),
                            {},
                            offersOf(context)});
    if (const Status opened = service.open(); !opened) {
        const bool address =
            opened.error().code() == Errc::AddressInUse || opened.error().code() == Errc::Unreachable;
        return context.failed(opened.error(), address ? listen.str() : context.paths.dir.string());
    }
    context.out << context.say(Text::Listening, {Endpoint{listen.host, service.port()}.str()}) << std::endl;
    const Status ran = service.run();
    if (!ran) {
        context.err << context.say(Text::SaveStopped) << '\n';
        return context.failed(ran.error());
    }
    context.out << context.say(Text::Stopped) << std::endl;
    return kExitOk;
}

/** Said on the line, or in sync.conf: there it is told which line. */
int refuse(const Context &context, const Values &values, const char *option, Text why,
           const std::string &value)
{
    return values.count(option) != 0 ? context.usage(why, {value})
                                     : context.badSetting(option, context.say(why, {value}));
}

std::optional<int> readEvery(const Context &context, const Values &values, const char *option,
                             const std::string &configured, std::int64_t &ms)
{
    const std::string text = setting(values, option, configured);
    const auto read = text.empty() ? std::optional(ms) : parseEvery(text);
    ms = read.value_or(ms);
    const std::string name = (values.count(option) != 0 ? "--" : "") + std::string(option);
    return read ? std::nullopt : std::optional(refuse(context, values, option, Text::BadEvery, name));
}

/** So that status knows of copies that only the line of `serve` asks for. */
Status rememberHourly(HomeStore &store, const std::string &to)
{
    auto transaction = journal::Transaction::begin(store.journal().database());
    if (!transaction) {
        return tl::unexpected(transaction.error());
    }
    TRIVSEL_TRY(writeHourlyTo(store.journal(), to));
    return transaction->commit();
}

int run(Context &context, const Values &values)
{
    const std::string address = setting(values, "listen", context.config.listen);
    if (address.empty()) {
        return context.usage(Text::MissingOption, {"--listen"});
    }
    const auto listen = parseEndpoint(address, true);
    if (!listen) {
        return refuse(context, values, "listen", Text::AddressBad, address);
    }
    HourlyWish wish{setting(values, "backup-to", context.config.backupTo), kBackupEveryMs, kBackupLimitMs};
    if (const auto exit =
            readEvery(context, values, "backup-every", context.config.backupEvery, wish.every)) {
        return *exit;
    }
    if (const auto exit =
            readEvery(context, values, "backup-limit", context.config.backupLimit, wish.limit)) {
        return *exit;
    }
    prepareServerProcess();
    auto store = openHome(context.paths, context.random);
    if (!store) {
        return context.failed(store.error().error, store.error().subject);
    }
    const auto lock = journal::DirLock::take(context.paths.dir);
    if (!lock) {
        const bool running = lock.error().code() == Errc::StoreBusy;
        return running ? context.failed(Text::ServerRunning, {context.paths.dir.string()})
                       : context.failed(lock.error());
    }
    // Nobody is served while something that was to go is still here.
    const auto erased = finishErasures(**store, context.paths, {context.random, context.clockMs()});
    if (!erased) {
        return context.failed(erased.error());
    }
    if (*erased > 0) {
        context.out << context.say(Text::ErasuresFinished, {std::to_string(*erased)}) << std::endl;
    }
    const auto made = makeAuditStreams(**store, {context.random, context.clockMs()});
    if (!made) {
        return context.failed(made.error());
    }
    if (const Status own = makeOwnStreams(**store, {context.random, context.clockMs()}); !own) {
        return context.failed(own.error());
    }
    const std::string log = setting(values, "log", context.config.log);
    if (!startLog(log)) {
        return context.failed(Error(Errc::StoreReadOnly), log);
    }
    if (const Status kept = rememberHourly(**store, wish.to); !kept) {
        return context.failed(kept.error());
    }
    return serve(context, **store, *listen, wish);
}

} // namespace

const Command kServe{"serve",
                     "--data DIR --listen HOST:PORT [--log FILE] [--backup-to DIR] [--backup-every TID] "
                     "[--backup-limit TID]",
                     Text::AboutServe, declare, run};

} // namespace trivsel::server
