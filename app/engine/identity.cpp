#include "app/engine/identity.h"

#include "proto/base/limits.h"

namespace trivsel::engine {

namespace {
constexpr std::string_view kContext = "trivsel.identity.1";
constexpr std::size_t kSealBytes = 128; // what sealing adds at most
} // namespace

Status writeIdentity(const DataDir &dir, const TabletFile &file, const seal::WrapKey &wrapKey,
                     const Random &random)
{
    return journal::writeFileAtomically(dir.identity(),
                                        seal::wrap(wrapKey, kContext, writeTabletFile(file), random), 0600);
}

Result<TabletFile> readIdentity(const DataDir &dir, const seal::WrapKey &wrapKey)
{
    const auto sealed = journal::readSmallFile(dir.identity(), limits::kTabletFileBytesMax + kSealBytes);
    if (!sealed) {
        return tl::unexpected(sealed.error());
    }
    const auto plain = seal::unwrap(wrapKey, kContext, *sealed);
    if (!plain) {
        return fail(Errc::SealBroken, "the identity is damaged, or sealed with another key");
    }
    return readTabletFile(*plain);
}

} // namespace trivsel::engine
