#include "app/viewmodels/help_view_model.h"

#include "app/viewmodels/text.h"

namespace trivsel::app {

HelpViewModel::HelpViewModel(const Context &context, const Session &house, QObject *parent)
    : QObject(parent), m(context), m_house(house)
{
    connect(&m_house, &Session::homeChanged, this, &HelpViewModel::update);
    update(); // the real house is known already when a practice begins
}

void HelpViewModel::update()
{
    std::vector<ListRow> rows;
    for (const auto &line : m_house.home().help) {
        rows.push_back({QByteArray::fromStdString(line.id.str()),
                        {toQt(line.label), toQt(line.phone), toQt(line.note)}});
    }
    m_lines.setRows(std::move(rows));
}

} // namespace trivsel::app
