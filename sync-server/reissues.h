#pragma once

#include "proto/journal/journal.h"

namespace trivsel::server {

/**
 * Held changes whose words a person has let in under an id of the office: under which. Beside the log in
 * home.db, not part of a backup. Writing calls belong inside the caller's transaction.
 */

/** Decided; before the office has written it. */
[[nodiscard]] Status decideReissue(journal::Journal &journal, const seal::SealedChange &change);
/** It stands under this dot of the same stream. */
[[nodiscard]] Status noteReissue(journal::Journal &journal, const ChangeId &id, const Dot &anew);
/** Its words are not held a second time when its tablet offers them again. */
[[nodiscard]] Result<bool> isReissued(journal::Journal &journal, const seal::SealedChange &change);
/** Whose signature covered a change of a profile when it was held: its words may be let in under an id of the
 * office, where only the office signs. */
[[nodiscard]] Status noteSigner(journal::Journal &journal, const seal::SealedChange &change,
                                const DeviceId &signer);
/** nullopt also after a restore. */
[[nodiscard]] Result<std::optional<DeviceId>> signerOfReissued(journal::Journal &journal,
                                                               const wire::v1::Change &anew);
/** Where the words of these ranges stand that have no place of their own in the log: from, to. Looks at
 * kReissuesLookedAt counters at most. */
[[nodiscard]] Result<std::vector<std::pair<Dot, Dot>>>
reissuesOf(journal::Journal &journal, const StreamId &stream, const std::vector<journal::Range> &ranges);
inline constexpr std::uint64_t kReissuesLookedAt = 64;

} // namespace trivsel::server
