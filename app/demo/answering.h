#pragma once

#include "app/demo/events.h"
#include "app/demo/texts.h"
#include "app/demo/window.h"
#include "proto/catalogue/definition.h"

#include <map>

namespace trivsel::demo {

/** How things stand in somebody's life: a level that drifts over the whole time, with slow ups and downs. */
class Level
{
public:
    Level(const Mood &mood, int base, Dice dice) : m_mood(mood), m_base(base), m_dice(std::move(dice)) {}

    /** Some time has passed; `part`: of the whole time. */
    void moveOn(double part);
    /** Tenths of 0–10, as this matter stands today; may be beyond both ends. */
    [[nodiscard]] double of(const std::string &linkId);

private:
    Mood m_mood;
    int m_base;
    Dice m_dice;
    double m_drifted = 0;
    double m_wave = 0;
    std::map<std::string, double> m_matters; // some things always go better than others
};

/** An answer for every question of the form, by the level; now and then none. */
[[nodiscard]] std::vector<GivenAnswer> answersFor(const catalogue::Definition &definition, Level &level,
                                                  Dice &dice);
/** The middle of the chosen answers' weights in tenths; nullopt when none has one. */
[[nodiscard]] std::optional<double> middleOf(const catalogue::Definition &definition,
                                             const std::vector<GivenAnswer> &answers);

/** Draws remarks so that none comes again before all of its list were used. */
class RemarkBag
{
public:
    RemarkBag(const RemarksByMood &own, const RemarksByMood &common) : m_own(own), m_common(common) {}
    /** `middle`: tenths. Empty when nobody has anything to say to that. */
    [[nodiscard]] std::string draw(double middle, Dice &dice);

private:
    const RemarksByMood &m_own;
    const RemarksByMood &m_common;
    std::array<std::vector<std::string>, 3> m_left;
};

} // namespace trivsel::demo
