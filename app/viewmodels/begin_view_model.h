#pragma once

#include "app/viewmodels/form_session.h"

namespace trivsel::app {

/** Before the first question: what it is about, "Begynd", and as large "Ikke i dag". */
class BeginViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.begin")
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL)
    Q_PROPERTY(QString intro READ intro NOTIFY changed FINAL)
    Q_PROPERTY(int questionCount READ questionCount NOTIFY changed FINAL)
    Q_PROPERTY(bool mayPostpone READ mayPostpone NOTIFY changed FINAL)
    Q_PROPERTY(trivsel::app::ProblemSpace::Code problem READ problem NOTIFY changed FINAL)
    Q_PROPERTY(bool canReadAloud READ canReadAloud CONSTANT FINAL)
    Q_PROPERTY(bool reading READ reading NOTIFY readingChanged FINAL)

public:
    BeginViewModel(const Context &context, FormSession &form, QObject *parent = nullptr);

    /** Shows the page, or goes straight to the waiting sheet. */
    void open(const catalogue::DefinitionPtr &definition, const PersonId &about);

    [[nodiscard]] QString title() const;
    [[nodiscard]] QString intro() const;
    [[nodiscard]] int questionCount() const { return static_cast<int>(m_form.questions().size()); }
    /** Only a resident is asked again or not; staff just go back. */
    [[nodiscard]] bool mayPostpone() const { return m.session.isResident(); }
    [[nodiscard]] Problem problem() const { return m_form.problem(); }
    [[nodiscard]] bool reading() const { return m.voice.speaking(); }
    [[nodiscard]] bool canReadAloud() const { return m.canReadAloud(m.utterance({})); }

    Q_INVOKABLE void begin() { m_form.begin(); }
    Q_INVOKABLE void notToday() { m_form.sayNotToday(); }
    Q_INVOKABLE void back();
    Q_INVOKABLE void readAloud();

Q_SIGNALS:
    void changed();
    void readingChanged();

private:
    Context m;
    FormSession &m_form;
};

} // namespace trivsel::app
