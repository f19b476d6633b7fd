#include "app/engine/code_change.h"

#include "proto/domain/code_choice.h"
#include "proto/domain/code_wish.h"
#include "proto/seal/boxed_change.h"
#include "proto/seal/same_secret.h"

namespace trivsel::engine {

using Outcome = CodeChangeAnswer::Outcome;

/** On its way to the worker and back; codes are wiped with it. */
struct CodeChange::Wish
{
    Wish() = default;
    Wish(const Wish &) = delete;
    Wish &operator=(const Wish &) = delete;
    ~Wish()
    {
        seal::wipe(inUse);
        seal::wipe(chosen);
    }

    std::string inUse;
    std::string chosen;
    std::vector<seal::PasscodeVerifier> shifts;
    seal::PasscodeSalt salt;
    std::optional<seal::PasscodeVerifier> verifier;
    bool isShifts = false;
};

namespace {

Outcome outcomeOf(SignInAnswer::Outcome outcome)
{
    switch (outcome) {
    case SignInAnswer::Outcome::Ok:
        return Outcome::Ok;
    case SignInAnswer::Outcome::WrongCode:
        return Outcome::WrongCode;
    case SignInAnswer::Outcome::Wait:
        return Outcome::Wait;
    case SignInAnswer::Outcome::Busy:
        return Outcome::Busy;
    case SignInAnswer::Outcome::Failed:
        return Outcome::Failed;
    default:
        return Outcome::NotNow;
    }
}

} // namespace

std::optional<Outcome> CodeChange::refusal(const Who &who, const Wish &wish)
{
    if (!m.access.changeOwnCode(who) || m.signIn.now().kind != SignInKind::Code || !m.authority.key() ||
        !m.home.homeStream()) {
        return Outcome::NotNow;
    }
    if (wish.chosen.empty()) {
        return Outcome::Obvious; // not six digits
    }
    if (seal::sameSecret(viewOf(wish.inUse), viewOf(wish.chosen))) {
        return Outcome::Same;
    }
    return domain::isObviousCode(wish.chosen) ? std::optional(Outcome::Obvious) : std::nullopt;
}

void CodeChange::change(const Who &who, std::string_view inUse, std::string_view chosen, CodeChangeDone done)
{
    const auto wish = std::make_shared<Wish>();
    wish->inUse = seal::readPasscode(inUse);
    wish->chosen = seal::readPasscode(chosen);
    if (const auto refused = refusal(who, *wish)) {
        return done({*refused, 0, {}});
    }
    wish->shifts = m.signIn.shiftVerifiers();
    wish->salt = randomBytes<seal::PasscodeSalt>(m.config.random);
    SignIn::Sequel then;
    then.derive = [wish, kdf = m.config.signIn.kdf]() -> Status {
        for (const seal::PasscodeVerifier &shift : wish->shifts) {
            const auto same = seal::matches(wish->chosen, shift, kdf);
            if (!same) {
                return tl::unexpected(same.error());
            }
            wish->isShifts = wish->isShifts || *same;
        }
        if (wish->isShifts) {
            return fail(Errc::BadArgument, "a shift's code");
        }
        auto hash = kdf(wish->chosen, wish->salt, seal::KdfCost{});
        if (!hash) {
            return tl::unexpected(hash.error());
        }
        wish->verifier = seal::PasscodeVerifier{{}, wish->salt, *hash};
        return {};
    };
    then.write = [this, wish, who] { return write(who, *wish); };
    m.signIn.again(wish->inUse, std::move(then), [wish, done = std::move(done)](const SignInAnswer &answer) {
        wish->isShifts ? done({Outcome::ShiftCode, 0, {}})
                       : done({outcomeOf(answer.outcome), answer.waitMs, answer.problem});
    });
}

Status CodeChange::write(const Who &who, const Wish &wish)
{
    const auto to = m.authority.key() ? seal::boxKeyOf(*m.authority.key()) : std::nullopt;
    const auto stream = m.home.homeStream();
    if (!to || !stream || !wish.verifier) {
        return fail(Errc::KeyMissing, "the office's key is not known here");
    }
    const auto id = randomBytes<EntityId>(m.config.random);
    std::string plain = domain::encodeCodeWish({m.identity.home, who.person, id, wish.inUse, *wish.verifier});
    const auto op = domain::writeCodeWish({id, who.person, seal::sealBox(*to, plain)});
    seal::wipe(plain);
    TRIVSEL_TRY(m.writer.writeOps(*stream, {who.person, who.person, who.role}, {op}));
    m.signIn.addChosen(who.person, id, *wish.verifier);
    return {};
}

} // namespace trivsel::engine
