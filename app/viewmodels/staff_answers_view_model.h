#pragma once

#include "app/viewmodels/saved_answers.h"

namespace trivsel::app {

/** What a resident has answered, for those of the staff whom the resident lets read it. Own devices only. */
class StaffAnswersViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.staffAnswers")
    Q_PROPERTY(bool ready READ ready NOTIFY changed FINAL)
    Q_PROPERTY(QString name READ name NOTIFY changed FINAL)
    Q_PROPERTY(trivsel::app::SavedAnswers *saved READ saved CONSTANT FINAL)

public:
    explicit StaffAnswersViewModel(const Context &context, QObject *parent = nullptr);

    [[nodiscard]] bool ready() const { return m.session.isStaff() && m.session.snapshot(); }
    [[nodiscard]] QString name() const { return m.session.residentName(); }
    [[nodiscard]] SavedAnswers *saved() { return &m_saved; }

    Q_INVOKABLE void back();

Q_SIGNALS:
    void changed();

private:
    Context m;
    SavedAnswers m_saved;
};

} // namespace trivsel::app
