// The file around a backup or a rescue: any bytes, and any records under seals that hold. Whole, or not at
// all.
#include "proto/archive/key_boxes.h"
#include "tests/fuzz/get_ready.h"
#include "tests/fuzz/sealed_archive.h"
#include "tests/support/changes.h"

using namespace trivsel;
using test::filled;

namespace {

const fuzz::ArchiveSecrets kSecrets{filled<archive::ArchiveKey>(1), filled<seal::SignSecret>(2)};

/** How many pieces with records it has; nullopt when it was refused. */
std::optional<std::size_t> read(std::string_view bytes, bool withKey)
{
    auto reader = archive::Reader::begin(fuzz::sourceOf(bytes));
    if (!reader || (withKey && !reader->useKey(kSecrets.key))) {
        return std::nullopt;
    }
    std::size_t pieces = 0;
    for (;;) {
        const auto records = reader->next();
        if (!records) {
            const Errc why = records.error().code();
            fuzz::mustHold(why == Errc::StoreCorrupt || why == Errc::SealBroken, "a refusal says why");
            return std::nullopt;
        }
        if (!*records) {
            return pieces;
        }
        ++pieces;
    }
}

/** Whoever may open it: none of them is brought down by its boxes. */
void openBoxes(std::string_view bytes)
{
    const auto reader = archive::Reader::begin(fuzz::sourceOf(bytes));
    if (!reader) {
        return;
    }
    static_cast<void>(archive::openWrapKeyBox(reader->header(), filled<seal::WrapKey>(3)));
    static_cast<void>(archive::openRecoveryBox(reader->header(), filled<seal::BoxSecret>(4)));
    static_cast<void>(archive::openHomeKeyBox(reader->header(), filled<seal::StreamKey>(5), 1));
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    fuzz::getReady();
    fuzz::Input input(fuzz::viewOf(data, size));
    if (input.number() % 2 == 0) {
        const std::string_view bytes = input.rest();
        openBoxes(bytes);
        const auto opened = read(bytes, true);
        fuzz::mustHold(!opened || read(bytes, false), "what can be opened is whole");
        return 0;
    }
    archive::v1::Header header = fuzz::takeHeader(input);
    const auto pieces = fuzz::takePieces(input, 8);
    const std::string file = fuzz::sealedArchive(header, pieces, kSecrets);
    openBoxes(file);
    const auto opened = read(file, true);
    fuzz::mustHold(!opened || *opened == pieces.size() + 1, "every piece is given, and the empty last one");
    const bool lawful = header.ByteSizeLong() < archive::kHeaderBytesMax - 256;
    fuzz::mustHold(!lawful || read(file, false).has_value(), "without a key only damage is found");
    fuzz::mustHold(!read(std::string_view(file).substr(0, file.size() - 1), true), "cut short");
    return 0;
}
