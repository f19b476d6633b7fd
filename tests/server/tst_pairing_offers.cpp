#include "sync-server/pairing_offers.h"
#include "tests/server/home_builder.h"

#include <QDir>
#include <QFile>
#include <QtTest>

using namespace trivsel;
using namespace trivsel::server;
using pairing::TabletKeys;
using trivsel::testing::BuiltHome;

namespace {

TabletKeys keysOf(std::uint8_t number)
{
    TabletKeys keys;
    keys.sign.data.fill(number);
    keys.box.data.fill(number);
    return keys;
}

} // namespace

class TestPairingOffers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<BuiltHome>();
        m_now = 1'000'000;
        m_wrapKey.data.fill(5);
        m_offers.emplace(openOffers());
        m_offer.secret.data.fill(9);
        m_offer.device.data.fill(2);
        m_offer.name = "Fællesstuen";
        m_offer.kind = TabletKind::Leader;
        QVERIFY(m_offers->put(m_offer).has_value());
    }
    void cleanup()
    {
        m_offers.reset();
        m_home.reset();
    }

    void aLostLineIsOfTheQuestionThatStands()
    {
        const auto lost = [this] { return (*m_offers->look())->lost; };
        QVERIFY(m_offers->ask(keysOf(1), "123456").has_value());
        QCOMPARE(lost(), 0);
        QVERIFY(m_offers->lostLine().has_value());
        QCOMPARE(lost(), 1);
        QVERIFY(m_offers->ask(keysOf(1), "654321").has_value()); // it came back: that question is another one
        QCOMPARE((*m_offers->look())->asked, 2);
        QCOMPARE(lost(), 1);
        QVERIFY(m_offers->answer(2, true).has_value());
        QVERIFY(m_offers->lostLine().has_value()); // before it has fetched everything
        QCOMPARE(lost(), 2);
        QVERIFY((*m_offers->look())->state == OfferState::Confirmed);
    }

    void anOfferOfAnOlderServerIsTakenOn()
    {
        m_offers.reset();
        {
            journal::OpenOptions options;
            options.applicationId = PairingOffers::kApplicationId;
            options.userVersion = PairingOffers::kSchema;
            auto db =
                journal::Database::open(PairingOffers::folderIn(m_home->paths().dir) / "offer.db", options);
            QVERIFY(db.has_value());
            QVERIFY(db->execute("ALTER TABLE offer DROP COLUMN lost; PRAGMA user_version = 1").has_value());
        }
        m_offers.emplace(openOffers());
        const auto offer = m_offers->look();
        QVERIFY(offer && *offer);
        QCOMPARE((*offer)->what.name, m_offer.name);
        QCOMPARE((*offer)->lost, 0);
    }

    void anotherProcessReadsWhatWasPut()
    {
        auto other = openOffers();
        const auto offer = other.standing();
        QVERIFY(offer && *offer);
        QVERIFY((*offer)->what.secret == m_offer.secret);
        QVERIFY((*offer)->what.device == m_offer.device);
        QCOMPARE((*offer)->what.name, m_offer.name);
        QVERIFY((*offer)->what.kind == TabletKind::Leader);
        QVERIFY(!(*offer)->bound);
        QCOMPARE((*offer)->asked, 0);
    }

    void nothingCanBeReadInTheFiles()
    {
        const QDir dir(QString::fromStdString(PairingOffers::folderIn(m_home->paths().dir).string()));
        bool any = false;
        for (const QString &name : dir.entryList(QDir::Files)) {
            QFile file(dir.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            any = any || bytes.size() > 1000;
            QVERIFY(!bytes.contains(QByteArray(9, '\x09')));
            QVERIFY(!bytes.contains("llesstuen"));
            QVERIFY(!(file.permissions() & (QFile::ReadGroup | QFile::ReadOther)) ||
                    !(QFile::permissions(dir.path()) & (QFile::ReadGroup | QFile::ReadOther)));
        }
        QVERIFY(any);
    }

    void itStandsForTenMinutesAndNotAMillisecondMore()
    {
        m_now += kOfferMs - 1;
        QVERIFY(m_offers->standing()->has_value());
        m_now += 1;
        QVERIFY(!m_offers->standing()->has_value());
        QVERIFY(!m_offers->look()->has_value());
        QVERIFY(m_offers->ask(keysOf(1), "123456").error().code() == Errc::NotAllowed);
        QVERIFY(m_offers->tidy().has_value());
        m_now -= kOfferMs;
        QVERIFY(!m_offers->look()->has_value()); // it is gone, not hidden
    }

    void anOfferOfBeforeTheMachineWasStartedAnewIsNone()
    {
        m_now = 999'999;
        QVERIFY(!m_offers->standing()->has_value());
    }

    void theFifthWrongTryEndsIt()
    {
        for (std::uint32_t left = pairing::kTriesMax; left-- > 1;) {
            QCOMPARE(m_offers->countWrongTry().value(), left);
            QVERIFY(openOffers().standing()->has_value());
        }
        QCOMPARE(m_offers->countWrongTry().value(), 0U);
        QVERIFY(!openOffers().standing()->has_value()); // durable: another process sees it
        QCOMPARE(m_offers->countWrongTry().value(), 0U);
        const auto dead = m_offers->look();
        QVERIFY((*dead)->state == OfferState::Dead);
        QVERIFY((*dead)->what.secret.isNull()); // with the last try the secret is gone
    }

    void theFirstTabletHasIt()
    {
        QVERIFY(m_offers->ask(keysOf(1), "111111").has_value());
        QVERIFY(m_offers->ask(keysOf(2), "222222").error().code() == Errc::NotAllowed);
        QVERIFY(m_offers->ask(keysOf(1), "333333").has_value()); // back again
        const auto offer = m_offers->look();
        QVERIFY((*offer)->bound == keysOf(1));
        QCOMPARE((*offer)->digits, std::string("333333"));
        QCOMPARE((*offer)->asked, 2);
    }

    void anAnswerIsToOneQuestion()
    {
        QVERIFY(m_offers->ask(keysOf(1), "111111").has_value());
        QVERIFY(m_offers->ask(keysOf(1), "222222").has_value());
        QVERIFY(m_offers->answer(1, true).error().code() == Errc::NotAllowed);
        QVERIFY((*m_offers->look())->state == OfferState::Open);
        QVERIFY(m_offers->answer(2, true).has_value());
        QVERIFY((*m_offers->look())->state == OfferState::Confirmed);
        QVERIFY(m_offers->answer(2, false).error().code() == Errc::NotAllowed); // said is said
    }

    void itIsUsedOnce()
    {
        QVERIFY(m_offers->ask(keysOf(1), "111111").has_value());
        QVERIFY(m_offers->answer(1, true).has_value());
        QVERIFY(m_offers->finish(keysOf(2)).error().code() == Errc::NotAllowed);
        QVERIFY(m_offers->standing()->has_value()); // until the tablet has it
        QVERIFY(m_offers->finish(keysOf(1)).has_value());
        QVERIFY(!m_offers->standing()->has_value());
        QVERIFY((*m_offers->look())->what.secret.isNull());
        QVERIFY(m_offers->ask(keysOf(1), "222222").error().code() == Errc::NotAllowed);
    }

    void aYesInTheLastSecondCanStillBeFetched()
    {
        QVERIFY(m_offers->ask(keysOf(1), "111111").has_value());
        m_now += kOfferMs - 1;
        QVERIFY(m_offers->answer(1, true).has_value());
        m_now += kGrantMs - 1;
        QVERIFY(m_offers->standing()->has_value());
        m_now += 1;
        QVERIFY(!m_offers->standing()->has_value());
    }

    void aYesAfterTheEndIsNone()
    {
        QVERIFY(m_offers->ask(keysOf(1), "111111").has_value());
        m_now += kOfferMs;
        QVERIFY(m_offers->answer(1, true).error().code() == Errc::NotAllowed);
    }

    void aNoIsToldAndThenTidiedAway()
    {
        QVERIFY(m_offers->ask(keysOf(1), "111111").has_value());
        QVERIFY(m_offers->answer(1, false).has_value());
        QVERIFY(!m_offers->standing()->has_value());
        QVERIFY((*m_offers->look())->state == OfferState::Declined);
        QVERIFY(m_offers->tidy().has_value());
        QVERIFY(!m_offers->look()->has_value());
    }

    void aNewOneTakesTheOldOnesPlace()
    {
        QVERIFY(m_offers->ask(keysOf(1), "111111").has_value());
        QCOMPARE(m_offers->countWrongTry().value(), 4U);
        QVERIFY(m_offers->put(m_offer).has_value());
        const auto offer = m_offers->look();
        QVERIFY(!(*offer)->bound);
        QCOMPARE((*offer)->tries, 0U);
        QVERIFY(m_offers->remove().has_value());
        QVERIFY(!m_offers->look()->has_value());
    }

    void anotherWrappingKeyOpensNothing()
    {
        m_wrapKey.data.fill(6);
        QVERIFY(openOffers().look().error().code() == Errc::StoreCorrupt);
    }

    void whereTheServerListens()
    {
        QVERIFY(!m_offers->serving()->has_value());
        QVERIFY(m_offers->tellServing({"0.0.0.0", 7400}).has_value());
        const auto there = openOffers().serving();
        QCOMPARE((*there)->host, std::string("0.0.0.0"));
        QCOMPARE((*there)->port, std::uint16_t{7400});
    }

private:
    PairingOffers openOffers()
    {
        auto offers =
            PairingOffers::open(m_home->paths(), m_wrapKey, m_home->random(), [this] { return m_now; });
        if (!offers) {
            qFatal("no offers");
        }
        return std::move(*offers);
    }

    std::unique_ptr<BuiltHome> m_home;
    std::int64_t m_now = 0;
    seal::WrapKey m_wrapKey;
    NewOffer m_offer;
    std::optional<PairingOffers> m_offers;
};

QTEST_GUILESS_MAIN(TestPairingOffers)
#include "tst_pairing_offers.moc"
