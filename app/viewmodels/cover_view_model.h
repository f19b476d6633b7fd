#pragma once

#include "app/viewmodels/context.h"
#include "app/viewmodels/idle_timer.h"

namespace trivsel::app {

class FormSession;
class PlanViewModel;
class ThanksViewModel;
class WriteViewModel;

/**
 * "Din plads venter". Covers at once at "Skjul", and by itself when nobody touches: question pages after 120
 * s or what the resident has chosen, pages that show answers after 45 s, always. Staff pages lock instead.
 * What was typed becomes durable first; the resident's documents leave the memory.
 */
class CoverViewModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.cover")
    Q_PROPERTY(bool covered READ covered NOTIFY coveredChanged FINAL)
    Q_PROPERTY(QString name READ name NOTIFY coveredChanged FINAL)
    Q_PROPERTY(QString picture READ picture NOTIFY coveredChanged FINAL)
    Q_PROPERTY(int tint READ tint NOTIFY coveredChanged FINAL)

public:
    static constexpr int kQuestionIdleMs = 120'000;
    static constexpr int kAnswersIdleMs = 45'000;

    /** What a page does before it is covered or locked. */
    struct Pages
    {
        FormSession &form;
        WriteViewModel &write;
        PlanViewModel &plan;
        ThanksViewModel &thanks;
    };

    CoverViewModel(const Context &context, const Pages &pages, IdleTimer &idle, QObject *parent = nullptr);

    [[nodiscard]] bool covered() const { return m_covered; }
    [[nodiscard]] QString name() const { return m.session.residentName(); }
    [[nodiscard]] QString picture() const;
    [[nodiscard]] int tint() const { return m.session.resident() ? m.session.resident()->tint : 1; }

    /** "Skjul", or the window lost the screen. Staff pages lock. Nothing on pages that show nobody's. */
    Q_INVOKABLE void hide();
    /** The same person is back. */
    Q_INVOKABLE void uncover();
    /** Somebody else wants the tablet. What was begun waits. */
    Q_INVOKABLE void goToStart();
    /** A finger, a key, a mouse or a screen reader. False: the time was over already (the tablet slept), and
     * the page has covered itself before it could be touched. */
    Q_INVOKABLE bool noteTouch();

Q_SIGNALS:
    void coveredChanged();

private:
    void schedule();
    [[nodiscard]] int idleMs() const;
    void saveWhatStands();
    void keepDoor();
    void dropStaffsSide();
    void leaveToStart();

    Context m;
    Pages m_pages;
    IdleTimer &m_idle;
    bool m_covered = false;
    bool m_ownWaits = false; // the sheet below the door lies behind the three pictures
};

/** Time without touch after which the page covers or locks, where nobody has said otherwise; 0 = never. */
[[nodiscard]] int idleMsOf(Navigator::Page page);

} // namespace trivsel::app
