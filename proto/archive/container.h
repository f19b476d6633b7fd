#pragma once

#include "archive.pb.h"
#include "proto/base/ids.h"
#include "proto/seal/hasher.h"
#include "proto/seal/keys.h"
#include "proto/seal/secret_stream.h"

#include <functional>
#include <optional>

namespace trivsel::archive {

using seal::ArchiveKey;

/** Newest format of the file around the records that this program writes and reads. */
inline constexpr int kFormat = 1;
inline constexpr std::size_t kHeaderBytesMax = std::size_t{64} * 1024;
/** Records are put into a piece up to here; one record more may make it longer, never past kPieceBytesMax. */
inline constexpr std::size_t kPieceBytes = std::size_t{256} * 1024;
inline constexpr std::size_t kPieceBytesMax = 1'048'576;

/** Appends bytes to the file. */
using Sink = std::function<Status(std::string_view)>;
/** Up to so many of the next bytes; fewer only at the end of the file. */
using Source = std::function<Result<std::string>(std::size_t)>;

/**
 * Writes one archive: header, sealed pieces, digest, signature. `header` without stream_header and signer,
 * which are filled in here. The file is whole when finish() returned; before that no reader takes it.
 */
class Writer
{
public:
    static Result<Writer> begin(v1::Header header, const ArchiveKey &key, const seal::SignSecret &signer,
                                Sink sink);
    /** Collects, and writes a piece when there is enough. TooLarge when one record fits no piece. */
    [[nodiscard]] Status add(v1::Records &&records);
    /** The digest of the file: what a next segment calls `previous`. */
    [[nodiscard]] Result<Hash256> finish();

private:
    Writer(seal::StreamSealer sealer, const seal::SignSecret &signer, Sink sink);
    [[nodiscard]] Status put(std::string_view bytes);
    [[nodiscard]] Status writePiece(std::string_view plain, bool last);
    [[nodiscard]] Status flush();

    seal::StreamSealer m_sealer;
    seal::SignSecret m_signer;
    Sink m_sink;
    seal::Hasher<32> m_digest;
    Hash256 m_bound;
    v1::Records m_collected;
    std::size_t m_bytes = 0;
};

/**
 * Reads one archive, piece by piece, never more than one in memory. Nothing that next() gives counts before
 * it has given nullopt once: only then the file was read to its end, and digest and signature held.
 */
class Reader
{
public:
    /** StoreForeign, StoreTooNew, StoreCorrupt (cut short, damaged). */
    static Result<Reader> begin(Source source);
    [[nodiscard]] const v1::Header &header() const { return m_header; }
    /** Before the first next(). SealBroken when the header is not of this key. */
    [[nodiscard]] Status useKey(const ArchiveKey &key);
    /** With a key: the records of the next piece. Without: empty records, so that damage is found without any
     * key. nullopt: the end was reached and all of it holds. StoreCorrupt, SealBroken. */
    [[nodiscard]] Result<std::optional<v1::Records>> next();
    /** Reads to the end. */
    [[nodiscard]] Status check();
    /** After the end: the file's digest. */
    [[nodiscard]] const Hash256 &digest() const { return m_digest; }
    [[nodiscard]] seal::SignPublic signer() const;

private:
    explicit Reader(Source source) : m_source(std::move(source)) {}
    [[nodiscard]] Result<std::string> take(std::size_t bytes, bool counted = true);
    [[nodiscard]] Result<std::uint32_t> takeLength();
    [[nodiscard]] Status finish();

    Source m_source;
    v1::Header m_header;
    seal::Hasher<32> m_hasher;
    std::optional<seal::StreamOpener> m_opener;
    Hash256 m_bound;
    Hash256 m_digest;
    bool m_lastSeen = false;
};

/** What stands in front of every archive, with its format's number. */
[[nodiscard]] std::string firstLine(int format);

} // namespace trivsel::archive
