#include "sync-server/certificates.h"
#include "sync-server/tls.h"
#include "tests/server/raw_client.h"

#include <QtTest>
#include <openssl/pem.h>
#include <openssl/ssl.h>

using namespace trivsel;
using namespace trivsel::server;
using trivsel::testing::clientContext;
using trivsel::testing::Manners;

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
        toPem(*deviceCertificate(home.home, home.ca, filled<DeviceId>(8), seal::publicOf(key))).value();
    manners.keyPem = toPem(*privateKey(key)).value();
    return manners;
}

/** The same certificate, but of long ago; signed by the home's CA all the same. */
std::string endedIn1990(const std::string &pem)
{
    BIO *in = BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size()));
    const Certificate certificate(PEM_read_bio_X509(in, nullptr, nullptr, nullptr));
    BIO_free(in);
    ASN1_TIME_set_string(X509_getm_notBefore(certificate.get()), "19800101000000Z");
    ASN1_TIME_set_string(X509_getm_notAfter(certificate.get()), "19900101000000Z");
    X509_sign(certificate.get(), privateKey(ours.ca)->get(), nullptr);
    return toPem(certificate).value();
}

/** Both ends in memory. `server`: it took the client; `client`: it took the server. */
struct Met
{
    bool server = false;
    bool client = false;
    std::optional<seal::SignPublic> peer;
    int version = 0;
    long tickets = 0;
};

Met meet(const Manners &manners)
{
    auto context =
        makeTlsContext(ours, [](const seal::SignPublic &key) { return key == seal::publicOf(tabletKey); });
    const auto clientSide = clientContext(manners);
    SSL *server = SSL_new(context->native_handle());
    SSL *client = SSL_new(clientSide.get());
    BIO *serverEnd = nullptr;
    BIO *clientEnd = nullptr;
    BIO_new_bio_pair(&serverEnd, 0, &clientEnd, 0);
    SSL_set_bio(server, serverEnd, serverEnd);
    SSL_set_bio(client, clientEnd, clientEnd);
    SSL_set_accept_state(server);
    SSL_set_connect_state(client);
    Met met;
    for (int round = 0; round < 10; ++round) {
        met.client = SSL_do_handshake(client) == 1;
        met.server = SSL_do_handshake(server) == 1;
    }
    char byte = 0;
    SSL_read(client, &byte, 1); // would take in a session ticket, if one were sent
    met.tickets = SSL_SESSION_is_resumable(SSL_get0_session(client));
    met.version = SSL_version(client);
    met.peer = met.server ? peerKey(server) : std::nullopt;
    SSL_free(client);
    SSL_free(server);
    return met;
}

} // namespace

class TestTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(seal::initialise()); }

    void aTabletOfTheHomeIsLetIn()
    {
        const Met met = meet(tabletOf(ours));
        QVERIFY(met.client);
        QVERIFY(met.server);
        QVERIFY(met.peer == seal::publicOf(tabletKey));
        QCOMPARE(met.version, TLS1_3_VERSION);
    }

    void noTicketIsHandedOut() { QCOMPARE(meet(tabletOf(ours)).tickets, 0L); }

    void aTabletRefusesAnotherHomesServer()
    {
        Manners manners = tabletOf(ours);
        manners.caPem = tabletOf(theirs).caPem;
        QVERIFY(!meet(manners).client);
    }

    void anotherHomesTabletIsRefused()
    {
        Manners manners = tabletOf(theirs);
        manners.caPem = tabletOf(ours).caPem;
        QVERIFY(!meet(manners).server);
    }

    void aCertificateThatIsNotInTheTableIsRefused()
    {
        QVERIFY(!meet(tabletOf(ours, filled<seal::SignSecret>(9))).server);
    }

    void nobodyWithoutACertificateIsLetIn()
    {
        Manners manners = tabletOf(ours);
        manners.certificatePem.clear();
        QVERIFY(!meet(manners).server);
    }

    void olderTlsIsRefused()
    {
        Manners manners = tabletOf(ours);
        manners.maxVersion = TLS1_2_VERSION;
        const Met met = meet(manners);
        QVERIFY(!met.server);
        QVERIFY(!met.client);
    }

    void anotherProtocolIsRefused()
    {
        Manners manners = tabletOf(ours);
        manners.alpn = "http/1.1";
        QVERIFY(!meet(manners).server);
    }

    void whoNamesNoProtocolHasNoKey()
    {
        Manners manners = tabletOf(ours);
        manners.alpn.clear();
        const Met met = meet(manners);
        QVERIFY(met.server); // TLS alone can't refuse it
        QVERIFY(!met.peer);
    }

    void aCertificateThatHasRunOutLocksNobodyOut()
    {
        Manners manners = tabletOf(ours);
        manners.certificatePem = endedIn1990(manners.certificatePem);
        QVERIFY(meet(manners).server);
    }
};

QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"
