#include "proto/domain/forms.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace trivsel::domain {
namespace {

using catalogue::Definition;
using catalogue::Item;
using catalogue::ItemType;
using wire::v1::Answer;
using wire::v1::Response;

constexpr std::uint32_t kComparedWithServer = 1;
constexpr std::int64_t kTenthsMax = 100; // 10.0, the top of every scale

const Answer *answerTo(const Item &item, const Response &response)
{
    const Answer *found = nullptr;
    for (const Answer &answer : response.answers()) {
        if (answer.link_id() == item.linkId) {
            found = &answer;
        }
    }
    return found;
}

bool hasWeights(const Item &item)
{
    return std::any_of(item.options.begin(), item.options.end(),
                       [](const catalogue::Option &option) { return option.tenths >= 0; });
}

bool isWeight(const Answer &answer)
{
    return answer.v_case() == Answer::kTenths && answer.tenths() >= 0 && answer.tenths() <= kTenthsMax;
}

bool answers(const Answer &answer, const Item &item)
{
    switch (answer.v_case()) {
    case Answer::kTenths:
        return hasWeights(item) && isWeight(answer);
    case Answer::kCode:
        return item.option(answer.code()) != nullptr;
    case Answer::kText:
        return item.type != ItemType::Choice && !answer.text().empty();
    case Answer::kAbsent:
        return answer.absent() == wire::v1::DONT_KNOW || answer.absent() == wire::v1::NOT_APPLICABLE;
    case Answer::V_NOT_SET:
        break;
    }
    return false;
}

} // namespace

std::int64_t correctedMs(const merge::Version &version)
{
    if (clockDoubtful(version)) {
        return version.wallMs;
    }
    std::int64_t sum = 0;
    if (!__builtin_add_overflow(version.wallMs, version.offsetMs, &sum)) {
        return sum;
    }
    using Limits = std::numeric_limits<std::int64_t>;
    return version.offsetMs > 0 ? Limits::max() : Limits::min();
}

bool clockDoubtful(const merge::Version &version)
{
    return version.clockQuality != kComparedWithServer;
}

bool happenedBefore(const merge::Version &a, const merge::Version &b)
{
    return std::tuple(correctedMs(a), a.lamport, a.dot) < std::tuple(correctedMs(b), b.lamport, b.dot);
}

bool isForConversation(const catalogue::Definition &definition)
{
    return definition.kind == catalogue::Kind::Form && definition.audience == catalogue::Audience::Resident &&
           (definition.secrecy == catalogue::Secrecy::Wellbeing ||
            definition.secrecy == catalogue::Secrecy::Cooperation);
}

bool complete(const Definition &definition, const Response &response)
{
    const auto questions = definition.questions();
    return !questions.empty() && std::all_of(questions.begin(), questions.end(), [&](const Item *item) {
        const Answer *answer = answerTo(*item, response);
        return answer && answers(*answer, *item);
    });
}

std::optional<std::int64_t> totalTenths(const Definition &definition, const Response &response)
{
    if (response.has_total_only_tenths()) {
        return response.total_only_tenths();
    }
    std::int64_t sum = 0;
    bool any = false;
    for (const Item *item : definition.questions()) {
        if (!hasWeights(*item)) {
            continue;
        }
        const Answer *answer = answerTo(*item, response);
        if (!answer || !isWeight(*answer)) {
            return std::nullopt;
        }
        sum += answer->tenths();
        any = true;
    }
    return any ? std::optional(sum) : std::nullopt;
}

} // namespace trivsel::domain
