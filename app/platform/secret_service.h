#pragma once

#include <QString>

namespace trivsel::platform {

enum class Entry {
    NotThere, // or there is no Secret Service on this machine: another keychain answers for itself
    Locked,
    Open,
    Unknown, // the service does not answer
};

/**
 * Where an entry of qtkeychain's stands in the Secret Service. qtkeychain itself says *not found* of an entry
 * whose keyring is locked. Waits for the answer; needs a running QCoreApplication.
 */
[[nodiscard]] Entry findInSecretService(const QString &service, const QString &key);

} // namespace trivsel::platform
