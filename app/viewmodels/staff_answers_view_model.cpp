#include "app/viewmodels/staff_answers_view_model.h"

namespace trivsel::app {

StaffAnswersViewModel::StaffAnswersViewModel(const Context &context, QObject *parent)
    : QObject(parent), m(context), m_saved(context)
{
    connect(&m.session, &Session::snapshotChanged, this, &StaffAnswersViewModel::changed);
    connect(&m.session, &Session::personChanged, this, &StaffAnswersViewModel::changed);
}

void StaffAnswersViewModel::back()
{
    m.pages.pop();
}

} // namespace trivsel::app
