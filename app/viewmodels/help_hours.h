#pragma once

#include <QString>
#include <QTime>

namespace trivsel::app {

enum class Reached { Unknown, Within, Outside };

/**
 * Whether somebody can be reached at that time, from what the office wrote beside their number: "kl. 8–16",
 * "kl. 7.30-15", "8:00 - 16:00", "22-7", "hele døgnet". Unknown for whatever says more than that: nothing is
 * guessed. The end is not within.
 */
[[nodiscard]] Reached reachedAt(const QString &note, QTime now);

} // namespace trivsel::app
