#pragma once

#include "proto/seal/sealed_change.h"

namespace trivsel::seal {

/** What the office writes under an id of its own when somebody's words can't stand under theirs: the same
 * content, and which change it was. Nobody but the office is said to be the office: `home` as who entered it
 * is left out. */
[[nodiscard]] wire::v1::Change reissueOf(wire::v1::Change content, const SealedChange &of,
                                         const HomeId &home);
/** The same by whoever wrote it: whose own id was taken. Without the place where a change would be too long
 * with it. */
[[nodiscard]] wire::v1::Change saidAnew(wire::v1::Change content, const SealedChange &of);
/** Whether `anew` says that it is `original`, whose content is `content`, and has every word of it. That the
 * office wrote `anew` is the caller's to check. */
[[nodiscard]] bool isReissueOf(const wire::v1::Change &anew, const SealedChange &original,
                               const wire::v1::Change &content, const HomeId &home);
/** Which change it says it was; nullopt when it says none. */
[[nodiscard]] std::optional<Dot> reissuedDot(const wire::v1::Change &anew);

} // namespace trivsel::seal
