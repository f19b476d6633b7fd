#pragma once

#include "sync-server/office.h"

#include <optional>

/** *Kun mig* at the office, which holds no key to it. proto/README.md, *Kun mig*. */
namespace trivsel::server {

/** Makes what an older home does not have: the `own` stream of each resident, and the public half of the
 * recovery key in `home`, without which tablets offer no *kun mig*. */
[[nodiscard]] Status makeOwnStreams(HomeStore &store, const Office::Ports &ports);

enum class OwnGivenBack {
    Done,    // the pictures that stand on any tablet open everything now
    NotAll,  // what could be sealed is, and something is not: no tablet takes a key newer than its own
    NotSet,  // no tablet has told where it may be sealed to
    Nothing, // no key in escrow
};
/** Every key of the resident's *kun mig* that the recovery key opens, sealed to the newest one: behind the
 * pictures that the resident has now. Written with `office`; nothing of it is kept here. */
[[nodiscard]] Result<OwnGivenBack> giveOwnBack(HomeStore &store, Office &office, const PersonId &resident,
                                               const seal::BoxSecret &recovery);

} // namespace trivsel::server
