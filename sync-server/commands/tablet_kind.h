#pragma once

#include "proto/domain/home_model.h"
#include "proto/tabletfile/tablet_file.h"
#include "sync-server/messages.h"

#include <optional>
#include <string_view>

/** The kinds of tablets, as commands name them. */
namespace trivsel::server {

inline constexpr char kTabletKinds[] = "shared|staff|leader";

/** By its Danish word or the name that programs use. */
[[nodiscard]] std::optional<TabletKind> tabletKindNamed(std::string_view name);
[[nodiscard]] std::string_view nameOf(TabletKind kind);
[[nodiscard]] Text textOf(TabletKind kind);
[[nodiscard]] domain::DeviceKind deviceKindOf(TabletKind kind);
[[nodiscard]] TabletKind tabletKindOf(domain::DeviceKind kind);

} // namespace trivsel::server
