#include "app/main/qt_idle_timer.h"

#include <QTest>

using trivsel::app::QtIdleTimer;

/** The clock runs while the tablet sleeps, and the timer does not. */
class TestIdleTimer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void itRingsWhenTheTimeIsOver()
    {
        int rung = 0;
        QtIdleTimer timer([this] { return m_now; });
        timer.onExpired([&] { ++rung; });
        timer.start(45'000);
        m_now += 44'999;
        QVERIFY(!timer.overdue());
        m_now += 1;
        QVERIFY(timer.overdue());
        QTRY_COMPARE(rung, 1);
        QVERIFY(!timer.overdue()); // once
    }

    void itIsOverdueAsSoonAsTheTabletWakes()
    {
        QtIdleTimer timer([this] { return m_now; });
        timer.start(45'000);
        m_now += 8 * 3'600'000;
        QVERIFY(timer.overdue());
        timer.start(45'000); // somebody is known to be there
        QVERIFY(!timer.overdue());
        timer.stop();
        m_now += 46'000;
        QVERIFY(!timer.overdue());
    }

private:
    std::int64_t m_now = 1'000;
};

QTEST_GUILESS_MAIN(TestIdleTimer)
#include "tst_idle_timer.moc"
