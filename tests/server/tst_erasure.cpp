// Erasure on the server: what is gone, what stays, who is told, and that a power cut leaves it whole or not
// begun.
#include "proto/seal/erasure_order.h"
#include "sync-server/byte_search.h"
#include "sync-server/erase_home.h"
#include "sync-server/escrow.h"
#include "sync-server/inbox.h"
#include "sync-server/quarantine.h"
#include "tests/server/home_builder.h"
#include "tests/support/changes.h"
#include "tests/support/fault_story.h"
#include "tests/support/must.h"

#include <QtTest>
#include <fstream>
#include <sstream>

using namespace trivsel;
using namespace trivsel::server;
using namespace trivsel::test;
using trivsel::testing::BuiltHome;
using trivsel::testing::Tablet;

namespace {

constexpr std::int64_t kNowMs = 1'790'000'000'000;
constexpr Incarnation kTablet{77};

ErasureOrder orderFor(HomeStore &store, const PersonId &resident)
{
    ErasureOrder order;
    order.resident = resident;
    order.what = {filled<decltype(domain::Erasure::order)>(5),
                  "Artikel 17",
                  filled<PersonId>(6),
                  filled<PersonId>(7),
                  kNowMs,
                  {}};
    for (const domain::StreamInfo &info : store.model().streams) {
        if (info.about == resident) {
            order.streams.push_back(info.id);
        }
    }
    return order;
}

/** A resident's words, and something of theirs that waits for the office. */
struct Filled
{
    Tablet tablet;
    PersonId sofie;
    StreamId team;
};
Filled fill(BuiltHome &home)
{
    Filled out;
    out.tablet = home.addTablet("A", domain::DeviceKind::Shared);
    out.sofie = home.addResident("Sofie");
    out.team = home.streamOf(out.sofie, StreamKind::Team);
    home.append(home.write(out.team, kTablet, 1, 5));
    auto transaction = must(journal::Transaction::begin(home.store().journal().database()));
    must(home.store().journal().quarantine(
        out.tablet.device.id, home.write(out.team, Incarnation{78}, 1, 1).front(), wire::v1::UNKNOWN_KEY, 1));
    must(transaction.commit());
    return out;
}

/** A command beside the running server, cut at every write. The order stands in its file before. */
class ErasureStory final : public Story
{
public:
    explicit ErasureStory(MemoryDisk &disk) : m_disk(disk), m_home(disk.name()), m_filled(fill(m_home))
    {
        m_order = orderFor(m_home.store(), m_filled.sofie);
        m_home.close();
        m_template = disk.image(folder());
    }
    [[nodiscard]] const std::filesystem::path &folder() const { return m_home.paths().dir; }
    void begin() override
    {
        m_store.reset();
        m_disk.restore(folder(), m_template);
        std::filesystem::remove(m_home.paths().erased());
    }
    std::vector<std::function<Status()>> steps() override
    {
        return {
            [this] { return start(); },
            [this]() -> Status {
                if (!m_store) {
                    return fail(Errc::Closed, "not running");
                }
                TRIVSEL_TRY(appendErased(m_home.paths().erased(), m_order));
                return carryOut(*m_store, {m_home.random(), kNowMs}, m_order);
            },
        };
    }
    void drop() override { m_store.reset(); }
    /** As `serve` begins: what was decided is finished first. */
    std::string describe() override
    {
        auto opened = openHome(m_home.paths(), m_home.random());
        if (!opened) {
            return "does not open: " + opened.error().error.detail();
        }
        HomeStore &store = **opened;
        const auto finished = finishErasures(store, m_home.paths(), {m_home.random(), kNowMs});
        std::ostringstream out;
        out << (finished ? "finished" : "NOT FINISHED: " + finished.error().detail()) << '\n';
        for (const StreamId &stream : m_order.streams) {
            out << static_cast<int>(stream.kind)
                << (must(store.journal().isErased(stream)) ? " gone" : " there")
                << (store.keys().newest(stream) == 0 ? " no key" : " key")
                << (store.model().isErased(stream) ? " erased" : " lives") << '\n';
        }
        out << must(store.journal().ranges(m_filled.team)).front().last << " counters\n";
        return out.str();
    }

private:
    Status start()
    {
        m_store.reset();
        auto opened = openHome(m_home.paths(), m_home.random());
        if (!opened) {
            return tl::unexpected(opened.error().error);
        }
        m_store = std::move(*opened);
        return {};
    }
    MemoryDisk &m_disk;
    BuiltHome m_home;
    Filled m_filled;
    ErasureOrder m_order;
    MemoryDisk::Image m_template;
    std::unique_ptr<HomeStore> m_store;
};

} // namespace

class TestErasure : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<BuiltHome>();
        m = fill(*m_home);
        m_order = orderFor(store(), m.sofie);
    }

    /** Somebody made it before; the order outlives the file. */
    void aRescueFileBringsNothingBack()
    {
        const auto held = must(store().journal().quarantined());
        QCOMPARE(held.size(), std::size_t{1});
        const std::string file = must(rescueHeld(store(), held, kNowMs, m_home->random()));
        erase();
        QCOMPARE(must(takeRescue(store(), file)), std::size_t{0});
        QVERIFY(must(store().journal().quarantined()).empty());
    }

    void theBytesAreNowhereAndThePlacesStay()
    {
        const auto evidence = must(evidenceOf(store(), m_order.streams));
        QCOMPARE(evidence.ciphertexts.size(), std::size_t{5 + 1 + 1 + 4}); // words, held, profile, escrow
        QCOMPARE(evidence.keys.size(), std::size_t{8}); // four, as they are and as they lie
        const auto end = must(store().end());
        const auto set = must(store().setHash(m.team));
        erase();
        QVERIFY(must(store().setHash(m.team)) == set);
        QVERIFY(must(store().positionAt(end.seq)) == end);
        QVERIFY(store().model().isErased(m.team));
        QVERIFY(store().model().person(m.sofie)->closed);
        m_home->close();
        std::vector<std::string> all = evidence.ciphertexts;
        all.insert(all.end(), evidence.keys.begin(), evidence.keys.end());
        const Search search = must(searchFiles(m_home->paths().dir, all));
        QVERIFY(search.files >= 4);
        QVERIFY2(search.found.empty(), search.found.empty() ? "" : search.found.front().file.c_str());
    }

    void theSearchFindsWhatIsThere()
    {
        const auto evidence = must(evidenceOf(store(), m_order.streams));
        m_home->close();
        QVERIFY(!must(searchFiles(m_home->paths().dir, evidence.ciphertexts)).found.empty());
        QVERIFY(!must(searchFiles(m_home->paths().dir, {evidence.keys.front()})).found.empty());
    }

    void theRecoveryWordsOpenNothingOfIt()
    {
        erase();
        const auto opened = keysFromEscrow(
            store().journal(), store().keys(), store().server().homeStream,
            [this](Incarnation inc) { return store().authority().isOwn(inc); },
            [](const StreamId &) { return false; }, recoverySecret(m_home->seed()));
        QVERIFY(opened && *opened == 0);
        QCOMPARE(store().keys().newest(m.team), 0u);
    }

    void whatComesLateIsTakenWithoutItsContent()
    {
        const auto late = m_home->write(m.team, Incarnation{79}, 1, 2);
        auto push = m_home->push(m.tablet, m.team, late);
        push.held.emplace_back(m_home->write(m.team, Incarnation{80}, 1, 1).front(),
                               wire::v1::BLOCKED_DEVICE);
        const auto told = m_home->push(m.tablet, m.team,
                                       {seal::goneOf(m_home->write(m.team, Incarnation{81}, 1, 1).front())});
        erase();
        QVERIFY(store().mayPush(m.tablet.device.id, m.team));
        QVERIFY(store().knowsKey(m.team, 1));
        QCOMPARE(handIn(push), std::size_t{0});
        QVERIFY(must(store().journal().isErased(m.team)));
        QCOMPARE(must(store().journal().tip(m.team, Incarnation{79})).ctr, std::uint64_t{2});
        // And what a tablet that was told hands in: places without content.
        QCOMPARE(handIn(told), std::size_t{0});
        QCOMPARE(must(store().journal().tip(m.team, Incarnation{81})).ctr, std::uint64_t{1});
    }

    void everyDeviceThatMayHoldItIsToldUntilItConfirms()
    {
        const Tablet phone = m_home->addTablet("Telefon", domain::DeviceKind::Staff, true);
        erase();
        const auto orders = store().erasedFor(m.tablet.device.id);
        // A shared tablet never holds `safety`, but in `home` the escrow of its key.
        QCOMPARE(orders.size(), std::size_t{4});
        for (const wire::v1::StreamErased &order : orders) {
            QVERIFY(seal::checkErasure(order, store().home(), seal::publicOf(store().server().identity)));
            QCOMPARE(order.escrow_size(), 1);
        }
        QCOMPARE(store().erasedFor(phone.device.id).size(), std::size_t{4}); // also one that is blocked
        QVERIFY(store().revoked(m.tablet.device.id).empty());                // erased, not taken off
        for (const wire::v1::StreamGrant &grant : store().grants(m.tablet.device.id)) {
            QVERIFY(!store().isErased(*StreamId::from(grant.stream())));
        }
        for (const wire::v1::StreamErased &order : orders) {
            auto transaction = must(journal::Transaction::begin(store().journal().database()));
            must(store().erasures().confirm(m.tablet.device.id, *StreamId::from(order.stream()), 1));
            must(transaction.commit());
        }
        QVERIFY(store().erasedFor(m.tablet.device.id).empty());
        QCOMPARE(store().erasedFor(phone.device.id).size(), std::size_t{4});
    }

    void aHoldIsSeenAndLifted()
    {
        QVERIFY(must(scopeOf(store(), m.sofie)).onHold.empty());
        hold(domain::Hold{"klagesag", filled<PersonId>(6), kNowMs});
        const ErasureScope held = must(scopeOf(store(), m.sofie));
        QCOMPARE(held.onHold.size(), std::size_t{1});
        QCOMPARE(held.streams.size(), std::size_t{4});
        hold(std::nullopt);
        QVERIFY(must(scopeOf(store(), m.sofie)).onHold.empty());
        erase();
        QVERIFY(must(scopeOf(store(), m.sofie)).streams.empty());
    }

    void whatWasDecidedIsFinishedAtTheNextStart()
    {
        must(appendErased(m_home->paths().erased(), m_order)); // and then the power went
        QCOMPARE(finish(), std::size_t{1});
        QVERIFY(must(store().journal().isErased(m.team)));
        QVERIFY(store().model().isErased(m.team));
        QCOMPARE(store().keys().newest(m.team), 0u);
        QCOMPARE(finish(), std::size_t{0});
    }

    void whatTheLogKnowsIsWrittenIntoTheFile()
    {
        must(carryOut(store(), {m_home->random(), kNowMs}, m_order)); // a log that tablets brought back
        must(finishErasures(store(), m_home->paths(), {m_home->random(), kNowMs}));
        const auto orders = must(readErased(m_home->paths().erased()));
        QCOMPARE(orders.size(), std::size_t{1});
        QVERIFY(orders.front().what.order == m_order.what.order);
        QCOMPARE(orders.front().streams.size(), std::size_t{4});
        QCOMPARE(orders.front().what.basis, m_order.what.basis);
    }

    void emptiedEscrowThatCameBeforeItsErasureIsLetIn()
    {
        const auto boxes = must(escrowOf(
            store().journal(), store().keys(), store().server().homeStream,
            [this](Incarnation inc) { return store().authority().isOwn(inc); }, m.team));
        erase();
        const auto count = must(store().journal().count());
        auto transaction = must(journal::Transaction::begin(store().journal().database()));
        must(store().journal().quarantine(m.tablet.device.id, seal::goneOf(boxes.alone.front()),
                                          wire::v1::UNREADABLE, 1));
        const auto other = m_home->write(store().server().homeStream, Incarnation{90}, 1, 1).front();
        must(store().journal().quarantine(m.tablet.device.id, seal::goneOf(other), wire::v1::UNREADABLE, 1));
        must(transaction.commit());
        QCOMPARE(finish(), std::size_t{0});
        QCOMPARE(must(store().journal().quarantined()).size(),
                 std::size_t{1}); // no erasure speaks for that one
        QCOMPARE(must(store().journal().count()), count);
    }

    void aLineThatWasCutShortIsNone()
    {
        const auto file = m_home->paths().erased();
        must(appendErased(file, m_order));
        std::ofstream(file, std::ios::app) << "{\"order\":\"05";
        QCOMPARE(must(readErased(file)).size(), std::size_t{1});
        must(appendErased(file, m_order));
        QCOMPARE(must(readErased(file)).size(), std::size_t{2});
    }

    void aDamagedLineIsNotPassedOver()
    {
        const auto file = m_home->paths().erased();
        std::ofstream(file) << "noget andet\n";
        QCOMPARE(readErased(file).error().code(), Errc::StoreCorrupt);
        m_home->close();
        const auto opened = openHome(m_home->paths(), m_home->random());
        QVERIFY(!opened);
        QCOMPARE(opened.error().error.code(), Errc::StoreCorrupt);
    }

    void aPowerCutAtAnyWriteLeavesAllOrNothing()
    {
        MemoryDisk disk("erasure");
        ErasureStory story(disk);
        FaultRuns runs(disk, story.folder(), story);
        const std::string trouble = runs.powerCutAtEveryWrite(3);
        QVERIFY2(trouble.empty(), trouble.c_str());
        QVERIFY(runs.runs() > 20);
        qInfo("%llu runs", static_cast<unsigned long long>(runs.runs()));
    }

private:
    [[nodiscard]] HomeStore &store() { return m_home->store(); }
    void erase()
    {
        must(appendErased(m_home->paths().erased(), m_order));
        must(carryOut(store(), {m_home->random(), kNowMs}, m_order));
    }
    std::size_t finish()
    {
        return must(finishErasures(store(), m_home->paths(), {m_home->random(), kNowMs}));
    }
    void hold(const std::optional<domain::Hold> &why)
    {
        auto office = must(Office::begin(store(), {m_home->random(), kNowMs}));
        const merge::Fold *fold = must(office.now(store().server().homeStream));
        office.write(store().server().homeStream, domain::writeHold(m.team, why, *fold));
        must(office.commit());
    }
    /** How many were held. */
    std::size_t handIn(const session::StorePush &push)
    {
        auto transaction = must(journal::Transaction::begin(store().journal().database()));
        const auto stored = must(Inbox(store()).store(push, kNowMs));
        must(transaction.commit());
        return stored.answer.held.size();
    }
    std::unique_ptr<BuiltHome> m_home;
    Filled m;
    ErasureOrder m_order;
};

QTEST_GUILESS_MAIN(TestErasure)
#include "tst_erasure.moc"
