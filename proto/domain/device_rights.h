#pragma once

#include "proto/domain/home_model.h"

namespace trivsel::domain {

/**
 * Whether a device has a right to a stream, by its kind (mayHold), its owner and the access table. A device
 * of the house holds what its kind may. A person's own device: what that person may read; nothing but names
 * once they have left. `readers`: whom the resident of the stream lets read, as the server believes it;
 * nullptr when nothing is known. A blocked device has no right.
 */
[[nodiscard]] bool hasRight(const HomeModel &home, const Device &device, const StreamInfo &stream,
                            const Profile *readers);

/** *Tag med på tur*: these lie on a person's own device only while they take that resident along. */
[[nodiscard]] bool onlyAlong(const Device &device, const StreamId &stream);
/** Whether the device's owner may take this resident along. */
[[nodiscard]] bool mayTakeAlong(const HomeModel &home, const Device &device, const PersonId &resident,
                                const Profile *readers);

} // namespace trivsel::domain
