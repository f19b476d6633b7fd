// Lines: how they are opened, how bytes move on them, and how they break.
#include "tests/sim/world.h"

namespace trivsel::sim {

Line *World::connect(std::size_t tablet)
{
    Place &place = m_places[tablet];
    if (!place.tablet->running() || place.people->inDoubt() || lineOf(tablet) != nullptr) {
        return nullptr;
    }
    if (place.offline) {
        m_seen.counters.add(Fault::OfflineSpell);
        return nullptr;
    }
    if (!m_server.running()) {
        return nullptr;
    }
    note("tablet " + std::to_string(tablet) + " connects");
    m_lines.push_back(std::make_unique<Line>(++m_lineNumber, tablet, *place.tablet, m_server, m_seen));
    settleDisk();
    return m_lines.back().get();
}

void World::openLine()
{
    if (const auto at = someRunning()) {
        connect(*at);
    }
}

void World::syncWhole()
{
    if (const auto at = someRunning()) {
        syncWhole(*at);
    }
}

void World::syncWhole(std::size_t at)
{
    Line *line = lineOf(at);
    if (line == nullptr) {
        line = connect(at);
    }
    if (line == nullptr) {
        return;
    }
    const std::size_t budget = m_dice.chance(25) ? m_dice.below(m_dice.chance(50) ? 600 : 20'000) : SIZE_MAX;
    runLine(*line, budget);
    if (budget != SIZE_MAX && line->tabletThere() && m_dice.chance(70)) {
        note("the line of tablet " + std::to_string(at) + " breaks");
        line->cut(true, m_dice.chance(50));
    }
}

/** Everybody at once, as in the evening: the office stores what several hand in together. */
void World::syncTogether()
{
    for (std::size_t at = 0; at < m_places.size(); ++at) {
        connect(at);
    }
    for (std::size_t turn = 0; turn < 200 && !m_lines.empty() && m_server.running(); ++turn) {
        bool moved = false;
        for (const auto &line : m_lines) {
            moved = line->moveUp(SIZE_MAX) || moved;
            settleDisk();
            moved = line->moveDown(SIZE_MAX) || moved;
            settleDisk();
            line->takeOutcome();
        }
        if (!moved && m_server.running() && m_server.due()) {
            tick();
        } else if (!moved) {
            return;
        }
    }
}

/** Until the run ends, something dies, or so many bytes have moved. */
void World::runLine(Line &line, std::size_t budget)
{
    while (line.tabletThere() && budget > 0) {
        const std::size_t most = std::min(budget, m_dice.chance(80) ? SIZE_MAX : 1 + m_dice.below(3'000));
        const std::size_t before = line.up() + line.down();
        bool moved = line.moveUp(most);
        settleDisk();
        moved = line.moveDown(most) || moved;
        settleDisk();
        budget -= std::min(budget, budget == SIZE_MAX ? 0 : std::max<std::size_t>(before, 1));
        if (m_server.running() && m_server.due()) {
            if (budget == SIZE_MAX && m_dice.chance(8)) {
                return; // others come in between
            }
            tick();
        } else if (!moved) {
            return;
        }
    }
    if (auto outcome = line.takeOutcome()) {
        note("tablet " + std::to_string(line.tablet()) + " is done: " +
             (*outcome ? "in order"
                       : std::string(nameOf(outcome->error().code())) + " " + outcome->error().detail()));
        if (*outcome) {
            line.moveUp(SIZE_MAX); // its last word
            settleDisk();
        }
    }
}

void World::moveSome()
{
    for (std::size_t i = 0; i < 4 && !m_lines.empty(); ++i) {
        Line &line = *m_lines[m_dice.below(m_lines.size())];
        const std::size_t most = m_dice.chance(50) ? SIZE_MAX : 1 + m_dice.below(4'000);
        if (m_dice.chance(50)) {
            line.moveUp(most);
        } else {
            line.moveDown(most);
        }
        settleDisk();
        if (line.takeOutcome()) {
            note("tablet " + std::to_string(line.tablet()) + " is done");
        }
        if (m_server.running() && m_server.due() && m_dice.chance(40)) {
            tick();
        }
    }
}

void World::tick()
{
    if (m_seen.pushedSinceCommit.size() > 1) {
        m_seen.counters.add(Fault::RunsTogether);
    }
    m_seen.pushedSinceCommit.clear();
    m_server.tick();
    settleDisk();
}

Line *World::lineOf(std::size_t tablet)
{
    for (const auto &line : m_lines) {
        if (line->tablet() == tablet && line->tabletThere()) {
            return line.get();
        }
    }
    return nullptr;
}

void World::sweepLines()
{
    std::erase_if(m_lines, [](const auto &line) {
        line->takeOutcome();
        return line->over();
    });
    while (m_lines.size() > 6) { // nobody comes back for these
        m_lines.front()->cut(true, true);
        m_lines.erase(m_lines.begin());
    }
}

void World::cutLine()
{
    if (m_lines.empty()) {
        return;
    }
    Line &line = *m_lines[m_dice.below(m_lines.size())];
    note("a line of tablet " + std::to_string(line.tablet()) + " breaks");
    if (m_dice.chance(40)) {
        line.tabletGone(); // what it sent before is still on its way
        line.takeOutcome();
        return;
    }
    line.cut(true, m_dice.chance(60));
    line.takeOutcome();
}

void World::stallLine()
{
    if (m_lines.empty()) {
        return;
    }
    Line &line = *m_lines[m_dice.below(m_lines.size())];
    (m_dice.chance(50) ? line.upStalled : line.downStalled) ^= true;
    m_seen.counters.add(Fault::LineStalled);
    note("a line stalls, or moves again");
}

void World::spell()
{
    Place &place = m_places[m_dice.below(m_places.size())];
    place.offline = !place.offline;
    note(place.offline ? "a tablet goes out of reach" : "a tablet is in reach again");
}

/** Before one goes out it makes contact; out there is no network. */
void World::walk(std::size_t phone)
{
    Place &place = m_places[phone];
    if (place.offline ? m_dice.chance(20) : m_dice.chance(50)) {
        syncWhole(phone);
        place.offline = !place.offline;
        note(place.offline ? "somebody goes for a walk with a phone" : "a phone is back from a walk");
    }
}

} // namespace trivsel::sim
