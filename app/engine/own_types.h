#pragma once

#include "proto/base/error.h"
#include "proto/base/ids.h"
#include "proto/seal/own_key.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace trivsel::engine {

/** How *kun mig* stands for a resident, on this tablet. */
enum class OwnState {
    Fetching, // what was said elsewhere may not be here yet: the first sync is not through
    Unavailable, // not on this device, or the office has not told what is needed yet
    NotSet,      // no pictures were ever chosen
    Set,
    Off,     // turned off by the resident; what was saved is still there
    Reset,   // staff let them choose new pictures; the old ones, if remembered, still open
    NotHere, // chosen, but this tablet must wait until it is opened on another one
};

/** Another shared tablet of the house, and what the resident said of it. */
struct OwnTablet
{
    enum class Answer { Unasked, Yes, No };
    DeviceId id;
    std::string name; // as the office calls it
    Answer answer = Answer::Unasked;
};

struct OwnSnapshot
{
    OwnState state = OwnState::Unavailable;
    bool byPictures = false;    // what opens it here; both where it was chosen on tablets that had not met
    bool byCard = false;
    bool open = false;          // their keys are in memory here
    std::int64_t waitMs = 0;    // until pictures may be tried again
    bool tile = false;          // the resident has said that the pictures open their tile, too
    bool tileLocked = false;    // … and they were not given yet: nothing of the resident's is read before
    bool earlierSealed = false; // open, and something was saved under keys that these pictures do not open
    std::vector<OwnTablet> tablets; // open: the others, by name; none of them gets a box without a yes
    bool otherPictures = false;     // … which other pictures do: chosen on two tablets that had not met
};

struct OwnAnswer
{
    enum class Outcome {
        Ok,
        WrongPictures, // may try again after own.waitMs
        Wait,          // was not tried
        NotNow,        // own.state does not allow it
        Busy,          // other pictures are being tried
        Left,          // the page was left meanwhile
        Failed,        // `problem`: nothing was counted, nothing changed
    };
    Outcome outcome = Outcome::Failed;
    std::uint32_t triedBefore = 0; // Ok: wrong tries since they were right last
    std::optional<Errc> problem;
    OwnSnapshot own;
};
using OwnDone = std::function<void(const OwnAnswer &)>;

} // namespace trivsel::engine
