#pragma once

#include "proto/session/server_session.h"

#include <string>
#include <vector>

namespace trivsel::server {

/** What the server knows of a tablet's visits. Not part of what is synced. */
struct Contact
{
    DeviceId device;
    std::int64_t lastMs = 0;             // server's clock; 0 = never
    journal::Position cursor;            // stored by the tablet up to here
    Incarnation lastIncarnation{};       // newest that wrote on it; 0 = none yet
    std::string app;                     // program version it named
    std::int64_t clockOffsetMs = 0;      // server's clock minus the tablet's, then
    bool complete = false;               // what it may hold is all there, up to its cursor
    std::uint64_t grants = 0;            // hash of what it was told that it may hold
    std::vector<PersonId> carry{};       // residents whom its owner takes along
    std::int64_t certificateUntilMs = 0; // of the certificate that it showed; 0 = no end, or never seen
};

/** The table `contact` in home.db: it shares the journal's connection and transactions. */
class Contacts
{
public:
    explicit Contacts(journal::Journal &journal) : m_journal(journal) {}

    /** Makes the table where it is missing. Inside a transaction of the caller. */
    [[nodiscard]] Status prepare();
    /** Adds what an older home's table does not have. Inside a transaction of the caller. */
    [[nodiscard]] Status upgrade();
    [[nodiscard]] Result<bool> needsUpgrade();
    /** The log is another one from here on: nobody's place in it is known. Inside a transaction of the
     * caller. */
    [[nodiscard]] Status forgetCursors();
    [[nodiscard]] Result<Contact> of(const DeviceId &device);
    [[nodiscard]] Result<std::vector<Contact>> all();
    // Inside a transaction of the caller:
    /** From a backup: as it was, but for the cursor. */
    [[nodiscard]] Status restore(const Contact &contact);
    [[nodiscard]] Status noteHello(const session::NoteHello &hello, std::int64_t nowMs);
    [[nodiscard]] Status noteCursor(const DeviceId &device, const journal::Position &cursor);
    [[nodiscard]] Status noteIncarnation(const DeviceId &device, Incarnation inc);

private:
    [[nodiscard]] Result<bool> has(std::string_view column);
    [[nodiscard]] Status ensure(const DeviceId &device);
    journal::Journal &m_journal;
};

} // namespace trivsel::server
