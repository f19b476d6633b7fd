#include "sync-server/server_keys.h"

#include <QtTest>

using namespace trivsel;
using namespace trivsel::server;

namespace {

template <class T> T filled(std::uint8_t byte)
{
    T out;
    out.data.fill(byte);
    return out;
}

const auto seed = filled<seal::RecoverySeed>(1);
const auto wrapKey = filled<seal::WrapKey>(2);

bool same(const ServerKeys &a, const ServerKeys &b)
{
    return a.home == b.home && a.homeStream == b.homeStream && a.identity == b.identity && a.ca == b.ca &&
           a.recovery == b.recovery;
}

} // namespace

class TestServerKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(seal::initialise()); }

    void theSeedAloneGivesTheSameServerAgain()
    {
        QVERIFY(same(deriveKeys(seed), deriveKeys(seed)));
        QVERIFY(deriveHomeKey(seed) == deriveHomeKey(seed));
        const ServerKeys other = deriveKeys(filled<seal::RecoverySeed>(9));
        QVERIFY(other.home != deriveKeys(seed).home);
        QVERIFY(other.identity != deriveKeys(seed).identity);
    }

    void everyKeyIsADifferentOne()
    {
        const ServerKeys keys = deriveKeys(seed);
        QVERIFY(keys.identity != keys.ca);
        QVERIFY(keys.identity.str() != deriveHomeKey(seed).str());
        QVERIFY(keys.home.str() != keys.homeStream.bits.str());
        QVERIFY(keys.homeStream.kind == StreamKind::Home);
    }

    void theFileOpensWithItsKeyOnly()
    {
        const ServerKeys keys = deriveKeys(seed);
        const std::string file = sealKeys(keys, wrapKey, seal::systemRandom());
        QVERIFY(same(openKeys(file, wrapKey).value(), keys));
        QVERIFY(openKeys(file, filled<seal::WrapKey>(3)).error().code() == Errc::SealBroken);
    }

    void theFileShowsNoKey()
    {
        const ServerKeys keys = deriveKeys(seed);
        const std::string file = sealKeys(keys, wrapKey, seal::systemRandom());
        QVERIFY(file.find(keys.identity.str()) == std::string::npos);
        QVERIFY(file.find(seed.str()) == std::string::npos);
    }

    void aDamagedFileIsNeverTakenForAHome()
    {
        const std::string file = sealKeys(deriveKeys(seed), wrapKey, seal::systemRandom());
        for (std::size_t size = 0; size < file.size(); ++size) {
            QVERIFY(!openKeys(file.substr(0, size), wrapKey));
        }
        std::string flipped = file;
        flipped.back() = static_cast<char>(flipped.back() ^ 1);
        QVERIFY(openKeys(flipped, wrapKey).error().code() == Errc::SealBroken);
    }

    void aForeignAndANewerFileAreToldApart()
    {
        QVERIFY(openKeys("SQLite format 3", wrapKey).error().code() == Errc::StoreForeign);
        QVERIFY(openKeys("trivsel-identity 2\nxyz", wrapKey).error().code() == Errc::StoreTooNew);
        QVERIFY(openKeys("trivsel-identity 1", wrapKey).error().code() == Errc::StoreCorrupt);
    }
};

QTEST_GUILESS_MAIN(TestServerKeys)
#include "tst_server_keys.moc"
