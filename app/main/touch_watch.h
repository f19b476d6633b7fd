#pragma once

#include "app/viewmodels/app.h"

#include <QObject>

#include <functional>

namespace trivsel::app {

/** Tells the cover that somebody is there, and ours to step aside when a real keyboard is used. Swallows
 * only what wakes a tablet whose page has stood for too long: it covers the page and does nothing else. */
class TouchWatch : public QObject
{
    Q_OBJECT

public:
    /** Watches every event of the application until it goes away. `touched`: at each finger, key or mouse. */
    explicit TouchWatch(App &app, std::function<void()> touched = {});

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] bool noteTouch();

    App &m_app;
    std::function<void()> m_touched;
};

} // namespace trivsel::app
