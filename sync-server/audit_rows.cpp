#include "sync-server/audit_rows.h"

#include "proto/domain/home_fields.h"
#include "proto/domain/rounds.h"
#include "proto/seal/boxed_change.h"

#include <algorithm>

namespace trivsel::server {
namespace {

Result<bool> isSignedBy(HomeStore &store, const seal::SealedChange &change, const DeviceId &device)
{
    const auto proofs =
        store.journal().proofsFor(change.stream, {change.dot.inc, change.dot.ctr, change.dot.ctr});
    if (!proofs) {
        return tl::unexpected(proofs.error());
    }
    return std::any_of(proofs->begin(), proofs->end(),
                       [&](const wire::v1::Proof &proof) { return proof.device() == device.str(); });
}

Status addLines(HomeStore &store, const seal::SealedChange &change, const seal::BoxSecret &secret,
                AuditRead &out)
{
    const auto content = seal::readBoxed(change, secret);
    if (!content) {
        ++out.unreadable;
        return {};
    }
    for (const wire::v1::Op &op : content->ops()) {
        if (domain::isRoundBox(op)) { // travels the same way; nobody looked
            out.unreadable += domain::readRoundBox(op) ? 0 : 1;
            continue;
        }
        auto row = domain::readAuditRow(op);
        const auto entry =
            row ? domain::decodeAudit(row->entry) : Result<domain::AuditEntry>(fail(Errc::Malformed));
        if (!row || (!entry && !row->entry.empty()) || (entry && entry->device != row->device)) {
            ++out.unreadable;
            continue;
        }
        const auto known = isSignedBy(store, change, row->device);
        if (!known) {
            return tl::unexpected(known.error());
        }
        out.lines.push_back(
            {std::move(*row), entry ? std::optional(*entry) : std::nullopt, change.stream, *known});
    }
    return {};
}

/** What the office wrote itself lies under the stream's key. Anybody else's there is not believed. */
void addOwnLines(HomeStore &store, const seal::SealedChange &change, AuditRead &out)
{
    const auto key = store.keys().key(change.stream, change.key);
    const auto content = key && store.authority().isOwn(change.dot.inc)
                             ? seal::readChange(change, *key)
                             : Result<wire::v1::Change>(fail(Errc::KeyMissing));
    if (!content) {
        ++out.unreadable;
        return;
    }
    for (const wire::v1::Op &op : content->ops()) {
        const auto entry = op.field() == domain::field::kOfficeLook
                               ? domain::decodeAudit(domain::refPart(op.parts(), "entry"))
                               : Result<domain::AuditEntry>(fail(Errc::NotFound));
        if (entry) {
            out.lines.push_back({{entry->device, 0, {}, {}}, *entry, change.stream, true});
        }
    }
}

/** What the office saw or did itself, with what `office` writes. */
void note(HomeStore &store, Office &office, domain::AuditEntry entry, const Office::Ports &ports)
{
    constexpr std::uint32_t kClockCompared = 1;
    const domain::HomeModel &home = office.home();
    const auto own = entry.about ? home.streamOf(*entry.about, StreamKind::Audit) : std::nullopt;
    const auto stream = own ? own : home.stream(StreamKind::Audit);
    if (!stream || home.isErased(*stream) || store.keys().newest(*stream) == 0) {
        return;
    }
    entry.wallMs = ports.nowMs;
    entry.clockQuality = kClockCompared;
    wire::v1::Op op;
    op.set_entity(randomBytes<EntityId>(ports.random).str());
    op.set_field(domain::field::kOfficeLook);
    op.set_policy(wire::v1::KEEP_BOTH);
    domain::addRef(*op.mutable_parts(), "entry", domain::encodeAudit(entry));
    office.write(*stream, {op});
}

} // namespace

void noteAccess(HomeStore &store, Office &office, const std::optional<PersonId> &about,
                const Office::Ports &ports)
{
    domain::AuditEntry entry;
    entry.role = domain::Role::ROLE_OFFICE;
    entry.action = wire::v1::AUDIT_ACCESS;
    entry.purpose = wire::v1::PURPOSE_OFFICE;
    entry.about = about;
    entry.device = store.server().device();
    note(store, office, std::move(entry), ports);
}

void noteCode(HomeStore &store, Office &office, const domain::Person &person, const DeviceId &tablet,
              bool taken, const Office::Ports &ports)
{
    domain::AuditEntry entry;
    entry.person = person.id;
    entry.role = person.role;
    entry.action = taken ? wire::v1::AUDIT_ACCESS : wire::v1::AUDIT_SIGN_IN_REFUSED;
    entry.device = tablet;
    note(store, office, std::move(entry), ports);
}

Result<AuditRead> readAudit(HomeStore &store, const std::function<bool(const domain::StreamInfo &)> &wanted)
{
    const seal::BoxSecret secret = seal::boxKeyOf(store.server().identity);
    AuditRead out;
    for (const domain::StreamInfo &info : store.model().streams) {
        if (info.id.kind != StreamKind::Audit || !wanted(info)) {
            continue;
        }
        Status added;
        TRIVSEL_TRY(store.journal().readStream(info.id, 0, [&](journal::StoredChange &&stored) {
            if (!stored.change.gone && stored.change.key != seal::kBoxedKey) {
                addOwnLines(store, stored.change, out);
            } else if (!stored.change.gone) {
                added = addLines(store, stored.change, secret, out);
            }
            return added.has_value();
        }));
        TRIVSEL_TRY(added);
    }
    return out;
}

std::vector<domain::ChainFault> faultsOf(HomeStore &store, const AuditRead &everything)
{
    std::vector<domain::AuditRow> rows;
    for (const AuditLine &line : everything.lines) {
        if (line.row.number != 0) {
            rows.push_back(line.row);
        }
    }
    auto faults = domain::checkChains(std::move(rows));
    const auto &streams = store.model().streams;
    const bool erased = std::any_of(streams.begin(), streams.end(), [](const domain::StreamInfo &info) {
        return info.id.kind == StreamKind::Audit && info.erased;
    });
    if (erased) {
        faults.erase(std::remove_if(faults.begin(), faults.end(),
                                    [](const domain::ChainFault &fault) {
                                        return fault.kind == domain::ChainFault::Kind::Missing;
                                    }),
                     faults.end());
    }
    return faults;
}

Result<std::size_t> makeAuditStreams(HomeStore &store, const Office::Ports &ports)
{
    std::vector<std::optional<PersonId>> missing;
    const domain::HomeModel &home = store.model();
    if (!home.stream(StreamKind::Audit)) {
        missing.emplace_back();
    }
    for (const domain::StreamInfo &info : home.streams) {
        // Whoever has a profile is a resident.
        const bool resident = info.id.kind == StreamKind::Profile && info.about && !info.erased;
        if (resident && !home.streamOf(*info.about, StreamKind::Audit)) {
            missing.push_back(info.about);
        }
    }
    if (missing.empty()) {
        return std::size_t{0};
    }
    auto office = Office::begin(store, ports);
    if (!office) {
        return tl::unexpected(office.error());
    }
    for (const auto &about : missing) {
        const auto made = office->makeStream(StreamKind::Audit, about);
        if (!made) {
            return tl::unexpected(made.error());
        }
    }
    const Status done = office->commit();
    return done ? Result<std::size_t>(missing.size()) : tl::unexpected(done.error());
}

} // namespace trivsel::server
