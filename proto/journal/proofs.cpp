#include "proto/base/limits.h"
#include "proto/journal/rows.h"

namespace trivsel::journal {

namespace {

bool isLawful(const wire::v1::Proof &proof)
{
    return StreamId::from(proof.stream()) && proof.inc() != 0 && isLawfulCounter(proof.first()) &&
           isLawfulCounter(proof.last()) && proof.first() <= proof.last() &&
           proof.last() - proof.first() < limits::kBatchChangesMax &&
           proof.prev_head().size() == Hash256::size && proof.head().size() == Hash256::size &&
           proof.device().size() == DeviceId::size && proof.signature().size() == seal::Signature::size;
}

} // namespace

Status Journal::keepProof(const wire::v1::Proof &proof)
{
    TRIVSEL_ASSERT(m_db->inTransaction());
    if (!isLawful(proof)) {
        return fail(Errc::Malformed, "proof");
    }
    TRIVSEL_PREPARE(sql, *m_db,
                    "INSERT INTO proof (stream, inc, last, first, device, prev_head, head, signature)"
                    " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING");
    sql.bindBlob(1, proof.stream())
        .bindUnsigned(2, proof.inc())
        .bindUnsigned(3, proof.last())
        .bindUnsigned(4, proof.first())
        .bindBlob(5, proof.device())
        .bindBlob(6, proof.prev_head())
        .bindBlob(7, proof.head())
        .bindBlob(8, proof.signature());
    return sql.run();
}

Result<std::uint64_t> Journal::dropProofs(const std::function<bool(const wire::v1::Proof &)> &wanted)
{
    TRIVSEL_ASSERT(m_db->inTransaction());
    std::vector<wire::v1::Proof> unwanted;
    {
        TRIVSEL_PREPARE(sql, *m_db,
                        "SELECT stream, inc, last, first, device, prev_head, head, signature FROM proof");
        for (;;) {
            TRIVSEL_STEP(row, sql);
            if (!row) {
                break;
            }
            wire::v1::Proof proof;
            proof.set_stream(sql.blob(0));
            proof.set_inc(sql.unsignedInteger(1));
            proof.set_last(sql.unsignedInteger(2));
            proof.set_first(sql.unsignedInteger(3));
            proof.set_device(sql.blob(4));
            proof.set_prev_head(sql.blob(5));
            proof.set_head(sql.blob(6));
            proof.set_signature(sql.blob(7));
            if (!wanted(proof)) {
                unwanted.push_back(std::move(proof));
            }
        }
    }
    for (const wire::v1::Proof &proof : unwanted) {
        TRIVSEL_PREPARE(
            sql, *m_db,
            "DELETE FROM proof WHERE stream = ? AND inc = ? AND last = ? AND first = ? AND device = ?");
        sql.bindBlob(1, proof.stream())
            .bindUnsigned(2, proof.inc())
            .bindUnsigned(3, proof.last())
            .bindUnsigned(4, proof.first())
            .bindBlob(5, proof.device());
        TRIVSEL_TRY(sql.run());
    }
    return unwanted.size();
}

Result<std::vector<wire::v1::Proof>> Journal::proofsFor(const StreamId &stream, const Range &range)
{
    // A proof covers at most one batch, so its last counter is near: the search ends there, not at the end of
    // time.
    TRIVSEL_PREPARE(
        sql, *m_db,
        "SELECT last, first, device, prev_head, head, signature FROM proof WHERE stream = ?1 AND inc = ?2"
        " AND last >= ?3 AND last <= ?4 AND first <= ?5 ORDER BY last, first LIMIT ?6");
    const std::string id = stream.str();
    const std::uint64_t last = std::min(range.last, UINT64_MAX - limits::kBatchChangesMax);
    sql.bindBlob(1, id)
        .bindUnsigned(2, static_cast<std::uint64_t>(range.inc))
        .bind(3, counterBound(range.first))
        .bind(4, counterBound(last + limits::kBatchChangesMax - 1))
        .bind(5, counterBound(last))
        .bindUnsigned(6, limits::kProofsPerFrameMax);
    std::vector<wire::v1::Proof> out;
    for (;;) {
        TRIVSEL_STEP(row, sql);
        if (!row) {
            return out;
        }
        wire::v1::Proof proof;
        proof.set_stream(id);
        proof.set_inc(static_cast<std::uint64_t>(range.inc));
        proof.set_last(sql.unsignedInteger(0));
        proof.set_first(sql.unsignedInteger(1));
        proof.set_device(sql.blob(2));
        proof.set_prev_head(sql.blob(3));
        proof.set_head(sql.blob(4));
        proof.set_signature(sql.blob(5));
        out.push_back(std::move(proof));
    }
}

} // namespace trivsel::journal
