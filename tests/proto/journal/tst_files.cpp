#include "proto/journal/files.h"

#include <QTemporaryDir>
#include <QTest>
#include <cerrno>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace trivsel;
using namespace trivsel::journal;

class TestFiles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void bytesComeBackAndTheModeIsAsTold();
    void anOldFileIsReplacedWhole();
    void aFailedWriteLeavesTheOldFile();
    void aFileAtItsLimitIsRead();
    void missingIsMissing();
    void theSecondIsToldWhoHoldsTheLock();
    void theLockGoesWithTheProcess();
    void errorsOfTheFileSystemHaveNames();

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::filesystem::path m_path;
};

void TestFiles::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_path = std::filesystem::path(m_dir->path().toStdString());
}

void TestFiles::bytesComeBackAndTheModeIsAsTold()
{
    const std::string bytes("key\0\xff", 5);
    QVERIFY(writeFileAtomically(m_path / "key", bytes, 0400));
    QCOMPARE(readSmallFile(m_path / "key", 100).value(), bytes);
    struct stat info = {};
    QCOMPARE(::stat((m_path / "key").c_str(), &info), 0);
    QCOMPARE(info.st_mode & 0777U, 0400U);
}

void TestFiles::anOldFileIsReplacedWhole()
{
    QVERIFY(writeFileAtomically(m_path / "key.new", "left by a power cut", 0400));
    QVERIFY(writeFileAtomically(m_path / "key", "a much longer text", 0400));
    QVERIFY(writeFileAtomically(m_path / "key", "short", 0600));
    QCOMPARE(readSmallFile(m_path / "key", 100).value(), std::string("short"));
    QVERIFY(!std::filesystem::exists(m_path / "key.new"));
}

void TestFiles::aFailedWriteLeavesTheOldFile()
{
    QCOMPARE(writeFileAtomically(m_path / "no" / "key", "x", 0600).error().code(), Errc::StoreMissing);
    std::filesystem::create_directory(m_path / "dir");
    std::filesystem::create_directory(m_path / "dir" / "inside");
    QVERIFY(!writeFileAtomically(m_path / "dir", "x", 0600)); // can't be replaced by a file
    QVERIFY(std::filesystem::exists(m_path / "dir" / "inside"));
    QVERIFY(!std::filesystem::exists(m_path / "dir.new"));
}

void TestFiles::aFileAtItsLimitIsRead()
{
    QVERIFY(writeFileAtomically(m_path / "f", std::string(10, 'x'), 0600));
    QCOMPARE(readSmallFile(m_path / "f", 10)->size(), 10U);
    QCOMPARE(readSmallFile(m_path / "f", 9).error().code(), Errc::TooLarge);
}

void TestFiles::missingIsMissing()
{
    QCOMPARE(readSmallFile(m_path / "f", 10).error().code(), Errc::StoreMissing);
    QCOMPARE(DirLock::take(m_path / "no").error().code(), Errc::StoreMissing);
}

void TestFiles::theSecondIsToldWhoHoldsTheLock()
{
    auto first = DirLock::take(m_path);
    QVERIFY(first);
    const auto second = DirLock::take(m_path);
    QCOMPARE(second.error().code(), Errc::StoreBusy);
    QCOMPARE(second.error().detail(), "process " + std::to_string(::getpid()));
    {
        const DirLock moved = std::move(*first);
        QVERIFY(!DirLock::take(m_path));
    }
    QVERIFY(DirLock::take(m_path));
}

void TestFiles::theLockGoesWithTheProcess()
{
    const pid_t child = ::fork();
    if (child == 0) {
        const auto held = DirLock::take(m_path);
        ::kill(held ? ::getpid() : 0, SIGKILL);
        ::_exit(1);
    }
    int status = 0;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QVERIFY(WIFSIGNALED(status));
    QVERIFY(DirLock::take(m_path));
}

void TestFiles::errorsOfTheFileSystemHaveNames()
{
    QCOMPARE(fileError(ENOSPC, "write").code(), Errc::StoreFull);
    QCOMPARE(fileError(EROFS, "write").code(), Errc::StoreReadOnly);
    QCOMPARE(fileError(EACCES, "write").code(), Errc::StoreReadOnly);
    QCOMPARE(fileError(EIO, "write").code(), Errc::StoreFailed);
    QCOMPARE(fileError(EEXIST, "write").code(), Errc::StoreExists);
    QCOMPARE(systemErrorOf(fileError(EIO, "write (errno 7)")), EIO); // the last one is ours
    QCOMPARE(systemErrorOf(Error(Errc::StoreFailed, "write (errno 7")), std::nullopt);
    QCOMPARE(systemErrorOf(Error(Errc::StoreFailed, "write (errno 7) twice")), std::nullopt);
    QCOMPARE(systemErrorOf(Error(Errc::StoreFailed)), std::nullopt);
}

QTEST_GUILESS_MAIN(TestFiles)
#include "tst_files.moc"
