#include "app/engine/stream_folds.h"

#include "proto/base/limits.h"

#include <algorithm>

namespace trivsel::engine {

merge::Applied StreamFolds::open(const seal::SealedChange &change) const
{
    merge::Applied applied;
    applied.dot = change.dot;
    applied.lamport = change.lamport;
    applied.hash = change.shortHash();
    applied.opaque = true;
    if (change.gone || change.opSchema > kOpSchema) {
        return applied;
    }
    const auto key = m_keys.key(change.stream, change.key);
    if (!key) {
        return applied;
    }
    // What can't be read is opaque for everybody and blocks nothing.
    if (auto content = seal::readChange(change, *key)) {
        applied.change = std::move(*content);
        applied.opaque = false;
    }
    return applied;
}

Result<merge::Fold> StreamFolds::fold(const StreamId &stream)
{
    merge::Fold fold;
    TRIVSEL_TRY(m_store.journal().readStream(stream, 0, [&](journal::StoredChange &&stored) {
        fold.add(open(stored.change));
        return true;
    }));
    return fold;
}

Result<const merge::Fold *> StreamFolds::of(const StreamId &stream)
{
    const auto known = m_folds.find(stream);
    if (known != m_folds.end()) {
        return known->second.get();
    }
    auto made = fold(stream);
    if (!made) {
        return tl::unexpected(made.error());
    }
    const auto kept = std::make_shared<merge::Fold>(std::move(*made));
    m_folds[stream] = kept;
    return kept.get();
}

Result<std::shared_ptr<const merge::Fold>> StreamFolds::lookAt(const StreamId &stream)
{
    const auto known = m_folds.find(stream);
    if (known != m_folds.end()) {
        return std::shared_ptr<const merge::Fold>(known->second);
    }
    auto made = fold(stream);
    if (!made) {
        return tl::unexpected(made.error());
    }
    return std::shared_ptr<const merge::Fold>(std::make_shared<merge::Fold>(std::move(*made)));
}

void StreamFolds::dropAllBut(const std::set<StreamId> &kept)
{
    std::erase_if(m_folds, [&](const auto &entry) { return !kept.contains(entry.first); });
}

bool StreamFolds::refolds(StreamKind kind) const
{
    return std::any_of(m_refold.begin(), m_refold.end(),
                       [kind](const StreamId &stream) { return stream.kind == kind; });
}

void StreamFolds::committed()
{
    for (const StreamId &stream : m_refold) {
        m_folds.erase(stream);
        m_touched.insert(stream);
    }
    m_refold.clear();
    for (const seal::SealedChange &change : m_queued) {
        const auto known = m_folds.find(change.stream);
        if (known != m_folds.end()) {
            known->second->add(open(change));
        }
        m_touched.insert(change.stream);
    }
    m_queued.clear();
}

void StreamFolds::rolledBack()
{
    m_queued.clear();
    m_refold.clear();
}

} // namespace trivsel::engine
