#include "sync-server/code_wishes.h"

#include "proto/domain/access.h"
#include "proto/domain/code_wish.h"
#include "proto/domain/lockout.h"
#include "proto/seal/boxed_change.h"
#include "proto/seal/passcode.h"
#include "proto/seal/same_secret.h"
#include "sync-server/audit_rows.h"
#include "sync-server/signers.h"

#include <algorithm>
#include <charconv>

namespace trivsel::server {
namespace {

using domain::CodeAnswer;

constexpr std::string_view kWaitingMeta = "codes.waiting";

/** A wish that has no answer yet, and the tablet that vouches for it. */
struct Open
{
    domain::SealedCodeWish wish;
    DeviceId tablet;
};

/** Wrong codes of one tablet for one person: domain::Lockout, by the server's clock. */
class Tries
{
public:
    Tries(HomeStore &store, const Open &open)
        : m_store(store), m_key("codes.tries." + toHex(open.tablet.view()) + toHex(open.wish.person.view()))
    {
    }

    [[nodiscard]] Status load(std::int64_t nowMs)
    {
        constexpr std::size_t kLockoutBytes = 5;
        const auto kept = m_store.journal().meta(m_key);
        if (!kept) {
            return tl::unexpected(kept.error());
        }
        if (!*kept || (*kept)->size() <= kLockoutBytes) {
            return {};
        }
        const std::string_view since = std::string_view(**kept).substr(kLockoutBytes);
        m_sinceMs = nowMs;
        std::from_chars(since.data(), since.data() + since.size(), m_sinceMs);
        // A clock that was set back: the wait begins anew, and ends.
        m_ahead = m_sinceMs > nowMs;
        m_sinceMs = std::min(m_sinceMs, nowMs);
        m_lockout = domain::Lockout::load(std::string_view(**kept).substr(0, kLockoutBytes), m_sinceMs)
                        .value_or(domain::Lockout{});
        return {};
    }
    /** Durable when it returns. False: it must wait. */
    [[nodiscard]] Result<bool> begin(std::int64_t nowMs)
    {
        const bool may = m_lockout.beginTry(nowMs);
        if (may) {
            m_sinceMs = nowMs;
        }
        if (!may && !m_ahead) {
            return false;
        }
        auto transaction = journal::Transaction::begin(m_store.journal().database());
        if (!transaction) {
            return tl::unexpected(transaction.error());
        }
        TRIVSEL_TRY(keep());
        const Status done = transaction->commit();
        return done ? Result<bool>(may) : tl::unexpected(done.error());
    }
    /** In a transaction of the caller. */
    [[nodiscard]] Status succeed()
    {
        m_lockout.succeed();
        return keep();
    }

private:
    [[nodiscard]] Status keep()
    {
        return m_store.journal().setMeta(m_key, m_lockout.save() + std::to_string(m_sinceMs));
    }

    HomeStore &m_store;
    std::string m_key;
    domain::Lockout m_lockout;
    std::int64_t m_sinceMs = 0;
    bool m_ahead = false;
};

const domain::Person *staffOf(const domain::HomeModel &home, const PersonId &id)
{
    const domain::Person *person = home.person(id);
    return person != nullptr && person->active && domain::hasCode(person->role) ? person : nullptr;
}

/** In the order in which they came; those of people and tablets that may ask. */
Result<std::vector<Open>> openWishes(HomeStore &store)
{
    const StreamId stream = store.server().homeStream;
    const auto counts = [&](const DeviceId &id) {
        const domain::Device *device = store.model().device(id);
        return device != nullptr && !device->blocked;
    };
    std::vector<seal::SealedChange> theirs;
    TRIVSEL_TRY(store.journal().readStream(stream, 0, [&](journal::StoredChange &&stored) {
        if (!store.authority().isOwn(stored.change.dot.inc)) {
            theirs.push_back(std::move(stored.change));
        }
        return true;
    }));
    std::vector<Open> out;
    for (const seal::SealedChange &change : theirs) {
        const merge::Applied applied = opened(change, store.keys());
        for (const wire::v1::Op &op : applied.change.ops()) {
            auto wish = domain::readCodeWish(op);
            if (!wish || staffOf(store.model(), wish->person) == nullptr ||
                store.authority().codeAnswer(wish->id)) {
                continue;
            }
            const auto tablet = signerOf(store.journal(), change, counts);
            if (!tablet) {
                return tl::unexpected(tablet.error());
            }
            if (*tablet) {
                out.push_back({std::move(*wish), **tablet});
            }
        }
    }
    return out;
}

/** The verifier that was asked for, when the code in use is right. */
Result<std::optional<seal::PasscodeVerifier>> checked(HomeStore &store, const Open &open,
                                                      const std::string &inUse, const seal::PasscodeKdf &kdf,
                                                      CodesSettled &settled)
{
    auto plain = seal::openBox(seal::boxKeyOf(store.server().identity), open.wish.box);
    auto wish = plain ? domain::decodeCodeWish(*plain) : std::nullopt;
    if (plain) {
        seal::wipe(*plain);
    }
    const auto verifier = seal::PasscodeVerifier::from(inUse);
    const seal::KdfCost own;
    const bool fits = wish && verifier && wish->home == store.server().home &&
                      wish->person == open.wish.person && wish->id == open.wish.id &&
                      wish->chosen.cost.passes >= own.passes && wish->chosen.cost.memoryKib >= own.memoryKib;
    // The next time it would be checked here, and on every tablet, while others wait.
    const bool tooCostly =
        fits && (wish->chosen.cost.passes > own.passes || wish->chosen.cost.memoryKib > own.memoryKib);
    settled.tooCostly += tooCostly ? 1 : 0;
    if (!fits || tooCostly) {
        if (wish) {
            seal::wipe(wish->inUse);
        }
        return std::nullopt;
    }
    const auto right = seal::matches(wish->inUse, *verifier, kdf);
    seal::wipe(wish->inUse);
    if (!right) {
        return tl::unexpected(right.error());
    }
    return *right ? std::optional(wish->chosen) : std::nullopt;
}

Status answer(HomeStore &store, const Office::Ports &ports, const Open &open, const std::string &inUse,
              const std::optional<seal::PasscodeVerifier> &chosen, Tries &tries)
{
    auto office = Office::begin(store, ports);
    if (!office) {
        return tl::unexpected(office.error());
    }
    const StreamId stream = store.server().homeStream;
    const auto home = office->now(stream);
    const domain::Person *known = staffOf(office->home(), open.wish.person);
    if (!home || known == nullptr || store.authority().codeAnswer(open.wish.id)) {
        return home ? Status() : tl::unexpected(home.error());
    }
    domain::Person person = *known;
    // The office has drawn another one while this was checked: that one stands.
    const bool taken = chosen && seal::sameSecret(viewOf(person.code), viewOf(inUse));
    domain::Ops ops =
        domain::writeCodeAnswer(open.wish.id, taken ? CodeAnswer::Taken : CodeAnswer::Refused, **home);
    if (taken) {
        TRIVSEL_TRY(tries.succeed());
        person.code = chosen->str();
        domain::Ops code = domain::writePerson(person, **home);
        ops.insert(ops.end(), code.begin(), code.end());
    }
    office->write(stream, std::move(ops));
    noteCode(store, *office, person, open.tablet, taken, ports);
    return office->commit();
}

Status noteWaiting(HomeStore &store, std::size_t waiting)
{
    if (codesWaiting(store) == waiting) {
        return {};
    }
    auto transaction = journal::Transaction::begin(store.journal().database());
    if (!transaction) {
        return tl::unexpected(transaction.error());
    }
    TRIVSEL_TRY(store.journal().setMeta(kWaitingMeta, std::to_string(waiting)));
    return transaction->commit();
}

} // namespace

Result<CodesSettled> settleCodes(HomeStore &store, const Office::Ports &ports, const seal::PasscodeKdf &kdf)
{
    const auto wishes = openWishes(store);
    if (!wishes) {
        return tl::unexpected(wishes.error());
    }
    CodesSettled settled;
    std::vector<std::pair<DeviceId, PersonId>> stopped;
    for (const Open &open : *wishes) {
        const std::pair account(open.tablet, open.wish.person);
        const domain::Person *person = staffOf(store.model(), open.wish.person);
        if (person == nullptr) {
            continue;
        }
        Tries tries(store, open);
        TRIVSEL_TRY(tries.load(ports.nowMs));
        const auto may = std::find(stopped.begin(), stopped.end(), account) != stopped.end()
                             ? Result<bool>(false)
                             : tries.begin(ports.nowMs);
        if (!may) {
            return tl::unexpected(may.error());
        }
        if (!*may) { // and what came after it, so that the order stays
            stopped.push_back(account);
            ++settled.waiting;
            continue;
        }
        const std::string inUse = person->code;
        const auto chosen = checked(store, open, inUse, kdf, settled);
        if (!chosen) {
            return tl::unexpected(chosen.error());
        }
        TRIVSEL_TRY(answer(store, ports, open, inUse, *chosen, tries));
        TRIVSEL_TRY(store.refresh());
        const bool taken = store.authority().codeAnswer(open.wish.id) == CodeAnswer::Taken;
        ++(taken ? settled.taken : settled.refused);
    }
    TRIVSEL_TRY(noteWaiting(store, settled.waiting));
    return settled;
}

std::size_t codesWaiting(HomeStore &store)
{
    const auto text = store.journal().meta(kWaitingMeta);
    std::size_t waiting = 0;
    if (text && *text) {
        std::from_chars((*text)->data(), (*text)->data() + (*text)->size(), waiting);
    }
    return waiting;
}

} // namespace trivsel::server
