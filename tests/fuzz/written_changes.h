#pragma once

#include "proto/base/limits.h"
#include "proto/merge/fold.h"
#include "proto/seal/sealed_change.h"
#include "tests/fuzz/fuzz.h"

#include <algorithm>
#include <vector>

namespace trivsel::fuzz {

inline StreamId theStream()
{
    StreamId stream;
    stream.kind = StreamKind::Team;
    stream.bits.data.fill(1);
    return stream;
}

inline seal::StreamKey theKey()
{
    seal::StreamKey key;
    key.data.fill(2);
    return key;
}

/** As a reader makes it: opaque when it can't be read. */
inline merge::Applied applied(Input &input)
{
    wire::v1::Header header;
    const std::uint8_t id = input.number();
    header.set_inc(1 + id % 4);
    header.set_ctr(std::uint64_t{1} + id / 4);
    header.set_lamport(input.number() == 255 ? UINT64_MAX : id);
    header.set_key(1);
    header.set_op_schema(id == 200 ? kOpSchema + 1 : kOpSchema);
    const std::string_view plain = input.sized();
    const auto sealed =
        seal::sealChange(theStream(), header, plain, theKey(), [](std::span<std::uint8_t> out) {
            std::fill(out.begin(), out.end(), std::uint8_t{7});
        });
    merge::Applied out{sealed.dot, sealed.lamport, true, {}};
    if (auto content = seal::readChange(sealed, theKey())) {
        // A reader lets through what a writer may write, and nothing else.
        mustHold(seal::encodeChange(*content).has_value(), "what can be read can be written");
        out.change = std::move(*content);
        out.opaque = false;
    }
    return out;
}

/** Up to `most` changes off the front of an input. One id never names two contents: a store sees to that. */
inline std::vector<merge::Applied> takeChanges(Input &input, std::size_t most)
{
    std::vector<merge::Applied> changes;
    while (!input.isEmpty() && changes.size() < most) {
        merge::Applied one = applied(input);
        const bool known = std::any_of(changes.begin(), changes.end(),
                                       [&](const merge::Applied &other) { return other.dot == one.dot; });
        if (!known) {
            changes.push_back(std::move(one));
        }
    }
    return changes;
}

} // namespace trivsel::fuzz
