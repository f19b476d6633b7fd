#include "app/demo/tablet.h"

#include "app/engine/key_file_store.h"

#include <algorithm>

namespace trivsel::demo {

namespace {
/** A clock is trusted for seven days after it was compared with the office's. */
constexpr std::int64_t kContactEveryMs = 6 * kDayMs;
} // namespace

Result<std::unique_ptr<Tablet>> Tablet::open(const std::filesystem::path &dir,
                                             std::shared_ptr<const catalogue::Catalogue> catalogue,
                                             const Random &random, const Window &window)
{
    std::unique_ptr<Tablet> tablet(new Tablet(window));
    engine::EngineConfig config;
    config.dataDir = dir / "data";
    if (!engine::Engine::isEnrolled(config.dataDir)) {
        return fail(Errc::StoreMissing, "not enrolled");
    }
    auto key = engine::KeyFileStore(dir / "key").load();
    if (!key) {
        return tl::unexpected(key.error());
    }
    config.catalogue = std::move(catalogue);
    config.wrapKey = *key;
    config.keyFromFile = true;
    config.random = random;
    config.clock = [now = tablet->m_nowMs] { return *now; };
    config.appVersion = "demo";
    config.signIn.askForCodes = false; // what made-up people did years ago, not somebody who sits here
    auto engine = engine::Engine::open(std::move(config));
    if (!engine && engine.error().code() == Errc::KeyMissing) {
        return fail(Errc::SealBroken, "another key"); // there is one, but not this tablet's
    }
    if (!engine) {
        return tl::unexpected(engine.error());
    }
    tablet->m_engine = std::move(*engine);
    return tablet;
}

void Tablet::waitFor(std::int64_t ms)
{
    *m_nowMs = std::min(*m_nowMs + ms, m_window.untilMs);
}

Status Tablet::beginAt(std::int64_t ms)
{
    *m_nowMs = std::clamp(ms, *m_nowMs, m_window.untilMs);
    if (m_contactMs == 0 || *m_nowMs - m_contactMs > kContactEveryMs) {
        TRIVSEL_TRY(m_engine->syncPort().storeClock(*m_nowMs, *m_nowMs, true));
        m_contactMs = *m_nowMs;
    }
    return {};
}

Status Tablet::perform(const Event &event)
{
    TRIVSEL_TRY(beginAt(event.atMs));
    if (const auto *sheet = std::get_if<SheetEvent>(&event.what)) {
        return fillSheet(*sheet, event.paceMs);
    }
    return writePlan(std::get<PlanEvent>(event.what), event.paceMs);
}

Status Tablet::answer(const engine::DraftId &id, const GivenAnswer &given)
{
    if (!given.code.empty()) {
        return m_engine->chooseAnswer(id, given.linkId, given.code);
    }
    if (!given.text.empty()) {
        ++m_counts.remarks;
        return m_engine->writeAnswer(id, given.linkId, given.text);
    }
    return m_engine->skipAnswer(id, given.linkId, given.absent);
}

Status Tablet::fillSheet(const SheetEvent &sheet, std::int64_t paceMs)
{
    const auto draft = m_engine->beginForm(sheet.subject, sheet.who, sheet.url, sheet.about);
    if (!draft) {
        return tl::unexpected(draft.error());
    }
    for (const GivenAnswer &given : sheet.answers) {
        waitFor(paceMs);
        TRIVSEL_TRY(answer(draft->id, given));
    }
    waitFor(paceMs);
    if (sheet.notToday) {
        TRIVSEL_TRY(m_engine->sayNotToday(draft->id));
    }
    if (sheet.readers) {
        TRIVSEL_TRY(m_engine->setReaders(draft->id, *sheet.readers));
    }
    TRIVSEL_TRY(m_engine->sendDraft(draft->id));
    waitFor(paceMs);
    TRIVSEL_TRY(
        m_engine->settleSent()); // each by itself: the time of an answer is the time when it is settled
    ++(sheet.notToday ? m_counts.notToday : m_counts.answers);
    return {};
}

Status Tablet::writePlan(const PlanEvent &plan, std::int64_t paceMs)
{
    const auto opened = m_engine->openPlan(plan.resident, plan.who, plan.url);
    if (!opened) {
        return tl::unexpected(opened.error());
    }
    for (const auto &[linkId, words] : plan.fields) {
        waitFor(paceMs);
        TRIVSEL_TRY(m_engine->editField(plan.resident, plan.who, plan.url, linkId, words));
    }
    waitFor(paceMs);
    const auto saved = m_engine->leavePlan(plan.resident, plan.who, plan.url);
    if (!saved) {
        return tl::unexpected(saved.error());
    }
    ++m_counts.planSittings;
    m_counts.planFields += static_cast<std::uint64_t>(*saved);
    return {};
}

} // namespace trivsel::demo
