#include "app/viewmodels/plan_entry_view_model.h"

#include "app/viewmodels/plan_level.h"
#include "app/viewmodels/text.h"

#include <algorithm>

namespace trivsel::app {

using catalogue::Item;
using catalogue::Row;

std::vector<const Item *> sectionsIn(const std::vector<Item> &items)
{
    std::vector<const Item *> sections;
    for (const Item &item : items) {
        if (item.type == catalogue::ItemType::Group) {
            sections.push_back(&item);
        }
    }
    return sections;
}

std::vector<Row> rowsIn(const Item &section)
{
    if (!section.repeats) {
        return catalogue::rowsOf(section);
    }
    Row row;
    (section.voice == catalogue::Voice::Resident ? row.resident
     : section.voice == catalogue::Voice::Staff  ? row.staff
                                                 : row.shared) = &section;
    return {row};
}

PlanEntryViewModel::PlanEntryViewModel(const Context &context, QObject *parent) : QObject(parent), m(context)
{
    connect(&m.session, &Session::personChanged, this, [this] { close(); });
    connect(&m.session, &Session::snapshotChanged, this, [this] {
        if (!m.session.snapshot()) { // covered or locked: follow() brings it back
            m_entry.reset();
            update();
        }
    });
}

void PlanEntryViewModel::open(const catalogue::DefinitionPtr &definition, const Item &group,
                              const engine::PlanSnapshot &plan, const engine::FieldAt &at)
{
    m_definition = definition;
    m_open.push_back({&group, at, nullptr});
    m_showsStaffs = false;
    follow(plan);
    m.pages.push(Navigator::Page::PlanEntry);
}

void PlanEntryViewModel::close()
{
    m_definition.reset();
    m_open.clear();
    m_entry.reset();
    update();
}

void PlanEntryViewModel::follow(const engine::PlanSnapshot &plan)
{
    if (m_open.empty() || plan.url != m_definition->url) {
        return;
    }
    const engine::FieldAt &at = m_open.back().at;
    const auto *entry = entryIn(plan, at);
    if (entry != nullptr) {
        m_entry = *entry;
    } else { // nobody has written in it yet
        m_entry = engine::GroupEntryShown{};
        m_entry->id = *at.entry;
        m_entry->within = at.within;
    }
    update();
}

std::vector<EntityId> PlanEntryViewModel::here() const
{
    std::vector<EntityId> entries = m_open.back().at.within;
    entries.push_back(*m_open.back().at.entry);
    return entries;
}

engine::FieldShown PlanEntryViewModel::fieldOf(const Item &item) const
{
    if (const auto *shown = fieldIn(m_entry->fields, item.linkId)) {
        return *shown;
    }
    engine::FieldShown fresh;
    fresh.linkId = item.linkId;
    fresh.entry = m_entry->id;
    fresh.within = m_entry->within;
    return fresh;
}

PlanCell PlanEntryViewModel::cell(const Item *item) const
{
    if (item == nullptr || !m_entry) {
        return {};
    }
    PlanCell there = cellOf(levelOf(*m_entry), item, m.session, m.format);
    if (!there.there && item->isQuestion() && !item->repeats) { // of an entry that is not there yet
        there = planCellOf(fieldOf(*item), *item, m.session, m.format);
    } else if (!there.there) {
        there.there = there.list = true;
        there.mayWrite = mayWriteIn(static_cast<merge::Voice>(item->voice), m.session);
    }
    return there;
}

std::vector<const Item *> PlanEntryViewModel::sections() const
{
    if (m_open.empty()) {
        return {};
    }
    auto sections = sectionsIn(m_open.back().group->children);
    if (std::all_of(sections.begin(), sections.end(), [](const Item *section) { return section->repeats; })) {
        return {}; // they are rows among the others
    }
    std::erase_if(sections, [this](const Item *section) { return visible(rowsIn(*section)).empty(); });
    return sections;
}

int PlanEntryViewModel::tab() const
{
    const auto all = sections();
    const auto at = std::find(all.begin(), all.end(), m_open.empty() ? nullptr : m_open.back().section);
    return at == all.end() ? 0 : static_cast<int>(at - all.begin());
}

std::vector<Row> PlanEntryViewModel::allRows() const
{
    if (m_open.empty()) {
        return {};
    }
    const auto all = sections();
    return all.empty() ? catalogue::rowsOf(*m_open.back().group)
                       : rowsIn(*all[static_cast<std::size_t>(tab())]);
}

std::vector<Row> PlanEntryViewModel::visible(std::vector<Row> rows) const
{
    const bool theirs = !m_open.empty() && m_open.back().group->voice == catalogue::Voice::Staff;
    if (!showsStaffs() && !theirs) {
        for (Row &row : rows) {
            if (row.staff != nullptr && (row.staff->isQuestion() || !row.staff->repeats)) {
                row.staff = nullptr;
            }
        }
        std::erase_if(rows, [](const Row &row) {
            return row.resident == nullptr && row.shared == nullptr && row.staff == nullptr;
        });
    }
    return rows;
}

bool PlanEntryViewModel::hasStaffs() const
{
    const auto isStaffs = [](const Row &row) { return row.staff != nullptr && row.staff->isQuestion(); };
    const auto inSection = [&](const Item *section) {
        const auto rows = rowsIn(*section);
        return std::any_of(rows.begin(), rows.end(), isStaffs);
    };
    if (m_open.empty() || m_open.back().group->voice == catalogue::Voice::Staff) {
        return false; // they stand there anyway
    }
    const auto rows = allRows();
    const auto all = sectionsIn(m_open.back().group->children);
    const bool hidden = sections().size() < all.size() && !sections().empty();
    return std::any_of(rows.begin(), rows.end(), isStaffs) ||
           (hidden && std::any_of(all.begin(), all.end(), inSection));
}

void PlanEntryViewModel::update()
{
    std::vector<ListRow> rows;
    if (m_entry) {
        for (const Row &row : visibleRows()) {
            const Item *mine = row.resident != nullptr ? row.resident : row.shared;
            const Item *any = mine != nullptr ? mine : row.staff;
            rows.push_back({QByteArray::fromStdString(any->linkId + m_entry->id.str()),
                            {words(row.label()), QVariant::fromValue(cell(mine)),
                             QVariant::fromValue(cell(row.staff)), row.shared != nullptr}});
        }
    }
    m_rows.setRows(std::move(rows));
    Q_EMIT changed();
}

QString PlanEntryViewModel::words(const catalogue::Localized &text) const
{
    catalogue::Variables variables;
    variables.name = m.format.residentCalled(m.session.residentName()).toStdString();
    return toQt(catalogue::fill(text.in(m.language()), variables));
}

QString PlanEntryViewModel::planTitle() const
{
    if (!m_definition) {
        return {};
    }
    // The short one is the staff's word.
    const QString name = words(m.session.isStaff() ? m_definition->shortTitle : m_definition->title);
    return name == title() ? QString() : name;
}

QString PlanEntryViewModel::title() const
{
    return m_open.empty() ? QString() : words(m_open.back().group->label);
}

QList<QString> PlanEntryViewModel::tabs() const
{
    QList<QString> titles;
    for (const Item *section : sections()) {
        titles.append(words(section->label));
    }
    return titles;
}

void PlanEntryViewModel::showTab(int tab)
{
    const auto all = sections();
    if (tab >= 0 && static_cast<std::size_t>(tab) < all.size()) {
        m_open.back().section = all[static_cast<std::size_t>(tab)];
        update();
    }
}

void PlanEntryViewModel::showStaffs(bool on)
{
    m_showsStaffs = on;
    update();
}

const Item *PlanEntryViewModel::itemAt(int row, bool mine) const
{
    const auto rows = visibleRows();
    if (!m_entry || row < 0 || static_cast<std::size_t>(row) >= rows.size()) {
        return nullptr;
    }
    const Row &at = rows[static_cast<std::size_t>(row)];
    return !mine ? at.staff : at.resident != nullptr ? at.resident : at.shared;
}

void PlanEntryViewModel::openCell(int row, bool mine)
{
    const Item *item = itemAt(row, mine);
    if (item == nullptr) {
        return;
    }
    if (item->repeats && item->isQuestion()) {
        Q_EMIT listWanted(*item, here());
    } else if (item->repeats) {
        Q_EMIT groupWanted(*item, here());
    } else {
        Q_EMIT fieldWanted(*item, fieldOf(*item), cell(item));
    }
}

void PlanEntryViewModel::confirmMine(int row)
{
    const Item *item = itemAt(row, true);
    if (item != nullptr && cell(item).mayConfirm) {
        Q_EMIT yesSaid(*item, fieldOf(*item));
    }
}

void PlanEntryViewModel::back()
{
    if (!m_open.empty()) {
        m_open.pop_back();
    }
    m_entry.reset();
    m_showsStaffs = false;
    update();
    m.pages.pop();
    Q_EMIT planWanted();
}

} // namespace trivsel::app
