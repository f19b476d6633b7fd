#include "sync-server/status.h"

#include "sync-server/certificate_life.h"
#include "sync-server/erase_home.h"
#include "sync-server/rounds.h"

#include <algorithm>

namespace trivsel::server {
namespace {

std::uint64_t changesIn(const std::vector<journal::Range> &ranges)
{
    std::uint64_t count = 0;
    for (const journal::Range &range : ranges) {
        count += range.last - range.first + 1;
    }
    return count;
}

Status countChanges(HomeStore &store, StatusReport &report)
{
    const auto streams = store.journal().streams();
    if (!streams) {
        return tl::unexpected(streams.error());
    }
    for (const StreamId &stream : *streams) {
        const auto ranges = store.journal().ranges(stream);
        if (!ranges) {
            return tl::unexpected(ranges.error());
        }
        const std::uint64_t count = changesIn(*ranges);
        report.changes += count;
        report.changesByKind[stream.kind] += count;
    }
    return {};
}

/** Another device than the writer's must hold it: one tablet for what the office wrote, else two, since one
 * of them may be the writer's own. */
class Copies
{
public:
    Copies(HomeStore &store, const StatusReport &report) : m_store(store), m_report(report) {}

    Status read()
    {
        for (const TabletStatus &tablet : m_report.tablets) {
            const auto contact = m_store.contacts().of(tablet.id);
            if (!contact) {
                return tl::unexpected(contact.error());
            }
            const auto here = m_store.journal().positionAt(contact->cursor.seq);
            if (!here) {
                return tl::unexpected(here.error());
            }
            const domain::Device *device = m_store.model().device(tablet.id);
            if (device != nullptr && m_store.standsAtCursor(*contact) && *here == contact->cursor) {
                m_cursors.emplace_back(device, contact->cursor.seq);
            }
        }
        return {};
    }
    [[nodiscard]] bool safe(const journal::StoredChange &stored) const
    {
        const auto holders = std::count_if(m_cursors.begin(), m_cursors.end(), [&](const auto &one) {
            return one.second >= stored.seq && m_store.mayHoldNow(*one.first, stored.change.stream);
        });
        const bool own = m_store.authority().isOwn(stored.change.dot.inc);
        return stored.seq <= m_report.backup.safeUpto() || holders >= (own ? 1 : 2);
    }
    /** Up to here everything is safe, whatever it is. */
    [[nodiscard]] std::uint64_t from() const { return m_report.backup.safeUpto(); }

private:
    HomeStore &m_store;
    const StatusReport &m_report;
    std::vector<std::pair<const domain::Device *, std::uint64_t>> m_cursors;
};

Status countNotSafe(HomeStore &store, StatusReport &report)
{
    // What is held is on no tablet but the writer's, which may be lost: only a backup makes it safe.
    const auto held = store.journal().heldSince(report.backup.safeHeld());
    if (!held) {
        return tl::unexpected(held.error());
    }
    report.notSafe += *held;
    Copies copies(store, report);
    TRIVSEL_TRY(copies.read());
    return store.journal().readLog(copies.from(), [&](journal::StoredChange &&stored) {
        report.notSafe += copies.safe(stored) ? 0 : 1;
        return true;
    });
}

/** Reads what stands after the tablets' cursors once, and counts for each. */
Status countBehind(HomeStore &store, StatusReport &report)
{
    std::map<DeviceId, std::uint64_t> cursors;
    std::uint64_t furthest = 0;
    for (const TabletStatus &tablet : report.tablets) {
        const auto contact = store.contacts().of(tablet.id);
        if (!contact) {
            return tl::unexpected(contact.error());
        }
        cursors[tablet.id] = contact->cursor.seq;
        furthest = std::max(furthest, contact->cursor.seq);
    }
    std::uint64_t from = furthest;
    for (const auto &[device, seq] : cursors) {
        from = std::min(from, seq);
    }
    return store.journal().readLog(from, [&](journal::StoredChange &&stored) {
        for (TabletStatus &tablet : report.tablets) {
            const domain::Device *device = store.model().device(tablet.id);
            const bool its = device != nullptr && store.mayHoldNow(*device, stored.change.stream);
            tablet.behind += its && stored.seq > cursors[tablet.id] ? 1 : 0;
        }
        const bool own = store.authority().isOwn(stored.change.dot.inc);
        report.singleCopy += own && stored.seq > furthest ? 1 : 0;
        return true;
    });
}

Status readTablets(HomeStore &store, StatusReport &report)
{
    for (const domain::Device &device : store.model().devices) {
        const auto contact = store.contacts().of(device.id);
        if (!contact) {
            return tl::unexpected(contact.error());
        }
        TabletStatus tablet;
        tablet.id = device.id;
        tablet.name = device.name;
        tablet.kind = device.kind;
        tablet.blocked = device.blocked;
        tablet.owner = device.owner;
        tablet.wipeMs = device.wipeMs;
        tablet.lastContactMs = contact->lastMs;
        if (contact->certificateUntilMs != 0) {
            tablet.readsUntilMs = readsUntil(contact->certificateUntilMs, device).value_or(0);
        }
        tablet.app = contact->app;
        tablet.clockOffsetMs = contact->clockOffsetMs;
        report.tablets.push_back(std::move(tablet));
    }
    std::sort(report.tablets.begin(), report.tablets.end(), [](const TabletStatus &a, const TabletStatus &b) {
        return std::tie(a.name, a.id) < std::tie(b.name, b.id);
    });
    return countBehind(store, report);
}

Result<std::string> tileName(HomeStore &store, const PersonId &resident)
{
    const auto stream = store.model().streamOf(resident, StreamKind::Profile);
    if (!stream) {
        return std::string();
    }
    const auto fold = store.folds().upToDate(*stream);
    if (!fold) {
        return tl::unexpected(fold.error());
    }
    return domain::readProfile(resident, **fold).name;
}

Status readWaiting(HomeStore &store, StatusReport &report)
{
    for (const domain::StreamInfo &info : store.model().streams) {
        // Of the house itself; or `own`: there tablets tell each other about keys, and the words are closed
        // here.
        if (!info.about || info.id.kind == StreamKind::Own || store.keys().newest(info.id) == 0) {
            continue;
        }
        const auto fold = store.folds().upToDate(info.id);
        if (!fold) {
            return tl::unexpected(fold.error());
        }
        for (const merge::FieldId &field : (*fold)->waiting()) {
            const auto name = tileName(store, *info.about);
            if (!name) {
                return tl::unexpected(name.error());
            }
            report.waiting.push_back({*info.about, *name, info.id.kind, field.entity, field.field});
        }
    }
    return {};
}

Status readErasures(HomeStore &store, StatusReport &report)
{
    std::map<PersonId, OpenErasure> open;
    for (const domain::Device &device : store.model().devices) {
        const auto streams = store.unconfirmed(device);
        if (!streams) {
            return tl::unexpected(streams.error());
        }
        for (const StreamId &stream : *streams) {
            const domain::StreamInfo &info = *store.model().streamInfo(stream);
            OpenErasure &one = open[info.about.value_or(PersonId())];
            one.resident = info.about.value_or(PersonId());
            one.atMs = info.erased->atMs;
            if (one.tablets.empty() || one.tablets.back() != device.name) {
                one.tablets.push_back(device.name);
            }
        }
    }
    for (auto &[resident, one] : open) {
        report.erasures.push_back(std::move(one));
    }
    return {};
}

void countPeople(const domain::HomeModel &home, StatusReport &report)
{
    for (const domain::Person &person : home.people) {
        const bool resident = person.role == domain::Role::ROLE_RESIDENT;
        report.residents += person.active && resident ? 1 : 0;
        report.staff += person.active && !resident ? 1 : 0;
    }
}

} // namespace

Result<StatusReport> readStatus(HomeStore &store)
{
    StatusReport report;
    report.home = store.server().home;
    report.name = store.model().name;
    report.demo = store.model().demo;
    auto everybody = people(store);
    if (!everybody) {
        return tl::unexpected(everybody.error());
    }
    report.people = std::move(*everybody);
    std::erase_if(report.people, [](const NamedPerson &one) { return !one.person.active; });
    countPeople(store.model(), report);
    TRIVSEL_TRY(countChanges(store, report));
    TRIVSEL_TRY(readTablets(store, report));
    TRIVSEL_TRY(readWaiting(store, report));
    TRIVSEL_TRY(readErasures(store, report));
    // Of each device, and not all of it at once: it may be 64 MiB for each.
    for (const domain::Device &device : store.model().devices) {
        const auto held = store.journal().heldFor(device.id);
        if (!held) {
            return tl::unexpected(held.error());
        }
        report.held += held->changes;
    }
    auto record = trustedBackupRecord(store.journal());
    const auto gone = store.journal().goneCount();
    if (!record || !gone) {
        return tl::unexpected(record ? gone.error() : record.error());
    }
    report.backup = std::move(*record);
    report.roundsRefused = roundsRefused(store);
    auto hourly = readHourlyTo(store.journal());
    if (!hourly) {
        return tl::unexpected(hourly.error());
    }
    report.hourlyTo = std::move(*hourly);
    if (*gone > 0) {
        TRIVSEL_TRY(store.journal().readLog(0, [&](journal::StoredChange &&stored) {
            report.skipped += stored.change.gone && !isGoneByOrder(store, stored.change.id()) ? 1 : 0;
            return true;
        }));
    }
    TRIVSEL_TRY(countNotSafe(store, report));
    return report;
}

Result<std::uint64_t> notSafeWithout(HomeStore &store, StatusReport report, const DeviceId &tablet)
{
    std::erase_if(report.tablets, [&tablet](const TabletStatus &one) { return one.id == tablet; });
    report.notSafe = 0;
    TRIVSEL_TRY(countNotSafe(store, report));
    return report.notSafe;
}

Result<std::vector<StreamState>> readState(HomeStore &store)
{
    auto streams = store.journal().streams();
    if (!streams) {
        return tl::unexpected(streams.error());
    }
    std::sort(streams->begin(), streams->end());
    std::vector<StreamState> states;
    for (const StreamId &stream : *streams) {
        const auto ranges = store.journal().ranges(stream);
        const auto setHash = store.journal().setHash(stream);
        const auto fold = store.folds().upToDate(stream);
        if (!ranges || !setHash || !fold) {
            return tl::unexpected(!ranges ? ranges.error() : !setHash ? setHash.error() : fold.error());
        }
        states.push_back({stream, changesIn(*ranges), *setHash, seal::hash256((*fold)->canonical())});
    }
    return states;
}

} // namespace trivsel::server
