// backup, verify and restore as the office runs them: one clear sentence when something is wrong, and nothing
// changed.
#include "tests/server/home_builder.h"
#include "tests/server/program.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>
#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

using trivsel::testing::BuiltHome;
using trivsel::testing::bytesOf;
using trivsel::testing::Ran;
using trivsel::testing::RunningServer;
using trivsel::testing::runSync;
using trivsel::testing::syncProgram;
using trivsel::testing::TestHome;

namespace {

bool isOneSentence(const Ran &ran, const char *about)
{
    return ran.exit > 0 && ran.err.startsWith("trivsel-sync: ") && ran.err.count('\n') == 1 &&
           ran.err.contains(about);
}

void write(const QString &file, const QByteArray &bytes)
{
    QFile out(file);
    if (!out.open(QIODevice::WriteOnly | QIODevice::Truncate) || out.write(bytes) != bytes.size()) {
        qFatal("can't write");
    }
}

QJsonObject json(const Ran &ran)
{
    return QJsonDocument::fromJson(ran.out).object();
}

QStringList segments(const QString &dir)
{
    return QDir(dir).entryList({QStringLiteral("changes-*.trivsel")}, QDir::Files, QDir::Name);
}

/** A home of the program's own making, with its words. */
struct Home
{
    QTemporaryDir dir;
    QStringList words;
    Home()
    {
        const Ran ran =
            runSync({QStringLiteral("init"), QStringLiteral("--data"), data(), QStringLiteral("--name"),
                     QStringLiteral("Huset"), QStringLiteral("--json")});
        words = json(ran)[QStringLiteral("recovery_words")].toString().split(QLatin1Char(' '));
        write(path("words"), words.join(QLatin1Char(' ')).toUtf8());
    }
    [[nodiscard]] QString path(const char *name) const { return dir.filePath(QString::fromUtf8(name)); }
    [[nodiscard]] QString data() const { return path("home"); }
    [[nodiscard]] Ran backup(const QStringList &more = {}) const
    {
        return runSync(QStringList{QStringLiteral("backup"), QStringLiteral("--to"), path("copy"),
                                   QStringLiteral("--data"), data()} +
                       more);
    }
    [[nodiscard]] Ran restore(const QStringList &secret, const char *to = "new") const
    {
        return runSync(QStringList{QStringLiteral("restore"), QStringLiteral("--from"), path("copy"),
                                   QStringLiteral("--data"), path(to)} +
                       secret);
    }
    [[nodiscard]] Ran verify(const QStringList &more = {}) const
    {
        return runSync(QStringList{QStringLiteral("verify"), QStringLiteral("--from"), path("copy")} + more);
    }
    void addStaff(const char *name) const
    {
        const Ran ran = runSync({QStringLiteral("staff"), QStringLiteral("add"), QStringLiteral("--name"),
                                 QString::fromUtf8(name), QStringLiteral("--role"), QStringLiteral("staff"),
                                 QStringLiteral("--data"), data()});
        if (ran.exit != 0) {
            qFatal("%s", ran.err.constData());
        }
    }
    /** What status says of the last backup. */
    [[nodiscard]] QJsonObject recorded() const
    {
        return json(runSync({QStringLiteral("status"), QStringLiteral("--json"), QStringLiteral("--data"),
                             data()}))[QStringLiteral("backup")]
            .toObject();
    }
    [[nodiscard]] QStringList withWords(const char *file = "words") const
    {
        return {QStringLiteral("--words"), path(file)};
    }
    [[nodiscard]] QStringList withData() const { return {QStringLiteral("--data"), data()}; }
};

const QStringList kEnglish{QStringLiteral("--lang"), QStringLiteral("en")};

} // namespace

class TestBackupCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wholeWayAndBack()
    {
        const Home m;
        const Ran made = m.backup();
        QVERIFY2(made.exit == 0 && made.out.contains("Kopieret og læst tilbage"), made.err.constData());
        QVERIFY(made.out.contains("samme disk"));
        QVERIFY(m.verify(m.withData()).out.contains("Alt kan læses"));
        QVERIFY(m.verify(kEnglish).out.contains("not opened"));
        const Ran back = m.restore(m.withWords());
        QVERIFY2(back.exit == 0 && back.out.contains("Huset er hentet frem"), back.err.constData());
        const auto state = [](const QString &data) {
            return runSync({QStringLiteral("verify-state"), QStringLiteral("--data"), data}).out;
        };
        QCOMPARE(state(m.path("new")), state(m.data()));
        QVERIFY(runSync({QStringLiteral("status"), QStringLiteral("--data"), m.path("new")}).exit == 0);
    }

    void wordsThatAreWrong()
    {
        const Home m;
        QCOMPARE(m.backup().exit, 0);
        QStringList words = m.words;
        words[6] = QStringLiteral("hest");
        write(m.path("strange"), words.join(QLatin1Char(' ')).toUtf8());
        QVERIFY(isOneSentence(m.restore(m.withWords("strange")), "nr. 7"));
        QVERIFY(isOneSentence(m.restore(m.withWords("strange") + kEnglish), "no. 7"));
        words = m.words;
        words.swapItemsAt(2, 3);
        write(m.path("swapped"), words.join(QLatin1Char(' ')).toUtf8());
        QVERIFY(isOneSentence(m.restore(m.withWords("swapped")), "passer ikke sammen"));
        write(m.path("few"), m.words.mid(0, 5).join(QLatin1Char(' ')).toUtf8());
        QVERIFY(isOneSentence(m.restore(m.withWords("few")), "17"));
        QVERIFY(isOneSentence(m.restore(m.withWords("nowhere")), "findes ikke"));
        const Home other;
        const Ran foreign = m.restore({QStringLiteral("--words"), other.path("words")});
        QVERIFY(isOneSentence(foreign, "kan ikke åbnes"));
        QVERIFY(!foreign.err.contains(other.words.at(0).toUtf8())); // no word is ever repeated
        QVERIFY(!QFileInfo::exists(m.path("new")));
    }

    void secretsThatAreMissingOrWrong()
    {
        const Home m;
        QCOMPARE(m.backup().exit, 0);
        QCOMPARE(m.restore({}).exit, 2);
        QVERIFY(isOneSentence(m.restore({}), "--old-key"));
        write(m.path("key"), QByteArray(32, 'k'));
        const QStringList key{QStringLiteral("--old-key"), m.path("key")};
        QVERIFY(isOneSentence(m.restore(key), "kan ikke åbnes"));
        write(m.path("key"), "short");
        QVERIFY(isOneSentence(m.restore(key), "passer ikke"));
        QVERIFY(isOneSentence(m.restore({QStringLiteral("--old-key"), m.path("no key")}), "mangler"));
        QVERIFY(!QFileInfo::exists(m.path("new")));
        // The key of one home, the backup of another.
        const Home other;
        const QStringList others{QStringLiteral("--old-key"), other.data() + QStringLiteral("/wrap.key")};
        QVERIFY(isOneSentence(m.restore(others), "kan ikke åbnes"));
        QVERIFY(isOneSentence(m.verify(other.withData()), "kan ikke åbnes"));
        QCOMPARE(m.restore({QStringLiteral("--old-key"), m.data() + QStringLiteral("/wrap.key")}).exit, 0);
    }

    void aDirectoryThatIsNotEmpty()
    {
        const Home m;
        QCOMPARE(m.backup().exit, 0);
        QVERIFY(isOneSentence(m.restore(m.withWords(), "home"), "ikke tom"));
        QVERIFY(QDir().mkdir(m.path("new")));
        QCOMPARE(m.restore(m.withWords()).exit, 0); // an empty one is fine
        QVERIFY(isOneSentence(m.restore(m.withWords()), "ikke tom"));
    }

    void aFolderThatIsNoneIsNotCalledEmpty()
    {
        const Home m;
        QVERIFY(isOneSentence(m.verify(m.withData()), "er der ikke. Er disken sat i?"));
        QVERIFY(isOneSentence(m.restore(m.withWords()), "er der ikke. Er disken sat i?"));
        QVERIFY(QDir().mkpath(m.path("copy")));
        QVERIFY(isOneSentence(m.verify(m.withData()), "Der er ingen sikkerhedskopi i"));
    }

    void thereIsNoBackup()
    {
        const Home m;
        QVERIFY(QDir().mkdir(m.path("copy")));
        QVERIFY(isOneSentence(m.restore(m.withWords()), "ingen sikkerhedskopi"));
        QVERIFY(m.verify(m.withData()).exit == 1);
    }

    void damageIsNamed()
    {
        const Home m;
        QCOMPARE(m.backup().exit, 0);
        for (const char *name : {"Mette", "Ali"}) {
            QCOMPARE(runSync({QStringLiteral("staff"), QStringLiteral("add"), QStringLiteral("--name"),
                              QString::fromUtf8(name), QStringLiteral("--role"), QStringLiteral("staff"),
                              QStringLiteral("--data"), m.data()})
                         .exit,
                     0);
            QCOMPARE(m.backup().exit, 0);
        }
        const QStringList files = segments(m.path("copy"));
        QCOMPARE(files.size(), 3);
        const QString second = m.path("copy") + QLatin1Char('/') + files.at(1);
        const QByteArray whole = bytesOf(second);
        write(second, whole.left(whole.size() / 2));
        const Ran cut = m.verify(m.withData());
        QCOMPARE(cut.exit, 1);
        QVERIFY2(cut.out.contains(files.at(1).toUtf8() + "  -  -  I STYKKER"), cut.out.constData());
        QVERIFY2(cut.out.contains("Kan stadig hentes: ændring 1–"), cut.out.constData());
        QVERIFY(isOneSentence(m.restore(m.withWords()), "verify"));
        QVERIFY(QFile::remove(second));
        const Ran missing = m.verify(m.withData());
        QVERIFY(missing.out.contains(files.at(1).toUtf8() + "  MANGLER"));
        const Ran what = m.restore(m.withWords() + QStringList{QStringLiteral("--accept-broken")});
        QCOMPARE(what.exit, 0);
        QVERIFY(what.out.contains("er hentet frem"));
        // What was found broken makes nothing safe, and status says so.
        const QJsonObject status = json(runSync(
            {QStringLiteral("status"), QStringLiteral("--json"), QStringLiteral("--data"), m.data()}));
        QCOMPARE(status[QStringLiteral("backup")][QStringLiteral("problem")].toString(),
                 QStringLiteral("StoreCorrupt"));
        QCOMPARE(status[QStringLiteral("backup")][QStringLiteral("upto_seq")].toInt(), 0);
        // The copy is damaged, not the home: nothing is to be brought back.
        const QByteArray said = runSync({QStringLiteral("status"), QStringLiteral("--data"), m.data()}).out;
        QVERIFY2(said.contains("Sikkerhedskopien i " + m.path("copy").toUtf8() +
                               " er i stykker. Hjemmet selv er helt") &&
                     !said.contains("hent en sikkerhedskopi frem") && !said.contains("ændring 0") &&
                     !said.contains("mislykkedes"),
                 said.constData());
    }

    /** What verify has found is not covered up by the next backup: that one is whole by itself, or says no.
     */
    void afterDamageAWholeCopyIsBegun()
    {
        const Home m;
        QCOMPARE(m.backup().exit, 0);
        m.addStaff("Mette");
        QCOMPARE(m.backup().exit, 0);
        const QString first = m.path("copy") + QLatin1Char('/') + segments(m.path("copy")).at(0);
        QByteArray bytes = bytesOf(first);
        bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
        write(first, bytes);
        QCOMPARE(m.verify(m.withData()).exit, 1);
        m.addStaff("Ali");
        const Ran anew = m.backup();
        QCOMPARE(anew.exit, 0);
        QVERIFY2(anew.out.contains("begyndt en ny med det hele"), anew.out.constData());
        QVERIFY(anew.out.contains(QFileInfo(first).fileName().toUtf8()));
        QVERIFY(QFileInfo::exists(first));
        const Ran whole = m.verify(m.withData()); // the old files are in nobody's way
        QVERIFY2(whole.exit == 0 && whole.out.contains("Noget ældre"), whole.err.constData());
        QCOMPARE(m.recorded()[QStringLiteral("problem")].toString(), QString());
        QVERIFY(m.recorded()[QStringLiteral("upto_seq")].toInt() > 0);
        QCOMPARE(m.verify().exit, 1); // without the home nobody knows which series counts
        const Ran back = m.restore(m.withWords());
        QVERIFY2(back.exit == 0, back.err.constData());
        QVERIFY(!m.backup(kEnglish).out.contains("was begun")); // said once
    }

    /** Who stands before an empty disk may have had a home on it: init is the last advice. */
    void withoutAHomeTheWaysBackAreNamedFirst()
    {
        const QTemporaryDir empty;
        const QStringList data{QStringLiteral("--data"), empty.path()};
        const Ran status = runSync(QStringList{QStringLiteral("status")} + data);
        const Ran serve = runSync(
            QStringList{QStringLiteral("serve"), QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")} +
            data);
        for (const Ran &ran : {status, serve}) {
            QVERIFY2(isOneSentence(ran, "restore eller recover"), ran.err.constData());
            QVERIFY(ran.err.indexOf("recover") < ran.err.indexOf("init"));
        }
        QVERIFY(runSync(QStringList{QStringLiteral("status")} + data + kEnglish)
                    .err.contains("restore or recover"));
    }

    /** A server that does not know its tablets sends them away: the way is recover, and it is said. */
    void theHomesOwnStreamIsLost()
    {
        const Home m;
        QCOMPARE(m.backup().exit, 0);
        m.addStaff("Mette");
        QCOMPARE(m.backup().exit, 0);
        const QString first = m.path("copy") + QLatin1Char('/') + segments(m.path("copy")).at(0);
        write(first, bytesOf(first).left(100));
        const Ran back = m.restore(m.withWords() + QStringList{QStringLiteral("--accept-broken")});
        QVERIFY2(isOneSentence(back, "recover --words"), (back.out + back.err).constData());
        QVERIFY(back.err.contains("--data " + m.path("new").toUtf8()));
        QVERIFY2(!back.out.contains("Start serveren"), back.out.constData());
        // And that way can be gone: recover takes the folder as it is.
        QProcess recovering;
        recovering.start(syncProgram(),
                         QStringList{QStringLiteral("recover"), QStringLiteral("--listen"),
                                     QStringLiteral("127.0.0.1:0"), QStringLiteral("--data"), m.path("new")} +
                             m.withWords());
        QVERIFY(recovering.waitForReadyRead());
        QVERIFY2(recovering.readAllStandardOutput().contains("127.0.0.1:"),
                 recovering.readAllStandardError().constData());
        recovering.terminate();
        QVERIFY(recovering.waitForFinished());
        QCOMPARE(recovering.exitCode(), 0);
    }

    /** Before serve has run in the home that came back. */
    void afterRecoverWhoLeavesATeamLeavesWithAKeyTurning()
    {
        const Home m;
        m.addStaff("Mette");
        m.addStaff("Ali");
        const auto office = [&m](const QStringList &command) {
            const Ran ran = runSync(command + m.withData());
            QVERIFY2(ran.exit == 0, ran.err.constData());
        };
        const auto words = [](const char *line) { return QString::fromUtf8(line).split(QLatin1Char(' ')); };
        office(words("resident add Sofie --picture fyrtaarn --tint 2"));
        office(words("team set Sofie --team Mette"));
        office(words("tablet add Mobil --kind staff --address 127.0.0.1:1 --out") +
               QStringList{m.path("mobil")});
        office(words("tablet owner Mobil Mette"));
        const trivsel::server::HomePaths paths{m.data().toStdString(),
                                               (m.data() + QStringLiteral("/wrap.key")).toStdString()};
        const auto teamKey = [&paths] {
            const auto home = trivsel::server::openHome(paths, trivsel::seal::systemRandom());
            for (const trivsel::domain::StreamInfo &info : (*home)->model().streams) {
                if (info.id.kind == trivsel::StreamKind::Team) {
                    return (*home)->keyVersion(info.id);
                }
            }
            return 0U;
        };
        {
            // What tablets bring back is the same home; who has a right is written down by the server alone.
            const auto home = trivsel::server::openHome(paths, trivsel::seal::systemRandom());
            auto &db = (*home)->journal().database();
            auto transaction = trivsel::journal::Transaction::begin(db).value();
            QVERIFY(db.execute("DELETE FROM key_holder"));
            QVERIFY(transaction.commit());
        }
        QProcess recovering;
        recovering.start(syncProgram(), QStringList{QStringLiteral("recover"), QStringLiteral("--listen"),
                                                    QStringLiteral("127.0.0.1:0")} +
                                            m.withData() + m.withWords());
        QVERIFY(recovering.waitForReadyRead());
        recovering.terminate();
        QVERIFY(recovering.waitForFinished());
        QCOMPARE(recovering.exitCode(), 0);
        QCOMPARE(teamKey(), 1U);
        office(words("team set Sofie --team Ali")); // the first command of the office
        QVERIFY(teamKey() > 1);
    }

    /** Nothing behind it says that it is gone; the home does. */
    void theLastSegmentIsMissing()
    {
        const Home m;
        QCOMPARE(m.backup().exit, 0);
        m.addStaff("Mette");
        QCOMPARE(m.backup().exit, 0);
        const QString last = segments(m.path("copy")).at(1);
        QVERIFY(QFile::remove(m.path("copy") + QLatin1Char('/') + last));
        QCOMPARE(m.verify().exit, 0); // by itself it looks whole
        for (int twice = 0; twice < 2; ++twice) {
            const Ran ran = m.verify(m.withData());
            QVERIFY2(isOneSentence(ran, (last.toUtf8() + " mangler").constData()), ran.err.constData());
            QVERIFY2(ran.err.contains("går til nr. 4.") && !ran.err.contains('{'), ran.err.constData());
        }
        QCOMPARE(m.recorded()[QStringLiteral("problem")].toString(), QStringLiteral("StoreCorrupt"));
        QCOMPARE(m.recorded()[QStringLiteral("upto_seq")].toInt(), 0);
        QCOMPARE(m.backup().exit, 0);
        QCOMPARE(m.verify(m.withData()).exit, 0);
    }

    void noCopyOfTheKeysIsLeft()
    {
        const Home m;
        QCOMPARE(m.backup().exit, 0);
        QDir copy(m.path("copy"));
        for (const QString &file : copy.entryList({QStringLiteral("keys-*.trivsel")})) {
            QVERIFY(copy.remove(file));
        }
        QVERIFY(isOneSentence(m.verify(m.withData()), "ikke hel: ingen kopi af nøglerne"));
        QVERIFY(isOneSentence(m.verify(kEnglish), "no copy of the keys"));
        QCOMPARE(m.recorded()[QStringLiteral("problem")].toString(), QStringLiteral("StoreCorrupt"));
        QCOMPARE(m.backup().exit, 0); // there is nothing new, and the keys are copied all the same
        QCOMPARE(m.verify(m.withData()).exit, 0);
        QCOMPARE(m.restore({QStringLiteral("--old-key"), m.data() + QStringLiteral("/wrap.key")}).exit, 0);
    }

    /** Another disk in turn: what lies there is whole, only not the latest. */
    void anotherFolderInTurn()
    {
        const Home m;
        QCOMPARE(m.backup().exit, 0);
        m.addStaff("Mette");
        QCOMPARE(runSync({QStringLiteral("backup"), QStringLiteral("--to"), m.path("other"),
                          QStringLiteral("--data"), m.data()})
                     .exit,
                 0);
        const Ran first = m.verify(m.withData());
        QVERIFY2(first.exit == 0 && first.out.contains("ligger ikke her"), first.out.constData());
        QCOMPARE(m.recorded()[QStringLiteral("problem")].toString(), QString());
    }

    /** sync.conf is in no backup: who has fetched a home back believes that copies are made, and they are
     * not. */
    void whetherCopiesAreMadeByThemselvesIsSaid()
    {
        const Home m;
        QCOMPARE(m.backup().exit, 0);
        const QByteArray conf = m.path("new").toUtf8() + "/sync.conf";
        const Ran back = m.restore(m.withWords());
        QVERIFY2(back.out.contains("ikke sat op") && back.out.contains(conf), back.out.constData());
        const auto status = [&m] {
            return runSync({QStringLiteral("status"), QStringLiteral("--data"), m.path("new")}).out;
        };
        QVERIFY2(status().contains("ikke sat op") && status().contains(conf), status().constData());
        write(QString::fromUtf8(conf), "backup-to = " + m.path("copy").toUtf8() + "\n");
        QVERIFY2(!status().contains("ikke sat op"), status().constData());
        QVERIFY(status().contains("af sig selv til " + m.path("copy").toUtf8()));
    }

    void aFolderThatIsNotThere()
    {
        const Home m;
        const QStringList nowhere{QStringLiteral("backup"), QStringLiteral("--to"), m.path("a/b"),
                                  QStringLiteral("--data"), m.data()};
        QVERIFY(isOneSentence(runSync(nowhere), "Er disken sat i?"));
        QVERIFY(isOneSentence(m.backup({QStringLiteral("--existing")}), "Er disken sat i?"));
        write(m.path("copy"), "a file");
        QVERIFY(isOneSentence(m.backup(), "er en fil, ikke en mappe"));
        const Ran status = runSync({QStringLiteral("status"), QStringLiteral("--data"), m.data()});
        QVERIFY2(status.out.contains("Den seneste sikkerhedskopi mislykkedes"), status.out.constData());
    }

    /** Whoever looks for the last good copy is sent to where it lies. */
    void aFailureDoesNotMoveTheLastGoodCopy()
    {
        const Home m;
        QCOMPARE(m.backup().exit, 0);
        const QJsonObject good = m.recorded();
        QVERIFY(isOneSentence(runSync({QStringLiteral("backup"), QStringLiteral("--to"), m.path("a/b"),
                                       QStringLiteral("--data"), m.data()}),
                              "Er disken sat i?"));
        const QJsonObject after = m.recorded();
        for (const char *kept : {"dir", "done_ms", "upto_seq", "other_disk"}) {
            QCOMPARE(after[QLatin1String(kept)], good[QLatin1String(kept)]);
        }
        QCOMPARE(after[QStringLiteral("dir")].toString(), m.path("copy"));
        QCOMPARE(after[QStringLiteral("tried_dir")].toString(), m.path("a/b"));
        QCOMPARE(after[QStringLiteral("problem")].toString(), QStringLiteral("StoreMissing"));
        const Ran status = runSync({QStringLiteral("status"), QStringLiteral("--data"), m.data()});
        QVERIFY2(status.out.contains(" i " + m.path("copy").toUtf8() + ", til og med"),
                 status.out.constData());
        QVERIFY2(status.out.contains("Mappen " + m.path("a/b").toUtf8() + " er der ikke"),
                 status.out.constData());
    }

    void aFolderInTheHomeIsRefused()
    {
        const Home m;
        QVERIFY(QFile::link(m.data(), m.path("link")));
        for (const char *to : {"home", "home/", "home/copy", "home/../home/copy", "link/copy"}) {
            const Ran ran = runSync({QStringLiteral("backup"), QStringLiteral("--to"), m.path(to),
                                     QStringLiteral("--data"), m.data()});
            QVERIFY2(isOneSentence(ran, "hjemmets egen mappe"), to);
        }
        QVERIFY(!QFileInfo::exists(m.path("home/copy")));
        QVERIFY(segments(m.data()).isEmpty());
        const Ran status = runSync({QStringLiteral("status"), QStringLiteral("--data"), m.data()});
        QVERIFY(status.out.contains("hjemmets egen mappe"));
        QCOMPARE(runSync({QStringLiteral("backup"), QStringLiteral("--to"), m.path("home2"),
                          QStringLiteral("--data"), m.data()})
                     .exit,
                 0); // beside it, with a name that begins the same
    }

    void aFolderThatCantBeWrittenTo()
    {
        const Home m;
        QVERIFY(QDir().mkdir(m.path("copy")));
        const std::string copy = m.path("copy").toStdString();
        const auto readOnly = [copy] {
            const bool mounted = ::unshare(CLONE_NEWNS) == 0 &&
                                 ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
                                 ::mount("tmpfs", copy.c_str(), "tmpfs", MS_RDONLY, "size=64k") == 0;
            if (!mounted) {
                ::_exit(99);
            }
        };
        const Ran ran = runSync({QStringLiteral("backup"), QStringLiteral("--to"), m.path("copy"),
                                 QStringLiteral("--data"), m.data()},
                                readOnly);
        if (ran.exit == 99 || ran.exit == -1) {
            QSKIP("mounting is not allowed here");
        }
        QVERIFY2(isOneSentence(ran, "kan ikke skrives"), ran.err.constData());
    }

    void theDiskOfTheBackupIsFull()
    {
        BuiltHome home;
        const auto sofie = home.addResident("Sofie");
        const auto team = home.streamOf(sofie, trivsel::StreamKind::Team);
        home.append(home.write(team, trivsel::Incarnation{5}, 1, 100, 20'000));
        const QTemporaryDir small;
        const std::string mountPoint = small.path().toStdString();
        const auto onSmallDisk = [mountPoint] {
            const bool mounted = ::unshare(CLONE_NEWNS) == 0 &&
                                 ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
                                 ::mount("tmpfs", mountPoint.c_str(), "tmpfs", 0, "size=1m") == 0;
            if (!mounted) {
                ::_exit(99);
            }
        };
        const QString data = QString::fromStdString(home.paths().dir.string());
        const Ran ran = runSync(
            {QStringLiteral("backup"), QStringLiteral("--to"), small.path(), QStringLiteral("--data"), data},
            onSmallDisk);
        if (ran.exit == 99 || ran.exit == -1) {
            QSKIP("mounting is not allowed here");
        }
        QVERIFY2(isOneSentence(ran, "Disken er fuld"), ran.err.constData());
        const QJsonObject status = json(
            runSync({QStringLiteral("status"), QStringLiteral("--json"), QStringLiteral("--data"), data}));
        QCOMPARE(status[QStringLiteral("backup")][QStringLiteral("problem")].toString(),
                 QStringLiteral("StoreFull"));
        QCOMPARE(status[QStringLiteral("backup")][QStringLiteral("done_ms")].toInt(), 0);
    }

    void theServerMakesItsOwn()
    {
        const Home m;
        QVERIFY(QDir().mkdir(m.path("copy")));
        write(m.data() + QStringLiteral("/sync.conf"),
              "backup-to = " + m.path("copy").toUtf8() + "\nbackup-every = 1h\n");
        RunningServer server(m.data());
        QVERIFY(server.port() != 0);
        QTRY_COMPARE_WITH_TIMEOUT(segments(m.path("copy")).size(), 1, 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(server.log().contains("backup made"), 60'000);
        const Ran status = runSync({QStringLiteral("status"), QStringLiteral("--data"), m.data()});
        QVERIFY2(status.out.contains("Sikkerhedskopi: "), status.out.constData());
        QVERIFY(status.out.contains("samme disk"));
        QCOMPARE(server.stop(), 0);
        // The next start does not make another one at once: it is not due.
        RunningServer again(m.data());
        QVERIFY(again.port() != 0);
        QCOMPARE(again.stop(), 0);
        QVERIFY(!again.log().contains("backup made"));
    }

    void aDiskThatIsNotPluggedInIsToldInStatus()
    {
        const Home m;
        write(m.data() + QStringLiteral("/sync.conf"), "backup-to = " + m.path("copy").toUtf8() + "\n");
        RunningServer server(m.data());
        QTRY_VERIFY_WITH_TIMEOUT(server.log().contains("the backup failed"), 60'000);
        QVERIFY(!QFileInfo::exists(m.path("copy"))); // not made up on the wrong disk
        const Ran status = runSync({QStringLiteral("status"), QStringLiteral("--data"), m.data()});
        QVERIFY2(status.out.contains("Er disken sat i?"), status.out.constData());
        QCOMPARE(server.stop(), 0);
    }

    /** What the READMEs show stands on the line, too, and goes before sync.conf; status knows of it. */
    void theServerIsToldOnItsLine()
    {
        const Home m;
        QVERIFY(QDir().mkpath(m.path("copy")));
        write(m.data() + QStringLiteral("/sync.conf"), "backup-to = /ingen/steder\n");
        {
            RunningServer server(m.data(), {QStringLiteral("--backup-to"), m.path("copy"),
                                            QStringLiteral("--backup-every"), QStringLiteral("1h"),
                                            QStringLiteral("--backup-limit"), QStringLiteral("1m")});
            QVERIFY(server.port() != 0);
            QTRY_COMPARE_WITH_TIMEOUT(m.recorded()[QStringLiteral("dir")].toString(), m.path("copy"), 60'000);
            QCOMPARE(server.stop(), 0);
        }
        QVERIFY(QFile::remove(m.data() + QStringLiteral("/sync.conf")));
        const QStringList status{QStringLiteral("status"), QStringLiteral("--data"), m.data()};
        QVERIFY2(runSync(status).out.contains("kopieres af sig selv til " + m.path("copy").toUtf8()),
                 runSync(status).out.constData());
        {
            RunningServer without(m.data());
            QVERIFY(without.port() != 0);
            QVERIFY(runSync(status).out.contains("Kopien hver time er ikke sat op her"));
        }
        const Ran bad = runSync({QStringLiteral("serve"), QStringLiteral("--listen"),
                                 QStringLiteral("127.0.0.1:0"), QStringLiteral("--backup-every"),
                                 QStringLiteral("tit"), QStringLiteral("--data"), m.data()});
        QVERIFY2(isOneSentence(bad, "--backup-every er et tal") && bad.exit == 2, bad.err.constData());
    }

    void twoHomesInOneFolderAreKeptApart()
    {
        const Home m;
        const Home other;
        QCOMPARE(m.backup().exit, 0);
        const QStringList files = segments(m.path("copy"));
        const QString series = files.at(0).mid(8, 16);
        const Ran both = runSync({QStringLiteral("backup"), QStringLiteral("--to"), m.path("copy"),
                                  QStringLiteral("--data"), other.data()});
        QVERIFY2(both.exit == 0 && both.out.contains("også en kopi af et andet hjem"), both.out.constData());
        QVERIFY2(m.backup().out.contains("også en kopi af et andet hjem"), both.out.constData());
        const Ran mine = m.verify(m.withData());
        QVERIFY2(mine.exit == 0 &&
                     mine.out.contains("Et andet hjems kopi ligger her også og er ikke læst: 2 filer") &&
                     mine.out.count("changes-") == 1 && mine.out.contains(series.toUtf8()),
                 mine.out.constData());
        QVERIFY2(m.verify().out.contains("Her ligger kopier af 2 hjem."), m.verify().out.constData());
        // The other's key is none of ours: without our own the copy is not whole.
        const QStringList keys =
            QDir(m.path("copy")).entryList({QStringLiteral("keys-*")}, QDir::Files, QDir::Time);
        QCOMPARE(keys.size(), 2);
        const Ran back = m.restore(m.withWords());
        QVERIFY2(back.exit == 0 && back.out.contains("også en kopi af et andet hjem") &&
                     !back.out.contains("rækker af kopier"),
                 back.out.constData());
        QString theirs;
        for (const QString &file : segments(m.path("copy"))) {
            theirs = file.contains(series) ? theirs : file.mid(8, 16);
        }
        const Ran closed = m.restore(m.withWords() + QStringList{QStringLiteral("--series"), theirs}, "b");
        QVERIFY2(isOneSentence(closed, "Måske er den et andet hjems"), closed.err.constData());
        const Ran none =
            m.restore(m.withWords() + QStringList{QStringLiteral("--series"), QStringLiteral("0")}, "b");
        QVERIFY2(isOneSentence(none, "Der er ingen række 0 i"), none.err.constData());
        for (const QString &file : keys) { // ours is the one that opens
            const QString path = m.path("copy") + QLatin1Char('/') + file;
            const QByteArray bytes = bytesOf(path);
            QVERIFY(QFile::remove(path));
            const Ran left = m.verify(m.withData());
            if (left.exit != 0) {
                QVERIFY2(isOneSentence(left, "ingen kopi af nøglerne"), left.err.constData());
                return;
            }
            write(path, bytes);
        }
        QFAIL("without our own copy of the keys it counted as whole");
    }

    void severalSeriesAreShown()
    {
        const Home m;
        QCOMPARE(m.backup().exit, 0);
        const QString first = m.path("copy") + QLatin1Char('/') + segments(m.path("copy")).at(0);
        m.addStaff("Mette");
        QCOMPARE(m.backup().exit, 0);
        write(first, bytesOf(first).left(100));
        QCOMPARE(m.backup().exit, 0);
        const Ran back = m.restore(m.withWords());
        QVERIFY2(back.exit == 0 && back.out.contains("Her ligger 2 rækker af kopier:") &&
                     back.out.count("  Huset, fra ") == 2 && back.out.contains(", ikke hel\n") &&
                     back.out.contains(", hel\n") &&
                     back.out.contains("er taget, fordi dens seneste kopi er den nyeste"),
                 back.out.constData());
        const Ran english = m.restore(m.withWords() + kEnglish, "en");
        QVERIFY2(english.exit == 0 && !english.out.contains("kl."), english.out.constData());
    }

    void aSettingThatIsWrongIsShownWhereItStands_data()
    {
        QTest::addColumn<QByteArray>("conf");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("near")
            << QByteArray("# x\nbackup_to = /x\n")
            << QByteArray("sync.conf, linje 2: backup_to er ikke en indstilling. Mente du backup-to?");
        QTest::newRow("far")
            << QByteArray("hvad = x\n")
            << QByteArray("sync.conf, linje 1: hvad er ikke en indstilling. De hedder listen, lang, ");
        QTest::newRow("no sign") << QByteArray("listen 0.0.0.0:7400\n")
                                 << QByteArray(
                                        "sync.conf, linje 1: listen 0.0.0.0:7400 kan ikke læses. Skriv");
        QTest::newRow("twice") << QByteArray("log = a\n\nlog = b\n")
                               << QByteArray("sync.conf, linje 3: log står der allerede i linje 1.");
        QTest::newRow("language")
            << QByteArray("lang = dansk\n")
            << QByteArray("sync.conf, linje 1: lang er da (dansk) eller en (engelsk), ikke dansk.");
        QTest::newRow("time") << QByteArray("\nbackup-limit = snart\n")
                              << QByteArray("sync.conf, linje 2: backup-limit er et tal med m, h eller d");
        QTest::newRow("address") << QByteArray("\nlisten = kontor\n")
                                 << QByteArray("sync.conf, linje 2: kontor er ikke en adresse");
    }
    void aSettingThatIsWrongIsShownWhereItStands()
    {
        QFETCH(QByteArray, conf);
        QFETCH(QByteArray, says);
        const Home m;
        write(m.data() + QStringLiteral("/sync.conf"), conf);
        QStringList serve{QStringLiteral("serve"), QStringLiteral("--data"), m.data()};
        if (!conf.contains("listen")) {
            serve << QStringLiteral("--listen") << QStringLiteral("127.0.0.1:0");
        }
        const Ran ran = runSync(serve);
        QVERIFY2(isOneSentence(ran, says.constData()), ran.err.constData());
        QCOMPARE(ran.exit, 2); // the service does not try again for ever
    }

    void aConfigurationThatCantBeRead()
    {
        const Home m;
        write(m.data() + QStringLiteral("/sync.conf"), "backup-to = /x\nbackup-every = sometimes\n");
        const Ran ran = runSync({QStringLiteral("serve"), QStringLiteral("--listen"),
                                 QStringLiteral("127.0.0.1:0"), QStringLiteral("--data"), m.data()});
        QVERIFY2(isOneSentence(ran, "backup-every"), ran.err.constData());
    }
};

QTEST_GUILESS_MAIN(TestBackupCommands)
#include "tst_backup_commands.moc"
