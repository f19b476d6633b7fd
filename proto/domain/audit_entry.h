#pragma once

#include "audit.pb.h"
#include "proto/base/error.h"
#include "proto/base/ids.h"
#include "proto/merge/register.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace trivsel::domain {

using merge::Role;
using AuditAction = wire::v1::AuditAction;
using AuditPurpose = wire::v1::AuditPurpose;

/** One look, or one change of who may look. The purpose is that of the screen, never typed. */
struct AuditEntry
{
    std::optional<PersonId> person; // nullopt: a shift code was all that was known
    Role role = Role::ROLE_UNSPECIFIED;
    AuditAction action{};
    AuditPurpose purpose{};
    std::optional<PersonId> about; // nullopt: the house
    std::optional<StreamKind> stream;
    std::int64_t wallMs = 0;
    std::int64_t offsetMs = 0;
    std::uint32_t clockQuality = 0; // as in Change
    DeviceId device;

    bool operator==(const AuditEntry &) const = default;
};

[[nodiscard]] std::string encodeAudit(const AuditEntry &entry);
/** Malformed: ids of another size, an unknown stream kind. Actions and purposes that are newer than this
 * program are kept as "unspecified": a look is a look. */
[[nodiscard]] Result<AuditEntry> decodeAudit(std::string_view bytes);

/** head_n = BLAKE2b-256("trivsel.audit.1" | head_{n−1} | entry bytes); head_0 = 32 zeros. */
[[nodiscard]] Hash256 auditHead(const Hash256 &before, std::string_view entry);

// --- *Hvem har kigget* ---

enum class Looker { Staff, Leader, Office, Guest, Unknown }; // kind of person; never a name
enum class LookReason {
    Conversation,
    Plan,
    Today,
    Answers,
    Handover,
    Safety,
    Shift,
    Emergency,
    Office,
    Order,
    Other
};
enum class LookWhat { Read, Searched, Printed, Exported, ChangedAccess };

/** One line: on a day, that kind of person, for that reason, so many times. */
struct Look
{
    std::optional<std::int64_t>
        day; // days since 1970 where the home is; nullopt: the clock was known to be wrong
    Looker looker{};
    LookReason reason{};
    LookWhat what{};
    int times = 0;
    bool clockDoubtful = false; // some of these times were not compared with the server

    bool operator==(const Look &) const = default;
};

/** Minutes east of Greenwich at that time, where the home is. */
using ZoneOffset = std::function<int(std::int64_t utcMs)>;

/** What others looked at about this resident: newest day first, unknown days last. Signing in is no look. */
[[nodiscard]] std::vector<Look> whoLooked(std::span<const AuditEntry> entries, const PersonId &resident,
                                          const ZoneOffset &zone);

} // namespace trivsel::domain
