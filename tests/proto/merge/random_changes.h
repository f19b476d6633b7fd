#pragma once

#include "note.h"

#include <rapidcheck.h>

#include <map>
#include <vector>

namespace trivsel::merge::test {

/** What RapidCheck draws, and makes smaller, for one op. Small numbers, so that things meet. */
struct OpPlan
{
    int entity = 0;
    int field = 0;
    int policy = 0;
    int voice = 0;
    int kind = 0;
    int value = 0;
    int resolution = 0;
    std::vector<int> seen;
};

struct ChangePlan
{
    int tablet = 0;
    int lamport = 0;
    int author = 0;
    int enterer = 0;
    int hash = 0; // 0: not known
    bool opaque = false;
    std::vector<OpPlan> ops;
};

/** Up to `most` of them. The size of RapidCheck is for the container alone: small numbers would not vary
 * otherwise. */
template <class T> rc::Gen<std::vector<T>> upTo(int most, rc::Gen<T> one)
{
    return rc::gen::resize(most, rc::gen::container<std::vector<T>>(rc::gen::resize(100, std::move(one))));
}

inline rc::Gen<OpPlan> anOp()
{
    using rc::gen::inRange;
    return rc::gen::build<OpPlan>(
        rc::gen::set(&OpPlan::entity, inRange(0, 2)), rc::gen::set(&OpPlan::field, inRange(0, 3)),
        rc::gen::set(&OpPlan::policy,
                     rc::gen::weightedElement<int>({{6, 1}, {6, 2}, {4, 3}, {2, 4}, {1, 0}, {1, 9}})),
        rc::gen::set(&OpPlan::voice, inRange(0, 3)), rc::gen::set(&OpPlan::kind, inRange(0, 9)),
        rc::gen::set(&OpPlan::value, inRange(0, 3)),
        rc::gen::set(&OpPlan::resolution,
                     rc::gen::weightedElement<int>({{8, 0}, {1, 1}, {1, 2}, {1, 3}, {1, 4}, {1, 7}})),
        rc::gen::set(&OpPlan::seen, upTo<int>(5, inRange(0, 24))));
}

inline rc::Gen<ChangePlan> aChange()
{
    using rc::gen::inRange;
    return rc::gen::build<ChangePlan>(
        rc::gen::set(&ChangePlan::tablet, inRange(1, 4)), rc::gen::set(&ChangePlan::lamport, inRange(0, 4)),
        rc::gen::set(&ChangePlan::author, inRange(0, 3)), rc::gen::set(&ChangePlan::enterer, inRange(0, 3)),
        rc::gen::set(&ChangePlan::hash, inRange(0, 3)),
        rc::gen::set(&ChangePlan::opaque, rc::gen::weightedElement<bool>({{1, true}, {9, false}})),
        rc::gen::set(&ChangePlan::ops, upTo<OpPlan>(4, anOp())));
}

inline rc::Gen<std::vector<ChangePlan>> someChanges()
{
    return upTo<ChangePlan>(20, aChange());
}

inline void addOp(Note &note, const OpPlan &plan, const std::vector<Dot> &dots)
{
    static const std::string kTexts[] = {"Vi går en tur om morgenen hver dag.",
                                         "Vi går en lang tur om morgenen hver dag.",
                                         "Vi går en tur om morgenen hver eneste dag."};
    const auto value = static_cast<std::size_t>(plan.value);
    switch (plan.kind) {
    case 0:
        note.remove(plan.value != 2);
        break;
    case 1:
        note.num(plan.value);
        break;
    case 2:
        note.rank(std::string(1, static_cast<char>('a' + plan.value)));
        break;
    case 3:
        note.ext();
        break;
    case 4:
        note.nothing();
        break;
    default:
        note.text(kTexts[value]);
        break;
    }
    static const std::string kFields[] = {"", "a", "b"};
    note.at(item(static_cast<std::uint8_t>(plan.entity)), kFields[plan.field]);
    note.policy(static_cast<Policy>(plan.policy)).voice(static_cast<Voice>(plan.voice));
    note.resolution(static_cast<Resolution>(plan.resolution));
    std::vector<Head> seen;
    for (const int n : plan.seen) {
        // Of what is there, older or newer or itself; beyond that, something that never arrives. Sometimes it
        // says which change it means, rightly or not.
        const auto at = static_cast<std::size_t>(n);
        seen.push_back({at < dots.size() ? dots[at] : Dot{Incarnation{77}, at}, (at + value) % 3});
    }
    note.seenAs(seen);
}

/** Changes as a stream may hold them, with wrong ones among them: cycles, gaps, unknown numbers. */
inline std::vector<Applied> changesOf(const std::vector<ChangePlan> &plans)
{
    std::vector<Dot> dots;
    std::map<int, std::uint64_t> counters;
    for (const ChangePlan &plan : plans) {
        dots.push_back({Incarnation{static_cast<std::uint64_t>(plan.tablet)}, ++counters[plan.tablet]});
    }
    static const PersonId kPeople[] = {kAnna, kMette, kAli};
    std::vector<Applied> out;
    for (std::size_t i = 0; i < plans.size(); ++i) {
        const ChangePlan &plan = plans[i];
        // Mostly rising, as real ones do, yet not always.
        const std::uint64_t lamport = i / 2 + static_cast<std::uint64_t>(plan.lamport);
        Note note(static_cast<std::uint64_t>(dots[i].inc), dots[i].ctr, lamport);
        note.said(kPeople[plan.author], kPeople[plan.enterer]);
        for (const OpPlan &op : plan.ops) {
            addOp(note, op, dots);
        }
        note.hash(static_cast<std::uint64_t>(plan.hash)).change().opaque = plan.opaque;
        out.push_back(note);
    }
    return out;
}

/** One step of people at three tablets, who write what they see and sync now and then. */
struct Step
{
    int tablet = 0;
    int action = 0;
    int field = 0;
    int value = 0;
    int enterer = 0;
};

inline rc::Gen<std::vector<Step>> someSteps()
{
    using rc::gen::inRange;
    return upTo<Step>(
        24, rc::gen::build<Step>(
                rc::gen::set(&Step::tablet, inRange(0, 3)),
                rc::gen::set(&Step::action,
                             rc::gen::weightedElement<int>({{7, 0}, {9, 1}, {2, 5}, {2, 6}, {1, 7}, {1, 8}})),
                rc::gen::set(&Step::field, rc::gen::weightedElement<int>({{6, 0}, {3, 1}, {1, 2}, {1, 3}})),
                rc::gen::set(&Step::value, inRange(0, 3)), rc::gen::set(&Step::enterer, inRange(0, 3))));
}

/** Staff prose that may be put together, the resident's words, a set, a list's order. */
inline void sayWhat(Note &note, const Step &step)
{
    static const std::string kFields[] = {"prosa", "ord", "liste", "plads"};
    static const Policy kPolicies[] = {MERGE_TEXT, KEEP_BOTH, SET, ORDER};
    static const Voice kVoices[] = {VOICE_STAFF, VOICE_RESIDENT, VOICE_RESIDENT, VOICE_UNSPECIFIED};
    note.field(kFields[step.field]).policy(kPolicies[step.field]).voice(kVoices[step.field]);
}

inline Note write(const Step &step, std::uint64_t counter, const Fold &fold)
{
    static const PersonId kPeople[] = {kAnna, kMette, kAli};
    static const std::string kTexts[] = {"Vi går en tur om morgenen hver dag.",
                                         "Vi går en lang tur om morgenen hver dag.",
                                         "Vi går en tur om morgenen hver eneste dag."};
    Note note(static_cast<std::uint64_t>(step.tablet) + 1, counter, fold.lamport() + 1);
    const PersonId &enterer = kPeople[step.enterer];
    note.said(step.field == 1 || step.field == 2 ? kAnna : enterer, enterer);
    const std::string &text = kTexts[step.value];
    switch (step.action) {
    case 5:
        note.nothing().resolution(RESOLUTION_KEEP_BOTH);
        break;
    case 6:
        note.nothing().resolution(RESOLUTION_TALK);
        break;
    case 7:
        note.text(text).resolution(step.value == 0 ? RESOLUTION_CHOOSE : RESOLUTION_REWRITE);
        break;
    case 8:
        note.remove();
        break;
    default:
        note.text(text);
        break;
    }
    sayWhat(note, step);
    std::vector<Head> seen = fold.view(kItem, note.change().change.ops(0).field()).heads;
    if (step.action == 8 && step.value == 0) { // the whole item
        note.field("");
        for (const std::string &field : fold.fields(kItem)) {
            const auto heads = fold.view(kItem, field).heads;
            seen.insert(seen.end(), heads.begin(), heads.end());
        }
    }
    note.seenAs(seen);
    return note;
}

/** Changes as they come from programs without faults. */
inline std::vector<Applied> changesOf(const std::vector<Step> &steps)
{
    std::vector<Applied> out;
    Fold folds[3];
    std::uint64_t counters[3] = {};
    for (const Step &step : steps) {
        const auto tablet = static_cast<std::size_t>(step.tablet);
        if (step.action == 0) { // gets all that there is
            for (const Applied &change : out) {
                folds[tablet].add(change);
            }
            continue;
        }
        const Note note = write(step, ++counters[tablet], folds[tablet]);
        folds[tablet].add(note);
        out.push_back(note);
    }
    return out;
}

/** Half of the streams are what programs without faults write, half have everything wrong that can be. */
inline std::vector<Applied> someStream()
{
    return *rc::gen::arbitrary<bool>() ? changesOf(*someSteps()) : changesOf(*someChanges());
}

inline void showValue(const Step &step, std::ostream &out)
{
    out << "[tablet " << step.tablet << " action " << step.action << " field " << step.field << " value "
        << step.value << " enterer " << step.enterer << ']';
}

inline void showValue(const OpPlan &plan, std::ostream &out)
{
    out << "{entity " << plan.entity << " field " << plan.field << " policy " << plan.policy << " voice "
        << plan.voice << " kind " << plan.kind << " value " << plan.value << " resolution " << plan.resolution
        << " seen";
    for (const int n : plan.seen) {
        out << ' ' << n;
    }
    out << '}';
}

inline void showValue(const ChangePlan &plan, std::ostream &out)
{
    out << "\n[tablet " << plan.tablet << " lamport+" << plan.lamport << " author " << plan.author
        << " enterer " << plan.enterer << (plan.opaque ? " opaque" : "");
    for (const OpPlan &op : plan.ops) {
        out << ' ';
        showValue(op, out);
    }
    out << ']';
}

} // namespace trivsel::merge::test
