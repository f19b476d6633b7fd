// A demo home written through the engine: what stands in it afterwards, read as people would.
#include "tests/app/demo/demo_place.h"

#include <QtTest>

using namespace trivsel;
using namespace trivsel::test;

namespace {

std::string nameOf(const engine::HomeSnapshot &home, const PersonId &person)
{
    for (const engine::Tile &tile : home.residents) {
        if (tile.id == person) {
            return "r:" + tile.name;
        }
    }
    for (const engine::StaffMember &member : home.staff) {
        if (member.id == person) {
            return "s:" + member.name;
        }
    }
    return person.isNull() ? "-" : "?";
}

/** All that was said, with names in place of ids; sorted. */
std::vector<std::string> contentOf(engine::Engine &engine)
{
    const engine::HomeSnapshot home = engine.home();
    std::vector<std::string> lines;
    for (const engine::Tile &tile : home.residents) {
        const Who who{tile.id, merge::Role::ROLE_RESIDENT};
        const auto page = engine.openResident(tile.id, who);
        const auto plan = engine.openPlan(tile.id, who, kPlan);
        for (const engine::ResponseShown &response : page->responses) {
            std::string line = tile.name + "|" + response.url + std::to_string(response.atMs) + "|" +
                               nameOf(home, response.author) + nameOf(home, response.enterer) +
                               nameOf(home, response.about) +
                               std::to_string(static_cast<int>(response.readers));
            for (const engine::Shown &answer : response.answers) {
                line += "|" + answer.linkId + answer.code + answer.text + answer.words;
            }
            lines.push_back(line);
        }
        for (const engine::FieldShown &field : plan->fields) {
            const auto history = engine.history(tile.id, who, kPlan, field.linkId);
            for (const merge::Version &version : *history) {
                lines.push_back(tile.name + "|" + field.linkId + std::to_string(version.wallMs) +
                                version.op.text() + nameOf(home, version.author) +
                                nameOf(home, version.enterer));
            }
        }
    }
    std::sort(lines.begin(), lines.end());
    return lines;
}

bool isStaff(merge::Role role)
{
    return role == merge::Role::ROLE_STAFF;
}

} // namespace

class TestDemoHome : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void halfAYearOfFivePeople()
    {
        FivePeople five;
        DemoPlace place(five.home, 1);
        const demo::DemoOptions options = optionsFor({&place}, 183);
        const auto filled = demo::fillHome(options);
        QVERIFY2(filled.has_value(), filled ? "" : filled.error().sentence.c_str());
        QCOMPARE(filled->residents, std::size_t{5});
        QCOMPARE(filled->staff, std::size_t{3});

        engine::Engine &engine = place.opened();
        std::uint64_t answers = 0;
        std::uint64_t notToday = 0;
        std::uint64_t helped = 0;
        for (const Who &resident : five.residents) {
            const auto page = engine.openResident(resident.person, resident);
            QVERIFY(page.has_value() && page->drafts.empty() && page->waiting.empty());
            for (const engine::ResponseShown &response : page->responses) {
                QVERIFY(options.window.holds(response.atMs));
                QVERIFY(!response.clockDoubtful);
                QVERIFY(response.author == resident.person);
                const bool own = response.enterer == resident.person;
                QVERIFY(own || isStaff(merge::Role::ROLE_STAFF));
                const auto writer = std::find_if(five.staff.begin(), five.staff.end(), [&](const Who &who) {
                    return who.person == response.enterer;
                });
                QVERIFY(own || writer != five.staff.end());
                QCOMPARE(response.about.isNull(), response.url != kCooperation);
                QCOMPARE(response.answers.empty(), response.outcome == wire::v1::NOT_TODAY);
                helped += own ? 0 : 1;
                (response.outcome == wire::v1::NOT_TODAY ? notToday : answers) += 1;
            }
            QVERIFY(page->responses.size() >= 16);
        }
        QCOMPARE(answers, filled->counts.answers);
        QCOMPARE(notToday, filled->counts.notToday);
        QVERIFY(answers > 90 && notToday > 0 && helped > 5);
        QVERIFY(filled->counts.remarks > 10);
    }

    void plansAreWholeAndInBothVoices()
    {
        FivePeople five;
        DemoPlace place(five.home, 1);
        QVERIFY(demo::fillHome(optionsFor({&place}, 183)).has_value());
        engine::Engine &engine = place.opened();
        int told = 0;
        int revised = 0;
        for (const Who &resident : five.residents) {
            const auto plan = engine.openPlan(resident.person, resident, kPlan);
            QVERIFY(plan.has_value());
            for (const engine::FieldShown &field : plan->fields) {
                QVERIFY2(field.view.state == merge::RegisterState::One, field.linkId.c_str());
                QVERIFY(!field.draft);
                const merge::Version &standing = field.view.versions.front();
                const bool ofResident = field.view.voice == merge::Voice::VOICE_RESIDENT;
                QCOMPARE(standing.author == resident.person, ofResident);
                told += ofResident && !standing.enteredByAuthor() ? 1 : 0;
                revised += engine.history(resident.person, resident, kPlan, field.linkId)->size() > 1 ? 1 : 0;
                QVERIFY(shippedCatalogue()->byUrl(kPlan)->find(field.linkId)->type !=
                            catalogue::ItemType::Date ||
                        QDate::fromString(QString::fromStdString(merge::textOf(field.view)), Qt::ISODate)
                            .isValid());
            }
        }
        QVERIFY(told > 10); // "Sagt af …"
        QVERIFY(revised > 10);
        for (const Who &staff : five.staff) {
            QVERIFY(engine.waiting(staff)->empty());
        }
    }

    void twoTabletsLeaveOneFieldInTwoVersions()
    {
        FivePeople five;
        DemoPlace shared(five.home, 1);
        DemoPlace ofStaff(five.home, 2, TabletKind::Staff);
        const auto filled = demo::fillHome(optionsFor({&shared, &ofStaff}, 183));
        QVERIFY2(filled.has_value(), filled ? "" : filled.error().sentence.c_str());
        QVERIFY(ofStaff.opened().hasSomethingToSend());
        QVERIFY(shared.opened().waiting(five.staff[0])->empty()); // they have not met yet
        five.home.meet(shared.opened());
        five.home.meet(ofStaff.opened());
        five.home.meet(shared.opened());
        for (engine::Engine *engine : {&shared.opened(), &ofStaff.opened()}) {
            const auto waiting = engine->waiting(five.staff[0]);
            QVERIFY(waiting.has_value());
            QCOMPARE(waiting->size(), std::size_t{1});
            QCOMPARE(waiting->front().residentName, std::string("Jens"));
            QCOMPARE(waiting->front().linkId, std::string("brug-for.indefra"));
            const auto plan = engine->openPlan(five.residents[3].person, five.residents[3], kPlan);
            const auto field = std::find_if(plan->fields.begin(), plan->fields.end(),
                                            [](const auto &one) { return one.linkId == "brug-for.indefra"; });
            QCOMPARE(field->view.versions.size(), std::size_t{2});
            QVERIFY(!field->view.versions[0].enteredByAuthor() || !field->view.versions[1].enteredByAuthor());
        }
        QCOMPARE(contentOf(shared.opened()), contentOf(ofStaff.opened()));
    }

    void staffAnswerForThemselvesOnTheirOwnTablet()
    {
        FivePeople five;
        DemoPlace shared(five.home, 1);
        DemoPlace ofStaff(five.home, 2, TabletKind::Staff);
        QVERIFY(demo::fillHome(optionsFor({&shared, &ofStaff}, 183)).has_value());
        const auto before = five.home.log().size();
        five.home.take(shared.opened());
        const auto ofShared = five.home.log().size();
        five.home.take(ofStaff.opened());
        const auto inStaffStreams = [&](std::size_t from, std::size_t to) {
            return std::count_if(
                five.home.log().begin() + static_cast<std::ptrdiff_t>(from),
                five.home.log().begin() + static_cast<std::ptrdiff_t>(to),
                [](const seal::SealedChange &change) { return change.stream.kind == StreamKind::Staff; });
        };
        QCOMPARE(inStaffStreams(before, ofShared), std::ptrdiff_t{0});
        QVERIFY(inStaffStreams(ofShared, five.home.log().size()) > 3);
    }

    void theSameSeedGivesTheSameHome()
    {
        std::vector<std::vector<std::string>> contents;
        for (const std::uint64_t seed : {7U, 7U, 8U}) {
            FivePeople five(contents.size() + 1);
            five.home.addResident("Ole", {}, {five.staff[1]});
            DemoPlace place(five.home, contents.size() + 1);
            QVERIFY(demo::fillHome(optionsFor({&place}, 60, seed)).has_value());
            contents.push_back(contentOf(place.opened()));
        }
        QVERIFY(contents[0].size() > 100);
        QCOMPARE(contents[0], contents[1]);
        QVERIFY(contents[0] != contents[2]);
    }

    void onePersonAloneWithoutStaff()
    {
        TestHome home = TestHome::empty();
        const Who ole = home.addResident("Ole", {}, {});
        DemoPlace place(home, 1);
        const auto filled = demo::fillHome(optionsFor({&place}, 90));
        QVERIFY2(filled.has_value(), filled ? "" : filled.error().sentence.c_str());
        const auto page = place.opened().openResident(ole.person, ole);
        QCOMPARE(page->responses.size(), filled->counts.answers + filled->counts.notToday);
        QVERIFY(filled->counts.answers >= 3 && filled->counts.planFields > 5);
        for (const engine::ResponseShown &response : page->responses) {
            QVERIFY(response.enterer == ole.person);
        }
    }

    void fiftyPeople()
    {
        TestHome home = TestHome::empty();
        const std::vector<Who> staff{home.addStaff("Mette"), home.addStaff("Ali")};
        std::vector<Who> residents;
        for (int i = 1; i <= 50; ++i) {
            residents.push_back(home.addResident("Beboer " + std::to_string(i), {staff[0]}, staff));
        }
        DemoPlace place(home, 1);
        const demo::DemoOptions options = optionsFor({&place}, 31);
        const auto filled = demo::fillHome(options);
        QVERIFY2(filled.has_value(), filled ? "" : filled.error().sentence.c_str());
        QCOMPARE(filled->residents, std::size_t{50});
        for (const Who &resident : residents) {
            const auto page = place.opened().openResident(resident.person, resident);
            QVERIFY(page.has_value() && !page->responses.empty() && page->drafts.empty());
            QVERIFY(options.window.holds(page->responses.front().atMs) &&
                    options.window.holds(page->responses.back().atMs));
        }
        QVERIFY(place.opened().waiting(staff[0])->empty());
    }
};

QTEST_GUILESS_MAIN(TestDemoHome)
#include "tst_demo_home.moc"
