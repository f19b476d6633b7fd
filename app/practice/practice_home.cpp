#include "app/practice/practice_home.h"

#include "proto/base/limits.h"
#include "proto/domain/home_model.h"
#include "proto/domain/own_record.h"
#include "proto/seal/chain.h"
#include "proto/seal/passcode.h"

#include <map>

namespace trivsel::practice {

namespace {

constexpr std::uint64_t kEpoch = 1;
constexpr std::uint32_t kKeyVersion = 1;
constexpr std::string_view kResident = "Øve-Kim";
constexpr std::string_view kPicture = "kaktus";
constexpr int kTint = 2;
/** The code is on the screen: checking it needs no strength, and a tired tablet should not wait. */
constexpr seal::KdfCost kCodeCost{1, 8};

/** The records of the made-up home, written as an office writes them, and given to the tablet through the
 * port that a sync run uses. */
class Office
{
public:
    explicit Office(const Random &random)
        : m_random(random),
          m_id(randomBytes<HomeId>(random)),
          m_incarnation(randomBytes<Bytes<8, struct IncarnationTag>>(random)),
          m_sign(randomBytes<seal::SignSecret>(random)),
          m_home(makeStream(StreamKind::Home))
    {
    }

    [[nodiscard]] TabletFile tablet() const
    {
        TabletFile file;
        file.home = m_id;
        file.homeName = "Øvehuset";
        file.device = randomBytes<DeviceId>(m_random);
        file.name = "Øvetabletten";
        file.kind = TabletKind::Shared;
        // A tablet has an office. This one's is a name that stands for no machine (RFC 2606), and its
        // certificates are none.
        file.host = "oevelse.invalid";
        file.port = 1;
        file.caPem = file.certificatePem = "-----BEGIN CERTIFICATE-----\nAA==\n-----END CERTIFICATE-----\n";
        file.keyPem = "-----BEGIN PRIVATE KEY-----\nAA==\n-----END PRIVATE KEY-----\n";
        file.pin = seal::pinOf(seal::publicOf(m_sign));
        file.sign = randomBytes<seal::SignSecret>(m_random);
        file.box = randomBytes<seal::BoxSecret>(m_random);
        return file;
    }

    [[nodiscard]] Status writeHome(const TabletFile &tablet)
    {
        write(m_home, domain::writeStream({m_home, std::nullopt}, fold(m_home)));
        write(m_home, domain::writeHomeName(m_id, tablet.homeName, true, fold(m_home)));
        const auto recovery = seal::publicOf(randomBytes<seal::BoxSecret>(m_random)); // opened by nobody
        write(m_home, domain::writeRecoveryKey(m_id, recovery, fold(m_home)));
        domain::Device device;
        device.id = tablet.device;
        device.name = tablet.name;
        device.signKey = seal::publicOf(tablet.sign).str();
        device.boxKey = seal::publicOf(tablet.box).str();
        write(m_home, domain::writeDevice(device, fold(m_home)));
        domain::Profile profile;
        profile.name = kResident;
        profile.picture = kPicture;
        profile.tint = kTint;
        for (const char *name : {"Øve-Mette", "Øve-Ali"}) {
            const auto member = addStaff(name);
            if (!member) {
                return tl::unexpected(member.error());
            }
            profile.team.push_back(*member);
        }
        profile.chosen = {profile.team.front()};
        addResident(profile);
        return {};
    }

    /** As the first sync run of a tablet. */
    [[nodiscard]] Status give(engine::Engine &engine, std::int64_t nowMs) const
    {
        session::TabletPort &port = engine.syncPort();
        TRIVSEL_TRY(port.storeServerKey(seal::publicOf(m_sign)));
        TRIVSEL_TRY(port.storeEpoch(kEpoch, false));
        std::vector<wire::v1::StreamGrant> grants;
        for (const auto &[stream, key] : m_keys) {
            const std::string box = seal::sealBox(seal::publicOf(engine.identity().box), key.str());
            TRIVSEL_TRY(port.storeStreamKey(stream, kKeyVersion, box));
            grants.emplace_back();
            grants.back().set_stream(stream.str());
            grants.back().set_key(kKeyVersion);
        }
        if (const auto stored = port.storeGrants(grants); !stored) {
            return tl::unexpected(stored.error());
        }
        TRIVSEL_TRY(port.grantsComplete(1));
        session::TabletPort::Received received;
        received.changes = m_log;
        received.proofs = proofs();
        received.upto = {m_log.size(), 1};
        TRIVSEL_TRY(port.storeChanges(received));
        return port.storeClock(nowMs, nowMs, true); // else every answer had a doubtful clock
    }

private:
    StreamId makeStream(StreamKind kind)
    {
        const StreamId stream{kind, randomBytes<EntityId>(m_random)};
        m_keys[stream] = randomBytes<seal::StreamKey>(m_random);
        return stream;
    }

    StreamId addStream(StreamKind kind, const PersonId &about)
    {
        const StreamId stream = makeStream(kind);
        write(m_home, domain::writeStream({stream, about}, fold(m_home)));
        return stream;
    }

    Result<PersonId> addStaff(const std::string &name)
    {
        domain::Person person{randomBytes<PersonId>(m_random), merge::Role::ROLE_STAFF, name};
        const auto code = seal::makeVerifier(kCode, kCodeCost, seal::systemPasscodeKdf(), m_random);
        if (!code) {
            return tl::unexpected(code.error());
        }
        person.code = code->str();
        write(m_home, domain::writePerson(person, fold(m_home)));
        addStream(StreamKind::Staff, person.id);
        return person.id;
    }

    void addResident(const domain::Profile &profile)
    {
        const domain::Person person{randomBytes<PersonId>(m_random), merge::Role::ROLE_RESIDENT, {}};
        write(m_home, domain::writePerson(person, fold(m_home)));
        for (const StreamKind kind : {StreamKind::Profile, StreamKind::Chosen, StreamKind::Team,
                                      StreamKind::Safety, StreamKind::Own}) {
            const StreamId stream = addStream(kind, person.id);
            if (kind == StreamKind::Profile) {
                write(stream, domain::writeProfile(person.id, profile, fold(stream)));
            }
        }
    }

    void write(const StreamId &stream, const domain::Ops &ops)
    {
        wire::v1::Change change;
        change.set_role(static_cast<std::uint32_t>(merge::Role::ROLE_SERVER));
        for (const wire::v1::Op &op : ops) {
            *change.add_ops() = op;
        }
        wire::v1::Header header;
        header.set_inc(incarnation());
        header.set_ctr(++m_counters[stream]);
        header.set_lamport(m_folds[stream].lamport() + 1);
        header.set_key(kKeyVersion);
        header.set_op_schema(kOpSchema);
        m_log.push_back(
            seal::sealChange(stream, header, change.SerializeAsString(), m_keys.at(stream), m_random));
        m_folds[stream].add({m_log.back().dot, m_log.back().lamport, false, std::move(change)});
    }

    [[nodiscard]] const merge::Fold &fold(const StreamId &stream) { return m_folds[stream]; }

    [[nodiscard]] std::uint64_t incarnation() const
    {
        std::uint64_t number = 0;
        for (const std::uint8_t byte : m_incarnation.data) {
            number = number << 8U | byte;
        }
        return number;
    }

    /** A tablet believes of `home` what the office has signed for. */
    [[nodiscard]] std::vector<wire::v1::Proof> proofs() const
    {
        std::vector<wire::v1::Proof> proofs;
        Hash256 head{};
        for (const seal::SealedChange &change : m_log) {
            if (change.stream == m_home) {
                proofs.push_back(seal::prove(DeviceId{m_id.data}, m_sign, head, std::span(&change, 1)));
                head = seal::chainNext(head, change.hash);
            }
        }
        return proofs;
    }

    const Random &m_random;
    HomeId m_id;
    Bytes<8, struct IncarnationTag> m_incarnation;
    seal::SignSecret m_sign;
    std::map<StreamId, seal::StreamKey> m_keys;
    StreamId m_home;
    std::map<StreamId, std::uint64_t> m_counters;
    std::map<StreamId, merge::Fold> m_folds;
    std::vector<seal::SealedChange> m_log;
};

} // namespace

Result<std::unique_ptr<engine::Engine>> openPractice(const PracticeConfig &config)
{
    TRIVSEL_TRY(seal::initialise());
    engine::EngineConfig engineConfig;
    engineConfig.dataDir = config.folder;
    engineConfig.catalogue = config.catalogue;
    engineConfig.wrapKey = randomBytes<seal::WrapKey>(config.random); // never written anywhere
    engineConfig.random = config.random;
    engineConfig.clock = config.clock;
    engineConfig.appVersion = config.appVersion;
    engineConfig.signIn = config.signIn;
    Office office(config.random);
    const TabletFile tablet = office.tablet();
    TRIVSEL_TRY(office.writeHome(tablet));
    TRIVSEL_TRY(engine::Engine::enrol(engineConfig, tablet));
    auto engine = engine::Engine::open(std::move(engineConfig));
    if (!engine) {
        return tl::unexpected(engine.error());
    }
    TRIVSEL_TRY(office.give(**engine, config.clock()));
    return std::move(*engine);
}

} // namespace trivsel::practice
