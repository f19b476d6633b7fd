#include "app/viewmodels/session.h"

#include "app/viewmodels/text.h"

#include <algorithm>

namespace trivsel::app {

Session::Session(CoreLink &core, QObject *parent) : QObject(parent), m_core(core)
{
    connect(&core, &CoreLink::changed, this, &Session::onChanged);
}

QString Session::nameOf(const PersonId &person) const
{
    for (const auto &tile : m_home.residents) {
        if (tile.id == person) {
            return toQt(tile.name);
        }
    }
    for (const auto &member : m_home.staff) {
        if (member.id == person) {
            return toQt(member.name);
        }
    }
    return m_resident && person == domain::teamOf(m_resident->id) ? m_teamWord : QString();
}

QStringList Session::namesOf(const std::vector<engine::StaffMember> &members)
{
    QStringList names;
    for (const auto &member : members) {
        names.append(toQt(member.name));
    }
    return names;
}

bool Session::draftWaits(const std::string &url, const std::optional<PersonId> &about) const
{
    return m_snapshot &&
           std::any_of(m_snapshot->drafts.begin(), m_snapshot->drafts.end(), [&](const auto &draft) {
               return !draft.sent && draft.url == url && (!about || draft.about == *about);
           });
}

QString Session::staffName() const
{
    return isStaff() ? nameOf(m_who.person) : QString();
}

bool Session::isInTeam() const
{
    if (!m_snapshot) {
        return false;
    }
    const auto &team = m_snapshot->team;
    return std::any_of(team.begin(), team.end(),
                       [this](const auto &member) { return member.id == m_who.person; });
}

QString Session::residentName() const
{
    return m_resident ? toQt(m_resident->name) : QString();
}

engine::Who Session::residentWho() const
{
    return {m_resident ? m_resident->id : PersonId{}, merge::Role::ROLE_RESIDENT};
}

void Session::readHome()
{
    m_core.run(
        this, [](engine::Engine &engine) { return engine.home(); },
        [this](engine::HomeSnapshot home) {
            m_home = std::move(home);
            m_homeKnown = true;
            Q_EMIT homeChanged();
        });
}

void Session::enterResident(const engine::Tile &tile)
{
    m_who = {tile.id, merge::Role::ROLE_RESIDENT};
    setResident(tile);
    refresh();
}

void Session::enterStaff(const engine::SignInSnapshot &stay)
{
    m_stay = stay;
    m_who = stay.who;
    setResident(std::nullopt);
}

void Session::enterLent(const engine::SignInSnapshot &stay, const engine::Tile &tile)
{
    m_stay = stay;
    m_who = {tile.id, merge::Role::ROLE_RESIDENT};
    setResident(tile);
    m_onItsWay = true;
}

void Session::takeOver()
{
    m_onItsWay = false;
    refresh();
}

void Session::backToStaff()
{
    if (m_stay.kind == engine::SignInKind::Code && m_resident) {
        m_core.post([](engine::Engine &engine) { engine.closeResident(); });
        m_who = m_stay.who;
        setResident(m_resident);
        refresh();
    }
}

void Session::openResident(const engine::Tile &tile)
{
    setResident(tile);
    refresh();
}

void Session::closeResident()
{
    if (m_resident) {
        m_core.post([](engine::Engine &engine) { engine.closeResident(); });
        setResident(std::nullopt);
    }
}

void Session::letStaffGo()
{
    if (m_home.kind == TabletKind::Shared && m_stay.kind == engine::SignInKind::Code && isResident()) {
        m_core.post([](engine::Engine &engine) { engine.signOut(); });
        m_stay = {};
    }
}

void Session::leave()
{
    closeResident();
    if (m_stay.kind != engine::SignInKind::Nobody) {
        m_core.post([](engine::Engine &engine) { engine.signOut(); });
    }
    m_stay = {};
    m_who = {};
    Q_EMIT personChanged();
}

void Session::noteTouch()
{
    if (m_stay.kind == engine::SignInKind::Nobody || m_touchUnderWay) {
        return;
    }
    m_touchUnderWay = true;
    m_core.run(
        this,
        [](engine::Engine &engine) {
            engine.touch();
            return engine.signedIn();
        },
        [this](const engine::SignInSnapshot &now) {
            m_touchUnderWay = false;
            compareStay(now);
        });
}

void Session::compareStay(const engine::SignInSnapshot &now)
{
    if (m_stay.kind == engine::SignInKind::Nobody) {
        return;
    }
    if (now.token != m_stay.token) {
        Q_EMIT locked();
    } else if (now.leaseExpired != m_stay.leaseExpired || now.chosenCode != m_stay.chosenCode) {
        m_stay.leaseExpired = now.leaseExpired;
        m_stay.chosenCode = now.chosenCode;
        Q_EMIT leaseChanged();
    }
}

void Session::suspend()
{
    if (m_resident) {
        m_suspended = true;
        m_core.post([](engine::Engine &engine) { engine.closeResident(); });
        dropSnapshot();
    }
}

void Session::resume()
{
    m_suspended = false;
    refresh();
}

void Session::refresh()
{
    if (!m_resident || m_suspended || m_onItsWay) {
        return;
    }
    const int visit = m_visit;
    m_core.run(
        this,
        [resident = m_resident->id, who = m_who](engine::Engine &engine) {
            auto page = engine.openResident(resident, who);
            return std::pair(std::move(page), engine.own(resident));
        },
        [this, visit](std::pair<Result<engine::ResidentSnapshot>, engine::OwnSnapshot> &&read) {
            if (visit != m_visit) {
                return;
            }
            auto &snapshot = read.first;
            m_own = read.second;
            m_problem = problemOf(snapshot);
            if (snapshot) {
                m_snapshot = std::move(*snapshot);
                m_resident = m_snapshot->tile; // their own picture and letters, as they stand now
            } else if (m_own.tileLocked) {
                m_snapshot.reset();
                m_problem = Problem::None; // no fault: the pictures come first
            }
            Q_EMIT snapshotChanged();
        });
}

void Session::setResident(std::optional<engine::Tile> tile)
{
    m_resident = std::move(tile);
    m_suspended = false;
    m_onItsWay = false;
    m_triedBefore = 0;
    Q_EMIT personChanged();
    dropSnapshot();
}

void Session::dropSnapshot()
{
    ++m_visit;
    m_problem = Problem::None;
    m_snapshot.reset();
    m_own = {};
    Q_EMIT snapshotChanged();
}

void Session::onChanged(const engine::Changed &what)
{
    if (what.home) {
        readHome();
    }
    // Drafts change by this screen's own taps only, and whoever taps asks again when it matters.
    const auto &touched = what.residents;
    const bool theirs =
        m_resident && std::find(touched.begin(), touched.end(), m_resident->id) != touched.end();
    const bool waits =
        m_resident && m_own.state == engine::OwnState::Fetching; // for the rest of a first sync
    if ((theirs && m_snapshot) || (waits && (theirs || what.home))) {
        refresh();
    }
}

} // namespace trivsel::app
