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
    rows.push_back(
        {QByteArray("said ") + QByteArray::fromStdString(to.str()),
         {QVariant::fromValue(Kind::Said), words.join(QLatin1Char('\n')), m.format.names(forms), QString(),
          QString(), m.format.day(atMs), QString(), false, QVariant::fromValue(OtherViewCell())}});
}

std::vector<OtherViewRow> Feedback::viewsBeside(const EntityId &line) const
{
    auto views = m.session.snapshot()->conversations.otherViews;
    auto begun = m.session.snapshot()->conversations.begunViews;
    std::erase_if(views, [&](const auto &view) { return view.to != line; });
    std::erase_if(begun, [&](const auto &one) { return one.to != line; });
    return otherViewRows(views, begun, m.session, m.format);
}

/** The resident's own words beside the line. */
void Feedback::addDiffers(std::vector<ListRow> &rows, const Line &line,
                          const std::vector<OtherViewRow> &views)
{
    for (const OtherViewRow &view : views) {
        const OtherViewCell &cell = view.cell;
        rows.push_back({QByteArray::fromStdString(line.id.str()) + ' ' + view.key(),
                        {QVariant::fromValue(Kind::Differs), cell.text, QString(), QString(), QString(),
                         cell.signature.day, cell.signature.enterer, false, QVariant::fromValue(cell)}});
        m_lines.push_back(Line{line.id, line.words, view});
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
                    const auto views = viewsBeside(line.id);
                    rows.push_back(
                        {QByteArray::fromStdString(line.id.str()) + QByteArray::number(++at),
                         {QVariant::fromValue(line.cannot ? Kind::Cannot : Kind::Does), toQt(line.text),
                          QString(), m.session.nameOf(line.who), m.format.dateWords(toQt(line.until)),
                          m.format.day(line.atMs), m.session.nameOf(line.author),
                          m.session.isResident() && !isNewBegun(views),
                          QVariant::fromValue(OtherViewCell())}});
                    const Line here{line.id, toQt(line.text)};
                    m_lines.emplace_back(here);
                    addDiffers(rows, here, views);
                }
            }
        }
    }
    m_rows.setRows(std::move(rows));
}

} // namespace trivsel::app
