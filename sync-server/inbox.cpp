#include "sync-server/inbox.h"

namespace trivsel::server {
namespace {

bool signedBy(const session::StorePush &push, const DeviceId &device)
{
    return push.proof && push.proof->device() == device.str();
}

} // namespace

Result<bool> Inbox::usurps(const session::StorePush &push, const seal::SealedChange &change)
{
    if (!m_store.authority().isOwn(change.dot.inc) || signedBy(push, m_store.server().device())) {
        return false;
    }
    const auto known = m_store.journal().find(change.id());
    if (!known) {
        return tl::unexpected(known.error());
    }
    return !known->has_value(); // coming back without its proof is fine
}

Result<Inbox::Stored> Inbox::store(const session::StorePush &push, std::int64_t nowMs)
{
    journal::Journal &journal = m_store.journal();
    Stored stored;
    stored.answer.id = push.id;
    bool keepProof = !push.held.empty();
    bool fresh = false;
    const auto hold = [&](const seal::SealedChange &change, wire::v1::QuarantineReason reason) {
        keepProof = true;
        return journal.quarantine(push.from, change, reason, nowMs);
    };
    if (signedBy(push, m_store.server().device())) {
        for (const seal::SealedChange &change : push.accepted) {
            TRIVSEL_TRY(m_store.authority().addOwn(change.dot.inc));
        }
        stored.home = true;
    }
    std::vector<seal::SealedChange> lawful;
    lawful.reserve(push.accepted.size());
    for (const seal::SealedChange &change : push.accepted) {
        const auto usurping = usurps(push, change);
        if (!usurping) {
            return tl::unexpected(usurping.error());
        }
        if (*usurping) {
            TRIVSEL_TRY(hold(change, wire::v1::BAD_PROOF));
            stored.answer.held.emplace_back(change.dot, wire::v1::BAD_PROOF);
        } else {
            lawful.push_back(change);
        }
    }
    const auto appended = journal.append(lawful);
    if (!appended) {
        return tl::unexpected(appended.error());
    }
    for (std::size_t at = 0; at < lawful.size(); ++at) {
        if (appended->at(at) == journal::Appended::Collision) {
            TRIVSEL_TRY(hold(lawful[at], wire::v1::ID_COLLISION));
            stored.answer.held.emplace_back(lawful[at].dot, wire::v1::ID_COLLISION);
        } else if (appended->at(at) == journal::Appended::New) {
            keepProof = true;
            fresh = true;
        }
    }
    for (const auto &[change, reason] : push.held) {
        TRIVSEL_TRY(hold(change, reason));
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
