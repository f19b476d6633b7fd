#pragma once

#include "app/main/options.h"
#include "app/net/pairing_run.h"
#include "app/viewmodels/pairing_port.h"

#include <QObject>

#include <memory>

namespace trivsel::app {

/** Pairing on a thread of its own, told on the UI thread. */
class PairingAdapter final : public QObject, public PairingPort
{
    Q_OBJECT

public:
    PairingAdapter(const Options &options, std::shared_ptr<const catalogue::Catalogue> catalogue);
    ~PairingAdapter() override;

    void start(const pairing::Invitation &invitation, Listener listener) override;
    void cancel() override;

private:
    void onUiThread(std::function<void()> work);

    Options m_options;
    std::shared_ptr<const catalogue::Catalogue> m_catalogue;
    Listener m_listener;
    std::unique_ptr<net::PairingThread> m_thread;
    int m_run = 0; // what an earlier one still has to say counts no more
};

} // namespace trivsel::app
