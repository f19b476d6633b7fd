#include "sync-server/commands/lan_address.h"

#include <arpa/inet.h>
#include <array>
#include <cstdint>
#include <ifaddrs.h>
#include <memory>
#include <net/if.h>
#include <netinet/in.h>
#include <string_view>

namespace trivsel::server {
namespace {

bool isPrivate(std::uint32_t address)
{
    return address >> 24U == 10 || address >> 20U == 0xAC1 || address >> 16U == 0xC0A8;
}

bool isOfContainers(std::string_view name)
{
    for (const std::string_view begin : {"docker", "br-", "veth", "virbr", "vmnet", "tun", "tap", "wg"}) {
        if (name.substr(0, begin.size()) == begin) {
            return true;
        }
    }
    return false;
}

/** 0 = not at all. */
int fitness(const ifaddrs &one)
{
    const bool usable = one.ifa_addr != nullptr && one.ifa_addr->sa_family == AF_INET &&
                        (one.ifa_flags & IFF_UP) != 0 && (one.ifa_flags & IFF_LOOPBACK) == 0;
    if (!usable) {
        return 0;
    }
    const auto *address = reinterpret_cast<const sockaddr_in *>(one.ifa_addr);
    return 1 + (isPrivate(ntohl(address->sin_addr.s_addr)) ? 1 : 0) + (isOfContainers(one.ifa_name) ? 0 : 2);
}

} // namespace

std::optional<std::string> lanAddress()
{
    ifaddrs *first = nullptr;
    if (::getifaddrs(&first) != 0) {
        return std::nullopt;
    }
    const std::unique_ptr<ifaddrs, void (*)(ifaddrs *)> all(first, ::freeifaddrs);
    const ifaddrs *best = nullptr;
    for (const ifaddrs *one = first; one != nullptr; one = one->ifa_next) {
        if (fitness(*one) > (best != nullptr ? fitness(*best) : 0)) {
            best = one;
        }
    }
    if (best == nullptr) {
        return std::nullopt;
    }
    std::array<char, INET_ADDRSTRLEN> text{};
    const auto *address = reinterpret_cast<const sockaddr_in *>(best->ifa_addr);
    return ::inet_ntop(AF_INET, &address->sin_addr, text.data(), text.size()) != nullptr
               ? std::optional<std::string>(text.data())
               : std::nullopt;
}

} // namespace trivsel::server
