#pragma once

#include "proto/journal/journal.h"
#include "proto/journal/key_store.h"
#include "proto/merge/fold.h"

#include <map>

namespace trivsel::server {

/** A change as folding sees it: opaque when it can't be read with these keys. */
[[nodiscard]] merge::Applied opened(const seal::SealedChange &change, const journal::KeyDb &keys);
[[nodiscard]] merge::Applied opened(const seal::SealedChange &change,
                                    const std::optional<seal::StreamKey> &key);

/**
 * The documents of streams, folded when somebody asks and carried on from there: only what is new is read.
 * The running server asks for `home` alone, so residents' texts are not in its memory. One thread; journal
 * and keys must outlive it.
 */
class Folds
{
public:
    Folds(journal::Journal &journal, const journal::KeyDb &keys) : m_journal(journal), m_keys(keys) {}

    /** Up to the journal's end. The pointer lives until the next clear(). Store… errors. */
    [[nodiscard]] Result<const merge::Fold *> upToDate(const StreamId &stream);
    /** A key has come that may open what was opaque. */
    void clear() { m_folds.clear(); }

private:
    struct Entry
    {
        merge::Fold fold;
        std::uint64_t seq = 0;
    };
    journal::Journal &m_journal;
    const journal::KeyDb &m_keys;
    std::map<StreamId, Entry> m_folds;
};

} // namespace trivsel::server
