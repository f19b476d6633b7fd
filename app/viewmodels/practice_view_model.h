#pragma once

#include "app/viewmodels/context.h"
#include "app/viewmodels/practice_port.h"
#include "app/viewmodels/problem.h"

#include <optional>

namespace trivsel::app {

class CoverViewModel;

/**
 * *Øv dig*: the page before it on the real tablet, and on the other side the mark that stands on every page,
 * with the way back.
 */
class PracticeViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.practice")
    Q_PROPERTY(bool offered READ offered CONSTANT FINAL)
    Q_PROPERTY(bool practising READ practising CONSTANT FINAL)
    Q_PROPERTY(QString code READ code CONSTANT FINAL)
    Q_PROPERTY(bool opening READ opening NOTIFY changed FINAL)
    Q_PROPERTY(trivsel::app::ProblemSpace::Code problem READ problem NOTIFY changed FINAL)

public:
    /** What a practice must know of the tablet that it stands before. */
    struct Practising
    {
        const Session &house; // outlives it
        PracticePort &port;   // ends it
        QString code;         // of the made-up staff
    };

    PracticeViewModel(const Context &context, CoverViewModel &cover, PracticePort *port,
                      const std::optional<Practising> &practising, QObject *parent = nullptr);

    /** Not within a practice, nor where nothing can make one. */
    [[nodiscard]] bool offered() const { return m_port != nullptr && !practising(); }
    [[nodiscard]] bool practising() const { return m_practising.has_value(); }
    [[nodiscard]] QString code() const { return m_practising ? m_practising->code : QString(); }
    [[nodiscard]] bool opening() const { return m_opening; }
    [[nodiscard]] Problem problem() const { return m_problem; }

    /** The page before it. Whoever sits here is left first, as by *Skift person*: theirs is saved. */
    Q_INVOKABLE void open();
    Q_INVOKABLE void begin();
    Q_INVOKABLE void back();
    /** *Stop øvelsen* */
    Q_INVOKABLE void stop();

Q_SIGNALS:
    void changed();

private:
    void giveUp();
    void set(bool opening, Problem problem);

    Context m;
    CoverViewModel &m_cover;
    PracticePort *m_port;
    std::optional<Practising> m_practising;
    bool m_opening = false;
    Problem m_problem = Problem::None;
};

} // namespace trivsel::app
