#pragma once

#include "proto/journal/sqlite.h"

#include <utility>

// For those who ask a database something: each error is the enclosing function's, which must return a Result.

// NOLINTBEGIN(bugprone-macro-parentheses): a name that is declared can't stand in parentheses
/** prepare() or return its error from the enclosing function. */
#define TRIVSEL_PREPARE(name, db, sql)                                                                       \
    auto name##Prepared_ = (db).prepare(sql);                                                                \
    if (!name##Prepared_) {                                                                                  \
        return tl::unexpected<::trivsel::Error>(std::move(name##Prepared_).error());                         \
    }                                                                                                        \
    ::trivsel::journal::Statement &name = *name##Prepared_

/** step() or return its error; true while there is a row. */
#define TRIVSEL_STEP(row, statement)                                                                         \
    const ::trivsel::Result<bool> row##Stepped_ = (statement).step();                                        \
    if (!row##Stepped_) {                                                                                    \
        return tl::unexpected<::trivsel::Error>(row##Stepped_.error());                                      \
    }                                                                                                        \
    const bool row = *row##Stepped_
// NOLINTEND(bugprone-macro-parentheses)
