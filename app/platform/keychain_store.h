#pragma once

#include "app/engine/key_store.h"

#include <string>

namespace trivsel::platform {

/**
 * The tablet's key in the system's keychain (Secret Service on Linux). Needs a running QCoreApplication;
 * waits for the answer. Anything but "there is no such entry" counts as unavailable: a key that may still be
 * there is never replaced.
 */
class KeychainStore final : public engine::KeyStore
{
public:
    /** `entry` names the key of this data directory among others of the same user. */
    explicit KeychainStore(std::string entry) : m_entry(std::move(entry)) {}

    [[nodiscard]] Result<seal::WrapKey> load() override;
    [[nodiscard]] Result<seal::WrapKey> create(const Random &random) override;
    [[nodiscard]] bool isFile() const override { return false; }

private:
    std::string m_entry;
};

} // namespace trivsel::platform
