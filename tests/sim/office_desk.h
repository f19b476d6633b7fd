#pragma once

#include "sync-server/backup_write.h"
#include "sync-server/erase_home.h"
#include "sync-server/restore.h"
#include "tests/sim/dice.h"
#include "tests/sim/home.h"

#include <set>

namespace trivsel::sim {

/**
 * Who sits in the office and gives the server's commands. Each opens the home's files itself and closes them
 * again, beside the server that runs or while it does not, as `trivsel-sync` does. What is decided is what
 * stands in the log: nothing is remembered here.
 */
class OfficeDesk
{
public:
    OfficeDesk(Home &home, std::function<std::int64_t()> nowMs) : m_home(home), m_nowMs(std::move(nowMs)) {}

    /** `team set Sofie`: with Bo or without. True: it was otherwise before. */
    [[nodiscard]] Result<bool> setBo(Dice &dice, bool in);
    enum class Tablet { Block, Unblock, Wipe };
    /** `tablet block`, `unblock`, `wipe`. NotAllowed: it is to be emptied, and stays out. */
    [[nodiscard]] Status change(Dice &dice, const DeviceId &device, Tablet how);
    /** As the log says now. */
    [[nodiscard]] Result<domain::Device> look(Dice &dice, const DeviceId &device);

    struct Erased
    {
        std::vector<StreamId> streams;
        server::ErasureEvidence evidence;
    };
    /** `erase Karl`. `ordered` is filled when the order is on the disk: from then on it is for good, also
     * when it was cut short. Nothing when there is nothing left of him. */
    [[nodiscard]] Status erase(Dice &dice, std::optional<Erased> &ordered);

    using Keys = std::set<std::pair<StreamId, std::uint32_t>>;
    /** Streams and the versions of their keys that are here. */
    [[nodiscard]] Result<Keys> keys(Dice &dice);

    /** Nothing of the streams' content and no key of theirs is here. */
    [[nodiscard]] Result<bool> isGone(Dice &dice, const std::vector<StreamId> &streams);

    /** `backup`. */
    [[nodiscard]] Result<server::BackupResult> backup(Dice &dice);
    /** `restore`, into an empty folder, with the key file or (nullopt) the words. `erased`: that of the home
     * that was. */
    [[nodiscard]] tl::expected<server::RestoreReport, server::RestoreFailure>
    restore(Dice &dice, const std::optional<seal::WrapKey> &key, const std::filesystem::path &erased);

    /** `quarantine take`. */
    [[nodiscard]] Result<std::size_t> takeRescue(Dice &dice, const std::filesystem::path &file);
    /** `quarantine accept all`, but for ids that are taken: their writer gives those another, unless it is
     * `gone`. How many. */
    [[nodiscard]] Result<std::size_t> acceptHeld(Dice &dice, const std::set<DeviceId> &gone);

private:
    using Opened = Result<std::unique_ptr<server::HomeStore>>;
    [[nodiscard]] Opened open(const Random &random) const;
    using Work = std::function<Status(server::HomeStore &, server::Office &)>;
    [[nodiscard]] Status asOffice(Dice &dice, const Work &work);

    Home &m_home;
    std::function<std::int64_t()> m_nowMs;
};

} // namespace trivsel::sim
