#include "app/viewmodels/help_view_model.h"

#include "app/viewmodels/help_hours.h"
#include "app/viewmodels/text.h"

#include <QDateTime>

namespace trivsel::app {

HelpViewModel::HelpViewModel(const Context &context, const Session &house, QObject *parent)
    : QObject(parent), m(context), m_house(house)
{
    connect(&m_house, &Session::homeChanged, this, &HelpViewModel::update);
    connect(&m.pages, &Navigator::helpOpenChanged, this, [this] {
        update(); // it is another time
        Q_EMIT opened();
    });
    connect(&m.voice, &Reading::changed, this, &HelpViewModel::readingChanged);
    update(); // the real house is known already when a practice begins
}

void HelpViewModel::update()
{
    const QTime now = QDateTime::fromMSecsSinceEpoch(m.format.now()).time();
    std::vector<ListRow> rows;
    for (const auto &line : m_house.home().help) {
        rows.push_back({QByteArray::fromStdString(line.id.str()),
                        {toQt(line.label), toQt(line.phone), toQt(line.note),
                         reachedAt(toQt(line.note), now) == Reached::Outside}});
    }
    m_lines.setRows(std::move(rows));
}

} // namespace trivsel::app
