#pragma once

#include "proto/base/error.h"
#include "proto/seal/keys.h"

namespace trivsel::engine {

/**
 * Where the key lies that wraps everything this tablet keeps secret on its disk: the system's keychain in the
 * product, a file of our own in demo and tests. Asked once at start, before the core thread runs.
 */
class KeyStore
{
public:
    virtual ~KeyStore() = default;

    /** KeyMissing when none was made here yet; KeyUnavailable when the store does not answer now; BadFile
     * when damaged. */
    [[nodiscard]] virtual Result<seal::WrapKey> load() = 0;
    /** Draws a key and keeps it durably. StoreExists when there is one: a key is never replaced, that would
     * lose data. */
    [[nodiscard]] virtual Result<seal::WrapKey> create(const Random &random) = 0;
    /** True when the key lies in a file: said on the screen. */
    [[nodiscard]] virtual bool isFile() const = 0;
};

/**
 * The tablet's key. A new one is drawn only where no tablet lives yet: with data there and no key,
 * KeyMissing. `enrolled` is Engine::isEnrolled of the data.
 */
[[nodiscard]] Result<seal::WrapKey> obtainWrapKey(KeyStore &store, bool enrolled, const Random &random);

} // namespace trivsel::engine
