#include "proto/domain/own_record.h"

#include "proto/base/little_endian.h"
#include "proto/domain/home_fields.h"

#include <algorithm>
#include <charconv>

namespace trivsel::domain {
namespace {

using merge::Fold;
using merge::RegisterView;

constexpr std::int64_t kYes = 1;
constexpr std::int64_t kNo = 2;

EntityId keysOf(const PersonId &resident)
{
    return seal::singleton(resident, "own-keys");
}

std::string numbered(const char *prefix, std::uint32_t version)
{
    return prefix + std::to_string(version);
}

std::optional<std::uint32_t> numberAfter(std::string_view prefix, std::string_view name)
{
    if (!name.starts_with(prefix)) {
        return std::nullopt;
    }
    const std::string_view digits = name.substr(prefix.size());
    std::uint32_t number = 0;
    const auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return failed == std::errc() && end == digits.data() + digits.size() ? std::optional(number)
                                                                         : std::nullopt;
}

std::string bytesOf(const std::vector<std::uint32_t> &versions)
{
    std::string out;
    for (const std::uint32_t version : versions) {
        putLittleEndian(out, version);
    }
    return out;
}

std::vector<std::uint32_t> versionsOf(std::string_view bytes)
{
    std::vector<std::uint32_t> out;
    for (; bytes.size() >= 4; bytes.remove_prefix(4)) {
        out.push_back(getLittleEndian<std::uint32_t>(bytes));
    }
    return out;
}

std::string bytesOf(const std::set<ResetId> &resets)
{
    std::string out;
    for (const ResetId &reset : resets) {
        out += reset.str();
    }
    return out;
}

std::set<ResetId> resetsOf(std::string_view bytes)
{
    std::set<ResetId> out;
    for (; bytes.size() >= ResetId::size; bytes.remove_prefix(ResetId::size)) {
        out.insert(*ResetId::from(bytes.substr(0, ResetId::size)));
    }
    return out;
}

std::vector<std::string> refsOf(const RegisterView &view)
{
    std::vector<std::string> out;
    for (const merge::Version &version : view.versions) {
        if (!version.op.ref().empty()) {
            out.push_back(version.op.ref());
        }
    }
    return out;
}

void readBoxes(const DeviceId &device, const RegisterView &view, OwnRecord &record)
{
    for (const merge::Version &version : view.versions) {
        const wire::v1::Parts &parts = version.op.parts();
        OwnBox box{refPart(parts, "box"), versionsOf(refPart(parts, "versions")),
                   resetsOf(refPart(parts, "after"))};
        if (!box.box.empty() && !box.versions.empty()) {
            record.boxes[device].push_back(std::move(box));
        }
    }
}

void readReturns(const RegisterView &view, OwnRecord &record)
{
    for (const merge::Version &version : view.versions) {
        const wire::v1::Parts &parts = version.op.parts();
        const auto key = seal::BoxPublic::from(refPart(parts, "key"));
        const std::int64_t number = numPart(parts, "version");
        if (key && number > 0 && number <= UINT32_MAX) {
            record.returns.push_back({static_cast<std::uint32_t>(number), *key});
        }
    }
}

std::vector<OwnTabletAnswer> answersOf(const RegisterView &view)
{
    std::vector<OwnTabletAnswer> out;
    for (const merge::Version &version : view.versions) {
        const wire::v1::Parts &parts = version.op.parts();
        const std::int64_t answer = numPart(parts, "answer");
        const std::int64_t number = numPart(parts, "number");
        const std::int64_t key = numPart(parts, "version");
        if ((answer == kYes || answer == kNo) && number > 0 && key > 0 && key <= UINT32_MAX) {
            out.push_back({answer == kYes, static_cast<std::uint64_t>(number),
                           static_cast<std::uint32_t>(key), refPart(parts, "mac")});
        }
    }
    return out;
}

std::optional<DeviceId> deviceAfter(std::string_view prefix, std::string_view name)
{
    const auto bytes = name.starts_with(prefix) ? fromHex(name.substr(prefix.size())) : std::nullopt;
    return bytes ? DeviceId::from(*bytes) : std::nullopt;
}

} // namespace

OwnRecord readOwn(const PersonId &resident, const Fold &fold)
{
    const EntityId entity = keysOf(resident);
    constexpr std::string_view kBox = field::kOwnBox;
    OwnRecord record;
    for (const std::string &name : fold.fields(entity)) {
        const auto view = fold.view(entity, name);
        if (name.starts_with(kBox)) {
            if (const auto device = deviceAfter(kBox, name)) {
                readBoxes(*device, view, record);
            }
        } else if (const auto asked = deviceAfter(field::kOwnTablet, name)) {
            record.tablets[*asked] = answersOf(view);
        } else if (const auto escrow = numberAfter(field::kOwnEscrow, name)) {
            record.escrow[*escrow] = refsOf(view);
        } else if (const auto returned = numberAfter(field::kOwnReturned, name)) {
            record.returned[*returned] = refsOf(view);
        } else if (name == field::kOwnReturn) {
            readReturns(view, record);
        } else if (name == field::kOwnOff) {
            // Of two at once the one that keeps it in use: nothing is hidden by it.
            record.off = !anyIs(view, 0) && anyIs(view, 1);
        } else if (name == field::kOwnTile) {
            record.tile = anyIs(view, 1); // of two at once the careful one
        }
    }
    return record;
}

Ops writeOwnBoxes(const PersonId &resident, const std::map<DeviceId, OwnBox> &boxes, const Fold &now)
{
    RecordWriter writer(keysOf(resident), now);
    for (const auto &[device, box] : boxes) {
        wire::v1::Parts parts;
        addRef(parts, "box", box.box);
        addRef(parts, "versions", bytesOf(box.versions));
        addRef(parts, "after", bytesOf(box.after));
        writer.parts(field::kOwnBox + toHex(device.view()), std::move(parts));
    }
    return writer.take();
}

Ops writeOwnEscrow(const PersonId &resident, std::uint32_t version, std::string_view box, const Fold &now)
{
    return RecordWriter(keysOf(resident), now).ref(numbered(field::kOwnEscrow, version), box).take();
}

Ops writeOwnReturn(const PersonId &resident, const OwnReturn &where, const Fold &now)
{
    wire::v1::Parts parts;
    addNum(parts, "version", where.version);
    addRef(parts, "key", where.key.str());
    return RecordWriter(keysOf(resident), now).parts(field::kOwnReturn, std::move(parts)).take();
}

Ops writeOwnReturned(const PersonId &resident, std::uint32_t version, std::string_view box, const Fold &now)
{
    return RecordWriter(keysOf(resident), now).ref(numbered(field::kOwnReturned, version), box).take();
}

Ops writeOwnTablet(const PersonId &resident, const DeviceId &device, const OwnTabletAnswer &answer,
                   const Fold &now)
{
    wire::v1::Parts parts;
    addNum(parts, "answer", answer.yes ? kYes : kNo);
    addNum(parts, "number", static_cast<std::int64_t>(answer.number));
    addNum(parts, "version", answer.version);
    addRef(parts, "mac", answer.mac);
    return RecordWriter(keysOf(resident), now)
        .parts(field::kOwnTablet + toHex(device.view()), std::move(parts))
        .take();
}

Ops writeOwnOff(const PersonId &resident, bool off, const Fold &now)
{
    return RecordWriter(keysOf(resident), now).num(field::kOwnOff, off ? 1 : 0).take();
}

Ops writeOwnTile(const PersonId &resident, bool on, const Fold &now)
{
    return RecordWriter(keysOf(resident), now).num(field::kOwnTile, on ? 1 : 0).take();
}

std::set<ResetId> readOwnResets(const PersonId &resident, const Fold &fold)
{
    std::set<ResetId> out;
    for (const std::string &bytes : refsOf(fold.view(entityOf(resident), field::kOwnReset))) {
        if (const auto reset = ResetId::from(bytes)) {
            out.insert(*reset);
        }
    }
    return out;
}

Ops writeOwnReset(const PersonId &resident, const ResetId &reset, const Fold &now)
{
    return RecordWriter(entityOf(resident), now).ref(field::kOwnReset, reset.str()).take();
}

std::optional<seal::BoxPublic> readRecoveryKey(const HomeId &home, const Fold &fold)
{
    return seal::BoxPublic::from(refOf(fold.view(EntityId{home.data}, field::kHomeRecovery)));
}

Ops writeRecoveryKey(const HomeId &home, const seal::BoxPublic &key, const Fold &now)
{
    return RecordWriter(EntityId{home.data}, now).ref(field::kHomeRecovery, key.str()).take();
}

} // namespace trivsel::domain
