#include "tests/app/net/test_certificates.h"

#include <cstdlib>
#include <memory>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

namespace trivsel::test {

namespace {

template <auto F> struct FreeWith
{
    template <class T> void operator()(T *what) const { F(what); }
};
using Key = std::unique_ptr<EVP_PKEY, FreeWith<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, FreeWith<X509_free>>;
using Bio = std::unique_ptr<BIO, FreeWith<BIO_free_all>>;

void check(bool done)
{
    if (!done) {
        std::abort(); // a test stands on this
    }
}

Key privateKey(const seal::SignSecret &key)
{
    Key out(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, key.data.data(), key.data.size()));
    check(out != nullptr);
    return out;
}

Key publicKey(const seal::SignPublic &key)
{
    Key out(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, key.data.data(), key.data.size()));
    check(out != nullptr);
    return out;
}

std::string read(const Bio &bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return {data, static_cast<std::size_t>(size)};
}

void setName(X509_NAME *name, const std::string &text)
{
    const auto *bytes = reinterpret_cast<const unsigned char *>(text.c_str());
    check(X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, bytes, -1, -1, 0) == 1);
}

Certificate make(EVP_PKEY *of, const std::string &name, EVP_PKEY *by, bool authority, bool expired)
{
    Certificate out(X509_new());
    check(X509_set_version(out.get(), 2) == 1);
    check(ASN1_INTEGER_set(X509_get_serialNumber(out.get()), authority ? 1 : 2) == 1);
    check(ASN1_TIME_set_string(X509_getm_notBefore(out.get()), "20200101000000Z") == 1);
    check(ASN1_TIME_set_string(X509_getm_notAfter(out.get()),
                               expired ? "20210101000000Z" : "99991231235959Z") == 1);
    setName(X509_get_subject_name(out.get()), name);
    Certificate issuer(X509_new());
    setName(X509_get_subject_name(issuer.get()), "Test CA");
    check(X509_set_issuer_name(out.get(), X509_get_subject_name(issuer.get())) == 1);
    check(X509_set_pubkey(out.get(), of) == 1);
    if (authority) {
        X509_EXTENSION *extension =
            X509V3_EXT_conf_nid(nullptr, nullptr, NID_basic_constraints, "critical,CA:TRUE");
        check(extension != nullptr && X509_add_ext(out.get(), extension, -1) == 1);
        X509_EXTENSION_free(extension);
    }
    check(X509_sign(out.get(), by, nullptr) > 0);
    return out;
}

std::string pemOf(const Certificate &certificate)
{
    const Bio bio(BIO_new(BIO_s_mem()));
    check(PEM_write_bio_X509(bio.get(), certificate.get()) == 1);
    return read(bio);
}

} // namespace

std::string TestCa::pem() const
{
    const Key key = privateKey(m_key);
    return pemOf(make(key.get(), "Test CA", key.get(), true, false));
}

std::string TestCa::certificateFor(const seal::SignPublic &key, const std::string &name, bool expired) const
{
    return pemOf(make(publicKey(key).get(), name, privateKey(m_key).get(), false, expired));
}

std::string privateKeyPem(const seal::SignSecret &key)
{
    const Bio bio(BIO_new(BIO_s_mem()));
    check(PEM_write_bio_PrivateKey(bio.get(), privateKey(key).get(), nullptr, nullptr, 0, nullptr, nullptr) ==
          1);
    return read(bio);
}

} // namespace trivsel::test
