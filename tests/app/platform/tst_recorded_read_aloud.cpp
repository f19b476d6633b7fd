// A person's voice where it is there and whole, else the tablet's own.
#include "app/platform/recorded_read_aloud.h"
#include "tests/app/platform/wav.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <vector>

using namespace trivsel::platform;
using namespace trivsel::test;
using State = RecordingPlayer::State;

namespace {

const std::string kName = "da/saadan-gaar-det/selv-0011223344556677.wav";
const Utterance kWords{"Hvordan har du det?", "da", kName};
const Utterance kOthers{"Hvordan går det?", "da", "da/saadan-gaar-det/selv-8899aabbccddeeff.wav"};

struct FakePlayer final : RecordingPlayer
{
    [[nodiscard]] bool available() const override { return device; }
    void play(const std::filesystem::path &file) override
    {
        played.push_back(file.filename().string());
        tell(State::Playing);
    }
    void stop() override
    {
        if (now == State::Playing) {
            tell(State::Silent);
        }
    }
    void onState(std::function<void(State)> what) override { m_what = std::move(what); }
    void tell(State state)
    {
        now = state;
        if (m_what) {
            m_what(state);
        }
    }

    bool device = true;
    State now = State::Silent;
    std::vector<std::string> played;

private:
    std::function<void(State)> m_what;
};

struct FakeSynthesis final : ReadAloud
{
    [[nodiscard]] bool available(const Utterance &) const override { return engine; }
    void speak(const Utterance &words, Pace how) override
    {
        said.push_back(words.text);
        pace = how;
        tell(engine);
    }
    void stop() override { tell(false); }
    void onSpeaking(std::function<void(bool)> what) override { m_what = std::move(what); }
    void tell(bool speaking) const
    {
        if (m_what) {
            m_what(speaking);
        }
    }

    bool engine = true;
    Pace pace = Pace::Usual;
    std::vector<std::string> said;

private:
    std::function<void(bool)> m_what;
};

/** One home's recordings, and what is heard. */
struct House
{
    House()
        : player(new FakePlayer),
          synthesis(new FakeSynthesis),
          voice(Recordings(dir.path().toStdString()), std::unique_ptr<RecordingPlayer>(player),
                std::unique_ptr<ReadAloud>(synthesis))
    {
        voice.onSpeaking([this](bool speaking) { told.push_back(speaking); });
    }
    [[nodiscard]] bool record(const QByteArray &bytes) const
    {
        return writeFile(dir.filePath(QString::fromStdString(kName)), bytes);
    }

    QTemporaryDir dir;
    FakePlayer *player; // the voice's own
    FakeSynthesis *synthesis;
    RecordedReadAloud voice;
    std::vector<bool> told;
};

} // namespace

class TestRecordedReadAloud : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aRecordingIsPlayedInPlaceOfTheTabletsVoice();
    void otherWordsAreReadByTheTablet();
    void whatCantBeUsedIsReadByTheTabletAndLoggedOnce_data();
    void whatCantBeUsedIsReadByTheTabletAndLoggedOnce();
    void aFileOfTheGreatestSizeIsPlayed();
    void whatFailsWhilePlayingIsReadByTheTablet();
    void withoutAnEngineOnlyWhatIsRecordedCanBeRead();
    void withoutADeviceTheTabletReads();
    void itIsOneVoiceAtATime();
    void stoppedMeansSilent();
    void itLetsGoOfWhoeverIsTold();
};

void TestRecordedReadAloud::aRecordingIsPlayedInPlaceOfTheTabletsVoice()
{
    House house;
    QVERIFY(house.record(silence(100)));
    house.voice.speak(kWords, Pace::Slow);
    QCOMPARE(house.player->played, std::vector<std::string>{"selv-0011223344556677.wav"});
    QVERIFY(house.synthesis->said.empty());
    QCOMPARE(house.told, std::vector<bool>{true});
    house.player->tell(State::Silent); // it has come to its end
    QCOMPARE(house.told, (std::vector<bool>{true, false}));
    QVERIFY(house.synthesis->said.empty());
}

void TestRecordedReadAloud::otherWordsAreReadByTheTablet()
{
    House house;
    QVERIFY(house.record(silence(100)));
    house.voice.speak(kOthers, Pace::Slow);
    house.voice.speak({"Uden optagelse", "da"}, Pace::Fast);
    QVERIFY(house.player->played.empty());
    QCOMPARE(house.synthesis->said, (std::vector<std::string>{kOthers.text, "Uden optagelse"}));
    QCOMPARE(static_cast<int>(house.synthesis->pace), static_cast<int>(Pace::Fast));
}

void TestRecordedReadAloud::whatCantBeUsedIsReadByTheTabletAndLoggedOnce_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("why");
    const QByteArray whole = silence(10);
    const QString noWav = QStringLiteral("it is no PCM in WAV");
    QTest::newRow("empty") << QByteArray() << noWav;
    QTest::newRow("something else") << QByteArray("ID3\4 this would be MP3").repeated(100) << noWav;
    QTest::newRow("cut in its head") << whole.left(30) << noWav;
    QTest::newRow("a head without sound") << whole.left(44) << noWav;
    QByteArray packed = whole;
    packed[20] = 85; // MP3 within WAV
    QTest::newRow("not PCM") << packed << noWav;
    QByteArray large = whole;
    large.append(QByteArray(int(Recordings::kBytesMax) + 1 - int(whole.size()), '\0'));
    QTest::newRow("too large by a byte") << large << QStringLiteral("it is too large");
}

void TestRecordedReadAloud::whatCantBeUsedIsReadByTheTabletAndLoggedOnce()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, why);
    House house;
    QVERIFY(house.record(bytes));
    const QString line =
        QStringLiteral("the recording %1 is not played: %2").arg(QString::fromStdString(kName), why);
    QTest::ignoreMessage(QtWarningMsg, qPrintable(line));
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); // a second line
    house.voice.speak(kWords, Pace::Slow);
    house.voice.speak(kWords, Pace::Slow);
    QVERIFY(house.player->played.empty());
    QCOMPARE(house.synthesis->said, (std::vector<std::string>{kWords.text, kWords.text}));
    house.synthesis->engine = false;
    QVERIFY(!house.voice.available(kWords));
}

void TestRecordedReadAloud::aFileOfTheGreatestSizeIsPlayed()
{
    House house;
    QByteArray large = silence(10);
    large.append(QByteArray(int(Recordings::kBytesMax) - int(large.size()), '\0'));
    QVERIFY(house.record(large));
    house.voice.speak(kWords, Pace::Usual);
    QCOMPARE(house.player->played.size(), 1U);
}

void TestRecordedReadAloud::whatFailsWhilePlayingIsReadByTheTablet()
{
    House house;
    QVERIFY(house.record(silence(100)));
    house.voice.speak(kWords, Pace::Slow);
    const QString line = QStringLiteral("the recording %1 is not played: it can't be played")
                             .arg(QString::fromStdString(kName));
    QTest::ignoreMessage(QtWarningMsg, qPrintable(line));
    house.player->tell(State::Failed);
    QCOMPARE(house.synthesis->said, std::vector<std::string>{kWords.text});
    QCOMPARE(static_cast<int>(house.synthesis->pace), static_cast<int>(Pace::Slow));
    QCOMPARE(house.told.back(), true);
    house.voice.speak(kWords, Pace::Slow); // not tried again
    QCOMPARE(house.player->played.size(), 1U);
    QCOMPARE(house.synthesis->said.size(), 2U);
}

void TestRecordedReadAloud::withoutAnEngineOnlyWhatIsRecordedCanBeRead()
{
    House house;
    house.synthesis->engine = false;
    QVERIFY(!house.voice.available(kWords));
    QVERIFY(house.record(silence(100)));
    QVERIFY(house.voice.available(kWords));
    QVERIFY(!house.voice.available(kOthers));
    house.voice.speak(kWords, Pace::Usual);
    const QString line = QStringLiteral("the recording %1 is not played: it can't be played")
                             .arg(QString::fromStdString(kName));
    QTest::ignoreMessage(QtWarningMsg, qPrintable(line));
    house.player->tell(State::Failed);
    QCOMPARE(house.told, (std::vector<bool>{true, false})); // so whoever asks again hears that it can't
    QVERIFY(!house.voice.available(kWords));
}

void TestRecordedReadAloud::withoutADeviceTheTabletReads()
{
    House house;
    QVERIFY(house.record(silence(100)));
    house.player->device = false;
    house.voice.speak(kWords, Pace::Usual);
    QVERIFY(house.player->played.empty());
    QCOMPARE(house.synthesis->said.size(), 1U);
    house.synthesis->engine = false;
    QVERIFY(!house.voice.available(kWords));
    house.player->device = true; // nothing was held against the file
    QVERIFY(house.voice.available(kWords));
}

void TestRecordedReadAloud::itIsOneVoiceAtATime()
{
    House house;
    QVERIFY(house.record(silence(100)));
    house.voice.speak(kOthers, Pace::Usual);
    house.voice.speak(kWords, Pace::Usual);
    QCOMPARE(house.told, (std::vector<bool>{true, false, true}));
    QVERIFY(house.player->now == State::Playing);
    house.voice.speak(kOthers, Pace::Usual);
    QVERIFY(house.player->now == State::Silent);
    QCOMPARE(house.synthesis->said.size(), 2U); // a recording that was stopped is not read instead
}

void TestRecordedReadAloud::stoppedMeansSilent()
{
    House house;
    QVERIFY(house.record(silence(100)));
    house.voice.speak(kWords, Pace::Usual);
    house.voice.stop();
    QVERIFY(house.player->now == State::Silent);
    QCOMPARE(house.told, (std::vector<bool>{true, false}));
    house.voice.stop();
    QCOMPARE(house.told.size(), 2U);
    QVERIFY(house.synthesis->said.empty());
}

void TestRecordedReadAloud::itLetsGoOfWhoeverIsTold()
{
    House house;
    QVERIFY(house.record(silence(100)));
    house.voice.speak(kWords, Pace::Usual);
    house.voice.onSpeaking(nullptr);
    house.player->tell(State::Silent);
    QCOMPARE(house.told, std::vector<bool>{true});
}

QTEST_GUILESS_MAIN(TestRecordedReadAloud)
#include "tst_recorded_read_aloud.moc"
