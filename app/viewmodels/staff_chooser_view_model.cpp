#include "app/viewmodels/staff_chooser_view_model.h"

#include "app/viewmodels/sign_in_view_model.h"
#include "app/viewmodels/text.h"

#include <algorithm>

namespace trivsel::app {

StaffChooserViewModel::StaffChooserViewModel(const Context &context, SignInViewModel &signIn, QObject *parent)
    : QObject(parent), m(context), m_signIn(signIn)
{
    connect(&m.session, &Session::homeChanged, this, &StaffChooserViewModel::update);
}

void StaffChooserViewModel::update()
{
    m_staff = m.session.home().staff;
    std::sort(m_staff.begin(), m_staff.end(), [](const auto &a, const auto &b) {
        return QString::localeAwareCompare(toQt(a.name), toQt(b.name)) < 0;
    });
    std::vector<ListRow> rows;
    for (const auto &member : m_staff) {
        rows.push_back({QByteArray::fromStdString(member.id.str()), {toQt(member.name), false}});
    }
    m_people.setRows(std::move(rows));
    Q_EMIT changed();
}

void StaffChooserViewModel::choose(int row)
{
    if (row >= 0 && static_cast<std::size_t>(row) < m_staff.size()) {
        m_signIn.askFor(m_staff[static_cast<std::size_t>(row)]);
    }
}

void StaffChooserViewModel::useShiftCode()
{
    if (mayUseShiftCode()) {
        m_signIn.askForShiftCode();
    }
}

void StaffChooserViewModel::back()
{
    m.pages.reset(Navigator::Page::Start);
}

} // namespace trivsel::app
