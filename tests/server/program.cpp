#include "tests/server/program.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRegularExpression>

namespace trivsel::testing {
namespace {

constexpr int kPatienceMs = 60'000;

} // namespace

QString syncProgram()
{
    return QStringLiteral(TRIVSEL_SYNC);
}

Ran runSync(const QStringList &arguments, const std::function<void()> &inChild, const QByteArray &typed)
{
    QProcess process;
    if (inChild) {
        process.setChildProcessModifier(inChild);
    }
    process.start(syncProgram(), arguments);
    process.write(typed);
    process.closeWriteChannel();
    Ran ran;
    if (process.waitForFinished(kPatienceMs) && process.exitStatus() == QProcess::NormalExit) {
        ran.exit = process.exitCode();
    }
    ran.out = process.readAllStandardOutput();
    ran.err = process.readAllStandardError();
    return ran;
}

RunningServer::RunningServer(const QString &dataDir, const QStringList &more)
{
    m_process.start(syncProgram(), QStringList{QStringLiteral("serve"), QStringLiteral("--data"), dataDir,
                                               QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")} +
                                       more);
    QByteArray out;
    QElapsedTimer timer;
    timer.start();
    while (!out.contains('\n') && timer.elapsed() < kPatienceMs && m_process.waitForReadyRead(kPatienceMs)) {
        out += m_process.readAllStandardOutput();
    }
    static const QRegularExpression line(QStringLiteral("^lytter på 127\\.0\\.0\\.1:(\\d+)\n"));
    m_port = line.match(QString::fromUtf8(out)).captured(1).toUShort();
}

RunningServer::~RunningServer()
{
    kill();
}

int RunningServer::stop()
{
    m_process.terminate();
    return m_process.waitForFinished(kPatienceMs) ? m_process.exitCode() : -1;
}

void RunningServer::kill()
{
    if (m_process.state() != QProcess::NotRunning) {
        m_process.kill();
        m_process.waitForFinished(kPatienceMs);
    }
}

QByteArray RunningServer::log()
{
    m_log += m_process.readAllStandardError();
    return m_log;
}

TestHome::TestHome()
{
    const Ran ran = runSync({QStringLiteral("init"), QStringLiteral("--data"), data(),
                             QStringLiteral("--name"), QStringLiteral("Birkehuset")});
    m_made = ran.exit == 0;
}

Ran TestHome::run(QStringList arguments, const QByteArray &typed) const
{
    arguments << QStringLiteral("--data") << data();
    return runSync(arguments, {}, typed);
}

QString TestHome::addTablet(const QString &name, const QString &kind, quint16 port) const
{
    const QString file = path(name + QStringLiteral(".tablet"));
    const Ran ran = run({QStringLiteral("tablet"), QStringLiteral("add"), name, QStringLiteral("--kind"),
                         kind, QStringLiteral("--address"), QStringLiteral("127.0.0.1:%1").arg(port),
                         QStringLiteral("--out"), file});
    return ran.exit == 0 ? file : QString();
}

QByteArray bytesOf(const QString &file)
{
    QFile in(file);
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

} // namespace trivsel::testing
