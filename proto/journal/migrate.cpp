#include "proto/journal/migrate.h"

namespace trivsel::journal {

Status migrate(Database &db, std::span<const Migration> steps)
{
    for (const Migration &step : steps) {
        if (step.version <= db.userVersion()) {
            continue;
        }
        auto transaction = Transaction::begin(db);
        if (!transaction) {
            return tl::unexpected<Error>(transaction.error());
        }
        // Another process may have been quicker while this one waited for the lock.
        if (step.version <= db.userVersion()) {
            continue;
        }
        TRIVSEL_TRY(step.run(db));
        TRIVSEL_TRY(db.execute("PRAGMA user_version=" + std::to_string(step.version)));
        TRIVSEL_TRY(transaction->commit());
    }
    return {};
}

} // namespace trivsel::journal
