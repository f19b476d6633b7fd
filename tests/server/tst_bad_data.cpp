#include "tests/server/program.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMap>
#include <QtTest>
#include <linux/capability.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <unistd.h>

using trivsel::testing::bytesOf;
using trivsel::testing::Ran;
using trivsel::testing::runSync;
using trivsel::testing::TestHome;

namespace {

QStringList onData(const char *line, const QString &data)
{
    return QString::fromUtf8(line).split(QLatin1Char(' ')) + QStringList{QStringLiteral("--data"), data};
}

bool isOneSentence(const Ran &ran)
{
    return ran.exit == 1 && ran.out.isEmpty() && ran.err.startsWith("trivsel-sync: ") &&
           ran.err.count('\n') == 1;
}

void overwrite(const QString &file, const QByteArray &bytes)
{
    QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner);
    QFile out(file);
    if (!out.open(QIODevice::WriteOnly | QIODevice::Truncate) || out.write(bytes) != bytes.size()) {
        qFatal("can't write");
    }
}

/** Every file with its bytes, apart from the lock and what SQLite keeps beside a file that it looks into. */
QMap<QString, QByteArray> contents(const QString &dir)
{
    QMap<QString, QByteArray> all;
    for (const QFileInfo &file : QDir(dir).entryInfoList(QDir::Files)) {
        if (file.fileName() != QLatin1String("lock") && !file.fileName().endsWith(QLatin1String("-shm"))) {
            all.insert(file.fileName(), bytesOf(file.filePath()));
        }
    }
    return all;
}

const QStringList kEveryCommand = {QStringLiteral("serve --listen 127.0.0.1:0"), QStringLiteral("status"),
                                   QStringLiteral("verify-state"), QStringLiteral("staff add --name M"),
                                   QStringLiteral("resident add --name S --picture kop")};

} // namespace

/** Data that is not as it should be: one clear sentence, a failing exit code, and not a byte changed. */
class TestBadData : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thereIsNoHome()
    {
        const QTemporaryDir dir;
        const QString nowhere = dir.filePath(QStringLiteral("nowhere"));
        for (const QString &command : kEveryCommand) {
            const Ran ran = runSync(onData(qPrintable(command), nowhere));
            QVERIFY2(isOneSentence(ran), ran.err.constData());
            QVERIFY(ran.err.contains("intet hjem"));
            QVERIFY(!QFileInfo::exists(nowhere));
        }
    }

    void theDirectoryIsAFile()
    {
        const QTemporaryDir dir;
        const QString file = dir.filePath(QStringLiteral("file"));
        overwrite(file, "noget andet");
        const Ran made = runSync(onData("init --name Huset", file));
        QVERIFY2(isOneSentence(made), made.err.constData());
        const Ran served = runSync(onData("serve --listen 127.0.0.1:0", file));
        QVERIFY2(isOneSentence(served), served.err.constData());
        QCOMPARE(bytesOf(file), QByteArray("noget andet"));
    }

    void aFileIsNotAsItShouldBe_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("with");
        QTest::addColumn<QByteArray>("says");
        const QByteArray foreign = QByteArray("Det her er et regneark, ikke en database.\n").repeated(20);
        for (const char *db : {"home.db", "keys.db"}) {
            const QString name = QString::fromUtf8(db);
            QTest::addRow("%s of something else", db) << name << foreign << QByteArray("skiftet ud");
            QTest::addRow("%s of another program", db)
                << name << QByteArray("FOREIGN") << QByteArray("ikke lavet af Trivsel");
            QTest::addRow("%s cut to nothing", db) << name << QByteArray() << QByteArray("beskadiget");
            QTest::addRow("%s cut in half", db) << name << QByteArray("HALF") << QByteArray("beskadiget");
            QTest::addRow("%s of a newer program", db)
                << name << QByteArray("NEWER") << QByteArray("nyere udgave");
            QTest::addRow("%s of another home", db) << name << QByteArray("OTHER") << QByteArray(db);
        }
        QTest::newRow("identity of something else")
            << QStringLiteral("identity") << foreign << QByteArray("ikke lavet af Trivsel");
        QTest::newRow("identity cut in half")
            << QStringLiteral("identity") << QByteArray("HALF") << QByteArray("identity");
        QTest::newRow("another key") << QStringLiteral("wrap.key") << QByteArray(32, 'k')
                                     << QByteArray("passer ikke");
        QTest::newRow("no key") << QStringLiteral("wrap.key") << QByteArray("short")
                                << QByteArray("passer ikke");
    }
    void aFileIsNotAsItShouldBe()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, with);
        QFETCH(QByteArray, says);
        const TestHome home;
        const TestHome other;
        const QString path = home.data() + QLatin1Char('/') + file;
        const QByteArray good = bytesOf(path);
        if (with == "HALF") {
            with = good.left(good.size() / 2);
        } else if (with == "NEWER") {
            with = good;
            with[63] = 99; // the last byte of user_version, big endian at 60
        } else if (with == "FOREIGN") {
            with = good;
            with[68] = 1; // application_id
        } else if (with == "OTHER") {
            with = bytesOf(other.data() + QLatin1Char('/') + file);
        }
        overwrite(path, with);
        const auto before = contents(home.data());
        for (const QString &command : kEveryCommand) {
            const Ran ran = runSync(onData(qPrintable(command), home.data()));
            QVERIFY2(isOneSentence(ran), qPrintable(command + QString::fromUtf8(ran.err)));
            QVERIFY2(ran.err.contains(says), ran.err.constData());
            QCOMPARE(contents(home.data()), before);
        }
    }

    void aPartThatIsMissingIsDamageNotAFirstStart_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("home.db") << QStringLiteral("home.db");
        QTest::newRow("keys.db") << QStringLiteral("keys.db");
        QTest::newRow("identity") << QStringLiteral("identity");
        QTest::newRow("wrap.key") << QStringLiteral("wrap.key");
    }
    void aPartThatIsMissingIsDamageNotAFirstStart()
    {
        QFETCH(QString, file);
        const TestHome home;
        QVERIFY(QFile::remove(home.data() + QLatin1Char('/') + file));
        const Ran served =
            home.run({QStringLiteral("serve"), QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")});
        QVERIFY2(isOneSentence(served), served.err.constData());
        QVERIFY2(served.err.contains(file.toUtf8()), served.err.constData());
        const Ran made = home.run({QStringLiteral("init"), QStringLiteral("--name"), QStringLiteral("X")});
        QVERIFY2(isOneSentence(made), made.err.constData());
        QVERIFY(!QFileInfo::exists(home.data() + QLatin1Char('/') + file));
    }

    void aDirectoryThatCantBeWrittenTo()
    {
        const TestHome home;
        const auto before = contents(home.data());
        const std::string data = home.data().toStdString();
        // Root may write anywhere, so the program runs without that privilege where the test runs as root.
        const bool root = ::geteuid() == 0;
        for (const QFileInfo &file : QDir(home.data()).entryInfoList(QDir::Files)) {
            QCOMPARE(::chmod(file.filePath().toUtf8().constData(), 0400), 0);
        }
        QCOMPARE(::chmod(data.c_str(), 0500), 0);
        const auto withoutPrivilege = [root] {
            if (root && (::prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE) != 0 ||
                         ::prctl(PR_CAPBSET_DROP, CAP_DAC_READ_SEARCH) != 0)) {
                ::_exit(99);
            }
        };
        for (const char *command : {"serve --listen 127.0.0.1:0", "staff add --name M", "status"}) {
            const Ran ran = runSync(onData(command, home.data()), withoutPrivilege);
            QVERIFY2(isOneSentence(ran), ran.err.constData());
            QVERIFY2(ran.err.contains("kan ikke skrives"), ran.err.constData());
        }
        const QString inside = home.data() + QStringLiteral("/ny");
        const Ran made = runSync(onData("init --name Huset", inside), withoutPrivilege);
        QVERIFY2(isOneSentence(made), made.err.constData());
        QCOMPARE(::chmod(data.c_str(), 0700), 0);
        QCOMPARE(contents(home.data()), before);
    }

    void theDiskIsFull()
    {
        const QTemporaryDir dir;
        const std::string mountPoint = dir.path().toStdString();
        // A disk of 64 KiB, seen by the program alone.
        const auto onSmallDisk = [mountPoint] {
            const bool mounted = ::unshare(CLONE_NEWNS) == 0 &&
                                 ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
                                 ::mount("tmpfs", mountPoint.c_str(), "tmpfs", 0, "size=64k") == 0;
            if (!mounted) {
                ::_exit(99);
            }
        };
        const Ran ran =
            runSync(onData("init --name Huset", dir.filePath(QStringLiteral("home"))), onSmallDisk);
        if (ran.exit == 99 || ran.exit == -1) {
            QSKIP("mounting is not allowed here");
        }
        QVERIFY2(isOneSentence(ran), ran.err.constData());
        QVERIFY2(ran.err.contains("Disken er fuld"), ran.err.constData());
    }
};

QTEST_GUILESS_MAIN(TestBadData)
#include "tst_bad_data.moc"
