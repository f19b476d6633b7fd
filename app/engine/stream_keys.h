#pragma once

#include "app/engine/tablet_store.h"
#include "proto/seal/own_key.h"

#include <optional>

namespace trivsel::engine {

/**
 * Keys by stream and version: what lies in keys.db, and of at most one resident the keys of *kun mig*, while
 * they have opened them. Those are in memory only. Core thread.
 */
class StreamKeys
{
public:
    explicit StreamKeys(TabletStore &store) : m_store(store) {}
    ~StreamKeys() { closeOwn(); }
    StreamKeys(const StreamKeys &) = delete;
    StreamKeys &operator=(const StreamKeys &) = delete;

    [[nodiscard]] std::optional<seal::StreamKey> key(const StreamId &stream, std::uint32_t version) const
    {
        return seal::isOwnKey(stream, version) ? keyOfOwn(stream, version)
                                               : m_store.keys().key(stream, version);
    }
    /** The version that words are sealed with from now on; 0 when there is none, as for a closed `own`. */
    [[nodiscard]] std::uint32_t forWords(const StreamId &stream) const
    {
        return stream.kind == StreamKind::Own ? (isOpen(stream) ? m_ring.back().version : 0)
                                              : m_store.keys().newest(stream);
    }

    void openOwn(const StreamId &stream, seal::OwnRing ring)
    {
        closeOwn();
        m_stream = stream;
        m_ring = std::move(ring);
    }
    void closeOwn()
    {
        m_stream.reset();
        seal::wipe(m_ring);
    }
    [[nodiscard]] bool isOpen(const StreamId &own) const { return m_stream == own && !m_ring.empty(); }
    [[nodiscard]] const std::optional<StreamId> &openStream() const { return m_stream; }
    /** Empty while nobody's is open. */
    [[nodiscard]] const seal::OwnRing &ring() const { return m_ring; }

private:
    [[nodiscard]] std::optional<seal::StreamKey> keyOfOwn(const StreamId &stream, std::uint32_t version) const
    {
        return m_stream == stream ? seal::keyIn(m_ring, version) : std::nullopt;
    }

    TabletStore &m_store;
    std::optional<StreamId> m_stream;
    seal::OwnRing m_ring;
};

} // namespace trivsel::engine
