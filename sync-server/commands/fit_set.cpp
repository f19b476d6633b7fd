#include "sync-server/commands/write_home.h"

#include <array>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <ostream>
#include <span>

// What the house suggests on the page *Sådan bruger vi FIT her*.
namespace trivsel::server {
namespace {

/** A choice by its Danish word, without the letters that a keyboard may lack, and by its English one. */
template <class Enum> struct NamedChoice
{
    std::string_view danish;
    std::string_view english;
    Enum value;
};
constexpr std::array kPeriods = {
    NamedChoice<domain::TalkPeriod>{"siden-sidst", "since-last", domain::TalkPeriod::SinceLast},
    NamedChoice<domain::TalkPeriod>{"uge", "week", domain::TalkPeriod::Week},
    NamedChoice<domain::TalkPeriod>{"to-uger", "two-weeks", domain::TalkPeriod::TwoWeeks},
    NamedChoice<domain::TalkPeriod>{"maaned", "month", domain::TalkPeriod::Month},
};
constexpr std::array kRhythms = {
    NamedChoice<domain::TalkRhythm>{"uge", "week", domain::TalkRhythm::Week},
    NamedChoice<domain::TalkRhythm>{"to-uger", "two-weeks", domain::TalkRhythm::TwoWeeks},
    NamedChoice<domain::TalkRhythm>{"maaned", "month", domain::TalkRhythm::Month},
    NamedChoice<domain::TalkRhythm>{"naar-bedt", "when-asked", domain::TalkRhythm::WhenAsked},
};
constexpr std::array kAskings = {
    NamedChoice<domain::TalkAsking>{"personalet", "staff", domain::TalkAsking::StaffAsk},
    NamedChoice<domain::TalkAsking>{"beboeren", "resident", domain::TalkAsking::ResidentSays},
};

void declare(po::options_description &options, po::positional_options_description & /*places*/, Lang lang)
{
    const auto text = [] { return po::value<std::string>()->value_name("VALG"); };
    options.add_options()("period", text(), say(lang, Text::OptionFitPeriod).c_str())(
        "rhythm", text(), say(lang, Text::OptionFitRhythm).c_str())("asking", text(),
                                                                    say(lang, Text::OptionFitAsking).c_str());
}

/** Says what is wrong; what is not named stays as it is. */
template <class Enum>
std::optional<int> read(const Context &context, const Values &values, const std::string &option,
                        std::span<const NamedChoice<Enum>> choices, Enum &chosen)
{
    if (values.count(option) == 0) {
        return std::nullopt;
    }
    const auto &word = values[option].as<std::string>();
    std::string all;
    for (const NamedChoice<Enum> &one : choices) {
        if (word == one.danish || word == one.english) {
            chosen = one.value;
            return std::nullopt;
        }
        all += (all.empty() ? "" : ", ") + std::string(context.lang == Lang::Danish ? one.danish : one.english);
    }
    return context.usage(Text::BadFitChoice, {"--" + option, word, all});
}

int run(Context &context, const Values &values)
{
    domain::HomeTalk wished;
    if (values.count("period") + values.count("rhythm") + values.count("asking") == 0) {
        return context.usage(Text::MissingOption, {"--period, --rhythm / --asking"});
    }
    const auto take = [&](domain::HomeTalk &talk) -> std::optional<int> {
        auto exit = read<domain::TalkPeriod>(context, values, "period", kPeriods, talk.period);
        exit = exit ? exit : read<domain::TalkRhythm>(context, values, "rhythm", kRhythms, talk.rhythm);
        return exit ? exit : read<domain::TalkAsking>(context, values, "asking", kAskings, talk.asking);
    };
    if (const auto exit = take(wished)) {
        return *exit; // before the home is opened
    }
    const auto exit = writeHome(context, [&](HomeStore &store, Office &office) -> std::optional<int> {
        const auto fold = office.now(store.server().homeStream);
        if (!fold) {
            return context.failed(fold.error());
        }
        domain::HomeTalk talk = office.home().fit;
        (void)take(talk);
        office.write(store.server().homeStream, domain::writeHomeTalk(store.server().home, talk, **fold));
        return std::nullopt;
    });
    if (exit) {
        return *exit;
    }
    if (context.json) {
        context.out << boost::json::serialize(boost::json::value{{"saved", true}}) << std::endl;
    } else {
        context.out << context.say(Text::FitSet) << std::endl;
    }
    return kExitOk;
}

} // namespace

const Command kFitSet{"fit set", "[--period VALG] [--rhythm VALG] [--asking VALG] --data DIR", Text::AboutFitSet, declare,
                      run};

} // namespace trivsel::server
