#pragma once

#include "session.pb.h"
#include "proto/seal/sealed_change.h"

#include <span>

namespace trivsel::seal {

/** head_n = BLAKE2b-256("trivsel.chain.1" | head_{n-1} | change_hash_n), per (incarnation, stream); head_0 = zeros. */
[[nodiscard]] Hash256 chainNext(const Hash256 &head, const Hash256 &change);

/** log_n = first 8 bytes, LE, of BLAKE2b-256("trivsel.log.1" | log_{n-1} LE | stream | change_hash_n); log_0 = 0. */
[[nodiscard]] std::uint64_t logNext(std::uint64_t log, const StreamId &stream, const Hash256 &change);

/** Sum mod 2^256 (little endian) of BLAKE2b-256(id | change hash), id = stream | inc LE | ctr LE. Order does not matter. */
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

/** Signs a contiguous run of one incarnation's changes in one stream. `changes` must not be empty. */
[[nodiscard]] wire::v1::Proof prove(const DeviceId &device, const SignSecret &key, const Hash256 &prevHead,
                                    std::span<const SealedChange> changes);
/** Malformed (fields, holes), SealBroken (chain or signature does not fit these changes). */
[[nodiscard]] Status check(const wire::v1::Proof &proof, const SignPublic &key, std::span<const SealedChange> changes);

} // namespace trivsel::seal
