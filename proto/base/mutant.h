#pragma once

/**
 * Known ways to break the house, to see whether the simulation notices (`./dev sim --mutants`). In every
 * other build the condition is the constant false and no name is in the program.
 */
#ifdef TRIVSEL_MUTANTS
#include <cstring>

namespace trivsel {
/** The mutant that is alive in this process; none by default. */
inline const char *&livingMutant()
{
    static const char *name = "";
    return name;
}
} // namespace trivsel

#define TRIVSEL_MUTANT(name) (std::strcmp(::trivsel::livingMutant(), name) == 0)
#else
#define TRIVSEL_MUTANT(name) false
#endif
