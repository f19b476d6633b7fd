#include "proto/seal/own_consent.h"

#include "proto/seal/hasher.h"
#include "proto/seal/same_secret.h"

namespace trivsel::seal {

ConsentMac consentMac(const OwnKey &key, const OwnPlace &place, const OwnConsent &consent)
{
    const auto version = littleEndian(key.version);
    const auto number = littleEndian(consent.number);
    return Hasher<ConsentMac::size>(key.key.view())
        .add("trivsel.own.tablet.1")
        .add(place.home.view())
        .add(place.person.view())
        .add(place.stream.str())
        .add(viewOf(version))
        .add(consent.device.view())
        .add(consent.box.view())
        .add(consent.yes ? "\1" : "\2")
        .add(viewOf(number))
        .finish<ConsentMac>();
}

bool isConsent(std::string_view mac, const OwnKey &key, const OwnPlace &place, const OwnConsent &consent)
{
    const ConsentMac right = consentMac(key, place, consent);
    return mac.size() == ConsentMac::size && sameSecret(viewOf(mac), right.view());
}

} // namespace trivsel::seal
