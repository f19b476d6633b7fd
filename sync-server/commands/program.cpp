#include "proto/seal/keys.h"
#include "sync-server/commands/command.h"
#include "sync-server/permissions.h"

#include <algorithm>
#include <array>
#include <boost/program_options/parsers.hpp>
#include <chrono>
#include <ostream>

namespace trivsel::server {
namespace {

std::int64_t systemClockMs()
{
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
}

/** The language is needed for the first sentence already, so it is looked for before anything is parsed. */
Lang languageOf(const std::vector<std::string> &arguments)
{
    for (std::size_t at = 0; at < arguments.size(); ++at) {
        const std::string &word = arguments[at];
        const bool next = word == "--lang" && at + 1 < arguments.size();
        const std::string_view name = next ? std::string_view(arguments[at + 1])
                                      : std::string_view(word).substr(0, 7) == "--lang="
                                          ? std::string_view(word).substr(7)
                                          : std::string_view();
        if (const auto lang = parseLang(name)) {
            return *lang;
        }
    }
    return Lang::Danish;
}

constexpr std::size_t kNameColumn = 19; // the longest name and two spaces

int printHelp(const Context &context)
{
    context.out << context.say(Text::HelpIntro) << "\n\n" << context.say(Text::HelpCommands) << '\n';
    for (const Command &command : commands()) {
        context.out << "  " << command.name << std::string(kNameColumn - command.name.size(), ' ')
                    << context.say(command.about) << '\n';
    }
    context.out << '\n' << context.say(Text::HelpMore) << '\n';
    return kExitOk;
}

struct Found
{
    const Command *command = nullptr;
    std::size_t words = 0;
};

Found findCommand(const std::vector<std::string> &arguments)
{
    for (const Command &command : commands()) {
        const std::size_t space = command.name.find(' ');
        const std::size_t words = space == std::string_view::npos ? 1 : 2;
        if (arguments.size() < words || arguments[0] != command.name.substr(0, space)) {
            continue;
        }
        if (words == 1 || arguments[1] == command.name.substr(space + 1)) {
            return {&command, words};
        }
    }
    return {};
}

std::string commonUsage(const Command &command)
{
    return std::string(command.name) + " " + std::string(command.usage);
}

/** Reads DIR/sync.conf and settles what the line leaves open. An exit code on trouble. */
std::optional<int> applyCommon(Context &context, const Values &values, bool needsData)
{
    const bool hasData = values.count("data") != 0;
    if (!hasData && needsData) {
        return context.usage(Text::MissingOption, {"--data"});
    }
    if (values.count("lang") != 0 && !parseLang(values["lang"].as<std::string>())) {
        return context.usage(Text::BadOption, {"--lang " + values["lang"].as<std::string>()});
    }
    context.json = values.count("json") != 0;
    if (!hasData) {
        context.paths.wrapKey =
            values.count("wrap-key") != 0 ? values["wrap-key"].as<std::string>() : std::string();
        return std::nullopt;
    }
    context.paths.dir = values["data"].as<std::string>();
    if (const auto closed = checkConfigPermissions(context.paths); !closed) {
        return context.failed(closed.error().error, closed.error().file.string());
    }
    auto config = readConfig(context.paths.config());
    if (!config) {
        const bool unreadable = config.error().code() == Errc::BadFile;
        return unreadable ? context.failed(Text::BadOption, {context.paths.config().string()})
                          : context.failed(config.error(), context.paths.dir.string());
    }
    context.config = std::move(*config);
    if (values.count("lang") == 0) {
        context.lang = parseLang(context.config.lang).value_or(context.lang);
    }
    std::string wrapKey = context.config.wrapKey;
    if (values.count("wrap-key") != 0) {
        wrapKey = values["wrap-key"].as<std::string>();
    }
    context.paths.wrapKey = wrapKey.empty() ? context.paths.dir / "wrap.key" : std::filesystem::path(wrapKey);
    return std::nullopt;
}

/** The first word that stands in no place of its own; options and their values are none of these. */
std::string firstTooMany(const std::vector<std::string> &words, const po::options_description &options,
                         const po::positional_options_description &places)
{
    const auto read = po::command_line_parser(words).options(options).run();
    for (const auto &word : read.options) {
        if (word.string_key.empty() && word.position_key >= 0 &&
            static_cast<unsigned>(word.position_key) >= places.max_total_count()) {
            return word.original_tokens.front();
        }
    }
    return {};
}

int runCommand(const Command &command, const std::vector<std::string> &words, Context &context)
{
    po::options_description options(context.say(Text::HelpOptions));
    po::positional_options_description places;
    command.declare(options, places, context.lang);
    const auto text = [&context](Text which) { return context.say(which); };
    options.add_options()("data", po::value<std::string>()->value_name("DIR"),
                          text(Text::OptionData).c_str())(
        "wrap-key", po::value<std::string>()->value_name("FILE"), text(Text::OptionWrapKey).c_str())(
        "lang", po::value<std::string>()->value_name("da|en"), text(Text::OptionLang).c_str())(
        "json", text(Text::OptionJson).c_str())("help,h", text(Text::OptionHelp).c_str());
    Values values;
    try {
        po::store(po::command_line_parser(words).options(options).positional(places).run(), values);
        po::notify(values);
    } catch (const po::unknown_option &error) {
        return context.usage(Text::UnknownOption, {error.get_option_name()});
    } catch (const po::too_many_positional_options_error &) {
        return context.usage(Text::ExtraArgument, {firstTooMany(words, options, places)});
    } catch (const po::error_with_option_name &error) {
        return context.usage(Text::BadOption, {error.get_option_name()});
    } catch (const po::error &error) {
        return context.usage(Text::BadOption, {error.what()});
    }
    if (values.count("help") != 0) {
        context.out << context.say(command.about) << '\n'
                    << context.say(Text::HelpUsage, {commonUsage(command)}) << "\n\n"
                    << options;
        return kExitOk;
    }
    if (const auto exit = applyCommon(context, values, command.needsData)) {
        return *exit;
    }
    return command.run(context, values);
}

} // namespace

int Context::usage(Text text, std::initializer_list<std::string_view> values) const
{
    err << "trivsel-sync: " << say(text, values) << '\n';
    return kExitUsage;
}

int Context::failed(Text text, std::initializer_list<std::string_view> values) const
{
    err << "trivsel-sync: " << say(text, values) << '\n';
    return kExitFailed;
}

int Context::failed(const Error &error, std::string_view subject) const
{
    err << "trivsel-sync: " << sentence(lang, error, subject) << '\n';
    return kExitFailed;
}

std::span<const Command> commands()
{
    static const std::array all = {kInit,
                                   kServe,
                                   kStatus,
                                   kPair,
                                   kTabletAdd,
                                   kTabletList,
                                   kTabletRename,
                                   kTabletOwner,
                                   kTabletBlock,
                                   kTabletUnblock,
                                   kTabletWipe,
                                   kIncident,
                                   kResidentAdd,
                                   kStaffAdd,
                                   kStaffCode,
                                   kStaffList,
                                   kStaffRole,
                                   kStaffRemove,
                                   kShiftCodeNew,
                                   kTeamSet,
                                   kHelpLineAdd,
                                   kBackup,
                                   kVerify,
                                   kRestore,
                                   kRecover,
                                   kQuarantineList,
                                   kQuarantineShow,
                                   kQuarantineAccept,
                                   kQuarantineRescue,
                                   kQuarantineTake,
                                   kVerifyState,
                                   kResidentClose,
                                   kOwnReturn,
                                   kHoldSet,
                                   kHoldLift,
                                   kErase,
                                   kAuditSample,
                                   kAuditShow,
                                   kAuditTell,
                                   kRetentionList,
                                   kRetentionSet};
    return all;
}

int runProgram(const std::vector<std::string> &arguments, std::ostream &out, std::ostream &err)
{
    Context context{out, err, seal::systemRandom(), systemClockMs, languageOf(arguments), {}, {}, false};
    if (const Status started = seal::initialise(); !started) {
        return context.failed(started.error(), "libsodium");
    }
    if (arguments.empty() || arguments[0] == "--help" || arguments[0] == "-h" || arguments[0] == "help") {
        return printHelp(context);
    }
    const Found found = findCommand(arguments);
    if (found.command == nullptr) {
        return context.usage(Text::UnknownCommand, {arguments[0]});
    }
    return runCommand(*found.command,
                      {arguments.begin() + static_cast<std::ptrdiff_t>(found.words), arguments.end()},
                      context);
}

} // namespace trivsel::server
