#include "proto/seal/erasure_order.h"

#include "proto/base/little_endian.h"

namespace trivsel::seal {

namespace {

constexpr std::string_view kErasureDomain = "trivsel.erase.1";

/** Stream and order have fixed lengths (checked), so nothing can stand for something else. */
std::string messageOf(const HomeId &home, const wire::v1::StreamErased &order)
{
    std::string message(kErasureDomain);
    message += home.str();
    message += order.stream();
    message += order.order();
    for (const auto &change : order.escrow()) {
        putLittleEndian(message, change.inc());
        putLittleEndian(message, change.ctr());
    }
    return message;
}

} // namespace

void signErasure(wire::v1::StreamErased &order, const HomeId &home, const SignSecret &server)
{
    order.set_signature(sign(server, messageOf(home, order)).str());
}

Status checkErasure(const wire::v1::StreamErased &order, const HomeId &home, const SignPublic &server)
{
    constexpr std::size_t kOrderBytes = 16;
    const auto signature = Signature::from(order.signature());
    const bool shaped = StreamId::from(order.stream()) && order.order().size() == kOrderBytes;
    const bool holds = shaped && signature && verify(server, messageOf(home, order), *signature);
    return holds ? Status() : fail(Errc::SealBroken, "an order to erase a stream");
}

} // namespace trivsel::seal
