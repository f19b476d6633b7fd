#include "app/platform/speech.h"

#include "app/platform/recorded_read_aloud.h"

#include <QLocale>
#include <QTextToSpeech>

namespace trivsel::platform {

namespace {

/** Of −1 to 1, where 0 is the engine's own pace, which is too fast for a question that one hears once. */
double rateOf(Pace pace)
{
    return pace == Pace::Slow ? -0.4 : pace == Pace::Fast ? 0.15 : -0.1;
}

class Speech final : public ReadAloud
{
public:
    [[nodiscard]] bool available(const Utterance &words) const override
    {
        return localeFor(words.language).has_value();
    }

    void speak(const Utterance &words, Pace pace) override
    {
        if (const auto locale = localeFor(words.language)) {
            m_voice->stop();
            m_voice->setLocale(*locale);
            m_voice->setRate(rateOf(pace));
            m_voice->say(QString::fromStdString(words.text));
        }
    }

    void stop() override
    {
        if (m_voice) {
            m_voice->stop();
        }
    }

    void onSpeaking(std::function<void(bool)> what) override { m_onSpeaking = std::move(what); }

private:
    [[nodiscard]] std::optional<QLocale> localeFor(const std::string &language) const
    {
        if (!m_voice) {
            m_voice = std::make_unique<QTextToSpeech>();
            QObject::connect(m_voice.get(), &QTextToSpeech::stateChanged, [this](QTextToSpeech::State state) {
                if (m_onSpeaking) {
                    m_onSpeaking(state == QTextToSpeech::Speaking);
                }
            });
        }
        if (m_voice->state() == QTextToSpeech::Error) {
            return std::nullopt;
        }
        const auto wanted = QLocale(QString::fromStdString(language)).language();
        const auto locales = m_voice->availableLocales();
        for (const QLocale &locale : locales) {
            if (locale.language() == wanted) {
                return locale;
            }
        }
        return std::nullopt;
    }

    std::function<void(bool)> m_onSpeaking;
    mutable std::unique_ptr<QTextToSpeech>
        m_voice; // made when it is first asked for: the start page must not wait for it
};

std::unique_ptr<ReadAloud> makeSynthesis()
{
    if (QTextToSpeech::availableEngines().isEmpty()) {
        return std::make_unique<SilentReadAloud>();
    }
    return std::make_unique<Speech>();
}

} // namespace

std::unique_ptr<ReadAloud> makeReadAloud(const std::optional<std::filesystem::path> &recordings)
{
    auto synthesis = makeSynthesis();
    if (!recordings) {
        return synthesis;
    }
    return std::make_unique<RecordedReadAloud>(Recordings(*recordings), makeRecordingPlayer(),
                                               std::move(synthesis));
}

} // namespace trivsel::platform
