#include "app/main/window.h"

#include "app/main/process_age.h"

#include <QCoreApplication>
#include <QDir>
#include <QImage>
#include <QOpenGLContext>
#include <QQuickStyle>
#include <QTimer>

#include <cstdio>

namespace trivsel::app {

namespace {

/** Without OpenGL Qt Quick would draw nothing at all; its software renderer shows everything that we use. */
void chooseRenderer()
{
    if (!qEnvironmentVariableIsSet("QT_QUICK_BACKEND") && !QOpenGLContext().create()) {
        QQuickWindow::setSceneGraphBackend(QStringLiteral("software"));
    }
}

} // namespace

Window::Window(const Options &options) : m_options(options)
{
    chooseRenderer();
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    m_engine.addImportPath(QStringLiteral("qrc:/qt/qml")); // Qt's own default only since 6.5
}

bool Window::load()
{
    m_engine.setInitialProperties(
        {{QStringLiteral("width"), m_options.widthPx}, {QStringLiteral("height"), m_options.heightPx}});
    m_engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Trivsel/Shell/Main.qml")));
    m_window = m_engine.rootObjects().isEmpty()
                   ? nullptr
                   : qobject_cast<QQuickWindow *>(m_engine.rootObjects().first());
    return m_window != nullptr;
}

void Window::takePlaceOf(Window &other)
{
    if (m_window->visibility() != QWindow::FullScreen) {
        m_window->setGeometry(other.m_window->geometry());
    }
    m_window->setVisible(true);
    m_window->requestActivate();
    other.m_window->setVisible(false); // after the other stands: a program without a window ends
}

void Window::keepPicture(const QString &name)
{
    const QImage picture = m_window->grabWindow(); // also draws it, which finds what only drawing can find
    if (!m_options.screensDir) {
        return;
    }
    const QDir dir(QString::fromStdString(m_options.screensDir->string()));
    if (!dir.mkpath(QStringLiteral(".")) || !picture.save(dir.filePath(name + QStringLiteral(".png")))) {
        std::fprintf(stderr, "trivsel: cannot write the picture %s\n", qPrintable(name));
        QCoreApplication::exit(1);
    }
}

void Window::endAtFirstPage(App &app)
{
    QObject::connect(m_window, &QQuickWindow::frameSwapped, m_window, [&app] {
        if (app.navigator()->page() == Navigator::Page::Start) {
            std::printf("%.1f\n", processAgeMs());
            QCoreApplication::exit(0);
        }
    });
}

} // namespace trivsel::app
