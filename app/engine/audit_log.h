#pragma once

#include "app/engine/clock_state.h"
#include "app/engine/snapshots.h"
#include "proto/domain/audit_entry.h"
#include "proto/seal/keys.h"

#include <deque>
#include <map>
#include <tuple>

namespace trivsel::engine {

/**
 * Who looked, on this tablet: appended, sealed, chained. AuditBoxes takes the rows to the office; when they
 * are safe there they go from here, and only the end of the chain stays. Core thread.
 */
class AuditLog final : public CommitListener
{
public:
    /** A look that is repeated within this uptime is the same look: screens ask again after every sync. */
    static constexpr std::int64_t kSameLookMs = 10LL * 60 * 1000;
    /** Entries that wait in memory for room on the disk; beyond it nothing more is shown. */
    static constexpr std::size_t kWaitingMax = 256;

    struct Ports
    {
        DeviceId device;
        seal::WrapKey wrapKey;
        Random random;
        Uptime uptime;
    };
    AuditLog(TabletStore &store, const ClockState &clock, Ports ports)
        : m_store(store), m_clock(clock), m_ports(std::move(ports))
    {
    }
    /** StoreCorrupt when the chain's end can't be opened, or rows at the end are missing. */
    [[nodiscard]] Status load();

    struct Look
    {
        Who who; // null person: a shift code
        domain::AuditAction action{};
        domain::AuditPurpose purpose{};
        PersonId about; // null = the house
        std::optional<StreamKind> stream;
    };
    /** Durable when it returns without error, before anything is shown; on a full disk it waits in memory for
     * the next time there is room. A repeated look is not written again. */
    [[nodiscard]] Status note(const Look &look);
    /** The same, inside a TabletStore::write of the caller's, and never left out. */
    [[nodiscard]] Status append(const Look &look);
    /** Looks from here on are new ones: somebody else is at the tablet. */
    void forgetLooks() { m_recent.clear(); }

    struct Row
    {
        std::int64_t number = 0;
        Hash256 head;
        std::string entry; // encodeAudit; empty: its resident was erased
    };
    /** All that is here, oldest first. StoreCorrupt when one is missing, changed or in another's place. */
    [[nodiscard]] Result<std::vector<Row>> rows();
    [[nodiscard]] Result<std::vector<domain::AuditEntry>> entries();

    // The rest stands inside TabletStore::write.
    /** Rows that no change has taken to the office yet, at most this many. One that is damaged comes without
     * entry and head, so that the office sees it. */
    [[nodiscard]] Result<std::vector<Row>> unsent(int atMost);
    [[nodiscard]] Status markSent(std::int64_t number, const ChangeId &by);
    /** Another change took that one's id: its rows go out again. */
    [[nodiscard]] Status markUnsent(const ChangeId &by);
    /** Rows from the oldest on go as far as the changes that took them are safe. */
    [[nodiscard]] Status dropSafe();
    /** The resident was erased: of each entry about them only its place in the chain stays. */
    [[nodiscard]] Status forgetAbout(const PersonId &resident);

    void committed() override;
    void rolledBack() override;

private:
    struct Tip
    {
        std::int64_t number = 0;
        Hash256 head;
        std::int64_t dropped = 0; // rows up to here have gone lawfully
    };
    using Key = std::tuple<PersonId, PersonId, int, int>;

    [[nodiscard]] domain::AuditEntry entryOf(const Look &look) const;
    [[nodiscard]] Status insert(const domain::AuditEntry &entry);
    [[nodiscard]] Status insertWaiting();
    [[nodiscard]] Status keepTip();
    [[nodiscard]] Result<std::optional<Tip>> readTip();
    [[nodiscard]] Status adoptOlder();
    [[nodiscard]] Status checkEnds();
    [[nodiscard]] Status putRow(const char *sql, const Row &row);
    [[nodiscard]] Status goOn();
    enum class Damaged { Refused, Empty };
    [[nodiscard]] Result<std::vector<Row>> read(const char *sql, int atMost, Damaged damaged);

    TabletStore &m_store;
    const ClockState &m_clock;
    Ports m_ports;
    Tip m_tip;
    Tip m_next;
    std::deque<domain::AuditEntry> m_waiting; // the disk was full
    bool m_insertedWaiting = false;
    std::map<Key, std::int64_t> m_recent; // uptime of the look
};

} // namespace trivsel::engine
