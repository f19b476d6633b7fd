#pragma once

#include "app/viewmodels/about_view_model.h"

namespace trivsel::app {

class SignInViewModel;

/** Who of the staff is it? Their code comes next. */
class StaffChooserViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.staffChooser")
    Q_PROPERTY(trivsel::app::PersonModel *people READ people CONSTANT FINAL)
    Q_PROPERTY(bool keyFile READ keyFile NOTIFY changed FINAL)
    Q_PROPERTY(bool mayUseShiftCode READ mayUseShiftCode NOTIFY changed FINAL)

public:
    StaffChooserViewModel(const Context &context, SignInViewModel &signIn, QObject *parent = nullptr);

    [[nodiscard]] PersonModel *people() { return &m_people; }

    /** The key lies in a file: for practice only. */
    [[nodiscard]] bool keyFile() const { return m.session.home().keyFile; }
    /** Safety plans never open on a shared tablet. */
    [[nodiscard]] bool mayUseShiftCode() const { return m.session.onStaffDevice(); }

    Q_INVOKABLE void choose(int row);
    Q_INVOKABLE void useShiftCode();
    Q_INVOKABLE void back();

Q_SIGNALS:
    void changed();

private:
    void update();

    Context m;
    SignInViewModel &m_signIn;
    std::vector<engine::StaffMember> m_staff; // by name
    PersonModel m_people;
};

} // namespace trivsel::app
