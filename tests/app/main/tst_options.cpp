// What the command line takes, and the one sentence when it does not.
#include "app/main/files.h"
#include "app/main/options.h"
#include "app/main/user_language.h"

#include <QTest>

using namespace trivsel;
using namespace trivsel::app;

using Words = std::vector<std::string>;
Q_DECLARE_METATYPE(Words)

class TestOptions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everythingCanBeSaid();
    void defaults();
    void theUsersLanguageIsSpoken();
    void badInputIsOneSentence_data();
    void badInputIsOneSentence();
    void limits();
    void plansOnPaperGoWhereItIsSaid();
};

void TestOptions::everythingCanBeSaid()
{
    const auto options = parseOptions({"--data",
                                       "d",
                                       "--keyfile",
                                       "k",
                                       "--tablet-file",
                                       "t",
                                       "--catalogue",
                                       "c",
                                       "--voices",
                                       "v",
                                       "--prints",
                                       "p",
                                       "--kiosk",
                                       "--lang",
                                       "en",
                                       "--sync-every",
                                       "5",
                                       "--size",
                                       "800x1280",
                                       "--theme",
                                       "contrast",
                                       "--scale",
                                       "1.5",
                                       "--screens",
                                       "s",
                                       "--self-test",
                                       "--tour-code",
                                       "246810",
                                       "--exit-after-first-frame"});
    QVERIFY(options.has_value());
    QCOMPARE(options->data.string(), std::string("d"));
    QCOMPARE(options->keyFile->string(), std::string("k"));
    QCOMPARE(options->tabletFile->string(), std::string("t"));
    QCOMPARE(options->catalogueDir->string(), std::string("c"));
    QCOMPARE(options->voicesDir->string(), std::string("v"));
    QCOMPARE(options->printsDir->string(), std::string("p"));
    QCOMPARE(options->screensDir->string(), std::string("s"));
    QVERIFY(options->look.kiosk && options->selfTest && options->exitAfterFirstFrame);
    QCOMPARE(options->tourCode, std::string("246810"));
    QCOMPARE(options->language, catalogue::Language::En);
    QCOMPARE(options->syncEverySeconds, 5);
    QCOMPARE(options->widthPx, 800);
    QCOMPARE(options->heightPx, 1280);
    QCOMPARE(options->look.scheme, App::Scheme::Contrast);
    QCOMPARE(options->look.typeScale, 1.5);
    QVERIFY(std::abs(options->look.pxPerMm - 5.88) < 0.01); // a screen of 10.1 inches
}

void TestOptions::defaults()
{
    const auto options = parseOptions({"--data", "d"});
    QVERIFY(options.has_value());
    QCOMPARE(options->language, catalogue::Language::Da);
    QCOMPARE(options->look.pxPerMm, 0.0);
    QCOMPARE(options->syncEverySeconds, 0);
    QVERIFY(!options->catalogueDir && !options->keyFile && !options->selfTest);
    QVERIFY(!options->voicesDir && !options->listRecordings && !options->printsDir);
    QVERIFY(parseOptions({"--list-recordings"})->listRecordings); // of no tablet
    QVERIFY(parseOptions({"--help"})->help);
    QVERIFY(parseOptions({"--version"})->version);
    QVERIFY(optionsHelp(catalogue::Language::Da).find("--tablet-file") != std::string::npos);
}

void TestOptions::theUsersLanguageIsSpoken()
{
    const auto danish = [](const Words &arguments) {
        return userLanguage(arguments) == catalogue::Language::Da;
    };
    const QByteArray all = qgetenv("LC_ALL");
    const QByteArray lang = qgetenv("LANG");
    qunsetenv("LC_ALL");
    for (const char *own : {"da_DK.UTF-8", "da", "C", "C.UTF-8", "POSIX", ""}) {
        qputenv("LANG", own);
        QVERIFY2(danish({}), own);
        QVERIFY2(!danish({"--lang", "en"}), own);
        QVERIFY2(!danish({"--lang=en"}), own);
        QVERIFY(parseOptions({}).error().detail().find("mangler") != std::string::npos);
    }
    for (const char *own : {"en_US.UTF-8", "de"}) {
        qputenv("LANG", own);
        QVERIFY2(!danish({}), own);
        QVERIFY2(danish({"--lang", "da"}), own);
        QVERIFY(parseOptions({"--dance"}).error().detail().find("--dance can't be read") !=
                std::string::npos);
    }
    qputenv("LANG", lang);
    if (!all.isEmpty()) {
        qputenv("LC_ALL", all);
    }
    const std::string help = optionsHelp(catalogue::Language::Da);
    for (const char *english : {" the ", " of ", "directory", "window", " arg"}) {
        QVERIFY2(help.find(english) == std::string::npos, english);
    }
    QVERIFY(optionsHelp(catalogue::Language::En).find("directory") != std::string::npos);
}

void TestOptions::badInputIsOneSentence_data()
{
    QTest::addColumn<Words>("arguments");
    const auto row = [](const char *name, const Words &arguments) { QTest::newRow(name) << arguments; };
    row("no data", {});
    row("unknown", {"--data", "d", "--dance"});
    row("a name that the library would fill in for ever", {"--data", "d", "--%canonical_option%"});
    row("a word too many", {"--data", "d", "extra"});
    row("no value", {"--data"});
    row("twice", {"--data", "d", "--data", "e"});
    row("language", {"--data", "d", "--lang", "sv"});
    row("theme", {"--data", "d", "--theme", "pink"});
    row("scale no number", {"--data", "d", "--scale", "big"});
    row("size", {"--data", "d", "--size", "1280"});
    row("size letters", {"--data", "d", "--size", "1280xhigh"});
    row("size rest", {"--data", "d", "--size", "1280x800x"});
    row("px", {"--data", "d", "--px-per-mm", "none"});
    row("code without a tour", {"--data", "d", "--tour-code", "246810"});
    row("five digits", {"--data", "d", "--self-test", "--tour-code", "24681"});
    row("seconds", {"--data", "d", "--sync-every", "-1"});
}

void TestOptions::badInputIsOneSentence()
{
    QFETCH(Words, arguments);
    const auto options = parseOptions(arguments);
    QVERIFY(!options.has_value());
    QCOMPARE(options.error().code(), Errc::BadArgument);
    const auto sentence = QString::fromStdString(options.error().detail());
    QVERIFY2(sentence.endsWith(QLatin1Char('.')) && !sentence.contains(QLatin1Char('\n')),
             qPrintable(sentence));
}

void TestOptions::limits()
{
    const auto takes = [](const char *name, const char *value) {
        return parseOptions({"--data", "d", name, value}).has_value();
    };
    QVERIFY(takes("--scale", "0.85"));
    QVERIFY(!takes("--scale", "0.84"));
    QVERIFY(takes("--scale", "2"));
    QVERIFY(!takes("--scale", "2.01"));
    QVERIFY(!takes("--scale", "nan"));
    QVERIFY(takes("--sync-every", "86400"));
    QVERIFY(!takes("--sync-every", "86401"));
    QVERIFY(takes("--size", "320x10000"));
    QVERIFY(!takes("--size", "319x800"));
    QVERIFY(!takes("--size", "320x10001"));
    QVERIFY(takes("--px-per-mm", "5.87"));
    QVERIFY(!takes("--px-per-mm", "2.3"));
    QVERIFY(!takes("--px-per-mm", "15.8"));
}

void TestOptions::plansOnPaperGoWhereItIsSaid()
{
    const auto said = printFolder("/papir", true); // also on a kiosk
    QVERIFY(said && said->path == QStringLiteral("/papir"));
    QVERIFY(!said->make); // a disk that is not put in is no folder to be made
    const auto own = printFolder({}, false);
    QVERIFY(own && own->make && own->path.endsWith(QStringLiteral("/Trivsel")));
    QVERIFY(!printFolder({}, true));
}

QTEST_GUILESS_MAIN(TestOptions)
#include "tst_options.moc"
