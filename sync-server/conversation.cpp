#include "sync-server/conversation.h"

namespace trivsel::server {

namespace {
constexpr std::uint32_t kRetryS = 30;
} // namespace

Conversation::Conversation(Hub &hub, const session::DeviceFacts &device, Ports ports)
    : m_hub(hub), m_ports(std::move(ports)), m_session(hub.store(), device)
{
}

bool Conversation::crowded() const
{
    const bool full = m_ports.unsent() >= kSendQueueBytesMax;
    return !m_ended && (full || m_unstored >= limits::kUnackedBatchesMax);
}

bool Conversation::onBytes(std::string_view bytes)
{
    if (m_ended) {
        return false;
    }
    m_decoder.feed(bytes);
    bool whole = false;
    while (!m_ended) {
        auto frame = m_decoder.next();
        if (!frame) {
            // For ever: the decoder says it again and again. Our last words may have to wait until there is
            // room; what has been stored or written calls for them.
            m_session.onBadFrame(frame.error());
            pump();
            break;
        }
        if (!*frame) {
            break;
        }
        whole = true;
        m_session.onFrame(**frame, m_ports.clockMs());
        if (m_session.authenticated()) {
            m_decoder.setFrameBytesMax(limits::kFrameBytesMax);
        }
        pump();
    }
    return whole;
}

void Conversation::pump()
{
    while (!m_ended && !crowded()) {
        auto action = m_session.next();
        if (!action) {
            return;
        }
        std::visit([this](auto &&one) { perform(std::move(one)); }, std::move(*action));
    }
}

void Conversation::perform(session::SendFrame &&frame)
{
    m_ports.send(frame.bytes);
}

void Conversation::perform(session::StorePush &&push)
{
    ++m_unstored;
    m_ports.store(std::move(push));
}

void Conversation::perform(session::NoteHello &&hello)
{
    m_hub.note(hello);
}

void Conversation::perform(session::NoteCursor &&cursor)
{
    m_hub.note(cursor);
}

void Conversation::perform(session::NoteErased &&erased)
{
    m_hub.note(erased);
}

void Conversation::perform(session::CloseConnection &&closing)
{
    m_ended = true;
    m_ports.finish(closing.why);
}

void Conversation::onStored(const session::StoredPush &stored)
{
    --m_unstored;
    if (m_ended) {
        return;
    }
    m_session.onStored(stored);
    pump();
}

void Conversation::onTimeout()
{
    if (m_ended) {
        return;
    }
    m_session.onTimeout();
    pump();
    if (!m_ended) { // too much waits to be sent: then without a word
        m_ended = true;
        m_ports.finish({});
    }
}

void Conversation::refuse()
{
    if (m_ended) {
        return;
    }
    m_ports.send(session::errorFrame(wire::v1::ERROR_BUSY, kRetryS));
    m_ended = true;
    m_ports.finish({});
}

} // namespace trivsel::server
