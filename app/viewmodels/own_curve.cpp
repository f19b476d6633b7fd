#include "app/viewmodels/own_curve.h"

#include "app/viewmodels/text.h"
#include "proto/domain/forms.h"

#include <algorithm>

namespace trivsel::app {

using domain::CurveEntry;

namespace {

constexpr int kNoLevel = -1;
constexpr int kTopTenths = 100;   // of a number 0–10
constexpr int kNumberLevels = 20; // every other number has a line

OwnCurve::State stateOf(const domain::Curve &curve)
{
    using State = OwnCurve::State;
    if (curve.newest) {
        return *curve.newest == domain::Compared::Higher  ? State::Higher
               : *curve.newest == domain::Compared::Lower ? State::Lower
                                                          : State::AsBefore;
    }
    const auto answered = std::count_if(curve.points.begin(), curve.points.end(), [](const auto &point) {
        return point.entry.kind == CurveEntry::Kind::Answered;
    });
    return curve.points.empty()                                          ? State::Nothing
           : static_cast<std::size_t>(answered) > curve.inThisWay ? State::NewWay
                                                                         : State::TooFew;
}

/** The way that the newest answer was given in. */
wire::v1::Way newestWay(const domain::Curve &curve)
{
    const auto newest = std::find_if(curve.points.rbegin(), curve.points.rend(), [](const auto &point) {
        return point.entry.kind == CurveEntry::Kind::Answered;
    });
    return newest == curve.points.rend() ? wire::v1::WAY_UNSPECIFIED : newest->entry.way;
}

} // namespace

OwnCurve::OwnCurve(const Context &context, QObject *parent) : QObject(parent), m(context)
{
    connect(&m.session, &Session::snapshotChanged, this, &OwnCurve::update);
    connect(&m.session, &Session::personChanged, this, [this] {
        m_area.reset();
        m_asList = false;
        update();
    });
}

/** Forms about how they are stand first, then by the definition's place; of one form whoever was answered about
 * last. */
void OwnCurve::findAreas()
{
    m_all.clear();
    if (!m.session.snapshot() || !m.session.isResident()) {
        return;
    }
    std::vector<Sheets> sheets;
    for (const auto &response : m.session.snapshot()->responses) {
        const auto definition = m.catalogue->byUrl(response.url);
        const bool known = std::any_of(sheets.begin(), sheets.end(), [&](const Sheets &one) {
            return one.definition == definition && one.about == response.about;
        });
        if (definition && domain::isForConversation(*definition) && !known) {
            sheets.push_back({definition, response.about});
        }
    }
    std::stable_sort(sheets.begin(), sheets.end(), [](const Sheets &a, const Sheets &b) {
        return a.definition->order < b.definition->order;
    });
    for (const Sheets &one : sheets) {
        for (const catalogue::Item *item : one.definition->questions()) {
            if (domain::stepTenths(*item) > 0) {
                m_all.push_back({one.definition, item, one.about});
            }
        }
    }
}

void OwnCurve::update()
{
    findAreas();
    const auto same = std::find_if(m_all.begin(), m_all.end(),
                                   [this](const Area &area) { return m_area && area.isSame(*m_area); });
    if (same != m_all.end()) {
        m_area = *same;
    } else if (m_all.empty()) {
        m_area.reset();
    } else { // the last question of the first form: a form ends with what is about the whole
        const auto other = std::find_if(m_all.begin(), m_all.end(), [this](const Area &area) {
            return area.definition != m_all.front().definition || area.about != m_all.front().about;
        });
        m_area = *std::prev(other);
    }
    fillAreas();
    fillCurve();
    Q_EMIT changed();
}

void OwnCurve::fillAreas()
{
    std::vector<ListRow> rows;
    for (const Area &area : m_all) {
        const QString name = m.session.nameOf(area.about);
        catalogue::Variables variables;
        variables.name =
            m.format.residentCalled(area.about.isNull() ? m.session.residentName() : name).toStdString();
        rows.push_back({QByteArray::fromStdString(area.definition->url + '|' + area.item->linkId + '|' +
                                                  area.about.str()),
                        {toQt(catalogue::fill(area.item->label.in(m.language()), variables)),
                         toQt(area.definition->title.in(m.language())), name,
                         m_area && area.isSame(*m_area)}});
    }
    m_areas.setRows(std::move(rows));
}

std::vector<CurveEntry> OwnCurve::entriesOf(const Area &area) const
{
    std::vector<CurveEntry> entries;
    for (const auto &response : m.session.snapshot()->responses) {
        if (response.url != area.definition->url || response.about != area.about) {
            continue;
        }
        CurveEntry entry;
        entry.answer = response.id;
        entry.way = response.way;
        entry.variant = response.variant;
        entry.atMs = response.atMs;
        entry.clockDoubtful = response.clockDoubtful;
        entry.lamport = response.lamport;
        entry.dot = response.dot;
        const auto answer =
            std::find_if(response.answers.begin(), response.answers.end(),
                         [&](const engine::Shown &shown) { return shown.linkId == area.item->linkId; });
        if (response.outcome == wire::v1::NOT_TODAY) {
            entry.kind = CurveEntry::Kind::NotToday;
        } else if (answer != response.answers.end() && answer->tenths) {
            entry.kind = CurveEntry::Kind::Answered;
            entry.tenths = *answer->tenths;
        }
        entries.push_back(entry);
    }
    return entries;
}

void OwnCurve::fillLevels(wire::v1::Way way)
{
    std::vector<ListRow> rows;
    if (way == wire::v1::WAY_NUMBERS) {
        for (int tenths = kTopTenths; tenths >= 0; tenths -= kNumberLevels) {
            rows.push_back({QByteArray::number(tenths), {QString::number(tenths / 10), tenths}});
        }
    } else if (m_area) {
        auto options = m_area->item->options;
        std::sort(options.begin(), options.end(),
                  [](const auto &a, const auto &b) { return a.tenths > b.tenths; });
        for (const catalogue::Option &option : options) {
            if (option.tenths >= 0) {
                rows.push_back({QByteArray::fromStdString(option.code),
                                {toQt(option.text.in(m.language())), option.tenths}});
            }
        }
    }
    m_highest = rows.empty() ? 0 : rows.front().cells.last().toInt();
    m_lowest = rows.empty() ? 0 : rows.back().cells.last().toInt();
    m_levels.setRows(std::move(rows));
}

void OwnCurve::fillCurve()
{
    domain::Curve curve;
    m_step = m_area ? static_cast<int>(domain::stepTenths(*m_area->item)) : 0;
    if (m_area) {
        curve = domain::curveOf(entriesOf(*m_area), m_step);
    }
    m_state = stateOf(curve);
    m_doubtful = m_gaps = m_otherWays = false;
    m_firstDay.clear();
    m_lastDay.clear();
    std::vector<ListRow> rows;
    const std::size_t first = curve.points.size() - std::min(kShown, curve.points.size());
    for (std::size_t i = first; i < curve.points.size(); ++i) {
        const domain::CurvePoint &point = curve.points[i];
        const CurveEntry &entry = point.entry;
        const bool answered = entry.kind == CurveEntry::Kind::Answered;
        const auto &responses = m.session.snapshot()->responses;
        const auto response = std::find_if(responses.begin(), responses.end(),
                                           [&](const auto &one) { return one.id == entry.answer; });
        QString words;
        for (const engine::Shown &shown : response->answers) {
            if (shown.linkId == m_area->item->linkId) {
                words = toQt(shown.words);
            }
        }
        m_doubtful = m_doubtful || entry.clockDoubtful;
        m_gaps = m_gaps || !answered;
        m_otherWays = m_otherWays || (point.newWay && i > first);
        rows.push_back(
            {QByteArray::fromStdString(entry.answer.str()),
             {QVariant::fromValue(static_cast<Kind>(entry.kind)),
              answered ? static_cast<int>(entry.tenths) : kNoLevel,
              point.joined && i > first ? static_cast<int>(curve.points[i - 1].entry.tenths) : kNoLevel,
              point.baselineTenths ? static_cast<int>(*point.baselineTenths) : kNoLevel, point.newWay, words,
              m.format.day(entry.atMs), entry.clockDoubtful}});
    }
    if (first < curve.points.size()) {
        m_firstDay = m.format.shortDay(curve.points[first].entry.atMs);
        m_lastDay = m.format.shortDay(curve.points.back().entry.atMs);
    }
    fillLevels(newestWay(curve));
    m_points.setRows(std::move(rows));
}

QString OwnCurve::title() const
{
    for (int row = 0; row < m_areas.count(); ++row) {
        if (m_area && m_all[static_cast<std::size_t>(row)].isSame(*m_area)) {
            return m_areas.data(m_areas.index(row), Qt::UserRole + 1).toString();
        }
    }
    return {};
}

QString OwnCurve::about() const
{
    return m_area ? m.session.nameOf(m_area->about) : QString();
}

OwnCurve::Sheets OwnCurve::sheets() const
{
    return m_area ? Sheets{m_area->definition, m_area->about} : Sheets{};
}

void OwnCurve::show(int area)
{
    if (area >= 0 && static_cast<std::size_t>(area) < m_all.size()) {
        m_area = m_all[static_cast<std::size_t>(area)];
        fillAreas();
        fillCurve();
        Q_EMIT changed();
    }
}

void OwnCurve::setAsList(bool asList)
{
    m_asList = asList;
    Q_EMIT changed();
}

} // namespace trivsel::app
