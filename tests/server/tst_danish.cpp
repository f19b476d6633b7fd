// Every command, with good and bad input, to somebody whose machine speaks Danish: no English word is left.
#include "tests/server/program.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>
#include <QtTest>

using trivsel::testing::Ran;
using trivsel::testing::RunningServer;
using trivsel::testing::runSync;
using trivsel::testing::TestHome;

namespace {

/** Words that are English and nothing else; names of commands and options are no words here. */
const QSet<QString> kEnglish = {"the",
                                "is",
                                "are",
                                "was",
                                "not",
                                "no",
                                "file",
                                "files",
                                "directory",
                                "folder",
                                "error",
                                "write",
                                "read",
                                "failed",
                                "missing",
                                "option",
                                "options",
                                "argument",
                                "required",
                                "invalid",
                                "value",
                                "unknown",
                                "such",
                                "denied",
                                "permission",
                                "staff",
                                "night",
                                "leader",
                                "office",
                                "medicine",
                                "shared",
                                "profile",
                                "own",
                                "chosen",
                                "safety",
                                "group",
                                "insight",
                                "home",
                                "answers",
                                "plans",
                                "people",
                                "and",
                                "of",
                                "with",
                                "this",
                                "that",
                                "must",
                                "year",
                                "years",
                                "month",
                                "months",
                                "day",
                                "days",
                                "bytes",
                                "usage",
                                "commands",
                                "default",
                                "name",
                                "kind",
                                "picture",
                                "tint",
                                "role",
                                "dir",
                                "host",
                                "coordinator",
                                "meeting",
                                "representative",
                                "resident",
                                "residents",
                                "moved",
                                "none",
                                "ambiguous",
                                "unrecognised",
                                "recognised",
                                "cannot",
                                "assign",
                                "requested",
                                "input",
                                "output",
                                "database",
                                "locked",
                                "connection",
                                "lost",
                                "key",
                                "keys",
                                "words",
                                "backup",
                                "backups",
                                "all",
                                "info",
                                "demo"};

QStringList words(const char *line)
{
    return QString::fromUtf8(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

QStringList commandNames()
{
    static const QRegularExpression line(QStringLiteral("^  ((?:[a-z-]+ ?)+?)  +\\S"),
                                         QRegularExpression::MultilineOption);
    QStringList names;
    auto found = line.globalMatch(QString::fromUtf8(runSync({QStringLiteral("help")}).out));
    while (found.hasNext()) {
        names.append(found.next().captured(1).trimmed());
    }
    return names;
}

} // namespace

class TestDanish : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qunsetenv("LC_ALL");
        qunsetenv("LC_MESSAGES");
        qputenv("LANG", "da_DK.UTF-8");
        m_commands = commandNames();
        QCOMPARE(m_commands.size(), 45);
    }

    void theTestFindsEnglish()
    {
        QCOMPARE(english("Mette (staff): har --name", {}), QStringList{QStringLiteral("staff")});
        QCOMPARE(english("open: Permission denied", {}).size(), 2);
        QVERIFY(english("Kør: trivsel-sync resident list --data /home/name", {}).isEmpty());
    }

    void everyCommandIsHelpedAndRefusedInDanish()
    {
        look({QStringLiteral("help")});
        look({QStringLiteral("--help")});
        look({QStringLiteral("abrakadabra")});
        for (const QString &name : m_commands) {
            const QStringList command = name.split(QLatin1Char(' '));
            look(command + words("--help"));
            look(command);
            look(command + words("--colour --data x"));
            look(command + words("--data"));
            look(command + words("--data x --data y"));
            look(command + words("--json=x --data x"));
            look(command + words("--data /ingen/steder et to tre fire"));
            look(command.mid(0, 1));
        }
    }

    /** What is typed is the same in both languages: only what stands for something is translated. */
    void optionsAreNotTranslated()
    {
        const QStringList owner = words("tablet owner --help");
        for (const char *lang : {"da", "en"}) {
            const Ran help =
                runSync(owner + QStringList{QStringLiteral("--lang"), QString::fromLatin1(lang)});
            QVERIFY2(help.out.contains("|--none ") && help.out.contains("\n  --none "), help.out.constData());
        }
        QVERIFY(runSync(words("quarantine accept --help")).out.contains("accept NR|alle "));
        QVERIFY(runSync(words("quarantine accept --help --lang en")).out.contains("accept NO|all "));
    }

    void everyCommandAnswersInDanish()
    {
        const TestHome home;
        const auto say = [&](const char *line, const QStringList &more = {}) {
            QStringList arguments = words(line) + more;
            look(arguments << QStringLiteral("--data") << home.data());
        };
        say("init --name Igen");
        say("resident");
        say("staff");
        say("tablet");
        say("status");
        for (const char *role :
             {"personale", "peer", "koordinator", "medicinansvarlig", "nattevagt", "vikar", "leder", "kontor",
              "mentor", "mødeleder", "reflektant", "supervisor", "repræsentant"}) {
            say("staff add", {QString::fromUtf8(role), QStringLiteral("--role"), QString::fromUtf8(role)});
        }
        say("staff add Mette --role konge");
        say("staff add Mette");
        say("staff add mette");
        say("staff role Mette --role mødeleder");
        say("staff code Mette");
        say("staff code mentor");
        say("staff code Ingen");
        say("staff codes");
        say("staff list");
        say("staff remove vikar");
        say("resident add Sofie --picture kop");
        say("resident add Bo --picture kop");
        say("resident add Bo --picture kop --tint to");
        say("resident add Bo --picture spand");
        say("resident add Bo --picture sol --tint 3");
        say("resident list");
        say("team set Sofie --team Mette,leder");
        say("team set Sofie --team Mette");
        say("team set Ingen --team Mette");
        say("help-line add Vagten --phone ring");
        say("help-line add Vagten --phone 70201201");
        say("fit set");
        say("fit set --rhythm aldrig");
        say("fit set --rhythm to-uger --asking personalet");
        say("shift-code new");
        say("shift-code new --hours mange");
        say("tablet add Stuen --kind fælles --address 127.0.0.1:1 --out", {home.path(QStringLiteral("a"))});
        say("tablet add Stuen --kind fælles --address 127.0.0.1:1 --out", {home.path(QStringLiteral("b"))});
        say("tablet add Mobil --kind personale --owner Mette --address 127.0.0.1:1 --out",
            {home.path(QStringLiteral("c"))});
        say("tablet add To --kind telefon --address 127.0.0.1:1 --out", {home.path(QStringLiteral("d"))});
        say("tablet add To --kind leder --address 127.0.0.1:1 --out /proc/a");
        say("tablet list");
        say("tablet rename Stuen Dagligstuen");
        say("tablet owner Mobil --none");
        say("tablet owner Mobil leder");
        say("tablet block Mobil");
        say("tablet unblock Mobil");
        say("tablet wipe Mobil");
        say("tablet wipe Mobil --yes");
        say("tablet wipe Ingen");
        say("incident --tablet Mobil");
        say("pair --kind telefon");
        say("pair --name A --kind leder");
        say("serve --listen 203.0.113.1:7400");
        say("serve --listen 7400");
        say("retention list");
        say("retention set planer 5 år");
        say("retention set planer", {QString::fromUtf8("5 år")});
        say("retention set planer --days snart");
        say("retention set alt --days 5");
        say("audit sample");
        say("audit sample --n alle");
        say("audit show Sofie --from 1-1-2026");
        say("audit show Sofie --from i-går");
        say("audit tell");
        say("hold set Sofie --why klage --by Mette");
        say("erase Sofie --by Mette --by leder --yes --basis lov");
        say("hold lift Sofie --by Mette");
        say("erase Sofie --by Mette --by Mette --yes --basis lov");
        say("erase Sofie --by Mette --by leder --yes --basis lov");
        say("resident close Bo --reason ferie");
        say("resident close Bo --reason flyttet");
        say("retention list");
        say("status");
        say("verify-state");
        say("backup --to", {home.path(QStringLiteral("kopi"))});
        say("backup --to", {home.path(QStringLiteral("kopi"))});
        say("backup --to /dev/null");
        say("backup --to /proc/kopi");
        say("backup --to /ingen/steder --existing");
        say("verify --from", {home.path(QStringLiteral("kopi"))});
        say("verify --from /dev/null");
        say("verify --from /ingen");
        say("quarantine list");
        say("quarantine show 1");
        say("quarantine accept 1");
        say("quarantine rescue 1 --out", {home.path(QStringLiteral("reddet"))});
        say("quarantine accept alle");
        say("quarantine take /ingen");
        say("quarantine take /");
        look(words("restore --from /ingen --words / --data") << home.path(QStringLiteral("ny")));
        look(words("restore --from /ingen --old-key /ingen --data") << home.path(QStringLiteral("ny")));
        look(words("recover --words / --listen 127.0.0.1:0 --data") << home.path(QStringLiteral("ny")));
        look(words("recover --words /ingen --listen 127.0.0.1:0 --tablets mange --data")
             << home.path(QStringLiteral("ny")));
        look(words("init --name X --data /proc/hjem"));
        look(words("init --name X --data")
             << QFileInfo(home.data()).path()); // its own: a broken program would close it
        look(words("status --data") << home.path(QStringLiteral("a")));
        QFile::remove(home.data() + QStringLiteral("/wrap.key"));
        say("status");
        QVERIFY2(m_found.isEmpty(), qPrintable(m_found.join(QLatin1Char('\n'))));
    }

    void helpFollowsTheUsersLanguageAndTheHomes()
    {
        const QStringList help{QStringLiteral("--help")};
        const auto isDanish = [](const Ran &ran) { return ran.out.contains("Kommandoer:"); };
        QVERIFY(isDanish(runSync(help)));
        QVERIFY(!isDanish(runSync(words("help --lang en"))));
        for (const char *other : {"en_US.UTF-8", "de_DE", "en"}) {
            qputenv("LANG", other);
            QVERIFY2(!isDanish(runSync(help)), other);
            QVERIFY(isDanish(runSync(words("help --lang da"))));
            const TestHome home; // is Danish, whoever asks
            QVERIFY(isDanish(home.run(words("help"))));
            QVERIFY(home.run(words("status")).out.contains("Beboere"));
            QFile settings(home.data() + QStringLiteral("/sync.conf"));
            QVERIFY(settings.open(QIODevice::WriteOnly) && settings.write("lang = en\n") > 0);
            settings.close();
            QVERIFY(!isDanish(home.run(words("help"))));
            QVERIFY(home.run(words("status --colour")).err.contains("There is no option"));
        }
        for (const char *none : {"C", "POSIX", "C.UTF-8", "", "da", "da_DK@euro"}) {
            qputenv("LANG", none);
            QVERIFY2(isDanish(runSync(help)), none);
        }
        qputenv("LC_ALL", "en_GB.UTF-8"); // goes before LANG
        QVERIFY(!isDanish(runSync(help)));
        qunsetenv("LC_ALL");
        qputenv("LANG", "da_DK.UTF-8");
    }

private:
    /** English words in it that were not typed by the one who reads it. */
    QStringList english(const QByteArray &said, const QStringList &typed) const
    {
        QString text = QString::fromUtf8(said);
        QStringList names = m_commands;
        std::sort(names.begin(), names.end(),
                  [](const QString &a, const QString &b) { return a.size() > b.size(); });
        for (const QString &name : names) {
            text.replace(QRegularExpression(QStringLiteral("\\b%1\\b").arg(QRegularExpression::escape(name))),
                         {});
        }
        text.remove(QRegularExpression(QStringLiteral("--[a-z-]+|/\\S+|\\S+\\.[a-z]+\\b|[0-9a-f]{8,}")));
        QStringList found;
        static const QRegularExpression word(QStringLiteral("\\p{L}+"));
        auto all = word.globalMatch(text);
        while (all.hasNext()) {
            const QString one = all.next().captured().toLower();
            if (kEnglish.contains(one) && !typed.contains(one, Qt::CaseInsensitive)) {
                found.append(one);
            }
        }
        return found;
    }
    void look(const QStringList &arguments)
    {
        const Ran ran = runSync(arguments);
        QVERIFY2(ran.exit >= 0, qPrintable(arguments.join(QLatin1Char(' '))));
        const QStringList found = english(ran.out + ran.err, arguments);
        if (!found.isEmpty()) {
            m_found.append(arguments.join(QLatin1Char(' ')) + QStringLiteral(": ") +
                           found.join(QLatin1Char(' ')));
        }
    }
    QStringList m_commands;
    QStringList m_found;

private Q_SLOTS:
    void cleanup()
    {
        QVERIFY2(m_found.isEmpty(), qPrintable(m_found.join(QLatin1Char('\n'))));
        m_found.clear();
    }
};

QTEST_GUILESS_MAIN(TestDanish)
#include "tst_danish.moc"
