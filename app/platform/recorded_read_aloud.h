#pragma once

#include "app/platform/read_aloud.h"
#include "app/platform/recording_player.h"
#include "app/platform/recordings.h"

#include <memory>
#include <optional>

namespace trivsel::platform {

/** A person's voice where somebody has recorded just these words, else the one below. */
class RecordedReadAloud final : public ReadAloud
{
public:
    RecordedReadAloud(Recordings recordings, std::unique_ptr<RecordingPlayer> player,
                      std::unique_ptr<ReadAloud> synthesis);
    ~RecordedReadAloud() override;

    [[nodiscard]] bool available(const Utterance &words) const override;
    void speak(const Utterance &words, Pace pace) override;
    void stop() override;
    void onSpeaking(std::function<void(bool)> what) override { m_onSpeaking = std::move(what); }

private:
    struct Spoken
    {
        Utterance words;
        Pace pace;
    };

    void onPlayer(RecordingPlayer::State state);
    void update();

    mutable Recordings m_recordings; // remembers what it has said in the log
    std::unique_ptr<RecordingPlayer> m_player;
    std::unique_ptr<ReadAloud> m_synthesis;
    std::function<void(bool)> m_onSpeaking;
    std::optional<Spoken> m_played; // the recording that is being played
    bool m_playing = false;
    bool m_synthesizing = false;
    bool m_told = false;
};

} // namespace trivsel::platform
