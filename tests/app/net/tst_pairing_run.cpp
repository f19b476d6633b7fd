// A tablet is set up over a real line that breaks, an office that takes its time, and codes that are dead.
#include "app/net/pairing_run.h"
#include "tests/app/net/pairing_server.h"
#include "tests/support/changes.h"

#include <QtTest>
#include <future>

using namespace trivsel;
using namespace trivsel::test;
using namespace std::chrono_literals;
using pairing::Ended;
using pairing::Ending;

namespace {

const seal::SignSecret kServerKey = filled<seal::SignSecret>(0x51);
const seal::SignSecret kCaKey = filled<seal::SignSecret>(0xCA);

/** A tablet that is being set up: on a thread of its own, with what it has shown and put on its disk. */
class Attempt
{
public:
    explicit Attempt(net::PairingConfig config, Status onDisk = {})
    {
        net::PairingEvents events;
        events.onDigits = [this](const pairing::ShowDigits &shown) {
            const std::lock_guard lock(m_mutex);
            m_digits.push_back(shown.digits);
        };
        events.enrol = [this, onDisk](const TabletFile &file) {
            const std::lock_guard lock(m_mutex);
            m_files.push_back(file);
            return onDisk;
        };
        m_thread.emplace(std::move(config), std::move(events),
                         [this](const Ended &ended) { m_ended.set_value(ended); });
    }
    /** To the end. */
    Ended ended() { return m_future.get(); }
    [[nodiscard]] bool over() const { return m_future.wait_for(0s) == std::future_status::ready; }
    std::vector<std::string> digits()
    {
        const std::lock_guard lock(m_mutex);
        return m_digits;
    }
    std::vector<TabletFile> files()
    {
        const std::lock_guard lock(m_mutex);
        return m_files;
    }
    /** As somebody who goes back to the code. */
    void cancel() { m_thread.reset(); }

private:
    std::mutex m_mutex;
    std::vector<std::string> m_digits;
    std::vector<TabletFile> m_files;
    std::promise<Ended> m_ended;
    std::future<Ended> m_future = m_ended.get_future();
    std::optional<net::PairingThread> m_thread;
};

} // namespace

class TestPairingRun : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_server = std::make_unique<PairingServer>(kServerKey, kCaKey); }
    void cleanup() { m_server.reset(); }

    void bothShowTheSameDigitsAndItIsOfTheHouse()
    {
        m_port = m_server->start({});
        Attempt tablet(config());
        QTRY_COMPARE(tablet.digits().size(), std::size_t{1});
        QTRY_COMPARE(m_server->digits(), tablet.digits().front());
        QVERIFY(tablet.files().empty()); // nothing before the office has said yes
        m_server->sayYes();
        QVERIFY(tablet.ended().ending == Ending::Done);
        QTRY_VERIFY(m_server->finished());
        const TabletFile file = tablet.files().at(0);
        QCOMPARE(file.host, std::string("127.0.0.1"));
        QCOMPARE(file.port, m_port);
        QVERIFY(file.pin == seal::pinOf(seal::publicOf(kServerKey)));
        QCOMPARE(m_server->connections(), 1);
    }

    void theOfficeSaysNo()
    {
        m_port = m_server->start({});
        Attempt tablet(config());
        QTRY_COMPARE(tablet.digits().size(), std::size_t{1});
        m_server->sayNo();
        QVERIFY(tablet.ended().ending == Ending::Declined);
        QVERIFY(tablet.files().empty());
        QCOMPARE(m_server->connections(), 1); // a no is not asked about again
    }

    void aWrongCodeIsCountedAndThenDead()
    {
        m_port = m_server->start({});
        net::PairingConfig wrong = config();
        wrong.invitation.secret.data[0] ^= 1;
        for (std::uint32_t left = pairing::kTriesMax; left-- > 0;) {
            const Ended ended = Attempt(wrong).ended();
            QVERIFY(ended.ending == Ending::WrongCode);
            QCOMPARE(ended.triesLeft, left);
        }
        QVERIFY(Attempt(wrong).ended().ending == Ending::CodeDead);
        Attempt right(config()); // the code itself is dead
        QVERIFY(right.ended().ending == Ending::CodeDead);
        QVERIFY(right.digits().empty());
    }

    void whereNoCodeStands()
    {
        PairingManners manners;
        manners.noCode = true;
        m_port = m_server->start(manners);
        QVERIFY(Attempt(config()).ended().ending == Ending::CodeDead);
        QCOMPARE(m_server->connections(), 1);
    }

    void aCodeThatIsTakenBackWhileTheOfficeIsAsked()
    {
        m_port = m_server->start({});
        Attempt tablet(config());
        QTRY_COMPARE(tablet.digits().size(), std::size_t{1});
        m_server->takeBack();
        QVERIFY(tablet.ended().ending == Ending::CodeDead);
    }

    void aLineThatBreaksOnce_data()
    {
        QTest::addColumn<int>("frames");
        QTest::newRow("after PairProof was sent") << 2;
        QTest::newRow("after PairReveal has come") << 3;
        QTest::newRow("after PairGrant was sent") << 4;
    }
    void aLineThatBreaksOnce()
    {
        QFETCH(int, frames);
        PairingManners manners;
        manners.cutAfter[0] = frames;
        m_port = m_server->start(manners);
        Attempt tablet(config());
        if (frames == 4) {
            QTRY_COMPARE(tablet.digits().size(), std::size_t{1});
            m_server->sayYes();
        } else {
            // It comes again by itself, with the same keys: the code is still its own.
            QTRY_COMPARE(m_server->connections(), 2);
            QTRY_COMPARE(tablet.digits().size(), std::size_t{2});
            QTRY_COMPARE(m_server->digits(), tablet.digits().back());
            m_server->sayYes(); // the office was slow, and the yes is not lost
        }
        QVERIFY(tablet.ended().ending == Ending::Done);
        QCOMPARE(m_server->tabletsSeen(), std::size_t{1});
        QVERIFY(!tablet.files().empty());
    }

    void aLineThatBreaksBeforeAnybodyHasProvedAnything()
    {
        PairingManners manners;
        manners.cutAfter[0] = 1;
        m_port = m_server->start(manners);
        Attempt tablet(config());
        QVERIFY(tablet.ended().ending == Ending::Unreachable); // the same code may be tried again
        QCOMPARE(m_server->connections(), 1);
        QVERIFY(tablet.digits().empty());
    }

    void theYesThatCameWhileTheLineWasDown()
    {
        PairingManners manners;
        manners.cutAfter[0] = 3;
        m_port = m_server->start(manners);
        net::PairingConfig slow = config();
        slow.retryAfter = 200ms;
        Attempt tablet(slow);
        QTRY_VERIFY(!m_server->digits().empty());
        m_server->sayYes();
        QVERIFY(tablet.ended().ending == Ending::Done);
        QTRY_VERIFY(m_server->finished());
    }

    void aLineThatBreaksAndACodeThatDiesMeanwhile()
    {
        PairingManners manners;
        manners.cutAfter[0] = 3;
        m_port = m_server->start(manners);
        net::PairingConfig slow = config();
        slow.retryAfter = 200ms;
        Attempt tablet(slow);
        QTRY_VERIFY(!m_server->digits().empty());
        m_server->takeBack();
        // Not *the line broke*: another try with this code would lead nowhere.
        QVERIFY(tablet.ended().ending == Ending::CodeDead);
    }

    void aLineThatStaysBroken()
    {
        PairingManners manners;
        for (int number = 0; number < 1000; ++number) {
            manners.cutAfter[number] = 3;
        }
        m_port = m_server->start(manners);
        net::PairingConfig brief = config();
        brief.retryFor = 100ms;
        Attempt tablet(brief);
        QVERIFY(tablet.ended().ending == Ending::Lost);
        QVERIFY(m_server->connections() > 1);
        QCOMPARE(m_server->tabletsSeen(), std::size_t{1});
    }

    void aServerThatGoesAwayAfterTheCodeWasShown()
    {
        m_port = m_server->start({});
        net::PairingConfig brief = config();
        brief.retryFor = 300ms;
        Attempt tablet(brief);
        QTRY_COMPARE(tablet.digits().size(), std::size_t{1});
        m_server->stop();
        // The code is this attempt's own by now: *try the same code again* would be a lie.
        QVERIFY(tablet.ended().ending == Ending::Lost);
    }

    void aServerThatComesBack()
    {
        m_port = m_server->start({});
        Attempt tablet(config());
        QTRY_COMPARE(tablet.digits().size(), std::size_t{1});
        m_server->stop();
        m_server->start({}, m_port);
        QTRY_VERIFY(tablet.digits().size() >= 2);
        m_server->sayYes();
        QVERIFY(tablet.ended().ending == Ending::Done);
    }

    void nobodyThere()
    {
        m_port = m_server->start({});
        m_server->stop();
        QVERIFY(Attempt(config()).ended().ending == Ending::Unreachable);
    }

    void aServerThatSaysNothing()
    {
        PairingManners manners;
        manners.silent = true;
        m_port = m_server->start(manners);
        net::PairingConfig hasty = config();
        hasty.limits.handshake = 50ms;
        const Ended ended = Attempt(hasty).ended();
        QVERIFY(ended.ending == Ending::Unreachable);
        QCOMPARE(ended.why.code(), Errc::TimedOut);
    }

    void somethingElseAnswers()
    {
        PairingManners manners;
        manners.noTls = true;
        m_port = m_server->start(manners);
        QVERIFY(Attempt(config()).ended().ending == Ending::NotTheServer);
    }

    void aServerWithAnotherKeyThanTheQrCodeSays()
    {
        m_port = m_server->start({});
        net::PairingConfig strict = config();
        strict.invitation.pin = seal::pinOf(seal::publicOf(kCaKey));
        Attempt tablet(strict);
        QVERIFY(tablet.ended().ending == Ending::NotTheServer);
        QVERIFY(tablet.digits().empty());
    }

    void aSecondTabletWithTheSameCode()
    {
        PairingManners manners;
        manners.cutAfter[0] = 3; // the first has shown the code, and its line breaks
        m_port = m_server->start(manners);
        net::PairingConfig slow = config();
        slow.retryAfter = 300ms;
        Attempt first(slow);
        QTRY_VERIFY(!m_server->digits().empty());
        Attempt second(config());
        QVERIFY(second.ended().ending == Ending::OtherTablet);
        QVERIFY(second.files().empty());
        m_server->sayYes();
        QVERIFY(first.ended().ending == Ending::Done);
        QCOMPARE(m_server->tabletsSeen(), std::size_t{1});
    }

    void itIsCalledOff_data()
    {
        QTest::addColumn<bool>("silent");
        QTest::newRow("while it connects") << true;
        QTest::newRow("while the office is asked") << false;
    }
    void itIsCalledOff()
    {
        QFETCH(bool, silent);
        PairingManners manners;
        manners.silent = silent;
        m_port = m_server->start(manners);
        Attempt tablet(config());
        QTRY_VERIFY(silent ? m_server->connections() == 1 : tablet.digits().size() == 1);
        QVERIFY(!tablet.over());
        tablet.cancel(); // waits for its end: at once, or the test's own time is up
        QVERIFY(tablet.ended().ending == Ending::Cancelled);
        QVERIFY(tablet.files().empty());
    }
    void itIsCalledOffBetweenTwoTries()
    {
        PairingManners manners;
        manners.cutAfter[0] = 3;
        m_port = m_server->start(manners);
        net::PairingConfig slow = config();
        slow.retryAfter = 60s;
        Attempt tablet(slow);
        QTRY_VERIFY(!m_server->digits().empty());
        tablet.cancel();
        const Ending ending = tablet.ended().ending;
        QVERIFY(ending == Ending::Cancelled);
        QCOMPARE(m_server->connections(), 1);
    }

    void aDiskThatDoesNotTakeIt()
    {
        m_port = m_server->start({});
        Attempt tablet(config(), fail(Errc::StoreFull, "no room"));
        QTRY_COMPARE(tablet.digits().size(), std::size_t{1});
        m_server->sayYes();
        const Ended ended = tablet.ended();
        QVERIFY(ended.ending == Ending::NotSaved);
        QCOMPARE(ended.why.code(), Errc::StoreFull);
        QVERIFY(!m_server->finished()); // the code stands: the office can say yes to another try
    }

private:
    net::PairingConfig config() const
    {
        net::PairingConfig out;
        out.invitation.host = "127.0.0.1";
        out.invitation.port = m_port;
        out.invitation.secret = m_server->secret();
        out.app = "test";
        out.random = seal::systemRandom();
        out.retryAfter = 10ms;
        return out;
    }
    std::unique_ptr<PairingServer> m_server;
    std::uint16_t m_port = 0;
};

QTEST_GUILESS_MAIN(TestPairingRun)
#include "tst_pairing_run.moc"
