#pragma once

#include "proto/base/ids.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace trivsel::engine {

/** Rounds in the common room, as they stand on this tablet. How many have answered is said nowhere. */
struct RoundsSnapshot
{
    struct Open
    {
        EntityId id;
        std::string url;
        DefinitionHash definition; // what is asked: of the catalogue in which it was begun
        std::int64_t closesByHandInMs = 0; // 0: staff may close it now
    };
    std::optional<Open> open;
    /** Closed with too few answers (urls): they lie here until there is a round of the same theme. */
    std::vector<std::string> tooFew;
    /** Closed, and not safely at the office yet (urls). */
    std::vector<std::string> leaving;
};

/** What became of the answers when a round was closed. */
enum class RoundEnd {
    TooFew, // they stay here
    Leaving // they go to the office, with the next contact
};

} // namespace trivsel::engine
