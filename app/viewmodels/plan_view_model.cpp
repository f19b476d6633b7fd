#include "app/viewmodels/plan_view_model.h"

#include "app/viewmodels/history_view_model.h"
#include "app/viewmodels/plan_choice_view_model.h"
#include "app/viewmodels/plan_entry_view_model.h"
#include "app/viewmodels/plan_find.h"
#include "app/viewmodels/plan_group_view_model.h"
#include "app/viewmodels/plan_level.h"
#include "app/viewmodels/plan_list_view_model.h"
#include "app/viewmodels/plan_other_view.h"
#include "app/viewmodels/plan_print_view_model.h"
#include "app/viewmodels/text.h"
#include "app/viewmodels/versions_view_model.h"

#include <algorithm>
#include <utility>

namespace trivsel::app {

using catalogue::Item;

PlanViewModel::PlanViewModel(const Context &context, const Pages &pages, QObject *parent)
    : QObject(parent),
      m(context),
      m_writer(pages.writer),
      m_versions(pages.versions),
      m_history(pages.history),
      m_list(pages.list),
      m_group(pages.group),
      m_entry(pages.entry),
      m_choice(pages.choice),
      m_otherView(pages.otherView),
      m_print(pages.print)
{
    followLists();
    followEntries();
    connect(&m.session, &Session::personChanged, this, [this] {
        ++m_visit;
        m_plan.reset();
        m_versionsOf.reset();
        m_problem = m_saveProblem = Problem::None;
        update();
    });
    connect(&m.session, &Session::snapshotChanged, this, [this] {
        if (m_definition && m.session.snapshot()) {
            load(); // something came in for this resident, or the cover was lifted
        } else {
            ++m_visit; // what is still under way must not arrive under the cover
            m_plan.reset();
            update();
        }
    });
    connect(&m_versions, &VersionsViewModel::settled, this, [this] {
        m_saved = true;
        m_saveProblem = Problem::None;
        load();
    });
    connect(&m_versions, &VersionsViewModel::otherViewWanted, this, &PlanViewModel::openOtherView);
    connect(&m_otherView, &PlanOtherView::left, this, &PlanViewModel::followVersions);
    connect(&m_versions, &VersionsViewModel::refused, this, [this](Problem problem) {
        m_saveProblem = problem;
        load(); // perhaps somebody else has settled it
    });
}

void PlanViewModel::wrote(Problem problem)
{
    m_saveProblem = problem;
    m_saved = m_saved || problem == Problem::None;
    load();
}

void PlanViewModel::followLists()
{
    connect(&m_list, &PlanListViewModel::wrote, this, &PlanViewModel::wrote);
    connect(&m_list, &PlanListViewModel::writeWanted, this,
            [this](const Item &item, const engine::FieldShown &shown) { write(item, shown); });
    connect(&m_list, &PlanListViewModel::versionsWanted, this,
            [this](const Item &item, const engine::FieldShown &shown) {
                m_versions.open(m_definition, item, shown);
            });
    connect(&m_list, &PlanListViewModel::yesSaid, this,
            [this](const Item &item, const engine::FieldShown &shown) {
                m_versions.confirm(m_definition, item, shown);
            });
    connect(&m_list, &PlanListViewModel::historyWanted, this,
            [this](const Item &item, const engine::FieldAt &at) {
                if (!openOtherView(item, at)) {
                    m_history.open(m_definition, item, at);
                }
            });
}

void PlanViewModel::followEntries()
{
    const auto followAgain = [this] {
        if (m_plan) {
            m_group.follow(*m_plan);
            m_entry.follow(*m_plan);
        }
    };
    connect(&m_group, &PlanGroupViewModel::wrote, this, &PlanViewModel::wrote);
    connect(&m_group, &PlanGroupViewModel::planWanted, this, followAgain);
    connect(&m_group, &PlanGroupViewModel::entryWanted, this,
            [this](const Item &group, const engine::FieldAt &at) {
                if (m_plan) {
                    m_entry.open(m_definition, group, *m_plan, at);
                }
            });
    connect(&m_entry, &PlanEntryViewModel::planWanted, this, followAgain);
    connect(&m_entry, &PlanEntryViewModel::fieldWanted, this,
            [this](const Item &item, const engine::FieldShown &shown, const PlanCell &at) {
                openField(item, shown, at);
            });
    connect(&m_entry, &PlanEntryViewModel::listWanted, this, &PlanViewModel::openList);
    connect(&m_entry, &PlanEntryViewModel::groupWanted, this, &PlanViewModel::openGroup);
    connect(&m_entry, &PlanEntryViewModel::yesSaid, this,
            [this](const Item &item, const engine::FieldShown &shown) {
                m_versions.confirm(m_definition, item, shown);
            });
}

void PlanViewModel::openList(const Item &item, const std::vector<EntityId> &within)
{
    if (m_plan) {
        m_list.open(m_definition, item, *m_plan, within);
    }
}

void PlanViewModel::openGroup(const Item &item, const std::vector<EntityId> &within)
{
    if (m_plan) {
        m_group.open(m_definition, item, *m_plan, within);
    }
}

void PlanViewModel::open(const catalogue::DefinitionPtr &definition)
{
    m_group.close();
    m_entry.close();
    m_definition = definition;
    m_plan.reset();
    m_tab = 0;
    m_saved = false;
    m_writing.reset();
    m_versionsOf.reset();
    update();
    load();
    m.pages.push(Navigator::Page::Plan);
}

void PlanViewModel::openVersionsOf(const catalogue::DefinitionPtr &definition, const engine::FieldAt &at)
{
    m_group.close();
    m_entry.close();
    m_definition = definition;
    m_plan.reset();
    m_saved = false;
    m_writing.reset();
    m_versionsOf = at;
    load();
}

void PlanViewModel::openWaiting(const engine::FieldAt &at)
{
    const auto *shown = field(at);
    const auto *item = m_definition->find(at.linkId);
    if (item != nullptr && item->repeats && !item->isQuestion()) {
        openGroup(*item, at.within);
        return;
    }
    if (shown == nullptr || item == nullptr) {
        return;
    }
    if (item->repeats && !shown->view.waitsForPerson()) {
        openList(*item, at.within);
    } else {
        m_versions.open(m_definition, *item, *shown);
    }
}

void PlanViewModel::load()
{
    if (!m_definition || !m.session.resident() || !m.session.snapshot()) {
        return; // covered, or not read yet: the snapshot brings us back here
    }
    const int visit = ++m_visit;
    m.core.run(
        this,
        [resident = m.session.resident()->id, who = m.session.who(),
         url = m_definition->url](engine::Engine &engine) { return engine.openPlan(resident, who, url); },
        [this, visit](Result<engine::PlanSnapshot> plan) {
            if (visit != m_visit) {
                return;
            }
            m_problem = problemOf(plan);
            if (plan) {
                m_plan = std::move(*plan);
            }
            update();
            offerNewerToWriter();
            if (m_plan) {
                m_list.follow(*m_plan);
                m_group.follow(*m_plan);
                m_entry.follow(*m_plan);
                m_otherView.follow(*m_plan);
                m_print.follow(*m_plan);
            }
            if (const auto *shown = m_plan ? field(m_versions.at()) : nullptr) {
                m_versions.follow(*shown);
            }
            if (m_plan && m_versionsOf) {
                openWaiting(*std::exchange(m_versionsOf, std::nullopt));
            }
        });
}

QString PlanViewModel::words(const catalogue::Localized &text) const
{
    catalogue::Variables variables;
    variables.name = m.format.residentCalled(m.session.residentName()).toStdString();
    return toQt(catalogue::fill(text.in(m.language()), variables));
}

QString PlanViewModel::title() const
{
    return m_definition ? words(m_definition->title) : QString();
}

QString PlanViewModel::intro() const
{
    return m_definition ? words(m_definition->intro) : QString();
}

std::vector<const Item *> PlanViewModel::sections() const
{
    return m_definition ? sectionsIn(m_definition->items) : std::vector<const Item *>{};
}

std::vector<catalogue::Row> PlanViewModel::visibleRows() const
{
    const auto all = sections();
    return static_cast<std::size_t>(m_tab) < all.size() ? rowsIn(*all[static_cast<std::size_t>(m_tab)])
                                                        : std::vector<catalogue::Row>{};
}

const engine::FieldShown *PlanViewModel::field(const engine::FieldAt &at) const
{
    return m_plan ? fieldIn(*m_plan, at) : nullptr;
}

PlanCell PlanViewModel::cell(const Item *item) const
{
    return m_plan ? cellOf(levelOf(*m_plan), item, m.session, m.format) : PlanCell();
}

void PlanViewModel::update()
{
    std::vector<ListRow> rows;
    if (m_plan) {
        for (const auto &row : visibleRows()) {
            const Item *mine = row.resident != nullptr ? row.resident : row.shared;
            const Item *any = mine != nullptr ? mine : row.staff;
            rows.push_back({QByteArray::fromStdString(any->linkId),
                            {words(row.label()), QVariant::fromValue(cell(mine)),
                             QVariant::fromValue(cell(row.staff)), row.shared != nullptr}});
        }
    }
    m_rows.setRows(std::move(rows));
    Q_EMIT changed();
}

QList<QString> PlanViewModel::tabs() const
{
    QList<QString> titles;
    for (const auto *section : sections()) {
        titles.append(words(section->label));
    }
    return titles;
}

void PlanViewModel::showTab(int tab)
{
    if (tab >= 0 && static_cast<std::size_t>(tab) < sections().size()) {
        m_tab = tab;
        update();
    }
}

const Item *PlanViewModel::itemAt(int row, bool mine) const
{
    const auto rows = visibleRows();
    if (row < 0 || static_cast<std::size_t>(row) >= rows.size()) {
        return nullptr;
    }
    const auto &at = rows[static_cast<std::size_t>(row)];
    return !mine ? at.staff : at.resident != nullptr ? at.resident : at.shared;
}

void PlanViewModel::openCell(int row, bool mine)
{
    const Item *item = itemAt(row, mine);
    if (item != nullptr && item->repeats) {
        item->isQuestion() ? openList(*item, {}) : openGroup(*item, {});
        return;
    }
    if (const auto *shown = item != nullptr ? field(item->linkId) : nullptr) {
        openField(*item, *shown, cell(item));
    }
}

void PlanViewModel::openField(const Item &item, const engine::FieldShown &shown, const PlanCell &at)
{
    if (shown.view.waitsForPerson() || at.state == FieldState::KeptBoth) { // both are seen first
        m_versions.open(m_definition, item, shown);
    } else if (openOtherView(item, shown.at())) {
        return;
    } else if (at.mayWrite) {
        item.type == catalogue::ItemType::Choice ? choose(item, shown) : write(item, shown);
    } else if (!shown.entry || !shown.view.heads.empty()) {
        m_history.open(m_definition, item, shown.at());
    }
}

bool PlanViewModel::openOtherView(const Item &item, const engine::FieldAt &at)
{
    return m_plan && m_otherView.open(m_definition, item, *m_plan, at);
}

void PlanViewModel::followVersions()
{
    if (const auto *shown = field(m_versions.at())) {
        m_versions.follow(*shown);
    } else if (m.pages.page() == Navigator::Page::Versions) { // a cover came while another page lay over it
        m.pages.pop();
    }
}

void PlanViewModel::choose(const Item &item, const engine::FieldShown &shown)
{
    std::function<void()> history;
    if (!shown.view.heads.empty()) {
        history = [this, &item, at = shown.at()] { m_history.open(m_definition, item, at); };
    }
    m_choice.open(
        m_definition, item, shown, [this] { becomePart(); }, std::move(history));
}

void PlanViewModel::openHistory(int row, bool mine)
{
    if (const Item *item = itemAt(row, mine); item != nullptr && !item->repeats) {
        m_history.open(m_definition, *item, item->linkId);
    }
}

void PlanViewModel::write(const Item &item, const engine::FieldShown &shown)
{
    using Voice = WriteViewModel::Voice;
    const bool residents = item.voice == catalogue::Voice::Resident;
    WriteViewModel::Task task;
    task.purpose = WriteViewModel::Purpose::Field;
    task.voice = residents                               ? Voice::Resident
                 : item.voice == catalogue::Voice::Staff ? Voice::Staff
                                                         : Voice::Nobody;
    task.title = words(item.text);
    task.help = words(item.help);
    task.longText = item.type == catalogue::ItemType::LongText;
    task.date = item.type == catalogue::ItemType::Date;
    task.signature = signatureOfNow(residents ? m.session.resident()->id : m.session.who().person, m.session);
    task.text = shown.draft ? toQt(*shown.draft) : app::textOf(shown.view);
    task.save = [resident = m.session.resident()->id, who = m.session.who(), url = m_definition->url,
                 at = shown.at()](engine::Engine &engine, const std::string &text) {
        return engine.editField(resident, who, url, at, text);
    };
    task.done = [this](const QString &) {
        m_writing.reset();
        becomePart();
    };
    if (!shown.entry || !shown.view.heads.empty()) { // what is new in an entry has none
        task.history = [this, &item, at = shown.at()] { m_history.open(m_definition, item, at); };
    }
    m_writing = shown.at();
    m.core.post([resident = m.session.resident()->id, who = m.session.who(), url = m_definition->url,
                 at = shown.at()](engine::Engine &engine) {
        static_cast<void>(engine.beginField(resident, who, url, at));
    });
    m_writer.open(std::move(task));
}

void PlanViewModel::offerNewerToWriter()
{
    const auto *shown = m_writing ? field(*m_writing) : nullptr;
    if (shown == nullptr || shown->view.versions.empty() || !shown->newer) {
        return;
    }
    const auto &newest = shown->view.versions.back();
    m_writer.offerNewer(wordsOf(newest), signatureOf(newest, m.session, m.format));
}

void PlanViewModel::becomePart()
{
    if (!m_definition || !m.session.resident()) {
        return;
    }
    m.core.run(
        this,
        [resident = m.session.resident()->id, who = m.session.who(),
         url = m_definition->url](engine::Engine &engine) { return engine.leavePlan(resident, who, url); },
        [this](const Result<int> &fields) {
            m_saveProblem = problemOf(fields);
            m_saved = m_saved || (fields && *fields > 0);
            load();
        });
}

void PlanViewModel::leave()
{
    if (m_definition && m.session.resident()) {
        m.core.post([resident = m.session.resident()->id, who = m.session.who(), url = m_definition->url](
                        engine::Engine &engine) { static_cast<void>(engine.leavePlan(resident, who, url)); });
    }
}

bool PlanViewModel::mayPrint() const
{
    return m_plan && m_definition && m_print.mayPrint(*m_definition);
}

void PlanViewModel::print()
{
    if (mayPrint()) {
        m_print.open(m_definition, *m_plan);
    }
}

void PlanViewModel::confirmMine(int row)
{
    const Item *item = itemAt(row, true);
    const auto *shown = item != nullptr ? field(item->linkId) : nullptr;
    if (shown == nullptr || !cell(item).mayConfirm) {
        return;
    }
    m_versions.confirm(m_definition, *item, *shown);
}

void PlanViewModel::back()
{
    leave();
    m_list.close();
    m_group.close();
    m_entry.close();
    m_otherView.close();
    m_print.close();
    m_definition.reset();
    ++m_visit;
    m_plan.reset();
    update();
    m.session.refresh();
    m.pages.pop();
}

} // namespace trivsel::app
