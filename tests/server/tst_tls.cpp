#include "sync-server/certificates.h"
#include "sync-server/tls.h"
#include "tests/server/raw_client.h"

#include <QtTest>
#include <array>
#include <openssl/pem.h>
#include <openssl/ssl.h>

using namespace trivsel;
using namespace trivsel::server;
using trivsel::testing::clientContext;
using trivsel::testing::Manners;

Q_DECLARE_METATYPE(trivsel::testing::Manners)

namespace {

template <class T> T filled(std::uint8_t byte)
{
    T out;
    out.data.fill(byte);
    return out;
}

const TlsIdentity ours{filled<HomeId>(1), filled<seal::SignSecret>(2), filled<seal::SignSecret>(3)};
const TlsIdentity theirs{filled<HomeId>(4), filled<seal::SignSecret>(5), filled<seal::SignSecret>(6)};
const auto tabletKey = filled<seal::SignSecret>(7);

Manners tabletOf(const TlsIdentity &home, const seal::SignSecret &key = tabletKey)
{
    Manners manners;
    manners.caPem = toPem(*caCertificate(home.home, home.ca)).value();
    manners.certificatePem =
        toPem(*deviceCertificate(home.home, home.ca, filled<DeviceId>(8), seal::publicOf(key), std::nullopt))
            .value();
    manners.keyPem = toPem(*privateKey(key)).value();
    manners.serverName = serverName(home.home);
    return manners;
}

/** The certificate after `change`, signed by `by`. */
template <class Change>
std::string changed(const std::string &pem, const seal::SignSecret &by, const Change &change)
{
    BIO *in = BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size()));
    const Certificate certificate(PEM_read_bio_X509(in, nullptr, nullptr, nullptr));
    BIO_free(in);
    change(certificate.get());
    X509_sign(certificate.get(), privateKey(by)->get(), nullptr);
    return toPem(certificate).value();
}

std::string endedIn1990(const std::string &pem)
{
    return changed(pem, ours.ca, [](X509 *certificate) {
        ASN1_TIME_set_string(X509_getm_notBefore(certificate), "19800101000000Z");
        ASN1_TIME_set_string(X509_getm_notAfter(certificate), "19900101000000Z");
    });
}

/** By the tablet itself: its key is in the table, but no home stands behind it. */
std::string selfSigned(const std::string &pem)
{
    return changed(pem, tabletKey, [](X509 *certificate) {
        X509_set_issuer_name(certificate, X509_get_subject_name(certificate));
    });
}

/** Both ends in memory, connected to each other, nothing said yet. */
class Ends
{
public:
    explicit Ends(const Manners &manners)
        : m_context(makeTlsContext(
              ours, [](const seal::SignPublic &key) { return key == seal::publicOf(tabletKey); })),
          m_clientContext(clientContext(manners)),
          server(SSL_new(m_context->native_handle())),
          client(SSL_new(m_clientContext.get()))
    {
        BIO *serverEnd = nullptr;
        BIO *clientEnd = nullptr;
        BIO_new_bio_pair(&serverEnd, 0, &clientEnd, 0);
        SSL_set_bio(server, serverEnd, serverEnd);
        SSL_set_bio(client, clientEnd, clientEnd);
        SSL_set_accept_state(server);
        SSL_set_connect_state(client);
        if (!manners.serverName.empty()) {
            SSL_set_tlsext_host_name(client, manners.serverName.c_str());
        }
    }
    ~Ends()
    {
        SSL_free(client);
        SSL_free(server);
    }
    Ends(const Ends &) = delete;
    Ends &operator=(const Ends &) = delete;

    void shakeHands()
    {
        for (int round = 0; round < 10; ++round) {
            clientDone = SSL_do_handshake(client) == 1;
            serverDone = SSL_do_handshake(server) == 1;
        }
        char byte = 0;
        SSL_read(client, &byte, 1); // would take in a session ticket, if one were sent
    }

private:
    Result<boost::asio::ssl::context> m_context;
    testing::SslContext m_clientContext;

public:
    SSL *server;
    SSL *client;
    bool serverDone = false; // the server took the client
    bool clientDone = false; // the client took the server
};

/** Let in: TLS holds, and behind it there is a key of the table. */
bool letIn(const Manners &manners)
{
    Ends ends(manners);
    ends.shakeHands();
    return ends.serverDone && peerKey(ends.server) == seal::publicOf(tabletKey);
}

} // namespace

/** Who stands at the server's door, and who is let in. sync-server/README.md has it as a table. */
class TestTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(seal::initialise()); }

    void atTheDoor_data()
    {
        QTest::addColumn<trivsel::testing::Manners>("manners");
        QTest::addColumn<bool>("in");
        const auto row = [](const char *name, bool in, const auto &change) {
            Manners manners = tabletOf(ours);
            change(manners);
            QTest::newRow(name) << manners << in;
        };
        row("a tablet of the home", true, [](Manners &) {});
        row("TLS 1.0", false, [](Manners &client) { client.maxVersion = TLS1_VERSION; });
        row("TLS 1.1", false, [](Manners &client) { client.maxVersion = TLS1_1_VERSION; });
        row("TLS 1.2", false, [](Manners &client) { client.maxVersion = TLS1_2_VERSION; });
        row("no certificate", false, [](Manners &client) { client.certificatePem.clear(); });
        row("another home's certificate", false, [](Manners &client) {
            client = tabletOf(theirs);
            client.caPem = tabletOf(ours).caPem;
        });
        row("a certificate of a foreign CA that calls itself this home's", false, [](Manners &client) {
            client = tabletOf({ours.home, ours.identity, filled<seal::SignSecret>(10)});
            client.caPem = tabletOf(ours).caPem;
        });
        row("a certificate signed by itself", false,
            [](Manners &client) { client.certificatePem = selfSigned(client.certificatePem); });
        row("a certificate of the home's CA whose key is not in the table", false,
            [](Manners &client) { client = tabletOf(ours, filled<seal::SignSecret>(9)); });
        row("a certificate that has run out", true,
            [](Manners &client) { client.certificatePem = endedIn1990(client.certificatePem); });
        row("no ALPN", false, [](Manners &client) { client.alpn.clear(); });
        row("another ALPN", false, [](Manners &client) { client.alpn = "http/1.1"; });
        row("ALPN trivsel/2", false, [](Manners &client) { client.alpn = "trivsel/2"; });
        row("no SNI", true, [](Manners &client) { client.serverName.clear(); });
        row("another home's SNI", true, [](Manners &client) { client.serverName = serverName(theirs.home); });
        row("key exchange with ffdhe8192 alone", false, [](Manners &client) { client.groups = "ffdhe8192"; });
        row("a tablet with a chain of 10 KiB", true, [](Manners &client) { client.burden = 25; });
        row("a tablet with a chain of 20 KiB", false, [](Manners &client) { client.burden = 50; });
        row("key exchange with P-256 alone", true, [](Manners &client) { client.groups = "P-256"; });
    }
    void atTheDoor()
    {
        QFETCH(trivsel::testing::Manners, manners);
        QFETCH(bool, in);
        QCOMPARE(letIn(manners), in);
    }

    void olderTlsIsRefusedOnBothSides()
    {
        Manners manners = tabletOf(ours);
        manners.maxVersion = TLS1_2_VERSION;
        Ends ends(manners);
        ends.shakeHands();
        QVERIFY(!ends.serverDone && !ends.clientDone);
    }

    void aTabletRefusesAnotherHomesServer()
    {
        Manners manners = tabletOf(ours);
        manners.caPem = tabletOf(theirs).caPem;
        Ends ends(manners);
        ends.shakeHands();
        QVERIFY(!ends.clientDone);
    }

    void nothingIsResumed()
    {
        Ends first(tabletOf(ours));
        first.shakeHands();
        QCOMPARE(SSL_SESSION_is_resumable(SSL_get0_session(first.client)), 0); // no ticket
        Ends second(tabletOf(ours));
        SSL_set_session(second.client, SSL_get0_session(first.client));
        second.shakeHands();
        QVERIFY(second.serverDone);
        QCOMPARE(SSL_session_reused(second.server), 0);
    }

    void whatIsSaidBeforeTheHandshakeIsNotHeard()
    {
        Ends ends(tabletOf(ours));
        // A session that the client made up allows it to speak at once (0-RTT).
        SSL_set_psk_use_session_callback(ends.client, [](SSL *ssl, const EVP_MD *, const unsigned char **id,
                                                         std::size_t *size, SSL_SESSION **session) {
            static constexpr std::array<unsigned char, 32> kKey{1};
            static constexpr unsigned char kId[] = "early";
            *session = SSL_SESSION_new();
            SSL_SESSION_set1_master_key(*session, kKey.data(), kKey.size());
            SSL_SESSION_set_cipher(*session,
                                   SSL_CIPHER_find(ssl, reinterpret_cast<const unsigned char *>("\x13\x01")));
            SSL_SESSION_set_protocol_version(*session, TLS1_3_VERSION);
            SSL_SESSION_set_max_early_data(*session, 1000);
            static constexpr unsigned char kAlpn[] = "trivsel/1";
            SSL_SESSION_set1_alpn_selected(*session, kAlpn, sizeof kAlpn - 1);
            *id = kId;
            *size = sizeof kId - 1;
            return 1;
        });
        std::size_t written = 0;
        QCOMPARE(SSL_write_early_data(ends.client, "early", 5, &written), 1);
        ends.shakeHands();
        QVERIFY(ends.serverDone); // and goes on as if it had not been said
        QCOMPARE(SSL_get_early_data_status(ends.client), SSL_EARLY_DATA_REJECTED);
        std::array<char, 16> heard{};
        QCOMPARE(SSL_read(ends.server, heard.data(), heard.size()), -1);
        QCOMPARE(SSL_write(ends.client, "late", 4), 4);
        QCOMPARE(SSL_read(ends.server, heard.data(), heard.size()), 4);
    }

    void nothingIsRenegotiatedOrCompressed()
    {
        Ends ends(tabletOf(ours));
        ends.shakeHands();
        QCOMPARE(SSL_version(ends.server), TLS1_3_VERSION);
        QCOMPARE(SSL_renegotiate(ends.client), 0); // TLS 1.3 has no such message
        QCOMPARE(SSL_renegotiate(ends.server), 0);
        QVERIFY(SSL_get_current_compression(ends.server) == nullptr);
    }
};

QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"
