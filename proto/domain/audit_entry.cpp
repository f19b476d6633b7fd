#include "proto/domain/audit_entry.h"

#include "proto/base/time_units.h"
#include "proto/domain/access.h"
#include "proto/seal/keys.h"
#include "proto/seal/parse.h"

#include <map>
#include <tuple>

namespace trivsel::domain {
namespace {

using enum wire::v1::AuditAction;
using enum wire::v1::AuditPurpose;
using enum wire::v1::Role;

constexpr std::int64_t kMinuteMs = 60'000;

constexpr std::uint32_t kClockWrong = 2;
constexpr std::uint32_t kClockCompared = 1;

Looker lookerOf(const AuditEntry &entry)
{
    if (entry.purpose == PURPOSE_SHIFT || isCareStaff(entry.role)) {
        return Looker::Staff;
    }
    if (entry.role == ROLE_LEADER) {
        return Looker::Leader;
    }
    if (entry.role == ROLE_OFFICE || entry.role == ROLE_SERVER) {
        return Looker::Office;
    }
    return isGuest(entry.role) ? Looker::Guest : Looker::Unknown;
}

LookReason reasonOf(AuditPurpose purpose)
{
    switch (purpose) {
    case PURPOSE_CONVERSATION:
        return LookReason::Conversation;
    case PURPOSE_PLAN:
        return LookReason::Plan;
    case PURPOSE_TODAY:
        return LookReason::Today;
    case PURPOSE_ANSWERS:
        return LookReason::Answers;
    case PURPOSE_HANDOVER:
        return LookReason::Handover;
    case PURPOSE_SAFETY:
        return LookReason::Safety;
    case PURPOSE_SHIFT:
        return LookReason::Shift;
    case PURPOSE_EMERGENCY:
        return LookReason::Emergency;
    case PURPOSE_OFFICE:
        return LookReason::Office;
    case PURPOSE_ORDER:
        return LookReason::Order;
    default:
        return LookReason::Other;
    }
}

std::optional<LookWhat> whatOf(AuditAction action)
{
    switch (action) {
    case AUDIT_SIGN_IN:
    case AUDIT_SIGN_IN_REFUSED:
        return std::nullopt;
    case AUDIT_SEARCH:
        return LookWhat::Searched;
    case AUDIT_PRINT:
        return LookWhat::Printed;
    case AUDIT_EXPORT:
        return LookWhat::Exported;
    case AUDIT_ACCESS:
        return LookWhat::ChangedAccess;
    default:
        return LookWhat::Read; // also an action that is newer than this program
    }
}

std::optional<std::int64_t> dayOf(const AuditEntry &entry, const ZoneOffset &zone)
{
    constexpr std::int64_t kSane = 400LL * 366 * kDayMs; // also keeps the sum below from overflowing
    if (entry.clockQuality == kClockWrong || entry.wallMs < 0 || entry.wallMs > kSane ||
        entry.offsetMs < -kSane || entry.offsetMs > kSane) {
        return std::nullopt;
    }
    const std::int64_t utc = entry.wallMs + entry.offsetMs;
    if (utc < kDayMs) {
        return std::nullopt;
    }
    return (utc + zone(utc) * kMinuteMs) / kDayMs;
}

} // namespace

std::string encodeAudit(const AuditEntry &entry)
{
    wire::v1::AuditEntry out;
    if (entry.person) {
        out.set_person(entry.person->str());
    }
    out.set_role(static_cast<std::uint32_t>(entry.role));
    out.set_action(entry.action);
    out.set_purpose(entry.purpose);
    if (entry.about) {
        out.set_about(entry.about->str());
    }
    out.set_stream_kind(entry.stream ? static_cast<std::uint32_t>(*entry.stream) : 0);
    out.set_wall_ms(entry.wallMs);
    out.set_offset_ms(entry.offsetMs);
    out.set_clock_quality(entry.clockQuality);
    out.set_device(entry.device.str());
    return out.SerializeAsString();
}

Result<AuditEntry> decodeAudit(std::string_view bytes)
{
    wire::v1::AuditEntry in;
    const auto device = seal::parse(bytes, in) ? DeviceId::from(in.device()) : std::nullopt;
    const auto person = PersonId::from(in.person());
    const auto about = PersonId::from(in.about());
    const bool kind = in.stream_kind() <= static_cast<std::uint32_t>(StreamKind::Audit);
    if (!device || !kind || (!person && !in.person().empty()) || (!about && !in.about().empty())) {
        return fail(Errc::Malformed, "audit entry");
    }
    AuditEntry entry;
    entry.person = person;
    entry.about = about;
    entry.device = *device;
    if (in.role() < static_cast<std::uint32_t>(wire::v1::Role_ARRAYSIZE)) {
        entry.role = static_cast<Role>(in.role());
    }
    if (AuditAction_IsValid(in.action())) {
        entry.action = in.action();
    }
    if (AuditPurpose_IsValid(in.purpose())) {
        entry.purpose = in.purpose();
    }
    if (in.stream_kind() != 0) {
        entry.stream = static_cast<StreamKind>(in.stream_kind());
    }
    entry.wallMs = in.wall_ms();
    entry.offsetMs = in.offset_ms();
    entry.clockQuality = in.clock_quality();
    return entry;
}

Hash256 auditHead(const Hash256 &before, std::string_view entry)
{
    std::string bytes = "trivsel.audit.1";
    bytes += before.str();
    bytes += entry;
    return seal::hash256(bytes);
}

std::vector<Look> whoLooked(std::span<const AuditEntry> entries, const PersonId &resident,
                            const ZoneOffset &zone)
{
    // Days descend; an unknown one comes after all others.
    using Key = std::tuple<bool, std::int64_t, Looker, LookReason, LookWhat>;
    std::map<Key, Look> lines;
    for (const AuditEntry &entry : entries) {
        const auto what = whatOf(entry.action);
        if (!what || entry.about != resident || entry.person == resident) {
            continue;
        }
        const auto day = dayOf(entry, zone);
        Look look{day, lookerOf(entry), reasonOf(entry.purpose), *what, 0, false};
        const Key key{!day, day ? -*day : 0, look.looker, look.reason, look.what};
        Look &line = lines.try_emplace(key, look).first->second;
        ++line.times;
        line.clockDoubtful = line.clockDoubtful || entry.clockQuality != kClockCompared;
    }
    std::vector<Look> out;
    for (auto &[key, line] : lines) {
        out.push_back(line);
    }
    return out;
}

} // namespace trivsel::domain
