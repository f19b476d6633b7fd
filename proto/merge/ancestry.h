#pragma once

#include "proto/merge/register_log.h"

#include <optional>
#include <span>
#include <string>

namespace trivsel::merge {

/**
 * The text that two versions were both made from: their one maximal common ancestor through `seen`. A version
 * is the heads that say it. nullopt when there is none or more than one, when it is no text, or when some of
 * what the versions were made from is not known here.
 */
[[nodiscard]] std::optional<std::string> commonText(const RegisterLog &log, std::span<const Entry *const> a,
                                                    std::span<const Entry *const> b);

} // namespace trivsel::merge
