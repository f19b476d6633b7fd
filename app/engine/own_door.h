#pragma once

#include "app/engine/own_standing.h"
#include "app/engine/tile_lock.h"

#include <map>
#include <set>

namespace trivsel::engine {

/**
 * *Mine tre billeder*: opens and closes what a resident saved as *kun mig*. The keys lie locked under the
 * pictures in boxes to the shared tablets, in the `own` stream; open they are in StreamKeys alone. Core
 * thread; deriving runs on the worker.
 */
class OwnDoor
{
public:
    OwnDoor(Parts &parts, TileLock &tile) : m(parts), m_tile(tile) {}

    [[nodiscard]] OwnSnapshot snapshot(const PersonId &resident);

    /** For the first time, or after a reset: a new key. `done` is called once, maybe at once. */
    void choose(const PersonId &resident, const Who &who, const seal::OwnSecret &secret, OwnDone done);
    void open(const PersonId &resident, const Who &who, const seal::OwnSecret &secret, OwnDone done);
    /** While it is open: the same keys under other pictures, on every tablet, in one change. Where the
     * resident has not said yes, the box goes. */
    void change(const PersonId &resident, const Who &who, const seal::OwnSecret &secret, OwnDone done);
    /** While it is open: whether another shared tablet may open it, too. Yes gives it a box at once; No takes
     * away the one that stands, for what a tablet shows: who kept the old one still has it. */
    [[nodiscard]] Status answerTablet(const PersonId &resident, const Who &who, const DeviceId &tablet,
                                      bool yes);
    /** While it is open, and closes it: *kun mig* is not offered any more. The pictures take it back. */
    [[nodiscard]] Status turnOff(const PersonId &resident, const Who &who);
    /** What is in memory of it goes. */
    void close();
    /** Staff: new pictures may be chosen. Opens nothing. Written down. */
    [[nodiscard]] Status reset(const PersonId &resident, const Who &who);

private:
    using Standing = OwnStanding;
    /** What was opened or drawn, on its way from the worker. */
    struct Opened
    {
        seal::OwnRing ring;
        seal::PictureKey key;
    };
    struct Job
    {
        PersonId resident;
        StreamId stream;
        std::uint64_t visit = 0;
        OwnDone done;
    };
    using Derived = std::function<void(Result<Opened> &)>; // wiped when it returns

    [[nodiscard]] seal::OwnPlace placeOf(const PersonId &resident, const StreamId &stream) const;
    /** nullopt when it may begin; else the answer. */
    [[nodiscard]] std::optional<OwnAnswer> refusal(const PersonId &resident, const Who &who);
    [[nodiscard]] OwnAnswer answer(const PersonId &resident, OwnAnswer::Outcome outcome,
                                   std::optional<Errc> problem = {});
    [[nodiscard]] OwnAnswer failed(const PersonId &resident, const Error &error);
    void derive(std::function<Result<Opened>()> work, Derived finish);
    [[nodiscard]] bool hasLeft(const Job &job) const;
    void finishOpen(const Job &job, Result<Opened> &opened);
    void finishNew(const Job &job, Result<Opened> &opened, bool chosen);
    void lockNew(const Job &job, const seal::OwnSecret &secret, const seal::OwnRing &ring, bool chosen);
    [[nodiscard]] std::vector<seal::LockedRing> lockedHere(const Standing &now) const;

    // --- own_door_keeping.cpp ---
    enum class Replace {
        Missing, // only where a tablet does not have these keys
        Same,    // wherever nothing else stands
        All,
    };
    [[nodiscard]] Status keep(const PersonId &resident, const Standing &now, const Opened &opened,
                              Replace which);
    [[nodiscard]] Result<domain::Ops> opsFor(const PersonId &resident, const Standing &now,
                                             const Opened &opened, Replace which);
    [[nodiscard]] std::map<DeviceId, seal::BoxPublic> sharedTablets() const;

    // --- own_door_tablets.cpp ---
    struct Said
    {
        bool yes = false;
        std::uint64_t number = 0;
    };
    /** The newest answer about this tablet that was sealed with a key of the ring. */
    [[nodiscard]] std::optional<Said> saidOf(const PersonId &resident, const Standing &now,
                                             const seal::OwnRing &ring, const DeviceId &tablet,
                                             const seal::BoxPublic &key) const;
    /** What `saidOf` reads, written. */
    [[nodiscard]] domain::Ops saying(const PersonId &resident, const Standing &now, const seal::OwnRing &ring,
                                     const std::pair<DeviceId, seal::BoxPublic> &tablet, bool yes,
                                     const merge::Fold &fold) const;
    /** This one, and those to which the resident said yes. */
    [[nodiscard]] bool mayHaveBox(const PersonId &resident, const Standing &now, const seal::OwnRing &ring,
                                  const DeviceId &tablet, const seal::BoxPublic &key) const;
    [[nodiscard]] std::vector<OwnTablet> tabletsOf(const PersonId &resident, const Standing &now) const;
    [[nodiscard]] Result<domain::Ops> opsForAnswer(const PersonId &resident, const Standing &now,
                                                   const DeviceId &tablet, bool yes);
    [[nodiscard]] domain::Ops boxOps(const PersonId &resident, const Standing &now,
                                     const std::pair<DeviceId, seal::BoxPublic> &to,
                                     const std::optional<std::string> &locked, const merge::Fold &fold,
                                     const std::vector<domain::OwnBox> &heads) const;
    /** The ring under the pictures that were used last, as it lies in this tablet's own box. */
    [[nodiscard]] std::optional<std::string> lockedRing(const Standing &now) const;

    // --- own_door_keeping.cpp ---
    [[nodiscard]] std::optional<seal::BoxPublic> recoveryKey();
    [[nodiscard]] Status takeReturned(const Standing &now, seal::OwnRing &ring) const;
    [[nodiscard]] bool savedUnderOthers(const StreamId &stream, const seal::OwnRing &ring);

    Parts &m;
    TileLock &m_tile;
    bool m_busy = false;
    bool m_earlierSealed = false; // of what is open
};

} // namespace trivsel::engine
