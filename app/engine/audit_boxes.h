#pragma once

#include "app/engine/audit_log.h"
#include "app/engine/change_writer.h"
#include "app/engine/home_view.h"

namespace trivsel::engine {

/**
 * Takes who looked to the office: rows of the AuditLog become changes in the residents' `audit` streams (the
 * house's for what is about nobody), sealed to the server's key, so that nobody who has this tablet can read
 * them there. Until the server has said its key, and has such streams, they wait. Core thread.
 */
class AuditBoxes
{
public:
    AuditBoxes(TabletStore &store, AuditLog &log, Authority &authority, const HomeView &home,
               ChangeWriter &writer, DeviceId device, const Random &random)
        : m_store(store),
          m_log(log),
          m_authority(authority),
          m_home(home),
          m_writer(writer),
          m_device(device),
          m_random(random)
    {
    }

    /** Everything that waits; durable when it returns. Does nothing when there is nothing, and on a full
     * disk: then it is for the next time. */
    [[nodiscard]] Status handOver();
    /** At a start: boxes of earlier starts that are all safe go from the journal, which needs them no more.
     */
    [[nodiscard]] Status letGo();
    /** Whether changes of this stream are such boxes. */
    [[nodiscard]] static bool isBoxed(const StreamId &stream) { return stream.kind == StreamKind::Audit; }

private:
    /** Rows of one transaction; of one stream they stand in one change. */
    static constexpr int kRowsAtOnce = 256;

    [[nodiscard]] std::optional<StreamId> streamFor(const AuditLog::Row &row) const;
    [[nodiscard]] Result<bool> handOverSome(const seal::BoxPublic &to);

    TabletStore &m_store;
    AuditLog &m_log;
    Authority &m_authority;
    const HomeView &m_home;
    ChangeWriter &m_writer;
    DeviceId m_device;
    const Random &m_random;
};

} // namespace trivsel::engine
