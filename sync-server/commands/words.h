#pragma once

#include "proto/base/ids.h"
#include "proto/domain/home_model.h"
#include "sync-server/messages.h"

#include <string_view>

/** What people call roles and sections. */
namespace trivsel::server {

[[nodiscard]] Text textOf(domain::Role role);
[[nodiscard]] Text textOf(StreamKind kind);

/** Whether somebody who typed this means the word: as it stands in Danish, without its three own letters, or
 * by the name that programs use. */
[[nodiscard]] bool means(std::string_view typed, Text word, std::string_view name);

} // namespace trivsel::server
