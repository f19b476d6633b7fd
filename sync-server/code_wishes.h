#pragma once

#include "sync-server/office.h"

namespace trivsel::server {

/** What came of the wishes that stood in `home`. */
struct CodesSettled
{
    std::size_t taken = 0;
    std::size_t refused = 0;
    std::size_t tooCostly = 0; // of the refused: it would take more to check it than one of our own
    std::size_t waiting = 0;   // after wrong codes from the same tablet: to be asked again later
};

/**
 * Codes that staff have chosen on their tablets: opens each wish with the server's key, checks the code in
 * use, writes the new verifier and the answer. A wrong one counts against the tablet that sent it and the
 * person it named, durably and before it is checked, and waits as on a tablet; the other tablets do not.
 * For a short-lived command: deriving takes its time, and codes are in memory for a moment. Store… errors.
 */
[[nodiscard]] Result<CodesSettled> settleCodes(HomeStore &store, const Office::Ports &ports,
                                               const seal::PasscodeKdf &kdf);

/** What was waiting when the command was last through. */
[[nodiscard]] std::size_t codesWaiting(HomeStore &store);

} // namespace trivsel::server
