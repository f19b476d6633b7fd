#pragma once

#include "app/engine/clock.h"
#include "app/engine/snapshots.h"
#include "proto/seal/passcode.h"

#include <chrono>
#include <functional>

namespace trivsel::engine {

/** Runs `job` on another thread and what it returns on the core thread. The core never waits for it. */
using Worker = std::function<void(std::function<std::function<void()>()> job)>;

/** How the one at this device has come in. */
enum class SignInKind {
    Nobody,
    Code,      // by their own code
    Shift,     // by the shift's code: safety plans only
    Emergency, // *Åbn i nødsituation*: safety plans only
};

/** One stay at the device: what is known of who sits here. */
using SessionToken = Bytes<16, struct SessionTokenTag>;

struct SignInSnapshot
{
    SignInKind kind = SignInKind::Nobody;
    Who who;                   // null person with the shift's code
    SessionToken token;        // null: nobody; another one: somebody else, or the same person again
    bool leaseExpired = false; // no contact with the office for seven days
};

struct SignInAnswer
{
    enum class Outcome {
        Ok,
        WrongCode, // may try again after waitMs
        Wait,      // was not tried
        NoCode,    // the office must give one first
        NotHere,   // not a person who may sign in on this device
        Busy,      // another code is being checked
        Failed,    // `problem`: nothing was counted
    };
    Outcome outcome = Outcome::Failed;
    std::int64_t waitMs = 0;
    std::optional<Errc> problem;
    SignInSnapshot session;
};

struct SignInConfig
{
    Worker worker; // empty: in place
    Uptime uptime = systemUptime;
    seal::PasscodeKdf kdf = seal::systemPasscodeKdf();
    /** Of *mine tre billeder*, when they are chosen or changed. */
    seal::KdfCost pictureCost{};
    /** Staff act only while they are signed in. False: who acts is believed (proofs, made-up homes). */
    bool askForCodes = true;
    /** Without a touch; the device then locks by itself. */
    std::chrono::milliseconds lockAfter{120'000};
};

} // namespace trivsel::engine
