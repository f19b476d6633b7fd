// The program as it is started: what it reads, what it says, how it ends.
#include "tests/app/demo/demo_place.h"

#include <boost/json.hpp>

#include <QProcess>
#include <QtTest>

using namespace trivsel;
using namespace trivsel::test;

class TestProgram : public QObject
{
    Q_OBJECT

private:
    struct Ended
    {
        int code = -1;
        QByteArray out;
        QByteArray error;
    };
    static Ended run(const QStringList &words)
    {
        QProcess program;
        program.start(QStringLiteral(TRIVSEL_DEMO), words);
        if (!program.waitForFinished(60'000)) {
            return {};
        }
        return {program.exitCode(), program.readAllStandardOutput(), program.readAllStandardError()};
    }
    static QStringList wordsFor(const DemoPlace &place)
    {
        return {"--tablet", QString::fromStdString(place.dir().string()), "--catalogue",
                TRIVSEL_SOURCE_DIR "/assets/catalogue"};
    }

private Q_SLOTS:
    void saysWhatItWrote()
    {
        FivePeople five;
        DemoPlace place(five.home, 1);
        const Ended ended = run(wordsFor(place) << "--months"
                                                << "1"
                                                << "--seed"
                                                << "5"
                                                << "--until"
                                                << "1790000000000");
        QVERIFY2(ended.code == 0, ended.error.constData());
        QCOMPARE(ended.out.count('\n'), 1);
        const boost::json::object said = boost::json::parse(ended.out.toStdString()).as_object();
        QCOMPARE(said.at("residents").to_number<int>(), 5);
        QCOMPARE(said.at("until_ms").to_number<std::int64_t>(), 1'790'000'000'000);
        QCOMPARE(said.at("from_ms").to_number<std::int64_t>(), 1'790'000'000'000 - 2'629'800'000);
        const auto saved =
            said.at("answers").to_number<std::uint64_t>() + said.at("not_today").to_number<std::uint64_t>();
        std::uint64_t stands = 0;
        for (const Who &resident : five.residents) {
            stands += place.opened().openResident(resident.person, resident)->responses.size();
        }
        QCOMPARE(stands, saved);
        QVERIFY(saved > 0);
    }

    void oneSentenceWhenItCantBeDone()
    {
        QTemporaryDir empty;
        const Ended ended =
            run({"--tablet", empty.path(), "--catalogue", TRIVSEL_SOURCE_DIR "/assets/catalogue"});
        QCOMPARE(ended.code, 1);
        QVERIFY(ended.out.isEmpty());
        QCOMPARE(ended.error.count('\n'), 1);
        QVERIFY(ended.error.startsWith("trivsel-demo: No tablet lives in"));
    }

    void wrongWords_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::newRow("none") << QStringList();
        QTest::newRow("no catalogue") << QStringList{"--tablet", "x"};
        QTest::newRow("unknown") << QStringList{"--tablet", "x", "--catalogue", "y", "--weeks", "3"};
        QTest::newRow("a word too many") << QStringList{"--tablet", "x", "--catalogue", "y", "z"};
        QTest::newRow("no number") << QStringList{"--tablet", "x", "--catalogue", "y", "--months", "six"};
        QTest::newRow("no time at all") << QStringList{"--tablet", "x", "--catalogue", "y", "--months", "0"};
        QTest::newRow("601 months") << QStringList{"--tablet", "x", "--catalogue", "y", "--months", "601"};
        QTest::newRow("51 years") << QStringList{"--tablet", "x", "--catalogue", "y", "--years", "51"};
        QTest::newRow("two times") << QStringList{"--tablet", "x", "--catalogue", "y",
                                                  "--months", "6", "--years",     "1"};
        QTest::newRow("until long ago") << QStringList{"--tablet", "x", "--catalogue", "y", "--until", "5"};
    }

    void wrongWords()
    {
        QFETCH(QStringList, words);
        const Ended ended = run(words);
        QCOMPARE(ended.code, 2);
        QVERIFY(ended.out.isEmpty());
        QCOMPARE(ended.error.count('\n'), 1);
        QVERIFY(ended.error.endsWith("see --help\n"));
    }

    void theLongestTimeIsFiftyYears()
    {
        for (const QStringList &time : {QStringList{"--months", "600"}, QStringList{"--years", "50"}}) {
            const Ended ended = run(
                QStringList{"--tablet", "/nowhere", "--catalogue", TRIVSEL_SOURCE_DIR "/assets/catalogue"} +
                time);
            QCOMPARE(ended.code, 1); // read; but nobody is there
        }
    }
};

QTEST_GUILESS_MAIN(TestProgram)
#include "tst_program.moc"
