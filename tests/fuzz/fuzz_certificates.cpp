// Certificates and keys out of a tablet file, and certificates of a peer.
#include "app/net/tls_context.h"
#include "sync-server/certificates.h"
#include "tests/fuzz/fuzz.h"

#include <openssl/err.h>
#include <openssl/x509.h>

using namespace trivsel;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    fuzz::Input input(fuzz::viewOf(data, size));
    if (input.number() % 2 == 0) {
        const std::string_view bytes = input.rest();
        const auto *from = reinterpret_cast<const unsigned char *>(bytes.data());
        const server::Certificate certificate(d2i_X509(nullptr, &from, static_cast<long>(bytes.size())));
        if (certificate) {
            static_cast<void>(server::publicKeyOf(certificate.get()));
        }
    } else {
        TabletFile file;
        file.caPem = input.sized();
        file.certificatePem = input.sized();
        file.keyPem = input.sized();
        const auto context = net::makeTlsContext(file, std::make_shared<net::PeerVerdict>());
        fuzz::mustHold(context || context.error().code() == Errc::BadFile, "a refusal says why");
    }
    ERR_clear_error();
    return 0;
}
