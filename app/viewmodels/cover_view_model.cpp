#include "app/viewmodels/cover_view_model.h"

#include "app/viewmodels/form_session.h"
#include "app/viewmodels/plan_view_model.h"
#include "app/viewmodels/text.h"
#include "app/viewmodels/thanks_view_model.h"
#include "app/viewmodels/write_view_model.h"

#include <algorithm>

namespace trivsel::app {

int idleMsOf(Navigator::Page page)
{
    using Page = Navigator::Page;
    switch (page) {
    case Page::Opening:
    case Page::Problem:
    case Page::Pairing:
    case Page::Start:
        return 0;
    case Page::Themes:
    case Page::About:
    case Page::Begin:
    case Page::Question:
    case Page::Plan:
    case Page::PlanList:
    case Page::PlanGroup:
    case Page::PlanEntry:
    case Page::PlanChoice:
    case Page::PlanOtherView:
    case Page::PlanPrint:
    case Page::Write:
    case Page::Versions:
    case Page::History:
    case Page::StaffChooser:
    case Page::StaffCode:
    case Page::ChangeCode:
    case Page::Staff:
    case Page::StaffResident:
    case Page::Trips:
    case Page::Measure:
    case Page::Agreement:
    case Page::Conversation:
    case Page::Talk:
    case Page::Reply:
    case Page::ResetPictures:
    case Page::Round:
    case Page::Rounds:
    case Page::Practice:
    case Page::Safety: // read while something happens: 45 s would be too soon
        return CoverViewModel::kQuestionIdleMs;
    case Page::Resident:
    case Page::Review:
    case Page::Thanks:
    case Page::OwnPage:
    case Page::Pictures:
    case Page::Door:
    case Page::Ways:
    case Page::StaffAnswers:
        return CoverViewModel::kAnswersIdleMs;
    }
    return CoverViewModel::kAnswersIdleMs;
}

CoverViewModel::CoverViewModel(const Context &context, const Pages &pages, IdleTimer &idle, QObject *parent)
    : QObject(parent), m(context), m_pages(pages), m_idle(idle)
{
    m_idle.onExpired([this] { hide(); });
    connect(&m.pages, &Navigator::pageChanged, this, [this] {
        m.voice.stop();
        schedule();
    });
    connect(&m.pages, &Navigator::helpOpenChanged, this, [this] { m.voice.stop(); });
    connect(&m.session, &Session::locked, this, &CoverViewModel::goToStart);
    connect(&m.session, &Session::snapshotChanged, this, &CoverViewModel::keepDoor);
}

QString CoverViewModel::picture() const
{
    return m.session.resident() ? toQt(m.session.resident()->picture) : QString();
}

/** The resident's own time for what they write and are asked, where a resident sits. Pages that show answers
 * have the same for everybody: what somebody leaves open is read by the next. */
int CoverViewModel::idleMs() const
{
    // What is answered without a name is forgotten with its page: as much time as the questions have.
    const bool unnamed = m_pages.form.unnamed() && m.pages.page() == Navigator::Page::Review;
    const int usual = unnamed ? kQuestionIdleMs : idleMsOf(m.pages.page());
    if (!m.session.isResident() || !m.session.resident()) {
        return usual;
    }
    int chosen = m.session.resident()->ways.coverAfterS * 1'000;
    if (m.session.signedIn() == engine::SignInKind::Code) {
        // The engine lets staff go soon after that, and would end the resident's stay with theirs.
        chosen = std::min(chosen, kQuestionIdleMs);
    }
    return usual == kQuestionIdleMs ? chosen : usual;
}

void CoverViewModel::schedule()
{
    const int ms = m_covered ? 0 : idleMs();
    if (ms > 0) {
        m_idle.start(ms);
    } else {
        m_idle.stop();
    }
}

bool CoverViewModel::noteTouch()
{
    if (m_idle.overdue()) {
        m_idle.stop();
        hide();
        return false;
    }
    schedule();
    m.session.noteTouch();
    return true;
}

void CoverViewModel::saveWhatStands()
{
    m.voice.stop();
    m_pages.write.leave();
    m_pages.plan.leave();
    m_pages.thanks.leave();
}

void CoverViewModel::hide()
{
    if (m_covered || idleMsOf(m.pages.page()) == 0) {
        return;
    }
    if (!m.session.isResident() || m.pages.page() == Navigator::Page::Door) {
        leaveToStart(); // nobody's place waits behind a door that was not opened
        return;
    }
    const bool door = m.session.own().tile;
    saveWhatStands();
    m_covered = true;
    m_pages.form.suspend();
    m.session.suspend();
    dropStaffsSide();
    // Its stream is closed by now: without the pictures an empty sheet would stand in its place.
    m_ownWaits = m_pages.form.waitsForOwn();
    if (door || m_ownWaits) { // stands already when the cover goes: what lies below is not shown for a moment
        m.pages.push(Navigator::Page::Door);
    }
    schedule();
    Q_EMIT coveredChanged();
}

/** Staff who sat beside the resident in a samtale come back with a code: anybody may sit there when the cover
 * goes. */
void CoverViewModel::dropStaffsSide()
{
    if (m.pages.contains(Navigator::Page::StaffResident)) {
        m.pages.startBelow(Navigator::Page::Talk);
        m.session.letStaffGo();
    }
}

void CoverViewModel::uncover()
{
    if (m_covered) {
        m_covered = false;
        m.session.noteTouch(); // before anything is read: it may have locked meanwhile
        m.session.resume();
        if (m.pages.page() != Navigator::Page::Door) {
            m_pages.form.resume();
        }
        schedule();
        Q_EMIT coveredChanged();
    }
}

/** Before a tile that waits for its pictures, whatever page stands; away when they were right. */
void CoverViewModel::keepDoor()
{
    const bool atDoor = m.pages.page() == Navigator::Page::Door;
    if (m.session.isTileLocked() && m.session.isResident() && !atDoor && !m_covered) {
        m.voice.stop();
        m_pages.form.suspend(); // what is being written stays with its page until they are in again
        m.pages.push(Navigator::Page::Door);
    } else if (m.session.snapshot() && !m_covered) {
        if (atDoor && m_ownWaits && !m.session.own().open) {
            return;
        }
        if (atDoor) {
            m_ownWaits = false;
            m.pages.pop();
            m_pages.form.resume();
        }
        m_pages.write.tryAgain();
    }
}

void CoverViewModel::goToStart()
{
    m_covered = false;
    leaveToStart();
    Q_EMIT coveredChanged();
}

void CoverViewModel::leaveToStart()
{
    m_ownWaits = false;
    saveWhatStands();
    m_pages.write.drop();
    m_pages.form.close();
    m.session.leave();
    m.pages.reset(Navigator::Page::Start);
    schedule();
}

} // namespace trivsel::app
