// What somebody does next, and what a start must find.
#include "tests/sim/people.h"

#include <algorithm>

namespace trivsel::sim {

Who People::anybody(Dice &dice) const
{
    const std::vector<Who> house{m_home.sofie, m_home.sofie, m_home.mette, m_home.ali};
    const std::vector<Who> walk{m_home.sofie, m_home.bo};
    return dice.pick(isPhone() ? walk : house);
}

void People::forget()
{
    m_doubts.clear();
    m_shown.clear();
    covered();
}

bool People::perform(const char *what, const Status &done, Doubt doubt)
{
    m_told.trace(std::string(what) + (done ? "" : std::string(": ") + nameOf(done.error().code())));
    if (done) {
        m_told.onSaved();
        return true;
    }
    if (!m_told.diskFails()) {
        m_told.fail(std::string(what) + " was refused: " + nameOf(done.error().code()) + " " +
                    done.error().detail());
    } else if (done.error().code() != Errc::StoreFull) {
        m_doubts.push_back(std::move(doubt));
    }
    return false;
}

void People::start()
{
    m_shown.clear();
    covered();
    for (const Doubt &doubt : std::exchange(m_doubts, {})) {
        doubt();
    }
    const auto sheets = mind.sheets;
    for (const auto &[id, sheet] : sheets) {
        if (!sheet.sent) {
            continue;
        }
        // A start settles what was sent; where there is no room for it, it waits as it was.
        const auto waits = m_tablet->draft(id);
        if (!waits || !waits->sent) {
            settleSheet(id, sheet);
        }
    }
    look();
}

void People::look()
{
    if (isPhone() && !open(m_home.bo)) {
        return; // what was begun on a walk lies there unread until the next
    }
    for (const auto &[id, sheet] : mind.sheets) {
        checkSheet(id, sheet);
    }
    for (const auto &[who, fields] : mind.fields) {
        if (!fields.empty()) {
            static_cast<void>(open(who)); // compares the drafts
        }
    }
}

/** A tablet that was set up and has not met the server yet shows nobody to choose. */
bool People::knowsEverybody() const
{
    const engine::HomeSnapshot snapshot = m_tablet->home();
    return !snapshot.residents.empty() && snapshot.staff.size() >= 2;
}

void People::act(Dice &dice)
{
    if (inDoubt() || !knowsEverybody() || m_tablet.seat().where == Where::Leader) {
        return;
    }
    if (isPhone()) {
        return actOnPhone(dice);
    }
    if (dice.chance(4)) {
        return neighbour(dice);
    }
    anything(dice);
}

void People::anything(Dice &dice)
{
    const std::size_t what = dice.below(100);
    if (what < 32) {
        tap(dice);
    } else if (what < 50) {
        finishSheet(dice);
    } else if (what < 72) {
        write(dice);
    } else if (what < 86) {
        leave(dice);
    } else if (what < 94) {
        resolve(dice);
    } else if (what < 97) {
        withdraw(dice);
    } else {
        discard(dice);
    }
}

void People::discard(Dice &dice)
{
    if (!mind.sheets.empty() && dice.chance(50)) {
        const DraftId id = mind.sheets.begin()->first;
        const Sheet before = mind.sheets.begin()->second;
        if (perform("discard a sheet", m_tablet->discardDraft(id),
                    [this, id, before] { doubtSheet(id, before, std::nullopt); })) {
            mind.sheets.erase(id);
        }
        return;
    }
    const Who who = anybody(dice);
    const auto doubt = [this, who] {
        const auto plan = m_tablet->openPlan(m_home.sofie.person, who, kPlan);
        const bool any = plan && std::any_of(plan->fields.begin(), plan->fields.end(),
                                             [](const auto &field) { return field.draft.has_value(); });
        if (!any) {
            mind.fields[who].clear();
        }
    };
    if (perform("discard what was typed", m_tablet->discardPlanEdits(m_home.sofie.person, who, kPlan),
                doubt)) {
        mind.fields[who].clear();
    }
}

} // namespace trivsel::sim
