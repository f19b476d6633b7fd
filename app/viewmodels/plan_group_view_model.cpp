#include "app/viewmodels/plan_group_view_model.h"

#include "app/viewmodels/plan_find.h"
#include "app/viewmodels/plan_level.h"
#include "app/viewmodels/text.h"

#include <algorithm>
#include <utility>

namespace trivsel::app {

namespace {

/** A card is quiet: the beginning of a long text, to the end of a word; the entry's own page has it whole. */
QString beginningOf(const QString &text)
{
    static constexpr qsizetype kLetters = 160;
    const QString line = text.simplified();
    if (line.size() <= kLetters) {
        return line;
    }
    const qsizetype space = line.lastIndexOf(QLatin1Char(' '), kLetters);
    QString beginning = line.left(space > 0 ? space : kLetters);
    if (!beginning.isEmpty() && beginning.back().isHighSurrogate()) {
        beginning.chop(1);
    }
    return beginning + QStringLiteral(" …");
}

} // namespace

PlanGroupViewModel::PlanGroupViewModel(const Context &context, QObject *parent) : QObject(parent), m(context)
{
    connect(&m.session, &Session::personChanged, this, [this] { close(); });
    connect(&m.session, &Session::snapshotChanged, this, [this] {
        if (!m.session.snapshot()) { // covered or locked: follow() brings it back
            m_group.reset();
            m_undo.reset();
            m_undoWords.clear();
            update();
        }
    });
}

void PlanGroupViewModel::quiet()
{
    m_undo.reset();
    m_undoWords.clear();
    m_saved = m_arranging = m_showsGone = false;
    m_problem = Problem::None;
}

void PlanGroupViewModel::open(const catalogue::DefinitionPtr &definition, const catalogue::Item &item,
                              const engine::PlanSnapshot &plan, const std::vector<EntityId> &within)
{
    m_definition = definition;
    m_open.push_back({&item, within});
    quiet();
    follow(plan);
    m.pages.push(Navigator::Page::PlanGroup);
}

void PlanGroupViewModel::close()
{
    m_definition.reset();
    m_open.clear();
    m_group.reset();
    quiet();
    update();
}

void PlanGroupViewModel::follow(const engine::PlanSnapshot &plan)
{
    if (m_open.empty() || plan.url != m_definition->url) {
        return;
    }
    const Open &open = m_open.back();
    const auto *group = groupIn(plan, open.item->linkId, open.within);
    if (group != nullptr) {
        m_group = *group;
    } else { // in an entry that nobody has written in yet
        m_group = engine::GroupShown{};
        m_group->linkId = open.item->linkId;
        m_group->within = open.within;
        m_group->mayAdd = mayWriteIn(static_cast<merge::Voice>(open.item->voice), m.session);
    }
    update();
}

QString PlanGroupViewModel::firstWords(const engine::GroupEntryShown &entry) const
{
    return beginningOf(firstWordsOf(entry, *m_open.back().item, m.format).value(0));
}

void PlanGroupViewModel::update()
{
    std::vector<ListRow> rows;
    std::vector<ListRow> gone;
    const auto entries = m_group ? m_group->entries : std::vector<engine::GroupEntryShown>();
    const auto isPlaced = [](const engine::GroupEntryShown &entry) { // a draft has no place yet
        return holds(entry) && entry.state != merge::ItemState::Absent;
    };
    const auto first = std::find_if(entries.begin(), entries.end(), isPlaced);
    const auto last = std::find_if(entries.rbegin(), entries.rend(), isPlaced);
    for (const engine::GroupEntryShown &entry : entries) {
        const QByteArray key = QByteArray::fromStdString(entry.id.str());
        const QStringList said = firstWordsOf(entry, *m_open.back().item, m.format);
        if (holds(entry)) {
            const bool moves = entry.mayMove && isPlaced(entry);
            const EntryWaits waits = waitsIn(entry, *m_open.back().item, m.session, m.format);
            const Signature mark = entry.begun ? signatureOf(*entry.begun, m.session, m.format) : Signature();
            rows.push_back({key,
                            {beginningOf(said.value(0)), beginningOf(said.value(1)),
                             QVariant::fromValue(mark), entry.state == merge::ItemState::RemovedButEdited,
                             waits.asks, waits.forYes, waits.unfinished, moves && entry.id != first->id,
                             moves && entry.id != last->id, entry.mayWithdraw}});
        } else {
            const Signature mark =
                entry.withdrawn ? signatureOf(*entry.withdrawn, m.session, m.format) : Signature();
            gone.push_back({key, {beginningOf(said.value(0)), QVariant::fromValue(mark), entry.mayWithdraw}});
        }
    }
    m_entries.setRows(std::move(rows));
    m_gone.setRows(std::move(gone));
    Q_EMIT changed();
}

QString PlanGroupViewModel::words(const catalogue::Localized &text) const
{
    catalogue::Variables variables;
    variables.name = m.format.residentCalled(m.session.residentName()).toStdString();
    return toQt(catalogue::fill(text.in(m.language()), variables));
}

QString PlanGroupViewModel::planTitle() const
{
    if (!m_definition) {
        return {};
    }
    // The short one is the staff's word.
    const QString name = words(m.session.isStaff() ? m_definition->shortTitle : m_definition->title);
    return name == title() ? QString() : name;
}

QString PlanGroupViewModel::title() const
{
    return m_open.empty() ? QString() : words(m_open.back().item->label);
}

bool PlanGroupViewModel::mayArrange() const
{
    return m_group && std::any_of(m_group->entries.begin(), m_group->entries.end(), [](const auto &entry) {
               return holds(entry) && (entry.mayMove || entry.mayWithdraw);
           });
}

const engine::GroupEntryShown *PlanGroupViewModel::nth(int row, bool holding) const
{
    if (!m_group) {
        return nullptr;
    }
    for (const engine::GroupEntryShown &entry : m_group->entries) {
        if (holds(entry) == holding && row-- == 0) {
            return &entry;
        }
    }
    return nullptr;
}

std::optional<PlanGroupViewModel::Task> PlanGroupViewModel::task() const
{
    if (m_open.empty() || !m.session.resident()) {
        return std::nullopt;
    }
    return Task{m.session.resident()->id, m.session.who(), m_definition->url};
}

engine::FieldAt PlanGroupViewModel::at(const EntityId &entry) const
{
    return {m_open.back().item->linkId, entry, m_open.back().within};
}

void PlanGroupViewModel::run(Work work, std::optional<EntityId> undo, const QString &undoWords)
{
    const auto by = task();
    if (m_busy || !by) {
        return;
    }
    m_busy = true;
    m.core.run(
        this, [work = std::move(work), by](engine::Engine &engine) { return work(engine, *by); },
        [this, undo, undoWords, item = m_open.back().item](const Status &status) {
            m_busy = false;
            if (m_open.empty() || item != m_open.back().item) {
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

void PlanGroupViewModel::add()
{
    const auto by = task();
    if (m_busy || !by || !mayAdd() || full()) {
        return;
    }
    m_busy = true;
    m.core.run(
        this,
        [by, link = m_open.back().item->linkId, within = m_open.back().within](engine::Engine &engine) {
            return engine.newEntry(by->resident, by->who, by->url, link, within);
        },
        [this, item = m_open.back().item](const Result<EntityId> &id) {
            m_busy = false;
            if (m_open.empty() || item != m_open.back().item) {
                return;
            }
            m_undo.reset();
            m_problem = problemOf(id);
            update();
            if (id) {
                Q_EMIT entryWanted(*item, at(*id));
            }
        });
}

void PlanGroupViewModel::openEntry(int row)
{
    if (const auto *entry = nth(row, true)) {
        Q_EMIT entryWanted(*m_open.back().item, at(entry->id));
    }
}

void PlanGroupViewModel::arrange(bool on)
{
    m_arranging = on;
    Q_EMIT changed();
}

void PlanGroupViewModel::move(int row, bool up)
{
    const auto *entry = nth(row, true);
    if (entry == nullptr || !entry->mayMove) {
        return;
    }
    run([at = at(entry->id), up](engine::Engine &engine, const Task &by) {
        return engine.moveEntry(by.resident, by.who, by.url, at, up);
    });
}

void PlanGroupViewModel::withdraw(int row)
{
    const auto *entry = nth(row, true);
    if (entry == nullptr || !entry->mayWithdraw) {
        return;
    }
    run(
        [at = at(entry->id)](engine::Engine &engine, const Task &by) {
            return engine.withdrawEntry(by.resident, by.who, by.url, at);
        },
        entry->id, firstWords(*entry));
}

void PlanGroupViewModel::comeBack(const EntityId &id)
{
    run([at = at(id)](engine::Engine &engine, const Task &by) {
        return engine.bringBackEntry(by.resident, by.who, by.url, at);
    });
}

void PlanGroupViewModel::undo()
{
    if (m_undo && !m_open.empty()) {
        comeBack(*m_undo);
    }
}

void PlanGroupViewModel::keep(int row)
{
    const auto *entry = nth(row, true);
    if (entry != nullptr && entry->state == merge::ItemState::RemovedButEdited && entry->mayWithdraw) {
        comeBack(entry->id);
    }
}

void PlanGroupViewModel::showGone(bool on)
{
    m_showsGone = on;
    Q_EMIT changed();
}

void PlanGroupViewModel::openGone(int row)
{
    if (const auto *entry = nth(row, false)) {
        Q_EMIT entryWanted(*m_open.back().item, at(entry->id));
    }
}

void PlanGroupViewModel::bringBack(int row)
{
    const auto *entry = nth(row, false);
    if (entry != nullptr && entry->mayWithdraw) {
        comeBack(entry->id);
    }
}

void PlanGroupViewModel::back()
{
    if (!m_open.empty()) {
        m_open.pop_back();
    }
    quiet();
    m_group.reset();
    update();
    m.pages.pop();
    Q_EMIT planWanted(); // the group around it is shown again
}

} // namespace trivsel::app
