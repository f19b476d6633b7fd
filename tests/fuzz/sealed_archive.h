#pragma once

#include "proto/archive/container.h"
#include "tests/fuzz/fuzz.h"

#include <string>
#include <string_view>
#include <vector>

namespace trivsel::fuzz {

/** Who holds these can write anything at all: so can a fuzzer, past the seals. */
struct ArchiveSecrets
{
    archive::ArchiveKey key;
    seal::SignSecret signer;
};

/** An archive whose seals, digest and signature hold, around pieces of any bytes. */
[[nodiscard]] inline std::string sealedArchive(archive::v1::Header header,
                                               const std::vector<std::string> &pieces,
                                               const ArchiveSecrets &secrets)
{
    const auto withLength = [](std::string_view bytes) {
        std::string out;
        for (unsigned at = 0; at < 4; ++at) {
            out += static_cast<char>(bytes.size() >> (8U * at) & 0xFFU);
        }
        return out.append(bytes);
    };
    auto sealer = seal::StreamSealer::begin(secrets.key, *header.mutable_stream_header());
    header.set_signer(seal::publicOf(secrets.signer).str());
    std::string file = archive::firstLine(archive::kFormat) + withLength(header.SerializeAsString());
    const auto bound = seal::Hasher<32>().add(file).finish<Hash256>();
    for (const std::string &piece : pieces) {
        file += withLength(sealer.seal(piece, bound.view(), false));
    }
    file += withLength(sealer.seal({}, bound.view(), true)) + std::string(4, '\0');
    const auto digest = seal::Hasher<32>().add(file).finish<Hash256>();
    return file + digest.str() + seal::sign(secrets.signer, "trivsel.archive.1" + digest.str()).str();
}

/** A header off the front of an input; an empty one when its bytes are none. */
[[nodiscard]] inline archive::v1::Header takeHeader(Input &input)
{
    archive::v1::Header header;
    if (!header.ParseFromString(std::string(input.sized()))) {
        header.Clear();
    }
    return header;
}

/** Up to `most` pieces off the front of an input, each after its length. */
[[nodiscard]] inline std::vector<std::string> takePieces(Input &input, std::size_t most)
{
    std::vector<std::string> pieces;
    while (!input.isEmpty() && pieces.size() < most) {
        pieces.emplace_back(input.sized());
    }
    return pieces;
}

/** Reads an archive out of memory. */
[[nodiscard]] inline archive::Source sourceOf(std::string_view bytes)
{
    return [bytes](std::size_t wanted) mutable -> Result<std::string> {
        std::string out(bytes.substr(0, wanted));
        bytes.remove_prefix(out.size());
        return out;
    };
}

} // namespace trivsel::fuzz
