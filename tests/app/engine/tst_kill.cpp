// A tablet that is killed in the middle of tapping: what it said was saved is there.
#include "proto/base/bytes.h"
#include "tests/app/engine/headless_program.h"
#include "tests/app/engine/test_home.h"
#include "tests/support/changes.h"
#include "tests/support/must.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <random>
#include <sys/stat.h>

using namespace trivsel;
using namespace trivsel::test;

namespace {

constexpr int kRounds = 20;
constexpr int kTapsPerRound = 200;

QByteArray hex(ByteView bytes)
{
    return QByteArray::fromStdString(toHex(bytes));
}

/** trivsel-headless on the data of a tablet that nobody holds. */
class Headless
{
public:
    Headless(const QString &data, const QString &keyFile)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(headlessProgram(), {"--data", data, "--keyfile", keyFile, "--catalogue",
                                            TRIVSEL_SOURCE_DIR "/assets/catalogue"});
    }
    void send(const QJsonObject &command)
    {
        m_process.write(QJsonDocument(command).toJson(QJsonDocument::Compact) + '\n');
    }
    /** The next answer; empty when it is gone. */
    QJsonObject answer()
    {
        while (!m_process.canReadLine()) {
            if (!m_process.waitForReadyRead(30'000)) {
                return {};
            }
        }
        return QJsonDocument::fromJson(m_process.readLine()).object();
    }
    [[nodiscard]] qint64 pid() const { return m_process.processId(); }
    /** What the kernel says of the process. */
    [[nodiscard]] QByteArray kernelFile(const char *name) const
    {
        QFile file(QStringLiteral("/proc/%1/%2").arg(m_process.processId()).arg(QLatin1String(name)));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

private:
    QProcess m_process;
};

} // namespace

class TestKill : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatWasAnsweredIsThere();
    void theProgramKeepsToItself();
};

void TestKill::whatWasAnsweredIsThere()
{
    QTemporaryDir dir;
    TestHome home;
    EngineTablet tablet(home, dir.filePath("tablet").toStdString());
    home.meet(*tablet);
    QFile keyFile(dir.filePath("key"));
    QVERIFY(keyFile.open(QIODevice::WriteOnly));
    keyFile.write("trivsel-wrap-key-1 " + hex(filled<seal::WrapKey>(0x5a).view()) + "\n");
    keyFile.close();
    QVERIFY(keyFile.setPermissions(QFileDevice::ReadOwner));

    const QString sofie = hex(home.sofie.person.view());
    const QJsonObject who{{"person", sofie}, {"role", "resident"}};
    std::mt19937 random(20); // which answer is the last before the kill
    std::size_t settled = 0;
    for (int round = 0; round < kRounds; ++round) {
        tablet.close();
        Headless headless(dir.filePath("tablet"), dir.filePath("key"));
        headless.send(
            {{"cmd", "begin"}, {"subject", sofie}, {"who", who}, {"url", kWellbeing.c_str()}, {"about", ""}});
        const QString draft = headless.answer()["draft"].toString();
        QCOMPARE(draft.size(), 32);
        headless.send({{"cmd", "readers"}, {"draft", draft}, {"readers", "team"}});
        for (int tap = 1; tap <= kTapsPerRound; ++tap) {
            headless.send(
                {{"cmd", "write"}, {"draft", draft}, {"linkId", "ord"}, {"text", QString::number(tap)}});
        }
        headless.send({{"cmd", "send"}, {"draft", draft}});
        headless.send({{"cmd", "settle"}});
        // Every fourth round is killed at Gem or at the thank-you page, the others anywhere.
        const int answers = round % 4 == 3 ? kTapsPerRound + 1 + round / 4 % 3
                                           : 1 + static_cast<int>(random() % (kTapsPerRound + 1));
        int saved = 0; // the last tap that was said to be saved
        for (int i = 0; i < answers; ++i) {
            QVERIFY(headless.answer()["ok"].toBool());
            saved = std::min(i, kTapsPerRound);
        }
        headless.kill();

        tablet.reopen();
        const auto page = must(tablet->openResident(home.sofie.person, home.sofie));
        if (page.responses.size() > settled) { // Gem was pressed before the kill: the next start settled it
            settled = page.responses.size();
            QCOMPARE(page.responses.front().answers.front().text, std::to_string(kTapsPerRound));
            QCOMPARE(page.drafts.size(), std::size_t(0));
            continue;
        }
        QCOMPARE(page.drafts.size(), std::size_t(saved > 0 || !page.drafts.empty() ? 1 : 0));
        if (!page.drafts.empty()) {
            QVERIFY(std::stoi(page.drafts.front().answers.at("ord").text) >= saved);
            QVERIFY(answers < kTapsPerRound + 2); // where Gem was answered, there is a response
        }
    }
    QVERIFY(settled >= 3 && settled < kRounds); // both ends of the story were met
}

void TestKill::theProgramKeepsToItself()
{
    QTemporaryDir dir;
    TestHome home;
    EngineTablet tablet(home, dir.filePath("tablet").toStdString());
    tablet.close();
    QFile keyFile(dir.filePath("key"));
    QVERIFY(keyFile.open(QIODevice::WriteOnly));
    keyFile.write("trivsel-wrap-key-1 " + hex(filled<seal::WrapKey>(0x5a).view()) + "\n");
    keyFile.close();
    QVERIFY(keyFile.setPermissions(QFileDevice::ReadOwner));
    const mode_t before = ::umask(022);
    Headless headless(dir.filePath("tablet"), dir.filePath("key"));
    ::umask(before);
    headless.send({{"cmd", "home"}});
    QVERIFY(!headless.answer().isEmpty());
    QVERIFY(headless.kernelFile("status").contains("Umask:\t0077"));
    const QByteArray limits = headless.kernelFile("limits");
    const QByteArray cores = limits.mid(limits.indexOf("Max core file size"), 60).simplified();
    QVERIFY2(cores.startsWith("Max core file size 0 0"), cores.constData());
    // What must not be dumped is root's to look into (where the test runs as root that says nothing).
    QCOMPARE(QFileInfo(QStringLiteral("/proc/%1/mem").arg(headless.pid())).ownerId(), uint{0});
    headless.kill();
}

QTEST_GUILESS_MAIN(TestKill)
#include "tst_kill.moc"
