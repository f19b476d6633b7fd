#include "sync-server/backup_keys.h"

#include "proto/archive/key_boxes.h"
#include "proto/base/time_units.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <sys/stat.h>
#include <unistd.h>

namespace trivsel::server {
namespace {

namespace v1 = archive::v1;

constexpr std::string_view kGenerationKey = "backup.keys.generation";

/** Of the last copy that this home has made. */
Result<std::uint64_t> generationOf(HomeStore &store)
{
    const auto text = store.journal().meta(kGenerationKey);
    if (!text) {
        return tl::unexpected(text.error());
    }
    std::uint64_t value = 0;
    if (*text) {
        const auto [end, failed] = std::from_chars((*text)->data(), (*text)->data() + (*text)->size(), value);
        if (failed != std::errc() || end != (*text)->data() + (*text)->size()) {
            return fail(Errc::StoreCorrupt, "the number of the last copy of the keys");
        }
    }
    return value;
}

v1::Records recordsOf(HomeStore &store)
{
    v1::Records records;
    const ServerKeys &server = store.server();
    v1::Identity *identity = records.mutable_identity();
    identity->set_home(server.home.str());
    identity->set_home_stream(server.homeStream.str());
    identity->set_identity(server.identity.str());
    identity->set_ca(server.ca.str());
    identity->set_recovery(server.recovery.str());
    for (const journal::KeyRow &row : store.keys().all()) {
        v1::StreamKey *key = records.add_keys();
        key->set_stream(row.stream.str());
        key->set_version(row.version);
        key->set_key(row.key.str());
    }
    return records;
}

std::optional<ServerKeys> identityOf(const v1::Identity &from)
{
    const auto home = HomeId::from(from.home());
    const auto stream = StreamId::from(from.home_stream());
    const auto identity = seal::SignSecret::from(from.identity());
    const auto ca = seal::SignSecret::from(from.ca());
    const auto recovery = seal::BoxPublic::from(from.recovery());
    if (!home || !stream || !identity || !ca || !recovery) {
        return std::nullopt;
    }
    return ServerKeys{*home, *stream, *identity, *ca, *recovery};
}

Status writeKeys(HomeStore &store, const BackupWish &wish, std::uint64_t generation)
{
    auto file = journal::NewFile::create(wish.to / newKeysName(wish.random), S_IRUSR | S_IWUSR);
    if (!file) {
        return tl::unexpected(file.error());
    }
    v1::Header header;
    header.set_kind(v1::KEYS);
    header.set_home(store.server().home.str());
    header.set_made_ms(wish.nowMs);
    header.set_generation(generation);
    const auto key = randomBytes<archive::ArchiveKey>(wish.random);
    archive::addWrapKeyBox(header, wish.wrapKey, key, wish.random);
    archive::addRecoveryBox(header, store.server().recovery, key);
    auto writer = archive::Writer::begin(std::move(header), key, store.server().identity,
                                         [&file](std::string_view bytes) { return file->write(bytes); });
    if (!writer) {
        return tl::unexpected(writer.error());
    }
    TRIVSEL_TRY(writer->add(recordsOf(store)));
    TRIVSEL_TRY(writer->finish());
    TRIVSEL_TRY(file->sync());
    const CheckedFile checked = checkFile(file->temporary(), openWith(wish.wrapKey), {}, true);
    if (checked.fault) {
        return tl::unexpected(*checked.fault);
    }
    return file->commit();
}

bool sameKeys(const KeysCopy &copy, const std::vector<journal::KeyRow> &now)
{
    return std::equal(copy.keys.begin(), copy.keys.end(), now.begin(), now.end(),
                      [](const journal::KeyRow &a, const journal::KeyRow &b) {
                          return a.stream == b.stream && a.version == b.version && a.key == b.key;
                      });
}

struct Copy
{
    std::filesystem::path file;
    std::int64_t madeMs = 0;
    std::uint64_t generation = 0;
    bool ours = false; // sealed to this key file; another's copy may be all that another series has
};

/** Copies that this home's server has signed, the newest last. What can't be read is nobody's to remove. */
Result<std::vector<Copy>> copiesOf(HomeStore &store, const BackupWish &wish)
{
    const auto listing = listBackup(wish.to);
    if (!listing) {
        return tl::unexpected(listing.error());
    }
    std::vector<Copy> copies;
    const std::string signer = seal::publicOf(store.server().identity).str();
    for (const auto &file : listing->keys) {
        const CheckedFile checked = checkFile(file, {});
        const v1::Header &header = checked.header;
        if (!checked.fault && header.kind() == v1::KEYS && header.home() == store.server().home.str() &&
            header.signer() == signer) {
            const bool ours = archive::openWrapKeyBox(header, wish.wrapKey).has_value();
            copies.push_back({file, header.made_ms(), header.generation(), ours});
        }
    }
    std::sort(copies.begin(), copies.end(), [](const Copy &a, const Copy &b) {
        return std::tie(a.ours, a.generation, a.madeMs, a.file) < // ours last
               std::tie(b.ours, b.generation, b.madeMs, b.file);
    });
    return copies;
}

/** A copy from a clock that was far ahead would never grow old: it goes too. */
bool tooOld(const Copy &copy, std::int64_t nowMs)
{
    return nowMs - copy.madeMs > kKeysMaxAgeMs || copy.madeMs - nowMs > kKeysMaxAgeMs;
}

/** Drawn before it is used: a copy that fails leaves a number out, and none is used twice. Also past what
 * other homes of the same words have made, before a restore. */
Result<std::uint64_t> nextGeneration(HomeStore &store, const std::vector<Copy> &copies)
{
    const auto last = generationOf(store);
    if (!last) {
        return tl::unexpected(last.error());
    }
    std::uint64_t next = *last;
    for (const Copy &copy : copies) {
        next = std::max(next, copy.generation);
    }
    ++next;
    auto transaction = journal::Transaction::begin(store.journal().database());
    if (!transaction) {
        return tl::unexpected(transaction.error());
    }
    TRIVSEL_TRY(rememberGeneration(store, next));
    TRIVSEL_TRY(transaction->commit());
    return next;
}

} // namespace

Status rememberGeneration(HomeStore &store, std::uint64_t generation)
{
    return store.journal().setMeta(kGenerationKey, std::to_string(generation));
}

Result<KeysCopy> readKeysCopy(const std::filesystem::path &file, const OpenArchive &open)
{
    KeysCopy copy;
    const auto take = [&copy](v1::Records &&records) -> Status {
        if (records.has_identity()) {
            copy.identity = identityOf(records.identity());
        }
        for (const v1::StreamKey &key : records.keys()) {
            const auto stream = StreamId::from(key.stream());
            const auto bytes = seal::StreamKey::from(key.key());
            if (!stream || !bytes || key.version() == 0) {
                return fail(Errc::StoreCorrupt, "a key");
            }
            copy.keys.push_back({*stream, key.version(), *bytes});
        }
        return {};
    };
    const CheckedFile checked = checkFile(file, open, take);
    if (checked.fault) {
        return tl::unexpected(*checked.fault);
    }
    if (!copy.identity) {
        return fail(Errc::StoreCorrupt, "no identity");
    }
    return copy;
}

Result<std::size_t> backupKeys(HomeStore &store, const BackupWish &wish)
{
    auto copies = copiesOf(store, wish);
    if (!copies) {
        return tl::unexpected(copies.error());
    }
    const auto newest = copies->empty() ? Result<KeysCopy>(fail(Errc::StoreMissing, "no copy yet"))
                                        : readKeysCopy(copies->back().file, openWith(wish.wrapKey));
    const bool fresh = newest && sameKeys(*newest, store.keys().all()) &&
                       std::abs(wish.nowMs - copies->back().madeMs) < kKeysEveryMs;
    if (!fresh) {
        const auto generation = nextGeneration(store, *copies);
        if (!generation) {
            return tl::unexpected(generation.error());
        }
        TRIVSEL_TRY(writeKeys(store, wish, *generation));
        copies = copiesOf(store, wish);
        if (!copies) {
            return tl::unexpected(copies.error());
        }
    }
    std::size_t removed = 0;
    for (std::size_t at = 0; at + 1 < copies->size(); ++at) { // never the newest
        const Copy &copy = (*copies)[at];
        const bool sameDay = copy.ours && copy.madeMs / kDayMs == (*copies)[at + 1].madeMs / kDayMs;
        if (sameDay || tooOld(copy, wish.nowMs)) {
            if (::unlink(copy.file.c_str()) != 0) {
                return fail(Errc::StoreReadOnly, copy.file.filename().string());
            }
            ++removed;
        }
    }
    TRIVSEL_TRY(removed > 0 ? journal::syncFolder(wish.to) : Status());
    return removed;
}

} // namespace trivsel::server
