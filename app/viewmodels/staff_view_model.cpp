#include "app/viewmodels/staff_view_model.h"

#include "app/viewmodels/plan_view_model.h"
#include "app/viewmodels/reply_view_model.h"
#include "app/viewmodels/text.h"

#include <algorithm>

namespace trivsel::app {

bool byName(const engine::Tile &a, const engine::Tile &b)
{
    return a.name.empty() != b.name.empty() ? b.name.empty()
                                            : QString::localeAwareCompare(toQt(a.name), toQt(b.name)) < 0;
}

StaffViewModel::StaffViewModel(const Context &context, PlanViewModel &plan, ReplyViewModel &reply,
                               QObject *parent)
    : QObject(parent), m(context), m_plan(plan), m_reply(reply)
{
    connect(&m.session, &Session::homeChanged, this, &StaffViewModel::update);
    connect(&m.session, &Session::personChanged, this, &StaffViewModel::update);
    connect(&m.session, &Session::leaseChanged, this, &StaffViewModel::changed);
    connect(&m.pages, &Navigator::pageChanged, this, [this] {
        if (m.pages.page() == Navigator::Page::Staff) {
            m.session.closeResident();
            readWaiting();
        }
    });
    connect(&m_plan, &PlanViewModel::changed, this, &StaffViewModel::changed);
    connect(&m.core, &CoreLink::changed, this, [this](const engine::Changed &what) {
        if (!what.residents.empty() && m.pages.page() == Navigator::Page::Staff) {
            readWaiting();
        }
    });
}

Problem StaffViewModel::problem() const
{
    if (m_problem != Problem::None) {
        return m_problem;
    }
    return m.session.problem() != Problem::None ? m.session.problem() : m_plan.problem();
}

QString StaffViewModel::homeName() const
{
    return toQt(m.session.home().name);
}

void StaffViewModel::update()
{
    std::vector<ListRow> rows;
    m_tiles.clear();
    if (m.session.isStaff()) {
        m_tiles = m.session.home().residents;
        std::stable_sort(m_tiles.begin(), m_tiles.end(), byName);
        for (const auto &tile : m_tiles) {
            rows.push_back({QByteArray::fromStdString(tile.id.str()), {toQt(tile.name), QString(), false}});
        }
    } else {
        ++m_visit;
        m_fields.clear();
        m_waiting.setRows({});
        m_open.clear();
        m_feedback.setRows({});
        m_waitingKnown = false;
    }
    m_residents.setRows(std::move(rows));
    Q_EMIT changed();
}

ListRow StaffViewModel::waitingRow(const engine::WaitingField &field) const
{
    const auto definition = m.catalogue->byUrl(field.url);
    const auto *item = definition ? definition->find(field.linkId) : nullptr;
    QString line;
    if (item != nullptr) {
        line = toQt(definition->shortTitle.in(m.language())) + QStringLiteral(" · ") +
               toQt(item->label.in(m.language()));
    }
    const std::string entry = field.entry ? field.entry->str() : std::string();
    return {QByteArray::fromStdString(field.resident.str() + field.url + '|' + field.linkId + entry),
            {toQt(field.residentName), line, field.talk}};
}

void StaffViewModel::readWaiting()
{
    const int visit = ++m_visit;
    m.core.run(
        this, [who = m.session.who()](engine::Engine &engine) { return engine.waiting(who); },
        [this, visit](Result<std::vector<engine::WaitingField>> fields) {
            if (visit != m_visit) {
                return;
            }
            m_problem = problemOf(fields);
            m_waitingKnown = fields.has_value();
            m_fields = fields ? std::move(*fields) : std::vector<engine::WaitingField>{};
            std::vector<ListRow> rows;
            for (const auto &field : m_fields) {
                rows.push_back(waitingRow(field));
            }
            m_waiting.setRows(std::move(rows));
            Q_EMIT changed();
        });
    readFeedback();
}

void StaffViewModel::readFeedback()
{
    m.core.run(
        this, [who = m.session.who()](engine::Engine &engine) { return engine.unansweredFeedback(who); },
        [this, visit = m_visit](Result<std::vector<engine::OpenFeedback>> open) {
            if (visit != m_visit) {
                return;
            }
            m_open = open ? std::move(*open) : std::vector<engine::OpenFeedback>{};
            std::vector<ListRow> rows;
            for (const auto &one : m_open) {
                const auto definition = m.catalogue->byUrl(one.url);
                rows.push_back({QByteArray::fromStdString(one.to.str()),
                                {toQt(one.residentName),
                                 definition ? toQt(definition->title.in(m.language())) : QString(),
                                 // Others look over the shoulder at a shared tablet.
                                 m.session.onStaffDevice() ? m.session.nameOf(one.about) : QString(),
                                 m.format.day(one.atMs)}});
            }
            m_feedback.setRows(std::move(rows));
            Q_EMIT changed();
        });
}

void StaffViewModel::openFeedback(int row)
{
    if (row < 0 || static_cast<std::size_t>(row) >= m_open.size()) {
        return;
    }
    const auto one = m_open[static_cast<std::size_t>(row)];
    const auto tile = std::find_if(m_tiles.begin(), m_tiles.end(),
                                   [&](const engine::Tile &known) { return known.id == one.resident; });
    if (tile != m_tiles.end()) {
        m.session.openResident(*tile);
        m_reply.open(one.to);
    }
}

void StaffViewModel::openResident(int row)
{
    if (row >= 0 && static_cast<std::size_t>(row) < m_tiles.size()) {
        m.session.openResident(m_tiles[static_cast<std::size_t>(row)]);
        m.pages.push(Navigator::Page::StaffResident);
    }
}

void StaffViewModel::openWaiting(int row)
{
    if (row < 0 || static_cast<std::size_t>(row) >= m_fields.size()) {
        return;
    }
    const auto field = m_fields[static_cast<std::size_t>(row)];
    const auto definition = m.catalogue->byUrl(field.url);
    const auto &residents = m.session.home().residents;
    const auto tile = std::find_if(residents.begin(), residents.end(),
                                   [&](const engine::Tile &known) { return known.id == field.resident; });
    if (definition && tile != residents.end()) {
        m.session.openResident(*tile);
        m_plan.openVersionsOf(definition, field.at());
    }
}

StaffViewModel::OwnCode StaffViewModel::ownCode() const
{
    switch (m.session.chosenCode()) {
    case engine::ChosenCodeState::Waiting:
        return OwnCode::HereOnly;
    case engine::ChosenCodeState::Refused:
        return OwnCode::Refused;
    default:
        return OwnCode::Settled;
    }
}

void StaffViewModel::changeCode()
{
    m.pages.push(Navigator::Page::ChangeCode);
}

void StaffViewModel::lock()
{
    m.session.leave();
    m.pages.reset(Navigator::Page::Start);
}

void StaffViewModel::switchPerson()
{
    lock();
    m.pages.push(Navigator::Page::StaffChooser);
}

} // namespace trivsel::app
