// The power goes, or a call fails, in the middle of turning keys: nothing is lost, and nobody is told of half
// a turn.
#include "tests/server/faulty_server.h"
#include "tests/support/failing_malloc.h"
#include "tests/support/must.h"

#include <QtTest>
#include <set>
#include <sstream>

using namespace trivsel;
using namespace trivsel::server;
using namespace trivsel::test;
using trivsel::testing::Tablet;

namespace {

const bool kMallocInstalled = FailingMalloc::install(); // before anybody uses SQLite

/** The office takes Mette out of Sofie's team; then Sofie takes Ali out of it on a tablet. */
class TurnStory final : public FaultyServer
{
public:
    explicit TurnStory(MemoryDisk &disk) : FaultyServer(disk)
    {
        m_sofie = home().addResident("Sofie");
        const PersonId mette = home().addStaff("Mette");
        m_ali = home().addStaff("Ali");
        home().setReaders(m_sofie, {}, {mette, m_ali});
        m_shared = home().addTablet("Stuen", domain::DeviceKind::Shared);
        home().addTablet("Mettes", domain::DeviceKind::Staff, false, mette);
        home().addTablet("Alis", domain::DeviceKind::Staff, false, m_ali);
        m_team = home().streamOf(m_sofie, StreamKind::Team);
        m_profile = home().streamOf(m_sofie, StreamKind::Profile);
        home().append(home().write(m_team, Incarnation{3}, 1, 2));
        m_said = withoutAnybody();
        ready();
    }

    std::vector<std::function<Status()>> steps() override
    {
        return {
            [this] { return officeSays(); },
            [this] { return start(); },
            [this] { return handIn({m_said}); },
        };
    }
    bool stopsWith(std::size_t step) const override { return step != 0; }

    std::string describe() override
    {
        std::string trouble;
        const auto open = opened(trouble);
        if (!open) {
            return trouble;
        }
        HomeStore &store = *open;
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
        out << integrity(store);
        return out.str();
    }

    /** What the home names was here and what was sealed could be read, each time that somebody looked. */
    [[nodiscard]] bool whole() const { return m_whole; }
    /** Of the team's key, when somebody looked last. */
    [[nodiscard]] std::size_t versions() const { return m_versions; }

private:
    static std::size_t readable(HomeStore &store, const StreamId &stream)
    {
        const auto *fold = must(store.folds().upToDate(stream));
        return fold->changeCount() - fold->opaqueCount();
    }
    Status officeSays()
    {
        return asOffice([this](Office &office) -> Status {
            const auto fold = office.now(m_profile);
            if (!fold) {
                return tl::unexpected(fold.error());
            }
            domain::Profile lists = domain::readProfile(m_sofie, **fold);
            lists.team = {m_ali};
            office.write(m_profile, domain::writeProfile(m_sofie, lists, **fold));
            return {};
        });
    }
    /** Written before the office wrote, with all that stood there as seen. */
    session::StorePush withoutAnybody()
    {
        const auto *fold = must(home().store().folds().upToDate(m_profile));
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
        return home().push(
            m_shared, m_profile,
            {seal::sealChange(m_profile, header, must(seal::encodeChange(change)),
                              home().store().keys().key(m_profile, 1).value(), home().random())});
    }

    PersonId m_sofie;
    PersonId m_ali;
    Tablet m_shared;
    StreamId m_team;
    StreamId m_profile;
    session::StorePush m_said;
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
