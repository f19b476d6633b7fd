#include "proto/domain/other_view.h"

#include "proto/domain/forms.h"
#include "proto/domain/home_fields.h"
#include "proto/domain/remove_item.h"
#include "proto/merge/seen.h"
#include "proto/seal/keys.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace trivsel::domain {

namespace {

/** What stands beside words is no part of them: an entry can be taken out by staff also when the resident has
 * written beside it. */
EntityId parentOf(const EntityId &to)
{
    return seal::singleton(PersonId{to.data}, field::kOtherView);
}

bool isBy(const PersonId &resident, const merge::Version &version)
{
    return version.author == resident && version.enteredByAuthor() &&
           version.role == wire::v1::ROLE_RESIDENT && version.op.voice() == wire::v1::VOICE_RESIDENT;
}

std::optional<OtherView> read(const merge::Fold &fold, const PersonId &resident, const EntityId &id)
{
    const auto now = fold.view(id, field::kOtherView);
    if (now.versions.empty() || !stands(fold, id)) { // most things are none: the cheaper question first
        return std::nullopt;
    }
    OtherView view;
    view.id = id;
    for (const merge::Version &version : now.versions) {
        const auto &parts = version.op.parts();
        const auto to = EntityId::from(refPart(parts, "to"));
        const std::string text = textPart(parts, "text");
        if (!isBy(resident, version) || !to || text.empty()) {
            continue;
        }
        view.text += view.text.empty() ? text : "\n\n" + text;
        view.to = *to;
        view.field = textPart(parts, "field");
        view.words = dotsOf(refPart(parts, "seen"));
        view.wordsMs = numPart(parts, "at");
        view.author = version.author;
        view.enterer = version.enterer;
        view.atMs = std::max(view.atMs, correctedMs(version));
    }
    view.heads = now.heads;
    return view.text.empty() ? std::nullopt : std::optional(std::move(view));
}

void sortByTime(std::vector<OtherView> &views)
{
    std::stable_sort(views.begin(), views.end(), [](const OtherView &a, const OtherView &b) {
        return std::tie(a.atMs, a.id) < std::tie(b.atMs, b.id);
    });
}

bool isAmong(const merge::Version &version, const std::vector<Dot> &dots)
{
    return std::find(dots.begin(), dots.end(), version.dot) != dots.end();
}

/** The words count, not who wrote them anew: a yes or a choice repeats what it is about. */
bool standsOtherwise(const merge::Fold &fold, const OtherView &view)
{
    const auto heads = fold.view(view.to, view.field).heads;
    if (std::set<Dot>(heads.begin(), heads.end()) == std::set<Dot>(view.words.begin(), view.words.end())) {
        return false; // where both were kept, the head has no words of its own
    }
    std::set<std::string> then;
    for (const merge::Version &version : fold.history(view.to, view.field)) {
        if (isAmong(version, view.words)) {
            then.insert(version.op.text());
        }
    }
    std::set<std::string> now;
    for (const merge::Version &version : fold.view(view.to, view.field).versions) {
        now.insert(version.op.text());
    }
    return then != now;
}

} // namespace

std::vector<OtherView> readOtherViews(const merge::Fold &fold, const PersonId &resident)
{
    std::vector<OtherView> views;
    for (const EntityId &entity : fold.entities()) {
        auto view = read(fold, resident, entity);
        if (view && view->field.empty()) {
            views.push_back(std::move(*view));
        }
    }
    sortByTime(views);
    return views;
}

std::vector<OtherView> readOtherViews(const merge::Fold &fold, const PersonId &resident, const EntityId &to,
                                      std::string_view field)
{
    std::vector<OtherView> views;
    for (const EntityId &child : fold.children(parentOf(to))) {
        auto view = read(fold, resident, child);
        if (view && view->to == to && view->field == field) {
            view->older = standsOtherwise(fold, *view);
            views.push_back(std::move(*view));
        }
    }
    sortByTime(views);
    return views;
}

wire::v1::Op writeOtherView(const OtherView &view)
{
    wire::v1::Op op;
    op.set_entity(view.id.str());
    op.set_field(field::kOtherView);
    op.set_policy(wire::v1::KEEP_BOTH);
    op.set_voice(wire::v1::VOICE_RESIDENT);
    wire::v1::Parts &parts = *op.mutable_parts();
    addRef(parts, "to", view.to.str());
    addText(parts, "text", view.text);
    if (!view.field.empty()) {
        op.set_parent(parentOf(view.to).str());
        addText(parts, "field", view.field);
        addRef(parts, "seen", bytesOf(view.words));
        addNum(parts, "at", view.wordsMs);
    }
    merge::addSeen(op, view.heads);
    return op;
}

wire::v1::Op removeOtherView(const OtherView &view)
{
    return removeItem(view.id, wire::v1::VOICE_RESIDENT,
                      std::set<merge::Head>(view.heads.begin(), view.heads.end()));
}

std::int64_t writtenMs(const merge::Fold &fold, const EntityId &entity, std::string_view field,
                       const std::vector<Dot> &versions)
{
    std::int64_t newest = 0;
    for (const merge::Version &version : fold.history(entity, field)) {
        newest = isAmong(version, versions) ? std::max(newest, correctedMs(version)) : newest;
    }
    return newest;
}

} // namespace trivsel::domain
