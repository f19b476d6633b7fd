#include "sync-server/key_holders.h"

#include "proto/base/mutant.h"

#include "sync-server/home_store.h"

#include <algorithm>

namespace trivsel::server {

Status KeyHolders::prepare()
{
    return m_journal.database().execute("CREATE TABLE IF NOT EXISTS key_holder("
                                        "stream BLOB NOT NULL, device BLOB NOT NULL,"
                                        "PRIMARY KEY(stream, device)) WITHOUT ROWID, STRICT");
}

Result<KeyHolders::Holders> KeyHolders::read()
{
    Holders out;
    auto query = m_journal.database().prepare("SELECT stream, device FROM key_holder");
    if (!query) {
        return tl::unexpected(query.error());
    }
    for (;;) {
        const auto found = query->step();
        if (!found) {
            return tl::unexpected(found.error());
        }
        if (!*found) {
            return out;
        }
        const auto stream = StreamId::from(query->blob(0));
        const auto device = DeviceId::from(query->blob(1));
        if (stream && device) {
            out[*stream].insert(*device);
        }
    }
}

Result<KeyHolders::Due> KeyHolders::due(const HomeStore &store)
{
    const auto before = read();
    if (!before) {
        return tl::unexpected(before.error());
    }
    Due due;
    for (const domain::StreamInfo &info : store.model().streams) {
        // The key of `home` is the seed's: every device of the house has it.
        if (info.id.kind == StreamKind::Home || store.isErased(info.id)) {
            continue;
        }
        std::set<DeviceId> now;
        for (const domain::Device &device : store.model().devices) {
            if (store.hasRight(device, info)) {
                now.insert(device.id);
            }
        }
        const auto at = before->find(info.id);
        const std::set<DeviceId> had = at == before->end() ? std::set<DeviceId>() : at->second;
        // A server that was set back to before a turn: tablets bring the name of a key that is not here. With
        // another one on top, everybody writes again what everybody can read.
        const bool lost =
            !store.recovering() && store.keyVersion(info.id) != 0 && store.keyVersion(info.id) != info.key;
        if (now == had && !lost) {
            continue;
        }
        const bool left = !std::includes(now.begin(), now.end(), had.begin(), had.end());
        if (lost || (left && !TRIVSEL_MUTANT("key-not-turned"))) {
            due.turn.push_back(info.id);
        }
        due.holders.emplace(info.id, std::move(now));
    }
    return due;
}

Status KeyHolders::keep(const Due &due)
{
    for (const auto &[stream, devices] : due.holders) {
        auto clear = m_journal.database().prepare("DELETE FROM key_holder WHERE stream = ?1");
        if (!clear) {
            return tl::unexpected(clear.error());
        }
        TRIVSEL_TRY(clear->bindBlob(1, stream.str()).run());
        for (const DeviceId &device : devices) {
            auto add = m_journal.database().prepare("INSERT INTO key_holder(stream, device) VALUES(?1, ?2)");
            if (!add) {
                return tl::unexpected(add.error());
            }
            TRIVSEL_TRY(add->bindBlob(1, stream.str()).bindBlob(2, device.str()).run());
        }
    }
    return {};
}

Status KeyHolders::noteAll(const HomeStore &store)
{
    auto transaction = journal::Transaction::begin(m_journal.database());
    const auto all = transaction ? due(store) : Result<Due>(tl::unexpected(transaction.error()));
    if (!all) {
        return tl::unexpected(all.error());
    }
    TRIVSEL_TRY(keep(*all));
    return transaction->commit();
}

} // namespace trivsel::server
