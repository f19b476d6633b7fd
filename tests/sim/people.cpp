#include "tests/sim/people.h"

#include <algorithm>

namespace trivsel::sim {

using merge::RegisterState;
using wire::v1::Resolution;

namespace {

std::string describe(const std::map<std::string, std::string> &answers)
{
    std::string out;
    for (const auto &[linkId, answer] : answers) {
        out += " " + linkId + "=" + answer;
    }
    return out;
}

} // namespace

std::map<std::string, std::string> plain(const std::map<std::string, engine::Shown> &answers)
{
    std::map<std::string, std::string> out;
    for (const auto &[linkId, shown] : answers) {
        out[linkId] = shown.absent != wire::v1::ABSENT_UNSPECIFIED ? "-"
                      : !shown.text.empty()                        ? "t:" + shown.text
                                                                   : "c:" + shown.code;
    }
    return out;
}

Who People::anybody(Dice &dice) const
{
    const std::vector<Who> all{m_home.sofie, m_home.sofie, m_home.mette, m_home.ali};
    return dice.pick(all);
}

void People::forget()
{
    m_doubts.clear();
    m_shown.clear();
}

bool People::perform(const char *what, const Status &done, Doubt doubt)
{
    m_told.trace(std::string(what) + (done ? "" : std::string(": ") + nameOf(done.error().code())));
    if (done) {
        m_told.onSaved();
        return true;
    }
    if (!m_told.diskFails()) {
        m_told.fail(std::string(what) + " was refused: " + nameOf(done.error().code()) + " " +
                    done.error().detail());
    } else if (done.error().code() != Errc::StoreFull) {
        m_doubts.push_back(std::move(doubt));
    }
    return false;
}

// --- Starting ---

void People::start()
{
    m_shown.clear();
    for (const Doubt &doubt : std::exchange(m_doubts, {})) {
        doubt();
    }
    const auto sheets = mind.sheets;
    for (const auto &[id, sheet] : sheets) {
        if (!sheet.sent) {
            continue;
        }
        // A start settles what was sent; where there is no room for it, it waits as it was.
        const auto waits = m_tablet->draft(id);
        if (!waits || !waits->sent) {
            settleSheet(id, sheet);
        }
    }
    look();
}

void People::look()
{
    for (const auto &[id, sheet] : mind.sheets) {
        checkSheet(id, sheet);
    }
    for (const auto &[who, fields] : mind.fields) {
        if (!fields.empty()) {
            static_cast<void>(open(who)); // compares the drafts
        }
    }
}

void People::checkSheet(const DraftId &id, const Sheet &expected)
{
    const auto there = m_tablet->draft(id);
    if (!there) {
        m_told.fail("a draft that was tapped is not there:" + describe(expected.answers) + " (" +
                    nameOf(there.error().code()) + ")");
        return;
    }
    if (plain(there->answers) != expected.answers || there->sent != expected.sent ||
        (expected.readers && there->readers != expected.readers)) {
        m_told.fail("a draft is not as it was tapped: expected" + describe(expected.answers) + ", found" +
                    describe(plain(there->answers)));
    }
}

void People::settleSheet(const DraftId &id, const Sheet &sheet)
{
    m_told.story.answers.push_back({saved(), id, sheet.readers.value_or(StreamKind::Team), sheet.answers});
    mind.sheets.erase(id);
    if (m_tablet->draft(id)) {
        m_told.fail("a sheet was settled and its draft is still there");
    }
}

/** A tablet that was set up and has not met the server yet shows nobody to choose. */
bool People::knowsEverybody() const
{
    const engine::HomeSnapshot snapshot = m_tablet->home();
    return !snapshot.residents.empty() && snapshot.staff.size() >= 2;
}

// --- Sheets ---

void People::act(Dice &dice)
{
    if (inDoubt() || !knowsEverybody()) {
        return;
    }
    const std::size_t what = dice.below(100);
    if (what < 32) {
        tap(dice);
    } else if (what < 50) {
        finishSheet(dice);
    } else if (what < 72) {
        write(dice);
    } else if (what < 86) {
        leave(dice);
    } else if (what < 94) {
        resolve(dice);
    } else if (what < 97) {
        withdraw(dice);
    } else {
        discard(dice);
    }
}

void People::takeSheet(const DraftId &id, Sheet after)
{
    if (after.answers.empty()) {
        mind.sheets.erase(id); // untouched again: nothing on disk
    } else {
        mind.sheets[id] = std::move(after);
    }
}

void People::doubtSheet(const DraftId &id, const std::optional<Sheet> &before,
                        const std::optional<Sheet> &after)
{
    const auto there = m_tablet->draft(id);
    const auto isThis = [&](const std::optional<Sheet> &one) {
        return there && one && !one->answers.empty() && plain(there->answers) == one->answers &&
               (!one->readers || there->readers == one->readers);
    };
    const auto mayBeAway = [](const std::optional<Sheet> &one) {
        return !one || one->answers.empty() || one->sent;
    };
    m_told.counters.add(there ? isThis(after) ? Fault::CrashAfterCommit : Fault::CrashBeforeCommit
                        : mayBeAway(after) ? Fault::CrashAfterCommit
                                           : Fault::CrashBeforeCommit);
    mind.sheets.erase(id);
    if (isThis(before) || isThis(after)) {
        Sheet sheet = isThis(after) ? *after : *before;
        sheet.sent = false; // a start settles what was sent: then it would not be here
        mind.sheets[id] = sheet;
        return;
    }
    const bool sent = (before && before->sent) || (after && after->sent);
    if (!there && sent) {
        settleSheet(id, before ? *before : *after);
        return;
    }
    if (there || !(mayBeAway(before) || mayBeAway(after))) {
        m_told.fail("after a crash a draft is neither as before nor as after");
    }
}

void People::tap(Dice &dice)
{
    const Who who = anybody(dice);
    const auto begun = m_tablet->beginForm(m_home.sofie.person, who, kForm, PersonId());
    if (!begun) {
        perform("begin a sheet", tl::unexpected(begun.error()), [] {});
        return;
    }
    const DraftId id = begun->id;
    const auto known = mind.sheets.find(id);
    const std::optional<Sheet> before =
        known != mind.sheets.end() ? std::optional(known->second) : std::nullopt;
    const auto unfinished = [&](const auto &one) { return one.second.who == who && !one.second.sent; };
    if (!before && std::any_of(mind.sheets.begin(), mind.sheets.end(), unfinished)) {
        m_told.fail("an unfinished sheet was not found again");
        return;
    }
    Sheet after = before.value_or(Sheet{who, {}, std::nullopt, false});
    Status done;
    const char *what = "choose an answer";
    const std::size_t kind = dice.below(10);
    if (kind < 6) {
        const std::string linkId = dice.chance(50) ? "selv" : "alt";
        const auto &options = m_home.catalogue->byUrl(kForm)->find(linkId)->options;
        const std::string code = dice.pick(options).code;
        after.answers[linkId] = "c:" + code;
        done = m_tablet->chooseAnswer(id, linkId, code);
    } else if (kind < 8) {
        what = "write in a sheet";
        const std::string text = "Jeg siger " + word() + ".";
        after.answers["ord"] = "t:" + text;
        done = m_tablet->writeAnswer(id, "ord", text);
    } else if (kind < 9 || !before) {
        what = "skip a question";
        after.answers["alt"] = "-";
        done = m_tablet->skipAnswer(id, "alt", wire::v1::SKIPPED);
    } else {
        what = "clear an answer";
        const std::string linkId = after.answers.begin()->first;
        after.answers.erase(linkId);
        done = m_tablet->clearAnswer(id, linkId);
    }
    if (perform(what, done, [this, id, before, after] { doubtSheet(id, before, after); })) {
        takeSheet(id, after);
    }
}

void People::finishSheet(Dice &dice)
{
    if (mind.sheets.empty()) {
        return;
    }
    auto at = mind.sheets.begin();
    std::advance(at, static_cast<std::ptrdiff_t>(dice.below(mind.sheets.size())));
    const DraftId id = at->first;
    const Sheet before = at->second;
    Sheet after = before;
    Status done;
    const char *what = "choose the readers";
    if (!before.readers) {
        after.readers = dice.chance(50) ? StreamKind::Team : StreamKind::Chosen;
        done = m_tablet->setReaders(id, *after.readers);
    } else if (!before.sent) {
        what = "Gem";
        after.sent = true;
        done = m_tablet->sendDraft(id);
    } else if (dice.chance(20)) {
        what = "Fortryd";
        after.sent = false;
        done = m_tablet->undoSend(id);
    } else {
        settle();
        return;
    }
    if (perform(what, done, [this, id, before, after] { doubtSheet(id, before, after); })) {
        takeSheet(id, after);
    }
}

void People::settle()
{
    // Whatever becomes of it: a start settles them all.
    if (!perform("leave the thank-you page", m_tablet->settleSent(), [] {})) {
        return;
    }
    const auto sheets = mind.sheets;
    for (const auto &[id, sheet] : sheets) {
        if (sheet.sent) {
            settleSheet(id, sheet);
        }
    }
}

// --- Plans ---

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

std::optional<std::size_t> People::editAt(const Who &who, const std::string &field, const Dot &dot)
{
    Story &story = m_told.story;
    const auto known = story.editOfDot.find(dot);
    if (known != story.editOfDot.end()) { // one change may hold edits of several fields
        std::vector<std::size_t> here;
        std::copy_if(known->second.begin(), known->second.end(), std::back_inserter(here),
                     [&](std::size_t index) { return story.edits[index].field == field; });
        if (here.size() == 1) {
            return here.front();
        }
    }
    // An id that was used twice names two, one that was written again none yet: their words tell.
    for (const merge::Version &version : history(who, field)) {
        if (version.dot != dot) {
            continue;
        }
        const auto says = [&](std::size_t index) {
            const Edit &edit = story.edits[index];
            return edit.field == field && edit.how == version.op.resolution() &&
                   (edit.isMarker() || edit.text == version.op.text());
        };
        if (known != story.editOfDot.end()) {
            for (const std::size_t index : known->second) {
                if (says(index)) {
                    return index;
                }
            }
        }
        for (std::size_t index = 0; index < story.edits.size(); ++index) {
            if (says(index)) { // written again under a new id
                story.editOfDot[dot].push_back(index);
                return index;
            }
        }
        m_told.fail("a version of " + field + " that nobody wrote: " + version.op.text());
    }
    return std::nullopt;
}

std::optional<engine::PlanSnapshot> People::open(const Who &who)
{
    auto plan = m_tablet->openPlan(m_home.sofie.person, who, kPlan);
    if (!plan) {
        perform("open the plan", tl::unexpected(plan.error()), [] {});
        return std::nullopt;
    }
    const auto &drafts = mind.fields[who];
    for (const engine::FieldShown &field : plan->fields) {
        const auto draft = drafts.find(field.linkId);
        const std::string expected = draft != drafts.end() ? draft->second.text : std::string();
        if (field.draft.value_or(std::string()) != expected) {
            m_told.fail("what was typed in " + field.linkId + " is not there: expected \"" + expected +
                        "\", found \"" + field.draft.value_or("") + "\"");
        }
        Shown &shown = m_shown[who][field.linkId];
        shown = {};
        for (const Dot &head : field.view.heads) {
            if (const auto edit = editAt(who, field.linkId, head)) {
                shown.edits.insert(*edit);
            }
        }
        shown.several = field.view.waitsForPerson() || field.view.state == RegisterState::KeptBoth;
        if (field.view.state == RegisterState::Merged) {
            shown.text = field.view.mergedText;
            for (const std::size_t edit : shown.edits) {
                if (shown.text.find(m_told.story.edits[edit].addedWord) == std::string::npos) {
                    m_told.fail("merging lost \"" + m_told.story.edits[edit].addedWord + "\"");
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
    if (field != "mig.udefra") {
        return (isInside(field) ? "Jeg vil " : "Aftale om ") + fresh + ".";
    }
    if (!standing.empty() && dice.chance(15)) {
        return "Helt andre ord, nemlig " + fresh + ".";
    }
    addedWord = "Husk " + fresh + " hver gang.";
    const std::string sentence = addedWord + " ";
    std::string text = standing.empty() ? m_home.narrative : standing;
    std::vector<std::size_t> places{0};
    for (std::size_t at = text.find(". "); at != std::string::npos; at = text.find(". ", at + 2)) {
        places.push_back(at + 2);
    }
    return text.insert(dice.pick(places), sentence);
}

void People::write(Dice &dice)
{
    const Who who = anybody(dice);
    if ((!m_shown.contains(who) || dice.chance(40)) && !open(who)) {
        return;
    }
    const std::string field = dice.pick(kFields);
    const bool resident = who.person == m_home.sofie.person;
    const Shown shown = m_shown[who][field];
    const auto known = mind.fields[who].find(field);
    const bool begun = known != mind.fields[who].end();
    // The access table: staff's voice is not the resident's to write; the resident alone settles their words.
    const bool may = resident ? isInside(field) : begun || !(isInside(field) && shown.several);
    if (!may) {
        return;
    }
    FieldDraft draft;
    if (begun) {
        draft = known->second;
        draft.text += " Og " + word() + ". ";
    } else {
        draft.text = newText(dice, field, shown.text, draft.addedWord);
        draft.seen = shown.edits;
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

std::size_t People::addEdit(Edit edit, const Dot &dot)
{
    edit.saved = saved();
    m_told.story.edits.push_back(std::move(edit));
    const std::size_t index = m_told.story.edits.size() - 1;
    m_told.story.editOfDot[dot].push_back(index);
    return index;
}

bool People::isKnown(const std::string &field, const merge::Version &version) const
{
    const auto known = m_told.story.editOfDot.find(version.dot);
    return known != m_told.story.editOfDot.end() &&
           std::any_of(known->second.begin(), known->second.end(), [&](std::size_t index) {
               const Edit &edit = m_told.story.edits[index];
               return edit.field == field && edit.how == version.op.resolution() &&
                      (edit.isMarker() || edit.text == version.op.text());
           });
}

/** The form was left: what stands in the history now was saved; the rest must still be a draft. How many a
 * copy of this tablet had saved before. */
std::size_t People::takeSaved(const Who &who)
{
    const bool resident = who.person == m_home.sofie.person;
    const auto fields = mind.fields[who];
    std::size_t twins = 0;
    for (const auto &[field, draft] : fields) {
        const auto versions = history(who, field);
        const auto says = [&draft = draft](const merge::Version &one) { return one.op.text() == draft.text; };
        const auto mine = [&](const merge::Version &one) { return says(one) && !isKnown(field, one); };
        const auto found = std::find_if(versions.begin(), versions.end(), mine);
        const auto twin = std::find_if(versions.begin(), versions.end(), says);
        if (found == versions.end() && twin != versions.end()) {
            // A copy of this tablet had the same draft and saved it first: it stands there already.
            const auto edit = editAt(who, field, twin->dot);
            m_shown[who][field] = {edit ? std::set{*edit} : std::set<std::size_t>(), draft.text, false};
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
        const std::size_t index = addEdit(std::move(edit), found->dot);
        mind.fields[who].erase(field);
        m_shown[who][field] = {{index}, draft.text, false};
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
    const Who who = dice.pick(writing);
    const std::size_t drafts = mind.fields[who].size();
    const auto left = m_tablet->leavePlan(m_home.sofie.person, who, kPlan);
    const auto doubt = [this, who, drafts] {
        takeSaved(who);
        const bool after = mind.fields[who].size() < drafts;
        m_told.counters.add(after ? Fault::CrashAfterCommit : Fault::CrashBeforeCommit);
    };
    if (!perform("leave the plan", left ? Status() : Status(tl::unexpected(left.error())), doubt)) {
        return;
    }
    const std::size_t twins = takeSaved(who);
    if (twins == 0 && mind.fields[who].size() + static_cast<std::size_t>(*left) != drafts) {
        m_told.fail("leaving the plan saved " + std::to_string(*left) + " of " + std::to_string(drafts) +
                    " fields, and " + std::to_string(mind.fields[who].size()) + " can't be found as saved");
    }
}

void People::takeResolution(const Who &who, const std::string &field, Edit edit, bool mustBeThere)
{
    for (const merge::Version &version : history(who, field)) {
        if (!isKnown(field, version) && version.op.resolution() == edit.how &&
            (edit.isMarker() || version.op.text() == edit.text)) {
            const bool settles = !edit.isMarker();
            const std::string text = edit.text;
            const std::size_t index = addEdit(std::move(edit), version.dot);
            if (settles) {
                mind.fields[who].erase(field);
                m_shown[who][field] = {{index}, text, false};
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
    edit.seen = m_shown[who][field.linkId].edits;
    std::optional<Dot> chosen;
    if (edit.how == wire::v1::RESOLUTION_CHOOSE) {
        const merge::Version &version = dice.pick(field.view.versions);
        chosen = version.dot;
        edit.text = version.op.text();
    } else if (edit.how == wire::v1::RESOLUTION_REWRITE) {
        edit.text = "Sammen: " + word() + ".";
    }
    const Status done = m_tablet->resolve(m_home.sofie.person, who, kPlan, field.linkId, edit.how, chosen,
                                          edit.text, field.view.heads);
    const std::string linkId = field.linkId;
    const auto doubt = [this, who, linkId, edit] { takeResolution(who, linkId, edit, false); };
    if (perform("settle two versions", done, doubt)) {
        takeResolution(who, linkId, edit, true);
    }
}

// --- The rest ---

void People::withdraw(Dice &dice)
{
    if (m_told.story.answers.empty()) {
        return;
    }
    const DraftId id = dice.pick(m_told.story.answers).id;
    const Status done = m_tablet->withdraw(m_home.sofie.person, m_home.sofie, EntityId{id.data});
    if (!done && done.error().code() == Errc::NotFound) {
        return; // it has not come here yet, or is withdrawn already
    }
    const auto doubt = [this, id] {
        m_told.story.withdrawals.push_back({{m_number, ++m_told.story.serial, true}, id});
    };
    if (perform("withdraw an answer", done, doubt)) {
        m_told.story.withdrawals.push_back({saved(), id});
        m_told.counters.add(Fault::Withdrawn);
    }
}

void People::discard(Dice &dice)
{
    if (!mind.sheets.empty() && dice.chance(50)) {
        const DraftId id = mind.sheets.begin()->first;
        const Sheet before = mind.sheets.begin()->second;
        if (perform("discard a sheet", m_tablet->discardDraft(id),
                    [this, id, before] { doubtSheet(id, before, std::nullopt); })) {
            mind.sheets.erase(id);
        }
        return;
    }
    const Who who = anybody(dice);
    const auto doubt = [this, who] {
        const auto plan = m_tablet->openPlan(m_home.sofie.person, who, kPlan);
        const bool any = plan && std::any_of(plan->fields.begin(), plan->fields.end(),
                                             [](const auto &field) { return field.draft.has_value(); });
        if (!any) {
            mind.fields[who].clear();
        }
    };
    if (perform("discard what was typed", m_tablet->discardPlanEdits(m_home.sofie.person, who, kPlan),
                doubt)) {
        mind.fields[who].clear();
    }
}

} // namespace trivsel::sim
