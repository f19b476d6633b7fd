#pragma once

#include "proto/base/bytes.h"
#include "proto/base/error.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

struct sqlite3;
struct sqlite3_stmt;

namespace trivsel::journal {

class Database;

/** A prepared statement in use: bind by position (1 …), step, read columns (0 …). Resets itself when it goes away. */
class Statement
{
public:
    ~Statement();
    Statement(Statement &&other) noexcept;
    Statement &operator=(Statement &&) = delete;

    Statement &bind(int at, std::int64_t value);
    Statement &bindUnsigned(int at, std::uint64_t value); // stored as its two's complement; order by it is not numeric past 2^63
    Statement &bindBlob(int at, std::string_view bytes);
    Statement &bindText(int at, std::string_view text);
    Statement &bindNull(int at);

    /** True while there is a row. Store… errors. */
    [[nodiscard]] Result<bool> step();
    /** For statements without rows. */
    [[nodiscard]] Status run();

    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] std::uint64_t unsignedInteger(int column) const;
    [[nodiscard]] std::string blob(int column) const;
    [[nodiscard]] std::string text(int column) const;
    [[nodiscard]] bool isNull(int column) const;

private:
    friend class Database;
    Statement(Database &db, sqlite3_stmt *statement) : m_db(&db), m_statement(statement) {}
    Database *m_db;
    sqlite3_stmt *m_statement;
};

struct OpenOptions
{
    bool create = true;
    bool readOnly = false;
    std::uint32_t applicationId = 0; // PRAGMA application_id: ours or StoreForeign
    int userVersion = 1;             // newest schema this program knows: newer on disk = StoreTooNew
    std::string vfs;                 // empty = default; the fault tests pass their own
};

/** One SQLite connection with our pragmas: WAL, synchronous=FULL, foreign_keys, secure_delete, incremental auto_vacuum. */
class Database
{
public:
    /** StoreMissing, StoreForeign, StoreTooNew, StoreCorrupt, StoreReadOnly, StoreFull, StoreBusy, StoreFailed. */
    static Result<Database> open(const std::filesystem::path &file, const OpenOptions &options);
    ~Database();
    Database(Database &&other) noexcept;
    Database &operator=(Database &&) = delete;

    /** Cached; the text must be a literal or outlive the database. A statement must not be in use twice at once. */
    [[nodiscard]] Result<Statement> prepare(std::string_view sql);
    [[nodiscard]] Status execute(const std::string &sql);
    [[nodiscard]] int userVersion();
    /** Grows when another connection has committed. */
    [[nodiscard]] std::int64_t dataVersion();
    [[nodiscard]] Error lastError(const char *what) const;
    [[nodiscard]] sqlite3 *handle() const { return m_handle; }

private:
    explicit Database(sqlite3 *handle) : m_handle(handle) {}
    sqlite3 *m_handle = nullptr;
    std::unordered_map<std::string_view, sqlite3_stmt *> m_cache;
};

/** BEGIN IMMEDIATE; rolled back when it goes away uncommitted. */
class Transaction
{
public:
    static Result<Transaction> begin(Database &db);
    ~Transaction();
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    /** After an error of COMMIT nothing counts as saved: the caller must stop, never acknowledge. */
    [[nodiscard]] Status commit();

private:
    explicit Transaction(Database &db) : m_db(&db) {}
    Database *m_db;
};

} // namespace trivsel::journal
