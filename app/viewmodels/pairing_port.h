#pragma once

#include "proto/pairing/tablet_pairing.h"

#include <functional>

namespace trivsel::app {

/** Sets this tablet up over the network. UI thread, also what it calls. */
class PairingPort
{
public:
    struct Listener
    {
        std::function<void(const pairing::ShowDigits &)> digits;
        std::function<void(const pairing::Ended &)> ended;
    };
    virtual ~PairingPort() = default;
    /** One at a time; the invitation has a host. */
    virtual void start(const pairing::Invitation &invitation, Listener listener) = 0;
    /** The one that runs, if any; its listener hears nothing more. */
    virtual void cancel() = 0;
};

} // namespace trivsel::app
