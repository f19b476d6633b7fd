#include "proto/journal/files.h"
#include "sync-server/commands/command.h"
#include "sync-server/open_home.h"
#include "sync-server/service.h"

#include <csignal>
#include <google/protobuf/stubs/logging.h>
#include <ostream>
#include <spdlog/sinks/basic_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace trivsel::server {
namespace {

void declare(po::options_description &options, po::positional_options_description & /*places*/, Lang lang)
{
    const auto text = [](const char *name) { return po::value<std::string>()->value_name(name); };
    options.add_options()("listen", text("HOST:PORT"), say(lang, Text::OptionListen).c_str())(
        "log", text("FILE"), say(lang, Text::OptionLog).c_str());
}

std::string setting(const Values &values, const char *option, const std::string &configured)
{
    return values.count(option) != 0 ? values[option].as<std::string>() : configured;
}

/** Counts and ids only ever go into the log: no names, no words. */
bool startLog(const std::string &file)
{
    try {
        const auto logger =
            file.empty() ? spdlog::stderr_logger_st("trivsel") : spdlog::basic_logger_st("trivsel", file);
        logger->set_pattern("%Y-%m-%dT%H:%M:%S %l %v");
        logger->flush_on(spdlog::level::info);
        spdlog::set_default_logger(logger);
        google::protobuf::SetLogHandler(
            nullptr); // it has a line of its own for every string that is no UTF-8
        return true;
    } catch (const spdlog::spdlog_ex &) {
        return false;
    }
}

int serve(Context &context, HomeStore &store, const Endpoint &listen)
{
    Service service(store, {listen, {}, context.clockMs});
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

int run(Context &context, const Values &values)
{
    const std::string address = setting(values, "listen", context.config.listen);
    if (address.empty()) {
        return context.usage(Text::MissingOption, {"--listen"});
    }
    const auto listen = parseEndpoint(address, true);
    if (!listen) {
        return context.usage(Text::AddressBad, {address});
    }
    std::signal(SIGPIPE, SIG_IGN);
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
    const std::string log = setting(values, "log", context.config.log);
    if (!startLog(log)) {
        return context.failed(Error(Errc::StoreReadOnly), log);
    }
    return serve(context, **store, *listen);
}

} // namespace

const Command kServe{"serve", "--data DIR --listen HOST:PORT [--log FILE]", Text::AboutServe, declare, run};

} // namespace trivsel::server
