#pragma once

#include "app/viewmodels/core_link.h"
#include "app/viewmodels/problem.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace trivsel::app {

/**
 * Who sits at the tablet and whose page is open, with the newest snapshots. A resident is at their own page;
 * staff open one resident's page at a time. Covering drops the resident's snapshot from memory. UI thread.
 */
class Session : public QObject
{
    Q_OBJECT

public:
    explicit Session(CoreLink &core, QObject *parent = nullptr);

    [[nodiscard]] const engine::HomeSnapshot &home() const { return m_home; }
    [[nodiscard]] bool homeKnown() const { return m_homeKnown; }
    /** Person is null while nobody has said who they are. */
    [[nodiscard]] const engine::Who &who() const { return m_who; }
    [[nodiscard]] bool isResident() const { return m_who.role == merge::Role::ROLE_RESIDENT; }
    [[nodiscard]] bool isStaff() const { return !m_who.person.isNull() && !isResident(); }
    /** A device that only staff carry: it may show what residents have answered. */
    [[nodiscard]] bool onStaffDevice() const { return m_home.kind == TabletKind::Staff; }
    [[nodiscard]] QString staffName() const;
    /** How staff have come in; Nobody while no code was given. On a staff device also beside a resident. */
    [[nodiscard]] engine::SignInKind signedIn() const { return m_stay.kind; }
    /** The device has not met the office for seven days: staff write, and read nothing. */
    /** Where the code stands that they chose themselves. */
    [[nodiscard]] engine::ChosenCodeState chosenCode() const { return m_stay.chosenCode; }
    [[nodiscard]] bool leaseExpired() const { return m_stay.leaseExpired; }
    /** Staff who belong to the open resident's team. */
    [[nodiscard]] bool isInTeam() const;
    [[nodiscard]] const std::optional<engine::Tile> &resident() const { return m_resident; }
    [[nodiscard]] QString residentName() const;
    [[nodiscard]] const std::optional<engine::ResidentSnapshot> &snapshot() const { return m_snapshot; }
    /** How *kun mig* stands for the open resident; as of the newest snapshot. */
    [[nodiscard]] const engine::OwnSnapshot &own() const { return m_own; }
    /** The tile waits for three pictures; nothing else of the resident is known here. */
    [[nodiscard]] bool isTileLocked() const { return m_own.tileLocked; }
    /** How often somebody picked wrong ones before the tile was opened. */
    [[nodiscard]] int triedBefore() const { return m_triedBefore; }
    void noteTried(int times) { m_triedBefore = times; }
    /** Newer than the snapshot. */
    void noteOwn(const engine::OwnSnapshot &own) { m_own = own; }
    [[nodiscard]] Problem problem() const { return m_problem; }
    /** Of a resident or of staff; empty when not known here. */
    [[nodiscard]] QString nameOf(const PersonId &person) const;
    /** What nameOf() calls the open resident's whole team. */
    void setTeamWord(const QString &word) { m_teamWord = word; }
    [[nodiscard]] static QStringList namesOf(const std::vector<engine::StaffMember> &members);
    /** An answer of this viewer's to that form lies there; without `about`: about whomever. */
    [[nodiscard]] bool draftWaits(const std::string &url, const std::optional<PersonId> &about = {}) const;
    /** A resident answers for themselves even when staff opened the page. */
    [[nodiscard]] engine::Who residentWho() const;

    void readHome();
    void enterResident(const engine::Tile &tile);
    /** In a samtale: staff are signed out, and the device is the resident's alone. */
    void enterLent(const engine::SignInSnapshot &stay, const engine::Tile &tile);
    /** The resident has the device now; until then nothing of theirs is read. */
    void takeOver();
    /** The samtale is over, and whoever sat beside the resident has stayed signed in. What the resident's
     * pictures opened closes. */
    void backToStaff();
    /** The engine has let them in; their role is the engine's word. */
    void enterStaff(const engine::SignInSnapshot &stay);
    void openResident(const engine::Tile &tile); // staff
    void closeResident();                        // staff stay
    /** Of a samtale on a shared tablet: staff are signed out, and the resident stays. Nothing where a
     * resident writes beside somebody of the staff, or when nobody is signed in. */
    void letStaffGo();
    /** Also signs out. */
    void leave();
    /** Somebody touched the screen: the engine counts its own time, and says when it has locked. */
    void noteTouch();
    void refresh();
    /** Covered: nothing of the resident stays in memory, and nothing is read before resume(). */
    void suspend();
    void resume();

Q_SIGNALS:
    void homeChanged();
    void personChanged();
    void snapshotChanged();
    /** The lease ran out, the office was met again, or it answered about a code. */
    void leaseChanged();
    /** The engine has locked by itself: nobody is signed in any more. */
    void locked();

private:
    void setResident(std::optional<engine::Tile> tile);
    void dropSnapshot();
    void compareStay(const engine::SignInSnapshot &now);
    void onChanged(const engine::Changed &what);

    CoreLink &m_core;
    QString m_teamWord;
    engine::HomeSnapshot m_home;
    bool m_homeKnown = false;
    engine::Who m_who;
    engine::SignInSnapshot m_stay;
    bool m_touchUnderWay = false;
    std::optional<engine::Tile> m_resident;
    std::optional<engine::ResidentSnapshot> m_snapshot;
    engine::OwnSnapshot m_own;
    Problem m_problem = Problem::None;
    bool m_suspended = false;
    bool m_onItsWay = false; // the device is lent, and still in the hands of staff
    int m_triedBefore = 0;
    int m_visit = 0; // answers to an earlier visit are thrown away
};

} // namespace trivsel::app
