#pragma once

#include <functional>
#include <string>

namespace trivsel::platform {

enum class Pace { Usual, Slow, Fast };

/** What is to be said: words, and where a person's voice that says just these may lie. */
struct Utterance
{
    std::string text;
    std::string language; // "da" or "en"
    std::string recording =
        {}; // a file below the directory of recordings; empty: nobody can have recorded it
};

/** Says a text out loud. UI thread. What is chosen or written is never handed to it. */
class ReadAloud
{
public:
    virtual ~ReadAloud() = default;
    /** False when nothing on this machine can say it: the button is then left out. */
    [[nodiscard]] virtual bool available(const Utterance &words) const = 0;
    /** Stops what is being said and begins this. A recording has the pace of whoever spoke. */
    virtual void speak(const Utterance &words, Pace pace) = 0;
    virtual void stop() = 0;
    /** Told when it begins and when it falls silent, also by itself. */
    virtual void onSpeaking(std::function<void(bool)> what) = 0;
};

/** For tablets without a voice, and for tests. */
class SilentReadAloud : public ReadAloud
{
public:
    [[nodiscard]] bool available(const Utterance &) const override { return false; }
    void speak(const Utterance &, Pace) override {}
    void stop() override {}
    void onSpeaking(std::function<void(bool)>) override {}
};

} // namespace trivsel::platform
