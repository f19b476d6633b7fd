#include "proto/journal/sqlite.h"

#include "proto/journal/header_check.h"

#include <cerrno>
#include <sqlite3.h>
#include <utility>

namespace trivsel::journal {

namespace {

Error errorOf(int code, sqlite3 *handle, const char *what)
{
    std::string detail = what;
    detail += ": ";
    detail += handle != nullptr ? sqlite3_errmsg(handle) : sqlite3_errstr(code);
    if ((code & 0xff) == SQLITE_CANTOPEN && handle != nullptr) {
        const int system = sqlite3_system_errno(handle);
        if (system == EACCES || system == EROFS || system == EPERM) {
            return Error(Errc::StoreReadOnly, std::move(detail));
        }
        if (system == ENOSPC || system == EDQUOT) {
            return Error(Errc::StoreFull, std::move(detail));
        }
    }
    return Error(errcOf(code), std::move(detail));
}

/** After a failed fsync the system counts the data as written, and the next fsync is no proof of anything. */
Error noted(int code, Error error, Failure &failure)
{
    if ((code == SQLITE_IOERR_FSYNC || code == SQLITE_IOERR_DIR_FSYNC) && !failure) {
        failure = error;
    }
    return error;
}

} // namespace

// --- Statement ---

Statement::Statement(Statement &&other) noexcept
    : m_cached(std::exchange(other.m_cached, nullptr)),
      m_statement(std::exchange(other.m_statement, nullptr)),
      m_failure(other.m_failure),
      m_bindError(other.m_bindError)
{
}

Statement::~Statement()
{
    if (m_statement == nullptr) {
        return;
    }
    if (m_cached == nullptr) {
        sqlite3_finalize(m_statement);
        return;
    }
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
    m_cached->inUse = false;
}

void Statement::noteBind(int code)
{
    if (code != SQLITE_OK && m_bindError == SQLITE_OK) {
        m_bindError = code;
    }
}

Statement &Statement::bind(int at, std::int64_t value)
{
    noteBind(sqlite3_bind_int64(m_statement, at, value));
    return *this;
}

Statement &Statement::bindUnsigned(int at, std::uint64_t value)
{
    return bind(at, static_cast<std::int64_t>(value));
}

Statement &Statement::bindBlob(int at, std::string_view bytes)
{
    // A null pointer would store NULL instead of an empty blob.
    const char *data = bytes.data() != nullptr ? bytes.data() : "";
    noteBind(sqlite3_bind_blob64(m_statement, at, data, bytes.size(), SQLITE_TRANSIENT));
    return *this;
}

Statement &Statement::bindText(int at, std::string_view text)
{
    const char *data = text.data() != nullptr ? text.data() : "";
    noteBind(sqlite3_bind_text64(m_statement, at, data, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
    return *this;
}

Statement &Statement::bindNull(int at)
{
    noteBind(sqlite3_bind_null(m_statement, at));
    return *this;
}

Result<bool> Statement::step()
{
    if (m_bindError != SQLITE_OK) {
        return tl::unexpected<Error>(errorOf(m_bindError, nullptr, "bind"));
    }
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW) {
        return true;
    }
    if (code == SQLITE_DONE) {
        return false;
    }
    return tl::unexpected<Error>(
        noted(code, errorOf(code, sqlite3_db_handle(m_statement), "step"), *m_failure));
}

Status Statement::run()
{
    for (;;) {
        const Result<bool> row = step();
        if (!row) {
            return tl::unexpected<Error>(row.error());
        }
        if (!*row) {
            return {};
        }
    }
}

std::int64_t Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

std::uint64_t Statement::unsignedInteger(int column) const
{
    return static_cast<std::uint64_t>(integer(column));
}

std::string Statement::blob(int column) const
{
    const void *data = sqlite3_column_blob(m_statement, column); // before the length: it may convert
    const int bytes = sqlite3_column_bytes(m_statement, column);
    return data != nullptr ? std::string(static_cast<const char *>(data), static_cast<std::size_t>(bytes))
                           : std::string();
}

std::string Statement::text(int column) const
{
    const unsigned char *data = sqlite3_column_text(m_statement, column);
    const int bytes = sqlite3_column_bytes(m_statement, column);
    return data != nullptr
               ? std::string(reinterpret_cast<const char *>(data), static_cast<std::size_t>(bytes))
               : std::string();
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

// --- Database ---

Database::~Database()
{
    for (auto &[sql, prepared] : m_cache) {
        sqlite3_finalize(prepared.statement);
    }
    sqlite3_close_v2(m_handle);
}

Database::Database(Database &&other) noexcept
    : m_handle(std::exchange(other.m_handle, nullptr)),
      m_failure(std::move(other.m_failure)),
      m_cache(std::exchange(other.m_cache, {}))
{
}

Result<Statement> Database::prepare(std::string_view sql)
{
    const auto found = m_cache.find(sql);
    if (found != m_cache.end() && !found->second.inUse) {
        found->second.inUse = true;
        return Statement(&found->second, found->second.statement, m_failure.get());
    }
    sqlite3_stmt *statement = nullptr;
    const bool keep = found == m_cache.end();
    const unsigned flags = keep ? SQLITE_PREPARE_PERSISTENT : 0;
    const int code =
        sqlite3_prepare_v3(m_handle, sql.data(), static_cast<int>(sql.size()), flags, &statement, nullptr);
    if (code != SQLITE_OK) {
        return tl::unexpected<Error>(errorOf(code, m_handle, "prepare"));
    }
    if (!keep) {
        return Statement(nullptr, statement, m_failure.get());
    }
    auto &prepared = m_cache.emplace(sql, Statement::Prepared{statement, true}).first->second;
    return Statement(&prepared, statement, m_failure.get());
}

Status Database::execute(const std::string &sql)
{
    const int code = sqlite3_exec(m_handle, sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) {
        return tl::unexpected<Error>(noted(code, errorOf(code, m_handle, "execute"), *m_failure));
    }
    return {};
}

namespace {
std::int64_t pragma(Database &db, std::string_view sql)
{
    auto statement = db.prepare(sql);
    return statement && statement->step().value_or(false) ? statement->integer(0) : -1;
}
} // namespace

int Database::userVersion()
{
    return static_cast<int>(pragma(*this, "PRAGMA user_version"));
}

std::int64_t Database::dataVersion()
{
    return pragma(*this, "PRAGMA data_version");
}

Error Database::lastError(const char *what) const
{
    return errorOf(sqlite3_extended_errcode(m_handle), m_handle, what);
}

bool Database::inTransaction() const
{
    return sqlite3_get_autocommit(m_handle) == 0;
}

int Database::changes() const
{
    return sqlite3_changes(m_handle);
}

Status Database::checkpoint()
{
    const int code =
        sqlite3_wal_checkpoint_v2(m_handle, nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    if (code != SQLITE_OK) {
        return tl::unexpected<Error>(noted(code, errorOf(code, m_handle, "check-point"), *m_failure));
    }
    return {};
}

// --- Transaction ---

Result<Transaction> Transaction::begin(Database &db)
{
    if (db.failure()) {
        return tl::unexpected<Error>(*db.failure());
    }
    TRIVSEL_TRY(db.execute("BEGIN IMMEDIATE"));
    return Transaction(db);
}

Transaction::Transaction(Transaction &&other) noexcept : m_db(std::exchange(other.m_db, nullptr)) {}

Transaction::~Transaction()
{
    if (m_db != nullptr && m_db->inTransaction()) {
        static_cast<void>(m_db->execute("ROLLBACK"));
    }
}

Status Transaction::commit()
{
    TRIVSEL_ASSERT(m_db != nullptr);
    if (!m_db->inTransaction()) {
        // A full disk or an I/O error rolls back by itself; nothing of it may be acknowledged.
        return fail(Errc::StoreFailed, "the transaction was rolled back by an earlier error");
    }
    if (const Status committed = m_db->execute("COMMIT"); !committed) {
        const Errc code = committed.error().code();
        Failure &failure = *m_db->m_failure;
        if (code != Errc::StoreFull && code != Errc::StoreBusy && !failure) {
            failure = committed.error();
        }
        return committed;
    }
    m_db = nullptr;
    return {};
}

Result<ReadTransaction> ReadTransaction::begin(Database &db)
{
    TRIVSEL_TRY(db.execute("BEGIN"));
    ReadTransaction transaction(db);
    // The view begins with the first read.
    auto first = db.prepare("SELECT count(*) FROM sqlite_schema");
    if (!first) {
        return tl::unexpected<Error>(first.error());
    }
    TRIVSEL_TRY(first->step());
    return transaction;
}

ReadTransaction::ReadTransaction(ReadTransaction &&other) noexcept : m_db(std::exchange(other.m_db, nullptr))
{
}

ReadTransaction::~ReadTransaction()
{
    if (m_db != nullptr && m_db->inTransaction()) {
        (void)m_db->execute("ROLLBACK");
    }
}

} // namespace trivsel::journal
