#include "proto/journal/rows.h"

namespace trivsel::journal {

Status Journal::forget(const StreamId &stream)
{
    const Result<std::int64_t> id = streamRow(*m_db, stream);
    if (!id) {
        return tl::unexpected<Error>(id.error());
    }
    {
        TRIVSEL_PREPARE(proofs, *m_db, "DELETE FROM proof WHERE stream = ?");
        TRIVSEL_TRY(proofs.bindBlob(1, stream.str()).run());
    }
    for (const char *sql : {"DELETE FROM change WHERE stream = ?", "DELETE FROM tip WHERE stream = ?",
                            "DELETE FROM stream WHERE id = ?"}) {
        TRIVSEL_PREPARE(rows, *m_db, sql);
        TRIVSEL_TRY(rows.bind(1, *id).run());
    }
    return {};
}

} // namespace trivsel::journal
