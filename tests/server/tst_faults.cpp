// The server's store on a disk that fails: what was acknowledged is there, of the rest all or nothing.
#include "sync-server/hub.h"
#include "tests/server/home_builder.h"
#include "tests/support/failing_malloc.h"
#include "tests/support/fault_story.h"
#include "tests/support/must.h"

#include <QtTest>
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

/** Two tablets hand in, one of them something that has to wait; the office writes beside the running server.
 */
class ServerStory final : public Story
{
public:
    explicit ServerStory(MemoryDisk &disk) : m_disk(disk), m_home(disk.name())
    {
        m_a = m_home.addTablet("A", domain::DeviceKind::Shared);
        m_b = m_home.addTablet("B", domain::DeviceKind::Shared);
        m_team = m_home.streamOf(m_home.addResident("Sofie"), StreamKind::Team);
        const auto ofA = m_home.write(m_team, Incarnation{1}, 1, 3);
        const auto ofB = m_home.write(m_team, Incarnation{2}, 1, 2);
        Hash256 head{};
        for (const auto &change : ofA) {
            m_pushesOfA.push_back(m_home.push(m_a, m_team, {change}, m_pushesOfA.size() + 1, head));
            head = seal::chainNext(head, change.hash);
        }
        head = {};
        for (const auto &change : ofB) {
            m_pushesOfB.push_back(m_home.push(m_b, m_team, {change}, m_pushesOfB.size() + 10, head));
            head = seal::chainNext(head, change.hash);
        }
        m_held.id = 20;
        m_held.from = m_b.device.id;
        m_held.stream = m_team;
        m_held.held.emplace_back(m_home.write(m_team, Incarnation{3}, 1, 1).front(), wire::v1::UNKNOWN_KEY);
        m_epoch = m_home.store().epoch();
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
            [this] { return start(); },
            [this] { return handIn({m_pushesOfA[0]}); },
            [this] {
                return handIn({m_pushesOfA[1], m_pushesOfB[0]});
            },
            [this] { return handIn({m_held}); },
            [this] { return asOffice([this](Office &office) { return rename(office); }); },
            [this] { return asOffice([this](Office &office) { return moveIn(office); }); },
            [this] { return handIn({m_pushesOfA[2]}); },
            [this] { return renew(); },
            [this] { return handIn({m_pushesOfB[1]}); },
        };
    }

    bool stopsWith(std::size_t step) const override { return step != kRename && step != kMoveIn; }

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
        std::ostringstream out;
        out << store.model().name << ", people " << store.model().people.size() << '\n';
        for (const domain::StreamInfo &info : store.model().streams) {
            out << "stream of kind " << static_cast<int>(info.id.kind)
                << (store.knowsKey(info.id, 1) ? "" : " NO KEY") << " changes " << ctrs(store, info.id)
                << '\n';
        }
        out << "held " << must(store.journal().quarantined()).size() << '\n';
        for (const Tablet *tablet : {&m_a, &m_b}) {
            const auto contact = must(store.contacts().of(tablet->device.id));
            out << "contact " << contact.lastMs << ' ' << contact.cursor.seq << ' '
                << static_cast<std::uint64_t>(contact.lastIncarnation) << '\n';
        }
        out << (store.epoch() == m_epoch ? "same epoch" : "new epoch") << '\n';
        auto sql = must(store.journal().database().prepare("PRAGMA integrity_check"));
        must(sql.step());
        out << "integrity " << sql.text(0) << '\n';
        return out.str();
    }

private:
    static constexpr std::size_t kRename = 4;
    static constexpr std::size_t kMoveIn = 5;

    Status start()
    {
        drop();
        auto opened = openHome(m_home.paths(), m_home.random());
        if (!opened) {
            return tl::unexpected(opened.error().error);
        }
        m_store = std::move(*opened);
        m_fatal.reset();
        Hub::Ports ports;
        ports.scheduleTick = [] {};
        ports.scheduleRetry = [] {};
        ports.onFatal = [this](const Error &error) { m_fatal = error; };
        ports.clockMs = [] { return kNowMs; };
        m_hub = std::make_unique<Hub>(*m_store, ports);
        return {};
    }
    /** Saved when every one of them was acknowledged. */
    Status handIn(const std::vector<session::StorePush> &pushes)
    {
        if (!m_hub || m_fatal) {
            return m_fatal ? Status(tl::unexpected(*m_fatal)) : fail(Errc::Closed, "not running");
        }
        const auto client = std::make_shared<FakeClient>();
        for (const session::StorePush &push : pushes) {
            m_hub->submit(client, push);
        }
        session::NoteHello hello;
        hello.device = pushes.front().from;
        m_hub->note(hello);
        m_hub->note(session::NoteCursor{pushes.front().from, {pushes.front().id, 4}});
        m_hub->tick();
        if (m_fatal) {
            return client->stored == 0 ? Status(tl::unexpected(*m_fatal))
                                       : fail(Errc::Internal, "acknowledged, and stopped");
        }
        return client->stored == pushes.size() ? Status() : fail(Errc::Internal, "not acknowledged");
    }
    /** A command: a process of its own. */
    Status asOffice(const std::function<Status(Office &)> &work)
    {
        if (!m_hub || m_fatal) {
            return fail(Errc::Closed, "the power went, or the server stopped");
        }
        auto opened = openHome(m_home.paths(), m_home.random());
        if (!opened) {
            return tl::unexpected(opened.error().error);
        }
        auto office = Office::begin(**opened, {m_home.random(), kNowMs});
        if (!office) {
            return tl::unexpected(office.error());
        }
        TRIVSEL_TRY(work(*office));
        return office->commit();
    }
    Status rename(Office &office)
    {
        const StreamId home = homeStream();
        const auto fold = office.now(home);
        if (!fold) {
            return tl::unexpected(fold.error());
        }
        office.write(home, domain::writeHomeName(m_store->home(), "Det nye navn", false, **fold));
        return {};
    }
    Status moveIn(Office &office)
    {
        domain::Person person;
        person.id = randomBytes<PersonId>(m_home.random());
        person.role = domain::Role::ROLE_RESIDENT;
        const auto fold = office.now(homeStream());
        if (!fold) {
            return tl::unexpected(fold.error());
        }
        office.write(homeStream(), domain::writePerson(person, **fold));
        const auto stream = office.makeStream(StreamKind::Safety, person.id);
        return stream ? Status() : Status(tl::unexpected(stream.error()));
    }
    Status renew()
    {
        if (!m_hub || m_fatal) {
            return fail(Errc::Closed, "not running");
        }
        const auto renewed = m_store->renewEpoch();
        return renewed ? Status() : Status(tl::unexpected(renewed.error()));
    }
    [[nodiscard]] StreamId homeStream() const { return m_store->server().homeStream; }
    static std::string ctrs(HomeStore &store, const StreamId &stream)
    {
        std::ostringstream out;
        for (const journal::Range &range : must(store.ranges(stream))) {
            out << range.first << ".." << range.last << ' ';
        }
        return out.str();
    }

    MemoryDisk &m_disk;
    BuiltHome m_home;
    Tablet m_a;
    Tablet m_b;
    StreamId m_team;
    std::vector<session::StorePush> m_pushesOfA;
    std::vector<session::StorePush> m_pushesOfB;
    session::StorePush m_held;
    std::uint64_t m_epoch = 0;
    MemoryDisk::Image m_template;
    std::unique_ptr<HomeStore> m_store;
    std::unique_ptr<Hub> m_hub;
    std::optional<Error> m_fatal;
};

} // namespace

class TestServerFaults : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(kMallocInstalled);
        m_disk = std::make_unique<MemoryDisk>("faults");
        m_story = std::make_unique<ServerStory>(*m_disk);
        m_runs = std::make_unique<FaultRuns>(*m_disk, m_story->folder(), *m_story);
    }
    void everyCallFailsOnce() { passes(m_runs->everyCall(false)); }
    void everyCallFailsForEver() { passes(m_runs->everyCall(true)); }
    void afterAFailedFsyncNothingIsAcknowledged() { passes(m_runs->everySync()); }
    void thereIsNoMemoryOnce() { passes(m_runs->everyMalloc(false)); }
    void thereIsNoMemoryForEver() { passes(m_runs->everyMalloc(true)); }
    void powerGoesAtEveryWrite()
    {
        passes(m_runs->powerCutAtEveryWrite(qEnvironmentVariableIsSet("TRIVSEL_LONG") ? 200 : 5));
    }

private:
    void passes(const std::string &trouble)
    {
        QVERIFY2(trouble.empty(), trouble.c_str());
        qInfo("%llu runs so far", static_cast<unsigned long long>(m_runs->runs()));
    }
    std::unique_ptr<MemoryDisk> m_disk;
    std::unique_ptr<ServerStory> m_story;
    std::unique_ptr<FaultRuns> m_runs;
};

QTEST_GUILESS_MAIN(TestServerFaults)
#include "tst_faults.moc"
