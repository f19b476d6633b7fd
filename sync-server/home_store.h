#pragma once

#include "proto/session/server_session.h"
#include "sync-server/authority.h"
#include "sync-server/contacts.h"
#include "sync-server/erasures.h"
#include "sync-server/folds.h"
#include "sync-server/key_holders.h"
#include "sync-server/reader_lists.h"

#include <memory>

namespace trivsel::server {

/**
 * The home's data as the sessions see it: the journal, the keys, and what the office decided. Reads only;
 * pushes are stored by Inbox, the office's own changes by Office. One thread; other processes may write the
 * same files in between.
 */
class HomeStore final : public session::ServerPort
{
public:
    /** For a home that exists. StoreForeign when home.db belongs to another home. */
    static Result<std::unique_ptr<HomeStore>> open(const ServerKeys &server, journal::Journal journal,
                                                   journal::KeyDb keys, Random random);
    /** For `init`: tables, home id and a first epoch. */
    static Result<std::unique_ptr<HomeStore>> create(const ServerKeys &server, journal::Journal journal,
                                                     journal::KeyDb keys, Random random);

    /** Takes notice of what other processes have committed. Cheap when they have not. */
    [[nodiscard]] Status refresh();
    /** After a commit of our own that wrote in `home`. */
    [[nodiscard]] Status reread();
    /** What was read was rolled back: everything is read anew at the next refresh(). */
    void startOver();

    [[nodiscard]] const domain::HomeModel &model() const { return m_authority.model(); }
    /** The device with this certificate key; nullptr when it is not in the table. */
    [[nodiscard]] const domain::Device *deviceWithKey(const seal::SignPublic &key) const;
    /** `named`: the id in its certificate, for a server that is being rebuilt and has no table yet. */
    [[nodiscard]] std::optional<session::DeviceFacts>
    factsFor(const seal::SignPublic &key, const std::optional<DeviceId> &named = std::nullopt) const;

    /**
     * From here on tablets are believed by their certificates alone until the table of devices is back, and
     * stream keys are taken from the escrow in `home`. The secret stays in memory only. Reads come from the
     * table as ever: a device that is not in it is granted nothing.
     */
    [[nodiscard]] Status beginRecovery(const seal::BoxSecret &recovery);
    [[nodiscard]] bool recovering() const { return m_recovery.has_value(); }
    /** Every key of the escrow, also of versions that newer ones have followed: those are not missed while a
     * home comes back. Only while recovering. */
    [[nodiscard]] Status readEscrow();

    [[nodiscard]] const ServerKeys &server() const { return m_server; }
    [[nodiscard]] journal::Journal &journal() { return m_journal; }
    [[nodiscard]] journal::KeyDb &keys() { return m_keys; }
    [[nodiscard]] Folds &folds() { return m_folds; }
    [[nodiscard]] Contacts &contacts() { return m_contacts; }
    [[nodiscard]] Authority &authority() { return m_authority; }
    [[nodiscard]] Erasures &erasures() { return m_erasures; }
    [[nodiscard]] KeyHolders &keyHolders() { return m_keyHolders; }
    [[nodiscard]] const Random &random() const { return m_random; }

    /** By its kind, its owner and the readers whom the resident has chosen; domain::hasRight. */
    [[nodiscard]] bool hasRight(const domain::Device &device, const domain::StreamInfo &stream) const;
    /** May hold it now: has a right to it, and takes along whose it is where that is needed. */
    [[nodiscard]] bool mayHoldNow(const domain::Device &device, const StreamId &stream) const;
    /** Newest version of the key that the home names and that is here; 0 when none. A newer one in keys.db
     * was cut off on its way: nobody has it. */
    [[nodiscard]] std::uint32_t keyVersion(const StreamId &stream) const;
    /** Its cursor counts as a copy of what it may hold: nothing was added since it said so. */
    [[nodiscard]] bool standsAtCursor(const Contact &contact);

    /** What the file DIR/erased says beside the log: a backup may be older than it. */
    void setErasedByFile(std::set<StreamId> streams) { m_erasedByFile = std::move(streams); }
    [[nodiscard]] bool isErased(const StreamId &stream) const
    {
        return model().isErased(stream) || m_erasedByFile.contains(stream);
    }
    /** Erased streams that a device of this kind may have held and has not confirmed, by id. */
    [[nodiscard]] Result<std::vector<StreamId>> unconfirmed(const domain::Device &device);

    // ServerPort
    HomeId home() const override { return m_server.home; }
    std::uint64_t epoch() const override { return m_epoch; }
    Result<std::uint64_t> renewEpoch() override;
    Result<session::Position> end() override { return m_journal.end(); }
    Result<std::optional<session::Position>> positionAt(std::uint64_t seq) override
    {
        return m_journal.positionAt(seq);
    }
    void noteCarry(const DeviceId &device, const std::vector<PersonId> &residents) override
    {
        m_carry.insert_or_assign(device, residents);
    }
    std::vector<wire::v1::StreamGrant> grants(const DeviceId &device) override;
    std::vector<wire::v1::StreamKey> keysFor(const DeviceId &device, const StreamId &stream) override;
    bool mayPush(const DeviceId &device, const StreamId &stream) override;
    std::optional<seal::SignPublic> signKey(const DeviceId &device) override;
    bool trustsUnknownSigners() override { return recovering(); }
    bool knowsKey(const StreamId &stream, std::uint32_t version) override;
    Result<bool> mayHold(const DeviceId &device, std::uint64_t changes, std::uint64_t bytes) override;
    Result<std::vector<session::Range>> ranges(const StreamId &stream) override
    {
        return m_journal.ranges(stream);
    }
    Result<Hash256> setHash(const StreamId &stream) override { return m_journal.setHash(stream); }
    Result<journal::Journal::Tip> tip(const StreamId &stream, Incarnation inc) override
    {
        return m_journal.tip(stream, inc);
    }
    Result<std::uint64_t> lastIncarnation(const DeviceId &device) override;
    Result<Page> page(const std::vector<StreamId> &streams, std::uint64_t afterSeq) override;
    Result<std::vector<session::Range>> safe(const DeviceId &device, const StreamId &stream,
                                             const session::Range &range) override;

    std::vector<StreamId> revoked(const DeviceId &device) override;
    std::vector<wire::v1::StreamErased> erasedFor(const DeviceId &device) override;
    std::optional<wire::v1::Wipe> wipeOrder(const DeviceId &device) override;

    /** Up to here the log's changes in this stream stand on a second device: in a verified backup on another
     * disk, or on a tablet other than this one. */
    [[nodiscard]] Result<std::uint64_t> safeUpto(const DeviceId &device, const StreamId &stream);

private:
    HomeStore(const ServerKeys &server, journal::Journal journal, journal::KeyDb keys, Random random);
    [[nodiscard]] Status load();
    [[nodiscard]] Status upgrade();
    /** Reads the escrow when a stream misses the key that counts. */
    [[nodiscard]] Status recoverKeys();
    [[nodiscard]] bool madeByOffice(const StreamId &stream) const;
    /** nullptr unless the office made the stream and it is not erased. */
    [[nodiscard]] std::optional<domain::StreamInfo> infoOf(const StreamId &stream) const;
    [[nodiscard]] bool mayBox(const DeviceId &device, const StreamId &stream) const;
    [[nodiscard]] const domain::Device *granted(const DeviceId &device, const StreamId &stream) const;
    [[nodiscard]] Status drawEpoch();

    ServerKeys m_server;
    journal::Journal m_journal;
    journal::KeyDb m_keys;
    Folds m_folds;
    Contacts m_contacts;
    Authority m_authority;
    ReaderLists m_readers;
    Erasures m_erasures;
    KeyHolders m_keyHolders;
    std::map<DeviceId, std::vector<PersonId>> m_carry;
    std::set<StreamId> m_erasedByFile;
    Random m_random;
    std::optional<seal::BoxSecret> m_recovery;
    std::uint64_t m_epoch = 0;
    std::int64_t m_dataVersion = 0;
};

} // namespace trivsel::server
