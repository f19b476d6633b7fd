// What staff measured of the screen: kept on the tablet, and believed only when it can be a screen.
#include "app/platform/screen_measure.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <cmath>

using namespace trivsel::platform;

class TestScreenMeasure : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    std::filesystem::path dir() const { return m_dir.path().toStdString(); }
    void put(const QByteArray &bytes)
    {
        QFile file(m_dir.filePath(QStringLiteral("screen")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }

private Q_SLOTS:
    void init() { QFile::remove(m_dir.filePath(QStringLiteral("screen"))); }

    void nobodyHasMeasured() { QVERIFY(!readMeasuredPxPerMm(dir())); }

    void whatIsKeptIsReadAgain()
    {
        QVERIFY(keepMeasuredPxPerMm(dir(), 5.87));
        QVERIFY(std::abs(*readMeasuredPxPerMm(dir()) - 5.87) < 0.001);
        QVERIFY(keepMeasuredPxPerMm(dir(), 60 / 25.4 + 0.001)); // the ends, and a new one in its place
        QVERIFY(keepMeasuredPxPerMm(dir(), 400 / 25.4 - 0.001));
        QVERIFY(std::abs(*readMeasuredPxPerMm(dir()) - 400 / 25.4) < 0.01);
    }

    void whatCanBeNoScreenIsNotKept()
    {
        QVERIFY(keepMeasuredPxPerMm(dir(), 5.87));
        for (const double wrong : {0.0, -1.0, 2.3, 15.8}) {
            QVERIFY(!keepMeasuredPxPerMm(dir(), wrong));
        }
        QVERIFY(readMeasuredPxPerMm(dir())); // what stood there stays
    }

    void aDamagedFileIsNoMeasure()
    {
        for (const QByteArray &bytes : {QByteArray(), QByteArray("mm"), QByteArray("5.87 x"),
                                        QByteArray("1000"), QByteArray(33, '5'), QByteArray("\0\xFF", 2)}) {
            put(bytes);
            QVERIFY(!readMeasuredPxPerMm(dir()));
        }
        put("5.87\n");
        QVERIFY(readMeasuredPxPerMm(dir()));
    }

    void aFolderThatIsNotThereKeepsNothing()
    {
        QVERIFY(!keepMeasuredPxPerMm(dir() / "nowhere", 5.87));
        QVERIFY(!readMeasuredPxPerMm(dir() / "nowhere"));
    }
};

QTEST_GUILESS_MAIN(TestScreenMeasure)
#include "tst_screen_measure.moc"
