#include "app/viewmodels/plan_on_paper.h"

#include "app/viewmodels/formatters.h"
#include "app/viewmodels/plan_cell.h"
#include "app/viewmodels/plan_entry_view_model.h"
#include "app/viewmodels/plan_find.h"
#include "app/viewmodels/plan_level.h"
#include "app/viewmodels/print_words.h"
#include "app/viewmodels/session.h"
#include "app/viewmodels/text.h"
#include "proto/domain/yes.h"

#include <QDateTime>

#include <algorithm>

namespace trivsel::app {

namespace {

using catalogue::Item;
using catalogue::Row;
using merge::RegisterState;
using print::Block;
using print::Hand;

/** Everything that stands in a section or in an entry, the sections in it flattened. */
std::vector<Row> rowsWithin(const Item &item)
{
    if (item.type != catalogue::ItemType::Group) {
        return {};
    }
    std::vector<Row> rows = catalogue::rowsOf(item);
    for (const Item &child : item.children) {
        if (child.type == catalogue::ItemType::Group && !child.repeats) {
            const auto more = rowsWithin(child);
            rows.insert(rows.end(), more.begin(), more.end());
        }
    }
    return rows;
}

template <class Shown> const Shown *named(const std::vector<Shown> &all, const Item &item)
{
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Shown &one) { return one.linkId == item.linkId; });
    return found == all.end() ? nullptr : &*found;
}

bool drafts(const engine::FieldShown &field)
{
    return field.draft.has_value() || !field.begunViews.empty();
}

bool draftsIn(const PlanLevel &level)
{
    const auto inList = [](const engine::ListShown &list) {
        return std::any_of(list.entries.begin(), list.entries.end(),
                           [](const auto &entry) { return drafts(entry.words); });
    };
    const auto inGroup = [](const engine::GroupShown &group) {
        return std::any_of(group.entries.begin(), group.entries.end(),
                           [](const auto &entry) { return draftsIn(levelOf(entry)); });
    };
    return std::any_of(level.fields.begin(), level.fields.end(), drafts) ||
           std::any_of(level.lists.begin(), level.lists.end(), inList) ||
           std::any_of(level.groups.begin(), level.groups.end(), inGroup);
}

class Paper
{
public:
    explicit Paper(const PaperTask &task) : m(task) {}

    [[nodiscard]] print::Section section(const Item &section) const
    {
        print::Section paper{words(section.label)};
        const auto rows = section.repeats ? rowsIn(section) : rowsWithin(section);
        paper.rows = rowsOf(rows, levelOf(m.plan));
        return paper;
    }
    [[nodiscard]] QString words(const catalogue::Localized &text) const
    {
        catalogue::Variables variables;
        variables.name = m.format.residentCalled(m.session.residentName()).toStdString();
        return toQt(catalogue::fill(text.in(m.format.language()), variables));
    }

private:
    [[nodiscard]] std::vector<print::Row> rowsOf(const std::vector<Row> &rows, const PlanLevel &level) const
    {
        std::vector<print::Row> paper;
        for (const Row &row : rows) {
            print::Row one{words(row.label())};
            for (const Item *item : {row.resident, row.shared, row.staff}) {
                if (item != nullptr && isWanted(*item)) {
                    add(*item, level, one);
                }
            }
            if (!one.blocks.empty() || !one.entries.empty()) {
                paper.push_back(std::move(one));
            }
        }
        return paper;
    }

    /** What is nobody's words, such as a date, always goes along; so does what stands around what is wanted.
     */
    [[nodiscard]] bool isWanted(const Item &item) const
    {
        const bool group = item.repeats && !item.isQuestion();
        return item.voice == catalogue::Voice::Resident ? m.mine || (group && m.staffs)
               : item.voice == catalogue::Voice::Staff  ? m.staffs || (group && m.mine)
                                                        : true;
    }

    void add(const Item &item, const PlanLevel &level, print::Row &row) const
    {
        if (const auto *field = named(level.fields, item)) {
            add(blockOf(*field, item), row);
        } else if (const auto *list = named(level.lists, item)) {
            add(blockOf(*list, item), row);
        } else if (const auto *group = named(level.groups, item)) {
            for (const engine::GroupEntryShown &entry : group->entries) {
                if (entry.state == merge::ItemState::Absent || !holds(entry)) {
                    continue;
                }
                print::Entry paper{rowsOf(rowsWithin(item), levelOf(entry))};
                if (!paper.rows.empty() && ((m.mine && m.staffs) || hasWords(paper))) {
                    row.entries.push_back(std::move(paper));
                }
            }
        }
    }
    /** More than a date or a name that stood around words which do not go along. */
    [[nodiscard]] static bool hasWords(const print::Entry &entry)
    {
        return std::any_of(entry.rows.begin(), entry.rows.end(), [](const print::Row &row) {
            return std::any_of(row.blocks.begin(), row.blocks.end(),
                               [](const Block &block) { return block.hand != Hand::Nobody; }) ||
                   std::any_of(row.entries.begin(), row.entries.end(), hasWords);
        });
    }
    static void add(Block block, print::Row &row)
    {
        if (!block.texts.empty() || !block.note.isEmpty()) {
            row.blocks.push_back(std::move(block));
        }
    }

    [[nodiscard]] Block emptyBlock(const Item &item) const
    {
        Block block;
        if (item.voice == catalogue::Voice::Resident) {
            block.hand = Hand::Resident;
            block.heading = m.words.mine;
        } else if (item.voice == catalogue::Voice::Staff) {
            block.hand = Hand::Staff;
            block.heading = m.words.staffs;
        }
        return block;
    }

    [[nodiscard]] Block blockOf(const engine::FieldShown &field, const Item &item) const
    {
        Block block = emptyBlock(item);
        block.note = noteOf(field.view);
        block.texts = textsOf(field, item);
        return block;
    }

    [[nodiscard]] Block blockOf(const engine::ListShown &list, const Item &item) const
    {
        Block block = emptyBlock(item);
        block.list = true;
        for (const engine::EntryShown &entry : list.entries) {
            if (entry.state == merge::ItemState::Absent || !holds(entry)) {
                continue;
            }
            auto texts = textsOf(entry.words, item);
            if (texts.empty()) {
                continue;
            }
            if (texts.size() == 1 && entry.isSuggestion(fromQt(texts.front().words))) {
                texts.front().mark = m.words.suggested.arg(texts.front().mark);
            }
            QString note = noteOf(entry.words.view);
            if (entry.state == merge::ItemState::RemovedButEdited) {
                note = note.isEmpty() ? m.words.struck : note + u'\n' + m.words.struck;
            }
            if (!note.isEmpty()) { // of this entry, not of the whole list
                texts.back().mark += u'\n' + note;
            }
            block.texts.insert(block.texts.end(), texts.begin(), texts.end());
        }
        return block;
    }

    [[nodiscard]] QString noteOf(const merge::RegisterView &view) const
    {
        if (view.opaque) {
            return m.words.unreadable;
        }
        switch (view.state) {
        case RegisterState::Merged:
            return m.words.merged;
        case RegisterState::Two:
            return m.words.two;
        case RegisterState::Talk:
            return m.words.talk;
        case RegisterState::KeptBoth:
            return m.words.keptBoth;
        default:
            return {};
        }
    }

    [[nodiscard]] std::vector<print::Text> textsOf(const engine::FieldShown &field, const Item &item) const
    {
        std::vector<print::Text> texts;
        const auto &versions = field.view.versions;
        if (field.view.opaque) {
            return texts;
        }
        if (field.view.state == RegisterState::Merged) {
            QStringList marks;
            for (const merge::Version &version : versions) {
                marks.append(markOf(version));
            }
            texts.push_back({app::textOf(field.view), marks.join(u'\n')});
        } else {
            for (const merge::Version &version : versions) {
                QString text = wordsOf(version);
                if (item.type == catalogue::ItemType::Date) {
                    text = dayOf(text);
                }
                if (!text.trimmed().isEmpty()) {
                    texts.push_back({text, markOf(version)});
                }
            }
        }
        if (texts.size() == 1 && domain::waitsForYes(field.view)) {
            texts.front().mark = m.words.waitsForYes.arg(texts.front().mark);
        }
        if (!field.otherViews.empty()) {
            if (texts.empty()) { // staff emptied theirs: the resident's own stand all the same
                texts.emplace_back();
            }
            for (const domain::OtherView &view : field.otherViews) {
                texts.back().beside.push_back({toQt(view.text), markOf(view)});
            }
        }
        return texts;
    }

    [[nodiscard]] QString dayOf(const QString &isoDay) const
    {
        const QDate day = QDate::fromString(isoDay, Qt::ISODate);
        return day.isValid() ? m.format.dayAndYear(day.startOfDay().toMSecsSinceEpoch()) : isoDay;
    }
    [[nodiscard]] QString nameOf(const PersonId &person) const
    {
        const QString name = m.session.nameOf(person);
        return name.isEmpty() ? m.words.nobody : name;
    }
    [[nodiscard]] QString markOf(const merge::Version &version) const
    {
        const QString day = m.format.dayAndYear(version.wallMs + version.offsetMs);
        const QString mark = version.enteredByAuthor()
                                 ? m.words.writtenBy.arg(nameOf(version.author), day)
                                 : m.words.saidBy.arg(nameOf(version.author), nameOf(version.enterer), day);
        return version.clockQuality == 2 ? m.words.doubtful.arg(mark) : mark;
    }
    [[nodiscard]] QString markOf(const domain::OtherView &view) const
    {
        const QString mark = m.words.writtenBy.arg(nameOf(view.author), m.format.dayAndYear(view.atMs));
        return !view.older         ? mark
               : view.wordsMs == 0 ? m.words.toOlder.arg(mark)
                                   : m.words.toOlderOf.arg(mark, m.format.dayAndYear(view.wordsMs));
    }

    const PaperTask &m;
};

} // namespace

print::PlanPrint planOnPaper(const PaperTask &task)
{
    const Paper paper(task);
    const std::int64_t now = task.format.now();
    const QString when = task.format.dayAndYear(now) + u' ' + task.format.clock(now);
    print::PlanPrint plan;
    plan.fileStem = paper.words(task.definition.shortTitle) + u' ' +
                    QDateTime::fromMSecsSinceEpoch(now).toString(QStringLiteral("yyyy-MM-dd"));
    plan.title = paper.words(task.definition.title);
    plan.name = task.session.residentName();
    plan.printed = task.words.printed.arg(when);
    plan.standing = task.words.standing.arg(when);
    plan.pageOf = task.words.pageOf;
    plan.differing = task.words.differing;
    plan.nothing = task.words.nothing;
    for (const Item *section : sectionsIn(task.definition.items)) {
        auto one = paper.section(*section);
        if (!one.rows.empty()) {
            plan.sections.push_back(std::move(one));
        }
    }
    return plan;
}

bool hasDrafts(const engine::PlanSnapshot &plan)
{
    return draftsIn(levelOf(plan));
}

} // namespace trivsel::app
