#include "tests/bench/hands.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QtGui/QGuiApplication>
#include <QtTest/QTest>

#include <cstdio>
#include <cstdlib>

namespace trivsel::bench {
namespace {

constexpr int kPatienceMs = 30'000;

/** Everything below that shows, from the top; `visit` says whether to go on. */
bool walk(QAccessibleInterface *from, const std::function<bool(QAccessibleInterface &)> &visit)
{
    for (int at = 0; from != nullptr && at < from->childCount(); ++at) {
        QAccessibleInterface *child = from->child(at);
        if (child == nullptr || child->state().invisible) {
            continue;
        }
        if (!visit(*child) || !walk(child, visit)) {
            return false;
        }
    }
    return true;
}

} // namespace

Hands::Hands(QQuickWindow &window) : m_window(window), m_finger(QTest::createTouchDevice())
{
    QAccessible::setActive(true);
}

QAccessibleInterface *Hands::look(QAccessible::Role role, const QString &name) const
{
    QAccessibleInterface *found = nullptr;
    walk(QAccessible::queryAccessibleInterface(&m_window), [&](QAccessibleInterface &one) {
        found = one.role() == role && one.text(QAccessible::Name) == name ? &one : nullptr;
        return found == nullptr;
    });
    return found;
}

QStringList Hands::names(QAccessible::Role role) const
{
    QStringList names;
    walk(QAccessible::queryAccessibleInterface(&m_window), [&](QAccessibleInterface &one) {
        if (one.role() == role) {
            names << one.text(QAccessible::Name);
        }
        return true;
    });
    return names;
}

void Hands::until(const char *what, const std::function<bool()> &done) const
{
    QElapsedTimer timer;
    timer.start();
    while (!done()) {
        if (timer.elapsed() > kPatienceMs) {
            std::fprintf(stderr, "bench_ui: %s never came; there are: %s\n", what,
                         qPrintable(names(QAccessible::Button).join(QStringLiteral(", "))));
            std::exit(1);
        }
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
    }
}

QAccessibleInterface *Hands::find(QAccessible::Role role, const QString &name) const
{
    QAccessibleInterface *found = nullptr;
    QRect where;
    until(qPrintable(name), [&] {
        found = look(role, name);
        const QRect now = found != nullptr ? found->rect() : QRect();
        return !std::exchange(where, now).isNull() && where == now;
    });
    return found;
}

void Hands::tap(QAccessibleInterface &what)
{
    const QPoint at = m_window.mapFromGlobal(what.rect().center());
    QTest::touchEvent(&m_window, m_finger).press(0, at, &m_window);
    QTest::touchEvent(&m_window, m_finger).release(0, at, &m_window);
}

void Hands::waitForPage() const
{
    const auto *quiet = m_window.findChild<QQuickItem *>(QStringLiteral("quiet"));
    until("the end of a page's quiet time",
          [quiet] { return quiet == nullptr || !quiet->property("enabled").toBool(); });
}

void Hands::press(const QString &button)
{
    QAccessibleInterface *found = find(QAccessible::Button, button);
    waitForPage();
    tap(*found);
}

void Hands::drag(int step, int count)
{
    constexpr int kFrameMs = 16;
    QPoint at(m_window.width() / 2, m_window.height() / 2);
    QTest::touchEvent(&m_window, m_finger).press(0, at, &m_window);
    for (int moved = 0; moved < count; ++moved) {
        at.ry() += step;
        QTest::touchEvent(&m_window, m_finger).move(0, at, &m_window);
        QTest::qWait(kFrameMs);
    }
    QTest::touchEvent(&m_window, m_finger).release(0, at, &m_window);
}

} // namespace trivsel::bench
