#include "sync-server/commands/tablet_kind.h"

#include "sync-server/commands/words.h"

#include <algorithm>
#include <array>

namespace trivsel::server {
namespace {

struct Kind
{
    TabletKind tablet;
    domain::DeviceKind device;
    std::string_view name;
    Text text;
};

constexpr std::array kKinds = {
    Kind{TabletKind::Shared, domain::DeviceKind::Shared, "shared", Text::KindShared},
    Kind{TabletKind::Staff, domain::DeviceKind::Staff, "staff", Text::KindStaff},
    Kind{TabletKind::Leader, domain::DeviceKind::Leader, "leader", Text::KindLeader},
};

const Kind &kindOf(TabletKind tablet)
{
    const auto *at =
        std::find_if(kKinds.begin(), kKinds.end(), [&](const Kind &kind) { return kind.tablet == tablet; });
    TRIVSEL_ASSERT(at != kKinds.end());
    return *at;
}

} // namespace

std::optional<TabletKind> tabletKindNamed(std::string_view name)
{
    for (const Kind &kind : kKinds) {
        if (means(name, kind.text, kind.name)) {
            return kind.tablet;
        }
    }
    return std::nullopt;
}

std::string_view nameOf(TabletKind kind)
{
    return kindOf(kind).name;
}

Text textOf(TabletKind kind)
{
    return kindOf(kind).text;
}

domain::DeviceKind deviceKindOf(TabletKind kind)
{
    return kindOf(kind).device;
}

TabletKind tabletKindOf(domain::DeviceKind device)
{
    const auto *at =
        std::find_if(kKinds.begin(), kKinds.end(), [&](const Kind &kind) { return kind.device == device; });
    return at == kKinds.end() ? TabletKind::Leader : at->tablet;
}

} // namespace trivsel::server
