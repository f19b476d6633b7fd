#pragma once

#include <QTranslator>

namespace trivsel::test {

/** A language that nobody speaks: the Danish words of the screens, each text longer by so many percent. What
 * people and forms say stays. */
class LongerWords : public QTranslator
{
public:
    LongerWords(const QTranslator &danish, int percent) : m_danish(danish), m_percent(percent) {}

    [[nodiscard]] QString translate(const char *context, const char *source, const char *disambiguation,
                                    int count) const override;
    [[nodiscard]] bool isEmpty() const override { return false; }

private:
    const QTranslator &m_danish;
    int m_percent;
};

} // namespace trivsel::test
