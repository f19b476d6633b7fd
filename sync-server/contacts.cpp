#include "sync-server/contacts.h"

#include "proto/base/text.h"

namespace trivsel::server {
namespace {

Contact read(const journal::Statement &row)
{
    Contact contact;
    contact.device = DeviceId::from(row.blob(0)).value_or(DeviceId{});
    contact.lastMs = row.integer(1);
    contact.cursor = {row.unsignedInteger(2), row.unsignedInteger(3)};
    contact.lastIncarnation = Incarnation{row.unsignedInteger(4)};
    contact.app = row.text(5);
    contact.clockOffsetMs = row.integer(6);
    contact.complete = row.integer(7) != 0;
    contact.grants = row.unsignedInteger(8);
    const std::string carry = row.blob(9);
    for (std::size_t at = 0; at + PersonId::size <= carry.size(); at += PersonId::size) {
        contact.carry.push_back(PersonId::from(std::string_view(carry).substr(at, PersonId::size)).value());
    }
    contact.certificateUntilMs = row.integer(10);
    return contact;
}

// The tablet's own words: shown to the office, so they are kept short.
constexpr std::size_t kAppBytesMax = 60;

} // namespace

Status Contacts::prepare()
{
    return m_journal.database().execute(
        "CREATE TABLE IF NOT EXISTS contact("
        "device BLOB PRIMARY KEY, last_ms INTEGER NOT NULL DEFAULT 0,"
        "seq INTEGER NOT NULL DEFAULT 0, log INTEGER NOT NULL DEFAULT 0,"
        "last_inc INTEGER NOT NULL DEFAULT 0, app TEXT NOT NULL DEFAULT '',"
        "offset_ms INTEGER NOT NULL DEFAULT 0,"
        "complete INTEGER NOT NULL DEFAULT 0,"
        "grants INTEGER NOT NULL DEFAULT 0,"
        "carry BLOB NOT NULL DEFAULT x'',"
        "certificate_until INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID, STRICT");
}

Result<bool> Contacts::has(std::string_view column)
{
    auto query =
        m_journal.database().prepare("SELECT count(*) FROM pragma_table_info('contact') WHERE name = ?1");
    if (!query) {
        return tl::unexpected(query.error());
    }
    const auto found = query->bindText(1, column).step();
    return found ? Result<bool>(query->integer(0) != 0) : tl::unexpected(found.error());
}

Result<bool> Contacts::needsUpgrade()
{
    return has("certificate_until").map([](bool there) { return !there; }); // the newest one
}

Status Contacts::upgrade()
{
    for (const auto &[column, type] :
         {std::pair("complete", "INTEGER NOT NULL DEFAULT 0"),
          std::pair("grants", "INTEGER NOT NULL DEFAULT 0"), std::pair("carry", "BLOB NOT NULL DEFAULT x''"),
          std::pair("certificate_until", "INTEGER NOT NULL DEFAULT 0")}) {
        const auto there = has(column);
        if (!there) {
            return tl::unexpected(there.error());
        }
        const std::string add = std::string("ALTER TABLE contact ADD COLUMN ") + column + " " + type;
        TRIVSEL_TRY(*there ? Status() : m_journal.database().execute(add.c_str()));
    }
    return {};
}

Status Contacts::forgetCursors()
{
    return m_journal.database().execute("UPDATE contact SET seq = 0, log = 0, complete = 0");
}

Result<Contact> Contacts::of(const DeviceId &device)
{
    auto query = m_journal.database().prepare(
        "SELECT device, last_ms, seq, log, last_inc, app, offset_ms, "
        "complete, grants, carry, certificate_until FROM contact WHERE device = ?1");
    if (!query) {
        return tl::unexpected(query.error());
    }
    const auto found = query->bindBlob(1, device.str()).step();
    if (!found) {
        return tl::unexpected(found.error());
    }
    if (!*found) {
        Contact never;
        never.device = device;
        return never;
    }
    return read(*query);
}

Result<std::vector<Contact>> Contacts::all()
{
    auto query = m_journal.database().prepare(
        "SELECT device, last_ms, seq, log, last_inc, app, offset_ms, "
        "complete, grants, carry, certificate_until FROM contact ORDER BY device");
    if (!query) {
        return tl::unexpected(query.error());
    }
    std::vector<Contact> contacts;
    for (;;) {
        const auto found = query->step();
        if (!found) {
            return tl::unexpected(found.error());
        }
        if (!*found) {
            return contacts;
        }
        contacts.push_back(read(*query));
    }
}

Status Contacts::ensure(const DeviceId &device)
{
    auto insert = m_journal.database().prepare("INSERT OR IGNORE INTO contact(device) VALUES(?1)");
    return insert ? insert->bindBlob(1, device.str()).run() : Status(tl::unexpected(insert.error()));
}

Status Contacts::restore(const Contact &contact)
{
    TRIVSEL_TRY(ensure(contact.device));
    auto update = m_journal.database().prepare(
        "UPDATE contact SET last_ms = ?2, last_inc = ?3, app = ?4, offset_ms = ?5 WHERE device = ?1");
    if (!update) {
        return tl::unexpected(update.error());
    }
    const bool lawful = contact.app.size() <= kAppBytesMax && isValidUtf8(contact.app);
    return update->bindBlob(1, contact.device.str())
        .bind(2, contact.lastMs)
        .bindUnsigned(3, static_cast<std::uint64_t>(contact.lastIncarnation))
        .bindText(4, lawful ? std::string_view(contact.app) : std::string_view())
        .bind(5, contact.clockOffsetMs)
        .run();
}

Status Contacts::noteHello(const session::NoteHello &hello, std::int64_t nowMs)
{
    TRIVSEL_TRY(ensure(hello.device));
    auto update = m_journal.database().prepare(
        "UPDATE contact SET last_ms = ?2, app = ?3, offset_ms = ?4, complete = ?5, grants = ?6, carry = ?7, "
        "certificate_until = ?8 WHERE device = ?1");
    if (!update) {
        return tl::unexpected(update.error());
    }
    std::string carry;
    for (const PersonId &resident : hello.carry) {
        carry += resident.str();
    }
    const bool lawful = hello.app.size() <= kAppBytesMax && isValidUtf8(hello.app);
    return update->bindBlob(1, hello.device.str())
        .bind(2, nowMs)
        .bindText(3, lawful ? std::string_view(hello.app) : std::string_view())
        .bind(4, hello.clockOffsetMs)
        .bind(5, hello.complete ? 1 : 0)
        .bindUnsigned(6, hello.grants)
        .bindBlob(7, carry)
        .bind(8, hello.certificateUntilMs)
        .run();
}

Status Contacts::noteCursor(const DeviceId &device, const journal::Position &cursor)
{
    TRIVSEL_TRY(ensure(device));
    auto update = m_journal.database().prepare("UPDATE contact SET seq = ?2, log = ?3 WHERE device = ?1");
    return update ? update->bindBlob(1, device.str())
                        .bindUnsigned(2, cursor.seq)
                        .bindUnsigned(3, cursor.log)
                        .run()
                  : Status(tl::unexpected(update.error()));
}

Status Contacts::noteIncarnation(const DeviceId &device, Incarnation inc)
{
    TRIVSEL_TRY(ensure(device));
    auto update = m_journal.database().prepare("UPDATE contact SET last_inc = ?2 WHERE device = ?1");
    return update ? update->bindBlob(1, device.str()).bindUnsigned(2, static_cast<std::uint64_t>(inc)).run()
                  : Status(tl::unexpected(update.error()));
}

} // namespace trivsel::server
