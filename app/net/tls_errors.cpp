#include "app/net/tls_errors.h"

#include <boost/asio/ssl/error.hpp>
#include <openssl/err.h>
#include <openssl/ssl.h>

namespace trivsel::net {

using boost::system::error_code;

namespace {

/** OpenSSL's reason; 0 when the error is none of its. An alert of the peer is 1000 + its number. */
int reasonOf(const error_code &failed)
{
    return failed.category() == boost::asio::error::get_ssl_category()
               ? ERR_GET_REASON(static_cast<unsigned long>(failed.value()))
               : 0;
}

bool refusesOurCertificate(int reason)
{
    switch (reason) {
    case SSL_R_SSLV3_ALERT_BAD_CERTIFICATE:
    case SSL_R_SSLV3_ALERT_UNSUPPORTED_CERTIFICATE:
    case SSL_R_SSLV3_ALERT_CERTIFICATE_REVOKED:
    case SSL_R_SSLV3_ALERT_CERTIFICATE_EXPIRED:
    case SSL_R_SSLV3_ALERT_CERTIFICATE_UNKNOWN:
    case SSL_R_TLSV1_ALERT_UNKNOWN_CA:
    case SSL_R_TLSV1_ALERT_DECRYPT_ERROR: // signed by another CA of the same name
    case SSL_R_TLSV1_ALERT_ACCESS_DENIED:
    case SSL_R_TLSV13_ALERT_CERTIFICATE_REQUIRED:
        return true;
    default:
        return false;
    }
}

bool refusesOurVersion(int reason)
{
    return reason == SSL_R_TLSV1_ALERT_PROTOCOL_VERSION ||
           reason == SSL_R_TLSV1_ALERT_NO_APPLICATION_PROTOCOL;
}

} // namespace

Error connectError(const error_code &failed)
{
    return Error(Errc::Unreachable, failed.message());
}

Error handshakeError(const error_code &failed, const PeerVerdict &verdict)
{
    if (verdict.wrongPin) {
        return Error(Errc::WrongPin, "the server has another key than the tablet file says");
    }
    if (verdict.wrongChain) {
        return Error(Errc::WrongPin, "the server's certificate is not of this home");
    }
    const int reason = reasonOf(failed);
    if (refusesOurVersion(reason)) {
        return Error(Errc::VersionUnsupported, failed.message());
    }
    if (refusesOurCertificate(reason)) {
        return Error(Errc::WrongDevice, failed.message());
    }
    if (reason == SSL_R_WRONG_VERSION_NUMBER || reason == SSL_R_UNSUPPORTED_PROTOCOL) {
        return Error(Errc::WrongPin, "what answers there is no Trivsel server");
    }
    return Error(Errc::Unreachable, failed.message());
}

Error readError(const error_code &failed)
{
    const int reason = reasonOf(failed);
    if (refusesOurCertificate(reason)) {
        return Error(Errc::WrongDevice, failed.message());
    }
    return Error(refusesOurVersion(reason) ? Errc::VersionUnsupported : Errc::Closed, failed.message());
}

} // namespace trivsel::net
