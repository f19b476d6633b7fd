#pragma once

#include "proto/session/messages.h"
#include "tests/support/must.h"
#include "tests/support/world.h"

namespace trivsel::test {

/** One connection to a TestServer, driven frame by frame. */
class ServerScript
{
public:
    explicit ServerScript(World &w) : world(w), session(*w.server, w.server->facts(w.a->device())) {}

    [[nodiscard]] wire::v1::Hello hello() const
    {
        wire::v1::Hello out;
        out.set_version_min(1);
        out.set_version_max(1);
        out.set_home(filled<HomeId>(1).str());
        out.set_device(world.a->device().str());
        return out;
    }
    /** Hands a frame in; what the server then does stands in `actions`. */
    template <class Message> void send(framing::FrameType type, const Message &message)
    {
        raw(static_cast<std::uint8_t>(type), message.SerializeAsString());
    }
    void raw(std::uint8_t type, const std::string &payload)
    {
        session.onFrame({type, payload}, 1000);
        drain();
    }
    void drain()
    {
        actions.clear();
        frames.clear();
        while (auto action = session.next()) {
            if (auto *out = std::get_if<session::SendFrame>(&*action)) {
                framing::Decoder decoder;
                decoder.feed(out->bytes);
                frames.push_back(*must(decoder.next()));
            }
            actions.push_back(std::move(*action));
        }
    }
    void greet() { send(framing::FrameType::Hello, hello()); }

    /** The error that was told before closing; UNSPECIFIED when it did not close with one. */
    [[nodiscard]] wire::v1::ErrorCode refusal() const
    {
        wire::v1::Error error;
        const bool told = !frames.empty() &&
                          frames.back().type == static_cast<std::uint8_t>(framing::FrameType::Error) &&
                          error.ParseFromString(frames.back().payload);
        const bool closed =
            !actions.empty() && std::holds_alternative<session::CloseConnection>(actions.back());
        return told && closed ? error.code() : wire::v1::ERROR_UNSPECIFIED;
    }
    template <class Message> [[nodiscard]] Message answer(framing::FrameType type) const
    {
        Message out;
        for (const framing::Frame &frame : frames) {
            if (frame.type == static_cast<std::uint8_t>(type) && out.ParseFromString(frame.payload)) {
                return out;
            }
        }
        std::abort();
    }
    template <class Action> [[nodiscard]] std::vector<Action> all() const
    {
        std::vector<Action> out;
        for (const session::ServerAction &action : actions) {
            if (const auto *found = std::get_if<Action>(&action)) {
                out.push_back(*found);
            }
        }
        return out;
    }
    [[nodiscard]] wire::v1::Push push(std::uint64_t id, const std::vector<seal::SealedChange> &changes) const
    {
        wire::v1::Push out;
        out.set_id(id);
        out.set_stream(changes.front().stream.str());
        const Hash256 before = changes.front().dot.ctr == 1 ? Hash256{} : filled<Hash256>(1);
        *out.mutable_proof() = seal::prove(world.a->device(), world.a->signSecret(), before, changes);
        for (const seal::SealedChange &each : changes) {
            seal::toWire(each, out.add_changes());
        }
        return out;
    }
    [[nodiscard]] wire::v1::Pull pull(std::uint32_t credits) const
    {
        wire::v1::Pull out;
        out.mutable_cursor();
        out.set_credits(credits);
        return out;
    }
    [[nodiscard]] wire::v1::Want want(const StreamId &stream, std::uint64_t upto) const
    {
        wire::v1::Want out;
        out.set_stream(stream.str());
        out.set_upto_seq(upto);
        return out;
    }

    World &world;
    session::ServerSession session;
    std::vector<session::ServerAction> actions;
    std::vector<framing::Frame> frames;
};

} // namespace trivsel::test
