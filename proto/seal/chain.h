#pragma once

#include "proto/seal/sealed_change.h"
#include "session.pb.h"

#include <span>

namespace trivsel::seal {

/** head_n = BLAKE2b-256("trivsel.chain.1" | head_{n-1} | change_hash_n), per (incarnation, stream); head_0 =
 * zeros. */
[[nodiscard]] Hash256 chainNext(const Hash256 &head, const Hash256 &change);

/** log_n = first 8 bytes, LE, of BLAKE2b-256("trivsel.log.1" | log_{n-1} LE | stream | change_hash_n); log_0
 * = 0. */
[[nodiscard]] std::uint64_t logNext(std::uint64_t log, const StreamId &stream, const Hash256 &change);

/** Sum mod 2^256 (little endian) of BLAKE2b-256(id | change hash), id = stream | inc LE | ctr LE. Order does
 * not matter. */
class SetHash
{
public:
    SetHash() = default;
    explicit SetHash(const Hash256 &sum) : m_sum(sum) {} // goes on from a stored value
    void add(const ChangeId &id, const Hash256 &change);
    void remove(const ChangeId &id, const Hash256 &change);
    [[nodiscard]] const Hash256 &value() const { return m_sum; }

private:
    Hash256 m_sum{};
};

/** What a proof signs: "trivsel.proof.1" | stream | inc LE | first LE | last LE | prev head | head. Fields of
 * lawful length. */
[[nodiscard]] std::string proofMessage(const wire::v1::Proof &proof);
/** Signs a contiguous run of one incarnation's changes in one stream. `changes` must not be empty.
 * `prevHead`: the chain head before the first of them, zeros when that is number 1. */
[[nodiscard]] wire::v1::Proof prove(const DeviceId &device, const SignSecret &key, const Hash256 &prevHead,
                                    std::span<const SealedChange> changes);
/** What stands as `prev_head` when the signer does not hold what came before: 32 × 0xff. */
[[nodiscard]] Hash256 unknownHead();
/** Fields and signature only, for a proof whose changes are not at hand. Malformed or SealBroken. */
[[nodiscard]] Status checkSignature(const wire::v1::Proof &proof, const SignPublic &key);
/** As check(), without the signature: for a signer whose key is not known yet. */
[[nodiscard]] Status checkChain(const wire::v1::Proof &proof, std::span<const SealedChange> changes);
/** Malformed (fields, holes), SealBroken (chain or signature does not fit these changes). That `prev_head` is
 * the head one knows for first - 1 is the caller's to compare. */
[[nodiscard]] Status check(const wire::v1::Proof &proof, const SignPublic &key,
                           std::span<const SealedChange> changes);

} // namespace trivsel::seal
