#pragma once

#include "proto/journal/sqlite.h"
#include "proto/seal/keys.h"

#include <map>
#include <vector>

namespace trivsel::journal {

struct KeyRow
{
    StreamId stream;
    std::uint32_t version = 0;
    seal::StreamKey key;
};

/**
 * keys.db: stream keys, each wrapped by the holder's wrap key, apart from the journal so that backups of keys
 * can age out. Same on tablets (wrap key from the KeyStore port) and on the server (a 0400 file outside
 * both). One thread.
 */
class KeyDb
{
public:
    static constexpr std::uint32_t kApplicationId = 0x5452564B; // "TRVK"
    static constexpr int kSchema = 1;

    /** Store… errors; SealBroken when the wrap key is not the one that the file was made with. */
    static Result<KeyDb> open(const std::filesystem::path &file, const seal::WrapKey &wrapKey,
                              OpenOptions options, const Random &random);

    /** Durable when it returns. The same key again is fine; another one under the same version is refused:
     * Internal. */
    [[nodiscard]] Status put(const StreamId &stream, std::uint32_t version, const seal::StreamKey &key);
    /** All or none; as put(), for each. */
    [[nodiscard]] Status putAll(const std::vector<KeyRow> &rows);
    [[nodiscard]] std::optional<seal::StreamKey> key(const StreamId &stream, std::uint32_t version) const;
    /** Newest version held; 0 when none. */
    [[nodiscard]] std::uint32_t newest(const StreamId &stream) const;
    /** Versions held up to this one, rising; they need not be contiguous. */
    [[nodiscard]] std::vector<std::uint32_t> versions(const StreamId &stream, std::uint32_t upto) const;
    [[nodiscard]] std::vector<KeyRow> all() const;
    /** Every version of the stream's key as it lies in the file, to look for after destroy(). */
    [[nodiscard]] Result<std::vector<std::string>> wrapped(const StreamId &stream);
    /** Every version of the stream's key, from memory, file and write-ahead log. StoreBusy when another
     * process reads. */
    [[nodiscard]] Status destroy(const StreamId &stream);
    /** Re-reads what other processes have put. Cheap when they have not. */
    [[nodiscard]] Status reload();
    /** As Database::failure(). */
    [[nodiscard]] const Failure &failure() const { return m_db.failure(); }

private:
    KeyDb(Database db, const seal::WrapKey &wrapKey, Random random)
        : m_db(std::move(db)), m_wrapKey(wrapKey), m_random(std::move(random))
    {
    }
    [[nodiscard]] Status checkWrapKey();
    [[nodiscard]] Status load();
    Database m_db;
    seal::WrapKey m_wrapKey;
    Random m_random;
    std::int64_t m_dataVersion = 0;
    std::map<std::pair<StreamId, std::uint32_t>, seal::StreamKey> m_keys;
};

} // namespace trivsel::journal
