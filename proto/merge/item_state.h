#pragma once

#include "proto/merge/fold.h"
#include "proto/merge/register_log.h"

#include <map>
#include <string>

namespace trivsel::merge {

/** The registers of one item by field; "" holds its removals. */
using Registers = std::map<std::string, RegisterLog, std::less<>>;

[[nodiscard]] ItemState itemStateOf(const Registers &registers);

} // namespace trivsel::merge
