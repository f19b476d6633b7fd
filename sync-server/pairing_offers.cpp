#include "sync-server/pairing_offers.h"

#include "proto/journal/migrate.h"
#include "sync-server/files.h"

#include <ctime>

namespace trivsel::server {
namespace {

/** prepare() or return its error from the enclosing function. */
#define PREPARE(name, db, sql)                                                                               \
    auto name##Prepared_ = (db).prepare(sql);                                                                \
    if (!name##Prepared_) {                                                                                  \
        return tl::unexpected<Error>(name##Prepared_.error());                                               \
    }                                                                                                        \
    journal::Statement &name = *name##Prepared_

/** step() or return its error; true while there is a row. */
#define STEP(row, statement)                                                                                 \
    const Result<bool> row##Stepped_ = (statement).step();                                                   \
    if (!row##Stepped_) {                                                                                    \
        return tl::unexpected<Error>(row##Stepped_.error());                                                 \
    }                                                                                                        \
    const bool row = *row##Stepped_

constexpr std::string_view kContext = "trivsel.pair.offer.1";

Status toVersion1(journal::Database &db)
{
    return db.execute(R"sql(
        CREATE TABLE offer (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            wrapped BLOB NOT NULL,
            device BLOB NOT NULL,
            begun_ms INTEGER NOT NULL,
            ends_ms INTEGER NOT NULL,
            state INTEGER NOT NULL DEFAULT 0,
            tries INTEGER NOT NULL DEFAULT 0,
            asked INTEGER NOT NULL DEFAULT 0,
            digits TEXT NOT NULL DEFAULT '',
            sign BLOB,
            box BLOB
        ) STRICT;
        CREATE TABLE serving (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            host TEXT NOT NULL,
            port INTEGER NOT NULL
        ) STRICT;
    )sql");
}

Status toVersion2(journal::Database &db)
{
    return db.execute("ALTER TABLE offer ADD COLUMN lost INTEGER NOT NULL DEFAULT 0");
}

constexpr journal::Migration kSteps[] = {
    {1, toVersion1},
    {2, toVersion2},
};
static_assert(journal::inOrder(kSteps, PairingOffers::kSchema), "versions must increase");

std::string plainOf(const NewOffer &offer)
{
    return offer.secret.str() + static_cast<char>(pairing::wireKindOf(offer.kind)) + offer.name;
}

bool readPlain(std::string_view plain, NewOffer &offer)
{
    if (plain.size() <= pairing::Secret::size) {
        return false;
    }
    const auto secret = pairing::Secret::from(plain.substr(0, pairing::Secret::size));
    const auto kind = pairing::tabletKindOf(static_cast<std::uint8_t>(plain[pairing::Secret::size]));
    if (!secret || !kind) {
        return false;
    }
    offer.secret = *secret;
    offer.kind = *kind;
    offer.name = plain.substr(pairing::Secret::size + 1);
    return true;
}

std::optional<pairing::TabletKeys> boundOf(const std::string &sign, const std::string &box)
{
    const auto one = seal::SignPublic::from(sign);
    const auto other = seal::BoxPublic::from(box);
    return one && other ? std::optional(pairing::TabletKeys{*one, *other}) : std::nullopt;
}

} // namespace

std::int64_t bootMs()
{
    timespec now{};
    ::clock_gettime(CLOCK_BOOTTIME, &now);
    return static_cast<std::int64_t>(now.tv_sec) * 1000 + now.tv_nsec / 1'000'000;
}

Result<PairingOffers> PairingOffers::open(const HomePaths &paths, const seal::WrapKey &wrapKey,
                                          const Random &random, Clock clock, const std::string &vfs)
{
    const std::filesystem::path folder = folderIn(paths.dir);
    TRIVSEL_TRY(makePrivateDirectory(folder));
    journal::OpenOptions options;
    options.create = true;
    options.applicationId = kApplicationId;
    options.userVersion = kSchema;
    options.vfs = vfs;
    auto db = journal::Database::open(folder / "offer.db", options);
    if (!db) {
        return tl::unexpected<Error>(std::move(db).error());
    }
    TRIVSEL_TRY(journal::migrate(*db, kSteps));
    return PairingOffers(std::move(*db), wrapKey, random, std::move(clock));
}

Status PairingOffers::put(const NewOffer &offer)
{
    const std::int64_t now = m_clock();
    PREPARE(insert, m_db,
            "INSERT OR REPLACE INTO offer(id, wrapped, device, begun_ms, ends_ms) "
            "VALUES(1, ?1, ?2, ?3, ?4)");
    return insert.bindBlob(1, seal::wrap(m_wrapKey, kContext, plainOf(offer), m_random))
        .bindBlob(2, offer.device.str())
        .bind(3, now)
        .bind(4, now + kOfferMs)
        .run();
}

Result<std::optional<StoredOffer>> PairingOffers::look()
{
    PREPARE(query, m_db,
            "SELECT wrapped, device, begun_ms, ends_ms, state, tries, asked, digits, sign, box, lost "
            "FROM offer");
    STEP(found, query);
    if (!found) {
        return std::optional<StoredOffer>();
    }
    StoredOffer offer;
    const std::int64_t now = m_clock();
    offer.endsMs = query.integer(3);
    // Before its beginning: the machine was started anew.
    if (now < query.integer(2) || now >= offer.endsMs) {
        return std::optional<StoredOffer>();
    }
    offer.what.device = DeviceId::from(query.blob(1)).value_or(DeviceId{});
    offer.state = static_cast<OfferState>(query.integer(4));
    offer.tries = static_cast<std::uint32_t>(query.integer(5));
    offer.asked = query.integer(6);
    offer.digits = query.text(7);
    offer.bound = boundOf(query.blob(8), query.blob(9));
    offer.lost = query.integer(10);
    if (const std::string wrapped = query.blob(0); !wrapped.empty()) {
        const auto plain = seal::unwrap(m_wrapKey, kContext, wrapped);
        if (!plain || !readPlain(*plain, offer.what)) {
            return fail(Errc::StoreCorrupt, "the offer can't be read");
        }
    }
    return std::optional(std::move(offer));
}

Result<std::optional<StoredOffer>> PairingOffers::standing()
{
    auto offer = look();
    if (offer && *offer && ((*offer)->over() || (*offer)->tries >= pairing::kTriesMax)) {
        return std::optional<StoredOffer>();
    }
    return offer;
}

Result<std::uint32_t> PairingOffers::countWrongTry()
{
    auto transaction = journal::Transaction::begin(m_db);
    if (!transaction) {
        return tl::unexpected<Error>(transaction.error());
    }
    // With the last one the secret goes, too.
    TRIVSEL_TRY(m_db.execute("UPDATE offer SET tries = tries + 1;"
                             "UPDATE offer SET state = 4, wrapped = x'' WHERE state = 0 AND tries >= " +
                             std::to_string(pairing::kTriesMax)));
    std::uint32_t tries = pairing::kTriesMax;
    {
        PREPARE(query, m_db, "SELECT tries FROM offer");
        STEP(found, query);
        tries = found ? static_cast<std::uint32_t>(query.integer(0)) : pairing::kTriesMax;
    }
    TRIVSEL_TRY(transaction->commit());
    return tries < pairing::kTriesMax ? pairing::kTriesMax - tries : 0;
}

Status PairingOffers::ask(const pairing::TabletKeys &keys, const std::string &digits)
{
    auto transaction = journal::Transaction::begin(m_db);
    if (!transaction) {
        return tl::unexpected<Error>(transaction.error());
    }
    const auto offer = standing();
    if (!offer) {
        return tl::unexpected<Error>(offer.error());
    }
    if (!*offer || ((*offer)->bound && *(*offer)->bound != keys)) {
        return fail(Errc::NotAllowed, "the code is another tablet's, or over");
    }
    {
        PREPARE(update, m_db, "UPDATE offer SET asked = asked + 1, digits = ?1, sign = ?2, box = ?3");
        TRIVSEL_TRY(
            update.bindText(1, digits).bindBlob(2, keys.sign.str()).bindBlob(3, keys.box.str()).run());
    }
    return transaction->commit();
}

Status PairingOffers::lostLine()
{
    return m_db.execute("UPDATE offer SET lost = asked WHERE state IN (0, 2)");
}

Status PairingOffers::answer(std::int64_t asked, bool yes)
{
    const std::int64_t now = m_clock();
    {
        PREPARE(update, m_db,
                yes ? "UPDATE offer SET state = 2, ends_ms = max(ends_ms, ?2) "
                      "WHERE state = 0 AND asked = ?1 AND ?3 < ends_ms"
                    : "UPDATE offer SET state = 1, wrapped = x'', ends_ms = min(ends_ms, ?2) "
                      "WHERE state = 0 AND asked = ?1 AND ?3 < ends_ms");
        TRIVSEL_TRY(update.bind(1, asked).bind(2, now + kGrantMs).bind(3, now).run());
    }
    return m_db.changes() == 1 ? Status() : fail(Errc::NotAllowed, "another question stands");
}

Status PairingOffers::finish(const pairing::TabletKeys &keys)
{
    {
        PREPARE(update, m_db,
                "UPDATE offer SET state = 3, wrapped = x'' WHERE state IN (0, 2) AND sign = ?1 AND box = ?2");
        TRIVSEL_TRY(update.bindBlob(1, keys.sign.str()).bindBlob(2, keys.box.str()).run());
    }
    return m_db.changes() == 1 ? Status() : fail(Errc::NotAllowed, "nothing was granted to it");
}

Status PairingOffers::change(const std::string &sql)
{
    TRIVSEL_TRY(m_db.execute(sql));
    return m_db.changes() > 0 ? m_db.checkpoint() : Status(); // a secret that is gone lies nowhere
}

Status PairingOffers::remove()
{
    return change("DELETE FROM offer");
}

Status PairingOffers::tidy()
{
    const std::string now = std::to_string(m_clock());
    const auto there = look();
    if (!there) {
        return tl::unexpected<Error>(there.error());
    }
    if (*there && (*there)->state != OfferState::Declined) {
        return {};
    }
    return change("DELETE FROM offer WHERE state = 1 OR ends_ms <= " + now + " OR begun_ms > " + now);
}

Status PairingOffers::tellServing(const Endpoint &endpoint)
{
    PREPARE(insert, m_db, "INSERT OR REPLACE INTO serving(id, host, port) VALUES(1, ?1, ?2)");
    return insert.bindText(1, endpoint.host).bind(2, endpoint.port).run();
}

Result<std::optional<Endpoint>> PairingOffers::serving()
{
    PREPARE(query, m_db, "SELECT host, port FROM serving");
    STEP(found, query);
    if (!found) {
        return std::optional<Endpoint>();
    }
    return std::optional(Endpoint{query.text(0), static_cast<std::uint16_t>(query.integer(1))});
}

} // namespace trivsel::server
