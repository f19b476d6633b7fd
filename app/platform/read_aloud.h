#pragma once

#include <functional>
#include <string>

namespace trivsel::platform {

enum class Pace { Usual, Slow, Fast };

/** Says a text out loud. Languages are "da" and "en". UI thread. What is chosen or written is never handed to
 * it. */
class ReadAloud
{
public:
    virtual ~ReadAloud() = default;
    /** False when there is no voice on this machine: the button is then left out. */
    [[nodiscard]] virtual bool available(const std::string &language) const = 0;
    /** Stops what is being said and begins this. */
    virtual void speak(const std::string &text, const std::string &language, Pace pace) = 0;
    virtual void stop() = 0;
    /** Told when it begins and when it falls silent, also by itself. */
    virtual void onSpeaking(std::function<void(bool)> what) = 0;
};

/** For tablets without a voice, and for tests. */
class SilentReadAloud : public ReadAloud
{
public:
    [[nodiscard]] bool available(const std::string &) const override { return false; }
    void speak(const std::string &, const std::string &, Pace) override {}
    void stop() override {}
    void onSpeaking(std::function<void(bool)>) override {}
};

} // namespace trivsel::platform
