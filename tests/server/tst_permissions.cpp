#include "sync-server/permissions.h"
#include "tests/server/program.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QtTest>
#include <sys/stat.h>
#include <unistd.h>

using namespace trivsel;
using namespace trivsel::server;
using trivsel::testing::bytesOf;
using trivsel::testing::Ran;
using trivsel::testing::RunningServer;
using trivsel::testing::runSync;
using trivsel::testing::syncProgram;
using trivsel::testing::TestHome;

namespace {

constexpr uid_t kNobody = 65534;

void setMode(const QString &file, int mode)
{
    if (::chmod(QFile::encodeName(file).constData(), static_cast<mode_t>(mode)) != 0) {
        qFatal("can't chmod");
    }
}

mode_t modeOf(const QString &file)
{
    struct stat found = {};
    return ::stat(QFile::encodeName(file).constData(), &found) == 0 ? found.st_mode & 07777 : 0;
}

void write(const QString &file, const QByteArray &bytes)
{
    QFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size()) {
        qFatal("can't write");
    }
}

bool isOneSentence(const Ran &ran)
{
    return ran.exit == 1 && ran.out.isEmpty() && ran.err.startsWith("trivsel-sync: ") &&
           ran.err.count('\n') == 1;
}

/** What the sentence says to do, done as a person would: copied into a shell. */
bool mend(const Ran &ran)
{
    const QString said = QString::fromUtf8(ran.err).trimmed();
    return QProcess::execute(QStringLiteral("/bin/sh"),
                             {QStringLiteral("-c"), said.section(QStringLiteral(": "), -1)}) == 0;
}

const QStringList kServe{QStringLiteral("serve"), QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")};
/** One of each way into a home: it serves, it reads, it writes, it runs as the service's child. */
const QList<QStringList> kEveryWayIn = {
    kServe,
    {QStringLiteral("status")},
    {QStringLiteral("verify-state")},
    {QStringLiteral("staff"), QStringLiteral("add"), QStringLiteral("--name"), QStringLiteral("M")},
    {QStringLiteral("tablet"), QStringLiteral("list")},
    {QStringLiteral("quarantine"), QStringLiteral("list")},
};

} // namespace

/** A home whose files are open to others is not opened, and the sentence that says so mends it. */
class TestPermissions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatInitMakesIsClosed()
    {
        const TestHome home;
        QVERIFY(home.made());
        QCOMPARE(modeOf(home.data()), mode_t{0700});
        for (const QFileInfo &file : QDir(home.data()).entryInfoList(QDir::Files)) {
            QCOMPARE(modeOf(file.filePath()) & 077, mode_t{0});
        }
        QVERIFY(home.run({QStringLiteral("status")}).exit == 0);
    }

    void whatIsOpenIsRefused_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("mode");
        QTest::addColumn<bool>("refused");
        const auto row = [](const char *file, int mode, bool refused) {
            QTest::addRow("%s %o", *file == '\0' ? "the directory" : file, static_cast<unsigned>(mode))
                << QString::fromUtf8(file) << mode << refused;
        };
        row("", 0700, false);
        for (const int mode : {0710, 0720, 0740, 0701, 0702, 0704, 0755}) {
            row("", mode, true);
        }
        for (const char *file : {"home.db", "keys.db", "identity", "wrap.key"}) {
            row(file, 0600, false);
            for (const int mode : {0610, 0620, 0640, 0601, 0602, 0604, 0644}) {
                row(file, mode, true);
            }
        }
        row("wrap.key", 0400, false);
        row("identity", 0400, false);
        // It holds no secret; but it says where the key is, and the log, and the backups.
        for (const int mode : {0600, 0640, 0644}) {
            row("sync.conf", mode, false);
        }
        for (const int mode : {0620, 0602, 0666}) {
            row("sync.conf", mode, true);
        }
    }
    void whatIsOpenIsRefused()
    {
        QFETCH(QString, file);
        QFETCH(int, mode);
        QFETCH(bool, refused);
        const TestHome home;
        const QString path = file.isEmpty() ? home.data() : home.data() + QLatin1Char('/') + file;
        if (file == QLatin1String("sync.conf")) {
            write(path, "lang = da\n");
        }
        setMode(path, mode);
        if (!refused) {
            QCOMPARE(home.run({QStringLiteral("status")}).exit, 0);
            return;
        }
        Ran ran;
        for (const QStringList &way : kEveryWayIn) {
            ran = home.run(way);
            QVERIFY2(isOneSentence(ran), ran.err.constData());
            QVERIFY2(ran.err.contains(path.toUtf8()) && ran.err.contains("chmod "), ran.err.constData());
        }
        QCOMPARE(modeOf(path),
                 static_cast<mode_t>(mode)); // said, not done: who has opened it should hear of it
        QVERIFY(mend(ran));
        QCOMPARE(home.run({QStringLiteral("status")}).exit, 0);
    }

    void theSentenceCanBeCopiedWhateverTheNameIs()
    {
        const TestHome home;
        const QString odd = home.path(QStringLiteral("kontorets \"data\" & 'mere'"));
        QVERIFY(QDir().rename(home.data(), odd));
        setMode(odd, 0755);
        const QStringList status{QStringLiteral("status"), QStringLiteral("--data"), odd};
        QVERIFY(mend(runSync(status)));
        QCOMPARE(runSync(status).exit, 0);
    }

    void aKeyOnAnotherDiskIsLookedAtToo()
    {
        const TestHome home;
        const QString key = home.path(QStringLiteral("nøgle"));
        QVERIFY(QFile::rename(home.data() + QStringLiteral("/wrap.key"), key));
        const QStringList status{QStringLiteral("status"), QStringLiteral("--wrap-key"), key};
        QCOMPARE(home.run(status).exit, 0);
        setMode(key, 0440);
        QVERIFY(isOneSentence(home.run(status)));
    }

    void aFileOfSomebodyElseIsRefused_data()
    {
        QTest::addColumn<QString>("file");
        for (const char *file : {"wrap.key", "identity", "keys.db", "home.db", "sync.conf"}) {
            QTest::newRow(file) << QString::fromUtf8(file);
        }
    }
    void aFileOfSomebodyElseIsRefused()
    {
        QFETCH(QString, file);
        if (::geteuid() != 0) {
            QSKIP("only root can give a file away");
        }
        const TestHome home;
        const QByteArray path = QFile::encodeName(home.data() + QLatin1Char('/') + file);
        if (file == QLatin1String("sync.conf")) {
            write(QString::fromUtf8(path), "lang = da\n");
            setMode(QString::fromUtf8(path), 0644);
        }
        QCOMPARE(::chown(path.constData(), kNobody, kNobody), 0);
        const Ran ran = home.run({QStringLiteral("status")});
        QVERIFY2(isOneSentence(ran), ran.err.constData());
        QVERIFY2(ran.err.contains("chown 0 "), ran.err.constData());
        QVERIFY(mend(ran));
        QCOMPARE(home.run({QStringLiteral("status")}).exit, 0);
    }

    void rootOpensTheHomeOfTheServicesUser()
    {
        if (::geteuid() != 0) {
            QSKIP("only root can give a file away");
        }
        const TestHome home;
        const auto give = [](const QString &file, uid_t owner) {
            return ::chown(QFile::encodeName(file).constData(), owner, owner) == 0;
        };
        QVERIFY(give(home.data(), kNobody));
        for (const QFileInfo &file : QDir(home.data()).entryInfoList(QDir::Files)) {
            QVERIFY(give(file.filePath(), kNobody));
        }
        QCOMPARE(home.run({QStringLiteral("status")}).exit, 0);
        // A third user's key is neither root's nor the home's.
        QVERIFY(give(home.data() + QStringLiteral("/wrap.key"), kNobody - 1));
        const Ran ran = home.run({QStringLiteral("status")});
        QVERIFY2(isOneSentence(ran) && ran.err.contains("chown 65534 "), ran.err.constData());
    }

    void nothingOfItsMemoryGoesToDisk()
    {
        const TestHome home;
        const RunningServer server(home.data());
        QVERIFY(server.port() != 0);
        const QString proc = QStringLiteral("/proc/%1/").arg(server.pid());
        QFile limits(proc + QStringLiteral("limits"));
        QVERIFY(limits.open(QIODevice::ReadOnly));
        static const QRegularExpression none(QStringLiteral("Max core file size +0 +0 "));
        QVERIFY(none.match(QString::fromUtf8(limits.readAll())).hasMatch());
    }

    void nobodyElsesProgramLooksIntoItsMemory()
    {
        // The kernel gives what a process says of itself to root when it must not be dumped; root's own
        // always is root's.
        QProcess program;
        const bool root = ::geteuid() == 0;
        program.setChildProcessModifier([root] {
            if (root && (::setgid(kNobody) != 0 || ::setuid(kNobody) != 0)) {
                ::_exit(99);
            }
        });
        const QTemporaryDir dir;
        QVERIFY(!root || ::chown(QFile::encodeName(dir.path()).constData(), kNobody, kNobody) == 0);
        // It waits for the words: until then it is there to be looked at.
        program.start(syncProgram(), {QStringLiteral("recover"), QStringLiteral("--words"),
                                      QStringLiteral("-"), QStringLiteral("--data"), dir.path(),
                                      QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")});
        if (!program.waitForStarted()) {
            QSKIP("another user may not start the program where it lies");
        }
        const QString memory = QStringLiteral("/proc/%1/mem").arg(program.processId());
        QTRY_COMPARE(QFileInfo(memory).ownerId(), uint{0});
        QCOMPARE(program.state(), QProcess::Running);
        program.kill();
        program.waitForFinished();
    }
};

QTEST_GUILESS_MAIN(TestPermissions)
#include "tst_permissions.moc"
