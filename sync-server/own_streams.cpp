#include "sync-server/own_streams.h"

#include "proto/domain/own_record.h"
#include "proto/seal/own_key.h"

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

Result<OwnGivenBack> giveOwnBack(HomeStore &store, Office &office, const PersonId &resident,
                                 const seal::BoxSecret &recovery)
{
    const auto stream = store.model().streamOf(resident, StreamKind::Own);
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
    for (const domain::OwnReturn &where : record.returns) {
        seal::OwnRing older;
        for (const seal::OwnKey &one : ring) {
            if (one.version < where.version) { // tablets take nothing else from here
                older.push_back(one);
            }
        }
        if (!older.empty()) {
            const std::string box = seal::boxReturned(where.key, *stream, older);
            office.write(*stream, domain::writeOwnReturned(resident, where.version, box, **fold));
        }
        seal::wipe(older);
    }
    const bool any = ring.size() > 1;
    seal::wipe(ring);
    return any ? OwnGivenBack::Done : OwnGivenBack::Nothing;
}

} // namespace trivsel::server
