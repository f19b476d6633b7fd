#pragma once

#include "app/viewmodels/core_link.h"
#include "app/viewmodels/formatters.h"
#include "app/viewmodels/navigator.h"
#include "app/viewmodels/reading.h"
#include "app/viewmodels/session.h"
#include "proto/catalogue/catalogue.h"

#include <memory>

namespace trivsel::app {

/** What every view-model needs; App owns all of it and outlives them. */
struct Context
{
    CoreLink &core;
    Navigator &pages;
    Session &session;
    const Formatters &format;
    std::shared_ptr<const catalogue::Catalogue> catalogue;
    Reading &voice;

    [[nodiscard]] catalogue::Language language() const { return format.language(); }
    /** Something in the language of the screen. */
    [[nodiscard]] platform::Utterance utterance(std::string text, std::string recording = {}) const
    {
        return {std::move(text), language() == catalogue::Language::Da ? "da" : "en", std::move(recording)};
    }
    /** Not for a resident who does not want it. */
    [[nodiscard]] bool canReadAloud(const platform::Utterance &words) const
    {
        return wish() != domain::Aloud::Off && voice.available(words);
    }
    /** Begins with this, or stops what is being read. */
    void readAloud(const platform::Utterance &words) const
    {
        if (voice.speaking()) {
            voice.stop();
        } else {
            const domain::Aloud now = wish();
            voice.speak(words, now == domain::Aloud::Slow   ? platform::Pace::Slow
                               : now == domain::Aloud::Fast ? platform::Pace::Fast
                                                            : platform::Pace::Usual);
        }
    }

private:
    /** The resident's who sits here; nobody else has said anything. */
    [[nodiscard]] domain::Aloud wish() const
    {
        return session.isResident() && session.resident() ? session.resident()->ways.aloud
                                                          : domain::Aloud::Usual;
    }
};

} // namespace trivsel::app
