// Screens in front of a whole tablet: real view-models, a real engine on a disk in memory, a home in memory.
#include "proto/pairing/code.h"
#include "tests/app/viewmodels/app_fixture.h"
#include "tests/support/memory_disk.h"

#include "app/engine/round_form.h" // behind the others: moc can not read it first

#include <QGuiApplication>
#include <QQmlEngine>
#include <QQuickStyle>
#include <QtQuickTest/quicktest.h>

#include <sqlite3.h>

using namespace trivsel;

/** What a test may do with the tablet behind the screens. */
class Tablet : public QObject
{
    Q_OBJECT

public:
    Tablet(test::AppFixture &fixture, test::MemoryDisk &disk) : m(fixture), m_disk(disk) {}

    /** Nothing more can be written, or everything again. */
    Q_INVOKABLE void fillDisk(bool full)
    {
        m_disk.setFault([full](test::MemoryDisk::Call call, const std::string &) {
            return full && call == test::MemoryDisk::Call::Write ? std::optional<int>(SQLITE_FULL)
                                                                 : std::nullopt;
        });
    }

    /** What was read aloud last. */
    Q_INVOKABLE QString heard() const
    {
        return m.voice.said.empty() ? QString() : QString::fromStdString(m.voice.said.back());
    }
    /** Until everything that was asked of the core has come back. */
    Q_INVOKABLE void settle() { m.settle(); }
    /** Back to the tiles, with nothing half done. */
    Q_INVOKABLE void reset()
    {
        m.app.navigator()->closeHelp();
        m.app.cover()->goToStart();
        m.settle();
    }
    Q_INVOKABLE void enter(const QString &name) { m.enter(name); }
    Q_INVOKABLE void enterStaff(const QString &name) { m.enterStaff(name); }
    /** To the page for that person's code. */
    Q_INVOKABLE void askCodeOf(const QString &name)
    {
        m.app.start()->openStaff();
        m.chooseStaff(name);
    }
    /** Digits on the page for codes, at once. */
    Q_INVOKABLE void typeCode(const QString &digits) { m.typeCode(digits.toStdString()); }
    /** Codes take their time to be checked until letCheck(). */
    Q_INVOKABLE void holdChecks() { m.worker.hold(); }
    Q_INVOKABLE void letCheck()
    {
        m.worker.release();
        m.settle();
    }
    /** Behind the screens what was sent becomes a change, as when its stream goes from the tablet. */
    Q_INVOKABLE void settleSent()
    {
        if (!m.tablet->settleSent()) {
            qFatal("it could not be given");
        }
    }
    /** Waits and stays pass. */
    Q_INVOKABLE void pass(int ms) { m.uptimeMs += ms; }
    /** Until the clock shows that hour the next time. */
    Q_INVOKABLE void passTo(int hour)
    {
        constexpr std::int64_t kHourMs = 3'600'000;
        constexpr std::int64_t kDayMs = 24 * kHourMs;
        m.tablet.nowMs = (m.tablet.nowMs / kDayMs + 1) * kDayMs + hour * kHourMs;
    }
    Q_INVOKABLE void writeSafetyPlan(const QString &text) { m.writeSafetyPlan(text.toStdString()); }
    /** A shift code that holds now. */
    Q_INVOKABLE void addShiftCode(const QString &digits)
    {
        (void)m.home.addShiftCode(digits.toStdString(), m.tablet.nowMs - 1'000, m.tablet.nowMs + 3'600'000);
        m.meet();
    }
    /** Nothing that is posted gets done before letGo(): a slow disk. */
    Q_INVOKABLE void hold() { m.core.hold(); }
    Q_INVOKABLE void letGo()
    {
        m.core.release();
        m.settle();
    }
    /** From the phone, and the office has heard it. */
    Q_INVOKABLE void bringSofieHome()
    {
        if (!m.tablet->endTrip(m.home.sofie.person)) {
            qFatal("she is not home");
        }
        m.app.session().readHome();
        meet();
    }
    /** A sync run, to its end. */
    Q_INVOKABLE void meet()
    {
        m.meet();
        m.tablet->noteSync(engine::SyncPhase::UpToDate, std::nullopt, {});
        m.settle();
    }
    /** As Mette, who is signed in. */
    Q_INVOKABLE void noteAboutSofie(const QString &text)
    {
        const auto &sofie = m.home.sofie.person;
        const auto &mette = m.home.mette;
        if (!m.tablet->openPlan(sofie, mette, test::kPlan) ||
            !m.tablet->editField(sofie, mette, test::kPlan, "mig.udefra", text.toStdString()) ||
            !m.tablet->leavePlan(sofie, mette, test::kPlan)) {
            qFatal("could not write in the plan");
        }
        m.settle();
    }
    /** In Sofie's plan, by Ali, with nobody at the screens. */
    Q_INVOKABLE void writeInPlan(const QString &link, const QString &text)
    {
        m.behindTheScreens(m.home.ali, [&](engine::Engine &engine) {
            const auto &sofie = m.home.sofie.person;
            const auto &ali = m.home.ali;
            if (!engine.openPlan(sofie, ali, test::kPlan) ||
                !engine.editField(sofie, ali, test::kPlan, link.toStdString(), text.toStdString()) ||
                !engine.leavePlan(sofie, ali, test::kPlan)) {
                qFatal("could not write in the plan");
            }
        });
        m.settle();
    }
    /** Days go by. */
    Q_INVOKABLE void passDays(int days) { m.tablet.nowMs += days * qint64(86'400'000); }
    /** She answers how it goes all in all, a day after the last one; her own words with it when there are
     * some. Code of the answer, or empty: not today. Behind the screens. */
    Q_INVOKABLE void answerAsSofie(const QString &code, const QString &words, bool forTeam)
    {
        m.tablet.nowMs += 86'400'000;
        const auto &sofie = m.home.sofie;
        const auto begun = m.tablet->beginForm(sofie.person, sofie, test::kWellbeing, {});
        bool done = begun.has_value();
        if (code.isEmpty()) {
            done = done && m.tablet->sayNotToday(begun->id);
        } else {
            done = done && m.tablet->chooseAnswer(begun->id, "selv", code.toStdString()) &&
                   m.tablet->chooseAnswer(begun->id, "alt", code.toStdString());
        }
        if (!words.isEmpty()) {
            done = done && m.tablet->writeAnswer(begun->id, "ord", words.toStdString());
        }
        if (!done || !m.tablet->setReaders(begun->id, forTeam ? StreamKind::Team : StreamKind::Chosen) ||
            !m.tablet->sendDraft(begun->id) || !m.tablet->settleSent()) {
            qFatal("she could not answer");
        }
        m_answer = EntityId{begun->id.data};
        m.settle();
    }
    /** She skips one question and answers another. */
    Q_INVOKABLE void skipAsSofie()
    {
        const auto &sofie = m.home.sofie;
        const auto begun = m.tablet->beginForm(sofie.person, sofie, test::kWellbeing, {});
        if (!begun || !m.tablet->skipAnswer(begun->id, "selv", wire::v1::SKIPPED) ||
            !m.tablet->chooseAnswer(begun->id, "alt", "ret-godt") ||
            !m.tablet->setReaders(begun->id, StreamKind::Team) || !m.tablet->sendDraft(begun->id) ||
            !m.tablet->settleSent()) {
            qFatal("she could not skip");
        }
        m.settle();
    }
    /** Mette replies to that answer. */
    Q_INVOKABLE void replyToSofie(const QString &text)
    {
        m.tablet->signIn(m.home.mette.person, test::kCode, [](const engine::SignInAnswer &) {});
        domain::ReplyLine line;
        line.to = m_answer;
        line.text = text.toStdString();
        const bool sent = m.tablet->keepReplyLine(m.home.sofie.person, m.home.mette, m_answer, line) &&
                          m.tablet->sendReply(m.home.sofie.person, m.home.mette, m_answer);
        m.tablet->signOut();
        if (!sent) {
            qFatal("she could not reply");
        }
        m.settle();
    }
    /** In the plan with lists, by somebody of the staff: what Sofie said, or what they see themselves. */
    Q_INVOKABLE void addEntry(const QString &link, const QString &text)
    {
        const auto &sofie = m.home.sofie.person;
        const auto &ali = m.home.ali;
        m.behindTheScreens(ali, [&](engine::Engine &engine) {
            const bool open = engine.openPlan(sofie, ali, test::kListPlan).has_value();
            const auto id = engine.newEntry(sofie, ali, test::kListPlan, link.toStdString());
            if (!open || !id ||
                !engine.editField(sofie, ali, test::kListPlan, {link.toStdString(), *id},
                                  text.toStdString()) ||
                !engine.leavePlan(sofie, ali, test::kListPlan)) {
                qFatal("could not write in the list");
            }
        });
        m.settle();
    }
    /** Of that list, all entries, by somebody of the staff. */
    Q_INVOKABLE void takeOutEntries(const QString &link)
    {
        const auto &sofie = m.home.sofie.person;
        const auto &ali = m.home.ali;
        m.behindTheScreens(ali, [&](engine::Engine &engine) {
            const auto plan = engine.openPlan(sofie, ali, test::kListPlan);
            if (!plan) {
                qFatal("could not read the list");
            }
            for (const auto &list : plan->lists) {
                for (const auto &entry : list.entries) {
                    if (list.linkId == link.toStdString() && entry.mayWithdraw &&
                        !engine.withdrawEntry(sofie, ali, test::kListPlan, entry.words.at())) {
                        qFatal("could not take it out");
                    }
                }
            }
        });
        m.settle();
    }
    /** *Spørg ikke mere* about a form, by the last part of its url; Sofie says it. */
    Q_INVOKABLE void sayNoMore(const QString &form)
    {
        const std::string url = "https://trivsel.example/fhir/Questionnaire/" + form.toStdString();
        m.tablet->signIn(m.home.mette.person, test::kCode, [](const engine::SignInAnswer &) {});
        const auto said = m.tablet->setAsking(m.home.sofie.person, m.home.sofie, url, domain::Asking::NoMore);
        m.tablet->signOut();
        if (!said) {
            qFatal("she could not say it");
        }
        m.settle();
    }
    Q_INVOKABLE void fail(int problem) { m.app.coreFailed(static_cast<app::Problem>(problem)); }
    Q_INVOKABLE void addHelp(const QString &label, const QString &phone, const QString &note)
    {
        m.home.addHelp(label.toStdString(), phone.toStdString(), note.toStdString());
        m.meet();
    }
    /** The same field of Sofie's plan, written on two tablets that had not met. */
    Q_INVOKABLE void makeTwoVersions(const QString &link, const QString &here, const QString &there)
    {
        const QTemporaryDir dir;
        test::EngineTablet other(m.home, dir.path().toStdString(), "Kontoret", 77);
        m.home.meet(*other);
        write(*m.tablet, link, here);
        write(*other, link, there);
        m.home.meet(*other);
        m.meet();
    }

    /** … by staff, in a field of theirs. */
    Q_INVOKABLE void makeTwoVersionsOfStaffs(const QString &link, const QString &here, const QString &there)
    {
        const QTemporaryDir dir;
        test::EngineTablet other(m.home, dir.path().toStdString(), "Kontoret", 76);
        m.meet();
        m.home.meet(*other);
        m.behindTheScreens(m.home.ali,
                           [&](engine::Engine &engine) { write(engine, m.home.ali, link, here); });
        write(*other, m.home.mette, link, there);
        m.home.meet(*other);
        m.meet();
        m.settle();
    }

    /** Somebody new, with Mette in their team, who has chosen no pictures yet. */
    Q_INVOKABLE void addResident(const QString &name)
    {
        m_resident = m.home.addResident(name.toStdString(), {m.home.mette}, {m.home.mette});
        m.home.addOwn(m_resident);
        m.home.addDevice(m.tablet.file());
        m.meet();
    }
    /** One more shared tablet, as the office names it; blocked ones are asked about no more. */
    Q_INVOKABLE void addTablet(const QString &name)
    {
        m_others.push_back(m.home.newTablet(name.toStdString()));
        m.home.addDevice(m_others.back());
        m.meet();
    }
    Q_INVOKABLE void blockOthers()
    {
        for (const TabletFile &other : m_others) {
            m.home.addDevice(other, true);
        }
        m_others.clear();
        m.meet();
    }
    /** A card in front of the reader. */
    Q_INVOKABLE void holdCard(const QString &text)
    {
        m.app.pictures()->readCard(text.toStdString());
        m.settle();
    }
    /** Whoever was added last chooses their pictures on a tablet that says no to this one. */
    Q_INVOKABLE void choosePicturesElsewhere()
    {
        const QTemporaryDir dir;
        test::EngineTablet other(m.home, dir.path().toStdString(), "Kontoret", 78);
        m.home.meet(*other);
        bool chosen = false;
        other->choosePictures(
            m_resident.person, m_resident, seal::Pictures{"baad", "kop", "hus"},
            [&](const auto &answer) { chosen = answer.outcome == engine::OwnAnswer::Outcome::Ok; });
        if (!chosen) {
            qFatal("no pictures were chosen elsewhere");
        }
        m.home.meet(*other);
        m.meet();
    }
    /** … and they open the tile there, which said no to this one. */
    Q_INVOKABLE void lockTileElsewhere()
    {
        const QTemporaryDir dir;
        test::EngineTablet other(m.home, dir.path().toStdString(), "Kontoret", 79);
        m.home.meet(*other);
        bool chosen = false;
        other->choosePictures(
            m_resident.person, m_resident, seal::Pictures{"baad", "kop", "hus"},
            [&](const auto &answer) { chosen = answer.outcome == engine::OwnAnswer::Outcome::Ok; });
        if (!chosen || !other->setTileByPictures(m_resident.person, m_resident, true)) {
            qFatal("the tile was not locked elsewhere");
        }
        m.home.meet(*other);
        m.meet();
    }
    /** As the server adds it up: so many said the same to each question but the last, which they skipped. */
    Q_INVOKABLE void addRound(int people)
    {
        if (!m_insight) {
            m_insight = m.home.addHouse(StreamKind::Insight);
        }
        const auto definition = test::shippedCatalogue()->byId("tema-1-beboer");
        const auto form = engine::roundFormOf(*definition).value();
        domain::RoundAnswers one(form.items.size(), 2);
        one.back() = domain::kRoundSkipped;
        EntityId id;
        id.data.fill(static_cast<std::uint8_t>(people));
        const auto round = domain::tallied(
            id, form, std::vector<domain::RoundAnswers>(static_cast<std::size_t>(people), one),
            20'000 + people);
        m.home.write(*m_insight, domain::writeRoundResult(domain::resultOf(round), m.home.fold(*m_insight)));
        m.meet();
    }
    /** What of the screen's measure is on disk, and a disk that takes nothing once. */
    Q_INVOKABLE double measured() const { return m.measured; }
    Q_INVOKABLE void refuseMeasure(bool refuse = true) { m.keepsMeasure = !refuse; }
    /** What a print comes to: "folder", "closed", "room"; empty: a file. */
    Q_INVOKABLE void failPrint(const QString &why)
    {
        m.printing = why == QStringLiteral("folder")   ? print::Outcome::FolderMissing
                     : why == QStringLiteral("closed") ? print::Outcome::FolderClosed
                     : why == QStringLiteral("room")   ? print::Outcome::NotComplete
                                                       : print::Outcome::Written;
    }
    /** The last one: headings, words and marks, one after the other. */
    Q_INVOKABLE QString printed() const
    {
        QStringList all;
        for (const print::Section &section : m.papers.back().sections) {
            for (const print::Row &row : section.rows) {
                for (const print::Block &block : row.blocks) {
                    all.append(block.heading);
                    for (const print::Text &text : block.texts) {
                        all.append({text.words, text.mark});
                    }
                }
            }
        }
        return all.join(u'|') + u'|' + m.papers.back().standing;
    }
    /** Where screens are kept as pictures; empty: nowhere. */
    Q_INVOKABLE QString screens() const { return qEnvironmentVariable("TRIVSEL_SCREENS"); }

private:
    void write(engine::Engine &engine, const QString &link, const QString &text)
    {
        write(engine, m.home.sofie, link, text);
    }
    void write(engine::Engine &engine, const engine::Who &who, const QString &link, const QString &text)
    {
        const PersonId &sofie = m.home.sofie.person;
        if (!engine.openPlan(sofie, who, test::kPlan) ||
            !engine.editField(sofie, who, test::kPlan, link.toStdString(), text.toStdString()) ||
            !engine.leavePlan(sofie, who, test::kPlan)) {
            qFatal("could not write in the plan");
        }
    }

    test::AppFixture &m;
    test::MemoryDisk &m_disk;
    engine::Who m_resident;
    EntityId m_answer;
    std::vector<TabletFile> m_others;
    std::optional<StreamId> m_insight;
};

/** The page that sets a tablet up, with a network in the test's hands. */
class Pairing : public QObject, public app::PairingPort
{
    Q_OBJECT
    Q_PROPERTY(trivsel::app::PairingViewModel *page READ page NOTIFY made)
    Q_PROPERTY(QString code READ code CONSTANT)
    Q_PROPERTY(int started READ started)
    Q_PROPERTY(int cancelled READ cancelled)

public:
    Pairing() { reset(); }
    [[nodiscard]] app::PairingViewModel *page() const { return m_page.get(); }
    /** As the office's screen shows it, in groups. */
    [[nodiscard]] static QString code()
    {
        pairing::Invitation invitation;
        invitation.host = "192.168.1.10";
        invitation.port = 7400;
        invitation.secret.data.fill(0x5A);
        return QString::fromStdString(pairing::writeCode(invitation));
    }
    [[nodiscard]] int started() const { return m_started; }
    [[nodiscard]] int cancelled() const { return m_cancelled; }

    Q_INVOKABLE void reset()
    {
        m_old = std::move(m_page); // until nobody looks at it any more
        m_page = std::make_unique<app::PairingViewModel>(this);
        m_started = m_cancelled = 0;
        Q_EMIT made();
    }
    Q_INVOKABLE void show(const QString &digits)
    {
        m_listener.digits({digits.toStdString(), "Birkehuset", "Stuen", TabletKind::Shared});
    }
    Q_INVOKABLE void end(const QString &ending, int triesLeft)
    {
        using pairing::Ending;
        static const QHash<QString, Ending> kEndings{{QStringLiteral("Done"), Ending::Done},
                                                     {QStringLiteral("WrongCode"), Ending::WrongCode},
                                                     {QStringLiteral("CodeDead"), Ending::CodeDead},
                                                     {QStringLiteral("Lost"), Ending::Lost},
                                                     {QStringLiteral("OtherTablet"), Ending::OtherTablet},
                                                     {QStringLiteral("Declined"), Ending::Declined},
                                                     {QStringLiteral("NotTheServer"), Ending::NotTheServer},
                                                     {QStringLiteral("Unreachable"), Ending::Unreachable}};
        pairing::Ended ended;
        ended.ending = kEndings.value(ending, Ending::TooOld);
        ended.triesLeft = static_cast<std::uint32_t>(triesLeft);
        m_listener.ended(ended);
    }

Q_SIGNALS:
    void made();

private:
    void start(const pairing::Invitation & /*invitation*/, Listener listener) override
    {
        ++m_started;
        m_listener = std::move(listener);
    }
    void cancel() override { ++m_cancelled; }

    std::unique_ptr<app::PairingViewModel> m_old;
    std::unique_ptr<app::PairingViewModel> m_page;
    Listener m_listener;
    int m_started = 0;
    int m_cancelled = 0;
};

class Setup : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void applicationAvailable()
    {
        QQuickStyle::setStyle(QStringLiteral("Basic"));
        const QString which = qEnvironmentVariable("TRIVSEL_TEST_TABLET");
        const bool phone = which == QStringLiteral("phone");
        const bool staff = phone || which == QStringLiteral("staff");
        m_disk = std::make_unique<test::MemoryDisk>("screens");
        m_fixture = std::make_unique<test::AppFixture>(
            catalogue::Language::Da, staff ? TabletKind::Staff : TabletKind::Shared,
            staff                              ? test::catalogueWithSafetyPlan()
            : which == QStringLiteral("lists") ? test::catalogueWithLists()
                                               : test::shippedCatalogue(),
            phone, app::App::Look{}, m_disk->name());
        m_tablet = std::make_unique<Tablet>(*m_fixture, *m_disk);
        qmlRegisterSingletonInstance("Trivsel.Test", 1, 0, "Tablet", m_tablet.get());
        m_pairing = std::make_unique<Pairing>();
        qmlRegisterSingletonInstance("Trivsel.Test", 1, 0, "Pairing", m_pairing.get());
    }
    void qmlEngineAvailable(QQmlEngine *engine) { engine->addImportPath(QStringLiteral("qrc:/qt/qml")); }
    void cleanupTestCase()
    {
        m_pairing.reset();
        m_tablet.reset();
        m_fixture.reset();
        m_disk.reset();
    }

private:
    std::unique_ptr<test::MemoryDisk> m_disk;
    std::unique_ptr<test::AppFixture> m_fixture;
    std::unique_ptr<Tablet> m_tablet;
    std::unique_ptr<Pairing> m_pairing;
};

QUICK_TEST_MAIN_WITH_SETUP(screens, Setup)
#include "main.moc"
