#include "proto/journal/schema.h"

#include "proto/journal/journal.h"

namespace trivsel::journal {

namespace {

// inc, lamport and log are unsigned 64 bit, stored as their two's complement; ctr stays below 2^63 so that it
// orders.
Status toVersion1(Database &db)
{
    return db.execute(R"sql(
        CREATE TABLE stream (
            id INTEGER PRIMARY KEY,
            stream BLOB NOT NULL UNIQUE,
            set_hash BLOB NOT NULL,
            lamport INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE change (
            seq INTEGER PRIMARY KEY,
            stream INTEGER NOT NULL REFERENCES stream (id),
            inc INTEGER NOT NULL,
            ctr INTEGER NOT NULL,
            lamport INTEGER NOT NULL,
            key INTEGER NOT NULL,
            hash BLOB NOT NULL,
            header BLOB NOT NULL,
            nonce BLOB NOT NULL,
            body BLOB NOT NULL,
            gone INTEGER NOT NULL,
            log INTEGER NOT NULL,
            UNIQUE (inc, stream, ctr)
        ) STRICT;
        CREATE INDEX change_stream ON change (stream);
        CREATE TABLE tip (
            stream INTEGER NOT NULL REFERENCES stream (id),
            inc INTEGER NOT NULL,
            ctr INTEGER NOT NULL,
            head BLOB NOT NULL,
            highest INTEGER NOT NULL,
            PRIMARY KEY (stream, inc)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE proof (
            stream BLOB NOT NULL,
            inc INTEGER NOT NULL,
            last INTEGER NOT NULL,
            first INTEGER NOT NULL,
            device BLOB NOT NULL,
            prev_head BLOB NOT NULL,
            head BLOB NOT NULL,
            signature BLOB NOT NULL,
            PRIMARY KEY (stream, inc, last, first, device)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE quarantine (
            id INTEGER PRIMARY KEY,
            device BLOB NOT NULL,
            stream BLOB NOT NULL,
            inc INTEGER NOT NULL,
            ctr INTEGER NOT NULL,
            hash BLOB NOT NULL,
            header BLOB NOT NULL,
            nonce BLOB NOT NULL,
            body BLOB NOT NULL,
            gone INTEGER NOT NULL,
            reason INTEGER NOT NULL,
            received_ms INTEGER NOT NULL,
            bytes INTEGER NOT NULL,
            UNIQUE (device, stream, inc, ctr, hash)
        ) STRICT;
        CREATE INDEX quarantine_device ON quarantine (device, bytes);
        CREATE TABLE meta (
            key TEXT PRIMARY KEY,
            value BLOB NOT NULL
        ) STRICT, WITHOUT ROWID;
    )sql");
}

constexpr Migration kSteps[] = {
    {1, toVersion1},
};
static_assert(inOrder(kSteps, Journal::kSchema),
              "versions must increase; did a merge give one number twice?");

} // namespace

Status migrateJournal(Database &db)
{
    return migrate(db, kSteps);
}

} // namespace trivsel::journal
