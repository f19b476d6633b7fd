// The server's store on a disk that fails: what was acknowledged is there, of the rest all or nothing.
#include "tests/server/faulty_server.h"
#include "tests/support/failing_malloc.h"
#include "tests/support/must.h"

#include <QtTest>
#include <sstream>

using namespace trivsel;
using namespace trivsel::server;
using namespace trivsel::test;
using trivsel::testing::Tablet;

namespace {

const bool kMallocInstalled = FailingMalloc::install(); // before anybody uses SQLite

/** Two tablets hand in, one of them something that has to wait; the office writes beside the running server.
 */
class ServerStory final : public FaultyServer
{
public:
    explicit ServerStory(MemoryDisk &disk) : FaultyServer(disk)
    {
        m_a = home().addTablet("A", domain::DeviceKind::Shared);
        m_b = home().addTablet("B", domain::DeviceKind::Shared);
        m_team = home().streamOf(home().addResident("Sofie"), StreamKind::Team);
        const auto ofA = home().write(m_team, Incarnation{1}, 1, 3);
        const auto ofB = home().write(m_team, Incarnation{2}, 1, 2);
        Hash256 head{};
        for (const auto &change : ofA) {
            m_pushesOfA.push_back(home().push(m_a, m_team, {change}, m_pushesOfA.size() + 1, head));
            head = seal::chainNext(head, change.hash);
        }
        head = {};
        for (const auto &change : ofB) {
            m_pushesOfB.push_back(home().push(m_b, m_team, {change}, m_pushesOfB.size() + 10, head));
            head = seal::chainNext(head, change.hash);
        }
        m_held.id = 20;
        m_held.from = m_b.device.id;
        m_held.stream = m_team;
        m_held.held.emplace_back(home().write(m_team, Incarnation{3}, 1, 1).front(), wire::v1::UNKNOWN_KEY);
        m_epoch = home().store().epoch();
        ready();
    }

    std::vector<std::function<Status()>> steps() override
    {
        return {
            [this] { return start(); },
            [this] { return handOver({m_pushesOfA[0]}); },
            [this] {
                return handOver({m_pushesOfA[1], m_pushesOfB[0]});
            },
            [this] { return handOver({m_held}); },
            [this] { return besideTheServer([this](Office &office) { return rename(office); }); },
            [this] { return besideTheServer([this](Office &office) { return moveIn(office); }); },
            [this] { return handOver({m_pushesOfA[2]}); },
            [this] { return renew(); },
            [this] { return handOver({m_pushesOfB[1]}); },
        };
    }

    bool stopsWith(std::size_t step) const override { return step != kRename && step != kMoveIn; }

    std::string describe() override
    {
        std::string trouble;
        const auto open = opened(trouble);
        if (!open) {
            return trouble;
        }
        HomeStore &store = *open;
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
        out << integrity(store);
        return out.str();
    }

private:
    static constexpr std::size_t kRename = 4;
    static constexpr std::size_t kMoveIn = 5;

    Status handOver(const std::vector<session::StorePush> &pushes)
    {
        return handIn(pushes, [this, &pushes] {
            session::NoteHello hello;
            hello.device = pushes.front().from;
            hub().note(hello);
            hub().note(session::NoteCursor{pushes.front().from, {pushes.front().id, 4}});
        });
    }
    Status besideTheServer(const std::function<Status(Office &)> &work)
    {
        TRIVSEL_TRY(running());
        return asOffice(work);
    }
    Status rename(Office &office)
    {
        const StreamId home = homeStream();
        const auto fold = office.now(home);
        if (!fold) {
            return tl::unexpected(fold.error());
        }
        office.write(home, domain::writeHomeName(store().home(), "Det nye navn", false, **fold));
        return {};
    }
    Status moveIn(Office &office)
    {
        domain::Person person;
        person.id = randomBytes<PersonId>(home().random());
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
        TRIVSEL_TRY(running());
        const auto renewed = store().renewEpoch();
        return renewed ? Status() : Status(tl::unexpected(renewed.error()));
    }
    [[nodiscard]] StreamId homeStream() { return store().server().homeStream; }
    static std::string ctrs(HomeStore &store, const StreamId &stream)
    {
        std::ostringstream out;
        for (const journal::Range &range : must(store.ranges(stream))) {
            out << range.first << ".." << range.last << ' ';
        }
        return out.str();
    }

    Tablet m_a;
    Tablet m_b;
    StreamId m_team;
    std::vector<session::StorePush> m_pushesOfA;
    std::vector<session::StorePush> m_pushesOfB;
    session::StorePush m_held;
    std::uint64_t m_epoch = 0;
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
