#include "app/viewmodels/help_hours.h"

#include <QRegularExpression>

namespace trivsel::app {

namespace {

/** The last moment of a day can be written as 24. */
constexpr int kDayMinutes = 24 * 60;

/** -1: no time of a day. */
int minutesOf(const QString &hour, const QString &minute)
{
    const int all = hour.toInt() * 60 + minute.toInt();
    return minute.toInt() < 60 && all <= kDayMinutes ? all : -1;
}

} // namespace

Reached reachedAt(const QString &note, QTime now)
{
    const QString said = note.simplified().toLower();
    if (said == QStringLiteral("hele døgnet") || said == QStringLiteral("døgnet rundt")) {
        return Reached::Within;
    }
    static const QRegularExpression hours(QRegularExpression::anchoredPattern(
        QStringLiteral("(?:kl\\.? ?)?(\\d{1,2})(?:[.:](\\d{2}))? ?(?:[-–]|til) ?(?:kl\\.? "
                       "?)?(\\d{1,2})(?:[.:](\\d{2}))?\\.?")));
    const auto match = hours.match(said);
    const int from = match.hasMatch() ? minutesOf(match.captured(1), match.captured(2)) : -1;
    const int until = match.hasMatch() ? minutesOf(match.captured(3), match.captured(4)) : -1;
    if (from < 0 || until < 0 || from == until || !now.isValid()) {
        return Reached::Unknown;
    }
    const int at = now.hour() * 60 + now.minute();
    const bool within = from < until ? at >= from && at < until : at >= from || at < until; // over midnight
    return within ? Reached::Within : Reached::Outside;
}

} // namespace trivsel::app
