#include "proto/journal/key_store.h"

#include "tests/support/changes.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace trivsel;
using namespace trivsel::journal;
using test::filled;
using test::stream;

class TestKeyStore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void keysSurviveAndAreNotInTheClear();
    void theNewestVersionIsTheHighest();
    void aVersionNeverChangesItsKey();
    void anotherWrapKeyIsNoticed();
    void aRowMovedToAnotherStreamIsNoticed();
    void whatAnotherProcessPutsIsReloaded();
    void aDestroyedKeyIsGoneFromTheFiles();
    void aJournalIsNoKeyFile();

private:
    Result<KeyDb> open(std::uint8_t wrapKey = 1);
    QByteArray allBytes() const;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::filesystem::path m_file;
    seal::StreamKey m_key = randomBytes<seal::StreamKey>(test::seededRandom(4));
};

void TestKeyStore::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_file = std::filesystem::path(m_dir->path().toStdString()) / "keys.db";
}

Result<KeyDb> TestKeyStore::open(std::uint8_t wrapKey)
{
    return KeyDb::open(m_file, filled<seal::WrapKey>(wrapKey), {.create = true}, test::seededRandom(wrapKey));
}

QByteArray TestKeyStore::allBytes() const
{
    QByteArray out;
    for (const QString &name : QDir(m_dir->path()).entryList(QDir::Files)) {
        QFile file(m_dir->filePath(name));
        if (file.open(QIODevice::ReadOnly)) {
            out += file.readAll();
        }
    }
    return out;
}

void TestKeyStore::keysSurviveAndAreNotInTheClear()
{
    {
        auto keys = open();
        QVERIFY(keys);
        QVERIFY(keys->put(stream(1), 1, m_key));
        QCOMPARE(keys->key(stream(1), 1), std::optional(m_key));
        QVERIFY(!allBytes().contains(QByteArray::fromStdString(m_key.str())));
    }
    auto keys = open();
    QCOMPARE(keys->key(stream(1), 1), std::optional(m_key));
    QCOMPARE(keys->key(stream(1), 2), std::nullopt);
    QCOMPARE(keys->key(stream(2), 1), std::nullopt);
    QCOMPARE(keys->all().size(), 1U);
}

void TestKeyStore::theNewestVersionIsTheHighest()
{
    auto keys = open();
    QCOMPARE(keys->newest(stream(2)), 0U);
    QVERIFY(keys->put(stream(2), 2, filled<seal::StreamKey>(2)));
    QVERIFY(keys->put(stream(2), 10, filled<seal::StreamKey>(3)));
    QVERIFY(keys->put(stream(3), 77, filled<seal::StreamKey>(4)));
    QCOMPARE(keys->newest(stream(2)), 10U);
    QCOMPARE(keys->newest(stream(1)), 0U);
    QCOMPARE(keys->newest(stream(4)), 0U);
}

void TestKeyStore::aVersionNeverChangesItsKey()
{
    auto keys = open();
    QVERIFY(keys->put(stream(), 1, m_key));
    QVERIFY(keys->put(stream(), 1, m_key));
    QCOMPARE(keys->put(stream(), 1, filled<seal::StreamKey>(9)).error().code(), Errc::Internal);
    QCOMPARE(keys->key(stream(), 1), std::optional(m_key));
}

void TestKeyStore::anotherWrapKeyIsNoticed()
{
    QVERIFY(open());
    QCOMPARE(open(2).error().code(), Errc::SealBroken); // also while no key is in it
}

void TestKeyStore::aRowMovedToAnotherStreamIsNoticed()
{
    {
        auto keys = open();
        QVERIFY(keys->put(stream(1), 1, m_key));
    }
    auto raw = Database::open(m_file, {.applicationId = KeyDb::kApplicationId});
    QVERIFY(raw->execute("UPDATE key SET version = 2"));
    QCOMPARE(open().error().code(), Errc::SealBroken);
}

void TestKeyStore::whatAnotherProcessPutsIsReloaded()
{
    auto keys = open();
    auto other = open();
    QVERIFY(other->put(stream(), 1, m_key));
    QVERIFY(keys->reload());
    QCOMPARE(keys->key(stream(), 1), std::optional(m_key));
    QVERIFY(other->put(stream(), 2, m_key));
    QCOMPARE(keys->put(stream(), 2, filled<seal::StreamKey>(9)).error().code(),
             Errc::Internal); // notices it by itself
}

void TestKeyStore::aDestroyedKeyIsGoneFromTheFiles()
{
    auto keys = open();
    const std::string row = stream(5).str();
    QVERIFY(keys->put(stream(5), 1, m_key));
    QVERIFY(keys->put(stream(6), 1, m_key));
    QVERIFY(allBytes().contains(QByteArray::fromStdString(row)));
    QVERIFY(keys->destroy(stream(5)));
    QCOMPARE(keys->key(stream(5), 1), std::nullopt);
    QVERIFY(!allBytes().contains(QByteArray::fromStdString(row)));
    QCOMPARE(open()->all().size(), 1U);
}

void TestKeyStore::aJournalIsNoKeyFile()
{
    OpenOptions options;
    options.create = true;
    options.applicationId = 0x54525653;
    QVERIFY(Database::open(m_file, options));
    QCOMPARE(open().error().code(), Errc::StoreForeign);
}

QTEST_GUILESS_MAIN(TestKeyStore)
#include "tst_key_store.moc"
