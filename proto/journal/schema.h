#pragma once

#include "proto/journal/migrate.h"

namespace trivsel::journal {

/** Brings the journal's tables to Journal::kSchema. */
[[nodiscard]] Status migrateJournal(Database &db);

} // namespace trivsel::journal
