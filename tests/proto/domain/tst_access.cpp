#include "proto/domain/access.h"

#include <QtTest>

#include <array>
#include <vector>

using namespace trivsel;
using namespace trivsel::domain;
using namespace trivsel::wire::v1;

/**
 * The whole access table once more, cell by cell. A row has three groups, for facts, the resident's voice and
 * staff's voice. In a group: not own words, not own words and among the readers, own words, own words and
 * among the readers.
 */
class TestAccess : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyCell_data();
    void everyCell();
    void numbersThatAreNoRoleOrVoiceMayNothing();
    void everyRoleHasAPlaceInTheTable();
};

namespace {

struct Group
{
    const char *name;
    std::vector<int> roles;
};

const std::vector<Group> &groups()
{
    static const std::vector<Group> all{
        {"resident", {ROLE_RESIDENT}},
        {"staff", {ROLE_STAFF, ROLE_PEER, ROLE_COORDINATOR, ROLE_MEDICINE, ROLE_NIGHT, ROLE_TEMP}},
        {"leader", {ROLE_LEADER}},
        {"office", {ROLE_OFFICE}},
        {"machine", {ROLE_SERVER, ROLE_UNSPECIFIED}},
    };
    return all;
}

struct Row
{
    Action action;
    const char *name;
    std::array<const char *, 5> cells; // one for each group
};

constexpr const char *kNo = ".... .... ....";
constexpr const char *kOwn = "..xx ..xx ..xx";
constexpr const char *kOther = "xx.. xx.. xx..";
constexpr const char *kAmong = ".x.x .x.x .x.x";
constexpr const char *kOtherAmong = ".x.. .x.. .x..";
constexpr const char *kOwnNotStaffs = "..xx ..xx ....";
constexpr const char *kAmongNotInside = ".x.x .... .x.x";
constexpr const char *kFacts = "xxxx .... ....";

const std::vector<Row> &rows()
{
    using enum Action;
    //                                             resident       staff            leader  office  machine
    static const std::vector<Row> all{
        {AnswerForSelf, "answer for oneself", {kOwn, kOwn, kOwn, kNo, kNo}},
        {AnswerForAnother, "answer for another", {kNo, kOther, kNo, kNo, kNo}},
        {WriteResidentVoice, "write in the resident's voice", {kOwn, kOtherAmong, kNo, kNo, kNo}},
        {WriteStaffVoice, "write in staff's voice", {kNo, kAmong, kNo, kNo, kNo}},
        {ChooseVersion, "choose", {kOwnNotStaffs, kAmongNotInside, kFacts, kFacts, kNo}},
        {RewriteVersion, "rewrite", {kOwnNotStaffs, kAmongNotInside, kFacts, kFacts, kNo}},
        {KeepBothVersions, "keep both", {kOwnNotStaffs, kAmong, kFacts, kFacts, kNo}},
        {TalkAboutVersions, "talk about", {kOwnNotStaffs, kAmong, kFacts, kFacts, kNo}},
        {WithdrawAnswer, "withdraw", {kOwn, kOwn, kOwn, kNo, kNo}},
        {ReadTeam, "read team", {kOwn, kAmong, kNo, kNo, kNo}},
        {ReadChosen, "read chosen", {kOwn, kAmong, kNo, kNo, kNo}},
        {WidenReaders, "widen readers", {kOwn, kNo, kNo, kNo, kNo}},
        {ApproveAsMyWords, "approve as mine", {kOwn, kNo, kNo, kNo, kNo}},
    };
    return all;
}

/** What the table says for one role, in the notation of the rows. */
std::string cellsOf(Action action, Role role)
{
    std::string out;
    for (const Voice voice : {VOICE_UNSPECIFIED, VOICE_RESIDENT, VOICE_STAFF}) {
        out += out.empty() ? "" : " ";
        for (const bool own : {false, true}) {
            for (const bool among : {false, true}) {
                out += allowed(action, {role, own, voice, among}) ? 'x' : '.';
            }
        }
    }
    return out;
}

} // namespace

void TestAccess::everyCell_data()
{
    QTest::addColumn<int>("action");
    QTest::addColumn<int>("role");
    QTest::addColumn<QByteArray>("cells");
    for (const Row &row : rows()) {
        for (std::size_t group = 0; group < groups().size(); ++group) {
            for (const int role : groups()[group].roles) {
                QTest::addRow("%s, %s %d", row.name, groups()[group].name, role)
                    << static_cast<int>(row.action) << role << QByteArray(row.cells[group]);
            }
        }
    }
}

void TestAccess::everyCell()
{
    QFETCH(int, action);
    QFETCH(int, role);
    QFETCH(QByteArray, cells);
    QCOMPARE(QByteArray::fromStdString(cellsOf(static_cast<Action>(action), static_cast<Role>(role))), cells);
}

void TestAccess::numbersThatAreNoRoleOrVoiceMayNothing()
{
    for (const Row &row : rows()) {
        for (const int role : {-1, 11, 32, 33, 64}) {
            QCOMPARE(cellsOf(row.action, static_cast<Role>(role)), std::string(kNo));
        }
        for (const int voice : {-1, 3, 32, 33}) {
            QVERIFY(!allowed(row.action, {ROLE_RESIDENT, true, static_cast<Voice>(voice), true}));
            QVERIFY(!allowed(row.action, {ROLE_STAFF, true, static_cast<Voice>(voice), true}));
        }
    }
}

void TestAccess::everyRoleHasAPlaceInTheTable()
{
    std::size_t placed = 0;
    for (const Group &group : groups()) {
        placed += group.roles.size();
    }
    QCOMPARE(placed, static_cast<std::size_t>(Role_ARRAYSIZE)); // a new role must be thought about
    QCOMPARE(rows().size(), static_cast<std::size_t>(Action::ApproveAsMyWords) + 1);
}

QTEST_GUILESS_MAIN(TestAccess)
#include "tst_access.moc"
