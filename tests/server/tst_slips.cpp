// What a tired home manager gets wrong at the office's command line, and what is said then.
#include "tests/server/program.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>
#include <unistd.h>

using trivsel::testing::Ran;
using trivsel::testing::RunningServer;
using trivsel::testing::runSync;
using trivsel::testing::TestHome;

namespace {

constexpr uid_t kNobody = 65534;

QStringList words(const char *line)
{
    return QString::fromUtf8(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

bool isOneSentence(const Ran &ran)
{
    return ran.exit > 0 && ran.out.isEmpty() && ran.err.startsWith("trivsel-sync: ") &&
           ran.err.count('\n') == 1 && ran.err.endsWith("\n");
}

QJsonArray list(const TestHome &home, const char *line)
{
    return QJsonDocument::fromJson(home.run(words(line)).out).array();
}

} // namespace

class TestSlips : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasMeantIsAskedFor_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("says");
        const auto row = [](const char *line, const char *says) {
            QTest::newRow(line) << QByteArray(line) << QByteArray(says);
        };
        row("statu --data x", "Mente du status?");
        row("residnt list --data x", "Mente du resident list?");
        row("resident lst --data x", "Mente du resident list?");
        row("tabletlist --data x", "Mente du tablet list?");
        row("team --data x", "team er kun det halve. Skriv en af: team set");
        row("hold", "hold set, hold lift");
        row("abrakadabra", "Kommandoen abrakadabra findes ikke. Se");
        row("resident add Bo --pictur kop --data x", "Mente du --picture?");
        row("resident add --nam Bo --picture kop --data x", "Mente du --name?");
        row("status --dta x", "Mente du --data?");
        row("status --colour --data x", "Valget --colour findes ikke her. Se");
        row("status --data", "Efter --data mangler der noget");
        row("status --json=1 --data x", "--json skal stå alene");
        row("status --data x --data y", "--data står der to gange");
        row("resident add S --picture kop --tint to --data x", "--tint er et tal fra 1 til 6");
        row("shift-code new --hours mange --data x", "--hours er et tal fra 1 til 24");
        row("audit sample --n alle --data x", "--n er et tal fra 1 til 10000");
        row("retention set planer --data x", "TID mangler");
        row("retention set planer snart --data x", "5 år");
    }
    void whatWasMeantIsAskedFor()
    {
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, says);
        const Ran ran = runSync(words(line.constData()));
        QVERIFY2(isOneSentence(ran), ran.err.constData());
        QVERIFY2(ran.err.contains(says), ran.err.constData());
        QCOMPARE(ran.exit, 2);
    }

    void oneWordIsTheList()
    {
        const TestHome home;
        QVERIFY(home.run(words("resident")).out.contains("ikke oprettet nogen beboere"));
        QCOMPARE(home.run(words("resident add Åse --picture kop")).exit, 0);
        QCOMPARE(home.run(words("resident add Bo --picture sol --tint 6")).exit, 0);
        QCOMPARE(home.run(words("resident add Gik --picture hat")).exit, 0);
        QCOMPARE(home.run(words("resident close Gik --reason flyttet")).exit, 0);
        const Ran said = home.run(words("resident"));
        QCOMPARE(said.exit, 0);
        QCOMPARE(said.out, home.run(words("resident list")).out);
        QVERIFY2(said.out.startsWith("  Bo: sol, farve 6 ("), said.out.constData());
        QVERIFY(said.out.contains("\n  Åse: kop, farve 1 (") && said.out.count('\n') == 2);
        const QJsonArray rows = list(home, "resident list --json");
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows[0].toObject().value(QLatin1String("tint")).toInt(), 6);
        QCOMPARE(home.run(words("staff")).out, home.run(words("staff list")).out);
        QCOMPARE(home.run(words("tablet")).out, home.run(words("tablet list")).out);
    }

    void statusListsResidentsFirstByName()
    {
        const TestHome home;
        for (const char *name : {"Ærlig", "Bo", "anna"}) {
            QCOMPARE(
                home.run({QStringLiteral("resident"), QStringLiteral("add"), QString::fromUtf8(name),
                          QStringLiteral("--picture"), QStringLiteral("kop"), QStringLiteral("--anyway")})
                    .exit,
                0);
            QCOMPARE(home.run({QStringLiteral("staff"), QStringLiteral("add"), QString::fromUtf8(name)}).exit,
                     0);
        }
        const QByteArray out = home.run(words("status")).out;
        qsizetype at = -1;
        for (const char *next : {"beboer anna", "beboer Bo", "beboer Ærlig", "medarbejder anna",
                                 "medarbejder Bo", "medarbejder Ærlig"}) {
            const qsizetype found = out.indexOf(next);
            QVERIFY2(found > at, out.constData());
            at = found;
        }
        QVERIFY2(out.contains("(hjemmet ") && out.contains("navn og billede 3"), out.constData());
    }

    void aNameThatIsNearlyTheSameIsAskedAbout()
    {
        const TestHome home;
        QCOMPARE(home.run(words("resident add Sofie --picture kop")).exit, 0);
        QCOMPARE(home.run(words("staff add Mette")).exit, 0);
        const auto second = [&home](const char *who, const char *name, const char *more) {
            return home.run(
                QStringList{QString::fromLatin1(who), QStringLiteral("add"), QString::fromUtf8(name)} +
                words(more));
        };
        const Ran resident = second("resident", " SOFIE ", "--picture sol");
        QVERIFY2(isOneSentence(resident) && resident.err.contains("hedder Sofie") &&
                     resident.err.contains("--anyway"),
                 resident.err.constData());
        QVERIFY(isOneSentence(second("staff", "mette", "")));
        QCOMPARE(second("staff", "Mette H", "").exit, 0);
        QCOMPARE(list(home, "resident list --json").size(), 1);
        QCOMPARE(list(home, "staff list --json").size(), 2);
        QCOMPARE(second("resident", "sofie", "--picture sol --anyway").exit, 0);
        QCOMPARE(second("staff", "mette", "--anyway").exit, 0);
    }

    void aTileThatIsTakenIsAskedAbout()
    {
        const TestHome home;
        QCOMPARE(home.run(words("resident add Sofie --picture kop --tint 2")).exit, 0);
        const Ran same = home.run(words("resident add Bo --picture kop --tint 2"));
        QVERIFY2(isOneSentence(same) && same.err.contains("Sofie har allerede det billede") &&
                     same.err.contains("--anyway"),
                 same.err.constData());
        QCOMPARE(list(home, "resident list --json").size(), 1);
        QCOMPARE(home.run(words("resident add Bo --picture kop --tint 3")).exit, 0);
        QCOMPARE(home.run(words("resident add Li --picture sol --tint 2")).exit, 0);
        QCOMPARE(home.run(words("resident add Ib --picture kop --tint 2 --anyway")).exit, 0);
        // Whose tile is gone is in nobody's way.
        QCOMPARE(home.run(words("resident close Li --reason flyttet")).exit, 0);
        QCOMPARE(home.run(words("resident add Pia --picture sol --tint 2")).exit, 0);
    }

    void aFileIsNoFolder()
    {
        const TestHome home;
        const QString file = home.path(QStringLiteral("fil"));
        QFile(file).open(QIODevice::WriteOnly);
        const QByteArray says = file.toUtf8() + " er en fil, ikke en mappe";
        const auto refused = [&says](const Ran &ran) { return isOneSentence(ran) && ran.err.contains(says); };
        for (const QString &place : {file, file + QStringLiteral("/under")}) {
            QVERIFY(refused(runSync(words("status --data") + QStringList{place})));
            QVERIFY(refused(runSync(words("init --name X --data") + QStringList{place})));
            QVERIFY(refused(home.run(words("backup --to") + QStringList{place})));
            QVERIFY(refused(home.run(words("verify --from") + QStringList{place})));
        }
        QVERIFY(refused(home.run(words("tablet add A --kind fælles --address a:1 --out") +
                                 QStringList{file + QStringLiteral("/a.tablet")})));
        const Ran proc = runSync(words("init --name X --data /proc/hjem"));
        QVERIFY2(isOneSentence(proc) && proc.err.contains("I /proc kan der ikke laves noget"),
                 proc.err.constData());
        const Ran out = home.run(words("tablet add A --kind fælles --address a:1 --out /proc/a.tablet"));
        QVERIFY2(isOneSentence(out) && out.err.contains("I /proc kan der ikke laves noget"),
                 out.err.constData());
    }

    /** A slip of the path: nobody is told to close a folder of the system to others. */
    void aFolderWithoutAHomeIsNotToBeClosed()
    {
        const QTemporaryDir dir;
        QVERIFY(QFile::setPermissions(dir.path(), QFile::permissions(dir.path()) | QFile::ReadOther | QFile::ExeOther));
        const Ran ran = runSync(words("status --data") + QStringList{dir.path()});
        QVERIFY2(ran.exit != 0 && !ran.err.contains("chmod"), ran.err.constData());
        QVERIFY2(ran.err.contains("hjem"), ran.err.constData());
    }

    void aFolderWithOtherThingsIsLeftAlone()
    {
        const QTemporaryDir dir;
        const auto open = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadGroup |
                          QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther;
        const QStringList init = words("init --name Huset --data") + QStringList{dir.path()};
        QVERIFY(QFile::setPermissions(dir.path(), open));
        {
            QFile letter(dir.filePath(QStringLiteral("brev.txt")));
            QVERIFY(letter.open(QIODevice::WriteOnly));
        }
        const auto before = QFile::permissions(dir.path());
        const Ran full = runSync(init);
        QVERIFY2(isOneSentence(full) && full.err.contains("er ikke tom"), full.err.constData());
        QCOMPARE(QFile::permissions(dir.path()), before);
        QVERIFY(QFile::remove(dir.filePath(QStringLiteral("brev.txt"))));
        const Ran empty = runSync(init);
        QCOMPARE(empty.exit, 0);
        QVERIFY2(empty.out.contains("var der i forvejen. Andre på maskinen kan ikke åbne den mere"),
                 empty.out.constData());
        QVERIFY(!(QFile::permissions(dir.path()) & (QFile::ReadGroup | QFile::ReadOther)));
        QVERIFY(QFile::setPermissions(dir.path(), open));
        const auto wide = QFile::permissions(dir.path());
        const Ran again = runSync(init); // a home that is there is not touched at all
        QVERIFY2(isOneSentence(again) && again.err.contains("allerede et hjem"), again.err.constData());
        QCOMPARE(QFile::permissions(dir.path()), wide);
        const QTemporaryDir closed; // made for its owner alone: nothing to tell
        const Ran quiet = runSync(words("init --name Huset --data") + QStringList{closed.path()});
        QVERIFY(quiet.exit == 0 && !quiet.out.contains("i forvejen"));
    }

    void anotherUserIsToldWhoMustRunIt()
    {
        if (::geteuid() != 0) {
            QSKIP("only root can be another user");
        }
        const TestHome home;
        const QString around = QFileInfo(home.data()).path(); // else not even the owner can be seen
        QVERIFY(QFile::setPermissions(around, QFile::permissions(around) | QFile::ReadOther |
                                                  QFile::ExeOther | QFile::ExeGroup));
        for (const char *line : {"status", "resident list", "serve --listen 127.0.0.1:0", "init --name X"}) {
            QStringList arguments = words(line);
            arguments << QStringLiteral("--data") << home.data();
            const Ran ran = runSync(arguments, [] { static_cast<void>(::setuid(kNobody)); });
            QVERIFY2(isOneSentence(ran), ran.err.constData());
            QVERIFY2(ran.err.contains("hører til brugeren root") && ran.err.contains("sudo -u root"),
                     ran.err.constData());
        }
    }

    void aKindThatIsNoneIsToldBeforeAnythingIsAsked()
    {
        const TestHome home;
        RunningServer server(home.data());
        QVERIFY(server.port() != 0);
        const Ran ran = home.run(words("pair --kind phone"));
        QVERIFY2(isOneSentence(ran), ran.out.constData()); // no question on standard output
        QVERIFY(ran.exit == 2 && ran.err.contains("--kind er fælles"));
    }

    /** Nothing is emptied by a name that was typed too fast. */
    void emptyingATabletIsAskedAbout()
    {
        const TestHome home;
        QCOMPARE(home.run(words("resident add Sofie --picture kop")).exit, 0);
        QVERIFY(!home.addTablet(QStringLiteral("Stuen"), QStringLiteral("shared")).isEmpty());
        const auto wiped = [&home] { return home.run(words("tablet list")).out.contains("skal tømmes"); };
        for (const char *typed : {"", "n\n", "\n", "måske\n"}) {
            const Ran no = home.run(words("tablet wipe Stuen"), typed);
            QVERIFY2(no.exit == 1 && no.out.contains("om 1 beboer:\n    Sofie\n") &&
                         no.out.contains("har ikke været i kontakt") && no.out.contains("er kun på den") &&
                         no.out.contains("Skal Stuen tømmes? (j/n)") &&
                         no.err.contains("Der er ikke ændret noget.") && no.err.contains("--yes"),
                     (no.out + no.err).constData());
            QVERIFY(!wiped());
        }
        const Ran script = home.run(words("tablet wipe Stuen --json"), "j\n");
        QVERIFY2(isOneSentence(script) && script.err.contains("--yes"), script.err.constData());
        QVERIFY(!wiped());
        QVERIFY(isOneSentence(home.run(words("tablet wipe Stue"))));
        const Ran yes = home.run(words("tablet wipe Stuen"), "j\n");
        QVERIFY2(yes.exit == 0 && yes.out.contains("og tømmer sig"), yes.err.constData());
        QVERIFY(wiped());
        QVERIFY(!home.addTablet(QStringLiteral("To"), QStringLiteral("shared")).isEmpty());
        const Ran quiet = home.run(words("tablet wipe To --yes"));
        QVERIFY2(quiet.exit == 0 && quiet.out.count('\n') == 1, quiet.out.constData());
    }

    void danishWordsAreTakenToo()
    {
        const TestHome home;
        QCOMPARE(home.run(words("staff add Mette --role Mødeleder")).exit, 0);
        QCOMPARE(home.run(words("staff role Mette --role nattevagt")).exit, 0);
        QCOMPARE(list(home, "staff list --json")[0].toObject().value(QLatin1String("role")).toString(),
                 QStringLiteral("night"));
        for (const char *kind : {"fælles", "faelles", "personale", "leder"}) {
            const QString name = QString::fromUtf8(kind);
            QVERIFY(!home.addTablet(name, name).isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(TestSlips)
#include "tst_slips.moc"
