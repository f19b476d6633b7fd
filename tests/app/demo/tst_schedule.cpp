// What will happen is decided before any tablet is touched: the same for the same seed, and only lawful
// things.
#include "app/demo/schedule.h"
#include "tests/app/engine/test_home.h"
#include "tests/support/changes.h"

#include <QtTest>

using namespace trivsel;
using namespace trivsel::demo;

namespace {

constexpr std::int64_t kUntilMs = 1'790'000'000'000;

People peopleNamed(const std::vector<std::string> &names, int staff = 3, std::uint8_t salt = 1)
{
    People people;
    std::uint8_t number = salt;
    const std::array<std::string, 3> staffNames{"Ali", "Lone", "Mette"};
    for (int i = 0; i < staff; ++i) {
        people.staff.push_back({{test::filled<PersonId>(number++), merge::Role::ROLE_STAFF},
                                staffNames.at(static_cast<std::size_t>(i))});
    }
    for (const std::string &name : names) {
        const std::string dice = name + "/" + std::to_string(people.residents.size());
        people.residents.push_back(
            {{test::filled<PersonId>(number++), merge::Role::ROLE_RESIDENT}, name, dice, people.staff});
    }
    return people;
}

/** The content of an event without ids. */
std::string said(const Event &event)
{
    std::string out = std::to_string(event.atMs) + "/" + std::to_string(event.tablet);
    if (const auto *sheet = std::get_if<SheetEvent>(&event.what)) {
        out += sheet->url + (sheet->notToday ? "!" : "");
        for (const GivenAnswer &answer : sheet->answers) {
            out += "|" + answer.linkId + "=" + answer.code + answer.text + std::to_string(answer.absent);
        }
    } else {
        for (const auto &[linkId, words] : std::get<PlanEvent>(event.what).fields) {
            out += "|" + linkId + "=" + words;
        }
    }
    return out;
}

std::vector<std::string> said(const std::vector<Event> &events)
{
    std::vector<std::string> out;
    for (const Event &event : events) {
        out.push_back(said(event));
    }
    return out;
}

} // namespace

class TestSchedule : public QObject
{
    Q_OBJECT

private:
    Texts m_texts;

    [[nodiscard]] std::vector<Event> make(const People &people, int days, std::uint64_t seed = 1,
                                          std::vector<TabletKind> kinds = {TabletKind::Shared}) const
    {
        Stage stage{
            *test::shippedCatalogue(), people, m_texts, {}, {kUntilMs - days * kDayMs, kUntilMs}, seed};
        for (const TabletKind kind : kinds) {
            const std::set<StreamKind> readers{StreamKind::Chosen, StreamKind::Team};
            stage.tablets.push_back({kind, std::vector(people.residents.size(), readers)});
        }
        return schedule(stage);
    }

private Q_SLOTS:
    void initTestCase() { m_texts = readTexts().value(); }

    void theSameSeedTellsTheSameStory()
    {
        const People people = peopleNamed({"Birthe", "Jens", "Ole"});
        QCOMPARE(said(make(people, 180)), said(make(people, 180)));
        QVERIFY(said(make(people, 180, 1)) != said(make(people, 180, 2)));
        // Another home with the same names: other ids, the same story.
        QCOMPARE(said(make(people, 180)), said(make(peopleNamed({"Birthe", "Jens", "Ole"}, 3, 100), 180)));
    }

    void everythingLiesInTheWindowInOrder()
    {
        for (const int days : {1, 30, 183, 3650}) {
            std::int64_t before = kUntilMs - days * kDayMs;
            for (const Event &event : make(peopleNamed({"", "Sofie"}), days)) {
                QVERIFY(event.atMs >= before && event.atMs <= kUntilMs);
                before = event.atMs;
            }
        }
    }

    void peopleAreAskedEveryOtherWeek_data()
    {
        QTest::addColumn<int>("count");
        QTest::newRow("one") << 1;
        QTest::newRow("fifty") << 50;
    }

    void peopleAreAskedEveryOtherWeek()
    {
        QFETCH(int, count);
        std::vector<std::string> names;
        for (int i = 0; i < count; ++i) {
            names.push_back("Beboer " + std::to_string(i));
        }
        std::map<PersonId, int> asked;
        std::map<PersonId, int> wrote;
        int notToday = 0;
        const People people = peopleNamed(names);
        for (const Event &event : make(people, 365)) {
            if (const auto *sheet = std::get_if<SheetEvent>(&event.what)) {
                asked[sheet->subject] += sheet->url == test::kWellbeing ? 1 : 0;
                notToday += sheet->notToday ? 1 : 0;
                QVERIFY(sheet->notToday == sheet->answers.empty());
            } else {
                ++wrote[std::get<PlanEvent>(event.what).resident];
            }
        }
        QCOMPARE(asked.size(), static_cast<std::size_t>(count));
        QCOMPARE(wrote.size(), static_cast<std::size_t>(count));
        for (const auto &[person, times] : asked) {
            QVERIFY2(times >= 20 && times <= 27, std::to_string(times).c_str());
        }
        QVERIFY(notToday > 0 && notToday < count * 8);
    }

    void staffWriteForResidentsButNeverOverTheirHand()
    {
        const catalogue::DefinitionPtr plan = test::shippedCatalogue()->byUrl(test::kPlan);
        std::set<std::pair<PersonId, std::string>> ownHand;
        int told = 0;
        const People people = peopleNamed({"", "Anna", "Birthe", "Bo", "Jens", "Karim", "Sofie", "Tove"});
        for (const Event &event : make(people, 3650)) {
            const auto *writing = std::get_if<PlanEvent>(&event.what);
            for (const auto &[linkId, words] :
                 writing != nullptr ? writing->fields : decltype(writing->fields){}) {
                const bool own = writing->who.person == writing->resident;
                const catalogue::Voice voice = plan->find(linkId)->voice;
                QVERIFY(!own || voice != catalogue::Voice::Staff);
                if (own) {
                    ownHand.emplace(writing->resident, linkId);
                } else if (voice == catalogue::Voice::Resident) {
                    ++told;
                    QVERIFY2(!ownHand.contains({writing->resident, linkId}), linkId.c_str());
                }
            }
        }
        QVERIFY(told > 10);
    }

    void whatAResidentWroteAloneIsNotToldAgainByStaff()
    {
        Persona ole;
        ole.name = "Ole";
        ole.sittings = {
            {0.1, Speaker::Resident, {{"mig.indefra", "Min hånd."}}},
            {0.2, Speaker::Staff, {{"mig.indefra", "Sagt."}, {"styrker.indefra", "Sagt."}}},
            {0.3, Speaker::Resident, {{"styrker.indefra", "Min hånd."}, {"mig.udefra", "Ikke min."}}},
            {0.4, Speaker::Resident, {{"styrker.indefra", "Min hånd."}}}};
        const Texts kept = m_texts;
        m_texts.personas = {ole};
        m_texts.pool.fields.clear();
        std::vector<std::pair<std::string, std::string>> written;
        for (const Event &event : make(peopleNamed({"Ole"}), 10)) {
            if (const auto *writing = std::get_if<PlanEvent>(&event.what)) {
                written.insert(written.end(), writing->fields.begin(), writing->fields.end());
            }
        }
        m_texts = kept;
        const std::vector<std::pair<std::string, std::string>> expected{
            {"mig.indefra", "Min hånd."}, {"styrker.indefra", "Sagt."}, {"styrker.indefra", "Min hånd."}};
        QCOMPARE(written, expected);
    }

    void withoutStaffResidentsSpeakForThemselves()
    {
        for (const Event &event : make(peopleNamed({"Sofie", "Tove"}, 0), 365)) {
            if (const auto *sheet = std::get_if<SheetEvent>(&event.what)) {
                QVERIFY(sheet->who.person == sheet->subject && sheet->about.isNull());
            } else {
                QVERIFY(std::get<PlanEvent>(event.what).who.person ==
                        std::get<PlanEvent>(event.what).resident);
            }
        }
    }

    void twoTabletsShareTheAnswersAndOneField_data()
    {
        QTest::addColumn<bool>("staffTablet");
        QTest::addColumn<QString>("fourth");
        QTest::addColumn<QString>("whose");
        QTest::newRow("shared and staff") << true << "Jens"
                                          << "Jens";
        QTest::newRow("two shared") << false << "Jens"
                                    << "Jens";
        QTest::newRow("no Jens") << true << "Ole"
                                 << "Birthe";
    }

    void twoTabletsShareTheAnswersAndOneField()
    {
        QFETCH(bool, staffTablet);
        QFETCH(QString, fourth);
        QFETCH(QString, whose);
        const People people = peopleNamed({"Birthe", "Karim", fourth.toStdString()});
        int sheets = 0;
        int ofStaff = 0;
        std::vector<PlanEvent> written;
        for (const Event &event :
             make(people, 200, 1,
                  {TabletKind::Shared, staffTablet ? TabletKind::Staff : TabletKind::Shared})) {
            const auto *sheet = std::get_if<SheetEvent>(&event.what);
            if (sheet != nullptr && sheet->subject == sheet->who.person &&
                sheet->who.role == merge::Role::ROLE_STAFF) {
                ++ofStaff;
                QVERIFY(event.tablet == 1 && !sheet->readers);
            } else if (sheet != nullptr && event.tablet == 1) {
                ++sheets;
                QVERIFY(!staffTablet || sheet->who.role == merge::Role::ROLE_STAFF); // in staff's hands
            } else if (sheet == nullptr && event.tablet == 1) {
                written.push_back(std::get<PlanEvent>(event.what));
            }
        }
        QVERIFY(sheets > 0);
        QCOMPARE(ofStaff > 0, staffTablet);
        QCOMPARE(written.size(), std::size_t{1});
        QCOMPARE(written.front().fields.size(), std::size_t{1});
        const auto owner =
            std::find_if(people.residents.begin(), people.residents.end(),
                         [&](const Neighbour &one) { return one.who.person == written.front().resident; });
        QCOMPARE(QString::fromStdString(owner->name), whose);
    }

    void readersAreNeverWiderThanATabletCanKeep()
    {
        const People people = peopleNamed({"Jens"});
        Stage stage{*test::shippedCatalogue(), people, m_texts, {}, {kUntilMs - 365 * kDayMs, kUntilMs}, 1};
        stage.tablets.push_back({TabletKind::Shared, {{StreamKind::Team}}});
        for (const Event &event : schedule(stage)) {
            const auto *sheet = std::get_if<SheetEvent>(&event.what);
            QVERIFY(sheet == nullptr || sheet->readers == StreamKind::Team);
        }
        stage.tablets[0].readers[0].clear();
        for (const Event &event : schedule(stage)) {
            QVERIFY(std::holds_alternative<PlanEvent>(event.what)); // nowhere to put an answer
        }
    }
};

QTEST_GUILESS_MAIN(TestSchedule)
#include "tst_schedule.moc"
