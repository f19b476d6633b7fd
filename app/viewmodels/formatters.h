#pragma once

#include "proto/catalogue/localized.h"

#include <QLocale>
#include <QObject>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <functional>
#include <optional>

#include <qqmlregistration.h>

namespace trivsel::app {

/** ms since 1970 UTC. */
using Now = std::function<std::int64_t()>;

/**
 * Dates, clocks, names and number words as people write them: no-break spaces between number and word, 24
 * hours, names with "og". The one place below QML that makes words. Local time of the tablet.
 */
class Formatters : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.formatters")

public:
    Formatters(catalogue::Language language, Now now, QObject *parent = nullptr);

    [[nodiscard]] catalogue::Language language() const { return m_language; }
    [[nodiscard]] std::int64_t now() const { return m_now(); }

    /** "2. oktober", with the year when it is another one. Empty for 0. */
    [[nodiscard]] QString day(std::int64_t ms) const;
    /** "2. oktober 2026": on paper, which is kept. Empty for 0. */
    [[nodiscard]] QString dayAndYear(std::int64_t ms) const;
    /** "2. okt.", with the year when it is another one: under a chart. */
    [[nodiscard]] QString shortDay(std::int64_t ms) const;
    /** "torsdag den 2. oktober" */
    [[nodiscard]] QString weekday(std::int64_t ms) const;
    /** "torsdag den 16. oktober" of "2026-10-16"; the text itself when it is no day. */
    [[nodiscard]] QString dateWords(const QString &isoDay) const;
    /** "kl. 6.40" */
    [[nodiscard]] QString clock(std::int64_t ms) const;
    /** Today "kl. 6.40", else "2. oktober kl. 6.40". Empty for 0. */
    [[nodiscard]] QString moment(std::int64_t ms) const;
    /** Behind "fra": today "kl. 6.40", else "den 2. oktober kl. 6.40". */
    [[nodiscard]] QString momentAfterWord(std::int64_t ms) const;
    /** "Torsdag 2. oktober kl. 14.30" */
    [[nodiscard]] QString fullMoment(std::int64_t ms) const;
    /** "Mette, Ali og Lone" */
    [[nodiscard]] QString names(const QStringList &names) const;
    /** The name, or what a resident without a name on the tile is called: "beboeren". */
    [[nodiscard]] QString residentCalled(const QString &name) const;
    /** "teamet": whom answers are about that are about all of them. */
    [[nodiscard]] QString teamCalled() const;
    /** "Sofies", "Jens’" */
    [[nodiscard]] QString genitive(const QString &name) const;
    /** What stands for {siden sidst}: "siden torsdag den 2. oktober", or words for the first time. */
    [[nodiscard]] QString sinceLast(std::optional<std::int64_t> lastMs) const;
    /** The same for a span of days: "i de sidste 7 dage". */
    [[nodiscard]] QString lately(int days) const;
    /** What stands for {periode}. */
    [[nodiscard]] QString period(int days) const;
    /** "fire"; digits from thirteen on. */
    Q_INVOKABLE QString countWord(int count) const;
    /** The first letter large. */
    Q_INVOKABLE QString capital(const QString &text) const;
    /** "Torsdag den 16. oktober" */
    Q_INVOKABLE QString today() const;

private:
    [[nodiscard]] QString dayIn(std::int64_t ms, QLocale::FormatType month) const;
    [[nodiscard]] bool danish() const { return m_language == catalogue::Language::Da; }

    catalogue::Language m_language;
    Now m_now;
    QLocale m_locale;
};

} // namespace trivsel::app
