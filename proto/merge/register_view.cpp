#include "proto/merge/register_view.h"

#include "proto/base/mutant.h"
#include "proto/merge/ancestry.h"
#include "proto/merge/text_merge.h"

#include <algorithm>
#include <map>

namespace trivsel::merge {
namespace {

using Entries = std::vector<const Entry *>;

struct Heads
{
    Entries values; // readable or not
    Entries markers;
};

/** One value and the heads that say it; `shown` stands for them. */
struct Said
{
    const Entry *shown = nullptr;
    Entries by;
};

/** When two people entered the same words, those of the person whose words they are go before. */
bool standsBefore(const Entry *a, const Entry *b)
{
    const bool ownA = a->author == a->enterer;
    const bool ownB = b->author == b->enterer;
    return ownA != ownB ? ownA : a->age() < b->age();
}

std::vector<Said> distinct(const Entries &heads)
{
    std::map<std::string, Said> byValue;
    for (const Entry *head : heads) {
        Said &said = byValue[valueKey(*head->op)];
        said.by.push_back(head);
        if (!said.shown || standsBefore(head, said.shown)) {
            said.shown = head;
        }
    }
    std::vector<Said> out;
    out.reserve(byValue.size());
    for (auto &[value, said] : byValue) {
        out.push_back(std::move(said));
    }
    std::sort(out.begin(), out.end(),
              [](const Said &a, const Said &b) { return a.shown->age() < b.shown->age(); });
    return out;
}

Voice voiceOf(const Entries &heads)
{
    Voice voice = wire::v1::VOICE_UNSPECIFIED;
    for (const Entry *head : heads) {
        if (head->op->voice() == wire::v1::VOICE_RESIDENT) {
            return wire::v1::VOICE_RESIDENT;
        }
        if (head->op->voice() == wire::v1::VOICE_STAFF) {
            voice = wire::v1::VOICE_STAFF;
        }
    }
    return voice;
}

Policy safestPolicy(const Entries &values, Voice voice)
{
    if (values.empty()) {
        return wire::v1::KEEP_BOTH;
    }
    const Policy policy = policyOf(*values.front()->op);
    const bool same = std::all_of(values.begin(), values.end(),
                                  [policy](const Entry *e) { return policyOf(*e->op) == policy; });
    if (!same || (policy == wire::v1::MERGE_TEXT && voice == wire::v1::VOICE_RESIDENT)) {
        return wire::v1::KEEP_BOTH;
    }
    return policy;
}

/** `seen` is sorted. */
bool namesFormer(const std::vector<Head> &seen, const Entry &value)
{
    const auto former = formerPlace(value);
    const auto [first, last] =
        former ? std::equal_range(seen.begin(), seen.end(), *former) : std::pair(seen.end(), seen.end());
    return std::any_of(first, last, [&](const Head &named) { return meansFormer(named, value); });
}

/** The newest decision to let the versions stand, if it was made in sight of every one of them. */
const Entry *decision(const Heads &heads)
{
    if (heads.markers.empty()) {
        return nullptr;
    }
    const Entry *newest = heads.markers.back();
    std::vector<Head> seen = seenOf(newest->op->seen());
    std::sort(seen.begin(), seen.end());
    for (const Entry *value : heads.values) {
        const auto named = std::lower_bound(seen.begin(), seen.end(), value->dot());
        const bool there = newest->age() > value->age() && named != seen.end() && named->fits(headOf(*value));
        if (!there && !namesFormer(seen, *value)) {
            return nullptr;
        }
    }
    return newest;
}

std::optional<std::string> merged(const RegisterLog &log, const std::vector<Said> &said)
{
    if (said.size() != 2 || said[0].shown->op->v_case() != wire::v1::Op::kText ||
        said[1].shown->op->v_case() != wire::v1::Op::kText) {
        return std::nullopt;
    }
    const auto base = commonText(log, said[0].by, said[1].by);
    return base ? mergeText(*base, said[0].shown->op->text(), said[1].shown->op->text()) : std::nullopt;
}

void show(RegisterView &view, const std::vector<Said> &said)
{
    for (const Said &one : said) {
        view.versions.push_back(toVersion(*one.shown));
    }
}

void decide(RegisterView &view, const RegisterLog &log, const Heads &heads, const std::vector<Said> &said)
{
    show(view, said);
    if (said.size() < 2) {
        view.state = said.empty() ? RegisterState::Empty : RegisterState::One;
        return;
    }
    if (const Entry *decided = decision(heads)) {
        view.state = decided->op->resolution() == wire::v1::RESOLUTION_TALK ? RegisterState::Talk
                                                                            : RegisterState::KeptBoth;
        return;
    }
    view.state = RegisterState::Two;
    const bool alsoTheirs =
        TRIVSEL_MUTANT("residents-voice-merged") && view.voice == wire::v1::VOICE_RESIDENT;
    if ((view.policy == wire::v1::MERGE_TEXT || alsoTheirs) && !view.opaque) {
        if (auto text = merged(log, said)) {
            view.state = RegisterState::Merged;
            view.mergedText = std::move(*text);
        }
    }
}

} // namespace

RegisterView viewOf(const RegisterLog &log)
{
    RegisterView view;
    const Entries all = log.heads();
    Heads heads;
    Entries readable;
    for (const Entry *head : all) {
        view.heads.push_back(headOf(*head));
        (isMarker(*head->op) ? heads.markers : heads.values).push_back(head);
        if (!isReadable(*head->op)) {
            view.opaque = true;
        } else if (!isMarker(*head->op)) {
            readable.push_back(head);
        }
    }
    view.voice = voiceOf(all);
    view.policy = safestPolicy(heads.values, view.voice);

    if (view.policy == wire::v1::SET && !readable.empty()) {
        std::erase_if(readable, [](const Entry *e) { return isRemove(*e->op); });
        show(view, distinct(readable));
        view.state = RegisterState::Members;
    } else if (view.policy == wire::v1::ORDER && !readable.empty()) {
        view.versions.push_back(toVersion(*readable.back()));
        view.state = RegisterState::One;
    } else {
        decide(view, log, heads, distinct(readable));
    }
    return view;
}

} // namespace trivsel::merge
