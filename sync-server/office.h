#pragma once

#include "sync-server/home_store.h"

#include <map>

namespace trivsel::server {

/**
 * Writes as the office, under the server's own incarnation. Holds the write lock from begin() to commit(), so
 * that what it writes has seen everything: two commands at once never make two versions. One Office per
 * command.
 */
class Office
{
public:
    struct Ports
    {
        Random random;
        std::int64_t nowMs = 0; // wall clock
    };
    static Result<Office> begin(HomeStore &store, Ports ports);

    /** The stream's documents as they are now; what was written here shows after commit(). */
    [[nodiscard]] Result<const merge::Fold *> now(const StreamId &stream)
    {
        return m_store.folds().upToDate(stream);
    }
    [[nodiscard]] const domain::HomeModel &home() const { return m_store.model(); }

    /** A new stream with a random key of its own, for a person or for the house: the key is durable at once,
     * its name with commit(). */
    [[nodiscard]] Result<StreamId> makeStream(StreamKind kind, const std::optional<PersonId> &about);
    /** Seals a key to the recovery key and writes it in `home`, so that the seed alone can open every stream.
     */
    void escrow(const StreamId &stream, std::uint32_t version, const seal::StreamKey &key);
    /** A new version of the keys, from here on everybody writes with it; older ones stay, for what they
     * sealed. The keys are durable at once, and count for nobody until commit() names them. commit() turns
     * by itself what somebody has left. */
    [[nodiscard]] Status turnKeys(const std::vector<StreamId> &streams);
    /** To be written: one change per stream. */
    void write(const StreamId &stream, domain::Ops ops);
    /** Somebody's words, as they are, under an id of the office: their own was taken. Not for `home`, where
     * what the office writes is believed. */
    void reissue(const seal::SealedChange &of, wire::v1::Change content);
    /** Durable when it returns. */
    [[nodiscard]] Status commit();

private:
    Office(HomeStore &store, Ports ports, journal::Transaction transaction);
    [[nodiscard]] Status writeAll();
    [[nodiscard]] Status settleKeys();
    [[nodiscard]] Result<Dot> writeChange(const StreamId &stream, const wire::v1::Change &change);

    HomeStore &m_store;
    Ports m_ports;
    journal::Transaction m_transaction;
    Incarnation m_incarnation{};
    std::vector<std::pair<StreamId, domain::Ops>> m_writes;
    std::vector<domain::Ops> m_escrows;
    std::vector<std::pair<ChangeId, wire::v1::Change>> m_reissues;
    struct Tip
    {
        std::uint64_t ctr = 0;
        Hash256 head{};
    };
    std::map<StreamId, Tip> m_tips; // of this incarnation
};

} // namespace trivsel::server
