// A phone on a walk, the neighbour in the next room, and what people find when the office has taken something
// off their tablet.
#include "tests/sim/people.h"

#include <algorithm>

namespace trivsel::sim {

bool People::isOpen(const Status &opened) const
{
    const bool closed = opened.error().code() == Errc::NotFound || opened.error().code() == Errc::NotAllowed;
    return !(isPhone() && closed);
}

void People::actOnPhone(Dice &dice)
{
    const auto along = m_tablet->home().along;
    const bool isAlong = std::find(along.begin(), along.end(), m_home.sofie.person) != along.end();
    if (!isAlong) {
        const Status taken = m_tablet->takeAlong(m_home.sofie.person, m_home.bo);
        if (!taken && taken.error().code() == Errc::NotAllowed) {
            return; // not in her team any more, and the phone knows it
        }
        if (perform("take along", taken, [] {})) {
            m_told.counters.add(Fault::WalkBegun);
        }
        return;
    }
    if (!open(m_home.bo)) {
        return; // has not come yet, or was taken off
    }
    if (dice.chance(10)) {
        return endTrip();
    }
    const std::uint64_t before = m_told.story.serial;
    anything(dice);
    if (m_told.offline() && m_told.story.serial > before) {
        m_told.counters.add(Fault::EditOnWalk);
    }
}

void People::endTrip()
{
    const Status ended = m_tablet->endTrip(m_home.sofie.person);
    if (perform("end the trip", ended, [this] { takenOff(false); })) {
        preparedToEmpty(true);
        m_told.counters.add(Fault::WalkEnded);
    } else if (ended.error().code() == Errc::StoreFull) {
        takenOff(false); // what was typed may be written, and the rest found no room
    }
}

void People::takenOff(bool sure)
{
    for (const auto &[who, fields] : mind.fields) {
        for (const auto &[field, draft] : fields) {
            Edit edit;
            edit.saved = saved();
            edit.saved.mayBeGone = !sure || draft.forSeveral;
            edit.field = field;
            edit.text = draft.text;
            edit.addedWord = draft.addedWord;
            edit.author =
                who.person == m_home.sofie.person || isInside(field) ? m_home.sofie.person : who.person;
            edit.enterer = who.person;
            edit.seen = draft.seen;
            m_told.story.edits.push_back(std::move(edit)); // under an id that nobody was told
        }
    }
    mind.unsure = mind.unsure || !sure;
    mind.fields.clear();
    covered();
}

void People::preparedToEmpty(bool sure)
{
    takenOff(sure);
    const auto sheets = mind.sheets;
    for (const auto &[id, sheet] : sheets) {
        if (sure && sheet.sent) {
            settleSheet(id, sheet);
        }
    }
}

void People::emptied()
{
    m_doubts.clear();
    covered();
    mind = {};
}

void People::neighbour(Dice &dice)
{
    const auto residents = m_tablet->home().residents;
    const bool lives = std::any_of(residents.begin(), residents.end(), [this](const engine::Tile &tile) {
        return tile.id == m_home.karl.person;
    });
    const bool here = m_tablet.seat().where == Where::Wall || m_tablet.seat().where == Where::Duty;
    if (inDoubt() || !lives || !here) {
        return;
    }
    covered(); // another's page is open now
    const auto sheet = m_tablet->beginForm(m_home.karl.person, m_home.karl, kForm, PersonId());
    if (!sheet && sheet.error().code() == Errc::KeyMissing) {
        return; // he was erased, and his tile goes with the next contact
    }
    if (!sheet) {
        perform("begin the neighbour's sheet", tl::unexpected(sheet.error()), [] {});
        return;
    }
    Neighbour answer{saved(), sheet->id, {}};
    const std::string text = "Karl siger " + word() + ".";
    // What the disk cuts short on the way was not told to be saved, and nobody waits for it.
    if (!perform("write in the neighbour's sheet", m_tablet->writeAnswer(sheet->id, "ord", text), [] {})) {
        return;
    }
    if (dice.chance(25)) {
        m_told.story.neighbours.push_back(std::move(answer));
        return;
    }
    if (!perform("say who reads the neighbour's sheet", m_tablet->setReaders(sheet->id, StreamKind::Team),
                 [] {}) ||
        !perform("send the neighbour's sheet", m_tablet->sendDraft(sheet->id), [] {})) {
        return;
    }
    answer.text = text;
    m_told.story.neighbours.push_back(std::move(answer));
    settle();
}

} // namespace trivsel::sim
