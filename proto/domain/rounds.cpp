#include "proto/domain/rounds.h"

#include "proto/base/limits.h"
#include "proto/domain/home_fields.h"

#include <algorithm>
#include <numeric>
#include <set>

namespace trivsel::domain {
namespace {

using Item = RoundResult::Item;
using Shown = RoundResult::Shown;
using Tally = ClosedRound::Tally;
using wire::v1::Parts;

constexpr std::string_view kItemPrefix = "item/";
constexpr std::int64_t kLatestDay = 2'932'896; // end of the year 9999
constexpr int kHidden = 255;
constexpr std::size_t kUrlBytesMax = 1024;
/** Of close answers three quarters stand on the middle step or next to it; where the middle is between two
 * steps, on these. */
constexpr int kCloseShare = 4;

bool isByte(int number)
{
    return number >= 0 && number <= kRoundAnswersMax;
}

std::string bytesOf(const std::vector<int> &numbers)
{
    std::string out;
    for (const int number : numbers) {
        out.push_back(static_cast<char>(static_cast<unsigned char>(number)));
    }
    return out;
}

std::vector<int> numbersOf(std::string_view bytes)
{
    std::vector<int> out;
    for (const char byte : bytes) {
        out.push_back(static_cast<unsigned char>(byte));
    }
    return out;
}

struct Named
{
    std::string linkId;
    std::vector<int> numbers;
};

/** Everything but what an item says: both records begin like this. */
template <class Record>
Parts headOf(const Record &round, const std::string &url, const std::string &version,
             const DefinitionHash &definition)
{
    Parts parts;
    addText(parts, "url", url);
    addText(parts, "version", version);
    addRef(parts, "definition", definition.str());
    if (round.day) {
        addNum(parts, "day", *round.day);
    }
    return parts;
}

std::optional<std::int64_t> dayIn(const Parts &parts)
{
    const std::int64_t day = numPart(parts, "day");
    return day >= 1 && day <= kLatestDay ? std::optional(day) : std::nullopt;
}

void addItem(Parts &parts, const std::string &linkId, const std::vector<int> &numbers)
{
    addRef(parts, (std::string(kItemPrefix) + linkId).c_str(), bytesOf(numbers));
}

std::vector<Named> itemsIn(const Parts &parts)
{
    std::vector<Named> out;
    for (const Parts::Part &part : parts.parts()) {
        if (part.name().starts_with(kItemPrefix)) {
            out.push_back({part.name().substr(kItemPrefix.size()), numbersOf(part.ref())});
        }
    }
    return out;
}

Parts partsOf(const ClosedRound &round)
{
    Parts parts = headOf(round, round.form.url, round.form.version, round.form.definition);
    addNum(parts, "people", round.people);
    for (std::size_t at = 0; at < round.items.size(); ++at) {
        const Tally &tally = round.items[at];
        std::vector<int> numbers = tally.options;
        numbers.insert(numbers.end(), {tally.dontKnow, tally.notApplicable, tally.skipped});
        addItem(parts, round.form.items[at].linkId, numbers);
    }
    return parts;
}

std::optional<ClosedRound> roundOf(const EntityId &id, const Parts &parts)
{
    constexpr std::size_t kReasons = 3; // don't know, not applicable, skipped
    ClosedRound round;
    round.id = id;
    round.form.url = textPart(parts, "url");
    round.form.version = textPart(parts, "version");
    const auto definition = DefinitionHash::from(refPart(parts, "definition"));
    const std::int64_t people = numPart(parts, "people");
    if (!definition || people < 1 || people > kRoundAnswersMax) {
        return std::nullopt;
    }
    round.form.definition = *definition;
    round.day = dayIn(parts);
    round.people = static_cast<int>(people);
    for (const Named &item : itemsIn(parts)) {
        if (item.numbers.size() <= kReasons) {
            return std::nullopt;
        }
        const auto end = item.numbers.end() - kReasons;
        round.form.items.push_back({item.linkId, static_cast<int>(end - item.numbers.begin())});
        round.items.push_back({{item.numbers.begin(), end}, end[0], end[1], end[2]});
    }
    return isClosedRound(round) ? std::optional(std::move(round)) : std::nullopt;
}

/** The option on which the answer of this rank (0 …) stands, when they are put in order. */
int optionOf(const std::vector<int> &options, int rank)
{
    int below = 0;
    for (std::size_t at = 0; at < options.size(); ++at) {
        below += options[at];
        if (rank < below) {
            return static_cast<int>(at);
        }
    }
    return static_cast<int>(options.size()) - 1;
}

bool standClose(const std::vector<int> &options, int answered, int low, int high)
{
    const int around = low == high ? 1 : 0;
    const int last = std::min(high + around, static_cast<int>(options.size()) - 1);
    int near = 0;
    for (int at = std::max(0, low - around); at <= last; ++at) {
        near += options[static_cast<std::size_t>(at)];
    }
    return high - low <= 1 && near * kCloseShare >= answered * (kCloseShare - 1);
}

/** Small cells, and the smallest of the others when a small one would stand alone: whoever knows how many
 * live in the house could subtract. */
std::vector<std::optional<int>> suppressed(const std::vector<int> &options)
{
    std::vector<std::optional<int>> out;
    std::size_t hidden = 0;
    for (const int number : options) {
        const bool small = number < kRoundCellMin;
        hidden += small ? 1 : 0;
        out.push_back(small ? std::nullopt : std::optional(number));
    }
    if (hidden == 1) {
        std::optional<int> *least = nullptr;
        for (std::optional<int> &cell : out) {
            least = cell && (least == nullptr || *cell < **least) ? &cell : least;
        }
        if (least != nullptr) {
            least->reset();
        }
    }
    return out;
}

Item shownOf(const std::string &linkId, const Tally &tally)
{
    Item item;
    item.linkId = linkId;
    const int answered = tally.answered();
    if (answered < kRoundAnswersMin) {
        return item;
    }
    item.shown = answered < kRoundSpreadMin ? Shown::Middle : Shown::Distribution;
    item.middleLow = optionOf(tally.options, (answered - 1) / 2);
    item.middleHigh = optionOf(tally.options, answered / 2);
    item.close = standClose(tally.options, answered, item.middleLow, item.middleHigh);
    if (item.shown == Shown::Distribution) {
        item.steps = suppressed(tally.options);
    }
    return item;
}

std::vector<int> numbersOf(const Item &item)
{
    if (item.shown == Shown::Nothing) {
        return {static_cast<int>(item.shown)};
    }
    std::vector<int> numbers{static_cast<int>(item.shown), item.middleLow, item.middleHigh,
                             item.close ? 1 : 0};
    for (const std::optional<int> &step : item.steps) {
        numbers.push_back(step.value_or(kHidden));
    }
    return numbers;
}

std::optional<Item> resultItem(const Named &named)
{
    constexpr std::size_t kFixed = 4; // shown, the middle, close
    const std::vector<int> &numbers = named.numbers;
    Item item;
    item.linkId = named.linkId;
    if (numbers.size() == 1 && numbers[0] == static_cast<int>(Shown::Nothing)) {
        return item;
    }
    const bool middle = numbers.size() == kFixed && numbers[0] == static_cast<int>(Shown::Middle);
    const bool spread = numbers.size() > kFixed && numbers[0] == static_cast<int>(Shown::Distribution);
    if ((!middle && !spread) || numbers.size() > kFixed + kRoundOptionsMax || numbers[1] > numbers[2] ||
        numbers[2] >= kRoundOptionsMax) {
        return std::nullopt;
    }
    item.shown = middle ? Shown::Middle : Shown::Distribution;
    item.middleLow = numbers[1];
    item.middleHigh = numbers[2];
    item.close = numbers[3] != 0;
    for (std::size_t at = kFixed; at < numbers.size(); ++at) {
        item.steps.push_back(numbers[at] == kHidden ? std::nullopt : std::optional(numbers[at]));
    }
    return item;
}

template <class Record> void newestFirst(std::vector<Record> &records)
{
    std::stable_sort(records.begin(), records.end(),
                     [](const Record &a, const Record &b) { return a.day.value_or(0) > b.day.value_or(0); });
}

} // namespace

bool isRoundForm(const RoundForm &form)
{
    std::set<std::string_view> known;
    const bool items = std::all_of(form.items.begin(), form.items.end(), [&](const RoundForm::Item &item) {
        return !item.linkId.empty() && item.linkId.size() + kItemPrefix.size() <= limits::kNameBytesMax &&
               item.options >= 2 && item.options <= kRoundOptionsMax && known.insert(item.linkId).second;
    });
    return items && !form.items.empty() && form.items.size() <= kRoundItemsMax && !form.url.empty() &&
           form.url.size() <= kUrlBytesMax && form.version.size() <= limits::kNameBytesMax;
}

bool isCompleteAnswer(const RoundForm &form, const RoundAnswers &answers)
{
    if (answers.size() != form.items.size()) {
        return false;
    }
    bool said = false;
    for (std::size_t at = 0; at < answers.size(); ++at) {
        if (answers[at] < kRoundNotApplicable || answers[at] >= form.items[at].options) {
            return false;
        }
        said = said || answers[at] != kRoundSkipped;
    }
    return said;
}

int ClosedRound::Tally::answered() const
{
    return std::accumulate(options.begin(), options.end(), 0);
}

ClosedRound tallied(const EntityId &id, const RoundForm &form, const std::vector<RoundAnswers> &people,
                    const std::optional<std::int64_t> &day)
{
    ClosedRound round{id, form, day, static_cast<int>(people.size()), {}};
    for (std::size_t at = 0; at < form.items.size(); ++at) {
        Tally tally;
        tally.options.resize(static_cast<std::size_t>(form.items[at].options));
        for (const RoundAnswers &one : people) {
            const int said = one[at];
            int &counter = said == kRoundSkipped         ? tally.skipped
                           : said == kRoundDontKnow      ? tally.dontKnow
                           : said == kRoundNotApplicable ? tally.notApplicable
                                                         : tally.options[static_cast<std::size_t>(said)];
            ++counter;
        }
        round.items.push_back(std::move(tally));
    }
    return round;
}

bool isClosedRound(const ClosedRound &round)
{
    if (!isRoundForm(round.form) || round.people < kRoundAnswersMin || round.people > kRoundAnswersMax ||
        round.items.size() != round.form.items.size()) {
        return false;
    }
    for (std::size_t at = 0; at < round.items.size(); ++at) {
        const Tally &tally = round.items[at];
        const bool numbers = std::all_of(tally.options.begin(), tally.options.end(), isByte) &&
                             isByte(tally.dontKnow) && isByte(tally.notApplicable) && isByte(tally.skipped);
        if (!numbers || tally.options.size() != static_cast<std::size_t>(round.form.items[at].options) ||
            tally.answered() + tally.dontKnow + tally.notApplicable + tally.skipped != round.people) {
            return false;
        }
    }
    return true;
}

wire::v1::Op writeRoundBox(const ClosedRound &round)
{
    wire::v1::Op op;
    op.set_entity(round.id.str());
    op.set_field(field::kRoundBox);
    op.set_policy(wire::v1::KEEP_BOTH);
    *op.mutable_parts() = partsOf(round);
    return op;
}

bool isRoundBox(const wire::v1::Op &op)
{
    return op.field() == field::kRoundBox;
}

std::optional<ClosedRound> readRoundBox(const wire::v1::Op &op)
{
    const auto id = EntityId::from(op.entity());
    return isRoundBox(op) && id && op.v_case() == wire::v1::Op::kParts ? roundOf(*id, op.parts())
                                                                       : std::nullopt;
}

Ops writeClosedRound(const ClosedRound &round, const merge::Fold &now)
{
    return RecordWriter(round.id, now).parts(field::kRound, partsOf(round)).take();
}

std::vector<ClosedRound> readClosedRounds(const merge::Fold &fold)
{
    std::vector<ClosedRound> out;
    for (const EntityId &entity : fold.entities()) {
        const auto view = fold.view(entity, field::kRound);
        auto round = view.versions.empty() ? std::nullopt : roundOf(entity, domain::partsOf(view));
        if (round) {
            out.push_back(std::move(*round));
        }
    }
    newestFirst(out);
    return out;
}

RoundResult resultOf(const ClosedRound &round)
{
    RoundResult result{round.id, round.form.url, round.form.version, round.form.definition, round.day, {}};
    for (std::size_t at = 0; at < round.items.size(); ++at) {
        result.items.push_back(shownOf(round.form.items[at].linkId, round.items[at]));
    }
    return result;
}

Ops writeRoundResult(const RoundResult &result, const merge::Fold &now)
{
    Parts parts = headOf(result, result.url, result.version, result.definition);
    for (const Item &item : result.items) {
        addItem(parts, item.linkId, numbersOf(item));
    }
    return RecordWriter(result.id, now).parts(field::kRoundResult, std::move(parts)).take();
}

std::vector<RoundResult> readRoundResults(const merge::Fold &fold)
{
    std::vector<RoundResult> out;
    for (const EntityId &entity : fold.entities()) {
        const auto view = fold.view(entity, field::kRoundResult);
        const Parts parts = domain::partsOf(view);
        const auto definition = DefinitionHash::from(refPart(parts, "definition"));
        if (view.versions.empty() || !definition) {
            continue;
        }
        RoundResult result{entity,      textPart(parts, "url"), textPart(parts, "version"),
                           *definition, dayIn(parts),           {}};
        for (const Named &named : itemsIn(parts)) {
            if (auto item = resultItem(named)) {
                result.items.push_back(std::move(*item));
            }
        }
        out.push_back(std::move(result));
    }
    newestFirst(out);
    return out;
}

} // namespace trivsel::domain
