#include "app/net/network_watch.h"

#include <array>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <cerrno>
#include <linux/rtnetlink.h>
#include <net/if.h>
#include <set>
#include <spdlog/spdlog.h>
#include <sys/socket.h>
#include <unistd.h>

namespace trivsel::net {

namespace asio = boost::asio;

namespace {

/** A socket on which the kernel tells of links and addresses; -1 when there is none to be had. */
int openSocket()
{
    const int number = ::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC | SOCK_NONBLOCK, NETLINK_ROUTE);
    sockaddr_nl address{};
    address.nl_family = AF_NETLINK;
    address.nl_groups = RTMGRP_LINK | RTMGRP_IPV4_IFADDR | RTMGRP_IPV6_IFADDR;
    if (number >= 0 && ::bind(number, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0) {
        ::close(number);
        return -1;
    }
    return number;
}

class RtnetlinkWatch final : public NetworkWatch
{
public:
    explicit RtnetlinkWatch(asio::io_context &io) : m_socket(io) {}

    void start(std::function<void()> onChange) override
    {
        m_onChange = std::move(onChange);
        const int number = openSocket();
        if (number < 0) {
            spdlog::warn("the system does not tell when the network comes back");
            return;
        }
        m_socket.assign(number);
        wait();
    }

    void stop() override
    {
        boost::system::error_code ignored;
        m_socket.close(ignored);
    }

private:
    void wait()
    {
        m_socket.async_wait(asio::posix::stream_descriptor::wait_read,
                            [this](const boost::system::error_code &failed) {
                                if (failed) {
                                    return; // stopped
                                }
                                if (readAll()) {
                                    m_onChange();
                                }
                                if (m_socket.is_open()) {
                                    wait();
                                }
                            });
    }

    /** True when something came up. */
    bool readAll()
    {
        bool up = false;
        for (;;) {
            const ssize_t size = ::recv(m_socket.native_handle(), m_input.data(), m_input.size(), 0);
            if (size < 0 && errno == ENOBUFS) {
                up = true; // more happened than was kept for us
            } else if (size <= 0 && errno != EINTR) {
                return up;
            } else if (size > 0) {
                up = readMessages(static_cast<std::size_t>(size)) || up;
            }
        }
    }

    bool readMessages(std::size_t left)
    {
        bool up = false;
        const char *at = m_input.data();
        while (left >= sizeof(nlmsghdr)) {
            const auto *message = reinterpret_cast<const nlmsghdr *>(at);
            if (message->nlmsg_len < sizeof(nlmsghdr) || message->nlmsg_len > left) {
                break;
            }
            up = tellsOfUp(*message) || up;
            const std::size_t step = std::min<std::size_t>(left, NLMSG_ALIGN(message->nlmsg_len));
            at += step;
            left -= step;
        }
        return up;
    }

    bool tellsOfUp(const nlmsghdr &message)
    {
        if (message.nlmsg_type == RTM_NEWADDR) {
            return true;
        }
        const bool aboutLink = message.nlmsg_type == RTM_NEWLINK || message.nlmsg_type == RTM_DELLINK;
        if (!aboutLink || message.nlmsg_len < NLMSG_LENGTH(sizeof(ifinfomsg))) {
            return false;
        }
        // A link that keeps its address says only this. It says it often while it is up: once is enough.
        const auto *link = static_cast<const ifinfomsg *>(NLMSG_DATA(&message));
        if (message.nlmsg_type == RTM_DELLINK || (link->ifi_flags & IFF_RUNNING) == 0) {
            m_running.erase(link->ifi_index);
            return false;
        }
        return m_running.insert(link->ifi_index).second;
    }

    asio::posix::stream_descriptor m_socket;
    std::function<void()> m_onChange;
    std::set<int> m_running;
    alignas(nlmsghdr) std::array<char, 16 * 1024> m_input{};
};

} // namespace

std::unique_ptr<NetworkWatch> systemNetworkWatch(asio::io_context &io)
{
    return std::make_unique<RtnetlinkWatch>(io);
}

} // namespace trivsel::net
