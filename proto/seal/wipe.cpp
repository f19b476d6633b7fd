#include "proto/seal/wipe.h"

#include "proto/base/little_endian.h"

namespace trivsel::seal {

namespace {

constexpr std::string_view kWipeDomain = "trivsel.wipe.1";

std::string messageOf(const HomeId &home, std::string_view device, std::int64_t issuedMs)
{
    std::string message(kWipeDomain);
    message += home.str();
    message += device;
    putLittleEndian(message, issuedMs);
    return message;
}

} // namespace

wire::v1::Wipe orderWipe(const HomeId &home, const DeviceId &device, std::int64_t issuedMs,
                         const SignSecret &server)
{
    wire::v1::Wipe wipe;
    wipe.set_device(device.str());
    wipe.set_issued_ms(issuedMs);
    wipe.set_signature(sign(server, messageOf(home, device.str(), issuedMs)).str());
    return wipe;
}

Status checkWipe(const wire::v1::Wipe &wipe, const HomeId &home, const DeviceId &device,
                 const SignPublic &server)
{
    if (wipe.device() != device.str()) {
        return fail(Errc::Malformed, "an order for another device");
    }
    const auto signature = Signature::from(wipe.signature());
    const bool holds =
        signature && verify(server, messageOf(home, wipe.device(), wipe.issued_ms()), *signature);
    return holds ? Status() : fail(Errc::SealBroken, "an order to empty this device");
}

} // namespace trivsel::seal
