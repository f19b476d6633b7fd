#pragma once

#include "sync-server/config.h"
#include "sync-server/erased_file.h"
#include "sync-server/office.h"

namespace trivsel::server {

/** The content of this change is gone because its stream, or the stream whose keys it held, was erased. */
[[nodiscard]] bool isGoneByOrder(const HomeStore &store, const ChangeId &change);

/** What there is of a resident, and would go. */
struct ErasureScope
{
    struct Stream
    {
        StreamId id;
        std::uint64_t changes = 0; // with their content
        std::uint64_t held = 0;    // in quarantine
        std::uint64_t boxes = 0;   // copies of its keys for the recovery words
        std::uint64_t keys = 0;    // in keys.db
    };
    std::vector<Stream> streams; // that are not erased yet
    std::vector<StreamId> onHold;
    std::size_t mixedEscrow =
        0; // copies of keys for the recovery words that can't go: an older server wrote them
};
[[nodiscard]] Result<ErasureScope> scopeOf(HomeStore &store, const PersonId &resident);

/** The bytes that must be nowhere afterwards. Read before the erasure. */
struct ErasureEvidence
{
    std::vector<std::string> ciphertexts; // of the changes, of what was held, of the escrowed keys
    std::vector<std::string> keys;        // each twice: as it was used and as it lay in keys.db
};
[[nodiscard]] Result<ErasureEvidence> evidenceOf(HomeStore &store, const std::vector<StreamId> &streams);

/**
 * Carries the order out, as far as it is not: bodies gone, an erasure in `home`, the resident closed, keys
 * and their escrow dead, the files scrubbed. What is done stays done; after an error or a power cut it is
 * called again. The order stands in the erased file before: whoever finds it there finishes it. StoreBusy
 * while another process reads.
 */
[[nodiscard]] Status carryOut(HomeStore &store, const Office::Ports &ports, const ErasureOrder &order);

/**
 * For a start, a restore, a recovery: file and log know the same erasures afterwards, and all of them are
 * carried out. How many orders had anything left to do. Nobody may be served before it has returned without
 * error.
 */
[[nodiscard]] Result<std::size_t> finishErasures(HomeStore &store, const HomePaths &paths,
                                                 const Office::Ports &ports);

} // namespace trivsel::server
