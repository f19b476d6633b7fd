#include "sync-server/restore.h"

#include "proto/archive/rescue.h"
#include "proto/base/mutant.h"
#include "sync-server/backup_keys.h"
#include "sync-server/erase_home.h"

#include <algorithm>
#include <map>
#include <set>

namespace trivsel::server {
namespace {

namespace v1 = archive::v1;

constexpr std::size_t kChangesPerTransaction = 4096;

OpenArchive openerOf(const RestoreWish &wish)
{
    if (const auto *key = std::get_if<seal::WrapKey>(&wish.secret)) {
        return openWith(*key);
    }
    return openWith(recoverySecret(std::get<seal::RecoverySeed>(wish.secret)));
}

/** Puts segments into a new store, one after the other. */
class Filler
{
public:
    Filler(HomeStore &store, const OpenArchive &open) : m_store(store), m_open(open) {}

    /** Only whole files are handed in: they were read to their end before. */
    Status addSegment(const CheckedFile &file)
    {
        m_names.clear();
        const CheckedFile again =
            checkFile(file.file, m_open, [this](v1::Records &&r) { return take(std::move(r)); });
        return again.fault ? Status(tl::unexpected(*again.fault)) : writeWaiting();
    }

    /** What was held when the last segment was made. */
    Result<std::uint64_t> finish()
    {
        auto transaction = journal::Transaction::begin(m_store.journal().database());
        if (!transaction) {
            return tl::unexpected(transaction.error());
        }
        std::uint64_t held = 0;
        for (const std::string &name : m_names) {
            const auto found = m_held.find(name);
            if (found == m_held.end()) {
                continue; // it stood in a file that can't be read
            }
            const archive::RescuedChange &one = found->second;
            TRIVSEL_TRY(m_store.journal().quarantine(one.device, one.change, one.reason, one.receivedMs));
            ++held;
        }
        for (const wire::v1::Proof &proof : m_proofs) {
            TRIVSEL_TRY(m_store.journal().keepProof(proof));
        }
        for (const auto &[device, contact] : m_contacts) {
            TRIVSEL_TRY(m_store.contacts().restore(contact));
        }
        TRIVSEL_TRY(transaction->commit());
        TRIVSEL_TRY(m_store.reread());
        return held;
    }

private:
    static std::string nameOf(const std::string &device, const std::string &hash) { return device + hash; }

    Status take(v1::Records &&records)
    {
        for (const v1::StoredChange &stored : records.changes()) {
            auto change = archive::fromRecord(stored);
            if (!change) {
                return tl::unexpected(change.error());
            }
            m_waiting.push_back(std::move(*change));
        }
        for (const v1::HeldName &name : records.held_names()) {
            m_names.push_back(nameOf(name.device(), name.hash()));
        }
        for (const v1::Held &held : records.held()) {
            auto one = archive::fromRecord(held);
            if (!one) {
                return tl::unexpected(one.error());
            }
            m_held.insert_or_assign(nameOf(held.device(), one->change.hash.str()), std::move(*one));
        }
        m_proofs.insert(m_proofs.end(), records.proofs().begin(), records.proofs().end());
        for (const std::uint64_t inc : records.own_incarnations()) {
            m_own.push_back(Incarnation{inc});
        }
        TRIVSEL_TRY(takeContacts(records));
        return m_waiting.size() >= kChangesPerTransaction ? writeWaiting() : Status();
    }

    Status takeContacts(const v1::Records &records)
    {
        for (const v1::Contact &from : records.contacts()) {
            const auto device = DeviceId::from(from.device());
            if (!device) {
                return fail(Errc::StoreCorrupt, "contact");
            }
            Contact contact; // without its cursor: that was a place in the old log
            contact.device = *device;
            contact.lastMs = from.last_ms();
            contact.lastIncarnation = Incarnation{from.last_inc()};
            contact.app = from.app();
            contact.clockOffsetMs = from.offset_ms();
            m_contacts.insert_or_assign(*device, contact);
        }
        return {};
    }

    Status writeWaiting()
    {
        auto transaction = journal::Transaction::begin(m_store.journal().database());
        if (!transaction) {
            return tl::unexpected(transaction.error());
        }
        for (const Incarnation inc : std::exchange(m_own, {})) {
            TRIVSEL_TRY(m_store.authority().addOwn(inc));
        }
        const auto appended = m_store.journal().append(std::exchange(m_waiting, {}));
        if (!appended) {
            return tl::unexpected(appended.error());
        }
        return transaction->commit();
    }

    HomeStore &m_store;
    const OpenArchive &m_open;
    std::vector<seal::SealedChange> m_waiting;
    std::vector<Incarnation> m_own;
    std::vector<wire::v1::Proof> m_proofs;
    std::map<DeviceId, Contact> m_contacts;
    std::map<std::string, archive::RescuedChange> m_held;
    std::vector<std::string> m_names;
};

tl::unexpected<RestoreFailure> refuse(RestoreRefusal why, const std::filesystem::path &subject)
{
    return tl::unexpected(RestoreFailure{why, Trouble{Error(Errc::BadArgument), subject.string()}});
}

tl::unexpected<RestoreFailure> failed(Trouble trouble)
{
    return tl::unexpected(RestoreFailure{RestoreRefusal::Failed, std::move(trouble)});
}

/** A file counts only when this home's server signed it. */
void refuseForeign(CheckedBackup &backup, const ServerKeys &server)
{
    const std::string signer = seal::publicOf(server.identity).str();
    const auto look = [&](CheckedFile &file) {
        if (!file.fault && (file.header.signer() != signer || file.header.home() != server.home.str())) {
            file.fault = Error(Errc::StoreForeign, "signed by another server");
        }
    };
    for (CheckedSeries &series : backup.series) {
        std::for_each(series.segments.begin(), series.segments.end(), look);
    }
    std::for_each(backup.keys.begin(), backup.keys.end(), look);
}

void addMissing(std::vector<journal::KeyRow> &to, const std::vector<journal::KeyRow> &from)
{
    for (const journal::KeyRow &row : from) {
        const bool known = std::any_of(to.begin(), to.end(), [&row](const journal::KeyRow &one) {
            return one.stream == row.stream && one.version == row.version;
        });
        if (!known) {
            to.push_back(row);
        }
    }
}

struct NewestKeys
{
    KeysCopy copy;
    std::uint64_t generation = 0;
};

/** The newest copy of the keys that can be read. Where the server went on twice, there are two of one
 * generation: what only the other has is taken as well. */
std::optional<NewestKeys> newestKeys(const CheckedBackup &backup, const OpenArchive &open)
{
    std::optional<NewestKeys> newest;
    for (auto at = backup.keys.rbegin(); at != backup.keys.rend(); ++at) {
        const std::uint64_t generation = at->header.generation();
        if (newest && (generation == 0 || generation != newest->generation)) {
            return newest;
        }
        auto copy = at->fault ? Result<KeysCopy>(tl::unexpected(*at->fault)) : readKeysCopy(at->file, open);
        if (copy && !newest) {
            newest = NewestKeys{std::move(*copy), generation};
        } else if (copy) {
            addMissing(newest->copy.keys, copy->keys);
        }
    }
    return newest;
}

const CheckedSeries *seriesOf(const CheckedBackup &backup, const std::string &wanted)
{
    const CheckedSeries *best = nullptr;
    for (const CheckedSeries &one : backup.series) {
        const bool readable = std::any_of(one.segments.begin(), one.segments.end(),
                                          [](const CheckedFile &file) { return !file.fault; });
        if (wanted.empty() ? readable : one.id == wanted) {
            best = &one; // the newest stand last
        }
    }
    return best;
}

/** What the home is called at the end of a series. */
class NameReader
{
public:
    NameReader(const HomeParts &parts, const OpenArchive &open) : m_parts(parts), m_open(open) {}

    std::string nameIn(const CheckedSeries &series) const
    {
        std::vector<seal::SealedChange> changes;
        std::set<Incarnation> office;
        const auto take = [&](v1::Records &&records) -> Status {
            for (const v1::StoredChange &stored : records.changes()) {
                auto change = archive::fromRecord(stored);
                if (change && change->stream == m_parts.server.homeStream) {
                    changes.push_back(std::move(*change));
                }
            }
            for (const std::uint64_t inc : records.own_incarnations()) {
                office.insert(Incarnation{inc});
            }
            return {};
        };
        for (const CheckedFile &segment : series.segments) {
            if (!segment.fault) {
                static_cast<void>(checkFile(segment.file, m_open, take));
            }
        }
        merge::Fold fold;
        for (const seal::SealedChange &change : changes) {
            if (office.contains(change.dot.inc)) { // nobody else names the home
                fold.add(opened(change));
            }
        }
        return domain::readHome(m_parts.server.home, fold).name;
    }

private:
    [[nodiscard]] merge::Applied opened(const seal::SealedChange &change) const
    {
        const auto row =
            std::find_if(m_parts.keys.begin(), m_parts.keys.end(), [&change](const journal::KeyRow &one) {
                return one.stream == change.stream && one.version == change.key;
            });
        return server::opened(change, row == m_parts.keys.end() ? std::nullopt : std::optional(row->key));
    }
    const HomeParts &m_parts;
    const OpenArchive &m_open;
};

/** All of this home's that lie there. Reads those that open once more, so only where there are several. */
std::vector<SeriesFacts> factsOf(const CheckedBackup &backup, const RestoreWish &wish, const HomeParts &parts,
                                 const OpenArchive &open)
{
    std::vector<SeriesFacts> out;
    for (const CheckedSeries &one : backup.series) {
        SeriesFacts &facts = out.emplace_back();
        facts.id = one.id;
        facts.whole = one.whole();
        for (const CheckedFile &segment : one.segments) {
            if (segment.fault) {
                continue;
            }
            const std::int64_t madeMs = segment.header.made_ms();
            facts.firstMs = facts.opened ? facts.firstMs : madeMs;
            facts.lastMs = madeMs;
            facts.changes += segment.changes;
            facts.ahead = facts.ahead || madeMs > wish.nowMs + kAheadMs;
            facts.opened = true;
        }
        if (backup.series.size() > 1 && facts.opened) {
            facts.home = NameReader(parts, open).nameIn(one);
        }
    }
    // One that lost its beginning does not name the home any more; all of these are of one home.
    const auto named =
        std::find_if(out.begin(), out.end(), [](const SeriesFacts &facts) { return !facts.home.empty(); });
    for (SeriesFacts &facts : out) {
        facts.home = facts.home.empty() && named != out.end() ? named->home : facts.home;
    }
    return out;
}

std::size_t countWithoutKey(HomeStore &store)
{
    return static_cast<std::size_t>(std::count_if(
        store.model().streams.begin(), store.model().streams.end(), [&](const domain::StreamInfo &info) {
            return store.keys().newest(info.id) == 0 && !store.isErased(info.id);
        }));
}

/** Every order that is known of beside the log: in the home that was, and beside the backup. */
Status takeErased(HomeStore &store, const RestoreWish &wish)
{
    std::vector<std::filesystem::path> files{wish.from / erasedCopyName(store.server().home)};
    if (!wish.erased.empty()) {
        files.push_back(wish.erased);
    }
    std::set<std::string> taken;
    for (const auto &file : files) {
        const auto orders = readErased(file);
        if (!orders) {
            return tl::unexpected(orders.error());
        }
        for (const ErasureOrder &order : *orders) {
            if (taken.insert(order.what.order.str()).second) {
                TRIVSEL_TRY(appendErased(wish.to.erased(), order));
            }
        }
    }
    return {};
}

/** The id of another series whose end is not in the log that was restored, so that a clock alone would say
 * which of the two is the newer; empty: what was restored goes on from all of them, which no clock can spoil.
 */
Result<std::string> seriesBeside(HomeStore &store, const CheckedBackup &backup, const CheckedSeries &taken)
{
    for (const CheckedSeries &other : backup.series) {
        const auto last = std::find_if(other.segments.rbegin(), other.segments.rend(),
                                       [](const CheckedFile &segment) { return !segment.fault; });
        if (other.id == taken.id || other.sealedForOthers() || last == other.segments.rend()) {
            continue;
        }
        const journal::Position end{last->header.upto_seq(), last->header.upto_log()};
        const auto here = store.journal().positionAt(end.seq);
        if (!here) {
            return tl::unexpected(here.error());
        }
        if (*here != end) {
            return other.id;
        }
    }
    return std::string();
}

/** Only of a series with gaps: in a whole one everything is as it was. */
Result<bool> isHomeLost(HomeStore &store)
{
    const auto contacts = store.contacts().all();
    if (!contacts) {
        return tl::unexpected(contacts.error());
    }
    return store.model().name.empty() ||
           std::any_of(contacts->begin(), contacts->end(),
                       [&store](const Contact &one) { return store.model().device(one.device) == nullptr; });
}

Status fill(HomeStore &store, const RestoreWish &wish, const OpenArchive &open, const CheckedSeries &series,
            RestoreReport &report)
{
    Filler filler(store, open);
    for (const CheckedFile &segment : series.segments) {
        if (segment.fault) {
            continue;
        }
        TRIVSEL_TRY(filler.addSegment(segment));
        report.madeMs = segment.header.made_ms();
        report.uptoSeq = segment.header.upto_seq();
    }
    const auto held = filler.finish();
    if (!held) {
        return tl::unexpected(held.error());
    }
    report.held = *held;
    if (const auto *seed = std::get_if<seal::RecoverySeed>(&wish.secret)) {
        const auto opened = keysFromEscrow(
            store.journal(), store.keys(), store.server().homeStream,
            [&store](Incarnation inc) { return store.authority().isOwn(inc); },
            [&store](const StreamId &stream) { return store.isErased(stream); }, recoverySecret(*seed));
        if (!opened) {
            return tl::unexpected(opened.error());
        }
        TRIVSEL_TRY(store.reread());
    }
    TRIVSEL_TRY(TRIVSEL_MUTANT("erased-comes-back-with-backup") ? Status() : takeErased(store, wish));
    const auto erasures = finishErasures(store, wish.to, {wish.random, wish.nowMs});
    if (!erasures) {
        return tl::unexpected(erasures.error());
    }
    report.erasures = *erasures;
    TRIVSEL_TRY(store.keyHolders().noteAll(store));
    const auto count = store.journal().count();
    if (!count) {
        return tl::unexpected(count.error());
    }
    report.changes = *count;
    report.keys = store.keys().all().size();
    report.home = store.model().name;
    report.streamsWithoutKey = countWithoutKey(store);
    const auto lost = series.whole() ? Result<bool>(false) : isHomeLost(store);
    if (!lost) {
        return tl::unexpected(lost.error());
    }
    report.homeLost = *lost;
    return {};
}

} // namespace

tl::expected<RestoreReport, RestoreFailure> restoreHome(const RestoreWish &wish)
{
    std::error_code ignored;
    if (std::filesystem::exists(std::filesystem::symlink_status(wish.to.dir, ignored)) &&
        (!std::filesystem::is_directory(wish.to.dir, ignored) ||
         !std::filesystem::is_empty(wish.to.dir, ignored))) {
        return refuse(RestoreRefusal::NotEmpty, wish.to.dir);
    }
    const OpenArchive open = openerOf(wish);
    auto backup = checkBackup(wish.from, open);
    if (!backup) {
        return failed({backup.error(), wish.from.string()});
    }
    if (backup->series.empty()) {
        return refuse(RestoreRefusal::NoBackup, wish.from);
    }
    if (backup->sealedForOthers()) {
        return refuse(RestoreRefusal::WrongSecret, wish.from);
    }
    setOthersApart(*backup);
    HomeParts parts;
    auto copy = newestKeys(*backup, open);
    if (const auto *seed = std::get_if<seal::RecoverySeed>(&wish.secret)) {
        parts.server = deriveKeys(*seed);
        parts.wrapKey = randomBytes<seal::WrapKey>(wish.random);
    } else if (copy) {
        parts.server = *copy->copy.identity;
        parts.wrapKey = std::get<seal::WrapKey>(wish.secret); // so that the backups go on where they stopped
    } else {
        return refuse(RestoreRefusal::NoKeys, wish.from);
    }
    refuseForeign(*backup, parts.server);
    copy = newestKeys(*backup, open);
    if (copy) {
        parts.keys = std::move(copy->copy.keys);
    } else if (const auto *seed = std::get_if<seal::RecoverySeed>(&wish.secret)) {
        parts.keys.push_back({parts.server.homeStream, 1, deriveHomeKey(*seed)});
    }
    RestoreReport report;
    report.series = factsOf(*backup, wish, parts, open);
    report.otherHome = backup->otherFiles > 0;
    const CheckedSeries *series = seriesOf(*backup, wish.series);
    if (series == nullptr) {
        const bool others = std::any_of(backup->otherSeries.begin(), backup->otherSeries.end(),
                                        [&wish](const CheckedSeries &one) { return one.id == wish.series; });
        const bool damaged = wish.series.empty() && !wish.acceptBroken;
        return others                ? refuse(RestoreRefusal::ClosedSeries, wish.series)
               : damaged             ? refuse(RestoreRefusal::BrokenSeries, wish.from)
               : wish.series.empty() ? refuse(RestoreRefusal::NoBackup, wish.from)
                                     : refuse(RestoreRefusal::NoSeries, wish.from);
    }
    if (series->sealedForOthers()) {
        return refuse(RestoreRefusal::ClosedSeries, wish.series);
    }
    const auto ahead = std::find_if(report.series.begin(), report.series.end(),
                                    [](const SeriesFacts &one) { return one.ahead; });
    const auto openSeries = std::count_if(report.series.begin(), report.series.end(),
                                          [](const SeriesFacts &one) { return one.opened; });
    if (wish.series.empty() && openSeries > 1 && ahead != report.series.end()) {
        return tl::unexpected(RestoreFailure{RestoreRefusal::WhichSeries,
                                             Trouble{Error(Errc::BadArgument), ahead->id}, report.series});
    }
    report.taken = series->id;
    if (!series->whole() && !wish.acceptBroken) {
        return refuse(RestoreRefusal::BrokenSeries, wish.from);
    }
    for (const CheckedFile *one : backup->keysThatDisagree()) {
        report.keysThatDisagree.push_back(one->file.filename().string());
    }
    for (const CheckedFile &segment : series->segments) {
        if (segment.fault) {
            report.unread.push_back(segment.file.filename().string());
        }
    }
    const std::uint64_t generation = copy ? copy->generation : 0;
    std::string lacking;
    parts.fill = [&](HomeStore &store) -> Status {
        TRIVSEL_TRY(fill(store, wish, open, *series, report));
        const auto other =
            wish.series.empty() ? seriesBeside(store, *backup, *series) : Result<std::string>(std::string());
        if (!other || !other->empty()) {
            lacking = other.value_or(std::string());
            return tl::unexpected(other ? Error(Errc::BadArgument) : other.error());
        }
        auto transaction = journal::Transaction::begin(store.journal().database());
        if (!transaction) {
            return tl::unexpected(transaction.error());
        }
        TRIVSEL_TRY(rememberGeneration(store, generation));
        return transaction->commit();
    };
    const auto store = rebuildHome(wish.to, parts, wish.random);
    if (!store && !lacking.empty()) {
        return tl::unexpected(RestoreFailure{RestoreRefusal::NoneHoldsAll,
                                             Trouble{Error(Errc::BadArgument), lacking}, report.series});
    }
    if (!store) {
        return failed(store.error());
    }
    return report;
}

} // namespace trivsel::server
