#pragma once

#include "app/viewmodels/app.h"
#include "tests/app/engine/test_home.h"
#include "tests/app/viewmodels/slow_worker.h"

#include <QTemporaryDir>

#include <deque>
#include <set>

namespace trivsel::test {

/** Runs work at once on the calling thread; hold() keeps it back, as a slow disk would. */
class InlineCore final : public app::CorePort
{
public:
    explicit InlineCore(EngineTablet &tablet) : m_tablet(tablet) {}

    void post(Work work) override;
    void syncNow() override { ++syncs; }
    void setObserver(engine::Observer observer) override;

    void hold() { m_held = true; }
    void release();
    /** The engine is a new one. */
    void reopened() { setObserver(m_observer); }

    int syncs = 0;

private:
    EngineTablet &m_tablet;
    engine::Observer m_observer;
    std::deque<Work> m_waiting;
    bool m_held = false;
};

class FakeIdle final : public app::IdleTimer
{
public:
    void onExpired(std::function<void()> what) override { m_what = std::move(what); }
    void start(int milliseconds) override { runningMs = milliseconds; }
    void stop() override { runningMs = 0; }
    [[nodiscard]] bool overdue() const override { return slept && runningMs > 0; }
    void ring() { m_what(); }

    int runningMs = 0;
    bool slept = false; // for longer than that

private:
    std::function<void()> m_what;
};

class FakeVoice final : public platform::ReadAloud
{
public:
    [[nodiscard]] bool available(const platform::Utterance &words) const override
    {
        return synthesis || recorded.contains(words.recording);
    }
    void speak(const platform::Utterance &words, platform::Pace how) override
    {
        pace = how;
        said.push_back(words.text);
        recording = words.recording;
        tell(true);
    }
    void stop() override
    {
        ++stops;
        tell(false);
    }
    void onSpeaking(std::function<void(bool)> what) override { m_what = std::move(what); }
    /** The text has come to its end. */
    void fallSilent() { tell(false); }

    std::vector<std::string> said;
    std::string recording; // that was asked for last
    std::set<std::string> recorded;
    bool synthesis = true;
    platform::Pace pace = platform::Pace::Usual;
    int stops = 0;

private:
    void tell(bool speaking)
    {
        if (m_what) {
            m_what(speaking);
        }
    }
    std::function<void(bool)> m_what;
};

inline const std::string kCode = "246810"; // everybody's of the staff

/** A whole tablet behind its screens: real engine, real catalogue, a home in memory in place of the server.
 */
struct AppFixture
{
    explicit AppFixture(catalogue::Language language = catalogue::Language::Da,
                        TabletKind kind = TabletKind::Shared,
                        std::shared_ptr<const catalogue::Catalogue> catalogue = shippedCatalogue(),
                        bool mettesOwn = false, // with TabletKind::Staff: her phone
                        const app::App::Look &look = {},
                        const std::string &disk = {}, // its VFS; none: the real one
                        bool prints = true);          // there is a folder for plans on paper
    AppFixture(const AppFixture &) = delete;          // the tablet's uptime points into it

    /** Everything that was asked of the core has come back. */
    void settle();
    /** Tapping a person's tile. */
    void enter(const QString &name);
    void enterStaff(const QString &name);
    /** In the list of the staff: their name, then the page for the code. */
    void chooseStaff(const QString &name);
    /** Six digits on the page for codes. */
    void typeCode(const std::string &digits);
    /** For what staff did on this tablet before the test begins: `work` with them signed in, past the
     * screens. */
    template <class Work> void behindTheScreens(const Who &who, Work work)
    {
        tablet->signIn(who.person, kCode, [](const engine::SignInAnswer &) {});
        work(*tablet);
        tablet->signOut();
    }
    /** The entry of a resident's page with that look. */
    [[nodiscard]] int entry(app::ResidentViewModel::Look look);
    /** A sync run with the home. */
    void meet();
    /** In Sofie's safety plan, by Mette on another device; the stream for it is made first. For a catalogue
     * that has such a plan. */
    void writeSafetyPlan(const std::string &text);

    std::int64_t uptimeMs = 1'000;
    SlowWorker worker;
    bool noMemory = false; // no code can be checked
    double measured = 0;   // what was kept of the screen
    bool keepsMeasure = true;
    std::vector<print::PlanPrint> papers;              // what was printed
    print::Outcome printing = print::Outcome::Written; // … and what comes of it
    QTemporaryDir dir;
    TestHome home; // each of the staff has the code kCode
    EngineTablet tablet;
    InlineCore core;
    FakeIdle idle;
    FakeVoice voice;
    app::App app;

private:
    [[nodiscard]] EngineTablet &asInTheProduct(std::shared_ptr<const catalogue::Catalogue> catalogue);
};

/** One cell by the role's name. */
[[nodiscard]] QVariant cell(const app::ListModel &model, int row, const char *role);
/** A whole column. */
[[nodiscard]] QStringList column(const app::ListModel &model, const char *role);

} // namespace trivsel::test
