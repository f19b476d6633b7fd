#pragma once

#include "proto/merge/item_state.h"

#include <cstdint>
#include <string>

namespace trivsel::merge {

/** Little-endian, 8 bytes. */
void appendNumber(std::string &out, std::uint64_t number);
/** All that a person or a form can see of one item. */
void appendCanonical(std::string &out, const EntityId &entity, const Registers &registers);

} // namespace trivsel::merge
