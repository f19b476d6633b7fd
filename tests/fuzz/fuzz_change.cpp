// Contents of changes, sealed as a device would, opened, checked and folded: in any order the same documents.
#include "proto/base/limits.h"
#include "proto/merge/fold.h"
#include "proto/seal/sealed_change.h"
#include "tests/fuzz/fuzz.h"

#include <algorithm>
#include <google/protobuf/stubs/logging.h>
#include <vector>

using namespace trivsel;

namespace {

constexpr std::size_t kChangesMax = 16;

StreamId theStream()
{
    StreamId stream;
    stream.kind = StreamKind::Team;
    stream.bits.data.fill(1);
    return stream;
}

seal::StreamKey theKey()
{
    seal::StreamKey key;
    key.data.fill(2);
    return key;
}

/** As a reader makes it: opaque when it can't be read. */
merge::Applied applied(fuzz::Input &input)
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
        fuzz::mustHold(seal::encodeChange(*content).has_value(), "what can be read can be written");
        out.change = std::move(*content);
        out.opaque = false;
    }
    return out;
}

void lookAtEverything(const merge::Fold &fold)
{
    for (const EntityId &entity : fold.entities()) {
        static_cast<void>(fold.itemState(entity));
        static_cast<void>(fold.children(entity));
        for (const std::string &field : fold.fields(entity)) {
            const merge::RegisterView view = fold.view(entity, field);
            const auto history = fold.history(entity, field);
            for (const merge::Version &version : view.versions) {
                const bool known =
                    std::any_of(history.begin(), history.end(),
                                [&](const merge::Version &one) { return one.dot == version.dot; });
                fuzz::mustHold(known, "what is shown stands in the history");
            }
        }
    }
    static_cast<void>(fold.waiting());
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const bool ready = [] {
        google::protobuf::SetLogHandler(nullptr); // a line for every input otherwise
        return seal::initialise().has_value();
    }();
    fuzz::mustHold(ready, "libsodium");
    fuzz::Input input(fuzz::viewOf(data, size));
    std::vector<merge::Applied> changes;
    while (!input.isEmpty() && changes.size() < kChangesMax) {
        merge::Applied one = applied(input);
        const bool known = std::any_of(changes.begin(), changes.end(),
                                       [&](const merge::Applied &other) { return other.dot == one.dot; });
        if (!known) { // one id never names two contents: the store sees to that
            changes.push_back(std::move(one));
        }
    }
    merge::Fold forwards;
    merge::Fold backwards;
    for (const merge::Applied &one : changes) {
        forwards.add(one);
    }
    for (auto one = changes.rbegin(); one != changes.rend(); ++one) {
        backwards.add(*one);
        backwards.add(*one);
    }
    fuzz::mustHold(forwards.canonical() == backwards.canonical(), "the order does not matter");
    fuzz::mustHold(forwards.changeCount() == changes.size(), "no change is lost");
    lookAtEverything(forwards);
    return 0;
}
