#include "proto/pairing/messages.h"

namespace trivsel::pairing {

std::uint32_t wireKindOf(TabletKind kind)
{
    switch (kind) {
    case TabletKind::Shared:
        return 1;
    case TabletKind::Staff:
        return 2;
    case TabletKind::Leader:
        return 3;
    }
    return 0;
}

std::optional<TabletKind> tabletKindOf(std::uint32_t wireKind)
{
    for (const TabletKind kind : {TabletKind::Shared, TabletKind::Staff, TabletKind::Leader}) {
        if (wireKindOf(kind) == wireKind) {
            return kind;
        }
    }
    return std::nullopt;
}

} // namespace trivsel::pairing
