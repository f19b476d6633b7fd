#include "proto/domain/facts.h"
#include "proto/domain/home_fields.h"
#include "proto/domain/home_model.h"
#include "proto/seal/keys.h"

#include <QtTest>

using namespace trivsel;
using namespace trivsel::domain;

namespace {

template <class Id> Id id(std::uint8_t n)
{
    Id out;
    out.data.fill(n);
    return out;
}

const HomeId kHome = id<HomeId>(1);
const PersonId kAnna = id<PersonId>(2);
const PersonId kMette = id<PersonId>(3);
const PersonId kAli = id<PersonId>(4);

/** A tablet that writes what it is given and keeps its own fold; changes go between tablets by hand. */
struct Tablet
{
    std::uint64_t inc;
    std::uint64_t ctr = 0;
    merge::Fold fold;
    std::vector<merge::Applied> log;

    explicit Tablet(std::uint64_t n) : inc(n) {}

    std::size_t write(const Ops &ops)
    {
        if (ops.empty()) {
            return 0;
        }
        merge::Applied change;
        change.dot = {Incarnation{inc}, ++ctr};
        change.lamport = fold.lamport() + 1;
        change.change.set_author(kMette.str());
        change.change.set_enterer(kMette.str());
        for (const auto &op : ops) {
            *change.change.add_ops() = op;
        }
        take(change);
        return ops.size();
    }
    void take(const merge::Applied &change)
    {
        if (fold.add(change)) {
            log.push_back(change);
        }
    }
    void sync(Tablet &other)
    {
        for (const auto &change : std::vector(log)) {
            other.take(change);
        }
        for (const auto &change : std::vector(other.log)) {
            take(change);
        }
    }
    [[nodiscard]] HomeModel home() const { return readHome(kHome, fold); }
    [[nodiscard]] Profile anna() const { return readProfile(kAnna, fold); }
};

Device someDevice()
{
    Device device;
    device.id = id<DeviceId>(9);
    device.name = "Fællesstuen";
    device.kind = DeviceKind::Staff;
    device.signKey = std::string(32, 's');
    device.boxKey = std::string(32, 'b');
    return device;
}

} // namespace

class TestHomeModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aNewHomeIsEmpty();
    void theOfficesWordAboutAnOldCertificate();
    void everythingWrittenIsReadAgain();
    void writingTheSameAgainWritesNothing();
    void aResidentsNameIsNotInTheHomeStream();
    void codesAreKeptWithTheirPersonAndReplacedWhole();
    void shiftCodesAreReadNewestLast();
    void helpLinesStandInOrder();
    void twoRenamingsShowTheSameOneEverywhereAndWait();
    void aBlockThatAnotherDidNotSeeHolds();
    void aBlockThatWasUndoneInSightOfAllIsUndone();
    void aStreamWithAnotherIdThanItsEntityIsNoStream();
    void streamsAreFoundByPersonAndKind();
    void anErasureIsReadAgain();
    void ofTwoHoldsTheOneThatHoldsCounts();
    void aClosedResidentDoesNotLiveHere();
    void profilesAreReadAgain();
    void whoMayReadIsReadAgainOrAsked();
    void twoWhoEachChooseAPersonChooseBoth();
    void takingAPersonAwayTakesOnlyThatPerson();
    void aTintOutsideTheSixIsBroughtInside();
    void definitionsAreKeptWhole();
    void anUnfinishedDefinitionIsNone();
    void aDefinitionIsWhatItsHashSays();
    void mayHold_data();
    void mayHold();
};

void TestHomeModel::theOfficesWordAboutAnOldCertificate()
{
    Tablet tablet(1);
    Device device = someDevice();
    tablet.write(writeDevice(device, tablet.fold));
    QCOMPARE(tablet.home().device(device.id)->goodUntilMs, 0);
    device.goodUntilMs = 1'800'000'000'000;
    QCOMPARE(tablet.write(writeDevice(device, tablet.fold)), 1U);
    QCOMPARE(tablet.home().device(device.id)->goodUntilMs, 1'800'000'000'000);
    QCOMPARE(tablet.write(writeDevice(device, tablet.fold)), 0U); // nothing that differs
}

void TestHomeModel::aNewHomeIsEmpty()
{
    const Tablet tablet(1);
    const HomeModel home = tablet.home();
    QCOMPARE(home.name, std::string());
    QVERIFY(!home.demo && home.devices.empty() && home.people.empty() && home.streams.empty() &&
            home.help.empty());
    QCOMPARE(tablet.anna().tint, 1);
}

void TestHomeModel::everythingWrittenIsReadAgain()
{
    Tablet tablet(1);
    QCOMPARE(tablet.write(writeHomeName(kHome, "Ågården", true, tablet.fold)), 2U);
    const Device device = someDevice();
    tablet.write(writeDevice(device, tablet.fold));
    tablet.write(writePerson({kMette, wire::v1::ROLE_COORDINATOR, "Mette", true}, tablet.fold));
    const StreamInfo team{{StreamKind::Team, id<EntityId>(7)}, kAnna};
    tablet.write(writeStream(team, tablet.fold));
    tablet.write(
        writeHelpLine(kHome, {id<EntityId>(8), "Vagten", "12 34 56 78", "hele døgnet", "m"}, tablet.fold));

    const HomeTalk fit{TalkPeriod::SinceLast, TalkRhythm::WhenAsked, TalkAsking::ResidentSays};
    tablet.write(writeHomeTalk(kHome, fit, tablet.fold));
    QCOMPARE(tablet.write(writeHomeTalk(kHome, fit, tablet.fold)), 0U); // it stands there

    const HomeModel home = tablet.home();
    QVERIFY(home.fit == fit);
    QCOMPARE(home.name, std::string("Ågården"));
    QVERIFY(home.demo);
    QCOMPARE(home.devices.size(), 1U);
    const Device *read = home.device(device.id);
    QVERIFY(read);
    QCOMPARE(read->name, device.name);
    QCOMPARE(read->kind, DeviceKind::Staff);
    QCOMPARE(read->signKey, device.signKey);
    QCOMPARE(read->boxKey, device.boxKey);
    QVERIFY(!read->blocked);
    QCOMPARE(home.people.size(), 1U);
    QCOMPARE(home.person(kMette)->name, std::string("Mette"));
    QCOMPARE(home.person(kMette)->role, wire::v1::ROLE_COORDINATOR);
    QVERIFY(home.person(kMette)->active);
    QVERIFY(!home.person(kAli));
    QCOMPARE(home.streamOf(kAnna, StreamKind::Team), std::optional(team.id));
    QCOMPARE(home.help.size(), 1U);
    QCOMPARE(home.help[0].label, std::string("Vagten"));
    QCOMPARE(home.help[0].phone, std::string("12 34 56 78"));
    QCOMPARE(home.help[0].note, std::string("hele døgnet"));
    QCOMPARE(home.help[0].rank, std::string("m"));
    QCOMPARE(tablet.fold.children(EntityId{kHome.data}), std::vector{id<EntityId>(8)});
}

void TestHomeModel::writingTheSameAgainWritesNothing()
{
    Tablet tablet(1);
    const Device device = someDevice();
    const Profile profile{"Anna", "fugl", 3, {kMette}, {kMette, kAli}};
    QCOMPARE(tablet.write(writeDevice(device, tablet.fold)), 4U);
    QCOMPARE(tablet.write(writeDevice(device, tablet.fold)), 0U);
    QVERIFY(tablet.write(writeProfile(kAnna, profile, tablet.fold)) > 0);
    QCOMPARE(tablet.write(writeProfile(kAnna, profile, tablet.fold)), 0U);
    Device renamed = device;
    renamed.name = "Kontoret";
    QCOMPARE(tablet.write(writeDevice(renamed, tablet.fold)), 1U);
    QVERIFY(tablet.fold.waiting().empty());
}

void TestHomeModel::aResidentsNameIsNotInTheHomeStream()
{
    Tablet tablet(1);
    tablet.write(writePerson({kAnna, wire::v1::ROLE_RESIDENT, "Anna", true}, tablet.fold));
    QCOMPARE(tablet.home().person(kAnna)->name, std::string());
}

void TestHomeModel::codesAreKeptWithTheirPersonAndReplacedWhole()
{
    Tablet tablet(1);
    Person mette{kMette, wire::v1::ROLE_STAFF, "Mette", true};
    tablet.write(writePerson(mette, tablet.fold));
    QVERIFY(tablet.home().person(kMette)->code.empty());
    mette.code = "one";
    QCOMPARE(tablet.write(writePerson(mette, tablet.fold)), 1U);
    QCOMPARE(tablet.write(writePerson(mette, tablet.fold)), 0U);
    mette.code = "two";
    QCOMPARE(tablet.write(writePerson(mette, tablet.fold)), 1U);
    QCOMPARE(tablet.home().person(kMette)->code, std::string("two"));
    mette.code.clear(); // somebody who does not know it changes something else
    mette.role = wire::v1::ROLE_NIGHT;
    tablet.write(writePerson(mette, tablet.fold));
    QCOMPARE(tablet.home().person(kMette)->code, std::string("two"));
    QVERIFY(tablet.fold.waiting().empty());
}

void TestHomeModel::shiftCodesAreReadNewestLast()
{
    constexpr std::int64_t kHourMs = 3'600'000;
    Tablet tablet(1);
    tablet.write(writeShiftCode({id<EntityId>(2), "late", 5 * kHourMs, 6 * kHourMs}, tablet.fold));
    tablet.write(writeShiftCode({id<EntityId>(3), "early", kHourMs, 25 * kHourMs}, tablet.fold));
    tablet.write(writeShiftCode({id<EntityId>(4), "too long", kHourMs, 25 * kHourMs + 1}, tablet.fold));
    tablet.write(writeShiftCode({id<EntityId>(5), "", kHourMs, 2 * kHourMs}, tablet.fold));
    const auto codes = tablet.home().shiftCodes;
    QCOMPARE(codes.size(), 2U);
    QCOMPARE(codes[0].verifier, std::string("early"));
    QCOMPARE(codes[1].verifier, std::string("late"));
    QCOMPARE(codes[1].id, id<EntityId>(2));
    QCOMPARE(codes[1].fromMs, 5 * kHourMs);
    QCOMPARE(codes[1].untilMs, 6 * kHourMs);
}

void TestHomeModel::helpLinesStandInOrder()
{
    Tablet tablet(1);
    tablet.write(writeHelpLine(kHome, {id<EntityId>(8), "Vagten", "1", "", "n"}, tablet.fold));
    tablet.write(writeHelpLine(kHome, {id<EntityId>(9), "Lægevagten", "2", "", "g"}, tablet.fold));
    QCOMPARE(tablet.home().help[0].label, std::string("Lægevagten"));
    tablet.write(writeHelpLine(kHome, {id<EntityId>(8), "Vagten", "1", "", "a"}, tablet.fold));
    QCOMPARE(tablet.home().help[0].label, std::string("Vagten"));
}

void TestHomeModel::twoRenamingsShowTheSameOneEverywhereAndWait()
{
    Tablet one(1);
    Tablet two(2);
    one.write(writeHomeName(kHome, "Huset", false, one.fold));
    one.sync(two);
    one.write(writeHomeName(kHome, "Ågården", false, one.fold));
    two.write(writeHomeName(kHome, "Engen", false, two.fold));
    one.sync(two);
    QCOMPARE(one.home().name, std::string("Engen")); // the same lamport, the greater incarnation
    QCOMPARE(two.home().name, std::string("Engen"));
    QCOMPARE(one.fold.waiting().size(), 1U);
    // Saving something else does not settle it unseen.
    one.write(writeHomeName(kHome, "Engen", true, one.fold));
    QCOMPARE(one.fold.waiting().size(), 1U);
    QVERIFY(one.home().demo);
}

void TestHomeModel::aBlockThatAnotherDidNotSeeHolds()
{
    Tablet one(1);
    Tablet two(2);
    Device device = someDevice();
    device.blocked = true;
    one.write(writeDevice(device, one.fold));
    one.sync(two);
    device.blocked = false;
    one.write(writeDevice(device, one.fold));
    two.write(writeDevice(someDevice(), two.fold));
    Device blocked = someDevice();
    blocked.blocked = true;
    two.write(writeDevice(blocked, two.fold)); // lost a second time
    one.write(writeHomeName(kHome, "a", false, one.fold));
    one.write(writeDevice(blocked, one.fold));
    one.write(writeDevice(device, one.fold)); // the newest of all, by lamport
    one.sync(two);
    QVERIFY(one.home().device(device.id)->blocked);
    QVERIFY(two.home().device(device.id)->blocked);
    QVERIFY(one.write(writeDevice(device, one.fold)) > 0); // seen now: settles it
    QVERIFY(!one.home().device(device.id)->blocked);
}

void TestHomeModel::aBlockThatWasUndoneInSightOfAllIsUndone()
{
    Tablet tablet(1);
    Device device = someDevice();
    device.blocked = true;
    tablet.write(writeDevice(device, tablet.fold));
    QVERIFY(tablet.home().device(device.id)->blocked);
    device.blocked = false;
    tablet.write(writeDevice(device, tablet.fold));
    QVERIFY(!tablet.home().device(device.id)->blocked);
}

void TestHomeModel::aStreamWithAnotherIdThanItsEntityIsNoStream()
{
    Tablet tablet(1);
    Ops ops = writeStream({{StreamKind::Team, id<EntityId>(7)}, kAnna}, tablet.fold);
    for (auto &op : ops) {
        op.set_entity(id<EntityId>(6).str());
    }
    tablet.write(ops);
    QVERIFY(tablet.home().streams.empty());
}

void TestHomeModel::streamsAreFoundByPersonAndKind()
{
    Tablet tablet(1);
    const StreamId group{StreamKind::Group, id<EntityId>(5)};
    const StreamId own{StreamKind::Own, id<EntityId>(6)};
    tablet.write(writeStream({group, std::nullopt}, tablet.fold));
    tablet.write(writeStream({own, kAnna}, tablet.fold));
    const HomeModel home = tablet.home();
    QCOMPARE(home.stream(StreamKind::Group), std::optional(group));
    QCOMPARE(home.stream(StreamKind::Own), std::optional<StreamId>());
    QCOMPARE(home.streamOf(kAnna, StreamKind::Own), std::optional(own));
    QCOMPARE(home.streamOf(kAnna, StreamKind::Team), std::optional<StreamId>());
    QCOMPARE(home.streamOf(kMette, StreamKind::Own), std::optional<StreamId>());
}

void TestHomeModel::anErasureIsReadAgain()
{
    Tablet tablet(1);
    const StreamInfo team{{StreamKind::Team, id<EntityId>(7)}, kAnna};
    tablet.write(writeStream(team, tablet.fold));
    QVERIFY(!tablet.home().isErased(team.id));
    Erasure erasure{id<decltype(Erasure::order)>(8), "Artikel 17", kMette, kAli, 1'790'000'000'000, {}};
    erasure.escrow = {{Incarnation{0xFEDCBA9876543210}, 1}, {Incarnation{2}, 0x0102030405060708}};
    tablet.write(writeErasure(team.id, erasure, tablet.fold));
    QVERIFY(tablet.home().isErased(team.id));
    const Erasure read = *tablet.home().streamInfo(team.id)->erased;
    QVERIFY(read.order == erasure.order && read.first == kMette && read.second == kAli);
    QCOMPARE(read.basis, erasure.basis);
    QCOMPARE(read.atMs, erasure.atMs);
    QVERIFY(read.escrow == erasure.escrow);
    QCOMPARE(tablet.write(writeErasure(team.id, erasure, tablet.fold)), 0U);
    QVERIFY(!tablet.home().isErased({StreamKind::Team, id<EntityId>(9)}));
}

void TestHomeModel::ofTwoHoldsTheOneThatHoldsCounts()
{
    Tablet one(1);
    const StreamInfo team{{StreamKind::Team, id<EntityId>(7)}, kAnna};
    one.write(writeStream(team, one.fold));
    one.write(writeHold(team.id, Hold{"klagesag", kMette, 5}, one.fold));
    Tablet other(2);
    one.sync(other);
    one.write(writeHold(team.id, std::nullopt, one.fold));
    QVERIFY(!one.home().streamInfo(team.id)->hold);
    other.write(writeHold(team.id, Hold{"retssag", kAli, 6}, other.fold));
    one.sync(other);
    for (const Tablet *each : {&one, &other}) {
        const auto hold = each->home().streamInfo(team.id)->hold;
        QVERIFY(hold);
        QCOMPARE(hold->why, std::string("retssag"));
        QVERIFY(hold->by == kAli);
        QCOMPARE(hold->sinceMs, std::int64_t{6});
    }
}

void TestHomeModel::aClosedResidentDoesNotLiveHere()
{
    Tablet tablet(1);
    Person anna{kAnna, wire::v1::ROLE_RESIDENT, {}, true};
    tablet.write(writePerson(anna, tablet.fold));
    QVERIFY(tablet.home().people.front().active && !tablet.home().people.front().closed);
    anna.closed = Closed{CloseReason::Died, 7};
    tablet.write(writePerson(anna, tablet.fold));
    const Person read = tablet.home().people.front();
    QVERIFY(!read.active && read.closed);
    QCOMPARE(read.closed->reason, CloseReason::Died);
    QCOMPARE(read.closed->atMs, std::int64_t{7});
}

void TestHomeModel::profilesAreReadAgain()
{
    Tablet tablet(1);
    tablet.write(writeProfile(kAnna, {"Anna", "fugl", 4, {kMette}, {kMette, kAli}}, tablet.fold));
    const Profile profile = tablet.anna();
    QCOMPARE(profile.name, std::string("Anna"));
    QCOMPARE(profile.picture, std::string("fugl"));
    QCOMPARE(profile.tint, 4);
    QCOMPARE(profile.chosen, std::vector{kMette});
    QCOMPARE(profile.team, (std::vector{kMette, kAli}));
    QCOMPARE(readProfile(kAli, tablet.fold).name, std::string());
}

void TestHomeModel::whoMayReadIsReadAgainOrAsked()
{
    using Readers = std::optional<StreamKind>;
    Tablet tablet(1);
    Tablet other(2);
    const auto say = [](Tablet &on, const Readers &readers) {
        Profile profile = on.anna();
        profile.ways.readers = readers;
        return on.write(writeProfile(kAnna, profile, on.fold));
    };
    for (const StreamKind kind : {StreamKind::Own, StreamKind::Chosen, StreamKind::Team}) {
        QVERIFY(say(tablet, kind) > 0);
        QCOMPARE(tablet.anna().ways.readers, Readers(kind));
        QCOMPARE(say(tablet, kind), 0U);
    }
    QVERIFY(say(tablet, std::nullopt) > 0);
    QCOMPARE(tablet.anna().ways.readers, Readers());
    // What no program of today means is asked.
    const EntityId anna{kAnna.data};
    QVERIFY(tablet.write(RecordWriter(anna, tablet.fold).num(field::kProfileReaders, 6).take()) > 0);
    QCOMPARE(tablet.anna().ways.readers, Readers());
    QVERIFY(say(tablet, StreamKind::Team) > 0);
    QVERIFY(say(other, StreamKind::Chosen) > 0); // they had not met
    tablet.sync(other);
    QCOMPARE(tablet.anna().ways.readers, Readers());
    QVERIFY(say(tablet, StreamKind::Chosen) > 0);
    tablet.sync(other);
    QCOMPARE(other.anna().ways.readers, Readers(StreamKind::Chosen));
}

void TestHomeModel::twoWhoEachChooseAPersonChooseBoth()
{
    Tablet one(1);
    Tablet two(2);
    one.write(writeProfile(kAnna, {"Anna", "fugl", 1, {}, {}}, one.fold));
    one.sync(two);
    one.write(writeProfile(kAnna, {"Anna", "fugl", 1, {kMette}, {}}, one.fold));
    two.write(writeProfile(kAnna, {"Anna", "fugl", 1, {kAli}, {}}, two.fold));
    one.sync(two);
    QCOMPARE(one.anna().chosen, (std::vector{kMette, kAli}));
    QCOMPARE(two.anna().chosen, (std::vector{kMette, kAli}));
    QVERIFY(one.fold.waiting().empty());
}

void TestHomeModel::takingAPersonAwayTakesOnlyThatPerson()
{
    Tablet one(1);
    Tablet two(2);
    one.write(writeProfile(kAnna, {"", "", 1, {kMette}, {}}, one.fold));
    one.sync(two);
    one.write(writeProfile(kAnna, {"", "", 1, {}, {}}, one.fold));
    two.write(writeProfile(kAnna, {"", "", 1, {kMette, kAli}, {}}, two.fold));
    one.sync(two);
    QCOMPARE(one.anna().chosen, std::vector{kAli});
    QCOMPARE(two.anna().chosen, std::vector{kAli});
    two.write(writeProfile(kAnna, {"", "", 1, {kAli, kMette}, {}}, two.fold)); // chosen again
    QCOMPARE(two.anna().chosen, (std::vector{kMette, kAli}));
}

void TestHomeModel::aTintOutsideTheSixIsBroughtInside()
{
    Tablet tablet(1);
    tablet.write(writeProfile(kAnna, {"", "", 77, {}, {}}, tablet.fold));
    QCOMPARE(tablet.anna().tint, 6);
    tablet.write(writeProfile(kAnna, {"", "", -1, {}, {}}, tablet.fold));
    QCOMPARE(tablet.anna().tint, 1);
}

void TestHomeModel::definitionsAreKeptWhole()
{
    Tablet tablet(1);
    std::string bytes(150'000, 'x');
    bytes[70'000] = 'y';
    const auto hash = seal::hashDefinition(bytes);
    QCOMPARE(readDefinition(hash, tablet.fold), std::optional<std::string>());
    const Ops ops = writeDefinition(hash, bytes, tablet.fold);
    QCOMPARE(ops.size(), 4U); // three pieces and their size
    tablet.write(ops);
    QCOMPARE(readDefinition(hash, tablet.fold), std::optional(bytes));
    QVERIFY(writeDefinition(hash, bytes, tablet.fold).empty());
    QVERIFY(writeDefinition(id<DefinitionHash>(6), "", tablet.fold).empty());
    const std::string most(1'048'576, 'z');
    QVERIFY(!writeDefinition(id<DefinitionHash>(6), most, tablet.fold).empty());
    QVERIFY(writeDefinition(id<DefinitionHash>(6), most + 'z', tablet.fold).empty());
}

void TestHomeModel::anUnfinishedDefinitionIsNone()
{
    Tablet tablet(1);
    const std::string bytes(150'000, 'x');
    const auto hash = seal::hashDefinition(bytes);
    Ops ops = writeDefinition(hash, bytes, tablet.fold);
    const Ops missing{ops[1]};
    ops.erase(ops.begin() + 1);
    tablet.write(ops); // the middle piece is in a change that has not arrived
    QCOMPARE(readDefinition(hash, tablet.fold), std::optional<std::string>());
    tablet.write(missing);
    QVERIFY(readDefinition(hash, tablet.fold));
}

void TestHomeModel::aDefinitionIsWhatItsHashSays()
{
    Tablet tablet(1);
    const std::string bytes = "{\"resourceType\":\"Questionnaire\"}";
    const auto hash = seal::hashDefinition(bytes);
    tablet.write(writeDefinition(hash, "{\"resourceType\":\"Questionnaira\"}", tablet.fold)); // somebody else's
    QCOMPARE(readDefinition(hash, tablet.fold), std::optional<std::string>());
    tablet.write(writeDefinition(hash, bytes, tablet.fold)); // so the right one is still written
    QCOMPARE(readDefinition(hash, tablet.fold), std::optional(bytes));
}

void TestHomeModel::mayHold_data()
{
    QTest::addColumn<int>("stream");
    QTest::addColumn<bool>("shared");
    QTest::addColumn<bool>("staff");
    QTest::addColumn<bool>("leader");
    const auto row = [](StreamKind kind, bool shared, bool staff, bool leader) {
        QTest::newRow(nameOf(kind)) << static_cast<int>(kind) << shared << staff << leader;
    };
    row(StreamKind::Home, true, true, true);
    row(StreamKind::Profile, true, true, true);
    row(StreamKind::Own, true, false, false);
    row(StreamKind::Chosen, true, true, false);
    row(StreamKind::Team, true, true, false);
    row(StreamKind::Safety, false, true, false);
    row(StreamKind::Staff, false, true, false);
    row(StreamKind::Group, false, true, true);
    row(StreamKind::Insight, false, true, true);
    row(StreamKind::Audit, false, false, false);
}

void TestHomeModel::mayHold()
{
    QFETCH(int, stream);
    QFETCH(bool, shared);
    QFETCH(bool, staff);
    QFETCH(bool, leader);
    QCOMPARE(domain::mayHold(DeviceKind::Leader, static_cast<StreamKind>(stream)), leader);
    QCOMPARE(domain::mayHold(DeviceKind::Shared, static_cast<StreamKind>(stream)), shared);
    QCOMPARE(domain::mayHold(DeviceKind::Staff, static_cast<StreamKind>(stream)), staff);
    QVERIFY(!domain::mayHold(DeviceKind::Staff, static_cast<StreamKind>(77)));
}

QTEST_GUILESS_MAIN(TestHomeModel)
#include "tst_home_model.moc"
