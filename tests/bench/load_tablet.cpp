#include "tests/bench/load_tablet.h"

#include "proto/seal/chain.h"
#include "proto/tabletfile/tablet_file.h"

namespace trivsel::bench {

LoadTablet::LoadTablet(const TabletFile &file, std::size_t batchChangesMax)
    : m_file(file), m_batchMax(batchChangesMax)
{
    m_state.home = file.home;
    m_state.device = file.device;
}

void LoadTablet::prepare(std::size_t changes, std::size_t textBytes)
{
    const Random random = seal::systemRandom();
    m_inc = Incarnation{1};
    random({reinterpret_cast<std::uint8_t *>(&m_inc), sizeof m_inc});
    m_state.lastInc = m_inc;
    m_changes.clear();
    m_heads.assign(1, Hash256{});
    m_durable = 0;
    const auto person = randomBytes<PersonId>(random);
    for (std::size_t i = 1; i <= changes; ++i) {
        wire::v1::Header header;
        header.set_inc(static_cast<std::uint64_t>(m_inc));
        header.set_ctr(i);
        header.set_lamport(i);
        header.set_key(1);
        header.set_op_schema(kOpSchema);
        wire::v1::Change change;
        change.set_author(person.str());
        change.set_enterer(person.str());
        change.set_role(wire::v1::ROLE_RESIDENT);
        change.set_wall_ms(1'760'000'000'000 + static_cast<std::int64_t>(i));
        wire::v1::Op *op = change.add_ops();
        op->set_entity(randomBytes<EntityId>(random).str());
        op->set_field("note");
        op->set_policy(wire::v1::KEEP_BOTH);
        op->set_voice(wire::v1::VOICE_RESIDENT);
        op->set_text(std::string(textBytes, 'x'));
        m_changes.push_back(seal::sealChange(*m_stream, header, change.SerializeAsString(), m_key, random));
        m_heads.push_back(seal::chainNext(m_heads.back(), m_changes.back().hash));
    }
}

Result<LoadTablet::State> LoadTablet::state()
{
    return m_state;
}

Result<std::vector<std::pair<StreamId, session::Range>>> LoadTablet::pending()
{
    std::vector<std::pair<StreamId, session::Range>> out;
    if (m_durable < m_changes.size()) {
        out.push_back({*m_stream, {m_inc, m_durable + 1, m_alone ? m_durable + 1 : m_changes.size()}});
    }
    return out;
}

Result<LoadTablet::Batch> LoadTablet::batch(const StreamId &stream, const session::Range &range)
{
    m_since = {};
    Batch out;
    out.stream = stream;
    const std::size_t from = range.first - 1;
    const std::size_t to =
        std::min({from + m_batchMax, m_changes.size(), static_cast<std::size_t>(range.last)});
    out.changes.assign(m_changes.begin() + static_cast<std::ptrdiff_t>(from),
                       m_changes.begin() + static_cast<std::ptrdiff_t>(to));
    out.proof = seal::prove(m_file.device, m_file.sign, m_heads[from], out.changes);
    return out;
}

Status LoadTablet::markDurable(const StreamId & /*stream*/, const session::Range &range,
                               const session::Position &end)
{
    if (end.seq > m_state.cursor.seq) {
        m_state.cursor = end; // the next run does not fetch what this one handed in
    }
    m_durable = std::max<std::size_t>(m_durable, range.last);
    if (m_alone) {
        m_waits.add(m_since.ms());
    }
    return done() ? Status(fail(Errc::Closed, "all of the load is durable")) : Status{};
}

Status LoadTablet::storeChanges(const Received &received)
{
    if (!received.backfill) {
        m_state.cursor = received.upto;
    }
    return {};
}

Status LoadTablet::storeStreamKey(const StreamId &stream, std::uint32_t /*version*/, const std::string &box)
{
    const auto plain = seal::openBox(m_file.box, box);
    const auto key = plain ? seal::StreamKey::from(*plain) : std::nullopt;
    if (!key) {
        return fail(Errc::SealBroken, "a stream key");
    }
    if (stream.kind == StreamKind::Team) {
        m_stream = stream;
        m_key = *key;
    }
    return {};
}

Result<std::vector<std::pair<StreamId, std::uint64_t>>>
LoadTablet::storeGrants(std::span<const wire::v1::StreamGrant> /*grants*/)
{
    return std::vector<std::pair<StreamId, std::uint64_t>>{};
}

Status LoadTablet::grantsComplete(std::uint64_t grants)
{
    m_state.grants = grants;
    return {};
}

Status LoadTablet::storeEpoch(std::uint64_t epoch, bool restart)
{
    m_state.epoch = epoch;
    if (restart) {
        m_state.cursor = {};
        m_state.acked = {};
    }
    return {};
}

} // namespace trivsel::bench
