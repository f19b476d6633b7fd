#pragma once

#include <boost/asio/io_context.hpp>
#include <functional>
#include <memory>

namespace trivsel::net {

/** Tells when the machine has got an address or a link: the network is perhaps back. The core thread alone.
 */
class NetworkWatch
{
public:
    virtual ~NetworkWatch() = default;
    /** Once. `onChange` is called on the thread that runs the io_context, until stop(). */
    virtual void start(std::function<void()> onChange) = 0;
    virtual void stop() = 0;
};

using MakeNetworkWatch = std::function<std::unique_ptr<NetworkWatch>(boost::asio::io_context &)>;

/** The system's own word (Linux: rtnetlink), no polling. Where the system gives none it stays silent, and the
 * tablet tries again by itself. */
[[nodiscard]] std::unique_ptr<NetworkWatch> systemNetworkWatch(boost::asio::io_context &io);

} // namespace trivsel::net
