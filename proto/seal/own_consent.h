#pragma once

#include "proto/seal/own_key.h"

namespace trivsel::seal {

/** What a resident said of one tablet: whether *kun mig* may be opened there, too. */
struct OwnConsent
{
    DeviceId device;
    BoxPublic box; // of that tablet then: under another key it is another tablet
    bool yes = false;
    std::uint64_t number = 0; // later answers have higher ones
};
using ConsentMac = Bytes<32, struct ConsentMacTag>;
/** Only who has the own key can make it, so neither the server nor a tablet where it was never opened. */
[[nodiscard]] ConsentMac consentMac(const OwnKey &key, const OwnPlace &place, const OwnConsent &consent);
[[nodiscard]] bool isConsent(std::string_view mac, const OwnKey &key, const OwnPlace &place,
                             const OwnConsent &consent);

} // namespace trivsel::seal
