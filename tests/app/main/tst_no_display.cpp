// The program where there is no display: one sentence and an exit code, in place of an abort.
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

class TestNoDisplay : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void oneSentenceAndNothingElse_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("display"); // empty: the variable is not set
        QTest::addColumn<QString>("platform");
        QTest::addColumn<QString>("begins");
        const QString danish = QStringLiteral("trivsel: Der er ingen skærm at vise Trivsel på. ");
        const QString english = QStringLiteral("trivsel: There is no display to show Trivsel on. ");
        const QString none;
        const QString xcb = QStringLiteral("xcb");
        QTest::newRow("Danish") << "da_DK.UTF-8" << none << xcb << danish;
        QTest::newRow("English") << "en_GB.UTF-8" << none << xcb << english;
        QTest::newRow("as Qt chooses") << "da_DK.UTF-8" << none << none << danish;
        QTest::newRow("a display that is not there") << "da_DK.UTF-8"
                                                     << ":987" << xcb << danish;
        QTest::newRow("no such platform") << "da_DK.UTF-8" << none << "papir" << danish;
    }
    void oneSentenceAndNothingElse()
    {
        QFETCH(QString, locale);
        QFETCH(QString, display);
        QFETCH(QString, platform);
        QFETCH(QString, begins);
        const QTemporaryDir dir;
        auto environment = QProcessEnvironment::systemEnvironment();
        for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "LC_ALL"}) {
            environment.remove(QString::fromLatin1(name));
        }
        environment.insert(QStringLiteral("LC_ALL"), locale);
        if (!display.isEmpty()) {
            environment.insert(QStringLiteral("DISPLAY"), display);
        }
        if (!platform.isEmpty()) {
            environment.insert(QStringLiteral("QT_QPA_PLATFORM"), platform);
        }
        QProcess program;
        program.setProcessEnvironment(environment);
        const QString data = dir.filePath(QStringLiteral("data"));
        program.start(QStringLiteral(TRIVSEL_PROGRAM), {QStringLiteral("--data"), data});
        QVERIFY(program.waitForFinished(30'000));
        QCOMPARE(program.exitStatus(), QProcess::NormalExit);
        QCOMPARE(program.exitCode(), 1);
        const QString said = QString::fromUtf8(program.readAllStandardError());
        QVERIFY2(said.startsWith(begins), qPrintable(said));
        QCOMPARE(said.count(QLatin1Char('\n')), 1);
        QVERIFY(!QFileInfo::exists(data)); // nothing was begun
    }
};

QTEST_GUILESS_MAIN(TestNoDisplay)
#include "tst_no_display.moc"
