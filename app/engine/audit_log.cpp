#include "app/engine/audit_log.h"

#include "proto/seal/hasher.h"

namespace trivsel::engine {
namespace {

constexpr std::string_view kTipContext = "trivsel.audit-tip.1";
constexpr int kAll = -1;

std::string contextOf(std::int64_t number)
{
    return "trivsel.audit-row.1" + std::to_string(number);
}

std::string bytesOf(std::int64_t number)
{
    const auto bytes = littleEndian(static_cast<std::uint64_t>(number));
    return {reinterpret_cast<const char *>(bytes.data()), bytes.size()};
}

std::int64_t numberOf(std::string_view bytes)
{
    std::uint64_t out = 0;
    for (std::size_t at = bytes.size(); at > 0; --at) {
        out = out << 8U | static_cast<std::uint8_t>(bytes[at - 1]);
    }
    return static_cast<std::int64_t>(out);
}

constexpr std::size_t kNumberBytes = 8;

} // namespace

Result<std::optional<AuditLog::Tip>> AuditLog::readTip()
{
    auto row = m_store.database().prepare("SELECT sealed FROM audit_tip");
    if (!row) {
        return tl::unexpected(row.error());
    }
    const auto there = row->step();
    if (!there) {
        return tl::unexpected(there.error());
    }
    if (!*there) {
        return std::optional<Tip>();
    }
    const auto plain = seal::unwrap(m_ports.wrapKey, kTipContext, row->blob(0));
    if (!plain || plain->size() != 2 * kNumberBytes + Hash256::size) {
        return fail(Errc::StoreCorrupt, "the end of the audit is damaged");
    }
    const std::string_view bytes = *plain;
    return std::optional(Tip{numberOf(bytes.substr(0, kNumberBytes)),
                             *Hash256::from(bytes.substr(2 * kNumberBytes)),
                             numberOf(bytes.substr(kNumberBytes, kNumberBytes))});
}

Status AuditLog::keepTip()
{
    auto row = m_store.database().prepare("INSERT INTO audit_tip(id, sealed) VALUES(1, ?1) "
                                          "ON CONFLICT(id) DO UPDATE SET sealed = ?1");
    if (!row) {
        return tl::unexpected(row.error());
    }
    std::string plain = bytesOf(m_next.number);
    plain.append(bytesOf(m_next.dropped)).append(m_next.head.str());
    const std::string sealed = seal::wrap(m_ports.wrapKey, kTipContext, plain, m_ports.random);
    return row->bindBlob(1, sealed).run();
}

/** A tablet of before the end was kept: its rows begin with the first. */
Status AuditLog::adoptOlder()
{
    const auto all = rows();
    if (!all) {
        return tl::unexpected(all.error());
    }
    if (all->empty()) {
        return {};
    }
    if (all->front().number != 1) {
        return fail(Errc::StoreCorrupt, "the end of the audit is missing");
    }
    m_next = {all->back().number, all->back().head, 0};
    return m_store.write([this] { return keepTip(); });
}

Status AuditLog::checkEnds()
{
    auto row = m_store.database().prepare("SELECT COALESCE(MIN(number), ?1 + 1), COALESCE(MAX(number), ?1), "
                                          "COUNT(*) FROM audit");
    if (!row) {
        return tl::unexpected(row.error());
    }
    row->bind(1, m_tip.dropped);
    const auto there = row->step();
    if (!there || !*there) {
        return there ? Status(fail(Errc::StoreFailed, "the audit")) : tl::unexpected(there.error());
    }
    const bool whole = row->integer(0) == m_tip.dropped + 1 && row->integer(1) == m_tip.number &&
                       row->integer(2) == m_tip.number - m_tip.dropped;
    return whole ? Status() : fail(Errc::StoreCorrupt, "entries of the audit are missing");
}

Status AuditLog::load()
{
    const auto tip = readTip();
    Status whole = tip ? Status() : tl::unexpected(tip.error());
    if (tip && *tip) {
        m_tip = **tip;
        m_next = m_tip;
        whole = checkEnds();
    } else if (tip) {
        whole = adoptOlder();
    }
    return whole || whole.error().code() != Errc::StoreCorrupt ? whole : goOn();
}

/** Nobody's words may wait for an audit that somebody damaged: numbers go on behind the highest that is
 * known, and the office sees the hole, or a head that does not follow. */
Status AuditLog::goOn()
{
    const auto last =
        read("SELECT number, sealed FROM audit ORDER BY number DESC LIMIT ?1", 1, Damaged::Empty);
    if (!last) {
        return tl::unexpected(last.error());
    }
    m_next = m_tip;
    if (!last->empty() && last->front().number > m_next.number) {
        m_next.number = last->front().number;
        // Behind a damaged one nothing may seem to follow.
        const bool damaged = last->front().head == Hash256{};
        m_next.head = damaged ? randomBytes<Hash256>(m_ports.random) : last->front().head;
    }
    return m_store.write([this] { return keepTip(); });
}

domain::AuditEntry AuditLog::entryOf(const Look &look) const
{
    const ClockState::Stamp now = m_clock.now();
    domain::AuditEntry entry;
    entry.person = look.who.person.isNull() ? std::nullopt : std::optional(look.who.person);
    entry.role = look.who.role;
    entry.action = look.action;
    entry.purpose = look.purpose;
    entry.about = look.about.isNull() ? std::nullopt : std::optional(look.about);
    entry.stream = look.stream;
    entry.wallMs = now.wallMs;
    entry.offsetMs = now.offsetMs;
    entry.clockQuality = now.quality;
    entry.device = m_ports.device;
    return entry;
}

Status AuditLog::putRow(const char *sql, const Row &row)
{
    auto statement = m_store.database().prepare(sql);
    if (!statement) {
        return tl::unexpected(statement.error());
    }
    std::string plain;
    plain.reserve(Hash256::size + row.entry.size());
    plain.append(reinterpret_cast<const char *>(row.head.data.data()), Hash256::size).append(row.entry);
    const std::string sealed = seal::wrap(m_ports.wrapKey, contextOf(row.number), plain, m_ports.random);
    return statement->bind(1, row.number).bindBlob(2, sealed).run();
}

Status AuditLog::insert(const domain::AuditEntry &entry)
{
    const std::string bytes = domain::encodeAudit(entry);
    const Tip next{m_next.number + 1, domain::auditHead(m_next.head, bytes), m_next.dropped};
    TRIVSEL_TRY(putRow("INSERT INTO audit(number, sealed) VALUES(?1, ?2)", {next.number, next.head, bytes}));
    m_next = next;
    return keepTip();
}

Status AuditLog::insertWaiting()
{
    m_next = m_tip; // a second attempt after the reserve was given back begins where the first did
    for (const domain::AuditEntry &entry : m_waiting) {
        TRIVSEL_TRY(insert(entry));
    }
    m_insertedWaiting = true;
    return {};
}

Status AuditLog::append(const Look &look)
{
    TRIVSEL_TRY(insertWaiting());
    return insert(entryOf(look));
}

Status AuditLog::note(const Look &look)
{
    const Key key{look.who.person, look.about, look.action, look.purpose};
    const std::int64_t now = m_ports.uptime();
    const auto before = m_recent.find(key);
    const bool repeats = look.action == wire::v1::AUDIT_READ && before != m_recent.end();
    if (repeats && now >= before->second && now - before->second < kSameLookMs) {
        return {};
    }
    const domain::AuditEntry entry = entryOf(look);
    Status written = m_store.write([&]() -> Status {
        TRIVSEL_TRY(insertWaiting());
        return insert(entry);
    });
    if (!written) {
        if (written.error().code() != Errc::StoreFull || m_waiting.size() >= kWaitingMax) {
            return written;
        }
        m_waiting.push_back(entry);
    }
    m_recent[key] = now;
    return {};
}

void AuditLog::committed()
{
    m_tip = m_next;
    if (m_insertedWaiting) {
        m_waiting.clear();
    }
    m_insertedWaiting = false;
}

void AuditLog::rolledBack()
{
    m_next = m_tip;
    m_insertedWaiting = false;
}

Result<std::vector<AuditLog::Row>> AuditLog::read(const char *sql, int atMost, Damaged damaged)
{
    auto statement = m_store.database().prepare(sql);
    if (!statement) {
        return tl::unexpected(statement.error());
    }
    statement->bind(1, atMost);
    std::vector<Row> out;
    for (;;) {
        const auto there = statement->step();
        if (!there) {
            return tl::unexpected(there.error());
        }
        if (!*there) {
            return out;
        }
        const std::int64_t number = statement->integer(0);
        const auto plain = seal::unwrap(m_ports.wrapKey, contextOf(number), statement->blob(1));
        const bool whole = plain && plain->size() >= Hash256::size;
        if (!whole && damaged == Damaged::Refused) {
            return fail(Errc::StoreCorrupt, "an entry of the audit is damaged");
        }
        Row row;
        row.number = number;
        if (whole) {
            row.head = *Hash256::from(std::string_view(*plain).substr(0, Hash256::size));
            row.entry.assign(*plain, Hash256::size, std::string::npos);
        }
        out.push_back(row); // never moved: g++ 12 believes that a move would read beyond its end
    }
}

Result<std::vector<AuditLog::Row>> AuditLog::rows()
{
    auto all = read("SELECT number, sealed FROM audit ORDER BY number LIMIT ?1", kAll, Damaged::Refused);
    if (!all) {
        return all;
    }
    const Row *before = nullptr;
    for (const Row &row : *all) {
        // What was before the first that is here has gone to the office: its head is believed.
        const bool known = before != nullptr || row.number == 1;
        const Hash256 head = before != nullptr ? before->head : Hash256{};
        const bool follows = before == nullptr || row.number == before->number + 1;
        if (!follows || (known && !row.entry.empty() && domain::auditHead(head, row.entry) != row.head)) {
            return fail(Errc::StoreCorrupt, "the chain of the audit is broken");
        }
        before = &row;
    }
    return all;
}

Result<std::vector<domain::AuditEntry>> AuditLog::entries()
{
    TRIVSEL_TRY(checkEnds());
    const auto all = rows();
    if (!all) {
        return tl::unexpected(all.error());
    }
    std::vector<domain::AuditEntry> out;
    for (const Row &row : *all) {
        const auto entry = row.entry.empty() ? Result<domain::AuditEntry>(fail(Errc::NotFound))
                                             : domain::decodeAudit(row.entry);
        if (entry) {
            out.push_back(*entry);
        } else if (!row.entry.empty()) {
            return fail(Errc::StoreCorrupt, "an entry of the audit is damaged");
        }
    }
    return out;
}

Result<std::vector<AuditLog::Row>> AuditLog::unsent(int atMost)
{
    return read("SELECT number, sealed FROM audit WHERE ctr IS NULL ORDER BY number LIMIT ?1", atMost,
                Damaged::Empty);
}

Status AuditLog::markSent(std::int64_t number, const ChangeId &by)
{
    auto row =
        m_store.database().prepare("UPDATE audit SET stream = ?2, inc = ?3, ctr = ?4 WHERE number = ?1");
    if (!row) {
        return tl::unexpected(row.error());
    }
    const std::string stream = by.stream.str();
    row->bind(1, number).bindBlob(2, stream).bindUnsigned(3, static_cast<std::uint64_t>(by.dot.inc));
    return row->bindUnsigned(4, by.dot.ctr).run();
}

Status AuditLog::markUnsent(const ChangeId &by)
{
    auto row = m_store.database().prepare("UPDATE audit SET stream = NULL, inc = NULL, ctr = NULL "
                                          "WHERE stream = ?1 AND inc = ?2 AND ctr = ?3");
    if (!row) {
        return tl::unexpected(row.error());
    }
    const std::string stream = by.stream.str();
    row->bindBlob(1, stream).bindUnsigned(2, static_cast<std::uint64_t>(by.dot.inc));
    return row->bindUnsigned(3, by.dot.ctr).run();
}

Status AuditLog::dropSafe()
{
    auto row = m_store.database().prepare(
        "SELECT COALESCE(MIN(number), ?1 + 1) FROM audit a WHERE NOT EXISTS(SELECT 1 FROM outbox o WHERE "
        "o.stream = a.stream AND o.inc = a.inc AND o.ctr = a.ctr AND o.state = 2)");
    if (!row) {
        return tl::unexpected(row.error());
    }
    row->bind(1, m_next.number);
    const auto there = row->step();
    if (!there || !*there) {
        return there ? Status() : tl::unexpected(there.error());
    }
    const std::int64_t first = row->integer(0);
    if (first <= m_next.dropped + 1) {
        return {};
    }
    auto gone = m_store.database().prepare("DELETE FROM audit WHERE number < ?1");
    if (!gone) {
        return tl::unexpected(gone.error());
    }
    TRIVSEL_TRY(gone->bind(1, first).run());
    m_next.dropped = first - 1;
    return keepTip();
}

Status AuditLog::forgetAbout(const PersonId &resident)
{
    const auto all = read("SELECT number, sealed FROM audit ORDER BY number LIMIT ?1", kAll, Damaged::Empty);
    if (!all) {
        return tl::unexpected(all.error());
    }
    for (const Row &row : *all) {
        const auto entry = domain::decodeAudit(row.entry);
        if (entry && entry->about == resident) {
            TRIVSEL_TRY(putRow("UPDATE audit SET sealed = ?2 WHERE number = ?1", {row.number, row.head, {}}));
        }
    }
    return {};
}

} // namespace trivsel::engine
