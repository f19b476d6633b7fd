#include "app/viewmodels/before_now.h"

#include "app/viewmodels/text.h"

#include <algorithm>

namespace trivsel::app {

namespace {

QString wordsIn(const engine::ResponseShown *sheet, const std::string &linkId)
{
    if (sheet != nullptr) {
        for (const engine::Shown &shown : sheet->answers) {
            if (shown.linkId == linkId) {
                return toQt(shown.words);
            }
        }
    }
    return {};
}

} // namespace

BeforeNow::BeforeNow(const Context &context, OwnCurve &curve, QObject *parent)
    : QObject(parent), m(context), m_curve(curve)
{
    connect(&m_curve, &OwnCurve::changed, this, &BeforeNow::update);
}

void BeforeNow::update()
{
    m_sheets.clear();
    const OwnCurve::Sheets shown = m_curve.sheets();
    if (shown.definition && m.session.snapshot()) {
        for (const auto &response : m.session.snapshot()->responses) {
            if (response.url == shown.definition->url && response.about == shown.about &&
                response.outcome == wire::v1::ANSWERED) {
                m_sheets.push_back(response);
            }
        }
    }
    if (m_sheets.empty()) {
        m_choosing = Side::None;
        m_limit = kRows;
    }
    if (!m_picked || sheet(m_before) == nullptr || sheet(m_now) == nullptr) {
        m_picked = false;
        m_before = m_sheets.empty() ? EntityId() : m_sheets.back().id;
        m_now = m_sheets.empty() ? EntityId() : m_sheets.front().id;
    }
    fill();
}

void BeforeNow::fill()
{
    std::vector<ListRow> areas;
    const OwnCurve::Sheets shown = m_curve.sheets();
    if (shown.definition) {
        const auto *before = sheet(m_before);
        const auto *now = sheet(m_now);
        catalogue::Variables variables;
        variables.name =
            m.format.residentCalled(shown.about.isNull() ? m.session.residentName() : about()).toStdString();
        for (const catalogue::Item *item : shown.definition->questions()) {
            if (domain::stepTenths(*item) > 0) {
                areas.push_back({QByteArray::fromStdString(item->linkId),
                                 {toQt(catalogue::fill(item->label.in(m.language()), variables)),
                                  wordsIn(before, item->linkId), wordsIn(now, item->linkId)}});
            }
        }
    }
    m_areas.setRows(std::move(areas));
    std::vector<ListRow> days;
    const EntityId &chosen = m_choosing == Side::First ? m_before : m_now;
    for (std::size_t i = 0; m_choosing != Side::None && i < std::min(m_limit, m_sheets.size()); ++i) {
        days.push_back({QByteArray::fromStdString(m_sheets[i].id.str()),
                        {m.format.day(m_sheets[i].atMs), m_sheets[i].id == chosen}});
    }
    m_days.setRows(std::move(days));
    Q_EMIT changed();
}

const engine::ResponseShown *BeforeNow::sheet(const EntityId &id) const
{
    const auto found =
        std::find_if(m_sheets.begin(), m_sheets.end(), [&](const auto &one) { return one.id == id; });
    return found == m_sheets.end() ? nullptr : &*found;
}

QString BeforeNow::day(const EntityId &id) const
{
    const auto *one = sheet(id);
    return one != nullptr ? m.format.day(one->atMs) : QString();
}

QString BeforeNow::said(const EntityId &id) const
{
    QStringList words;
    if (const auto *one = sheet(id)) {
        for (const engine::Shown &shown : one->answers) {
            if (!shown.text.empty()) {
                words.push_back(toQt(shown.text));
            }
        }
    }
    return words.join(QLatin1Char('\n'));
}

QString BeforeNow::form() const
{
    const auto definition = m_curve.sheets().definition;
    return definition ? toQt(definition->title.in(m.language())) : QString();
}

QString BeforeNow::about() const
{
    return m_curve.about();
}

void BeforeNow::chooseDay(Side side)
{
    m_choosing = side;
    m_limit = kRows;
    fill();
}

void BeforeNow::pickDay(int row)
{
    if (row >= 0 && static_cast<std::size_t>(row) < m_sheets.size() && m_choosing != Side::None) {
        (m_choosing == Side::First ? m_before : m_now) = m_sheets[static_cast<std::size_t>(row)].id;
        m_choosing = Side::None;
        m_picked = true;
        fill();
    }
}

void BeforeNow::showOlder()
{
    m_limit += kRows;
    fill();
}

} // namespace trivsel::app
