#pragma once

#include "app/viewmodels/begin_view_model.h"
#include "app/viewmodels/list_model.h"

namespace trivsel::app {

/** name, waiting (a draft about this person lies there) */
class PersonModel : public trivsel::app::ListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("from a view-model")

public:
    explicit PersonModel(QObject *parent = nullptr) : ListModel({"name", "waiting"}, parent) {}
};

/** "Hvem vil du svare om?": the chosen ones and the team first, then everybody else of the staff. */
class AboutViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.about")
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL)
    Q_PROPERTY(trivsel::app::PersonModel *people READ people CONSTANT FINAL)

public:
    AboutViewModel(const Context &context, BeginViewModel &begin, QObject *parent = nullptr);

    void open(const catalogue::DefinitionPtr &definition);

    [[nodiscard]] QString title() const;
    [[nodiscard]] PersonModel *people() { return &m_people; }

    Q_INVOKABLE void choose(int row);
    Q_INVOKABLE void back();

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] std::vector<engine::StaffMember> candidates() const;
    void update();

    Context m;
    BeginViewModel &m_begin;
    catalogue::DefinitionPtr m_definition;
    std::vector<engine::StaffMember> m_shown;
    PersonModel m_people;
};

} // namespace trivsel::app
