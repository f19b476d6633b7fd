#pragma once

#include "app/viewmodels/context.h"
#include "app/viewmodels/list_model.h"

namespace trivsel::app {

/** label, phone, note, away (by the note they can't be reached now) */
class HelpModel : public trivsel::app::ListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("from a view-model")

public:
    explicit HelpModel(QObject *parent = nullptr) : ListModel({"label", "phone", "note", "away"}, parent) {}
};

/** "Har du brug for nogen nu?": what the home has set, without code and without network. */
class HelpViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.help")
    Q_PROPERTY(trivsel::app::HelpModel *lines READ lines CONSTANT FINAL)
    Q_PROPERTY(bool canReadAloud READ canReadAloud NOTIFY opened FINAL)
    Q_PROPERTY(bool reading READ reading NOTIFY readingChanged FINAL)

public:
    /** `house`: whose numbers. In a practice the real one's: somebody may need help there, too. */
    HelpViewModel(const Context &context, const Session &house, QObject *parent = nullptr);

    [[nodiscard]] HelpModel *lines() { return &m_lines; }
    [[nodiscard]] bool canReadAloud() const { return m.canReadAloud(m.utterance({})); }
    [[nodiscard]] bool reading() const { return m.voice.speaking(); }

    /** The page's words; or stops. */
    Q_INVOKABLE void readAloud(const QString &words) { m.readAloud(m.utterance(words.toStdString())); }

Q_SIGNALS:
    void opened();
    void readingChanged();

private:
    void update();

    Context m;
    const Session &m_house;
    HelpModel m_lines;
};

} // namespace trivsel::app
