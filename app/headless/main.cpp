// A tablet without a screen: one JSON command a line in, one JSON answer a line out. See README.md.
#include "app/engine/key_file_store.h"
#include "app/engine/process_guard.h"
#include "app/headless/commands.h"
#include "app/headless/own.h"
#include "app/headless/pair.h"
#include "app/headless/values.h"
#include "app/net/core.h"
#include "proto/journal/files.h"

#include <boost/program_options.hpp>
#include <chrono>
#include <future>
#include <iostream>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace po = boost::program_options;
namespace json = boost::json;
using namespace trivsel;

namespace {

constexpr int kExitFailed = 1;
constexpr int kExitUsage = 2;

int sentence(const std::string &what, const Error &error)
{
    std::cerr << "trivsel-headless: " << what << ": " << nameOf(error.code()) << " (" << error.detail()
              << ")\n";
    return kExitFailed;
}

json::object failed(const Error &error)
{
    return {{"ok", false}, {"error", nameOf(error.code())}, {"detail", error.detail()}};
}

json::object onCore(net::Core &core, headless::Command command, const json::object &in)
{
    std::promise<json::object> answer;
    core.post([&](engine::Engine &tablet) {
        auto result = command(tablet, in);
        if (result) {
            (*result)["ok"] = true;
        }
        answer.set_value(result ? std::move(*result) : failed(result.error()));
    });
    return answer.get_future().get();
}

/** One whole run, whatever its end; the answer tells the phase that the screen would show. */
json::object sync(net::Core &core)
{
    std::promise<json::object> answer;
    core.whenSynced([&](engine::Engine &tablet, const Status &outcome) {
        json::object out = outcome ? json::object{{"ok", true}} : failed(outcome.error());
        for (const auto &[name, value] : headless::toJson(tablet.sync())) {
            out[name] = value;
        }
        answer.set_value(std::move(out));
    });
    core.syncNow();
    return answer.get_future().get();
}

const char *nameOf(engine::SignInAnswer::Outcome outcome)
{
    using enum engine::SignInAnswer::Outcome;
    switch (outcome) {
    case Ok:
        return "ok";
    case WrongCode:
        return "wrong-code";
    case Wait:
        return "wait";
    case NoCode:
        return "no-code";
    case NotHere:
        return "not-here";
    case Busy:
        return "busy";
    case Failed:
        return "failed";
    }
    return "";
}

/** Waits for the worker, as a person at the screen does; the core thread goes on meanwhile. */
json::object signIn(net::Core &core, const json::object &in)
{
    const auto person = headless::personOrNobody(in, "person");
    const auto code = headless::text(in, "code");
    if (!person || !code) {
        return failed(person ? code.error() : person.error());
    }
    std::promise<json::object> answer;
    const auto tell = [&answer](const engine::SignInAnswer &got) {
        answer.set_value({{"ok", true}, {"outcome", nameOf(got.outcome)}, {"wait_ms", got.waitMs}});
    };
    core.post([&](engine::Engine &tablet) {
        if (person->isNull()) {
            tablet.signInWithShiftCode(*code, tell);
        } else {
            tablet.signIn(*person, *code, tell);
        }
    });
    return answer.get_future().get();
}

const char *nameOf(engine::CodeChangeAnswer::Outcome outcome)
{
    using enum engine::CodeChangeAnswer::Outcome;
    switch (outcome) {
    case Ok:
        return "ok";
    case WrongCode:
        return "wrong-code";
    case Wait:
        return "wait";
    case Same:
        return "same";
    case Obvious:
        return "obvious";
    case ShiftCode:
        return "shift-code";
    case NotNow:
        return "not-now";
    case Busy:
        return "busy";
    case Failed:
        return "failed";
    }
    return "";
}

json::object changeCode(net::Core &core, const json::object &in)
{
    const auto actor = headless::who(in);
    const auto code = headless::text(in, "code");
    const auto chosen = headless::text(in, "chosen");
    if (!actor || !code || !chosen) {
        return failed(!actor ? actor.error() : !code ? code.error() : chosen.error());
    }
    std::promise<json::object> answer;
    const auto tell = [&answer](const engine::CodeChangeAnswer &got) {
        answer.set_value({{"ok", true}, {"outcome", nameOf(got.outcome)}, {"wait_ms", got.waitMs}});
    };
    core.post([&](engine::Engine &tablet) { tablet.changeOwnCode(*actor, *code, *chosen, tell); });
    return answer.get_future().get();
}

json::object obey(net::Core &core, const std::string &line)
{
    boost::system::error_code broken;
    const json::value in = json::parse(line, broken);
    if (broken || !in.is_object()) {
        return failed(Error(Errc::BadArgument, "not a JSON object"));
    }
    const std::string name = headless::textOr(in.get_object(), "cmd", {});
    if (name == "sync" || name == "wait-uptodate") {
        return sync(core);
    }
    if (name == "sign-in") { // an empty person: the shift's code
        return signIn(core, in.get_object());
    }
    if (name == "change-code") {
        return changeCode(core, in.get_object());
    }
    if (auto tried = headless::tryPictures(core, name, in.get_object())) {
        if (!*tried) {
            return failed(tried->error());
        }
        (**tried)["ok"] = true;
        return std::move(**tried);
    }
    const headless::Command command = headless::findCommand(name);
    return command ? onCore(core, command, in.get_object())
                   : failed(Error(Errc::BadArgument, "no such command"));
}

Result<engine::EngineConfig> configure(const po::variables_map &options)
{
    engine::EngineConfig config;
    config.dataDir = options["data"].as<std::string>();
    auto catalogue = catalogue::loadCatalogue(std::filesystem::path(options["catalogue"].as<std::string>()));
    if (!catalogue) {
        return tl::unexpected(catalogue.error());
    }
    config.catalogue = std::make_shared<const catalogue::Catalogue>(std::move(*catalogue));
    config.random = seal::systemRandom();
    const std::chrono::hours ahead(options["clock-ahead"].as<unsigned>());
    config.clock = [ahead] {
        const auto now = std::chrono::system_clock::now().time_since_epoch() + ahead;
        return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
    };
    config.appVersion = "headless";
    config.signIn.askForCodes = options.count("no-codes") == 0;
    config.keyFromFile = true;
    engine::KeyFileStore keys(options["keyfile"].as<std::string>());
    auto key = engine::obtainWrapKey(keys, engine::Engine::isEnrolled(config.dataDir), config.random);
    if (!key) {
        return tl::unexpected(key.error());
    }
    config.wrapKey = *key;
    return config;
}

Status enrol(const engine::EngineConfig &config, const std::string &fileName)
{
    const auto bytes = journal::readSmallFile(fileName, limits::kTabletFileBytesMax);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    const auto file = readTabletFile(*bytes);
    return file ? engine::Engine::enrol(config, *file) : Status(tl::unexpected(file.error()));
}

int run(const po::variables_map &options)
{
    spdlog::set_default_logger(spdlog::stderr_logger_mt("trivsel")); // standard output is for the answers
    if (auto ready = seal::initialise(); !ready) {
        return sentence("libsodium", ready.error());
    }
    auto config = configure(options);
    if (!config) {
        return sentence("start", config.error());
    }
    if (options.count("tablet-file") != 0) {
        if (auto done = enrol(*config, options["tablet-file"].as<std::string>()); !done) {
            return sentence("tablet file", done.error());
        }
    }
    if (options.count("pair") != 0) {
        if (const int exit = headless::pair(*config, options["pair"].as<std::string>(),
                                            options["address"].as<std::string>(), std::cout);
            exit != 0) {
            return exit;
        }
    }
    net::CoreConfig core;
    core.engine = std::move(*config);
    core.automatic = options.count("sync-every") != 0;
    if (core.automatic) {
        core.lookEvery = std::chrono::seconds(options["sync-every"].as<int>());
    }
    auto started = net::Core::start(std::move(core), {});
    if (!started) {
        return sentence("data", started.error());
    }
    std::string line;
    while (std::getline(std::cin, line)) {
        std::cout << json::serialize(obey(**started, line))
                  << std::endl; // flushed: the other end waits for it
    }
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    trivsel::engine::keepToItself();
    po::options_description allowed("trivsel-headless: a tablet without a screen, for checks");
    allowed.add_options()("data", po::value<std::string>()->required(), "folder of this tablet's data")(
        "keyfile", po::value<std::string>()->required(),
        "0400 file with the tablet's key; made at the first start")(
        "catalogue", po::value<std::string>()->required(), "folder with the instruments")(
        "tablet-file", po::value<std::string>(), "first start only: the file from trivsel-sync tablet add")(
        "no-codes", "who acts is believed; without it staff act only while they are signed in")(
        "pair", po::value<std::string>(),
        "first start only: the code or the QR code's text from trivsel-sync pair; the digits come as a line")(
        "address", po::value<std::string>()->default_value(""),
        "where the server is, when the code does not say")(
        "clock-ahead", po::value<unsigned>()->default_value(0),
        "hours that its clock shows more than this machine's: the tablet was off that long")(
        "sync-every", po::value<int>(),
        "seconds between looks; without it only the command sync syncs")("help", "this");
    po::variables_map options;
    try {
        po::store(po::parse_command_line(argc, argv, allowed), options);
        if (options.count("help") != 0) {
            std::cout << allowed;
            return 0;
        }
        po::notify(options);
    } catch (const po::error_with_option_name &error) {
        std::cerr << "trivsel-headless: " << error.get_option_name() << " can't be read\n";
        return kExitUsage;
    } catch (const po::error &error) {
        std::cerr << "trivsel-headless: " << error.what() << '\n';
        return kExitUsage;
    }
    return run(options);
}
