#include "proto/seal/sealed_change.h"

#include "proto/base/limits.h"
#include "proto/seal/aead.h"
#include "proto/seal/hasher.h"
#include "proto/seal/parse.h"

#include <sodium.h>

namespace trivsel::seal {

namespace {

/** What a bytes field with a number below 16 takes in a message: tag, length, content. */
std::size_t fieldBytes(std::size_t content)
{
    std::size_t length = 1;
    for (std::size_t rest = content >> 7U; rest != 0; rest >>= 7U) {
        ++length;
    }
    return 1 + length + content;
}

std::string associatedData(const StreamId &stream, std::string_view header)
{
    return stream.str().append(header);
}

/** Reads what the header says into the fields that are kept beside it. */
Status readHeader(SealedChange &change)
{
    if (change.header.size() > limits::kHeaderBytesMax) {
        return fail(Errc::TooLarge, "change header");
    }
    wire::v1::Header header;
    if (!parse(change.header, header)) {
        return fail(Errc::Malformed, "change header");
    }
    if (header.inc() == 0 || header.ctr() == 0 || header.ctr() > limits::kCounterMax) {
        return fail(Errc::Malformed, "change header without a lawful dot");
    }
    change.dot = Dot{Incarnation{header.inc()}, header.ctr()};
    change.lamport = header.lamport();
    change.key = header.key();
    change.opSchema = header.op_schema();
    return {};
}

} // namespace

Result<SealedChange> fromParts(const StreamId &stream, std::string header, std::string_view nonce,
                               std::string body, bool gone)
{
    SealedChange out;
    out.stream = stream;
    out.header = std::move(header);
    out.gone = gone;
    TRIVSEL_TRY(readHeader(out));
    if (gone) {
        const auto hash = Hash256::from(body);
        if (!hash) {
            return fail(Errc::Malformed, "hash of a change that is gone");
        }
        out.hash = *hash;
        return out;
    }
    const auto lawful = Nonce::from(nonce);
    if (!lawful || body.size() < kTagBytes) {
        return fail(Errc::Malformed, "change nonce or body");
    }
    out.nonce = *lawful;
    out.ct = std::move(body);
    if (fieldBytes(out.header.size()) + fieldBytes(Nonce::size) + fieldBytes(out.ct.size()) >
        limits::kChangeBytesMax) {
        return fail(Errc::TooLarge, "change");
    }
    out.hash = changeHash(stream, out.header, out.nonce, out.ct);
    return out;
}

Result<SealedChange> fromWire(const StreamId &stream, const wire::v1::Sealed &message)
{
    switch (message.body_case()) {
    case wire::v1::Sealed::kCt:
        return fromParts(stream, message.header(), message.nonce(), message.ct(), false);
    case wire::v1::Sealed::kGone:
        return fromParts(stream, message.header(), {}, message.gone(), true);
    case wire::v1::Sealed::BODY_NOT_SET:
        break;
    }
    return fail(Errc::Malformed, "change without a body");
}

SealedChange goneOf(const SealedChange &change)
{
    SealedChange out = change;
    out.nonce = {};
    out.ct.clear();
    out.gone = true;
    return out;
}

void toWire(const SealedChange &change, wire::v1::Sealed *message)
{
    message->Clear();
    message->set_header(change.header);
    if (change.gone) {
        message->set_gone(change.hash.str());
        return;
    }
    message->set_nonce(change.nonce.str());
    message->set_ct(change.ct);
}

SealedChange sealChange(const StreamId &stream, const wire::v1::Header &header, std::string_view plain,
                        const StreamKey &key, const Random &random)
{
    TRIVSEL_ASSERT(header.inc() != 0 && header.ctr() != 0 && header.op_schema() != 0);
    TRIVSEL_ASSERT(plain.size() <= limits::kPlainBytesMax);
    SealedChange out;
    out.stream = stream;
    out.header = header.SerializeAsString();
    out.nonce = randomBytes<Nonce>(random);
    const Status read = readHeader(out);
    TRIVSEL_ASSERT(read.has_value());
    const std::string data = associatedData(stream, out.header);
    out.ct.resize(plain.size() + kTagBytes);
    crypto_aead_xchacha20poly1305_ietf_encrypt(raw(out.ct), nullptr, viewOf(plain).data(), plain.size(),
                                               viewOf(data).data(), data.size(), nullptr,
                                               out.nonce.data.data(), key.data.data());
    out.hash = changeHash(stream, out.header, out.nonce, out.ct);
    return out;
}

Result<std::string> openChange(const SealedChange &change, const StreamKey &key)
{
    if (change.gone || change.ct.size() < kTagBytes) {
        return fail(Errc::SealBroken, "no content is left");
    }
    const std::string data = associatedData(change.stream, change.header);
    std::string plain(change.ct.size() - kTagBytes, '\0');
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(raw(plain), nullptr, nullptr, viewOf(change.ct).data(),
                                                   change.ct.size(), viewOf(data).data(), data.size(),
                                                   change.nonce.data.data(), key.data.data()) != 0) {
        return fail(Errc::SealBroken, "another key, or changed");
    }
    return plain;
}

std::uint64_t SealedChange::shortHash() const
{
    std::uint64_t number = 0;
    for (std::size_t i = sizeof number; i-- > 0;) {
        number = number << 8 | hash.data[i];
    }
    return number;
}

Hash256 changeHash(const StreamId &stream, std::string_view header, const Nonce &nonce, std::string_view ct)
{
    const auto length = littleEndian(static_cast<std::uint32_t>(header.size()));
    return Hasher<32>()
        .add("trivsel.change.1")
        .add(stream.str())
        .add(viewOf(length))
        .add(header)
        .add(nonce.view())
        .add(ct)
        .finish<Hash256>();
}

} // namespace trivsel::seal
