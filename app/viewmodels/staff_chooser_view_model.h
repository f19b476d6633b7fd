#pragma once

#include "app/viewmodels/about_view_model.h"

namespace trivsel::app {

/** Who of the staff is it? Without codes for now, and the page says so. */
class StaffChooserViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.staffChooser")
    Q_PROPERTY(trivsel::app::PersonModel *people READ people CONSTANT FINAL)
    Q_PROPERTY(bool keyFile READ keyFile NOTIFY changed FINAL)
    Q_PROPERTY(bool showsAnswers READ showsAnswers NOTIFY changed FINAL)

public:
    explicit StaffChooserViewModel(const Context &context, QObject *parent = nullptr);

    [[nodiscard]] PersonModel *people() { return &m_people; }

    /** The key lies in a file: for practice only. */
    [[nodiscard]] bool keyFile() const { return m.session.home().keyFile; }
    /** Whether this device shows what residents have answered. */
    [[nodiscard]] bool showsAnswers() const { return m.session.onStaffDevice(); }

    Q_INVOKABLE void choose(int row);
    Q_INVOKABLE void back();

Q_SIGNALS:
    void changed();

private:
    void update();

    Context m;
    std::vector<engine::StaffMember> m_staff; // by name
    PersonModel m_people;
};

} // namespace trivsel::app
