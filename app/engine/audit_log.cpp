#include "app/engine/audit_log.h"

namespace trivsel::engine {
namespace {

std::string contextOf(std::int64_t number)
{
    return "trivsel.audit-row.1" + std::to_string(number);
}

} // namespace

Result<std::string> AuditLog::open(std::int64_t number, std::string_view sealed) const
{
    auto plain = seal::unwrap(m_ports.wrapKey, contextOf(number), sealed);
    if (!plain || plain->size() < Hash256::size) {
        plain = fail(Errc::StoreCorrupt, "an entry of the audit is damaged");
    }
    return plain; // never moved: g++ 12 believes that a move would read beyond its end
}

Status AuditLog::load()
{
    auto row = m_store.database().prepare("SELECT number, sealed FROM audit ORDER BY number DESC LIMIT 1");
    if (!row) {
        return tl::unexpected(row.error());
    }
    const auto there = row->step();
    if (!there) {
        return tl::unexpected(there.error());
    }
    if (*there) {
        const auto plain = open(row->integer(0), row->blob(1));
        if (!plain) {
            return tl::unexpected(plain.error());
        }
        m_tip = {row->integer(0), *Hash256::from(std::string_view(*plain).substr(0, Hash256::size))};
    }
    m_next = m_tip;
    return {};
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

Status AuditLog::insert(const domain::AuditEntry &entry)
{
    const std::string bytes = domain::encodeAudit(entry);
    const Tip next{m_next.number + 1, domain::auditHead(m_next.head, bytes)};
    auto row = m_store.database().prepare("INSERT INTO audit(number, sealed) VALUES(?1, ?2)");
    if (!row) {
        return tl::unexpected(row.error());
    }
    const std::string sealed =
        seal::wrap(m_ports.wrapKey, contextOf(next.number), next.head.str() + bytes, m_ports.random);
    TRIVSEL_TRY(row->bind(1, next.number).bindBlob(2, sealed).run());
    m_next = next;
    return {};
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
    const Status written = m_store.write([&]() -> Status {
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

Result<std::vector<domain::AuditEntry>> AuditLog::entries()
{
    auto row = m_store.database().prepare("SELECT number, sealed FROM audit ORDER BY number");
    if (!row) {
        return tl::unexpected(row.error());
    }
    std::vector<domain::AuditEntry> out;
    Tip at;
    for (;;) {
        const auto there = row->step();
        if (!there) {
            return tl::unexpected(there.error());
        }
        if (!*there) {
            break;
        }
        const auto plain = open(row->integer(0), row->blob(1));
        if (!plain) {
            return tl::unexpected(plain.error());
        }
        const std::string_view bytes = std::string_view(*plain).substr(Hash256::size);
        const auto entry = domain::decodeAudit(bytes);
        at = {at.number + 1, domain::auditHead(at.head, bytes)};
        if (!entry || row->integer(0) != at.number || plain->substr(0, Hash256::size) != at.head.str()) {
            return fail(Errc::StoreCorrupt, "the chain of the audit is broken");
        }
        out.push_back(*entry);
    }
    if (at.number != m_tip.number) {
        return fail(Errc::StoreCorrupt, "the end of the audit is missing");
    }
    return out;
}

} // namespace trivsel::engine
