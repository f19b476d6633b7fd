#pragma once

#include "change.pb.h"
#include "proto/seal/keys.h"

#include <cstdint>
#include <string>

namespace trivsel::seal {

/** A change as it lies on disk and goes over the wire. Immutable: the bytes that were signed are the bytes
 * that are forwarded. */
struct SealedChange
{
    StreamId stream;
    std::string header; // serialised wire::v1::Header, as it came
    Nonce nonce{};      // zeros when gone
    std::string ct;     // empty when gone
    bool gone = false;  // erased or skipped: only its hash is left
    Hash256 hash{};     // change hash

    // Read from the header once.
    Dot dot;
    std::uint64_t lamport = 0;
    std::uint32_t key = 0;
    std::uint32_t opSchema = 0;

    /** First 8 bytes of the hash, little-endian: how `seen` says which change it means. */
    [[nodiscard]] std::uint64_t shortHash() const;
    [[nodiscard]] ChangeId id() const { return {stream, dot}; }
    [[nodiscard]] std::size_t bytes() const { return header.size() + Nonce::size + ct.size(); }
};

/**
 * Malformed unless the message has a readable header with inc ≠ 0 and 1 ≤ ctr ≤ kCounterMax, a 24-byte nonce
 * and a body; TooLarge when the header exceeds kHeaderBytesMax or the whole kChangeBytesMax. The content is
 * not looked at: a change that can't be read is kept, forwarded and folded as opaque.
 */
[[nodiscard]] Result<SealedChange> fromWire(const StreamId &stream, const wire::v1::Sealed &message);
/** As fromWire, from the stored columns. `body` is ct, or the change hash when gone (then the nonce is
 * ignored). */
[[nodiscard]] Result<SealedChange> fromParts(const StreamId &stream, std::string header,
                                             std::string_view nonce, std::string body, bool gone);
/** The same change without its content: only its hash is left in its place. */
[[nodiscard]] SealedChange goneOf(const SealedChange &change);
void toWire(const SealedChange &change, wire::v1::Sealed *message);

/** The bytes to seal. TooLarge or Malformed when readChange() could not read them: refuse before anything is
 * called saved. */
[[nodiscard]] Result<std::string> encodeChange(const wire::v1::Change &change);

/**
 * Associated data = stream | header bytes. `plain` comes from encodeChange(), so it is at most
 * kPlainBytesMax; the header has inc ≠ 0, ctr ≥ 1 and op_schema ≥ 1. Anything else is our own mistake and
 * asserted.
 */
[[nodiscard]] SealedChange sealChange(const StreamId &stream, const wire::v1::Header &header,
                                      std::string_view plain, const StreamKey &key, const Random &random);
/** The serialised wire::v1::Change. SealBroken when gone, changed or under another key. */
[[nodiscard]] Result<std::string> openChange(const SealedChange &change, const StreamKey &key);
/** False when gone or written with a newer op schema: opaque here, for everybody, never quarantined for that.
 */
[[nodiscard]] bool readable(const SealedChange &change);
/**
 * openChange and parse, with every limit of base/limits.h checked. VersionUnsupported when the op schema is
 * newer than ours, Malformed or SealBroken. On any of these the change is opaque to folding; it is never
 * dropped.
 */
[[nodiscard]] Result<wire::v1::Change> readChange(const SealedChange &change, const StreamKey &key);

/** change_hash = BLAKE2b-256("trivsel.change.1" | stream | len(header) u32 LE | header | nonce | ct) */
[[nodiscard]] Hash256 changeHash(const StreamId &stream, std::string_view header, const Nonce &nonce,
                                 std::string_view ct);

} // namespace trivsel::seal
