#pragma once

#include "tests/support/world.h"

#include <map>

namespace trivsel::test {

/** A sync run as it went over the wire, and both stores as they were before it. */
struct RecordedSession
{
    std::vector<std::string> up;   // whole frames, to the server
    std::vector<std::string> down; // to the tablet
    std::filesystem::path serverBefore;
    std::filesystem::path tabletBefore;
    std::map<DeviceId, TestServer::Device> devices;
    std::map<StreamId, std::uint32_t> streams;
    HomeId home;
    std::set<Hash256> changes; // hashes of all that anybody ever wrote lawfully in this world

    static constexpr std::uint8_t kTablet = 10; // as World makes its first one
};

/** Number `k` of many different runs, the same every time: first contact, pushing, pulling, back-fill,
 * unknown keys, no grant, a server that was set back, a copied tablet. Works in `dir`, which is emptied
 * first. */
[[nodiscard]] RecordedSession recordSession(const std::filesystem::path &dir, std::uint32_t k);

} // namespace trivsel::test
