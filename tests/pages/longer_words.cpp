#include "tests/pages/longer_words.h"

namespace trivsel::test {

QString LongerWords::translate(const char *context, const char *source, const char *disambiguation,
                               int count) const
{
    QString text = m_danish.translate(context, source, disambiguation, count);
    if (text.isEmpty()) {
        text = QString::fromUtf8(source);
    }
    if (text.contains(QStringLiteral("%n"))) {
        text.replace(QStringLiteral("%n"), QString::number(count));
    }
    const auto more = (text.size() * m_percent + 99) / 100;
    constexpr int kWordMax = 8; // a word of the language that is longer than ours
    for (qsizetype added = 0; added < more; ++added) {
        text += added % kWordMax == 0 ? QLatin1Char(' ') : QLatin1Char('m');
    }
    return text;
}

} // namespace trivsel::test
