#include "tests/sim/home.h"

#include "app/engine/data_dir.h"
#include "proto/domain/home_model.h"
#include "sync-server/office.h"
#include "tests/sim/line.h"
#include "tests/sim/seed.h"
#include "tests/support/must.h"

#include <cstdlib>
#include <fstream>
#include <unistd.h>

namespace trivsel::sim {

using test::must;
namespace fs = std::filesystem;

namespace {

fs::path makeScratch()
{
    std::error_code failed;
    const bool roomy = fs::space("/dev/shm", failed).available > 256ULL * 1024 * 1024 && !failed;
    std::string name =
        ((roomy ? fs::path("/dev/shm") : fs::temp_directory_path()) / "trivsel-sim-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) {
        must(Status(fail(Errc::StoreFailed, "no scratch folder")));
    }
    return name;
}

std::string bytesOf(const fs::path &file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void write(const fs::path &file, const std::string &bytes)
{
    fs::remove(file);
    std::ofstream out(file, std::ios::binary);
    out << bytes;
    out.close();
    must(out ? Status() : Status(fail(Errc::StoreFailed, "a file in the scratch folder")));
    fs::permissions(file, fs::perms::owner_read);
}

domain::DeviceKind kindAt(Where where)
{
    return where == Where::Wall     ? domain::DeviceKind::Shared
           : where == Where::Leader ? domain::DeviceKind::Leader
                                    : domain::DeviceKind::Staff;
}

TabletKind fileKindAt(Where where)
{
    return where == Where::Wall     ? TabletKind::Shared
           : where == Where::Leader ? TabletKind::Leader
                                    : TabletKind::Staff;
}

template <class T> T mustOpen(tl::expected<T, server::Trouble> opened)
{
    if (!opened) {
        must(Status(tl::unexpected(opened.error().error)));
    }
    return std::move(*opened);
}

} // namespace

Home::Home() : disk("trivsel-sim-" + std::to_string(::getpid())), m_scratch(makeScratch())
{
    must(seal::initialise());
    seedProcess(2026);
    catalogue = std::make_shared<const catalogue::Catalogue>(
        must(catalogue::loadCatalogue(fs::path(TRIVSEL_SOURCE_DIR "/tests/sim/catalogue"))));
    wrapKey.data.fill(0x5a);
    paths.dir = m_scratch / "server";
    paths.wrapKey = paths.dir / "wrap.key";
    paths.vfs = disk.name();
    makeReserve();
    makeServer();
    m_identity = bytesOf(paths.identity());
    meet();
    serverImage = disk.image(paths.dir);
    for (Seat &seat : seats) {
        seat.met = disk.image(seat.dir);
    }
}

Home::~Home()
{
    std::error_code ignored;
    fs::remove_all(m_scratch, ignored);
}

void Home::resetFiles() const
{
    for (const Seat &seat : seats) {
        for (const fs::path &dir : {seat.dir, seat.twinDir}) {
            if (!fs::exists(dir / "identity")) { // it was emptied
                write(dir / "identity", seat.identity);
            }
            fs::remove(dir / "emptied");
        }
    }
    fs::remove_all(backups());
    fs::remove_all(pocket());
    fs::create_directory(pocket());
    fs::remove(paths.erased());
    write(paths.identity(), m_identity);
    write(paths.wrapKey, m_serverWrapKey.str());
}

void Home::loseServer()
{
    disk.restore(paths.dir, {});
    for (const fs::directory_entry &file : fs::directory_iterator(paths.dir)) {
        fs::remove(file.path());
    }
}

void Home::makeReserve() const
{
    std::ofstream out(reserve(), std::ios::binary);
    out << std::string(engine::DataDir::kReserveBytes, 'r');
}

void Home::makeServer()
{
    Dice dice(2026);
    const Random random = dice.random();
    seed = randomBytes<seal::RecoverySeed>(random);
    const auto store = mustOpen(server::createHome(paths, seed, random));
    m_serverWrapKey = must(server::readWrapKey(paths.wrapKey));
    makePeople(*store, random);
    makeTablets(*store, random);
}

void Home::makePeople(server::HomeStore &store, const Random &random)
{
    auto office = must(server::Office::begin(store, {random, kBeganMs}));
    const StreamId home = store.server().homeStream;
    const merge::Fold *fold = must(office.now(home));
    office.write(home, domain::writeHomeName(store.server().home, "Birkegården", true, *fold));
    const auto add = [&](const std::string &name, merge::Role role) {
        const domain::Person person{randomBytes<PersonId>(random), role,
                                    role == merge::Role::ROLE_RESIDENT ? std::string() : name, true};
        office.write(home, domain::writePerson(person, *fold));
        return Who{person.id, role};
    };
    sofie = add("Sofie", merge::Role::ROLE_RESIDENT);
    mette = add("Mette", merge::Role::ROLE_STAFF);
    ali = add("Ali", merge::Role::ROLE_STAFF);
    bo = add("Bo", merge::Role::ROLE_STAFF);
    lise = add("Lise", merge::Role::ROLE_LEADER);
    karl = add("Karl", merge::Role::ROLE_RESIDENT);
    team =
        makeResident(office, sofie,
                     {"Sofie", "cykel", 1, {mette.person, bo.person}, {mette.person, ali.person, bo.person}});
    karlsTeam = makeResident(office, karl, {"Karl", "baad", 2, {mette.person}, {mette.person}});
    must(office.commit());
}

StreamId Home::makeResident(server::Office &office, const Who &who, const domain::Profile &profile)
{
    const StreamId own = must(office.makeStream(StreamKind::Profile, who.person));
    office.write(own, domain::writeProfile(who.person, profile, merge::Fold()));
    const StreamId narrow = must(office.makeStream(StreamKind::Chosen, who.person));
    chosen = who == sofie ? narrow : chosen;
    return must(office.makeStream(StreamKind::Team, who.person));
}

void Home::makeTablets(server::HomeStore &store, const Random &random)
{
    for (std::size_t at = 0; at < seats.size(); ++at) {
        constexpr std::array kPlaces{Where::Wall, Where::Wall, Where::Duty, Where::Phone, Where::Leader};
        const Where where = seats[at].where = kPlaces.at(at);
        TabletFile &file = seats[at].file;
        file.kind = fileKindAt(where);
        file.home = store.server().home;
        file.homeName = "Birkegården";
        file.device = randomBytes<DeviceId>(random);
        file.name = "Tablet " + std::to_string(at);
        file.host = "localhost";
        file.port = 7400;
        file.pin = seal::pinOf(seal::publicOf(store.server().identity));
        file.caPem = "-----BEGIN CERTIFICATE-----\nAA==\n-----END CERTIFICATE-----\n"; // there is no TLS here
        file.certificatePem = file.caPem;
        file.keyPem = "-----BEGIN PRIVATE KEY-----\nAA==\n-----END PRIVATE KEY-----\n";
        file.sign = randomBytes<seal::SignSecret>(random);
        file.box = randomBytes<seal::BoxSecret>(random);
        domain::Device device;
        device.id = file.device;
        device.name = file.name;
        device.kind = kindAt(where);
        if (where == Where::Phone || where == Where::Leader) {
            device.owner = where == Where::Phone ? bo.person : lise.person;
        }
        seats[at].signKey = seal::publicOf(file.sign);
        device.signKey = seats[at].signKey.str();
        device.boxKey = seal::publicOf(file.box).str();
        auto office = must(server::Office::begin(store, {random, kBeganMs}));
        office.write(store.server().homeStream,
                     domain::writeDevice(device, *must(office.now(store.server().homeStream))));
        must(office.commit());
    }
}

void Home::writePlan(engine::Engine &tablet)
{
    standing = {{"mig.udefra",
                 mette,
                 "Vi går en tur om morgenen hver dag. Bagefter laver vi mad sammen i køkkenet. "
                 "Om aftenen hviler vi os lidt. Hver fredag spiller vi kort med naboen. ",
                 {}},
                {"mig.indefra",
                 sofie,
                 "Jeg kan godt lide at gå tur. Jeg vil helst have ro om morgenen. "
                 "Musik gør mig glad om aftenen. Min søster ringer til mig om søndagen. ",
                 {}}};
    for (Standing &each : standing) {
        plan = must(tablet.openPlan(sofie.person, each.by, kPlan)).entity;
        must(tablet.editField(sofie.person, each.by, kPlan, each.field, each.text));
        must(tablet.leavePlan(sofie.person, each.by, kPlan));
        each.dot = must(tablet.history(sofie.person, each.by, kPlan, each.field)).at(0).dot;
    }
}

void Home::meet()
{
    Dice dice(7);
    SimServer server(disk, paths, [] { return kBeganMs; });
    must(server.start(dice.random()));
    Line::Seen seen;
    std::uint64_t lines = 0;
    const auto sync = [&](std::size_t at, SimTablet &tablet) {
        Line line(++lines, at, tablet, server, seen);
        while (line.tabletThere()) {
            const bool moved = line.moveUp(SIZE_MAX) | line.moveDown(SIZE_MAX);
            if (server.due()) {
                server.tick();
            } else if (!moved) {
                must(Status(fail(Errc::Internal, "the first sync stands still")));
            }
        }
        must(line.takeOutcome().value());
        line.serverGone();
        if (server.due()) {
            server.tick();
        }
    };
    std::vector<std::unique_ptr<SimTablet>> tablets;
    for (std::size_t at = 0; at < seats.size(); ++at) {
        Seat &seat = seats[at];
        seat.dir = m_scratch / ("tablet" + std::to_string(at));
        seat.twinDir = m_scratch / ("tablet" + std::to_string(at) + "-twin");
        tablets.push_back(std::make_unique<SimTablet>(*this, seat, seat.dir, [] { return kBeganMs; }));
        SimTablet &tablet = *tablets.back();
        must(engine::Engine::enrol(tablet.config(dice.random()), seat.file));
        seat.fresh = disk.image(seat.dir);
        fs::remove(seat.dir / "reserve"); // from here on it is a link
        seat.identity = bytesOf(seat.dir / "identity");
        fs::create_directories(seat.twinDir);
        fs::copy_file(seat.dir / "identity", seat.twinDir / "identity");
        must(tablet.start(dice));
        if (fs::hard_link_count(seat.dir / "reserve") < 2) {
            must(Status(fail(Errc::Internal, "a tablet's reserve has another name now")));
        }
        sync(at, tablet);
        if (at == 0) {
            writePlan(*tablet);
            sync(at, tablet);
        }
    }
    tablets.clear();
    for (const journal::KeyRow &row : server.store().keys().all()) {
        serverKeys.emplace(row.stream, row.version);
    }
    server.stop();
}

} // namespace trivsel::sim
