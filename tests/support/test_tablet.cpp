#include "tests/support/test_tablet.h"

#include "tests/support/must.h"
#include "tests/support/quick_journal.h"

#include <algorithm>

namespace trivsel::test {

using journal::Journal;
using journal::Transaction;
using session::Position;
using session::Range;

namespace {

constexpr const char *kTables = R"sql(
    CREATE TABLE IF NOT EXISTS own (stream BLOB, inc INTEGER, ctr INTEGER, state INTEGER, PRIMARY KEY (stream, inc, ctr));
    CREATE TABLE IF NOT EXISTS grants (stream BLOB PRIMARY KEY, at INTEGER, done INTEGER);
    CREATE TABLE IF NOT EXISTS keys (stream BLOB, version INTEGER, PRIMARY KEY (stream, version));
    CREATE TABLE IF NOT EXISTS clones (inc INTEGER PRIMARY KEY);
)sql";

Transaction begin(Journal &journal)
{
    return must(Transaction::begin(journal.database()));
}

} // namespace

TestTablet::TestTablet(std::filesystem::path file, HomeId home, std::uint8_t number)
    : homeId(home), m_file(std::move(file)), m_number(number)
{
    m_journal = openQuickly(m_file);
    must(m_journal->database().execute(kTables));
    auto transaction = begin(*m_journal);
    const std::uint64_t starts = this->number("starts") + 1;
    setNumber("starts", starts);
    must(transaction.commit());
    // Stands for 64 random bits: two files of one device draw different ones.
    inc = Incarnation{std::hash<std::string>{}(m_file.filename().string()) * 31 + starts};
}

std::uint64_t TestTablet::number(std::string_view key)
{
    const auto text = must(m_journal->meta(key));
    return text ? std::stoull(*text) : 0;
}

void TestTablet::setNumber(std::string_view key, std::uint64_t value)
{
    must(m_journal->setMeta(key, std::to_string(value)));
}

seal::SealedChange TestTablet::write(const StreamId &stream, const std::string &text,
                                     std::uint32_t keyVersion)
{
    auto transaction = begin(*m_journal);
    const auto tip = must(m_journal->tip(stream, inc));
    auto made = change(stream, static_cast<std::uint64_t>(inc), tip.ctr + 1, text, keyVersion);
    must(m_journal->append(made));
    auto sql = must(m_journal->database().prepare("INSERT INTO own VALUES (?, ?, ?, 0)"));
    sql.bindBlob(1, stream.str())
        .bindUnsigned(2, static_cast<std::uint64_t>(inc))
        .bindUnsigned(3, tip.ctr + 1);
    must(sql.run());
    setNumber("last inc", static_cast<std::uint64_t>(inc));
    must(transaction.commit());
    return made;
}

std::uint64_t TestTablet::count(Own state)
{
    auto sql = must(m_journal->database().prepare("SELECT count(*) FROM own WHERE state = ?"));
    sql.bind(1, static_cast<int>(state));
    must(sql.step());
    return sql.unsignedInteger(0);
}

bool TestTablet::durable(const seal::SealedChange &change)
{
    auto sql =
        must(m_journal->database().prepare("SELECT state FROM own WHERE stream = ? AND inc = ? AND ctr = ?"));
    sql.bindBlob(1, change.stream.str())
        .bindUnsigned(2, static_cast<std::uint64_t>(change.dot.inc))
        .bindUnsigned(3, change.dot.ctr);
    return must(sql.step()) && sql.integer(0) == static_cast<int>(Own::Durable);
}

std::set<Incarnation> TestTablet::clonesSeen()
{
    auto sql = must(m_journal->database().prepare("SELECT inc FROM clones"));
    std::set<Incarnation> out;
    while (must(sql.step())) {
        out.insert(Incarnation{sql.unsignedInteger(0)});
    }
    return out;
}

std::set<std::pair<StreamId, std::uint32_t>> TestTablet::keys()
{
    auto sql = must(m_journal->database().prepare("SELECT stream, version FROM keys"));
    std::set<std::pair<StreamId, std::uint32_t>> out;
    while (must(sql.step())) {
        out.emplace(*StreamId::from(sql.blob(0)), static_cast<std::uint32_t>(sql.integer(1)));
    }
    return out;
}

std::uint64_t TestTablet::rescued()
{
    return must(m_journal->quarantined()).size();
}

std::vector<std::string> TestTablet::texts(const StreamId &stream)
{
    std::vector<std::string> out;
    must(m_journal->readStream(stream, 0, [&out](journal::StoredChange &&stored) {
        out.push_back(textOf(stored.change));
        return true;
    }));
    std::sort(out.begin(), out.end());
    return out;
}

Result<session::TabletPort::State> TestTablet::state()
{
    State out;
    out.home = homeId;
    out.device = device();
    out.epoch = number("epoch");
    out.cursor = {number("cursor seq"), number("cursor log")};
    out.acked = {number("acked seq"), number("acked log")};
    out.grants = number("grants");
    out.lastInc = Incarnation{number("last inc")};
    return out;
}

Result<bool> TestTablet::knowsIncarnation(Incarnation asked)
{
    auto sql = must(m_journal->database().prepare("SELECT 1 FROM own WHERE inc = ? LIMIT 1"));
    sql.bindUnsigned(1, static_cast<std::uint64_t>(asked));
    return sql.step();
}

Result<std::optional<Hash256>> TestTablet::headAt(const StreamId &stream, const Dot &dot)
{
    const auto head = m_journal->headAt(stream, dot);
    return head ? std::optional(*head) : std::nullopt;
}

Result<std::vector<std::pair<StreamId, Range>>> TestTablet::pending()
{
    auto sql = must(m_journal->database().prepare(
        "SELECT stream, inc, ctr FROM own WHERE state = 0 ORDER BY stream, inc, ctr"));
    std::vector<std::pair<StreamId, Range>> out;
    while (must(sql.step())) {
        const StreamId stream = *StreamId::from(sql.blob(0));
        const Incarnation of{sql.unsignedInteger(1)};
        const std::uint64_t ctr = sql.unsignedInteger(2);
        if (!out.empty() && out.back().first == stream && out.back().second.inc == of &&
            out.back().second.last + 1 == ctr) {
            out.back().second.last = ctr;
        } else if (out.size() < limits::kPendingRangesMax) {
            out.push_back({stream, {of, ctr, ctr}});
        } else {
            break;
        }
    }
    return out;
}

Result<session::TabletPort::Batch> TestTablet::batch(const StreamId &stream, const Range &range)
{
    for (const wire::v1::Proof &proof :
         must(m_journal->proofsFor(stream, {range.inc, range.first, range.first}))) {
        const Range covered{range.inc, proof.first(), proof.last()};
        auto whole = m_journal->readRange(stream, covered, limits::kBatchChangesMax, limits::kBatchBytesMax);
        if (whole && whole->back().dot.ctr == proof.last()) {
            return Batch{stream, std::move(*whole), proof};
        }
    }
    auto changes = m_journal->readRange(stream, range, batchChanges, limits::kBatchBytesMax);
    const auto before = m_journal->headAt(stream, {range.inc, range.first - 1});
    if (!changes || !before) {
        return tl::unexpected<Error>(!changes ? changes.error() : before.error());
    }
    const auto proof = seal::prove(device(), signSecret(), *before, *changes);
    return Batch{stream, std::move(*changes), proof};
}

Status TestTablet::markDurable(const StreamId &stream, const Range &range, const Position &end)
{
    auto transaction = begin(*m_journal);
    auto sql = must(m_journal->database().prepare(
        "UPDATE own SET state = 1 WHERE stream = ? AND inc = ? AND ctr BETWEEN ? AND ?"));
    sql.bindBlob(1, stream.str())
        .bindUnsigned(2, static_cast<std::uint64_t>(range.inc))
        .bindUnsigned(3, range.first)
        .bindUnsigned(4, range.last);
    must(sql.run());
    if (end.seq > number("acked seq")) {
        setNumber("acked seq", end.seq);
        setNumber("acked log", end.log);
    }
    return transaction.commit();
}

Status TestTablet::markQuarantined(const StreamId &stream, const Dot &dot, wire::v1::QuarantineReason reason)
{
    held.emplace_back(dot, reason);
    auto transaction = begin(*m_journal);
    auto sql = must(
        m_journal->database().prepare("UPDATE own SET state = 2 WHERE stream = ? AND inc = ? AND ctr = ?"));
    sql.bindBlob(1, stream.str())
        .bindUnsigned(2, static_cast<std::uint64_t>(dot.inc))
        .bindUnsigned(3, dot.ctr);
    must(sql.run());
    return transaction.commit();
}

Status TestTablet::storeChanges(const Received &received)
{
    auto transaction = begin(*m_journal);
    const auto appended = m_journal->append(received.changes);
    if (!appended) {
        return tl::unexpected<Error>(appended.error());
    }
    for (std::size_t i = 0; i < appended->size(); ++i) {
        if (appended->at(i) == journal::Appended::Collision) {
            must(m_journal->quarantine(device(), received.changes[i], wire::v1::ID_COLLISION, 0));
        }
    }
    for (const wire::v1::Proof &proof : received.proofs) {
        TRIVSEL_TRY(m_journal->keepProof(proof));
    }
    if (received.backfill) {
        auto sql = must(m_journal->database().prepare("UPDATE grants SET at = ?, done = ? WHERE stream = ?"));
        sql.bindUnsigned(1, received.upto.seq)
            .bind(2, received.more ? 0 : 1)
            .bindBlob(3, received.backfill->str());
        must(sql.run());
    } else {
        setNumber("cursor seq", received.upto.seq);
        setNumber("cursor log", received.upto.log);
    }
    return transaction.commit();
}

Status TestTablet::storeStreamKey(const StreamId &stream, std::uint32_t version, const std::string &box)
{
    const auto opened = seal::openBox(boxSecret(), box);
    if (!opened) {
        return tl::unexpected<Error>(opened.error());
    }
    auto sql = must(m_journal->database().prepare("INSERT OR IGNORE INTO keys VALUES (?, ?)"));
    return sql.bindBlob(1, stream.str()).bind(2, version).run();
}

Result<std::vector<std::pair<StreamId, std::uint64_t>>>
TestTablet::storeGrants(std::span<const wire::v1::StreamGrant> grants)
{
    auto transaction = begin(*m_journal);
    for (const wire::v1::StreamGrant &grant : grants) {
        auto add = must(m_journal->database().prepare("INSERT OR IGNORE INTO grants VALUES (?, 0, 0)"));
        must(add.bindBlob(1, grant.stream()).run()); // with the cursor at 0 the session wants none of them
    }
    must(transaction.commit());
    auto sql = must(m_journal->database().prepare("SELECT stream, at FROM grants WHERE done = 0"));
    std::vector<std::pair<StreamId, std::uint64_t>> out;
    while (must(sql.step())) {
        out.emplace_back(*StreamId::from(sql.blob(0)), sql.unsignedInteger(1));
    }
    return out;
}

Status TestTablet::grantsComplete(std::uint64_t grants)
{
    auto transaction = begin(*m_journal);
    setNumber("grants", grants);
    must(m_journal->database().execute("UPDATE grants SET done = 1"));
    return transaction.commit();
}

Status TestTablet::storeEpoch(std::uint64_t epoch, bool restart)
{
    auto transaction = begin(*m_journal);
    setNumber("epoch", epoch);
    if (restart) {
        for (const char *key : {"cursor seq", "cursor log", "acked seq", "acked log"}) {
            setNumber(key, 0);
        }
        must(m_journal->database().execute("UPDATE grants SET at = 0, done = 1"));
    }
    return transaction.commit();
}

Result<std::vector<wire::v1::Have>> TestTablet::haves()
{
    std::vector<wire::v1::Have> out;
    for (const StreamId &stream : must(m_journal->streams())) {
        wire::v1::Have &have = out.emplace_back();
        have.set_stream(stream.str());
        have.set_set_hash(must(m_journal->setHash(stream)).str());
        for (const Range &range : must(m_journal->ranges(stream))) {
            wire::v1::Range *message = have.add_ranges();
            message->set_inc(static_cast<std::uint64_t>(range.inc));
            message->set_first(range.first);
            message->set_last(range.last);
        }
    }
    return out;
}

Status TestTablet::storeClock(std::int64_t serverMs, std::int64_t ownMs, bool /*mayRead*/)
{
    clockOffsetMs = serverMs - ownMs;
    return {};
}

Status TestTablet::noteForeignIncarnation(Incarnation foreign)
{
    auto sql = must(m_journal->database().prepare("INSERT OR IGNORE INTO clones VALUES (?)"));
    return sql.bindUnsigned(1, static_cast<std::uint64_t>(foreign)).run();
}

Status TestTablet::markSafe(const wire::v1::Safe &safe)
{
    return safe.streams_size() > 0 ? Status() : fail(Errc::Malformed, "nothing is safe");
}

} // namespace trivsel::test
