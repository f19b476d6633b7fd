#pragma once

#include "app/viewmodels/context.h"
#include "app/viewmodels/list_model.h"

namespace trivsel::app {

/** label, phone, note */
class HelpModel : public trivsel::app::ListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("from a view-model")

public:
    explicit HelpModel(QObject *parent = nullptr) : ListModel({"label", "phone", "note"}, parent) {}
};

/** "Har du brug for nogen nu?": what the home has set, without code and without network. */
class HelpViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.help")
    Q_PROPERTY(trivsel::app::HelpModel *lines READ lines CONSTANT FINAL)

public:
    /** `house`: whose numbers. In a practice the real one's: somebody may need help there, too. */
    HelpViewModel(const Context &context, const Session &house, QObject *parent = nullptr);

    [[nodiscard]] HelpModel *lines() { return &m_lines; }

private:
    void update();

    Context m;
    const Session &m_house;
    HelpModel m_lines;
};

} // namespace trivsel::app
