#include "proto/pairing/alphabet.h"
#include "proto/pairing/code.h"
#include "proto/seal/keys.h"

#include <QTest>

#include <algorithm>

using namespace trivsel;
using namespace trivsel::pairing;

namespace {

Invitation example()
{
    Invitation invitation;
    invitation.host = "192.168.1.10";
    invitation.port = 7400;
    for (std::size_t i = 0; i < Secret::size; ++i) {
        invitation.secret.data[i] = static_cast<std::uint8_t>(0x11 * (i + 1));
    }
    return invitation;
}

/** The 26 characters without their groups. */
std::string bare(std::string code)
{
    code.erase(std::remove(code.begin(), code.end(), ' '), code.end());
    return code;
}

Errc faultOf(const std::string &text)
{
    const auto read = readCode(text);
    return read ? Errc::Internal : read.error().code();
}

} // namespace

class TestCode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isWhatTheSpecificationSays();
    void comesBack();
    void readsWhatPeopleType();
    void noticesEveryWrongCharacter();
    void noticesTwoWrongCharacters();
    void noticesCharactersThatChangedPlaces();
    void countsTo26();
    void refusesWhatIsNoneOfOurs();
    void withoutAnAddressTheTabletAsks();
    void needsAPort();
    void addressesAreStrict_data();
    void addressesAreStrict();
};

void TestCode::isWhatTheSpecificationSays()
{
    QCOMPARE(writeCode(example()), std::string("R2M0 22GW X08J 4CT4 ANK7 F24S 0B"));
}

void TestCode::comesBack()
{
    const Random random = seal::systemRandom();
    for (int i = 0; i < 1000; ++i) {
        Invitation invitation = example();
        invitation.secret = randomBytes<Secret>(random);
        const auto other = randomBytes<Bytes<6, struct AddressTag>>(random).data;
        invitation.host = std::to_string(other[0]) + "." + std::to_string(other[1]) + "." +
                          std::to_string(other[2]) + "." + std::to_string(other[3] | 1);
        invitation.port = static_cast<std::uint16_t>((other[4] << 8) | other[5] | 1);
        const auto read = readCode(writeCode(invitation));
        QVERIFY(read.has_value());
        QCOMPARE(read->host, invitation.host);
        QCOMPARE(read->port, invitation.port);
        QVERIFY(read->secret == invitation.secret);
        QVERIFY(!read->pin);
    }
}

void TestCode::readsWhatPeopleType()
{
    std::string typed = writeCode(example());
    std::transform(typed.begin(), typed.end(), typed.begin(), [](char c) {
        const char small = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        return c == '1' ? 'l' : c == '0' ? 'O' : c == ' ' ? '-' : small;
    });
    const auto read = readCode("  " + typed + ".\r\n");
    QVERIFY(read.has_value());
    QVERIFY(read->secret == example().secret);
    QCOMPARE(symbolOf('i'), symbolOf('1'));
    QCOMPARE(symbolOf('I'), symbolOf('1'));
    QCOMPARE(symbolOf('L'), symbolOf('1'));
    QCOMPARE(symbolOf('o'), symbolOf('0'));
}

void TestCode::noticesEveryWrongCharacter()
{
    const std::string right = bare(writeCode(example()));
    for (std::size_t at = 0; at < right.size(); ++at) {
        for (const char c : kAlphabet) {
            std::string wrong = right;
            wrong[at] = c;
            QCOMPARE(readCode(wrong).has_value(), c == right[at]);
            QVERIFY(c == right[at] || faultOf(wrong) == Errc::SealBroken);
        }
    }
}

void TestCode::noticesTwoWrongCharacters()
{
    const std::string right = bare(writeCode(example()));
    for (std::size_t first = 0; first < right.size(); ++first) {
        for (std::size_t second = first + 1; second < right.size(); ++second) {
            for (std::size_t pair = 0; pair < 31 * 31; pair += 5) {
                const auto changed = [&](std::size_t at, std::size_t by) {
                    return kAlphabet[(*symbolOf(right[at]) + 1 + by) % kAlphabet.size()];
                };
                std::string wrong = right;
                wrong[first] = changed(first, pair / 31);
                wrong[second] = changed(second, pair % 31);
                QVERIFY(!readCode(wrong));
            }
        }
    }
}

void TestCode::noticesCharactersThatChangedPlaces()
{
    const std::string right = bare(writeCode(example()));
    for (std::size_t at = 0; at < right.size(); ++at) {
        for (std::size_t other = at + 1; other < right.size(); ++other) {
            std::string wrong = right;
            std::swap(wrong[at], wrong[other]);
            QCOMPARE(readCode(wrong).has_value(), wrong == right);
        }
    }
}

void TestCode::countsTo26()
{
    const std::string right = bare(writeCode(example()));
    QCOMPARE(charactersIn(writeCode(example())), kCodeCharacters);
    QCOMPARE(faultOf(""), Errc::BadArgument);
    QCOMPARE(faultOf(right.substr(0, 25)), Errc::BadArgument);
    QVERIFY(readCode(right).has_value());
    QCOMPARE(faultOf(right + "0"), Errc::TooLarge);
    QCOMPARE(faultOf(std::string(kTextBytesMax - right.size(), ' ') + right), Errc::Internal);
    QCOMPARE(faultOf(std::string(kTextBytesMax - right.size() + 1, ' ') + right), Errc::TooLarge);
    QCOMPARE(charactersIn("æ 1"), std::size_t{2});
}

void TestCode::refusesWhatIsNoneOfOurs()
{
    for (const char *strange : {"U", "u", "!", "æ", "?"}) {
        const std::string right = bare(writeCode(example()));
        QCOMPARE(faultOf(right.substr(0, 7) + strange + right.substr(8)), Errc::Malformed);
        QVERIFY(std::string_view(strange).size() > 1 || !symbolOf(strange[0]));
    }
}

void TestCode::withoutAnAddressTheTabletAsks()
{
    for (const char *host : {"", "kontoret.local", "fe80::1"}) {
        Invitation invitation = example();
        invitation.host = host;
        const auto read = readCode(writeCode(invitation));
        QVERIFY(read.has_value());
        QVERIFY(read->host.empty());
        QCOMPARE(read->port, std::uint16_t{7400});
    }
}

void TestCode::needsAPort()
{
    Invitation invitation = example();
    invitation.port = 0;
    QCOMPARE(faultOf(writeCode(invitation)), Errc::BadArgument);
    QCOMPARE(faultOf(std::string(kCodeCharacters, '0')), Errc::BadArgument);
}

void TestCode::addressesAreStrict_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<bool>("lawful");
    QTest::addColumn<quint32>("number");
    QTest::newRow("usual") << QByteArray("192.168.1.10") << true << 0xC0A8010AU;
    QTest::newRow("largest") << QByteArray("255.255.255.255") << true << 0xFFFFFFFFU;
    QTest::newRow("zero") << QByteArray("0.0.0.0") << true << 0U;
    QTest::newRow("part too large") << QByteArray("256.0.0.1") << false << 0U;
    QTest::newRow("leading zero") << QByteArray("192.168.01.1") << false << 0U;
    QTest::newRow("three parts") << QByteArray("192.168.1") << false << 0U;
    QTest::newRow("five parts") << QByteArray("1.2.3.4.5") << false << 0U;
    QTest::newRow("a dot too many") << QByteArray("1.2.3.4.") << false << 0U;
    QTest::newRow("minus") << QByteArray("1.2.3.-4") << false << 0U;
    QTest::newRow("name") << QByteArray("kontoret") << false << 0U;
    QTest::newRow("empty") << QByteArray("") << false << 0U;
}

void TestCode::addressesAreStrict()
{
    QFETCH(QByteArray, host);
    QFETCH(bool, lawful);
    QFETCH(quint32, number);
    const auto read = ipv4Of(std::string_view(host.constData(), static_cast<std::size_t>(host.size())));
    QCOMPARE(read.has_value(), lawful);
    QCOMPARE(read.value_or(0), number);
}

QTEST_GUILESS_MAIN(TestCode)
#include "tst_code.moc"
