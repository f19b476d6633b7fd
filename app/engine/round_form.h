#pragma once

#include "proto/catalogue/definition.h"
#include "proto/domain/rounds.h"

#include <optional>

namespace trivsel::engine {

/** What of a form a round asks: the choices of a resident's self-evaluation. nullopt for every other form.
 * Free words would tell whose they are. */
[[nodiscard]] std::optional<domain::RoundForm> roundFormOf(const catalogue::Definition &definition);

} // namespace trivsel::engine
