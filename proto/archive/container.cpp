#include "proto/archive/container.h"

#include "proto/seal/parse.h"

#include <charconv>

namespace trivsel::archive {
namespace {

constexpr std::string_view kMagic = "trivsel-archive ";
constexpr std::size_t kFirstLineBytes = kMagic.size() + 2; // one digit and LF
constexpr std::string_view kSignDomain = "trivsel.archive.1";

std::string lengthBytes(std::size_t value)
{
    const auto bytes = littleEndian(static_cast<std::uint32_t>(value));
    return std::string(textOf(seal::viewOf(bytes)));
}

std::string signedMessage(const Hash256 &digest)
{
    return std::string(kSignDomain) + digest.str();
}

/** Each piece is bound to the header, so that pieces of another file can't be put in. */
Hash256 boundOf(std::string_view opening)
{
    return seal::Hasher<32>().add(opening).finish<Hash256>();
}

} // namespace

std::string firstLine(int format)
{
    return std::string(kMagic) + std::to_string(format) + "\n";
}

Writer::Writer(seal::StreamSealer sealer, const seal::SignSecret &signer, Sink sink)
    : m_sealer(std::move(sealer)), m_signer(signer), m_sink(std::move(sink))
{
}

Result<Writer> Writer::begin(v1::Header header, const ArchiveKey &key, const seal::SignSecret &signer,
                             Sink sink)
{
    seal::StreamSealer sealer = seal::StreamSealer::begin(key, *header.mutable_stream_header());
    header.set_signer(seal::publicOf(signer).str());
    Writer writer(std::move(sealer), signer, std::move(sink));
    const std::string bytes = header.SerializeAsString();
    const std::string opening = firstLine(kFormat) + lengthBytes(bytes.size()) + bytes;
    writer.m_bound = boundOf(opening);
    TRIVSEL_TRY(writer.put(opening));
    return writer;
}

Status Writer::put(std::string_view bytes)
{
    m_digest.add(bytes);
    return m_sink(bytes);
}

Status Writer::writePiece(std::string_view plain, bool last)
{
    if (plain.size() > kPieceBytesMax) {
        return fail(Errc::TooLarge, "a record of an archive");
    }
    const std::string sealed = m_sealer.seal(plain, m_bound.view(), last);
    TRIVSEL_TRY(put(lengthBytes(sealed.size())));
    return put(sealed);
}

Status Writer::flush()
{
    if (m_bytes == 0) {
        return {};
    }
    std::string plain = m_collected.SerializeAsString();
    m_collected.Clear();
    m_bytes = 0;
    Status written = writePiece(plain, false);
    seal::wipe(plain); // keys may stand in it
    return written;
}

Status Writer::add(v1::Records &&records)
{
    m_bytes += records.ByteSizeLong();
    m_collected.MergeFrom(records);
    return m_bytes >= kPieceBytes ? flush() : Status();
}

Result<Hash256> Writer::finish()
{
    TRIVSEL_TRY(flush());
    TRIVSEL_TRY(writePiece({}, true));
    TRIVSEL_TRY(put(lengthBytes(0)));
    const auto digest = m_digest.finish<Hash256>();
    TRIVSEL_TRY(m_sink(digest.str() + seal::sign(m_signer, signedMessage(digest)).str()));
    return digest;
}

Result<std::string> Reader::take(std::size_t bytes, bool counted)
{
    auto got = m_source(bytes);
    if (!got) {
        return got;
    }
    if (got->size() != bytes) {
        return fail(Errc::StoreCorrupt, "cut short");
    }
    if (counted) {
        m_hasher.add(*got);
    }
    return got;
}

Result<std::uint32_t> Reader::takeLength()
{
    const auto bytes = take(4);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    std::uint32_t out = 0;
    for (std::size_t at = 0; at < 4; ++at) {
        out |= static_cast<std::uint32_t>(static_cast<unsigned char>((*bytes)[at])) << (8U * at);
    }
    return out;
}

Result<Reader> Reader::begin(Source source)
{
    Reader reader(std::move(source));
    const auto line = reader.take(kFirstLineBytes);
    if (!line) {
        return tl::unexpected(line.error());
    }
    if (line->substr(0, kMagic.size()) != kMagic) {
        return fail(Errc::StoreForeign, "not an archive of ours");
    }
    if (*line != firstLine(kFormat)) {
        const char digit = (*line)[kMagic.size()];
        return fail(digit >= '1' && digit <= '9' ? Errc::StoreTooNew : Errc::StoreCorrupt, "format");
    }
    const auto size = reader.takeLength();
    if (!size) {
        return tl::unexpected(size.error());
    }
    if (*size > kHeaderBytesMax) {
        return fail(Errc::StoreCorrupt, "header");
    }
    const auto bytes = reader.take(*size);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    if (!seal::parse(*bytes, reader.m_header) || !seal::SignPublic::from(reader.m_header.signer())) {
        return fail(Errc::StoreCorrupt, "header");
    }
    reader.m_bound = boundOf(*line + lengthBytes(*size) + *bytes);
    return reader;
}

Status Reader::useKey(const ArchiveKey &key)
{
    auto opener = seal::StreamOpener::begin(key, m_header.stream_header());
    if (!opener) {
        return tl::unexpected(opener.error());
    }
    m_opener.emplace(std::move(*opener));
    return {};
}

Result<std::optional<v1::Records>> Reader::next()
{
    const auto size = takeLength();
    if (!size) {
        return tl::unexpected(size.error());
    }
    if (*size == 0) {
        TRIVSEL_TRY(finish());
        return std::nullopt;
    }
    if (*size > kPieceBytesMax + seal::kPieceOverhead || m_lastSeen) {
        return fail(Errc::StoreCorrupt, "length of a piece");
    }
    const auto sealed = take(*size);
    if (!sealed) {
        return tl::unexpected(sealed.error());
    }
    v1::Records records;
    if (!m_opener) {
        return records;
    }
    auto piece = m_opener->open(*sealed, m_bound.view());
    if (!piece) {
        return tl::unexpected(piece.error());
    }
    m_lastSeen = piece->last;
    const bool whole = seal::parse(piece->plain, records);
    seal::wipe(piece->plain);
    return whole ? Result<std::optional<v1::Records>>(std::move(records))
                 : fail(Errc::StoreCorrupt, "records");
}

Status Reader::finish()
{
    if (m_opener && !m_lastSeen) {
        return fail(Errc::StoreCorrupt, "an end that is none");
    }
    m_digest = m_hasher.finish<Hash256>();
    const auto digest = take(Hash256::size, false);
    const auto signature = digest ? take(seal::Signature::size, false) : digest;
    if (!signature) {
        return tl::unexpected(signature.error());
    }
    if (*digest != m_digest.str()) {
        return fail(Errc::StoreCorrupt, "digest");
    }
    if (!seal::verify(signer(), signedMessage(m_digest), *seal::Signature::from(*signature))) {
        return fail(Errc::StoreCorrupt, "signature");
    }
    const auto more = m_source(1);
    if (!more) {
        return tl::unexpected(more.error());
    }
    return more->empty() ? Status() : fail(Errc::StoreCorrupt, "bytes after the end");
}

Status Reader::check()
{
    for (;;) {
        const auto records = next();
        if (!records) {
            return tl::unexpected(records.error());
        }
        if (!*records) {
            return {};
        }
    }
}

seal::SignPublic Reader::signer() const
{
    return *seal::SignPublic::from(m_header.signer()); // checked in begin()
}

} // namespace trivsel::archive
