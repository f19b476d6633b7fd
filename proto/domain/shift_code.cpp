#include "proto/domain/shift_code.h"

#include "proto/domain/home_fields.h"

namespace trivsel::domain {
namespace {

constexpr std::int64_t kHourMs = 60LL * 60 * 1000;
constexpr std::int64_t kEarlyMs = kHourMs / 4;

bool isLawful(const ShiftCode &code)
{
    return !code.verifier.empty() && code.fromMs >= 0 && code.untilMs > code.fromMs &&
           code.untilMs - code.fromMs <= kShiftHoursMax * kHourMs;
}

} // namespace

std::optional<ShiftCode> readShiftCode(const EntityId &entity, const merge::Fold &fold)
{
    const wire::v1::Parts parts = partsOf(fold.view(entity, field::kShiftCode));
    ShiftCode code;
    code.id = entity;
    code.verifier = refPart(parts, "verifier");
    code.fromMs = numPart(parts, "from");
    code.untilMs = numPart(parts, "until");
    return isLawful(code) ? std::optional(std::move(code)) : std::nullopt;
}

Ops writeShiftCode(const ShiftCode &code, const merge::Fold &now)
{
    wire::v1::Parts parts;
    addRef(parts, "verifier", code.verifier);
    addNum(parts, "from", code.fromMs);
    addNum(parts, "until", code.untilMs);
    return RecordWriter(code.id, now).parts(field::kShiftCode, std::move(parts)).take();
}

bool isInForce(const ShiftCode &code, const ShiftClock &clock)
{
    if (!isLawful(code) || clock.knownForMs >= code.untilMs - code.fromMs + kEarlyMs) {
        return false;
    }
    return clock.doubtful || (clock.nowMs >= code.fromMs - kEarlyMs && clock.nowMs < code.untilMs);
}

} // namespace trivsel::domain
