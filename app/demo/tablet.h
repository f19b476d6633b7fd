#pragma once

#include "app/demo/events.h"
#include "app/demo/window.h"

#include <filesystem>
#include <memory>

namespace trivsel::demo {

/** What was written, for the last line of the program. */
struct Counts
{
    std::uint64_t answers = 0; // saved sheets with answers, self-evaluations too
    std::uint64_t notToday = 0;
    std::uint64_t remarks = 0;
    std::uint64_t planSittings = 0;
    std::uint64_t planFields = 0;

    [[nodiscard]] std::uint64_t saved() const { return answers + notToday + planSittings; }
    bool operator==(const Counts &) const = default;
};

/**
 * An enrolled tablet whose clock is ours. Time goes forward only, and never beyond the window's end. Within
 * the demo's time it was in contact with the office now and then: else every answer would be marked with a
 * doubtful clock.
 */
class Tablet
{
public:
    /** `dir` holds data/ and key. StoreMissing when no tablet lives there, KeyMissing, BadFile, Store…
     * errors. */
    static Result<std::unique_ptr<Tablet>> open(const std::filesystem::path &dir,
                                                std::shared_ptr<const catalogue::Catalogue> catalogue,
                                                const Random &random, const Window &window);

    [[nodiscard]] engine::Engine &engine() { return *m_engine; }
    [[nodiscard]] std::int64_t nowMs() const { return *m_nowMs; }

    /** Does it as a person would, tap by tap. Leaves no draft. */
    [[nodiscard]] Status perform(const Event &event);
    [[nodiscard]] const Counts &counts() const { return m_counts; }

private:
    Tablet(const Window &window) : m_window(window), m_nowMs(std::make_shared<std::int64_t>(window.fromMs)) {}

    [[nodiscard]] Status beginAt(std::int64_t ms);
    void waitFor(std::int64_t ms);
    [[nodiscard]] Status fillSheet(const SheetEvent &sheet, std::int64_t paceMs);
    [[nodiscard]] Status answer(const engine::DraftId &id, const GivenAnswer &given);
    [[nodiscard]] Status writePlan(const PlanEvent &plan, std::int64_t paceMs);

    Window m_window;
    std::shared_ptr<std::int64_t> m_nowMs;
    std::int64_t m_contactMs = 0;
    std::unique_ptr<engine::Engine> m_engine;
    Counts m_counts;
};

} // namespace trivsel::demo
