// The plan's fields: what is shown, written, saved and settled.
#include "tests/sim/people.h"

#include <algorithm>

namespace trivsel::sim {

using merge::RegisterState;
using wire::v1::Resolution;

namespace {

ShownVersion shownAs(const merge::Version &version)
{
    return {version.dot, version.op.resolution(), version.op.text()};
}

} // namespace

std::vector<merge::Version> People::history(const Who &who, const std::string &field)
{
    auto versions = m_tablet->history(m_home.sofie.person, who, kPlan, field);
    if (!versions) {
        if (!m_told.diskFails()) {
            m_told.fail("a field's history can't be read: " + versions.error().detail());
        }
        return {};
    }
    return std::move(*versions);
}

std::set<ShownVersion> People::versionsOf(const Who &who, const engine::FieldShown &field)
{
    std::set<ShownVersion> out;
    std::vector<merge::Version> all; // asked for once, and only when heads say the same or are decisions
    for (const Dot &head : field.view.heads) {
        const auto isHead = [&head](const merge::Version &version) { return version.dot == head; };
        const auto &versions = field.view.versions;
        auto found = std::find_if(versions.begin(), versions.end(), isHead);
        if (found == versions.end()) {
            if (all.empty()) {
                all = history(who, field.linkId);
            }
            found = std::find_if(all.begin(), all.end(), isHead);
            if (found == all.end()) {
                continue; // the disk failed just now
            }
        }
        if (m_told.story.writersOf(field.linkId, *found).empty()) {
            m_told.fail("a version of " + field.linkId + " that nobody wrote: " + found->op.text());
        }
        out.insert(shownAs(*found));
    }
    return out;
}

void People::addEdit(Edit edit, const Dot &dot)
{
    edit.saved = saved();
    m_told.story.edits.push_back(std::move(edit));
    m_told.story.editOfDot[dot].push_back(m_told.story.edits.size() - 1);
}

std::set<Dot> People::dotsIn(const Who &who, const std::string &field)
{
    std::set<Dot> out;
    for (const merge::Version &version : history(who, field)) {
        out.insert(version.dot);
    }
    return out;
}

std::optional<engine::PlanSnapshot> People::open(const Who &who)
{
    auto plan = m_tablet->openPlan(m_home.sofie.person, who, kPlan);
    if (!plan && !isOpen(tl::unexpected(plan.error()))) {
        return std::nullopt;
    }
    if (!plan) {
        perform("open the plan", tl::unexpected(plan.error()), [] {});
        return std::nullopt;
    }
    m_opened.insert(who);
    const auto &drafts = mind.fields[who];
    for (const engine::FieldShown &field : plan->fields) {
        const auto draft = drafts.find(field.linkId);
        const std::string expected = draft != drafts.end() ? draft->second.text : std::string();
        if (!mind.unsure && field.draft.value_or(std::string()) != expected) {
            m_told.fail("what was typed in " + field.linkId + " is not there: expected \"" + expected +
                        "\", found \"" + field.draft.value_or("") + "\"");
        }
        Shown &shown = m_shown[who][field.linkId];
        shown = {versionsOf(who, field), {}, false};
        shown.several = field.view.waitsForPerson() || field.view.state == RegisterState::KeptBoth;
        if (field.view.state == RegisterState::Merged) {
            shown.text = field.view.mergedText;
            for (const merge::Version &version : field.view.versions) {
                for (const std::size_t edit : m_told.story.writersOf(field.linkId, version)) {
                    if (shown.text.find(m_told.story.edits[edit].addedWord) == std::string::npos) {
                        m_told.fail("merging lost \"" + m_told.story.edits[edit].addedWord + "\"");
                    }
                }
            }
            m_told.counters.add(Fault::TextMerged);
        } else if (field.view.state == RegisterState::One) {
            shown.text = merge::textOf(field.view);
        }
        if (shown.several) {
            m_told.counters.add(Fault::TwoVersions);
        }
        if (field.view.state == RegisterState::Merged && isInside(field.linkId)) {
            m_told.fail("a resident's words were merged in " + field.linkId);
        }
    }
    return std::move(*plan);
}

std::string People::newText(Dice &dice, const std::string &field, const std::string &standing,
                            std::string &addedWord)
{
    const std::string fresh = word();
    if (standing.empty() || dice.chance(isInside(field) ? 40 : 15)) {
        return (isInside(field) ? "Jeg vil hellere " : "Helt andre ord, nemlig ") + fresh + ". ";
    }
    // Somebody adds to what stands there, somebody else may at the same time: one base, two sides.
    addedWord = (isInside(field) ? "Jeg vil også " : "Husk ") + fresh + " hver gang.";
    const std::string sentence = addedWord + " ";
    std::string text = standing;
    std::vector<std::size_t> places{0};
    for (std::size_t at = text.find(". "); at != std::string::npos; at = text.find(". ", at + 2)) {
        places.push_back(at + 2);
    }
    return text.insert(dice.pick(places), sentence);
}

void People::write(Dice &dice)
{
    const Who who = anybody(dice);
    if ((!m_opened.contains(who) || dice.chance(40)) && !open(who)) {
        return;
    }
    writeIn(dice, who, dice.pick(kFields));
}

void People::writeIn(Dice &dice, const Who &who, const std::string &field)
{
    const bool resident = who.person == m_home.sofie.person;
    const Shown shown = m_shown[who][field];
    const auto known = mind.fields[who].find(field);
    const bool begun = known != mind.fields[who].end();
    // The access table: staff's voice is not the resident's to write; the resident alone settles their words.
    const bool may = resident ? isInside(field) : begun || !(isInside(field) && shown.several);
    // On the phone a text for several versions would wait where nobody can settle them.
    if (!may || (isPhone() && shown.several && !begun)) {
        return;
    }
    FieldDraft draft;
    if (begun) {
        draft = known->second;
        draft.text += " Og " + word() + ". ";
    } else {
        draft.text = newText(dice, field, shown.text, draft.addedWord);
        draft.seen = shown.versions;
        draft.forSeveral = shown.several;
    }
    const std::optional<FieldDraft> before = begun ? std::optional(known->second) : std::nullopt;
    const auto doubt = [this, who, field, draft, before] {
        const auto plan = m_tablet->openPlan(m_home.sofie.person, who, kPlan);
        for (std::size_t at = 0; plan && at < plan->fields.size(); ++at) {
            if (plan->fields[at].linkId == field) {
                const bool after = plan->fields[at].draft == draft.text;
                m_told.counters.add(after ? Fault::CrashAfterCommit : Fault::CrashBeforeCommit);
                if (after) {
                    mind.fields[who][field] = draft;
                }
            }
        }
    };
    if (perform("write in the plan", m_tablet->editField(m_home.sofie.person, who, kPlan, field, draft.text),
                doubt)) {
        mind.fields[who][field] = draft;
    }
}

/** The form was left: what stands in the history now was saved; the rest must still be a draft. How many a
 * copy of this tablet had saved before. */
std::size_t People::takeSaved(const Who &who, const Known &before)
{
    const bool resident = who.person == m_home.sofie.person;
    const auto fields = mind.fields[who];
    std::size_t twins = 0;
    for (const auto &[field, draft] : fields) {
        const auto versions = history(who, field);
        const auto says = [&draft = draft](const merge::Version &one) { return one.op.text() == draft.text; };
        const auto mine = [&, &field = field](const merge::Version &one) {
            return says(one) && !before.at(field).contains(one.dot);
        };
        const auto found = std::find_if(versions.begin(), versions.end(), mine);
        const auto twin = std::find_if(versions.begin(), versions.end(), says);
        if (found == versions.end() && twin != versions.end()) {
            // A copy of this tablet had the same draft and saved it first: it stands there already.
            m_shown[who][field] = {{shownAs(*twin)}, draft.text, false};
            mind.fields[who].erase(field);
            ++twins;
        }
        if (found == versions.end()) {
            continue;
        }
        Edit edit;
        edit.field = field;
        edit.text = draft.text;
        edit.addedWord = draft.addedWord;
        edit.author = resident || isInside(field) ? m_home.sofie.person : who.person;
        edit.enterer = who.person;
        edit.seen = draft.seen;
        addEdit(std::move(edit), found->dot);
        m_shown[who][field] = {{shownAs(*found)}, draft.text, false};
        mind.fields[who].erase(field);
    }
    return twins;
}

void People::leave(Dice &dice)
{
    std::vector<Who> writing;
    for (const auto &[who, fields] : mind.fields) {
        if (!fields.empty()) {
            writing.push_back(who);
        }
    }
    if (writing.empty()) {
        return;
    }
    leaveAs(dice.pick(writing));
}

void People::leaveAs(const Who &who)
{
    const std::size_t drafts = mind.fields[who].size();
    Known before;
    for (const auto &[field, draft] : mind.fields[who]) {
        before[field] = dotsIn(who, field);
    }
    const auto left = m_tablet->leavePlan(m_home.sofie.person, who, kPlan);
    const auto doubt = [this, who, drafts, before] {
        takeSaved(who, before);
        const bool after = mind.fields[who].size() < drafts;
        m_told.counters.add(after ? Fault::CrashAfterCommit : Fault::CrashBeforeCommit);
    };
    if (!perform("leave the plan", left ? Status() : Status(tl::unexpected(left.error())), doubt)) {
        return;
    }
    const std::size_t twins = takeSaved(who, before);
    if (twins == 0 && mind.fields[who].size() + static_cast<std::size_t>(*left) != drafts) {
        m_told.fail("leaving the plan saved " + std::to_string(*left) + " of " + std::to_string(drafts) +
                    " fields, and " + std::to_string(mind.fields[who].size()) + " can't be found as saved");
    }
}

void People::saveIn(Dice &dice, const std::string &field)
{
    const Who who = isInside(field) ? m_home.sofie : m_home.mette;
    if (!inDoubt() && knowsEverybody() && open(who)) {
        writeIn(dice, who, field);
    }
    if (!inDoubt() && !mind.fields[who].empty()) {
        leaveAs(who);
    }
}

void People::takeResolution(const Who &who, const std::string &field, Edit edit, const std::set<Dot> &before,
                            bool mustBeThere)
{
    for (const merge::Version &version : history(who, field)) {
        if (!before.contains(version.dot) && version.op.resolution() == edit.how &&
            (edit.isMarker() || version.op.text() == edit.text)) {
            const bool settles = !edit.isMarker();
            const std::string text = edit.text;
            addEdit(std::move(edit), version.dot);
            if (settles) {
                mind.fields[who].erase(field);
                m_shown[who][field] = {{shownAs(version)}, text, false};
            }
            m_told.counters.add(Fault::Resolved);
            return;
        }
    }
    if (mustBeThere && !m_told.shared()) { // else a twin's stands under the same id
        m_told.fail("a decision about " + field + " was saved and is not there");
    }
}

void People::resolve(Dice &dice)
{
    const Who who = anybody(dice);
    const auto plan = open(who);
    if (!plan) {
        return;
    }
    const bool resident = who.person == m_home.sofie.person;
    std::vector<const engine::FieldShown *> several;
    for (const engine::FieldShown &field : plan->fields) {
        const bool waits = field.view.waitsForPerson() || field.view.state == RegisterState::KeptBoth;
        if (waits && (!resident || isInside(field.linkId))) {
            several.push_back(&field);
        }
    }
    if (several.empty()) {
        return;
    }
    const engine::FieldShown &field = *dice.pick(several);
    std::vector<Resolution> ways{wire::v1::RESOLUTION_KEEP_BOTH, wire::v1::RESOLUTION_TALK};
    if (resident || !isInside(field.linkId)) {
        ways = {wire::v1::RESOLUTION_CHOOSE,  wire::v1::RESOLUTION_CHOOSE,    wire::v1::RESOLUTION_REWRITE,
                wire::v1::RESOLUTION_REWRITE, wire::v1::RESOLUTION_KEEP_BOTH, wire::v1::RESOLUTION_TALK};
    }
    Edit edit;
    edit.field = field.linkId;
    edit.how = dice.pick(ways);
    edit.author = isInside(field.linkId) ? m_home.sofie.person : who.person;
    edit.enterer = who.person;
    edit.seen = m_shown[who][field.linkId].versions;
    std::optional<Dot> chosen;
    if (edit.how == wire::v1::RESOLUTION_CHOOSE) {
        const merge::Version &version = dice.pick(field.view.versions);
        chosen = version.dot;
        edit.text = version.op.text();
    } else if (edit.how == wire::v1::RESOLUTION_REWRITE) {
        edit.text = "Sammen: " + word() + ".";
    }
    const std::set<Dot> before = dotsIn(who, field.linkId);
    const Status done = m_tablet->resolve(m_home.sofie.person, who, kPlan, field.linkId, edit.how, chosen,
                                          edit.text, field.view.heads);
    const std::string linkId = field.linkId;
    const auto doubt = [this, who, linkId, edit, before] {
        takeResolution(who, linkId, edit, before, false);
    };
    if (perform("settle two versions", done, doubt)) {
        takeResolution(who, linkId, edit, before, true);
    }
}

} // namespace trivsel::sim
