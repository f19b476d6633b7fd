#include "app/engine/tablet_store.h"

#include <charconv>

namespace trivsel::engine {

namespace {

constexpr char kTables[] = R"sql(
CREATE TABLE IF NOT EXISTS draft(
    id BLOB PRIMARY KEY NOT NULL, stream BLOB NOT NULL, key INTEGER NOT NULL, sent INTEGER NOT NULL, sealed BLOB NOT NULL);
CREATE INDEX IF NOT EXISTS draft_by_stream ON draft(stream);
CREATE TABLE IF NOT EXISTS own_incarnation(number INTEGER PRIMARY KEY, inc INTEGER NOT NULL UNIQUE);
CREATE TABLE IF NOT EXISTS office_incarnation(inc INTEGER PRIMARY KEY);
CREATE TABLE IF NOT EXISTS outbox(
    stream BLOB NOT NULL, inc INTEGER NOT NULL, ctr INTEGER NOT NULL, state INTEGER NOT NULL, reason INTEGER NOT NULL,
    PRIMARY KEY(stream, inc, ctr)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS outbox_pending ON outbox(stream, inc, ctr) WHERE state = 0;
CREATE INDEX IF NOT EXISTS outbox_durable ON outbox(stream, inc, ctr) WHERE state = 1;
CREATE TABLE IF NOT EXISTS suspect(
    stream BLOB NOT NULL, inc INTEGER NOT NULL, ctr INTEGER NOT NULL, failures INTEGER NOT NULL,
    PRIMARY KEY(stream, inc, ctr)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS stream_grant(
    stream BLOB PRIMARY KEY NOT NULL, key INTEGER NOT NULL, after_seq INTEGER NOT NULL, filled INTEGER NOT NULL)
    WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS withdrawn(stream BLOB PRIMARY KEY NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS trip(resident BLOB PRIMARY KEY NOT NULL, home INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS sign_in(id INTEGER PRIMARY KEY CHECK(id = 1), sealed BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS audit(number INTEGER PRIMARY KEY, sealed BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS audit_tip(id INTEGER PRIMARY KEY CHECK(id = 1), sealed BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS kept_definition(hash BLOB PRIMARY KEY NOT NULL, bytes BLOB NOT NULL);
)sql";

// Since 5: the change that took the entry to the office. Older entries are handed over at the next sync.
constexpr int kAuditSent = 5;
constexpr char kAuditSentColumns[] = R"sql(
ALTER TABLE audit ADD COLUMN stream BLOB;
ALTER TABLE audit ADD COLUMN inc INTEGER;
ALTER TABLE audit ADD COLUMN ctr INTEGER;
)sql";

// Since 6: which breaks count, and when what was set aside was offered. Older breaks may have been the
// line's.
constexpr int kSuspectsProven = 6;
constexpr char kSuspectColumns[] = R"sql(
ALTER TABLE suspect ADD COLUMN proven INTEGER NOT NULL DEFAULT 0;
ALTER TABLE suspect ADD COLUMN offered_ms INTEGER NOT NULL DEFAULT 0;
ALTER TABLE suspect ADD COLUMN epoch INTEGER NOT NULL DEFAULT 0;
ALTER TABLE suspect ADD COLUMN app TEXT NOT NULL DEFAULT '';
)sql";

constexpr std::string_view kSchemaKey = "engine.schema";

} // namespace

Result<std::unique_ptr<TabletStore>> TabletStore::open(DataDir dir, const seal::WrapKey &wrapKey, bool create,
                                                       const std::string &vfs, const Random &random)
{
    journal::OpenOptions options;
    options.create = create;
    options.vfs = vfs;
    auto keys = journal::KeyDb::open(dir.keys(), wrapKey, options, random);
    if (!keys) {
        return tl::unexpected(keys.error());
    }
    auto journal = journal::Journal::open(dir.journal(), options);
    if (!journal) {
        return tl::unexpected(journal.error());
    }
    std::unique_ptr<TabletStore> store(
        new TabletStore(std::move(dir), std::move(*journal), std::move(*keys)));
    TRIVSEL_TRY(store->createTables());
    store->lookForRoom();
    return store;
}

Status TabletStore::createTables()
{
    auto schema = metaNumber(kSchemaKey, 0);
    if (!schema) {
        return tl::unexpected(schema.error());
    }
    if (*schema > kEngineSchema) {
        return fail(Errc::StoreTooNew, "drafts were written by a newer program");
    }
    if (*schema == kEngineSchema) {
        return {};
    }
    return write([this, &schema]() -> Status {
        TRIVSEL_TRY(database().execute(kTables));
        if (*schema < kAuditSent) {
            TRIVSEL_TRY(database().execute(kAuditSentColumns));
        }
        if (*schema < kSuspectsProven) {
            TRIVSEL_TRY(database().execute(kSuspectColumns));
        }
        return setMetaNumber(kSchemaKey, kEngineSchema);
    });
}

Status TabletStore::write(const std::function<Status()> &work)
{
    for (const journal::Failure *failure : {&database().failure(), &m_keys.failure()}) {
        if (*failure) {
            return tl::unexpected(**failure);
        }
    }
    Status done = attempt(work);
    if (!done && done.error().code() == Errc::StoreFull) {
        m_shortOfRoom = true;
        if (m_dir.releaseReserve()) {
            done = attempt(work);
        }
    }
    return done;
}

Status TabletStore::attempt(const std::function<Status()> &work)
{
    Status done;
    {
        auto transaction = journal::Transaction::begin(database());
        if (!transaction) {
            done = tl::unexpected(transaction.error());
        } else if (done = work(); done) {
            done = transaction->commit();
        }
    } // without commit it is rolled back here, before memory follows
    for (CommitListener *listener : m_listeners) {
        if (done) {
            listener->committed();
        } else {
            listener->rolledBack();
        }
    }
    return done;
}

void TabletStore::lookForRoom()
{
    const bool reserved = m_dir.keepReserve();
    m_shortOfRoom = !reserved || m_dir.isLowOnRoom();
}

Result<std::int64_t> TabletStore::metaNumber(std::string_view key, std::int64_t otherwise)
{
    auto text = m_journal.meta(key);
    if (!text) {
        return tl::unexpected(text.error());
    }
    if (!*text) {
        return otherwise;
    }
    std::int64_t value = 0;
    const std::string &digits = **text;
    const auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (failed != std::errc() || end != digits.data() + digits.size()) {
        return fail(Errc::StoreCorrupt, "a stored number is damaged");
    }
    return value;
}

Status TabletStore::setMetaNumber(std::string_view key, std::int64_t value)
{
    return m_journal.setMeta(key, std::to_string(value));
}

} // namespace trivsel::engine
