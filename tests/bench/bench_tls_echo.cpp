// A bare TLS echo with the certificates and settings of the server, both ends in this process: the floor of
// one change's way there and back. Usage: bench_tls_echo --bytes N --rounds N. Prints one line of JSON.
#include "sync-server/certificates.h"
#include "sync-server/tls.h"
#include "tests/bench/stats.h"

#include <array>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/write.hpp>
#include <cstdio>
#include <cstdlib>
#include <openssl/pem.h>
#include <string>
#include <string_view>
#include <thread>

using namespace trivsel;
namespace asio = boost::asio;
namespace ssl = asio::ssl;
using asio::ip::tcp;

namespace {

template <class T> T filled(std::uint8_t byte)
{
    T out;
    out.data.fill(byte);
    return out;
}

const server::TlsIdentity kHome{filled<HomeId>(1), filled<seal::SignSecret>(2), filled<seal::SignSecret>(3)};
const auto kTablet = filled<seal::SignSecret>(4);

/** Sends back what comes until the other end goes. */
void echo(tcp::acceptor &acceptor, ssl::context &tls, std::size_t bytes)
{
    ssl::stream<tcp::socket> stream(acceptor.accept(), tls);
    stream.next_layer().set_option(tcp::no_delay(true));
    stream.handshake(ssl::stream_base::server);
    std::string message(bytes, '\0');
    boost::system::error_code gone;
    while (!gone) {
        asio::read(stream, asio::buffer(message), gone);
        if (!gone) {
            asio::write(stream, asio::buffer(message), gone);
        }
    }
}

ssl::context clientContext()
{
    ssl::context context(ssl::context::tls_client);
    const auto certificate = server::deviceCertificate(kHome.home, kHome.ca, filled<DeviceId>(5),
                                                       seal::publicOf(kTablet), std::nullopt);
    const auto key = server::privateKey(kTablet);
    context.use_certificate(asio::buffer(server::toPem(*certificate).value()), ssl::context::pem);
    context.use_private_key(asio::buffer(server::toPem(*key).value()), ssl::context::pem);
    constexpr std::array<unsigned char, 10> kWire{9, 't', 'r', 'i', 'v', 's', 'e', 'l', '/', '1'};
    SSL_CTX_set_alpn_protos(context.native_handle(), kWire.data(), kWire.size());
    return context;
}

} // namespace

int main(int argc, char **argv)
{
    std::size_t bytes = 350;
    int rounds = 2000;
    for (int i = 1; i + 1 < argc; i += 2) {
        const std::string_view word = argv[i];
        bytes = word == "--bytes" ? std::strtoul(argv[i + 1], nullptr, 10) : bytes;
        rounds = word == "--rounds" ? std::atoi(argv[i + 1]) : rounds;
    }
    auto tls = server::makeTlsContext(kHome, [](const seal::SignPublic &) { return true; });
    if (!tls) {
        std::fprintf(stderr, "bench_tls_echo: %s\n", nameOf(tls.error().code()));
        return 2;
    }
    asio::io_context io;
    tcp::acceptor acceptor(io, tcp::endpoint(asio::ip::address_v4::loopback(), 0));
    std::thread server([&] { echo(acceptor, *tls, bytes); });
    bench::Samples samples;
    {
        ssl::context context = clientContext();
        ssl::stream<tcp::socket> stream(io, context);
        stream.next_layer().connect(acceptor.local_endpoint());
        stream.next_layer().set_option(tcp::no_delay(true));
        stream.handshake(ssl::stream_base::client);
        std::string message(bytes, 'x');
        for (int i = 0; i < rounds; ++i) {
            const bench::Stopwatch watch;
            asio::write(stream, asio::buffer(message));
            asio::read(stream, asio::buffer(message));
            samples.add(watch.ms());
        }
        boost::system::error_code ignored;
        stream.next_layer().close(ignored);
    }
    server.join();
    std::printf("{\"echo_p50_ms\":%.4f,\"echo_p99_ms\":%.4f}\n", samples.median(), samples.quantile(0.99));
    return 0;
}
