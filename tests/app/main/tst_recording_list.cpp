// What a home may record is what the tablet looks for.
#include "app/main/files.h"
#include "app/main/recording_list.h"
#include "tests/app/viewmodels/app_fixture.h"

#include <QTemporaryDir>
#include <QTest>

using namespace trivsel;
using namespace trivsel::app;
using namespace trivsel::test;

class TestRecordingList : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatTheTabletLooksForStandsThere_data();
    void whatTheTabletLooksForStandsThere();
    void namesAreNotRecorded();
    void whatIsThereIsSaid();
    void plansAreNotReadAloud();
    void whereTheyLie();
};

void TestRecordingList::whatTheTabletLooksForStandsThere_data()
{
    QTest::addColumn<int>("way");
    QTest::newRow("faces") << int(wire::v1::WAY_FACES);
    QTest::newRow("words") << int(wire::v1::WAY_WORDS);
    QTest::newRow("numbers") << int(wire::v1::WAY_NUMBERS);
}

void TestRecordingList::whatTheTabletLooksForStandsThere()
{
    QFETCH(int, way);
    AppFixture m;
    m.enter(QStringLiteral("Sofie"));
    m.behindTheScreens(m.home.sofie, [&](engine::Engine &engine) {
        QVERIFY(engine.setOwnWish(m.home.sofie.person, m.home.sofie, engine::OwnWish::AnswerWay, way));
    });
    m.app.resident()->openEntry(0);
    m.app.begin()->begin();
    m.settle();
    const std::string list = recordingList(*shippedCatalogue(), catalogue::Language::Da, std::nullopt);
    for (int at = 0; at < m.app.question()->total(); ++at) {
        m.app.question()->show(at);
        m.app.question()->readAloud();
        m.voice.fallSilent();
        const bool answers = m.voice.said.size() == 1 || way == wire::v1::WAY_NUMBERS; // later in short
        const std::string entry =
            m.voice.recording + '\n' + (answers ? "    " + m.voice.said.back() + '\n' : "");
        QVERIFY2(list.find(entry) != std::string::npos, entry.c_str());
    }
    QCOMPARE(m.voice.said.size(), 4U);
}

void TestRecordingList::namesAreNotRecorded()
{
    const std::string list = recordingList(*shippedCatalogue(), catalogue::Language::Da, std::nullopt);
    QVERIFY(list.find("{navn}") == std::string::npos);
    QVERIFY(list.find("Får du noget ud af den?") !=
            std::string::npos); // the one of *Vores samarbejde* without a name
    QVERIFY(list.find("da/vores-samarbejde/") != std::string::npos);
    QVERIFY(list.find("spørgsmål med et navn i, som tabletten selv læser: 1)") != std::string::npos);
}

void TestRecordingList::whatIsThereIsSaid()
{
    QTemporaryDir dir;
    const std::filesystem::path voices = dir.path().toStdString();
    const std::string before = recordingList(*shippedCatalogue(), catalogue::Language::En, voices);
    const std::string file = before.substr(before.find("en/"), before.find(".wav") + 4 - before.find("en/"));
    QVERIFY(before.find("(is there)") == std::string::npos);
    QVERIFY(QDir().mkpath(QString::fromStdString((voices / file).parent_path().string())));
    QFile recorded(QString::fromStdString((voices / file).string()));
    QVERIFY(recorded.open(QIODevice::WriteOnly));
    const std::string after = recordingList(*shippedCatalogue(), catalogue::Language::En, voices);
    QVERIFY(after.find(file + "   (is there)\n") != std::string::npos);
    QCOMPARE(after.size(), before.size() + std::string("   (is there)").size());
}

void TestRecordingList::plansAreNotReadAloud()
{
    const std::string list = recordingList(*shippedCatalogue(), catalogue::Language::Da, std::nullopt);
    QVERIFY(list.find("trivselsplan/") == std::string::npos);
}

void TestRecordingList::whereTheyLie()
{
    QTemporaryDir dir;
    const std::filesystem::path data = dir.path().toStdString();
    QVERIFY(!voicesDirectory(std::nullopt, data) || *voicesDirectory(std::nullopt, data) != data / "voices");
    QVERIFY(QDir(dir.path()).mkdir(QStringLiteral("voices")));
    QCOMPARE(voicesDirectory(std::nullopt, data)->string(), (data / "voices").string());
    QVERIFY(QDir(dir.path()).mkdir(QStringLiteral("andre")));
    QCOMPARE(voicesDirectory(data / "andre", data)->string(), (data / "andre").string());
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("--voices: there is no directory")));
    QCOMPARE(voicesDirectory(data / "ingen", data)->string(), (data / "ingen").string());
}

QTEST_GUILESS_MAIN(TestRecordingList)
#include "tst_recording_list.moc"
