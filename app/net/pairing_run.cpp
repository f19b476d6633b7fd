#include "app/net/pairing_run.h"

#include "app/net/tls_errors.h"

#include <array>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/connect.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <netinet/tcp.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>

namespace trivsel::net {

namespace asio = boost::asio;
namespace ssl = boost::asio::ssl;
using boost::system::error_code;
using pairing::Ended;
using pairing::Ending;

namespace {

constexpr std::size_t kPairingReadBytes = 4 * 1024;
constexpr auto kAnswer = asio::as_tuple(asio::use_awaitable);

/** The seed as TLS wants it. */
Result<std::string> keyPemOf(const seal::SignSecret &secret)
{
    EVP_PKEY *key =
        EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, secret.data.data(), secret.data.size());
    BIO *bio = BIO_new(BIO_s_secmem());
    std::string pem;
    if (key != nullptr && bio != nullptr &&
        PEM_write_bio_PrivateKey(bio, key, nullptr, nullptr, 0, nullptr, nullptr) == 1) {
        char *data = nullptr;
        const long size = BIO_get_mem_data(bio, &data);
        pem.assign(data, static_cast<std::size_t>(size));
    }
    BIO_free(bio);
    EVP_PKEY_free(key);
    return pem.empty() ? Result<std::string>(fail(Errc::Internal, "the tablet's key can't be made")) : pem;
}

/** TLS 1.3, no certificate of ours. Any server's key passes: who it is, it proves inside, with the code. */
std::shared_ptr<ssl::context> makeContext()
{
    auto context = std::make_shared<ssl::context>(ssl::context::tlsv13_client);
    SSL_CTX *native = context->native_handle();
    SSL_CTX_set_min_proto_version(native, TLS1_3_VERSION);
    SSL_CTX_set_max_proto_version(native, TLS1_3_VERSION);
    SSL_CTX_set_options(native, SSL_OP_NO_TICKET | SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION);
    SSL_CTX_set_session_cache_mode(native, SSL_SESS_CACHE_OFF);
    const std::string alpn =
        static_cast<char>(std::string_view(pairing::kAlpn).size()) + std::string(pairing::kAlpn);
    SSL_CTX_set_alpn_protos(native, reinterpret_cast<const unsigned char *>(alpn.data()),
                            static_cast<unsigned int>(alpn.size()));
    SSL_CTX_set_verify(native, SSL_VERIFY_NONE, nullptr);
    return context;
}

std::optional<pairing::Channel> channelOf(SSL *session)
{
    const unsigned char *protocol = nullptr;
    unsigned int size = 0;
    SSL_get0_alpn_selected(session, &protocol, &size);
    if (std::string_view(reinterpret_cast<const char *>(protocol), size) != pairing::kAlpn) {
        return std::nullopt;
    }
    const auto pin = pinOf(SSL_get0_peer_certificate(session));
    const std::string_view label = pairing::kExporterLabel;
    pairing::Channel channel;
    const int exported =
        SSL_export_keying_material(session, channel.exporter.data.data(), channel.exporter.data.size(),
                                   label.data(), label.size(), nullptr, 0, 0);
    if (exported != 1 || !pin) {
        return std::nullopt;
    }
    channel.pin = *pin;
    return channel;
}

/** While the office looks at the digits nothing is sent: the system notices a line that is dead. */
void keepAlive(asio::ip::tcp::socket &socket)
{
    error_code ignored;
    socket.set_option(asio::ip::tcp::no_delay(true), ignored);
    socket.set_option(asio::socket_base::keep_alive(true), ignored);
    using Seconds = asio::detail::socket_option::integer<IPPROTO_TCP, TCP_KEEPIDLE>;
    using Between = asio::detail::socket_option::integer<IPPROTO_TCP, TCP_KEEPINTVL>;
    using Count = asio::detail::socket_option::integer<IPPROTO_TCP, TCP_KEEPCNT>;
    socket.set_option(Seconds(10), ignored);
    socket.set_option(Between(5), ignored);
    socket.set_option(Count(3), ignored);
}

} // namespace

Result<std::shared_ptr<PairingRun>> PairingRun::make(asio::io_context &io, PairingConfig config,
                                                     PairingEvents events)
{
    pairing::TabletSecrets secrets;
    secrets.sign = randomBytes<seal::SignSecret>(config.random);
    secrets.box = randomBytes<seal::BoxSecret>(config.random);
    auto pem = keyPemOf(secrets.sign);
    if (!pem) {
        return tl::unexpected<Error>(pem.error());
    }
    secrets.keyPem = std::move(*pem);
    return std::shared_ptr<PairingRun>(
        new PairingRun(io, std::move(config), std::move(events), std::move(secrets)));
}

PairingRun::PairingRun(asio::io_context &io, PairingConfig config, PairingEvents events,
                       pairing::TabletSecrets secrets)
    : m_io(io),
      m_config(std::move(config)),
      m_events(std::move(events)),
      m_secrets(std::move(secrets)),
      m_tls(makeContext()),
      m_resolver(io),
      m_deadline(io),
      m_pause(io)
{
}

asio::awaitable<Ended> PairingRun::run()
{
    const auto self = shared_from_this();
    const auto until = asio::steady_timer::clock_type::now() + m_config.retryFor;
    for (;;) {
        Ended outcome = co_await attempt();
        m_deadline.cancel();
        closeSocket();
        const bool again = m_proved && !m_cancelled &&
                           (outcome.ending == Ending::Lost || outcome.ending == Ending::Unreachable) &&
                           asio::steady_timer::clock_type::now() + m_config.retryAfter < until;
        if (!again) {
            // The code belongs to the keys of this attempt: nobody may be told to try it once more.
            if (m_proved && outcome.ending == Ending::Unreachable) {
                outcome.ending = Ending::Lost;
            }
            co_return outcome;
        }
        m_pause.expires_after(m_config.retryAfter);
        co_await m_pause.async_wait(kAnswer);
    }
}

asio::awaitable<Ended> PairingRun::attempt()
{
    m_ended.reset();
    m_timedOut = false;
    m_stream.emplace(m_io, *m_tls);
    m_pairing.emplace(m_config.invitation, m_secrets, m_config.app, m_config.random);
    if (auto failed = co_await connect()) {
        co_return std::move(*failed);
    }
    co_return co_await talk();
}

asio::awaitable<std::optional<Ended>> PairingRun::connect()
{
    if (m_cancelled) {
        co_return ended(Ending::Cancelled, Error(Errc::Closed));
    }
    arm(m_config.limits.connect);
    const std::string port = std::to_string(m_config.invitation.port);
    const auto [unresolved, endpoints] =
        co_await m_resolver.async_resolve(m_config.invitation.host, port, kAnswer);
    if (unresolved || m_cancelled) {
        co_return ended(Ending::Unreachable, connectError(unresolved));
    }
    const auto [failed, endpoint] = co_await asio::async_connect(m_stream->next_layer(), endpoints, kAnswer);
    if (failed) {
        co_return ended(Ending::Unreachable, connectError(failed));
    }
    keepAlive(m_stream->next_layer());
    arm(m_config.limits.handshake);
    const auto [refused] = co_await m_stream->async_handshake(ssl::stream_base::client, kAnswer);
    if (refused) {
        const Error why = handshakeError(refused, PeerVerdict());
        // A server of ours says so when no code stands there.
        const bool noCode = why.code() == Errc::VersionUnsupported;
        const bool stranger = why.code() == Errc::WrongPin;
        co_return ended(noCode     ? Ending::CodeDead
                        : stranger ? Ending::NotTheServer
                                   : Ending::Unreachable,
                        why);
    }
    co_return std::nullopt;
}

asio::awaitable<Ended> PairingRun::talk()
{
    const auto channel = channelOf(m_stream->native_handle());
    if (!channel) {
        co_return ended(Ending::NotTheServer, Error(Errc::VersionUnsupported, "another protocol"));
    }
    m_decoder = framing::Decoder(limits::kFrameBytesMaxBeforeHello);
    std::array<char, kPairingReadBytes> input{};
    arm(m_config.limits.handshake);
    m_pairing->start(*channel);
    co_await flush();
    while (!m_ended) {
        const auto [failed, size] = co_await m_stream->async_read_some(asio::buffer(input), kAnswer);
        if (failed) {
            m_pairing->onClosed(readError(failed));
            co_await flush();
            break;
        }
        co_await onBytes(std::string_view(input.data(), size));
    }
    co_return ended(m_ended ? m_ended->ending : Ending::Lost, m_ended ? m_ended->why : Error(Errc::Closed));
}

asio::awaitable<void> PairingRun::onBytes(std::string_view bytes)
{
    m_decoder.feed(bytes);
    while (!m_ended) {
        auto frame = m_decoder.next();
        if (!frame) {
            m_pairing->onBadFrame(frame.error());
        } else if (*frame) {
            m_pairing->onFrame(**frame);
        } else {
            co_return;
        }
        co_await flush();
    }
}

/** Does what the state machine asks for, in its order. */
asio::awaitable<void> PairingRun::flush()
{
    while (auto action = m_pairing->next()) {
        if (const auto *frame = std::get_if<pairing::SendFrame>(&*action)) {
            const auto [failed, size] =
                co_await asio::async_write(*m_stream, asio::buffer(frame->bytes), kAnswer);
            static_cast<void>(size);
            if (failed) {
                m_pairing->onClosed(readError(failed));
            }
        } else if (const auto *digits = std::get_if<pairing::ShowDigits>(&*action)) {
            m_proved = true;
            m_deadline.cancel(); // the office takes its time; the offer has an end of its own
            m_events.onDigits(*digits);
        } else if (const auto *enrol = std::get_if<pairing::Enrol>(&*action)) {
            // What TLS could not use at the next start must not be written now.
            const auto usable = makeTlsContext(enrol->file, std::make_shared<PeerVerdict>());
            m_pairing->onEnrolled(usable ? m_events.enrol(enrol->file)
                                         : Status(tl::unexpected<Error>(usable.error())));
        } else if (auto *end = std::get_if<Ended>(&*action)) {
            m_ended = std::move(*end);
            error_code ignored;
            m_stream->next_layer().shutdown(Tcp::socket::shutdown_send, ignored);
        }
    }
}

Ended PairingRun::ended(Ending otherwise, Error why) const
{
    Ended out;
    out.ending = otherwise;
    out.why = std::move(why);
    out.triesLeft = m_ended ? m_ended->triesLeft : 0;
    if (out.ending == Ending::Done) {
        return out; // also when it was called off too late
    }
    if (m_cancelled) {
        out.ending = Ending::Cancelled;
    } else if (m_timedOut) {
        out.ending = m_proved ? Ending::Lost : Ending::Unreachable;
        out.why = Error(Errc::TimedOut, "the server did not answer in time");
    } else if (out.ending == Ending::Lost && !m_proved) {
        out.ending = Ending::Unreachable;
    }
    return out;
}

void PairingRun::cancel()
{
    m_cancelled = true;
    m_resolver.cancel();
    m_pause.cancel();
    closeSocket();
}

void PairingRun::arm(std::chrono::milliseconds time)
{
    m_deadline.expires_after(time);
    m_deadline.async_wait([weak = weak_from_this()](const error_code &failed) {
        const auto self = weak.lock();
        if (!failed && self && self->m_deadline.expiry() <= asio::steady_timer::clock_type::now()) {
            self->m_timedOut = true;
            self->m_resolver.cancel();
            self->closeSocket();
        }
    });
}

void PairingRun::closeSocket()
{
    if (m_stream) {
        error_code ignored;
        m_stream->next_layer().close(ignored);
    }
}

namespace {

void spawn(asio::io_context &io, const std::shared_ptr<PairingRun> &run,
           std::function<void(const Ended &)> onEnd)
{
    auto body = [run, onEnd = std::move(onEnd)]() -> asio::awaitable<void> {
        const Ended outcome = co_await run->run();
        onEnd(outcome);
    };
    asio::co_spawn(io, std::move(body), [](const std::exception_ptr &thrown) {
        if (thrown) {
            std::terminate(); // our own mistake: nobody would hear how it ended
        }
    });
}

} // namespace

Ended pairBlocking(PairingConfig config, PairingEvents events)
{
    asio::io_context io{1};
    auto run = PairingRun::make(io, std::move(config), std::move(events));
    Ended outcome;
    if (!run) {
        outcome.ending = Ending::NotSaved;
        outcome.why = run.error();
        return outcome;
    }
    spawn(io, *run, [&outcome](const Ended &ended) { outcome = ended; });
    io.run();
    return outcome;
}

PairingThread::PairingThread(PairingConfig config, PairingEvents events,
                             std::function<void(const Ended &)> onEnd)
{
    auto run = PairingRun::make(m_io, std::move(config), std::move(events));
    if (!run) {
        Ended outcome;
        outcome.ending = Ending::NotSaved;
        outcome.why = run.error();
        asio::post(m_io, [onEnd = std::move(onEnd), outcome] { onEnd(outcome); });
    } else {
        m_run = std::move(*run);
        spawn(m_io, m_run, std::move(onEnd));
    }
    m_thread = std::thread([this] { m_io.run(); });
}

PairingThread::~PairingThread()
{
    asio::post(m_io, [run = m_run] {
        if (run) {
            run->cancel();
        }
    });
    m_thread.join();
}

} // namespace trivsel::net
