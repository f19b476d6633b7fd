#include <QtQuickTest/quicktest.h>

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QQmlEngine>
#include <QQuickStyle>
#include <qqml.h>

/** Lets a test read a file of the repository and keep a picture of what it made. */
class TestFiles : public QObject
{
    Q_OBJECT

public:
    /** Text of a file, path from the repository root; empty when it cannot be read. */
    Q_INVOKABLE QString read(const QString &path) const
    {
        QFile file(QStringLiteral(TRIVSEL_SOURCE_DIR "/") + path);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }

    /** File names in a folder of the repository, sorted. */
    Q_INVOKABLE QStringList list(const QString &folder) const
    {
        return QDir(QStringLiteral(TRIVSEL_SOURCE_DIR "/") + folder).entryList(QDir::Files, QDir::Name);
    }

    /** Folder for pictures, or empty: TRIVSEL_SCREENS=dir keeps what the gallery draws. */
    Q_INVOKABLE QString pictureFolder() const { return qEnvironmentVariable("TRIVSEL_SCREENS"); }
};

class Setup : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void applicationAvailable()
    {
        QQuickStyle::setStyle(QStringLiteral("Basic"));
        qmlRegisterSingletonType<TestFiles>(
            "Trivsel.Test", 1, 0, "TestFiles",
            [](QQmlEngine *, QJSEngine *) -> QObject * { return new TestFiles; });
    }
    void qmlEngineAvailable(QQmlEngine *engine) { engine->addImportPath(QStringLiteral("qrc:/qt/qml")); }
};

QUICK_TEST_MAIN_WITH_SETUP(trivsel, Setup)
#include "main.moc"
