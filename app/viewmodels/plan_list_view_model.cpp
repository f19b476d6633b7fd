#include "app/viewmodels/plan_list_view_model.h"

#include "app/viewmodels/plan_find.h"
#include "app/viewmodels/plan_level.h"
#include "app/viewmodels/text.h"

#include <algorithm>
#include <utility>

namespace trivsel::app {

namespace {

QByteArray keyOf(const engine::EntryShown &entry)
{
    return QByteArray::fromStdString(entry.id.str());
}

} // namespace

PlanListViewModel::PlanListViewModel(const Context &context, QObject *parent) : QObject(parent), m(context)
{
    connect(&m.session, &Session::personChanged, this, [this] { close(); });
    connect(&m.session, &Session::snapshotChanged, this, [this] {
        if (!m.session.snapshot()) { // covered or locked: follow() brings it back
            m_list.reset();
            m_undo.reset();
            m_undoWords.clear();
            update();
        }
    });
}

void PlanListViewModel::open(const catalogue::DefinitionPtr &definition, const catalogue::Item &item,
                             const engine::PlanSnapshot &plan, const std::vector<EntityId> &within)
{
    close();
    m_definition = definition;
    m_item = &item;
    m_within = within;
    follow(plan);
    m.pages.push(Navigator::Page::PlanList);
}

void PlanListViewModel::close()
{
    m_definition.reset();
    m_item = nullptr;
    m_list.reset();
    m_undo.reset();
    m_undoWords.clear();
    m_saved = m_arranging = m_suggesting = m_showsGone = false;
    m_problem = Problem::None;
    update();
}

void PlanListViewModel::follow(const engine::PlanSnapshot &plan)
{
    if (m_item == nullptr || plan.url != m_definition->url) {
        return;
    }
    const auto *list = listIn(plan, m_item->linkId, m_within);
    m_list = list != nullptr ? std::optional(*list) : std::nullopt;
    if (list == nullptr && !m_within.empty()) { // of an entry that nobody has written in yet
        m_list = engine::ListShown{};
        m_list->linkId = m_item->linkId;
        m_list->within = m_within;
        m_list->mayAdd = mayWriteIn(static_cast<merge::Voice>(m_item->voice), m.session);
    }
    update();
}

void PlanListViewModel::update()
{
    std::vector<ListRow> rows;
    std::vector<ListRow> gone;
    const auto entries = m_list ? m_list->entries : std::vector<engine::EntryShown>();
    const auto isPlaced = [](const engine::EntryShown &entry) { // a draft has no place yet
        return holds(entry) && entry.state != merge::ItemState::Absent;
    };
    const auto first = std::find_if(entries.begin(), entries.end(), isPlaced);
    const auto last = std::find_if(entries.rbegin(), entries.rend(), isPlaced);
    for (const engine::EntryShown &entry : entries) {
        const PlanCell cell = entryCellOf(entry, *m_item, m.session, m.format);
        if (holds(entry)) {
            const bool moves = entry.mayMove && isPlaced(entry);
            rows.push_back(
                {keyOf(entry),
                 {QVariant::fromValue(cell), entry.isSuggestion(fromQt(cell.text)),
                  entry.state == merge::ItemState::RemovedButEdited, moves && entry.id != first->id,
                  moves && entry.id != last->id, entry.mayWithdraw}});
        } else {
            const Signature mark =
                entry.withdrawn ? signatureOf(*entry.withdrawn, m.session, m.format) : Signature();
            gone.push_back(
                {keyOf(entry), {QVariant::fromValue(cell), QVariant::fromValue(mark), entry.mayWithdraw}});
        }
    }
    m_entries.setRows(std::move(rows));
    m_gone.setRows(std::move(gone));
    Q_EMIT changed();
}

QString PlanListViewModel::words(const catalogue::Localized &text) const
{
    catalogue::Variables variables;
    variables.name = m.format.residentCalled(m.session.residentName()).toStdString();
    return toQt(catalogue::fill(text.in(m.language()), variables));
}

QString PlanListViewModel::planTitle() const
{
    return m_definition ? words(m_definition->shortTitle) : QString();
}

QString PlanListViewModel::title() const
{
    return m_item != nullptr ? words(m_item->label) : QString();
}

QString PlanListViewModel::question() const
{
    return m_item != nullptr ? words(m_item->text) : QString();
}

QString PlanListViewModel::help() const
{
    return m_item != nullptr ? words(m_item->help) : QString();
}

bool PlanListViewModel::mayArrange() const
{
    return m_list && std::any_of(m_list->entries.begin(), m_list->entries.end(), [](const auto &entry) {
               return holds(entry) && (entry.mayMove || entry.mayWithdraw);
           });
}

QList<QString> PlanListViewModel::left() const
{
    QList<QString> left;
    if (m_item == nullptr || !mayAdd() || full()) {
        return left;
    }
    for (const catalogue::Localized &suggestion : m_item->suggestions) {
        const std::string text = suggestion.in(m.language());
        const bool there =
            std::any_of(m_list->entries.begin(), m_list->entries.end(), [&](const auto &entry) {
                return holds(entry) && merge::textOf(entry.words.view) == text;
            });
        if (!there) {
            left.append(toQt(text));
        }
    }
    return left;
}

const engine::EntryShown *PlanListViewModel::entryAt(int row) const
{
    return nth(row, true);
}

const engine::EntryShown *PlanListViewModel::goneAt(int row) const
{
    return nth(row, false);
}

const engine::EntryShown *PlanListViewModel::nth(int row, bool holding) const
{
    if (!m_list) {
        return nullptr;
    }
    for (const engine::EntryShown &entry : m_list->entries) {
        if (holds(entry) == holding && row-- == 0) {
            return &entry;
        }
    }
    return nullptr;
}

std::optional<PlanListViewModel::Task> PlanListViewModel::task() const
{
    if (m_item == nullptr || !m.session.resident()) {
        return std::nullopt;
    }
    return Task{m.session.resident()->id, m.session.who(), m_definition->url};
}

void PlanListViewModel::run(Work work, std::optional<EntityId> undo, const QString &undoWords)
{
    const auto by = task();
    if (m_busy || !by) {
        return;
    }
    m_busy = true;
    m.core.run(
        this, [work = std::move(work), by](engine::Engine &engine) { return work(engine, *by); },
        [this, undo, undoWords, item = m_item](const Status &status) {
            m_busy = false;
            if (item != m_item || m_item == nullptr) {
                return; // left meanwhile
            }
            m_problem = problemOf(status);
            m_saved = m_saved || status.has_value();
            m_undo = status ? undo : std::nullopt;
            m_undoWords = status ? undoWords : QString();
            update();
            Q_EMIT wrote(m_problem);
        });
}

void PlanListViewModel::add()
{
    const auto by = task();
    if (m_busy || !by || !mayAdd() || full()) {
        return;
    }
    m_busy = true;
    m.core.run(
        this,
        [by, link = m_item->linkId, within = m_within](engine::Engine &engine) {
            return engine.newEntry(by->resident, by->who, by->url, link, within);
        },
        [this, item = m_item](const Result<EntityId> &id) {
            m_busy = false;
            if (item != m_item || m_item == nullptr) {
                return;
            }
            m_undo.reset();
            m_undoWords.clear();
            m_problem = problemOf(id);
            update();
            if (id) {
                engine::FieldShown fresh;
                fresh.linkId = m_item->linkId;
                fresh.entry = *id;
                fresh.within = m_within;
                Q_EMIT writeWanted(*m_item, fresh);
            }
        });
}

void PlanListViewModel::giveSuggestions()
{
    m_suggesting = true;
    Q_EMIT changed();
}

void PlanListViewModel::take(const QString &suggestion)
{
    if (!suggestions().contains(suggestion)) {
        return;
    }
    run([link = m_item->linkId, within = m_within, text = fromQt(suggestion)](engine::Engine &engine,
                                                                              const Task &by) -> Status {
        const auto id = engine.newEntry(by.resident, by.who, by.url, link, within);
        if (!id) {
            return tl::unexpected(id.error());
        }
        TRIVSEL_TRY(engine.takeSuggestion(by.resident, by.who, by.url, {link, *id, within}, text));
        const auto left = engine.leavePlan(by.resident, by.who, by.url);
        return left ? Status() : tl::unexpected(left.error());
    });
}

void PlanListViewModel::openEntry(int row)
{
    const auto *entry = entryAt(row);
    if (entry == nullptr) {
        return;
    }
    const engine::FieldShown shown = entry->words; // what follows may change the list
    const bool several = shown.view.waitsForPerson() || shown.view.state == merge::RegisterState::KeptBoth;
    if (several) {
        Q_EMIT versionsWanted(*m_item, shown);
    } else if (entry->mayEdit) {
        Q_EMIT writeWanted(*m_item, shown);
    } else {
        Q_EMIT historyWanted(*m_item, shown.at());
    }
}

void PlanListViewModel::historyOf(int row)
{
    if (const auto *entry = entryAt(row)) {
        Q_EMIT historyWanted(*m_item, entry->words.at());
    }
}

void PlanListViewModel::confirm(int row)
{
    const auto *entry = entryAt(row);
    if (entry != nullptr && entryCellOf(*entry, *m_item, m.session, m.format).mayConfirm) {
        const engine::FieldShown shown = entry->words;
        Q_EMIT yesSaid(*m_item, shown);
    }
}

void PlanListViewModel::arrange(bool on)
{
    m_arranging = on;
    Q_EMIT changed();
}

void PlanListViewModel::move(int row, bool up)
{
    const auto *entry = entryAt(row);
    if (entry == nullptr || !entry->mayMove) {
        return;
    }
    run([at = entry->words.at(), up](engine::Engine &engine, const Task &by) {
        return engine.moveEntry(by.resident, by.who, by.url, at, up);
    });
}

void PlanListViewModel::withdraw(int row)
{
    const auto *entry = entryAt(row);
    if (entry == nullptr || !entry->mayWithdraw) {
        return;
    }
    run(
        [at = entry->words.at()](engine::Engine &engine, const Task &by) {
            return engine.withdrawEntry(by.resident, by.who, by.url, at);
        },
        entry->id, entryCellOf(*entry, *m_item, m.session, m.format).text);
}

void PlanListViewModel::comeBack(const EntityId &id)
{
    run([at = engine::FieldAt(m_item->linkId, id, m_within)](engine::Engine &engine, const Task &by) {
        return engine.bringBackEntry(by.resident, by.who, by.url, at);
    });
}

void PlanListViewModel::undo()
{
    if (m_undo && m_item != nullptr) {
        comeBack(*m_undo);
    }
}

void PlanListViewModel::keep(int row)
{
    const auto *entry = entryAt(row);
    if (entry != nullptr && entry->state == merge::ItemState::RemovedButEdited && entry->mayWithdraw) {
        comeBack(entry->id);
    }
}

void PlanListViewModel::showGone(bool on)
{
    m_showsGone = on;
    Q_EMIT changed();
}

void PlanListViewModel::openGone(int row)
{
    if (const auto *entry = goneAt(row)) {
        Q_EMIT historyWanted(*m_item, entry->words.at());
    }
}

void PlanListViewModel::bringBack(int row)
{
    const auto *entry = goneAt(row);
    if (entry != nullptr && entry->mayWithdraw) {
        comeBack(entry->id);
    }
}

void PlanListViewModel::back()
{
    close();
    m.pages.pop();
}

} // namespace trivsel::app
