#include "sync-server/office.h"

#include "proto/seal/reissue.h"
#include "sync-server/reissues.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace trivsel::server {
namespace {

/** A server that was set back to before a turn must not give another key the same number: each leaves out up
 * to 4,096. */
constexpr std::uint32_t kKeyVersionMax = 0x7FFF'FFFF;
constexpr std::uint32_t kClockCompared = 1; // the server's clock is the one that others are compared with

wire::v1::Change changeOf(const ServerKeys &server, std::int64_t nowMs, const domain::Ops &ops)
{
    wire::v1::Change change;
    change.set_author(server.home.str());
    change.set_enterer(server.home.str());
    change.set_role(wire::v1::ROLE_OFFICE);
    change.set_wall_ms(nowMs);
    change.set_clock_quality(kClockCompared);
    for (const wire::v1::Op &op : ops) {
        *change.add_ops() = op;
    }
    return change;
}

} // namespace

Office::Office(HomeStore &store, Ports ports, journal::Transaction transaction)
    : m_store(store), m_ports(std::move(ports)), m_transaction(std::move(transaction))
{
    do {
        const auto bytes = randomBytes<Bytes<8, struct IncTag>>(m_ports.random);
        std::uint64_t number = 0;
        std::copy(bytes.data.begin(), bytes.data.end(), reinterpret_cast<std::uint8_t *>(&number));
        m_incarnation = Incarnation{number};
    } while (m_incarnation == Incarnation{});
}

Result<Office> Office::begin(HomeStore &store, Ports ports)
{
    auto transaction = journal::Transaction::begin(store.journal().database());
    if (!transaction) {
        return tl::unexpected(transaction.error());
    }
    TRIVSEL_TRY(store.refresh());
    return Office(store, std::move(ports), std::move(*transaction));
}

Result<StreamId> Office::makeStream(StreamKind kind, const std::optional<PersonId> &about)
{
    const StreamId stream{kind, randomBytes<EntityId>(m_ports.random)};
    const auto key = randomBytes<seal::StreamKey>(m_ports.random);
    TRIVSEL_TRY(m_store.keys().put(stream, 1, key));
    const auto fold = now(m_store.server().homeStream);
    if (!fold) {
        return tl::unexpected(fold.error());
    }
    write(m_store.server().homeStream, domain::writeStream({stream, about}, **fold));
    escrow(stream, 1, key);
    return stream;
}

void Office::escrow(const StreamId &stream, std::uint32_t version, const seal::StreamKey &key)
{
    wire::v1::Op op;
    op.set_entity(stream.bits.str());
    op.set_field("recovery." + std::to_string(version));
    op.set_policy(wire::v1::KEEP_BOTH);
    op.set_ref(seal::sealBox(m_store.server().recovery, stream.str() + key.str()));
    // In a change of its own: when the stream is erased, it can go without anything else.
    m_escrows.push_back({op});
}

Status Office::turnKeys(const std::vector<StreamId> &streams)
{
    std::vector<journal::KeyRow> rows;
    for (const StreamId &stream : streams) {
        const domain::StreamInfo *info = m_store.model().streamInfo(stream);
        if (info == nullptr || stream.kind == StreamKind::Home || info->key > kKeyVersionMax) {
            return fail(Errc::Internal, "a key that can't be turned");
        }
        const std::uint32_t newest = m_store.keys().newest(stream);
        const auto unnamed = newest > info->key ? m_store.keys().key(stream, newest) : std::nullopt;
        if (unnamed) { // an earlier turn was cut off here: nobody has seen it
            rows.push_back({stream, newest, *unnamed});
            continue;
        }
        const auto skip = randomBytes<Bytes<2, struct SkipTag>>(m_ports.random);
        const std::uint32_t steps = 1U + (skip.data[0] | (skip.data[1] & 0x0FU) << 8U);
        rows.push_back({stream, info->key + steps, randomBytes<seal::StreamKey>(m_ports.random)});
    }
    TRIVSEL_TRY(m_store.keys().putAll(rows));
    for (const journal::KeyRow &row : rows) {
        escrow(row.stream, row.version, row.key);
    }
    return {};
}

/** With what was written here, somebody may have a right no more that they had under the newest key. */
Status Office::settleKeys()
{
    TRIVSEL_TRY(m_store.reread());
    const auto due = m_store.keyHolders().due(m_store);
    if (!due) {
        return tl::unexpected(due.error());
    }
    TRIVSEL_TRY(turnKeys(due->turn));
    return m_store.keyHolders().keep(*due);
}

void Office::write(const StreamId &stream, domain::Ops ops)
{
    for (auto &[known, collected] : m_writes) {
        if (known == stream) {
            std::move(ops.begin(), ops.end(), std::back_inserter(collected));
            return;
        }
    }
    m_writes.emplace_back(stream, std::move(ops));
}

void Office::reissue(const seal::SealedChange &of, wire::v1::Change content)
{
    TRIVSEL_ASSERT(of.stream.kind != StreamKind::Home);
    m_reissues.emplace_back(of.id(), seal::reissueOf(std::move(content), of, m_store.server().home));
}

Result<Dot> Office::writeChange(const StreamId &stream, const wire::v1::Change &change)
{
    journal::Journal &journal = m_store.journal();
    const std::uint32_t version = m_store.keyVersion(stream);
    const auto key = m_store.keys().key(stream, version);
    if (!key) {
        return fail(Errc::Internal, "no key for a stream of the office");
    }
    const auto lamport = journal.lamport(stream);
    if (!lamport) {
        return tl::unexpected(lamport.error());
    }
    wire::v1::Header header;
    header.set_inc(static_cast<std::uint64_t>(m_incarnation));
    Tip &tip = m_tips[stream]; // a new incarnation for every command
    header.set_ctr(tip.ctr + 1);
    header.set_lamport(std::max(*lamport, *lamport + 1));
    header.set_key(version);
    header.set_op_schema(kOpSchema);
    const auto plain = seal::encodeChange(change);
    if (!plain) {
        return tl::unexpected(plain.error());
    }
    const std::vector sealed{seal::sealChange(stream, header, *plain, *key, m_ports.random)};
    const auto appended = journal.append(sealed);
    if (!appended) {
        return tl::unexpected(appended.error());
    }
    if (appended->front() != journal::Appended::New) {
        return fail(Errc::Internal, "an incarnation was drawn twice");
    }
    const auto proof = seal::prove(m_store.server().device(), m_store.server().identity, tip.head, sealed);
    tip.ctr += 1;
    tip.head = seal::chainNext(tip.head, sealed.front().hash);
    TRIVSEL_TRY(journal.keepProof(proof));
    return sealed.front().dot;
}

Status Office::writeAll()
{
    TRIVSEL_TRY(m_store.authority().addOwn(m_incarnation));
    for (const auto &[stream, ops] : m_writes) {
        if (!ops.empty()) {
            const auto written = writeChange(stream, changeOf(m_store.server(), m_ports.nowMs, ops));
            if (!written) {
                return tl::unexpected(written.error());
            }
        }
    }
    for (const auto &[id, change] : m_reissues) {
        const auto written = writeChange(id.stream, change);
        if (!written) {
            return tl::unexpected(written.error());
        }
        TRIVSEL_TRY(noteReissue(m_store.journal(), id, *written));
    }
    const auto writeEscrows = [this]() -> Status {
        for (const domain::Ops &ops : std::exchange(m_escrows, {})) {
            const auto written =
                writeChange(m_store.server().homeStream, changeOf(m_store.server(), m_ports.nowMs, ops));
            if (!written) {
                return tl::unexpected(written.error());
            }
        }
        return {};
    };
    TRIVSEL_TRY(writeEscrows());
    TRIVSEL_TRY(settleKeys());
    return writeEscrows();
}

Status Office::commit()
{
    Status done = writeAll();
    if (done) {
        done = m_transaction.commit();
    }
    if (!done) {
        m_store.startOver(); // it has read what is not there
        return done;
    }
    m_writes.clear();
    m_reissues.clear();
    // It is done now, whatever comes: who is told of an error writes it again. An error is met by the next
    // refresh().
    static_cast<void>(m_store.reread());
    return {};
}

} // namespace trivsel::server
