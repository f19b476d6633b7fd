#include "app/demo/schedule.h"

#include <algorithm>

namespace trivsel::demo {

namespace {

/** Personas go to the residents who are called so; each to one only. */
std::vector<Cast> castOf(const Stage &stage)
{
    std::vector<Cast> cast;
    std::set<const Persona *> taken;
    for (std::size_t i = 0; i < stage.people.residents.size(); ++i) {
        Cast one{stage.people.residents[i], nullptr, i};
        for (const Persona &persona : stage.texts.personas) {
            if (persona.name == one.person.name && taken.insert(&persona).second) {
                one.persona = &persona;
                break;
            }
        }
        cast.push_back(one);
    }
    return cast;
}

} // namespace

Mood moodOf(const Stage &stage, const Cast &cast)
{
    if (cast.persona != nullptr) {
        return cast.persona->mood;
    }
    Dice dice(stage.seed, "mood/" + cast.person.diceName);
    Mood mood;
    mood.level = static_cast<int>(dice.between(28, 76));
    mood.drift = static_cast<int>(dice.between(-14, 20));
    mood.swing = static_cast<int>(dice.between(6, 18));
    mood.cooperation = static_cast<int>(dice.between(52, 86));
    mood.helped = static_cast<int>(dice.between(0, 45));
    mood.notToday = static_cast<int>(dice.between(3, 14));
    mood.remarks = static_cast<int>(dice.between(5, 35));
    mood.readers = dice.chance(70)   ? ReaderChoice::Team
                   : dice.chance(75) ? ReaderChoice::Chosen
                                     : ReaderChoice::Own;
    return mood;
}

std::vector<Event> schedule(const Stage &stage)
{
    std::vector<Event> events;
    const std::vector<Cast> cast = castOf(stage);
    for (const Cast &one : cast) {
        addConversations(stage, one, events);
        addSelfEvaluations(stage, one, events);
        addPlan(stage, one, events);
    }
    for (const Helper &helper : stage.people.staff) {
        addStaffEvaluations(stage, helper, events);
    }
    addTwoVersions(stage, cast, events);
    std::erase_if(events, [&](const Event &event) { return !stage.window.holds(event.atMs); });
    std::stable_sort(events.begin(), events.end(),
                     [](const Event &a, const Event &b) { return a.atMs < b.atMs; });
    return events;
}

} // namespace trivsel::demo
