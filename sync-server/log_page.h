#pragma once

#include "proto/session/server_session.h"

namespace trivsel::server {

/** So many rows of the log are looked at for one page: with few of them granted it ends early, so that others
 * get a turn. */
inline constexpr std::size_t kRowsPerPageMax = 8'192;
/** And so many bytes, whoever they are for: a row may have 256 KiB. */
inline constexpr std::size_t kBytesPerPageMax = std::size_t{4} * 1024 * 1024;

/** ServerPort::page: the next batch of the log, of these streams only, with the proofs that cover it. */
[[nodiscard]] Result<session::ServerPort::Page>
readPage(journal::Journal &journal, const std::vector<StreamId> &streams, std::uint64_t afterSeq);

} // namespace trivsel::server
