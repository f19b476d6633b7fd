#pragma once

#include "proto/domain/facts.h"
#include "proto/seal/keys.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

/** What tablets tell each other about a resident's keys for *kun mig*: in that resident's `own` stream, under
 * the stream's own key. proto/README.md, *Kun mig*. */
namespace trivsel::domain {

/** One time that staff let the resident choose new pictures. */
using ResetId = Bytes<16, struct ResetTag>;

/** A locked ring for one device. */
struct OwnBox
{
    std::string box;                     // crypto_box_seal to the device
    std::vector<std::uint32_t> versions; // of the keys in it, rising
    std::set<ResetId> after;             // resets that its writer knew of
};

/** Where the office seals what it gives back with the recovery seed. */
struct OwnReturn
{
    std::uint32_t version = 0; // of the key that opens it
    seal::BoxPublic key;
};

/** What the resident said about a tablet: may it open *kun mig*, too? Counts with a seal::consent alone. */
struct OwnTabletAnswer
{
    bool yes = false;
    std::uint64_t number = 0;  // of several that hold, the one with the highest counts
    std::uint32_t version = 0; // of the own key that it is sealed with
    std::string mac;
};

struct OwnRecord
{
    std::map<DeviceId, std::vector<OwnBox>> boxes; // several where tablets have not met; oldest first
    std::map<std::uint32_t, std::vector<std::string>> escrow;   // by version; several only by a fault
    std::map<std::uint32_t, std::vector<std::string>> returned; // by OwnReturn::version
    std::vector<OwnReturn> returns;
    std::map<DeviceId, std::vector<OwnTabletAnswer>> tablets;
    bool off = false;
    bool tile = false; // the pictures open the tile, too

    [[nodiscard]] bool everSet() const { return !boxes.empty(); }
};
/** From the `own` stream. What is damaged is passed over. */
[[nodiscard]] OwnRecord readOwn(const PersonId &resident, const merge::Fold &fold);

/** Each takes the place of what stands for that device now. */
[[nodiscard]] Ops writeOwnBoxes(const PersonId &resident, const std::map<DeviceId, OwnBox> &boxes,
                                const merge::Fold &now);
[[nodiscard]] Ops writeOwnEscrow(const PersonId &resident, std::uint32_t version, std::string_view box,
                                 const merge::Fold &now);
[[nodiscard]] Ops writeOwnReturn(const PersonId &resident, const OwnReturn &where, const merge::Fold &now);
[[nodiscard]] Ops writeOwnReturned(const PersonId &resident, std::uint32_t version, std::string_view box,
                                   const merge::Fold &now);
[[nodiscard]] Ops writeOwnTablet(const PersonId &resident, const DeviceId &device,
                                 const OwnTabletAnswer &answer, const merge::Fold &now);
[[nodiscard]] Ops writeOwnOff(const PersonId &resident, bool off, const merge::Fold &now);
[[nodiscard]] Ops writeOwnTile(const PersonId &resident, bool on, const merge::Fold &now);

/** From the `profile` stream, where a staff device can write it. */
[[nodiscard]] std::set<ResetId> readOwnResets(const PersonId &resident, const merge::Fold &fold);
[[nodiscard]] Ops writeOwnReset(const PersonId &resident, const ResetId &reset, const merge::Fold &now);

/** The public half of the recovery key, from `home`. */
[[nodiscard]] std::optional<seal::BoxPublic> readRecoveryKey(const HomeId &home, const merge::Fold &fold);
[[nodiscard]] Ops writeRecoveryKey(const HomeId &home, const seal::BoxPublic &key, const merge::Fold &now);

} // namespace trivsel::domain
