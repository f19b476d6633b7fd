#include "app/viewmodels/staff_answers_view_model.h"

#include "app/viewmodels/text.h"

#include <algorithm>

namespace trivsel::app {

StaffAnswersViewModel::StaffAnswersViewModel(const Context &context, QObject *parent)
    : QObject(parent), m(context), m_saved(context)
{
    connect(&m.session, &Session::snapshotChanged, this, &StaffAnswersViewModel::update);
    connect(&m.session, &Session::personChanged, this, &StaffAnswersViewModel::changed);
}

void StaffAnswersViewModel::update()
{
    std::vector<ListRow> rows;
    if (ready()) {
        const auto &talks = m.session.snapshot()->conversations;
        int at = 0;
        for (auto view = talks.otherViews.rbegin(); view != talks.otherViews.rend(); ++view) {
            const auto line = std::find_if(talks.replies.begin(), talks.replies.end(),
                                           [&](const auto &reply) { return reply.id == view->to; });
            rows.push_back({QByteArray::fromStdString(view->id.str()) + QByteArray::number(++at),
                            {line != talks.replies.end() ? toQt(line->text) : QString(), toQt(view->text),
                             m.format.day(view->atMs)}});
        }
    }
    m_otherViews.setRows(std::move(rows));
    Q_EMIT changed();
}

void StaffAnswersViewModel::back()
{
    m.pages.pop();
}

} // namespace trivsel::app
