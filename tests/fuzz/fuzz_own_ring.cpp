// The ring of *kun mig*: any bytes as a locked one, any content under the right pictures, any box that the
// office gives back, and any record of a member of staff's wish. Refused, or the same after locking it again.
#include "proto/domain/code_wish.h"
#include "proto/seal/own_key.h"
#include "tests/fuzz/fuzz.h"
#include "tests/support/changes.h"

using namespace trivsel;
using test::filled;

namespace {

const seal::OwnPlace kPlace{filled<HomeId>(1), filled<PersonId>(2), {StreamKind::Own, filled<EntityId>(3)}};

/** What three pictures would become; deriving it would take the time that the fuzzer needs. */
seal::PictureKey pictureKey(const seal::LockedRing &locked)
{
    return {locked.cost, locked.salt, {filled<Hash256>(4).data}};
}

void mustBeRing(const seal::OwnRing &ring)
{
    fuzz::mustHold(!ring.empty() && ring.size() <= seal::kOwnRingMax, "a ring has 1 to 64 keys");
    for (std::size_t at = 0; at < ring.size(); ++at) {
        fuzz::mustHold(seal::isOwnKey(kPlace.stream, ring[at].version), "each is an own key");
        fuzz::mustHold(at == 0 || ring[at - 1].version < ring[at].version, "versions rise");
    }
}

void openLocked(std::string_view bytes)
{
    const auto locked = seal::LockedRing::from(bytes);
    if (!locked) {
        return;
    }
    fuzz::mustHold(locked->bytes == bytes && seal::isLawful(locked->cost), "what is taken is lawful");
    if (const auto opened =
            seal::unlock(*locked, pictureKey(*locked), kPlace)) { // from an input that is kept
        mustBeRing(*opened);
        fuzz::mustHold(seal::versionsOf(*opened) == locked->versions, "with the versions that it names");
    }
}

/** Keys as somebody would lock them who has the pictures; any versions, any bytes flipped afterwards. */
void lockAndOpen(fuzz::Input &input)
{
    seal::OwnRing ring;
    std::uint32_t version = seal::kOwnKeyBit;
    const std::size_t count = 1 + input.number() % seal::kOwnRingMax;
    while (ring.size() < count) {
        version += 1U + input.number();
        ring.push_back({version, filled<seal::StreamKey>(input.number())});
    }
    const seal::KdfCost cost{1U + input.number() % 8U, 8U + input.number()};
    const seal::PictureKey key{cost, filled<seal::PasscodeSalt>(input.number()), {filled<Hash256>(4).data}};
    std::string bytes = seal::lock(ring, key, kPlace, test::seededRandom(1));
    const auto locked = seal::LockedRing::from(bytes);
    fuzz::mustHold(locked.has_value(), "what was locked is a ring");
    const auto opened = seal::unlock(*locked, key, kPlace);
    fuzz::mustHold(opened && *opened == ring, "and opens");
    const std::size_t at = (static_cast<std::size_t>(input.number()) | input.number() * 256U) % bytes.size();
    const auto flip = static_cast<char>(1U << input.number() % 8U);
    bytes[at] = static_cast<char>(bytes[at] ^ flip);
    const auto bent = seal::LockedRing::from(bytes);
    fuzz::mustHold(!bent || !seal::unlock(*bent, key, kPlace), "not with a bit turned");
}

/** The office has the public half: what lies in the box is anybody's. */
void openReturned(std::string_view content)
{
    const auto secret = filled<seal::BoxSecret>(5);
    const auto opened =
        seal::openReturned(secret, kPlace.stream, seal::sealBox(seal::publicOf(secret), content));
    if (opened) {
        mustBeRing(*opened);
    }
    const auto key = seal::openEscrow(secret, kPlace.stream, seal::sealBox(seal::publicOf(secret), content));
    fuzz::mustHold(!key || seal::isOwnKey(kPlace.stream, key->version), "one own key, or none");
}

void openWish(std::string_view content)
{
    const auto wish = domain::decodeCodeWish(content);
    fuzz::mustHold(!wish || domain::encodeCodeWish(*wish) == content, "a wish is what was written");
    fuzz::mustHold(!wish || wish->inUse.size() == seal::kPasscodeDigits, "with six digits in it");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const bool ready = seal::initialise().has_value();
    fuzz::mustHold(ready, "libsodium");
    fuzz::Input input(fuzz::viewOf(data, size));
    switch (input.number() % 4) {
    case 0:
        openLocked(input.rest());
        break;
    case 1:
        lockAndOpen(input);
        break;
    case 2:
        openReturned(input.rest());
        break;
    default:
        openWish(input.rest());
    }
    return 0;
}
