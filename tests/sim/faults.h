#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace trivsel::sim {

/** What can happen to a home. Each is counted where it happens, not where it is planned. */
enum class Fault : std::size_t {
    OfflineSpell,     // a tablet that wanted to sync had no network
    EditOffline,      // a person saved something meanwhile
    EditWhileSyncing, // … and while a run was under way
    LineStalled,      // one direction stopped, the other went on
    LineCut,          // bytes under way were lost
    FrameTruncated,   // … and the peer had half a frame
    PushedTwice,      // the server had it already
    LateConnection,   // bytes of an old connection came after those of a newer one
    RunsTogether,     // several tablets' pushes in one commit
    TabletKilled,     // the program only
    TabletPowerCut,   // what was not synced is kept or lost by the dice
    ServerKilled,
    ServerPowerCut,
    CrashBeforeCommit, // in the middle of writing, and nothing of it was there afterwards
    CrashAfterCommit,  // in the middle of writing, and all of it was there
    IoError,           // one call to the disk failed
    TabletDiskFull,
    ServerDiskFull,
    ServerRestored,   // all its files, from an older image
    ServerRolledBack, // home.db alone
    TabletRestored,
    TabletCloned,
    TabletClonedRunning, // both go on under one incarnation
    IdCollision,         // … and wrote under the same id
    TabletDestroyed,
    TabletSetUpAgain, // from its tablet file, with nothing in it
    ClockWrong,       // by up to ten years either way
    ClockJumped,
    UnknownOp, // of this op schema, with a value or policy of a later program
    NewerSchema,
    ListItemEdited, // by a later program: items, their order, removed by one and edited by another
    TwoVersions,    // two people wrote in one field without having seen each other
    TextMerged,
    Resolved,
    Withdrawn,
    ToldSafe,
    PersonLeftTeam,
    PersonJoinedTeam,
    KeyTurned,
    WithdrawnUnsent, // a stream was taken off a tablet that still had something of it to hand in
    TabletBlocked,
    TabletUnblocked,
    TabletWiped,
    HeldAccepted, // what lay in quarantine and was let in by the office
    WalkBegun,
    EditOnWalk, // without a network
    WalkEnded,
    WalkGivenBack, // nothing of the resident lies on that phone any more
    ResidentErased,
    ErasureCarriedOut, // on a tablet
    BackupMade,
    BackupRestored,
    ErasedAfterBackup, // … that was older than an erasure
    ChangeSkipped,     // that broke five connections
    SkippedRescued,
    Count_,
};

[[nodiscard]] const char *nameOf(Fault fault);

class Counters
{
public:
    void add(Fault fault) { ++m_counts[static_cast<std::size_t>(fault)]; }
    [[nodiscard]] std::uint64_t of(Fault fault) const { return m_counts[static_cast<std::size_t>(fault)]; }
    void add(const Counters &others)
    {
        for (std::size_t at = 0; at < m_counts.size(); ++at) {
            m_counts[at] += others.m_counts[at];
        }
    }

private:
    std::array<std::uint64_t, static_cast<std::size_t>(Fault::Count_)> m_counts{};
};

} // namespace trivsel::sim
