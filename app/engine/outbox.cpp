#include "app/engine/outbox.h"

#include "proto/base/limits.h"

#include <utility>

namespace trivsel::engine {

namespace {
constexpr std::size_t at(Outbox::State state)
{
    return static_cast<std::size_t>(state);
}
} // namespace

Status Outbox::load()
{
    auto rows = m_store.database().prepare("SELECT state, COUNT(*) FROM outbox GROUP BY state");
    if (!rows) {
        return tl::unexpected(rows.error());
    }
    m_counts = {};
    for (;;) {
        const auto there = rows->step();
        if (!there) {
            return tl::unexpected(there.error());
        }
        if (!*there) {
            break;
        }
        const auto state = rows->integer(0);
        if (state < 0 || state >= static_cast<std::int64_t>(m_counts.size())) {
            return fail(Errc::StoreCorrupt, "a change has an unknown state");
        }
        m_counts[static_cast<std::size_t>(state)] = rows->unsignedInteger(1);
    }
    m_next = m_counts;
    return {};
}

Result<std::uint64_t> Outbox::countIn(const StreamId &stream, State state)
{
    auto row = m_store.database().prepare("SELECT COUNT(*) FROM outbox WHERE stream = ?1 AND state = ?2");
    if (!row) {
        return tl::unexpected(row.error());
    }
    const auto there = row->bindBlob(1, stream.str()).bind(2, static_cast<std::int64_t>(at(state))).step();
    return there ? Result<std::uint64_t>(row->unsignedInteger(0)) : tl::unexpected(there.error());
}

Status Outbox::forget(const StreamId &stream)
{
    return drop("DELETE FROM outbox WHERE stream = ?1 RETURNING state", stream);
}

Status Outbox::forgetHeld(const StreamId &stream)
{
    return drop("DELETE FROM outbox WHERE stream = ?1 AND state = 3 RETURNING state", stream);
}

Status Outbox::drop(const char *sql, const StreamId &stream)
{
    auto rows = m_store.database().prepare(sql);
    if (!rows) {
        return tl::unexpected(rows.error());
    }
    rows->bindBlob(1, stream.str());
    for (;;) {
        const auto there = rows->step();
        if (!there) {
            return tl::unexpected(there.error());
        }
        if (!*there) {
            return {};
        }
        --m_next[static_cast<std::size_t>(rows->integer(0))];
    }
}

Status Outbox::add(const ChangeId &id)
{
    auto row = m_store.database().prepare(
        "INSERT INTO outbox(stream, inc, ctr, state, reason) VALUES(?1, ?2, ?3, 0, 0)");
    if (!row) {
        return tl::unexpected(row.error());
    }
    const std::string stream = id.stream.str();
    row->bindBlob(1, stream)
        .bindUnsigned(2, static_cast<std::uint64_t>(id.dot.inc))
        .bindUnsigned(3, id.dot.ctr);
    TRIVSEL_TRY(row->run());
    ++m_next[at(State::Pending)];
    return {};
}

Status Outbox::move(const StreamId &stream, const journal::Range &range, State from, State to)
{
    auto row = m_store.database().prepare("UPDATE outbox SET state = ?5 WHERE stream = ?1 AND inc = ?2 "
                                          "AND ctr BETWEEN ?3 AND ?4 AND state = ?6 RETURNING 1");
    if (!row) {
        return tl::unexpected(row.error());
    }
    const std::string raw = stream.str();
    row->bindBlob(1, raw).bindUnsigned(2, static_cast<std::uint64_t>(range.inc)).bindUnsigned(3, range.first);
    row->bindUnsigned(4, range.last).bind(5, static_cast<int>(to)).bind(6, static_cast<int>(from));
    return countMoved(*row, from, to);
}

Status Outbox::countMoved(journal::Statement &rows, State from, State to)
{
    for (;;) {
        const auto moved = rows.step();
        if (!moved) {
            return tl::unexpected(moved.error());
        }
        if (!*moved) {
            return {};
        }
        --m_next[at(from)];
        ++m_next[at(to)];
    }
}

Status Outbox::markDurable(const StreamId &stream, const journal::Range &range)
{
    TRIVSEL_TRY(move(stream, range, State::Aside, State::Durable));
    TRIVSEL_TRY(move(stream, range, State::Pending, State::Durable));
    // Held once, and offered again to a server that had lost it.
    TRIVSEL_TRY(count(State::Held) == 0 ? Status() : move(stream, range, State::Held, State::Durable));
    // Under its own id, at a server that had lost the other.
    auto row = m_store.database().prepare("UPDATE outbox SET reason = 0 WHERE stream = ?1 AND inc = ?2 AND "
                                          "ctr BETWEEN ?3 AND ?4 AND state = 1 AND reason = 9");
    if (!row) {
        return tl::unexpected(row.error());
    }
    const std::string raw = stream.str();
    row->bindBlob(1, raw).bindUnsigned(2, static_cast<std::uint64_t>(range.inc));
    return row->bindUnsigned(3, range.first).bindUnsigned(4, range.last).run();
}

Status Outbox::markAside(const ChangeId &id)
{
    const journal::Range one{id.dot.inc, id.dot.ctr, id.dot.ctr};
    TRIVSEL_TRY(move(id.stream, one, State::Pending, State::Aside));
    return move(id.stream, one, State::Durable, State::Aside); // on a server that was: this one lacks it
}

Status Outbox::takeUp(const StreamId &stream)
{
    auto row =
        m_store.database().prepare("UPDATE outbox SET state = 0 WHERE stream = ?1 AND state = 4 RETURNING 1");
    if (!row) {
        return tl::unexpected(row.error());
    }
    row->bindBlob(1, stream.str());
    for (;;) {
        const auto moved = row->step();
        if (!moved) {
            return tl::unexpected(moved.error());
        }
        if (!*moved) {
            return {};
        }
        --m_next[at(State::Aside)];
        ++m_next[at(State::Pending)];
    }
}

Status Outbox::markSafe(const StreamId &stream, const journal::Range &range)
{
    TRIVSEL_TRY(move(stream, range, State::Pending, State::Safe));
    return move(stream, range, State::Durable, State::Safe);
}

Status Outbox::markAccepted(const ChangeId &id)
{
    const journal::Range one{id.dot.inc, id.dot.ctr, id.dot.ctr};
    const auto elsewhere = isReissued(id);
    if (!elsewhere) {
        return tl::unexpected(elsewhere.error());
    }
    if (*elsewhere) { // under its own id after all
        TRIVSEL_TRY(move(id.stream, one, State::Safe, State::Durable));
        return setReason(id, wire::v1::QUARANTINE_NONE);
    }
    TRIVSEL_TRY(count(State::Aside) == 0 ? Status() : move(id.stream, one, State::Aside, State::Durable));
    return count(State::Held) == 0 ? Status() : move(id.stream, one, State::Held, State::Durable);
}

Status Outbox::markHeld(const ChangeId &id, wire::v1::QuarantineReason reason)
{
    const journal::Range one{id.dot.inc, id.dot.ctr, id.dot.ctr};
    TRIVSEL_TRY(move(id.stream, one, State::Pending, State::Held));
    TRIVSEL_TRY(move(id.stream, one, State::Durable, State::Held));
    TRIVSEL_TRY(move(id.stream, one, State::Aside, State::Held));
    return setReason(id, reason);
}

Result<std::vector<std::pair<StreamId, journal::Range>>> Outbox::pending()
{
    if (count(State::Aside) == 0) { // by its index
        return ranges("SELECT stream, inc, ctr FROM outbox WHERE state = 0 ORDER BY stream, inc, ctr");
    }
    // What has never been refused goes first: there may be more set aside than one Hello takes.
    return ranges(
        "SELECT stream, inc, ctr FROM outbox WHERE state IN (0, 4) ORDER BY state, stream, inc, ctr");
}

Result<std::vector<std::pair<StreamId, journal::Range>>> Outbox::notSafe()
{
    return ranges("SELECT stream, inc, ctr FROM outbox WHERE state = 1 ORDER BY stream, inc, ctr");
}

Result<std::vector<std::pair<StreamId, journal::Range>>>
Outbox::heldWithContent(const std::optional<ChangeId> &after, std::size_t most)
{
    static_assert(wire::v1::ID_COLLISION == 3);
    if (count(State::Held) == 0 || most == 0) {
        return std::vector<std::pair<StreamId, journal::Range>>();
    }
    if (!after) {
        return ranges("SELECT stream, inc, ctr FROM outbox WHERE state = 3 AND reason <> 3 "
                      "ORDER BY stream, inc, ctr",
                      most);
    }
    auto rows = m_store.database().prepare("SELECT stream, inc, ctr FROM outbox WHERE state = 3 AND "
                                           "reason <> 3 AND (stream, inc, ctr) > (?1, ?2, ?3) "
                                           "ORDER BY stream, inc, ctr");
    if (!rows) {
        return tl::unexpected(rows.error());
    }
    const std::string stream = after->stream.str();
    rows->bindBlob(1, stream)
        .bindUnsigned(2, static_cast<std::uint64_t>(after->dot.inc))
        .bindUnsigned(3, after->dot.ctr);
    return rangesOf(*rows, most);
}

Result<std::vector<Dot>> Outbox::elsewhere(const StreamId &stream)
{
    std::vector<Dot> out;
    auto rows = m_store.database().prepare("SELECT inc, ctr FROM outbox WHERE stream = ?1 AND "
                                           "((state = 3 AND reason = 3) OR (state IN (1, 2) AND reason = 9)) "
                                           "ORDER BY inc, ctr");
    if (!rows) {
        return tl::unexpected(rows.error());
    }
    rows->bindBlob(1, stream.str());
    for (;;) {
        const auto there = rows->step();
        if (!there) {
            return tl::unexpected(there.error());
        }
        if (!*there) {
            return out;
        }
        out.push_back({Incarnation{rows->unsignedInteger(0)}, rows->unsignedInteger(1)});
    }
}

/** What stands under another id here is asked about by that one. Where only the office has said that it does,
 * its words are here alone for all that the next office knows: they are offered again. */
Status Outbox::forgetSafe()
{
    static constexpr const char *kStillHere =
        "reason = 9 AND EXISTS (SELECT 1 FROM change c JOIN stream s ON s.id = c.stream WHERE "
        "s.stream = outbox.stream AND c.inc = outbox.inc AND c.ctr = outbox.ctr AND c.gone = 0)";
    const auto moveAll = [this](State from, State to, const std::string &which) -> Status {
        auto rows = m_store.database().prepare(
            "UPDATE outbox SET state = ?1, reason = 0 WHERE state = ?2 AND " + which + " RETURNING 1");
        if (!rows) {
            return tl::unexpected(rows.error());
        }
        rows->bind(1, static_cast<std::int64_t>(at(to))).bind(2, static_cast<std::int64_t>(at(from)));
        return countMoved(*rows, from, to);
    };
    TRIVSEL_TRY(moveAll(State::Safe, State::Pending, kStillHere));
    TRIVSEL_TRY(moveAll(State::Durable, State::Pending, kStillHere));
    return moveAll(State::Safe, State::Durable, "reason <> 9");
}

Status Outbox::setReason(const ChangeId &id, wire::v1::QuarantineReason reason)
{
    auto row = m_store.database().prepare(
        "UPDATE outbox SET reason = ?4 WHERE stream = ?1 AND inc = ?2 AND ctr = ?3");
    if (!row) {
        return tl::unexpected(row.error());
    }
    const std::string stream = id.stream.str();
    row->bindBlob(1, stream)
        .bindUnsigned(2, static_cast<std::uint64_t>(id.dot.inc))
        .bindUnsigned(3, id.dot.ctr);
    return row->bind(4, static_cast<int>(reason)).run();
}

Status Outbox::markReissued(const ChangeId &id)
{
    static_assert(wire::v1::REISSUED == 9);
    const journal::Range one{id.dot.inc, id.dot.ctr, id.dot.ctr};
    for (const State from : {State::Pending, State::Held, State::Aside}) {
        TRIVSEL_TRY(move(id.stream, one, from, State::Durable));
    }
    return setReason(id, wire::v1::REISSUED);
}

Status Outbox::moveTo(const ChangeId &id, const Dot &anew)
{
    TRIVSEL_TRY(markReissued(id));
    TRIVSEL_TRY(move(id.stream, {id.dot.inc, id.dot.ctr, id.dot.ctr}, State::Durable, State::Safe));
    const ChangeId there{id.stream, anew};
    const auto known = stateOf(there);
    if (!known || *known) {
        return known ? Status() : tl::unexpected(known.error());
    }
    TRIVSEL_TRY(add(there));
    return move(id.stream, {anew.inc, anew.ctr, anew.ctr}, State::Pending, State::Durable);
}

Result<bool> Outbox::hasNoPlace(const ChangeId &id)
{
    return has("SELECT 1 FROM outbox WHERE stream = ?1 AND inc = ?2 AND ctr = ?3 "
               "AND (state IN (0, 3, 4) OR reason = 9)",
               id);
}

Result<bool> Outbox::isReissued(const ChangeId &id)
{
    return has("SELECT 1 FROM outbox WHERE stream = ?1 AND inc = ?2 AND ctr = ?3 "
               "AND state IN (1, 2) AND reason = 9",
               id);
}

Result<bool> Outbox::has(const char *sql, const ChangeId &id)
{
    auto row = m_store.database().prepare(sql);
    if (!row) {
        return tl::unexpected(row.error());
    }
    row->bindBlob(1, id.stream.str())
        .bindUnsigned(2, static_cast<std::uint64_t>(id.dot.inc))
        .bindUnsigned(3, id.dot.ctr);
    return row->step();
}

Result<std::optional<Outbox::State>> Outbox::stateOf(const ChangeId &id)
{
    auto row =
        m_store.database().prepare("SELECT state FROM outbox WHERE stream = ?1 AND inc = ?2 AND ctr = ?3");
    if (!row) {
        return tl::unexpected(row.error());
    }
    row->bindBlob(1, id.stream.str())
        .bindUnsigned(2, static_cast<std::uint64_t>(id.dot.inc))
        .bindUnsigned(3, id.dot.ctr);
    const auto there = row->step();
    if (!there) {
        return tl::unexpected(there.error());
    }
    return *there ? std::optional(static_cast<State>(row->integer(0))) : std::nullopt;
}

Result<std::vector<std::pair<StreamId, journal::Range>>> Outbox::ranges(std::string_view sql,
                                                                        std::size_t most)
{
    auto rows = m_store.database().prepare(sql);
    return rows ? rangesOf(*rows, most)
                : Result<std::vector<std::pair<StreamId, journal::Range>>>(tl::unexpected(rows.error()));
}

Result<std::vector<std::pair<StreamId, journal::Range>>> Outbox::rangesOf(journal::Statement &rows,
                                                                          std::size_t most)
{
    std::vector<std::pair<StreamId, journal::Range>> ranges;
    for (;;) {
        const auto there = rows.step();
        if (!there) {
            return tl::unexpected(there.error());
        }
        if (!*there) {
            return ranges;
        }
        const auto stream = StreamId::from(rows.blob(0));
        if (!stream) {
            return fail(Errc::StoreCorrupt, "a stream's id is damaged");
        }
        const Incarnation inc{rows.unsignedInteger(1)};
        const std::uint64_t ctr = rows.unsignedInteger(2);
        if (!ranges.empty() && ranges.back().first == *stream && ranges.back().second.inc == inc &&
            ranges.back().second.last + 1 == ctr) {
            ranges.back().second.last = ctr;
        } else if (ranges.size() == most) {
            return ranges;
        } else {
            ranges.push_back({*stream, {inc, ctr, ctr}});
        }
    }
}

} // namespace trivsel::engine
