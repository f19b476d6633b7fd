// *Kun mig* on a disk that fails: choosing, saving, changing the pictures and a reset are done whole or not
// at all.
#include "tests/app/engine/test_home.h"
#include "tests/support/fault_story.h"
#include "tests/support/must.h"

#include <QTemporaryDir>
#include <QTest>
#include <sstream>

using namespace trivsel;
using namespace trivsel::test;
using seal::Pictures;
using Outcome = engine::OwnAnswer::Outcome;

namespace {

const Pictures kOld{"baad", "hus", "sol"};
const Pictures kNew{"kop", "trae", "fisk"};
const Pictures kLast{"kat", "trae", "fisk"};
constexpr std::int64_t kLongMs = 10LL * 60 * 1000; // longer than any wait

class OwnStory final : public Story
{
public:
    OwnStory(MemoryDisk &disk, const std::filesystem::path &dir)
        : m_disk(disk), m_dir(dir), m_tablet(m_home, dir, "Stuen", 3, TabletKind::Shared, disk.name())
    {
        m_home.addOwn(m_home.sofie);
        m_home.addDevice(m_tablet.file());
        m_home.addDevice(m_home.newTablet("Køkkenet"));
        m_tablet.askForCodes([this] { return m_uptime; });
        m_home.giveCode(m_home.mette, "123456");
        m_tablet.reopen();
        m_home.meet(*m_tablet);
        m_tablet.close();
        m_template = disk.image(dir);
    }

    void begin() override
    {
        m_tablet.close();
        m_disk.restore(m_dir, m_template);
    }

    std::vector<std::function<Status()>> steps() override
    {
        return {
            [this] { return m_tablet.tryOpen(); },
            [this] { return tell(&engine::Engine::choosePictures, kOld); },
            [this] { return answer("ret-godt"); },
            [this] { return save(); },
            [this] { return opened(kOld, [this] { return tell(&engine::Engine::changePictures, kNew); }); },
            [this] { return opened(kNew, [this] { return turnOff(); }); },
            [this] { return turnOn(); },
            [this] { return reset(); },
            [this] { return tell(&engine::Engine::choosePictures, kLast); },
        };
    }

    void drop() override { m_tablet.close(); }

    std::string describe() override
    {
        if (const Status opening = m_tablet.tryOpen(); !opening) {
            return std::string("does not open: ") + nameOf(opening.error().code());
        }
        std::ostringstream out;
        out << "state " << static_cast<int>(m_tablet->own(sofie().person).state) << '\n';
        const auto page = must(m_tablet->openResident(sofie().person, sofie()));
        out << "without pictures " << page.responses.size() << " answers\n";
        for (const Pictures &pictures : {kOld, kNew, kLast}) {
            m_tablet.reopen();
            const bool opens = open(pictures).has_value();
            out << pictures[0] << (opens ? " opens" : " does not open") << '\n';
            if (opens) {
                describePage(out);
            }
        }
        m_tablet.close();
        return out.str();
    }

private:
    using Call = void (engine::Engine::*)(const PersonId &, const Who &, const seal::OwnSecret &, engine::OwnDone);
    [[nodiscard]] const Who &sofie() const { return m_home.sofie; }

    Status tell(Call call, const seal::OwnSecret &pictures)
    {
        if (!m_tablet.isOpen()) {
            return fail(Errc::Closed, "not running");
        }
        engine::OwnAnswer got;
        m_uptime += kLongMs;
        ((*m_tablet).*call)(sofie().person, sofie(), pictures,
                            [&](const engine::OwnAnswer &answer) { got = answer; });
        return got.outcome == Outcome::Ok       ? Status()
               : got.outcome == Outcome::Failed ? fail(got.problem.value_or(Errc::Internal), "failed")
                                                : fail(Errc::NotFound, "not done");
    }
    Status open(const seal::OwnSecret &pictures) { return tell(&engine::Engine::openOwn, pictures); }
    Status opened(const Pictures &pictures, const std::function<Status()> &work)
    {
        if (m_tablet.isOpen() && !m_tablet->own(sofie().person).open) {
            TRIVSEL_TRY(open(pictures));
        }
        return m_tablet.isOpen() ? work() : fail(Errc::Closed, "not running");
    }
    Status answer(const char *code)
    {
        return opened(kOld, [&]() -> Status {
            const auto sheet = m_tablet->beginForm(sofie().person, sofie(), kWellbeing, {});
            return sheet ? m_tablet->chooseAnswer(sheet->id, "selv", code)
                         : Status(tl::unexpected(sheet.error()));
        });
    }
    /** Gem: from here on it is saved, also when the page is never left. */
    Status save()
    {
        return opened(kOld, [&]() -> Status {
            const auto sheet = m_tablet->beginForm(sofie().person, sofie(), kWellbeing, {});
            if (!sheet || sheet->answers.empty()) {
                return sheet ? fail(Errc::NotFound, "nothing was answered") : tl::unexpected(sheet.error());
            }
            TRIVSEL_TRY(m_tablet->setReaders(sheet->id, StreamKind::Own));
            return m_tablet->sendDraft(sheet->id);
        });
    }
    /** It is open at once; that it is in use again must be on disk, too. */
    Status turnOn()
    {
        TRIVSEL_TRY(open(kNew));
        return m_tablet->own(sofie().person).state == engine::OwnState::Set
                   ? Status()
                   : fail(Errc::StoreFailed, "still off");
    }
    Status turnOff() { return m_tablet->turnOwnOff(sofie().person, sofie()); }
    Status reset()
    {
        if (!m_tablet.isOpen()) {
            return fail(Errc::Closed, "not running");
        }
        engine::SignInAnswer got;
        m_tablet->signIn(m_home.mette.person, "123456", [&](const engine::SignInAnswer &one) { got = one; });
        if (got.outcome != engine::SignInAnswer::Outcome::Ok) {
            return fail(got.problem.value_or(Errc::NotAllowed), "not signed in");
        }
        return m_tablet->resetPictures(sofie().person, m_home.mette);
    }
    void describePage(std::ostringstream &out)
    {
        const auto page = must(m_tablet->openResident(sofie().person, sofie()));
        for (const auto &response : page.responses) {
            out << "  answer to " << static_cast<int>(response.readers);
            for (const auto &shown : response.answers) {
                out << ' ' << shown.linkId << '=' << shown.code;
            }
            out << '\n';
        }
        for (const auto &draft : page.drafts) {
            out << "  draft of " << draft.answers.size() << '\n';
        }
    }

    MemoryDisk &m_disk;
    std::filesystem::path m_dir;
    TestHome m_home;
    EngineTablet m_tablet;
    MemoryDisk::Image m_template;
    std::int64_t m_uptime = 0;
};

} // namespace

class TestOwnFaults : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_dir = std::make_unique<QTemporaryDir>(QString::fromStdString(scratchTemplate()));
        const std::filesystem::path dir = m_dir->filePath("tablet").toStdString();
        m_disk = std::make_unique<MemoryDisk>("own-faults");
        m_story = std::make_unique<OwnStory>(*m_disk, dir);
        m_runs = std::make_unique<FaultRuns>(*m_disk, dir, *m_story);
    }
    void everyCallFailsOnce() { passes(m_runs->everyCall(false)); }
    void afterAFailedFsyncNothingIsSaidToBeSaved() { passes(m_runs->everySync()); }
    void powerGoesAtEveryWrite()
    {
        passes(m_runs->powerCutAtEveryWrite(qEnvironmentVariableIsSet("TRIVSEL_LONG") ? 200 : 5));
    }
    void theDiskIsFullFromEveryWriteOn() { passes(m_runs->fullAtEveryWrite()); }

private:
    void passes(const std::string &trouble)
    {
        QVERIFY2(trouble.empty(), trouble.c_str());
        qInfo("%llu runs so far", static_cast<unsigned long long>(m_runs->runs()));
    }
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<MemoryDisk> m_disk;
    std::unique_ptr<OwnStory> m_story;
    std::unique_ptr<FaultRuns> m_runs;
};

QTEST_GUILESS_MAIN(TestOwnFaults)
#include "tst_own_faults.moc"
