#pragma once

#include "proto/journal/journal.h"
#include "proto/session/tablet_session.h"

#include <functional>
#include <map>
#include <set>

namespace trivsel::sim {

/** A change as it was seen to be: its id and its bytes. */
struct Written
{
    ChangeId id;
    Hash256 hash;
};

/** A promise that a tablet was given: the server has this on disk. */
struct Promise
{
    ChangeId id;
    std::optional<Hash256> hash; // nullopt: the tablet never showed it to us
    unsigned generation = 0;     // of the server that gave it
    std::size_t tablet = 0;
};

/** What tablets handed in and what they were told: compared with what is there when everybody has met. */
class Ledger
{
public:
    void handedIn(std::size_t tablet, const seal::SealedChange &change)
    {
        m_hashes[{tablet, change.id()}] = change.hash;
    }
    void durable(std::size_t tablet, const StreamId &stream, const journal::Range &range, unsigned generation)
    {
        promise(m_durable, tablet, stream, range, generation);
    }
    void safe(std::size_t tablet, const StreamId &stream, const journal::Range &range, unsigned generation)
    {
        promise(m_safe, tablet, stream, range, generation);
    }
    [[nodiscard]] const std::vector<Promise> &allDurable() const { return m_durable; }
    [[nodiscard]] const std::vector<Promise> &allSafe() const { return m_safe; }

private:
    void promise(std::vector<Promise> &into, std::size_t tablet, const StreamId &stream,
                 const journal::Range &range, unsigned generation)
    {
        for (std::uint64_t ctr = range.first; ctr <= range.last; ++ctr) {
            const ChangeId id{stream, {range.inc, ctr}};
            const auto known = m_hashes.find({tablet, id});
            into.push_back({id, known != m_hashes.end() ? std::optional(known->second) : std::nullopt,
                            generation, tablet});
        }
    }
    std::map<std::pair<std::size_t, ChangeId>, Hash256> m_hashes;
    std::vector<Promise> m_durable;
    std::vector<Promise> m_safe;
};

/** What the office tells a tablet to do, at the moment when its engine has done it, or (`done` false) could
 * not. */
enum class Order { Withdraw, Erase, LetGo, PrepareToEmpty, Empty };
using OnOrder = std::function<void(std::size_t tablet, Order order, const StreamId &stream, bool done)>;

/** The engine's port of one sync run, and beside it who writes down what goes through. */
class RecordingPort final : public session::TabletPort
{
public:
    RecordingPort(session::TabletPort &inner, Ledger &ledger, const OnOrder &onOrder, std::size_t tablet,
                  unsigned generation)
        : m(inner), m_ledger(ledger), m_onOrder(onOrder), m_tablet(tablet), m_generation(generation)
    {
    }
    /** Changes of the batch that was read last; empty when that was asked for before. */
    [[nodiscard]] std::vector<ChangeId> takeBatch() { return std::exchange(m_batch, {}); }

    Result<State> state() override { return m.state(); }
    Status noteCertificate(const std::string &next) override { return m.noteCertificate(next); }
    Result<bool> knowsIncarnation(Incarnation inc) override { return m.knowsIncarnation(inc); }
    Result<std::optional<Hash256>> headAt(const StreamId &stream, const Dot &dot) override
    {
        return m.headAt(stream, dot);
    }
    Result<std::vector<std::pair<StreamId, journal::Range>>> pending() override { return m.pending(); }
    Result<Batch> batch(const StreamId &stream, const journal::Range &range) override
    {
        auto batch = m.batch(stream, range);
        m_batch.clear();
        if (batch) {
            for (const seal::SealedChange &change : batch->changes) {
                m_ledger.handedIn(m_tablet, change);
                if (change.dot.ctr >= range.first && change.dot.ctr <= range.last) {
                    m_batch.push_back(change.id()); // the rest is places, for the author's proof
                }
            }
        }
        return batch;
    }
    Status markDurable(const StreamId &stream, const journal::Range &range,
                       const journal::Position &end) override
    {
        const Status done = m.markDurable(stream, range, end);
        if (done) {
            m_ledger.durable(m_tablet, stream, range, m_generation);
        }
        return done;
    }
    Status markQuarantined(const StreamId &stream, const Dot &dot, wire::v1::QuarantineReason reason) override
    {
        return m.markQuarantined(stream, dot, reason);
    }
    Status markReissued(const StreamId &stream, const Dot &dot) override
    {
        return m.markReissued(stream, dot);
    }
    Result<std::vector<std::pair<StreamId, journal::Range>>> notSafe() override { return m.notSafe(); }
    Result<std::vector<Suspect>> suspects() override { return m.suspects(); }
    Status noteBroken(const StreamId &stream, const journal::Range &range, bool proven) override
    {
        return m.noteBroken(stream, range, proven);
    }
    Status noteBadLine() override { return m.noteBadLine(); }
    Status noteRevoked(const StreamId &stream) override
    {
        return told(Order::Withdraw, stream, m.noteRevoked(stream));
    }
    Status letGo() override { return told(Order::LetGo, {}, m.letGo()); }
    Status checkWipe(const wire::v1::Wipe &wipe) override
    {
        return told(Order::PrepareToEmpty, {}, m.checkWipe(wipe));
    }
    Status wipe() override { return told(Order::Empty, {}, m.wipe()); }
    Status eraseStream(const wire::v1::StreamErased &order) override
    {
        return told(Order::Erase, StreamId::from(order.stream()).value_or(StreamId()), m.eraseStream(order));
    }
    Status storeChanges(const Received &received) override { return m.storeChanges(received); }
    Status storeStreamKey(const StreamId &stream, std::uint32_t version, const std::string &box) override
    {
        return m.storeStreamKey(stream, version, box);
    }
    Result<std::vector<std::pair<StreamId, std::uint64_t>>>
    storeGrants(std::span<const wire::v1::StreamGrant> grants) override
    {
        return m.storeGrants(grants);
    }
    Status grantsComplete(std::uint64_t grants) override { return m.grantsComplete(grants); }
    Status storeEpoch(std::uint64_t epoch, bool restart) override { return m.storeEpoch(epoch, restart); }
    Result<std::vector<wire::v1::Have>> haves() override { return m.haves(); }
    Status storeClock(std::int64_t serverMs, std::int64_t ownMs, bool mayRead) override
    {
        return m.storeClock(serverMs, ownMs, mayRead);
    }
    Status storeServerKey(const seal::SignPublic &key) override { return m.storeServerKey(key); }
    Status noteForeignIncarnation(Incarnation inc) override { return m.noteForeignIncarnation(inc); }
    Status markSafe(const wire::v1::Safe &safe) override
    {
        const Status done = m.markSafe(safe);
        for (const wire::v1::StreamRanges &each : safe.streams()) {
            const auto stream = StreamId::from(each.stream());
            for (const wire::v1::Range &range : each.ranges()) {
                if (done && stream) {
                    m_ledger.safe(m_tablet, *stream, {Incarnation{range.inc()}, range.first(), range.last()},
                                  m_generation);
                }
            }
        }
        return done;
    }

private:
    [[nodiscard]] Status told(Order order, const StreamId &stream, Status done) const
    {
        if (m_onOrder) {
            m_onOrder(m_tablet, order, stream, done.has_value());
        }
        return done;
    }
    session::TabletPort &m;
    Ledger &m_ledger;
    const OnOrder &m_onOrder;
    std::size_t m_tablet;
    unsigned m_generation;
    std::vector<ChangeId> m_batch;
};

} // namespace trivsel::sim
