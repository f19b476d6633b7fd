#include "proto/pairing/code.h"
#include "proto/pairing/link.h"

#include <QTest>

using namespace trivsel;
using namespace trivsel::pairing;

namespace {

Invitation example()
{
    Invitation invitation;
    invitation.host = "192.168.1.10";
    invitation.port = 7400;
    invitation.pin.emplace();
    invitation.pin->data.fill(0xAB);
    invitation.secret.data.fill(0x5C);
    return invitation;
}

std::string text()
{
    return writeLink(example());
}

std::string replaced(std::string in, const std::string &what, const std::string &by)
{
    const std::size_t at = in.find(what);
    return at == std::string::npos ? in : in.replace(at, what.size(), by);
}

Errc faultOf(const std::string &link)
{
    const auto read = readLink(link);
    return read ? Errc::Internal : read.error().code();
}

} // namespace

class TestLink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isWhatTheSpecificationSays();
    void comesBack();
    void isRefusedWhereverItIsCut();
    void isRefused_data();
    void isRefused();
    void readsWhateverWasPasted();
    void staysSmall();
};

void TestLink::isWhatTheSpecificationSays()
{
    std::string pin;
    for (int i = 0; i < 32; ++i) {
        pin += "ab";
    }
    QCOMPARE(text(), "trivsel-pair:1?host=192.168.1.10&port=7400&pin=" + pin + "&secret=5c5c5c5c5c5c5c5c5c");
}

void TestLink::comesBack()
{
    for (const char *host : {"192.168.1.10", "kontoret.local", "fd00::1", "a_b-c"}) {
        for (const int port : {1, 7400, 65535}) {
            Invitation invitation = example();
            invitation.host = host;
            invitation.port = static_cast<std::uint16_t>(port);
            const auto read = readLink(" " + writeLink(invitation) + "\r\n");
            QVERIFY(read.has_value());
            QCOMPARE(read->host, invitation.host);
            QCOMPARE(read->port, invitation.port);
            QVERIFY(read->pin == invitation.pin);
            QVERIFY(read->secret == invitation.secret);
        }
    }
}

void TestLink::isRefusedWhereverItIsCut()
{
    for (std::size_t size = 0; size < text().size(); ++size) {
        QCOMPARE(faultOf(text().substr(0, size)), Errc::Malformed);
    }
}

void TestLink::isRefused_data()
{
    QTest::addColumn<QByteArray>("link");
    QTest::addColumn<int>("fault");
    const auto row = [](const char *name, const std::string &link, Errc fault = Errc::Malformed) {
        QTest::newRow(name) << QByteArray::fromStdString(link) << static_cast<int>(fault);
    };
    row("newer", replaced(text(), ":1?", ":2?"), Errc::VersionUnsupported);
    row("no version", replaced(text(), ":1?", ":?"));
    row("strange version", replaced(text(), ":1?", ":x?"));
    row("version with a zero", replaced(text(), ":1?", ":01?"));
    row("another scheme", replaced(text(), "trivsel-pair", "https"));
    row("port 0", replaced(text(), "7400", "0"));
    row("port too large", replaced(text(), "7400", "65536"));
    row("port with a zero", replaced(text(), "7400", "07400"));
    row("port with a letter", replaced(text(), "7400", "74a0"));
    row("no port", replaced(text(), "port=7400&", ""));
    row("no host", replaced(text(), "192.168.1.10", ""));
    row("strange host", replaced(text(), "192.168.1.10", "192.168.1.10%2f"));
    row("long host", replaced(text(), "192.168.1.10", std::string(254, 'a')));
    row("host twice", text() + "&host=1.2.3.4");
    row("port twice", text() + "&port=1");
    row("pin twice", text() + "&pin=" + std::string(64, 'a'));
    row("secret twice", text() + "&secret=" + std::string(18, 'a'));
    row("pin with a letter", replaced(text(), "pin=ab", "pin=xb"));
    row("short pin", replaced(text(), "pin=abab", "pin=ab"));
    row("long secret", text() + "5c");
    row("a field without a value", text() + "&more");
    row("too long", text() + "&x=" + std::string(kTextBytesMax, 'a'), Errc::TooLarge);
}

void TestLink::isRefused()
{
    QFETCH(QByteArray, link);
    QFETCH(int, fault);
    QCOMPARE(static_cast<int>(faultOf(link.toStdString())), fault);
}

void TestLink::readsWhateverWasPasted()
{
    QVERIFY(readInvitation("\n" + text())->pin.has_value());
    QVERIFY(!readInvitation(writeCode(example()))->pin.has_value());
    QVERIFY(readLink(text() + "&later=1").has_value()); // fields of a newer program
    const std::string longest = replaced(text(), "192.168.1.10", std::string(253, 'a'));
    QVERIFY(readLink(longest).has_value());
}

void TestLink::staysSmall()
{
    const std::string padded = text() + std::string(kTextBytesMax - text().size(), ' ');
    QVERIFY(readLink(padded).has_value());
    QCOMPARE(faultOf(padded + " "), Errc::TooLarge);
}

QTEST_GUILESS_MAIN(TestLink)
#include "tst_link.moc"
