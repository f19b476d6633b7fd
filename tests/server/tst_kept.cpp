// How long things are kept, and what the office shows of who looked: the commands.
#include "proto/seal/keys.h"
#include "sync-server/commands/command.h"
#include "tests/server/program.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>
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
            "safety: tryghedsplaner og overlevering. Bestemt: intet, så det gemmes. Forslag: 365 dage"));
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

    void anAuditThatIsEmptySaysSo()
    {
        const TestHome home;
        QCOMPARE(home.run(words("resident add Sofie --picture fyrtaarn")).exit, 0);
        for (const char *asked : {"audit sample", "audit show Sofie --from 2026-01-01 --to 2026-12-31"}) {
            const Ran ran = home.run(words(asked));
            QCOMPARE(ran.exit, 0);
            QVERIFY(ran.out.contains("Der er intet at vise.") && ran.out.contains("Alle 0 linjer"));
        }
        QCOMPARE(home.run(words("audit tell")).exit, 0);
        for (const char *bad : {"audit sample --n 0", "audit sample --n 10001", "audit show",
                                "audit show Sofie --from 1-1-2026", "audit show Sofie --to 2026-13-01"}) {
            QCOMPARE(home.run(words(bad)).exit, 2);
        }
        const Ran nobody = home.run(words("audit show Nobody"));
        QVERIFY(nobody.exit == 1 && nobody.err.count('\n') == 1 && nobody.out.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestKept)
#include "tst_kept.moc"
