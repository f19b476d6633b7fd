// *Jeg ser det anderledes* in a plan, through the real frames and a server: two tablets come to the same, and
// nothing that the resident wrote is gone.
#include "tests/app/engine/two_tablets.h"
#include "tests/support/must.h"

#include <QTest>

using namespace trivsel;
using namespace trivsel::test;
using engine::StaffWords;

namespace {
const std::string kStaff = "mig.udefra";
} // namespace

class TestPlanOtherViewsSynced : public QObject, TwoTablets
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void writtenOnBothAtOnceBothStand();
    void changedOnBothAtOnceBothAreKept();
    void takenBackOnOneAndChangedOnTheOtherItStays();
    void staffsWordsChangeMeanwhile();

private:
    void meet();
    void staffWrite(EngineTablet &tablet, const std::string &text);
    [[nodiscard]] engine::FieldShown field(EngineTablet &tablet, const Who &viewer) const;
    [[nodiscard]] StaffWords shown(EngineTablet &tablet) const
    {
        return {kPlan, kStaff, field(tablet, m_home->sofie).view.heads};
    }
    [[nodiscard]] StaffWords first(EngineTablet &tablet) const
    {
        StaffWords beside = shown(tablet);
        beside.view = field(tablet, m_home->sofie).otherViews.at(0);
        return beside;
    }
    void say(EngineTablet &tablet, const StaffWords &beside, const std::string &text);
    /** The same on both, and both hold what the server holds. */
    QStringList texts();

    PersonId m_sofie;
};

void TestPlanOtherViewsSynced::init()
{
    makeAnew();
    m_sofie = m_home->sofie.person;
    meet();
    staffWrite(*m_a, "Sofie er træt om morgenen.");
    meet();
}

void TestPlanOtherViewsSynced::meet()
{
    for (EngineTablet *tablet : {m_a.get(), m_b.get(), m_a.get()}) {
        const Run done = run(*tablet);
        QVERIFY(done.ok());
        QVERIFY(done.progress.upToDate);
    }
}

void TestPlanOtherViewsSynced::staffWrite(EngineTablet &tablet, const std::string &text)
{
    must(tablet->openPlan(m_sofie, m_home->mette, kPlan));
    must(tablet->editField(m_sofie, m_home->mette, kPlan, kStaff, text));
    must(tablet->leavePlan(m_sofie, m_home->mette, kPlan));
}

engine::FieldShown TestPlanOtherViewsSynced::field(EngineTablet &tablet, const Who &viewer) const
{
    for (const auto &one : must(tablet->openPlan(m_sofie, viewer, kPlan)).fields) {
        if (one.linkId == kStaff) {
            return one;
        }
    }
    return {};
}

void TestPlanOtherViewsSynced::say(EngineTablet &tablet, const StaffWords &beside, const std::string &text)
{
    must(tablet->keepOtherView(m_sofie, m_home->sofie, beside, text));
    tablet.reopen(); // a stop between the last key and Gem
    must(tablet->sendOtherView(m_sofie, m_home->sofie, beside));
}

QStringList TestPlanOtherViewsSynced::texts()
{
    meet();
    const auto a = must((*m_a)->state());
    const auto b = must((*m_b)->state());
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (a[i].stream != b[i].stream || a[i].fold != b[i].fold ||
            a[i].setHash != must(m_server->setHash(a[i].stream))) {
            return {QStringLiteral("not the same")};
        }
    }
    QStringList onA;
    QStringList onB;
    for (const auto &one : field(*m_a, m_home->mette).otherViews) {
        onA.append(QString::fromStdString(one.text));
    }
    for (const auto &one : field(*m_b, m_home->sofie).otherViews) {
        onB.append(QString::fromStdString(one.text));
    }
    return onA == onB ? onA : QStringList{QStringLiteral("not the same")};
}

void TestPlanOtherViewsSynced::writtenOnBothAtOnceBothStand()
{
    say(*m_a, shown(*m_a), "Fra stuen");
    m_b->nowMs += 1000;
    say(*m_b, shown(*m_b), "Fra køkkenet");
    QCOMPARE(texts(), (QStringList{QStringLiteral("Fra stuen"), QStringLiteral("Fra køkkenet")}));
}

void TestPlanOtherViewsSynced::changedOnBothAtOnceBothAreKept()
{
    say(*m_a, shown(*m_a), "Det er jeg ikke.");
    meet();
    say(*m_a, first(*m_a), "Fra stuen");
    say(*m_b, first(*m_b), "Fra køkkenet");
    const auto both = texts();
    QCOMPARE(both.size(), 1);
    QVERIFY(both[0].contains(QStringLiteral("Fra stuen")) &&
            both[0].contains(QStringLiteral("Fra køkkenet")));
    QVERIFY(must((*m_a)->waiting(m_home->mette)).empty());
    say(*m_b, first(*m_b), "Fra begge");
    QCOMPARE(texts(), QStringList{QStringLiteral("Fra begge")});
}

void TestPlanOtherViewsSynced::takenBackOnOneAndChangedOnTheOtherItStays()
{
    say(*m_a, shown(*m_a), "Det er jeg ikke.");
    meet();
    must((*m_a)->withdrawOtherView(m_sofie, m_home->sofie, first(*m_a)));
    say(*m_b, first(*m_b), "Fra køkkenet");
    QCOMPARE(texts(), QStringList{QStringLiteral("Fra køkkenet")});
    must((*m_a)->withdrawOtherView(m_sofie, m_home->sofie, first(*m_a)));
    QCOMPARE(texts(), QStringList());
}

void TestPlanOtherViewsSynced::staffsWordsChangeMeanwhile()
{
    const std::int64_t written = field(*m_a, m_home->sofie).view.versions.front().wallMs;
    staffWrite(*m_b, "Sofie sover længe.");
    say(*m_a, shown(*m_a), "Det er jeg ikke.");
    QCOMPARE(texts(), QStringList{QStringLiteral("Det er jeg ikke.")});
    for (EngineTablet *tablet : {m_a.get(), m_b.get()}) {
        const auto view = field(*tablet, m_home->mette).otherViews.at(0);
        QVERIFY(view.older);
        QCOMPARE(view.wordsMs, written);
    }
}

QTEST_GUILESS_MAIN(TestPlanOtherViewsSynced)
#include "tst_plan_other_views_synced.moc"
