#pragma once

#include "proto/base/ids.h"
#include "proto/domain/home_model.h"
#include "sync-server/messages.h"

#include <string>
#include <string_view>

/** What people call roles and sections. */
namespace trivsel::server {

[[nodiscard]] Text textOf(domain::Role role);
[[nodiscard]] Text textOf(StreamKind kind);
/** A section and whose it is: "mit team (Sofie)"; of the house, or of somebody without a name: "mit team". */
[[nodiscard]] std::string sectionName(Lang lang, StreamKind kind, const std::string &about);

/** Whether somebody who typed this means the word: as it stands in Danish, without its three own letters, or
 * by the name that programs use. */
[[nodiscard]] bool means(std::string_view typed, Text word, std::string_view name);

} // namespace trivsel::server
