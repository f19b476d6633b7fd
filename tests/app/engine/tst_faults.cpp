// The tablet's engine on a disk that fails: what was said to be saved is there, of the rest all or nothing.
#include "proto/journal/key_store.h"
#include "tests/app/engine/test_home.h"
#include "tests/support/failing_malloc.h"
#include "tests/support/fault_story.h"
#include "tests/support/must.h"

#include <QTemporaryDir>
#include <QTest>
#include <sstream>

using namespace trivsel;
using namespace trivsel::test;

namespace {

const bool kMallocInstalled = FailingMalloc::install(); // before anybody uses SQLite

const std::string kField = "mig.indefra";
constexpr std::uint64_t kStartSeed = 3;

/** An answer given, saved and handed in; a plan edited; another tablet's words and a new resident fetched; a
 * second answer begun. */
class TabletStory final : public Story
{
public:
    TabletStory(MemoryDisk &disk, const std::filesystem::path &dir)
        : m_disk(disk),
          m_dir(dir),
          m_tablet(m_home, dir, "Stuen", kStartSeed, TabletKind::Shared, disk.name())
    {
        m_home.meet(*m_tablet);
        m_tablet.close();
        m_template = disk.image(dir);
        // What happens elsewhere meanwhile: somebody moves in, and Karim's plan gets its first words.
        m_nina = m_home.addTile("Nina");
    }

    void begin() override
    {
        m_tablet.close();
        m_disk.restore(m_dir, m_template);
        m_sent = false;
    }

    std::vector<std::function<Status()>> steps() override
    {
        const Who sofie = m_home.sofie;
        const Who karim = m_home.karim;
        return {
            [this] { return m_tablet.tryOpen(); },
            [this, sofie] { return choose(sofie, "selv", "ret-godt"); },
            [this, sofie] { return choose(sofie, "alt", "midt-imellem"); },
            [this, sofie] { return share(sofie); },
            [this, sofie] { return send(sofie); },
            [this] { return ifOpen([this] { return settle(); }); },
            [this, sofie] { return edit(sofie); },
            [this, sofie] { return leave(sofie); },
            [this] { return ifOpen([this] { return keysAndGrants(); }); },
            [this] { return ifOpen([this] { return fetch(); }); },
            [this] { return ifOpen([this] { return acknowledgeOne(); }); },
            [this] { return ifOpen([this] { return acknowledgeOne(); }); },
            [this, karim] { return choose(karim, "ude", "ret-svaert"); },
        };
    }

    void drop() override { m_tablet.close(); }

    std::string describe() override
    {
        if (const Status opened = m_tablet.tryOpen(); !opened) {
            return std::string("does not open: ") + nameOf(opened.error().code()) + " " +
                   opened.error().detail();
        }
        std::ostringstream out;
        for (const auto &tile : m_tablet->home().residents) {
            out << "tile " << tile.name << '\n';
        }
        for (const Who &who : {m_home.sofie, m_home.karim}) {
            describe(who, out);
        }
        const auto sync = m_tablet->sync();
        out << "only here " << sync.onlyHere << " at the office " << sync.atOffice << '\n';
        out << "cursor " << must(m_tablet->syncPort().state()).cursor.seq << '\n';
        for (const auto &stream : must(m_tablet->state())) {
            out << "changes " << stream.changes << '\n';
        }
        m_tablet.close();
        for (const char *file : {"tablet.db", "keys.db"}) {
            out << file << ' ' << integrity(file) << '\n';
        }
        return out.str();
    }

private:
    Status ifOpen(const std::function<Status()> &work)
    {
        return m_tablet.isOpen() ? work() : fail(Errc::Closed, "not running");
    }
    Status onSheet(const Who &who, const std::function<Status(const engine::DraftId &)> &work)
    {
        return ifOpen([&]() -> Status {
            const auto sheet = m_tablet->beginForm(who.person, who, kWellbeing, {});
            return sheet ? work(sheet->id) : Status(tl::unexpected(sheet.error()));
        });
    }
    Status choose(const Who &who, const char *question, const char *code)
    {
        return onSheet(who, [&](const auto &id) { return m_tablet->chooseAnswer(id, question, code); });
    }
    /** A sheet that nobody has answered on is not kept, with or without readers. */
    Status share(const Who &who)
    {
        return onSheet(who, [&](const auto &id) -> Status {
            const auto sheet = m_tablet->draft(id);
            return sheet && !sheet->answers.empty() ? m_tablet->setReaders(id, StreamKind::Team)
                                                    : fail(Errc::NotFound, "nothing was answered");
        });
    }
    Status send(const Who &who)
    {
        return onSheet(who, [this](const auto &id) -> Status {
            TRIVSEL_TRY(m_tablet->sendDraft(id));
            m_sent = true;
            return {};
        });
    }
    Status settle() { return m_sent ? m_tablet->settleSent() : fail(Errc::NotFound, "nothing was sent"); }
    Status edit(const Who &who)
    {
        return ifOpen([&]() -> Status {
            const auto plan = m_tablet->openPlan(who.person, who, kPlan);
            return plan ? m_tablet->editField(who.person, who, kPlan, kField, "Lad mig sove.")
                        : Status(tl::unexpected(plan.error()));
        });
    }
    Status leave(const Who &who)
    {
        return ifOpen([&]() -> Status {
            const auto left = m_tablet->leavePlan(who.person, who, kPlan);
            return left && *left == 0 ? fail(Errc::NotFound, "nothing was edited")
                   : left             ? Status()
                                      : tl::unexpected(left.error());
        });
    }
    Status keysAndGrants()
    {
        session::TabletPort &port = m_tablet->syncPort();
        std::vector<wire::v1::StreamGrant> grants;
        for (const StreamId &stream : m_home.streams()) {
            const std::string box =
                seal::sealBox(seal::publicOf(m_tablet->identity().box), m_home.keyOf(stream).str());
            TRIVSEL_TRY(port.storeStreamKey(stream, 1, box));
            grants.emplace_back();
            grants.back().set_stream(stream.str());
            grants.back().set_key(1);
        }
        const auto stored = port.storeGrants(grants);
        return stored ? port.grantsComplete(2) : Status(tl::unexpected(stored.error()));
    }
    Status fetch()
    {
        session::TabletPort &port = m_tablet->syncPort();
        const auto state = port.state();
        if (!state) {
            return tl::unexpected(state.error());
        }
        session::TabletPort::Received received;
        received.changes.assign(m_home.log().begin() + static_cast<std::ptrdiff_t>(state->cursor.seq),
                                m_home.log().end());
        received.upto = {m_home.log().size(), 1};
        return port.storeChanges(received);
    }
    Status acknowledgeOne()
    {
        session::TabletPort &port = m_tablet->syncPort();
        const auto pending = port.pending();
        if (!pending || pending->empty()) {
            return pending ? fail(Errc::NotFound, "nothing to hand in") : tl::unexpected(pending.error());
        }
        const auto &[stream, range] = pending->front();
        const auto batch = port.batch(stream, range);
        return batch ? port.markDurable(stream, range, {m_home.log().size() + 1, 1})
                     : Status(tl::unexpected(batch.error()));
    }
    void describe(const Who &who, std::ostringstream &out)
    {
        const auto page = must(m_tablet->openResident(who.person, who));
        for (const auto &draft : page.drafts) {
            out << "draft" << (draft.readers ? " with readers" : "");
            for (const auto &[link, shown] : draft.answers) {
                out << ' ' << link << '=' << shown.code;
            }
            out << '\n';
        }
        for (const auto &response : page.responses) {
            out << "response to " << static_cast<int>(response.readers);
            for (const auto &shown : response.answers) {
                out << ' ' << shown.linkId << '=' << shown.code;
            }
            out << '\n';
        }
        for (const auto &field : must(m_tablet->openPlan(who.person, who, kPlan)).fields) {
            for (const auto &version : field.view.versions) {
                out << "plan " << field.linkId << '=' << version.op.text() << '\n';
            }
            if (field.draft) {
                out << "plan draft " << field.linkId << '=' << *field.draft << '\n';
            }
        }
    }
    std::string integrity(const char *file)
    {
        journal::OpenOptions options;
        options.vfs = m_disk.name();
        options.applicationId = file == std::string("keys.db") ? journal::KeyDb::kApplicationId
                                                               : journal::Journal::kApplicationId;
        auto db = must(journal::Database::open(m_dir / file, options));
        auto sql = must(db.prepare("PRAGMA integrity_check"));
        must(sql.step());
        return sql.text(0);
    }

    MemoryDisk &m_disk;
    std::filesystem::path m_dir;
    TestHome m_home;
    EngineTablet m_tablet;
    MemoryDisk::Image m_template;
    Who m_nina{};
    bool m_sent = false;
};

} // namespace

class TestFaults : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(kMallocInstalled);
        m_dir = std::make_unique<QTemporaryDir>(QString::fromStdString(scratchTemplate()));
        const std::filesystem::path dir = m_dir->filePath("tablet").toStdString();
        m_disk = std::make_unique<MemoryDisk>("faults");
        m_story = std::make_unique<TabletStory>(*m_disk, dir);
        m_runs = std::make_unique<FaultRuns>(*m_disk, dir, *m_story);
    }
    void everyCallFailsOnce() { passes(m_runs->everyCall(false)); }
    void everyCallFailsForEver() { passes(m_runs->everyCall(true)); }
    void afterAFailedFsyncNothingIsSaidToBeSaved() { passes(m_runs->everySync()); }
    void thereIsNoMemoryOnce() { passes(m_runs->everyMalloc(false)); }
    void thereIsNoMemoryForEver() { passes(m_runs->everyMalloc(true)); }
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
    std::unique_ptr<TabletStory> m_story;
    std::unique_ptr<FaultRuns> m_runs;
};

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_faults.moc"
