#include "tests/pages/page_checks.h"

#include <QAccessible>
#include <QFontMetricsF>
#include <QQuickItem>
#include <QRegularExpression>

#include <algorithm>

namespace trivsel::test {
namespace {

constexpr qreal kRounding = 1.5;     // pixels that layouts round away
constexpr qreal kFingerMm = 12;      // the short side of what can be pressed
constexpr qreal kFingerPhoneMm = 10; // five tabs beside each other
constexpr int kPhonePx = 600;        // a window with a shorter side is a phone, as Theme has it
constexpr qreal kEverywhere = 1e6;

/** Words that show. */
struct Words
{
    QQuickItem *item;
    QString text;
    QRectF ink;    // of the letters, in the window
    QRectF within; // where they may be: what moves may be above or below what shows of it
    QRectF seen;   // what the parents show
};

QString quoted(const QString &text)
{
    return QStringLiteral("'%1'").arg(text.simplified().left(60));
}

QRectF inWindow(const QQuickItem &item, const QRectF &rect)
{
    return item.mapRectToScene(rect);
}

/** The letters of a Text, which need not fill it. */
QRectF inkOf(const QQuickItem &item)
{
    const qreal width = item.property("contentWidth").toReal();
    const qreal height = item.property("contentHeight").toReal();
    const int across = item.property("horizontalAlignment").toInt();
    const int down = item.property("verticalAlignment").toInt();
    const qreal left = (across & Qt::AlignRight) != 0     ? item.width() - width
                       : (across & Qt::AlignHCenter) != 0 ? (item.width() - width) / 2
                                                          : 0;
    const qreal top = (down & Qt::AlignBottom) != 0    ? item.height() - height
                      : (down & Qt::AlignVCenter) != 0 ? (item.height() - height) / 2
                                                       : 0;
    return {left, top, width, height};
}

/** Everything below that a person sees; `within` and `seen` are what the parents leave of the window. */
void collect(QQuickItem &item, QRectF within, QRectF seen, std::vector<Words> &words)
{
    if (!item.isVisible() || item.opacity() < 0.01) {
        return;
    }
    const QRectF here = inWindow(item, {0, 0, item.width(), item.height()});
    if (item.clip()) {
        seen = seen.intersected(here);
        within = within.intersected(here);
    }
    if (item.inherits("QQuickFlickable") &&
        item.property("contentHeight").toReal() > item.height() + kRounding) {
        within = QRectF(within.left(), -kEverywhere, within.width(),
                        2 * kEverywhere); // never anything to the side
    }
    const QString text = item.property("text").toString();
    if (item.inherits("QQuickText") && !text.trimmed().isEmpty()) {
        words.push_back({&item, text, inWindow(item, inkOf(item)), within, seen});
    }
    for (QQuickItem *child : item.childItems()) {
        collect(*child, within, seen, words);
    }
}

void checkFit(const Words &words, QStringList &faults)
{
    const QQuickItem &item = *words.item;
    if (item.property("truncated").toBool()) {
        faults << QStringLiteral("%1 is cut").arg(quoted(words.text));
    }
    if (item.property("contentWidth").toReal() > item.width() + kRounding) {
        faults << QStringLiteral("%1 is wider than its place").arg(quoted(words.text));
    }
    if (!words.within.adjusted(-kRounding, -kRounding, kRounding, kRounding).contains(words.ink)) {
        faults << QStringLiteral("%1 sticks out of the page or of what holds it").arg(quoted(words.text));
    }
    if (item.property("fontSizeMode").toInt() != 0) {
        return; // fits itself to its place
    }
    const QFontMetricsF metrics(item.property("font").value<QFont>());
    static const QRegularExpression gaps(QStringLiteral("[\\s\\x{00AD}\\-–/]+"));
    static const QRegularExpression tags(QStringLiteral("<[^>]*>"));
    for (const QString &word : QString(words.text).remove(tags).split(gaps, Qt::SkipEmptyParts)) {
        if (metrics.horizontalAdvance(word) > item.width() + kRounding) {
            faults << QStringLiteral("%1 is broken in the middle").arg(quoted(word));
        }
    }
}

void checkOverlaps(const std::vector<Words> &all, QStringList &faults)
{
    for (std::size_t one = 0; one < all.size(); ++one) {
        for (std::size_t other = one + 1; other < all.size(); ++other) {
            const QRectF both = all[one]
                                    .ink.intersected(all[one].seen)
                                    .intersected(all[other].ink.intersected(all[other].seen));
            if (both.width() > 2 * kRounding && both.height() > 4 * kRounding) {
                faults
                    << QStringLiteral("%1 lies over %2").arg(quoted(all[one].text), quoted(all[other].text));
            }
        }
    }
}

/** Of the keyboard: a phone has room for smaller ones only, and none has a neighbour's gap (tst_trkeyboard).
 */
bool isKey(const QObject &item)
{
    return QByteArray(item.metaObject()->className()).startsWith("TrKey_");
}

void checkTargets(QAccessibleInterface *from, qreal least, QStringList &faults)
{
    for (int at = 0; from != nullptr && at < from->childCount(); ++at) {
        QAccessibleInterface *child = from->child(at);
        if (child == nullptr || child->state().invisible) {
            continue;
        }
        const QAccessible::Role role = child->role();
        const auto *item = qobject_cast<QQuickItem *>(child->object());
        const bool pressed =
            role == QAccessible::Button || role == QAccessible::RadioButton || role == QAccessible::PageTab;
        if (pressed && item != nullptr && !isKey(*item) && std::min(item->width(), item->height()) < least) {
            faults << QStringLiteral("%1 is smaller than a finger: %2 × %3")
                          .arg(quoted(child->text(QAccessible::Name)))
                          .arg(item->width())
                          .arg(item->height());
        }
        checkTargets(child, least, faults);
    }
}

} // namespace

QStringList faultsOf(QQuickWindow &window, qreal pxPerMm)
{
    const bool isPhone = std::min(window.width(), window.height()) < kPhonePx;
    QStringList faults;
    std::vector<Words> words;
    const QRectF all(QPointF(), QSizeF(window.size()));
    collect(*window.contentItem(), all, all, words);
    for (const Words &one : words) {
        checkFit(one, faults);
    }
    checkOverlaps(words, faults);
    checkTargets(QAccessible::queryAccessibleInterface(&window),
                 (isPhone ? kFingerPhoneMm : kFingerMm) * pxPerMm - kRounding, faults);
    faults.removeDuplicates();
    return faults;
}

} // namespace trivsel::test
