// Backups as the program makes them, and a home that is restored from one. A change that breaks connections.
#include "tests/sim/world.h"

#include <algorithm>

namespace trivsel::sim {

namespace fs = std::filesystem;

void World::backUp()
{
    const auto made = m_desk.backup(m_dice);
    if (settleOffice("makes a backup", made ? Status() : tl::unexpected(made.error()))) {
        ++m_backups;
        m_backupKey = server::readWrapKey(m_home.paths.wrapKey).value_or(seal::WrapKey());
        m_backupKeys = m_desk.keys(m_dice).value_or(OfficeDesk::Keys());
        m_erasedSinceBackup = false;
        m_seen.counters.add(Fault::BackupMade);
    }
}

/** The box is gone. What it knew of erasures is carried over, or the backup knows of them itself. */
void World::restoreBackup()
{
    const auto keys = m_backups > 0 ? m_desk.keys(m_dice) : Result<OfficeDesk::Keys>(OfficeDesk::Keys());
    settleDisk();
    // What was sealed with a key that no backup has can be opened by the recovery words alone.
    const bool turned =
        !keys || !std::includes(m_backupKeys.begin(), m_backupKeys.end(), keys->begin(), keys->end());
    if (m_backups == 0 || turned) {
        return;
    }
    if (m_server.running()) {
        stopServer();
    }
    if (m_armed && m_armed->dir == m_server.dir()) {
        disarm();
    }
    m_home.disk.clearCapacity(m_server.dir());
    m_serverFull = false;
    const auto key = server::readWrapKey(m_home.paths.wrapKey);
    const bool byKey = key && m_backupKey == *key && m_dice.chance(50);
    fs::path erased;
    std::error_code none;
    if (fs::exists(m_home.paths.erased(), none) && (m_erasedSinceBackup || m_dice.chance(50))) {
        erased = m_home.pocket() / "erased";
        fs::copy_file(m_home.paths.erased(), erased, fs::copy_options::overwrite_existing, none);
    }
    m_home.loseServer();
    const auto restored = m_desk.restore(m_dice, byKey ? std::optional(*key) : std::nullopt, erased);
    note(byKey ? "the server is restored from its backup with its key"
               : "the server is restored from its backup by the words");
    if (!restored) {
        failed("a backup can't be restored: " + std::to_string(static_cast<int>(restored.error().why)) + " " +
               nameOf(restored.error().trouble.error.code()) + " " + restored.error().trouble.error.detail());
        return;
    }
    if (m_erased && !m_desk.isGone(m_dice, m_erased->streams).value_or(false)) {
        failed("a backup brought back what was erased");
    }
    noteServerSetBack();
    m_seen.counters.add(Fault::BackupRestored);
    if (m_erasedSinceBackup) {
        m_seen.counters.add(Fault::ErasedAfterBackup);
    }
}

/** What waits on tablets that could hand it in: edits of a plan, which later checks find again by their dots.
 */
std::vector<std::pair<std::size_t, ChangeId>> World::waitingEdits()
{
    std::vector<std::pair<std::size_t, ChangeId>> out;
    for (std::size_t at = 0; at < m_places.size(); ++at) {
        Place &place = m_places[at];
        if (!place.tablet->running() || place.offline || place.people->inDoubt()) {
            continue;
        }
        const auto pending = (*place.tablet)->syncPort().pending();
        settleDisk();
        if (!pending || !place.tablet->running()) {
            continue;
        }
        for (const auto &[stream, range] : *pending) {
            for (std::uint64_t ctr = range.first; stream == m_home.team && ctr <= range.last; ++ctr) {
                const Dot dot{range.inc, ctr};
                if (m_story.editOfDot.contains(dot)) {
                    out.emplace_back(at, ChangeId{stream, dot});
                }
            }
        }
    }
    return out;
}

/** From now on the server's connection breaks whenever this change comes: its tablet tries it often enough to
 * know. The office may take its rescue file then; else it comes by itself when the office can take it. */
void World::poison()
{
    if (m_shared || m_blocked || m_seen.poison) {
        return;
    }
    const auto candidates = waitingEdits();
    if (candidates.empty()) {
        return;
    }
    const auto [at, change] = m_dice.pick(candidates);
    m_seen.poison = change;
    m_story.skipped.insert(change);
    note("the server can't take a change of tablet " + std::to_string(at));
    constexpr int kTries = 12; // together with others, alone, and five times until it is set aside
    for (int i = 0; i < kTries && m_places[at].tablet->running() && !m_places[at].offline; ++i) {
        if (m_server.running() || startServer()) {
            syncWhole(at);
        }
        sweepLines();
    }
    if (m_places[at].tablet->running() && (*m_places[at].tablet)->sync().givenUp > 0) {
        m_seen.counters.add(Fault::ChangeSkipped);
        if (m_dice.chance(50)) {
            takeRescueFiles();
        }
    }
}

} // namespace trivsel::sim
