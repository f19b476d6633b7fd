// The player of recordings as it is: with the sound of this machine, and how it bears that there is none.
#include "app/platform/recording_player.h"
#include "tests/app/platform/wav.h"

#include <QTemporaryDir>
#include <QTest>

#include <vector>

using namespace trivsel::platform;
using namespace trivsel::test;
using State = RecordingPlayer::State;

class TestRecordingPlayer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void aFileIsPlayedToItsEnd();
    void aFileThatIsNoneFails();
    void stoppedWhileItIsReadItStaysSilent();
    void theNextBegins();
    void withoutADeviceItFailsAndSaysSo();

private:
    [[nodiscard]] std::filesystem::path file(const char *name, const QByteArray &bytes) const
    {
        const QString path = m_dir->filePath(QString::fromLatin1(name));
        return writeFile(path, bytes) ? path.toStdString() : std::string();
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<RecordingPlayer> m_player;
    std::vector<State> m_told;
};

void TestRecordingPlayer::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_player = makeRecordingPlayer();
    m_told.clear();
    m_player->onState([this](State state) { m_told.push_back(state); });
}

void TestRecordingPlayer::aFileIsPlayedToItsEnd()
{
    if (!m_player->available()) {
        QSKIP("nothing on this machine sounds");
    }
    m_player->play(file("a.wav", silence(50)));
    QVERIFY(m_told == std::vector{State::Playing}); // while it is read as well
    QTRY_VERIFY(m_told == (std::vector{State::Playing, State::Silent}));
}

void TestRecordingPlayer::aFileThatIsNoneFails()
{
    if (!m_player->available()) {
        QSKIP("nothing on this machine sounds");
    }
    m_player->play(file("a.wav", "nothing that sounds"));
    QTRY_VERIFY(m_told == (std::vector{State::Playing, State::Failed}));
}

void TestRecordingPlayer::stoppedWhileItIsReadItStaysSilent()
{
    if (!m_player->available()) {
        QSKIP("nothing on this machine sounds");
    }
    m_player->play(file("a.wav", silence(50)));
    m_player->stop();
    QVERIFY(m_told == (std::vector{State::Playing, State::Silent}));
    m_player->play(file("b.wav", silence(50))); // long after the first was read
    QTRY_COMPARE(m_told.size(), 4U);
    QVERIFY(m_told.back() == State::Silent);
}

void TestRecordingPlayer::theNextBegins()
{
    if (!m_player->available()) {
        QSKIP("nothing on this machine sounds");
    }
    m_player->play(file("a.wav", silence(10'000)));
    m_player->play(file("b.wav", silence(50)));
    QVERIFY(m_told == (std::vector{State::Playing, State::Silent, State::Playing}));
    QTRY_COMPARE(m_told.size(), 4U); // the first would last longer
}

void TestRecordingPlayer::withoutADeviceItFailsAndSaysSo()
{
    if (m_player->available()) {
        QSKIP("this machine sounds");
    }
    m_player->play(file("a.wav", silence(50)));
    QVERIFY(m_told == std::vector{State::Failed});
    m_player->stop();
    QCOMPARE(m_told.size(), 1U);
}

QTEST_GUILESS_MAIN(TestRecordingPlayer)
#include "tst_recording_player.moc"
