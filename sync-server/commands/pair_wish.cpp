#include "sync-server/commands/pair_wish.h"

#include "proto/pairing/link.h"
#include "sync-server/commands/stop_signals.h"
#include "sync-server/commands/tablet_owner.h"
#include "sync-server/commands/write_home.h"

#include <ostream>

namespace trivsel::server {
namespace {

constexpr int kLookEveryMs = 250;

/** The next line, however long it takes; nullopt at the end of input or when Ctrl-C was pressed. */
std::optional<std::string> ask(const Context &context, Terminal &terminal, Text question)
{
    context.out << context.say(question) << std::flush;
    while (!stopAsked() && !terminal.ended()) {
        if (auto line = terminal.line(kLookEveryMs)) {
            return line;
        }
    }
    return std::nullopt;
}

std::optional<int> askName(const Context &context, Terminal &terminal, PairWish &wish)
{
    while (const auto answer = ask(context, terminal, Text::PairAskName)) {
        if (isName(*answer)) {
            wish.name = *answer;
            return std::nullopt;
        }
        context.out << context.say(Text::PairNotAName) << '\n';
    }
    return context.usage(Text::MissingOption, {"--name"});
}

std::optional<int> askKind(const Context &context, Terminal &terminal, PairWish &wish)
{
    while (const auto answer = ask(context, terminal, Text::PairAskKind)) {
        if (const auto kind = tabletKindNamed(*answer == "1"   ? "shared"
                                              : *answer == "2" ? "staff"
                                              : *answer == "3" ? "leader"
                                                               : *answer)) {
            wish.kind = *kind;
            return std::nullopt;
        }
        context.out << context.say(Text::PairNotAKind) << '\n';
    }
    return context.usage(Text::MissingOption, {"--kind"});
}

/** Before a code is shown: a name that nobody has is told at once. */
std::optional<int> readOwner(const Context &context, const Values &values, PairWish &wish)
{
    const auto who = ownerOption(values);
    if (who.empty()) {
        return std::nullopt;
    }
    const auto store = openHome(context.paths, context.random);
    if (!store) {
        return context.failed(store.error().error, store.error().subject);
    }
    domain::Device device;
    device.kind = deviceKindOf(wish.kind);
    const auto exit = setOwner(context, **store, who, device);
    wish.owner = device.owner;
    return exit;
}

} // namespace

void declarePairWish(po::options_description &options, po::positional_options_description & /*places*/,
                     Lang lang)
{
    const auto text = [](const char *name) { return po::value<std::string>()->value_name(name); };
    options.add_options()("name", text("NAVN"), say(lang, Text::OptionName).c_str())(
        "kind", text(kTabletKinds), say(lang, Text::OptionTabletKind).c_str())(
        "address", text("HOST:PORT"), say(lang, Text::OptionAddress).c_str())(
        "out", text("FILE.svg"), say(lang, Text::OptionPairOut).c_str());
    declareOwner(options, lang);
}

std::optional<int> readPairWish(const Context &context, const Values &values, PairWish &wish)
{
    if (values.count("address") != 0) {
        wish.address = parseEndpoint(values["address"].as<std::string>(), false);
        if (!wish.address || !pairing::isHost(wish.address->host)) {
            return context.usage(Text::AddressBad, {values["address"].as<std::string>()});
        }
    }
    if (values.count("out") != 0) {
        wish.out = values["out"].as<std::string>();
        if (wish.out.extension() != ".svg") {
            return context.usage(Text::PairOutSvg);
        }
    }
    if (values.count("kind") != 0) {
        const auto kind = tabletKindNamed(values["kind"].as<std::string>());
        if (!kind) {
            return context.usage(Text::BadKind);
        }
        wish.kind = *kind;
    }
    wish.name = values.count("name") != 0 ? values["name"].as<std::string>() : std::string();
    return values.count("name") != 0 && !isName(wish.name)
               ? std::optional(context.usage(Text::BadName, {"--name"}))
               : std::nullopt;
}

std::optional<int> askPairWish(const Context &context, const Values &values, Terminal &terminal,
                               PairWish &wish)
{
    if (values.count("name") == 0) {
        if (const auto exit = askName(context, terminal, wish)) {
            return exit;
        }
    }
    if (values.count("kind") == 0) {
        if (const auto exit = askKind(context, terminal, wish)) {
            return exit;
        }
    }
    return readOwner(context, values, wish);
}

} // namespace trivsel::server
