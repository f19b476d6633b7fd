#include "app/main/touch_watch.h"

#include <QCoreApplication>
#include <QEvent>
#include <QWindow>

namespace trivsel::app {

TouchWatch::TouchWatch(App &app) : m_app(app)
{
    QCoreApplication::instance()->installEventFilter(this);
}

bool TouchWatch::eventFilter(QObject *watched, QEvent *event)
{
    if (qobject_cast<QWindow *>(watched) == nullptr) {
        return false; // each event once, where it enters
    }
    switch (event->type()) {
    case QEvent::KeyPress:
        m_app.noteHardwareKey();
        m_app.cover()->noteTouch();
        break;
    case QEvent::MouseButtonPress:
    case QEvent::TouchBegin:
    case QEvent::Wheel:
        m_app.cover()->noteTouch();
        break;
    case QEvent::FocusOut:
        if (m_app.kiosk()) {
            m_app.cover()->hide(); // something else has come in front
        }
        break;
    default:
        break;
    }
    return false;
}

} // namespace trivsel::app
