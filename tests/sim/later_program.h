#pragma once

#include "app/engine/parts.h"
#include "tests/sim/faults.h"
#include "tests/sim/sim_tablet.h"
#include "tests/sim/story.h"

namespace trivsel::sim {

/**
 * A later version of the program, which somebody installed on a tablet for a while: it writes what this one
 * can't read, and edits lists, which this one only shows. It stands on the engine's own parts, since a later
 * version will too. The tablet must not be running.
 */
class LaterProgram
{
public:
    LaterProgram(Home &home, SimTablet &tablet, std::size_t number, Story &story, Counters &counters)
        : m_home(home), m_tablet(tablet), m_number(number), m_story(story), m_counters(counters)
    {
    }

    /** One to three changes. An error: the disk refused. */
    [[nodiscard]] Status run(Dice &dice);

private:
    [[nodiscard]] Status writeUnknown(Dice &dice, engine::Parts &parts);
    [[nodiscard]] Status writeItem(Dice &dice, engine::Parts &parts);
    [[nodiscard]] Saved saved() { return {m_number, ++m_story.serial, false}; }

    Home &m_home;
    SimTablet &m_tablet;
    std::size_t m_number;
    Story &m_story;
    Counters &m_counters;
};

/** What a list's item is made of. */
inline const std::string kItemText = "punkt";
inline const std::string kItemRank = "plads";

} // namespace trivsel::sim
