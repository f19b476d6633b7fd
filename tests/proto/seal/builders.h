#pragma once

#include "proto/seal/sealed_change.h"

/** Small lawful things for the tests of sealing; everything is the same in every run. */
namespace trivsel::seal::build {

inline Random counting(std::uint8_t from = 1)
{
    return [next = from](std::span<std::uint8_t> out) mutable {
        for (std::uint8_t &b : out) {
            b = next++;
        }
    };
}

template <class B> B filled(std::uint8_t value)
{
    B out;
    out.data.fill(value);
    return out;
}

inline StreamId stream(std::uint8_t value = 7, StreamKind kind = StreamKind::Team)
{
    return {kind, filled<EntityId>(value)};
}

inline wire::v1::Header header(std::uint64_t inc = 0x1122334455667788ULL, std::uint64_t ctr = 1)
{
    wire::v1::Header out;
    out.set_inc(inc);
    out.set_ctr(ctr);
    out.set_lamport(ctr + 10);
    out.set_key(1);
    out.set_op_schema(1);
    return out;
}

inline wire::v1::Op *addTextOp(wire::v1::Change &change, const std::string &text)
{
    wire::v1::Op *op = change.add_ops();
    op->set_entity(filled<EntityId>(3).str());
    op->set_field("plan.goal");
    op->set_text(text);
    return op;
}

inline wire::v1::Change change(const std::string &text = "Jeg vil gerne i haven hver dag")
{
    wire::v1::Change out;
    out.set_author(filled<PersonId>(4).str());
    out.set_enterer(filled<PersonId>(5).str());
    out.set_role(wire::v1::ROLE_STAFF);
    addTextOp(out, text);
    return out;
}

inline StreamKey key(std::uint8_t value = 9)
{
    return filled<StreamKey>(value);
}

inline SealedChange sealed(std::uint64_t ctr = 1, const std::string &text = "ord", std::uint64_t inc = 5)
{
    return sealChange(stream(), header(inc, ctr), change(text).SerializeAsString(), key(),
                      counting(static_cast<std::uint8_t>(ctr)));
}

} // namespace trivsel::seal::build
