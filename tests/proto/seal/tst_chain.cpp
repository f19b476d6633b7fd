#include "proto/seal/chain.h"

#include "tests/proto/seal/builders.h"

#include <QTest>
#include <rapidcheck.h>

using namespace trivsel;
using namespace trivsel::seal;

class TestChain : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(initialise()); }
    void theChainDependsOnEveryChangeBefore();
    void theLogDependsOnOrderStreamAndChange();
    void setsHashAlikeInAnyOrder();
    void aProofFitsItsChanges();
    void aProofOfALaterRunFits();
    void whatIsGoneIsProvenByItsHash();
    void holesAndStrangersAreMalformed();
    void fieldsAreChecked_data();
    void fieldsAreChecked();
    void anyFlippedBitBreaksTheProof();

private:
    std::vector<SealedChange> m_run{build::sealed(1, "en"), build::sealed(2, "to"), build::sealed(3, "tre")};
    SignSecret m_key = build::filled<SignSecret>(6);
    DeviceId m_device = build::filled<DeviceId>(8);
};

void TestChain::theChainDependsOnEveryChangeBefore()
{
    const Hash256 a = m_run[0].hash;
    const Hash256 b = m_run[1].hash;
    QVERIFY(chainNext(chainNext({}, a), b) != chainNext(chainNext({}, b), a));
    QVERIFY(chainNext({}, b) != chainNext(chainNext({}, a), b));
}

void TestChain::theLogDependsOnOrderStreamAndChange()
{
    const Hash256 a = m_run[0].hash;
    const Hash256 b = m_run[1].hash;
    const StreamId s = build::stream(1);
    QVERIFY(logNext(logNext(0, s, a), s, b) != logNext(logNext(0, s, b), s, a));
    QVERIFY(logNext(0, s, a) != logNext(0, build::stream(2), a));
    QVERIFY(logNext(0, s, a) != logNext(1, s, a));
}

void TestChain::setsHashAlikeInAnyOrder()
{
    QVERIFY(rc::check("add in any order, remove gives back", [](const std::vector<std::uint64_t> &numbers) {
        SetHash forward;
        SetHash backward;
        const auto id = [](std::uint64_t n) { return ChangeId{build::stream(), Dot{Incarnation{1}, n}}; };
        for (const auto n : numbers) {
            forward.add(id(n), hash256(std::to_string(n)));
        }
        for (auto n = numbers.rbegin(); n != numbers.rend(); ++n) {
            backward.add(id(*n), hash256(std::to_string(*n)));
        }
        RC_ASSERT(forward.value() == backward.value());
        RC_ASSERT(numbers.empty() == forward.value().isNull());
        for (const auto n : numbers) {
            forward.remove(id(n), hash256(std::to_string(n)));
        }
        RC_ASSERT(forward.value().isNull());
    }));
}

void TestChain::aProofFitsItsChanges()
{
    const auto proof = prove(m_device, m_key, {}, m_run);
    QVERIFY(check(proof, publicOf(m_key), m_run).has_value());
    QVERIFY(checkSignature(proof, publicOf(m_key)).has_value());
    QCOMPARE(proof.first(), std::uint64_t{1});
    QCOMPARE(proof.last(), std::uint64_t{3});
    QCOMPARE(check(proof, publicOf(build::filled<SignSecret>(7)), m_run).error().code(), Errc::SealBroken);
}

void TestChain::aProofOfALaterRunFits()
{
    const Hash256 head = chainNext({}, m_run[0].hash);
    const std::span<const SealedChange> later = std::span(m_run).subspan(1);
    const auto proof = prove(m_device, m_key, head, later);
    QVERIFY(check(proof, publicOf(m_key), later).has_value());
    QCOMPARE(proof.head(), prove(m_device, m_key, {}, m_run).head());
    // Number 1 has no head before it, and every later one has.
    QCOMPARE(check(prove(m_device, m_key, head, m_run), publicOf(m_key), m_run).error().code(),
             Errc::Malformed);
    QCOMPARE(check(prove(m_device, m_key, {}, later), publicOf(m_key), later).error().code(),
             Errc::Malformed);
}

void TestChain::whatIsGoneIsProvenByItsHash()
{
    const auto proof = prove(m_device, m_key, {}, m_run);
    m_run[1] = *fromParts(build::stream(), m_run[1].header, {}, m_run[1].hash.str(), true);
    QVERIFY(check(proof, publicOf(m_key), m_run).has_value());
    m_run[1].hash.data[0] ^= 1;
    QCOMPARE(check(proof, publicOf(m_key), m_run).error().code(), Errc::SealBroken);
    m_run[1] = build::sealed(2, "to");
}

void TestChain::holesAndStrangersAreMalformed()
{
    const auto proof = prove(m_device, m_key, {}, m_run);
    const auto code = [&](const std::vector<SealedChange> &run) {
        return check(proof, publicOf(m_key), run).error().code();
    };
    QCOMPARE(code({}), Errc::Malformed);
    QCOMPARE(code({m_run[0], m_run[1]}), Errc::Malformed);
    QCOMPARE(code({m_run[0], m_run[2], m_run[1]}), Errc::Malformed);
    QCOMPARE(code({m_run[0], m_run[1], build::sealed(4)}), Errc::Malformed);
    QCOMPARE(code({m_run[0], m_run[1], build::sealed(3, "tre", 6)}), Errc::Malformed);
    QCOMPARE(code({m_run[0], m_run[1], build::sealed(3, "fire")}), Errc::SealBroken);
    SealedChange moved = m_run[2];
    moved.stream = build::stream(1);
    QCOMPARE(code({m_run[0], m_run[1], moved}), Errc::Malformed);
}

void TestChain::fieldsAreChecked_data()
{
    QTest::addColumn<int>("field");
    for (int i = 0; i < 10; ++i) {
        QTest::addRow("field %d", i) << i;
    }
}

void TestChain::fieldsAreChecked()
{
    QFETCH(int, field);
    auto proof = prove(m_device, m_key, {}, m_run);
    switch (field) {
    case 0:
        proof.set_stream(std::string(17, '\0'));
        break;
    case 1:
        proof.mutable_stream()->pop_back();
        break;
    case 2:
        proof.set_inc(0);
        break;
    case 3:
        proof.set_first(0);
        break;
    case 4:
        proof.set_last(0);
        break;
    case 5:
        proof.mutable_prev_head()->pop_back();
        break;
    case 6:
        proof.mutable_head()->push_back('x');
        break;
    case 7:
        proof.clear_device();
        break;
    case 8:
        proof.mutable_signature()->pop_back();
        break;
    default:
        proof.set_last(UINT64_MAX);
        break;
    }
    QCOMPARE(check(proof, publicOf(m_key), m_run).error().code(), Errc::Malformed);
}

void TestChain::anyFlippedBitBreaksTheProof()
{
    const auto good = prove(m_device, m_key, {}, m_run);
    for (unsigned bit = 0; bit < Signature::size * 8; ++bit) {
        auto bent = good;
        (*bent.mutable_signature())[bit / 8] =
            static_cast<char>(bent.signature()[bit / 8] ^ (1 << (bit % 8)));
        QCOMPARE(check(bent, publicOf(m_key), m_run).error().code(), Errc::SealBroken);
    }
    for (unsigned bit = 0; bit < Hash256::size * 8; ++bit) {
        auto bent = good;
        (*bent.mutable_head())[bit / 8] = static_cast<char>(bent.head()[bit / 8] ^ (1 << (bit % 8)));
        QCOMPARE(check(bent, publicOf(m_key), m_run).error().code(), Errc::SealBroken);
        QCOMPARE(checkSignature(bent, publicOf(m_key)).error().code(), Errc::SealBroken);
    }
}

QTEST_GUILESS_MAIN(TestChain)
#include "tst_chain.moc"
