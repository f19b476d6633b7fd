#include "sync-server/server_keys.h"

#include <algorithm>

namespace trivsel::server {
namespace {

constexpr std::string_view kMagic = "trivsel-identity ";
constexpr std::string_view kFirstLine = "trivsel-identity 1\n";
constexpr std::string_view kContext = "trivsel.server.identity.1";

template <class T> T derived(const seal::RecoverySeed &seed, std::string_view label)
{
    static_assert(T::size <= 32);
    const auto bytes = seal::derive(seed, label);
    T out;
    std::copy_n(bytes.data.begin(), T::size, out.data.begin());
    return out;
}

template <class T> void take(std::string_view &from, T &to)
{
    std::copy_n(from.begin(), T::size, to.data.begin());
    from.remove_prefix(T::size);
}

} // namespace

ServerKeys deriveKeys(const seal::RecoverySeed &seed)
{
    ServerKeys keys;
    keys.home = derived<HomeId>(seed, seal::label::kHomeId);
    keys.homeStream = StreamId{StreamKind::Home, derived<EntityId>(seed, seal::label::kHomeStream)};
    keys.identity = derived<seal::SignSecret>(seed, seal::label::kServerIdentity);
    keys.ca = derived<seal::SignSecret>(seed, seal::label::kHomeCa);
    keys.recovery = seal::publicOf(derived<seal::BoxSecret>(seed, seal::label::kRecoveryBox));
    return keys;
}

seal::StreamKey deriveHomeKey(const seal::RecoverySeed &seed)
{
    return derived<seal::StreamKey>(seed, seal::label::kHomeKey);
}

std::string sealKeys(const ServerKeys &keys, const seal::WrapKey &wrapKey, const Random &random)
{
    const std::string plain = keys.home.str() + keys.homeStream.bits.str() + keys.identity.str() +
                              keys.ca.str() + keys.recovery.str();
    return std::string(kFirstLine) + seal::wrap(wrapKey, kContext, plain, random);
}

Result<ServerKeys> openKeys(std::string_view file, const seal::WrapKey &wrapKey)
{
    if (file.substr(0, kMagic.size()) != kMagic) {
        return fail(Errc::StoreForeign, "identity");
    }
    if (file.substr(0, kFirstLine.size()) != kFirstLine) {
        return fail(file.find('\n') == std::string_view::npos ? Errc::StoreCorrupt : Errc::StoreTooNew,
                    "identity");
    }
    auto plain = seal::unwrap(wrapKey, kContext, file.substr(kFirstLine.size()));
    if (!plain) {
        return tl::unexpected(plain.error());
    }
    ServerKeys keys;
    if (plain->size() != HomeId::size + EntityId::size + 3 * 32) {
        return fail(Errc::StoreCorrupt, "identity");
    }
    std::string_view rest = *plain;
    take(rest, keys.home);
    keys.homeStream.kind = StreamKind::Home;
    take(rest, keys.homeStream.bits);
    take(rest, keys.identity);
    take(rest, keys.ca);
    take(rest, keys.recovery);
    return keys;
}

} // namespace trivsel::server
