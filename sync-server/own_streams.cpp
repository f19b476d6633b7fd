#include "sync-server/own_streams.h"

#include "proto/domain/own_record.h"
#include "proto/seal/own_key.h"

#include <algorithm>

namespace trivsel::server {

Status makeOwnStreams(HomeStore &store, const Office::Ports &ports)
{
    std::vector<PersonId> missing;
    const domain::HomeModel &home = store.model();
    for (const domain::StreamInfo &info : home.streams) {
        // Whoever has a profile is a resident.
        const bool resident = info.id.kind == StreamKind::Profile && info.about && !info.erased;
        if (resident && !home.streamOf(*info.about, StreamKind::Own)) {
            missing.push_back(*info.about);
        }
    }
    auto office = Office::begin(store, ports);
    if (!office) {
        return tl::unexpected(office.error());
    }
    const StreamId homeStream = store.server().homeStream;
    const auto fold = office->now(homeStream);
    if (!fold) {
        return tl::unexpected(fold.error());
    }
    auto key = domain::writeRecoveryKey(store.server().home, store.server().recovery, **fold);
    if (key.empty() && missing.empty()) {
        return {};
    }
    office->write(homeStream, std::move(key));
    for (const PersonId &resident : missing) {
        const auto made = office->makeStream(StreamKind::Own, resident);
        if (!made) {
            return tl::unexpected(made.error());
        }
    }
    return office->commit();
}

namespace {

/** Two after a backup that is older than *kun mig* was restored, served, and its tablets brought the first
 * one back: the one that a resident has used, as on the tablets. */
std::optional<StreamId> ownStreamOf(HomeStore &store, Office &office, const PersonId &resident)
{
    std::optional<StreamId> first;
    for (const domain::StreamInfo &info : store.model().streams) {
        if (info.about != resident || info.id.kind != StreamKind::Own || info.erased) {
            continue;
        }
        const auto fold = office.now(info.id);
        if (fold && domain::readOwn(resident, **fold).everSet()) {
            return info.id;
        }
        first = first ? first : info.id;
    }
    return first;
}

} // namespace

Result<OwnGivenBack> giveOwnBack(HomeStore &store, Office &office, const PersonId &resident,
                                 const seal::BoxSecret &recovery)
{
    const auto stream = ownStreamOf(store, office, resident);
    const auto fold = stream ? office.now(*stream) : fail(Errc::NotFound);
    if (!fold) {
        return OwnGivenBack::NotSet;
    }
    const domain::OwnRecord record = domain::readOwn(resident, **fold);
    if (record.returns.empty()) {
        return OwnGivenBack::NotSet;
    }
    seal::OwnRing ring;
    for (const auto &[version, boxes] : record.escrow) {
        for (const std::string &box : boxes) {
            const auto key = seal::openEscrow(recovery, *stream, box);
            if (key && key->version == version) {
                TRIVSEL_TRY(seal::addKeys(ring, {*key}));
            }
        }
    }
    std::size_t sealed = 0;
    bool whole = true; // every key that the pictures of one tablet lack, on each
    for (const domain::OwnReturn &where : record.returns) {
        seal::OwnRing older;
        for (const seal::OwnKey &one : ring) {
            if (one.version < where.version) { // tablets take nothing else from here
                older.push_back(one);
            }
        }
        const auto lacking = std::count_if(record.escrow.begin(), record.escrow.end(),
                                           [&](const auto &one) { return one.first != where.version; });
        whole = whole && older.size() == static_cast<std::size_t>(lacking);
        sealed += older.size();
        if (!older.empty()) {
            const std::string box = seal::boxReturned(where.key, *stream, older);
            office.write(*stream, domain::writeOwnReturned(resident, where.version, box, **fold));
        }
        seal::wipe(older);
    }
    seal::wipe(ring);
    return !whole ? OwnGivenBack::NotAll : sealed > 0 ? OwnGivenBack::Done : OwnGivenBack::Nothing;
}

} // namespace trivsel::server
