// Changes that nobody but the server can open.
#include "proto/seal/boxed_change.h"

#include "tests/proto/seal/builders.h"

#include <QTest>

using namespace trivsel;
using namespace trivsel::seal;

namespace {

wire::v1::Header boxedHeader()
{
    wire::v1::Header header = build::header();
    header.set_key(kBoxedKey);
    return header;
}

SignSecret server(std::uint8_t first)
{
    SignSecret out;
    out.data.fill(first);
    return out;
}

SealedChange boxed(std::uint8_t to = 3)
{
    return sealBoxed(build::stream(), boxedHeader(), build::change().SerializeAsString(),
                     boxKeyOf(publicOf(server(to))).value(), build::counting());
}

} // namespace

class TestBoxedChange : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(initialise()); }

    void theServerReadsWhatWasBoxed()
    {
        const auto read = readBoxed(boxed(), boxKeyOf(server(3)));
        QVERIFY(read);
        QCOMPARE(read->SerializeAsString(), build::change().SerializeAsString());
        QCOMPARE(publicOf(boxKeyOf(server(3))), boxKeyOf(publicOf(server(3))).value());
    }

    void libsodiumOpensTheBoxToo()
    {
        // The box is one of crypto_box_seal's, though its randomness is ours.
        QCOMPARE(openBox(boxKeyOf(server(3)), std::string_view(boxed().ct).substr(0, 80))->size(),
                 StreamKey::size);
    }

    void anotherKeyOpensNothing()
    {
        QCOMPARE(readBoxed(boxed(), boxKeyOf(server(4))).error().code(), Errc::SealBroken);
        QVERIFY(!readChange(boxed(), build::key()));
    }

    void anyFlippedBitIsRefused()
    {
        const SealedChange whole = boxed();
        for (std::size_t at = 0; at < whole.ct.size(); ++at) {
            SealedChange bent = whole;
            bent.ct[at] = static_cast<char>(bent.ct[at] ^ 1);
            QVERIFY(!readBoxed(bent, boxKeyOf(server(3))));
        }
        SealedChange moved = whole;
        moved.stream.bits.data[0] ^= 1;
        QVERIFY(!readBoxed(moved, boxKeyOf(server(3))));
    }

    void whatIsNoBoxIsRefused()
    {
        SealedChange gone = goneOf(boxed());
        QVERIFY(!readBoxed(gone, boxKeyOf(server(3))));
        SealedChange keyed = boxed();
        keyed.key = 1;
        QVERIFY(!readBoxed(keyed, boxKeyOf(server(3))));
        for (const std::size_t size : {0U, 79U, 80U, 95U}) { // 80 bytes of box, 16 of tag
            SealedChange cut = boxed();
            cut.ct.resize(size);
            QVERIFY(!readBoxed(cut, boxKeyOf(server(3))));
        }
    }

    void whatIsNoKeyGivesNone()
    {
        SignPublic none; // a point of small order
        none.data.fill(0);
        none.data[0] = 1;
        QVERIFY(!boxKeyOf(none));
    }

    void eachDrawsItsOwnKey()
    {
        const SealedChange one = sealBoxed(build::stream(), boxedHeader(), "x",
                                           boxKeyOf(publicOf(server(3))).value(), systemRandom());
        const SealedChange two = sealBoxed(build::stream(), boxedHeader(), "x",
                                           boxKeyOf(publicOf(server(3))).value(), systemRandom());
        QVERIFY(one.ct.substr(0, 80) != two.ct.substr(0, 80));
    }
};

QTEST_GUILESS_MAIN(TestBoxedChange)
#include "tst_boxed_change.moc"
