#include "app/main/touch_watch.h"

#include <QCoreApplication>
#include <QEvent>
#include <QKeyEvent>
#include <QWindow>

#include <utility>

namespace trivsel::app {

TouchWatch::TouchWatch(App &app, std::function<void()> touched) : m_app(app), m_touched(std::move(touched))
{
    QCoreApplication::instance()->installEventFilter(this);
}

bool TouchWatch::noteTouch()
{
    const bool stands = m_app.cover()->noteTouch();
    if (m_touched) {
        m_touched();
    }
    return stands;
}

bool TouchWatch::eventFilter(QObject *watched, QEvent *event)
{
    if (qobject_cast<QWindow *>(watched) == nullptr) {
        return false; // each event once, where it enters
    }
    switch (event->type()) {
    case QEvent::KeyPress:
        // A volume key or the like is no keyboard to write on.
        if (const QString text = static_cast<QKeyEvent *>(event)->text();
            !text.isEmpty() && text.at(0).isPrint()) {
            m_app.setHardwareKeyboard(true);
        }
        return !noteTouch();
    case QEvent::TouchBegin:
        m_app.setHardwareKeyboard(false); // fingers again
        return !noteTouch();
    case QEvent::MouseButtonPress:
    case QEvent::Wheel:
        return !noteTouch();
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
