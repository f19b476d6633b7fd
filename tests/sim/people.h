#pragma once

#include "tests/sim/faults.h"
#include "tests/sim/sim_tablet.h"
#include "tests/sim/story.h"

#include <functional>

namespace trivsel::sim {

/**
 * The people at one tablet, and what they must find there. They do one thing at a time with the real engine;
 * what they were told goes into the story. A call that the disk cut short leaves a doubt: it happened or it
 * did not, and start() finds out which. Anything else that does not fit is a failure, told as a sentence.
 */
class People
{
public:
    struct Told
    {
        Story &story;
        Counters &counters;
        std::function<void(const std::string &)> fail;
        std::function<void(const std::string &)> trace;
        std::function<bool()> diskFails; // a call may be refused, and what it did is in doubt
        std::function<void()> onSaved;   // somebody was told that it is saved
        std::function<bool()> shared;    // two programs write under one incarnation
        std::function<bool()> offline;
    };
    People(Home &home, SimTablet &tablet, std::size_t number, Told told)
        : m_home(home), m_tablet(tablet), m_number(number), m_told(std::move(told))
    {
    }

    /** The program came up: everything must be as people left it. */
    void start();
    /** One thing that somebody does. */
    void act(Dice &dice);
    /** Somebody opens the plan, writes in a field and leaves it. */
    void saveIn(Dice &dice, const std::string &field);
    /** Nothing more may be asked of this start: what became of the last call is not known. */
    [[nodiscard]] bool inDoubt() const { return !m_doubts.empty(); }
    /** Drafts are as they were left. */
    void look();
    /** The thank-you page is left. */
    void settle();
    /** The other resident answers, and sends it or leaves it lying. */
    void neighbour(Dice &dice);

    // --- What the office does to this tablet, at the moment when it is done ---
    /** The resident's words were taken off it, or it prepares to: what was written is saved, as it was when a
     * form is left. `sure`: the disk did not fail while it was done. */
    void takenOff(bool sure);
    /** What was sent is settled, too. */
    void preparedToEmpty(bool sure);
    /** Nothing is there any more. */
    void emptied();
    /** Whatever was open on the screen is not any more. */
    void covered() { m_opened.clear(); }
    /** The disk was set back: what is in doubt now is what was in doubt then. */
    void forget();

    Mind mind;

private:
    /** What a form showed of a field when it was opened, and what was saved in it since. */
    struct Shown
    {
        std::set<ShownVersion> versions;
        std::string text;
        bool several = false;
    };
    using Doubt = std::function<void()>;

    void tap(Dice &dice);
    void finishSheet(Dice &dice);
    void actOnPhone(Dice &dice);
    void anything(Dice &dice);
    void endTrip();
    [[nodiscard]] bool isPhone() const { return m_tablet.seat().where == Where::Phone; }
    /** Hers can be read here: on the phone it may not have come yet, or be gone again. */
    [[nodiscard]] bool isOpen(const Status &opened) const;
    void write(Dice &dice);
    void writeIn(Dice &dice, const Who &who, const std::string &field);
    void leave(Dice &dice);
    void leaveAs(const Who &who);
    void resolve(Dice &dice);
    void withdraw(Dice &dice);
    void discard(Dice &dice);

    [[nodiscard]] Who anybody(Dice &dice) const;
    [[nodiscard]] std::optional<engine::PlanSnapshot> open(const Who &who);
    /** True when it was done. A refusal for want of room is none of ours; after any other failure of the disk
     * `doubt` is asked at the next start. */
    bool perform(const char *what, const Status &done, Doubt doubt);
    void takeSheet(const DraftId &id, Sheet after);
    void doubtSheet(const DraftId &id, const std::optional<Sheet> &before, const std::optional<Sheet> &after);
    void settleSheet(const DraftId &id, const Sheet &sheet);
    /** Per field: what its history had before a call that saves. */
    using Known = std::map<std::string, std::set<Dot>>;
    [[nodiscard]] std::set<Dot> dotsIn(const Who &who, const std::string &field);
    std::size_t takeSaved(const Who &who, const Known &before);
    [[nodiscard]] bool knowsEverybody() const;
    void takeResolution(const Who &who, const std::string &field, Edit edit, const std::set<Dot> &before,
                        bool mustBeThere);
    void checkSheet(const DraftId &id, const Sheet &expected);
    /** What somebody writes where `standing` stands: other words, or a sentence in the middle of it. */
    [[nodiscard]] std::string newText(Dice &dice, const std::string &field, const std::string &standing,
                                      std::string &addedWord);
    [[nodiscard]] std::vector<merge::Version> history(const Who &who, const std::string &field);
    /** Every head of a field as it is on the screen. */
    [[nodiscard]] std::set<ShownVersion> versionsOf(const Who &who, const engine::FieldShown &field);
    void addEdit(Edit edit, const Dot &dot);
    [[nodiscard]] Saved saved() { return {m_number, ++m_told.story.serial, false}; }
    [[nodiscard]] std::string word() { return "ord" + std::to_string(++m_told.story.words) + "x"; }

    Home &m_home;
    SimTablet &m_tablet;
    std::size_t m_number;
    Told m_told;
    std::vector<Doubt> m_doubts;
    std::map<Who, std::map<std::string, Shown>> m_shown; // as their forms showed it
    std::set<Who> m_opened;                              // whose forms are open
};

/** Fields of the plan in the tests' catalogue. */
inline const std::vector<std::string> kFields = {"mig.indefra", "mig.udefra", "mennesker.indefra",
                                                 "mennesker.udefra"};
[[nodiscard]] inline bool isInside(const std::string &field)
{
    return field.ends_with("indefra");
}

/** As the tests compare answers: "c:" and a code, "t:" and a text, "-" when it was skipped. */
[[nodiscard]] std::map<std::string, std::string> plain(const std::map<std::string, engine::Shown> &answers);

} // namespace trivsel::sim
