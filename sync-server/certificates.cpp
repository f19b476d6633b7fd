#include "sync-server/certificates.h"

#include <array>
#include <ctime>
#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

namespace trivsel::server {
namespace {

// Far apart on purpose: a tablet or a server whose clock is wrong must still find each other.
constexpr const char *kNotBefore = "20200101000000Z";
constexpr const char *kNotAfter = "99991231235959Z";
constexpr const char *kCaCommonName = "Trivsel home CA";

tl::unexpected<Error> opensslFailed(const char *what)
{
    std::array<char, 256> text{};
    ERR_error_string_n(ERR_get_error(), text.data(), text.size());
    return fail(Errc::Internal, std::string(what) + ": " + text.data());
}

struct FreeBio
{
    void operator()(BIO *bio) const { BIO_free(bio); }
};
using Bio = std::unique_ptr<BIO, FreeBio>;

std::string textOf(const Bio &bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return {data, static_cast<std::size_t>(size)};
}

PrivateKey publicKey(const seal::SignPublic &key)
{
    return PrivateKey(
        EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, key.data.data(), key.data.size()));
}

struct Wanted
{
    std::string commonName;
    std::string organisation; // the home, in hex
    ByteView serial;
    const char *keyUsage = nullptr;
    const char *extendedUsage = nullptr;
    std::string dnsName; // empty: none
    bool ca = false;
    std::optional<std::int64_t> untilMs{};
};

bool setEnd(X509 *certificate, std::optional<std::int64_t> untilMs)
{
    ASN1_TIME *end = X509_getm_notAfter(certificate);
    return untilMs ? ASN1_TIME_set(end, static_cast<time_t>(*untilMs / 1000)) != nullptr
                   : ASN1_TIME_set_string(end, kNotAfter) == 1;
}

bool addExtension(X509 *certificate, X509 *issuer, int nid, const char *value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value);
    const bool added = extension != nullptr && X509_add_ext(certificate, extension, -1) == 1;
    X509_EXTENSION_free(extension);
    return added;
}

bool setName(X509_NAME *name, const std::string &commonName, const std::string &organisation)
{
    const auto add = [name](const char *field, const std::string &value) {
        return X509_NAME_add_entry_by_txt(name, field, MBSTRING_UTF8,
                                          reinterpret_cast<const unsigned char *>(value.data()),
                                          static_cast<int>(value.size()), -1, 0) == 1;
    };
    return add("O", organisation) && add("CN", commonName);
}

bool setSerial(X509 *certificate, ByteView bytes)
{
    std::array<std::uint8_t, 16> positive{};
    std::copy(bytes.begin(), bytes.end(), positive.begin());
    positive[0] &= 0x7F;
    BIGNUM *number = BN_bin2bn(positive.data(), static_cast<int>(bytes.size()), nullptr);
    const bool set =
        number != nullptr && BN_to_ASN1_INTEGER(number, X509_get_serialNumber(certificate)) != nullptr;
    BN_free(number);
    return set;
}

bool addExtensions(X509 *certificate, X509 *issuer, const Wanted &wanted)
{
    const std::string alternative = "DNS:" + wanted.dnsName;
    const char *basic = wanted.ca ? "critical,CA:TRUE,pathlen:0" : "critical,CA:FALSE";
    return addExtension(certificate, issuer, NID_basic_constraints, basic) &&
           addExtension(certificate, issuer, NID_key_usage, wanted.keyUsage) &&
           (wanted.extendedUsage == nullptr ||
            addExtension(certificate, issuer, NID_ext_key_usage, wanted.extendedUsage)) &&
           (wanted.dnsName.empty() ||
            addExtension(certificate, issuer, NID_subject_alt_name, alternative.c_str())) &&
           addExtension(certificate, issuer, NID_subject_key_identifier, "hash");
}

Result<Certificate> make(const Wanted &wanted, const seal::SignPublic &key, const seal::SignSecret &ca)
{
    ERR_clear_error();
    Certificate certificate(X509_new());
    const PrivateKey subjectKey = publicKey(key);
    auto caKey = privateKey(ca);
    if (!caKey) {
        return tl::unexpected(caKey.error());
    }
    X509 *x = certificate.get();
    const bool made = x != nullptr && subjectKey != nullptr && X509_set_version(x, X509_VERSION_3) == 1 &&
                      setSerial(x, wanted.serial) &&
                      ASN1_TIME_set_string(X509_getm_notBefore(x), kNotBefore) == 1 &&
                      setEnd(x, wanted.untilMs) &&
                      setName(X509_get_subject_name(x), wanted.commonName, wanted.organisation) &&
                      setName(X509_get_issuer_name(x), kCaCommonName, wanted.organisation) &&
                      X509_set_pubkey(x, subjectKey.get()) == 1 && addExtensions(x, x, wanted) &&
                      X509_sign(x, caKey->get(), nullptr) != 0;
    if (!made) {
        return opensslFailed("certificate");
    }
    return certificate;
}

} // namespace

void FreeOpenssl::operator()(evp_pkey_st *key) const
{
    EVP_PKEY_free(key);
}

void FreeOpenssl::operator()(x509_st *certificate) const
{
    X509_free(certificate);
}

Result<PrivateKey> privateKey(const seal::SignSecret &secret)
{
    PrivateKey key(
        EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, secret.data.data(), secret.data.size()));
    if (!key) {
        return opensslFailed("private key");
    }
    return key;
}

Result<Certificate> caCertificate(const HomeId &home, const seal::SignSecret &ca)
{
    constexpr std::array<std::uint8_t, 1> serial{1};
    const Wanted wanted{
        kCaCommonName, toHex(home.view()), serial, "critical,keyCertSign,cRLSign", nullptr, {}, true};
    return make(wanted, seal::publicOf(ca), ca);
}

Result<Certificate> serverCertificate(const HomeId &home, const seal::SignSecret &ca,
                                      const seal::SignPublic &identity)
{
    constexpr std::array<std::uint8_t, 1> serial{2};
    const Wanted wanted{"Trivsel server", toHex(home.view()), serial, "critical,digitalSignature",
                        "serverAuth",     serverName(home),   false};
    return make(wanted, identity, ca);
}

Result<Certificate> deviceCertificate(const HomeId &home, const seal::SignSecret &ca, const DeviceId &device,
                                      const seal::SignPublic &key, std::optional<std::int64_t> untilMs)
{
    // Two of one tablet have two numbers: the same one is made again from the same words.
    const std::string made = device.str() + (untilMs ? std::to_string(*untilMs / 1000) : std::string());
    const Hash256 number = seal::hash256(made);
    const Wanted wanted{toHex(device.view()),
                        toHex(home.view()),
                        number.view().first(16),
                        "critical,digitalSignature",
                        "clientAuth",
                        {},
                        false,
                        untilMs};
    return make(wanted, key, ca);
}

std::optional<std::int64_t> certificateUntil(const x509_st *certificate)
{
    std::tm end{};
    if (certificate == nullptr || ASN1_TIME_to_tm(X509_get0_notAfter(certificate), &end) != 1) {
        return std::nullopt;
    }
    constexpr int kNoEndYear = 9999 - 1900;
    return end.tm_year >= kNoEndYear ? std::nullopt
                                     : std::optional(static_cast<std::int64_t>(timegm(&end)) * 1000);
}

Result<std::string> toPem(const PrivateKey &key)
{
    const Bio bio(BIO_new(BIO_s_secmem()));
    if (!bio || PEM_write_bio_PrivateKey(bio.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1) {
        return opensslFailed("private key");
    }
    return textOf(bio);
}

Result<std::string> toPem(const Certificate &certificate)
{
    const Bio bio(BIO_new(BIO_s_mem()));
    if (!bio || PEM_write_bio_X509(bio.get(), certificate.get()) != 1) {
        return opensslFailed("certificate");
    }
    return textOf(bio);
}

std::optional<seal::SignPublic> publicKeyOf(x509_st *certificate)
{
    EVP_PKEY *key = certificate != nullptr ? X509_get0_pubkey(certificate) : nullptr;
    seal::SignPublic out;
    std::size_t size = out.data.size();
    if (key == nullptr || EVP_PKEY_id(key) != EVP_PKEY_ED25519 ||
        EVP_PKEY_get_raw_public_key(key, out.data.data(), &size) != 1 || size != out.data.size()) {
        return std::nullopt;
    }
    return out;
}

std::string serverName(const HomeId &home)
{
    return toHex(home.view()) + ".trivsel.invalid";
}

} // namespace trivsel::server
