#pragma once

#include "app/main/card_reader.h"
#include "app/main/options.h"
#include "app/main/practice_core.h"
#include "app/main/touch_watch.h"
#include "app/main/window.h"
#include "app/platform/read_aloud.h"
#include "app/practice/practice_folder.h"
#include "app/viewmodels/idle_timer.h"

#include <memory>
#include <optional>

namespace trivsel::app {

/**
 * *Øv dig*: a whole second tablet in front of the real one, with an engine, a core thread, view-models and a
 * QML engine of its own. Nothing is shared, so nothing can cross; the real one stands behind at its tiles and
 * goes on syncing. It ends by *Stop øvelsen*, when its window is closed, after kIdleMs without a touch, when
 * the real one can't go on, and with the program; then its folder is removed. UI thread.
 */
class PracticeRun final : public QObject, public PracticePort
{
    Q_OBJECT

public:
    /** No longer than the real pages take to cover themselves. */
    static constexpr int kIdleMs = CoverViewModel::kQuestionIdleMs;

    struct Parts
    {
        const Options &options;
        std::shared_ptr<const catalogue::Catalogue> catalogue;
        Now now;
        App::Look look;
        std::function<std::unique_ptr<IdleTimer>()> makeIdle;
        std::function<std::unique_ptr<platform::ReadAloud>()> makeVoice;
    };
    explicit PracticeRun(Parts parts);
    ~PracticeRun() override;

    /** Known only when both are made; before anybody can begin. They outlive every practice: endNow(). */
    void standBefore(App &house, Window &window);

    void begin(std::function<void(Problem)> began) override;
    void end() override;
    /** end(), and it is done when this returns. Not from within a page of the practice. */
    void endNow();

    /** Null while nobody practises. */
    [[nodiscard]] App *app();
    /** The one in front: the practice's, else the real one. */
    [[nodiscard]] Window &window();

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Practice;

    void open(int visit, const Status &opened);
    void tellEnd(Problem problem);

    Parts m;
    App *m_house = nullptr;
    Window *m_window = nullptr;
    std::unique_ptr<Practice> m_practice;
    std::function<void(Problem)> m_began;
    int m_visit = 0; // answers of an earlier one open nothing
};

} // namespace trivsel::app
