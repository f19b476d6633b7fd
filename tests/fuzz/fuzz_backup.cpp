// A folder of backup files from anywhere: read back, and restored from, by the code that ./trivsel-sync
// verify and restore run. The files' seals and signatures hold, so that what stands under them is reached.
#include "proto/archive/key_boxes.h"
#include "proto/archive/rescue.h"
#include "proto/seal/chain.h"
#include "sync-server/backup_keys.h"
#include "sync-server/restore.h"
#include "tests/fuzz/get_ready.h"
#include "tests/fuzz/scratch_dir.h"
#include "tests/fuzz/sealed_archive.h"
#include "tests/support/changes.h"

#include <algorithm>
#include <fstream>
#include <limits>

using namespace trivsel;
using test::filled;
namespace fs = std::filesystem;
namespace v1 = archive::v1;

namespace {

constexpr std::size_t kFilesMax = 5;
constexpr std::size_t kPiecesMax = 3;
constexpr std::string_view kSeries = "0101010101010101";

/** What the first byte of each file says. */
enum : std::uint8_t {
    kKeysFile = 1,
    kRaw = 2,      // the bytes as they stand, under no seal
    kAsItIs = 4,   // the header is not put in order
    kOtherKey = 8, // sealed for somebody else
};

class Folder
{
public:
    Folder(const fs::path &dir, const server::ServerKeys &server, const seal::WrapKey &wrapKey)
        : m_dir(dir), m_server(server), m_wrapKey(wrapKey), m_random(test::seededRandom(1))
    {
        fs::create_directory(m_dir);
    }

    void add(fuzz::Input &input)
    {
        const std::uint8_t kind = input.number();
        const std::uint32_t number = input.number();
        const bool keys = (kind & kKeysFile) != 0;
        std::string hex = toHex(ByteView(reinterpret_cast<const std::uint8_t *>(&number), 1));
        const std::string name = keys ? "keys-00000000000000" + hex + ".trivsel"
                                      : server::SegmentName{std::string(kSeries), number + 1}.str();
        const bool raw = (kind & kRaw) != 0;
        std::ofstream(m_dir / name, std::ios::binary)
            << (raw ? std::string(input.sized()) : sealed(input, kind, number + 1));
    }

private:
    std::string sealed(fuzz::Input &input, std::uint8_t kind, std::uint32_t number)
    {
        const fuzz::ArchiveSecrets secrets{filled<archive::ArchiveKey>(1), m_server.identity};
        v1::Header header = fuzz::takeHeader(input);
        fuzz::Input inside(input.sized());
        const auto pieces = fuzz::takePieces(inside, kPiecesMax);
        if ((kind & kAsItIs) == 0) {
            header.set_kind((kind & kKeysFile) != 0 ? v1::KEYS : v1::SEGMENT);
            header.set_home(m_server.home.str());
            if ((kind & kKeysFile) == 0) {
                follow(header, pieces, number);
            }
        }
        const auto holder = (kind & kOtherKey) != 0 ? filled<seal::WrapKey>(99) : m_wrapKey;
        archive::addWrapKeyBox(header, holder, secrets.key, m_random);
        archive::addRecoveryBox(header, m_server.recovery, secrets.key);
        std::string bytes = fuzz::sealedArchive(header, pieces, secrets);
        m_previous = bytes.substr(bytes.size() - Hash256::size - seal::Signature::size, Hash256::size);
        return bytes;
    }

    /** As if this segment were made after the one before. */
    void follow(v1::Header &header, const std::vector<std::string> &pieces, std::uint32_t number)
    {
        header.set_series(std::string(8, '\x01'));
        header.set_number(number);
        header.set_from_seq(m_upto.seq);
        header.set_from_log(m_upto.log);
        header.set_previous(m_previous);
        for (const std::string &piece : pieces) {
            v1::Records records;
            static_cast<void>(records.ParsePartialFromString(piece));
            for (const v1::StoredChange &stored : records.changes()) {
                if (const auto change = archive::fromRecord(stored)) {
                    m_upto.log = seal::logNext(m_upto.log, change->stream, change->hash);
                    ++m_upto.seq;
                }
            }
        }
        header.set_upto_seq(m_upto.seq);
        header.set_upto_log(m_upto.log);
    }

    fs::path m_dir;
    const server::ServerKeys &m_server;
    seal::WrapKey m_wrapKey;
    Random m_random;
    journal::Position m_upto;
    std::string m_previous;
};

bool anyFault(const server::CheckedBackup &backup)
{
    const auto broken = [](const server::CheckedFile &one) { return one.fault.has_value(); };
    return std::any_of(backup.keys.begin(), backup.keys.end(), broken) ||
           std::any_of(backup.series.begin(), backup.series.end(), [&](const server::CheckedSeries &one) {
               return std::any_of(one.segments.begin(), one.segments.end(), broken);
           });
}

/** As ./trivsel-sync verify reads it. */
void verify(const fs::path &dir, const server::OpenArchive &open)
{
    const auto withKey = server::checkBackup(dir, open);
    const auto without = server::checkBackup(dir, {});
    fuzz::mustHold(withKey && without, "a folder can be read");
    fuzz::mustHold(anyFault(*withKey) || !anyFault(*without), "what can be opened is whole");
    for (const server::CheckedFile &copy : withKey->keys) {
        static_cast<void>(server::readKeysCopy(copy.file, open));
    }
}

/** Either a home that opens and has what was reported, or none at all. */
void restore(server::RestoreWish wish)
{
    const auto report = server::restoreHome(wish);
    if (!report) {
        fuzz::mustHold(!fs::exists(wish.to.dir / "home.db"), "nothing is left of a refused restore");
        fs::remove_all(wish.to.dir);
        return;
    }
    auto home = server::openHome(wish.to, wish.random);
    fuzz::mustHold(home.has_value(), "a home that was restored opens");
    const auto count = (*home)->journal().count();
    fuzz::mustHold(count && *count == report->changes, "and has what was reported");
    home->reset();
    fs::remove_all(wish.to.dir);
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    fuzz::getReady();
    static const fuzz::ScratchDir scratch;
    const auto seed = filled<seal::RecoverySeed>(7);
    const auto wrapKey = filled<seal::WrapKey>(8);
    const server::ServerKeys keys = server::deriveKeys(seed);

    fuzz::Input input(fuzz::viewOf(data, size));
    const bool words = input.number() % 2 == 0;
    const fs::path from = scratch.path() / "copy";
    fs::remove_all(from);
    Folder folder(from, keys, wrapKey);
    for (std::size_t files = 0; files < kFilesMax && !input.isEmpty(); ++files) {
        folder.add(input);
    }
    verify(from, server::openWith(wrapKey));
    server::RestoreWish wish;
    wish.from = from;
    wish.to.dir = scratch.path() / "home";
    wish.to.wrapKey = wish.to.dir / "wrap.key";
    wish.acceptBroken = true;
    wish.nowMs =
        std::numeric_limits<std::int64_t>::max() - server::kAheadMs; // no date is later: one is taken
    wish.random = seal::systemRandom();
    if (words) {
        wish.secret = seed;
    } else {
        wish.secret = wrapKey;
    }
    restore(std::move(wish));
    return 0;
}
