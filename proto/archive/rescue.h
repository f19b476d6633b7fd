#pragma once

#include "proto/archive/container.h"
#include "proto/seal/sealed_change.h"

#include <functional>
#include <vector>

namespace trivsel::archive {

/** A change that found no place, and why. */
struct RescuedChange
{
    DeviceId device; // whose hands it came from
    seal::SealedChange change;
    wire::v1::QuarantineReason reason{};
    std::int64_t receivedMs = 0;
};

struct Rescue
{
    HomeId home;
    DeviceId device; // that wrote the file
    std::int64_t madeMs = 0;
    seal::SignPublic signer;
    std::vector<RescuedChange> changes;
};

/** At most so many bytes are read as a rescue file. */
inline constexpr std::size_t kRescueBytesMax = 256ULL * 1024 * 1024;

/** The bytes of a rescue file, for those who hold this version of the `home` stream's key: the office, and
 * the home's tablets. */
[[nodiscard]] Result<std::string> writeRescue(const Rescue &rescue, const seal::SignSecret &signer,
                                              const seal::StreamKey &homeKey, std::uint32_t version,
                                              const Random &random);
/** `homeKey`: the version that the file names, or nullopt. StoreForeign (not a rescue file), WrongHome,
 * StoreTooNew, StoreCorrupt, KeyMissing, SealBroken. Whether `signer` is known is the caller's to compare. */
[[nodiscard]] Result<Rescue>
readRescue(std::string_view bytes, const HomeId &home,
           const std::function<std::optional<seal::StreamKey>(std::uint32_t version)> &homeKey);

/** A held change as a record, and back. Malformed. */
void toRecord(const RescuedChange &from, v1::Held *to);
[[nodiscard]] Result<RescuedChange> fromRecord(const v1::Held &from);
void toRecord(const seal::SealedChange &from, v1::StoredChange *to);
[[nodiscard]] Result<seal::SealedChange> fromRecord(const v1::StoredChange &from);

} // namespace trivsel::archive
