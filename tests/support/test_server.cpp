#include "tests/support/test_server.h"

#include "proto/seal/own_key.h"
#include "tests/support/must.h"
#include "tests/support/quick_journal.h"

#include <algorithm>
#include <fstream>

namespace trivsel::test {

using journal::Appended;
using journal::Journal;
using journal::Transaction;

TestServer::TestServer(std::filesystem::path file, HomeId home) : m_file(std::move(file)), m_home(home)
{
    m_journal = openQuickly(m_file);
    readEpoch();
    if (m_epoch == 0) {
        must(renewEpoch());
    }
}

void TestServer::readEpoch()
{
    const auto text = must(m_journal->meta("epoch"));
    m_epoch = text ? std::stoull(*text) : 0;
}

void TestServer::reopen()
{
    m_journal.reset();
    m_journal = openQuickly(m_file);
    readEpoch();
}

void TestServer::saveCopy(const std::filesystem::path &to)
{
    m_journal.reset(); // empties the write-ahead log into the file
    std::filesystem::copy_file(m_file, to, std::filesystem::copy_options::overwrite_existing);
    reopen();
}

void TestServer::restoreCopy(const std::filesystem::path &from)
{
    m_journal.reset();
    std::filesystem::copy_file(from, m_file, std::filesystem::copy_options::overwrite_existing);
    reopen();
}

session::DeviceFacts TestServer::facts(const DeviceId &device) const
{
    const Device &known = devices.at(device);
    return {device, known.mayRead, known.blocked, known.expired, 0, known.renewed};
}

std::size_t TestServer::onTheChain(const session::StorePush &push)
{
    if (push.accepted.empty() || !push.proof) {
        return push.accepted.size();
    }
    const Dot first{Incarnation{push.proof->inc()}, push.proof->first()};
    const auto tip = must(m_journal->tip(push.stream, first.inc));
    const bool follows = tip.ctr >= first.ctr - 1 && tip.ctr < push.proof->last();
    const bool forked = follows && must(m_journal->headAt(push.stream, {first.inc, first.ctr - 1})).str() !=
                                       push.proof->prev_head();
    for (std::size_t at = 0; at < push.accepted.size(); ++at) {
        const auto known = must(m_journal->find(push.accepted[at].id()));
        const bool others = known && known->change.hash != push.accepted[at].hash;
        if (others || (forked && !known)) {
            return at;
        }
    }
    return push.accepted.size();
}

session::StoredPush TestServer::store(const session::StorePush &push)
{
    session::StoredPush out{push.id, {}, {}};
    auto transaction = must(Transaction::begin(m_journal->database()));
    const std::size_t chained = onTheChain(push);
    std::vector<seal::SealedChange> lawful;
    bool keep = !push.held.empty();
    for (std::size_t i = 0; i < push.accepted.size(); ++i) {
        const seal::SealedChange &change = push.accepted[i];
        const bool empty =
            change.gone && !erased.contains(push.stream) && !must(m_journal->find(change.id()));
        if (i >= chained) {
            must(m_journal->quarantine(push.from, change, wire::v1::ID_COLLISION, 0));
            out.held.emplace_back(change.dot, wire::v1::ID_COLLISION);
        } else if (empty) { // as the real inbox: only for the proof, or for an office to look at
            out.held.emplace_back(change.dot, wire::v1::UNREADABLE);
        } else {
            lawful.push_back(change);
        }
    }
    const auto appended = must(m_journal->append(lawful));
    for (std::size_t i = 0; i < appended.size(); ++i) {
        keep = keep || appended[i] == Appended::New;
        if (appended[i] == Appended::Collision) {
            must(m_journal->quarantine(push.from, lawful[i], wire::v1::ID_COLLISION, 0));
            out.held.emplace_back(lawful[i].dot, wire::v1::ID_COLLISION);
        }
    }
    for (const auto &[change, reason] : push.held) {
        must(m_journal->quarantine(push.from, change, reason, 0));
    }
    if (push.proof && keep) {
        must(m_journal->keepProof(*push.proof));
    }
    if (push.proof && push.proof->device() == push.from.str()) {
        must(m_journal->setMeta("inc " + toHex(push.from.view()), std::to_string(push.proof->inc())));
    }
    must(transaction.commit());
    out.end = must(m_journal->end());
    return out;
}

Result<std::uint64_t> TestServer::renewEpoch()
{
    std::array<std::uint8_t, 4> bytes{};
    m_random(bytes);
    m_epoch = m_epoch * 1000 + bytes[0] + 1;
    auto transaction = must(Transaction::begin(m_journal->database()));
    must(m_journal->setMeta("epoch", std::to_string(m_epoch)));
    must(transaction.commit());
    return m_epoch;
}

Result<std::optional<session::Position>> TestServer::positionAt(std::uint64_t seq)
{
    return m_journal->positionAt(seq);
}

bool TestServer::granted(const DeviceId &device, const StreamId &stream) const
{
    if (!devices.at(device).grants.contains(stream)) {
        return false;
    }
    const auto own = onlyAlong.find(device);
    if (own == onlyAlong.end() || !own->second.contains(stream)) {
        return true;
    }
    const auto carry = carried.find(device);
    return carry != carried.end() &&
           std::count(carry->second.begin(), carry->second.end(), own->second.at(stream)) > 0;
}

std::vector<wire::v1::StreamGrant> TestServer::grants(const DeviceId &device)
{
    std::vector<wire::v1::StreamGrant> out;
    for (const StreamId &stream : devices.at(device).grants) {
        if (!granted(device, stream)) {
            continue;
        }
        wire::v1::StreamGrant &grant = out.emplace_back();
        grant.set_stream(stream.str());
        grant.set_key(streams.at(stream));
    }
    return out;
}

std::vector<wire::v1::StreamKey> TestServer::keysFor(const DeviceId &device, const StreamId &stream)
{
    std::vector<wire::v1::StreamKey> out;
    for (std::uint32_t version = 1; version <= streams.at(stream); ++version) {
        wire::v1::StreamKey &key = out.emplace_back();
        key.set_stream(stream.str());
        key.set_key(version);
        key.set_box(seal::sealBox(devices.at(device).box, streamKey().str()));
    }
    return out;
}

bool TestServer::mayPush(const DeviceId &device, const StreamId &stream)
{
    return devices.at(device).grants.contains(stream) || boxed.contains(stream);
}

std::optional<seal::SignPublic> TestServer::signKey(const DeviceId &device)
{
    if (identity && device == DeviceId{m_home.data}) {
        return seal::publicOf(*identity);
    }
    const auto known = devices.find(device);
    return known != devices.end() ? std::optional(known->second.sign) : std::nullopt;
}

bool TestServer::knowsKey(const StreamId &stream, std::uint32_t version)
{
    if (seal::isOwnKey(stream, version)) {
        return true;
    }
    const auto known = streams.find(stream);
    return known != streams.end() ? version >= 1 && version <= known->second
                                  : version == 0 && boxed.contains(stream);
}

Result<bool> TestServer::mayHold(const DeviceId &device, std::uint64_t changes, std::uint64_t bytes)
{
    return m_journal->heldFor(device).map([&](const Journal::Held &held) {
        return held.changes + changes <= quarantineChangesMax &&
               held.bytes + bytes <= limits::kQuarantineBytesPerDeviceMax;
    });
}

Result<journal::Journal::Tip> TestServer::tip(const StreamId &stream, Incarnation inc)
{
    return m_journal->tip(stream, inc);
}

Result<std::uint64_t> TestServer::lastIncarnation(const DeviceId &device)
{
    return m_journal->meta("inc " + toHex(device.view())).map([](const auto &text) -> std::uint64_t {
        return text ? std::stoull(*text) : 0;
    });
}

Result<session::ServerPort::Page> TestServer::page(const std::vector<StreamId> &wanted,
                                                   std::uint64_t afterSeq)
{
    const std::set<StreamId> readable(wanted.begin(), wanted.end());
    Page out;
    out.upto = must(m_journal->positionAt(afterSeq)).value();
    std::size_t bytes = 0;
    std::uint64_t last = afterSeq;
    must(m_journal->readLog(afterSeq, [&](journal::StoredChange &&stored) {
        if (!readable.contains(stored.change.stream)) {
            last = stored.seq;
            return true;
        }
        bytes += stored.change.bytes();
        if (out.changes.size() == pageChanges || (!out.changes.empty() && bytes > limits::kBatchBytesMax)) {
            out.more = true;
            return false;
        }
        last = stored.seq;
        const session::Range one{stored.change.dot.inc, stored.change.dot.ctr, stored.change.dot.ctr};
        for (const wire::v1::Proof &proof : must(m_journal->proofsFor(stored.change.stream, one))) {
            if (out.proofs.empty() || out.proofs.back().SerializeAsString() != proof.SerializeAsString()) {
                out.proofs.push_back(proof);
            }
        }
        out.changes.push_back(std::move(stored));
        return true;
    }));
    out.upto = must(m_journal->positionAt(last)).value();
    return out;
}

std::vector<StreamId> TestServer::revoked(const DeviceId &device)
{
    std::vector<StreamId> out;
    for (const StreamId &stream : takenOff) {
        if (!devices.at(device).grants.contains(stream)) {
            out.push_back(stream);
        }
    }
    if (const auto own = onlyAlong.find(device); own != onlyAlong.end()) {
        for (const auto &[stream, whose] : own->second) {
            if (!granted(device, stream)) {
                out.push_back(stream);
            }
        }
    }
    return out;
}

std::vector<wire::v1::StreamErased> TestServer::erasedFor(const DeviceId &device)
{
    std::vector<wire::v1::StreamErased> out;
    for (const auto &[stream, order] : erased) {
        if (!confirmed.contains({device, stream})) {
            out.push_back(order);
        }
    }
    return out;
}

std::optional<wire::v1::Wipe> TestServer::wipeOrder(const DeviceId &device)
{
    const auto order = wipeOrders.find(device);
    return order == wipeOrders.end() ? std::nullopt : std::optional(order->second);
}

} // namespace trivsel::test
