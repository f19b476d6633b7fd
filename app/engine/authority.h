#pragma once

#include "app/engine/stream_folds.h"
#include "proto/seal/keys.h"

#include <optional>
#include <set>

namespace trivsel::engine {

/**
 * What of the `home` stream the office wrote. Every device writes there (definitions), so people, roles and
 * grants are read from the server's own incarnations only: those for which a proof is here that the server
 * signed. The server's key comes with HelloAck and is checked against the pin. A tablet that has not learned
 * it yet, because it last met an older server, goes on with all that stands there.
 *
 * The learn… calls stand inside TabletStore::write. Core thread.
 */
class Authority final : public CommitListener
{
public:
    Authority(TabletStore &store, StreamFolds &folds, HomeId home, const Hash256 &pin)
        : m_store(store), m_folds(folds), m_office{home.data}, m_pin(pin)
    {
    }

    [[nodiscard]] Status load();
    /** nullopt until a server has said it. */
    [[nodiscard]] const std::optional<seal::SignPublic> &key() const { return m_key; }
    [[nodiscard]] bool knows(const seal::SignPublic &key) const { return m_key == key; }
    /** WrongPin when it is not the key that this tablet was given the pin of. */
    [[nodiscard]] Status learnKey(const seal::SignPublic &key);
    [[nodiscard]] Status learnProof(const wire::v1::Proof &proof);

    /** The office signed for this very change. False also when the server's key is not known here. */
    [[nodiscard]] bool vouchesFor(const wire::v1::Proof &proof, const seal::SealedChange &change) const;

    /** The office's part of `home`, folded; valid until the next write. */
    [[nodiscard]] Result<const merge::Fold *> fold(const StreamId &home);

    void committed() override;
    void rolledBack() override;

private:
    [[nodiscard]] Status learnStored();
    [[nodiscard]] Status add(Incarnation inc);
    [[nodiscard]] Status readOn(const StreamId &home);

    TabletStore &m_store;
    StreamFolds &m_folds;
    DeviceId m_office; // the server signs under the home's id
    Hash256 m_pin;
    std::optional<seal::SignPublic> m_key;
    std::optional<seal::SignPublic> m_nextKey;
    std::set<Incarnation> m_incarnations;
    std::set<Incarnation> m_fresh; // of the transaction that is open
    merge::Fold m_fold;
    std::uint64_t m_seq = 0; // the journal is folded up to here
};

} // namespace trivsel::engine
