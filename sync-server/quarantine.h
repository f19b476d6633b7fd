#pragma once

#include "proto/archive/rescue.h"
#include "sync-server/office.h"

namespace trivsel::server {

/** What can be said of a held change without saying what is in it. */
struct HeldFacts
{
    std::int64_t id = 0;
    DeviceId device;
    std::string tablet; // its name; empty when nobody knows it
    StreamId stream;
    Dot dot;
    wire::v1::QuarantineReason reason{};
    std::int64_t receivedMs = 0;
    std::uint64_t bytes = 0;
    std::uint32_t keyVersion = 0;
    bool readable = false; // the key is here and the seal opens; then:
    PersonId author;
    PersonId enterer;
    std::int64_t writtenMs = 0; // corrected by what the tablet knew of its clock
    int fields = 0;
};
/** `open`: also what is inside, but for words and values. */
[[nodiscard]] Result<std::vector<HeldFacts>> readHeld(HomeStore &store, bool open);

/** Why a tablet had no right to where it wrote, by what the home knows now. */
enum class NoGrant {
    NoSection,     // the home does not know the section (yet)
    UnknownTablet, // nor the tablet
    GrantedNow,    // it has a right by now: the home learned of it later
    OwnElsewhere,  // kun mig, from a tablet that may never hold it
    NotGranted
};
[[nodiscard]] NoGrant whyNoGrant(HomeStore &store, const HeldFacts &facts);

/** Whether the escrow in `home` has the key of it, so that the recovery words can fetch it. Cost: the log of
 * `home`. */
[[nodiscard]] Result<bool> wordsHaveKey(HomeStore &store, const HeldFacts &facts);

/** What belongs before a change that was accepted, in the same run of the same tablet, and is not in the log.
 */
struct RunGap
{
    StreamId stream;
    Incarnation inc{};
    DeviceId device;
    std::vector<journal::Range> missing; // was never handed in
    std::vector<std::int64_t> held;      // waits here: its numbers in the quarantine
};
/** `accepted`: under their own ids. At most one gap for each run. */
[[nodiscard]] Result<std::vector<RunGap>> gapsBefore(HomeStore &store,
                                                     const std::vector<journal::Quarantined> &accepted);

enum class Accepting {
    Appended,  // under its own id
    Reissued,  // under an id of the office: its own is taken
    Known,     // it is in the log already
    Usurping,  // it would go on where the server stopped: never
    NoStream,  // nobody may hold that stream
    Unreadable // its id is taken and it can't be opened, or it is of `home`
};
/** Gives held changes their place, each with a line in the house's audit. Before Office::commit() nothing is
 * decided. */
class Acceptor
{
public:
    Acceptor(HomeStore &store, Office &office, std::int64_t nowMs, Random random)
        : m_store(store), m_office(office), m_nowMs(nowMs), m_random(std::move(random))
    {
    }
    /** Usurping, NoStream, Unreadable: it stays where it is. */
    [[nodiscard]] Result<Accepting> accept(const journal::Quarantined &held);

private:
    [[nodiscard]] Result<StreamId> auditStream();
    HomeStore &m_store;
    Office &m_office;
    std::int64_t m_nowMs;
    Random m_random;
    std::optional<StreamId> m_audit;
};

/** A held change takes its place in the log under its own id, without a person: for what was held only
 * because something was not known yet. False when its id is taken by now: then it stays held. Writes. */
[[nodiscard]] Result<bool> admit(HomeStore &store, const journal::Quarantined &held);
/** Admits what was held because its key was unknown, wherever the key has come since and opens it: after an
 * older backup was restored, keys come back with the words. What a person must write anew (a lamport too far
 * up) stays held. How many. Writes. */
[[nodiscard]] Result<std::size_t> admitOpened(HomeStore &store);

/** The bytes of a rescue file with these changes. */
[[nodiscard]] Result<std::string> rescueHeld(HomeStore &store, const std::vector<journal::Quarantined> &held,
                                             std::int64_t nowMs, const Random &random);
/** Reads a rescue file of a tablet of this home (or of this server) and holds what is in it, but for what an
 * order has erased since. How many.
 * NotAllowed when nobody here knows who signed it; otherwise as archive::readRescue. */
[[nodiscard]] Result<std::size_t> takeRescue(HomeStore &store, std::string_view bytes);

} // namespace trivsel::server
