#pragma once

#include "app/platform/read_aloud.h"

#include <QObject>

namespace trivsel::app {

/** What is being read aloud; the same button begins and stops. UI thread. */
class Reading : public QObject
{
    Q_OBJECT

public:
    explicit Reading(platform::ReadAloud &voice, QObject *parent = nullptr) : QObject(parent), m_voice(voice)
    {
        m_voice.onSpeaking([this](bool speaking) {
            if (m_speaking != speaking) {
                m_speaking = speaking;
                Q_EMIT changed();
            }
        });
    }
    ~Reading() override { m_voice.onSpeaking(nullptr); }

    [[nodiscard]] bool available(const platform::Utterance &words) const { return m_voice.available(words); }
    [[nodiscard]] bool speaking() const { return m_speaking; }
    void speak(const platform::Utterance &words, platform::Pace pace) { m_voice.speak(words, pace); }
    void stop() { m_voice.stop(); }

Q_SIGNALS:
    void changed();

private:
    platform::ReadAloud &m_voice;
    bool m_speaking = false;
};

} // namespace trivsel::app
