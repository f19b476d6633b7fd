#pragma once

#include "app/engine/data_dir.h"
#include "proto/tabletfile/tablet_file.h"

namespace trivsel::engine {

/** Who this tablet is: the tablet file, sealed with the wrap key. Last thing written at enrolment: with it, a
 * tablet lives here. */
[[nodiscard]] Status writeIdentity(const DataDir &dir, const TabletFile &file, const seal::WrapKey &wrapKey,
                                   const Random &random);
/** StoreMissing; SealBroken when it is damaged or was sealed with another key; BadFile. */
[[nodiscard]] Result<TabletFile> readIdentity(const DataDir &dir, const seal::WrapKey &wrapKey);

} // namespace trivsel::engine
