// The power goes, or a call fails, in the middle of turning keys: nothing is lost, and nobody is told of half
// a turn.
#include "sync-server/hub.h"
#include "sync-server/office.h"
#include "tests/server/home_builder.h"
#include "tests/support/failing_malloc.h"
#include "tests/support/fault_story.h"
#include "tests/support/must.h"

#include <QtTest>
#include <set>
#include <sstream>

using namespace trivsel;
using namespace trivsel::server;
using namespace trivsel::test;
using trivsel::testing::BuiltHome;
using trivsel::testing::Tablet;

namespace {

const bool kMallocInstalled = FailingMalloc::install(); // before anybody uses SQLite

constexpr std::int64_t kNowMs = 1'790'000'000'000;

struct FakeClient final : HubClient
{
    std::size_t stored = 0;
    void onStored(const session::StoredPush & /*push*/) override { ++stored; }
    void refuse() override {}
};

/** The office takes Mette out of Sofie's team; then Sofie takes Ali out of it on a tablet. */
class TurnStory final : public Story
{
public:
    explicit TurnStory(MemoryDisk &disk) : m_disk(disk), m_home(disk.name())
    {
        m_sofie = m_home.addResident("Sofie");
        const PersonId mette = m_home.addStaff("Mette");
        m_ali = m_home.addStaff("Ali");
        m_home.setReaders(m_sofie, {}, {mette, m_ali});
        m_shared = m_home.addTablet("Stuen", domain::DeviceKind::Shared);
        m_home.addTablet("Mettes", domain::DeviceKind::Staff, false, mette);
        m_home.addTablet("Alis", domain::DeviceKind::Staff, false, m_ali);
        m_team = m_home.streamOf(m_sofie, StreamKind::Team);
        m_profile = m_home.streamOf(m_sofie, StreamKind::Profile);
        m_home.append(m_home.write(m_team, Incarnation{3}, 1, 2));
        m_said = withoutAnybody();
        m_home.close();
        m_template = disk.image(folder());
    }
    [[nodiscard]] const std::filesystem::path &folder() const { return m_home.paths().dir; }

    void begin() override
    {
        drop();
        m_disk.restore(folder(), m_template);
    }
    std::vector<std::function<Status()>> steps() override
    {
        return {
            [this] { return officeSays(); },
            [this] { return start(); },
            [this] { return residentSays(); },
        };
    }
    bool stopsWith(std::size_t step) const override { return step != 0; }
    void drop() override
    {
        m_hub.reset();
        m_store.reset();
    }

    std::string describe() override
    {
        auto opened = openHome(m_home.paths(), m_home.random());
        if (!opened) {
            const Error &error = opened.error().error;
            return opened.error().subject + " does not open: " + nameOf(error.code()) + " " + error.detail();
        }
        HomeStore &store = **opened;
        const auto due = must(store.keyHolders().due(store));
        if (due.any()) { // what a resident has said counts when the server runs again, before anybody is told
            Hub hub(store, ports());
            hub.tick();
        }
        std::multiset<std::string> lines;
        for (const domain::StreamInfo &info : store.model().streams) {
            std::ostringstream line;
            line << "stream of kind " << static_cast<int>(info.id.kind);
            for (std::uint32_t version : {1U, info.key}) {
                line << (store.knowsKey(info.id, version) ? "" : " NO KEY");
            }
            line << (store.keyVersion(info.id) == info.key ? "" : " NOT THE NEWEST");
            line << ", versions " << store.keysFor(m_shared.device.id, info.id).size();
            line << ", readable " << readable(store, info.id) << '\n';
            m_whole = m_whole && store.knowsKey(info.id, info.key) && store.keyVersion(info.id) == info.key;
            lines.insert(line.str());
        }
        m_whole = m_whole && readable(store, m_team) == 2;
        m_versions = store.keysFor(m_shared.device.id, m_team).size();
        std::ostringstream out;
        for (const std::string &line : lines) {
            out << line;
        }
        auto sql = must(store.journal().database().prepare("PRAGMA integrity_check"));
        must(sql.step());
        out << "integrity " << sql.text(0) << '\n';
        return out.str();
    }

    /** What the home names was here and what was sealed could be read, each time that somebody looked. */
    [[nodiscard]] bool whole() const { return m_whole; }
    /** Of the team's key, when somebody looked last. */
    [[nodiscard]] std::size_t versions() const { return m_versions; }

private:
    Hub::Ports ports()
    {
        Hub::Ports out;
        out.scheduleTick = [] {};
        out.scheduleRetry = [] {};
        out.onFatal = [this](const Error &error) { m_fatal = error; };
        out.clockMs = [] { return kNowMs; };
        return out;
    }
    static std::size_t readable(HomeStore &store, const StreamId &stream)
    {
        const auto *fold = must(store.folds().upToDate(stream));
        return fold->changeCount() - fold->opaqueCount();
    }
    Status start()
    {
        drop();
        auto opened = openHome(m_home.paths(), m_home.random());
        if (!opened) {
            return tl::unexpected(opened.error().error);
        }
        m_store = std::move(*opened);
        m_fatal.reset();
        m_hub = std::make_unique<Hub>(*m_store, ports());
        return {};
    }
    Status officeSays()
    {
        auto opened = openHome(m_home.paths(), m_home.random());
        if (!opened) {
            return tl::unexpected(opened.error().error);
        }
        auto office = Office::begin(**opened, {m_home.random(), kNowMs});
        if (!office) {
            return tl::unexpected(office.error());
        }
        const auto fold = office->now(m_profile);
        if (!fold) {
            return tl::unexpected(fold.error());
        }
        domain::Profile lists = domain::readProfile(m_sofie, **fold);
        lists.team = {m_ali};
        office->write(m_profile, domain::writeProfile(m_sofie, lists, **fold));
        return office->commit();
    }
    /** Saved when it was acknowledged. */
    Status residentSays()
    {
        if (!m_hub || m_fatal) {
            return m_fatal ? Status(tl::unexpected(*m_fatal)) : fail(Errc::Closed, "not running");
        }
        const auto client = std::make_shared<FakeClient>();
        m_hub->submit(client, m_said);
        m_hub->tick();
        if (m_fatal) {
            return client->stored == 0 ? Status(tl::unexpected(*m_fatal))
                                       : fail(Errc::Internal, "acknowledged, and stopped");
        }
        return client->stored == 1 ? Status() : fail(Errc::Internal, "not acknowledged");
    }
    /** Written before the office wrote, with all that stood there as seen. */
    session::StorePush withoutAnybody()
    {
        const auto *fold = must(m_home.store().folds().upToDate(m_profile));
        domain::Profile lists = domain::readProfile(m_sofie, *fold);
        lists.team.clear();
        wire::v1::Change change;
        for (const wire::v1::Op &op : domain::writeProfile(m_sofie, lists, *fold)) {
            *change.add_ops() = op;
        }
        wire::v1::Header header;
        header.set_inc(9);
        header.set_ctr(1);
        header.set_lamport(fold->lamport() + 1);
        header.set_key(1);
        header.set_op_schema(kOpSchema);
        return m_home.push(
            m_shared, m_profile,
            {seal::sealChange(m_profile, header, must(seal::encodeChange(change)),
                              m_home.store().keys().key(m_profile, 1).value(), m_home.random())});
    }

    MemoryDisk &m_disk;
    BuiltHome m_home;
    PersonId m_sofie;
    PersonId m_ali;
    Tablet m_shared;
    StreamId m_team;
    StreamId m_profile;
    session::StorePush m_said;
    MemoryDisk::Image m_template;
    std::unique_ptr<HomeStore> m_store;
    std::unique_ptr<Hub> m_hub;
    std::optional<Error> m_fatal;
    bool m_whole = true;
    std::size_t m_versions = 0;
};

} // namespace

class TestTurnFaults : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(kMallocInstalled);
        m_disk = std::make_unique<MemoryDisk>("turn_faults");
        m_story = std::make_unique<TurnStory>(*m_disk);
        m_runs = std::make_unique<FaultRuns>(*m_disk, m_story->folder(), *m_story);
    }
    void bothTurnWhenNothingFails()
    {
        m_story->begin();
        for (const auto &step : m_story->steps()) {
            must(step());
        }
        m_story->drop();
        static_cast<void>(m_story->describe());
        QVERIFY(m_story->whole());
        QCOMPARE(m_story->versions(), std::size_t{3});
    }
    void everyCallFailsOnce() { passes(m_runs->everyCall(false)); }
    void everyCallFailsForEver() { passes(m_runs->everyCall(true)); }
    void afterAFailedFsyncNothingIsAcknowledged() { passes(m_runs->everySync()); }
    void powerGoesAtEveryWrite()
    {
        passes(m_runs->powerCutAtEveryWrite(qEnvironmentVariableIsSet("TRIVSEL_LONG") ? 100 : 3));
    }

private:
    void passes(const std::string &trouble)
    {
        QVERIFY2(trouble.empty(), trouble.c_str());
        QVERIFY(m_story->whole());
        qInfo("%llu runs so far", static_cast<unsigned long long>(m_runs->runs()));
    }
    std::unique_ptr<MemoryDisk> m_disk;
    std::unique_ptr<TurnStory> m_story;
    std::unique_ptr<FaultRuns> m_runs;
};

QTEST_GUILESS_MAIN(TestTurnFaults)
#include "tst_turn_faults.moc"
