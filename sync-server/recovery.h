#pragma once

#include "sync-server/home_store.h"

#include <string>
#include <vector>

namespace trivsel::server {

/** A stream as far as it came back. */
struct RecoveredStream
{
    StreamId stream;
    std::string about; // name on the tile or of the person; empty = the house
    std::uint64_t changes = 0;
    bool key = false;
    std::uint64_t missing =
        0; // counters that must have been there, by their neighbours, proofs or those who saw them
    bool doubtful =
        false; // somebody names counters that no tablet reaches: how many are missing can't be known
    std::uint64_t gone = 0; // their place is there, their content is not

    [[nodiscard]] bool whole() const;
};

/** What came back and what did not; no words of anybody. */
struct RecoveryReport
{
    std::string home;
    std::uint64_t changes = 0;
    std::size_t keys = 0;
    std::vector<RecoveredStream> streams;
    std::vector<std::string> tabletsHere;    // have handed in all they had
    std::vector<std::string> tabletsMissing; // are in the table and have not been here
    std::uint64_t held = 0;
    std::uint64_t heldClosed = 0; // of these: their key is not here
    std::uint64_t proofsDropped = 0;

    [[nodiscard]] bool complete() const;
    /** Every section but those of who looked is whole, as far as is known: nobody's words are missing. */
    [[nodiscard]] bool wordsComplete() const;
    /** Lines of who looked that must have been there. */
    [[nodiscard]] std::uint64_t looksMissing() const;
};

/** Tablets that have handed in everything and fetched from the beginning, in this epoch. */
[[nodiscard]] Result<std::vector<DeviceId>> tabletsDone(HomeStore &store);

/** Signatures that could not be checked while the table of devices was missing are checked now; those that do
 * not hold are thrown away. How many. Writes. */
[[nodiscard]] Result<std::uint64_t> checkProofs(HomeStore &store);

[[nodiscard]] Result<RecoveryReport> readRecovery(HomeStore &store);

} // namespace trivsel::server
