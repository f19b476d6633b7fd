#pragma once

#include <string>
#include <tl/expected.hpp>

namespace trivsel {

/** Every way in which the world may let us down. The sentence for a person is made at the edge, from the
 * code. */
enum class Errc {
    // Store
    StoreBusy = 1, // another process holds the data
    StoreCorrupt,  // not a database, damaged or cut short
    StoreForeign,  // a database, but not ours
    StoreTooNew,   // written by a newer program
    StoreFull,     // no room left
    StoreReadOnly, // not writable
    StoreMissing,  // nothing there
    StoreExists,   // something is there already
    StoreFailed,   // any other I/O error
    // Keys and sealing
    KeyMissing,
    KeyUnavailable, // the key store did not answer: may work later
    SealBroken,     // authentication failed
    // Wire
    Malformed,
    TooLarge,
    VersionUnsupported,
    WrongHome,
    WrongDevice,
    WrongPin, // the server is not the one on the tablet file
    NotAllowed,
    // Network
    Unreachable,
    TimedOut,
    Closed,
    AddressInUse,
    // Files and input
    BadFile,
    BadArgument,
    BadDefinition,
    NotFound,
    Unsupported,
    OpenToOthers, // others may read or change what only its owner may
    Emptied,      // the office had everything on this tablet removed
    Internal,
    // What people have said
    WiderReaders, // more people would read it than it was written for
    NotHereYet,   // what it is about has not come to this tablet
    NotWanted,    // the resident does not want to be asked any more
    HasAnswers,   // what was answered would be dropped
};

/** `detail` is for engineers and logs; it never holds personal data. */
class Error
{
public:
    explicit Error(Errc code, std::string detail = {}) : m_code(code), m_detail(std::move(detail)) {}
    [[nodiscard]] Errc code() const { return m_code; }
    [[nodiscard]] const std::string &detail() const { return m_detail; }

private:
    Errc m_code;
    std::string m_detail;
};

template <class T> using Result = tl::expected<T, Error>;
using Status = Result<void>;

[[nodiscard]] inline tl::unexpected<Error> fail(Errc code, std::string detail = {})
{
    return tl::unexpected<Error>(Error(code, std::move(detail)));
}

/** The code's name, for logs: "StoreFull". */
[[nodiscard]] const char *nameOf(Errc code);

/** Logs to stderr and aborts. For our own mistakes only, never for input. */
[[noreturn]] void assertFailed(const char *expression, const char *file, int line);

} // namespace trivsel

#define TRIVSEL_ASSERT(expression)                                                                           \
    ((expression) ? static_cast<void>(0) : ::trivsel::assertFailed(#expression, __FILE__, __LINE__))

// `status` is a name, made anew for each line: it can't stand in parentheses.
// NOLINTBEGIN(bugprone-macro-parentheses)
#define TRIVSEL_TRY_AS(status, expression)                                                                   \
    do {                                                                                                     \
        auto status = (expression);                                                                          \
        if (!status) {                                                                                       \
            return tl::unexpected<::trivsel::Error>(std::move(status).error());                              \
        }                                                                                                    \
    } while (false)
// NOLINTEND(bugprone-macro-parentheses)
#define TRIVSEL_TRY_NUMBERED(number, ...) TRIVSEL_TRY_AS(trivselStatus##number, (__VA_ARGS__))
#define TRIVSEL_TRY_NUMBER(number, ...) TRIVSEL_TRY_NUMBERED(number, __VA_ARGS__)
/** Returns the error of an expression from the enclosing function, which must return a Result. Nests
 * (lambdas). */
#define TRIVSEL_TRY(...) TRIVSEL_TRY_NUMBER(__COUNTER__, __VA_ARGS__)
