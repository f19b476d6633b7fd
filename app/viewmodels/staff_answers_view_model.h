#pragma once

#include "app/viewmodels/saved_answers.h"

namespace trivsel::app {

/** line (what staff wrote), words (how the resident sees it), day: newest first */
class OtherViewsModel : public trivsel::app::ListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("from a view-model")

public:
    explicit OtherViewsModel(QObject *parent = nullptr) : ListModel({"line", "words", "day"}, parent) {}
};

/** What a resident has answered, for those of the staff whom the resident lets read it. Own devices only. */
class StaffAnswersViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.staffAnswers")
    Q_PROPERTY(bool ready READ ready NOTIFY changed FINAL)
    Q_PROPERTY(QString name READ name NOTIFY changed FINAL)
    Q_PROPERTY(trivsel::app::SavedAnswers *saved READ saved CONSTANT FINAL)
    Q_PROPERTY(trivsel::app::OtherViewsModel *otherViews READ otherViews CONSTANT FINAL)

public:
    explicit StaffAnswersViewModel(const Context &context, QObject *parent = nullptr);

    [[nodiscard]] bool ready() const { return m.session.isStaff() && m.session.snapshot(); }
    [[nodiscard]] QString name() const { return m.session.residentName(); }
    [[nodiscard]] SavedAnswers *saved() { return &m_saved; }
    /** *Jeg ser det anderledes*, beside lines that this viewer may read. */
    [[nodiscard]] OtherViewsModel *otherViews() { return &m_otherViews; }

    Q_INVOKABLE void back();

Q_SIGNALS:
    void changed();

private:
    void update();

    Context m;
    SavedAnswers m_saved;
    OtherViewsModel m_otherViews;
};

} // namespace trivsel::app
