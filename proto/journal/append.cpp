#include "proto/journal/append.h"

#include "proto/journal/rows.h"

namespace trivsel::journal {

Result<std::vector<Appended>> Appender::run(std::span<const SealedChange> changes)
{
    const Result<Position> end = m_journal.end();
    if (!end) {
        return tl::unexpected<Error>(end.error());
    }
    m_end = *end;
    std::vector<Appended> out;
    out.reserve(changes.size());
    for (const SealedChange &change : changes) {
        const Result<Appended> appended = one(change);
        if (!appended) {
            return tl::unexpected<Error>(appended.error());
        }
        out.push_back(*appended);
    }
    TRIVSEL_TRY(writeStreams());
    TRIVSEL_TRY(writeTips());
    return out;
}

Result<Appended> Appender::one(const SealedChange &change)
{
    if (!isLawfulCounter(change.dot.ctr)) {
        return fail(Errc::Malformed, "counter");
    }
    const Result<StreamState *> stream = streamOf(change.stream);
    if (!stream) {
        return tl::unexpected<Error>(stream.error());
    }
    const Position after{m_end.seq + 1, seal::logNext(m_end.log, change.stream, change.hash)};
    const Result<bool> isNew = insert((*stream)->row, change, after);
    if (!isNew) {
        return tl::unexpected<Error>(isNew.error());
    }
    if (!*isNew) {
        return compare((*stream)->row, change);
    }
    m_end = after;
    (*stream)->set.add(change.id(), change.hash);
    (*stream)->lamport = std::max((*stream)->lamport, change.lamport);
    (*stream)->dirty = true;
    TRIVSEL_TRY(advanceTip((*stream)->row, change));
    return Appended::New;
}

Result<bool> Appender::insert(std::int64_t stream, const SealedChange &change, const Position &at)
{
    TRIVSEL_PREPARE(
        sql, m_db,
        "INSERT INTO change (seq, stream, inc, ctr, lamport, key, hash, header, nonce, body, gone, log)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (inc, stream, ctr) DO NOTHING");
    sql.bindUnsigned(1, at.seq)
        .bind(2, stream)
        .bindUnsigned(3, static_cast<std::uint64_t>(change.dot.inc))
        .bindUnsigned(4, change.dot.ctr)
        .bindUnsigned(5, change.lamport)
        .bind(6, change.key)
        .bindBlob(7, textOf(change.hash.view()))
        .bindBlob(8, change.header)
        .bindBlob(9, change.gone ? std::string_view{} : textOf(change.nonce.view()))
        .bindBlob(10, change.gone ? textOf(change.hash.view()) : std::string_view(change.ct))
        .bind(11, change.gone ? 1 : 0)
        .bindUnsigned(12, at.log);
    TRIVSEL_TRY(sql.run());
    return m_db.changes() == 1;
}

Result<Appended> Appender::compare(std::int64_t stream, const SealedChange &change)
{
    TRIVSEL_PREPARE(sql, m_db, "SELECT hash FROM change WHERE inc = ? AND stream = ? AND ctr = ?");
    sql.bindUnsigned(1, static_cast<std::uint64_t>(change.dot.inc))
        .bind(2, stream)
        .bindUnsigned(3, change.dot.ctr);
    TRIVSEL_STEP(found, sql);
    if (!found) {
        return fail(Errc::StoreCorrupt, "a row that is there and is not");
    }
    return sql.blob(0) == textOf(change.hash.view()) ? Appended::Known : Appended::Collision;
}

Result<Appender::StreamState *> Appender::streamOf(const StreamId &stream)
{
    if (const auto known = m_streams.find(stream); known != m_streams.end()) {
        return &known->second;
    }
    const std::string id = stream.str();
    TRIVSEL_PREPARE(read, m_db, "SELECT id, set_hash, lamport FROM stream WHERE stream = ?");
    read.bindBlob(1, id);
    TRIVSEL_STEP(found, read);
    StreamState state;
    if (found) {
        const auto sum = Hash256::from(read.blob(1));
        if (!sum) {
            return fail(Errc::StoreCorrupt, "set hash");
        }
        state.row = read.integer(0);
        state.set = seal::SetHash(*sum);
        state.lamport = read.unsignedInteger(2);
    } else {
        TRIVSEL_PREPARE(make, m_db,
                        "INSERT INTO stream (stream, set_hash, lamport) VALUES (?, ?, 0) RETURNING id");
        make.bindBlob(1, id).bindBlob(2, textOf(Hash256{}.view()));
        TRIVSEL_STEP(made, make);
        TRIVSEL_ASSERT(made);
        state.row = make.integer(0);
        TRIVSEL_TRY(make.run());
    }
    return &m_streams.emplace(stream, state).first->second;
}

Result<Appender::TipState *> Appender::tipOf(std::int64_t stream, Incarnation inc)
{
    const auto key = std::pair(stream, inc);
    if (const auto known = m_tips.find(key); known != m_tips.end()) {
        return &known->second;
    }
    TRIVSEL_PREPARE(read, m_db, "SELECT ctr, head, highest FROM tip WHERE stream = ? AND inc = ?");
    read.bind(1, stream).bindUnsigned(2, static_cast<std::uint64_t>(inc));
    TRIVSEL_STEP(found, read);
    TipState state;
    if (found) {
        const auto head = Hash256::from(read.blob(1));
        if (!head) {
            return fail(Errc::StoreCorrupt, "chain head");
        }
        state = {read.unsignedInteger(0), *head, read.unsignedInteger(2)};
    }
    return &m_tips.emplace(key, state).first->second;
}

Status Appender::advanceTip(std::int64_t stream, const SealedChange &change)
{
    const Result<TipState *> found = tipOf(stream, change.dot.inc);
    if (!found) {
        return tl::unexpected<Error>(found.error());
    }
    TipState &tip = **found;
    tip.highest = std::max(tip.highest, change.dot.ctr);
    if (change.dot.ctr != tip.ctr + 1) {
        return {}; // a hole before it: the head waits there
    }
    tip.ctr = change.dot.ctr;
    tip.head = seal::chainNext(tip.head, change.hash);
    return tip.highest > tip.ctr ? followHoleFilled(stream, change.dot.inc, tip) : Status();
}

Status Appender::followHoleFilled(std::int64_t stream, Incarnation inc, TipState &tip)
{
    TRIVSEL_PREPARE(sql, m_db,
                    "SELECT ctr, hash FROM change WHERE inc = ? AND stream = ? AND ctr > ? ORDER BY ctr");
    sql.bindUnsigned(1, static_cast<std::uint64_t>(inc)).bind(2, stream).bindUnsigned(3, tip.ctr);
    for (;;) {
        TRIVSEL_STEP(row, sql);
        if (!row || sql.unsignedInteger(0) != tip.ctr + 1) {
            return {};
        }
        const auto hash = Hash256::from(sql.blob(1));
        if (!hash) {
            return fail(Errc::StoreCorrupt, "change hash");
        }
        tip.ctr += 1;
        tip.head = seal::chainNext(tip.head, *hash);
    }
}

Status Appender::writeStreams()
{
    for (const auto &[id, state] : m_streams) {
        if (!state.dirty) {
            continue;
        }
        TRIVSEL_PREPARE(sql, m_db, "UPDATE stream SET set_hash = ?, lamport = ? WHERE id = ?");
        sql.bindBlob(1, textOf(state.set.value().view())).bindUnsigned(2, state.lamport).bind(3, state.row);
        TRIVSEL_TRY(sql.run());
    }
    return {};
}

Status Appender::writeTips()
{
    for (const auto &[key, tip] : m_tips) {
        TRIVSEL_PREPARE(sql, m_db,
                        "INSERT INTO tip (stream, inc, ctr, head, highest) VALUES (?1, ?2, ?3, ?4, ?5)"
                        " ON CONFLICT (stream, inc) DO UPDATE SET ctr = ?3, head = ?4, highest = ?5");
        sql.bind(1, key.first)
            .bindUnsigned(2, static_cast<std::uint64_t>(key.second))
            .bindUnsigned(3, tip.ctr)
            .bindBlob(4, textOf(tip.head.view()))
            .bindUnsigned(5, tip.highest);
        TRIVSEL_TRY(sql.run());
    }
    return {};
}

} // namespace trivsel::journal
