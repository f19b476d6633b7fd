#include "sync-server/home_store.h"

#include "proto/base/mutant.h"
#include "proto/domain/device_rights.h"
#include "proto/seal/boxed_change.h"
#include "proto/seal/erasure_order.h"
#include "proto/seal/own_key.h"
#include "proto/seal/wipe.h"
#include "proto/session/range_set.h"

#include "sync-server/backup_record.h"
#include "sync-server/escrow.h"
#include "sync-server/log_page.h"
#include "sync-server/reissues.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace trivsel::server {
namespace {

constexpr std::string_view kHomeMeta = "home";
constexpr std::string_view kEpochMeta = "epoch";
constexpr std::int64_t kNotRead =
    -2; // no version of SQLite's: what is here is read anew at the next refresh()

} // namespace

HomeStore::HomeStore(const ServerKeys &server, journal::Journal journal, journal::KeyDb keys, Random random)
    : m_server(server),
      m_journal(std::move(journal)),
      m_keys(std::move(keys)),
      m_folds(m_journal, m_keys),
      m_contacts(m_journal),
      m_authority(m_journal, m_keys, m_server),
      m_readers(m_journal, m_keys, m_authority, m_server.home),
      m_erasures(m_journal),
      m_keyHolders(m_journal),
      m_random(std::move(random))
{
}

Result<std::unique_ptr<HomeStore>> HomeStore::create(const ServerKeys &server, journal::Journal journal,
                                                     journal::KeyDb keys, Random random)
{
    std::unique_ptr<HomeStore> store(
        new HomeStore(server, std::move(journal), std::move(keys), std::move(random)));
    auto transaction = journal::Transaction::begin(store->m_journal.database());
    if (!transaction) {
        return tl::unexpected(transaction.error());
    }
    TRIVSEL_TRY(store->m_contacts.prepare());
    TRIVSEL_TRY(store->m_authority.prepare());
    TRIVSEL_TRY(store->m_erasures.prepare());
    TRIVSEL_TRY(store->m_keyHolders.prepare());
    TRIVSEL_TRY(store->m_journal.setMeta(kHomeMeta, server.home.str()));
    TRIVSEL_TRY(store->drawEpoch());
    TRIVSEL_TRY(transaction->commit());
    TRIVSEL_TRY(store->load());
    return store;
}

Result<std::unique_ptr<HomeStore>> HomeStore::open(const ServerKeys &server, journal::Journal journal,
                                                   journal::KeyDb keys, Random random)
{
    std::unique_ptr<HomeStore> store(
        new HomeStore(server, std::move(journal), std::move(keys), std::move(random)));
    const auto home = store->m_journal.meta(kHomeMeta);
    if (!home) {
        return tl::unexpected(home.error());
    }
    if (*home != server.home.str()) {
        return fail(Errc::StoreForeign, "home.db of another home");
    }
    TRIVSEL_TRY(store->upgrade());
    TRIVSEL_TRY(store->load());
    return store;
}

Status HomeStore::upgrade()
{
    const auto contacts = m_contacts.needsUpgrade();
    const auto erasures = m_erasures.needsUpgrade();
    if (!contacts || !erasures) {
        return tl::unexpected(contacts ? erasures.error() : contacts.error());
    }
    if (!*contacts && !*erasures) {
        return {};
    }
    auto transaction = journal::Transaction::begin(m_journal.database());
    if (!transaction) {
        return tl::unexpected(transaction.error());
    }
    TRIVSEL_TRY(*contacts ? m_contacts.upgrade() : Status());
    TRIVSEL_TRY(m_erasures.prepare());
    TRIVSEL_TRY(m_keyHolders.prepare()); // as old as the newest column of `contact`
    return transaction->commit();
}

Status HomeStore::load()
{
    const auto epoch = m_journal.meta(kEpochMeta);
    if (!epoch) {
        return tl::unexpected(epoch.error());
    }
    const auto bytes = Bytes<8, struct EpochTag>::from(epoch->value_or(std::string()));
    if (!bytes) {
        return fail(Errc::StoreCorrupt, "no epoch");
    }
    std::memcpy(&m_epoch, bytes->data.data(), sizeof m_epoch);
    const auto contacts = m_contacts.all();
    if (!contacts) {
        return tl::unexpected(contacts.error());
    }
    for (const Contact &contact : *contacts) {
        m_carry.insert_or_assign(contact.device, contact.carry);
    }
    m_dataVersion = m_journal.database().dataVersion();
    return reread();
}

Status HomeStore::drawEpoch()
{
    do {
        m_random({reinterpret_cast<std::uint8_t *>(&m_epoch), sizeof m_epoch});
    } while (m_epoch == 0);
    return m_journal.setMeta(kEpochMeta, {reinterpret_cast<const char *>(&m_epoch), sizeof m_epoch});
}

Result<std::uint64_t> HomeStore::renewEpoch()
{
    auto transaction = journal::Transaction::begin(m_journal.database());
    if (!transaction) {
        return tl::unexpected(transaction.error());
    }
    const std::uint64_t before = m_epoch;
    Status drawn = drawEpoch();
    if (drawn) {
        drawn = m_contacts.forgetCursors();
    }
    if (drawn) {
        drawn = transaction->commit();
    }
    if (!drawn) {
        m_epoch = before;
        return tl::unexpected(drawn.error());
    }
    return m_epoch;
}

Status HomeStore::refresh()
{
    const std::int64_t version = m_journal.database().dataVersion();
    if (version == m_dataVersion) {
        return {};
    }
    TRIVSEL_TRY(reread());
    m_dataVersion = version; // only now: what could not be read is read the next time
    return {};
}

Status HomeStore::reread()
{
    const std::int64_t version = std::exchange(m_dataVersion, kNotRead);
    // Keys first: a stream's key is put before the stream is named in `home`.
    TRIVSEL_TRY(m_keys.reload());
    TRIVSEL_TRY(m_authority.refresh());
    TRIVSEL_TRY(recovering() ? recoverKeys() : Status());
    TRIVSEL_TRY(m_readers.refresh());
    m_dataVersion = version;
    return {};
}

void HomeStore::startOver()
{
    m_authority.forget();
    m_readers.clear();
    m_folds.clear();
    m_dataVersion = kNotRead;
}

Status HomeStore::beginRecovery(const seal::BoxSecret &recovery)
{
    m_recovery = recovery;
    return reread();
}

Status HomeStore::recoverKeys()
{
    const bool missing =
        std::any_of(model().streams.begin(), model().streams.end(), [this](const domain::StreamInfo &info) {
            return !m_keys.key(info.id, info.key) && !isErased(info.id);
        });
    return missing ? readEscrow() : Status();
}

Status HomeStore::readEscrow()
{
    const auto opened = keysFromEscrow(
        m_journal, m_keys, m_server.homeStream, [this](Incarnation inc) { return m_authority.isOwn(inc); },
        [this](const StreamId &stream) { return isErased(stream); }, *m_recovery);
    if (!opened) {
        return tl::unexpected(opened.error());
    }
    if (*opened > 0) {
        m_folds.clear();
        m_readers.clear();
    }
    return {};
}

const domain::Device *HomeStore::deviceWithKey(const seal::SignPublic &key) const
{
    const auto &devices = model().devices;
    const auto found = std::find_if(devices.begin(), devices.end(), [&](const domain::Device &device) {
        return device.signKey == key.str();
    });
    return found == devices.end() ? nullptr : &*found;
}

std::optional<session::DeviceFacts> HomeStore::factsFor(const seal::SignPublic &key,
                                                        const std::optional<DeviceId> &named) const
{
    const domain::Device *device = deviceWithKey(key);
    session::DeviceFacts facts;
    if (device == nullptr) {
        if (!recovering() || !named || model().device(*named) != nullptr || *named == m_server.device()) {
            return std::nullopt;
        }
        facts.device = *named;
        return facts;
    }
    facts.device = device->id;
    facts.blocked = device->blocked;
    facts.mayRead = !device->blocked;
    return facts;
}

bool HomeStore::madeByOffice(const StreamId &stream) const
{
    const auto &streams = model().streams; // sorted
    const auto at =
        std::lower_bound(streams.begin(), streams.end(), stream,
                         [](const domain::StreamInfo &info, const StreamId &id) { return info.id < id; });
    return stream == m_server.homeStream || (at != streams.end() && at->id == stream);
}

std::optional<domain::StreamInfo> HomeStore::infoOf(const StreamId &stream) const
{
    if (isErased(stream)) {
        return std::nullopt;
    }
    const domain::StreamInfo *info = model().streamInfo(stream);
    if (info == nullptr && stream == m_server.homeStream) {
        return domain::StreamInfo{stream, std::nullopt};
    }
    return info != nullptr ? std::optional(*info) : std::nullopt;
}

bool HomeStore::hasRight(const domain::Device &device, const domain::StreamInfo &stream) const
{
    return domain::hasRight(model(), device, stream, stream.about ? m_readers.of(*stream.about) : nullptr);
}

bool HomeStore::mayHoldNow(const domain::Device &device, const StreamId &stream) const
{
    const auto info = infoOf(stream);
    if (!info || !hasRight(device, *info)) {
        return false;
    }
    if (!domain::onlyAlong(device, stream)) {
        return true;
    }
    const auto carry = m_carry.find(device.id);
    return carry != m_carry.end() && info->about &&
           std::find(carry->second.begin(), carry->second.end(), *info->about) != carry->second.end() &&
           domain::mayTakeAlong(model(), device, *info->about, m_readers.of(*info->about));
}

const domain::Device *HomeStore::granted(const DeviceId &id, const StreamId &stream) const
{
    const domain::Device *device = model().device(id);
    return device != nullptr && mayHoldNow(*device, stream) ? device : nullptr;
}

std::uint32_t HomeStore::keyVersion(const StreamId &stream) const
{
    const domain::StreamInfo *info = model().streamInfo(stream);
    const auto versions = m_keys.versions(stream, info != nullptr ? info->key : 1);
    return versions.empty() ? 0 : versions.back();
}

std::vector<wire::v1::StreamGrant> HomeStore::grants(const DeviceId &id)
{
    std::vector<wire::v1::StreamGrant> out;
    const domain::Device *device = model().device(id);
    if (device == nullptr || device->blocked) {
        return out;
    }
    const auto add = [&](const StreamId &stream) {
        const bool may = mayHoldNow(*device, stream) || TRIVSEL_MUTANT("grant-not-checked-at-pull");
        const std::uint32_t key = may ? keyVersion(stream) : 0;
        if (key != 0 && out.size() < limits::kStreamsPerDeviceMax) {
            wire::v1::StreamGrant &grant = out.emplace_back();
            grant.set_stream(stream.str());
            grant.set_key(key);
        }
    };
    add(m_server.homeStream);
    for (const domain::StreamInfo &info : model().streams) {
        if (info.id != m_server.homeStream) {
            add(info.id);
        }
    }
    return out;
}

std::vector<wire::v1::StreamKey> HomeStore::keysFor(const DeviceId &id, const StreamId &stream)
{
    std::vector<wire::v1::StreamKey> out;
    const domain::Device *device = granted(id, stream);
    const auto box = device != nullptr ? seal::BoxPublic::from(device->boxKey) : std::nullopt;
    if (!box) {
        return out;
    }
    for (const std::uint32_t version : m_keys.versions(stream, keyVersion(stream))) {
        if (const auto key = m_keys.key(stream, version)) {
            wire::v1::StreamKey &message = out.emplace_back();
            message.set_stream(stream.str());
            message.set_key(version);
            message.set_box(seal::sealBox(*box, key->str()));
        }
    }
    return out;
}

/** Who looked: every tablet of the house hands it in, and none holds it. */
bool HomeStore::mayBox(const DeviceId &id, const StreamId &stream) const
{
    const domain::Device *device = model().device(id);
    return stream.kind == StreamKind::Audit && device != nullptr && !device->blocked && madeByOffice(stream);
}

bool HomeStore::mayPush(const DeviceId &device, const StreamId &stream)
{
    // While there is no table yet, anybody of this house may hand in what makes one: it counts only as far as
    // the server itself has signed it.
    const bool unknown = recovering() && stream == m_server.homeStream && model().device(device) == nullptr;
    // What comes late to an erased stream is taken, and stored without its content.
    if (unknown || isErased(stream) || mayBox(device, stream)) {
        return true;
    }
    // A right is enough: what was written on a walk may come in after it.
    const domain::Device *known = model().device(device);
    const auto info = infoOf(stream);
    return known != nullptr && info && hasRight(*known, *info);
}

std::optional<seal::SignPublic> HomeStore::signKey(const DeviceId &id)
{
    if (id == m_server.device()) {
        return seal::publicOf(m_server.identity);
    }
    const domain::Device *device = model().device(id);
    return device != nullptr ? seal::SignPublic::from(device->signKey) : std::nullopt;
}

bool HomeStore::knowsKey(const StreamId &stream, std::uint32_t version)
{
    if (stream.kind == StreamKind::Audit && version == seal::kBoxedKey) {
        return true; // sealed to the server's own key
    }
    if (seal::isOwnKey(stream, version)) {
        return true; // *kun mig*: tablets draw these keys, and never show them here
    }
    // While rebuilding: a key that is lost is no reason to lose the place of what it sealed.
    return m_keys.key(stream, version).has_value() || isErased(stream) ||
           (recovering() && madeByOffice(stream));
}

Result<bool> HomeStore::mayHold(const DeviceId &device, std::uint64_t changes, std::uint64_t bytes)
{
    const auto held = m_journal.heldFor(device);
    if (!held) {
        return tl::unexpected(held.error());
    }
    return held->changes + changes <= limits::kQuarantineChangesPerDeviceMax &&
           held->bytes + bytes <= limits::kQuarantineBytesPerDeviceMax;
}

Result<std::uint64_t> HomeStore::lastIncarnation(const DeviceId &device)
{
    const auto contact = m_contacts.of(device);
    if (!contact) {
        return tl::unexpected(contact.error());
    }
    return static_cast<std::uint64_t>(contact->lastIncarnation);
}

bool HomeStore::standsAtCursor(const Contact &contact)
{
    return contact.complete && contact.grants == session::grantsHash(grants(contact.device));
}

Result<std::uint64_t> HomeStore::safeUpto(const DeviceId &device, const StreamId &stream)
{
    const auto record = trustedBackupRecord(m_journal);
    const auto contacts = record ? m_contacts.all() : Result<std::vector<Contact>>(std::vector<Contact>());
    if (!record || !contacts) {
        return tl::unexpected(record ? contacts.error() : record.error());
    }
    std::uint64_t upto = TRIVSEL_MUTANT("safe-without-a-copy") ? std::numeric_limits<std::uint64_t>::max()
                                                               : record->safeUpto();
    for (const Contact &contact : *contacts) {
        const bool counts = contact.device != device && contact.cursor.seq > upto &&
                            granted(contact.device, stream) != nullptr && standsAtCursor(contact);
        if (!counts) {
            continue;
        }
        const auto here = m_journal.positionAt(contact.cursor.seq);
        if (!here) {
            return tl::unexpected(here.error());
        }
        if (*here == contact.cursor) {
            upto = contact.cursor.seq;
        }
    }
    return upto;
}

Result<std::vector<session::Range>> HomeStore::safe(const DeviceId &device, const StreamId &stream,
                                                    const session::Range &range)
{
    const auto upto = safeUpto(device, stream);
    if (!upto) {
        return tl::unexpected(upto.error());
    }
    auto here = m_journal.rangesUpto(stream, range, *upto);
    if (!here) {
        return here;
    }
    // What a person let in under an id of the office is as safe as that is.
    const auto elsewhere = reissuesOf(m_journal, stream, session::RangeSet(*here).missing(range));
    if (!elsewhere) {
        return tl::unexpected(elsewhere.error());
    }
    for (const auto &[dot, anew] : *elsewhere) {
        const auto safe = m_journal.rangesUpto(stream, {anew.inc, anew.ctr, anew.ctr}, *upto);
        if (!safe) {
            return tl::unexpected(safe.error());
        }
        if (!safe->empty()) {
            here->push_back({dot.inc, dot.ctr, dot.ctr});
        }
    }
    return here;
}

std::vector<StreamId> HomeStore::revoked(const DeviceId &id)
{
    std::vector<StreamId> out;
    const domain::Device *device = model().device(id);
    // Without its table a server that is being rebuilt knows nothing for certain.
    if (recovering() || device == nullptr || device->blocked) {
        return out;
    }
    for (const domain::StreamInfo &info : model().streams) {
        const bool held = info.id.kind != StreamKind::Audit; // of those no tablet is granted anything, ever
        if (held && granted(id, info.id) == nullptr && !isErased(info.id)) {
            out.push_back(info.id);
        }
    }
    return out;
}

Result<std::vector<StreamId>> HomeStore::unconfirmed(const domain::Device &device)
{
    std::vector<StreamId> out;
    const auto done = m_erasures.confirmedBy(device.id);
    if (!done) {
        return tl::unexpected(done.error());
    }
    for (const domain::StreamInfo &info : model().streams) {
        // The escrow of its keys lies in `home`, which everybody holds.
        const bool boxes = info.erased && !info.erased->escrow.empty();
        const bool mayHave =
            boxes || domain::mayHold(device.kind, info.id.kind) || info.id.kind == StreamKind::Audit;
        if (info.erased && mayHave && !done->contains(info.id)) {
            out.push_back(info.id);
        }
    }
    return out;
}

std::vector<wire::v1::StreamErased> HomeStore::erasedFor(const DeviceId &id)
{
    std::vector<wire::v1::StreamErased> out;
    const domain::Device *device = model().device(id);
    const auto open =
        device != nullptr ? unconfirmed(*device) : Result<std::vector<StreamId>>(std::vector<StreamId>());
    if (!open) {
        return out; // told the next time
    }
    for (const StreamId &stream : *open) {
        const domain::Erasure &erasure = *model().streamInfo(stream)->erased;
        wire::v1::StreamErased &order = out.emplace_back();
        order.set_stream(stream.str());
        order.set_order(erasure.order.str());
        for (const Dot &dot : erasure.escrow) {
            auto *box = order.add_escrow();
            box->set_inc(static_cast<std::uint64_t>(dot.inc));
            box->set_ctr(dot.ctr);
        }
        seal::signErasure(order, m_server.home, m_server.identity);
    }
    return out;
}

std::optional<wire::v1::Wipe> HomeStore::wipeOrder(const DeviceId &id)
{
    const domain::Device *device = model().device(id);
    if (device == nullptr || device->wipeMs == 0 || !device->blocked) {
        return std::nullopt;
    }
    return seal::orderWipe(m_server.home, id, device->wipeMs, m_server.identity);
}

Result<session::ServerPort::Page> HomeStore::page(const std::vector<StreamId> &streams,
                                                  std::uint64_t afterSeq)
{
    return readPage(m_journal, streams, afterSeq);
}

} // namespace trivsel::server
