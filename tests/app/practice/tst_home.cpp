// The made-up home: everything that a resident and staff do on a shared tablet works in it, and its folder
// holds nothing that anybody can read, and then nothing at all.
#include "app/practice/practice_folder.h"
#include "app/practice/practice_home.h"
#include "proto/base/time_units.h"
#include "tests/app/engine/test_home.h"
#include "tests/support/must.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace trivsel;
using namespace trivsel::practice;
using namespace trivsel::test;
using engine::Who;
using merge::Role;

class TestPracticeHome : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void oneResidentAndTwoOfTheStaff();
    void theResidentAnswersAndTheTeamMayRead();
    void staffComeInByTheCodeThatIsShown();
    void aTalkHeldTogether();
    void threePictures();
    void noWordStandsInItsFiles();
    void nothingIsLeft();
    void whatAKillLeftBehindIsRemoved();
    void aLinkIsNotFollowed();
    void onlyItsOwnerMayLookInside();
    void itTakesNobodysRoom();

private:
    [[nodiscard]] Who resident() const { return {m_engine->home().residents.at(0).id, Role::ROLE_RESIDENT}; }
    [[nodiscard]] Who staff(std::size_t at) const
    {
        return {m_engine->home().staff.at(at).id, Role::ROLE_STAFF};
    }
    [[nodiscard]] bool anyFileHas(const QByteArray &word) const;
    void enter(const Who &who);
    void answer(const std::string &url, const PersonId &about, StreamKind readers);

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<PracticeFolder> m_folder;
    std::unique_ptr<engine::Engine> m_engine;
    std::int64_t m_nowMs = 1'790'000'000'000;
};

void TestPracticeHome::init()
{
    m_dir = std::make_unique<QTemporaryDir>(QString::fromStdString(scratchTemplate()));
    m_folder = std::make_unique<PracticeFolder>(must(PracticeFolder::make(m_dir->path().toStdString())));
    PracticeConfig config;
    config.folder = m_folder->path();
    config.catalogue = shippedCatalogue();
    config.random = seal::systemRandom();
    config.clock = [this] { return m_nowMs; };
    config.appVersion = "test";
    config.signIn.pictureCost = {1, 8};
    m_engine = must(openPractice(config));
}

void TestPracticeHome::cleanup()
{
    m_engine.reset();
    m_folder.reset();
    m_dir.reset();
}

void TestPracticeHome::enter(const Who &who)
{
    engine::SignInAnswer answer;
    m_engine->signIn(who.person, std::string(kCode), [&answer](const auto &said) { answer = said; });
    QCOMPARE(answer.outcome, engine::SignInAnswer::Outcome::Ok);
}

void TestPracticeHome::answer(const std::string &url, const PersonId &about, StreamKind readers)
{
    const Who kim = resident();
    const auto draft = must(m_engine->beginForm(kim.person, kim, url, about));
    for (const auto *item : shippedCatalogue()->byUrl(url)->questions()) {
        must(m_engine->chooseAnswer(draft.id, item->linkId, item->options.front().code));
    }
    must(m_engine->setReaders(draft.id, readers));
    must(m_engine->sendDraft(draft.id));
    must(m_engine->settleSent());
}

bool TestPracticeHome::anyFileHas(const QByteArray &word) const
{
    QDirIterator files(m_dir->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    bool found = false;
    int read = 0;
    while (files.hasNext()) {
        QFile file(files.next());
        found = (file.open(QIODevice::ReadOnly) && file.readAll().contains(word)) || found;
        ++read;
    }
    return found || read == 0; // a look at nothing proves nothing
}

void TestPracticeHome::oneResidentAndTwoOfTheStaff()
{
    const auto home = m_engine->home();
    QCOMPARE(home.residents.size(), std::size_t{1});
    QCOMPARE(home.residents.front().name, std::string("Øve-Kim"));
    QCOMPARE(home.staff.size(), std::size_t{2});
    QVERIFY(home.demo); // the start page says so
    QVERIFY(home.kind == TabletKind::Shared);
    QVERIFY(home.help.empty()); // the real house's are shown
}

void TestPracticeHome::theResidentAnswersAndTheTeamMayRead()
{
    const Who kim = resident();
    answer(kWellbeing, {}, StreamKind::Chosen);
    answer(kCooperation, staff(0).person, StreamKind::Team);
    const auto page = must(m_engine->openResident(kim.person, kim));
    QCOMPARE(page.responses.size(), std::size_t{2});
    QVERIFY(!page.responses.front().clockDoubtful);
    QCOMPARE(page.team.size(), std::size_t{2});
    must(m_engine->openPlan(kim.person, kim, kPlan));
    must(m_engine->editField(kim.person, kim, kPlan, "brug-for.indefra", "Ro om morgenen."));
    QCOMPARE(must(m_engine->leavePlan(kim.person, kim, kPlan)), 1);
}

void TestPracticeHome::staffComeInByTheCodeThatIsShown()
{
    for (std::size_t at = 0; at < 2; ++at) {
        enter(staff(at));
        QVERIFY(!m_engine->signedIn().leaseExpired); // or they could not read
        QVERIFY(m_engine->openResident(resident().person, staff(at)).has_value());
    }
}

void TestPracticeHome::aTalkHeldTogether()
{
    const Who mette = staff(0);
    const PersonId kim = resident().person;
    enter(mette);
    const domain::TalkTopic topic{domain::TalkAbout::Person, mette.person, {}};
    const domain::TalkAgreement agreement{topic, domain::TalkPeriod::SinceLast, domain::TalkRhythm::TwoWeeks,
                                          domain::TalkAsking::StaffAsk};
    must(m_engine->agreeOnConversations(kim, mette, agreement, {}));
    domain::Conversation talk;
    talk.topic = topic;
    talk.period = domain::TalkPeriod::SinceLast;
    talk.way = domain::TalkWay::Together;
    must(m_engine->keepConversation(kim, mette, talk));
    must(m_engine->startConversation(kim, mette));
    answer(kCooperation, mette.person, StreamKind::Team);
    must(m_engine->endConversation(kim, mette));
    const auto page = must(m_engine->openResident(kim, mette));
    QCOMPARE(page.conversations.held.size(), std::size_t{1});
    QCOMPARE(page.conversations.held.front().answers.size(), std::size_t{1});
}

void TestPracticeHome::threePictures()
{
    const Who kim = resident();
    (void)must(m_engine->openResident(kim.person, kim));
    QCOMPARE(m_engine->own(kim.person).state, engine::OwnState::NotSet);
    engine::OwnAnswer said;
    m_engine->choosePictures(kim.person, kim, seal::Pictures{"baad", "kop", "hus"}, [&said](const auto &it) { said = it; });
    QCOMPARE(said.outcome, engine::OwnAnswer::Outcome::Ok);
    answer(kWellbeing, {}, StreamKind::Own);
}

void TestPracticeHome::noWordStandsInItsFiles()
{
    const Who kim = resident();
    const std::string word = "Mærkeordet står her";
    must(m_engine->openPlan(kim.person, kim, kPlan));
    must(m_engine->editField(kim.person, kim, kPlan, "brug-for.indefra", word)); // a draft
    QVERIFY(!anyFileHas(QByteArray::fromStdString(word)));
    QCOMPARE(must(m_engine->leavePlan(kim.person, kim, kPlan)), 1); // a change
    QVERIFY(!anyFileHas(QByteArray::fromStdString(word)));
    QVERIFY(!anyFileHas("Kim"));
}

void TestPracticeHome::nothingIsLeft()
{
    answer(kWellbeing, {}, StreamKind::Team);
    m_engine.reset();
    m_folder.reset();
    QCOMPARE(QDir(m_dir->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
             QStringList());
}

void TestPracticeHome::whatAKillLeftBehindIsRemoved()
{
    const std::filesystem::path data = m_dir->path().toStdString();
    m_engine.reset();
    const auto left = std::make_unique<PracticeFolder>(std::move(*m_folder)); // after a kill nobody tidies up before the next start
    QVERIFY(std::filesystem::exists(PracticeFolder::in(data) / "tablet.db"));
    must(PracticeFolder::removeLeftOver(data));
    QVERIFY(!std::filesystem::exists(PracticeFolder::in(data)));
    must(PracticeFolder::removeLeftOver(data)); // nothing there: nothing to do
}

void TestPracticeHome::aLinkIsNotFollowed()
{
    m_engine.reset();
    m_folder.reset();
    const std::filesystem::path data = m_dir->path().toStdString();
    std::filesystem::create_directory(data / "precious");
    QFile file(m_dir->filePath(QStringLiteral("precious/words")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    std::filesystem::create_directory_symlink(data / "precious", PracticeFolder::in(data));
    must(PracticeFolder::removeLeftOver(data));
    QVERIFY(!std::filesystem::exists(PracticeFolder::in(data)));
    QVERIFY(file.exists());
}

void TestPracticeHome::onlyItsOwnerMayLookInside()
{
    using std::filesystem::perms;
    QVERIFY(std::filesystem::status(m_folder->path()).permissions() == perms::owner_all);
}

void TestPracticeHome::itTakesNobodysRoom()
{
    m_engine.reset();
    m_folder.reset();
    const std::filesystem::path data = m_dir->path().toStdString();
    const auto tooLittle = PracticeFolder::make(data, PracticeFolder::kLeastFreeBytes - 1);
    QCOMPARE(tooLittle.error().code(), Errc::StoreFull);
    QVERIFY(!std::filesystem::exists(PracticeFolder::in(data)));
    QVERIFY(PracticeFolder::make(data, PracticeFolder::kLeastFreeBytes).has_value());
}

QTEST_GUILESS_MAIN(TestPracticeHome)
#include "tst_home.moc"
