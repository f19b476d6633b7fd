#pragma once

#include "proto/base/limits.h"
#include "proto/session/server_push.h"

#include <deque>

namespace trivsel::session {

/** The server's way out: pages of the log for one Pull and a few Wants, as many as the tablet gave credit
 * for. */
class ServerPages
{
public:
    ServerPages(ServerPort &port, const DeviceFacts &device, const ServerPush &pushes)
        : m_port(port), m_device(device), m_pushes(pushes)
    {
    }

    /** The tablet was told what it may hold. */
    void begin() { m_told = readable(); }
    [[nodiscard]] Status onPull(const wire::v1::Pull &pull);
    [[nodiscard]] Status onWant(const wire::v1::Want &want);
    /** Where the tablet's cursor stands now; nullopt when the ack was for a back-fill. */
    [[nodiscard]] Result<std::optional<Position>> onAck(const wire::v1::ChangesAck &ack);
    /** The next Changes frame, nullopt while none is due. */
    [[nodiscard]] Result<std::optional<std::string>> next();

private:
    struct Backfill
    {
        StreamId stream;
        std::uint64_t after = 0;
        std::uint64_t upto = 0;
    };
    struct Sent
    {
        std::uint64_t number = 0;
        std::optional<Position> cursor;
    };
    [[nodiscard]] std::vector<StreamId> readable() const;
    /** Something was taken off the tablet, or all of it, since it was told. */
    [[nodiscard]] bool isLess(const std::vector<StreamId> &readable) const;
    [[nodiscard]] Result<std::string> pullPage();
    [[nodiscard]] Result<std::string> backfillPage();
    [[nodiscard]] Result<std::string> frame(ServerPort::Page &&page, const std::optional<StreamId> &backfill);

    ServerPort &m_port;
    DeviceFacts m_device;
    const ServerPush &m_pushes;
    std::vector<StreamId> m_told;
    std::optional<Position> m_pull; // the position reached, while a Pull is being answered
    std::uint32_t m_credits = limits::kUnackedBatchesMax;
    std::deque<Backfill> m_backfills;
    std::deque<Sent> m_unacked;
    std::uint64_t m_lastNumber = 0;
};

} // namespace trivsel::session
