#include "proto/domain/access.h"

#include "proto/domain/access_rule.h"

#include <algorithm>

namespace trivsel::domain {
namespace {

using access::Approval;
using access::Readers;
using access::Rule;
using access::Whose;

unsigned placeBit(const std::optional<DeviceKind> &device)
{
    if (!device) {
        return access::kAtOffice;
    }
    switch (*device) {
    case DeviceKind::Shared:
        return access::kShared;
    case DeviceKind::Staff:
        return access::kStaffDevice;
    case DeviceKind::Leader:
        return access::kLeaderDevice;
    }
    return 0; // a number that somebody wrote
}

bool holds(const Rule &rule, const Situation &now)
{
    const bool words = rule.words == Whose::Either || (rule.words == Whose::Own) == now.ownWords;
    const bool readers = rule.readers == Readers::Either || now.among;
    const bool approved = rule.approval == Approval::Alone || now.twoPeople;
    return words && readers && approved && (rule.places & placeBit(now.device)) != 0 &&
           (rule.roles & access::bit(now.role)) != 0 && (rule.voices & (1U << now.voice)) != 0;
}

bool oneSays(std::span<const Rule> rules, Action action, const Situation &now)
{
    return std::any_of(rules.begin(), rules.end(),
                       [&](const Rule &rule) { return rule.action == action && holds(rule, now); });
}

} // namespace

bool allowed(Action action, const Situation &situation)
{
    if (!wire::v1::Role_IsValid(situation.role) || !wire::v1::Voice_IsValid(situation.voice)) {
        return false; // numbers come from changes that others wrote
    }
    return oneSays(access::wordRules(), action, situation) ||
           oneSays(access::readingRules(), action, situation) ||
           oneSays(access::deviceRules(), action, situation) ||
           oneSays(access::officeRules(), action, situation);
}

} // namespace trivsel::domain
