#include "proto/seal/sealed_change.h"

#include "proto/base/limits.h"
#include "tests/proto/seal/builders.h"

#include <QTest>
#include <rapidcheck.h>

using namespace trivsel;
using namespace trivsel::seal;

class TestSealedChange : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(initialise()); }
    void whatWasSealedIsRead();
    void sealAndOpenGiveTheSameForAnyBytes();
    void anyFlippedBitIsRefused();
    void anotherStreamOrKeyIsRefused();
    void theWireKeepsEveryByte();
    void theHeaderIsKeptAsItCame();
    void whatIsGoneKeepsItsHash();
    void malformed_data();
    void malformed();
    void headerAtTheLimit();
    void counterAtTheLimit();
    void changeAtTheLimit();
    void plainAtTheLimitIsLawful();
    void readableOnlyInAKnownSchema();
};

void TestSealedChange::whatWasSealedIsRead()
{
    const SealedChange change =
        sealChange(build::stream(), build::header(), build::change().SerializeAsString(), build::key(),
                   build::counting());
    QCOMPARE(change.dot, (Dot{Incarnation{0x1122334455667788ULL}, 1}));
    QCOMPARE(change.lamport, std::uint64_t{11});
    QCOMPARE(change.key, 1U);
    QCOMPARE(change.opSchema, 1U);
    QVERIFY(change.ct.find("haven") == std::string::npos);
    const auto read = readChange(change, build::key());
    QCOMPARE(read.value().ops(0).text(), std::string("Jeg vil gerne i haven hver dag"));
}

void TestSealedChange::sealAndOpenGiveTheSameForAnyBytes()
{
    QVERIFY(
        rc::check("openChange(sealChange(plain)) == plain", [](const std::string &plain, std::uint8_t from) {
            const SealedChange change =
                sealChange(build::stream(), build::header(), plain, build::key(), build::counting(from));
            wire::v1::Sealed message;
            toWire(change, &message);
            const auto back = fromWire(build::stream(), message);
            RC_ASSERT(back.has_value());
            RC_ASSERT(back->hash == change.hash);
            RC_ASSERT(openChange(*back, build::key()).value() == plain);
        }));
}

void TestSealedChange::anyFlippedBitIsRefused()
{
    const SealedChange good = build::sealed();
    const auto mustFail = [&](SealedChange bent) {
        bent.hash = changeHash(bent.stream, bent.header, bent.nonce, bent.ct);
        QVERIFY(bent.hash != good.hash);
        QCOMPARE(openChange(bent, build::key()).error().code(), Errc::SealBroken);
    };
    for (unsigned bit = 0; bit < good.header.size() * 8; ++bit) {
        SealedChange bent = good;
        bent.header[bit / 8] = static_cast<char>(bent.header[bit / 8] ^ (1 << (bit % 8)));
        mustFail(bent);
    }
    for (unsigned bit = 0; bit < Nonce::size * 8; ++bit) {
        SealedChange bent = good;
        bent.nonce.data[bit / 8] = static_cast<std::uint8_t>(bent.nonce.data[bit / 8] ^ (1U << (bit % 8)));
        mustFail(bent);
    }
    for (unsigned bit = 0; bit < good.ct.size() * 8; ++bit) {
        SealedChange bent = good;
        bent.ct[bit / 8] = static_cast<char>(bent.ct[bit / 8] ^ (1 << (bit % 8)));
        mustFail(bent);
    }
    for (unsigned bit = 0; bit < 128; ++bit) {
        SealedChange bent = good;
        auto &byte = bent.stream.bits.data[bit / 8];
        byte = static_cast<std::uint8_t>(byte ^ (1U << (bit % 8)));
        mustFail(bent);
    }
    SealedChange kind = good;
    kind.stream.kind = StreamKind::Home;
    mustFail(kind);
}

void TestSealedChange::anotherStreamOrKeyIsRefused()
{
    wire::v1::Sealed message;
    toWire(build::sealed(), &message);
    const auto moved = fromWire(build::stream(8), message);
    QCOMPARE(openChange(*moved, build::key()).error().code(), Errc::SealBroken);
    QCOMPARE(openChange(build::sealed(), build::key(1)).error().code(), Errc::SealBroken);
    QCOMPARE(readChange(build::sealed(), build::key(1)).error().code(), Errc::SealBroken);
}

void TestSealedChange::theWireKeepsEveryByte()
{
    const SealedChange change = build::sealed(300);
    wire::v1::Sealed message;
    toWire(change, &message);
    const auto back = fromWire(build::stream(), message);
    QCOMPARE(back->header, change.header);
    QCOMPARE(back->nonce, change.nonce);
    QCOMPARE(back->ct, change.ct);
    QCOMPARE(back->hash, change.hash);
    QCOMPARE(back->id(), change.id());
    const auto stored = fromParts(build::stream(), change.header, change.nonce.str(), change.ct, false);
    QCOMPARE(stored->hash, change.hash);
    QCOMPARE(stored->dot, change.dot);
}

void TestSealedChange::theHeaderIsKeptAsItCame()
{
    // A newer program's header has a field that we do not know; it stays, byte for byte, and is
    // authenticated.
    wire::v1::Header header = build::header();
    std::string bytes = header.SerializeAsString() + std::string("\xA0\x06\x2A", 3);
    const auto change =
        fromParts(build::stream(), bytes, build::filled<Nonce>(1).str(), std::string(16, 'x'), false);
    QCOMPARE(change->header, bytes);
    QCOMPARE(change->dot.ctr, std::uint64_t{1});
}

void TestSealedChange::whatIsGoneKeepsItsHash()
{
    SealedChange change = build::sealed();
    change.gone = true;
    change.ct.clear();
    wire::v1::Sealed message;
    toWire(change, &message);
    QCOMPARE(message.body_case(), wire::v1::Sealed::kGone);
    const auto back = fromWire(build::stream(), message);
    QVERIFY(back->gone);
    QCOMPARE(back->hash, build::sealed().hash);
    QCOMPARE(back->id(), change.id());
    QVERIFY(!readable(*back));
    QCOMPARE(openChange(*back, build::key()).error().code(), Errc::SealBroken);
}

void TestSealedChange::malformed_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("nonce");
    QTest::addColumn<int>("body");
    QTest::addColumn<bool>("gone");
    const auto bytes = [](const wire::v1::Header &h) {
        return QByteArray::fromStdString(h.SerializeAsString());
    };
    const QByteArray good = bytes(build::header());
    QTest::newRow("empty header") << QByteArray() << 24 << 16 << false;
    QTest::newRow("no incarnation") << bytes(build::header(0, 1)) << 24 << 16 << false;
    QTest::newRow("no counter") << bytes(build::header(1, 0)) << 24 << 16 << false;
    QTest::newRow("header cut short") << good.chopped(1) << 24 << 16 << false;
    QTest::newRow("no protobuf") << QByteArray("\xFF\xFF\xFF") << 24 << 16 << false;
    QTest::newRow("short nonce") << good << 23 << 16 << false;
    QTest::newRow("long nonce") << good << 25 << 16 << false;
    QTest::newRow("no nonce") << good << 0 << 16 << false;
    QTest::newRow("body shorter than its tag") << good << 24 << 15 << false;
    QTest::newRow("no body") << good << 24 << 0 << false;
    QTest::newRow("gone without a hash") << good << 0 << 0 << true;
    QTest::newRow("gone with a short hash") << good << 0 << 31 << true;
    QTest::newRow("gone with a long hash") << good << 0 << 33 << true;
}

void TestSealedChange::malformed()
{
    QFETCH(QByteArray, header);
    QFETCH(int, nonce);
    QFETCH(int, body);
    QFETCH(bool, gone);
    const std::string nonceBytes(static_cast<std::size_t>(nonce), 'n');
    const std::string bodyBytes(static_cast<std::size_t>(body), 'b');
    QCOMPARE(fromParts(build::stream(), header.toStdString(), nonceBytes, bodyBytes, gone).error().code(),
             Errc::Malformed);
    wire::v1::Sealed message;
    message.set_header(header.toStdString());
    message.set_nonce(nonceBytes);
    if (gone) {
        message.set_gone(bodyBytes);
    } else if (body > 0) {
        message.set_ct(bodyBytes);
    }
    QCOMPARE(fromWire(build::stream(), message).error().code(), Errc::Malformed);
}

void TestSealedChange::headerAtTheLimit()
{
    // Field 100 as padding: tag 2 bytes, length 1 byte.
    const std::string known = build::header().SerializeAsString();
    for (const std::size_t size :
         {limits::kHeaderBytesMax - 1, limits::kHeaderBytesMax, limits::kHeaderBytesMax + 1}) {
        const std::size_t padding = size - known.size() - 3;
        const std::string header =
            known + std::string("\xA2\x06", 2) + static_cast<char>(padding) + std::string(padding, 'p');
        QCOMPARE(header.size(), size);
        const auto change =
            fromParts(build::stream(), header, build::filled<Nonce>(1).str(), std::string(16, 'x'), false);
        QCOMPARE(change.has_value(), size <= limits::kHeaderBytesMax);
        if (!change) {
            QCOMPARE(change.error().code(), Errc::TooLarge);
        }
    }
}

void TestSealedChange::counterAtTheLimit()
{
    for (const std::uint64_t ctr : {limits::kCounterMax - 1, limits::kCounterMax, limits::kCounterMax + 1}) {
        const auto change = fromParts(build::stream(), build::header(1, ctr).SerializeAsString(),
                                      build::filled<Nonce>(1).str(), std::string(16, 'x'), false);
        QCOMPARE(change.has_value(), ctr <= limits::kCounterMax);
        if (!change) {
            QCOMPARE(change.error().code(), Errc::Malformed);
        }
    }
}

void TestSealedChange::changeAtTheLimit()
{
    wire::v1::Sealed message;
    message.set_header(build::header().SerializeAsString());
    message.set_nonce(build::filled<Nonce>(1).str());
    message.set_ct(std::string(limits::kChangeBytesMax - 100, 'x'));
    const std::size_t rest = limits::kChangeBytesMax - message.ByteSizeLong();
    for (const std::size_t more : {rest - 1, rest, rest + 1}) {
        message.set_ct(std::string(limits::kChangeBytesMax - 100 + more, 'x'));
        const auto change = fromWire(build::stream(), message);
        QCOMPARE(change.has_value(), message.ByteSizeLong() <= limits::kChangeBytesMax);
        QCOMPARE(change.has_value(), more <= rest);
        if (!change) {
            QCOMPARE(change.error().code(), Errc::TooLarge);
        }
    }
}

void TestSealedChange::plainAtTheLimitIsLawful()
{
    wire::v1::Header header = build::header(UINT64_MAX, limits::kCounterMax);
    header.set_lamport(UINT64_MAX);
    header.set_key(UINT32_MAX);
    header.set_op_schema(UINT32_MAX);
    const SealedChange change = sealChange(build::stream(), header, std::string(limits::kPlainBytesMax, 'x'),
                                           build::key(), build::counting());
    wire::v1::Sealed message;
    toWire(change, &message);
    QVERIFY(fromWire(build::stream(), message).has_value());
}

void TestSealedChange::readableOnlyInAKnownSchema()
{
    wire::v1::Header header = build::header();
    const std::string plain = build::change().SerializeAsString();
    QVERIFY(readable(sealChange(build::stream(), header, plain, build::key(), build::counting())));
    header.set_op_schema(kOpSchema + 1);
    const SealedChange newer = sealChange(build::stream(), header, plain, build::key(), build::counting());
    QVERIFY(!readable(newer));
    QCOMPARE(readChange(newer, build::key()).error().code(), Errc::VersionUnsupported);
    QVERIFY(openChange(newer, build::key()).has_value());
}

QTEST_GUILESS_MAIN(TestSealedChange)
#include "tst_sealed_change.moc"
