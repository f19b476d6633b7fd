// How long things are kept, and what the office shows of who looked: the commands.
#include "proto/seal/keys.h"
#include "sync-server/commands/command.h"
#include "tests/server/program.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QtTest>
#include <array>
#include <ctime>
#include <sstream>

using namespace trivsel;
using trivsel::testing::Ran;
using trivsel::testing::TestHome;

namespace {

constexpr std::int64_t kDayMs = 24LL * 60 * 60 * 1000;

QStringList words(const char *line)
{
    return QString::fromUtf8(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

QJsonObject json(const Ran &ran)
{
    return QJsonDocument::fromJson(ran.out).object();
}

/** `retention list` with another clock. */
Ran listAt(const TestHome &home, std::int64_t nowMs, bool asJson)
{
    std::ostringstream out;
    std::ostringstream err;
    server::HomePaths paths{home.data().toStdString(),
                            (home.data() + QStringLiteral("/wrap.key")).toStdString()};
    server::Context context{
        out, err, seal::systemRandom(), [nowMs] { return nowMs; }, server::Lang::Danish, paths, {}, asJson};
    const int exit = server::kRetentionList.run(context, {});
    return {exit, QByteArray::fromStdString(out.str()), QByteArray::fromStdString(err.str())};
}

std::size_t dueAt(const TestHome &home, std::int64_t nowMs)
{
    return static_cast<std::size_t>(
        json(listAt(home, nowMs, true)).value(QLatin1String("due")).toArray().size());
}

} // namespace

class TestKept : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(seal::initialise()); }

    void retentionIsShippedEmptyWithProposals()
    {
        const TestHome home;
        const QJsonArray kinds =
            json(home.run(words("retention list --json"))).value(QLatin1String("kinds")).toArray();
        QCOMPARE(kinds.size(), 10);
        for (const auto &kind : kinds) {
            QVERIFY(kind.toObject().value(QLatin1String("days")).isNull());
            QVERIFY(kind.toObject().value(QLatin1String("proposed_days")).toInt() > 0);
        }
        const Ran said = home.run(words("retention list"));
        QVERIFY(said.out.contains("Intet er bestemt endnu"));
        QVERIFY(said.out.contains(
            "tryghed: tryghedsplaner og overlevering. Bestemt: intet, så det gemmes. Forslag: 1 år "));
        QVERIFY(home.run(words("retention list --lang en")).out.contains("Nothing is decided yet"));
    }

    void retentionIsDecidedAndTakenBack()
    {
        const TestHome home;
        const auto days = [&home](const char *kind) {
            const auto list =
                json(home.run(words("retention list --json"))).value(QLatin1String("kinds")).toArray();
            for (const auto &one : list) {
                if (one.toObject().value(QLatin1String("kind")).toString() == QLatin1String(kind)) {
                    return one.toObject().value(QLatin1String("days")).toInt(0);
                }
            }
            return -1;
        };
        QCOMPARE(home.run(words("retention set audit --days 1")).exit, 0);
        QCOMPARE(days("audit"), 1);
        QCOMPARE(home.run(words("retention set audit --days 36525")).exit, 0);
        QCOMPARE(days("audit"), 36'525);
        for (const char *bad : {"0", "36526", "-1", "7x", "99999999999999999999"}) {
            QCOMPARE(home.run(words("retention set audit") +
                              QStringList{QStringLiteral("--days=%1").arg(QLatin1String(bad))})
                         .exit,
                     2);
        }
        QCOMPARE(home.run(words("retention set everything --days 7")).exit, 2);
        QCOMPARE(days("audit"), 36'525);
        QCOMPARE(home.run(words("retention set audit --days ingen")).exit, 0);
        QCOMPARE(days("audit"), 0);
    }

    void whatIsDueIsListedAndNothingHeld()
    {
        const TestHome home;
        QCOMPARE(home.run(words("resident add Sofie --picture fyrtaarn")).exit, 0);
        QCOMPARE(home.run(words("resident add Karl --picture kop")).exit, 0);
        QCOMPARE(home.run(words("staff add Leif")).exit, 0);
        QCOMPARE(home.run(words("retention set plans --days 2")).exit, 0);
        const std::int64_t before = static_cast<std::int64_t>(std::time(nullptr)) * 1000;
        QCOMPARE(dueAt(home, before + 900 * kDayMs), std::size_t(0)); // nobody has left
        QCOMPARE(home.run(words("resident close Sofie --reason flyttet")).exit, 0);
        const std::int64_t after = static_cast<std::int64_t>(std::time(nullptr)) * 1000 + 1000;
        QCOMPARE(dueAt(home, before + 2 * kDayMs - 1), std::size_t(0));
        QCOMPARE(dueAt(home, after + 2 * kDayMs), std::size_t(1));
        const Ran said = listAt(home, after + 2 * kDayMs, false);
        QVERIFY(said.out.contains("Tid til at slette: planer, mål og aftaler (Sofie)"));
        QVERIFY(said.out.contains("Ingen sletter af sig selv"));
        QCOMPARE(home.run(words("hold set Sofie --why klagesag --by Leif")).exit, 0);
        QCOMPARE(dueAt(home, after + 2 * kDayMs), std::size_t(0));
        QCOMPARE(home.run(words("hold lift Sofie --by Leif")).exit, 0);
        QCOMPARE(dueAt(home, after + 2 * kDayMs), std::size_t(1));
        QCOMPARE(home.run(words("retention set plans --days ingen")).exit, 0);
        QCOMPARE(dueAt(home, after + 900 * kDayMs), std::size_t(0));
    }

    void timeIsSaidInYearsAndMonths()
    {
        const TestHome home;
        const Ran years = home.run({QStringLiteral("retention"), QStringLiteral("set"),
                                    QStringLiteral("planer"), QString::fromUtf8("5 år")});
        QVERIFY2(years.exit == 0 && years.out.contains("gemmes i 5 år"), years.out.constData());
        QVERIFY(home.run(words("retention list")).out.contains("Bestemt: 5 år."));
        QCOMPARE(
            home.run({QStringLiteral("retention"), QStringLiteral("set"), QStringLiteral("personalets-svar"),
                      QStringLiteral("--time"), QString::fromUtf8("6 måneder")})
                .exit,
            0);
        QVERIFY(home.run(words("retention list --lang en")).out.contains("Decided: 6 months."));
        QCOMPARE(home.run(words("retention set planer 30 --days 30")).exit, 2);
    }

    void staffWhoLeftComeDue()
    {
        const TestHome home;
        QCOMPARE(home.run(words("staff add Mette")).exit, 0);
        QCOMPARE(home.run(words("staff add Leif")).exit, 0);
        QCOMPARE(home.run(words("retention set staff-answers --days 2")).exit, 0);
        QCOMPARE(home.run(words("retention set people --days 4")).exit, 0);
        const std::int64_t before = static_cast<std::int64_t>(std::time(nullptr)) * 1000;
        QCOMPARE(dueAt(home, before + 900 * kDayMs), std::size_t(0)); // they work here
        QCOMPARE(home.run(words("staff remove Mette")).exit, 0);
        const std::int64_t after = static_cast<std::int64_t>(std::time(nullptr)) * 1000 + 1000;
        QCOMPARE(dueAt(home, before + 2 * kDayMs - 1), std::size_t(0));
        QCOMPARE(dueAt(home, after + 2 * kDayMs), std::size_t(1));
        QCOMPARE(dueAt(home, after + 4 * kDayMs), std::size_t(2));
        const Ran said = listAt(home, after + 4 * kDayMs, false);
        QVERIFY2(said.out.contains("Tid til at slette: medarbejderes egne svar (Mette)"),
                 said.out.constData());
        QVERIFY(said.out.contains("Tid til at slette: medarbejdere og gæster, der er holdt op (Mette)"));
        QVERIFY(said.out.contains("For medarbejdere er der ingen kommando"));
        QCOMPARE(home.run(words("retention set people --days ingen")).exit, 0);
        QCOMPARE(dueAt(home, after + 900 * kDayMs), std::size_t(1));
    }

    void whatIsErasedAddsUp()
    {
        const TestHome home;
        QCOMPARE(home.run(words("resident add Sofie --picture fyrtaarn")).exit, 0);
        QCOMPARE(home.run(words("staff add Leif")).exit, 0);
        QCOMPARE(home.run(words("staff add Mette")).exit, 0);
        QCOMPARE(home.run(words("team set Sofie --team Mette,Leif")).exit, 0);
        QCOMPARE(home.run(words("team set Sofie --team Leif")).exit, 0); // who leaves turns keys
        QStringList line = words("erase Sofie --by Leif --by Mette --yes --basis");
        const Ran ran = home.run(line << QStringLiteral("databeskyttelsesforordningen artikel 17"));
        QVERIFY2(ran.exit == 0, ran.err.constData());
        static const QRegularExpression row(
            QStringLiteral("^  (.+): (\\d+) \\+ (\\d+) \\+ (\\d+) = (\\d+) tekst(?:er)?, og (\\d+) nøgler?$"),
            QRegularExpression::MultilineOption);
        std::array<int, 5> sum{};
        std::array<int, 5> told{};
        auto rows = row.globalMatch(QString::fromUtf8(ran.out));
        int streams = 0;
        while (rows.hasNext()) {
            const auto one = rows.next();
            const bool last = one.captured(1) == QStringLiteral("I alt");
            streams += last ? 0 : 1;
            for (std::size_t at = 0; at < sum.size(); ++at) {
                (last ? told : sum)[at] += one.captured(static_cast<int>(at) + 2).toInt();
            }
            QCOMPARE(one.captured(5).toInt(),
                     one.captured(2).toInt() + one.captured(3).toInt() + one.captured(4).toInt());
        }
        QCOMPARE(streams, 6);
        QVERIFY2(sum == told, ran.out.constData());
        static const QRegularExpression proof(
            QStringLiteral("Ingen af de (\\d+) tekster er i dem, og ingen af de (\\d+) nøgler"));
        const auto found = proof.match(QString::fromUtf8(ran.out));
        QCOMPARE(found.captured(1).toInt(), told[3]);
        QCOMPARE(found.captured(2).toInt(), told[4]);
    }

    void anAuditThatIsEmptySaysSo()
    {
        const TestHome home;
        QCOMPARE(home.run(words("resident add Sofie --picture fyrtaarn")).exit, 0);
        for (const char *asked : {"audit sample", "audit show Sofie --from 1-1-2026 --to 2026-12-31"}) {
            const Ran ran = home.run(words(asked));
            QCOMPARE(ran.exit, 0);
            QVERIFY(ran.out.contains("Der er intet at vise.") && ran.out.contains("Alle 0 linjer"));
        }
        QCOMPARE(home.run(words("audit tell")).exit, 0);
        for (const char *bad : {"audit sample --n 0", "audit sample --n 10001", "audit show",
                                "audit show Sofie --from 31-02-2026", "audit show Sofie --to 2026-13-01"}) {
            QCOMPARE(home.run(words(bad)).exit, 2);
        }
        const Ran nobody = home.run(words("audit show Nobody"));
        QVERIFY(nobody.exit == 1 && nobody.err.count('\n') == 1 && nobody.out.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestKept)
#include "tst_kept.moc"
