#include "app/engine/sign_in.h"
#include "proto/domain/shift_code.h"
#include "proto/seal/parse.h"
#include "sign_in.pb.h"

#include <utility>

/** What SignIn keeps on disk, and how time passes for it. */
namespace trivsel::engine {

namespace {
constexpr std::string_view kContext = "trivsel.sign-in.1";
}

Status SignIn::load()
{
    m_countedMs = uptime();
    auto row = m_store.database().prepare("SELECT sealed FROM sign_in WHERE id = 1");
    if (!row) {
        return tl::unexpected(row.error());
    }
    const auto there = row->step();
    if (!there) {
        return tl::unexpected(there.error());
    }
    m_kept = {};
    if (*there) {
        TRIVSEL_TRY(decode(row->blob(0)));
    }
    if (!m_kept.lease) {
        m_kept.lease = domain::Lease(uptime(), m_ports.clock());
    }
    m_next = m_kept;
    return {};
}

Status SignIn::decode(std::string_view sealed)
{
    const auto damaged = [] { return fail(Errc::StoreCorrupt, "what is kept about signing in is damaged"); };
    const auto plain = seal::unwrap(m_ports.wrapKey, kContext, sealed);
    local::v1::SignInState state;
    if (!plain || !seal::parse(*plain, state)) {
        return damaged();
    }
    for (const auto &account : state.accounts()) {
        const auto person = account.person().empty() ? PersonId{} : PersonId::from(account.person());
        const auto lockout = domain::Lockout::load(account.lockout(), uptime());
        if (!person || !lockout) {
            return damaged();
        }
        m_kept.accounts[*person] = *lockout;
    }
    for (const auto &code : state.seen_codes()) {
        if (const auto id = EntityId::from(code.id())) {
            m_kept.seenCodes[*id] = code.known_ms();
        }
    }
    for (const auto &code : state.chosen_codes()) {
        const auto person = PersonId::from(code.person());
        const auto wish = EntityId::from(code.wish());
        if (!person || !wish) {
            return damaged();
        }
        m_kept.chosen[*person].push_back({*wish, code.before(), code.verifier()});
    }
    m_kept.lease = domain::Lease::load(state.lease(), uptime(), m_ports.clock());
    return m_kept.lease ? Status() : damaged();
}

std::string SignIn::encode() const
{
    local::v1::SignInState state;
    for (const auto &[person, lockout] : m_next.accounts) {
        if (lockout.wrongTries() > 0) {
            auto *account = state.add_accounts();
            account->set_person(person.isNull() ? std::string() : person.str());
            account->set_lockout(lockout.save());
        }
    }
    for (const auto &[id, knownMs] : m_next.seenCodes) {
        auto *code = state.add_seen_codes();
        code->set_id(id.str());
        code->set_known_ms(knownMs);
    }
    for (const auto &[person, codes] : m_next.chosen) {
        for (const ChosenCode &one : codes) {
            auto *code = state.add_chosen_codes();
            code->set_person(person.str());
            code->set_wish(one.wish.str());
            code->set_before(one.before);
            code->set_verifier(one.verifier);
        }
    }
    if (m_next.lease) {
        state.set_lease(m_next.lease->save());
    }
    return state.SerializeAsString();
}

/** Inside TabletStore::write, with m_next as it is to be. */
Status SignIn::keep()
{
    passTime();
    dropSettled();
    m_wrote = true;
    auto row = m_store.database().prepare("INSERT OR REPLACE INTO sign_in(id, sealed) VALUES(1, ?1)");
    if (!row) {
        return tl::unexpected(row.error());
    }
    return row->bindBlob(1, seal::wrap(m_ports.wrapKey, kContext, encode(), m_ports.random)).run();
}

/** What the office has taken, or put another code over, is not this device's business any more. */
void SignIn::dropSettled()
{
    for (auto &[person, codes] : m_next.chosen) {
        const domain::Person *known = m_home.model().person(person);
        codes = stillAhead(codes, known != nullptr ? known->code : std::string());
    }
    std::erase_if(m_next.chosen, [](const auto &one) { return one.second.empty(); });
}

void SignIn::passTime()
{
    const std::int64_t now = uptime();
    const std::int64_t passed = now > m_countedMs ? now - m_countedMs : 0;
    std::map<EntityId, std::int64_t> seen; // those that the home still has
    for (const domain::ShiftCode &code : m_home.model().shiftCodes) {
        const auto known = m_next.seenCodes.find(code.id);
        seen[code.id] = known == m_next.seenCodes.end() ? 0 : known->second + passed;
    }
    m_next.seenCodes = std::move(seen);
    if (m_next.lease) {
        m_next.lease->pass(now, m_ports.clock());
    }
}

std::vector<seal::PasscodeVerifier> SignIn::shiftVerifiers()
{
    const ClockState::Stamp clock = m_clock.now();
    const std::int64_t passed = uptime() > m_countedMs ? uptime() - m_countedMs : 0;
    std::vector<seal::PasscodeVerifier> out;
    const auto &codes = m_home.model().shiftCodes;
    for (auto code = codes.rbegin(); code != codes.rend() && out.size() < domain::kShiftCodesTried; ++code) {
        const auto known = m_kept.seenCodes.find(code->id);
        const domain::ShiftClock now{clock.wallMs + clock.offsetMs, clock.quality == 2,
                                     known == m_kept.seenCodes.end() ? 0 : known->second + passed};
        const auto verifier = seal::PasscodeVerifier::from(code->verifier);
        if (verifier && domain::isInForce(*code, now)) {
            out.push_back(*verifier);
        }
    }
    return out;
}

Status SignIn::noteContact()
{
    m_next = m_kept;
    m_next.lease = domain::Lease(uptime(), m_ports.clock());
    return keep();
}

void SignIn::committed()
{
    if (std::exchange(m_wrote, false)) {
        m_kept = m_next;
        m_countedMs = uptime();
    }
}

void SignIn::rolledBack()
{
    m_wrote = false;
    m_next = m_kept;
}

} // namespace trivsel::engine
