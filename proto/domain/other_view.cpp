#include "proto/domain/other_view.h"

#include "proto/domain/forms.h"
#include "proto/domain/home_fields.h"

#include <algorithm>
#include <tuple>

namespace trivsel::domain {

std::vector<OtherView> readOtherViews(const merge::Fold &fold)
{
    std::vector<OtherView> views;
    for (const EntityId &entity : fold.entities()) {
        if (!stands(fold, entity)) {
            continue;
        }
        for (const merge::Version &version : fold.view(entity, field::kOtherView).versions) {
            const auto to = EntityId::from(refPart(version.op.parts(), "to"));
            std::string text = textPart(version.op.parts(), "text");
            if (to && !text.empty()) {
                views.push_back(
                    {entity, *to, std::move(text), version.author, version.enterer, correctedMs(version)});
            }
        }
    }
    std::stable_sort(views.begin(), views.end(), [](const OtherView &a, const OtherView &b) {
        return std::tie(a.atMs, a.id) < std::tie(b.atMs, b.id);
    });
    return views;
}

Ops writeOtherView(const OtherView &view, const merge::Fold &now)
{
    wire::v1::Parts parts;
    addRef(parts, "to", view.to.str());
    addText(parts, "text", view.text);
    auto ops = RecordWriter(view.id, now).parts(field::kOtherView, std::move(parts)).take();
    for (wire::v1::Op &op : ops) {
        op.set_voice(wire::v1::VOICE_RESIDENT);
    }
    return ops;
}

} // namespace trivsel::domain
