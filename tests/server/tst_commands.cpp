#include "proto/tabletfile/tablet_file.h"
#include "sync-server/certificates.h"
#include "tests/server/program.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QtTest>

using namespace trivsel;
using trivsel::testing::bytesOf;
using trivsel::testing::Ran;
using trivsel::testing::RunningServer;
using trivsel::testing::runSync;
using trivsel::testing::TestHome;

namespace {

QStringList words(const char *line)
{
    return QString::fromUtf8(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

QJsonObject json(const Ran &ran)
{
    return QJsonDocument::fromJson(ran.out).object();
}

QJsonArray staff(const TestHome &home)
{
    return QJsonDocument::fromJson(home.run(words("staff list --json")).out).array();
}

/** Exactly one line on stderr, from us, and nothing on stdout. */
bool isOneSentence(const Ran &ran)
{
    return ran.exit > 0 && ran.out.isEmpty() && ran.err.startsWith("trivsel-sync: ") &&
           ran.err.count('\n') == 1 && ran.err.endsWith("\n");
}

} // namespace

class TestCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initShowsTheRecoveryWordsOnceAndKeepsThemNowhere()
    {
        const QTemporaryDir dir;
        const QString data = dir.filePath(QStringLiteral("home"));
        const Ran ran =
            runSync({QStringLiteral("init"), QStringLiteral("--data"), data, QStringLiteral("--name"),
                     QStringLiteral("Birkehuset Ærø"), QStringLiteral("--json")});
        QCOMPARE(ran.exit, 0);
        const std::string shown = json(ran).value(QLatin1String("recovery_words")).toString().toStdString();
        const auto seed = seal::fromWords(shown);
        QVERIFY(seed);
        const QByteArray secret(reinterpret_cast<const char *>(seed->data.data()), 32);
        for (const QFileInfo &file : QDir(data).entryInfoList(QDir::Files)) {
            const QByteArray bytes = bytesOf(file.filePath());
            QVERIFY2(!bytes.contains(secret), qPrintable(file.fileName()));
            QVERIFY2(!bytes.contains(QByteArray::fromStdString(shown)), qPrintable(file.fileName()));
            QVERIFY2(!bytes.contains(QByteArray("Birkehuset")),
                     qPrintable(file.fileName())); // sealed, like everything
        }
    }

    void initShowsAQrCodeToAPerson()
    {
        const QTemporaryDir dir;
        const Ran ran =
            runSync({QStringLiteral("init"), QStringLiteral("--data"), dir.filePath(QStringLiteral("home")),
                     QStringLiteral("--name"), QStringLiteral("Birkehuset")});
        QCOMPARE(ran.exit, 0);
        QVERIFY(ran.out.contains("Gendannelsesord"));
        QVERIFY(ran.out.count("█") > 50);
    }

    void theDataIsForItsOwnerAlone()
    {
        const TestHome home;
        QVERIFY(home.made());
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther |
                            QFile::WriteOther | QFile::ExeOther;
        QVERIFY(!(QFile::permissions(home.data()) & others));
        const QString key = home.data() + QStringLiteral("/wrap.key");
        QVERIFY(!(QFile::permissions(key) & (others | QFile::WriteOwner)));
        QVERIFY(QFileInfo(key).size() == 32);
    }

    void initTwiceIsRefusedAndTouchesNothing()
    {
        const TestHome home;
        const QByteArray before = bytesOf(home.data() + QStringLiteral("/identity"));
        const Ran again = home.run(words("init --name Anden"));
        QVERIFY(isOneSentence(again));
        QVERIFY(again.err.contains("allerede et hjem"));
        QCOMPARE(bytesOf(home.data() + QStringLiteral("/identity")), before);
        QCOMPARE(home.run(words("status")).exit, 0);
    }

    void theWrappingKeyCanLieElsewhere()
    {
        const QTemporaryDir dir;
        const QStringList place{QStringLiteral("--data"), dir.filePath(QStringLiteral("home")),
                                QStringLiteral("--wrap-key"), dir.filePath(QStringLiteral("usb.key"))};
        QCOMPARE(runSync(words("init --name Huset") + place).exit, 0);
        QVERIFY(QFileInfo::exists(dir.filePath(QStringLiteral("usb.key"))));
        QCOMPARE(runSync(words("status") + place).exit, 0);
        const Ran without = runSync({QStringLiteral("status"), place[0], place[1]});
        QVERIFY(isOneSentence(without));
        QVERIFY(without.err.contains("Nøglefilen"));
    }

    void aTabletFileHoldsAllThatATabletNeeds()
    {
        const TestHome home;
        const QString file = home.addTablet(QStringLiteral("Fællesstuen"), QStringLiteral("shared"), 7400);
        QVERIFY(!file.isEmpty());
        QVERIFY(!(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther)));
        const auto tablet = readTabletFile(bytesOf(file).toStdString());
        QVERIFY(tablet);
        QCOMPARE(tablet->homeName, "Birkehuset");
        QCOMPARE(tablet->name, "Fællesstuen");
        QVERIFY(tablet->kind == TabletKind::Shared);
        QCOMPARE(tablet->host, "127.0.0.1");
        QCOMPARE(tablet->port, std::uint16_t{7400});
        const QJsonObject listed =
            json(home.run(words("status --json"))).value(QLatin1String("tablets")).toArray()[0].toObject();
        QCOMPARE(listed.value(QLatin1String("id")).toString().toStdString(), toHex(tablet->device.view()));
        QCOMPARE(listed.value(QLatin1String("kind")).toString(), QStringLiteral("shared"));
        QCOMPARE(listed.value(QLatin1String("last_contact_ms")).toInteger(), 0);
        QVERIFY(!home.run(words("tablet list")).out.contains("har det hele")); // it has fetched nothing yet
    }

    void aTabletThatWasLongAwayFetchesAgain()
    {
        const TestHome home;
        QVERIFY(!home.addTablet(QStringLiteral("Stuen"), QStringLiteral("shared")).isEmpty());
        QCOMPARE(home.run(words("tablet renew Loftet")).exit, 1);
        const Ran said = home.run(words("tablet renew Stuen"));
        QCOMPARE(said.exit, 0);
        QVERIFY(said.out.contains("Stuen henter igen"));
        QCOMPARE(home.run(words("tablet block Stuen")).exit, 0);
        const Ran blocked = home.run(words("tablet renew Stuen")); // blocked stays blocked
        QCOMPARE(blocked.exit, 1);
        QVERIFY(blocked.err.contains("tablet unblock"));
    }

    void aPhoneIsSomebodysOwn()
    {
        const TestHome home;
        QVERIFY(!home.addTablet(QStringLiteral("Stuen"), QStringLiteral("shared")).isEmpty());
        QVERIFY(!home.addTablet(QStringLiteral("Mobil"), QStringLiteral("staff")).isEmpty());
        const QString mette =
            json(home.run(words("staff add Mette --json"))).value(QLatin1String("person")).toString();
        QVERIFY(!mette.isEmpty());
        const auto ownerOf = [&home](const char *name) {
            for (const auto &one :
                 json(home.run(words("tablet list --json"))).value(QLatin1String("tablets")).toArray()) {
                if (one.toObject().value(QLatin1String("name")).toString() == QLatin1String(name)) {
                    return one.toObject().value(QLatin1String("owner")).toString();
                }
            }
            return QStringLiteral("no such tablet");
        };
        QCOMPARE(ownerOf("Mobil"), QString());
        const Ran told = home.run(words("tablet owner Mobil Mette"));
        QCOMPARE(told.exit, 0);
        QVERIFY(told.out.contains("Mette"));
        QCOMPARE(ownerOf("Mobil"), mette);
        QVERIFY(isOneSentence(home.run(words("tablet owner Mobil Jens"))));  // nobody of that name works here
        QVERIFY(isOneSentence(home.run(words("tablet owner Stuen Mette")))); // a shared one is the house's
        QCOMPARE(home.run(words("tablet owner Mobil")).exit, 2);
        QCOMPARE(home.run(words("tablet owner Mobil Mette --none")).exit, 2);
        QCOMPARE(ownerOf("Mobil"), mette);
        QCOMPARE(ownerOf("Stuen"), QString());
        QCOMPARE(home.run(words("tablet owner Mobil --none")).exit, 0);
        QCOMPARE(ownerOf("Mobil"), QString());
        const QString out = home.path(QStringLiteral("ny.tablet"));
        QCOMPARE(
            home.run(words("tablet add Ny --kind staff --owner Mette --address a:1 --out") + QStringList{out})
                .exit,
            0);
        QCOMPARE(ownerOf("Ny"), mette);
        const QString none = home.path(QStringLiteral("anden.tablet"));
        QVERIFY(isOneSentence(home.run(
            words("tablet add To --kind leader --owner Mette --address a:1 --out") + QStringList{none})));
        QVERIFY(!QFileInfo::exists(none));
        QCOMPARE(ownerOf("To"), QStringLiteral("no such tablet"));
    }

    void aTabletFileIsNeverOverwritten()
    {
        const TestHome home;
        const QString file = home.addTablet(QStringLiteral("A"), QStringLiteral("shared"));
        const QByteArray before = bytesOf(file);
        const Ran ran = home.run(words("tablet add B --kind staff --address a:1 --out") + QStringList{file});
        QVERIFY(isOneSentence(ran));
        QVERIFY(ran.err.contains("findes allerede"));
        QCOMPARE(bytesOf(file), before);
        QCOMPARE(json(home.run(words("status --json"))).value(QLatin1String("tablets")).toArray().size(), 1);
    }

    void twoTabletsHaveTwoNames()
    {
        const TestHome home;
        QVERIFY(!home.addTablet(QStringLiteral("A"), QStringLiteral("shared")).isEmpty());
        const QString second = home.path(QStringLiteral("second"));
        const Ran ran =
            home.run(words("tablet add A --kind staff --address a:1 --out") + QStringList{second});
        QVERIFY(isOneSentence(ran));
        QVERIFY(!QFileInfo::exists(second));
    }

    void peopleAreMadeAndPutTogether()
    {
        const TestHome home;
        const QJsonObject sofie =
            json(home.run(words("resident add --name Sofie --picture fyrtaarn --tint 2 --json")));
        QCOMPARE(sofie.value(QLatin1String("streams")).toObject().size(), 6);
        QCOMPARE(home.run(words("staff add --name Mette --role staff")).exit, 0);
        QCOMPARE(home.run(words("staff add --name Ali --role night")).exit, 0);
        const QJsonObject set =
            json(home.run({QStringLiteral("team"), QStringLiteral("set"), QStringLiteral("Sofie"),
                           QStringLiteral("--chosen"), QStringLiteral("Mette"), QStringLiteral("--team"),
                           QStringLiteral("Mette, Ali,"), QStringLiteral("--json")})); // as people write it
        QCOMPARE(set.value(QLatin1String("person")), sofie.value(QLatin1String("person")));
        QCOMPARE(set.value(QLatin1String("chosen")).toInt(), 1);
        QCOMPARE(set.value(QLatin1String("team")).toInt(), 2);
        // What is not named stays as it was; an empty list empties it.
        const QJsonObject later =
            json(home.run({QStringLiteral("team"), QStringLiteral("set"), QStringLiteral("Sofie"),
                           QStringLiteral("--team"), QString(), QStringLiteral("--json")}));
        QCOMPARE(later.value(QLatin1String("chosen")).toInt(), 1);
        QCOMPARE(later.value(QLatin1String("team")).toInt(), 0);
        const QJsonObject status = json(home.run(words("status --json")));
        QCOMPARE(status.value(QLatin1String("residents")).toInt(), 1);
        QCOMPARE(status.value(QLatin1String("staff")).toInt(), 2);
        QVERIFY(status.value(QLatin1String("waiting")).toArray().isEmpty());
        // Names and ids, because team set takes either.
        QStringList listed;
        for (const auto &one : status.value(QLatin1String("people")).toArray()) {
            const QJsonObject person = one.toObject();
            listed.append(person.value(QLatin1String("name")).toString());
            const QString id = person.value(QLatin1String("id")).toString();
            QVERIFY(home.run(words("status")).out.contains(id.toUtf8()));
        }
        listed.sort();
        QCOMPARE(listed,
                 QStringList({QStringLiteral("Ali"), QStringLiteral("Mette"), QStringLiteral("Sofie")}));
    }

    void aNameMayStandWithoutItsOption()
    {
        const TestHome home;
        QCOMPARE(home.run(words("staff add Mette --role night")).exit, 0);
        QCOMPARE(home.run(words("resident add Sofie --picture fyrtaarn")).exit, 0);
        const Ran none = home.run(words("staff add --role night"));
        QVERIFY2(none.err.contains("NAVN mangler"), none.err.constData());
        const Ran two = home.run(words("staff add Mette Hansen"));
        QVERIFY2(isOneSentence(two) && two.err.contains("Hansen") && two.err.contains("anførselstegn"),
                 two.err.constData());
    }

    void theSameNameTwiceIsAskedAbout()
    {
        const TestHome home;
        const QString id =
            json(home.run(words("staff add Mette --json"))).value(QLatin1String("person")).toString();
        const Ran second = home.run(words("staff add Mette"));
        QVERIFY2(isOneSentence(second), second.err.constData());
        QVERIFY(second.err.contains("--anyway") && second.err.contains(id.toUtf8()));
        QCOMPARE(staff(home).size(), 1);
        QCOMPARE(home.run(words("staff add Mette --anyway")).exit, 0);
        QCOMPARE(staff(home).size(), 2);
        // A resident of the same name is no second Mette, but a second resident is.
        QCOMPARE(home.run(words("resident add Mette --picture kop")).exit, 0);
        QVERIFY(isOneSentence(home.run(words("resident add Mette --picture sol"))));
        QCOMPARE(home.run(words("resident add Mette --picture sol --anyway")).exit, 0);
        // Tiles without a name are many.
        const QStringList nameless{QStringLiteral("resident"),  QStringLiteral("add"),
                                   QStringLiteral("--name"),    QString(),
                                   QStringLiteral("--picture"), QStringLiteral("hat")};
        QCOMPARE(home.run(nameless).exit, 0);
        QCOMPARE(home.run(nameless + words("--tint 2")).exit, 0);
        // Who has left is in nobody's way.
        QCOMPARE(home.run({QStringLiteral("staff"), QStringLiteral("remove"), id}).exit, 0);
        const Ran after = home.run(words("staff add Mette"));
        QVERIFY(after.err.contains("--anyway")); // the other one is still here
    }

    void aPictureThatIsNotThereIsToldWithThoseThatAre()
    {
        const TestHome home;
        const Ran ran = home.run(words("resident add Sofie --picture lighthouse"));
        QVERIFY2(isOneSentence(ran), ran.err.constData());
        QVERIFY(ran.err.contains("lighthouse") && ran.err.contains("fyrtaarn") && ran.err.contains("vindue"));
        // One that is nearly right is answered with those that it is like, and with how all are seen.
        for (const auto &[typed, near] :
             {std::pair("hatt", "Mente du hat"), std::pair("fyrtårm", "Mente du fyrtaarn?"),
              std::pair("traktro", "Mente du traktor?"), std::pair("kirse", "Mente du kirsebaer?")}) {
            const Ran close = home.run(words("resident add Sofie --picture") << QString::fromUtf8(typed));
            QVERIFY2(isOneSentence(close), close.err.constData());
            QVERIFY2(close.err.contains(near) && close.err.contains(typed) &&
                         close.err.contains("--picture liste"),
                     close.err.constData());
        }
        for (const char *all : {"liste", "names"}) {
            const Ran told = home.run(words("resident add Sofie --picture") << QLatin1String(all));
            QVERIFY2(told.err.contains("aeble, ") && told.err.contains(", vindue."), told.err.constData());
        }
    }

    void aPictureIsTakenByItsDanishWord()
    {
        const TestHome home;
        const QStringList typed = words("resident add Sofie --picture") << QStringLiteral("Fyrtårn");
        QCOMPARE(home.run(typed).exit, 0);
        QCOMPARE(QJsonDocument::fromJson(home.run(words("resident list --json")).out)
                     .array()[0]
                     .toObject()
                     .value(QLatin1String("picture"))
                     .toString(),
                 QStringLiteral("fyrtaarn"));
        const QStringList almost = words("resident add Bo --picture") << QStringLiteral("ØST");
        QCOMPARE(home.run(almost).exit, 2);
    }

    void everyDrawingIsAPicture()
    {
        const TestHome home;
        const QStringList drawings =
            QDir(QStringLiteral(TRIVSEL_SOURCE_DIR "/assets/pictures")).entryList({QStringLiteral("*.svg")});
        QVERIFY(drawings.size() >= 64);
        const QString told = QString::fromUtf8(home.run(words("resident add Sofie --picture liste")).err);
        const QStringList names =
            told.trimmed().chopped(1).section(QStringLiteral(": "), -1).split(QStringLiteral(", "));
        QCOMPARE(names.size(), drawings.size());
        for (const QString &drawing : drawings) {
            QVERIFY2(names.contains(drawing.chopped(4)), qPrintable(drawing));
        }
    }

    void aCodeIsDrawnAndShownOnce()
    {
        const TestHome home;
        QCOMPARE(home.run(words("staff add Mette")).exit, 0);
        QVERIFY(!staff(home)[0].toObject().value(QLatin1String("code")).toBool());
        const Ran first = home.run(words("staff code Mette"));
        static const QRegularExpression spaced(QStringLiteral("\\b\\d{3} \\d{3}\\b"));
        const QString shown = spaced.match(QString::fromUtf8(first.out)).captured();
        QCOMPARE(shown.size(), 7);
        const QString second =
            json(home.run(words("staff code Mette --json"))).value(QLatin1String("code")).toString();
        QCOMPARE(second.size(), 6);
        QVERIFY(staff(home)[0].toObject().value(QLatin1String("code")).toBool());
        for (const QFileInfo &file : QDir(home.data()).entryInfoList(QDir::Files)) {
            QVERIFY(!bytesOf(file.filePath()).contains(second.toUtf8()));
        }
        QVERIFY(!home.run(words("staff list")).out.contains(second.toUtf8()));
        QVERIFY(!home.run(words("status --json")).out.contains(second.toUtf8()));
    }

    void everyRoleCanBeGivenAndSomeHaveNoCode()
    {
        const TestHome home;
        for (const char *role :
             {"staff", "peer", "coordinator", "medicine", "night", "temp", "leader", "office", "mentor",
              "meeting-leader", "reflectant", "supervisor", "representative"}) {
            const QString name = QString::fromLatin1(role);
            QCOMPARE(home.run({QStringLiteral("staff"), QStringLiteral("add"), name, QStringLiteral("--role"),
                               name})
                         .exit,
                     0);
        }
        QCOMPARE(staff(home).size(), 13);
        QCOMPARE(home.run(words("staff code leader --json")).exit, 0);
        const Ran guest = home.run(words("staff code mentor"));
        QVERIFY2(isOneSentence(guest) && guest.err.contains("mentor"), guest.err.constData());
        for (const char *none : {"resident", "server", "king"}) {
            QCOMPARE(home.run(words("staff add X --role") + QStringList{QString::fromLatin1(none)}).exit, 2);
        }
    }

    void aRoleIsChangedAndSomebodyLeaves()
    {
        const TestHome home;
        QCOMPARE(home.run(words("staff add Mette")).exit, 0);
        QCOMPARE(home.run(words("staff role Mette --role leader")).exit, 0);
        QCOMPARE(staff(home)[0].toObject().value(QLatin1String("role")).toString(), QStringLiteral("leader"));
        QCOMPARE(home.run(words("staff remove Mette")).exit, 0);
        QVERIFY(staff(home).isEmpty());
        QVERIFY(isOneSentence(home.run(words("staff code Mette"))));
        QVERIFY(isOneSentence(home.run(words("staff remove Mette"))));
        QCOMPARE(home.run(words("staff list")).exit, 0);
    }

    void aShiftCodeIsForOneShift()
    {
        const TestHome home;
        const QJsonObject made = json(home.run(words("shift-code new --hours 1 --json")));
        QCOMPARE(made.value(QLatin1String("code")).toString().size(), 6);
        const qint64 left =
            made.value(QLatin1String("until_ms")).toInteger() - QDateTime::currentMSecsSinceEpoch();
        QVERIFY(left > 0 && left <= 60 * 60 * 1000);
        QCOMPARE(home.run(words("shift-code new --hours 24")).exit, 0);
        for (const char *hours : {"0", "25", "-1"}) {
            const Ran ran = home.run({QStringLiteral("shift-code"), QStringLiteral("new"),
                                      QStringLiteral("--hours=%1").arg(QLatin1String(hours))});
            QVERIFY2(isOneSentence(ran) && ran.err.contains("--hours"), ran.err.constData());
        }
    }

    void aFolderThatIsMissingIsNamed()
    {
        const TestHome home;
        const Ran tablet =
            home.run(words("tablet add A --kind staff --address a:1 --out /missing/folder/a.tablet"));
        QVERIFY2(isOneSentence(tablet), tablet.err.constData());
        QVERIFY2(tablet.err.contains("/missing/folder findes ikke"), tablet.err.constData());
        const Ran init = runSync(words("init --name X --data /proc/missing/home"));
        QVERIFY2(isOneSentence(init), init.err.constData());
        QVERIFY2(!init.err.contains("Lav et med"), init.err.constData());
    }

    void helpLinesStandInTheOrderTheyWereAdded()
    {
        const TestHome home;
        for (const char *label : {"Vagten", "Lægevagten", "Livslinien"}) {
            const Ran ran =
                home.run({QStringLiteral("help-line"), QStringLiteral("add"), QString::fromUtf8(label),
                          QStringLiteral("--phone"), QStringLiteral("70 20 12 01"), QStringLiteral("--note"),
                          QStringLiteral("hele døgnet")});
            QCOMPARE(ran.exit, 0);
            QVERIFY(ran.out.contains(label));
        }
    }

    void refusesWhatItCantUse_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("says");
        const auto row = [](const char *name, const char *line, const char *says) {
            QTest::newRow(name) << words(line) << QByteArray(says);
        };
        row("unknown command", "serv", "Kommandoen serv findes ikke. Mente du serve?");
        row("half a command", "team", "team er kun det halve");
        row("a list without a home", "tablet", "--data mangler");
        row("unknown option", "status --data x --colour", "--colour");
        row("no data", "status", "--data mangler");
        row("no name", "init --data x", "--name mangler");
        row("empty name", "init --data x --name=", "--name");
        row("kind", "tablet add A --kind phone --address a:1 --out f --data x", "--kind");
        row("address", "tablet add A --kind staff --address a --out f --data x", "a er ikke en adresse");
        row("a word too many", "tablet add A B --kind staff --address a:1 --out f --data x", "for meget");
        row("role", "staff add --name M --role king --data x", "--role");
        row("tint 0", "resident add --name S --picture kop --tint 0 --data x", "--tint");
        row("tint 7", "resident add --name S --picture kop --tint 7 --data x", "--tint");
        row("tint word", "resident add --name S --picture kop --tint two --data x", "--tint");
        row("picture", "resident add --name S --picture ../p --data x", "--picture");
        row("reason", "resident close S --reason ferie --data x", "--reason");
        row("no basis", "erase S --by A --by B --data x", "--basis");
        row("no reason to hold", "hold set S --by A --data x", "--why");
        row("no choice of fit", "fit set --data x", "--rhythm");
        row("fit rhythm", "fit set --rhythm aldrig --data x", "aldrig er ikke et valg for --rhythm. Vælg uge, to-uger");
        row("phone", "help-line add V --phone ring --data x", "--phone");
        row("listen", "serve --data x --listen 7400", "7400 er ikke en adresse");
        row("language", "status --data x --lang de", "--lang de");
    }
    void refusesWhatItCantUse()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, says);
        const Ran ran = runSync(arguments);
        QVERIFY2(isOneSentence(ran), ran.err.constData());
        QVERIFY2(ran.err.contains(says), ran.err.constData());
        QCOMPARE(ran.exit, 2);
    }

    void saysWhoIsNotFound()
    {
        const TestHome home;
        const Ran ran = home.run(words("team set Nobody --team Mette"));
        QVERIFY(isOneSentence(ran));
        QVERIFY(ran.err.contains("Nobody"));
    }

    void speaksEnglishWhenAsked()
    {
        const Ran ran = runSync(words("status --lang en"));
        QVERIFY(ran.err.contains("--data is missing"));
    }

    void everyCommandHasHelpInBothLanguages()
    {
        const Ran all = runSync({QStringLiteral("--help")});
        QCOMPARE(all.exit, 0);
        static const QRegularExpression line(QStringLiteral("^  ((?:[a-z-]+ ?)+?)  +\\S"),
                                             QRegularExpression::MultilineOption);
        auto found = line.globalMatch(QString::fromUtf8(all.out));
        int commands = 0;
        while (found.hasNext()) {
            const QStringList command = found.next().captured(1).split(QLatin1Char(' '), Qt::SkipEmptyParts);
            for (const char *lang : {"da", "en"}) {
                const Ran one =
                    runSync(command + words("--help --lang") + QStringList{QString::fromUtf8(lang)});
                QCOMPARE(one.exit, 0);
                QVERIFY(one.out.contains("--data"));
            }
            ++commands;
        }
        QCOMPARE(commands, 45);
    }

    void serveSaysWhereItListensAndStopsInOrder()
    {
        const TestHome home;
        RunningServer server(home.data());
        QVERIFY(server.port() != 0);
        QCOMPARE(server.stop(), 0);
    }

    void aSecondServerIsRefused()
    {
        const TestHome home;
        const RunningServer server(home.data());
        QVERIFY(server.port() != 0);
        const Ran second = home.run(words("serve --listen 127.0.0.1:0"));
        QVERIFY2(isOneSentence(second), second.err.constData());
        QVERIFY(second.err.contains("kører allerede en server"));
        QVERIFY(server.running());
    }

    void aTakenPortIsTold()
    {
        const TestHome home;
        const TestHome other;
        const RunningServer server(home.data());
        const Ran second = other.run({QStringLiteral("serve"), QStringLiteral("--listen"),
                                      QStringLiteral("127.0.0.1:%1").arg(server.port())});
        QVERIFY2(isOneSentence(second), second.err.constData());
        QVERIFY(second.err.contains(QByteArray::number(server.port())));
    }

    void theOfficeWorksWhileTheServerRuns()
    {
        const TestHome home;
        const RunningServer server(home.data());
        QVERIFY(server.port() != 0);
        QCOMPARE(home.run(words("resident add --name Sofie --picture fyrtaarn")).exit, 0);
        QCOMPARE(json(home.run(words("status --json"))).value(QLatin1String("residents")).toInt(), 1);
        QVERIFY(server.running());
    }

    void aKilledServerLeavesItsDataOpen()
    {
        const TestHome home;
        {
            RunningServer server(home.data());
            QVERIFY(server.port() != 0);
            server.kill();
        }
        RunningServer again(home.data());
        QVERIFY(again.port() != 0);
    }

    void verifyStateNamesEveryStream()
    {
        const TestHome home;
        QCOMPARE(home.run(words("resident add --name Sofie --picture fyrtaarn")).exit, 0);
        const QJsonArray streams =
            json(home.run(words("verify-state --json"))).value(QLatin1String("streams")).toArray();
        QCOMPARE(streams.size(), 2); // home and profile hold changes
        for (const auto &stream : streams) {
            QCOMPARE(stream.toObject().value(QLatin1String("set_hash")).toString().size(), 64);
            QCOMPARE(stream.toObject().value(QLatin1String("fold")).toString().size(), 64);
            QVERIFY(stream.toObject().value(QLatin1String("changes")).toInt() > 0);
        }
    }
};

QTEST_GUILESS_MAIN(TestCommands)
#include "tst_commands.moc"
