#include "proto/tabletfile/tablet_file.h"

#include "proto/base/limits.h"

#include <QTest>

using namespace trivsel;

namespace {
template <class B> B filled(std::uint8_t value)
{
    B out;
    out.data.fill(value);
    return out;
}

TabletFile example()
{
    TabletFile f;
    f.home = filled<HomeId>(1);
    f.homeName = "Huset ved åen";
    f.device = filled<DeviceId>(2);
    f.name = "Fællesstuen \"ny\"";
    f.kind = TabletKind::Staff;
    f.host = "192.168.1.10";
    f.port = 7443;
    f.pin = filled<Hash256>(3);
    f.caPem = "-----BEGIN CERTIFICATE-----\nca\n-----END CERTIFICATE-----\n";
    f.certificatePem = "-----BEGIN CERTIFICATE-----\ncert\n-----END CERTIFICATE-----\n";
    f.keyPem = "-----BEGIN PRIVATE KEY-----\nkey\n-----END PRIVATE KEY-----\n";
    f.sign = filled<seal::SignSecret>(4);
    f.box = filled<seal::BoxSecret>(5);
    return f;
}

std::string replaced(std::string text, const std::string &from, const std::string &to)
{
    const std::size_t at = text.find(from);
    TRIVSEL_ASSERT(at != std::string::npos);
    return text.replace(at, from.size(), to);
}
} // namespace

class TestTabletFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(seal::initialise()); }
    void whatWasWrittenIsRead();
    void cutShortAnywhereIsRefused();
    void anyChangedByteIsRefusedOrHarmless();
    void complaints_data();
    void complaints();
    void unknownFieldsAreLeftAlone();
    void sizeAtTheLimit();
};

void TestTabletFile::whatWasWrittenIsRead()
{
    const TabletFile f = example();
    const auto read = readTabletFile(writeTabletFile(f));
    QVERIFY2(read.has_value(), read ? "" : read.error().detail().c_str());
    QCOMPARE(read->home, f.home);
    QCOMPARE(read->homeName, f.homeName);
    QCOMPARE(read->device, f.device);
    QCOMPARE(read->name, f.name);
    QCOMPARE(read->kind, f.kind);
    QCOMPARE(read->host, f.host);
    QCOMPARE(read->port, f.port);
    QCOMPARE(read->pin, f.pin);
    QCOMPARE(read->caPem, f.caPem);
    QCOMPARE(read->certificatePem, f.certificatePem);
    QCOMPARE(read->keyPem, f.keyPem);
    QCOMPARE(read->sign, f.sign);
    QCOMPARE(read->box, f.box);
    TabletFile shared = example();
    shared.kind = TabletKind::Shared;
    QCOMPARE(readTabletFile(writeTabletFile(shared))->kind, TabletKind::Shared);
}

void TestTabletFile::cutShortAnywhereIsRefused()
{
    const std::string text = writeTabletFile(example());
    for (std::size_t i = 0; i + 2 < text.size(); ++i) { // the last newline may be missing
        const auto read = readTabletFile(std::string_view(text).substr(0, i));
        QVERIFY(!read.has_value());
        QCOMPARE(read.error().code(), Errc::BadFile);
    }
}

void TestTabletFile::anyChangedByteIsRefusedOrHarmless()
{
    const std::string text = writeTabletFile(example());
    for (std::size_t i = 0; i < text.size(); ++i) {
        std::string bent = text;
        bent[i] = static_cast<char>(bent[i] ^ 1);
        const auto read = readTabletFile(bent);
        if (read) { // white space between fields
            QCOMPARE(writeTabletFile(*read), text);
        }
    }
}

void TestTabletFile::complaints_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("says");
    const std::string good = writeTabletFile(example());
    const auto row = [&good](const char *name, const std::string &from, const std::string &to,
                             const char *says) {
        QTest::newRow(name) << QByteArray::fromStdString(replaced(good, from, to)) << QByteArray(says);
    };
    QTest::newRow("empty") << QByteArray() << QByteArray("cut short");
    QTest::newRow("a picture") << QByteArray("\x89PNG\r\n") << QByteArray("not UTF-8");
    QTest::newRow("another JSON") << QByteArray("[1]") << QByteArray("not an object");
    QTest::newRow("deep JSON") << QByteArray(100, '[') << QByteArray("not JSON");
    QTest::newRow("two files in one")
        << QByteArray::fromStdString(good + good) << QByteArray("follows the end");
    row("not ours", "trivsel-tablet", "other-tablet", "\"format\"");
    row("newer", "\"version\": 1", "\"version\": 2", "newer");
    row("no version", "\"version\"", "\"versio\"", "\"version\"");
    row("version zero", "\"version\": 1", "\"version\": 0", "\"version\"");
    row("home missing", "\"home\"", "\"hom\"", "\"home\"");
    row("short home", std::string(32, '0').replace(0, 32, std::string("01010101010101010101010101010101")),
        "0101", "\"home\"");
    row("null device", "02020202020202020202020202020202", "00000000000000000000000000000000", "\"device\"");
    row("odd pin", "0303", "030", "\"pin\"");
    row("kind", "\"staff\"", "\"guest\"", "\"kind\"");
    row("host with a path", "192.168.1.10", "http://x/y", "\"host\"");
    row("empty host", "\"192.168.1.10\"", "\"\"", "\"host\"");
    row("port zero", "7443", "0", "\"port\"");
    row("port too high", "7443", "65536", "\"port\"");
    row("port as text", "7443", "\"7443\"", "\"port\"");
    row("no certificate", "\"certificate\": \"-----BEGIN", "\"certificate\": \"-----BEGUN",
        "\"certificate\"");
    row("no CA", "\"ca\"", "\"cb\"", "\"ca\"");
    row("no key", "\"key\"", "\"kez\"", "\"key\"");
    row("name too long", "Huset", std::string(300, 'H'), "\"homeName\"");
    row("no check", "\"check\"", "\"chekc\"", "\"check\"");
    row("edited", "7443", "7444", "\"check\"");
    row("another key", "0404", "0504", "\"check\"");
}

void TestTabletFile::complaints()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, says);
    const auto read = readTabletFile(text.toStdString());
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().code(), Errc::BadFile);
    QVERIFY2(read.error().detail().find(says.toStdString()) != std::string::npos,
             read.error().detail().c_str());
    QVERIFY(read.error().detail().find("0404") == std::string::npos); // never a secret in a message
}

void TestTabletFile::unknownFieldsAreLeftAlone()
{
    const std::string text =
        replaced(writeTabletFile(example()), "\"host\"", "\"colour\": [1, 2],\n  \"host\"");
    QVERIFY(readTabletFile(text).has_value());
}

void TestTabletFile::sizeAtTheLimit()
{
    std::string text = writeTabletFile(example());
    for (const std::size_t size :
         {limits::kTabletFileBytesMax - 1, limits::kTabletFileBytesMax, limits::kTabletFileBytesMax + 1}) {
        text.resize(size, ' ');
        QCOMPARE(readTabletFile(text).has_value(), size <= limits::kTabletFileBytesMax);
    }
}

QTEST_GUILESS_MAIN(TestTabletFile)
#include "tst_tablet_file.moc"
