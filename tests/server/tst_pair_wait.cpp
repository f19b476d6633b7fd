// The office's side of pairing at its terminal: what is typed too early, silence, a tablet that goes away.
#include "sync-server/commands/pair_wait.h"
#include "tests/server/home_builder.h"

#include <QtTest>
#include <array>
#include <sstream>
#include <unistd.h>

using namespace trivsel;
using namespace trivsel::server;
using pairing::TabletKeys;
using trivsel::testing::BuiltHome;

namespace {

/** Standard input is what the test writes. */
class Typed
{
public:
    Typed() : m_before(::dup(STDIN_FILENO))
    {
        std::array<int, 2> ends{};
        if (::pipe(ends.data()) != 0) {
            qFatal("no pipe");
        }
        ::dup2(ends[0], STDIN_FILENO);
        ::close(ends[0]);
        m_write = ends[1];
    }
    ~Typed()
    {
        end();
        ::dup2(m_before, STDIN_FILENO);
        ::close(m_before);
    }
    Typed(const Typed &) = delete;
    Typed &operator=(const Typed &) = delete;
    void line(const char *text) const
    {
        if (::write(m_write, text, qstrlen(text)) < 0) {
            qFatal("can't write");
        }
    }
    void end()
    {
        if (m_write >= 0) {
            ::close(m_write);
            m_write = -1;
        }
    }

private:
    int m_before;
    int m_write = -1;
};

TabletKeys someKeys()
{
    TabletKeys keys;
    keys.sign.data.fill(1);
    keys.box.data.fill(2);
    return keys;
}

} // namespace

class TestPairWait : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<BuiltHome>();
        m_typed = std::make_unique<Typed>();
        m_now = 1'000'000;
        m_out.str({});
        m_err.str({});
        m_wrapKey.data.fill(5);
        m_offer.secret.data.fill(9);
        m_offer.device.data.fill(2);
        m_offer.name = "Stuen";
        m_offers.emplace(PairingOffers::open(m_home->paths(), m_wrapKey, m_home->random(), [this] {
                             return m_now;
                         }).value());
        QVERIFY(m_offers->put(m_offer).has_value());
    }
    void cleanup()
    {
        m_offers.reset();
        m_typed.reset();
        m_home.reset();
    }

    void whatWasTypedBeforeTheQuestionIsSaidNotToCount()
    {
        QVERIFY(m_offers->ask(someKeys(), "123456").has_value());
        m_typed->line("j\n");
        QCOMPARE(run(), kExitFailed); // nothing more is typed: nobody is let in
        const std::string out = m_out.str();
        const auto said = out.find("tæller ikke");
        QVERIFY2(said != std::string::npos && said < out.find("123 456"), out.c_str());
        QVERIFY(said < out.find("(j/n)"));
    }

    void whatIsTypedWhileNoTabletIsThereIsSaidNotToCount()
    {
        m_typed->line("j\nja\n");
        QCOMPARE(run(), kExitFailed);
        QVERIFY2(m_out.str().find("tæller ikke") != std::string::npos, m_out.str().c_str());
        QVERIFY2(m_err.str().find("ingen tablet har vist koden") != std::string::npos, m_err.str().c_str());
    }

    void silenceIsAskedAgain()
    {
        QVERIFY(m_offers->ask(someKeys(), "123456").has_value());
        QCOMPARE(run(), kExitFailed);
        const std::string out = m_out.str();
        std::size_t asked = 0;
        for (std::size_t at = out.find("(j/n)"); at != std::string::npos; at = out.find("(j/n)", at + 1)) {
            ++asked;
        }
        QVERIFY2(asked >= 3, out.c_str());
        QVERIFY(out.find("venter stadig på dit svar") != std::string::npos);
        QVERIFY(m_err.str().find("De 10 minutter er gået. Koden gælder") != std::string::npos);
    }

    void aPipeThatHasEndedAnswersNothing()
    {
        QVERIFY(m_offers->ask(someKeys(), "123456").has_value());
        m_typed->line("j\n");
        m_typed->end();
        QCOMPARE(run(), kExitFailed);
        QVERIFY2(m_err.str().find("Der kan ikke svares herfra") != std::string::npos, m_err.str().c_str());
        const auto offer = m_offers->look(); // the tablet is told no
        QVERIFY(offer && *offer && (*offer)->state == OfferState::Declined);
    }

    void aLostLineIsToldAndIsNoDeadCode()
    {
        QVERIFY(m_offers->ask(someKeys(), "123456").has_value());
        QVERIFY(m_offers->lostLine().has_value());
        QCOMPARE(run(), kExitFailed);
        QVERIFY2(m_out.str().find("Tabletten har mistet forbindelsen. Koden gælder stadig") !=
                     std::string::npos,
                 m_out.str().c_str());
        QVERIFY2(m_err.str().find("tabletten havde mistet forbindelsen") != std::string::npos,
                 m_err.str().c_str());
    }

    void fiveWrongCodesAreADeadCode()
    {
        for (std::uint32_t tries = 0; tries < pairing::kTriesMax; ++tries) {
            QVERIFY(m_offers->countWrongTry().has_value());
        }
        QCOMPARE(run(), kExitFailed);
        QVERIFY2(m_err.str().find("fem forkerte koder") != std::string::npos, m_err.str().c_str());
    }

private:
    /** To its end; each look at the clock is a step of `m_stepMs` nearer to the end of the ten minutes. */
    int run()
    {
        Context context{
            m_out, m_err, m_home->random(), [this] { return m_now; }, Lang::Danish, m_home->paths(),
            {},    false};
        Terminal terminal;
        PairingOffers offers = PairingOffers::open(m_home->paths(), m_wrapKey, m_home->random(), [this] {
                                   m_now += kOfferMs / 10;
                                   return m_now;
                               }).value();
        return PairWait(context, offers, terminal, m_offer, std::nullopt, [this] { return m_now; }).run();
    }
    std::unique_ptr<BuiltHome> m_home;
    std::unique_ptr<Typed> m_typed;
    std::optional<PairingOffers> m_offers;
    NewOffer m_offer;
    seal::WrapKey m_wrapKey;
    std::int64_t m_now = 0;
    std::ostringstream m_out;
    std::ostringstream m_err;
};

QTEST_GUILESS_MAIN(TestPairWait)
#include "tst_pair_wait.moc"
