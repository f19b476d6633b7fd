#pragma once

#include <filesystem>
#include <functional>
#include <memory>

namespace trivsel::platform {

/** Plays one file at a time. UI thread. */
class RecordingPlayer
{
public:
    enum class State { Playing, Silent, Failed };

    virtual ~RecordingPlayer() = default;
    /** False when this machine has nothing that sounds. */
    [[nodiscard]] virtual bool available() const = 0;
    /** Stops what is being played and begins this. Playing is told from now on, while it is read from disk
     * too. */
    virtual void play(const std::filesystem::path &file) = 0;
    /** Silent is told before this returns, if anything was playing. */
    virtual void stop() = 0;
    /** Told of every change. Failed: the file can't be played; it is silent then. */
    virtual void onState(std::function<void(State)> what) = 0;
};

/** Of PCM in WAV, through Qt Multimedia's QSoundEffect. Made when it is first asked for. */
[[nodiscard]] std::unique_ptr<RecordingPlayer> makeRecordingPlayer();

} // namespace trivsel::platform
