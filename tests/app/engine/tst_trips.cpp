// *Tag med på tur*: residents come onto a person's own phone for a walk, and go again without losing a word.
#include "proto/base/limits.h"
#include "tests/app/engine/two_tablets.h"
#include "tests/support/must.h"

#include <QTest>

using namespace trivsel;
using namespace trivsel::test;

namespace {

const std::string kOutside = "mig.udefra"; // staff's

std::size_t changesOf(engine::Engine &tablet, const StreamId &stream)
{
    for (const auto &one : must(tablet.state())) {
        if (one.stream == stream) {
            return one.changes;
        }
    }
    return 0;
}

} // namespace

class TestTrips : public QObject, private TwoTablets
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void theirWordsComeWithTheNextContact();
    void thePageSaysWhatIsHere();
    void thePageIsTheOwnersAlone();
    void thePageSaysWhatIsNotFinished();
    void whoMayNotReadTakesNobodyAlong();
    void atMostSoMany();
    void homeAgainIsHandedInBeforeItGoes();
    void homeAgainWithNothingToHandIn();
    void whatWasBeingTypedIsHandedIn();
    void itOutlivesStarts();
    void alongAgainBeforeTheOfficeHeard();
    void alongAgainAtOnce();
    void alongAgainWhileARunIsUnderWay();
    void alongAgainAfterEverythingWent();
    void aGrantOnItsWayBringsNobodyBack();
    void aDeviceOfTheHouseKeepsWhatItHas();

private:
    engine::Engine &phone() { return **m_a; }
    [[nodiscard]] bool shows() { return phone().openPlan(sofie(), m_home->mette, kPlan).has_value(); }
    [[nodiscard]] engine::Traveller here() { return must(phone().travellers(m_home->mette)).at(0); }
    void makeSafe()
    {
        m_server->safeUpto = must(m_server->end()).seq;
        QVERIFY(run(*m_a).ok());
    }
    [[nodiscard]] PersonId sofie() const { return m_home->sofie.person; }
    void note(const std::string &text)
    {
        must(phone().openPlan(sofie(), m_home->mette, kPlan));
        must(phone().editField(sofie(), m_home->mette, kPlan, kOutside, text));
        QCOMPARE(must(phone().leavePlan(sofie(), m_home->mette, kPlan)), 1);
    }
    void becomesOwn(const std::optional<PersonId> &owner);
    void publish(); // what the office has written since
    [[nodiscard]] std::uint64_t onServer() { return must(m_server->journal().count()); }
    StreamId m_team;
};

void TestTrips::becomesOwn(const std::optional<PersonId> &owner)
{
    const auto streams = m_home->streams();
    const auto home = *std::find_if(streams.begin(), streams.end(),
                                    [](const StreamId &stream) { return stream.kind == StreamKind::Home; });
    domain::Device device;
    device.id = m_a->file().device;
    device.name = "Mettes";
    device.kind = domain::DeviceKind::Staff;
    device.signKey = seal::publicOf(m_a->file().sign).str();
    device.boxKey = seal::publicOf(m_a->file().box).str();
    device.owner = owner;
    m_home->write(home, domain::writeDevice(device, m_home->fold(home)));
    publish();
}

void TestTrips::publish()
{
    for (const StreamId &stream : m_home->streams()) {
        m_server->streams[stream] = 1;
        m_server->devices.at(m_a->file().device).grants.insert(stream);
    }
    auto transaction = must(journal::Transaction::begin(m_server->journal().database()));
    must(m_server->journal().append(m_home->log()));
    for (const wire::v1::Proof &proof : m_home->officeProofs(0)) {
        must(m_server->journal().keepProof(proof));
    }
    must(transaction.commit());
}

void TestTrips::init()
{
    makeAnew();
    m_server->identity = TestHome::serverSecret();
    m_team = m_home->streamOf(m_home->sofie, StreamKind::Team);
    m_a.reset();
    m_a =
        std::make_unique<EngineTablet>(*m_home, std::filesystem::path(m_dir->path().toStdString()) / "phone",
                                       "Mettes", 7, TabletKind::Staff);
    grantAll(*m_a);
    becomesOwn(m_home->mette.person);
    QVERIFY(run(*m_b).ok());
    write(*m_b, "Jeg maler.");
    QVERIFY(run(*m_b).ok());
    for (const StreamKind kind : {StreamKind::Chosen, StreamKind::Team}) {
        m_server->onlyAlong[m_a->file().device][m_home->streamOf(m_home->sofie, kind)] = sofie();
    }
    QVERIFY(run(*m_a).ok());
    QVERIFY(!shows());
    QCOMPARE(changesOf(phone(), m_team), std::size_t(0));
}

void TestTrips::theirWordsComeWithTheNextContact()
{
    must(phone().takeAlong(sofie(), m_home->mette));
    QCOMPARE(phone().home().along, std::vector{sofie()});
    QVERIFY(!shows());
    QVERIFY(run(*m_a).ok());
    QVERIFY(shows());
    QCOMPARE(changesOf(phone(), m_team), std::size_t(1));
}

void TestTrips::thePageSaysWhatIsHere()
{
    using State = engine::Traveller::State;
    QCOMPARE(phone().home().owner, std::optional(m_home->mette.person));
    QCOMPARE(must(phone().travellers(m_home->mette)).size(), std::size_t(1)); // Karim is Ali's
    QCOMPARE(here().state, State::Home);
    QVERIFY(here().mayTake);
    must(phone().takeAlong(sofie(), m_home->mette));
    QCOMPARE(here().state, State::Asked);
    QVERIFY(run(*m_a).ok());
    QCOMPARE(here().state, State::Along);
    note("Vi gik en tur.");
    QCOMPARE(here().onlyHere, std::uint64_t(1));
    must(phone().endTrip(sofie()));
    QCOMPARE(here().state, State::GoingHome);
    QCOMPARE(here().onlyHere, std::uint64_t(1));
    QCOMPARE(here().oneCopy, std::uint64_t(0));
    m_a->reopen();
    QCOMPARE(here().state, State::GoingHome);
    QVERIFY(run(*m_a).ok());
    QCOMPARE(here().state, State::GoingHome); // at the office, and in no backup yet
    QCOMPARE(here().onlyHere, std::uint64_t(0));
    QCOMPARE(here().oneCopy, std::uint64_t(1));
    makeSafe();
    QCOMPARE(here().state, State::Home);
    QCOMPARE(here().oneCopy, std::uint64_t(0));
}

void TestTrips::thePageIsTheOwnersAlone()
{
    QCOMPARE(phone().travellers(m_home->ali).error().code(), Errc::NotAllowed);
    QCOMPARE((*m_b)->travellers(m_home->mette).error().code(), Errc::NotAllowed);
    QVERIFY(!(*m_b)->home().owner);
    becomesOwn(std::nullopt);
    QVERIFY(run(*m_a).ok());
    QCOMPARE(phone().travellers(m_home->mette).error().code(), Errc::NotAllowed);
    QVERIFY(!phone().home().owner);
}

void TestTrips::thePageSaysWhatIsNotFinished()
{
    must(phone().takeAlong(sofie(), m_home->mette));
    QVERIFY(run(*m_a).ok());
    QVERIFY(!here().unfinished);
    const auto sheet = must(phone().beginForm(sofie(), m_home->sofie, kWellbeing, {}));
    must(phone().chooseAnswer(sheet.id, "selv", "ret-godt"));
    must(phone().setReaders(sheet.id, StreamKind::Team));
    must(phone().endTrip(sofie()));
    QVERIFY(run(*m_a).ok());
    QCOMPARE(here().state, engine::Traveller::State::GoingHome);
    QVERIFY(here().unfinished);
}

void TestTrips::whoMayNotReadTakesNobodyAlong()
{
    QCOMPARE(phone().takeAlong(sofie(), m_home->lone).error().code(), Errc::NotAllowed);
    QCOMPARE(phone().takeAlong(sofie(), m_home->sofie).error().code(), Errc::NotAllowed);
    QCOMPARE(phone().takeAlong(m_home->mette.person, m_home->mette).error().code(), Errc::NotFound);
    QCOMPARE((*m_b)->takeAlong(sofie(), m_home->mette).error().code(), Errc::NotAllowed); // a shared tablet
    QVERIFY(phone().home().along.empty());
}

void TestTrips::atMostSoMany()
{
    std::vector<Who> residents{m_home->sofie};
    while (residents.size() <= limits::kCarryMax) {
        residents.push_back(
            m_home->addResident("Nr. " + std::to_string(residents.size()), {}, {m_home->mette}));
    }
    publish();
    QVERIFY(run(*m_a).ok());
    const Who last = residents.back();
    residents.pop_back();
    for (const Who &one : residents) {
        must(phone().takeAlong(one.person, m_home->mette));
    }
    QCOMPARE(phone().takeAlong(last.person, m_home->mette).error().code(), Errc::TooLarge);
    must(phone().takeAlong(sofie(), m_home->mette)); // who is along already is no more than before
    QCOMPARE(phone().home().along.size(), limits::kCarryMax);
    QVERIFY(run(*m_a).ok()); // Hello has room for them
    must(phone().endTrip(sofie()));
    must(phone().takeAlong(last.person, m_home->mette));
    QVERIFY(run(*m_a).ok());
}

void TestTrips::homeAgainIsHandedInBeforeItGoes()
{
    must(phone().takeAlong(sofie(), m_home->mette));
    QVERIFY(run(*m_a).ok());
    note("Vi gik til søen.");
    const auto before = onServer();
    must(phone().endTrip(sofie()));
    QVERIFY(!shows()); // at once, also without network
    QCOMPARE(phone().sync().onlyHere, std::uint64_t(1));
    QVERIFY(changesOf(phone(), m_team) > 1);
    QVERIFY(run(*m_a).ok());
    QCOMPARE(onServer(), before + 1);
    QVERIFY(must(m_server->journal().quarantined()).empty()); // her right is enough
    QVERIFY(changesOf(phone(), m_team) > 0);                  // on one disk only
    QVERIFY(!shows());
    m_server->safeUpto = must(m_server->end()).seq;
    QVERIFY(run(*m_a).ok());
    QCOMPARE(changesOf(phone(), m_team), std::size_t(0));
    QVERIFY(run(*m_b).ok());
    QCOMPARE(changesOf(**m_b, m_team), std::size_t(2));
}

void TestTrips::homeAgainWithNothingToHandIn()
{
    must(phone().takeAlong(sofie(), m_home->mette));
    QVERIFY(run(*m_a).ok());
    must(phone().endTrip(sofie()));
    QCOMPARE(changesOf(phone(), m_team), std::size_t(0)); // without network: nothing of it is needed here
    QVERIFY(phone().home().along.empty());
    QVERIFY(run(*m_a).ok());
    QVERIFY(!shows());
    must(phone().endTrip(sofie())); // nobody is along: nothing to do
}

void TestTrips::whatWasBeingTypedIsHandedIn()
{
    must(phone().takeAlong(sofie(), m_home->mette));
    QVERIFY(run(*m_a).ok());
    must(phone().openPlan(sofie(), m_home->mette, kPlan));
    must(phone().editField(sofie(), m_home->mette, kPlan, kOutside, "Midt i en sæt"));
    const auto before = onServer();
    must(phone().endTrip(sofie()));
    QVERIFY(run(*m_a).ok());
    QCOMPARE(onServer(), before + 1);
}

void TestTrips::itOutlivesStarts()
{
    must(phone().takeAlong(sofie(), m_home->mette));
    m_a->reopen();
    QCOMPARE(phone().home().along, std::vector{sofie()});
    QVERIFY(run(*m_a).ok());
    QVERIFY(shows());
    note("Vi gik til søen.");
    must(phone().endTrip(sofie()));
    m_a->reopen();
    QVERIFY(!shows());
    QVERIFY(phone().home().along.empty());
    QVERIFY(run(*m_a).ok());
    m_a->reopen();
    m_server->safeUpto = must(m_server->end()).seq;
    QVERIFY(run(*m_a).ok());
    QCOMPARE(changesOf(phone(), m_team), std::size_t(0));
    m_a->reopen();
    QVERIFY(!shows());
}

void TestTrips::alongAgainBeforeTheOfficeHeard()
{
    must(phone().takeAlong(sofie(), m_home->mette));
    QVERIFY(run(*m_a).ok());
    note("Vi gik til søen.");
    must(phone().endTrip(sofie()));
    must(phone().takeAlong(sofie(), m_home->mette));
    QVERIFY(run(*m_a).ok());
    QVERIFY(shows());
    must(phone().endTrip(sofie()));
    QVERIFY(run(*m_a).ok()); // the key is gone, the rows are not safe yet
    must(phone().takeAlong(sofie(), m_home->mette));
    QVERIFY(run(*m_a).ok());
    const auto plan = phone().openPlan(sofie(), m_home->mette, kPlan);
    QVERIFY(plan);
    QVERIFY(!plan->fields.front().view.versions.empty());
}

/** The office has not heard that she was home: its grants are the same as before. */
void TestTrips::alongAgainAtOnce()
{
    must(phone().takeAlong(sofie(), m_home->mette));
    QVERIFY(run(*m_a).ok());
    QVERIFY(run(*m_a).ok());
    const auto grants = must(phone().syncPort().state()).grants;
    QVERIFY(grants != 0);
    must(phone().endTrip(sofie())); // nothing waits: the key goes at once
    must(phone().takeAlong(sofie(), m_home->mette));
    QVERIFY(run(*m_a).ok());
    QCOMPARE(must(phone().syncPort().state()).grants, grants);
    QVERIFY(shows());
    QCOMPARE(changesOf(phone(), m_team), std::size_t(1));
}

/** The line was open all the while: what that run was told is not about her who is along again. */
void TestTrips::alongAgainWhileARunIsUnderWay()
{
    must(phone().takeAlong(sofie(), m_home->mette));
    QVERIFY(run(*m_a).ok());
    QVERIFY(run(*m_a).ok());
    auto &port = phone().syncPort();
    const auto grants = must(port.state()).grants; // as a Hello says it
    must(phone().endTrip(sofie()));
    must(phone().takeAlong(sofie(), m_home->mette));
    must(port.grantsComplete(grants));
    QVERIFY(run(*m_a).ok());
    QVERIFY(shows());
    QCOMPARE(changesOf(phone(), m_team), std::size_t(1));
}

void TestTrips::alongAgainAfterEverythingWent()
{
    for (int walk = 0; walk < 3; ++walk) {
        must(phone().takeAlong(sofie(), m_home->mette));
        QVERIFY(run(*m_a).ok());
        QVERIFY(shows());
        QVERIFY(changesOf(phone(), m_team) > 0);
        note("Tur " + std::to_string(walk));
        must(phone().endTrip(sofie()));
        QVERIFY(run(*m_a).ok());
        m_server->safeUpto = must(m_server->end()).seq;
        QVERIFY(run(*m_a).ok());
        QCOMPARE(changesOf(phone(), m_team), std::size_t(0));
    }
}

void TestTrips::aGrantOnItsWayBringsNobodyBack()
{
    must(phone().takeAlong(sofie(), m_home->mette));
    RunOptions options;
    bool ended = false;
    options.seen = [&](bool up, const std::string & /*frame*/) {
        if (!up && !ended) { // Hello has said that she is along; its answer arrives
            ended = true;
            must(phone().endTrip(sofie()));
        }
    };
    QVERIFY(run(*m_a, options).ok());
    QVERIFY(ended);
    QVERIFY(!shows());
    QVERIFY(run(*m_a).ok());
    QVERIFY(!shows());
    QCOMPARE(changesOf(phone(), m_team), std::size_t(0));
}

void TestTrips::aDeviceOfTheHouseKeepsWhatItHas()
{
    becomesOwn(std::nullopt);
    m_server->onlyAlong.clear();
    QVERIFY(run(*m_a).ok());
    must(phone().takeAlong(sofie(), m_home->mette));
    QVERIFY(run(*m_a).ok());
    QVERIFY(shows());
    must(phone().endTrip(sofie()));
    QVERIFY(shows());
    QVERIFY(run(*m_a).ok());
    QVERIFY(shows());
}

QTEST_GUILESS_MAIN(TestTrips)
#include "tst_trips.moc"
