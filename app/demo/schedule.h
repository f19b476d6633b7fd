#pragma once

#include "app/demo/events.h"
#include "app/demo/people.h"
#include "app/demo/texts.h"
#include "app/demo/window.h"

#include <array>

namespace trivsel::demo {

/** One of the tablets, as far as the schedule must know it. */
struct TabletView
{
    TabletKind kind = TabletKind::Shared;
    std::vector<std::set<StreamKind>> readers; // for each resident, in the order of People
};

struct Stage
{
    const catalogue::Catalogue &catalogue;
    const People &people;
    const Texts &texts;
    std::vector<TabletView> tablets; // one or two
    Window window;
    std::uint64_t seed = 1;
};

/** Everything that happens, in the order of time. The same for the same stage. */
[[nodiscard]] std::vector<Event> schedule(const Stage &stage);

/** The parts of it. Each appends what happens to one resident, or to one of the staff. */
struct Cast // one resident and whose words they speak
{
    const Neighbour &person;
    const Persona *persona = nullptr; // nullptr: speaks from the pool
    std::size_t index = 0;            // in People
};
void addConversations(const Stage &stage, const Cast &cast, std::vector<Event> &events);
void addSelfEvaluations(const Stage &stage, const Cast &cast, std::vector<Event> &events);
void addStaffEvaluations(const Stage &stage, const Helper &helper, std::vector<Event> &events);
void addPlan(const Stage &stage, const Cast &cast, std::vector<Event> &events);
/** One field on two tablets; only with two. */
void addTwoVersions(const Stage &stage, const std::vector<Cast> &cast, std::vector<Event> &events);

/** How somebody mostly answers: written for them, or drawn. */
[[nodiscard]] Mood moodOf(const Stage &stage, const Cast &cast);

} // namespace trivsel::demo
