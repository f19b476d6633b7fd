#include "sync-server/folds.h"

namespace trivsel::server {

merge::Applied opened(const seal::SealedChange &change, const journal::KeyDb &keys)
{
    return opened(change, keys.key(change.stream, change.key));
}

merge::Applied opened(const seal::SealedChange &change, const std::optional<seal::StreamKey> &key)
{
    merge::Applied applied;
    applied.dot = change.dot;
    applied.lamport = change.lamport;
    applied.hash = change.shortHash();
    applied.opaque = true;
    if (!key || change.gone) {
        return applied;
    }
    // Whatever can't be read is opaque for everybody: kept, counted, never guessed at.
    if (auto content = seal::readChange(change, *key)) {
        applied.change = std::move(*content);
        applied.opaque = false;
    }
    return applied;
}

Result<const merge::Fold *> Folds::upToDate(const StreamId &stream)
{
    Entry &entry = m_folds[stream];
    const Status read = m_journal.readStream(stream, entry.seq, [&](journal::StoredChange &&stored) {
        entry.fold.add(opened(stored.change, m_keys));
        entry.seq = stored.seq;
        return true;
    });
    if (!read) {
        return tl::unexpected(read.error());
    }
    return &entry.fold;
}

} // namespace trivsel::server
