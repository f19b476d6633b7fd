#pragma once

#include "app/engine/grants.h"
#include "app/engine/parts.h"
#include "app/engine/suspects.h"
#include "sync_state.pb.h"

namespace trivsel::engine {

/** What a sync run needs of this tablet. Every call that stores is committed when it returns. */
class SyncPort final : public session::TabletPort, public CommitListener
{
public:
    explicit SyncPort(Parts &parts) : m(parts), m_grants(*parts.store), m_suspects(*parts.store) {}
    [[nodiscard]] Status load();
    [[nodiscard]] bool isCopied() const { return m_state.copied(); }
    /** Changes that a program before schema 6 made empty here, and kept for a rescue file. */
    [[nodiscard]] std::uint64_t givenUp() const { return m_state.given_up(); }

    Result<State> state() override;
    Result<bool> knowsIncarnation(Incarnation inc) override;
    Result<std::optional<Hash256>> headAt(const StreamId &stream, const Dot &dot) override;
    Result<std::vector<std::pair<StreamId, journal::Range>>> pending() override;
    Result<std::vector<std::pair<StreamId, journal::Range>>> notSafe() override;
    Result<std::vector<Suspect>> suspects() override;
    Status noteBroken(const StreamId &stream, const journal::Range &range, bool proven) override;
    Status noteBadLine() override;
    Result<Batch> batch(const StreamId &stream, const journal::Range &range) override;
    Status markDurable(const StreamId &stream, const journal::Range &range,
                       const journal::Position &end) override;
    Status markQuarantined(const StreamId &stream, const Dot &dot,
                           wire::v1::QuarantineReason reason) override;
    Status markReissued(const StreamId &stream, const Dot &dot) override;
    Status storeChanges(const Received &received) override;
    Status storeStreamKey(const StreamId &stream, std::uint32_t version, const std::string &box) override;
    Result<std::vector<std::pair<StreamId, std::uint64_t>>>
    storeGrants(std::span<const wire::v1::StreamGrant> grants) override;
    Status grantsComplete(std::uint64_t grants) override;
    Status storeEpoch(std::uint64_t epoch, bool restart) override;
    Result<std::vector<wire::v1::Have>> haves() override;
    Status storeClock(std::int64_t serverMs, std::int64_t ownMs, bool mayRead) override;
    Status storeServerKey(const seal::SignPublic &key) override;
    Status noteCertificate(const std::string &next) override { return m.certificate.accepted(next); }
    Status noteRevoked(const StreamId &stream) override;
    Status letGo() override;

    /** *Tag med på tur*: from the next contact on, if the office agrees. TooLarge. */
    [[nodiscard]] Status takeAlong(const PersonId &resident);
    /** Home again: nothing of theirs is shown from now on; what was written is handed in, then the key goes,
     * and the rows when they are safe. */
    [[nodiscard]] Status endTrip(const PersonId &resident);
    Status eraseStream(const wire::v1::StreamErased &order) override;
    Status checkWipe(const wire::v1::Wipe &wipe) override;
    Status wipe() override;
    /** See Parts::isFilled; what can't be read is not. */
    [[nodiscard]] bool isFilled(const StreamId &stream);
    [[nodiscard]] bool isEmptied() const { return m_emptied; }
    Status noteForeignIncarnation(Incarnation inc) override;
    Status markSafe(const wire::v1::Safe &safe) override;

    void committed() override { m_state = m_next; }
    void rolledBack() override { m_next = m_state; }

private:
    [[nodiscard]] Status keepState();
    [[nodiscard]] Result<bool> lacksKey();
    [[nodiscard]] Result<std::optional<Batch>> storedBatch(const StreamId &stream,
                                                           const journal::Range &range);
    [[nodiscard]] Result<Batch> freshBatch(const StreamId &stream, const journal::Range &range);
    /** The next that is held in the range, when its beginning is not. */
    [[nodiscard]] Result<journal::Range> heldFrom(const StreamId &stream, const journal::Range &range);
    [[nodiscard]] Suspects::Now now() const;
    /** What the office holds is offered again once a day: if its files were set back it may have lost it, and
     * what is held has no place in its log that would tell. */
    [[nodiscard]] bool isHeldDue() const;
    /** What could not be handed in goes into a file that outlives the emptying. */
    [[nodiscard]] Status leaveRescueFile();
    [[nodiscard]] Status setAside(const ChangeId &id);
    /** The office has it now, in the log or kept aside: before it is marked so. */
    [[nodiscard]] Status arrived(const StreamId &stream, const journal::Range &range);
    [[nodiscard]] Status reissue(const ChangeId &id);
    [[nodiscard]] Result<std::vector<journal::Range>>
    withoutReissued(const StreamId &stream, const std::vector<journal::Range> &ranges);
    [[nodiscard]] Status comeBack(const seal::SealedChange &change);
    [[nodiscard]] Status takeOver(const seal::SealedChange &theirs);
    /** What the office wrote anew of this tablet's own words. */
    [[nodiscard]] Status takeReissues(const Received &received);
    [[nodiscard]] Status takeReissue(const seal::SealedChange &anew);
    [[nodiscard]] Status eraseNow(const StreamId &stream, const wire::v1::StreamErased &order);
    [[nodiscard]] Status eraseRows(const StreamId &stream, const wire::v1::StreamErased &order);
    /** Carries out what `home` says was erased and nobody has told this tablet: a copy of it said that it was
     * done, or it was set back since. */
    [[nodiscard]] Status eraseKnown();
    [[nodiscard]] Result<bool> isLeft(const domain::StreamInfo &erased);
    [[nodiscard]] Status storeItems(const Received &received);

    Parts &m;
    static constexpr std::int64_t kOfferHeldEveryMs = 24LL * 60 * 60 * 1000;

    bool m_emptied = false;
    bool m_heldOffered = false;         // in this run
    std::optional<ChangeId> m_heldUpto; // so far they were offered; the next run goes on there if it must
    std::vector<PersonId> m_said;       // who was along in the Hello of this run
    bool m_takenSince = false;          // and somebody was taken along after it
    Grants m_grants;
    Suspects m_suspects;
    local::v1::SyncState m_state;
    local::v1::SyncState m_next;
};

} // namespace trivsel::engine
