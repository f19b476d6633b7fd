#include "app/platform/recording_player.h"

#include <QAudioDevice>
#include <QMediaDevices>
#include <QSoundEffect>
#include <QUrl>

#include <utility>

namespace trivsel::platform {

namespace {

class SoundEffectPlayer final : public RecordingPlayer
{
public:
    [[nodiscard]] bool available() const override { return !QMediaDevices::defaultAudioOutput().isNull(); }

    void play(const std::filesystem::path &file) override
    {
        stop();
        if (!available()) { // pulled out meanwhile
            return tell(State::Failed);
        }
        // A new one each time: it stays with the device that it was made for.
        m_effect = std::make_unique<QSoundEffect>(QMediaDevices::defaultAudioOutput());
        QObject::connect(m_effect.get(), &QSoundEffect::statusChanged, [this] { onStatus(); });
        QObject::connect(m_effect.get(), &QSoundEffect::playingChanged, [this] { onPlaying(); });
        m_playing = true;
        tell(State::Playing);
        if (m_playing) { // whoever was told may have stopped it
            m_effect->setSource(QUrl::fromLocalFile(QString::fromStdString(file.string())));
        }
    }

    void stop() override { end(State::Silent); }

    void onState(std::function<void(State)> what) override { m_onState = std::move(what); }

private:
    void onStatus()
    {
        if (m_playing && m_effect->status() == QSoundEffect::Ready) {
            m_effect->play();
        } else if (m_playing && m_effect->status() == QSoundEffect::Error) {
            end(State::Failed);
        }
    }
    void onPlaying()
    {
        if (m_playing && m_effect->status() == QSoundEffect::Ready && !m_effect->isPlaying()) {
            end(State::Silent);
        }
    }
    void end(State how)
    {
        if (std::exchange(m_playing, false)) {
            m_effect->disconnect();
            m_effect->stop();
            m_effect.release()->deleteLater(); // it may be what calls
            tell(how);
        }
    }
    void tell(State state) const
    {
        if (m_onState) {
            m_onState(state);
        }
    }

    std::function<void(State)> m_onState;
    std::unique_ptr<QSoundEffect> m_effect;
    bool m_playing = false;
};

} // namespace

std::unique_ptr<RecordingPlayer> makeRecordingPlayer()
{
    return std::make_unique<SoundEffectPlayer>();
}

} // namespace trivsel::platform
