#pragma once

#include <optional>
#include <string>

namespace trivsel::server {

/** This machine's IPv4 address on the local network: of those that are up, a private one (10., 172.16–31.,
 * 192.168.) goes before others, and networks of containers and virtual machines come last. */
[[nodiscard]] std::optional<std::string> lanAddress();

} // namespace trivsel::server
