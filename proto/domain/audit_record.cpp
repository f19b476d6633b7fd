#include "proto/domain/audit_record.h"

#include "proto/domain/home_fields.h"
#include "proto/seal/keys.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <tuple>

namespace trivsel::domain {
namespace {

constexpr std::array<std::string_view, 5> kLookers{"staff", "leader", "office", "guest", "unknown"};
constexpr std::array<std::string_view, 11> kReasons{"conversation", "plan",   "today", "answers",
                                                    "handover",     "safety", "shift", "emergency",
                                                    "office",       "order",  "other"};
constexpr std::array<std::string_view, 5> kWhats{"read", "searched", "printed", "exported", "access"};
constexpr std::string_view kDoubtful = "?";
constexpr std::string_view kUnknownDay = "unknown";
constexpr int kTimesMax = 1'000'000'000; // any device that holds the stream may write a number

template <class T, std::size_t N>
T valueOf(const std::array<std::string_view, N> &names, std::string_view name, T otherwise)
{
    const auto at = std::find(names.begin(), names.end(), name);
    return at == names.end() ? otherwise : static_cast<T>(at - names.begin());
}

EntityId entityOfLooks(const PersonId &resident)
{
    return seal::singleton(resident, "looks");
}

std::string dayField(const std::optional<std::int64_t> &day)
{
    return std::string(field::kLooks) + (day ? std::to_string(*day) : std::string(kUnknownDay));
}

std::optional<std::int64_t> dayOf(std::string_view text)
{
    std::int64_t day = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), day);
    return failed == std::errc{} && end == text.data() + text.size() ? std::optional(day) : std::nullopt;
}

std::string lineName(const Look &look)
{
    std::string name(nameOf(look.looker));
    name.append(".").append(nameOf(look.reason)).append(".").append(nameOf(look.what));
    return look.clockDoubtful ? name.append(kDoubtful) : name;
}

/** nullopt: not a line of this program's. */
std::optional<Look> readLine(const wire::v1::Parts::Part &part)
{
    std::string_view name = part.name();
    Look look;
    if (name.ends_with(kDoubtful)) {
        look.clockDoubtful = true;
        name.remove_suffix(kDoubtful.size());
    }
    const std::size_t one = name.find('.');
    const std::size_t two = one == std::string_view::npos ? one : name.find('.', one + 1);
    if (two == std::string_view::npos || part.num() < 1 || part.num() > kTimesMax) {
        return std::nullopt;
    }
    // What a newer program knows is still a look.
    look.looker = valueOf(kLookers, name.substr(0, one), Looker::Unknown);
    look.reason = valueOf(kReasons, name.substr(one + 1, two - one - 1), LookReason::Other);
    look.what = valueOf(kWhats, name.substr(two + 1), LookWhat::Read);
    look.times = static_cast<int>(part.num());
    return look;
}

auto keyOf(const Look &look)
{
    return std::tuple(!look.day, look.day ? -*look.day : 0, look.looker, look.reason, look.what);
}

void follow(const AuditRow *before, const AuditRow &row, std::vector<ChainFault> &faults)
{
    using Kind = ChainFault::Kind;
    const std::uint64_t last = before != nullptr ? before->number : 0;
    if (row.number == last) {
        faults.push_back({row.device, Kind::Twice, row.number, row.number});
    } else if (row.number != last + 1) {
        faults.push_back({row.device, Kind::Missing, last + 1, row.number - 1});
    } else if (!row.entry.empty() &&
               auditHead(before != nullptr ? before->head : Hash256{}, row.entry) != row.head) {
        faults.push_back({row.device, Kind::Changed, row.number, row.number});
    }
}

} // namespace

std::string_view nameOf(Looker looker)
{
    return kLookers.at(static_cast<std::size_t>(looker));
}
std::string_view nameOf(LookReason reason)
{
    return kReasons.at(static_cast<std::size_t>(reason));
}
std::string_view nameOf(LookWhat what)
{
    return kWhats.at(static_cast<std::size_t>(what));
}

wire::v1::Op writeAuditRow(const AuditRow &row, const EntityId &entity)
{
    wire::v1::Op op;
    op.set_entity(entity.str());
    op.set_field(field::kAuditRow);
    op.set_policy(wire::v1::KEEP_BOTH);
    addRef(*op.mutable_parts(), "device", row.device.str());
    addNum(*op.mutable_parts(), "number", static_cast<std::int64_t>(row.number));
    addRef(*op.mutable_parts(), "head", row.head.str());
    addRef(*op.mutable_parts(), "entry", row.entry);
    return op;
}

std::optional<AuditRow> readAuditRow(const wire::v1::Op &op)
{
    if (op.field() != field::kAuditRow || op.v_case() != wire::v1::Op::kParts) {
        return std::nullopt;
    }
    const auto device = DeviceId::from(refPart(op.parts(), "device"));
    const auto head = Hash256::from(refPart(op.parts(), "head"));
    const std::int64_t number = numPart(op.parts(), "number");
    if (!device || !head || number < 1) {
        return std::nullopt;
    }
    return AuditRow{*device, static_cast<std::uint64_t>(number), *head, refPart(op.parts(), "entry")};
}

std::vector<ChainFault> checkChains(std::vector<AuditRow> rows)
{
    const auto order = [](const AuditRow &row) {
        return std::tie(row.device, row.number, row.head, row.entry);
    };
    std::sort(rows.begin(), rows.end(),
              [&](const AuditRow &a, const AuditRow &b) { return order(a) < order(b); });
    rows.erase(std::unique(rows.begin(), rows.end(),
                           [&](const AuditRow &a, const AuditRow &b) { return order(a) == order(b); }),
               rows.end());
    std::vector<ChainFault> faults;
    const AuditRow *before = nullptr;
    for (const AuditRow &row : rows) {
        follow(before != nullptr && before->device == row.device ? before : nullptr, row, faults);
        before = &row;
    }
    return faults;
}

std::vector<Look> joinLooks(std::vector<Look> some, const std::vector<Look> &more)
{
    some.insert(some.end(), more.begin(), more.end());
    std::stable_sort(some.begin(), some.end(),
                     [](const Look &a, const Look &b) { return keyOf(a) < keyOf(b); });
    std::vector<Look> out;
    for (const Look &look : some) {
        if (!out.empty() && keyOf(out.back()) == keyOf(look)) {
            out.back().times = std::min(kTimesMax, out.back().times + look.times);
            out.back().clockDoubtful = out.back().clockDoubtful || look.clockDoubtful;
        } else {
            out.push_back(look);
        }
    }
    return out;
}

Ops writeLooks(const PersonId &resident, const LooksRecord &record, const merge::Fold &now)
{
    std::map<std::string, wire::v1::Parts> days;
    for (const Look &look : joinLooks({}, record.looks)) {
        addNum(days[dayField(look.day)], lineName(look).c_str(), look.times);
    }
    RecordWriter writer(entityOfLooks(resident), now);
    for (auto &[name, parts] : days) {
        writer.parts(name, std::move(parts));
    }
    wire::v1::Parts upto;
    for (const auto &[device, number] : record.upto) {
        addNum(upto, toHex(device.view()).c_str(), static_cast<std::int64_t>(number));
    }
    if (upto.parts_size() > 0) {
        writer.parts(field::kLooksUpto, std::move(upto));
    }
    return writer.take();
}

LooksRecord readLooks(const PersonId &resident, const merge::Fold &fold)
{
    const EntityId entity = entityOfLooks(resident);
    LooksRecord record;
    for (const std::string &name : fold.fields(entity)) {
        const std::string_view day = name;
        if (!day.starts_with(field::kLooks)) {
            continue;
        }
        const wire::v1::Parts lines = partsOf(fold.view(entity, name));
        for (const auto &part : lines.parts()) {
            if (auto look = readLine(part)) {
                look->day = dayOf(day.substr(std::string_view(field::kLooks).size()));
                record.looks.push_back(*look);
            }
        }
    }
    record.looks = joinLooks({}, record.looks);
    const wire::v1::Parts upto = partsOf(fold.view(entity, field::kLooksUpto));
    for (const auto &part : upto.parts()) {
        const auto raw = fromHex(part.name());
        const auto device = raw ? DeviceId::from(*raw) : std::nullopt;
        if (device && part.num() > 0) {
            record.upto[*device] = static_cast<std::uint64_t>(part.num());
        }
    }
    return record;
}

} // namespace trivsel::domain
