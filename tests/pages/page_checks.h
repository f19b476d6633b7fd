#pragma once

#include <QQuickWindow>
#include <QStringList>

namespace trivsel::test {

/**
 * What is wrong with the page that shows, a sentence each: words that are cut, that stick out of what holds
 * them, that lie over other words, or that are broken in the middle; things to press that are smaller than a
 * finger.
 */
[[nodiscard]] QStringList faultsOf(QQuickWindow &window, qreal pxPerMm);

} // namespace trivsel::test
