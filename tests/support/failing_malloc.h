#pragma once

#include <cstdint>

namespace trivsel::test {

/**
 * Memory that SQLite asks for and does not get. Works for the whole process, and only where it is installed
 * before SQLite's first use: call install() while static objects are made.
 */
class FailingMalloc
{
public:
    static bool install();
    /** The i-th request from now on (1 …) is refused; with `forEver` every one after it too. */
    static void arm(std::uint64_t i, bool forEver);
    static void disarm();
    [[nodiscard]] static bool hit();
};

} // namespace trivsel::test
