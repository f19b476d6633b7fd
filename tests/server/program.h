#pragma once

#include <QByteArray>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>
#include <functional>
#include <memory>
#include <string>

namespace trivsel::testing {

/** Where the built program lies. */
[[nodiscard]] QString syncProgram();

/** What a run of trivsel-sync left behind. */
struct Ran
{
    int exit = -1;
    QByteArray out;
    QByteArray err;
};

/** Runs the built program to its end. `inChild` is called in the child before it starts; `typed` is all that
 * stands on its standard input. */
[[nodiscard]] Ran runSync(const QStringList &arguments, const std::function<void()> &inChild = {},
                          const QByteArray &typed = {});

/** A server that runs beside the test; killed when it goes away. */
class RunningServer
{
public:
    /** Waits for the line that says where it listens; port() is 0 when it ended before. */
    explicit RunningServer(const QString &dataDir, const QStringList &more = {});
    ~RunningServer();
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] qint64 pid() const { return m_process.processId(); }
    [[nodiscard]] bool running() const { return m_process.state() == QProcess::Running; }
    /** SIGTERM, and its exit code. */
    int stop();
    void kill();
    /** Everything that it wrote to stderr so far: the log. */
    [[nodiscard]] QByteArray log();

private:
    QProcess m_process;
    QByteArray m_log;
    quint16 m_port = 0;
};

/** A fresh directory, and the data directory of a home in it that `init` made. */
class TestHome
{
public:
    TestHome();
    [[nodiscard]] QString data() const { return m_dir.filePath(QStringLiteral("home")); }
    [[nodiscard]] QString path(const QString &name) const { return m_dir.filePath(name); }
    /** Runs a command on the home. */
    [[nodiscard]] Ran run(QStringList arguments, const QByteArray &typed = {}) const;
    /** Adds a tablet and gives the path of its file; empty when it failed. */
    [[nodiscard]] QString addTablet(const QString &name, const QString &kind, quint16 port = 1) const;
    [[nodiscard]] bool made() const { return m_made; }

private:
    QTemporaryDir m_dir;
    bool m_made = false;
};

/** The bytes of a file; empty when there is none. */
[[nodiscard]] QByteArray bytesOf(const QString &file);

} // namespace trivsel::testing
