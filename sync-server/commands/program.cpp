#include "proto/seal/keys.h"
#include "sync-server/commands/find_command.h"
#include "sync-server/commands/language.h"
#include "sync-server/commands/nearest.h"
#include "sync-server/commands/placeholders.h"
#include "sync-server/commands/places.h"
#include "sync-server/permissions.h"

#include <algorithm>
#include <array>
#include <boost/program_options/parsers.hpp>
#include <chrono>
#include <ostream>
#include <sstream>

namespace trivsel::server {
namespace {

std::int64_t systemClockMs()
{
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
}

/** An option is written in full: what a beginning stands for changes when another option is added. */
constexpr int kStyle = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;
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

std::string usageOf(const Command &command, Lang lang)
{
    return std::string(command.name) + " " + placeholders(lang, command.usage);
}

/** File, line and word; exit code 2, so that the service does not try again for ever. */
int refuseConfig(const Context &context, const ConfigFault &fault)
{
    using Why = ConfigFault::Why;
    const std::string file = context.paths.config().string();
    const std::string line = std::to_string(fault.line);
    const std::vector<std::string> known = configNames();
    const std::string near = nearest(fault.word, known);
    std::string all;
    for (const std::string &name : known) {
        all += (all.empty() ? "" : ", ") + name;
    }
    switch (fault.why) {
    case Why::Unknown:
        return near.empty() ? context.usage(Text::ConfigUnknown, {file, line, fault.word, all})
                            : context.usage(Text::ConfigUnknownNear, {file, line, fault.word, near});
    case Why::NoSetting:
        return context.usage(Text::ConfigNoSetting, {file, line, fault.word});
    case Why::Twice:
        return context.usage(Text::ConfigTwice, {file, line, fault.word, std::to_string(fault.before)});
    case Why::File:
        break;
    }
    return context.failed(fault.error, context.paths.dir.string());
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
    if (const auto exit = refuseFile(context, context.paths.dir)) {
        return exit;
    }
    if (const auto owner = othersHome(context.paths)) {
        return context.failed(Text::OthersHome, {context.paths.dir.string(), *owner});
    }
    if (const auto closed = checkConfigPermissions(context.paths); !closed) {
        return context.failed(closed.error().error, closed.error().file.string());
    }
    auto config = readConfig(context.paths.config());
    if (!config) {
        return refuseConfig(context, config.error());
    }
    context.config = std::move(*config);
    if (values.count("lang") == 0 && !context.config.lang.empty()) {
        const auto lang = parseLang(context.config.lang);
        if (!lang) {
            return context.badSetting("lang", context.say(Text::BadLang, {context.config.lang}));
        }
        context.lang = *lang;
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
    const auto read = po::command_line_parser(words).options(options).style(kStyle).run();
    for (const auto &word : read.options) {
        if (word.string_key.empty() && word.position_key >= 0 &&
            static_cast<unsigned>(word.position_key) >= places.max_total_count()) {
            return word.original_tokens.front();
        }
    }
    return {};
}

/** The texts beside the options begin in one column, however long the words are in this language. */
std::string aligned(const std::string &described)
{
    constexpr std::size_t kTextColumn = 24;
    std::istringstream lines(described);
    std::string out;
    for (std::string line; std::getline(lines, line); out += line + "\n") {
        const std::size_t gap = line.find("  ", 2);
        const std::size_t text = line.find_first_not_of(' ', gap);
        if (line.substr(0, 3) == "  -" && gap != std::string::npos && text != std::string::npos &&
            gap + 1 < kTextColumn) {
            line = line.substr(0, gap) + std::string(kTextColumn - gap, ' ') + line.substr(text);
        }
    }
    return out;
}

int refuseOption(const Context &context, const std::string &typed, const po::options_description &options)
{
    std::vector<std::string> known;
    for (const auto &option : options.options()) {
        known.push_back("--" + option->long_name());
    }
    const std::string near = nearest(typed, known);
    return near.empty() ? context.usage(Text::UnknownOption, {typed})
                        : context.usage(Text::UnknownOptionNear, {typed, near});
}

int refuseSyntax(const Context &context, const po::invalid_syntax &error)
{
    const std::string option = error.get_option_name();
    switch (error.kind()) {
    case po::invalid_syntax::missing_parameter:
    case po::invalid_syntax::empty_adjacent_parameter:
        return context.usage(Text::OptionNeedsValue, {option});
    case po::invalid_syntax::extra_parameter:
        return context.usage(Text::OptionTakesNothing, {option});
    default:
        return context.usage(Text::BadLine);
    }
}

/** The parser's own sentences are English: each of its exceptions has one of ours. */
std::optional<int> parse(const Context &context, const std::vector<std::string> &words,
                         const po::options_description &options,
                         const po::positional_options_description &places, Values &values)
{
    try {
        po::store(po::command_line_parser(words).options(options).positional(places).style(kStyle).run(),
                  values);
        po::notify(values);
        return std::nullopt;
    } catch (const po::unknown_option &error) {
        return refuseOption(context, error.get_option_name(), options);
    } catch (const po::too_many_positional_options_error &) {
        return context.usage(Text::ExtraArgument, {firstTooMany(words, options, places)});
    } catch (const po::multiple_occurrences &error) {
        return context.usage(Text::OptionTwice, {error.get_option_name()});
    } catch (const po::invalid_syntax &error) {
        return refuseSyntax(context, error);
    } catch (const po::error_with_option_name &error) {
        return context.usage(Text::BadOption, {error.get_option_name()});
    } catch (const po::error &) {
        return context.usage(Text::BadLine);
    }
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
    if (const auto exit = parse(context, words, options, places, values)) {
        return *exit;
    }
    if (values.count("help") != 0) {
        std::ostringstream described;
        described << options;
        context.out << context.say(command.about) << '\n'
                    << context.say(Text::HelpUsage, {usageOf(command, context.lang)}) << "\n\n"
                    << aligned(placeholders(context.lang, described.str()));
        return kExitOk;
    }
    if (const auto exit = applyCommon(context, values, command.needsData)) {
        return *exit;
    }
    return command.run(context, values);
}

} // namespace

void declareNothing(po::options_description & /*options*/, po::positional_options_description & /*places*/,
                    Lang /*lang*/)
{
}

int Context::usage(Text text, std::initializer_list<std::string_view> values) const
{
    // "NAVN mangler", "NAME is missing"
    const bool missing = text == Text::MissingOption && values.size() == 1;
    err << "trivsel-sync: "
        << (missing ? say(text, {placeholders(lang, *values.begin())}) : say(text, values)) << '\n';
    return kExitUsage;
}

int Context::badSetting(std::string_view setting, std::string_view why) const
{
    const auto line = config.lines.find(setting);
    const std::string number = std::to_string(line == config.lines.end() ? 0 : line->second);
    return usage(Text::ConfigBadValue, {paths.config().string(), number, why});
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
                                   kTabletRenew,
                                   kTabletWipe,
                                   kIncident,
                                   kResidentAdd,
                                   kResidentList,
                                   kStaffAdd,
                                   kStaffCode,
                                   kStaffChosenCodes,
                                   kStaffList,
                                   kStaffRole,
                                   kStaffRemove,
                                   kShiftCodeNew,
                                   kTeamSet,
                                   kHelpLineAdd,
                                   kFitSet,
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
    const FoundCommand found = findCommand(arguments);
    if (found.command == nullptr) {
        return refuseCommand(context, arguments);
    }
    return runCommand(*found.command,
                      {arguments.begin() + static_cast<std::ptrdiff_t>(found.words), arguments.end()},
                      context);
}

} // namespace trivsel::server
