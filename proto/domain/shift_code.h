#pragma once

#include "proto/domain/facts.h"

#include <cstdint>
#include <optional>
#include <string>

namespace trivsel::domain {

inline constexpr int kShiftHoursMin = 1;
inline constexpr int kShiftHoursMax = 24;
inline constexpr int kShiftHours = 12;             // when nothing is said
inline constexpr std::size_t kShiftCodesTried = 8; // newest of the valid ones: each costs a key derivation

/** A *vagtkode*: for one shift, and for safety plans alone. In `home`. Times by the server's clock, ms. */
struct ShiftCode
{
    EntityId id;
    std::string verifier; // seal::PasscodeVerifier as bytes
    std::int64_t fromMs = 0;
    std::int64_t untilMs = 0;
};

/** nullopt when a piece is missing or the shift is longer than a day. */
[[nodiscard]] std::optional<ShiftCode> readShiftCode(const EntityId &entity, const merge::Fold &fold);
[[nodiscard]] Ops writeShiftCode(const ShiftCode &code, const merge::Fold &now);

/** What a device knows of time when somebody types a code. */
struct ShiftClock
{
    std::int64_t nowMs = 0;      // corrected by the server's clock
    bool doubtful = false;       // that can't be trusted
    std::int64_t knownForMs = 0; // uptime since this device first held the code
};

/** From a while before it begins (clocks differ) until it ends. Never longer on a device than the shift
 * lasts, whatever its clock says; with a doubtful clock that alone counts. */
[[nodiscard]] bool isInForce(const ShiftCode &code, const ShiftClock &clock);

} // namespace trivsel::domain
