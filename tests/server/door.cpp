#include "tests/server/door.h"

#include "proto/framing/frame.h"
#include "proto/seal/sealed_change.h"
#include "sync-server/certificates.h"

#include "session.pb.h"

#include <QtGlobal>

namespace trivsel::testing {

RunningService::RunningService(server::HomeStore &store, server::Service::Settings settings)
    : m_service(store, std::move(settings))
{
    if (!m_service.open()) {
        qFatal("can't listen");
    }
    m_thread = std::thread([this] { m_ended = m_service.run().has_value(); });
}

bool RunningService::stop()
{
    if (m_thread.joinable()) {
        m_service.requestStop();
        m_thread.join();
    }
    return m_ended;
}

TabletFile fileOf(BuiltHome &home, const Tablet &tablet, std::optional<std::int64_t> untilMs)
{
    const server::ServerKeys &server = home.store().server();
    TabletFile file;
    file.home = server.home;
    file.device = tablet.device.id;
    file.caPem = server::toPem(*server::caCertificate(server.home, server.ca)).value();
    file.certificatePem = server::toPem(*server::deviceCertificate(server.home, server.ca, tablet.device.id,
                                                                   seal::publicOf(tablet.sign), untilMs))
                              .value();
    file.keyPem = server::toPem(*server::privateKey(tablet.sign)).value();
    return file;
}

std::string frameOf(const session::StorePush &push)
{
    wire::v1::Push message;
    message.set_id(push.id);
    message.set_stream(push.stream.str());
    *message.mutable_proof() = *push.proof;
    for (const auto &change : push.accepted) {
        seal::toWire(change, message.add_changes());
    }
    return framing::encode(framing::FrameType::Push, message.SerializeAsString());
}

} // namespace trivsel::testing
