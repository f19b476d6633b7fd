// A rescue file from anywhere: refused, or the same changes after writing and reading it again.
#include "proto/archive/key_boxes.h"
#include "proto/archive/rescue.h"
#include "tests/fuzz/get_ready.h"
#include "tests/fuzz/sealed_archive.h"
#include "tests/support/changes.h"

using namespace trivsel;
using test::filled;

namespace {

constexpr std::uint32_t kVersion = 1;
const fuzz::ArchiveSecrets kSecrets{filled<archive::ArchiveKey>(1), filled<seal::SignSecret>(2)};
const auto kHome = filled<HomeId>(3);
const auto kHomeKey = filled<seal::StreamKey>(5);

Result<archive::Rescue> read(std::string_view bytes)
{
    return archive::readRescue(bytes, kHome, [](std::uint32_t version) {
        return version == kVersion ? std::optional(kHomeKey) : std::nullopt;
    });
}

/** Somebody who holds the home's key has written it. */
std::string sealed(fuzz::Input &input)
{
    archive::v1::Header header = fuzz::takeHeader(input);
    if (input.number() % 8 != 0) { // most get past the front door
        header.set_kind(archive::v1::RESCUE);
        header.set_home(kHome.str());
        header.set_device(filled<DeviceId>(6).str());
        header.clear_keys();
        archive::addHomeKeyBox(header, kHomeKey, kVersion, kSecrets.key, test::seededRandom(1));
    }
    return fuzz::sealedArchive(header, fuzz::takePieces(input, 8), kSecrets);
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    fuzz::getReady();
    fuzz::Input input(fuzz::viewOf(data, size));
    const bool raw = input.number() % 4 == 0;
    const std::string bytes = raw ? std::string(input.rest()) : sealed(input);
    const auto rescue = read(bytes);
    if (!rescue) {
        fuzz::mustHold(rescue.error().code() != Errc::Internal, "a refusal says why");
        return 0;
    }
    const auto again =
        archive::writeRescue(*rescue, kSecrets.signer, kHomeKey, kVersion, test::seededRandom(2));
    fuzz::mustHold(again.has_value(), "what was read can be written");
    const auto same = read(*again);
    fuzz::mustHold(same && same->changes.size() == rescue->changes.size(), "and read");
    for (std::size_t at = 0; at < rescue->changes.size(); ++at) {
        const auto &one = rescue->changes[at];
        const auto &other = same->changes[at];
        fuzz::mustHold(one.device == other.device && one.change.hash == other.change.hash &&
                           one.reason == other.reason && one.receivedMs == other.receivedMs,
                       "and is the same");
    }
    return 0;
}
