#include "tests/sim/office_desk.h"

#include "sync-server/erased_file.h"
#include "sync-server/quarantine.h"

#include <algorithm>
#include <fstream>

namespace trivsel::sim {

using server::HomeStore;
using server::Office;

OfficeDesk::Opened OfficeDesk::open(const Random &random) const
{
    auto store = server::openHome(m_home.paths, random);
    if (!store) {
        return tl::unexpected(store.error().error);
    }
    return std::move(*store);
}

Status OfficeDesk::asOffice(Dice &dice, const Work &work)
{
    const Random random = dice.random();
    const auto store = open(random);
    auto office =
        store ? Office::begin(**store, {random, m_nowMs()}) : Result<Office>(tl::unexpected(store.error()));
    if (!office) {
        return tl::unexpected(office.error());
    }
    TRIVSEL_TRY(work(**store, *office));
    return office->commit();
}

Result<bool> OfficeDesk::setBo(Dice &dice, bool in)
{
    bool changed = false;
    const Status done = asOffice(dice, [&](HomeStore & /*store*/, Office &office) -> Status {
        const PersonId sofie = m_home.sofie.person;
        const auto stream = office.home().streamOf(sofie, StreamKind::Profile);
        const auto fold =
            stream ? office.now(*stream) : Result<const merge::Fold *>(fail(Errc::Internal, "no profile"));
        if (!fold) {
            return tl::unexpected(fold.error());
        }
        domain::Profile profile = domain::readProfile(sofie, **fold);
        for (auto *list : {&profile.chosen, &profile.team}) {
            std::erase(*list, m_home.bo.person);
            if (in) {
                list->push_back(m_home.bo.person);
            }
        }
        auto ops = domain::writeProfile(sofie, profile, **fold);
        changed = !ops.empty();
        office.write(*stream, std::move(ops));
        return {};
    });
    return done ? Result<bool>(changed) : tl::unexpected(done.error());
}

Status OfficeDesk::change(Dice &dice, const DeviceId &device, Tablet how)
{
    return asOffice(dice, [&](HomeStore &store, Office &office) -> Status {
        const domain::Device *known = office.home().device(device);
        const auto fold = office.now(store.server().homeStream);
        if (known == nullptr || !fold) {
            return fold ? fail(Errc::NotFound, "no such tablet") : tl::unexpected(fold.error());
        }
        if (how == Tablet::Unblock && known->wipeMs != 0) {
            return fail(Errc::NotAllowed, "it is to be emptied");
        }
        domain::Device changed = *known;
        changed.blocked = how != Tablet::Unblock;
        changed.wipeMs = how == Tablet::Wipe ? m_nowMs() : changed.wipeMs;
        office.write(store.server().homeStream, domain::writeDevice(changed, **fold));
        return {};
    });
}

Result<domain::Device> OfficeDesk::look(Dice &dice, const DeviceId &device)
{
    const auto store = open(dice.random());
    if (!store) {
        return tl::unexpected(store.error());
    }
    const domain::Device *known = (*store)->model().device(device);
    return known != nullptr ? Result<domain::Device>(*known) : fail(Errc::NotFound, "no such tablet");
}

Status OfficeDesk::erase(Dice &dice, std::optional<Erased> &ordered)
{
    const Random random = dice.random();
    const auto store = open(random);
    const auto scope = store ? server::scopeOf(**store, m_home.karl.person)
                             : Result<server::ErasureScope>(tl::unexpected(store.error()));
    if (!scope || scope->streams.empty()) {
        return scope ? Status() : tl::unexpected(scope.error());
    }
    server::ErasureOrder order;
    order.resident = m_home.karl.person;
    order.what.order = randomBytes<decltype(domain::Erasure::order)>(random);
    order.what.basis = "Databeskyttelsesforordningen artikel 17";
    order.what.first = m_home.mette.person;
    order.what.second = m_home.ali.person;
    order.what.atMs = m_nowMs();
    for (const server::ErasureScope::Stream &stream : scope->streams) {
        order.streams.push_back(stream.id);
    }
    auto evidence = server::evidenceOf(**store, order.streams);
    if (!evidence) {
        return tl::unexpected(evidence.error());
    }
    TRIVSEL_TRY(server::appendErased(m_home.paths.erased(), order));
    ordered = Erased{order.streams, std::move(*evidence)};
    return server::carryOut(**store, {random, m_nowMs()}, order);
}

Result<OfficeDesk::Keys> OfficeDesk::keys(Dice &dice)
{
    const auto store = open(dice.random());
    if (!store) {
        return tl::unexpected(store.error());
    }
    Keys out;
    for (const journal::KeyRow &row : (*store)->keys().all()) {
        out.emplace(row.stream, row.version);
    }
    return out;
}

Result<bool> OfficeDesk::isGone(Dice &dice, const std::vector<StreamId> &streams)
{
    const auto store = open(dice.random());
    bool gone = store.has_value();
    for (const StreamId &stream : streams) {
        const auto empty = gone ? (*store)->journal().isErased(stream) : Result<bool>(false);
        gone = gone && empty && *empty && (*store)->keys().newest(stream) == 0;
    }
    return store ? Result<bool>(gone) : tl::unexpected(store.error());
}

Result<server::BackupResult> OfficeDesk::backup(Dice &dice)
{
    const Random random = dice.random();
    const auto store = open(random);
    const auto wrapKey = server::readWrapKey(m_home.paths.wrapKey);
    if (!store || !wrapKey) {
        return tl::unexpected(store ? wrapKey.error() : store.error());
    }
    server::BackupWish wish;
    wish.to = m_home.backups();
    wish.data = "/proc"; // another disk than the folder's, as the server's disk in memory is
    wish.wrapKey = *wrapKey;
    wish.nowMs = m_nowMs();
    wish.random = random;
    auto done = server::backup(**store, wish);
    if (!done) {
        return done;
    }
    const Status copied =
        server::copyErased(m_home.paths.erased(), m_home.backups(), (*store)->server().home);
    return copied ? std::move(done) : tl::unexpected(copied.error());
}

tl::expected<server::RestoreReport, server::RestoreFailure>
OfficeDesk::restore(Dice &dice, const std::optional<seal::WrapKey> &key, const std::filesystem::path &erased)
{
    server::RestoreWish wish;
    wish.from = m_home.backups();
    wish.to = m_home.paths;
    wish.secret = m_home.seed;
    if (key) {
        wish.secret = *key;
    }
    wish.erased = erased;
    wish.random = dice.random();
    wish.nowMs = m_nowMs();
    auto restored = server::restoreHome(wish);
    const bool asked = !restored && (restored.error().why == server::RestoreRefusal::WhichSeries ||
                                     restored.error().why == server::RestoreRefusal::NoneHoldsAll);
    if (asked) { // a person says: the one with the newest date
        for (const server::SeriesFacts &one : restored.error().series) {
            wish.series = one.opened ? one.id : wish.series;
        }
        return server::restoreHome(wish);
    }
    return restored;
}

Result<std::size_t> OfficeDesk::takeRescue(Dice &dice, const std::filesystem::path &file)
{
    std::ifstream in(file, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    const auto store = open(dice.random());
    return store ? server::takeRescue(**store, bytes) : tl::unexpected(store.error());
}

Result<std::size_t> OfficeDesk::acceptHeld(Dice &dice, const std::set<DeviceId> &gone)
{
    std::size_t accepted = 0;
    const Random random = dice.random();
    const Status done = asOffice(dice, [&](HomeStore &store, Office &office) -> Status {
        const auto held = store.journal().quarantined();
        if (!held) {
            return tl::unexpected(held.error());
        }
        server::Acceptor acceptor(store, office, m_nowMs(), random);
        for (const journal::Quarantined &one : *held) {
            if (one.reason == wire::v1::ID_COLLISION && !gone.contains(one.device)) {
                continue;
            }
            const auto how = acceptor.accept(one);
            if (!how) {
                return tl::unexpected(how.error());
            }
            const bool placed = *how == server::Accepting::Appended || *how == server::Accepting::Reissued ||
                                *how == server::Accepting::Known;
            accepted += placed ? 1 : 0;
        }
        return {};
    });
    return done ? Result<std::size_t>(accepted) : tl::unexpected(done.error());
}

} // namespace trivsel::sim
