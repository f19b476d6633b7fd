// The checks of the pages see what they are there for: each kind of fault in a small window of its own, and
// none in one without.
#include "tests/pages/longer_words.h"
#include "tests/pages/page_checks.h"
#include "tests/pages/page_pictures.h"

#include <QAccessible>
#include <QPainter>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QTemporaryDir>
#include <QtTest>

using namespace trivsel;

namespace {

constexpr qreal kPxPerMm = 6;

/** A page as it is drawn, with a button `moved` to the right. */
QImage page(int moved)
{
    QImage image(1280, 800, QImage::Format_RGB32);
    image.fill(QColor(243, 238, 230));
    QPainter painter(&image);
    painter.fillRect(100 + moved, 600, 300, 80, QColor(52, 89, 74));
    painter.drawText(100, 100, QStringLiteral("Hvordan går det?"));
    return image;
}

} // namespace

class TestChecks : public QObject
{
    Q_OBJECT

private:
    /** What is wrong with a window of 800 × 700 that holds this. */
    QStringList faults(const QByteArray &items)
    {
        QQmlComponent component(&m_engine);
        component.setData("import QtQuick\nWindow { visible: true; width: 800; height: 700\n" + items + "\n}",
                          {});
        const std::unique_ptr<QObject> made(component.create());
        auto *window = qobject_cast<QQuickWindow *>(made.get());
        if (window == nullptr) {
            return {component.errorString()};
        }
        (void)window->grabWindow();
        return test::faultsOf(*window, kPxPerMm);
    }

    QQmlEngine m_engine;

private Q_SLOTS:
    void initTestCase() { QAccessible::setActive(true); }
    void seesWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("items");
        QTest::addColumn<QString>("fault"); // empty: nothing is wrong
        const auto row = [](const char *name, const char *items, const char *fault) {
            QTest::newRow(name) << QByteArray(items) << QString::fromUtf8(fault);
        };
        row("a page that holds", "Text { x: 9; y: 9; text: 'Hvem er du?' }", "");
        row("cut", "Text { width: 60; elide: Text.ElideRight; text: 'Har du brug for nogen nu?' }", "is cut");
        row("wider than its place", "Text { width: 60; text: 'Har du brug for nogen nu?' }",
            "is wider than its place");
        row("out of the window", "Text { x: 760; text: 'Personale' }", "sticks out");
        row("out of what holds it", "Item { clip: true; width: 90; height: 8; Text { text: 'Skjul' } }",
            "sticks out");
        row("below in what moves",
            "Flickable { anchors.fill: parent; contentHeight: 2000; Text { y: 1500; text: 'Skriv' } }", "");
        row("beside in what moves",
            "Flickable { anchors.fill: parent; contentHeight: 2000; Text { x: 790; text: 'Skriv' } }",
            "sticks out");
        row("over each other", "Text { text: 'Ret godt' } Text { x: 4; y: 4; text: 'Rigtig godt' }",
            "lies over");
        row("over what is hidden", "Text { text: 'Ret godt' } Text { visible: false; text: 'Rigtig godt' }",
            "");
        row("a broken word", "Text { width: 40; wrapMode: Text.Wrap; text: 'En halvdårlig dag' }",
            "is broken in the middle");
        row("smaller than a finger",
            "Rectangle { width: 200; height: 71 - 4; Accessible.role: Accessible.Button; Accessible.name: "
            "'Gem' }",
            "is smaller than a finger");
        row("as large as a finger",
            "Rectangle { width: 200; height: 72; Accessible.role: Accessible.Button; Accessible.name: 'Gem' "
            "}",
            "");
    }
    void seesWhatIsWrong()
    {
        QFETCH(const QByteArray, items);
        QFETCH(const QString, fault);
        const QStringList found = faults(items);
        QCOMPARE(found.size(), fault.isEmpty() ? 0 : 1);
        QVERIFY2(fault.isEmpty() || found.first().contains(fault), qPrintable(found.join(u'\n')));
    }
    void seesAnotherPicture()
    {
        const QTemporaryDir dir;
        const QDir folder(dir.path());
        QVERIFY(
            test::differs(page(0), folder, QStringLiteral("side")).contains(QStringLiteral("no picture")));
        QVERIFY(test::keptPicture(page(0)).save(folder.filePath(QStringLiteral("side.png"))));
        QCOMPARE(test::differs(page(0), folder, QStringLiteral("side")), QString());
        QCOMPARE(test::differs(page(1), folder, QStringLiteral("side")), QString()); // a font's pixel
        QVERIFY(
            test::differs(page(40), folder, QStringLiteral("side")).contains(QStringLiteral("otherwise")));
        const QImage small = page(0).scaled(800, 800);
        QVERIFY(
            test::differs(small, folder, QStringLiteral("side")).contains(QStringLiteral("another size")));
    }
    void wordsAreLonger()
    {
        const QTranslator none;
        const test::LongerWords longer(none, 40);
        const QString text = longer.translate("Side", "Gem og vis", nullptr, -1);
        QVERIFY(text.startsWith(QStringLiteral("Gem og vis ")));
        QCOMPARE(text.size(), 14);
    }
};

QTEST_MAIN(TestChecks)
#include "tst_checks.moc"
