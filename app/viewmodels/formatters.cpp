#include "app/viewmodels/formatters.h"

#include <QDateTime>

#include <array>

namespace trivsel::app {

namespace {

const QChar kNoBreak(0x00A0);

QDateTime local(std::int64_t ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms);
}

constexpr std::array<const char *, 13> kNumbersDa{"nul", "et",   "to", "tre", "fire",   "fem", "seks",
                                                  "syv", "otte", "ni", "ti",  "elleve", "tolv"};
constexpr std::array<const char *, 13> kNumbersEn{"no",    "one",   "two",  "three", "four",   "five",  "six",
                                                  "seven", "eight", "nine", "ten",   "eleven", "twelve"};

} // namespace

Formatters::Formatters(catalogue::Language language, Now now, QObject *parent)
    : QObject(parent),
      m_language(language),
      m_now(std::move(now)),
      m_locale(language == catalogue::Language::Da ? QLocale(QLocale::Danish, QLocale::Denmark)
                                                   : QLocale(QLocale::English, QLocale::UnitedKingdom))
{
}

QString Formatters::dayIn(std::int64_t ms, QLocale::FormatType month) const
{
    if (ms == 0) {
        return {};
    }
    const QDate date = local(ms).date();
    QString text = QString::number(date.day()) + (danish() ? QStringLiteral(".") : QString()) + kNoBreak +
                   m_locale.monthName(date.month(), month);
    if (date.year() != local(m_now()).date().year()) {
        text += kNoBreak + QString::number(date.year());
    }
    return text;
}

QString Formatters::day(std::int64_t ms) const
{
    return dayIn(ms, QLocale::LongFormat);
}

QString Formatters::dayAndYear(std::int64_t ms) const
{
    const int year = local(ms).date().year();
    const bool thisYear = year == local(m_now()).date().year();
    return ms == 0 || !thisYear ? day(ms) : day(ms) + kNoBreak + QString::number(year);
}

QString Formatters::shortDay(std::int64_t ms) const
{
    return dayIn(ms, QLocale::ShortFormat);
}

QString Formatters::weekday(std::int64_t ms) const
{
    const QString name = m_locale.dayName(local(ms).date().dayOfWeek());
    return danish() ? name + QStringLiteral(" den ") + day(ms) : name + QLatin1Char(' ') + day(ms);
}

QString Formatters::dateWords(const QString &isoDay) const
{
    const QDate date = QDate::fromString(isoDay, Qt::ISODate);
    if (!date.isValid()) {
        return isoDay;
    }
    const QString words = weekday(date.startOfDay().toMSecsSinceEpoch());
    const bool thisYear = date.year() == local(now()).date().year();
    return thisYear ? words : words + kNoBreak + QString::number(date.year());
}

QString Formatters::clock(std::int64_t ms) const
{
    const QTime time = local(ms).time();
    return danish() ? QStringLiteral("kl.") + kNoBreak + time.toString(QStringLiteral("H.mm"))
                    : time.toString(QStringLiteral("H:mm"));
}

QString Formatters::moment(std::int64_t ms) const
{
    if (ms == 0) {
        return {};
    }
    if (local(ms).date() == local(m_now()).date()) {
        return clock(ms);
    }
    return day(ms) + QLatin1Char(' ') + clock(ms);
}

QString Formatters::momentAfterWord(std::int64_t ms) const
{
    const bool today = local(ms).date() == local(m_now()).date();
    return danish() && ms != 0 && !today ? QStringLiteral("den ") + moment(ms) : moment(ms);
}

QString Formatters::fullMoment(std::int64_t ms) const
{
    const QString name = m_locale.dayName(local(ms).date().dayOfWeek());
    return capital(name + QLatin1Char(' ') + day(ms) + QLatin1Char(' ') + clock(ms));
}

QString Formatters::names(const QStringList &names) const
{
    if (names.size() < 2) {
        return names.value(0);
    }
    const QString joint = danish() ? QStringLiteral(" og ") : QStringLiteral(" and ");
    return names.mid(0, names.size() - 1).join(QStringLiteral(", ")) + joint + names.last();
}

QString Formatters::residentCalled(const QString &name) const
{
    if (!name.isEmpty()) {
        return name;
    }
    return danish() ? QStringLiteral("beboeren") : QStringLiteral("the resident");
}

QString Formatters::teamCalled() const
{
    return danish() ? QStringLiteral("teamet") : QStringLiteral("the team");
}

QString Formatters::genitive(const QString &name) const
{
    if (name.isEmpty()) {
        return name;
    }
    const QChar apostrophe(0x2019);
    if (!danish()) {
        return name + apostrophe + QLatin1Char('s');
    }
    return QStringLiteral("sxzSXZ").contains(name.back()) ? name + apostrophe : name + QLatin1Char('s');
}

QString Formatters::sinceLast(std::optional<std::int64_t> lastMs) const
{
    if (!lastMs) {
        return danish() ? QStringLiteral("op til i dag") : QStringLiteral("up to today");
    }
    const auto dayOf = [](std::int64_t ms) { return QDateTime::fromMSecsSinceEpoch(ms).date(); };
    if (dayOf(*lastMs) == dayOf(now())) {
        return danish() ? QStringLiteral("siden tidligere i dag") : QStringLiteral("since earlier today");
    }
    return (danish() ? QStringLiteral("siden ") : QStringLiteral("since ")) + weekday(*lastMs);
}

QString Formatters::lately(int days) const
{
    return (danish() ? QStringLiteral("i ") : QStringLiteral("in ")) + period(days);
}

QString Formatters::period(int days) const
{
    if (days <= 0) {
        return danish() ? QStringLiteral("den sidste tid") : QStringLiteral("the time lately");
    }
    return danish() ? QStringLiteral("de sidste %1%2dage").arg(days).arg(kNoBreak)
                    : QStringLiteral("the last %1%2days").arg(days).arg(kNoBreak);
}

QString Formatters::countWord(int count) const
{
    const auto &words = danish() ? kNumbersDa : kNumbersEn;
    if (count < 0 || static_cast<std::size_t>(count) >= words.size()) {
        return QString::number(count);
    }
    return QString::fromLatin1(words.at(static_cast<std::size_t>(count)));
}

QString Formatters::capital(const QString &text) const
{
    return text.isEmpty() ? text : m_locale.toUpper(text.left(1)) + text.mid(1);
}

QString Formatters::today() const
{
    return capital(weekday(m_now()));
}

} // namespace trivsel::app
