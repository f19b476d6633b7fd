// What is written in the plans: by residents themselves, by staff, and by staff for them.
#include "app/demo/schedule.h"

#include <algorithm>

namespace trivsel::demo {

using catalogue::Definition;
using catalogue::Voice;

namespace {

constexpr std::int64_t kFieldPaceMs = 95'000; // somebody thinks, and writes

/** One resident's plan through the whole time; knows what stands there, so that the same is not said again.
 */
class PlanWriting
{
public:
    PlanWriting(const Stage &stage, const Cast &cast, const Definition &plan)
        : m_stage(stage), m_cast(cast), m_plan(plan), m_dice(stage.seed, "plan/" + cast.person.diceName)
    {
        const std::vector<Helper> &team = cast.person.team;
        m_names.person = cast.person.name;
        m_names.team1 = team.empty() ? std::string() : team[0].name;
        m_names.team2 = team.size() < 2 ? std::string() : team[1].name;
    }

    [[nodiscard]] std::vector<PlanSitting> sittings();
    void write(const PlanSitting &sitting, std::int64_t atMs, std::vector<Event> &events);
    /** Looked through: the dates, and how the agreements go. */
    void review(std::int64_t atMs, std::size_t number, std::vector<Event> &events);
    [[nodiscard]] Dice &dice() { return m_dice; }

private:
    [[nodiscard]] bool mayWrite(Speaker by, const std::string &linkId);
    [[nodiscard]] std::string agreement(std::size_t number);
    [[nodiscard]] std::string fromPool(const std::string &linkId);

    const Stage &m_stage;
    const Cast &m_cast;
    const Definition &m_plan;
    Dice m_dice;
    Names m_names;
    std::map<std::string, std::string> m_stands; // linkId, words
    std::set<std::string> m_ownHand;             // what the resident wrote alone
};

std::string PlanWriting::fromPool(const std::string &linkId)
{
    const auto known = m_stage.texts.pool.fields.find(linkId);
    if (known == m_stage.texts.pool.fields.end() || known->second.empty()) {
        return {};
    }
    return m_dice.pick(known->second);
}

std::vector<PlanSitting> PlanWriting::sittings()
{
    if (m_cast.persona != nullptr) {
        return m_cast.persona->sittings;
    }
    std::vector<PlanSitting> sittings;
    for (const Pool::Sitting &from : m_stage.texts.pool.sittings) {
        PlanSitting sitting{from.at, from.by, {}};
        for (const std::string &linkId : from.fields) {
            sitting.fields.emplace_back(linkId, fromPool(linkId));
        }
        sittings.push_back(std::move(sitting));
    }
    return sittings;
}

bool PlanWriting::mayWrite(Speaker by, const std::string &linkId)
{
    const catalogue::Item *item = m_plan.find(linkId);
    if (item == nullptr) {
        return false;
    }
    if (by == Speaker::Resident) {
        m_ownHand.insert(linkId);
        return item->voice != Voice::Staff;
    }
    // What a resident wrote alone is not written over by staff: it would stand beside it as a second version.
    return !m_cast.person.team.empty() && (item->voice != Voice::Resident || !m_ownHand.contains(linkId));
}

void PlanWriting::write(const PlanSitting &sitting, std::int64_t atMs, std::vector<Event> &events)
{
    PlanEvent event;
    event.resident = m_cast.person.who.person;
    event.url = m_plan.url;
    for (const auto &[linkId, words] : sitting.fields) {
        std::string text = fillIn(words, m_names);
        if (!text.empty() && m_stands[linkId] != text && mayWrite(sitting.by, linkId)) {
            m_stands[linkId] = text;
            event.fields.emplace_back(linkId, std::move(text));
        }
    }
    if (event.fields.empty()) {
        return;
    }
    event.who = sitting.by == Speaker::Resident ? m_cast.person.who : m_dice.pick(m_cast.person.team).who;
    events.push_back({atMs, kFieldPaceMs, 0, std::move(event)});
}

std::string PlanWriting::agreement(std::size_t number)
{
    const Pool &pool = m_stage.texts.pool;
    if (m_cast.persona == nullptr || m_cast.persona->agreements.empty()) {
        return fromPool(pool.agreementsField);
    }
    const std::vector<std::string> &own = m_cast.persona->agreements;
    return own[std::min(number, own.size() - 1)];
}

void PlanWriting::review(std::int64_t atMs, std::size_t number, std::vector<Event> &events)
{
    const Pool &pool = m_stage.texts.pool;
    PlanSitting sitting{0, Speaker::Staff, {}};
    sitting.fields.emplace_back(pool.agreementsField, agreement(number));
    sitting.fields.emplace_back(pool.seenOnField, isoDate(atMs));
    sitting.fields.emplace_back(pool.nextOnField, isoDate(atMs + m_plan.cadenceDays * kDayMs));
    write(sitting, atMs, events);
}

} // namespace

void addPlan(const Stage &stage, const Cast &cast, std::vector<Event> &events)
{
    const auto plan = stage.catalogue.byUrl(stage.texts.pool.planUrl);
    if (!plan) {
        return;
    }
    PlanWriting writing(stage, cast, *plan);
    const Window &window = stage.window;
    const std::vector<PlanSitting> sittings = writing.sittings();
    std::vector<std::pair<std::int64_t, std::optional<PlanSitting>>> evenings; // nullopt: a review
    std::int64_t begunMs = window.untilMs;
    for (const PlanSitting &sitting : sittings) {
        evenings.emplace_back(window.daytimeAt(sitting.at, writing.dice()), sitting);
        begunMs = std::min(begunMs, evenings.back().first);
    }
    const std::int64_t cadenceMs = std::max(1, plan->cadenceDays) * kDayMs;
    for (std::int64_t atMs = begunMs + 12 * kDayMs; atMs <= window.untilMs; atMs += cadenceMs) {
        evenings.emplace_back(daytimeOf(atMs + writing.dice().between(0, 4) * kDayMs, writing.dice()),
                              std::nullopt);
    }
    std::stable_sort(evenings.begin(), evenings.end(),
                     [](const auto &a, const auto &b) { return a.first < b.first; });
    std::size_t reviews = 0;
    for (const auto &[atMs, sitting] : evenings) {
        if (!window.holds(atMs)) {
            continue; // the words that stand must be those that were written
        }
        if (sitting) {
            writing.write(*sitting, atMs, events);
        } else {
            writing.review(atMs, reviews++, events);
        }
    }
}

void addTwoVersions(const Stage &stage, const std::vector<Cast> &cast, std::vector<Event> &events)
{
    const auto plan = stage.catalogue.byUrl(stage.texts.pool.planUrl);
    if (!plan || stage.tablets.size() < 2 || cast.empty()) {
        return;
    }
    const auto written = std::find_if(cast.begin(), cast.end(), [](const Cast &one) {
        return one.persona != nullptr && one.persona->twoVersions.has_value();
    });
    const Cast &who = written == cast.end() ? cast.front() : *written;
    const TwoVersions &versions =
        written == cast.end() ? stage.texts.pool.twoVersions : *written->persona->twoVersions;
    const auto add = [&](const Wording &wording, std::int64_t atMs, std::size_t tablet) {
        const bool told = wording.by == Speaker::Staff && !who.person.team.empty();
        PlanEvent event{
            told ? who.person.team.front().who : who.person.who, who.person.who.person, plan->url, {}};
        event.fields.emplace_back(versions.field, wording.text);
        events.push_back({std::max(atMs, stage.window.fromMs), kFieldPaceMs, tablet, std::move(event)});
    };
    const std::int64_t lastEvening = stage.window.untilMs - 2 * kDayMs;
    add(versions.second, lastEvening - lastEvening % kDayMs + 12 * kHourMs, 1);
    add(versions.first, lastEvening - lastEvening % kDayMs + 17 * kHourMs, 0);
}

} // namespace trivsel::demo
