#include "tests/app/engine/test_home.h"

#include "proto/base/limits.h"
#include "proto/domain/home_model.h"
#include "proto/domain/own_record.h"
#include "proto/seal/own_key.h"
#include "proto/seal/passcode.h"
#include "tests/support/changes.h"
#include "tests/support/must.h"

#include <algorithm>
#include <fstream>

namespace trivsel::test {

namespace {

constexpr std::uint64_t kServerInc = 0x5e;
constexpr std::uint64_t kEpoch = 7;

wire::v1::Change contentOf(const seal::SealedChange &change, const seal::StreamKey &key)
{
    return seal::isOwnKey(change.stream, change.key) ? wire::v1::Change()
                                                     : must(seal::readChange(change, key));
}

} // namespace

TestHome::TestHome(std::uint64_t seed) : m_random(seededRandom(seed)), m_id(randomBytes<HomeId>(m_random))
{
    must(seal::initialise());
    m_home = addStream(StreamKind::Home, std::nullopt);
    write(m_home, domain::writeHomeName(m_id, "Birkegården", true, fold(m_home)));
}

TestHome::TestHome() : TestHome(kSeed)
{
    mette = addStaff("Mette");
    ali = addStaff("Ali");
    lone = addStaff("Lone");
    sofie = addResident("Sofie", {mette}, {mette, ali});
    karim = addResident("Karim", {}, {ali});
}

Who TestHome::addStaff(const std::string &name)
{
    return addPerson(name, merge::Role::ROLE_STAFF);
}

Who TestHome::addResident(const std::string &name, const std::vector<Who> &chosen,
                          const std::vector<Who> &team)
{
    const Who who = addPerson(name, merge::Role::ROLE_RESIDENT);
    const StreamId stream = streamOf(who, StreamKind::Profile);
    domain::Profile record;
    record.name = name;
    record.picture = "cykel";
    for (const Who &one : chosen) {
        record.chosen.push_back(one.person);
    }
    for (const Who &one : team) {
        record.team.push_back(one.person);
    }
    write(stream, domain::writeProfile(who.person, record, fold(stream)));
    return who;
}

Who TestHome::addPerson(const std::string &name, merge::Role role)
{
    const domain::Person person{randomBytes<PersonId>(m_random), role,
                                role == merge::Role::ROLE_RESIDENT ? std::string() : name, true};
    write(m_home, domain::writePerson(person, fold(m_home)));
    if (role == merge::Role::ROLE_RESIDENT) {
        for (const StreamKind kind : {StreamKind::Profile, StreamKind::Chosen, StreamKind::Team}) {
            m_streams[{person.id, kind}] = addStream(kind, person.id);
        }
    } else {
        m_streams[{person.id, StreamKind::Staff}] = addStream(StreamKind::Staff, person.id);
    }
    return {person.id, role};
}

Who TestHome::addTile(const std::string &name, const std::string &picture, int tint)
{
    const Who who = addPerson(name, merge::Role::ROLE_RESIDENT);
    const StreamId stream = streamOf(who, StreamKind::Profile);
    domain::Profile profile;
    profile.name = name;
    profile.picture = picture;
    profile.tint = tint;
    write(stream, domain::writeProfile(who.person, profile, fold(stream)));
    return who;
}

domain::Person TestHome::personOf(const Who &who) const
{
    return *domain::readHome(m_id, fold(m_home)).person(who.person);
}

void TestHome::giveCode(const Who &who, const std::string &digits)
{
    domain::Person person = personOf(who);
    person.code = must(seal::makeVerifier(digits, {1, 8}, seal::systemPasscodeKdf(), m_random)).str();
    write(m_home, domain::writePerson(person, fold(m_home)));
}

EntityId TestHome::addShiftCode(const std::string &digits, std::int64_t fromMs, std::int64_t untilMs)
{
    domain::ShiftCode code{randomBytes<EntityId>(m_random), {}, fromMs, untilMs};
    code.verifier = must(seal::makeVerifier(digits, {1, 8}, seal::systemPasscodeKdf(), m_random)).str();
    write(m_home, domain::writeShiftCode(code, fold(m_home)));
    return code.id;
}

void TestHome::sendAway(const Who &who)
{
    domain::Person person = personOf(who);
    person.active = false;
    write(m_home, domain::writePerson(person, fold(m_home)));
}

void TestHome::addSafety(const Who &resident)
{
    m_streams[{resident.person, StreamKind::Safety}] = addStream(StreamKind::Safety, resident.person);
}

StreamId TestHome::addOwn(const Who &resident)
{
    const StreamId stream = addStream(StreamKind::Own, resident.person);
    m_streams[{resident.person, StreamKind::Own}] = stream;
    const auto key = domain::writeRecoveryKey(m_id, seal::publicOf(recoverySecret()), fold(m_home));
    if (!key.empty() && !withoutRecoveryKey) {
        write(m_home, key);
    }
    return stream;
}

void TestHome::addDevice(const TabletFile &file, bool blocked)
{
    domain::Device device;
    device.id = file.device;
    device.name = file.name;
    device.kind = file.kind == TabletKind::Shared  ? domain::DeviceKind::Shared
                  : file.kind == TabletKind::Staff ? domain::DeviceKind::Staff
                                                   : domain::DeviceKind::Leader;
    device.signKey = seal::publicOf(file.sign).str();
    device.boxKey = seal::publicOf(file.box).str();
    device.blocked = blocked;
    write(m_home, domain::writeDevice(device, fold(m_home)));
}

seal::BoxSecret TestHome::recoverySecret()
{
    return filled<seal::BoxSecret>(0x5e);
}

StreamId TestHome::addAudit(const PersonId &about)
{
    const StreamId stream{StreamKind::Audit, randomBytes<EntityId>(m_random)};
    const auto owner = about.isNull() ? std::nullopt : std::optional(about);
    write(m_home, domain::writeStream({stream, owner}, fold(m_home)));
    return stream;
}

void TestHome::addHelp(const std::string &label, const std::string &phone, const std::string &note)
{
    const domain::HelpLine line{randomBytes<EntityId>(m_random), label, phone, note, "a"};
    write(m_home, domain::writeHelpLine(m_id, line, fold(m_home)));
}

StreamId TestHome::addStream(StreamKind kind, const std::optional<PersonId> &about)
{
    const StreamId stream{kind, randomBytes<EntityId>(m_random)};
    m_keys[stream] = streamKey();
    write(kind == StreamKind::Home ? stream : m_home,
          domain::writeStream({stream, about}, fold(kind == StreamKind::Home ? stream : m_home)));
    return stream;
}

StreamId TestHome::streamOf(const Who &who, StreamKind kind) const
{
    return m_streams.at({who.person, kind});
}

std::vector<StreamId> TestHome::streams() const
{
    std::vector<StreamId> all;
    for (const auto &[stream, key] : m_keys) {
        all.push_back(stream);
    }
    return all;
}

TabletFile TestHome::newTablet(const std::string &name, TabletKind kind)
{
    TabletFile file;
    file.kind = kind;
    file.home = m_id;
    file.homeName = "Birkegården";
    file.device = filled<DeviceId>(++m_tablets);
    file.name = name;
    file.host = "localhost";
    file.port = 4711;
    file.pin = seal::pinOf(serverKey());
    file.caPem = "-----BEGIN CERTIFICATE-----\nAA==\n-----END CERTIFICATE-----\n";
    file.certificatePem = file.caPem;
    file.keyPem = "-----BEGIN PRIVATE KEY-----\nAA==\n-----END PRIVATE KEY-----\n";
    file.sign = randomBytes<seal::SignSecret>(m_random);
    file.box = randomBytes<seal::BoxSecret>(m_random);
    return file;
}

void TestHome::write(const StreamId &stream, const std::vector<wire::v1::Op> &ops,
                     const std::optional<Hand> &hand)
{
    wire::v1::Change change;
    change.set_role(static_cast<std::uint32_t>(hand ? hand->enterer.role : merge::Role::ROLE_SERVER));
    if (hand) {
        change.set_author(hand->author.person.str());
        change.set_enterer(hand->enterer.person.str());
    }
    for (const wire::v1::Op &op : ops) {
        *change.add_ops() = op;
    }
    wire::v1::Header header;
    header.set_inc(kServerInc);
    header.set_ctr(++m_counters[stream]);
    header.set_lamport(fold(stream).lamport() + 1);
    header.set_key(1);
    header.set_op_schema(kOpSchema);
    m_log.push_back(
        seal::sealChange(stream, header, change.SerializeAsString(), m_keys.at(stream), m_random));
}

merge::Fold TestHome::fold(const StreamId &stream) const
{
    merge::Fold fold;
    for (const seal::SealedChange &change : m_log) {
        if (change.stream == stream) {
            const bool own = seal::isOwnKey(stream, change.key); // nobody here can read it
            fold.add({change.dot, change.lamport, own, contentOf(change, m_keys.at(stream))});
        }
    }
    return fold;
}

seal::SignSecret TestHome::serverSecret()
{
    return filled<seal::SignSecret>(0x51);
}

seal::SignPublic TestHome::serverKey() const
{
    return seal::publicOf(serverSecret());
}

std::vector<wire::v1::Proof> TestHome::officeProofs(std::size_t from) const
{
    std::vector<wire::v1::Proof> proofs;
    Hash256 head{};
    for (std::size_t i = 0; i < m_log.size(); ++i) {
        const seal::SealedChange &change = m_log[i];
        if (change.stream != m_home || change.dot.inc != Incarnation{kServerInc}) {
            continue;
        }
        if (i >= from) {
            proofs.push_back(seal::prove(DeviceId{m_id.data}, serverSecret(), head, std::span(&change, 1)));
        }
        head = seal::chainNext(head, change.hash);
    }
    return proofs;
}

void TestHome::makeOwn(const TabletFile &phone, const Who &owner)
{
    domain::Device device;
    device.id = phone.device;
    device.name = phone.name;
    device.kind = domain::DeviceKind::Staff;
    device.signKey = seal::publicOf(phone.sign).str();
    device.boxKey = seal::publicOf(phone.box).str();
    device.owner = owner.person;
    write(m_home, domain::writeDevice(device, fold(m_home)));
    m_ownPhones.insert(phone.device);
}

/** It comes and goes with a resident who is not along. */
bool TestHome::isAway(engine::Engine &engine, const StreamId &stream) const
{
    const auto carry = must(engine.syncPort().state()).carry;
    return m_ownPhones.contains(engine.identity().device) &&
           std::any_of(m_streams.begin(), m_streams.end(), [&](const auto &one) {
               const StreamKind kind = one.first.second;
               return one.second == stream &&
                      (kind == StreamKind::Chosen || kind == StreamKind::Team ||
                       kind == StreamKind::Safety) &&
                      std::find(carry.begin(), carry.end(), one.first.first) == carry.end();
           });
}

void TestHome::introduce(engine::Engine &engine)
{
    session::TabletPort &port = engine.syncPort();
    if (saysItsKey) {
        must(port.storeServerKey(serverKey()));
    }
    if (must(port.state()).epoch != kEpoch) {
        must(port.storeEpoch(kEpoch, false));
    }
    std::vector<wire::v1::StreamGrant> grants;
    for (const auto &[stream, key] : m_keys) {
        if (isAway(engine, stream)) {
            continue;
        }
        const std::string box = seal::sealBox(seal::publicOf(engine.identity().box), key.str());
        must(port.storeStreamKey(stream, 1, box));
        grants.emplace_back();
        grants.back().set_stream(stream.str());
        grants.back().set_key(1);
    }
    m_unfilled[engine.identity().device] = must(port.storeGrants(grants));
    must(port.grantsComplete(1));
}

void TestHome::take(engine::Engine &engine)
{
    session::TabletPort &port = engine.syncPort();
    const seal::SignPublic key = seal::publicOf(engine.identity().sign);
    for (;;) {
        const auto pending = must(port.pending());
        if (pending.empty()) {
            return;
        }
        for (const auto &[stream, range] : pending) {
            const auto batch = must(port.batch(stream, range));
            must(seal::check(batch.proof, key, batch.changes));
            m_log.insert(m_log.end(), batch.changes.begin(), batch.changes.end());
            const journal::Range taken{range.inc, range.first, batch.changes.back().dot.ctr};
            must(port.markDurable(stream, taken, {m_log.size(), 1}));
        }
    }
}

void TestHome::give(engine::Engine &engine)
{
    session::TabletPort &port = engine.syncPort();
    const std::uint64_t from = must(port.state()).cursor.seq;
    session::TabletPort::Received received;
    received.changes.assign(m_log.begin() + static_cast<std::ptrdiff_t>(from), m_log.end());
    received.proofs = officeProofs(from);
    received.upto = {m_log.size(), 1};
    must(port.storeChanges(received));
}

void TestHome::meet(engine::Engine &engine)
{
    introduce(engine);
    take(engine);
    must(engine.syncPort().letGo());
    give(engine);
    fill(engine);
}

void TestHome::fill(engine::Engine &engine)
{
    session::TabletPort &port = engine.syncPort();
    for (const auto &[stream, after] : m_unfilled[engine.identity().device]) {
        session::TabletPort::Received received;
        std::copy_if(
            m_log.begin(), m_log.end(), std::back_inserter(received.changes),
            [&, wanted = stream](const seal::SealedChange &change) { return change.stream == wanted; });
        received.backfill = stream;
        received.upto = must(port.state()).cursor;
        must(port.storeChanges(received));
    }
    m_unfilled.erase(engine.identity().device);
}

std::string scratchTemplate()
{
    std::error_code failed;
    const std::filesystem::path memory = "/dev/shm";
    const bool roomy = std::filesystem::space(memory, failed).available > 256ULL * 1024 * 1024 && !failed;
    return ((roomy ? memory : std::filesystem::temp_directory_path()) / "trivsel-XXXXXX").string();
}

namespace {
std::string replaced(std::string text, const std::string &from, const std::string &to)
{
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
    return text;
}
} // namespace

std::shared_ptr<const catalogue::Catalogue> shippedCatalogue()
{
    static const auto kCatalogue = std::make_shared<const catalogue::Catalogue>(
        must(catalogue::loadCatalogue(std::filesystem::path(TRIVSEL_SOURCE_DIR "/assets/catalogue"))));
    return kCatalogue;
}

std::shared_ptr<const catalogue::Catalogue> catalogueWithSafetyPlan()
{
    catalogue::Files files;
    for (const auto &file : std::filesystem::directory_iterator(TRIVSEL_SOURCE_DIR "/assets/catalogue")) {
        if (file.path().extension() == ".json") {
            std::ifstream in(file.path(), std::ios::binary);
            files.emplace_back(file.path().filename(), std::string{std::istreambuf_iterator<char>(in), {}});
        }
        if (files.size() > 0 && files.back().first == "trivselsplan.json" &&
            std::none_of(files.begin(), files.end(),
                         [](const auto &one) { return one.first == "tryghedsplan.json"; })) {
            std::string other = replaced(files.back().second, "trivselsplan", "tryghedsplan");
            other = replaced(other, "merge-text", "keep-both"); // never in safety plans
            files.emplace_back("tryghedsplan.json", replaced(other, "secrecy\", \"valueCode\": \"plan\"",
                                                             "secrecy\", \"valueCode\": \"safety\""));
        }
    }
    static const auto kCatalogue =
        std::make_shared<const catalogue::Catalogue>(must(catalogue::loadCatalogue(files)));
    return kCatalogue;
}

namespace {

void addFile(catalogue::Files &files, const std::filesystem::path &file)
{
    std::ifstream in(file, std::ios::binary);
    files.emplace_back(file.filename(), std::string{std::istreambuf_iterator<char>(in), {}});
}

/** The files of the shipped catalogue. */
catalogue::Files shippedFiles()
{
    catalogue::Files files;
    for (const auto &file : std::filesystem::directory_iterator(TRIVSEL_SOURCE_DIR "/assets/catalogue")) {
        if (file.path().extension() == ".json") {
            addFile(files, file.path());
        }
    }
    return files;
}

std::shared_ptr<const catalogue::Catalogue> shippedAnd(const std::string &file)
{
    catalogue::Files files = shippedFiles();
    addFile(files, TRIVSEL_SOURCE_DIR + file);
    return std::make_shared<const catalogue::Catalogue>(must(catalogue::loadCatalogue(files)));
}

} // namespace

std::shared_ptr<const catalogue::Catalogue> catalogueWithLists()
{
    static const auto kCatalogue = shippedAnd("/tests/data/catalogue/proeve-lister.json");
    return kCatalogue;
}

std::shared_ptr<const catalogue::Catalogue> catalogueWithGroups()
{
    static const auto kCatalogue = shippedAnd("/tests/data/catalogue/proeve-grupper.json");
    return kCatalogue;
}

std::shared_ptr<const catalogue::Catalogue> catalogueWithDraftSafetyPlan()
{
    static const auto kCatalogue = shippedAnd("/assets/catalogue/not-offered/tryghedsplan.json");
    return kCatalogue;
}

std::shared_ptr<const catalogue::Catalogue> catalogueWithNewerCooperation()
{
    catalogue::Files files;
    for (const auto &file : std::filesystem::directory_iterator(TRIVSEL_SOURCE_DIR "/assets/catalogue")) {
        if (file.path().extension() == ".json") {
            std::ifstream in(file.path(), std::ios::binary);
            files.emplace_back(file.path().filename(), std::string{std::istreambuf_iterator<char>(in), {}});
            if (files.back().first == "vores-samarbejde.json") {
                files.back().second = replaced(files.back().second, "\"1.0.0\"", "\"1.0.1\"");
            }
        }
    }
    static const auto kCatalogue =
        std::make_shared<const catalogue::Catalogue>(must(catalogue::loadCatalogue(files)));
    return kCatalogue;
}

EngineTablet::EngineTablet(TestHome &home, std::filesystem::path dir, const std::string &name,
                           std::uint64_t seed, TabletKind kind, std::string vfs)
    : m_dir(std::move(dir)),
      m_file(home.newTablet(name, kind)),
      m_vfs(std::move(vfs)),
      m_seed(std::make_shared<std::uint64_t>(seed * 1000))
{
    must(engine::Engine::enrol(config(), m_file));
    reopen();
}

engine::EngineConfig EngineTablet::config() const
{
    engine::EngineConfig config;
    config.dataDir = m_dir;
    config.catalogue = m_catalogue ? m_catalogue : shippedCatalogue();
    config.wrapKey = filled<seal::WrapKey>(0x5a);
    config.keyFromFile = true;
    config.random = seededRandom(++*m_seed); // another start, other numbers
    config.clock = [this] { return nowMs; };
    config.vfs = m_vfs;
    config.appVersion = appVersion;
    config.signIn.askForCodes = m_codes;
    config.signIn.worker = m_worker;
    config.signIn.kdf = m_kdf;
    config.signIn.pictureCost = {1, 8};
    if (m_uptime) {
        config.signIn.uptime = m_uptime;
    }
    return config;
}

void EngineTablet::reopen()
{
    must(tryOpen());
}

Status EngineTablet::tryOpen()
{
    m_engine.reset();
    auto opened = engine::Engine::open(config());
    if (!opened) {
        return tl::unexpected(opened.error());
    }
    m_engine = std::move(*opened);
    return {};
}

} // namespace trivsel::test
