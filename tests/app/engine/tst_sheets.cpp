// An answer sheet from the first tap to the change that others read.
#include "app/engine/sheets.h"

#include "app/engine/identity.h"
#include "app/engine/parts.h"
#include "proto/base/limits.h"
#include "tests/app/engine/test_home.h"

#include <QTemporaryDir>
#include <QTest>

using namespace trivsel;
using namespace trivsel::test;
using engine::DraftId;
using engine::DraftSnapshot;

Q_DECLARE_METATYPE(trivsel::Errc)

namespace {
const std::string kReflection = "https://trivsel.example/fhir/Questionnaire/praksis-tema-1";
} // namespace

class TestSheets : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void everyTapIsThereAfterAStop();
    void theDraftWaitsForTheSamePersonOnly();
    void anUntouchedSheetLeavesNothing();
    void anAnswerCanBeTakenBackToUntouched();
    void gemIsNoChangeYetAndFortrydNeedsNoDeletion();
    void leavingTheThankYouPageMakesOneChangeAndNoDraft();
    void aSentSheetIsSettledAtTheNextStart();
    void gemNeedsReadersAndAnAnswer();
    void notTodayIsAFullAnswerWithoutTheOthers();
    void notTodayIsNotSaidOverAnswers();
    void fortrydAfterNotTodayIsAsBefore();
    void whatWasNotChosenForTheSheetGoesWithFortryd();
    void staffWriteWhatTheResidentSaysAndItIsMarked();
    void withdrawalTakesItFromEveryView();
    void onlyTheResidentWithdraws();
    void badTapsAreRefused_data();
    void badTapsAreRefused();
    void aTextAtTheLimitIsTakenAndOneByteMoreIsNot();
    void aSheetIsBounded();
    void whatReadersRefuseIsNeverSaidToBeSaved();
    void draftsOnDiskAreSealed();
    void theDefinitionGoesIntoTheHomeOnce();
    void wordsAreKeptAsTheyStoodOnTheScreen();
    void chosenReadersAreAnotherStream();

private:
    [[nodiscard]] DraftSnapshot begin(const Who &who) const;
    [[nodiscard]] DraftSnapshot beginFor(const Who &subject, const Who &who, const std::string &url,
                                         const PersonId &about = {}) const;
    [[nodiscard]] std::vector<engine::ResponseShown> responses(const Who &of, const Who &viewer) const;
    void answerAndSend(const DraftId &id) const;

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<TestHome> m_home;
    std::unique_ptr<EngineTablet> m_tablet;
};

void TestSheets::init()
{
    m_tablet.reset();
    m_dir = std::make_unique<QTemporaryDir>(QString::fromStdString(scratchTemplate()));
    m_home = std::make_unique<TestHome>();
    m_tablet = std::make_unique<EngineTablet>(*m_home, m_dir->path().toStdString());
    m_home->meet(**m_tablet);
}

DraftSnapshot TestSheets::begin(const Who &who) const
{
    return beginFor(who, who, kWellbeing);
}

DraftSnapshot TestSheets::beginFor(const Who &subject, const Who &who, const std::string &url,
                                   const PersonId &about) const
{
    const auto draft = (*m_tablet)->beginForm(subject.person, who, url, about);
    if (!draft) {
        qWarning("%s", draft.error().detail().c_str());
        return {};
    }
    return *draft;
}

std::vector<engine::ResponseShown> TestSheets::responses(const Who &of, const Who &viewer) const
{
    const auto page = (*m_tablet)->openResident(of.person, viewer);
    return page ? page->responses : std::vector<engine::ResponseShown>();
}

void TestSheets::answerAndSend(const DraftId &id) const
{
    QVERIFY((*m_tablet)->chooseAnswer(id, "selv", "ret-godt"));
    QVERIFY((*m_tablet)->setReaders(id, StreamKind::Team));
    QVERIFY((*m_tablet)->sendDraft(id));
}

void TestSheets::everyTapIsThereAfterAStop()
{
    const DraftId id = begin(m_home->sofie).id;
    const std::array<std::string, 4> questions{"selv", "naere", "ude", "alt"};
    for (std::size_t tapped = 0; tapped < questions.size(); ++tapped) {
        QVERIFY((*m_tablet)->chooseAnswer(id, questions[tapped], "midt-imellem"));
        QVERIFY((*m_tablet)->setStep(id, static_cast<int>(tapped) + 1));
        m_tablet->reopen();
        const DraftSnapshot again = begin(m_home->sofie);
        QCOMPARE(again.id, id);
        QCOMPARE(again.answers.size(), tapped + 1);
        QCOMPARE(again.answers.at(questions[tapped]).code, std::string("midt-imellem"));
        QCOMPARE(again.answers.at(questions[tapped]).tenths, std::optional<std::int64_t>(50));
        QCOMPARE(again.step, static_cast<int>(tapped) + 1);
    }
    QVERIFY((*m_tablet)->writeAnswer(id, "ord", "Jeg sov godt.\r\nOg spiste."));
    m_tablet->reopen();
    QCOMPARE(begin(m_home->sofie).answers.at("ord").text, std::string("Jeg sov godt.\nOg spiste."));
}

void TestSheets::theDraftWaitsForTheSamePersonOnly()
{
    const DraftId id = begin(m_home->sofie).id;
    QVERIFY((*m_tablet)->chooseAnswer(id, "selv", "ret-godt"));
    m_tablet->reopen();
    QVERIFY(begin(m_home->karim).id != id);
    QVERIFY(beginFor(m_home->sofie, m_home->mette, kWellbeing).id !=
            id); // Mette writes what Sofie says: her own sheet
    QVERIFY(beginFor(m_home->sofie, m_home->sofie, kCooperation, m_home->mette.person).id != id);
    QCOMPARE(begin(m_home->sofie).id, id);
    const auto seenByMette = (*m_tablet)->openResident(m_home->sofie.person, m_home->mette);
    QVERIFY(seenByMette);
    QCOMPARE(seenByMette->drafts.size(), std::size_t(0));
    const auto seenBySofie = (*m_tablet)->openResident(m_home->sofie.person, m_home->sofie);
    QVERIFY(seenBySofie);
    QCOMPARE(seenBySofie->drafts.size(), std::size_t(1));
}

void TestSheets::anUntouchedSheetLeavesNothing()
{
    const DraftId id = begin(m_home->sofie).id;
    QVERIFY((*m_tablet)->setStep(id, 2));
    QVERIFY((*m_tablet)->setReaders(id, StreamKind::Team));
    QCOMPARE((*m_tablet)->draft(id)->step, 2);
    m_tablet->reopen();
    QCOMPARE((*m_tablet)->draft(id).error().code(), Errc::NotFound);
    QCOMPARE((*m_tablet)->openResident(m_home->sofie.person, m_home->sofie)->drafts.size(), std::size_t(0));
}

void TestSheets::anAnswerCanBeTakenBackToUntouched()
{
    const DraftId id = begin(m_home->sofie).id;
    QVERIFY((*m_tablet)->chooseAnswer(id, "selv", "ret-godt"));
    QVERIFY((*m_tablet)->chooseAnswer(id, "alt", "ret-svaert"));
    QVERIFY((*m_tablet)->chooseAnswer(id, "selv", "ret-svaert"));
    QVERIFY((*m_tablet)->clearAnswer(id, "selv"));
    m_tablet->reopen();
    const DraftSnapshot again = begin(m_home->sofie);
    QCOMPARE(again.id, id);
    QCOMPARE(again.answers.size(), std::size_t(1)); // untouched is no answer
    QVERIFY((*m_tablet)->discardDraft(id));
    m_tablet->reopen();
    QVERIFY(begin(m_home->sofie).id != id);
}

void TestSheets::gemIsNoChangeYetAndFortrydNeedsNoDeletion()
{
    const DraftId id = begin(m_home->sofie).id;
    answerAndSend(id);
    QVERIFY((*m_tablet)->draft(id)->sent);
    QCOMPARE((*m_tablet)->sync().onlyHere, std::uint64_t(0));
    QCOMPARE(responses(m_home->sofie, m_home->sofie).size(), std::size_t(0));
    QCOMPARE((*m_tablet)->chooseAnswer(id, "alt", "ret-godt").error().code(), Errc::BadArgument);
    QVERIFY((*m_tablet)->undoSend(id));
    QVERIFY((*m_tablet)->settleSent());
    m_tablet->reopen();
    QCOMPARE((*m_tablet)->sync().onlyHere, std::uint64_t(0));
    const DraftSnapshot again = begin(m_home->sofie);
    QCOMPARE(again.id, id);
    QVERIFY(!again.sent);
    QVERIFY((*m_tablet)->chooseAnswer(id, "alt", "ret-godt"));
}

void TestSheets::leavingTheThankYouPageMakesOneChangeAndNoDraft()
{
    const DraftId id = begin(m_home->sofie).id;
    answerAndSend(id);
    QVERIFY((*m_tablet)->settleSent());
    QCOMPARE((*m_tablet)->draft(id).error().code(), Errc::NotFound);
    const auto team = responses(m_home->sofie, m_home->ali);
    QCOMPARE(team.size(), std::size_t(1));
    QCOMPARE(team[0].id.data, id.data);
    QCOMPARE(team[0].url, kWellbeing);
    QCOMPARE(team[0].readers, StreamKind::Team);
    QCOMPARE(team[0].author, m_home->sofie.person);
    QCOMPARE(team[0].enterer, m_home->sofie.person);
    QCOMPARE(team[0].answers.size(), std::size_t(1));
    QCOMPARE(team[0].answers[0].words, std::string("Ret godt"));
    QCOMPARE(team[0].answers[0].code, std::string("ret-godt"));
    QCOMPARE(team[0].atMs, m_tablet->nowMs);
    QVERIFY((*m_tablet)->settleSent()); // nothing is left to settle
    QCOMPARE(responses(m_home->sofie, m_home->sofie).size(), std::size_t(1));
    QCOMPARE(responses(m_home->sofie, m_home->lone).size(), std::size_t(0));
    QCOMPARE((*m_tablet)->openResident(m_home->sofie.person, m_home->lone).error().code(), Errc::NotAllowed);
}

void TestSheets::aSentSheetIsSettledAtTheNextStart()
{
    answerAndSend(begin(m_home->sofie).id);
    m_tablet->reopen();
    QCOMPARE(responses(m_home->sofie, m_home->sofie).size(), std::size_t(1));
    QCOMPARE((*m_tablet)->openResident(m_home->sofie.person, m_home->sofie)->drafts.size(), std::size_t(0));
    QVERIFY((*m_tablet)->hasSomethingToSend());
}

void TestSheets::gemNeedsReadersAndAnAnswer()
{
    const DraftId id = begin(m_home->sofie).id;
    QVERIFY(!(*m_tablet)->draft(id)->readers); // nothing preselected
    QVERIFY((*m_tablet)->setReaders(id, StreamKind::Team));
    QCOMPARE((*m_tablet)->sendDraft(id).error().code(), Errc::BadArgument);
    const DraftId other = begin(m_home->karim).id;
    QVERIFY((*m_tablet)->chooseAnswer(other, "selv", "ret-godt"));
    QCOMPARE((*m_tablet)->sendDraft(other).error().code(), Errc::BadArgument);
    QCOMPARE((*m_tablet)->setReaders(other, StreamKind::Own).error().code(),
             Errc::NotFound); // no such stream here
    QCOMPARE((*m_tablet)->setReaders(other, StreamKind::Home).error().code(), Errc::BadArgument);
}

void TestSheets::notTodayIsAFullAnswerWithoutTheOthers()
{
    const DraftId id = begin(m_home->sofie).id;
    QVERIFY((*m_tablet)->skipAnswer(id, "selv", wire::v1::SKIPPED)); // which is no answer
    QVERIFY((*m_tablet)->sayNotToday(id));
    m_tablet->reopen();
    QCOMPARE((*m_tablet)->draft(id)->outcome, wire::v1::NOT_TODAY);
    QVERIFY((*m_tablet)->setReaders(id, StreamKind::Team));
    QVERIFY((*m_tablet)->sendDraft(id));
    QVERIFY((*m_tablet)->settleSent());
    const auto shown = responses(m_home->sofie, m_home->mette);
    QCOMPARE(shown.size(), std::size_t(1));
    QCOMPARE(shown[0].outcome, wire::v1::NOT_TODAY);
    QCOMPARE(shown[0].answers.size(), std::size_t(0));

    const DraftId after = begin(m_home->karim).id; // who answers after all did not mean it
    QVERIFY((*m_tablet)->sayNotToday(after));
    QVERIFY((*m_tablet)->chooseAnswer(after, "selv", "ret-godt"));
    QCOMPARE((*m_tablet)->draft(after)->outcome, wire::v1::OUTCOME_UNSPECIFIED);
}

void TestSheets::notTodayIsNotSaidOverAnswers()
{
    const DraftId id = begin(m_home->sofie).id;
    QVERIFY((*m_tablet)->chooseAnswer(id, "selv", "ret-godt"));
    QCOMPARE((*m_tablet)->sayNotToday(id).error().code(), Errc::HasAnswers);
    m_tablet->reopen();
    QCOMPARE((*m_tablet)->draft(id)->outcome, wire::v1::OUTCOME_UNSPECIFIED);
    QCOMPARE((*m_tablet)->draft(id)->answers.at("selv").code, std::string("ret-godt"));
    QVERIFY((*m_tablet)->clearAnswer(id, "selv"));
    const std::string theme = "https://trivsel.example/fhir/Questionnaire/tema-2-beboer";
    const DraftId again = beginFor(m_home->sofie, m_home->sofie, theme).id;
    QVERIFY((*m_tablet)->skipAnswer(again, "2A", wire::v1::DONT_KNOW)); // which is one
    QCOMPARE((*m_tablet)->sayNotToday(again).error().code(), Errc::HasAnswers);
}

void TestSheets::fortrydAfterNotTodayIsAsBefore()
{
    const DraftId id = begin(m_home->sofie).id;
    QVERIFY((*m_tablet)->skipAnswer(id, "selv", wire::v1::SKIPPED));
    QVERIFY((*m_tablet)->sayNotToday(id));
    QVERIFY((*m_tablet)->sendDraft(id, StreamKind::Team));
    QVERIFY((*m_tablet)->undoSend(id));
    m_tablet->reopen();
    const DraftSnapshot back = begin(m_home->sofie);
    QCOMPARE(back.id, id);
    QCOMPARE(back.outcome, wire::v1::OUTCOME_UNSPECIFIED);
    QCOMPARE(back.answers.size(), std::size_t(1));
    QVERIFY(!back.readers && !back.sent);
    QVERIFY((*m_tablet)->undoSend(id)); // twice is once
    QVERIFY((*m_tablet)->settleSent());
    QVERIFY(responses(m_home->sofie, m_home->sofie).empty());
    // And where nothing was on disk nothing is left.
    const DraftId other = begin(m_home->karim).id;
    QVERIFY((*m_tablet)->sayNotToday(other));
    QVERIFY((*m_tablet)->sendDraft(other, StreamKind::Team));
    QVERIFY((*m_tablet)->undoSend(other));
    QVERIFY((*m_tablet)->chooseAnswer(other, "selv", "ret-godt"));
    m_tablet->reopen();
    QVERIFY((*m_tablet)->settleSent());
    QVERIFY(responses(m_home->karim, m_home->karim).empty());
    QCOMPARE(begin(m_home->karim).id, other);
}

void TestSheets::whatWasNotChosenForTheSheetGoesWithFortryd()
{
    using Readers = std::optional<StreamKind>;
    const DraftId id = begin(m_home->sofie).id;
    QCOMPARE((*m_tablet)->sendDraft(id, StreamKind::Team).error().code(), Errc::BadArgument);
    QVERIFY((*m_tablet)->chooseAnswer(id, "selv", "ret-godt"));
    // What fails leaves nothing behind.
    QCOMPARE((*m_tablet)->sendDraft(id, StreamKind::Own).error().code(), Errc::NotFound);
    QCOMPARE((*m_tablet)->sendDraft(id, StreamKind::Home).error().code(), Errc::BadArgument);
    QCOMPARE((*m_tablet)->sendDraft(id, std::nullopt).error().code(), Errc::BadArgument);
    QCOMPARE((*m_tablet)->draft(id)->readers, Readers());
    QVERIFY((*m_tablet)->sendDraft(id, StreamKind::Team));
    QCOMPARE((*m_tablet)->draft(id)->readers, Readers(StreamKind::Team));
    QVERIFY((*m_tablet)->settleSent());
    QCOMPARE(responses(m_home->sofie, m_home->mette).size(), std::size_t(1));

    const DraftId next = begin(m_home->sofie).id;
    QVERIFY((*m_tablet)->chooseAnswer(next, "selv", "ret-godt"));
    QVERIFY((*m_tablet)->sendDraft(next, StreamKind::Team));
    QVERIFY((*m_tablet)->undoSend(next));
    QCOMPARE((*m_tablet)->draft(next)->readers, Readers());
    m_tablet->reopen();
    QCOMPARE((*m_tablet)->draft(next)->readers, Readers());
    QCOMPARE((*m_tablet)->sendDraft(next).error().code(), Errc::BadArgument);
    // What was chosen for this sheet stays, also when the same stood there before.
    QVERIFY((*m_tablet)->sendDraft(next, StreamKind::Team));
    QVERIFY((*m_tablet)->undoSend(next));
    QVERIFY((*m_tablet)->setReaders(next, StreamKind::Chosen));
    QVERIFY((*m_tablet)->sendDraft(next, StreamKind::Team));
    QCOMPARE((*m_tablet)->draft(next)->readers, Readers(StreamKind::Chosen));
    QVERIFY((*m_tablet)->undoSend(next));
    QCOMPARE((*m_tablet)->draft(next)->readers, Readers(StreamKind::Chosen));
}

void TestSheets::staffWriteWhatTheResidentSaysAndItIsMarked()
{
    const DraftId id = beginFor(m_home->sofie, m_home->mette, kWellbeing).id;
    answerAndSend(id);
    QVERIFY((*m_tablet)->settleSent());
    const auto shown = responses(m_home->sofie, m_home->sofie);
    QCOMPARE(shown.size(), std::size_t(1));
    QCOMPARE(shown[0].author, m_home->sofie.person);
    QCOMPARE(shown[0].enterer, m_home->mette.person);
    // Nobody answers in a name that is not theirs, or in a role that they do not have.
    const Who stranger{m_home->sofie.person, merge::Role::ROLE_STAFF};
    QCOMPARE((*m_tablet)->beginForm(m_home->karim.person, stranger, kWellbeing, {}).error().code(),
             Errc::NotAllowed);
    QCOMPARE((*m_tablet)->beginForm(m_home->karim.person, m_home->sofie, kWellbeing, {}).error().code(),
             Errc::NotAllowed);
    QCOMPARE((*m_tablet)->beginForm(m_home->ali.person, m_home->mette, kWellbeing, {}).error().code(),
             Errc::NotAllowed);
}

void TestSheets::withdrawalTakesItFromEveryView()
{
    answerAndSend(begin(m_home->sofie).id);
    QVERIFY((*m_tablet)->settleSent());
    const EntityId response = responses(m_home->sofie, m_home->sofie).at(0).id;
    QVERIFY((*m_tablet)->withdraw(m_home->sofie.person, m_home->sofie, response));
    QCOMPARE(responses(m_home->sofie, m_home->mette).size(), std::size_t(0));
    QCOMPARE(responses(m_home->sofie, m_home->sofie).size(), std::size_t(0));
    m_tablet->reopen();
    QCOMPARE(responses(m_home->sofie, m_home->sofie).size(), std::size_t(0));
    QCOMPARE((*m_tablet)->sync().onlyHere,
             std::uint64_t(3)); // definition, answer and withdrawal: the bytes stay
    QCOMPARE((*m_tablet)->withdraw(m_home->sofie.person, m_home->sofie, response).error().code(),
             Errc::NotFound);
}

void TestSheets::onlyTheResidentWithdraws()
{
    answerAndSend(begin(m_home->sofie).id);
    QVERIFY((*m_tablet)->settleSent());
    const EntityId response = responses(m_home->sofie, m_home->sofie).at(0).id;
    for (const Who &who : {m_home->mette, m_home->ali, m_home->karim}) {
        QCOMPARE((*m_tablet)->withdraw(m_home->sofie.person, who, response).error().code(), Errc::NotAllowed);
    }
    QCOMPARE(responses(m_home->sofie, m_home->sofie).size(), std::size_t(1));
}

void TestSheets::badTapsAreRefused_data()
{
    QTest::addColumn<QString>("linkId");
    QTest::addColumn<QString>("code");
    QTest::addColumn<trivsel::Errc>("errc");
    QTest::newRow("no such question") << "findes-ikke"
                                      << "ret-godt" << Errc::NotFound;
    QTest::newRow("words only") << "selv.hjaelp"
                                << "ret-godt" << Errc::NotFound;
    QTest::newRow("no such answer") << "selv"
                                    << "fantastisk" << Errc::BadArgument;
    QTest::newRow("a text") << "ord"
                            << "ret-godt" << Errc::BadArgument;
}

void TestSheets::badTapsAreRefused()
{
    QFETCH(QString, linkId);
    QFETCH(QString, code);
    QFETCH(trivsel::Errc, errc);
    const DraftId id = begin(m_home->sofie).id;
    QVERIFY((*m_tablet)->chooseAnswer(id, "alt", "ret-godt"));
    QCOMPARE((*m_tablet)->chooseAnswer(id, linkId.toStdString(), code.toStdString()).error().code(), errc);
    QCOMPARE((*m_tablet)->draft(id)->answers.size(), std::size_t(1));
    QCOMPARE((*m_tablet)->skipAnswer(id, "selv", wire::v1::DONT_KNOW).error().code(), Errc::BadArgument);
    QVERIFY((*m_tablet)->skipAnswer(id, "selv", wire::v1::SKIPPED));
    QCOMPARE((*m_tablet)->draft(id)->answers.at("selv").absent, wire::v1::SKIPPED);
}

void TestSheets::aTextAtTheLimitIsTakenAndOneByteMoreIsNot()
{
    const DraftId id = begin(m_home->sofie).id;
    const std::string most(limits::kTextBytesMax, 'a');
    QVERIFY((*m_tablet)->writeAnswer(id, "ord", most));
    QCOMPARE((*m_tablet)->writeAnswer(id, "ord", most + "a").error().code(), Errc::TooLarge);
    QCOMPARE((*m_tablet)->writeAnswer(id, "ord", "\xC3").error().code(), Errc::BadArgument);
    m_tablet->reopen();
    QCOMPARE(begin(m_home->sofie).answers.at("ord").text, most); // what was saved stays
}

void TestSheets::aSheetIsBounded()
{
    // A form of the house's own, with more room for words than one sheet has.
    const DraftId id = beginFor({}, m_home->mette, kReflection).id;
    const auto definition = (*m_tablet)->definition((*m_tablet)->draft(id)->definition);
    std::vector<std::string> texts;
    for (const catalogue::Item *item : definition->questions()) {
        if (item->type == catalogue::ItemType::LongText && texts.size() < 3) {
            texts.push_back(item->linkId);
        }
    }
    QCOMPARE(texts.size(), std::size_t(3));
    const std::string most(limits::kTextBytesMax, 'a');
    QVERIFY((*m_tablet)->writeAnswer(id, texts[0], most));
    QVERIFY((*m_tablet)->writeAnswer(id, texts[1], most));
    // What is left: found by halving, so that the limit itself is written, and one byte more.
    std::size_t fits = 0;
    std::size_t tooMuch = limits::kTextBytesMax;
    QCOMPARE((*m_tablet)->writeAnswer(id, texts[2], std::string(tooMuch, 'a')).error().code(),
             Errc::TooLarge);
    while (tooMuch - fits > 1) {
        const std::size_t middle = fits + (tooMuch - fits) / 2;
        const Status written = (*m_tablet)->writeAnswer(id, texts[2], std::string(middle, 'a'));
        QVERIFY(written || written.error().code() == Errc::TooLarge);
        (written ? fits : tooMuch) = middle;
    }
    QVERIFY(fits > limits::kTextBytesMax / 2);
    QVERIFY((*m_tablet)->writeAnswer(id, texts[2], std::string(fits, 'a')));
    QCOMPARE((*m_tablet)->writeAnswer(id, texts[2], std::string(fits + 1, 'a')).error().code(),
             Errc::TooLarge);
    QCOMPARE((*m_tablet)->draft(id)->answers.at(texts[2]).text.size(), fits); // what was saved stays
    m_tablet->reopen();
    QCOMPARE(beginFor({}, m_home->mette, kReflection).answers.at(texts[2]).text.size(), fits);
}

void TestSheets::whatReadersRefuseIsNeverSaidToBeSaved()
{
    const engine::EngineConfig config = m_tablet->config();
    m_tablet->close();
    auto dir = engine::DataDir::hold(config.dataDir);
    QVERIFY(dir);
    auto identity = engine::readIdentity(*dir, config.wrapKey);
    QVERIFY(identity);
    auto store = engine::TabletStore::open(std::move(*dir), config.wrapKey, false, {}, config.random);
    QVERIFY(store);
    engine::Parts parts(config, *identity, std::move(*store));
    QVERIFY(parts.load());
    const StreamId team = m_home->streamOf(m_home->sofie, StreamKind::Team);
    const auto write = [&](std::size_t codeBytes) {
        engine::DefinedOp defined;
        defined.op.set_entity(std::string(EntityId::size, 'e'));
        defined.op.set_field("response");
        wire::v1::Answer *answer = defined.op.mutable_response()->add_answers();
        answer->set_link_id("selv");
        answer->set_code(std::string(codeBytes, 'c'));
        Errc errc{};
        const Status done = parts.store->write([&]() -> Status {
            const auto written =
                parts.writer.write(team, {m_home->sofie.person, m_home->sofie.person}, {defined});
            return written ? Status() : tl::unexpected(written.error());
        });
        return done ? errc : done.error().code();
    };
    const auto count = parts.store->journal().count();
    QCOMPARE(write(limits::kNameBytesMax + 1), Errc::Malformed);
    QCOMPARE(*parts.store->journal().count(), *count);
    QCOMPARE(write(limits::kNameBytesMax), Errc{});
    QCOMPARE(*parts.store->journal().count(), *count + 1);
}

void TestSheets::draftsOnDiskAreSealed()
{
    const DraftId id = begin(m_home->sofie).id;
    QVERIFY((*m_tablet)->writeAnswer(id, "ord", "SKOVTUREN VAR GOD"));
    QVERIFY((*m_tablet)->chooseAnswer(id, "selv", "ret-godt"));
    m_tablet->close();
    int files = 0;
    for (const auto &entry : std::filesystem::recursive_directory_iterator(m_dir->path().toStdString())) {
        QFile file(QString::fromStdString(entry.path().string()));
        if (entry.is_regular_file() && file.open(QIODevice::ReadOnly)) {
            const QByteArray bytes = file.readAll();
            QVERIFY(!bytes.contains("SKOVTUREN")); // definitions are nobody's secret, what was answered is
            QVERIFY(!bytes.contains("Sofie") && !bytes.contains("Mette"));
            ++files;
        }
    }
    QVERIFY(files >= 4); // tablet.db, keys.db, identity, lock …
}

void TestSheets::theDefinitionGoesIntoTheHomeOnce()
{
    for (const Who &who : {m_home->sofie, m_home->karim}) {
        answerAndSend(begin(who).id);
        QVERIFY((*m_tablet)->settleSent());
    }
    QCOMPARE((*m_tablet)->sync().onlyHere, std::uint64_t(3)); // one definition, two answers
    m_home->meet(**m_tablet);
    const auto definition = shippedCatalogue()->byUrl(kWellbeing);
    const StreamId home = m_home->log().front().stream;
    QCOMPARE(domain::readDefinition(definition->hash, m_home->fold(home)), std::optional(definition->bytes));
    QVERIFY((*m_tablet)->definition(definition->hash) != nullptr);
}

void TestSheets::wordsAreKeptAsTheyStoodOnTheScreen()
{
    (*m_tablet)->setLanguage(catalogue::Language::En);
    answerAndSend(begin(m_home->sofie).id);
    QVERIFY((*m_tablet)->settleSent());
    (*m_tablet)->setLanguage(catalogue::Language::Da);
    const auto shown = responses(m_home->sofie, m_home->sofie);
    QCOMPARE(shown.at(0).answers.at(0).words, std::string("Quite good"));
    QCOMPARE(shown.at(0).way, wire::v1::WAY_FACES);
}

void TestSheets::chosenReadersAreAnotherStream()
{
    const DraftId id = begin(m_home->sofie).id;
    QVERIFY((*m_tablet)->chooseAnswer(id, "selv", "ret-svaert"));
    QVERIFY((*m_tablet)->setReaders(id, StreamKind::Chosen));
    QVERIFY((*m_tablet)->sendDraft(id));
    QVERIFY((*m_tablet)->settleSent());
    QCOMPARE(responses(m_home->sofie, m_home->mette).size(), std::size_t(1)); // chosen
    QCOMPARE(responses(m_home->sofie, m_home->ali).size(), std::size_t(0));   // team only
    QCOMPARE(responses(m_home->sofie, m_home->sofie).at(0).readers, StreamKind::Chosen);
}

QTEST_GUILESS_MAIN(TestSheets)
#include "tst_sheets.moc"
