#pragma once

#include "proto/base/error.h"

#include <QObject>
#include <qqmlregistration.h>

/** Why something could not be done, as far as a person can use it. The sentence is QML's. */
namespace trivsel::app::ProblemSpace {
Q_NAMESPACE
QML_NAMED_ELEMENT(Problem)

enum class Code {
    None,
    InUse,   // another process holds the data
    Damaged, // not a database, damaged or cut short
    Foreign, // a database, but not ours
    TooNew,  // written by a newer program
    DiskFull,
    ReadOnly,
    NotSetUp,    // no tablet lives in this data directory
    OtherTablet, // another tablet lives here
    WrongKey,    // the key does not fit the data
    KeyAway,     // the key store does not answer; may work later
    BadTabletFile,
    BadCatalogue,
    Emptied,         // the office had everything here removed
    EmptiedWithFile, // … and what could not be handed in lies in a sealed file
    NotAllowed,
    TooLong,
    WiderReaders, // more would read it now than it was written for
    NotHereYet,   // what it is about has not come to this tablet
    TooLate,      // it is given already, and can't be undone here
    Other,
};
Q_ENUM_NS(Code)

} // namespace trivsel::app::ProblemSpace

namespace trivsel::app {

using Problem = ProblemSpace::Code;

[[nodiscard]] Problem problemOf(Errc code);
[[nodiscard]] inline Problem problemOf(const Status &status)
{
    return status ? Problem::None : problemOf(status.error().code());
}
template <class T> [[nodiscard]] Problem problemOf(const Result<T> &result)
{
    return result ? Problem::None : problemOf(result.error().code());
}

} // namespace trivsel::app
