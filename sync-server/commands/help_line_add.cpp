#include "sync-server/commands/write_home.h"

#include <algorithm>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <ostream>

namespace trivsel::server {
namespace {

void declare(po::options_description &options, po::positional_options_description &places, Lang lang)
{
    const auto text = [](const char *name) { return po::value<std::string>()->value_name(name); };
    options.add_options()("label", text("HVEM"), say(lang, Text::OptionLabel).c_str())(
        "phone", text("NUMMER"), say(lang, Text::OptionPhone).c_str())("note", text("TEKST"),
                                                                       say(lang, Text::OptionNote).c_str());
    places.add("label", 1);
}

bool isPhone(std::string_view text)
{
    return !text.empty() && text.size() <= 30 && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || c == ' ' || c == '+' || c == '-' || c == '(' || c == ')';
    });
}

/** A rank that sorts after all others: the last letter is raised while it can be, then the text grows. */
std::string rankAfter(std::string last)
{
    if (last.empty() || last.back() >= 'z') {
        return last + "a";
    }
    ++last.back();
    return last;
}

std::optional<int> read(const Context &context, const Values &values, domain::HelpLine &line)
{
    if (values.count("label") == 0) {
        return context.usage(Text::MissingOption, {"HVEM"});
    }
    line.label = values["label"].as<std::string>();
    if (!isName(line.label)) {
        return context.usage(Text::BadName, {"HVEM"});
    }
    if (values.count("phone") != 0) {
        line.phone = values["phone"].as<std::string>();
        if (!isPhone(line.phone)) {
            return context.usage(Text::BadPhone);
        }
    }
    if (values.count("note") != 0) {
        line.note = values["note"].as<std::string>();
        if (!isName(line.note)) {
            return context.usage(Text::BadName, {"--note"});
        }
    }
    return std::nullopt;
}

int run(Context &context, const Values &values)
{
    domain::HelpLine line;
    if (const auto exit = read(context, values, line)) {
        return *exit;
    }
    line.id = randomBytes<EntityId>(context.random);
    const auto exit = writeHome(context, [&](HomeStore &store, Office &office) -> std::optional<int> {
        const auto home = office.now(store.server().homeStream);
        if (!home) {
            return context.failed(home.error());
        }
        const auto &lines = office.home().help;
        line.rank = rankAfter(lines.empty() ? std::string() : lines.back().rank);
        office.write(store.server().homeStream, domain::writeHelpLine(store.server().home, line, **home));
        return std::nullopt;
    });
    if (exit) {
        return *exit;
    }
    if (context.json) {
        const boost::json::value answer{{"help_line", toHex(line.id.view())}};
        context.out << boost::json::serialize(answer) << std::endl;
    } else {
        context.out << context.say(Text::HelpLineMade, {line.label}) << std::endl;
    }
    return kExitOk;
}

} // namespace

const Command kHelpLineAdd{"help-line add", "HVEM [--phone NUMMER] [--note TEKST] --data DIR",
                           Text::AboutHelpLineAdd, declare, run};

} // namespace trivsel::server
