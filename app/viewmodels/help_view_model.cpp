#include "app/viewmodels/help_view_model.h"

#include "app/viewmodels/text.h"

namespace trivsel::app {

HelpViewModel::HelpViewModel(const Context &context, QObject *parent) : QObject(parent), m(context)
{
    connect(&m.session, &Session::homeChanged, this, &HelpViewModel::update);
}

void HelpViewModel::update()
{
    std::vector<ListRow> rows;
    for (const auto &line : m.session.home().help) {
        rows.push_back({QByteArray::fromStdString(line.id.str()),
                        {toQt(line.label), toQt(line.phone), toQt(line.note)}});
    }
    m_lines.setRows(std::move(rows));
}

} // namespace trivsel::app
