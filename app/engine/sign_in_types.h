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
    Lent,      // handed to a resident in a samtale: that resident alone, until somebody signs in or leaves
};

/** Of somebody who came in by their own code: where the one that they chose stands. */
enum class ChosenCodeState {
    None,    // the office has it, or they chose none
    Waiting, // it holds here; on the other tablets the one before, until they and this one have met the
             // office
    Refused, // the office did not take it: the one before holds everywhere
};

/** One stay at the device: what is known of who sits here. */
using SessionToken = Bytes<16, struct SessionTokenTag>;

struct SignInSnapshot
{
    SignInKind kind = SignInKind::Nobody;
    Who who;                   // null person with the shift's code
    SessionToken token;        // null: nobody; another one: somebody else, or the same person again
    bool leaseExpired = false; // no contact with the office for seven days
    ChosenCodeState chosenCode = ChosenCodeState::None;
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

struct CodeChangeAnswer
{
    enum class Outcome {
        Ok,        // it holds here, and the office is asked at the next contact
        WrongCode, // of the one in use; may try again after waitMs
        Wait,      // was not tried
        Same,      // as the one in use
        Obvious,   // anybody would try it first
        ShiftCode, // it is a shift's code
        NotNow,    // not signed in by their own code, or this device never learned the office's key
        Busy,
        Failed, // `problem`: nothing changed
    };
    Outcome outcome = Outcome::Failed;
    std::int64_t waitMs = 0;
    std::optional<Errc> problem;
};
using CodeChangeDone = std::function<void(const CodeChangeAnswer &)>;

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
    /** The same while the device is lent to a resident: nobody hurries them. */
    std::chrono::milliseconds lentLockAfter{30 * 60'000};
};

} // namespace trivsel::engine
