// The child that makes backups: one that hangs is ended, and holds nobody up.
#include "sync-server/backup_child.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>
#include <csignal>
#include <sys/stat.h>

using namespace trivsel::server;
using namespace std::chrono_literals;

class TestBackupChild : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        QCOMPARE(::mkfifo(path("never").constData(), 0600), 0);
    }

    void oneThatHangsIsEnded_data()
    {
        QTest::addColumn<bool>("deaf");
        QTest::newRow("it ends when it is told to") << false;
        QTest::newRow("it does not even hear that") << true;
    }
    void oneThatHangsIsEnded()
    {
        QFETCH(bool, deaf);
        BackupChild child(plan(deaf), m_t0);
        QVERIFY(!child.tick(m_t0));
        QTRY_COMPARE(starts(), 1);
        QVERIFY(!child.tick(m_t0 + 10min - 1ms));
        QVERIFY(child.running());
        QCOMPARE(child.tick(m_t0 + 10min), std::optional(BackupChild::kTimedOut));
        if (deaf) {
            QVERIFY(!child.tick(m_t0 + 10min + BackupChild::kGrace - 1ms));
            QVERIFY(child.running());
        }
        QTRY_VERIFY(!child.tick(m_t0 + 10min + BackupChild::kGrace) && !child.running()); // said once
        QVERIFY(!child.tick(m_t0 + 1h - 1ms));
        QVERIFY(!child.running());
        QVERIFY(!child.tick(m_t0 + 1h)); // and the next one tries again
        QTRY_COMPARE(starts(), 2);
    }

    void noOtherIsStartedBesideIt()
    {
        BackupPlan wish = plan(true);
        wish.every = 1s;
        wish.limit = 1s;
        BackupChild child(wish, m_t0);
        QVERIFY(!child.tick(m_t0));
        QTRY_COMPARE(starts(), 1);
        QCOMPARE(child.tick(m_t0 + 1s), std::optional(BackupChild::kTimedOut));
        QCOMPARE(child.tick(m_t0 + 1s), std::optional(BackupChild::kTimedOut)); // the next was due
        QVERIFY(child.running());
        QCOMPARE(starts(), 1);
    }

    void withoutALimitItMayTakeItsTime()
    {
        BackupPlan wish = plan(false);
        wish.limit = 0ms;
        BackupChild child(wish, m_t0);
        QVERIFY(!child.tick(m_t0));
        QTRY_COMPARE(starts(), 1);
        QVERIFY(!child.tick(m_t0 + 1000h));
        QVERIFY(child.running());
    }

    /** Or the server would wait for ever when it stops: the test would not come to its end. */
    void stoppingWaitsForNobody()
    {
        {
            BackupChild child(plan(true), m_t0);
            QVERIFY(!child.tick(m_t0));
            QTRY_COMPARE(starts(), 1);
        }
        QCOMPARE(::kill(pid(), 0), -1);
    }

    void theExitCodeIsToldAsBefore()
    {
        BackupPlan wish = plan(false);
        wish.arguments = {"-c", "exit 3"};
        BackupChild child(wish, m_t0);
        std::optional<int> code;
        const auto ended = [&] {
            code = code ? code : child.tick(m_t0);
            return code.has_value();
        };
        QTRY_VERIFY(ended());
        QCOMPARE(*code, 3);
    }

private:
    [[nodiscard]] QByteArray path(const char *name) const
    {
        return QFile::encodeName(m_dir->filePath(QLatin1String(name)));
    }
    /** Waits for a word that nobody says, as for a disk that is gone. */
    [[nodiscard]] BackupPlan plan(bool deaf) const
    {
        BackupPlan plan;
        plan.program = "/bin/sh";
        const std::string dir = m_dir->path().toStdString();
        plan.arguments = {"-c", std::string(deaf ? "trap '' TERM; " : "") + "echo $$ >> '" + dir +
                                    "/starts'; read word < '" + dir + "/never'"};
        plan.every = 1h;
        plan.limit = 10min;
        return plan;
    }
    [[nodiscard]] QList<QByteArray> lines() const
    {
        QFile file(m_dir->filePath(QStringLiteral("starts")));
        return file.open(QIODevice::ReadOnly) ? file.readAll().split('\n') : QList<QByteArray>{QByteArray()};
    }
    [[nodiscard]] int starts() const { return static_cast<int>(lines().size()) - 1; }
    [[nodiscard]] pid_t pid() const { return lines().first().toInt(); }

    std::unique_ptr<QTemporaryDir> m_dir;
    BackupChild::Clock::time_point m_t0{};
};

QTEST_GUILESS_MAIN(TestBackupChild)
#include "tst_backup_child.moc"
