#pragma once

#include "sync-server/backup_record.h"
#include "sync-server/home_store.h"
#include "sync-server/people.h"

#include <map>
#include <string>
#include <vector>

namespace trivsel::server {

struct TabletStatus
{
    DeviceId id;
    std::string name;
    domain::DeviceKind kind{};
    bool blocked = false;
    std::optional<PersonId> owner;  // whose own it is; nullopt: the house's
    std::int64_t wipeMs = 0;        // when the office told it to empty itself; 0 = never
    std::int64_t lastContactMs = 0; // 0 = never
    std::string app;
    std::int64_t clockOffsetMs = 0;
    std::int64_t readsUntilMs = 0; // then its certificate has run out; 0 = not known, or it has no end
    std::uint64_t behind = 0;      // changes of its streams that it has not fetched
};

/** A field that waits for people: whose, and which. Never what it says. */
struct WaitingStatus
{
    PersonId resident;
    std::string name; // on the tile; may be empty
    StreamKind kind{};
    EntityId entity;
    std::string linkId; // empty: an item that one removed and another edited
};

/** An erasure that not every tablet has confirmed. */
struct OpenErasure
{
    PersonId resident;
    std::int64_t atMs = 0;
    std::vector<std::string> tablets; // names
};

/** What the office is told. Counts, names of tablets and tiles; no words of anybody. */
struct StatusReport
{
    HomeId home;
    std::string name;
    bool demo = false;
    std::size_t residents = 0;
    std::size_t staff = 0;
    std::vector<NamedPerson> people; // who lives and works here, for commands that want a name or an id
    std::uint64_t changes = 0;
    std::map<StreamKind, std::uint64_t> changesByKind;
    std::vector<TabletStatus> tablets;
    std::vector<WaitingStatus> waiting;
    std::uint64_t held = 0;       // in quarantine: "venter på kontoret"
    std::uint64_t singleCopy = 0; // the server's own changes that no tablet has fetched
    std::uint64_t notSafe = 0;    // on the server and one tablet at most, and in no backup on another disk
    std::uint64_t skipped = 0; // changes that failed too often: their place is kept, their words are not here
    std::size_t roundsRefused = 0; // boxes of closed rounds that are none
    std::vector<OpenErasure> erasures;
    BackupRecord backup;
    std::string hourlyTo; // where the `serve` that started last copies to
};

[[nodiscard]] Result<StatusReport> readStatus(HomeStore &store);
/** `notSafe` as it is once this tablet holds nothing any more. */
[[nodiscard]] Result<std::uint64_t> notSafeWithout(HomeStore &store, StatusReport report,
                                                   const DeviceId &tablet);

struct StreamState
{
    StreamId stream;
    std::uint64_t changes = 0;
    Hash256 setHash;
    Hash256 fold; // BLAKE2b-256 of Fold::canonical()
};

/** Every stream of the journal, sorted by id: the figures that tablets give of theirs. */
[[nodiscard]] Result<std::vector<StreamState>> readState(HomeStore &store);

} // namespace trivsel::server
