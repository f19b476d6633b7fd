#pragma once

#include <QAccessible>
#include <QPointingDevice>
#include <QQuickItem>
#include <QQuickWindow>

#include <functional>
#include <memory>

namespace trivsel::bench {

/**
 * A person's hands in front of a window: finds what it shows by the name that a screen reader says, and
 * touches it. What never comes ends the program with a sentence.
 */
class Hands
{
public:
    explicit Hands(QQuickWindow &window);

    /** The first thing of that role and name that shows; nullptr when there is none. */
    [[nodiscard]] QAccessibleInterface *look(QAccessible::Role role, const QString &name) const;
    /** look(), as soon as it shows and stays where it is. */
    [[nodiscard]] QAccessibleInterface *find(QAccessible::Role role, const QString &name) const;
    /** The names of all that shows of that role, from the top. */
    [[nodiscard]] QStringList names(QAccessible::Role role) const;
    /** Lets the program go on until `done`. */
    void until(const char *what, const std::function<bool()> &done) const;
    /** A page that has just come takes no taps: they were meant for the one before. Waits until it does. */
    void waitForPage() const;
    /** A finger down and up in the middle of it. */
    void tap(QAccessibleInterface &what);
    /** tap() on a button. */
    void press(const QString &button);
    /** A finger in the middle of the window that moves by `step` pixels `count` times, a frame each. */
    void drag(int step, int count);

private:
    QQuickWindow &m_window;
    QPointingDevice *m_finger;
};

} // namespace trivsel::bench
