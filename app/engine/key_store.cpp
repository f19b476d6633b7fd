#include "app/engine/key_store.h"

namespace trivsel::engine {

Result<seal::WrapKey> obtainWrapKey(KeyStore &store, bool enrolled, const Random &random)
{
    auto key = store.load();
    if (key || enrolled || key.error().code() != Errc::KeyMissing) {
        return key;
    }
    return store.create(random);
}

} // namespace trivsel::engine
