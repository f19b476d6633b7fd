#include "tests/support/changes.h"

#include "proto/base/limits.h"

#include <memory>
#include <random>

namespace trivsel::test {

Random seededRandom(std::uint64_t seed)
{
    auto engine = std::make_shared<std::mt19937_64>(seed);
    return [engine](std::span<std::uint8_t> out) {
        for (std::uint8_t &byte : out) {
            byte = static_cast<std::uint8_t>((*engine)());
        }
    };
}

StreamId stream(std::uint8_t number, StreamKind kind)
{
    return {kind, filled<EntityId>(number)};
}

seal::StreamKey streamKey()
{
    return filled<seal::StreamKey>(0x33);
}

seal::SealedChange change(const StreamId &stream, std::uint64_t inc, std::uint64_t ctr,
                          const std::string &text, std::uint32_t keyVersion)
{
    wire::v1::Header header;
    header.set_inc(inc);
    header.set_ctr(ctr);
    header.set_lamport(ctr);
    header.set_key(keyVersion);
    header.set_op_schema(kOpSchema);
    wire::v1::Change content;
    wire::v1::Op *op = content.add_ops();
    op->set_entity(filled<EntityId>(9).str());
    op->set_field("note");
    op->set_text(text);
    const std::uint64_t seed =
        inc * 1'000'003 + ctr * 31 + static_cast<std::uint64_t>(stream.bits.data[0]) * 7 + text.size();
    return seal::sealChange(stream, header, content.SerializeAsString(), streamKey(), seededRandom(seed));
}

std::vector<seal::SealedChange> run(const StreamId &stream, std::uint64_t inc, std::uint64_t first,
                                    std::uint64_t last)
{
    std::vector<seal::SealedChange> out;
    for (std::uint64_t ctr = first; ctr <= last; ++ctr) {
        out.push_back(change(stream, inc, ctr, "nr " + std::to_string(ctr)));
    }
    return out;
}

std::string textOf(const seal::SealedChange &change)
{
    const auto content = seal::readChange(change, streamKey());
    return content && content->ops_size() == 1 ? content->ops(0).text() : std::string("?");
}

} // namespace trivsel::test
