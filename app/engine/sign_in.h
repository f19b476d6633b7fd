#pragma once

#include "app/engine/audit_log.h"
#include "app/engine/chosen_codes.h"
#include "app/engine/home_view.h"
#include "app/engine/sign_in_types.h"
#include "proto/domain/access.h"
#include "proto/domain/lease.h"
#include "proto/domain/lockout.h"

#include <functional>
#include <map>

namespace trivsel::engine {

/**
 * Who of the staff sits at this device: by their code, by the shift's code, or in an emergency. Offline.
 * Wrong codes make their account wait, sealed on disk before a code is checked. Core thread; deriving runs on
 * the worker.
 */
class SignIn final : public CommitListener
{
public:
    using Done = std::function<void(const SignInAnswer &)>;

    struct Ports
    {
        SignInConfig config;
        seal::WrapKey wrapKey;
        Random random;
        Clock clock;
        domain::DeviceKind device{};
    };
    SignIn(TabletStore &store, const HomeView &home, const ClockState &clock, AuditLog &audit, Ports ports);
    /** StoreCorrupt when what was kept can't be opened. */
    [[nodiscard]] Status load();
    /** Called when somebody leaves, by hand or by the lock: documents are dropped. */
    std::function<void()> onLeave;

    /** `typed`: six digits, spaces allowed. `done` is called once, on the core thread, maybe at once. */
    void withCode(const PersonId &person, std::string_view typed, Done done);
    void withShiftCode(std::string_view typed, Done done);
    /** Any of the staff, without a code and whatever waits: written down before it opens. Staff devices only.
     */
    [[nodiscard]] SignInAnswer inEmergency(const PersonId &person);
    /** What follows when the one who sits here has typed the code in use once more. */
    struct Sequel
    {
        std::function<Status()> derive; // on the worker, once the code was right
        std::function<Status()> write;  // in the transaction that counts it as right
    };
    /** Wrong ones wait as at the door; the stay goes on either way. NotHere: nobody is here by their own
     * code, or they left meanwhile. An error of the sequel's is Failed, and nothing is counted. */
    void again(std::string_view typed, Sequel then, Done done);
    /** Inside Sequel::write: from here on it is what this person signs in with on this device. */
    void addChosen(const PersonId &person, const EntityId &wish, const seal::PasscodeVerifier &chosen);
    /** Of shifts that are under way as far as this device knows. */
    [[nodiscard]] std::vector<seal::PasscodeVerifier> shiftVerifiers();
    void leave();
    /** The device is that resident's alone from now on; staff are signed out. */
    void lend(const PersonId &resident);
    [[nodiscard]] std::optional<PersonId> lentTo();
    /** Somebody touched the screen. */
    void touch();
    /** Locks when nobody has touched the screen for long enough. */
    [[nodiscard]] SignInSnapshot now();
    /** How long that account waits; null = the shift code. */
    [[nodiscard]] std::int64_t waitMs(const PersonId &person) const;

    /** Whether this person may act here at all, before the access table is asked. `action` nullopt: only
     * whether it is they who sit here. */
    [[nodiscard]] Status gate(const Who &who, std::optional<domain::Action> action);
    /** What opens safety plans for this person now: their own right, the shift's code or the emergency. */
    [[nodiscard]] domain::Action safetyAction(const Who &who) const;
    /** The office answered; inside TabletStore::write. */
    [[nodiscard]] Status noteContact();

    void committed() override;
    void rolledBack() override;

private:
    struct Kept // what lies on disk
    {
        std::map<PersonId, domain::Lockout> accounts; // null = the shift code
        std::optional<domain::Lease> lease;
        std::map<EntityId, std::int64_t> seenCodes; // uptime since it was first met here
        std::map<PersonId, ChosenCodes> chosen;
    };
    struct Session
    {
        SignInKind kind = SignInKind::Nobody;
        Who who;
        SessionToken token;
        std::int64_t touchedMs = 0;
    };
    struct Attempt
    {
        PersonId person; // null = the shift code
        Who who;
        std::vector<seal::PasscodeVerifier> verifiers;
        std::string code;
        std::optional<Sequel> then{}; // none: to come in
    };

    void begin(Attempt attempt, Done done);
    void finish(const Attempt &attempt, const Result<bool> &right, const Done &done);
    [[nodiscard]] SignInAnswer answer(SignInAnswer::Outcome outcome, std::int64_t waitMs = 0,
                                      std::optional<Errc> problem = {});
    [[nodiscard]] SignInAnswer enter(SignInKind kind, const Who &who);
    [[nodiscard]] std::string codeOf(const domain::Person &person) const;
    [[nodiscard]] ChosenCodeState chosenState() const;
    void passTime();
    void dropSettled();
    [[nodiscard]] Status keep();
    [[nodiscard]] std::int64_t uptime() const { return m_ports.config.uptime(); }
    [[nodiscard]] std::string encode() const;
    [[nodiscard]] Status decode(std::string_view sealed);

    TabletStore &m_store;
    const HomeView &m_home;
    const ClockState &m_clock;
    AuditLog &m_audit;
    Ports m_ports;
    Kept m_kept; // as on disk
    Kept m_next;
    std::int64_t m_countedMs = 0; // uptime up to which shift codes were counted
    Session m_session;
    bool m_busy = false;
    bool m_wrote = false; // the transaction under way keeps m_next
};

} // namespace trivsel::engine
