// The certificate that a tablet shows: a new one is on trial beside the old one, whatever fails in between.
#include "tests/app/engine/test_home.h"
#include "tests/support/fault_story.h"
#include "tests/support/must.h"

#include <QTemporaryDir>
#include <QTest>

using namespace trivsel;
using namespace trivsel::test;

namespace {

const std::string kBegin = "-----BEGIN CERTIFICATE-----\n";
const std::string kSecond = kBegin + "second\n-----END CERTIFICATE-----\n";
const std::string kThird = kBegin + "third\n-----END CERTIFICATE-----\n";

/** A certificate comes, is used, another one comes, and is refused. */
class RenewalStory final : public Story
{
public:
    RenewalStory(MemoryDisk &disk, const std::filesystem::path &dir)
        : m_disk(disk), m_dir(dir), m_tablet(m_home, dir, "Stuen", 3, TabletKind::Shared, disk.name())
    {
        m_home.meet(*m_tablet);
        m_tablet.close();
        m_template = disk.image(dir);
        m_first = m_tablet.file().certificatePem;
    }
    void begin() override
    {
        m_tablet.close();
        m_disk.restore(m_dir, m_template);
    }
    std::vector<std::function<Status()>> steps() override
    {
        return {
            [this] { return m_tablet.tryOpen(); },
            [this] { return answered(m_first, kSecond, kSecond); },
            [this] { return answered(kSecond, "", kSecond); },
            [this] { return answered(kSecond, kThird, kThird); },
        };
    }
    void drop() override { m_tablet.close(); }
    std::string describe() override
    {
        if (const Status opened = m_tablet.tryOpen(); !opened) {
            return std::string("does not open: ") + nameOf(opened.error().code());
        }
        std::string out = "shows " + m_tablet->identityToShow().certificatePem;
        out += m_tablet->giveUpNewCertificate() ? "on trial, before it " : "alone ";
        out += m_tablet->identityToShow().certificatePem;
        m_tablet.close();
        return out;
    }

private:
    /** A server answers under `shown`, when this is what the tablet shows, and gives it `next`. */
    Status answered(const std::string &shown, const std::string &next, const std::string &then)
    {
        if (!m_tablet.isOpen()) {
            return fail(Errc::Closed, "not running");
        }
        const auto shows = [this] { return m_tablet->identityToShow().certificatePem; };
        if (shows() != shown) { // tried again: it was stored after all
            return shows() == then ? Status() : fail(Errc::Internal, "shows another one");
        }
        TRIVSEL_TRY(m_tablet->syncPort().noteCertificate(next));
        // A full disk is no error of the run: the server offers it again another day.
        return shows() == then ? Status() : fail(Errc::StoreFull);
    }
    MemoryDisk &m_disk;
    std::filesystem::path m_dir;
    TestHome m_home;
    EngineTablet m_tablet;
    MemoryDisk::Image m_template;
    std::string m_first;
};

} // namespace

class TestCertificate : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>(QString::fromStdString(scratchTemplate()));
        m_home = std::make_unique<TestHome>();
        m_tablet = std::make_unique<EngineTablet>(*m_home, m_dir->filePath("a").toStdString());
    }
    void cleanup()
    {
        m_tablet.reset();
        m_home.reset();
    }

    void atFirstItIsTheOneOfThePairing()
    {
        QCOMPARE(shows(), m_tablet->file().certificatePem);
        QVERIFY(!(*m_tablet)->giveUpNewCertificate()); // there is no other
        must(port().noteCertificate(""));
        QCOMPARE(shows(), m_tablet->file().certificatePem);
    }

    void aNewOneIsTriedAndThenKept()
    {
        must(port().noteCertificate(kSecond));
        m_tablet->reopen(); // before it was used
        QCOMPARE(shows(), kSecond);
        QCOMPARE((*m_tablet)->identity().certificatePem, m_tablet->file().certificatePem); // the file stays
        must(port().noteCertificate("")); // a server has answered under it
        m_tablet->reopen();
        QCOMPARE(shows(), kSecond);
        QVERIFY(!(*m_tablet)->giveUpNewCertificate());
        QCOMPARE(shows(), kSecond);
    }

    void oneThatIsRefusedGivesWayToTheOneBefore()
    {
        must(port().noteCertificate(kSecond));
        must(port().noteCertificate(kThird)); // the second holds, the third is on trial
        QCOMPARE(shows(), kThird);
        QVERIFY((*m_tablet)->giveUpNewCertificate());
        QCOMPARE(shows(), kSecond);
        m_tablet->reopen();
        QCOMPARE(shows(), kSecond);
    }

    void theSameOneAgainIsNothingNew()
    {
        must(port().noteCertificate(kSecond));
        must(port().noteCertificate(kSecond)); // used, and offered once more
        QVERIFY(!(*m_tablet)->giveUpNewCertificate());
        QCOMPARE(shows(), kSecond);
    }

    void whatIsNoCertificateIsPassedOver_data()
    {
        QTest::addColumn<QByteArray>("pem");
        QTest::newRow("words") << QByteArray("certificate");
        QTest::newRow("a key") << QByteArray("-----BEGIN PRIVATE KEY-----\n");
        QTest::newRow("one byte too long") << QByteArray::fromStdString(ofSize(8193));
    }
    void whatIsNoCertificateIsPassedOver()
    {
        QFETCH(QByteArray, pem);
        must(port().noteCertificate(pem.toStdString()));
        QCOMPARE(shows(), m_tablet->file().certificatePem);
    }
    void theLongestIsTaken()
    {
        must(port().noteCertificate(ofSize(8192)));
        QCOMPARE(shows(), ofSize(8192));
    }

    void nothingIsLostInBetween_data()
    {
        QTest::addColumn<int>("what");
        QTest::newRow("every call fails once") << 0;
        QTest::newRow("every call fails for ever") << 1;
        QTest::newRow("every fsync fails") << 2;
        QTest::newRow("power goes at every write") << 3;
        QTest::newRow("the disk is full") << 4;
    }
    void nothingIsLostInBetween()
    {
        QFETCH(int, what);
        const std::filesystem::path dir = m_dir->filePath("story").toStdString();
        MemoryDisk disk("renewal" + std::to_string(what));
        RenewalStory story(disk, dir);
        FaultRuns runs(disk, dir, story);
        const std::string wrong = what == 0   ? runs.everyCall(false)
                                  : what == 1 ? runs.everyCall(true)
                                  : what == 2 ? runs.everySync()
                                  : what == 3 ? runs.powerCutAtEveryWrite(5)
                                              : runs.fullAtEveryWrite();
        QVERIFY2(wrong.empty(), wrong.c_str());
        QVERIFY(runs.runs() > 3);
    }

private:
    static std::string ofSize(std::size_t size) { return kBegin + std::string(size - kBegin.size(), 'x'); }
    session::TabletPort &port() { return (*m_tablet)->syncPort(); }
    std::string shows() { return (*m_tablet)->identityToShow().certificatePem; }
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<TestHome> m_home;
    std::unique_ptr<EngineTablet> m_tablet;
};

QTEST_GUILESS_MAIN(TestCertificate)
#include "tst_certificate.moc"
