#include "proto/domain/retention_record.h"
#include "sync-server/commands/kept_time.h"
#include "sync-server/commands/local_time.h"
#include "sync-server/commands/retention_due.h"
#include "sync-server/commands/words.h"
#include "sync-server/commands/write_home.h"

#include <algorithm>
#include <array>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <ostream>

// How long each kind of record is kept: what the controller has decided, what we propose, and what is due.
// Nothing is erased by these commands.
namespace trivsel::server {
namespace {

namespace json = boost::json;
using domain::RecordKind;

struct KindWords
{
    Text name;
    Text from;
    Text source;
    Text typed; // what the office types for it
};

constexpr std::array<KindWords, static_cast<std::size_t>(RecordKind::Count)> kWords{{
    {Text::KeptAnswers, Text::KeptFromClosed, Text::KeptLawHealth, Text::KindOfAnswers},
    {Text::KeptOwn, Text::KeptFromClosed, Text::KeptLawHealth, Text::KindOfOwn},
    {Text::KeptPlans, Text::KeptFromClosed, Text::KeptLawPlan, Text::KindOfPlans},
    {Text::KeptSafety, Text::KeptFromClosed, Text::KeptLawHealth, Text::KindOfSafety},
    {Text::KeptStaffAnswers, Text::KeptFromLeft, Text::KeptLawNone, Text::KindOfStaffAnswers},
    {Text::KeptGroupRounds, Text::KeptFromRound, Text::KeptLawNobody, Text::KindOfGroupRounds},
    {Text::KeptProfile, Text::KeptFromClosed, Text::KeptLawHealth, Text::KindOfProfile},
    {Text::KeptPeople, Text::KeptFromLeft, Text::KeptLawAuthors, Text::KindOfPeople},
    {Text::KeptAudit, Text::KeptFromWritten, Text::KeptLawAudit, Text::KindOfAudit},
    {Text::KeptBackups, Text::KeptFromCopy, Text::KeptLawBackups, Text::KindOfBackups},
}};

const KindWords &wordsOf(RecordKind kind)
{
    return kWords.at(static_cast<std::size_t>(kind));
}

void print(const Context &context, const domain::RetentionTable &table, const std::vector<Due> &due)
{
    bool decided = false;
    for (const domain::RetentionProposal &kind : domain::retentionProposals()) {
        const KindWords &words = wordsOf(kind.kind);
        const auto days = table.days(kind.kind);
        decided = decided || days.has_value();
        context.out << context.say(Text::KeptLine,
                                   {context.say(words.typed), context.say(words.name),
                                    days ? keptTime(context.lang, *days) : context.say(Text::KeptUndecided),
                                    keptTime(context.lang, kind.days), context.say(words.from),
                                    context.say(words.source)})
                    << '\n';
    }
    if (!decided) {
        context.out << context.say(Text::KeptEmpty) << '\n';
    }
    for (const Due &one : due) {
        context.out << context.say(Text::KeptDue,
                                   {context.say(wordsOf(one.kind).name),
                                    one.whose.empty() ? context.say(Text::AuditHouse) : one.whose,
                                    localTime(one.fromMs, context.lang)})
                    << '\n';
    }
    context.out << context.say(due.empty() ? Text::KeptNothingDue : Text::KeptDecide);
    if (std::any_of(due.begin(), due.end(), [](const Due &one) { return isOfStaff(one.kind); })) {
        context.out << ' ' << context.say(Text::KeptStaffStays);
    }
    context.out << std::endl;
}

void printJson(const Context &context, const domain::RetentionTable &table, const std::vector<Due> &due)
{
    json::array kinds;
    for (const domain::RetentionProposal &kind : domain::retentionProposals()) {
        const auto days = table.days(kind.kind);
        kinds.push_back(json::object{{"kind", kind.name},
                                     {"days", days ? json::value(*days) : json::value()},
                                     {"proposed_days", kind.days},
                                     {"from", kind.from},
                                     {"source", kind.source}});
    }
    json::array rows;
    for (const Due &one : due) {
        rows.push_back(
            json::object{{"kind", domain::retentionProposals()[static_cast<std::size_t>(one.kind)].name},
                         {"whose", one.whose},
                         {"from_ms", one.fromMs}});
    }
    context.out << json::serialize(json::object{{"kinds", std::move(kinds)}, {"due", std::move(rows)}})
                << std::endl;
}

int list(Context &context, const Values & /*values*/)
{
    auto store = openHome(context.paths, context.random);
    if (!store) {
        return context.failed(store.error().error, store.error().subject);
    }
    const auto fold = (*store)->folds().upToDate((*store)->server().homeStream);
    if (!fold) {
        return context.failed(fold.error());
    }
    const auto table = domain::readRetention((*store)->server().home, **fold);
    const auto due = readDue(**store, table, context.clockMs());
    if (!due) {
        return context.failed(due.error());
    }
    context.json ? printJson(context, table, *due) : print(context, table, *due);
    return kExitOk;
}

void declareSet(po::options_description &options, po::positional_options_description &places, Lang lang)
{
    options.add_options()("kind", po::value<std::string>()->value_name("SLAGS"),
                          say(lang, Text::OptionKeptKind).c_str())(
        "time", po::value<std::string>()->value_name("TID"), say(lang, Text::OptionKeptTime).c_str())(
        "days", po::value<std::string>()->value_name("DAGE"), say(lang, Text::OptionKeptDays).c_str());
    places.add("kind", 1).add("time", 1);
}

std::optional<RecordKind> kindOf(const std::string &typed)
{
    for (const domain::RetentionProposal &kind : domain::retentionProposals()) {
        if (means(typed, wordsOf(kind.kind).typed, kind.name)) {
            return kind.kind;
        }
    }
    return std::nullopt;
}

int set(Context &context, const Values &values)
{
    if (values.count("kind") == 0) {
        return context.usage(Text::MissingOption, {"SLAGS"});
    }
    if (values.count("time") + values.count("days") != 1) {
        return context.usage(Text::MissingOption, {"TID"});
    }
    const bool counted = values.count("days") != 0;
    const std::string text = values[counted ? "days" : "time"].as<std::string>();
    const auto kind = kindOf(values["kind"].as<std::string>());
    const bool none = means(text, Text::RoleNone, "none");
    const auto days = parseKeptTime(text);
    if (!kind || (!none && !days)) {
        return context.usage(kind ? Text::BadKeptDays : Text::BadKeptKind);
    }
    const auto exit = writeHome(context, [&](HomeStore &store, Office &office) -> std::optional<int> {
        const StreamId home = store.server().homeStream;
        const auto fold = office.now(home);
        if (!fold) {
            return context.failed(fold.error());
        }
        office.write(home, domain::writeRetention(store.server().home, *kind, days, **fold));
        return std::nullopt;
    });
    if (exit) {
        return *exit;
    }
    const std::string name = context.say(wordsOf(*kind).name);
    if (context.json) {
        context.out << json::serialize(json::object{
                           {"kind", domain::retentionProposals()[static_cast<std::size_t>(*kind)].name},
                           {"days", days ? json::value(*days) : json::value()}})
                    << std::endl;
    } else {
        context.out << (days ? context.say(Text::KeptSet, {name, keptTime(context.lang, *days)})
                             : context.say(Text::KeptTakenBack, {name}))
                    << std::endl;
    }
    return kExitOk;
}

} // namespace

const Command kRetentionList{"retention list", "--data DIR [--json]", Text::AboutRetentionList,
                             declareNothing, list};
const Command kRetentionSet{"retention set", "SLAGS TID|ingen --data DIR", Text::AboutRetentionSet,
                            declareSet, set};

} // namespace trivsel::server
