#include "sync-server/reader_lists.h"

#include "proto/domain/home_fields.h"
#include "sync-server/folds.h"
#include "sync-server/reissues.h"
#include "sync-server/signers.h"

#include <algorithm>

namespace trivsel::server {
namespace {

bool isOfLists(const wire::v1::Op &op)
{
    const std::string &field = op.field();
    return field.empty() || field.starts_with(domain::field::kProfileChosen) ||
           field.starts_with(domain::field::kProfileTeam);
}

bool takesAway(const wire::v1::Op &op)
{
    return !op.field().empty() && op.v_case() == wire::v1::Op::kRemove && op.remove();
}

std::set<DeviceId> sharedOf(const domain::HomeModel &model)
{
    std::set<DeviceId> out;
    for (const domain::Device &device : model.devices) {
        if (device.kind == domain::DeviceKind::Shared) {
            out.insert(device.id);
        }
    }
    return out;
}

} // namespace

Status ReaderLists::refresh()
{
    const domain::HomeModel &model = m_authority.model();
    // Who is believed has changed: what was passed over may count now.
    if (std::set<DeviceId> shared = sharedOf(model); shared != m_shared || m_authority.own() != m_own) {
        m_shared = std::move(shared);
        m_own = m_authority.own();
        m_entries.clear();
    }
    for (const domain::StreamInfo &info : model.streams) {
        if (info.id.kind != StreamKind::Profile || !info.about) {
            continue;
        }
        Entry &entry = m_entries[*info.about];
        entry.stream = info.id;
        TRIVSEL_TRY(read(*info.about, entry));
    }
    return {};
}

Result<bool> ReaderLists::signedByShared(const seal::SealedChange &change)
{
    const auto signer =
        signerOf(m_journal, change, [this](const DeviceId &device) { return m_shared.contains(device); });
    return signer ? Result<bool>(signer->has_value()) : tl::unexpected(signer.error());
}

Result<bool> ReaderLists::wasSharedsWord(const wire::v1::Change &anew)
{
    const auto signer = signerOfReissued(m_journal, anew);
    return signer ? Result<bool>(*signer && m_shared.contains(**signer)) : tl::unexpected(signer.error());
}

Status ReaderLists::read(const PersonId &resident, Entry &entry)
{
    std::vector<journal::StoredChange> fresh;
    TRIVSEL_TRY(m_journal.readStream(entry.stream, entry.seq, [&fresh](journal::StoredChange &&stored) {
        fresh.push_back(std::move(stored));
        return true;
    }));
    for (const journal::StoredChange &stored : fresh) {
        entry.seq = stored.seq;
        merge::Applied applied = opened(stored.change, m_keys);
        if (applied.opaque) {
            continue;
        }
        const bool own = m_authority.isOwn(stored.change.dot.inc);
        const auto shared = own ? wasSharedsWord(applied.change) : signedByShared(stored.change);
        if (!shared) {
            return tl::unexpected(shared.error());
        }
        // What the office wrote again for a tablet has the tablet's people in it, not the office.
        const bool office = own && applied.change.enterer() == m_home.str();
        if (!own && !*shared) {
            continue;
        }
        const bool onlyAway = !office && !*shared; // it gives nobody anything
        auto *ops = applied.change.mutable_ops();
        ops->erase(std::remove_if(ops->begin(), ops->end(),
                                  [onlyAway](const wire::v1::Op &op) {
                                      return !isOfLists(op) || (onlyAway && !takesAway(op));
                                  }),
                   ops->end());
        entry.fold.add(std::move(applied));
    }
    if (!fresh.empty()) {
        entry.lists = domain::readProfile(resident, entry.fold);
    }
    return {};
}

const domain::Profile *ReaderLists::of(const PersonId &resident) const
{
    const auto found = m_entries.find(resident);
    return found == m_entries.end() ? nullptr : &found->second.lists;
}

} // namespace trivsel::server
