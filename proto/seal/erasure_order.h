#pragma once

#include "proto/base/ids.h"
#include "proto/seal/keys.h"
#include "session.pb.h"

namespace trivsel::seal {

/** Fills in the signature of the server's order to every device to erase a stream. */
void signErasure(wire::v1::StreamErased &order, const HomeId &home, const SignSecret &server);
/** SealBroken when this server did not sign it for this home. */
[[nodiscard]] Status checkErasure(const wire::v1::StreamErased &order, const HomeId &home,
                                  const SignPublic &server);

} // namespace trivsel::seal
