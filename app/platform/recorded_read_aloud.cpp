#include "app/platform/recorded_read_aloud.h"

#include <utility>

namespace trivsel::platform {

RecordedReadAloud::RecordedReadAloud(Recordings recordings, std::unique_ptr<RecordingPlayer> player,
                                     std::unique_ptr<ReadAloud> synthesis)
    : m_recordings(std::move(recordings)), m_player(std::move(player)), m_synthesis(std::move(synthesis))
{
    m_player->onState([this](RecordingPlayer::State state) { onPlayer(state); });
    m_synthesis->onSpeaking([this](bool speaking) {
        m_synthesizing = speaking;
        update();
    });
}

RecordedReadAloud::~RecordedReadAloud()
{
    m_player->onState(nullptr);
    m_synthesis->onSpeaking(nullptr);
}

bool RecordedReadAloud::available(const Utterance &words) const
{
    return m_synthesis->available(words) || (m_recordings.find(words.recording) && m_player->available());
}

void RecordedReadAloud::speak(const Utterance &words, Pace pace)
{
    stop();
    const auto file = m_recordings.find(words.recording);
    if (file && m_player->available()) {
        m_played = Spoken{words, pace};
        m_player->play(*file);
    } else {
        m_synthesis->speak(words, pace);
    }
}

void RecordedReadAloud::stop()
{
    m_played.reset();
    m_player->stop();
    m_synthesis->stop();
}

void RecordedReadAloud::onPlayer(RecordingPlayer::State state)
{
    m_playing = state == RecordingPlayer::State::Playing;
    if (!m_playing) {
        const auto played = std::exchange(m_played, std::nullopt);
        if (state == RecordingPlayer::State::Failed && played) {
            m_recordings.refuse(played->words.recording, "it can't be played");
            m_synthesis->speak(played->words, played->pace);
        }
    }
    update();
}

void RecordedReadAloud::update()
{
    const bool speaking = m_playing || m_synthesizing;
    if (m_told != speaking) {
        m_told = speaking;
        if (m_onSpeaking) {
            m_onSpeaking(speaking);
        }
    }
}

} // namespace trivsel::platform
