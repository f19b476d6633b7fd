#pragma once

#include "app/engine/engine.h"

#include <map>
#include <memory>
#include <set>
#include <vector>

namespace trivsel::test {

using engine::Who;

/**
 * A home in memory: people, streams and keys, and a log that stands for the server. meet() does with an
 * engine what a sync run does, through the same port, without frames.
 */
class TestHome
{
public:
    TestHome();
    /** Nobody in it yet; another seed, another home. */
    static TestHome empty(std::uint64_t seed = kSeed) { return TestHome(seed); }

    [[nodiscard]] HomeId id() const { return m_id; }
    [[nodiscard]] StreamId homeStream() const { return m_home; }
    /** An older office, which does not name its recovery key. */
    bool withoutRecoveryKey = false;
    [[nodiscard]] TabletFile newTablet(const std::string &name, TabletKind kind = TabletKind::Shared);
    Who addStaff(const std::string &name);
    Who addResident(const std::string &name, const std::vector<Who> &chosen, const std::vector<Who> &team);

    Who sofie{}; // resident; Mette and Ali are her team, Mette is chosen
    Who karim{}; // resident; Ali is his team
    Who mette{}; // staff
    Who ali{};   // staff
    Who lone{};  // staff, in nobody's team

    /** One more resident, in nobody's team. Tablets see them after the next meet(). */
    Who addTile(const std::string &name, const std::string &picture = "drage", int tint = 1);
    /** As the office does: a personal code, made cheaply. */
    void giveCode(const Who &who, const std::string &digits);
    EntityId addShiftCode(const std::string &digits, std::int64_t fromMs, std::int64_t untilMs);
    /** As the office does when somebody leaves. */
    void sendAway(const Who &who);
    /** A stream for safety plans; only devices that are introduced afterwards hold it. */
    void addSafety(const Who &resident);
    /** A stream for *kun mig*; only devices that are introduced afterwards hold it. */
    StreamId addOwn(const Who &resident);
    /** As the office names a tablet in `home`. */
    void addDevice(const TabletFile &file, bool blocked = false);
    /** The secret half of the recovery key that `home` names. */
    [[nodiscard]] static seal::BoxSecret recoverySecret();
    /** A stream for who looked at the resident's page; a null person: the house's. */
    StreamId addAudit(const PersonId &about);
    /** A stream of the whole house's: `group` or `insight`. Only devices that are introduced afterwards hold
     * it. */
    StreamId addHouse(StreamKind kind) { return addStream(kind, std::nullopt); }
    /** As the office: whose own phone it is. From now on meet() gives it what comes and goes with a resident
     * only of those who are taken along. */
    void makeOwn(const TabletFile &phone, const Who &owner);
    /** A line on the page about help. */
    /** What the house suggests for *Sådan bruger vi FIT her*. */
    void suggest(const domain::HomeTalk &talk)
    {
        write(m_home, domain::writeHomeTalk(m_id, talk, fold(m_home)));
    }
    void addHelp(const std::string &label, const std::string &phone, const std::string &note = "hele døgnet");

    [[nodiscard]] StreamId streamOf(const Who &who, StreamKind kind) const;
    [[nodiscard]] const seal::StreamKey &keyOf(const StreamId &stream) const { return m_keys.at(stream); }
    [[nodiscard]] const std::vector<seal::SealedChange> &log() const { return m_log; }
    [[nodiscard]] std::vector<StreamId> streams() const;

    /** Hands over keys and grants, takes what is pending, gives what is new. Fails the test on any error. */
    void meet(engine::Engine &engine);
    /** False: an older server, which does not say its key. Tablets that meet it believe all that stands in
     * `home`. */
    bool saysItsKey = true;
    /** What the office vouches for among these changes of the log, in one run each. */
    [[nodiscard]] std::vector<wire::v1::Proof> officeProofs(std::size_t from) const;
    [[nodiscard]] static seal::SignSecret serverSecret();
    [[nodiscard]] seal::SignPublic serverKey() const;

    /** As meet(), but takes nothing and gives nothing of the log: keys and grants only. */
    void introduce(engine::Engine &engine);
    /** What came late to this tablet is given from its beginning. */
    void fill(engine::Engine &engine);
    /** The server takes what is pending and answers that it is durable. */
    void take(engine::Engine &engine);
    /** The tablet gets what it has not yet. */
    void give(engine::Engine &engine);
    /** Whose words, by whose hand. */
    struct Hand
    {
        Who author;
        Who enterer; // with the role that it is written in
    };
    /** A change of the server's own, with ops of the domain's writers; `hand`: as a tablet would sign it. */
    void write(const StreamId &stream, const std::vector<wire::v1::Op> &ops,
               const std::optional<Hand> &hand = {});
    [[nodiscard]] merge::Fold fold(const StreamId &stream) const;

private:
    static constexpr std::uint64_t kSeed = 2026;
    explicit TestHome(std::uint64_t seed);
    Who addPerson(const std::string &name, merge::Role role);
    StreamId addStream(StreamKind kind, const std::optional<PersonId> &about);

    [[nodiscard]] bool isAway(engine::Engine &engine, const StreamId &stream) const;

    Random m_random;
    HomeId m_id;
    StreamId m_home;
    [[nodiscard]] domain::Person personOf(const Who &who) const;

    std::map<StreamId, seal::StreamKey> m_keys;
    std::vector<seal::SealedChange> m_log;
    std::map<StreamId, std::uint64_t> m_counters;
    std::map<std::pair<PersonId, StreamKind>, StreamId> m_streams;
    std::set<DeviceId> m_ownPhones;
    std::map<DeviceId, std::vector<std::pair<StreamId, std::uint64_t>>> m_unfilled;
    std::uint8_t m_tablets = 0;
};

/** For QTemporaryDir: in memory where the system has such a place, so that a hundred fsyncs cost nothing. */
[[nodiscard]] std::string scratchTemplate();

/** The catalogue of the product, read once. */
[[nodiscard]] std::shared_ptr<const catalogue::Catalogue> shippedCatalogue();

/** What is shipped, and a safety plan, which is not shipped yet: the other plan with another class of
 * secrecy. */
[[nodiscard]] std::shared_ptr<const catalogue::Catalogue> catalogueWithSafetyPlan();

/** What is shipped, and a newer version of *Vores samarbejde*. */
[[nodiscard]] std::shared_ptr<const catalogue::Catalogue> catalogueWithNewerCooperation();

/** What is shipped, and a plan with lists in both voices: nothing shipped has any yet. */
[[nodiscard]] std::shared_ptr<const catalogue::Catalogue> catalogueWithLists();

/** What is shipped, and a plan with groups that repeat, one of them a folder of small documents. */
[[nodiscard]] std::shared_ptr<const catalogue::Catalogue> catalogueWithGroups();

/** What is shipped, and the safety plan as it is written and not offered yet: with lists. */
[[nodiscard]] std::shared_ptr<const catalogue::Catalogue> catalogueWithDraftSafetyPlan();

inline const std::string kWellbeing = "https://trivsel.example/fhir/Questionnaire/saadan-gaar-det";
inline const std::string kCooperation = "https://trivsel.example/fhir/Questionnaire/vores-samarbejde";
inline const std::string kSafetyPlan = "https://trivsel.example/fhir/Questionnaire/tryghedsplan";
inline const std::string kListPlan = "https://trivsel.example/fhir/Questionnaire/proeve-lister";
inline const std::string kGroupPlan = "https://trivsel.example/fhir/Questionnaire/proeve-grupper";
inline const std::string kPlan = "https://trivsel.example/fhir/Questionnaire/trivselsplan";

/** One tablet on a temporary directory: enrolled, opened, closed and opened again. */
class EngineTablet
{
public:
    EngineTablet(TestHome &home, std::filesystem::path dir, const std::string &name = "Fællesstuen",
                 std::uint64_t seed = 1, TabletKind kind = TabletKind::Shared, std::string vfs = {});

    [[nodiscard]] engine::Engine &operator*() { return *m_engine; }
    [[nodiscard]] engine::Engine *operator->() { return m_engine.get(); }
    [[nodiscard]] engine::EngineConfig config() const;
    [[nodiscard]] const TabletFile &file() const { return m_file; }
    /** As after a stop: closes, opens. Fails the test when that does not work. */
    void reopen();
    /** The same, but an error is the caller's. */
    [[nodiscard]] Status tryOpen();
    [[nodiscard]] bool isOpen() const { return m_engine != nullptr; }
    void close() { m_engine.reset(); }

    /** From the next opening on staff must sign in, as in the product; `uptime` in ms counts waits and idle
     * time. */
    void askForCodes(std::function<std::int64_t()> uptime)
    {
        m_codes = true;
        m_uptime = std::move(uptime);
    }
    /** Uptime in ms, from the next opening on. */
    void countUptime(std::function<std::int64_t()> uptime) { m_uptime = std::move(uptime); }
    /** Another catalogue than the shipped one, from the next opening on. */
    void use(std::shared_ptr<const catalogue::Catalogue> catalogue) { m_catalogue = std::move(catalogue); }
    /** What derives codes and where, from the next opening on. */
    void derive(engine::Worker worker, seal::PasscodeKdf kdf)
    {
        m_worker = std::move(worker);
        m_kdf = std::move(kdf);
    }

    std::int64_t nowMs = 1'790'000'000'000; // autumn 2026
    std::string appVersion = "test";        // from the next opening on

private:
    std::filesystem::path m_dir;
    TabletFile m_file;
    std::string m_vfs;
    bool m_codes = false;
    std::function<std::int64_t()> m_uptime;
    engine::Worker m_worker;
    seal::PasscodeKdf m_kdf = seal::systemPasscodeKdf();
    std::shared_ptr<const catalogue::Catalogue> m_catalogue;
    std::shared_ptr<std::uint64_t> m_seed;
    std::unique_ptr<engine::Engine> m_engine;
};

} // namespace trivsel::test
