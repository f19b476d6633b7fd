// Where prints are put: never over what is there, never half, and why when they can't be.
#include "app/print/print_folder.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace trivsel::print;

namespace {
QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("?");
}
const QString kStem = QStringLiteral("Trivselsplan 2026-11-24");
} // namespace

class TestPrintFolder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsThereIsNeverWrittenOver();
    void onlyTheOwnerReadsIt();
    void theFolderIsMadeWhereThatIsWanted();
    void aMissingFolderIsSaid();
    void aClosedFolderIsSaid();
    void whatTheDiskDoesNotTakeLeavesNothing();
    void everyNameIsAFilesName();
};

void TestPrintFolder::whatIsThereIsNeverWrittenOver()
{
    const QTemporaryDir dir;
    const PrintFolder folder{dir.path()};
    const Written first = folder.put(kStem, "en");
    const Written second = folder.put(kStem, "to");
    const Written third = folder.put(kStem, "tre");
    QCOMPARE(first.outcome, Outcome::Written);
    QCOMPARE(first.file, dir.filePath(kStem + QStringLiteral(".pdf")));
    QCOMPARE(second.file, dir.filePath(kStem + QStringLiteral(" (2).pdf")));
    QCOMPARE(third.file, dir.filePath(kStem + QStringLiteral(" (3).pdf")));
    QCOMPARE(contentOf(first.file), QByteArray("en"));
    QCOMPARE(contentOf(second.file), QByteArray("to"));
    QCOMPARE(contentOf(third.file), QByteArray("tre"));
}

void TestPrintFolder::onlyTheOwnerReadsIt()
{
    const QTemporaryDir dir;
    const Written written = PrintFolder{dir.path()}.put(kStem, "x");
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(written.file) & others));
}

void TestPrintFolder::theFolderIsMadeWhereThatIsWanted()
{
    const QTemporaryDir dir;
    const PrintFolder folder{dir.filePath(QStringLiteral("Dokumenter/Trivsel")), true};
    QCOMPARE(folder.put(kStem, "x").outcome, Outcome::Written);
    QCOMPARE(QDir(folder.path).entryList(QDir::Files), QStringList{kStem + QStringLiteral(".pdf")});
}

void TestPrintFolder::aMissingFolderIsSaid()
{
    const QTemporaryDir dir;
    const PrintFolder folder{dir.filePath(QStringLiteral("usb"))};
    const Written written = folder.put(kStem, "x");
    QCOMPARE(written.outcome, Outcome::FolderMissing);
    QVERIFY(written.file.isEmpty());
    QVERIFY(!QFile::exists(folder.path)); // a disk that is not put in is no folder to be made
    QCOMPARE(PrintFolder{}.put(kStem, "x").outcome, Outcome::FolderMissing);
}

void TestPrintFolder::aClosedFolderIsSaid()
{
    QCOMPARE(PrintFolder{QStringLiteral("/proc")}.put(kStem, "x").outcome, Outcome::FolderClosed);
    const PrintFolder inside{QStringLiteral("/proc/Trivsel"), true};
    QCOMPARE(inside.put(kStem, "x").outcome, Outcome::FolderClosed);
}

void TestPrintFolder::whatTheDiskDoesNotTakeLeavesNothing()
{
    const QTemporaryDir dir;
    const PrintFolder folder{dir.path()};
    QVERIFY(folder.put(QStringLiteral("anden"), "stands").outcome == Outcome::Written);
    rlimit before{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
    rlimit small = before;
    small.rlim_cur = 1000;
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
    const Written written = folder.put(kStem, QByteArray(5000, 'x'));
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &before), 0);
    std::signal(SIGXFSZ, handler);
    QCOMPARE(written.outcome, Outcome::NotComplete);
    QVERIFY(written.file.isEmpty());
    QCOMPARE(QDir(dir.path()).entryList(QDir::Files), QStringList{QStringLiteral("anden.pdf")});
}

void TestPrintFolder::everyNameIsAFilesName()
{
    const QTemporaryDir dir;
    const PrintFolder folder{dir.path()};
    for (const QString &stem :
         {QStringLiteral("../../væk: <nu>?"), QStringLiteral("/"), QString(), QStringLiteral(".skjult")}) {
        const Written written = folder.put(stem, "x");
        QCOMPARE(written.outcome, Outcome::Written);
        QCOMPARE(QFileInfo(written.file).path(), dir.path());
        QVERIFY(!QFileInfo(written.file).fileName().startsWith(u'.'));
    }
    QCOMPARE(QDir(dir.path()).entryList(QDir::Files).size(), 4);
}

QTEST_GUILESS_MAIN(TestPrintFolder)
#include "tst_print_folder.moc"
