#include "app/viewmodels/problem.h"

namespace trivsel::app {

Problem problemOf(Errc code)
{
    switch (code) {
    case Errc::StoreBusy:
        return Problem::InUse;
    case Errc::StoreCorrupt:
        return Problem::Damaged;
    case Errc::StoreForeign:
        return Problem::Foreign;
    case Errc::StoreTooNew:
        return Problem::TooNew;
    case Errc::StoreFull:
        return Problem::DiskFull;
    case Errc::StoreReadOnly:
        return Problem::ReadOnly;
    case Errc::StoreMissing:
        return Problem::NotSetUp;
    case Errc::StoreExists:
        return Problem::OtherTablet;
    case Errc::KeyMissing:
    case Errc::SealBroken:
        return Problem::WrongKey;
    case Errc::KeyUnavailable:
        return Problem::KeyAway;
    case Errc::BadFile:
        return Problem::BadTabletFile;
    case Errc::BadDefinition:
        return Problem::BadCatalogue;
    case Errc::Emptied:
        return Problem::Emptied;
    case Errc::NotAllowed:
        return Problem::NotAllowed;
    case Errc::TooLarge:
        return Problem::TooLong;
    case Errc::WiderReaders:
        return Problem::WiderReaders;
    case Errc::NotHereYet:
        return Problem::NotHereYet;
    case Errc::StoreFailed:
    case Errc::Malformed:
    case Errc::VersionUnsupported:
    case Errc::WrongHome:
    case Errc::WrongDevice:
    case Errc::WrongPin:
    case Errc::Unreachable:
    case Errc::TimedOut:
    case Errc::Closed:
    case Errc::AddressInUse:
    case Errc::BadArgument:
    case Errc::NotFound:
    case Errc::Unsupported:
    case Errc::OpenToOthers: // of the server's files alone
    case Errc::Internal:
    case Errc::NotWanted:
    case Errc::HasAnswers:
        return Problem::Other;
    }
    return Problem::Other;
}

} // namespace trivsel::app
