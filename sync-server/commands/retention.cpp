#include "proto/domain/retention_record.h"
#include "sync-server/audit_rows.h"
#include "sync-server/commands/find_person.h"
#include "sync-server/commands/local_time.h"
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
};

constexpr std::array<KindWords, static_cast<std::size_t>(RecordKind::Count)> kWords{{
    {Text::KeptAnswers, Text::KeptFromClosed, Text::KeptLawHealth},
    {Text::KeptOwn, Text::KeptFromClosed, Text::KeptLawHealth},
    {Text::KeptPlans, Text::KeptFromClosed, Text::KeptLawPlan},
    {Text::KeptSafety, Text::KeptFromClosed, Text::KeptLawHealth},
    {Text::KeptStaffAnswers, Text::KeptFromLeft, Text::KeptLawNone},
    {Text::KeptGroupRounds, Text::KeptFromRound, Text::KeptLawNobody},
    {Text::KeptProfile, Text::KeptFromClosed, Text::KeptLawHealth},
    {Text::KeptPeople, Text::KeptFromLeft, Text::KeptLawAuthors},
    {Text::KeptAudit, Text::KeptFromWritten, Text::KeptLawAudit},
    {Text::KeptBackups, Text::KeptFromCopy, Text::KeptLawBackups},
}};

const KindWords &wordsOf(RecordKind kind)
{
    return kWords.at(static_cast<std::size_t>(kind));
}

/** Something whose time is over: for the controller to decide on. */
struct Due
{
    RecordKind kind{};
    std::string whose; // a resident's name; empty = the house's
    std::int64_t fromMs = 0;
};

constexpr std::array kOfResidents = {RecordKind::Answers, RecordKind::Own, RecordKind::Plans,
                                     RecordKind::Safety, RecordKind::Profile};

void addResident(const HomeStore &store, const domain::RetentionTable &table, const NamedPerson &one,
                 std::int64_t nowMs, std::vector<Due> &out)
{
    const auto &streams = store.model().streams;
    const auto anyOf = [&](auto is) {
        return std::any_of(streams.begin(), streams.end(), [&](const domain::StreamInfo &info) {
            return info.about == one.person.id && is(info);
        });
    };
    const bool hold = anyOf([](const domain::StreamInfo &info) { return info.hold.has_value(); });
    const bool left = anyOf([](const domain::StreamInfo &info) { return !info.erased; });
    if (!one.person.closed || !left) {
        return;
    }
    for (const RecordKind kind : kOfResidents) {
        if (table.isDue({kind, one.person.closed->atMs, hold}, nowMs, false)) {
            out.push_back({kind, calledName(one), one.person.closed->atMs});
        }
    }
}

/** The oldest entry says when the audit is due. */
Status addAudit(HomeStore &store, const domain::RetentionTable &table, std::int64_t nowMs,
                std::vector<Due> &out)
{
    if (!table.days(RecordKind::Audit)) {
        return {};
    }
    const auto read =
        readAudit(store, [](const domain::StreamInfo &info) { return !info.erased && !info.hold; });
    if (!read) {
        return tl::unexpected(read.error());
    }
    constexpr std::uint32_t kClockCompared = 1;
    std::optional<std::int64_t> oldest;
    for (const AuditLine &line : read->lines) {
        if (line.entry && line.entry->clockQuality == kClockCompared) {
            // As unsigned: a tablet's clock may say anything.
            const auto at = static_cast<std::int64_t>(static_cast<std::uint64_t>(line.entry->wallMs) +
                                                      static_cast<std::uint64_t>(line.entry->offsetMs));
            oldest = std::min(oldest.value_or(at), at);
        }
    }
    if (table.isDue({RecordKind::Audit, oldest, false}, nowMs, false)) {
        out.push_back({RecordKind::Audit, {}, *oldest});
    }
    return {};
}

void print(const Context &context, const domain::RetentionTable &table, const std::vector<Due> &due)
{
    bool decided = false;
    for (const domain::RetentionProposal &kind : domain::retentionProposals()) {
        const KindWords &words = wordsOf(kind.kind);
        const auto days = table.days(kind.kind);
        decided = decided || days.has_value();
        context.out << context.say(Text::KeptLine,
                                   {kind.name, context.say(words.name),
                                    days ? context.say(Text::KeptDays, {std::to_string(*days)})
                                         : context.say(Text::KeptUndecided),
                                    std::to_string(kind.days), context.say(words.from),
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
                                    localTime(one.fromMs)})
                    << '\n';
    }
    context.out << context.say(due.empty() ? Text::KeptNothingDue : Text::KeptDecide) << std::endl;
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

void declareList(po::options_description & /*options*/, po::positional_options_description & /*places*/,
                 Lang /*lang*/)
{
}

int list(Context &context, const Values & /*values*/)
{
    auto store = openHome(context.paths, context.random);
    if (!store) {
        return context.failed(store.error().error, store.error().subject);
    }
    const auto all = people(**store);
    const auto fold = (*store)->folds().upToDate((*store)->server().homeStream);
    if (!all || !fold) {
        return context.failed(all ? fold.error() : all.error());
    }
    const auto table = domain::readRetention((*store)->server().home, **fold);
    std::vector<Due> due;
    for (const NamedPerson &one : *all) {
        addResident(**store, table, one, context.clockMs(), due);
    }
    if (const Status audit = addAudit(**store, table, context.clockMs(), due); !audit) {
        return context.failed(audit.error());
    }
    context.json ? printJson(context, table, due) : print(context, table, due);
    return kExitOk;
}

void declareSet(po::options_description &options, po::positional_options_description &places, Lang lang)
{
    options.add_options()("kind", po::value<std::string>()->value_name("SLAGS"),
                          say(lang, Text::OptionKeptKind).c_str())(
        "days", po::value<std::string>()->value_name("DAGE"), say(lang, Text::OptionKeptDays).c_str());
    places.add("kind", 1);
}

std::optional<int> daysOf(const std::string &text)
{
    constexpr std::size_t kDigitsMax = 5;
    const bool digits = !text.empty() && text.size() <= kDigitsMax &&
                        std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    const int days = digits ? std::stoi(text) : 0;
    return days >= 1 && days <= domain::RetentionTable::kDaysMax ? std::optional(days) : std::nullopt;
}

int set(Context &context, const Values &values)
{
    for (const char *needed : {"kind", "days"}) {
        if (values.count(needed) == 0) {
            return context.usage(Text::MissingOption, {"--" + std::string(needed)});
        }
    }
    const std::string text = values["days"].as<std::string>();
    const auto kind = domain::recordKind(values["kind"].as<std::string>());
    const bool none = text == "ingen" || text == "none";
    const auto days = daysOf(text);
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
        context.out << json::serialize(json::object{{"kind", values["kind"].as<std::string>()},
                                                    {"days", days ? json::value(*days) : json::value()}})
                    << std::endl;
    } else {
        context.out << (days ? context.say(Text::KeptSet, {name, std::to_string(*days)})
                             : context.say(Text::KeptTakenBack, {name}))
                    << std::endl;
    }
    return kExitOk;
}

} // namespace

const Command kRetentionList{"retention list", "--data DIR [--json]", Text::AboutRetentionList, declareList,
                             list};
const Command kRetentionSet{"retention set", "SLAGS --days DAGE|ingen --data DIR", Text::AboutRetentionSet,
                            declareSet, set};

} // namespace trivsel::server
