#include "proto/domain/access.h"
#include "sync-server/audit_rows.h"
#include "sync-server/audit_tell.h"
#include "sync-server/commands/find_person.h"
#include "sync-server/commands/local_time.h"
#include "sync-server/commands/numbers.h"
#include "sync-server/commands/words.h"
#include "sync-server/open_home.h"
#include "sync-server/rounds.h"

#include <algorithm>
#include <array>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <ostream>

// Who looked, for the office: a sample for the leader's check, everything about a resident for the
// controller, and the summary that residents are shown.
namespace trivsel::server {
namespace {

namespace json = boost::json;
using domain::LookReason;

constexpr int kSample = 20;
constexpr int kSampleMax = 10'000;

Text didOf(domain::AuditAction action)
{
    switch (action) {
    case wire::v1::AUDIT_SEARCH:
        return Text::AuditSearched;
    case wire::v1::AUDIT_PRINT:
        return Text::AuditPrinted;
    case wire::v1::AUDIT_EXPORT:
        return Text::AuditExported;
    case wire::v1::AUDIT_ACCESS:
        return Text::AuditAccess;
    case wire::v1::AUDIT_SIGN_IN:
        return Text::AuditSignedIn;
    case wire::v1::AUDIT_SIGN_IN_REFUSED:
        return Text::AuditRefused;
    default:
        return Text::AuditRead;
    }
}

Text whyOf(domain::AuditPurpose purpose)
{
    switch (purpose) {
    case wire::v1::PURPOSE_CONVERSATION:
        return Text::AuditConversation;
    case wire::v1::PURPOSE_PLAN:
        return Text::AuditPlan;
    case wire::v1::PURPOSE_TODAY:
        return Text::AuditToday;
    case wire::v1::PURPOSE_ANSWERS:
        return Text::AuditAnswers;
    case wire::v1::PURPOSE_HANDOVER:
        return Text::AuditHandover;
    case wire::v1::PURPOSE_SAFETY:
        return Text::AuditSafety;
    case wire::v1::PURPOSE_SHIFT:
        return Text::AuditShift;
    case wire::v1::PURPOSE_EMERGENCY:
        return Text::AuditEmergency;
    case wire::v1::PURPOSE_OFFICE:
        return Text::AuditOffice;
    case wire::v1::PURPOSE_ORDER:
        return Text::AuditOrder;
    default:
        return Text::AuditNoReason;
    }
}

/** Names for the ids in the entries. */
class Names
{
public:
    Names(const Context &context, HomeStore &store, std::vector<NamedPerson> people)
        : m_context(context), m_store(store), m_people(std::move(people))
    {
    }
    [[nodiscard]] std::string person(const std::optional<PersonId> &id, Text otherwise) const
    {
        if (!id) {
            return m_context.say(otherwise);
        }
        const auto at = std::find_if(m_people.begin(), m_people.end(),
                                     [&](const NamedPerson &one) { return one.person.id == *id; });
        return at == m_people.end() ? toHex(id->view()) : calledName(*at);
    }
    [[nodiscard]] std::string tablet(const DeviceId &id) const
    {
        const domain::Device *device = m_store.model().device(id);
        if (id == m_store.server().device()) {
            return m_context.say(Text::AuditOffice);
        }
        return device != nullptr && !device->name.empty() ? device->name : toHex(id.view());
    }

private:
    const Context &m_context;
    HomeStore &m_store;
    std::vector<NamedPerson> m_people;
};

/** As unsigned: a tablet's clock may say anything. */
std::int64_t timeOf(const domain::AuditEntry &entry)
{
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(entry.wallMs) +
                                     static_cast<std::uint64_t>(entry.offsetMs));
}

std::string sentenceOf(const Context &context, const Names &names, const AuditLine &line)
{
    constexpr std::uint32_t kClockCompared = 1;
    const domain::AuditEntry &entry = *line.entry;
    const std::string about = names.person(entry.about, Text::AuditHouse);
    const Text nobody = entry.role == domain::Role::ROLE_OFFICE ? Text::AuditOffice : Text::AuditShiftCode;
    std::string text = context.say(
        Text::AuditLine, {localTime(timeOf(entry), context.lang), names.person(entry.person, nobody),
                          context.say(textOf(entry.role)), context.say(didOf(entry.action), {about}),
                          context.say(whyOf(entry.purpose)), names.tablet(line.row.device)});
    if (entry.clockQuality != kClockCompared) {
        text += ' ' + context.say(Text::AuditClock);
    }
    if (!line.signedByDevice) {
        text += ' ' + context.say(Text::AuditUnsigned);
    }
    return text;
}

json::object jsonOf(const Names &names, const AuditLine &line)
{
    const domain::AuditEntry &entry = *line.entry;
    return {{"at_ms", timeOf(entry)},
            {"clock", entry.clockQuality},
            {"person", entry.person ? json::value(toHex(entry.person->view())) : json::value()},
            {"role", domain::nameOf(entry.role)},
            {"action", wire::v1::AuditAction_Name(entry.action)},
            {"purpose", wire::v1::AuditPurpose_Name(entry.purpose)},
            {"about", entry.about ? json::value(toHex(entry.about->view())) : json::value()},
            {"tablet", names.tablet(line.row.device)},
            {"number", line.row.number},
            {"signed", line.signedByDevice}};
}

Text faultText(domain::ChainFault::Kind kind)
{
    using Kind = domain::ChainFault::Kind;
    return kind == Kind::Missing ? Text::AuditMissing
           : kind == Kind::Twice ? Text::AuditTwice
                                 : Text::AuditChanged;
}

std::string_view faultName(domain::ChainFault::Kind kind)
{
    using Kind = domain::ChainFault::Kind;
    return kind == Kind::Missing ? "missing" : kind == Kind::Twice ? "twice" : "changed";
}

/** What is shown of what was read. */
struct Shown
{
    std::vector<const AuditLine *> lines;
    const AuditRead *everything = nullptr; // for the chains
};

void print(const Context &context, HomeStore &store, const Names &names, const Shown &shown)
{
    const auto faults = faultsOf(store, *shown.everything);
    if (context.json) {
        json::array lines;
        for (const AuditLine *line : shown.lines) {
            lines.push_back(jsonOf(names, *line));
        }
        json::array broken;
        for (const domain::ChainFault &fault : faults) {
            broken.push_back(json::object{{"tablet", names.tablet(fault.device)},
                                          {"kind", faultName(fault.kind)},
                                          {"first", fault.first},
                                          {"last", fault.last}});
        }
        context.out << json::serialize(json::object{{"lines", std::move(lines)},
                                                    {"faults", std::move(broken)},
                                                    {"unreadable", shown.everything->unreadable},
                                                    {"all", shown.everything->lines.size()}})
                    << std::endl;
        return;
    }
    for (const AuditLine *line : shown.lines) {
        context.out << sentenceOf(context, names, *line) << '\n';
    }
    if (shown.lines.empty()) {
        context.out << context.say(Text::AuditNothing) << '\n';
    }
    for (const domain::ChainFault &fault : faults) {
        const bool several = fault.kind == domain::ChainFault::Kind::Missing && fault.last != fault.first;
        const std::string lines =
            std::to_string(fault.first) + (several ? "–" + std::to_string(fault.last) : std::string());
        context.out << context.say(faultText(fault.kind), {names.tablet(fault.device), lines}) << '\n';
    }
    if (shown.everything->unreadable > 0) {
        context.out << context.say(Text::AuditUnreadable, {std::to_string(shown.everything->unreadable)})
                    << '\n';
    }
    if (faults.empty() && shown.everything->unreadable == 0) {
        context.out << context.say(Text::AuditWhole, {std::to_string(shown.everything->lines.size())})
                    << '\n';
    }
    context.out << std::flush;
}

std::uint64_t below(const Random &random, std::uint64_t end)
{
    const std::uint64_t fair = end * (UINT64_MAX / end); // beyond it the first would come more often
    std::uint64_t drawn = 0;
    do {
        random({reinterpret_cast<std::uint8_t *>(&drawn), sizeof drawn});
    } while (drawn >= fair);
    return drawn % end;
}

/** `count` of them, each as likely as any other, in the order in which they came. */
void keepSample(const Random &random, std::size_t count, std::vector<const AuditLine *> &lines)
{
    if (count >= lines.size()) {
        return;
    }
    std::vector<std::size_t> places(lines.size());
    for (std::size_t at = 0; at < places.size(); ++at) {
        places[at] = at;
    }
    for (std::size_t at = 0; at < count; ++at) {
        std::swap(places[at], places[at + below(random, places.size() - at)]);
    }
    places.resize(count);
    std::sort(places.begin(), places.end());
    std::vector<const AuditLine *> kept;
    for (const std::size_t at : places) {
        kept.push_back(lines[at]);
    }
    lines = std::move(kept);
}

struct Wanted
{
    std::optional<PersonId> resident;
    std::optional<std::int64_t> from;
    std::optional<std::int64_t> until;

    [[nodiscard]] bool has(const domain::AuditEntry &entry) const
    {
        const std::int64_t at = timeOf(entry);
        return (!resident || entry.about == resident) && (!from || at >= *from) && (!until || at < *until);
    }
};

int show(Context &context, HomeStore &store, const Wanted &wanted, std::optional<std::size_t> sample)
{
    auto all = people(store);
    const auto read = readAudit(store, [](const domain::StreamInfo &info) { return !info.erased; });
    if (!all || !read) {
        return context.failed(all ? read.error() : all.error());
    }
    Shown shown;
    shown.everything = &*read;
    for (const AuditLine &line : read->lines) {
        if (line.entry && wanted.has(*line.entry)) {
            shown.lines.push_back(&line);
        }
    }
    if (sample) {
        keepSample(context.random, *sample, shown.lines);
    }
    std::stable_sort(shown.lines.begin(), shown.lines.end(), [](const AuditLine *a, const AuditLine *b) {
        return timeOf(*a->entry) < timeOf(*b->entry);
    });
    print(context, store, Names(context, store, std::move(*all)), shown);
    return kExitOk;
}

void declareSample(po::options_description &options, po::positional_options_description & /*places*/,
                   Lang lang)
{
    options.add_options()(
        "n", po::value<std::string>()->default_value(std::to_string(kSample))->value_name("ANTAL"),
        say(lang, Text::OptionSample).c_str());
}

int sample(Context &context, const Values &values)
{
    int count = 0;
    if (const auto exit = readNumber(context, values, "n", 1, kSampleMax, count)) {
        return *exit;
    }
    auto store = openHome(context.paths, context.random);
    if (!store) {
        return context.failed(store.error().error, store.error().subject);
    }
    return show(context, **store, {}, static_cast<std::size_t>(count));
}

void declareShow(po::options_description &options, po::positional_options_description &places, Lang lang)
{
    const auto text = [](const char *name) { return po::value<std::string>()->value_name(name); };
    options.add_options()("resident", text("BEBOER"), say(lang, Text::OptionResident).c_str())(
        "from", text("DATO"), say(lang, Text::OptionFromDay).c_str())("to", text("DATO"),
                                                                      say(lang, Text::OptionToDay).c_str());
    places.add("resident", 1);
}

int showAll(Context &context, const Values &values)
{
    Wanted wanted;
    if (values.count("resident") == 0) {
        return context.usage(Text::MissingOption, {"--resident"});
    }
    if (values.count("from") != 0) {
        wanted.from = dayStart(values["from"].as<std::string>(), 0);
    }
    if (values.count("to") != 0) {
        wanted.until = dayStart(values["to"].as<std::string>(), 1); // that day too
    }
    if ((values.count("from") != 0 && !wanted.from) || (values.count("to") != 0 && !wanted.until)) {
        return context.usage(Text::BadDay);
    }
    auto store = openHome(context.paths, context.random);
    if (!store) {
        return context.failed(store.error().error, store.error().subject);
    }
    const auto all = people(**store);
    if (!all) {
        return context.failed(all.error());
    }
    NamedPerson resident;
    if (const auto trouble = findOne(context, *all, values["resident"].as<std::string>(), true, resident)) {
        return *trouble;
    }
    wanted.resident = resident.person.id;
    return show(context, **store, wanted, std::nullopt);
}

int tell(Context &context, const Values & /*values*/)
{
    auto store = openHome(context.paths, context.random);
    if (!store) {
        return context.failed(store.error().error, store.error().subject);
    }
    const Office::Ports ports{context.random, context.clockMs()};
    const auto told = tellWhoLooked(**store, ports, localOffset);
    if (!told) {
        return context.failed(told.error());
    }
    const auto rounds = settleRounds(**store, ports);
    if (!rounds) {
        return context.failed(rounds.error());
    }
    if (context.json) {
        context.out << json::serialize(json::object{{"residents", *told},
                                                    {"rounds", rounds->written},
                                                    {"rounds_refused", rounds->refused}})
                    << std::endl;
        return kExitOk;
    }
    context.out << context.say(Text::AuditTold, {std::to_string(*told)}) << std::endl;
    if (rounds->written > 0) {
        context.out << context.say(Text::RoundsWritten, {std::to_string(rounds->written)}) << std::endl;
    }
    if (rounds->refused > 0) {
        context.out << context.say(Text::RoundsRefused, {std::to_string(rounds->refused)}) << std::endl;
    }
    return kExitOk;
}

} // namespace

const Command kAuditSample{"audit sample", "[--n 20] --data DIR [--json]", Text::AboutAuditSample,
                           declareSample, sample};
const Command kAuditShow{"audit show", "BEBOER [--from DATO] [--to DATO] --data DIR [--json]",
                         Text::AboutAuditShow, declareShow, showAll};
const Command kAuditTell{"audit tell", "--data DIR [--json]", Text::AboutAuditTell, declareNothing, tell};

} // namespace trivsel::server
