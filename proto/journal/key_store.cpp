#include "proto/journal/key_store.h"

#include "proto/journal/migrate.h"
#include "proto/journal/rows.h"
#include "proto/seal/same_secret.h"

namespace trivsel::journal {

namespace {

constexpr std::string_view kCheckContext = "trivsel.keys.check.1";
constexpr std::string_view kCheckPlain = "these keys are ours";

Status toVersion1(Database &db)
{
    return db.execute(R"sql(
        CREATE TABLE key (
            stream BLOB NOT NULL,
            version INTEGER NOT NULL,
            wrapped BLOB NOT NULL,
            PRIMARY KEY (stream, version)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE wrap_check (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            wrapped BLOB NOT NULL
        ) STRICT;
    )sql");
}

constexpr Migration kSteps[] = {
    {1, toVersion1},
};
static_assert(inOrder(kSteps, KeyDb::kSchema), "versions must increase; did a merge give one number twice?");

/** A row can't be moved to another stream or version: both are authenticated with the key. */
std::string contextOf(const StreamId &stream, std::uint32_t version)
{
    return "trivsel.key.1" + stream.str() + std::to_string(version);
}

} // namespace

Result<KeyDb> KeyDb::open(const std::filesystem::path &file, const seal::WrapKey &wrapKey,
                          OpenOptions options, const Random &random)
{
    options.applicationId = kApplicationId;
    options.userVersion = kSchema;
    Result<Database> db = Database::open(file, options);
    if (!db) {
        return tl::unexpected<Error>(std::move(db).error());
    }
    if (!options.readOnly) {
        TRIVSEL_TRY(migrate(*db, kSteps));
    }
    KeyDb out(std::move(*db), wrapKey, random);
    TRIVSEL_TRY(out.checkWrapKey());
    TRIVSEL_TRY(out.load());
    return out;
}

Status KeyDb::checkWrapKey()
{
    {
        TRIVSEL_PREPARE(read, m_db, "SELECT wrapped FROM wrap_check");
        TRIVSEL_STEP(found, read);
        if (found) {
            const auto plain = seal::unwrap(m_wrapKey, kCheckContext, read.blob(0));
            return plain && *plain == kCheckPlain ? Status()
                                                  : fail(Errc::SealBroken, "keys of another wrap key");
        }
    }
    auto transaction = Transaction::begin(m_db);
    if (!transaction) {
        return tl::unexpected<Error>(transaction.error());
    }
    TRIVSEL_PREPARE(write, m_db, "INSERT INTO wrap_check (id, wrapped) VALUES (1, ?)");
    write.bindBlob(1, seal::wrap(m_wrapKey, kCheckContext, kCheckPlain, m_random));
    TRIVSEL_TRY(write.run());
    return transaction->commit();
}

Status KeyDb::load()
{
    const std::int64_t dataVersion = m_db.dataVersion();
    std::map<std::pair<StreamId, std::uint32_t>, seal::StreamKey> keys;
    TRIVSEL_PREPARE(sql, m_db, "SELECT stream, version, wrapped FROM key");
    for (;;) {
        TRIVSEL_STEP(row, sql);
        if (!row) {
            break;
        }
        const auto stream = StreamId::from(sql.blob(0));
        const auto version = static_cast<std::uint32_t>(sql.integer(1));
        if (!stream) {
            return fail(Errc::StoreCorrupt, "stream of a key");
        }
        const auto plain = seal::unwrap(m_wrapKey, contextOf(*stream, version), sql.blob(2));
        const auto key = plain ? seal::StreamKey::from(*plain) : std::nullopt;
        if (!key) {
            return fail(Errc::SealBroken, "a key of another wrap key");
        }
        keys.emplace(std::pair(*stream, version), *key);
    }
    m_keys = std::move(keys);
    m_dataVersion = dataVersion; // only now: what could not be read is read the next time
    return {};
}

Status KeyDb::put(const StreamId &stream, std::uint32_t version, const seal::StreamKey &key)
{
    return putAll({{stream, version, key}});
}

Status KeyDb::putAll(const std::vector<KeyRow> &rows)
{
    TRIVSEL_TRY(reload());
    std::vector<KeyRow> fresh;
    for (const KeyRow &row : rows) {
        const auto known = key(row.stream, row.version);
        if (known && !seal::sameSecret(known->view(), row.key.view())) {
            return fail(Errc::Internal, "another key under the same version");
        }
        if (!known) {
            fresh.push_back(row);
        }
    }
    if (fresh.empty()) {
        return {};
    }
    auto transaction = Transaction::begin(m_db);
    if (!transaction) {
        return tl::unexpected<Error>(transaction.error());
    }
    for (const KeyRow &row : fresh) {
        // Plain INSERT: when another process was quicker with this version, it fails rather than change a key
        // in use.
        TRIVSEL_PREPARE(sql, m_db, "INSERT INTO key (stream, version, wrapped) VALUES (?, ?, ?)");
        sql.bindBlob(1, row.stream.str())
            .bind(2, row.version)
            .bindBlob(3, seal::wrap(m_wrapKey, contextOf(row.stream, row.version), textOf(row.key.view()),
                                    m_random));
        TRIVSEL_TRY(sql.run());
    }
    TRIVSEL_TRY(transaction->commit());
    for (const KeyRow &row : fresh) {
        m_keys.emplace(std::pair(row.stream, row.version), row.key);
    }
    return {};
}

std::vector<std::uint32_t> KeyDb::versions(const StreamId &stream, std::uint32_t upto) const
{
    std::vector<std::uint32_t> out;
    for (auto at = m_keys.lower_bound(std::pair(stream, 0U));
         at != m_keys.end() && at->first.first == stream && at->first.second <= upto; ++at) {
        out.push_back(at->first.second);
    }
    return out;
}

std::optional<seal::StreamKey> KeyDb::key(const StreamId &stream, std::uint32_t version) const
{
    const auto found = m_keys.find(std::pair(stream, version));
    return found != m_keys.end() ? std::optional(found->second) : std::nullopt;
}

std::uint32_t KeyDb::newest(const StreamId &stream) const
{
    const auto after = m_keys.upper_bound(std::pair(stream, UINT32_MAX));
    return after != m_keys.begin() && std::prev(after)->first.first == stream ? std::prev(after)->first.second
                                                                              : 0;
}

std::vector<KeyRow> KeyDb::all() const
{
    std::vector<KeyRow> out;
    out.reserve(m_keys.size());
    for (const auto &[id, key] : m_keys) {
        out.push_back({id.first, id.second, key});
    }
    return out;
}

Result<std::vector<std::string>> KeyDb::wrapped(const StreamId &stream)
{
    std::vector<std::string> out;
    TRIVSEL_PREPARE(sql, m_db, "SELECT wrapped FROM key WHERE stream = ?");
    sql.bindBlob(1, stream.str());
    for (;;) {
        TRIVSEL_STEP(row, sql);
        if (!row) {
            return out;
        }
        out.push_back(sql.blob(0));
    }
}

Status KeyDb::destroy(const StreamId &stream)
{
    {
        auto transaction = Transaction::begin(m_db);
        if (!transaction) {
            return tl::unexpected<Error>(transaction.error());
        }
        TRIVSEL_PREPARE(sql, m_db, "DELETE FROM key WHERE stream = ?");
        sql.bindBlob(1, stream.str());
        TRIVSEL_TRY(sql.run());
        TRIVSEL_TRY(transaction->commit());
    }
    std::erase_if(m_keys, [&stream](const auto &row) { return row.first.first == stream; });
    return m_db.checkpoint();
}

Status KeyDb::reload()
{
    return m_db.dataVersion() == m_dataVersion ? Status() : load();
}

} // namespace trivsel::journal
