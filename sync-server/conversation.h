#pragma once

#include "sync-server/hub.h"

#include <functional>
#include <string>
#include <string_view>

namespace trivsel::server {

/**
 * One tablet's connection without its socket: bytes in, bytes out. ServerSession decides what they mean, the
 * Hub stores. The transport (a socket, or the simulation's line) is told through Ports; it owns this, and is
 * the HubClient. Server thread.
 */
class Conversation
{
public:
    /** No more is asked of the session while so much waits to be sent; then one frame more can be there at
     * most. */
    static constexpr std::size_t kSendQueueBytesMax = limits::kFrameBytesMax;

    struct Ports
    {
        std::function<void(const std::string &frame)> send;
        std::function<std::size_t()> unsent;                  // bytes that wait to be sent
        std::function<void(session::StorePush &&push)> store; // hands it to the hub, in the client's name
        /** Last: close when everything is sent. The error says why the tablet is sent away. */
        std::function<void(const Status &why)> finish;
        std::function<std::int64_t()> clockMs;
    };
    Conversation(Hub &hub, const session::DeviceFacts &device, Ports ports);

    /** True when a whole frame came. What comes after the end is thrown away. */
    bool onBytes(std::string_view bytes);
    /** After COMMIT. */
    void onStored(const session::StoredPush &stored);
    void onTimeout();
    /** Tells the tablet to come back later, and ends. */
    void refuse();
    /** Goes on with what waited for room. Call it whenever some was sent. */
    void pump();

    /** Nothing should be read now: too much waits to be sent or to be stored. */
    [[nodiscard]] bool crowded() const;
    /** Hello is not over yet. */
    [[nodiscard]] bool handshaking() const { return !m_session.authenticated(); }
    [[nodiscard]] bool ended() const { return m_ended; }
    /** For proofs that memory is bounded: bytes of a frame that is not whole yet. */
    [[nodiscard]] std::size_t heldBytes() const { return m_decoder.heldBytes(); }

private:
    void perform(session::SendFrame &&frame);
    void perform(session::StorePush &&push);
    void perform(session::NoteHello &&hello);
    void perform(session::NoteCursor &&cursor);
    void perform(session::NoteErased &&erased);
    void perform(session::CloseConnection &&closing);

    Hub &m_hub;
    Ports m_ports;
    session::ServerSession m_session;
    framing::Decoder m_decoder{limits::kFrameBytesMaxBeforeHello};
    std::uint32_t m_unstored = 0; // pushes that the hub has not stored yet
    bool m_ended = false;
};

} // namespace trivsel::server
