#pragma once

#include "app/main/options.h"

#include <QQmlApplicationEngine>
#include <QQuickWindow>

namespace trivsel::app {

/** The QML engine and its window. Dies before App, which QML reads. */
class Window
{
public:
    explicit Window(const Options &options);

    /** False when the window could not be made; why stands in the log. */
    [[nodiscard]] bool load();
    /** Stands where the other one stood, and as large; that one is hidden. */
    void takePlaceOf(Window &other);
    /** Null before load(). */
    [[nodiscard]] QQuickWindow *quick() const { return m_window; }
    /** A PNG of what stands there, when pictures are wanted. */
    void keepPicture(const QString &name);
    /** Prints the ms since the process began once the start page can be used, and ends. */
    void endAtFirstPage(App &app);

private:
    const Options &m_options;
    QQmlApplicationEngine m_engine;
    QQuickWindow *m_window = nullptr;
};

} // namespace trivsel::app
