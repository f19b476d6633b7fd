#pragma once

#include "proto/journal/sqlite.h"
#include "proto/pairing/server_pairing.h"
#include "sync-server/config.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace trivsel::server {

/** So long a code stands. */
inline constexpr std::int64_t kOfferMs = 10LL * 60 * 1000;
/** So long the tablet may still fetch what the office has said yes to, if that is more. */
inline constexpr std::int64_t kGrantMs = 60LL * 1000;

/** What the office offers to one tablet, as it begins. */
struct NewOffer
{
    pairing::Secret secret;
    DeviceId device; // drawn now: the same tablet is the same device, however often it asks
    std::string name;
    TabletKind kind = TabletKind::Shared;
};

enum class OfferState : std::uint8_t {
    Open = 0,
    Declined = 1,
    Confirmed = 2, // the office said yes, and the tablet stands in `home`
    Done = 3,      // it has everything
    Dead = 4,      // tried too often
};

struct StoredOffer
{
    NewOffer what; // the secret is gone once it is over
    std::int64_t endsMs = 0;
    std::uint32_t tries = 0; // wrong ones
    OfferState state = OfferState::Open;
    std::optional<pairing::TabletKeys> bound;
    std::string digits;
    std::int64_t asked = 0; // how often the office was asked; 0 = not yet
    std::int64_t lost = 0;  // the question whose tablet went away before it was answered; 0 = none

    /** It may still lead somewhere. */
    [[nodiscard]] bool over() const { return state != OfferState::Open && state != OfferState::Confirmed; }
};

/**
 * The one offer there is, in DIR/pairing/offer.db: `pair` puts it up and answers, `serve` counts and asks.
 * Not in home.db: it is in no backup and wakes nobody. Secret, name and kind are wrapped with the server's
 * wrapping key. Everything is durable when it returns. One thread.
 */
class PairingOffers
{
public:
    static constexpr std::uint32_t kApplicationId = 0x54525650; // "TRVP"
    static constexpr int kSchema = 2;
    using Clock = std::function<std::int64_t()>;

    /** Makes folder and file where they are missing. `clock`: ms that pass for both processes, whatever the
     * clock on the wall says; see bootMs(). Store… errors. */
    static Result<PairingOffers> open(const HomePaths &paths, const seal::WrapKey &wrapKey,
                                      const Random &random, Clock clock, const std::string &vfs = {});
    [[nodiscard]] static std::filesystem::path folderIn(const std::filesystem::path &dir)
    {
        return dir / "pairing";
    }

    /** In place of whatever was there. */
    [[nodiscard]] Status put(const NewOffer &offer);
    /** nullopt when there is none, or it has ended by time. */
    [[nodiscard]] Result<std::optional<StoredOffer>> look();
    /** As look(), but only what a tablet may still take. */
    [[nodiscard]] Result<std::optional<StoredOffer>> standing();
    /** How many tries are left; with none, it is dead. */
    [[nodiscard]] Result<std::uint32_t> countWrongTry();
    /** NotAllowed when it belongs to another tablet, or none stands. */
    [[nodiscard]] Status ask(const pairing::TabletKeys &keys, const std::string &digits);
    /** The tablet that the office was asked about last has lost its line. The question stands: it may come
     * back. */
    [[nodiscard]] Status lostLine();
    /** What the office says to the question with this number: NotAllowed when that is no longer the one. */
    [[nodiscard]] Status answer(std::int64_t asked, bool yes);
    /** NotAllowed when it is not confirmed for these keys. */
    [[nodiscard]] Status finish(const pairing::TabletKeys &keys);
    [[nodiscard]] Status remove();
    /** Takes away what has ended by time or was declined. */
    [[nodiscard]] Status tidy();

    /** Where `serve` listens, for the code. */
    [[nodiscard]] Status tellServing(const Endpoint &endpoint);
    [[nodiscard]] Result<std::optional<Endpoint>> serving();

private:
    PairingOffers(journal::Database db, const seal::WrapKey &wrapKey, Random random, Clock clock)
        : m_db(std::move(db)), m_wrapKey(wrapKey), m_random(std::move(random)), m_clock(std::move(clock))
    {
    }
    [[nodiscard]] Status change(const std::string &sql);

    journal::Database m_db;
    seal::WrapKey m_wrapKey;
    Random m_random;
    Clock m_clock;
};

/** ms since this machine was started, also while it slept: setting the clock lengthens no offer. */
[[nodiscard]] std::int64_t bootMs();

} // namespace trivsel::server
