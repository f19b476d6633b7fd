#include "proto/domain/access.h"

#include <QtTest>

#include <array>
#include <fstream>
#include <functional>
#include <initializer_list>
#include <set>
#include <string>
#include <vector>

using namespace trivsel;
using namespace trivsel::domain;
using namespace trivsel::wire::v1;

namespace {

constexpr std::array<std::optional<DeviceKind>, 4> kPlaces{std::nullopt, DeviceKind::Shared,
                                                           DeviceKind::Staff, DeviceKind::Leader};
constexpr std::array kVoices{VOICE_UNSPECIFIED, VOICE_RESIDENT, VOICE_STAFF};
constexpr std::array kStaffRoles{ROLE_STAFF,    ROLE_PEER,  ROLE_COORDINATOR,
                                 ROLE_MEDICINE, ROLE_NIGHT, ROLE_TEMP};
constexpr std::array kGuestRoles{ROLE_MENTOR, ROLE_MEETING_LEADER, ROLE_REFLECTANT, ROLE_SUPERVISOR,
                                 ROLE_REPRESENTATIVE};

std::vector<Action> actions()
{
    std::vector<Action> all;
    for (int at = 0; at < static_cast<int>(Action::Count); ++at) {
        all.push_back(static_cast<Action>(at));
    }
    return all;
}

std::vector<Role> roles()
{
    std::vector<Role> all;
    for (int role = 0; role < Role_ARRAYSIZE; ++role) {
        all.push_back(static_cast<Role>(role));
    }
    return all;
}

/** "..xx ..xx ...." for one action, role and place: see the head of the table in tests/data. */
std::string cellsOf(Action action, Role role, const std::optional<DeviceKind> &place)
{
    std::string out;
    for (const Voice voice : kVoices) {
        out += out.empty() ? "" : " ";
        for (const bool own : {false, true}) {
            for (const bool among : {false, true}) {
                Situation now{role, own, voice, among, place};
                const bool alone = allowed(action, now);
                now.twoPeople = true;
                out += alone ? 'x' : allowed(action, now) ? '2' : '.';
            }
        }
    }
    return out == ".... .... ...." ? "-             " : out;
}

std::string padded(std::string_view text, std::size_t width)
{
    return std::string(text) + std::string(width - std::min(width, text.size()), ' ');
}

std::string row(Action action, Role role)
{
    std::string out = padded(nameOf(action), 26) + padded(nameOf(role), 16);
    for (const auto &place : kPlaces) {
        out += "| " + cellsOf(action, role, place) + " ";
    }
    return out.substr(0, out.find_last_not_of(' ') + 1);
}

std::vector<std::string> tableNow()
{
    std::vector<std::string> rows;
    for (const Action action : actions()) {
        for (const Role role : roles()) {
            if (role != ROLE_UNSPECIFIED) {
                rows.push_back(row(action, role));
            }
        }
    }
    return rows;
}

std::vector<std::string> tableOnPaper()
{
    std::ifstream in(TRIVSEL_SOURCE_DIR "/tests/data/access/table.txt");
    std::vector<std::string> rows;
    for (std::string line; std::getline(in, line);) {
        if (!line.empty() && line.front() != '#') {
            rows.push_back(line);
        }
    }
    return rows;
}

/** Every situation there is, for these roles. */
template <class Roles, class Check> void everySituation(const Roles &who, const Check &check)
{
    for (const Role role : who) {
        for (const Voice voice : kVoices) {
            for (const auto &place : kPlaces) {
                for (int flags = 0; flags < 8; ++flags) {
                    check(
                        Situation{role, (flags & 1) != 0, voice, (flags & 2) != 0, place, (flags & 4) != 0});
                }
            }
        }
    }
}

/** All but residents: staff, leader, office, guests, machine. */
std::vector<Role> everybodyElse()
{
    std::vector<Role> all;
    for (const Role role : roles()) {
        if (role != ROLE_RESIDENT) {
            all.push_back(role);
        }
    }
    return all;
}

int countAllowed(const std::vector<Role> &who, std::initializer_list<Action> what,
                 const std::function<bool(const Situation &)> &counts)
{
    int yes = 0;
    everySituation(who, [&](const Situation &now) {
        for (const Action action : what) {
            yes += counts(now) && allowed(action, now) ? 1 : 0;
        }
    });
    return yes;
}

bool anySituation(const Situation & /*now*/)
{
    return true;
}
bool ofAnother(const Situation &now)
{
    return !now.ownWords;
}
bool residentsWords(const Situation &now)
{
    return now.voice == VOICE_RESIDENT;
}

} // namespace

class TestAccess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /** `TRIVSEL_WRITE=1` writes it anew; what changed is then read by a person. */
    void theWholeTableIsAsOnPaper()
    {
        const auto now = tableNow();
        if (qEnvironmentVariableIsSet("TRIVSEL_WRITE")) {
            std::vector<std::string> head;
            std::ifstream in(TRIVSEL_SOURCE_DIR "/tests/data/access/table.txt");
            for (std::string line; std::getline(in, line) && line.starts_with('#');) {
                head.push_back(line);
            }
            in.close();
            std::ofstream out(TRIVSEL_SOURCE_DIR "/tests/data/access/table.txt");
            for (const auto &lines : {head, now}) {
                for (const auto &line : lines) {
                    out << line << '\n';
                }
            }
        }
        const auto paper = tableOnPaper();
        for (std::size_t at = 0; at < std::min(now.size(), paper.size()); ++at) {
            QCOMPARE(QByteArray::fromStdString(now[at]), QByteArray::fromStdString(paper[at]));
        }
        QCOMPARE(now.size(), paper.size());
    }

    void everyActionAndRoleHasAName()
    {
        std::set<std::string_view> names;
        for (const Action action : actions()) {
            QVERIFY(!nameOf(action).empty());
            QVERIFY(names.insert(nameOf(action)).second);
        }
        QVERIFY(nameOf(Action::Count).empty());
        for (const Role role : roles()) {
            QCOMPARE(nameOf(role).empty(), role == ROLE_UNSPECIFIED);
            QVERIFY(role == ROLE_UNSPECIFIED || roleNamed(nameOf(role)) == role);
        }
        QVERIFY(!roleNamed("king"));
        QVERIFY(!roleNamed(""));
    }

    void numbersThatAreNoRoleOrVoiceOrDeviceMayNothing()
    {
        for (const Action action : actions()) {
            for (const int role : {-1, 0, 10, 16, 31, 32, 33, 64}) {
                everySituation(std::vector{static_cast<Role>(role)},
                               [&](const Situation &now) { QVERIFY(!allowed(action, now)); });
            }
            for (const int voice : {-1, 3, 32, 33}) {
                QVERIFY(!allowed(action, {ROLE_RESIDENT, true, static_cast<Voice>(voice), true,
                                          DeviceKind::Shared, true}));
                QVERIFY(!allowed(
                    action, {ROLE_STAFF, true, static_cast<Voice>(voice), true, DeviceKind::Staff, true}));
            }
            for (const int device : {0, 4, 32, 255}) {
                QVERIFY(!allowed(
                    action, {ROLE_STAFF, true, VOICE_STAFF, true, static_cast<DeviceKind>(device), true}));
            }
        }
        QVERIFY(!allowed(Action::Count, {ROLE_RESIDENT, true, VOICE_RESIDENT, true}));
    }

    // --- Staff can never, sentence by sentence. Leaders, the office, guests and machines neither. ---

    void nobodyElseEditsDeletesHidesOrReordersAResidentsWords()
    {
        using enum Action;
        const auto count = [](Action action) {
            return countAllowed(everybodyElse(), {action}, residentsWords);
        };
        QCOMPARE(count(EditWords), 0);
        QCOMPARE(count(DeleteWords), 0);
        QCOMPARE(count(HideWords), 0);
        QCOMPARE(count(ReorderWords), 0);
        QCOMPARE(count(ChooseVersion), 0);
        QCOMPARE(count(RewriteVersion), 0);
        QCOMPARE(countAllowed(everybodyElse(), {WithdrawAnswer}, ofAnother), 0);
        QVERIFY(allowed(EditWords, {ROLE_RESIDENT, true, VOICE_RESIDENT}));
        // Another resident's are as safe as from staff.
        QCOMPARE(countAllowed({ROLE_RESIDENT}, {EditWords, DeleteWords, HideWords, ReorderWords}, ofAnother),
                 0);
    }

    void nobodyTapsMyWordsForAResident()
    {
        QCOMPARE(countAllowed(everybodyElse(), {Action::ApproveAsMyWords}, anySituation), 0);
        QCOMPARE(countAllowed({ROLE_RESIDENT}, {Action::ApproveAsMyWords}, ofAnother), 0);
        QVERIFY(allowed(Action::ApproveAsMyWords, {ROLE_RESIDENT, true, VOICE_RESIDENT}));
    }

    void nobodyAnswersForAnotherWithoutTheMark()
    {
        QCOMPARE(countAllowed(roles(), {Action::AnswerUnmarked, Action::AnswerForSelf}, ofAnother), 0);
        QVERIFY(allowed(Action::AnswerForAnother, {ROLE_STAFF, false, VOICE_RESIDENT}));
    }

    void nobodyElseWidensWhoMayRead()
    {
        QCOMPARE(countAllowed(everybodyElse(), {Action::WidenReaders, Action::InviteGuest}, anySituation), 0);
        QCOMPARE(countAllowed(roles(), {Action::WidenReaders, Action::InviteGuest}, ofAnother), 0);
    }

    void nobodyElseSeesDraftsTimeChangesOrSkipping()
    {
        using enum Action;
        QCOMPARE(countAllowed(roles(), {SeeDrafts, SeeChangedAnswers}, ofAnother), 0);
        QCOMPARE(countAllowed(roles(), {SeeTimeUsed, SeeSkipPatterns}, anySituation), 0);
    }

    void nobodyElseReadsKunMigNeitherThroughAReset()
    {
        QCOMPARE(countAllowed(everybodyElse(), {Action::ReadOwn}, anySituation), 0);
        QCOMPARE(countAllowed(roles(), {Action::ReadOwn}, ofAnother), 0);
        QCOMPARE(countAllowed(roles(), {Action::ReadOwnThroughReset}, anySituation), 0);
        QVERIFY(allowed(Action::ReadOwn, {ROLE_RESIDENT, true, VOICE_RESIDENT, false, DeviceKind::Shared}));
    }

    void nobodyElseExportsWhatWasNotTicked()
    {
        QCOMPARE(countAllowed(everybodyElse(), {Action::ExportUnticked}, anySituation), 0);
        QCOMPARE(countAllowed(roles(), {Action::ExportUnticked}, ofAnother), 0);
        // Lawful orders apart: two people, at the office.
        Situation order{ROLE_OFFICE, false, VOICE_RESIDENT};
        QVERIFY(!allowed(Action::ExportByOrder, order));
        order.twoPeople = true;
        QVERIFY(allowed(Action::ExportByOrder, order));
        order.device = DeviceKind::Staff;
        QVERIFY(!allowed(Action::ExportByOrder, order));
    }

    void nobodySetsAScoreAsAGoalOrRanksPeople()
    {
        QCOMPARE(countAllowed(roles(), {Action::SetScoreAsGoal, Action::RankPeople}, anySituation), 0);
    }

    void nobodyElseEndsANoMoreAsking()
    {
        QCOMPARE(countAllowed(everybodyElse(), {Action::EndNoMoreAsking}, anySituation), 0);
        QCOMPARE(countAllowed(roles(), {Action::EndNoMoreAsking}, ofAnother), 0);
        QVERIFY(allowed(Action::EndNoMoreAsking, {ROLE_RESIDENT, true, VOICE_RESIDENT}));
    }

    // --- Other sentences of the design ---

    void whatStaffReplyIsTheirsAloneAndOnlyWhereTheyMayRead()
    {
        using enum Action;
        QCOMPARE(countAllowed(roles(), {ReplyToResident},
                              [](const Situation &now) {
                                  return now.voice != VOICE_STAFF || now.ownWords || !now.among ||
                                         (now.device != DeviceKind::Shared &&
                                          now.device != DeviceKind::Staff);
                              }),
                 0);
        for (const Role role : kStaffRoles) {
            QVERIFY(allowed(ReplyToResident, {role, false, VOICE_STAFF, true, DeviceKind::Shared}));
            QVERIFY(allowed(HoldConversation, {role, false, VOICE_UNSPECIFIED, true, DeviceKind::Staff}));
            QVERIFY(!allowed(HoldConversation, {role, false, VOICE_UNSPECIFIED, false, DeviceKind::Shared}));
            QVERIFY(
                allowed(AgreeOnConversations, {role, false, VOICE_UNSPECIFIED, true, DeviceKind::Shared}));
        }
        QVERIFY(!allowed(ReplyToResident, {ROLE_RESIDENT, true, VOICE_STAFF, true, DeviceKind::Shared}));
        QVERIFY(!allowed(HoldConversation, {ROLE_RESIDENT, false, VOICE_RESIDENT, true, DeviceKind::Shared}));
        QVERIFY(!allowed(HoldConversation, {ROLE_LEADER, false, VOICE_UNSPECIFIED, true, DeviceKind::Staff}));
    }

    void theResidentAloneSaysThatTheySeeItOtherwise()
    {
        using enum Action;
        QCOMPARE(countAllowed(everybodyElse(), {SeeOtherwise}, anySituation), 0);
        QCOMPARE(countAllowed(roles(), {SeeOtherwise}, ofAnother), 0);
        for (const auto &place : kPlaces) {
            QVERIFY(allowed(SeeOtherwise, {ROLE_RESIDENT, true, VOICE_RESIDENT, false, place}));
            QVERIFY(!allowed(SeeOtherwise, {ROLE_RESIDENT, true, VOICE_STAFF, true, place}));
        }
    }

    void staffHoldRoundsOnTheSharedTabletAndNowhereElse()
    {
        using enum Action;
        QCOMPARE(countAllowed(roles(), {HoldRound},
                              [](const Situation &now) {
                                  return now.device != DeviceKind::Shared || now.role == ROLE_RESIDENT ||
                                         isGuest(now.role) || now.role == ROLE_OFFICE;
                              }),
                 0);
        for (const Role role : {ROLE_STAFF, ROLE_TEMP, ROLE_LEADER}) {
            QVERIFY(allowed(HoldRound, {role, false, VOICE_UNSPECIFIED, false, DeviceKind::Shared}));
        }
    }

    void leadersAndTheOfficeReadNoAnswers()
    {
        using enum Action;
        QCOMPARE(countAllowed({ROLE_LEADER, ROLE_OFFICE},
                              {ReadOwn, ReadChosen, ReadTeam, ReadSafety, Search, Print}, anySituation),
                 0);
    }

    void safetyPlansNeverOpenOnASharedTablet()
    {
        using enum Action;
        QCOMPARE(
            countAllowed(roles(),
                         {ReadSafety, WriteSafety, ReadSafetyByShiftCode, ReadSafetyInEmergency, PrintSafety},
                         [](const Situation &now) { return now.device != DeviceKind::Staff; }),
            0);
        for (const Role role : kStaffRoles) {
            QVERIFY(allowed(ReadSafetyInEmergency, {role, false, VOICE_RESIDENT, false, DeviceKind::Staff}));
            QVERIFY(allowed(ReadSafetyByShiftCode, {role, false, VOICE_RESIDENT, false, DeviceKind::Staff}));
            QVERIFY(!allowed(ReadSafety, {role, false, VOICE_RESIDENT, false, DeviceKind::Staff}));
        }
    }

    void guestsReadOnlyWhatAResidentOpenedForThem()
    {
        const std::vector<Role> guests(kGuestRoles.begin(), kGuestRoles.end());
        for (const Action action : actions()) {
            const int yes = countAllowed(guests, {action}, anySituation);
            QCOMPARE(yes > 0, action == Action::ReadChosen);
        }
        QCOMPARE(countAllowed(guests, {Action::ReadChosen},
                              [](const Situation &now) { return !now.among || now.ownWords; }),
                 0);
    }

    void erasingNeedsTwoPeopleAndBlockingOne()
    {
        QVERIFY(!allowed(Action::Erase, {ROLE_OFFICE}));
        QVERIFY(allowed(Action::Erase, {ROLE_OFFICE, false, VOICE_UNSPECIFIED, false, std::nullopt, true}));
        QVERIFY(allowed(Action::BlockTablet, {ROLE_OFFICE}));
        QVERIFY(allowed(Action::WipeTablet, {ROLE_OFFICE}));
    }

    void everyStaffRoleMayDoTheSame()
    {
        for (const Action action : actions()) {
            for (const Role role : kStaffRoles) {
                for (const auto &place : kPlaces) {
                    QCOMPARE(cellsOf(action, role, place), cellsOf(action, ROLE_STAFF, place));
                }
            }
        }
    }

    void whoHasACode()
    {
        for (const Role role : roles()) {
            bool signsIn = false;
            for (const auto &place : kPlaces) {
                signsIn =
                    signsIn || allowed(Action::SignInByCode, {role, true, VOICE_UNSPECIFIED, false, place});
            }
            QCOMPARE(hasCode(role), signsIn);
        }
        QVERIFY(isGuest(ROLE_MENTOR) && !isGuest(ROLE_STAFF) && !isGuest(static_cast<Role>(-1)));
        QVERIFY(isCareStaff(ROLE_NIGHT) && !isCareStaff(ROLE_LEADER) && !isCareStaff(static_cast<Role>(34)));
    }
};

QTEST_GUILESS_MAIN(TestAccess)
#include "tst_access.moc"
