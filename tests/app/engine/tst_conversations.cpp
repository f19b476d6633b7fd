// A samtale on a tablet: set up, begun, answered, handed over, ended, replied to.
#include "app/engine/conversations.h"

#include "proto/base/limits.h"
#include "proto/base/time_units.h"
#include "tests/app/engine/test_home.h"
#include "tests/support/changes.h"
#include "tests/support/must.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace trivsel;
using namespace trivsel::test;
using domain::Conversation;
using domain::ReplyLine;
using domain::TalkAbout;
using domain::TalkAgreement;
using domain::TalkWay;
using engine::Conversations;
using engine::ConversationsShown;
using engine::SignInKind;

Q_DECLARE_METATYPE(trivsel::Errc)

namespace {
const std::string kCode = "246810";
const std::string kTheme = "https://trivsel.example/fhir/Questionnaire/tema-2-beboer";
constexpr std::int64_t kMinuteMs = 60'000;
} // namespace

class TestConversations : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { start(TabletKind::Shared, false); }
    void whatIsAgreedIsReadByTheTeamAndChangedTogether();
    void whoeverIsNotInTheTeamAgreesAndHoldsNothing();
    void nothingBeginsBeforeItIsAgreed();
    void everyTapOfSettingUpIsThereAfterAStop();
    void whatIsNotChosenYetDoesNotBegin();
    void badPlansAreRefused_data();
    void badPlansAreRefused();
    void bothAnswersBelongToIt();
    void aSheetThatWasBegunBeforeBelongsToItToo();
    void notTodayWaitsForNoReply();
    void onlyTheResidentsOwnAnswerIsOnlyKnownToHaveBeenGiven();
    void aStopInTheMiddleLosesNothing();
    void handedOverItIsTheResidentsAlone_data();
    void handedOverItIsTheResidentsAlone();
    void handedOverAlsoWithoutCodes();
    void noLockOfASamtaleCoversSafetyPlans();
    void nobodyTapsInASheetOfSomebodyWhoIsNotHere();
    void itComesBackWhenStaffSignInAgain();
    void aRestartGivesNoWayRound();
    void leftAloneItLocksAfterHalfAnHour();
    void theResidentEndsIt();
    void whatStaffLeftIsOverAfterTwelveHours();
    void aSheetFromOneThatWasLeftBelongsToItNoMore();
    void whatIsNoPartOfItIsNotNoted();
    void whatTheResidentWantsNobodyToAskIsLeftOut();
    void aReplyIsKeptWithEveryKeyAndSavedOnce();
    void oneLineOfAReplyIsKeptWithoutTouchingTheOthers();
    void aReplyIsStaffsOwnAndOnlyFromWhoMayRead();
    void aReplyToWhatTheChosenReadIsNotForTheTeam();
    void whatWasWrittenForTheChosenNeverBecomesTheTeams();
    void aReplyBegunForTheTeamFollowsTheAnswersThatCome();
    void aNotedAnswerThatIsNotHereIsForFew();
    void withoutTheChosensStreamTheReplyWaits();
    void todayShowsWhatNobodyHasRepliedTo();
    void anAnswerAfterTheReplyWaitsAgain();
    void whatWasTakenBackWaitsForNoReply();
    void whatNobodyMayReadWaitsForNoReply();
    void oldAnswersOutsideASamtaleAreNotAskedAbout();
    void anAnswerWaitsAlsoWhenItsFormComesLater();
    void whoGoesHomeFromAWalkEndsIt();

private:
    void start(TabletKind kind, bool codes);
    void agree();
    /** As the resident's *dem jeg har valgt* stands at the office from now on. */
    void choose(const std::vector<PersonId> &people);
    void openOwn();
    /** Mette opens the plan; the first field of the staff's. */
    [[nodiscard]] std::string openField();
    void plan(TalkWay way);
    void begin(TalkWay way);
    void answer(const std::string &url, const std::string &link, StreamKind readers,
                const PersonId &about = {});
    [[nodiscard]] ConversationsShown seenBy(const Who &viewer);
    [[nodiscard]] Conversation form(TalkWay way) const;
    void signIn(const Who &who);

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<TestHome> m_home;
    std::unique_ptr<EngineTablet> m_tablet;
    std::int64_t m_uptimeMs = 1000;
    Who sofie, mette, ali, lone, karim;
};

void TestConversations::start(TabletKind kind, bool codes)
{
    m_tablet.reset();
    m_dir = std::make_unique<QTemporaryDir>(QString::fromStdString(scratchTemplate()));
    m_home = std::make_unique<TestHome>();
    sofie = m_home->sofie;
    mette = m_home->mette;
    ali = m_home->ali;
    lone = m_home->lone;
    karim = m_home->karim;
    for (const Who &who : {mette, ali, lone}) {
        m_home->giveCode(who, kCode);
    }
    m_tablet = std::make_unique<EngineTablet>(*m_home, m_dir->path().toStdString(), "Fællesstuen", 1, kind);
    m_home->meet(**m_tablet);
    if (codes) {
        m_tablet->askForCodes([this] { return m_uptimeMs; });
        m_tablet->reopen();
    }
}

void TestConversations::signIn(const Who &who)
{
    bool right = false;
    (*m_tablet)->signIn(who.person, kCode, [&](const engine::SignInAnswer &answer) {
        right = answer.outcome == engine::SignInAnswer::Outcome::Ok;
    });
    QVERIFY(right);
}

void TestConversations::agree()
{
    const TalkAgreement agreement{{TalkAbout::Person, mette.person, {}},
                                  domain::TalkPeriod::SinceLast,
                                  domain::TalkRhythm::TwoWeeks,
                                  domain::TalkAsking::StaffAsk};
    QVERIFY((*m_tablet)->agreeOnConversations(sofie.person, mette, agreement, seenBy(mette).agreedHeads));
}

void TestConversations::choose(const std::vector<PersonId> &people)
{
    m_home->meet(**m_tablet);
    const StreamId stream = m_home->streamOf(sofie, StreamKind::Profile);
    domain::Profile profile = domain::readProfile(sofie.person, m_home->fold(stream));
    profile.chosen = people;
    m_home->write(stream, domain::writeProfile(sofie.person, profile, m_home->fold(stream)));
    m_home->meet(**m_tablet);
}

/** The first time they are chosen. */
void TestConversations::openOwn()
{
    const seal::Pictures pictures{"baad", "kop", "hus"};
    auto outcome = engine::OwnAnswer::Outcome::Failed;
    const auto done = [&](const engine::OwnAnswer &answer) { outcome = answer.outcome; };
    if ((*m_tablet)->own(sofie.person).state == engine::OwnState::NotSet) {
        (*m_tablet)->choosePictures(sofie.person, sofie, pictures, done);
    } else {
        (*m_tablet)->openOwn(sofie.person, sofie, pictures, done);
    }
    QCOMPARE(outcome, engine::OwnAnswer::Outcome::Ok);
}

std::string TestConversations::openField()
{
    const auto plan = must((*m_tablet)->openPlan(sofie.person, mette, kPlan));
    for (const auto &field : plan.fields) {
        if ((*m_tablet)->editField(sofie.person, mette, kPlan, field.linkId, {})) {
            return field.linkId;
        }
    }
    QTest::qFail("no field that staff write in", __FILE__, __LINE__);
    return {};
}

Conversation TestConversations::form(TalkWay way) const
{
    Conversation talk;
    talk.here = {{mette.person, {}}, {{}, "min søster"}};
    talk.topic = {TalkAbout::Person, mette.person, {}};
    talk.period = domain::TalkPeriod::SinceLast;
    talk.way = way;
    return talk;
}

void TestConversations::plan(TalkWay way)
{
    agree();
    QVERIFY((*m_tablet)->keepConversation(sofie.person, mette, form(way)));
}

void TestConversations::begin(TalkWay way)
{
    plan(way);
    QVERIFY((*m_tablet)->startConversation(sofie.person, mette));
}

void TestConversations::answer(const std::string &url, const std::string &link, StreamKind readers,
                               const PersonId &about)
{
    const auto draft = must((*m_tablet)->beginForm(sofie.person, sofie, url, about));
    QVERIFY((*m_tablet)->chooseAnswer(draft.id, link, "midt-imellem"));
    QVERIFY((*m_tablet)->setReaders(draft.id, readers));
    QVERIFY((*m_tablet)->sendDraft(draft.id));
    QVERIFY((*m_tablet)->settleSent());
}

ConversationsShown TestConversations::seenBy(const Who &viewer)
{
    return must((*m_tablet)->openResident(sofie.person, viewer)).conversations;
}

void TestConversations::whatIsAgreedIsReadByTheTeamAndChangedTogether()
{
    QVERIFY(seenBy(mette).agreed.empty());
    agree();
    QCOMPARE(seenBy(ali).agreed.size(), std::size_t{1});
    QCOMPARE(seenBy(sofie).agreed.back().agreement.rhythm, domain::TalkRhythm::TwoWeeks);
    TalkAgreement other = seenBy(sofie).agreed.back().agreement;
    other.topic = {TalkAbout::Method, {}, "at gå ture"};
    other.asking = domain::TalkAsking::ResidentSays;
    const auto shown = seenBy(sofie).agreedHeads;
    QVERIFY((*m_tablet)->agreeOnConversations(sofie.person, sofie, other, shown));
    QCOMPARE(seenBy(mette).agreed.size(), std::size_t{1});
    QCOMPARE(seenBy(mette).agreed.back().agreement, other);
    QCOMPARE(seenBy(mette).agreed.back().enterer, sofie.person);
    // Her page was open meanwhile: what she was not shown is not settled by her.
    TalkAgreement mine = other;
    mine.rhythm = domain::TalkRhythm::Month;
    QVERIFY((*m_tablet)->agreeOnConversations(sofie.person, mette, mine, shown));
    const auto both = seenBy(ali);
    QCOMPARE(both.agreed.size(), std::size_t{2});
    QCOMPARE(both.agreed.front().agreement, other);
    QVERIFY((*m_tablet)->agreeOnConversations(sofie.person, ali, mine, both.agreedHeads));
    QCOMPARE(seenBy(mette).agreed.size(), std::size_t{1});
    QCOMPARE(seenBy(mette).agreed.back().agreement, mine);
    other.rhythm = domain::TalkRhythm::Unset;
    QCOMPARE((*m_tablet)->agreeOnConversations(sofie.person, mette, other, {}).error().code(),
             Errc::BadArgument);
}

void TestConversations::whoeverIsNotInTheTeamAgreesAndHoldsNothing()
{
    agree();
    const TalkAgreement agreed = seenBy(mette).agreed.back().agreement;
    for (const Who &who : {lone, karim}) {
        QCOMPARE((*m_tablet)->agreeOnConversations(sofie.person, who, agreed, {}).error().code(),
                 Errc::NotAllowed);
        QCOMPARE((*m_tablet)->keepConversation(sofie.person, who, form(TalkWay::Together)).error().code(),
                 Errc::NotAllowed);
        QCOMPARE((*m_tablet)->startConversation(sofie.person, who).error().code(), Errc::NotAllowed);
        QCOMPARE((*m_tablet)->endConversation(sofie.person, who).error().code(), Errc::NotAllowed);
        QCOMPARE((*m_tablet)->dropConversation(sofie.person, who).error().code(), Errc::NotAllowed);
    }
}

void TestConversations::nothingBeginsBeforeItIsAgreed()
{
    QVERIFY((*m_tablet)->keepConversation(sofie.person, mette, form(TalkWay::Together)));
    QCOMPARE((*m_tablet)->startConversation(sofie.person, mette).error().code(), Errc::BadArgument);
    agree();
    QVERIFY((*m_tablet)->startConversation(sofie.person, mette));
}

void TestConversations::everyTapOfSettingUpIsThereAfterAStop()
{
    agree();
    Conversation talk;
    const std::vector<std::function<void()>> taps{
        [&] {
            talk.here.push_back({mette.person, {}});
        },
        [&] {
            talk.here.push_back({{}, "min søster"});
        },
        [&] {
            talk.topic = {TalkAbout::Method, {}, "at gå ture"};
        },
        [&] { talk.period = domain::TalkPeriod::Week; },
        [&] { talk.way = TalkWay::Alone; },
    };
    for (const auto &tap : taps) {
        tap();
        QVERIFY((*m_tablet)->keepConversation(sofie.person, mette, talk));
        m_tablet->reopen();
        const auto shown = seenBy(mette);
        QVERIFY(shown.here && !shown.underWay);
        QCOMPARE(shown.here->here, talk.here);
        QCOMPARE(shown.here->topic, talk.topic);
        QCOMPARE(shown.here->period, talk.period);
        QCOMPARE(shown.here->way, talk.way);
    }
    QVERIFY(!seenBy(ali).here); // hers alone until it begins
    QVERIFY(!seenBy(sofie).here);
    QVERIFY((*m_tablet)->dropConversation(sofie.person, mette));
    QVERIFY(!seenBy(mette).here);
    QVERIFY(seenBy(mette).held.empty());
}

void TestConversations::whatIsNotChosenYetDoesNotBegin()
{
    agree();
    QCOMPARE((*m_tablet)->startConversation(sofie.person, mette).error().code(), Errc::NotFound);
    for (const auto &spoil : std::vector<std::function<void(Conversation &)>>{
             [](Conversation &talk) { talk.way = TalkWay::Unset; },
             [](Conversation &talk) { talk.period = domain::TalkPeriod::Unset; },
             [](Conversation &talk) { talk.topic = {}; }}) {
        Conversation talk = form(TalkWay::Together);
        spoil(talk);
        QVERIFY((*m_tablet)->keepConversation(sofie.person, mette, talk));
        QCOMPARE((*m_tablet)->startConversation(sofie.person, mette).error().code(), Errc::BadArgument);
    }
    QVERIFY(seenBy(mette).held.empty());
}

void TestConversations::badPlansAreRefused_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<Errc>("error");
    QTest::newRow("the most people there may be") << "most" << Errc{};
    QTest::newRow("one more") << "people" << Errc::TooLarge;
    QTest::newRow("a name at the limit") << "name" << Errc{};
    QTest::newRow("a byte more") << "long-name" << Errc::TooLarge;
    QTest::newRow("a method that is too long") << "long-method" << Errc::TooLarge;
    QTest::newRow("nobody's name") << "nobody" << Errc::BadArgument;
    QTest::newRow("no text") << "bytes" << Errc::BadArgument;
    QTest::newRow("no such way") << "way" << Errc::BadArgument;
}

void TestConversations::badPlansAreRefused()
{
    QFETCH(QString, what);
    QFETCH(Errc, error);
    Conversation talk = form(TalkWay::Together);
    if (what == QLatin1String("most") || what == QLatin1String("people")) {
        const std::size_t count = Conversations::kHereMax + (what == QLatin1String("people") ? 1 : 0);
        talk.here.assign(count, {mette.person, {}});
    } else if (what == QLatin1String("name") || what == QLatin1String("long-name")) {
        const std::size_t bytes = Conversations::kNameBytesMax + (what == QLatin1String("long-name") ? 1 : 0);
        talk.here = {{{}, std::string(bytes, 'a')}};
    } else if (what == QLatin1String("long-method")) {
        talk.topic = {TalkAbout::Method, {}, std::string(Conversations::kNameBytesMax + 1, 'a')};
    } else if (what == QLatin1String("nobody")) {
        talk.here = {{{}, {}}};
    } else if (what == QLatin1String("bytes")) {
        talk.here = {{{}, "\xff"}};
    } else {
        talk.way = static_cast<TalkWay>(3);
    }
    const Status kept = (*m_tablet)->keepConversation(sofie.person, mette, talk);
    QCOMPARE(kept ? Errc{} : kept.error().code(), error);
    QCOMPARE(seenBy(mette).here.has_value(), kept.has_value());
}

void TestConversations::bothAnswersBelongToIt()
{
    begin(TalkWay::Together);
    answer(kWellbeing, "selv", StreamKind::Team);
    answer(kCooperation, "moede", StreamKind::Chosen, mette.person);
    QVERIFY((*m_tablet)->endConversation(sofie.person, mette));
    answer(kWellbeing, "selv", StreamKind::Team); // after it
    const auto shown = seenBy(ali);
    QCOMPARE(shown.held.size(), std::size_t{1});
    const Conversation &talk = shown.held[0];
    QVERIFY(talk.endedMs >= talk.begunMs && talk.begunMs > 0);
    QCOMPARE(talk.heldBy, mette.person);
    QCOMPARE(talk.here, form(TalkWay::Together).here);
    QCOMPARE(talk.answers.size(), std::size_t{2});
    std::set<std::string> urls;
    for (const auto &[response, given] : talk.answers) {
        urls.insert(given.url);
    }
    QCOMPARE(urls, (std::set<std::string>{kWellbeing, kCooperation}));
    const auto page = must((*m_tablet)->openResident(sofie.person, sofie));
    QCOMPARE(page.responses.size(), std::size_t{3});
    for (const auto &response : page.responses) { // the resident's own words, all of them
        QCOMPARE(response.author, sofie.person);
        QCOMPARE(response.enterer, sofie.person);
    }
}

void TestConversations::aSheetThatWasBegunBeforeBelongsToItToo()
{
    const auto before = must((*m_tablet)->beginForm(sofie.person, sofie, kWellbeing, {}));
    QVERIFY((*m_tablet)->chooseAnswer(before.id, "selv", "ret-godt"));
    begin(TalkWay::Together);
    answer(kWellbeing, "naere", StreamKind::Team);
    QCOMPARE(seenBy(mette).held[0].answers.count(EntityId{before.id.data}), std::size_t{1});
}

void TestConversations::notTodayWaitsForNoReply()
{
    begin(TalkWay::Together);
    const auto draft = must((*m_tablet)->beginForm(sofie.person, sofie, kWellbeing, {}));
    QVERIFY((*m_tablet)->sayNotToday(draft.id));
    QVERIFY((*m_tablet)->setReaders(draft.id, StreamKind::Team));
    QVERIFY((*m_tablet)->sendDraft(draft.id));
    QVERIFY((*m_tablet)->settleSent());
    QCOMPARE(seenBy(mette).held[0].answers.size(), std::size_t{1});
    QVERIFY(seenBy(mette).held[0].answers.begin()->second.notToday);
    QVERIFY(must((*m_tablet)->unansweredFeedback(mette)).empty());
}

void TestConversations::onlyTheResidentsOwnAnswerIsOnlyKnownToHaveBeenGiven()
{
    m_home->addOwn(sofie);
    m_home->addDevice(m_tablet->file());
    m_home->meet(**m_tablet);
    begin(TalkWay::Together);
    (void)seenBy(sofie);
    openOwn();
    answer(kWellbeing, "selv", StreamKind::Own);
    for (const Who &who : {mette, ali}) { // chosen or not
        QCOMPARE(seenBy(who).held[0].answers.size(), std::size_t{1});
        QVERIFY(must((*m_tablet)->openResident(sofie.person, who)).responses.empty());
    }
    answer(kCooperation, "moede", StreamKind::Chosen, mette.person);
    QCOMPARE(seenBy(ali).held[0].answers.size(), std::size_t{2}); // of the team, and not chosen
    QVERIFY(must((*m_tablet)->openResident(sofie.person, ali)).responses.empty());
    (void)seenBy(sofie);
    openOwn();
    QCOMPARE(must((*m_tablet)->openResident(sofie.person, sofie)).responses.size(), std::size_t{2});
}

void TestConversations::aStopInTheMiddleLosesNothing()
{
    begin(TalkWay::Alone);
    const auto draft = must((*m_tablet)->beginForm(sofie.person, sofie, kWellbeing, {}));
    QVERIFY((*m_tablet)->chooseAnswer(draft.id, "selv", "ret-godt"));
    m_tablet->reopen();
    const auto shown = seenBy(sofie);
    QVERIFY(shown.here && shown.underWay);
    QCOMPARE(shown.here->way, TalkWay::Alone);
    const auto again = must((*m_tablet)->beginForm(sofie.person, sofie, kWellbeing, {}));
    QCOMPARE(again.id, draft.id);
    QCOMPARE(again.answers.at("selv").code, std::string("ret-godt"));
    QVERIFY((*m_tablet)->setReaders(again.id, StreamKind::Team));
    QVERIFY((*m_tablet)->sendDraft(again.id));
    m_tablet->reopen(); // the sheet becomes a change at the start
    QCOMPARE(seenBy(mette).held[0].answers.size(), std::size_t{1});
    QVERIFY((*m_tablet)->startConversation(sofie.person, mette)); // it goes on
    QCOMPARE((*m_tablet)->signedIn().kind, SignInKind::Lent);
    QCOMPARE(must((*m_tablet)->openResident(sofie.person, sofie)).conversations.held.size(), std::size_t{1});
}

void TestConversations::handedOverItIsTheResidentsAlone_data()
{
    QTest::addColumn<bool>("shared");
    QTest::newRow("shared tablet") << true;
    QTest::newRow("staff's device") << false;
}

void TestConversations::handedOverItIsTheResidentsAlone()
{
    QFETCH(bool, shared);
    start(shared ? TabletKind::Shared : TabletKind::Staff, true);
    signIn(mette);
    const auto token = (*m_tablet)->signedIn().token;
    const std::int64_t nowMs = m_tablet->nowMs;
    plan(TalkWay::Together);
    QVERIFY((*m_tablet)->startConversation(sofie.person, mette));
    answer(kWellbeing, "selv", StreamKind::Team);
    QVERIFY((*m_tablet)->endConversation(sofie.person, mette));
    const EntityId before = seenBy(mette).held[0].id;
    const ReplyLine line{{}, before, false, "Vi banker på.", {}, {}};
    QVERIFY((*m_tablet)->keepReplyLine(sofie.person, mette, before, line));
    m_tablet->nowMs = nowMs + kMinuteMs;
    plan(TalkWay::Alone);
    const auto field = openField();
    const auto staffs =
        shared ? std::nullopt
               : std::optional(must((*m_tablet)->beginForm(sofie.person, mette, kWellbeing, {})));
    if (staffs) {
        QVERIFY((*m_tablet)->chooseAnswer(staffs->id, "selv", "ret-godt"));
    }
    QVERIFY((*m_tablet)->startConversation(sofie.person, mette));
    const auto stay = (*m_tablet)->signedIn();
    QCOMPARE(stay.kind, SignInKind::Lent);
    QCOMPARE(stay.who, sofie);
    QVERIFY(stay.token != token);

    const auto no = [](const auto &result) {
        return !result.has_value() && result.error().code() == Errc::NotAllowed;
    };
    engine::Engine &engine = **m_tablet;
    QVERIFY(no(engine.openResident(sofie.person, mette)));
    QVERIFY(no(engine.openResident(karim.person, karim)));
    QVERIFY(no(engine.openResident(sofie.person, ali)));
    QVERIFY(no(engine.waiting(mette)));
    QVERIFY(no(engine.unansweredFeedback(mette)));
    QVERIFY(no(engine.openPlan(sofie.person, mette, kPlan)));
    QVERIFY(no(engine.openPlan(karim.person, karim, kPlan)));
    QVERIFY(no(engine.beginForm(sofie.person, mette, kWellbeing, {})));
    QVERIFY(no(engine.beginForm(karim.person, karim, kWellbeing, {})));
    QVERIFY(no(engine.whoLooked(karim.person, karim)));
    QVERIFY(no(engine.takeOut(domain::Action::Print, mette, sofie.person)));
    QVERIFY(no(engine.startConversation(sofie.person, mette)));
    QVERIFY(no(engine.endConversation(sofie.person, mette)));
    QVERIFY(no(engine.resetPictures(sofie.person, mette)));
    QVERIFY(no(engine.openReply(sofie.person, mette, before)));
    QVERIFY(no(engine.keepReply(sofie.person, mette, before, {line})));
    QVERIFY(no(engine.keepReplyLine(sofie.person, mette, before, line)));
    QVERIFY(no(engine.removeReplyLine(sofie.person, mette, before, line.id)));
    QVERIFY(no(engine.sendReply(sofie.person, mette, before)));
    QVERIFY(no(engine.editField(sofie.person, mette, kPlan, field, "Ord")));
    QVERIFY(
        no(engine.resolve(sofie.person, mette, kPlan, field, wire::v1::RESOLUTION_REWRITE, {}, "Ord", {})));
    QVERIFY(no(engine.agreeOnConversations(sofie.person, mette, seenBy(sofie).agreed.back().agreement, {})));
    if (staffs) {
        QVERIFY(no(engine.setReaders(staffs->id, StreamKind::Team)));
        QVERIFY(no(engine.sendDraft(staffs->id, StreamKind::Team)));
        QVERIFY(no(engine.discardDraft(staffs->id)));
        QVERIFY(no(engine.draft(staffs->id)));
        QVERIFY(no(engine.chooseAnswer(staffs->id, "selv", "ret-svaert")));
    }
    // The resident's own side is open.
    QVERIFY(engine.openResident(sofie.person, sofie));
    answer(kCooperation, "moede", StreamKind::Chosen, mette.person);
    QVERIFY(engine.endConversation(sofie.person, sofie));
    QVERIFY(no(engine.waiting(mette))); // ending gives nobody else anything
    engine.signOut();                   // the cover
    QVERIFY(no(engine.waiting(mette)));
    QCOMPARE(engine.openResident(sofie.person, sofie).has_value(), shared);
}

void TestConversations::handedOverAlsoWithoutCodes()
{
    begin(TalkWay::Alone);
    QCOMPARE((*m_tablet)->waiting(mette).error().code(), Errc::NotAllowed);
    QVERIFY((*m_tablet)->openResident(sofie.person, sofie));
}

void TestConversations::noLockOfASamtaleCoversSafetyPlans()
{
    const std::string shift = "864209";
    start(TabletKind::Staff, true);
    m_home->addShiftCode(shift, m_tablet->nowMs, m_tablet->nowMs + kDayMs / 2);
    m_home->meet(**m_tablet);
    const auto enter = [&](const std::function<void()> &door, SignInKind kind) {
        signIn(mette);
        if (!seenBy(mette).underWay) {
            plan(TalkWay::Alone);
        }
        QVERIFY((*m_tablet)->startConversation(sofie.person, mette));
        QCOMPARE((*m_tablet)->signedIn().kind, SignInKind::Lent);
        door();
        QCOMPARE((*m_tablet)->signedIn().kind, kind);
        // Safety plans alone, and the resident's own side has gone.
        QCOMPARE((*m_tablet)->waiting(mette).error().code(), Errc::NotAllowed);
        QCOMPARE((*m_tablet)->openResident(sofie.person, mette).error().code(), Errc::NotAllowed);
        QCOMPARE((*m_tablet)->openPlan(sofie.person, mette, kPlan).error().code(), Errc::NotAllowed);
        QCOMPARE((*m_tablet)->openResident(sofie.person, sofie).error().code(), Errc::NotAllowed);
    };
    enter(
        [&] {
            QCOMPARE((*m_tablet)->openInEmergency(mette.person).outcome, engine::SignInAnswer::Outcome::Ok);
        },
        SignInKind::Emergency);
    enter(
        [&] {
            (*m_tablet)->signInWithShiftCode(shift, [](const engine::SignInAnswer &answer) {
                QCOMPARE(answer.outcome, engine::SignInAnswer::Outcome::Ok);
            });
        },
        SignInKind::Shift);
}

void TestConversations::nobodyTapsInASheetOfSomebodyWhoIsNotHere()
{
    start(TabletKind::Staff, true);
    signIn(mette);
    const auto hers = must((*m_tablet)->beginForm(sofie.person, mette, kWellbeing, {}));
    QVERIFY((*m_tablet)->chooseAnswer(hers.id, "selv", "ret-godt"));
    const auto sofies = must((*m_tablet)->beginForm(sofie.person, sofie, kWellbeing, {}));
    QVERIFY((*m_tablet)->chooseAnswer(sofies.id, "selv", "ret-godt"));
    const auto refused = [&](const engine::DraftId &id) {
        const auto no = [](const auto &result) {
            return !result.has_value() && result.error().code() == Errc::NotAllowed;
        };
        engine::Engine &engine = **m_tablet;
        return no(engine.draft(id)) && no(engine.chooseAnswer(id, "selv", "ret-svaert")) &&
               no(engine.setReaders(id, StreamKind::Team)) && no(engine.sendDraft(id)) &&
               no(engine.undoSend(id)) && no(engine.sayNotToday(id)) && no(engine.discardDraft(id));
    };
    for (const bool restart : {false, true}) {
        (*m_tablet)->signOut();
        if (restart) {
            m_tablet->reopen();
        }
        QVERIFY(refused(hers.id));
        QVERIFY(refused(sofies.id)); // nobody of the staff is beside
        signIn(ali);
        QVERIFY(refused(hers.id));
        QVERIFY((*m_tablet)->chooseAnswer(sofies.id, "alt", "ret-godt"));
    }
    signIn(mette);
    QCOMPARE(must((*m_tablet)->draft(hers.id)).answers.at("selv").code, std::string("ret-godt"));
}

void TestConversations::itComesBackWhenStaffSignInAgain()
{
    start(TabletKind::Staff, true);
    signIn(mette);
    begin(TalkWay::Alone);
    (*m_tablet)->signIn(mette.person, "135791", [](const engine::SignInAnswer &answer) {
        QCOMPARE(answer.outcome, engine::SignInAnswer::Outcome::WrongCode);
    });
    QCOMPARE((*m_tablet)->signedIn().kind, SignInKind::Lent); // a wrong code gives nothing, and takes nothing
    QVERIFY((*m_tablet)->openResident(sofie.person, sofie));
    signIn(mette);
    QCOMPARE((*m_tablet)->signedIn().kind, SignInKind::Code);
    QVERIFY(seenBy(mette).underWay);
    QVERIFY((*m_tablet)->endConversation(sofie.person, mette));
}

void TestConversations::aRestartGivesNoWayRound()
{
    start(TabletKind::Staff, true);
    signIn(mette);
    begin(TalkWay::Alone);
    m_tablet->reopen();
    QCOMPARE((*m_tablet)->signedIn().kind, SignInKind::Nobody);
    QCOMPARE((*m_tablet)->waiting(mette).error().code(), Errc::NotAllowed);
    QCOMPARE((*m_tablet)->openResident(sofie.person, sofie).error().code(), Errc::NotAllowed);
    signIn(mette);
    QVERIFY(seenBy(mette).underWay);
}

void TestConversations::leftAloneItLocksAfterHalfAnHour()
{
    start(TabletKind::Staff, true);
    signIn(mette);
    begin(TalkWay::Alone);
    m_uptimeMs += 30 * kMinuteMs - 1;
    QVERIFY((*m_tablet)->openResident(sofie.person, sofie));
    (*m_tablet)->touch();
    m_uptimeMs += 30 * kMinuteMs - 1;
    QVERIFY((*m_tablet)->openResident(sofie.person, sofie));
    m_uptimeMs += 1;
    QCOMPARE((*m_tablet)->openResident(sofie.person, sofie).error().code(), Errc::NotAllowed);
    QCOMPARE((*m_tablet)->signedIn().kind, SignInKind::Nobody);
}

void TestConversations::theResidentEndsIt()
{
    begin(TalkWay::Alone);
    QVERIFY((*m_tablet)->endConversation(sofie.person, sofie));
    QCOMPARE((*m_tablet)->endConversation(sofie.person, sofie).error().code(), Errc::NotFound);
    const auto shown = seenBy(sofie);
    QVERIFY(!shown.here);
    QVERIFY(shown.held[0].endedMs > 0);
}

void TestConversations::whatStaffLeftIsOverAfterTwelveHours()
{
    begin(TalkWay::Together);
    const std::int64_t begunMs = seenBy(mette).held[0].begunMs;
    m_tablet->nowMs = begunMs + engine::kTalkLastsMs;
    QVERIFY(seenBy(sofie).underWay);
    m_tablet->nowMs += 1;
    QVERIFY(!seenBy(sofie).underWay);
    QVERIFY(!seenBy(mette).here);
    answer(kWellbeing, "selv", StreamKind::Team);
    QVERIFY(seenBy(mette).held[0].answers.empty());
    m_tablet->nowMs = begunMs - engine::kTalkLastsMs - 1; // the clock was set back
    QVERIFY(!seenBy(sofie).underWay);
    m_tablet->nowMs = begunMs + 7 * kDayMs;
    begin(TalkWay::Together); // the next one ends it
    const auto held = seenBy(mette).held;
    QCOMPARE(held.size(), std::size_t{2});
    QCOMPARE(held[0].endedMs, std::int64_t{0});
    QCOMPARE(held[1].begunMs, begunMs);
    QCOMPARE(held[1].endedMs, begunMs + engine::kTalkLastsMs);
    answer(kWellbeing, "selv", StreamKind::Team);
    QCOMPARE(seenBy(mette).held[0].answers.size(), std::size_t{1});
    // A page that was open all night can end it, too.
    m_tablet->nowMs += kDayMs;
    QVERIFY((*m_tablet)->endConversation(sofie.person, mette));
    QVERIFY(seenBy(mette).held[0].endedMs > 0);
}

void TestConversations::aSheetFromOneThatWasLeftBelongsToItNoMore()
{
    begin(TalkWay::Together);
    const auto draft = must((*m_tablet)->beginForm(sofie.person, sofie, kWellbeing, {}));
    QVERIFY((*m_tablet)->chooseAnswer(draft.id, "selv", "ret-godt"));
    m_tablet->nowMs += 7 * kDayMs;
    m_tablet->reopen();
    answer(kWellbeing, "naere", StreamKind::Team);
    QVERIFY(seenBy(mette).held[0].answers.empty());
    QCOMPARE(must((*m_tablet)->openResident(sofie.person, mette)).responses[0].id, EntityId{draft.id.data});
}

void TestConversations::whatIsNoPartOfItIsNotNoted()
{
    begin(TalkWay::Together);
    const auto draft = must((*m_tablet)->beginForm(sofie.person, sofie, kTheme, {}));
    QVERIFY((*m_tablet)->chooseAnswer(draft.id, "2A", "noget"));
    QVERIFY((*m_tablet)->setReaders(draft.id, StreamKind::Team));
    QVERIFY((*m_tablet)->sendDraft(draft.id));
    QVERIFY((*m_tablet)->settleSent());
    QVERIFY(seenBy(mette).held[0].answers.empty());
}

void TestConversations::whatTheResidentWantsNobodyToAskIsLeftOut()
{
    const auto say = [&](const std::string &url, domain::Asking asking) {
        QVERIFY((*m_tablet)->setAsking(sofie.person, sofie, url, asking));
    };
    QVERIFY(seenBy(mette).leftOut.empty());
    say(kWellbeing, domain::Asking::NoMore);
    say(kTheme, domain::Asking::NoMore); // never asked in a samtale
    QCOMPARE(seenBy(mette).leftOut, std::vector<std::string>{kWellbeing});
    QCOMPARE(seenBy(sofie).leftOut, std::vector<std::string>{kWellbeing});
    QVERIFY(seenBy(mette).held.empty());
    say(kCooperation, domain::Asking::NoMore);
    plan(TalkWay::Alone);
    QCOMPARE((*m_tablet)->startConversation(sofie.person, mette).error().code(), Errc::NotWanted);
    QVERIFY(seenBy(mette).held.empty());
    QVERIFY(!seenBy(mette).underWay);
    QVERIFY(seenBy(mette).here); // what was set up stays
    QVERIFY((*m_tablet)->signedIn().kind != SignInKind::Lent);
    say(kCooperation, domain::Asking::SaysSo);
    QVERIFY((*m_tablet)->startConversation(sofie.person, mette));
    answer(kWellbeing, "selv", StreamKind::Team); // begun by the resident alone
    answer(kCooperation, "moede", StreamKind::Team, mette.person);
    const auto held = seenBy(sofie).held;
    QCOMPARE(held[0].answers.size(), std::size_t{1});
    QCOMPARE(held[0].answers.begin()->second.url, kCooperation);
}

void TestConversations::aReplyIsKeptWithEveryKeyAndSavedOnce()
{
    begin(TalkWay::Together);
    answer(kCooperation, "moede", StreamKind::Team, mette.person);
    QVERIFY((*m_tablet)->endConversation(sofie.person, mette));
    const EntityId to = seenBy(mette).held[0].id;
    QVERIFY(must((*m_tablet)->openReply(sofie.person, mette, to)).empty());
    QCOMPARE((*m_tablet)->sendReply(sofie.person, mette, to).error().code(), Errc::BadArgument);
    std::vector<ReplyLine> lines{{{}, to, false, "Vi banker på klokken 9.", mette.person, "2026-10-16"},
                                 {{}, to, true, "Der er kun én om natten.", {}, {}},
                                 {{}, to, false, {}, {}, {}}};
    QVERIFY((*m_tablet)->keepReply(sofie.person, mette, to, lines));
    m_tablet->reopen();
    lines = must((*m_tablet)->openReply(sofie.person, mette, to));
    QCOMPARE(lines.size(), std::size_t{3});
    QCOMPARE(lines[0].text, std::string("Vi banker på klokken 9."));
    QVERIFY(!lines[0].id.isNull() && lines[0].id != lines[1].id);
    QVERIFY(must((*m_tablet)->openReply(sofie.person, ali, to)).empty()); // hers until it is saved
    QVERIFY(seenBy(sofie).replies.empty());
    QVERIFY((*m_tablet)->sendReply(sofie.person, mette, to));
    const auto shown = seenBy(sofie);
    QCOMPARE(shown.replies.size(), std::size_t{2}); // the empty one says nothing
    QCOMPARE(shown.replies[0].to, to);
    QCOMPARE(shown.replies[0].who, mette.person);
    QCOMPARE(shown.replies[0].until, std::string("2026-10-16"));
    QCOMPARE(shown.replies[0].author, mette.person);
    QVERIFY(shown.replies[1].cannot);
    QVERIFY(must((*m_tablet)->openReply(sofie.person, mette, to)).empty());
    lines.assign(Conversations::kLinesMax, {{}, to, false, "Mere.", {}, {}});
    QVERIFY((*m_tablet)->keepReply(sofie.person, mette, to, lines));
    lines.push_back(lines.front());
    QCOMPARE((*m_tablet)->keepReply(sofie.person, mette, to, lines).error().code(), Errc::TooLarge);
    QVERIFY((*m_tablet)->keepReply(sofie.person, mette, to, {}));
    QVERIFY(must((*m_tablet)->openReply(sofie.person, mette, to)).empty());
}

void TestConversations::oneLineOfAReplyIsKeptWithoutTouchingTheOthers()
{
    begin(TalkWay::Together);
    answer(kCooperation, "moede", StreamKind::Team, mette.person);
    const EntityId to = seenBy(mette).held[0].id;
    engine::Engine &engine = **m_tablet;
    const auto kept = [&] { return must(engine.openReply(sofie.person, mette, to)); };
    // Nothing is written yet: nothing is kept.
    QVERIFY(
        must(engine.keepReplyLine(sofie.person, mette, to, {{}, to, false, {}, mette.person, {}})).isNull());
    QVERIFY(kept().empty());
    ReplyLine first{{}, to, false, "Vi banker", mette.person, {}};
    first.id = must(engine.keepReplyLine(sofie.person, mette, to, first));
    QVERIFY(!first.id.isNull());
    const EntityId second = must(
        engine.keepReplyLine(sofie.person, mette, to, {{}, to, true, "Der er kun én om natten.", {}, {}}));
    // Who writes on in the first one knew of no other.
    first.text = "Vi banker på.";
    QCOMPARE(must(engine.keepReplyLine(sofie.person, mette, to, first)), first.id);
    QCOMPARE(kept().size(), std::size_t{2});
    QCOMPARE(kept()[0].text, std::string("Vi banker på."));
    QCOMPARE(kept()[0].who, mette.person);
    QCOMPARE(kept()[1].id, second);
    QVERIFY(kept()[1].cannot);
    m_tablet->reopen();
    engine::Engine &again = **m_tablet;
    QVERIFY(again.removeReplyLine(sofie.person, mette, to, first.id));
    QVERIFY(again.removeReplyLine(sofie.person, mette, to, first.id));
    const auto left = must(again.openReply(sofie.person, mette, to));
    QCOMPARE(left.size(), std::size_t{1});
    QCOMPARE(left[0].id, second);
    QCOMPARE(again.keepReplyLine(sofie.person, mette, to, first).error().code(), Errc::NotFound);
    for (std::size_t count = 1; count < Conversations::kLinesMax; ++count) {
        QVERIFY(again.keepReplyLine(sofie.person, mette, to, {{}, to, false, "Mere.", {}, {}}));
    }
    QCOMPARE(again.keepReplyLine(sofie.person, mette, to, {{}, to, false, "Mere.", {}, {}}).error().code(),
             Errc::TooLarge);
    QCOMPARE(must(again.openReply(sofie.person, mette, to)).size(), Conversations::kLinesMax);
    const std::string atLimit(limits::kTextBytesMax, 'a');
    QVERIFY(again.keepReplyLine(sofie.person, mette, to, {second, to, false, atLimit, {}, {}}));
    QCOMPARE(again.keepReplyLine(sofie.person, mette, to, {second, to, false, atLimit + "a", {}, {}})
                 .error()
                 .code(),
             Errc::TooLarge);
    for (const ReplyLine &line : must(again.openReply(sofie.person, mette, to))) {
        QVERIFY(again.removeReplyLine(sofie.person, mette, to, line.id));
    }
    QVERIFY(must(again.openReply(sofie.person, mette, to)).empty());
}

void TestConversations::aReplyIsStaffsOwnAndOnlyFromWhoMayRead()
{
    begin(TalkWay::Together);
    answer(kCooperation, "moede", StreamKind::Team, mette.person);
    const EntityId to = seenBy(mette).held[0].id;
    const std::vector<ReplyLine> lines{{{}, to, false, "Vi banker på.", {}, {}}};
    for (const Who &who : {sofie, karim, lone}) {
        QCOMPARE((*m_tablet)->keepReply(sofie.person, who, to, lines).error().code(), Errc::NotAllowed);
        QCOMPARE((*m_tablet)->sendReply(sofie.person, who, to).error().code(), Errc::NotAllowed);
    }
    QCOMPARE((*m_tablet)->keepReply(sofie.person, mette, EntityId{}, lines).error().code(), Errc::NotFound);
}

void TestConversations::aReplyToWhatTheChosenReadIsNotForTheTeam()
{
    begin(TalkWay::Together);
    answer(kCooperation, "moede", StreamKind::Chosen, mette.person);
    const EntityId to = seenBy(mette).held[0].id;
    QVERIFY((*m_tablet)->keepReply(sofie.person, mette, to, {{{}, to, false, "Vi banker på.", {}, {}}}));
    QVERIFY((*m_tablet)->sendReply(sofie.person, mette, to));
    QCOMPARE(seenBy(mette).replies.size(), std::size_t{1});
    QCOMPARE(seenBy(sofie).replies.size(), std::size_t{1});
    QVERIFY(seenBy(ali).replies.empty());
    // All the same nobody is asked for a reply any more.
    QVERIFY(must((*m_tablet)->unansweredFeedback(ali)).empty());
}

void TestConversations::whatWasWrittenForTheChosenNeverBecomesTheTeams()
{
    begin(TalkWay::Together);
    answer(kCooperation, "moede", StreamKind::Chosen, mette.person);
    const EntityId to = seenBy(mette).held[0].id;
    engine::Engine &engine = **m_tablet;
    ReplyLine line{{}, to, false, "Vi banker på.", {}, {}};
    line.id = must(engine.keepReplyLine(sofie.person, mette, to, line));
    choose({}); // the resident takes her off the chosen between the first line and Gem
    QCOMPARE(engine.sendReply(sofie.person, mette, to).error().code(), Errc::WiderReaders);
    QCOMPARE(engine.keepReplyLine(sofie.person, mette, to, line).error().code(), Errc::WiderReaders);
    QCOMPARE(engine.keepReply(sofie.person, mette, to, {line}).error().code(), Errc::WiderReaders);
    const auto shown = must(engine.openReply(sofie.person, mette, to)); // her own words, and not lost
    QCOMPARE(shown.size(), std::size_t{1});
    QCOMPARE(shown[0].text, line.text);
    m_tablet->reopen();
    engine::Engine &again = **m_tablet;
    QCOMPARE(again.sendReply(sofie.person, mette, to).error().code(), Errc::WiderReaders);
    QVERIFY(seenBy(ali).replies.empty());
    choose({mette.person}); // back again
    QVERIFY(again.sendReply(sofie.person, mette, to));
    QVERIFY(seenBy(ali).replies.empty());
    QCOMPARE(seenBy(mette).replies.size(), std::size_t{1});
    // Or she takes it out, and says what the team may read.
    line.id = {};
    line.id = must(again.keepReplyLine(sofie.person, mette, to, line));
    choose({});
    QVERIFY(again.removeReplyLine(sofie.person, mette, to, line.id));
    QVERIFY(again.keepReplyLine(sofie.person, mette, to, {{}, to, false, "Vi tager det op.", {}, {}}));
    QVERIFY(again.sendReply(sofie.person, mette, to));
    QCOMPARE(seenBy(ali).replies.size(), std::size_t{1});
}

void TestConversations::aReplyBegunForTheTeamFollowsTheAnswersThatCome()
{
    begin(TalkWay::Together);
    answer(kWellbeing, "selv", StreamKind::Team);
    const EntityId to = seenBy(mette).held[0].id;
    QVERIFY((*m_tablet)->keepReplyLine(sofie.person, mette, to, {{}, to, false, "Vi banker på.", {}, {}}));
    answer(kCooperation, "moede", StreamKind::Chosen, mette.person);
    QVERIFY((*m_tablet)->sendReply(sofie.person, mette, to));
    QVERIFY(seenBy(ali).replies.empty());
    QCOMPARE(seenBy(mette).replies.size(), std::size_t{1});
}

void TestConversations::aNotedAnswerThatIsNotHereIsForFew()
{
    begin(TalkWay::Together);
    answer(kWellbeing, "selv", StreamKind::Team);
    const EntityId to = seenBy(mette).held[0].id;
    m_home->meet(**m_tablet);
    // Another tablet has noted it; the answer itself is still on its way.
    m_home->write(m_home->streamOf(sofie, StreamKind::Team),
                  {domain::writeConversationAnswer(to, filled<EntityId>(0x77), {kCooperation, false})});
    m_home->meet(**m_tablet);
    QCOMPARE(seenBy(mette).held[0].answers.size(), std::size_t{2});
    QVERIFY((*m_tablet)->keepReplyLine(sofie.person, mette, to, {{}, to, false, "Vi banker på.", {}, {}}));
    QVERIFY((*m_tablet)->sendReply(sofie.person, mette, to));
    QVERIFY(seenBy(ali).replies.empty());
    QCOMPARE(seenBy(mette).replies.size(), std::size_t{1});
}

void TestConversations::withoutTheChosensStreamTheReplyWaits()
{
    begin(TalkWay::Together);
    answer(kCooperation, "moede", StreamKind::Chosen, mette.person);
    const EntityId to = seenBy(mette).held[0].id;
    QVERIFY((*m_tablet)->keepReplyLine(sofie.person, ali, to, {{}, to, false, "Vi ses.", {}, {}}));
    m_home->meet(**m_tablet);
    must((*m_tablet)->syncPort().noteRevoked(m_home->streamOf(sofie, StreamKind::Chosen)));
    const ReplyLine line{{}, to, false, "Vi banker på.", {}, {}};
    QCOMPARE((*m_tablet)->keepReplyLine(sofie.person, mette, to, line).error().code(), Errc::NotHereYet);
    QCOMPARE((*m_tablet)->openReply(sofie.person, mette, to).error().code(), Errc::NotHereYet);
    QCOMPARE((*m_tablet)->sendReply(sofie.person, mette, to).error().code(), Errc::NotHereYet);
    QVERIFY((*m_tablet)->sendReply(sofie.person, ali, to)); // he is none of the chosen
    QCOMPARE(seenBy(ali).replies.size(), std::size_t{1});
}

void TestConversations::todayShowsWhatNobodyHasRepliedTo()
{
    QVERIFY(must((*m_tablet)->unansweredFeedback(mette)).empty());
    answer(kCooperation, "moede", StreamKind::Chosen, ali.person); // outside a samtale
    begin(TalkWay::Together);
    QVERIFY(must((*m_tablet)->unansweredFeedback(ali)).empty()); // nothing said that he may read
    m_tablet->nowMs += kMinuteMs;
    answer(kWellbeing, "selv", StreamKind::Team);
    QVERIFY((*m_tablet)->endConversation(sofie.person, mette));
    const auto open = must((*m_tablet)->unansweredFeedback(mette));
    QCOMPARE(open.size(), std::size_t{2});
    QCOMPARE(open[0].url, kCooperation);
    QCOMPARE(open[0].about, ali.person);
    QCOMPARE(open[1].url, std::string());
    QCOMPARE(open[1].to, seenBy(mette).held[0].id);
    QCOMPARE(open[1].residentName, std::string("Sofie"));
    QCOMPARE(must((*m_tablet)->unansweredFeedback(ali)).size(), std::size_t{1}); // the samtale
    QVERIFY(must((*m_tablet)->unansweredFeedback(lone)).empty());
    for (const auto &one : open) {
        QVERIFY((*m_tablet)->keepReply(sofie.person, mette, one.to,
                                       {{{}, one.to, true, "Vi kan ikke.", {}, {}}}));
        QVERIFY((*m_tablet)->sendReply(sofie.person, mette, one.to));
    }
    QVERIFY(must((*m_tablet)->unansweredFeedback(mette)).empty());
    QVERIFY(must((*m_tablet)->unansweredFeedback(ali)).empty());
}

void TestConversations::anAnswerAfterTheReplyWaitsAgain()
{
    begin(TalkWay::Together);
    answer(kWellbeing, "selv", StreamKind::Team);
    const EntityId talk = seenBy(mette).held[0].id;
    const auto reply = [&] {
        m_tablet->nowMs += kMinuteMs;
        QVERIFY(
            (*m_tablet)->keepReply(sofie.person, mette, talk, {{{}, talk, false, "Det gør vi.", {}, {}}}));
        QVERIFY((*m_tablet)->sendReply(sofie.person, mette, talk));
        QVERIFY(must((*m_tablet)->unansweredFeedback(mette)).empty());
        QVERIFY(must((*m_tablet)->unansweredFeedback(ali)).empty());
        m_tablet->nowMs += kMinuteMs;
    };
    reply();
    answer(kCooperation, "moede", StreamKind::Team, mette.person);
    for (const Who &who : {mette, ali}) {
        const auto open = must((*m_tablet)->unansweredFeedback(who));
        QCOMPARE(open.size(), std::size_t{1});
        QCOMPARE(open[0].to, talk);
    }
    reply();
    answer(kCooperation, "moede", StreamKind::Chosen, mette.person);
    QCOMPARE(must((*m_tablet)->unansweredFeedback(mette)).size(), std::size_t{1});
}

void TestConversations::whatWasTakenBackWaitsForNoReply()
{
    begin(TalkWay::Together);
    answer(kWellbeing, "selv", StreamKind::Team);
    const auto open = must((*m_tablet)->unansweredFeedback(mette));
    QCOMPARE(open.size(), std::size_t{1});
    const auto responses = must((*m_tablet)->openResident(sofie.person, sofie)).responses;
    QVERIFY((*m_tablet)->withdraw(sofie.person, sofie, responses[0].id));
    QVERIFY(must((*m_tablet)->unansweredFeedback(mette)).empty());
}

void TestConversations::whatNobodyMayReadWaitsForNoReply()
{
    m_home->addOwn(sofie);
    m_home->addDevice(m_tablet->file());
    m_home->meet(**m_tablet);
    begin(TalkWay::Together);
    (void)seenBy(sofie);
    openOwn();
    answer(kWellbeing, "selv", StreamKind::Own);
    QCOMPARE(seenBy(mette).held[0].answers.size(), std::size_t{1}); // that it was given is known
    QVERIFY(must((*m_tablet)->unansweredFeedback(mette)).empty());
    QVERIFY(must((*m_tablet)->unansweredFeedback(ali)).empty());
    answer(kCooperation, "moede", StreamKind::Chosen, mette.person);
    QCOMPARE(must((*m_tablet)->unansweredFeedback(mette)).size(), std::size_t{1});
    QVERIFY(must((*m_tablet)->unansweredFeedback(ali)).empty()); // he is none of the chosen
    for (const auto &response : must((*m_tablet)->openResident(sofie.person, mette)).responses) {
        QVERIFY((*m_tablet)->withdraw(sofie.person, sofie, response.id));
    }
    QVERIFY(must((*m_tablet)->unansweredFeedback(mette)).empty());
}

void TestConversations::oldAnswersOutsideASamtaleAreNotAskedAbout()
{
    answer(kCooperation, "moede", StreamKind::Team, ali.person);
    m_tablet->nowMs += Conversations::kAskedForMs - 1;
    QCOMPARE(must((*m_tablet)->unansweredFeedback(mette)).size(), std::size_t{1});
    m_tablet->nowMs += 1;
    QVERIFY(must((*m_tablet)->unansweredFeedback(mette)).empty());
}

void TestConversations::anAnswerWaitsAlsoWhenItsFormComesLater()
{
    // Another tablet has a newer version of the form.
    QDir().mkpath(m_dir->path() + "/other");
    EngineTablet other(*m_home, m_dir->path().toStdString() + "/other", "Køkkenet", 9);
    other.close();
    other.use(catalogueWithNewerCooperation());
    other.reopen();
    m_home->meet(*other);
    const auto draft = must(other->beginForm(sofie.person, sofie, kCooperation, ali.person));
    QVERIFY(other->chooseAnswer(draft.id, "moede", "midt-imellem"));
    QVERIFY(other->setReaders(draft.id, StreamKind::Team));
    QVERIFY(other->sendDraft(draft.id));
    QVERIFY(other->settleSent());
    m_home->take(*other);
    // The answer comes in, and in the next batch the form.
    session::TabletPort &port = (*m_tablet)->syncPort();
    const auto from = static_cast<std::ptrdiff_t>(must(port.state()).cursor.seq);
    const auto &log = m_home->log();
    const auto form = std::find_if(log.begin() + from, log.end(), [&](const seal::SealedChange &change) {
        return change.stream == m_home->homeStream();
    });
    QVERIFY(form != log.end());
    session::TabletPort::Received first;
    std::copy_if(log.begin() + from, log.end(), std::back_inserter(first.changes),
                 [&](const seal::SealedChange &change) { return change.stream != m_home->homeStream(); });
    first.upto = must(port.state()).cursor;
    must(port.storeChanges(first));
    QVERIFY(must((*m_tablet)->unansweredFeedback(mette)).empty());
    m_home->give(**m_tablet);
    QCOMPARE(must((*m_tablet)->unansweredFeedback(mette)).size(), std::size_t{1});
}

void TestConversations::whoGoesHomeFromAWalkEndsIt()
{
    m_tablet.reset();
    m_tablet = std::make_unique<EngineTablet>(*m_home, m_dir->path().toStdString() + "/phone",
                                              "Mettes telefon", 7, TabletKind::Staff);
    m_home->makeOwn(m_tablet->file(), mette);
    m_home->meet(**m_tablet);
    QVERIFY((*m_tablet)->takeAlong(sofie.person, mette));
    m_home->meet(**m_tablet);
    begin(TalkWay::Together);
    QVERIFY((*m_tablet)->endTrip(sofie.person));
    m_home->meet(**m_tablet);
    const auto fold = m_home->fold(m_home->streamOf(sofie, StreamKind::Team));
    const auto held = domain::readConversations(fold);
    QCOMPARE(held.size(), std::size_t{1});
    QVERIFY(held[0].endedMs > 0);
}

QTEST_GUILESS_MAIN(TestConversations)
#include "tst_conversations.moc"
