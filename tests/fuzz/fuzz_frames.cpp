// The decoder: however the bytes are cut, the same frames come out, and never more is held than was fed.
#include "proto/framing/frame.h"
#include "tests/fuzz/fuzz.h"

#include <vector>

using namespace trivsel;

namespace {

struct Heard
{
    std::vector<framing::Frame> frames;
    bool broken = false;
    bool operator==(const Heard &other) const
    {
        const auto same = [](const framing::Frame &a, const framing::Frame &b) {
            return a.type == b.type && a.payload == b.payload;
        };
        return broken == other.broken && frames.size() == other.frames.size() &&
               std::equal(frames.begin(), frames.end(), other.frames.begin(), same);
    }
};

Heard decode(std::string_view bytes, std::size_t piece, std::size_t max)
{
    framing::Decoder decoder(max);
    Heard heard;
    while (!bytes.empty()) {
        decoder.feed(bytes.substr(0, piece));
        bytes.remove_prefix(std::min(piece, bytes.size()));
        for (;;) {
            auto frame = decoder.next();
            if (!frame) {
                heard.broken = true;
                fuzz::mustHold(decoder.heldBytes() == 0, "a broken decoder holds nothing");
                fuzz::mustHold(!decoder.next(), "broken for ever");
                return heard;
            }
            if (!*frame) {
                break;
            }
            fuzz::mustHold((*frame)->payload.size() < max, "a frame within its limit");
            heard.frames.push_back(std::move(**frame));
        }
        fuzz::mustHold(decoder.heldBytes() < max + 4, "at most one unfinished frame is held");
    }
    return heard;
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    fuzz::Input input(fuzz::viewOf(data, size));
    const std::size_t piece = std::size_t{1} + input.number();
    const std::size_t max =
        input.number() % 2 == 0 ? limits::kFrameBytesMaxBeforeHello : limits::kFrameBytesMax;
    const std::string_view bytes = input.rest();
    const Heard whole = decode(bytes, bytes.size() + 1, max);
    fuzz::mustHold(whole == decode(bytes, piece, max), "frames do not depend on how the bytes come");
    std::string again;
    for (const framing::Frame &frame : whole.frames) {
        again += framing::encode(static_cast<framing::FrameType>(frame.type), frame.payload);
    }
    fuzz::mustHold(bytes.substr(0, again.size()) == again, "encoding gives the bytes again");
    return 0;
}
