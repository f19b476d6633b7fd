#include "sync-server/inbox.h"

#include "proto/base/limits.h"
#include "proto/base/mutant.h"
#include "sync-server/reissues.h"

namespace trivsel::server {
namespace {

using wire::v1::QuarantineReason;

bool signedBy(const session::StorePush &push, const DeviceId &device)
{
    return push.proof && push.proof->device() == device.str();
}

/** A tablet that offers what others wrote sends places without their content where only the author's proof
 * wants them. Kept aside they would be nobody's words. In `home` an order may have emptied one before the
 * order is known here. */
bool isOnlyForTheProof(const session::StorePush &push, const seal::SealedChange &change)
{
    return change.gone && change.stream.kind != StreamKind::Home && !signedBy(push, push.from);
}

} // namespace

Result<Inbox::Before> Inbox::lookBefore(const session::StorePush &push)
{
    Before before;
    if (push.accepted.empty()) {
        return before;
    }
    const auto lamport = m_store.journal().lamport(push.stream);
    if (!lamport) {
        return tl::unexpected(lamport.error());
    }
    before.lamport = *lamport;
    if (!push.proof) {
        return before;
    }
    const Dot first{Incarnation{push.proof->inc()}, push.proof->first()};
    const auto tip = m_store.journal().tip(push.stream, first.inc);
    if (!tip) {
        return tl::unexpected(tip.error());
    }
    // Where everything is in the log already, the log compares it change by change.
    if (tip->ctr < first.ctr - 1 || tip->ctr >= push.proof->last()) {
        return before;
    }
    const auto head = m_store.journal().headAt(push.stream, {first.inc, first.ctr - 1});
    if (!head) {
        return tl::unexpected(head.error());
    }
    before.forked = push.proof->prev_head() != head->str();
    return before;
}

QuarantineReason Inbox::doubtOf(const session::StorePush &push, const seal::SealedChange &change,
                                const Before &before) const
{
    if (m_store.authority().isOwn(change.dot.inc) && !signedBy(push, m_store.server().device())) {
        return wire::v1::BAD_PROOF;
    }
    if (before.forked) {
        return wire::v1::ID_COLLISION;
    }
    const bool jumps =
        change.lamport > before.lamport && change.lamport - before.lamport > limits::kLamportJumpMax;
    const bool empty = change.gone && !m_store.isErased(push.stream);
    return empty || jumps ? wire::v1::UNREADABLE : wire::v1::QUARANTINE_NONE;
}

/** What is in the log with the same bytes, or collides there, is for the log to say. */
Result<QuarantineReason> Inbox::reasonFor(const session::StorePush &push, const seal::SealedChange &change,
                                          const Before &before)
{
    const auto reissued = isReissued(m_store.journal(), change);
    if (!reissued) {
        return tl::unexpected(reissued.error());
    }
    const QuarantineReason doubt = *reissued ? wire::v1::REISSUED : doubtOf(push, change, before);
    if (doubt == wire::v1::QUARANTINE_NONE) {
        return doubt;
    }
    const auto known = m_store.journal().find(change.id());
    if (!known) {
        return tl::unexpected(known.error());
    }
    return *known ? wire::v1::QUARANTINE_NONE : doubt;
}

Result<bool> Inbox::hold(const session::StorePush &push, const seal::SealedChange &change,
                         QuarantineReason reason, std::int64_t nowMs, session::StoredPush &answer)
{
    const auto reissued = isReissued(m_store.journal(), change);
    if (!reissued) {
        return tl::unexpected(reissued.error());
    }
    if (*reissued || isOnlyForTheProof(push, change)) {
        answer.held.emplace_back(change.dot, *reissued ? wire::v1::REISSUED : reason);
        return false;
    }
    const auto room = m_store.mayHold(push.from, 1, change.bytes());
    if (!room) {
        return tl::unexpected(room.error());
    }
    answer.held.emplace_back(change.dot, *room ? reason : wire::v1::QUARANTINE_FULL);
    if (*room && !m_store.isErased(push.stream) && !TRIVSEL_MUTANT("quarantine-drops")) {
        TRIVSEL_TRY(m_store.journal().quarantine(push.from, change, reason, nowMs));
        TRIVSEL_TRY(keepSigner(push, change));
    }
    return *room;
}

/** Its proof does not find it again once its words stand under another id. */
Status Inbox::keepSigner(const session::StorePush &push, const seal::SealedChange &change)
{
    const auto signer = push.proof ? DeviceId::from(push.proof->device()) : std::nullopt;
    if (!signer || change.gone || push.stream.kind != StreamKind::Profile) {
        return {};
    }
    return noteSigner(m_store.journal(), change, *signer);
}

Result<std::size_t> Inbox::leavesTheChain(const session::StorePush &push,
                                          const std::vector<seal::SealedChange> &changes)
{
    journal::Journal &journal = m_store.journal();
    if (changes.empty()) {
        return changes.size();
    }
    const Dot first = changes.front().dot;
    const auto tip = journal.tip(push.stream, first.inc);
    if (!tip) {
        return tl::unexpected(tip.error());
    }
    for (std::size_t at = 0; at < changes.size() && changes[at].dot.ctr <= tip->ctr; ++at) {
        const auto known = journal.find(changes[at].id());
        if (!known) {
            return tl::unexpected(known.error());
        }
        if (*known && (*known)->change.hash != changes[at].hash) {
            return at;
        }
    }
    return changes.size();
}

Result<Inbox::Stored> Inbox::store(const session::StorePush &push, std::int64_t nowMs)
{
    journal::Journal &journal = m_store.journal();
    Stored stored;
    stored.answer.id = push.id;
    bool keepProof = !push.held.empty();
    bool fresh = false;
    // First what the session found room for.
    // Nothing of an erased stream is kept aside: nobody could ever let it in.
    const bool erased = m_store.isErased(push.stream);
    for (const auto &[change, reason] : push.held) {
        const auto reissued = isReissued(journal, change);
        if (!reissued) {
            return tl::unexpected(reissued.error());
        }
        if (*reissued) {
            stored.answer.held.emplace_back(change.dot, wire::v1::REISSUED);
        }
        const bool keep = !erased && !*reissued && !isOnlyForTheProof(push, change);
        TRIVSEL_TRY(keep ? journal.quarantine(push.from, change, reason, nowMs) : Status());
        TRIVSEL_TRY(keep ? keepSigner(push, change) : Status());
    }
    const auto setAside = [&](const seal::SealedChange &change, QuarantineReason reason) -> Status {
        return hold(push, change, reason, nowMs, stored.answer).map([&keepProof](bool held) {
            keepProof = keepProof || held;
        });
    };
    if (signedBy(push, m_store.server().device())) {
        for (const seal::SealedChange &change : push.accepted) {
            TRIVSEL_TRY(m_store.authority().addOwn(change.dot.inc));
        }
        stored.home = true;
    }
    stored.home = stored.home || push.stream.kind == StreamKind::Profile; // whom the resident lets read
    const auto before = lookBefore(push);
    if (!before) {
        return tl::unexpected(before.error());
    }
    std::vector<seal::SealedChange> lawful;
    lawful.reserve(push.accepted.size());
    for (const seal::SealedChange &change : push.accepted) {
        const auto reason = reasonFor(push, change, *before);
        if (!reason) {
            return tl::unexpected(reason.error());
        }
        if (*reason == wire::v1::QUARANTINE_NONE) {
            lawful.push_back(erased && !change.gone ? seal::goneOf(change) : change);
        } else {
            TRIVSEL_TRY(setAside(change, *reason));
        }
    }
    const auto leaves = leavesTheChain(push, lawful);
    if (!leaves) {
        return tl::unexpected(leaves.error());
    }
    for (std::size_t at = *leaves; at < lawful.size(); ++at) {
        TRIVSEL_TRY(setAside(lawful[at], wire::v1::ID_COLLISION));
    }
    lawful.erase(lawful.begin() + static_cast<std::ptrdiff_t>(*leaves), lawful.end());
    const auto appended = journal.append(lawful);
    const auto held = journal.heldFor(push.from);
    if (!appended || !held) {
        return tl::unexpected(appended ? held.error() : appended.error());
    }
    for (std::size_t at = 0; at < lawful.size(); ++at) {
        if (appended->at(at) == journal::Appended::Collision) {
            TRIVSEL_TRY(setAside(lawful[at], wire::v1::ID_COLLISION));
        } else if (appended->at(at) == journal::Appended::New) {
            keepProof = true;
            fresh = true;
            // It was held once and is let in now, or its place was.
            const bool release = held->changes > 0 && !lawful[at].gone;
            TRIVSEL_TRY(release ? journal.releaseStored(push.from, lawful[at]) : Status());
        }
    }
    if (push.proof && keepProof) {
        TRIVSEL_TRY(journal.keepProof(*push.proof));
    }
    // What is only offered again says nothing of what is newest on the tablet.
    if (signedBy(push, push.from) && fresh) {
        TRIVSEL_TRY(m_store.contacts().noteIncarnation(push.from, lawful.back().dot.inc));
    }
    return stored;
}

} // namespace trivsel::server
