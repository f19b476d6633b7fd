#include "app/engine/sign_in.h"

#include "proto/domain/shift_code.h"

#include <utility>

namespace trivsel::engine {

using domain::Action;
using Outcome = SignInAnswer::Outcome;

namespace {

constexpr std::int64_t kKeepEveryMs = 5LL * 60 * 1000;

AuditLog::Look signInLook(const Who &who, bool right, domain::AuditPurpose purpose)
{
    return {who, right ? wire::v1::AUDIT_SIGN_IN : wire::v1::AUDIT_SIGN_IN_REFUSED, purpose, {}, {}};
}

domain::AuditPurpose purposeOf(SignInKind kind)
{
    switch (kind) {
    case SignInKind::Shift:
        return wire::v1::PURPOSE_SHIFT;
    case SignInKind::Emergency:
        return wire::v1::PURPOSE_EMERGENCY;
    default:
        return wire::v1::AUDIT_PURPOSE_UNSPECIFIED;
    }
}

/** Any of them, each derived once: several shifts may overlap. */
Result<bool> matchesAny(const std::string &code, const std::vector<seal::PasscodeVerifier> &verifiers,
                        const seal::PasscodeKdf &kdf)
{
    bool right = false;
    for (const seal::PasscodeVerifier &verifier : verifiers) {
        const auto one = seal::matches(code, verifier, kdf);
        if (!one) {
            return one;
        }
        right = right || *one;
    }
    return right;
}

} // namespace

SignIn::SignIn(TabletStore &store, const HomeView &home, const ClockState &clock, AuditLog &audit,
               Ports ports)
    : m_store(store), m_home(home), m_clock(clock), m_audit(audit), m_ports(std::move(ports))
{
    if (!m_ports.config.worker) {
        m_ports.config.worker = [](const std::function<std::function<void()>()> &job) { job()(); };
    }
}

SignInAnswer SignIn::answer(Outcome outcome, std::int64_t waitMs, std::optional<Errc> problem)
{
    return {outcome, waitMs, problem, now()};
}

void SignIn::withCode(const PersonId &person, std::string_view typed, Done done)
{
    const domain::Person *known = m_home.model().person(person);
    const domain::Situation here{
        known != nullptr ? known->role : Role::ROLE_UNSPECIFIED, true, {}, false, m_ports.device};
    if (known == nullptr || !known->active || !domain::allowed(Action::SignInByCode, here)) {
        return done(answer(Outcome::NotHere));
    }
    const auto verifier = seal::PasscodeVerifier::from(codeOf(*known));
    if (!verifier) {
        return done(answer(Outcome::NoCode));
    }
    begin({person, {person, known->role}, {*verifier}, seal::readPasscode(typed)}, std::move(done));
}

void SignIn::again(std::string_view typed, Sequel then, Done done)
{
    const Who who = now().who;
    const domain::Person *known =
        m_session.kind == SignInKind::Code ? m_home.model().person(who.person) : nullptr;
    const auto verifier = known != nullptr ? seal::PasscodeVerifier::from(codeOf(*known)) : std::nullopt;
    if (!verifier) {
        return done(answer(Outcome::NotHere));
    }
    begin({who.person, who, {*verifier}, seal::readPasscode(typed), std::move(then)}, std::move(done));
}

std::string SignIn::codeOf(const domain::Person &person) const
{
    const auto own = m_kept.chosen.find(person.id);
    return own == m_kept.chosen.end() ? person.code
                                      : codeInForce(own->second, person.code, m_home.model().refusedCodes);
}

ChosenCodeState SignIn::chosenState() const
{
    const auto own = m_kept.chosen.find(m_session.who.person);
    const domain::Person *known = m_home.model().person(m_session.who.person);
    if (m_session.kind != SignInKind::Code || own == m_kept.chosen.end() || known == nullptr) {
        return ChosenCodeState::None;
    }
    return stateOf(own->second, known->code, m_home.model().refusedCodes);
}

void SignIn::addChosen(const PersonId &person, const EntityId &wish, const seal::PasscodeVerifier &chosen)
{
    const domain::Person *known = m_home.model().person(person);
    const std::string office = known != nullptr ? known->code : std::string();
    ChosenCodes &codes = m_next.chosen[person];
    codes = notRefused(stillAhead(codes, office), m_home.model().refusedCodes);
    codes.push_back({wish, codes.empty() ? office : codes.back().verifier, chosen.str()});
}

void SignIn::withShiftCode(std::string_view typed, Done done)
{
    const domain::Situation here{Role::ROLE_TEMP, false, merge::Voice::VOICE_RESIDENT, false, m_ports.device};
    if (!domain::allowed(Action::ReadSafetyByShiftCode, here)) {
        return done(answer(Outcome::NotHere));
    }
    auto verifiers = shiftVerifiers();
    if (verifiers.empty()) {
        return done(answer(Outcome::NoCode));
    }
    begin({PersonId{}, {PersonId{}, Role::ROLE_TEMP}, std::move(verifiers), seal::readPasscode(typed)},
          std::move(done));
}

void SignIn::begin(Attempt attempt, Done done)
{
    if (m_busy) {
        return done(answer(Outcome::Busy));
    }
    if (attempt.code.empty()) {
        return done(answer(Outcome::WrongCode)); // not six digits: no try, and no derivation
    }
    if (const std::int64_t wait = waitMs(attempt.person); wait > 0) {
        return done(answer(Outcome::Wait, wait));
    }
    // Counted as wrong, and on disk, before it is checked: pulling the plug meanwhile gains nothing.
    const Status counted = m_store.write([&]() -> Status {
        m_next = m_kept;
        (void)m_next.accounts[attempt.person].beginTry(uptime());
        return keep();
    });
    if (!counted) {
        return done(answer(Outcome::Failed, 0, counted.error().code()));
    }
    m_busy = true;
    m_ports.config.worker([this, attempt = std::move(attempt), done = std::move(done),
                           kdf = m_ports.config.kdf]() mutable -> std::function<void()> {
        auto right = matchesAny(attempt.code, attempt.verifiers, kdf);
        seal::wipe(attempt.code);
        const Status derived = right && *right && attempt.then ? attempt.then->derive() : Status();
        if (!derived) {
            right = tl::unexpected(derived.error());
        }
        return [this, attempt, done, right = std::move(right)] { finish(attempt, right, done); };
    });
}

void SignIn::finish(const Attempt &attempt, const Result<bool> &right, const Done &done)
{
    m_busy = false;
    const SignInKind kind = attempt.person.isNull() ? SignInKind::Shift : SignInKind::Code;
    const bool stays = attempt.then && now().kind == SignInKind::Code && m_session.who == attempt.who;
    const Status kept = m_store.write([&]() -> Status {
        m_next = m_kept;
        domain::Lockout &account = m_next.accounts[attempt.person];
        if (!right) {
            account.takeBack();
        } else if (*right) {
            account.succeed();
        }
        const bool follows = right && *right && stays;
        TRIVSEL_TRY(follows ? attempt.then->write() : Status());
        TRIVSEL_TRY(keep());
        AuditLog::Look look = signInLook(attempt.who, right && *right, purposeOf(kind));
        look.action = follows ? wire::v1::AUDIT_ACCESS : look.action;
        return right && (follows || !attempt.then || !*right) ? m_audit.append(look) : Status();
    });
    if (!right || !kept) {
        return done(answer(Outcome::Failed, 0, right ? kept.error().code() : right.error().code()));
    }
    if (!*right) {
        return done(answer(Outcome::WrongCode, waitMs(attempt.person)));
    }
    if (attempt.then) {
        return done(answer(stays ? Outcome::Ok : Outcome::NotHere));
    }
    // The home may have changed while the code was checked.
    if (kind == SignInKind::Code && !m_home.knows(attempt.who)) {
        return done(answer(Outcome::NotHere));
    }
    done(enter(kind, attempt.who));
}

SignInAnswer SignIn::inEmergency(const PersonId &person)
{
    const domain::Person *known = m_home.model().person(person);
    const domain::Situation here{known != nullptr ? known->role : Role::ROLE_UNSPECIFIED, false,
                                 merge::Voice::VOICE_RESIDENT, false, m_ports.device};
    if (known == nullptr || !known->active || !domain::allowed(Action::ReadSafetyInEmergency, here)) {
        return answer(Outcome::NotHere);
    }
    const Who who{person, known->role};
    m_audit.forgetLooks(); // opened again is written down again
    const Status written = m_audit.note(signInLook(who, true, wire::v1::PURPOSE_EMERGENCY));
    if (!written) {
        return answer(Outcome::Failed, 0, written.error().code());
    }
    return enter(SignInKind::Emergency, who);
}

SignInAnswer SignIn::enter(SignInKind kind, const Who &who)
{
    leave();
    m_session = {kind, who, randomBytes<SessionToken>(m_ports.random), uptime()};
    return answer(Outcome::Ok);
}

void SignIn::leave()
{
    const bool somebody = m_session.kind != SignInKind::Nobody;
    m_session = {};
    m_audit.forgetLooks();
    if (somebody && onLeave) {
        onLeave();
    }
}

void SignIn::lend(const PersonId &resident)
{
    (void)enter(SignInKind::Lent, {resident, Role::ROLE_RESIDENT});
}

std::optional<PersonId> SignIn::lentTo()
{
    const SignInSnapshot session = now();
    return session.kind == SignInKind::Lent ? std::optional(session.who.person) : std::nullopt;
}

void SignIn::touch()
{
    if (now().kind != SignInKind::Nobody) {
        m_session.touchedMs = uptime();
    }
    const std::int64_t before = m_countedMs;
    if (uptime() - before >= kKeepEveryMs) {
        // What was counted of lease and shift codes survives a power cut, to five minutes. Not kept: tried
        // again.
        (void)m_store.write([this] {
            m_next = m_kept;
            return keep();
        });
    }
}

SignInSnapshot SignIn::now()
{
    const std::int64_t idle = uptime() - m_session.touchedMs;
    const auto most =
        m_session.kind == SignInKind::Lent ? m_ports.config.lentLockAfter : m_ports.config.lockAfter;
    if (m_session.kind != SignInKind::Nobody && (idle < 0 || idle >= most.count())) {
        leave();
    }
    if (m_kept.lease) {
        m_kept.lease->pass(uptime(), m_ports.clock());
    }
    return {m_session.kind, m_session.who, m_session.token, m_kept.lease && m_kept.lease->hasExpired(),
            chosenState()};
}

std::int64_t SignIn::waitMs(const PersonId &person) const
{
    const auto account = m_kept.accounts.find(person);
    return account == m_kept.accounts.end() ? 0 : account->second.waitMs(uptime());
}

Status SignIn::gate(const Who &who, std::optional<Action> action)
{
    const SignInSnapshot session = now();
    if (session.kind == SignInKind::Lent && session.who != who) {
        return fail(Errc::NotAllowed, "the device is lent to a resident");
    }
    if (!m_ports.config.askForCodes) {
        return {};
    }
    const bool resident = who.role == Role::ROLE_RESIDENT;
    if (resident) {
        // On a device that staff carry a resident writes beside the one who opened it.
        const bool beside = m_ports.device == domain::DeviceKind::Shared ||
                            session.kind == SignInKind::Code || session.kind == SignInKind::Lent;
        return beside ? Status() : fail(Errc::NotAllowed, "nobody is signed in");
    }
    if (session.kind == SignInKind::Nobody || session.who != who) {
        return fail(Errc::NotAllowed, "somebody else or nobody is signed in");
    }
    const bool safetyOnly = session.kind != SignInKind::Code;
    if (safetyOnly && action != safetyAction(who)) {
        return fail(Errc::NotAllowed, "opened for safety plans only");
    }
    if (action && session.leaseExpired && !domain::survivesLease(*action)) {
        return fail(Errc::NotAllowed, "no contact with the office for seven days");
    }
    return {};
}

Action SignIn::safetyAction(const Who &who) const
{
    if (m_session.who == who && m_session.kind == SignInKind::Shift) {
        return Action::ReadSafetyByShiftCode;
    }
    if (m_session.who == who && m_session.kind == SignInKind::Emergency) {
        return Action::ReadSafetyInEmergency;
    }
    return Action::ReadSafety;
}

} // namespace trivsel::engine
