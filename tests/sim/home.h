#pragma once

#include "app/engine/engine.h"
#include "sync-server/office.h"
#include "sync-server/open_home.h"
#include "tests/support/memory_disk.h"

#include <array>
#include <filesystem>
#include <set>

namespace trivsel::sim {

using engine::Who;
using test::MemoryDisk;

inline const std::string kPlan = "https://trivsel.example/fhir/Questionnaire/trivselsplan";
inline const std::string kForm = "https://trivsel.example/fhir/Questionnaire/saadan-gaar-det";

/** Whose a device is, and where it stands. */
enum class Where {
    Wall,  // a shared tablet
    Duty,  // the house's staff device, in the duty room
    Phone, // Bo's own: residents lie on it only on a walk
    Leader // Lise's own: no resident's words, ever
};

/** A place where a tablet can live: a data folder, and what lay on its disk when the home was made. */
struct Seat
{
    Where where = Where::Wall;
    TabletFile file;
    seal::SignPublic signKey; // of file.sign: what the server knows it by
    std::filesystem::path dir;
    std::filesystem::path twinDir; // the same tablet once more, for clones
    std::string identity;          // its file, which is real
    MemoryDisk::Image met;         // enrolled, and has fetched everything
    MemoryDisk::Image fresh;       // enrolled only
};

/**
 * The home that every run begins with: a server, two residents, staff and a leader, two shared tablets, the
 * duty room's, a phone and the leader's, all of them synced. Made once per process; a run puts the disk
 * images back. Identity, lock and erasures, and backups, are real files, in a scratch folder that goes away
 * with this.
 */
class Home
{
public:
    Home();
    ~Home();
    Home(const Home &) = delete;
    Home &operator=(const Home &) = delete;

    static constexpr std::size_t kSeats = 5;

    /** What is real in the server's folder is as it was when the home was made, and there is no backup. */
    void resetFiles() const;
    /** Nothing is left of the server: its files, and what lies on the disk in memory. */
    void loseServer();

    MemoryDisk disk;
    server::HomePaths paths;
    MemoryDisk::Image serverImage;
    std::set<std::pair<StreamId, std::uint32_t>> serverKeys; // versions that it holds
    std::array<Seat, kSeats> seats;
    std::shared_ptr<const catalogue::Catalogue> catalogue;
    seal::WrapKey wrapKey;
    seal::RecoverySeed seed{};
    Who sofie{};     // the resident whose story is told
    Who mette{};     // staff, chosen and in her team
    Who ali{};       // staff, in her team
    Who bo{};        // staff with a phone, chosen and in her team at the beginning
    Who lise{};      // the leader
    Who karl{};      // another resident, who may be erased
    StreamId chosen; // Sofie's
    StreamId team;   // Sofie's
    StreamId karlsTeam;
    EntityId plan; // the resident's
    /** A text of some sentences that stands in the plan from the beginning. */
    struct Standing
    {
        std::string field;
        Who by;
        std::string text;
        Dot dot;
    };
    std::vector<Standing> standing;

    /** A reserve as a tablet sets it aside on its real disk. The disk that gets full here is another, so one
     * that is linked does for all: 2 MB are not written at every start. */
    [[nodiscard]] std::filesystem::path reserve() const { return m_scratch / "reserve"; }
    [[nodiscard]] std::filesystem::path backups() const { return m_scratch / "backup"; }
    /** For files that somebody carries from here to there. */
    [[nodiscard]] std::filesystem::path pocket() const { return m_scratch / "pocket"; }

    static constexpr std::int64_t kBeganMs = 1'790'000'000'000; // autumn 2026

private:
    void makeReserve() const;
    void makeServer();
    void makePeople(server::HomeStore &store, const Random &random);
    StreamId makeResident(server::Office &office, const Who &who, const domain::Profile &profile);
    void makeTablets(server::HomeStore &store, const Random &random);
    void meet();
    void writePlan(engine::Engine &tablet);
    std::filesystem::path m_scratch;
    std::string m_identity; // the server's file
    seal::WrapKey m_serverWrapKey{};
};

} // namespace trivsel::sim
