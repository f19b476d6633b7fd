#pragma once

#include "tests/sim/line.h"
#include "tests/sim/office_desk.h"
#include "tests/sim/people.h"

#include <memory>
#include <set>

namespace trivsel::sim {

/** What a run found. */
struct Outcome
{
    std::vector<std::string> failures;
    Counters counters;
    std::string trace;
};

/**
 * One seed: a home, what people do in it and what happens to it, in an order that the seed draws; then
 * everything is mended, everybody meets until nothing moves any more, and what was promised is compared with
 * what is there. One thread; nothing here looks at the real clock.
 */
class World
{
public:
    World(Home &home, std::uint64_t seed, bool tracing);
    ~World();
    World(const World &) = delete;
    World &operator=(const World &) = delete;

    [[nodiscard]] Outcome run();

private:
    struct TabletImage
    {
        MemoryDisk::Image files;
        Mind mind;
        std::uint64_t serial = 0;
    };
    struct Place
    {
        std::unique_ptr<SimTablet> tablet;
        std::unique_ptr<People> people;
        std::optional<TabletImage> image;
        bool offline = false;
        bool diskTrouble = false; // since its last good start
        bool full = false;
        bool emptied = false; // the office had it emptied
        bool setBack = false;
    };
    /** A failure of the disk that waits for its moment. */
    struct Armed
    {
        enum class Kind { PowerCut, Kill, Once };
        Kind kind{};
        std::filesystem::path dir;
        std::size_t calls = 0; // until then
    };

    // The schedule
    void step();
    void person();
    void syncWhole();
    void syncWhole(std::size_t at);
    void syncTogether();
    void openLine();
    void moveSome();
    void trouble();
    void raise();

    // What can happen
    void cutLine();
    void stallLine();
    void spell();
    void walk(std::size_t phone);
    void crashTablet();
    void crashServer();
    void arm(bool server);
    void fill(bool server);
    void setServerBack();
    void noteServerSetBack();
    void forgetHeld();
    void imageServer();
    void imageTablet();
    void setTabletBack();
    void cloneTablet();
    void pushBehindTwin(std::size_t first, std::size_t second);
    void destroyTablet();
    void setUpAgain();
    void changeClock();
    void laterProgram(std::size_t at);
    void laterProgramEverywhere();

    // What the office decides
    void changeTeam();
    void changeTablet();
    void eraseResident();
    void backUp();
    void restoreBackup();
    [[nodiscard]] std::vector<std::pair<std::size_t, ChangeId>> waitingEdits();
    void poison();
    /** A command ended; a failure is only for the disk's sake. */
    bool settleOffice(const std::string &what, const Status &done);
    void onOrder(std::size_t tablet, Order order, const StreamId &stream, bool done);
    void sweepEmptied();

    // Mechanics
    void addPlace(const Seat &seat, const std::filesystem::path &dir);
    [[nodiscard]] std::optional<std::size_t> someRunning();
    bool startTablet(std::size_t at, std::optional<Incarnation> shared = std::nullopt);
    void stopTablet(std::size_t at);
    bool startServer();
    void stopServer();
    [[nodiscard]] Line *lineOf(std::size_t tablet);
    Line *connect(std::size_t tablet);
    void runLine(Line &line, std::size_t budget);
    void tick();
    /** Looks whether the disk struck, and lets die what it struck. */
    void settleDisk();
    void sweepLines();
    void disarm();
    [[nodiscard]] std::optional<int> strike(const std::string &file);

    // The end
    void heal();
    void decideAboutBlocked();
    void comeToRest();
    /** What was set aside on tablets comes to the office in their sealed files. Whether anything did. */
    bool takeRescueFiles();
    /** What waits for the office is let in. True when there was anything. */
    [[nodiscard]] bool officeTidies();
    /** Everybody syncs once; true when nothing moved. */
    [[nodiscard]] bool round(bool last);
    [[nodiscard]] bool isBlocked(std::size_t tablet);
    void check();
    void checkErased();
    void countWhatCame();
    [[nodiscard]] bool isPastSafety(std::size_t tablet);

    void note(const std::string &what);
    void failed(const std::string &what);

    Home &m_home;
    Dice m_dice;
    bool m_tracing;
    std::int64_t m_now = Home::kBeganMs;
    SimServer m_server;
    bool m_serverFull = false;
    MemoryDisk::Image m_serverImage;
    std::vector<Place> m_places;
    Line::Seen m_seen;
    std::vector<std::unique_ptr<Line>> m_lines;
    std::uint64_t m_lineNumber = 0;
    Story m_story;
    OfficeDesk m_desk;
    bool m_boIn = true;                   // as the office last said; what is so stands in the log
    std::optional<std::size_t> m_blocked; // likewise
    std::optional<OfficeDesk::Erased> m_erased;
    std::vector<std::string> m_erasedElsewhere; // sealed bytes of his that lay on tablets then
    std::uint64_t m_backups = 0;
    seal::WrapKey m_backupKey{}; // that the newest of them was made with
    OfficeDesk::Keys m_backupKeys;
    OfficeDesk::Keys m_imageKeys;
    bool m_erasedSinceBackup = false;
    std::optional<Armed> m_armed;
    std::optional<Armed> m_struck;
    bool m_shared = false; // two programs write under one incarnation: ids may collide
    bool m_cloned = false;
    bool m_destroyed = false;
    std::vector<std::size_t> m_troubles; // kinds that this run has
    std::size_t m_steps = 0;
    Outcome m_outcome;
};

} // namespace trivsel::sim
