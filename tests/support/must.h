#pragma once

#include "proto/base/error.h"

#include <cstdio>
#include <cstdlib>

namespace trivsel::test {

/** The value, or the end of the test program: for steps that a test only stands on. */
template <class T> T must(Result<T> &&result)
{
    if (!result) {
        std::fprintf(stderr, "unexpected error: %s: %s\n", nameOf(result.error().code()),
                     result.error().detail().c_str());
        std::abort();
    }
    if constexpr (!std::is_void_v<T>) {
        return std::move(*result);
    }
}

} // namespace trivsel::test
