#include "app/viewmodels/safety_view_model.h"

#include "app/viewmodels/plan_cell.h"
#include "app/viewmodels/plan_find.h"
#include "app/viewmodels/plan_level.h"
#include "app/viewmodels/text.h"

#include <algorithm>

namespace trivsel::app {

using catalogue::Item;

SafetyViewModel::SafetyViewModel(const Context &context, QObject *parent) : QObject(parent), m(context)
{
    connect(&m.session, &Session::homeChanged, this, &SafetyViewModel::listResidents);
    connect(&m.session, &Session::personChanged, this, [this] {
        close();
        listResidents();
    });
    connect(&m.core, &CoreLink::changed, this, [this](const engine::Changed &what) {
        const auto &touched = what.residents;
        if (m_resident && std::find(touched.begin(), touched.end(), m_resident->id) != touched.end()) {
            read();
        }
    });
}

QString SafetyViewModel::residentName() const
{
    return m_resident ? toQt(m_resident->name) : QString();
}

void SafetyViewModel::listResidents()
{
    const auto kind = m.session.signedIn();
    const bool here = kind == engine::SignInKind::Shift || kind == engine::SignInKind::Emergency;
    m_tiles = here ? m.session.home().residents : std::vector<engine::Tile>{};
    std::stable_sort(m_tiles.begin(), m_tiles.end(), byName);
    std::vector<ListRow> rows;
    for (const auto &tile : m_tiles) {
        rows.push_back({QByteArray::fromStdString(tile.id.str()), {toQt(tile.name), QString(), false}});
    }
    m_residents.setRows(std::move(rows));
    Q_EMIT changed();
}

void SafetyViewModel::choose(int row)
{
    if (row >= 0 && static_cast<std::size_t>(row) < m_tiles.size()) {
        m_resident = m_tiles[static_cast<std::size_t>(row)];
        read();
        Q_EMIT changed();
    }
}

void SafetyViewModel::close()
{
    ++m_visit;
    m_resident.reset();
    m_ready = false;
    m_problem = Problem::None;
    m_rows.setRows({});
}

void SafetyViewModel::back()
{
    close();
    m.core.post([](engine::Engine &engine) { engine.closeResident(); });
    Q_EMIT changed();
}

void SafetyViewModel::read()
{
    std::vector<catalogue::DefinitionPtr> definitions;
    for (const auto &definition : m.catalogue->all()) {
        if (definition->kind == catalogue::Kind::Plan && definition->secrecy == catalogue::Secrecy::Safety) {
            definitions.push_back(definition);
        }
    }
    m.core.run(
        this,
        [definitions, resident = m_resident->id, who = m.session.who()](engine::Engine &engine) {
            Plans plans;
            for (const auto &definition : definitions) {
                plans.emplace_back(definition, engine.openPlan(resident, who, definition->url));
            }
            return plans;
        },
        [this, visit = ++m_visit](const Plans &plans) {
            if (visit == m_visit) {
                show(plans);
            }
        });
}

void SafetyViewModel::show(const Plans &plans)
{
    std::vector<ListRow> rows;
    m_problem = Problem::None;
    for (const auto &[definition, plan] : plans) {
        if (plan) {
            addRows(definition, *plan, rows);
        } else if (plan.error().code() != Errc::NotFound) { // then this device does not hold it
            m_problem = problemOf(plan);
        }
    }
    m_ready = m_problem == Problem::None;
    m_rows.setRows(std::move(rows));
    Q_EMIT changed();
}

void SafetyViewModel::addList(const catalogue::DefinitionPtr &definition, const Item &item,
                              const engine::ListShown &list, QString &heading, const QString &label,
                              std::vector<ListRow> &rows) const
{
    for (engine::EntryShown entry : list.entries) {
        entry.words.draft.reset();
        const PlanCell cell = entryCellOf(entry, item, m.session, m.format);
        if (!holds(entry) || cell.text.isEmpty()) {
            continue;
        }
        rows.push_back({QByteArray::fromStdString(definition->url + '|' + item.linkId + '|' + entry.id.str()),
                        {heading, label, cell.text, QVariant::fromValue(cell.signature),
                         item.voice == catalogue::Voice::Resident}});
        heading.clear();
    }
}

void SafetyViewModel::addGroup(const catalogue::DefinitionPtr &definition, const Item &item,
                               const engine::GroupShown &group, QString &heading, const QString &label,
                               std::vector<ListRow> &rows) const
{
    for (const engine::GroupEntryShown &entry : group.entries) {
        const QString text = firstWordsOf(entry, item, m.format).join(QLatin1Char('\n'));
        if (!holds(entry) || !entry.begun || text.isEmpty()) {
            continue;
        }
        rows.push_back(
            {QByteArray::fromStdString(definition->url + '|' + item.linkId + '|' + entry.id.str()),
             {heading, label, text, QVariant::fromValue(signatureOf(*entry.begun, m.session, m.format)),
              item.voice == catalogue::Voice::Resident}});
        heading.clear();
    }
}

void SafetyViewModel::addRows(const catalogue::DefinitionPtr &definition, const engine::PlanSnapshot &plan,
                              std::vector<ListRow> &rows) const
{
    catalogue::Variables variables;
    variables.name = m.format.residentCalled(residentName()).toStdString();
    const auto words = [&](const catalogue::Localized &text) {
        return toQt(catalogue::fill(text.in(m.language()), variables));
    };
    for (const Item &section : definition->items) {
        QString heading = words(section.label);
        if (section.type != catalogue::ItemType::Group) {
            continue;
        }
        for (const catalogue::Row &row : catalogue::rowsOf(section)) {
            for (const Item *item : {row.resident, row.staff, row.shared}) {
                if (const auto *list = item != nullptr ? listIn(plan, item->linkId) : nullptr) {
                    addList(definition, *item, *list, heading, words(row.label()), rows);
                    continue;
                }
                if (const auto *group = item != nullptr ? groupIn(plan, item->linkId, {}) : nullptr) {
                    addGroup(definition, *item, *group, heading, words(row.label()), rows);
                    continue;
                }
                const auto field =
                    std::find_if(plan.fields.begin(), plan.fields.end(), [&](const engine::FieldShown &one) {
                        return item != nullptr && one.linkId == item->linkId;
                    });
                if (field == plan.fields.end()) {
                    continue;
                }
                engine::FieldShown saved = *field;
                saved.draft.reset();
                const PlanCell cell = planCellOf(saved, *item, m.session, m.format);
                if (cell.text.isEmpty()) {
                    continue;
                }
                rows.push_back({QByteArray::fromStdString(definition->url + '|' + item->linkId),
                                {heading, words(row.label()), cell.text, QVariant::fromValue(cell.signature),
                                 item == row.resident}});
                heading.clear();
            }
        }
    }
}

} // namespace trivsel::app
