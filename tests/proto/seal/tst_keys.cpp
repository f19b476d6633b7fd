#include "proto/seal/keys.h"

#include "tests/proto/seal/builders.h"

#include <QTest>
#include <set>
#include <string>

using namespace trivsel;
using namespace trivsel::seal;

class TestKeys : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void aSignatureFitsOnlyItsMessageAndKey();
    void aBoxOpensOnlyForItsReceiver();
    void aBoxForAKeyThatIsNoKeyIsEmpty();
    void wrappedSecretsNeedKeyContextAndEveryByte();
    void anEmptySecretIsWrappedToo();
    void labelsGiveDifferentKeys();
    void singletonsAreTheSameOnEveryTablet();
    void hashesHaveNoKeyAndTheirOwnLength();
    void systemRandomDraws();
};

void TestKeys::initTestCase()
{
    QVERIFY(initialise());
    QVERIFY(initialise());
}

void TestKeys::aSignatureFitsOnlyItsMessageAndKey()
{
    const auto secret = build::filled<SignSecret>(1);
    const Signature signature = sign(secret, "besked");
    QVERIFY(verify(publicOf(secret), "besked", signature));
    QVERIFY(!verify(publicOf(secret), "beskeD", signature));
    QVERIFY(!verify(publicOf(build::filled<SignSecret>(2)), "besked", signature));
    for (std::size_t i = 0; i < Signature::size; ++i) {
        Signature bent = signature;
        bent.data[i] ^= 1;
        QVERIFY(!verify(publicOf(secret), "besked", bent));
    }
    QVERIFY(!verify(SignPublic{}, "besked", Signature{}));
}

void TestKeys::aBoxOpensOnlyForItsReceiver()
{
    const auto secret = build::filled<BoxSecret>(1);
    const std::string box = sealBox(publicOf(secret), "nøgle");
    QCOMPARE(openBox(secret, box).value(), std::string("nøgle"));
    QVERIFY(sealBox(publicOf(secret), "nøgle") != box);
    QCOMPARE(openBox(build::filled<BoxSecret>(2), box).error().code(), Errc::SealBroken);
    for (std::size_t i = 0; i < box.size(); ++i) {
        std::string bent = box;
        bent[i] = static_cast<char>(bent[i] ^ 1);
        QVERIFY(!openBox(secret, bent));
        QVERIFY(!openBox(secret, std::string_view(box).substr(0, i)));
    }
}

void TestKeys::aBoxForAKeyThatIsNoKeyIsEmpty()
{
    QVERIFY(sealBox(BoxPublic{}, "nøgle").empty());
    QVERIFY(!openBox(build::filled<BoxSecret>(1), {}));
}

void TestKeys::wrappedSecretsNeedKeyContextAndEveryByte()
{
    const auto key = build::filled<WrapKey>(1);
    const std::string wrapped = wrap(key, "stream key", "hemmelig", build::counting());
    QCOMPARE(unwrap(key, "stream key", wrapped).value(), std::string("hemmelig"));
    QCOMPARE(unwrap(key, "draft", wrapped).error().code(), Errc::SealBroken);
    QCOMPARE(unwrap(build::filled<WrapKey>(2), "stream key", wrapped).error().code(), Errc::SealBroken);
    for (std::size_t i = 0; i < wrapped.size(); ++i) {
        std::string bent = wrapped;
        bent[i] = static_cast<char>(bent[i] ^ 0x80);
        QVERIFY(!unwrap(key, "stream key", bent));
        QVERIFY(!unwrap(key, "stream key", std::string_view(wrapped).substr(0, i)));
    }
    QVERIFY(wrapped.find("hemmelig") == std::string::npos);
}

void TestKeys::anEmptySecretIsWrappedToo()
{
    const auto key = build::filled<WrapKey>(1);
    QCOMPARE(unwrap(key, "", wrap(key, "", "", build::counting())).value(), std::string());
}

void TestKeys::labelsGiveDifferentKeys()
{
    const auto seed = build::filled<RecoverySeed>(1);
    std::set<std::string> all;
    for (const auto name : {label::kServerIdentity, label::kHomeCa, label::kHomeId, label::kHomeStream,
                            label::kHomeKey, label::kRecoveryBox}) {
        QCOMPARE(derive(seed, name), derive(seed, name));
        all.insert(derive(seed, name).str());
        all.insert(derive(build::filled<RecoverySeed>(2), name).str());
    }
    QCOMPARE(all.size(), std::size_t{12});
}

void TestKeys::singletonsAreTheSameOnEveryTablet()
{
    const auto person = build::filled<PersonId>(1);
    QCOMPARE(singleton(person, "trivselsplan"), singleton(person, "trivselsplan"));
    QVERIFY(singleton(person, "trivselsplan") != singleton(person, "tryghedsplan"));
    QVERIFY(singleton(person, "trivselsplan") != singleton(build::filled<PersonId>(2), "trivselsplan"));
}

void TestKeys::hashesHaveNoKeyAndTheirOwnLength()
{
    // Published: BLAKE2b-256 of nothing.
    QCOMPARE(toHex(hash256("").view()),
             std::string("0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8"));
    QVERIFY(toHex(hash256("x").view()).rfind(toHex(hashDefinition("x").view()), 0) != 0);
}

void TestKeys::systemRandomDraws()
{
    QVERIFY(randomBytes<StreamKey>(systemRandom()) != randomBytes<StreamKey>(systemRandom()));
}

QTEST_GUILESS_MAIN(TestKeys)
#include "tst_keys.moc"
