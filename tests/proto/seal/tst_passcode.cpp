#include "proto/seal/passcode.h"

#include "proto/seal/keys.h"
#include "proto/seal/same_secret.h"

#include <QtTest>

#include <fstream>
#include <numeric>
#include <set>

using namespace trivsel;
using namespace trivsel::seal;

namespace {
constexpr KdfCost kSmall{1, 8};
}

class TestPasscode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(initialise()); }

    void theRightCodeFitsAndNoOther()
    {
        const auto kdf = systemPasscodeKdf();
        const auto verifier = makeVerifier("012345", kSmall, kdf, systemRandom());
        QVERIFY(verifier);
        QVERIFY(*matches("012345", *verifier, kdf));
        for (const char *wrong : {"012346", "12345", "", "0123456", "112345"}) {
            QVERIFY(!*matches(wrong, *verifier, kdf));
        }
    }

    void libsodiumsOwnCostIsTheDefault()
    {
        const auto verifier = makeVerifier("012345", {}, systemPasscodeKdf(), systemRandom());
        QVERIFY(verifier);
        QVERIFY((verifier->cost == KdfCost{2, 65'536})); // crypto_pwhash_*LIMIT_INTERACTIVE of 1.0.18
    }

    void itIsKeptWithItsSaltAndCost()
    {
        const auto kdf = systemPasscodeKdf();
        const auto verifier = makeVerifier("012345", kSmall, kdf, systemRandom());
        const std::string bytes = verifier->str();
        QCOMPARE(bytes.size(), std::size_t{57});
        QVERIFY(bytes.find("012345") == std::string::npos);
        const auto read = PasscodeVerifier::from(bytes);
        QVERIFY(read);
        QVERIFY(*matches("012345", *read, kdf));
        QVERIFY(makeVerifier("012345", kSmall, kdf, systemRandom())->str() != bytes); // another salt
        for (std::size_t at = 1; at < bytes.size(); ++at) {
            std::string bent = bytes;
            bent[at] = static_cast<char>(bent[at] ^ 1);
            const auto other = PasscodeVerifier::from(bent);
            QVERIFY(!other || !*matches("012345", *other, kdf));
        }
    }

    void whatWouldStopATabletIsRefused_data()
    {
        QTest::addColumn<quint32>("passes");
        QTest::addColumn<quint32>("kib");
        QTest::addColumn<bool>("good");
        QTest::newRow("least") << 1U << 8U << true;
        QTest::newRow("no passes") << 0U << 8U << false;
        QTest::newRow("too little memory") << 1U << 7U << false;
        QTest::newRow("most") << kKdfCostMax.passes << kKdfCostMax.memoryKib << true;
        QTest::newRow("too many passes") << kKdfCostMax.passes + 1 << 8U << false;
        QTest::newRow("too much memory") << 1U << kKdfCostMax.memoryKib + 1 << false;
    }
    void whatWouldStopATabletIsRefused()
    {
        QFETCH(quint32, passes);
        QFETCH(quint32, kib);
        QFETCH(bool, good);
        PasscodeVerifier verifier;
        verifier.cost = {passes, kib};
        QCOMPARE(PasscodeVerifier::from(verifier.str()).has_value(), good);
        const auto none = [](std::string_view, const PasscodeSalt &, KdfCost) -> Result<PasscodeHash> {
            return PasscodeHash{};
        };
        QCOMPARE(makeVerifier("000000", verifier.cost, none, systemRandom()).has_value(), good);
    }

    void aVerifierOfAnotherDayStillFits()
    {
        std::ifstream in(TRIVSEL_SOURCE_DIR "/tests/data/wire/passcode_verifier.txt");
        std::string code;
        std::string bytes;
        QVERIFY(in >> code >> bytes);
        const auto verifier = PasscodeVerifier::from(*fromHex(bytes));
        QVERIFY(verifier);
        QVERIFY(*matches(code, *verifier, systemPasscodeKdf()));
        const Random sameSalt = [](std::span<std::uint8_t> out) {
            std::iota(out.begin(), out.end(), std::uint8_t{0});
        };
        QCOMPARE(toHex(viewOf(makeVerifier(code, kSmall, systemPasscodeKdf(), sameSalt)->str())), bytes);
    }

    void bytesThatAreNoneAreRefused()
    {
        const std::string bytes = PasscodeVerifier{kSmall, {}, {}}.str();
        QVERIFY(PasscodeVerifier::from(bytes));
        QVERIFY(!PasscodeVerifier::from(""));
        QVERIFY(!PasscodeVerifier::from(bytes + "x"));
        QVERIFY(!PasscodeVerifier::from(bytes.substr(0, 56)));
        std::string other = bytes;
        other[0] = 2;
        QVERIFY(!PasscodeVerifier::from(other));
    }

    void aFailedDerivationIsNoWrongCode()
    {
        const auto broken = [](std::string_view, const PasscodeSalt &, KdfCost) -> Result<PasscodeHash> {
            return fail(Errc::Internal, "no memory");
        };
        QVERIFY(!matches("000000", PasscodeVerifier{kSmall, {}, {}}, broken));
        QVERIFY(!makeVerifier("000000", kSmall, broken, systemRandom()));
    }

    void drawnCodesAreSixDigits()
    {
        std::set<std::string> drawn;
        for (int i = 0; i < 1'000; ++i) {
            const std::string code = drawPasscode(systemRandom());
            QCOMPARE(readPasscode(code), code);
            drawn.insert(code);
        }
        QVERIFY(drawn.size() > 950);
        // Numbers above the last whole million are thrown away; small ones keep their zeros.
        int call = 0;
        const Random fixed = [&call](std::span<std::uint8_t> out) {
            std::fill(out.begin(), out.end(), static_cast<std::uint8_t>(call++ == 0 ? 0xFF : 0));
        };
        QCOMPARE(drawPasscode(fixed), std::string("000000"));
        QCOMPARE(call, 2);
    }

    void secretsAreComparedWhole()
    {
        const auto of = [](std::string_view text) { return viewOf(text); };
        QVERIFY(sameSecret(of("abc"), of("abc")));
        QVERIFY(!sameSecret(of("abc"), of("abd")));
        QVERIFY(!sameSecret(of("abc"), of("xbc")));
        QVERIFY(!sameSecret(of("abc"), of("ab")));
        QVERIFY(sameSecret(of(""), of("")));
        QVERIFY(!sameSecret(of(""), of("a")));
    }

    void whatIsTypedIsRead()
    {
        QCOMPARE(readPasscode("123 456"), std::string("123456"));
        QCOMPARE(readPasscode(" 12-34-56 "), std::string("123456"));
        for (const char *bad : {"", "12345", "1234567", "12345a", "12345\xC3\xA6", "+12345"}) {
            QCOMPARE(readPasscode(bad), std::string());
        }
    }
};

QTEST_GUILESS_MAIN(TestPasscode)
#include "tst_passcode.moc"
