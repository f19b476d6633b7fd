// The keys of *kun mig*: under pictures, to a device, to the seed.
#include "proto/seal/own_key.h"

#include "tests/proto/seal/builders.h"

#include <QTest>

using namespace trivsel;
using namespace trivsel::seal;

namespace {

constexpr KdfCost kCheap{1, 8};
const Pictures kPictures{"baad", "hus", "sol"};

template <class T> T filledWith(std::uint8_t value)
{
    T out;
    out.data.fill(value);
    return out;
}

OwnPlace place()
{
    return {filledWith<HomeId>(1), filledWith<PersonId>(2), {StreamKind::Own, filledWith<EntityId>(3)}};
}

OwnRing ring(std::size_t keys = 2)
{
    OwnRing out;
    for (std::size_t at = 0; at < keys; ++at) {
        out.push_back({kOwnKeyBit + 1 + static_cast<std::uint32_t>(at) * 7,
                       filledWith<StreamKey>(static_cast<std::uint8_t>(0x40 + at))});
    }
    return out;
}

PictureKey derived(const Pictures &pictures = kPictures, std::uint8_t salt = 9, KdfCost cost = kCheap)
{
    return *deriveKey(pictures, filledWith<PasscodeSalt>(salt), cost, systemPasscodeKdf());
}

std::string locked(std::size_t keys = 2)
{
    return lock(ring(keys), derived(), place(), build::counting());
}

BoxSecret boxSecret(std::uint8_t value)
{
    return filledWith<BoxSecret>(value);
}

} // namespace

class TestOwnKey : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(initialise()); }

    void opensWithThePictures()
    {
        const auto read = LockedRing::from(locked());
        QVERIFY(read);
        QCOMPARE(read->versions, versionsOf(ring()));
        QVERIFY(read->cost == kCheap);
        const auto opened = unlock(*read, derived(), place());
        QVERIFY(opened);
        QVERIFY(*opened == ring());
    }

    void opensWithNothingElse()
    {
        const auto read = *LockedRing::from(locked());
        for (const Pictures &other : {Pictures{"hus", "baad", "sol"}, Pictures{"baad", "sol", "hus"},
                                      Pictures{"baad", "hus", "kop"}}) {
            QVERIFY(unlock(read, derived(other), place()).error().code() == Errc::SealBroken);
        }
        QVERIFY(!unlock(read, derived(kPictures, 8), place()));         // another salt
        QVERIFY(!unlock(read, derived(kPictures, 9, {2, 8}), place())); // another cost
    }

    void aCardOpensInPlaceOfPictures()
    {
        const auto card = [](std::string_view text) {
            return *deriveKey(OwnSecret::ofCard(text), filledWith<PasscodeSalt>(9), kCheap,
                              systemPasscodeKdf());
        };
        const std::string bytes = lock(ring(), card("0012345678"), place(), build::counting());
        const auto read = LockedRing::from(bytes);
        QVERIFY(read && read->card && !LockedRing::from(locked())->card);
        QVERIFY(*unlock(*read, card("0012345678"), place()) == ring());
        QVERIFY(unlock(*read, card("0012345679"), place()).error().code() == Errc::SealBroken);
        QVERIFY(unlock(*read, derived(), place()).error().code() == Errc::SealBroken);
        std::string asPictures = bytes; // what opens it is sealed with it
        asPictures[0] = 1;
        QVERIFY(!unlock(*LockedRing::from(asPictures), card("0012345678"), place()));
    }

    void whatIsACard()
    {
        QVERIFY(OwnSecret::ofCard(std::string(kCardTextMin - 1, '7')).isEmpty());
        QVERIFY(!OwnSecret::ofCard(std::string(kCardTextMin, '7')).isEmpty());
        QVERIFY(!OwnSecret::ofCard(std::string(kCardTextMax, '7')).isEmpty());
        QVERIFY(OwnSecret::ofCard(std::string(kCardTextMax + 1, '7')).isEmpty());
        QVERIFY(OwnSecret::ofCard("12345 678").isEmpty());
        QVERIFY(OwnSecret::ofCard("12345\n678").isEmpty());
        QVERIFY(OwnSecret::ofCard("123456\xC3\xA6").isEmpty());
        QVERIFY(OwnSecret(kPictures).code() != OwnSecret::ofCard("baadhussol").code());
        QVERIFY(OwnSecret(Pictures{"baad", "baad", "sol"}).isEmpty());
        QVERIFY(deriveKey(OwnSecret::ofCard(""), filledWith<PasscodeSalt>(9), kCheap, systemPasscodeKdf())
                    .error()
                    .code() == Errc::BadArgument);
    }

    void isBoundToItsPlace()
    {
        const auto read = *LockedRing::from(locked());
        for (int part = 0; part < 3; ++part) {
            OwnPlace other = place();
            (part == 0   ? other.home.data[0]
             : part == 1 ? other.person.data[15]
                         : other.stream.bits.data[3]) ^= 1;
            QVERIFY(unlock(read, derived(), other).error().code() == Errc::SealBroken);
        }
    }

    void everyBitIsCovered()
    {
        const std::string whole = locked();
        const PictureKey key = derived();
        for (std::size_t bit = 0; bit < whole.size() * 8; ++bit) {
            std::string changed = whole;
            changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ (1 << (bit % 8)));
            const auto read = LockedRing::from(changed);
            QVERIFY(!read || !unlock(*read, key, place()));
        }
        for (std::size_t cut = 0; cut < whole.size(); ++cut) {
            QVERIFY(!LockedRing::from(whole.substr(0, cut)));
        }
        QVERIFY(!LockedRing::from(whole + "x"));
    }

    void limits()
    {
        QVERIFY(LockedRing::from(locked(kOwnRingMax)));
        OwnRing full = ring(kOwnRingMax);
        QVERIFY(addKeys(full, ring(kOwnRingMax))); // all known
        OwnRing more{{kOwnKeyBit + 3, filledWith<StreamKey>(1)}};
        QVERIFY(addKeys(full, more).error().code() == Errc::TooLarge);
        full.pop_back();
        QVERIFY(addKeys(full, more));
        QCOMPARE(full.size(), kOwnRingMax);
        QVERIFY(keyIn(full, kOwnKeyBit + 3));
    }

    void pictures_data()
    {
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<bool>("good");
        QTest::newRow("three") << QStringList{"baad", "hus", "sol"} << true;
        QTest::newRow("longest") << QStringList{QString(32, 'a'), "hus", "sol"} << true;
        QTest::newRow("too long") << QStringList{QString(33, 'a'), "hus", "sol"} << false;
        QTest::newRow("empty") << QStringList{"", "hus", "sol"} << false;
        QTest::newRow("twice") << QStringList{"hus", "hus", "sol"} << false;
        QTest::newRow("first and last") << QStringList{"hus", "sol", "hus"} << false;
        QTest::newRow("last two") << QStringList{"sol", "hus", "hus"} << false;
        QTest::newRow("a line end") << QStringList{"a\nb", "hus", "sol"} << false;
        QTest::newRow("capital") << QStringList{"Hus", "bil", "sol"} << false;
    }
    void pictures()
    {
        QFETCH(QStringList, names);
        QFETCH(bool, good);
        const Pictures three{names[0].toStdString(), names[1].toStdString(), names[2].toStdString()};
        QCOMPARE(!pictureCode(three).empty(), good);
        QCOMPARE(deriveKey(three, {}, kCheap, systemPasscodeKdf()).has_value(), good);
    }

    void versionsRiseByARandomStep()
    {
        const auto first = drawOwnKey({}, build::counting());
        QVERIFY(first);
        QVERIFY(first->version > kOwnKeyBit);
        QVERIFY(isOwnKey(place().stream, first->version));
        QVERIFY(!isOwnKey({StreamKind::Team, {}}, first->version));
        QVERIFY(!isOwnKey(place().stream, 1));
        const auto next = drawOwnKey({first->version, kOwnKeyBit + 1}, build::counting());
        QVERIFY(next->version > first->version);
        const auto other =
            drawOwnKey({}, [](std::span<std::uint8_t> out) { std::fill(out.begin(), out.end(), 0x77); });
        QVERIFY(other->version != first->version); // a tablet that has not met the first one
        QVERIFY(drawOwnKey({UINT32_MAX}, build::counting()).error().code() == Errc::TooLarge);
    }

    void theSeedAloneOpensTheEscrow()
    {
        const BoxSecret seed = boxSecret(7);
        const std::string box = escrowOwn(publicOf(seed), place().stream, ring()[1]);
        const auto opened = openEscrow(seed, place().stream, box);
        QVERIFY(opened);
        QVERIFY(*opened == ring()[1]);
        QVERIFY(!openEscrow(boxSecret(8), place().stream, box));
        QVERIFY(openEscrow(seed, {StreamKind::Own, {}}, box).error().code() == Errc::Malformed);
    }

    void whatComesBackOpensWithTheNewKey()
    {
        const OwnKey now = ring(3)[2];
        const auto where = publicOf(returnBoxOf(now, place().stream));
        const std::string box = boxReturned(where, place().stream, ring());
        const auto opened = openReturned(returnBoxOf(now, place().stream), place().stream, box);
        QVERIFY(opened);
        QVERIFY(*opened == ring());
        QVERIFY(!openReturned(returnBoxOf(ring()[0], place().stream), place().stream, box));
        QVERIFY(!openReturned(returnBoxOf(now, {StreamKind::Own, {}}), place().stream, box));
    }
};

QTEST_GUILESS_MAIN(TestOwnKey)
#include "tst_own_key.moc"
