#include "app/engine/own_door.h"

#include <algorithm>

namespace trivsel::engine {

using domain::OwnBox;
using Outcome = OwnAnswer::Outcome;

namespace {

constexpr std::size_t kHeadsTried = 4; // newest: each may cost a derivation

} // namespace

seal::OwnPlace OwnDoor::placeOf(const PersonId &resident, const StreamId &stream) const
{
    return {m.identity.home, resident, stream};
}

OwnSnapshot OwnDoor::snapshot(const PersonId &resident)
{
    OwnSnapshot out;
    const auto now = standingOf(m, resident);
    const bool fetching = m_tile.isFetching(resident);
    out.tileLocked = m_tile.isLocked(resident);
    if (m.identity.kind != TabletKind::Shared || !now) {
        out.state = fetching ? OwnState::Fetching : out.state;
        return out;
    }
    out.state = fetching ? OwnState::Fetching : stateOf(*now, m.identity.device);
    if (out.state == OwnState::NotSet && !recoveryKey()) {
        out.state = OwnState::Unavailable; // whoever forgot their pictures could never be helped
    }
    out.open = m.keys.isOpen(now->stream);
    out.waitMs = m.tries.waitMs(resident);
    out.tile = now->record.tile;
    for (const seal::LockedRing &one : lockedHere(*now)) {
        (one.card ? out.byCard : out.byPictures) = true;
    }
    if (out.open) {
        const auto known = seal::versionsOf(m.keys.ring());
        const auto here = now->record.boxes.find(m.identity.device);
        for (const OwnBox &box : here == now->record.boxes.end() ? std::vector<OwnBox>() : here->second) {
            const bool all =
                std::includes(known.begin(), known.end(), box.versions.begin(), box.versions.end());
            out.otherPictures = out.otherPictures || !all;
        }
        out.earlierSealed = m_earlierSealed;
        out.tablets = tabletsOf(resident, *now);
    }
    return out;
}

OwnAnswer OwnDoor::answer(const PersonId &resident, Outcome outcome, std::optional<Errc> problem)
{
    return {outcome, 0, problem, snapshot(resident)};
}

OwnAnswer OwnDoor::failed(const PersonId &resident, const Error &error)
{
    return answer(resident, Outcome::Failed, error.code());
}

std::optional<OwnAnswer> OwnDoor::refusal(const PersonId &resident, const Who &who)
{
    if (const Status may = m.access.openOwn(who, resident); !may) {
        return failed(resident, may.error());
    }
    return m_busy ? std::optional(answer(resident, Outcome::Busy)) : std::nullopt;
}

void OwnDoor::derive(std::function<Result<Opened>()> work, Derived finish)
{
    m_busy = true;
    const auto job = [this, work = std::move(work), finish = std::move(finish)]() -> std::function<void()> {
        const auto made = std::make_shared<Result<Opened>>(work());
        return [this, made, finish] {
            m_busy = false;
            finish(*made);
            if (*made) {
                seal::wipe((*made)->ring);
                seal::wipe((*made)->key);
            }
        };
    };
    m.config.signIn.worker ? m.config.signIn.worker(job) : job()();
}

bool OwnDoor::hasLeft(const Job &job) const
{
    return m.entered() != job.resident || m.visit() != job.visit;
}

std::vector<seal::LockedRing> OwnDoor::lockedHere(const Standing &now) const
{
    std::vector<seal::LockedRing> out;
    const auto here = now.record.boxes.find(m.identity.device);
    if (here == now.record.boxes.end()) {
        return out;
    }
    for (auto box = here->second.rbegin(); box != here->second.rend() && out.size() < kHeadsTried; ++box) {
        const auto opened = seal::openBox(m.identity.box, box->box);
        if (auto locked = opened ? seal::LockedRing::from(*opened) : std::nullopt) {
            out.push_back(std::move(*locked));
        }
    }
    return out;
}

void OwnDoor::open(const PersonId &resident, const Who &who, const seal::OwnSecret &secret, OwnDone done)
{
    if (const auto refused = refusal(resident, who)) {
        return done(*refused);
    }
    const auto now = standingOf(m, resident);
    const OwnState state = now ? stateOf(*now, m.identity.device) : OwnState::Unavailable;
    auto locked = now ? lockedHere(*now) : std::vector<seal::LockedRing>();
    // A card in front of the reader of somebody who has pictures is no try, nor the other way round.
    locked.erase(std::remove_if(locked.begin(), locked.end(),
                                [&secret](const seal::LockedRing &one) { return one.card != secret.isCard(); }),
                 locked.end());
    if ((state != OwnState::Set && state != OwnState::Off && state != OwnState::Reset) || locked.empty()) {
        return done(answer(resident, Outcome::NotNow));
    }
    if (secret.isEmpty()) {
        return done(answer(resident, Outcome::Failed, Errc::BadArgument)); // no try, and no derivation
    }
    if (m.tries.waitMs(resident) > 0) {
        return done(answer(resident, Outcome::Wait));
    }
    // Counted as wrong, and on disk, before they are tried: pulling the plug meanwhile gains nothing.
    if (const Status counted = m.store->write([&] { return m.tries.begin(resident); }); !counted) {
        return done(failed(resident, counted.error()));
    }
    m.enter(resident);
    const Job job{resident, now->stream, m.visit(), std::move(done)};
    derive(
        [secret, locked = std::move(locked), place = placeOf(resident, now->stream),
         kdf = m.config.signIn.kdf]() -> Result<Opened> {
            Result<Opened> out = fail(Errc::SealBroken, "not these pictures, or this card");
            for (const seal::LockedRing &one : locked) {
                auto key = seal::deriveKey(secret, one.salt, one.cost, kdf);
                if (!key) {
                    return tl::unexpected(key.error());
                }
                auto ring = seal::unlock(one, *key, place);
                if (!ring) {
                    continue;
                }
                if (!out) {
                    out = Opened{std::move(*ring), *key};
                } else {
                    TRIVSEL_TRY(seal::addKeys(out->ring, *ring));
                }
            }
            return out;
        },
        [this, job](Result<Opened> &opened) { finishOpen(job, opened); });
}

void OwnDoor::finishOpen(const Job &job, Result<Opened> &opened)
{
    const bool wrong = !opened && opened.error().code() == Errc::SealBroken;
    const std::uint32_t tried = m.tries.wrong(job.resident);
    if (!wrong) {
        const Status kept = m.store->write(
            [&] { return opened ? m.tries.succeed(job.resident) : m.tries.takeBack(job.resident); });
        if (!opened || !kept) {
            return job.done(failed(job.resident, opened ? kept.error() : opened.error()));
        }
    }
    if (wrong) {
        return job.done(answer(job.resident, Outcome::WrongPictures));
    }
    const auto now = standingOf(m, job.resident);
    if (hasLeft(job) || !now || now->stream != job.stream) {
        return job.done(answer(job.resident, Outcome::Left));
    }
    // Opened before in this stay with other pictures: together from here on, under the ones used last.
    Status put = m.keys.isOpen(job.stream) ? seal::addKeys(opened->ring, m.keys.ring()) : Status();
    put = put ? takeReturned(*now, opened->ring) : put;
    if (!put) {
        return job.done(failed(job.resident, put.error()));
    }
    m.keys.openOwn(job.stream, opened->ring);
    m.folds.drop(job.stream);
    m_earlierSealed = savedUnderOthers(job.stream, opened->ring);
    // It is open now, whatever comes: what could not be handed on for want of room is handed on the next
    // time.
    (void)keep(job.resident, *now, *opened, Replace::Missing);
    if (m.settleSent) {
        (void)m.settleSent(); // what was saved as *kun mig* when the power went
    }
    OwnAnswer good = answer(job.resident, Outcome::Ok);
    good.triedBefore = tried > 0 ? tried - 1 : 0; // without this one
    job.done(good);
}

void OwnDoor::choose(const PersonId &resident, const Who &who, const seal::OwnSecret &secret, OwnDone done)
{
    if (const auto refused = refusal(resident, who)) {
        return done(*refused);
    }
    const auto now = standingOf(m, resident);
    const OwnState state = now ? snapshot(resident).state : OwnState::Unavailable;
    if (state != OwnState::NotSet && state != OwnState::Reset) {
        return done(answer(resident, Outcome::NotNow));
    }
    std::vector<std::uint32_t> known;
    for (const auto &[version, boxes] : now->record.escrow) {
        known.push_back(version);
    }
    auto fresh = seal::drawOwnKey(known, m.config.random);
    if (!fresh) {
        return done(failed(resident, fresh.error()));
    }
    m.enter(resident);
    const Job job{resident, now->stream, m.visit(), std::move(done)};
    seal::OwnRing ring{*fresh};
    lockNew(job, secret, ring, true);
    seal::wipe(ring);
}

void OwnDoor::change(const PersonId &resident, const Who &who, const seal::OwnSecret &secret, OwnDone done)
{
    if (const auto refused = refusal(resident, who)) {
        return done(*refused);
    }
    const auto now = standingOf(m, resident);
    if (!now || !m.keys.isOpen(now->stream) || snapshot(resident).otherPictures) {
        return done(answer(resident, Outcome::NotNow));
    }
    const Job job{resident, now->stream, m.visit(), std::move(done)};
    lockNew(job, secret, m.keys.ring(), false);
}

void OwnDoor::lockNew(const Job &job, const seal::OwnSecret &secret, const seal::OwnRing &ring, bool chosen)
{
    const std::shared_ptr<seal::OwnRing> held(new seal::OwnRing(ring), [](seal::OwnRing *gone) {
        seal::wipe(*gone);
        delete gone;
    });
    derive(
        [secret, held, salt = randomBytes<seal::PasscodeSalt>(m.config.random), kdf = m.config.signIn.kdf,
         cost = m.config.signIn.pictureCost]() -> Result<Opened> {
            const auto key = seal::deriveKey(secret, salt, cost, kdf);
            return key ? Result<Opened>(Opened{*held, *key}) : tl::unexpected(key.error());
        },
        [this, job, chosen](Result<Opened> &opened) { finishNew(job, opened, chosen); });
}

void OwnDoor::finishNew(const Job &job, Result<Opened> &opened, bool chosen)
{
    if (!opened) {
        return job.done(failed(job.resident, opened.error()));
    }
    const auto now = standingOf(m, job.resident);
    if (hasLeft(job) || !now || now->stream != job.stream) {
        return job.done(answer(job.resident, Outcome::Left));
    }
    // What was chosen elsewhere came in meanwhile: nothing of it is written over.
    const OwnState state = stateOf(*now, m.identity.device);
    const bool may =
        chosen ? state == OwnState::NotSet || state == OwnState::Reset : m.keys.isOpen(job.stream);
    if (!may) {
        return job.done(answer(job.resident, Outcome::NotNow));
    }
    const Status kept = keep(job.resident, *now, *opened, chosen ? Replace::All : Replace::Same);
    if (!kept) {
        return job.done(failed(job.resident, kept.error()));
    }
    if (chosen) {
        m.keys.openOwn(job.stream, opened->ring);
        m.folds.drop(job.stream);
        m_earlierSealed = savedUnderOthers(job.stream, opened->ring);
    }
    job.done(answer(job.resident, Outcome::Ok));
}

void OwnDoor::close()
{
    const auto stream = m.keys.openStream();
    m.keys.closeOwn();
    if (stream) {
        m.folds.drop(*stream);
    }
}

Status OwnDoor::turnOff(const PersonId &resident, const Who &who)
{
    TRIVSEL_TRY(m.access.openOwn(who, resident));
    const auto now = standingOf(m, resident);
    if (!now || !m.keys.isOpen(now->stream)) {
        return fail(Errc::NotAllowed, "it is not open");
    }
    TRIVSEL_TRY(m.store->write([&]() -> Status {
        const auto fold = m.folds.lookAt(now->stream);
        if (!fold) {
            return tl::unexpected(fold.error());
        }
        domain::Ops ops = domain::writeOwnOff(resident, true, **fold);
        if (now->record.tile) { // what takes the pictures back later does not lock the tile unasked
            const domain::Ops tile = domain::writeOwnTile(resident, false, **fold);
            ops.insert(ops.end(), tile.begin(), tile.end());
        }
        return m.writer.writeOps(now->stream, {resident, who.person, who.role}, ops);
    }));
    close();
    return {};
}

Status OwnDoor::reset(const PersonId &resident, const Who &who)
{
    TRIVSEL_TRY(m.access.resetPictures(who, resident));
    const auto profile = m.home.streamOf(resident, StreamKind::Profile);
    if (!profile) {
        return fail(Errc::NotFound, "nobody who lives here");
    }
    TRIVSEL_TRY(m.store->write([&]() -> Status {
        const auto fold = m.folds.lookAt(*profile);
        if (!fold) {
            return tl::unexpected(fold.error());
        }
        const auto id = randomBytes<domain::ResetId>(m.config.random);
        TRIVSEL_TRY(m.writer.writeOps(*profile, {who.person, who.person, who.role},
                                      domain::writeOwnReset(resident, id, **fold)));
        return m.audit.append(
            {who, wire::v1::AUDIT_ACCESS, wire::v1::PURPOSE_CONVERSATION, resident, StreamKind::Own});
    }));
    close();
    return {};
}

} // namespace trivsel::engine
