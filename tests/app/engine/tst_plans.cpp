// Plans on two tablets: the life of `seen`, two voices, several versions and who may settle them.
#include "proto/base/limits.h"
#include "tests/app/engine/test_home.h"
#include "tests/support/changes.h"

#include <QTemporaryDir>
#include <QTest>

using namespace trivsel;
using namespace trivsel::test;
using merge::RegisterState;

namespace {
const std::string kInside = "mig.indefra";       // the resident's voice
const std::string kOutside = "god.tegn.udefra";  // staff's
const std::string kAgreement = "aftaler.udefra"; // staff's, never merged
} // namespace

class TestPlans : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void everyKeyIsThereAfterAStop();
    void aPlanMustBeOpenedBeforeItIsWritten();
    void onlyWhatDiffersIsWritten();
    void aDraftKeepsTheHeadsOfItsOpeningAlsoDaysLater();
    void afterAnOwnSaveSeenIsThatSave();
    void editingAMergedViewNamesAllItsHeads();
    void bothVoicesBecomeTwoChangesInOneGo();
    void staffWriteBesideAResidentsOwnWordsNeverOverThem();
    void staffCantChooseInTheResidentsVoice();
    void aChoiceIsSeenByAllAndTheHistoryKeepsEverything();
    void aLateEditOpensASettledFieldAgain();
    void leavingAFormSettlesNothing();
    void whatWasShownMustBeKnown();
    void draftsOfTwoPeopleStayApart();
    void whatANewerProgramWroteIsReadOnly();
    void limitsOfText();
    void aVeryLongFormBecomesSeveralChanges();
    void onlyReadersOpenAPlan();
    void waitingIsListedForThoseWhoMayRead();

private:
    [[nodiscard]] engine::FieldShown field(EngineTablet &tablet, const Who &viewer,
                                           const std::string &linkId) const;
    void write(EngineTablet &tablet, const Who &who, const std::string &linkId,
               const std::string &text) const;
    void edit(EngineTablet &tablet, const Who &who, const std::string &linkId, const std::string &text) const;
    void leave(EngineTablet &tablet, const Who &who, int fields) const;
    void meet();
    /** Both tablets write other words into the field, and meet. */
    void makeTwo(const std::string &linkId, const Who &onA, const Who &onB);
    [[nodiscard]] Status resolve(EngineTablet &tablet, const Who &who, const std::string &linkId,
                                 wire::v1::Resolution how, const std::string &text = {}) const;

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<TestHome> m_home;
    std::unique_ptr<EngineTablet> m_a;
    std::unique_ptr<EngineTablet> m_b;
};

void TestPlans::init()
{
    m_a.reset();
    m_b.reset();
    m_dir = std::make_unique<QTemporaryDir>(QString::fromStdString(scratchTemplate()));
    m_home = std::make_unique<TestHome>();
    m_a = std::make_unique<EngineTablet>(*m_home, m_dir->filePath("a").toStdString(), "Stuen", 1);
    m_b = std::make_unique<EngineTablet>(*m_home, m_dir->filePath("b").toStdString(), "Køkkenet", 2);
    meet();
}

void TestPlans::meet()
{
    m_home->meet(**m_a);
    m_home->meet(**m_b);
    m_home->give(**m_a);
}

engine::FieldShown TestPlans::field(EngineTablet &tablet, const Who &viewer, const std::string &linkId) const
{
    const auto plan = tablet->openPlan(m_home->sofie.person, viewer, kPlan);
    if (plan) {
        for (const engine::FieldShown &field : plan->fields) {
            if (field.linkId == linkId) {
                return field;
            }
        }
    }
    return {};
}

void TestPlans::edit(EngineTablet &tablet, const Who &who, const std::string &linkId,
                     const std::string &text) const
{
    const Status done = tablet->editField(m_home->sofie.person, who, kPlan, linkId, text);
    QVERIFY2(done, done ? "" : done.error().detail().c_str());
}

void TestPlans::leave(EngineTablet &tablet, const Who &who, int fields) const
{
    const auto done = tablet->leavePlan(m_home->sofie.person, who, kPlan);
    QVERIFY2(done, done ? "" : done.error().detail().c_str());
    QCOMPARE(*done, fields);
}

void TestPlans::write(EngineTablet &tablet, const Who &who, const std::string &linkId,
                      const std::string &text) const
{
    QVERIFY(tablet->openPlan(m_home->sofie.person, who, kPlan));
    edit(tablet, who, linkId, text);
    leave(tablet, who, 1);
}

void TestPlans::makeTwo(const std::string &linkId, const Who &onA, const Who &onB)
{
    write(*m_a, onA, linkId, "Jeg maler om morgenen.");
    write(*m_b, onB, linkId, "Jeg går tur med hunden.");
    meet();
    QCOMPARE(field(*m_a, onA, linkId).view.state, RegisterState::Two);
    QCOMPARE(field(*m_b, onB, linkId).view.versions.size(), std::size_t(2));
}

Status TestPlans::resolve(EngineTablet &tablet, const Who &who, const std::string &linkId,
                          wire::v1::Resolution how, const std::string &text) const
{
    const auto view = field(tablet, who, linkId).view;
    const std::optional<Dot> chosen =
        how == wire::v1::RESOLUTION_CHOOSE ? std::optional(view.versions.at(0).dot) : std::nullopt;
    return tablet->resolve(m_home->sofie.person, who, kPlan, linkId, how, chosen, text, view.heads);
}

void TestPlans::everyKeyIsThereAfterAStop()
{
    QVERIFY((*m_a)->openPlan(m_home->sofie.person, m_home->sofie, kPlan));
    std::string text;
    for (const char *key : {"J", "e", "g", " ", "s", "o", "v"}) {
        text += key;
        edit(*m_a, m_home->sofie, kInside, text);
    }
    m_a->reopen();
    QCOMPARE(field(*m_a, m_home->sofie, kInside).draft, std::optional(text));
    QCOMPARE(field(*m_a, m_home->sofie, kInside).view.state, RegisterState::Empty);
    leave(*m_a, m_home->sofie, 1);
    QCOMPARE(merge::textOf(field(*m_a, m_home->sofie, kInside).view), text);
    QVERIFY(!field(*m_a, m_home->sofie, kInside).draft);
    m_a->reopen();
    QCOMPARE(merge::textOf(field(*m_a, m_home->sofie, kInside).view), text);
}

void TestPlans::aPlanMustBeOpenedBeforeItIsWritten()
{
    const Status done = (*m_a)->editField(m_home->sofie.person, m_home->sofie, kPlan, kInside, "a");
    QCOMPARE(done.error().code(), Errc::BadArgument);
    QVERIFY((*m_a)->openPlan(m_home->sofie.person, m_home->sofie, kPlan));
    edit(*m_a, m_home->sofie, kInside, "a");
    (*m_a)->closeResident();
    edit(*m_a, m_home->sofie, kInside, "ab"); // the draft knows what was shown
    QCOMPARE(
        (*m_a)->editField(m_home->sofie.person, m_home->sofie, kPlan, "pres.indefra", "a").error().code(),
        Errc::BadArgument);
    QCOMPARE((*m_a)->editField(m_home->sofie.person, m_home->sofie, kPlan, "findes-ikke", "a").error().code(),
             Errc::NotFound);
    QCOMPARE((*m_a)->openPlan(m_home->sofie.person, m_home->sofie, kWellbeing).error().code(),
             Errc::NotFound);
}

void TestPlans::onlyWhatDiffersIsWritten()
{
    write(*m_a, m_home->mette, kOutside, "Han synger.");
    const std::uint64_t before = (*m_a)->sync().onlyHere;
    QVERIFY((*m_a)->openPlan(m_home->sofie.person, m_home->mette, kPlan));
    edit(*m_a, m_home->mette, kOutside, "Han synger højt.");
    edit(*m_a, m_home->mette, kOutside, "Han synger.");
    leave(*m_a, m_home->mette, 0);
    QVERIFY(!field(*m_a, m_home->mette, kOutside).draft);
    QVERIFY((*m_a)->openPlan(m_home->sofie.person, m_home->mette, kPlan));
    edit(*m_a, m_home->mette, kAgreement, "x");
    edit(*m_a, m_home->mette, kAgreement, "");
    leave(*m_a, m_home->mette, 0);
    QCOMPARE((*m_a)->sync().onlyHere, before);
    write(*m_a, m_home->mette, kOutside, ""); // taking everything away is a difference
    QCOMPARE((*m_a)->sync().onlyHere, before + 1);
}

void TestPlans::aDraftKeepsTheHeadsOfItsOpeningAlsoDaysLater()
{
    write(*m_a, m_home->mette, kAgreement, "Vi ses mandag.");
    meet();
    QVERIFY((*m_b)->openPlan(m_home->sofie.person, m_home->ali, kPlan));
    edit(*m_b, m_home->ali, kAgreement, "Vi ses tirsdag.");
    write(*m_a, m_home->mette, kAgreement, "Vi ses onsdag.");
    m_b->nowMs += 3LL * 24 * 60 * 60 * 1000;
    m_b->reopen();
    meet();
    const auto offered = field(*m_b, m_home->ali, kAgreement); // the form is opened anew, days later
    QCOMPARE(offered.draft, std::optional(std::string("Vi ses tirsdag."))); // never swapped
    QCOMPARE(merge::textOf(offered.view), std::string("Vi ses onsdag."));   // offered beside it
    QVERIFY(offered.newer);
    edit(*m_b, m_home->ali, kAgreement, "Vi ses tirsdag kl. 10.");
    leave(*m_b, m_home->ali, 1);
    meet();
    for (EngineTablet *tablet : {m_a.get(), m_b.get()}) {
        const auto view = field(*tablet, m_home->ali, kAgreement).view;
        QCOMPARE(view.state, RegisterState::Two);
        QCOMPARE(view.versions.size(), std::size_t(2));
    }
}

void TestPlans::afterAnOwnSaveSeenIsThatSave()
{
    QVERIFY((*m_b)->openPlan(m_home->sofie.person, m_home->ali, kPlan));
    edit(*m_b, m_home->ali, kAgreement, "Første.");
    leave(*m_b, m_home->ali, 1);
    write(*m_a, m_home->mette, kAgreement, "Fra den anden tablet.");
    m_home->meet(**m_a);
    m_home->give(**m_b);                                    // arrives while the form stays open, not shown
    edit(*m_b, m_home->ali, kAgreement, "Første, rettet."); // on what Ali himself saved
    leave(*m_b, m_home->ali, 1);
    meet();
    const auto view = field(*m_a, m_home->mette, kAgreement).view;
    QCOMPARE(view.versions.size(), std::size_t(2)); // Ali's two saves are one line, Mette's stands beside
    QStringList texts;
    for (const auto &version : view.versions) {
        texts << QString::fromStdString(version.op.text());
    }
    QVERIFY(texts.contains("Første, rettet.") && texts.contains("Fra den anden tablet."));
}

void TestPlans::editingAMergedViewNamesAllItsHeads()
{
    const std::string base =
        "Sofie står tidligt op og laver selv kaffe i køkkenet. Hun taler gerne med dem, der er "
        "der. Om eftermiddagen går hun en lang tur langs åen og kommer hjem før spisetid.";
    write(*m_a, m_home->mette, kOutside, base);
    meet();
    write(*m_a, m_home->mette, kOutside, "På en god dag: " + base);
    write(*m_b, m_home->ali, kOutside, base + " Hun sover godt.");
    meet();
    const auto merged = field(*m_a, m_home->mette, kOutside).view;
    QCOMPARE(merged.state, RegisterState::Merged);
    QCOMPARE(merged.heads.size(), std::size_t(2));
    edit(*m_a, m_home->mette, kOutside, merged.mergedText);
    leave(*m_a, m_home->mette, 0); // the machine's own words are never written
    QVERIFY((*m_a)->openPlan(m_home->sofie.person, m_home->mette, kPlan));
    edit(*m_a, m_home->mette, kOutside, merged.mergedText + " Altid.");
    leave(*m_a, m_home->mette, 1);
    meet();
    const auto view = field(*m_b, m_home->ali, kOutside).view;
    QCOMPARE(view.state, RegisterState::One);
    QCOMPARE(merge::textOf(view), merged.mergedText + " Altid.");
    QCOMPARE((*m_b)->history(m_home->sofie.person, m_home->ali, kPlan, kOutside)->size(), std::size_t(4));
}

void TestPlans::bothVoicesBecomeTwoChangesInOneGo()
{
    QVERIFY((*m_a)->openPlan(m_home->sofie.person, m_home->mette, kPlan));
    edit(*m_a, m_home->mette, kInside, "Jeg kan godt lide ro.");
    edit(*m_a, m_home->mette, kOutside, "Vi ser, at hun holder af ro.");
    edit(*m_a, m_home->mette, kAgreement, "Vi ses mandag.");
    leave(*m_a, m_home->mette, 3);
    QCOMPARE((*m_a)->sync().onlyHere, std::uint64_t(3)); // two changes, and the definition
    const auto inside = field(*m_a, m_home->sofie, kInside).view.versions.at(0);
    QCOMPARE(inside.author, m_home->sofie.person); // said by Sofie, written by Mette
    QCOMPARE(inside.enterer, m_home->mette.person);
    const auto outside = field(*m_a, m_home->sofie, kOutside).view.versions.at(0);
    QCOMPARE(outside.author, m_home->mette.person);
    QCOMPARE(outside.dot,
             field(*m_a, m_home->sofie, kAgreement).view.versions.at(0).dot); // one form, one change
}

void TestPlans::staffWriteBesideAResidentsOwnWordsNeverOverThem()
{
    write(*m_a, m_home->sofie, kInside, "Jeg er bager.");
    write(*m_a, m_home->mette, kInside, "Jeg var bager.");
    const auto view = field(*m_a, m_home->sofie, kInside).view;
    QCOMPARE(view.state, RegisterState::Two);
    QCOMPARE((*m_a)->editField(m_home->sofie.person, m_home->sofie, kPlan, kOutside, "x").error().code(),
             Errc::NotAllowed); // and a resident does not write staff's view
}

void TestPlans::staffCantChooseInTheResidentsVoice()
{
    makeTwo(kInside, m_home->sofie, m_home->sofie);
    for (const auto how : {wire::v1::RESOLUTION_CHOOSE, wire::v1::RESOLUTION_REWRITE}) {
        const Status done = resolve(*m_a, m_home->mette, kInside, how, "Mette ved det bedst.");
        QCOMPARE(done.error().code(), Errc::NotAllowed);
    }
    QCOMPARE((*m_a)->editField(m_home->sofie.person, m_home->mette, kPlan, kInside, "Mit").error().code(),
             Errc::NotAllowed);
    QCOMPARE(field(*m_a, m_home->mette, kInside).view.state, RegisterState::Two);
    QVERIFY(resolve(*m_a, m_home->mette, kInside, wire::v1::RESOLUTION_TALK));
    QCOMPARE(field(*m_a, m_home->mette, kInside).view.state, RegisterState::Talk);
    QVERIFY(resolve(*m_a, m_home->mette, kInside, wire::v1::RESOLUTION_KEEP_BOTH));
    QCOMPARE(field(*m_a, m_home->mette, kInside).view.state, RegisterState::KeptBoth);
    QVERIFY(resolve(*m_a, m_home->sofie, kInside, wire::v1::RESOLUTION_CHOOSE));
    const auto chosen = field(*m_a, m_home->sofie, kInside).view;
    QCOMPARE(chosen.state, RegisterState::One);
    QCOMPARE(chosen.heads.size(), std::size_t(1)); // what staff had decided is answered by it too
}

void TestPlans::aChoiceIsSeenByAllAndTheHistoryKeepsEverything()
{
    makeTwo(kInside, m_home->sofie, m_home->sofie);
    QVERIFY(resolve(*m_b, m_home->sofie, kInside, wire::v1::RESOLUTION_CHOOSE));
    meet();
    const std::string chosen = merge::textOf(field(*m_b, m_home->sofie, kInside).view);
    QCOMPARE(field(*m_a, m_home->sofie, kInside).view.state, RegisterState::One);
    QCOMPARE(merge::textOf(field(*m_a, m_home->sofie, kInside).view), chosen);
    const auto history = (*m_a)->history(m_home->sofie.person, m_home->sofie, kPlan, kInside);
    QVERIFY(history);
    QCOMPARE(history->size(), std::size_t(3));
    QCOMPARE((*m_a)->state()->size(), (*m_b)->state()->size());
    for (std::size_t i = 0; i < (*m_a)->state()->size(); ++i) {
        QCOMPARE((*m_a)->state()->at(i).fold, (*m_b)->state()->at(i).fold);
        QCOMPARE((*m_a)->state()->at(i).setHash, (*m_b)->state()->at(i).setHash);
    }
}

void TestPlans::aLateEditOpensASettledFieldAgain()
{
    makeTwo(kInside, m_home->sofie, m_home->sofie);
    write(*m_b, m_home->mette, "styrker.udefra", "Noget andet."); // unrelated
    QVERIFY(
        resolve(*m_a, m_home->sofie, kInside, wire::v1::RESOLUTION_REWRITE, "Jeg maler, og jeg går tur."));
    const auto shown = field(*m_b, m_home->sofie, kInside).view; // B has not heard of it
    QVERIFY((*m_b)->resolve(m_home->sofie.person, m_home->sofie, kPlan, kInside, wire::v1::RESOLUTION_REWRITE,
                            {}, "Jeg gør begge dele.", shown.heads));
    meet();
    QCOMPARE(field(*m_a, m_home->sofie, kInside).view.state, RegisterState::Two);
    QCOMPARE(field(*m_a, m_home->sofie, kInside).view.versions.size(), std::size_t(2));
}

void TestPlans::leavingAFormSettlesNothing()
{
    makeTwo(kAgreement, m_home->mette, m_home->ali);
    edit(*m_a, m_home->mette, kAgreement, "Vi skriver det sammen.");
    leave(*m_a, m_home->mette, 0);
    m_a->reopen();
    const auto waiting = field(*m_a, m_home->mette, kAgreement);
    QCOMPARE(waiting.view.state, RegisterState::Two);
    QCOMPARE(waiting.draft, std::optional(std::string("Vi skriver det sammen.")));
    QVERIFY(resolve(*m_a, m_home->mette, kAgreement, wire::v1::RESOLUTION_REWRITE, *waiting.draft));
    QCOMPARE(merge::textOf(field(*m_a, m_home->mette, kAgreement).view),
             std::string("Vi skriver det sammen."));
    QVERIFY(!field(*m_a, m_home->mette, kAgreement).draft);
    leave(*m_a, m_home->mette, 0);
    QCOMPARE(resolve(*m_a, m_home->mette, kAgreement, wire::v1::RESOLUTION_KEEP_BOTH).error().code(),
             Errc::BadArgument);
}

void TestPlans::whatWasShownMustBeKnown()
{
    makeTwo(kAgreement, m_home->mette, m_home->ali);
    const auto resolveWith = [&](const std::vector<merge::Head> &heads, const std::optional<Dot> &chosen) {
        return (*m_a)->resolve(m_home->sofie.person, m_home->mette, kPlan, kAgreement,
                               wire::v1::RESOLUTION_CHOOSE, chosen, "", heads);
    };
    const auto view = field(*m_a, m_home->mette, kAgreement).view;
    const Dot unknown{Incarnation{99}, 1};
    QCOMPARE(resolveWith({}, view.versions[0].dot).error().code(), Errc::BadArgument);
    QCOMPARE(resolveWith({{unknown}}, view.versions[0].dot).error().code(), Errc::BadArgument);
    QCOMPARE(resolveWith(view.heads, unknown).error().code(), Errc::BadArgument);
    QCOMPARE(resolveWith(view.heads, std::nullopt).error().code(), Errc::BadArgument);
    auto others = view.heads; // the dots are known, but another change stood under one of them
    ++others.front().hash;
    QCOMPARE(resolveWith(others, view.versions[1].dot).error().code(), Errc::BadArgument);
    QVERIFY(resolveWith(view.heads, view.versions[1].dot));
    QCOMPARE(merge::textOf(field(*m_a, m_home->mette, kAgreement).view), view.versions[1].op.text());
}

void TestPlans::draftsOfTwoPeopleStayApart()
{
    QVERIFY((*m_a)->openPlan(m_home->sofie.person, m_home->mette, kPlan));
    edit(*m_a, m_home->mette, kOutside, "Mettes kladde.");
    QVERIFY(!field(*m_a, m_home->ali, kOutside).draft);
    edit(*m_a, m_home->ali, kOutside, "Alis kladde.");
    QVERIFY((*m_a)->discardPlanEdits(m_home->sofie.person, m_home->ali, kPlan));
    m_a->reopen();
    QVERIFY(!field(*m_a, m_home->ali, kOutside).draft);
    QCOMPARE(field(*m_a, m_home->mette, kOutside).draft, std::optional(std::string("Mettes kladde.")));
}

void TestPlans::whatANewerProgramWroteIsReadOnly()
{
    wire::v1::Op op;
    op.set_entity(seal::singleton(m_home->sofie.person, kPlan).str());
    op.set_field(kOutside);
    op.set_voice(wire::v1::VOICE_STAFF);
    op.set_ext("fra fremtiden");
    m_home->write(m_home->streamOf(m_home->sofie, StreamKind::Team), {op});
    meet();
    QVERIFY(field(*m_a, m_home->mette, kOutside).view.opaque);
    QCOMPARE((*m_a)->editField(m_home->sofie.person, m_home->mette, kPlan, kOutside, "x").error().code(),
             Errc::Unsupported);
    write(*m_a, m_home->mette, kAgreement, "Resten virker.");
}

void TestPlans::limitsOfText()
{
    QVERIFY((*m_a)->openPlan(m_home->sofie.person, m_home->mette, kPlan));
    const std::string most(limits::kTextBytesMax, 'x');
    edit(*m_a, m_home->mette, kOutside, most);
    QCOMPARE(
        (*m_a)->editField(m_home->sofie.person, m_home->mette, kPlan, kOutside, most + "x").error().code(),
        Errc::TooLarge);
    QCOMPARE((*m_a)->editField(m_home->sofie.person, m_home->mette, kPlan, kOutside, "\xFF").error().code(),
             Errc::BadArgument);
    leave(*m_a, m_home->mette, 1);
    meet();
    QCOMPARE(merge::textOf(field(*m_b, m_home->mette, kOutside).view), most);
}

void TestPlans::aVeryLongFormBecomesSeveralChanges()
{
    QVERIFY((*m_a)->openPlan(m_home->sofie.person, m_home->mette, kPlan));
    const std::vector<std::string> fields{"mig.udefra",  "styrker.udefra", "mennesker.udefra",
                                          "pres.udefra", kOutside,         "god.goer.udefra"};
    for (const std::string &linkId : fields) {
        edit(*m_a, m_home->mette, linkId, std::string(limits::kTextBytesMax, 'y'));
    }
    leave(*m_a, m_home->mette, static_cast<int>(fields.size()));
    meet();
    for (const std::string &linkId : fields) {
        QCOMPARE(merge::textOf(field(*m_b, m_home->ali, linkId).view).size(), limits::kTextBytesMax);
    }
}

void TestPlans::onlyReadersOpenAPlan()
{
    QCOMPARE((*m_a)->openPlan(m_home->sofie.person, m_home->lone, kPlan).error().code(), Errc::NotAllowed);
    QCOMPARE((*m_a)->openPlan(m_home->sofie.person, m_home->karim, kPlan).error().code(), Errc::NotAllowed);
    QVERIFY((*m_a)->openPlan(m_home->sofie.person, m_home->ali, kPlan));
    QCOMPARE((*m_a)->history(m_home->sofie.person, m_home->lone, kPlan, kOutside).error().code(),
             Errc::NotAllowed);
}

void TestPlans::waitingIsListedForThoseWhoMayRead()
{
    makeTwo(kAgreement, m_home->mette, m_home->ali);
    const auto seen = (*m_a)->waiting(m_home->ali);
    QVERIFY(seen);
    QCOMPARE(seen->size(), std::size_t(1));
    QCOMPARE(seen->at(0).linkId, kAgreement);
    QCOMPARE(seen->at(0).url, kPlan);
    QCOMPARE(seen->at(0).residentName, std::string("Sofie"));
    QVERIFY(!seen->at(0).talk);
    QCOMPARE((*m_a)->waiting(m_home->lone)->size(), std::size_t(0));
    QVERIFY(resolve(*m_a, m_home->mette, kAgreement, wire::v1::RESOLUTION_TALK));
    QVERIFY((*m_a)->waiting(m_home->ali)->at(0).talk);
    QVERIFY(resolve(*m_a, m_home->mette, kAgreement, wire::v1::RESOLUTION_CHOOSE));
    QCOMPARE((*m_a)->waiting(m_home->ali)->size(), std::size_t(0));
}

QTEST_GUILESS_MAIN(TestPlans)
#include "tst_plans.moc"
