#pragma once

#include "proto/base/error.h"
#include "proto/base/ids.h"
#include "proto/seal/keys.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace trivsel {

enum class TabletKind { Shared, Staff, Leader };

/** Who one tablet is. People get it there by pairing; `trivsel-sync tablet add` writes it as a file for tests
 * and programs. Secret: whoever holds it is that tablet. */
struct TabletFile
{
    HomeId home;
    std::string homeName;
    DeviceId device;
    std::string name; // "Fællesstuen"
    TabletKind kind = TabletKind::Shared;
    std::string host;
    std::uint16_t port = 0;
    Hash256 pin;       // SHA-256 of the server's public key (SPKI DER)
    std::string caPem; // the home's CA
    std::string certificatePem;
    std::string keyPem;    // Ed25519, also signs proofs
    seal::SignSecret sign; // the same key as raw seed
    seal::BoxSecret box;
};

/** JSON, UTF-8, one field a line, with a check sum over all fields: a copy that was damaged on its way is
 * refused. */
[[nodiscard]] std::string writeTabletFile(const TabletFile &file);
/** BadFile with what is wrong and where: not ours, cut short, a field missing, damaged, a newer version, too
 * large. */
[[nodiscard]] Result<TabletFile> readTabletFile(std::string_view json);

} // namespace trivsel
