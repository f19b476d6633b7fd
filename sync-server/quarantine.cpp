#include "sync-server/quarantine.h"

#include "proto/base/limits.h"
#include "proto/session/range_set.h"
#include "sync-server/erase_home.h"
#include "sync-server/escrow.h"
#include "sync-server/reissues.h"

#include <algorithm>
#include <map>

namespace trivsel::server {
namespace {

HeldFacts factsOf(HomeStore &store, const journal::Quarantined &held)
{
    HeldFacts facts;
    facts.id = held.id;
    facts.device = held.device;
    const domain::Device *device = store.model().device(held.device);
    facts.tablet = device != nullptr ? device->name : std::string();
    facts.stream = held.change.stream;
    facts.dot = held.change.dot;
    facts.reason = held.reason;
    facts.receivedMs = held.receivedMs;
    facts.bytes = held.change.bytes();
    facts.keyVersion = held.change.key;
    return facts;
}

void addInside(HomeStore &store, const seal::SealedChange &change, HeldFacts &facts)
{
    const auto key = store.keys().key(change.stream, change.key);
    const auto content =
        key ? seal::readChange(change, *key) : Result<wire::v1::Change>(fail(Errc::KeyMissing));
    if (!content) {
        return;
    }
    facts.readable = true;
    facts.author = PersonId::from(content->author()).value_or(PersonId{});
    facts.enterer = PersonId::from(content->enterer()).value_or(PersonId{});
    // As unsigned: a tablet's clock may say anything.
    facts.writtenMs = static_cast<std::int64_t>(static_cast<std::uint64_t>(content->wall_ms()) +
                                                static_cast<std::uint64_t>(content->offset_ms()));
    facts.fields = content->ops_size();
}

bool isGrantable(HomeStore &store, const StreamId &stream)
{
    const auto &streams = store.model().streams;
    return stream == store.server().homeStream ||
           std::any_of(streams.begin(), streams.end(),
                       [&](const domain::StreamInfo &info) { return info.id == stream; });
}

wire::v1::Op auditLine(const journal::Quarantined &held, std::int64_t nowMs, const Random &random)
{
    wire::v1::Op op;
    op.set_entity(randomBytes<EntityId>(random).str());
    op.set_field("quarantine.accepted");
    op.set_policy(wire::v1::KEEP_BOTH);
    const auto add = [&op](const char *name) {
        wire::v1::Parts::Part *part = op.mutable_parts()->add_parts();
        part->set_name(name);
        return part;
    };
    add("device")->set_ref(held.device.str());
    add("stream")->set_ref(held.change.stream.str());
    add("inc")->set_num(static_cast<std::int64_t>(held.change.dot.inc));
    add("ctr")->set_num(static_cast<std::int64_t>(held.change.dot.ctr));
    add("hash")->set_ref(held.change.hash.str());
    add("reason")->set_num(held.reason);
    add("at")->set_num(nowMs);
    return op;
}

/** The id is taken: the content goes under one of the office's. False when it can't be opened. */
Result<bool> reissue(HomeStore &store, Office &office, const seal::SealedChange &change)
{
    const auto key = store.keys().key(change.stream, change.key);
    auto content = key && change.stream.kind != StreamKind::Home
                       ? seal::readChange(change, *key)
                       : Result<wire::v1::Change>(fail(Errc::KeyMissing));
    if (!content) {
        return false;
    }
    TRIVSEL_TRY(decideReissue(store.journal(), change));
    office.reissue(change, std::move(*content));
    return true;
}

/** In the log it would make everybody's next change jump as far, and those would be held in turn. */
Result<bool> jumps(HomeStore &store, const seal::SealedChange &change)
{
    const auto lamport = store.journal().lamport(change.stream);
    return lamport ? Result<bool>(change.lamport > *lamport &&
                                  change.lamport - *lamport > limits::kLamportJumpMax)
                   : tl::unexpected(lamport.error());
}

Result<Accepting> place(HomeStore &store, Office &office, const seal::SealedChange &change)
{
    const auto here = store.journal().find(change.id());
    const auto done = isReissued(store.journal(), change); // handed in by another tablet as well
    if (!here || !done) {
        return tl::unexpected(here ? done.error() : here.error());
    }
    if (*done && !change.gone) {
        return Accepting::Known;
    }
    if (!*here) {
        if (store.authority().isOwn(change.dot.inc)) {
            return Accepting::Usurping;
        }
        if (change.gone && change.stream.kind == StreamKind::Home && !isGoneByOrder(store, change.id())) {
            return Accepting::Unreadable; // its words may come yet, and would find its place taken
        }
        const auto far = jumps(store, change);
        if (!far) {
            return tl::unexpected(far.error());
        }
        if (*far) {
            const auto written = reissue(store, office, change);
            if (!written) {
                return tl::unexpected(written.error());
            }
            return *written ? Accepting::Reissued : Accepting::Unreadable;
        }
        const auto appended = store.journal().append(change);
        return appended ? Result<Accepting>(Accepting::Appended) : tl::unexpected(appended.error());
    }
    if ((*here)->change.hash == change.hash && (!(*here)->change.gone || change.gone)) {
        return Accepting::Known;
    }
    // Others hold what stands there, or its empty place: they would not be sent this under the same id.
    const auto written = reissue(store, office, change);
    if (!written) {
        return tl::unexpected(written.error());
    }
    return *written ? Accepting::Reissued : Accepting::Unreadable;
}

} // namespace

Result<std::vector<HeldFacts>> readHeld(HomeStore &store, bool open)
{
    const auto held = store.journal().quarantined();
    if (!held) {
        return tl::unexpected(held.error());
    }
    std::vector<HeldFacts> out;
    for (const journal::Quarantined &one : *held) {
        out.push_back(factsOf(store, one));
        if (open) {
            addInside(store, one.change, out.back());
        }
    }
    return out;
}

NoGrant whyNoGrant(HomeStore &store, const HeldFacts &facts)
{
    const domain::StreamInfo *info = store.model().streamInfo(facts.stream);
    const domain::Device *device = store.model().device(facts.device);
    if (info == nullptr) {
        return NoGrant::NoSection;
    }
    if (device == nullptr) {
        return NoGrant::UnknownTablet;
    }
    if (store.mayPush(facts.device, facts.stream)) {
        return NoGrant::GrantedNow;
    }
    const bool own = facts.stream.kind == StreamKind::Own && !domain::mayHold(device->kind, StreamKind::Own);
    return own ? NoGrant::OwnElsewhere : NoGrant::NotGranted;
}

Result<bool> wordsHaveKey(HomeStore &store, const HeldFacts &facts)
{
    const auto versions = escrowVersions(
        store.journal(), store.keys(), store.server().homeStream,
        [&store](Incarnation inc) { return store.authority().isOwn(inc); }, facts.stream);
    return versions ? Result<bool>(versions->contains(facts.keyVersion)) : tl::unexpected(versions.error());
}

Result<std::vector<RunGap>> gapsBefore(HomeStore &store, const std::vector<journal::Quarantined> &accepted)
{
    std::map<std::pair<StreamId, Incarnation>, std::pair<std::uint64_t, DeviceId>> ends;
    for (const journal::Quarantined &one : accepted) {
        auto &end = ends[{one.change.stream, one.change.dot.inc}];
        end = std::max(end, std::pair(one.change.dot.ctr, one.device));
    }
    const auto held = store.journal().quarantined();
    if (!held) {
        return tl::unexpected(held.error());
    }
    std::vector<RunGap> gaps;
    for (const auto &[run, end] : ends) {
        const auto here = store.journal().ranges(run.first);
        if (!here) {
            return tl::unexpected(here.error());
        }
        session::RangeSet known(*here);
        RunGap gap{run.first, run.second, end.second, {}, {}};
        for (const journal::Quarantined &one : *held) {
            const Dot &dot = one.change.dot;
            if (one.change.stream == run.first && dot.inc == run.second && dot.ctr < end.first &&
                !known.contains(dot)) {
                gap.held.push_back(one.id);
            }
        }
        for (const journal::Quarantined &one : *held) {
            if (std::find(gap.held.begin(), gap.held.end(), one.id) != gap.held.end() &&
                !known.contains(one.change.dot)) {
                known.add({run.second, one.change.dot.ctr, one.change.dot.ctr});
            }
        }
        gap.missing = known.missing({run.second, 1, end.first});
        if (!gap.held.empty() || !gap.missing.empty()) {
            gaps.push_back(std::move(gap));
        }
    }
    return gaps;
}

/** The house's own; made when it is first needed. */
Result<StreamId> Acceptor::auditStream()
{
    for (const domain::StreamInfo &info : m_office.home().streams) {
        if (info.id.kind == StreamKind::Audit && !info.about) {
            return info.id;
        }
    }
    return m_office.makeStream(StreamKind::Audit, std::nullopt);
}

Result<Accepting> Acceptor::accept(const journal::Quarantined &held)
{
    if (!isGrantable(m_store, held.change.stream)) {
        return Accepting::NoStream;
    }
    const auto placed = place(m_store, m_office, held.change);
    if (!placed || *placed == Accepting::Usurping || *placed == Accepting::Unreadable) {
        return placed;
    }
    TRIVSEL_TRY(m_store.journal().release(held.id));
    if (!m_audit) {
        const auto audit = auditStream();
        if (!audit) {
            return tl::unexpected(audit.error());
        }
        m_audit = *audit;
    }
    m_office.write(*m_audit, {auditLine(held, m_nowMs, m_random)});
    return placed;
}

Result<bool> admit(HomeStore &store, const journal::Quarantined &held)
{
    auto transaction = journal::Transaction::begin(store.journal().database());
    const auto appended = transaction ? store.journal().append(held.change)
                                      : Result<journal::Appended>(tl::unexpected(transaction.error()));
    if (!appended) {
        return tl::unexpected(appended.error());
    }
    if (*appended == journal::Appended::Collision) {
        return false;
    }
    TRIVSEL_TRY(store.journal().release(held.id));
    const Status done = transaction->commit();
    return done ? Result<bool>(true) : tl::unexpected(done.error());
}

Result<std::size_t> admitOpened(HomeStore &store)
{
    const auto held = store.journal().quarantined();
    if (!held) {
        return tl::unexpected(held.error());
    }
    std::size_t count = 0;
    for (const journal::Quarantined &one : *held) {
        const auto key = one.reason == wire::v1::UNKNOWN_KEY && !store.isErased(one.change.stream) &&
                                 !store.authority().isOwn(one.change.dot.inc)
                             ? store.keys().key(one.change.stream, one.change.key)
                             : std::nullopt;
        if (!key || !seal::readChange(one.change, *key)) {
            continue;
        }
        const auto far = jumps(store, one.change);
        if (!far) {
            return tl::unexpected(far.error());
        }
        const auto admitted = *far ? Result<bool>(false) : admit(store, one);
        if (!admitted) {
            return tl::unexpected(admitted.error());
        }
        count += *admitted ? 1 : 0;
    }
    if (count > 0) {
        TRIVSEL_TRY(store.reread()); // a profile may be among them: whom the resident lets read
    }
    return count;
}

Result<std::string> rescueHeld(HomeStore &store, const std::vector<journal::Quarantined> &held,
                               std::int64_t nowMs, const Random &random)
{
    const StreamId home = store.server().homeStream;
    const std::uint32_t version = store.keys().newest(home);
    const auto key = store.keys().key(home, version);
    if (!key) {
        return fail(Errc::KeyMissing, "the home's key");
    }
    archive::Rescue rescue;
    rescue.home = store.server().home;
    rescue.device = store.server().device();
    rescue.madeMs = nowMs;
    for (const journal::Quarantined &one : held) {
        rescue.changes.push_back({one.device, one.change, one.reason, one.receivedMs});
    }
    return archive::writeRescue(rescue, store.server().identity, *key, version, random);
}

Result<std::size_t> takeRescue(HomeStore &store, std::string_view bytes)
{
    const auto rescue = archive::readRescue(bytes, store.server().home, [&store](std::uint32_t version) {
        return store.keys().key(store.server().homeStream, version);
    });
    if (!rescue) {
        return tl::unexpected(rescue.error());
    }
    if (store.signKey(rescue->device) != rescue->signer) {
        return fail(Errc::NotAllowed, "signed by nobody who is known here");
    }
    auto transaction = journal::Transaction::begin(store.journal().database());
    if (!transaction) {
        return tl::unexpected(transaction.error());
    }
    std::size_t taken = 0;
    for (const archive::RescuedChange &one : rescue->changes) {
        if (store.isErased(one.change.stream)) {
            continue; // an order of two people outlives a file
        }
        const auto done = isReissued(store.journal(), one.change);
        if (!done) {
            return tl::unexpected(done.error());
        }
        if (*done) {
            continue; // a person has let it in
        }
        TRIVSEL_TRY(store.journal().quarantine(one.device, one.change, one.reason, one.receivedMs));
        ++taken;
    }
    TRIVSEL_TRY(transaction->commit());
    return taken;
}

} // namespace trivsel::server
