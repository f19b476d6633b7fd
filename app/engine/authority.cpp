#include "app/engine/authority.h"

#include "proto/seal/chain.h"

namespace trivsel::engine {

namespace {
constexpr std::string_view kServerKey = "engine.server-key";
}

Status Authority::load()
{
    const auto stored = m_store.journal().meta(kServerKey);
    if (!stored) {
        return tl::unexpected(stored.error());
    }
    if (*stored) {
        m_key = seal::SignPublic::from(**stored);
    }
    m_nextKey = m_key;
    auto query = m_store.database().prepare("SELECT inc FROM office_incarnation");
    if (!query) {
        return tl::unexpected(query.error());
    }
    for (;;) {
        const auto row = query->step();
        if (!row) {
            return tl::unexpected(row.error());
        }
        if (!*row) {
            return {};
        }
        m_incarnations.insert(Incarnation{query->unsignedInteger(0)});
    }
}

Status Authority::learnKey(const seal::SignPublic &key)
{
    if (seal::pinOf(key) != m_pin) {
        return fail(Errc::WrongPin);
    }
    if (m_nextKey) {
        return {}; // the same: there is one for each pin
    }
    TRIVSEL_TRY(m_store.journal().setMeta(kServerKey, key.str()));
    m_nextKey = key;
    return learnStored();
}

/** Proofs that came before the key did. */
Status Authority::learnStored()
{
    const auto streams = m_store.journal().streams();
    if (!streams) {
        return tl::unexpected(streams.error());
    }
    for (const StreamId &stream : *streams) {
        if (stream.kind != StreamKind::Home) {
            continue;
        }
        const auto ranges = m_store.journal().ranges(stream);
        if (!ranges) {
            return tl::unexpected(ranges.error());
        }
        for (const journal::Range &range : *ranges) {
            const auto proofs = m_store.journal().proofsFor(stream, range);
            if (!proofs) {
                return tl::unexpected(proofs.error());
            }
            for (const wire::v1::Proof &proof : *proofs) {
                TRIVSEL_TRY(learnProof(proof));
            }
        }
    }
    return {};
}

Status Authority::learnProof(const wire::v1::Proof &proof)
{
    const auto stream = StreamId::from(proof.stream());
    const Incarnation inc{proof.inc()};
    if (!m_nextKey || !stream || stream->kind != StreamKind::Home || proof.device() != m_office.str() ||
        m_incarnations.contains(inc) || m_fresh.contains(inc) || !seal::checkSignature(proof, *m_nextKey)) {
        return {};
    }
    TRIVSEL_TRY(add(inc));
    m_folds.queueRefold(*stream); // its changes may have come before
    return {};
}

bool Authority::vouchesFor(const wire::v1::Proof &proof, const seal::SealedChange &change) const
{
    return m_key && proof.device() == m_office.str() &&
           seal::check(proof, *m_key, std::span(&change, 1)).has_value();
}

Status Authority::add(Incarnation inc)
{
    auto insert = m_store.database().prepare("INSERT OR IGNORE INTO office_incarnation(inc) VALUES(?1)");
    if (!insert) {
        return tl::unexpected(insert.error());
    }
    TRIVSEL_TRY(insert->bindUnsigned(1, static_cast<std::uint64_t>(inc)).run());
    m_fresh.insert(inc);
    return {};
}

Result<const merge::Fold *> Authority::fold(const StreamId &home)
{
    if (!m_key) {
        return m_folds.of(home);
    }
    TRIVSEL_TRY(readOn(home));
    return &m_fold;
}

Status Authority::readOn(const StreamId &home)
{
    return m_store.journal().readStream(home, m_seq, [this](journal::StoredChange &&stored) {
        m_seq = stored.seq;
        if (m_incarnations.contains(stored.change.dot.inc)) {
            m_fold.add(m_folds.open(stored.change));
        }
        return true;
    });
}

void Authority::committed()
{
    m_key = m_nextKey;
    if (!m_fresh.empty() || m_folds.refolds(StreamKind::Home)) {
        m_incarnations.merge(m_fresh);
        m_fresh.clear();
        m_fold = {};
        m_seq = 0;
    }
}

void Authority::rolledBack()
{
    m_nextKey = m_key;
    m_fresh.clear();
}

} // namespace trivsel::engine
