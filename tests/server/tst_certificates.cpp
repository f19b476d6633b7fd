#include "sync-server/certificates.h"

#include <QtTest>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

using namespace trivsel;
using namespace trivsel::server;

namespace {

template <class T> T filled(std::uint8_t byte)
{
    T out;
    out.data.fill(byte);
    return out;
}

const auto home = filled<HomeId>(0xA1);
const auto ca = filled<seal::SignSecret>(1);
const auto identity = filled<seal::SignSecret>(2);
const auto device = filled<DeviceId>(0xFF);
const auto tablet = filled<seal::SignSecret>(3);

/** OpenSSL's own opinion of a chain of two, for a purpose, dates aside. */
bool holds(const Certificate &root, const Certificate &leaf, int purpose)
{
    X509_STORE *store = X509_STORE_new();
    X509_STORE_add_cert(store, root.get());
    X509_STORE_CTX *check = X509_STORE_CTX_new();
    X509_STORE_CTX_init(check, store, leaf.get(), nullptr);
    X509_STORE_CTX_set_purpose(check, purpose);
    const bool good = X509_verify_cert(check) == 1;
    X509_STORE_CTX_free(check);
    X509_STORE_free(store);
    return good;
}

} // namespace

class TestCertificates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(seal::initialise()); }

    void theSameKeysGiveTheSameBytes()
    {
        QCOMPARE(toPem(*caCertificate(home, ca)).value(), toPem(*caCertificate(home, ca)).value());
        QCOMPARE(toPem(*serverCertificate(home, ca, seal::publicOf(identity))).value(),
                 toPem(*serverCertificate(home, ca, seal::publicOf(identity))).value());
    }

    void eachHoldsForItsPurposeOnly()
    {
        const auto root = caCertificate(home, ca);
        const auto server = serverCertificate(home, ca, seal::publicOf(identity));
        const auto client = deviceCertificate(home, ca, device, seal::publicOf(tablet), std::nullopt);
        QVERIFY(holds(*root, *server, X509_PURPOSE_SSL_SERVER));
        QVERIFY(holds(*root, *client, X509_PURPOSE_SSL_CLIENT));
        QVERIFY(!holds(*root, *server, X509_PURPOSE_SSL_CLIENT));
        QVERIFY(!holds(*root, *client, X509_PURPOSE_SSL_SERVER));
    }

    void anotherHomesCaDoesNotCount()
    {
        const auto other = caCertificate(home, filled<seal::SignSecret>(9)); // the same name, another key
        const auto client = deviceCertificate(home, ca, device, seal::publicOf(tablet), std::nullopt);
        QVERIFY(!holds(*other, *client, X509_PURPOSE_SSL_CLIENT));
    }

    void theServerCarriesTheHomesName()
    {
        const auto server = serverCertificate(home, ca, seal::publicOf(identity));
        const std::string name = "a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1.trivsel.invalid";
        QCOMPARE(serverName(home), name);
        QCOMPARE(X509_check_host(server->get(), name.data(), name.size(), 0, nullptr), 1);
    }

    void aKeyComesBackFromItsCertificate()
    {
        const auto client = deviceCertificate(home, ca, device, seal::publicOf(tablet), std::nullopt);
        QVERIFY(publicKeyOf(client->get()) == seal::publicOf(tablet));
        QVERIFY(!publicKeyOf(nullptr));
    }

    void thePinIsTheHashOfThePublicKeyInDer()
    {
        // Reckoned apart: printf '302a300506032b6570032100' and the key's hex, through xxd -r -p and
        // sha256sum.
        const auto key = filled<seal::SignPublic>(0);
        QCOMPARE(toHex(seal::pinOf(key).view()),
                 "722abd12e99a5367f375aeb9672a8e07712e03c2add16fa8d6914d1cfa2efe0c");
        QVERIFY(seal::pinOf(filled<seal::SignPublic>(1)) != seal::pinOf(key));
    }

    void thePrivateKeyInPemIsTheSeed()
    {
        const auto pem = toPem(*privateKey(tablet));
        BIO *bio = BIO_new_mem_buf(pem->data(), static_cast<int>(pem->size()));
        EVP_PKEY *key = PEM_read_bio_PrivateKey(bio, nullptr, nullptr, nullptr);
        seal::SignSecret back;
        std::size_t size = back.data.size();
        QCOMPARE(EVP_PKEY_get_raw_private_key(key, back.data.data(), &size), 1);
        QVERIFY(back == tablet);
        EVP_PKEY_free(key);
        BIO_free(bio);
    }
};

QTEST_GUILESS_MAIN(TestCertificates)
#include "tst_certificates.moc"
