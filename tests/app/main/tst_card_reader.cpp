#include "app/main/card_reader.h"
#include "tests/app/viewmodels/app_fixture.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QTest>
#include <QWindow>

using namespace trivsel;
using namespace trivsel::app;
using Step = PicturesViewModel::Step;

/** A reader types as fast as no hand. */
class TestCardReader : public QObject
{
    Q_OBJECT

    /** What came through to the page. */
    class Page : public QWindow
    {
    public:
        QString typed;
        int enters = 0;

    protected:
        void keyPressEvent(QKeyEvent *event) override
        {
            enters += event->key() == Qt::Key_Return ? 1 : 0;
            typed += event->key() == Qt::Key_Return ? QString() : event->text();
        }
    };
    std::unique_ptr<test::AppFixture> m;
    std::unique_ptr<CardReader> m_reader;
    std::unique_ptr<Page> m_page;
    std::uint64_t m_now = 10'000;

    PicturesViewModel &vm() { return *m->app.pictures(); }
    void key(int code, const QString &text, std::uint64_t afterMs)
    {
        m_now += afterMs;
        QKeyEvent event(QEvent::KeyPress, code, Qt::NoModifier, text);
        event.setTimestamp(m_now);
        QCoreApplication::sendEvent(m_page.get(), &event);
    }
    void type(const QString &text, std::uint64_t gapMs = 20)
    {
        for (const QChar one : text) {
            key(one.toUpper().unicode(), one, gapMs);
        }
        key(Qt::Key_Return, QStringLiteral("\r"), gapMs);
        m->settle();
    }

private Q_SLOTS:
    void init()
    {
        m = std::make_unique<test::AppFixture>();
        m->home.addOwn(m->home.sofie);
        m->home.addDevice(m->tablet.file());
        m->meet();
        m_reader = std::make_unique<CardReader>(m->app);
        m_page = std::make_unique<Page>();
        m->enter(QStringLiteral("Sofie"));
        m->app.resident()->openPictures();
        m->settle();
        vm().choose();
        vm().chooseCard();
        QCOMPARE(vm().step(), Step::ChooseCard);
    }
    void cleanup()
    {
        m_page.reset();
        m_reader.reset();
        m.reset();
    }

    void twiceTheSameCard()
    {
        type(QStringLiteral("0012345678"));
        QCOMPARE(vm().step(), Step::RepeatCard);
        type(QStringLiteral("0012345678"), CardReader::kGapMs);
        QCOMPARE(vm().step(), Step::Opened);
        QCOMPARE(m_page->enters, 0); // no button was pressed by it
    }
    void aHandIsNoReader()
    {
        type(QStringLiteral("0012345678"), CardReader::kGapMs + 1);
        QCOMPARE(vm().step(), Step::ChooseCard);
        QCOMPARE(vm().note(), PicturesViewModel::Note::None);
        QCOMPARE(m_page->enters, 1);
    }
    void elsewhereItTypesNothingSpecial()
    {
        vm().back();
        type(QStringLiteral("0012345678"));
        QCOMPARE(vm().step(), Step::Choose);
        QCOMPARE(m_page->typed, QStringLiteral("0012345678"));
        QCOMPARE(m_page->enters, 1);
    }
    void tooLongIsRefusedAndNotCut()
    {
        type(QString(static_cast<int>(seal::kCardTextMax), QLatin1Char('7')));
        QCOMPARE(vm().step(), Step::RepeatCard);
        vm().back();
        vm().chooseCard();
        type(QString(static_cast<int>(seal::kCardTextMax) + 40, QLatin1Char('7')));
        QCOMPARE(vm().step(), Step::ChooseCard);
        QCOMPARE(vm().note(), PicturesViewModel::Note::Unreadable);
    }
    void whatWasTypedBeforeIsNoPartOfIt()
    {
        key(Qt::Key_X, QStringLiteral("x"), 20);
        m_now += 500;
        type(QStringLiteral("0012345678"));
        type(QStringLiteral("0012345678"));
        QCOMPARE(vm().step(), Step::Opened);
    }
};

QTEST_MAIN(TestCardReader)
#include "tst_card_reader.moc"
