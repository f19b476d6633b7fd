#include "proto/base/ids.h"

namespace trivsel {

const char *nameOf(StreamKind kind)
{
    switch (kind) {
    case StreamKind::Home:
        return "home";
    case StreamKind::Profile:
        return "profile";
    case StreamKind::Own:
        return "own";
    case StreamKind::Chosen:
        return "chosen";
    case StreamKind::Team:
        return "team";
    case StreamKind::Safety:
        return "safety";
    case StreamKind::Staff:
        return "staff";
    case StreamKind::Group:
        return "group";
    case StreamKind::Insight:
        return "insight";
    case StreamKind::Audit:
        return "audit";
    }
    return "?";
}

std::string StreamId::str() const
{
    std::string out(1, static_cast<char>(kind));
    out += bits.str();
    return out;
}

std::optional<StreamId> StreamId::from(std::string_view raw)
{
    if (raw.size() != 17) {
        return std::nullopt;
    }
    const auto kind = static_cast<std::uint8_t>(raw[0]);
    if (kind < static_cast<std::uint8_t>(StreamKind::Home) ||
        kind > static_cast<std::uint8_t>(StreamKind::Audit)) {
        return std::nullopt;
    }
    return StreamId{static_cast<StreamKind>(kind), *EntityId::from(raw.substr(1))};
}

} // namespace trivsel
