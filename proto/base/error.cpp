#include "proto/base/error.h"

#include <cstdio>
#include <cstdlib>

namespace trivsel {

const char *nameOf(Errc code)
{
    switch (code) {
    case Errc::StoreBusy:
        return "StoreBusy";
    case Errc::StoreCorrupt:
        return "StoreCorrupt";
    case Errc::StoreForeign:
        return "StoreForeign";
    case Errc::StoreTooNew:
        return "StoreTooNew";
    case Errc::StoreFull:
        return "StoreFull";
    case Errc::StoreReadOnly:
        return "StoreReadOnly";
    case Errc::StoreMissing:
        return "StoreMissing";
    case Errc::StoreExists:
        return "StoreExists";
    case Errc::StoreFailed:
        return "StoreFailed";
    case Errc::KeyMissing:
        return "KeyMissing";
    case Errc::KeyUnavailable:
        return "KeyUnavailable";
    case Errc::SealBroken:
        return "SealBroken";
    case Errc::Malformed:
        return "Malformed";
    case Errc::TooLarge:
        return "TooLarge";
    case Errc::VersionUnsupported:
        return "VersionUnsupported";
    case Errc::WrongHome:
        return "WrongHome";
    case Errc::WrongDevice:
        return "WrongDevice";
    case Errc::WrongPin:
        return "WrongPin";
    case Errc::NotAllowed:
        return "NotAllowed";
    case Errc::Unreachable:
        return "Unreachable";
    case Errc::TimedOut:
        return "TimedOut";
    case Errc::Closed:
        return "Closed";
    case Errc::AddressInUse:
        return "AddressInUse";
    case Errc::BadFile:
        return "BadFile";
    case Errc::BadArgument:
        return "BadArgument";
    case Errc::BadDefinition:
        return "BadDefinition";
    case Errc::NotFound:
        return "NotFound";
    case Errc::Unsupported:
        return "Unsupported";
    case Errc::OpenToOthers:
        return "OpenToOthers";
    case Errc::Emptied:
        return "Emptied";
    case Errc::Internal:
        return "Internal";
    case Errc::WiderReaders:
        return "WiderReaders";
    case Errc::NotHereYet:
        return "NotHereYet";
    case Errc::NotWanted:
        return "NotWanted";
    case Errc::HasAnswers:
        return "HasAnswers";
    }
    return "?";
}

void assertFailed(const char *expression, const char *file, int line)
{
    std::fprintf(stderr, "trivsel: assertion failed: %s (%s:%d)\n", expression, file, line);
    std::abort();
}

} // namespace trivsel
