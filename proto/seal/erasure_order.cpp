#include "proto/seal/erasure_order.h"

namespace trivsel::seal {

namespace {

constexpr std::string_view kDomain = "trivsel.erase.1";

void addNumber(std::string &message, std::uint64_t number)
{
    for (unsigned shift = 0; shift < 64; shift += 8) {
        message += static_cast<char>((number >> shift) & 0xffU);
    }
}

/** Stream and order have fixed lengths (checked), so nothing can stand for something else. */
std::string messageOf(const HomeId &home, const wire::v1::StreamErased &order)
{
    std::string message(kDomain);
    message += home.str();
    message += order.stream();
    message += order.order();
    for (const auto &change : order.escrow()) {
        addNumber(message, change.inc());
        addNumber(message, change.ctr());
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
