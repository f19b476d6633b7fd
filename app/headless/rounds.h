#pragma once

#include "app/engine/engine.h"

#include <boost/json.hpp>

/** Rounds in the common room, as commands. */
namespace trivsel::headless {

/** What is open (`round`, `url`), what rests and what is on its way. */
[[nodiscard]] Result<boost::json::object> rounds(engine::Engine &tablet, const boost::json::object &in);
/** `who`, `url`. */
[[nodiscard]] Result<boost::json::object> beginRound(engine::Engine &tablet, const boost::json::object &in);
/** `round`, `answers`: a number for each question; -1 skipped, -2 don't know, -3 not applicable. */
[[nodiscard]] Result<boost::json::object> answerRound(engine::Engine &tablet, const boost::json::object &in);
/** `who`. Says whether the answers `leave`. */
[[nodiscard]] Result<boost::json::object> closeRound(engine::Engine &tablet, const boost::json::object &in);
/** `who`. */
[[nodiscard]] Result<boost::json::object> roundResults(engine::Engine &tablet, const boost::json::object &in);

} // namespace trivsel::headless
