#pragma once

#include "app/engine/engine.h"
#include "sync-server/open_home.h"
#include "tests/support/memory_disk.h"

#include <array>
#include <filesystem>

namespace trivsel::sim {

using engine::Who;
using test::MemoryDisk;

inline const std::string kPlan = "https://trivsel.example/fhir/Questionnaire/trivselsplan";
inline const std::string kForm = "https://trivsel.example/fhir/Questionnaire/saadan-gaar-det";

/** A place where a tablet can live: a data folder, and what lay on its disk when the home was made. */
struct Seat
{
    TabletFile file;
    seal::SignPublic signKey; // of file.sign: what the server knows it by
    std::filesystem::path dir;
    std::filesystem::path twinDir; // the same tablet once more, for clones
    MemoryDisk::Image met;         // enrolled, and has fetched everything
    MemoryDisk::Image fresh;       // enrolled only
};

/**
 * The home that every run begins with: a server, a resident, two members of staff, two shared tablets and one
 * of the staff's, all of them synced. Made once per process; a run puts the disk images back. Identity and
 * lock files are real, in a scratch folder that goes away with this.
 */
class Home
{
public:
    Home();
    ~Home();
    Home(const Home &) = delete;
    Home &operator=(const Home &) = delete;

    static constexpr std::size_t kSeats = 3;

    MemoryDisk disk;
    server::HomePaths paths;
    MemoryDisk::Image serverImage;
    std::array<Seat, kSeats> seats;
    std::shared_ptr<const catalogue::Catalogue> catalogue;
    seal::WrapKey wrapKey;
    Who sofie{}; // the resident
    Who mette{}; // staff, chosen and in her team
    Who ali{};   // staff, in her team
    StreamId chosen;
    StreamId team;
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

    static constexpr std::int64_t kBeganMs = 1'790'000'000'000; // autumn 2026

private:
    void makeReserve() const;
    void makeServer();
    void makePeople(server::HomeStore &store, const Random &random);
    void makeTablets(server::HomeStore &store, const Random &random);
    void meet();
    void writePlan(engine::Engine &tablet);
    std::filesystem::path m_scratch;
};

} // namespace trivsel::sim
