// The floor of `bench start`: a Qt Quick window with one rectangle, until its first frame is shown.
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QQuickWindow>

#include <cstdio>

int main(int argc, char **argv)
{
    QGuiApplication app(argc, argv);
    QQuickWindow window;
    window.resize(1280, 800);
    QObject::connect(
        &window, &QQuickWindow::frameSwapped, &app, [] { QCoreApplication::exit(0); }, Qt::QueuedConnection);
    window.show();
    return app.exec();
}
