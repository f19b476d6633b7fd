#include "app/viewmodels/feedback.h"

#include "app/viewmodels/text.h"

#include <algorithm>
#include <set>

namespace trivsel::app {

Feedback::Feedback(const Context &context, QObject *parent) : QObject(parent), m(context)
{
    connect(&m.session, &Session::snapshotChanged, this, &Feedback::update);
}

void Feedback::addSaid(std::vector<ListRow> &rows, const EntityId &to) const
{
    const auto &snapshot = *m.session.snapshot();
    std::set<EntityId> answers{to};
    std::int64_t atMs = 0;
    for (const auto &held : snapshot.conversations.held) {
        if (held.id == to) {
            atMs = held.begunMs;
            for (const auto &[id, answer] : held.answers) {
                answers.insert(id);
            }
        }
    }
    QStringList words;
    QStringList forms;
    for (const auto &response : snapshot.responses) {
        if (!answers.contains(response.id)) {
            continue;
        }
        atMs = std::max(atMs, response.atMs);
        if (const auto definition = m.catalogue->byUrl(response.url)) {
            forms.prepend(toQt(definition->title.in(m.language())));
        }
        for (const auto &answer : response.answers) {
            if (!answer.text.empty()) {
                words.prepend(toQt(answer.text));
            }
        }
    }
    rows.push_back({QByteArray("said ") + QByteArray::fromStdString(to.str()),
                    {QVariant::fromValue(Kind::Said), words.join(QLatin1Char('\n')), m.format.names(forms),
                     QString(), QString(), m.format.day(atMs), QString(), false}});
}

/** The resident's own words beside the line. */
void Feedback::addDiffers(std::vector<ListRow> &rows, const EntityId &line)
{
    int at = 0;
    for (const auto &view : m.session.snapshot()->conversations.otherViews) {
        if (view.to == line) {
            rows.push_back({QByteArray::fromStdString(view.id.str()) + 'd' + QByteArray::number(++at),
                            {QVariant::fromValue(Kind::Differs), toQt(view.text), QString(), QString(),
                             QString(), m.format.day(view.atMs), m.session.nameOf(view.enterer), false}});
            m_lines.emplace_back();
        }
    }
}

std::optional<Feedback::Line> Feedback::lineAt(int row) const
{
    return row >= 0 && static_cast<std::size_t>(row) < m_lines.size() ? m_lines[static_cast<std::size_t>(row)]
                                                                      : std::nullopt;
}

void Feedback::update()
{
    std::vector<ListRow> rows;
    m_lines.clear();
    if (m.session.snapshot()) {
        const auto &replies = m.session.snapshot()->conversations.replies;
        std::vector<EntityId> shown; // newest first
        for (auto line = replies.rbegin(); line != replies.rend() && shown.size() < kShown; ++line) {
            if (std::find(shown.begin(), shown.end(), line->to) == shown.end()) {
                shown.push_back(line->to);
            }
        }
        int at = 0;
        for (const EntityId &to : shown) {
            addSaid(rows, to);
            m_lines.emplace_back();
            for (const auto &line : replies) {
                if (line.to == to) {
                    rows.push_back(
                        {QByteArray::fromStdString(line.id.str()) + QByteArray::number(++at),
                         {QVariant::fromValue(line.cannot ? Kind::Cannot : Kind::Does), toQt(line.text),
                          QString(), m.session.nameOf(line.who), m.format.dateWords(toQt(line.until)),
                          m.format.day(line.atMs), m.session.nameOf(line.author), m.session.isResident()}});
                    m_lines.push_back(Line{line.id, toQt(line.text)});
                    addDiffers(rows, line.id);
                }
            }
        }
    }
    m_rows.setRows(std::move(rows));
}

} // namespace trivsel::app
