#include "app/engine/sync_port.h"

#include "proto/base/mutant.h"
#include "proto/seal/own_key.h"

namespace trivsel::engine {

Status SyncPort::storeItems(const Received &received)
{
    const auto appended = m.store->journal().append(received.changes);
    if (!appended) {
        return tl::unexpected(appended.error());
    }
    const auto aside = m_suspects.anyAside();
    if (!aside) {
        return tl::unexpected(aside.error());
    }
    for (std::size_t i = 0; i < appended->size(); ++i) {
        const seal::SealedChange &change = received.changes[i];
        if ((*appended)[i] == journal::Appended::New) {
            m.folds.queue(change);
        } else if ((*appended)[i] == journal::Appended::Collision) {
            TRIVSEL_TRY(takeOver(change));
        } else {
            TRIVSEL_TRY(*aside ? arrived(change.stream, {change.dot.inc, change.dot.ctr, change.dot.ctr})
                               : Status());
            const auto noPlace = m.outbox.hasNoPlace(change.id());
            if (!noPlace) {
                return tl::unexpected(noPlace.error());
            }
            TRIVSEL_TRY(*noPlace ? m.outbox.markAccepted(change.id()) : Status());
            const bool emptied = m_next.given_up() > 0 || *noPlace;
            TRIVSEL_TRY(emptied && !change.gone ? comeBack(change) : Status());
        }
    }
    for (const wire::v1::Proof &proof : received.proofs) {
        TRIVSEL_TRY(m.store->journal().keepProof(proof));
        TRIVSEL_TRY(m.authority.learnProof(proof));
    }
    return takeReissues(received);
}

Status SyncPort::storeChanges(const Received &received)
{
    if (TRIVSEL_MUTANT("cursor-before-apply") && !received.backfill) {
        TRIVSEL_TRY(m.store->write([&] {
            m_next.set_cursor_seq(received.upto.seq);
            m_next.set_cursor_log(received.upto.log);
            return keepState();
        }));
    }
    return m.store->write([&]() -> Status {
        TRIVSEL_TRY(storeItems(received));
        if (received.backfill) {
            if (!received.more) {
                m.folds.queueRefold(*received.backfill); // the screens ask again, also when nothing came
            }
            return m_grants.moveTo(*received.backfill, received.upto.seq, !received.more);
        }
        if (!received.more) {
            const auto home = m.home.homeStream();
            if (home && m_next.first_pull() == local::v1::FIRST_PULL_UNDER_WAY) {
                m.folds.queueRefold(*home); // the screens ask again
            }
            m_next.set_first_pull(local::v1::FIRST_PULL_DONE);
        } else if (m_next.first_pull() == local::v1::FIRST_PULL_UNSPECIFIED && m_next.cursor_seq() == 0) {
            m_next.set_first_pull(local::v1::FIRST_PULL_UNDER_WAY);
        }
        m_next.set_cursor_seq(received.upto.seq);
        m_next.set_cursor_log(received.upto.log);
        return keepState();
    });
}

bool SyncPort::isFilled(const StreamId &stream)
{
    return m_state.first_pull() != local::v1::FIRST_PULL_UNDER_WAY && m_grants.isFilled(stream).value_or(false);
}

Status SyncPort::storeStreamKey(const StreamId &stream, std::uint32_t version, const std::string &box)
{
    const auto opened = seal::openBox(m.identity.box, box);
    if (!opened) {
        return tl::unexpected(opened.error());
    }
    const auto key = seal::StreamKey::from(*opened);
    if (!key || version == 0 || seal::isOwnKey(stream, version)) { // those are drawn on tablets alone
        return fail(Errc::Malformed, "not a stream's key");
    }
    if (m.store->keys().key(stream, version) == key) {
        return {};
    }
    TRIVSEL_TRY(m.store->keys().put(stream, version, *key));
    return m.store->write([&]() -> Status { // what could not be read before is read anew
        m.folds.queueRefold(stream);
        return {};
    });
}

Result<std::vector<std::pair<StreamId, std::uint64_t>>>
SyncPort::storeGrants(std::span<const wire::v1::StreamGrant> grants)
{
    TRIVSEL_TRY(m.store->write([&]() -> Status {
        // Who came home before this run began is not what these grants are about; who came home since is.
        TRIVSEL_TRY(m.trips.told(m_said));
        for (const wire::v1::StreamGrant &grant : grants) {
            const auto stream = StreamId::from(grant.stream());
            const auto whose = stream ? m.home.ownerOf(*stream) : std::nullopt;
            if (stream) {
                const bool late = whose && m.trips.isHome(*whose);
                TRIVSEL_TRY(late ? m.withdrawn.add(*stream) : m.withdrawn.forgive(*stream));
            }
        }
        return m_grants.replace(grants, m_next.cursor_seq() == 0);
    }));
    return m_grants.unfilled();
}

Status SyncPort::grantsComplete(std::uint64_t grants)
{
    if (m_takenSince) {
        return {}; // this run is about what was here before: what is taken along now is told in the next
    }
    return m.store->write([&] {
        m_next.set_grants(grants);
        return keepState();
    });
}

} // namespace trivsel::engine
