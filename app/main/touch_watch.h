#pragma once

#include "app/viewmodels/app.h"

#include <QObject>

namespace trivsel::app {

/** Tells the cover that somebody is there, and ours to step aside when a real keyboard is used. Swallows
 * nothing. */
class TouchWatch : public QObject
{
    Q_OBJECT

public:
    /** Watches every event of the application until it goes away. */
    explicit TouchWatch(App &app);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    App &m_app;
};

} // namespace trivsel::app
