#include "proto/journal/rows.h"

namespace trivsel::journal {

Result<std::uint64_t> Journal::erase(const StreamId &stream)
{
    TRIVSEL_ASSERT(m_db->inTransaction());
    {
        TRIVSEL_PREPARE(held, *m_db, "DELETE FROM quarantine WHERE stream = ?");
        TRIVSEL_TRY(held.bindBlob(1, stream.str()).run());
    }
    // As replace() writes goneOf(): the hash stays, so nothing that is made of hashes moves.
    TRIVSEL_PREPARE(rows, *m_db,
                    "UPDATE change SET nonce = x'', body = hash, gone = 1"
                    " WHERE gone = 0 AND stream = (SELECT id FROM stream WHERE stream = ?)");
    TRIVSEL_TRY(rows.bindBlob(1, stream.str()).run());
    return static_cast<std::uint64_t>(m_db->changes());
}

Result<bool> Journal::isErased(const StreamId &stream)
{
    TRIVSEL_PREPARE(
        rows, *m_db,
        "SELECT 1 FROM change WHERE gone = 0 AND stream = (SELECT id FROM stream WHERE stream = ?1)"
        " UNION ALL SELECT 1 FROM quarantine WHERE stream = ?1 LIMIT 1");
    TRIVSEL_STEP(found, rows.bindBlob(1, stream.str()));
    return !found;
}

Status Journal::scrub()
{
    // secure_delete has overwritten the rows in their pages; the write-ahead log still has older pages.
    TRIVSEL_TRY(m_db->checkpoint());
    for (;;) {
        TRIVSEL_PREPARE(vacuum, *m_db, "PRAGMA incremental_vacuum");
        TRIVSEL_STEP(more, vacuum);
        if (!more) {
            break;
        }
    }
    return m_db->checkpoint();
}

} // namespace trivsel::journal
