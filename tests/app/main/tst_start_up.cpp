// From the files that a person has to a running core, and every way in which they can be wrong.
#include "app/main/files.h"
#include "app/main/start_up.h"
#include "tests/app/engine/test_home.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <future>

using namespace trivsel;
using namespace trivsel::app;
using namespace trivsel::test;

class TestStartUp : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void firstStartEnrolsAndTheNextNeedsNoFile();
    void withoutATabletFileItIsNotSetUp();
    void aBrokenTabletFile_data();
    void aBrokenTabletFile();
    void anotherTabletsFileChangesNothing();
    void aWrongKeyChangesNothing();
    void aLostKeyIsNeverReplaced();
    void aSecondProgramIsRefused();
    void cataloguesCanBeRefused();
    void theKeychainEntryStaysTheSame();
    void workPostedBeforeTheStartIsDoneFirst();

private:
    [[nodiscard]] QString path(const char *name) const { return m_dir->filePath(QString::fromLatin1(name)); }
    void writeFile(const char *name, const std::string &text) const;
    [[nodiscard]] Options options() const;
    [[nodiscard]] Errc errorOf(const Options &options) const;
    [[nodiscard]] QByteArray dataFiles() const;

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<TestHome> m_home;
};

void TestStartUp::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_home = std::make_unique<TestHome>();
    writeFile("tablet.json", writeTabletFile(m_home->newTablet("Fællesstuen")));
}

void TestStartUp::writeFile(const char *name, const std::string &text) const
{
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray::fromStdString(text));
}

Options TestStartUp::options() const
{
    Options options;
    options.data = path("data").toStdString();
    options.keyFile = path("key").toStdString();
    options.tabletFile = path("tablet.json").toStdString();
    options.selfTest = true; // no network
    return options;
}

Errc TestStartUp::errorOf(const Options &options) const
{
    CoreAdapter core;
    const Status started = startCore(core, options, shippedCatalogue());
    return started ? Errc{} : started.error().code();
}

QByteArray TestStartUp::dataFiles() const
{
    QByteArray all;
    const auto names = QDir(path("data")).entryList(QDir::Files, QDir::Name);
    for (const QString &name : names) {
        QFile file(path("data/") + name);
        if (name != QStringLiteral("lock") && file.open(QIODevice::ReadOnly)) {
            all += name.toUtf8() + file.readAll();
        }
    }
    return all;
}

void TestStartUp::firstStartEnrolsAndTheNextNeedsNoFile()
{
    QCOMPARE(errorOf(options()), Errc{});
    auto again = options();
    again.tabletFile.reset();
    QCOMPARE(errorOf(again), Errc{});
    QCOMPARE(errorOf(options()), Errc{}); // the file may stay on the command line
}

void TestStartUp::withoutATabletFileItIsNotSetUp()
{
    auto bare = options();
    bare.tabletFile.reset();
    QCOMPARE(errorOf(bare), Errc::StoreMissing);
    QVERIFY(!QDir(path("data")).exists());
}

void TestStartUp::aBrokenTabletFile_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no json") << QByteArray("hello");
    QTest::newRow("other json") << QByteArray("{}");
    QTest::newRow("too large") << QByteArray(70'000, ' ');
}

void TestStartUp::aBrokenTabletFile()
{
    QFETCH(QByteArray, text);
    writeFile("tablet.json", text.toStdString());
    QCOMPARE(errorOf(options()), Errc::BadFile);
    QVERIFY(!QDir(path("data")).exists());
}

void TestStartUp::anotherTabletsFileChangesNothing()
{
    QCOMPARE(errorOf(options()), Errc{});
    writeFile("tablet.json", writeTabletFile(m_home->newTablet("En anden")));
    const QByteArray before = dataFiles();
    QCOMPARE(errorOf(options()), Errc::StoreExists);
    QCOMPARE(dataFiles(), before);
}

void TestStartUp::aWrongKeyChangesNothing()
{
    QCOMPARE(errorOf(options()), Errc{});
    const QByteArray before = dataFiles();
    QVERIFY(QFile::remove(path("key")));
    auto other = options();
    other.data = path("other").toStdString();
    QCOMPARE(errorOf(other), Errc{}); // draws a new key
    QCOMPARE(problemOf(errorOf(options())), Problem::WrongKey);
    QCOMPARE(dataFiles(), before);
}

void TestStartUp::aLostKeyIsNeverReplaced()
{
    QCOMPARE(errorOf(options()), Errc{});
    QVERIFY(QFile::remove(path("key")));
    QCOMPARE(errorOf(options()), Errc::KeyMissing);
    QVERIFY(!QFile::exists(path("key")));
}

void TestStartUp::aSecondProgramIsRefused()
{
    CoreAdapter first;
    QVERIFY(startCore(first, options(), shippedCatalogue()).has_value());
    QCOMPARE(errorOf(options()), Errc::StoreBusy);
    first.stop();
    QCOMPARE(errorOf(options()), Errc{});
}

void TestStartUp::cataloguesCanBeRefused()
{
    QCOMPARE(readCatalogue(std::filesystem::path(path("nowhere").toStdString())).error().code(),
             Errc::NotFound);
    QVERIFY(QDir(m_dir->path()).mkdir(QStringLiteral("catalogue")));
    writeFile("catalogue/broken.json", "{");
    const auto broken = readCatalogue(std::filesystem::path(path("catalogue").toStdString()));
    QCOMPARE(broken.error().code(), Errc::BadDefinition);
    for (const auto said : {catalogue::Language::Da, catalogue::Language::En}) { // which file, in either
        const std::string sentence = sentenceOf(broken.error(), said);
        QVERIFY(sentence.find("broken.json") != std::string::npos);
        QCOMPARE(sentence.find("Et skema kan ikke bruges") == 0, said == catalogue::Language::Da);
    }
}

void TestStartUp::theKeychainEntryStaysTheSame()
{
    const std::filesystem::path dir = m_dir->path().toStdString();
    const auto random = seal::systemRandom();
    const auto first = keychainEntry(dir, random);
    QVERIFY(first.has_value());
    QCOMPARE(keychainEntry(dir, random).value(), *first);
    writeFile("keychain-entry", "no hex");
    QCOMPARE(keychainEntry(dir, random).error().code(), Errc::BadFile);
}

void TestStartUp::workPostedBeforeTheStartIsDoneFirst()
{
    CoreAdapter core;
    std::promise<std::string> name;
    core.post([&name](engine::Engine &engine) { name.set_value(engine.identity().name); });
    QVERIFY(startCore(core, options(), shippedCatalogue()).has_value());
    QCOMPARE(name.get_future().get(), std::string("Fællesstuen"));
}

QTEST_GUILESS_MAIN(TestStartUp)
#include "tst_start_up.moc"
