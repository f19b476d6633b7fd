#include "app/main/pairing_adapter.h"

#include "app/main/start_up.h"

#include <utility>

namespace trivsel::app {

PairingAdapter::PairingAdapter(const Options &options, std::shared_ptr<const catalogue::Catalogue> catalogue)
    : m_options(options), m_catalogue(std::move(catalogue))
{
}

PairingAdapter::~PairingAdapter()
{
    cancel();
}

void PairingAdapter::onUiThread(std::function<void()> work)
{
    QMetaObject::invokeMethod(
        this,
        [this, run = m_run, work = std::move(work)] {
            if (run == m_run) {
                work();
            }
        },
        Qt::QueuedConnection);
}

void PairingAdapter::start(const pairing::Invitation &invitation, Listener listener)
{
    cancel();
    m_listener = std::move(listener);
    // Here and not at the end: the keychain needs the UI thread, and whoever can't keep a key must not be
    // asked for digits first.
    auto config = prepareData(m_options, m_catalogue);
    if (!config) {
        pairing::Ended ended;
        ended.ending = pairing::Ending::NotSaved;
        ended.why = config.error();
        onUiThread([this, ended] { m_listener.ended(ended); });
        return;
    }
    net::PairingConfig pairing;
    pairing.invitation = invitation;
    pairing.app = TRIVSEL_VERSION;
    pairing.random = config->random;
    net::PairingEvents events;
    events.onDigits = [this](const pairing::ShowDigits &shown) {
        onUiThread([this, shown] { m_listener.digits(shown); });
    };
    events.enrol = [config = *config](const TabletFile &file) { return engine::Engine::enrol(config, file); };
    m_thread = std::make_unique<net::PairingThread>(
        std::move(pairing), std::move(events),
        [this](const pairing::Ended &ended) { onUiThread([this, ended] { m_listener.ended(ended); }); });
}

void PairingAdapter::cancel()
{
    m_thread.reset();
    ++m_run;
}

} // namespace trivsel::app
