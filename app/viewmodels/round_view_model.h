#pragma once

#include "app/viewmodels/form_session.h"

#include <QTimer>

namespace trivsel::app {

/**
 * *Runde i fællesstuen*, for whoever wants to answer: the page before the questions, and the one after.
 * Nobody says who they are. What is answered is in memory until *Gem*; leaving, covering and a stop forget
 * it. UI thread.
 */
class RoundViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.round")
    Q_PROPERTY(bool open READ open NOTIFY changed FINAL)
    Q_PROPERTY(Step step READ step NOTIFY changed FINAL)
    Q_PROPERTY(QString theme READ theme NOTIFY changed FINAL)
    Q_PROPERTY(int questionCount READ questionCount NOTIFY changed FINAL)
    Q_PROPERTY(bool canReadAloud READ canReadAloud CONSTANT FINAL)
    Q_PROPERTY(bool reading READ reading NOTIFY readingChanged FINAL)

public:
    enum class Step {
        Before,
        Thanks, // it is on disk
        Closed, // the round was closed meanwhile: not saved
        Full,   // it takes no more answers: not saved
    };
    Q_ENUM(Step)

    /** A round that nobody touches closes by itself. */
    static constexpr int kLookEveryMs = 5 * 60 * 1000;

    RoundViewModel(const Context &context, FormSession &form, QObject *parent = nullptr);

    /** A round is open on this tablet: the start page says so. */
    [[nodiscard]] bool open() const { return m_definition != nullptr; }
    [[nodiscard]] Step step() const { return m_step; }
    /** What it is about. */
    [[nodiscard]] QString theme() const;
    [[nodiscard]] int questionCount() const;
    [[nodiscard]] bool canReadAloud() const { return m.canReadAloud(m.utterance({})); }
    [[nodiscard]] bool reading() const { return m.voice.speaking(); }

    /** From the start page. */
    void enter();
    /** Asks the engine how rounds stand here. */
    void look();
    Q_INVOKABLE void begin();
    /** What stands on the page before the questions; or stops. */
    Q_INVOKABLE void readAloud(const QString &words) { m.readAloud(m.utterance(words.toStdString())); }
    /** Back to the start page. */
    Q_INVOKABLE void leave();

Q_SIGNALS:
    void changed();
    void readingChanged();

private:
    void show(Step step);

    Context m;
    FormSession &m_form;
    QTimer m_again;
    EntityId m_id;
    catalogue::DefinitionPtr m_definition; // of the open round
    Step m_step = Step::Before;
};

} // namespace trivsel::app
