// Answer sheets: tapped, sent, taken back, withdrawn.
#include "tests/sim/people.h"

#include <algorithm>

namespace trivsel::sim {

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
        // A start settles what was sent: then it would not be here, but where there was no room for it.
        sheet.sent = sheet.sent && there->sent;
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
        // Whether hers for the chosen has come to the phone, too, nobody can see there.
        after.readers = isPhone() || dice.chance(50) ? StreamKind::Team : StreamKind::Chosen;
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

} // namespace trivsel::sim
