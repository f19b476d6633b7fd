#pragma once

#include "proto/base/bytes.h"
#include "proto/base/error.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

struct sqlite3;
struct sqlite3_stmt;

namespace trivsel::journal {

class Database;

/** Why nothing may be written any more: the first fsync or COMMIT that failed. */
using Failure = std::optional<Error>;

/**
 * A prepared statement in use: bind by position (1 …), step, read columns (0 …). Resets itself when it goes
 * away. Bound bytes are copied. An error of a bind is told by the next step().
 */
class Statement
{
public:
    ~Statement();
    Statement(Statement &&other) noexcept;
    Statement &operator=(Statement &&) = delete;

    Statement &bind(int at, std::int64_t value);
    Statement &
    bindUnsigned(int at,
                 std::uint64_t value); // stored as its two's complement; order by it is not numeric past 2^63
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
    struct Prepared
    {
        sqlite3_stmt *statement = nullptr;
        bool inUse = false;
    };
    /** `cached` is null for a statement that is thrown away after use. */
    Statement(Prepared *cached, sqlite3_stmt *statement, Failure *failure)
        : m_cached(cached), m_statement(statement), m_failure(failure)
    {
    }
    void noteBind(int code);
    Prepared *m_cached;
    sqlite3_stmt *m_statement;
    Failure *m_failure;
    int m_bindError = 0;
};

struct OpenOptions
{
    /** Makes a file that is missing or empty. Only for a first start: without it a file cut to nothing is
     * StoreCorrupt, so that nobody goes on with an empty house as if nothing had happened. */
    bool create = false;
    bool readOnly = false;
    std::uint32_t applicationId = 0; // PRAGMA application_id: ours or StoreForeign
    int userVersion = 1;             // newest schema this program knows: newer on disk = StoreTooNew
    std::string vfs{};               // empty = default; the fault tests pass their own
    int busyMs = 2'000;              // how long to wait for another process before StoreBusy
};

/**
 * One SQLite connection with our pragmas: WAL, synchronous=FULL, foreign_keys, secure_delete, incremental
 * auto_vacuum. One thread at a time.
 */
class Database
{
public:
    /** StoreMissing, StoreForeign, StoreTooNew, StoreCorrupt, StoreReadOnly, StoreFull, StoreBusy,
     * StoreFailed. A file that is refused is not changed. A page that is damaged further in is told as
     * StoreCorrupt by the call that meets it. */
    static Result<Database> open(const std::filesystem::path &file, const OpenOptions &options);
    ~Database();
    Database(Database &&other) noexcept;
    Database &operator=(Database &&) = delete;

    /** Cached by its text. A text that is in use already is prepared anew. */
    [[nodiscard]] Result<Statement> prepare(std::string_view sql);
    [[nodiscard]] Status execute(const std::string &sql);
    [[nodiscard]] int userVersion();
    /** Grows when another connection has committed. */
    [[nodiscard]] std::int64_t dataVersion();
    [[nodiscard]] Error lastError(const char *what) const;
    [[nodiscard]] sqlite3 *handle() const { return m_handle; }
    [[nodiscard]] bool inTransaction() const;
    /** Rows that the last INSERT, UPDATE or DELETE touched. */
    [[nodiscard]] int changes() const;
    /** Set by an fsync or COMMIT that failed for anything but room: what reached the disk is not known then,
     * and a later fsync would not tell. From there on every Transaction::begin() says this; only opening the
     * file again, which reads what is there, ends it. */
    [[nodiscard]] const Failure &failure() const { return *m_failure; }
    /** Empties the write-ahead log into the file, so that what was deleted lies in neither. */
    [[nodiscard]] Status checkpoint();

private:
    friend class Transaction;
    explicit Database(sqlite3 *handle) : m_handle(handle) {}
    sqlite3 *m_handle = nullptr;
    std::unique_ptr<Failure> m_failure = std::make_unique<Failure>(); // statements point to it
    struct TextHash : std::hash<std::string_view>
    {
        using is_transparent = void;
    };
    std::unordered_map<std::string, Statement::Prepared, TextHash, std::equal_to<>> m_cache;
};

/** BEGIN IMMEDIATE; rolled back when it goes away uncommitted. They do not nest. */
class Transaction
{
public:
    /** Database::failure() when there is one, else Store… errors. */
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

/** One unmoving view of the database for as long as it lives; writers in other processes are not held up.
 * They do not nest. */
class ReadTransaction
{
public:
    static Result<ReadTransaction> begin(Database &db);
    ~ReadTransaction();
    ReadTransaction(ReadTransaction &&other) noexcept;
    ReadTransaction &operator=(ReadTransaction &&) = delete;

private:
    explicit ReadTransaction(Database &db) : m_db(&db) {}
    Database *m_db;
};

} // namespace trivsel::journal
