#pragma once

#include "proto/base/error.h"

#include <cstdint>
#include <string>

struct sqlite3_vfs;

namespace trivsel::journal {

enum class FileState { Missing, Empty, Present };

/**
 * Looks at the first bytes of a database before SQLite may touch it, so that a refused file stays as it is.
 * Reads through the VFS: closing a plain descriptor would let go of the locks that this process holds on the
 * file. StoreCorrupt, StoreForeign, StoreTooNew, StoreReadOnly, StoreFailed.
 */
[[nodiscard]] Result<FileState> checkHeader(sqlite3_vfs *vfs, const std::string &file,
                                            std::uint32_t applicationId, int userVersionMax);

/** The Store… error that an extended SQLite result code stands for. */
[[nodiscard]] Errc errcOf(int sqliteCode);

} // namespace trivsel::journal
