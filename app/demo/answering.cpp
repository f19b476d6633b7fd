#include "app/demo/answering.h"

#include <algorithm>
#include <cmath>

namespace trivsel::demo {

namespace {

constexpr double kLowBelow = 40; // tenths
constexpr double kHighFrom = 64;

const catalogue::Option *nearest(const catalogue::Item &item, double tenths)
{
    const auto found =
        std::min_element(item.options.begin(), item.options.end(), [&](const auto &a, const auto &b) {
            return std::abs(a.tenths - tenths) < std::abs(b.tenths - tenths);
        });
    return found == item.options.end() ? nullptr : &*found;
}

GivenAnswer answerTo(const catalogue::Item &item, Level &level, Dice &dice)
{
    GivenAnswer answer{item.linkId, {}, {}, {}};
    const double tenths = level.of(item.linkId);
    const catalogue::Option *option = nearest(item, tenths);
    if (item.allowNotApplicable() && dice.chance(12)) {
        answer.absent = wire::v1::NOT_APPLICABLE;
    } else if (item.allowDontKnow() && dice.chance(6)) {
        answer.absent = wire::v1::DONT_KNOW;
    } else if (option == nullptr || dice.chance(4)) {
        answer.absent = wire::v1::SKIPPED;
    } else {
        answer.code = option->code;
    }
    return answer;
}

} // namespace

void Level::moveOn(double part)
{
    m_drifted = m_mood.drift * part;
    m_wave = 0.8 * m_wave + 0.6 * m_mood.swing * m_dice.bell();
}

double Level::of(const std::string &linkId)
{
    const auto [matter, fresh] = m_matters.try_emplace(linkId, 0.0);
    if (fresh) {
        matter->second = 9 * m_dice.bell();
    }
    return m_base + m_drifted + m_wave + matter->second + 8 * m_dice.bell();
}

std::vector<GivenAnswer> answersFor(const catalogue::Definition &definition, Level &level, Dice &dice)
{
    std::vector<GivenAnswer> answers;
    for (const catalogue::Item *item : definition.questions()) {
        if (item->type == catalogue::ItemType::Choice) {
            answers.push_back(answerTo(*item, level, dice));
        }
    }
    return answers;
}

std::optional<double> middleOf(const catalogue::Definition &definition,
                               const std::vector<GivenAnswer> &answers)
{
    double sum = 0;
    int count = 0;
    for (const GivenAnswer &answer : answers) {
        const catalogue::Item *item = definition.find(answer.linkId);
        const catalogue::Option *option = item != nullptr ? item->option(answer.code) : nullptr;
        if (option != nullptr && option->tenths >= 0) {
            sum += option->tenths;
            ++count;
        }
    }
    return count == 0 ? std::nullopt : std::optional(sum / count);
}

std::string RemarkBag::draw(double middle, Dice &dice)
{
    const std::size_t mood = middle < kLowBelow ? 0 : middle < kHighFrom ? 1 : 2;
    std::vector<std::string> &left = m_left[mood];
    if (left.empty()) {
        left = m_own[mood].empty() ? m_common[mood] : m_own[mood];
    }
    if (left.empty()) {
        return {};
    }
    const auto at = static_cast<std::size_t>(dice.between(0, static_cast<std::int64_t>(left.size()) - 1));
    std::string remark = std::move(left[at]);
    left.erase(left.begin() + static_cast<std::ptrdiff_t>(at));
    return remark;
}

} // namespace trivsel::demo
