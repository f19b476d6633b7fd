#include "proto/seal/chain.h"
#include "proto/seal/hasher.h"

#include "proto/base/error.h"
#include "proto/base/limits.h"

namespace trivsel::seal {

namespace {

std::string idBytes(const ChangeId &id)
{
    std::string out = id.stream.str();
    out += textOf(viewOf(littleEndian(static_cast<std::uint64_t>(id.dot.inc))));
    out += textOf(viewOf(littleEndian(id.dot.ctr)));
    return out;
}

Hash256 elementOf(const ChangeId &id, const Hash256 &change)
{
    return Hasher<32>().add(idBytes(id)).add(change.view()).finish<Hash256>();
}

Status checkFields(const wire::v1::Proof &proof)
{
    const bool lengths = StreamId::from(proof.stream()).has_value() &&
                         proof.prev_head().size() == Hash256::size && proof.head().size() == Hash256::size &&
                         proof.device().size() == DeviceId::size &&
                         proof.signature().size() == Signature::size;
    if (!lengths || proof.inc() == 0 || proof.first() == 0 || proof.last() < proof.first() ||
        proof.last() > limits::kCounterMax) {
        return fail(Errc::Malformed, "proof: a field is missing or out of range");
    }
    if ((proof.first() == 1) != Hash256::from(proof.prev_head())->isNull()) {
        return fail(Errc::Malformed, "proof: the head before the first change is zeros, and no other is");
    }
    return {};
}

} // namespace

Hash256 chainNext(const Hash256 &head, const Hash256 &change)
{
    return Hasher<32>().add("trivsel.chain.1").add(head.view()).add(change.view()).finish<Hash256>();
}

std::uint64_t logNext(std::uint64_t log, const StreamId &stream, const Hash256 &change)
{
    const auto before = littleEndian(log);
    const auto hash = Hasher<32>()
                          .add("trivsel.log.1")
                          .add(viewOf(before))
                          .add(stream.str())
                          .add(change.view())
                          .finish<Hash256>();
    std::uint64_t out = 0;
    for (std::size_t i = 0; i < sizeof out; ++i) {
        out |= static_cast<std::uint64_t>(hash.data[i]) << (8U * i);
    }
    return out;
}

void SetHash::add(const ChangeId &id, const Hash256 &change)
{
    const Hash256 element = elementOf(id, change);
    sodium_add(m_sum.data.data(), element.data.data(), Hash256::size);
}

void SetHash::remove(const ChangeId &id, const Hash256 &change)
{
    const Hash256 element = elementOf(id, change);
    sodium_sub(m_sum.data.data(), element.data.data(), Hash256::size);
}

std::string proofMessage(const wire::v1::Proof &proof)
{
    std::string out = "trivsel.proof.1";
    out += proof.stream();
    for (const std::uint64_t number :
         {std::uint64_t{proof.inc()}, std::uint64_t{proof.first()}, std::uint64_t{proof.last()}}) {
        out += textOf(viewOf(littleEndian(number)));
    }
    out += proof.prev_head();
    out += proof.head();
    return out;
}

wire::v1::Proof prove(const DeviceId &device, const SignSecret &key, const Hash256 &prevHead,
                      std::span<const SealedChange> changes)
{
    TRIVSEL_ASSERT(!changes.empty());
    Hash256 head = prevHead;
    for (const SealedChange &change : changes) {
        head = chainNext(head, change.hash);
    }
    wire::v1::Proof proof;
    proof.set_stream(changes.front().stream.str());
    proof.set_inc(static_cast<std::uint64_t>(changes.front().dot.inc));
    proof.set_first(changes.front().dot.ctr);
    proof.set_last(changes.back().dot.ctr);
    proof.set_prev_head(prevHead.str());
    proof.set_head(head.str());
    proof.set_device(device.str());
    proof.set_signature(sign(key, proofMessage(proof)).str());
    return proof;
}

Status checkSignature(const wire::v1::Proof &proof, const SignPublic &key)
{
    TRIVSEL_TRY(checkFields(proof));
    if (!verify(key, proofMessage(proof), *Signature::from(proof.signature()))) {
        return fail(Errc::SealBroken, "proof: the signature does not fit");
    }
    return {};
}

Hash256 unknownHead()
{
    Hash256 head;
    head.data.fill(0xff);
    return head;
}

Status checkChain(const wire::v1::Proof &proof, std::span<const SealedChange> changes)
{
    TRIVSEL_TRY(checkFields(proof));
    if (changes.size() != proof.last() - proof.first() + 1) {
        return fail(Errc::Malformed, "proof: another number of changes");
    }
    const StreamId stream = *StreamId::from(proof.stream());
    Hash256 head = *Hash256::from(proof.prev_head());
    std::uint64_t ctr = proof.first();
    for (const SealedChange &change : changes) {
        if (change.stream != stream || change.dot != Dot{Incarnation{proof.inc()}, ctr}) {
            return fail(Errc::Malformed, "proof: a change of another run, or a hole");
        }
        head = chainNext(head, change.hash);
        ++ctr;
    }
    if (head != *Hash256::from(proof.head())) {
        return fail(Errc::SealBroken, "proof: the chain does not fit these changes");
    }
    return {};
}

Status check(const wire::v1::Proof &proof, const SignPublic &key, std::span<const SealedChange> changes)
{
    TRIVSEL_TRY(checkChain(proof, changes));
    return checkSignature(proof, key);
}

} // namespace trivsel::seal
