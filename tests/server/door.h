#pragma once

#include "proto/session/server_session.h"
#include "sync-server/service.h"
#include "tests/server/home_builder.h"

#include <optional>
#include <string>
#include <thread>

namespace trivsel::testing {

/** A service on a thread of its own: the home's store is that thread's until this has stopped. */
class RunningService
{
public:
    RunningService(server::HomeStore &store, server::Service::Settings settings);
    ~RunningService() { stop(); }
    RunningService(const RunningService &) = delete;
    RunningService &operator=(const RunningService &) = delete;
    /** True when it ended without an error. */
    bool stop();
    [[nodiscard]] std::uint16_t port() const { return m_service.port(); }

private:
    server::Service m_service;
    std::thread m_thread;
    bool m_ended = false;
};

/** What a tablet of this home has after pairing; a certificate without an end, or until `untilMs` (UTC). */
[[nodiscard]] TabletFile fileOf(BuiltHome &home, const Tablet &tablet,
                                std::optional<std::int64_t> untilMs = std::nullopt);
/** The frame that hands this in. */
[[nodiscard]] std::string frameOf(const session::StorePush &push);

} // namespace trivsel::testing
