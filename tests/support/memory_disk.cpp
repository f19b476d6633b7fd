#include "tests/support/memory_disk.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <sqlite3.h>
#include <utility>

namespace trivsel::test {

namespace {

constexpr std::size_t kSector = 512;
constexpr int kShmLocks = SQLITE_SHM_NLOCK;

std::string pathOf(const std::filesystem::path &path)
{
    return std::filesystem::absolute(path).lexically_normal().string();
}

bool isUnder(const std::string &file, const std::string &folder)
{
    return file.size() > folder.size() && file.compare(0, folder.size(), folder) == 0 &&
           file[folder.size()] == '/';
}

} // namespace

/** A file: what programs see, and what lay on the plate at the last sync where that differs. */
struct MemoryDisk::Node
{
    std::string bytes;
    /** Sectors written since the last sync, as they were then. What lies behind `sizeBefore` is not named: it
     * was nothing. */
    std::map<std::size_t, std::string> before;
    std::map<std::size_t, std::string> lost; // the same, but a sync of them failed: they never get there
    std::size_t sizeBefore = 0;
    bool durable = false; // its name is on the plate
    bool dead = false;

    // Locks of the connections that have it open.
    int shared = 0;
    const void *reserved = nullptr;
    const void *pending = nullptr;
    const void *exclusive = nullptr;

    struct Shm
    {
        std::vector<std::unique_ptr<std::uint8_t[]>> regions;
        std::array<int, kShmLocks> shared{};
        std::array<const void *, kShmLocks> exclusive{};
        int users = 0;
    };
    std::unique_ptr<Shm> shm;

    void touch(std::size_t from, std::size_t to)
    {
        if (lost.empty()) {
            to = std::min(to, sizeBefore);
        }
        for (std::size_t sector = from / kSector; sector * kSector < to; ++sector) {
            const std::size_t at = sector * kSector;
            if (auto again = lost.extract(sector)) {
                before.insert(std::move(again)); // written anew, so there is something to sync again
            } else if (at < sizeBefore && !before.contains(sector)) {
                before.emplace(sector, at < bytes.size() ? bytes.substr(at, kSector) : std::string());
            }
        }
    }
    void failSync()
    {
        lost.merge(std::exchange(before, {}));
        for (std::size_t sector = firstBehind(); sector * kSector < bytes.size(); ++sector) {
            lost.emplace(sector, std::string());
        }
    }
    /** The first sector that was not on the plate at the last sync. */
    [[nodiscard]] std::size_t firstBehind() const { return (sizeBefore + kSector - 1) / kSector; }
    void sync()
    {
        before.clear();
        sizeBefore = bytes.size();
        durable = true;
    }
    /** The plate after a power cut. */
    void settle(const Dice &reached)
    {
        std::string plate = bytes;
        if (plate.size() != sizeBefore && !reached()) {
            plate.resize(sizeBefore, '\0');
        }
        for (std::size_t sector = firstBehind(); sector * kSector < plate.size(); ++sector) {
            if (!before.contains(sector) && !lost.contains(sector) && !reached()) {
                const std::size_t at = sector * kSector;
                std::fill_n(plate.begin() + static_cast<std::ptrdiff_t>(at),
                            std::min(kSector, plate.size() - at), '\0');
            }
        }
        for (const auto &[sector, old] : before) {
            const std::size_t at = sector * kSector;
            if (at >= plate.size() || reached()) {
                continue;
            }
            const std::size_t length = std::min(kSector, plate.size() - at);
            std::string sectorBytes = old;
            sectorBytes.resize(length, '\0');
            plate.replace(at, length, sectorBytes);
        }
        for (const auto &[sector, old] : lost) {
            const std::size_t at = sector * kSector;
            if (at < plate.size()) {
                std::string sectorBytes = old;
                sectorBytes.resize(std::min(kSector, plate.size() - at), '\0');
                plate.replace(at, sectorBytes.size(), sectorBytes);
            }
        }
        lost.clear();
        bytes = std::move(plate);
        sync();
    }
};

struct MemoryDisk::Vfs
{
    struct File
    {
        sqlite3_file base;
        MemoryDisk *disk;
        std::shared_ptr<Node> *node; // owned
        std::string *name;           // owned
        int lock;
        bool deleteOnClose;
        bool usesShm;
        std::uint16_t shmShared;
        std::uint16_t shmExclusive;
    };

    sqlite3_vfs vfs{};

    static File &of(sqlite3_file *file) { return *reinterpret_cast<File *>(file); }
    static MemoryDisk &of(sqlite3_vfs *vfs) { return *static_cast<MemoryDisk *>(vfs->pAppData); }
    static Node &node(sqlite3_file *file) { return **of(file).node; }

    /** What stands in the way of a call on an open file; SQLITE_OK when nothing does. */
    static int trouble(sqlite3_file *file, Call call, int deadCode)
    {
        if (node(file).dead) {
            return deadCode;
        }
        return of(file).disk->fault(call, *of(file).name).value_or(SQLITE_OK);
    }

    static int close(sqlite3_file *file)
    {
        File &mine = of(file);
        unlock(file, SQLITE_LOCK_NONE);
        shmUnmap(file, 0);
        if (mine.deleteOnClose) {
            mine.disk->m_nodes.erase(*mine.name);
        }
        delete mine.node;
        delete mine.name;
        return SQLITE_OK;
    }
    static int read(sqlite3_file *file, void *into, int amount, sqlite3_int64 offset)
    {
        if (const int code = trouble(file, Call::Read, SQLITE_IOERR_READ); code != SQLITE_OK) {
            return code;
        }
        const std::string &bytes = node(file).bytes;
        const auto at = static_cast<std::size_t>(offset);
        const auto wanted = static_cast<std::size_t>(amount);
        const std::size_t there = at < bytes.size() ? std::min(wanted, bytes.size() - at) : 0;
        std::memcpy(into, bytes.data() + (there > 0 ? at : 0), there);
        std::memset(static_cast<char *>(into) + there, 0, wanted - there);
        return there == wanted ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
    }
    static int write(sqlite3_file *file, const void *from, int amount, sqlite3_int64 offset)
    {
        if (const int code = trouble(file, Call::Write, SQLITE_IOERR_WRITE); code != SQLITE_OK) {
            return code;
        }
        Node &mine = node(file);
        const auto at = static_cast<std::size_t>(offset);
        const auto length = static_cast<std::size_t>(amount);
        const std::size_t end = at + length;
        if (end > mine.bytes.size() && !of(file).disk->hasRoom(*of(file).name, end - mine.bytes.size())) {
            return SQLITE_FULL;
        }
        mine.touch(at, end);
        if (end > mine.bytes.size()) {
            mine.bytes.resize(end, '\0');
        }
        std::memcpy(mine.bytes.data() + at, from, length);
        return SQLITE_OK;
    }
    static int truncate(sqlite3_file *file, sqlite3_int64 size)
    {
        if (const int code = trouble(file, Call::Truncate, SQLITE_IOERR_TRUNCATE); code != SQLITE_OK) {
            return code;
        }
        Node &mine = node(file);
        const auto to = static_cast<std::size_t>(size);
        if (to < mine.bytes.size()) {
            mine.touch(to, mine.bytes.size());
        }
        mine.bytes.resize(to, '\0');
        return SQLITE_OK;
    }
    static int sync(sqlite3_file *file, int)
    {
        if (const int code = trouble(file, Call::Sync, SQLITE_IOERR_FSYNC); code != SQLITE_OK) {
            node(file).failSync();
            return code;
        }
        ++of(file).disk->m_syncs;
        node(file).sync();
        return SQLITE_OK;
    }
    static int fileSize(sqlite3_file *file, sqlite3_int64 *size)
    {
        if (const int code = trouble(file, Call::Size, SQLITE_IOERR_FSTAT); code != SQLITE_OK) {
            return code;
        }
        *size = static_cast<sqlite3_int64>(node(file).bytes.size());
        return SQLITE_OK;
    }

    static int lock(sqlite3_file *file, int level)
    {
        File &mine = of(file);
        if (mine.lock >= level) {
            return SQLITE_OK;
        }
        if (const int code = trouble(file, Call::Lock, SQLITE_IOERR_LOCK); code != SQLITE_OK) {
            return code;
        }
        Node &held = node(file);
        const auto byOther = [&](const void *who) { return who != nullptr && who != file; };
        if (level == SQLITE_LOCK_SHARED) {
            if (byOther(held.pending) || byOther(held.exclusive)) {
                return SQLITE_BUSY;
            }
            ++held.shared;
        } else if (level == SQLITE_LOCK_RESERVED) {
            if (byOther(held.reserved)) {
                return SQLITE_BUSY;
            }
            held.reserved = file;
        } else { // EXCLUSIVE, by way of PENDING
            if (byOther(held.reserved) || byOther(held.pending) || byOther(held.exclusive)) {
                return SQLITE_BUSY;
            }
            held.pending = file;
            mine.lock = SQLITE_LOCK_PENDING;
            if (held.shared > 1) {
                return SQLITE_BUSY;
            }
            held.exclusive = file;
        }
        mine.lock = level;
        return SQLITE_OK;
    }
    static int unlock(sqlite3_file *file, int level)
    {
        File &mine = of(file);
        Node &held = node(file);
        const auto drop = [&](const void *&who) {
            if (who == file) {
                who = nullptr;
            }
        };
        if (mine.lock <= level) {
            return SQLITE_OK;
        }
        drop(held.reserved);
        drop(held.pending);
        drop(held.exclusive);
        if (level == SQLITE_LOCK_NONE && mine.lock >= SQLITE_LOCK_SHARED) {
            --held.shared;
        }
        mine.lock = level;
        return SQLITE_OK;
    }
    static int checkReservedLock(sqlite3_file *file, int *result)
    {
        *result = node(file).reserved != nullptr ? 1 : 0;
        return SQLITE_OK;
    }
    static int fileControl(sqlite3_file *, int, void *) { return SQLITE_NOTFOUND; }
    static int sectorSize(sqlite3_file *) { return 4096; }
    static int characteristics(sqlite3_file *)
    {
        return SQLITE_IOCAP_POWERSAFE_OVERWRITE;
    } // as SQLite's unix VFS

    static int shmMap(sqlite3_file *file, int region, int size, int extend, void volatile **address)
    {
        if (const int code = trouble(file, Call::SharedMemory, SQLITE_IOERR_SHMMAP); code != SQLITE_OK) {
            return code;
        }
        Node &mine = node(file);
        if (!mine.shm) {
            mine.shm = std::make_unique<Node::Shm>();
        }
        if (!of(file).usesShm) {
            of(file).usesShm = true;
            ++mine.shm->users;
        }
        const auto at = static_cast<std::size_t>(region);
        if (at >= mine.shm->regions.size() && extend == 0) {
            *address = nullptr;
            return SQLITE_OK;
        }
        while (mine.shm->regions.size() <= at) {
            mine.shm->regions.push_back(std::make_unique<std::uint8_t[]>(static_cast<std::size_t>(size)));
        }
        *address = mine.shm->regions[at].get();
        return SQLITE_OK;
    }
    static int shmLock(sqlite3_file *file, int offset, int n, int flags)
    {
        Node &mine = node(file);
        if (mine.dead || !mine.shm) {
            return SQLITE_IOERR_SHMLOCK;
        }
        Node::Shm &shm = *mine.shm;
        File &self = of(file);
        const bool release = (flags & SQLITE_SHM_UNLOCK) != 0;
        const bool exclusive = (flags & SQLITE_SHM_EXCLUSIVE) != 0;
        if (!release) {
            if (const auto code = self.disk->fault(Call::SharedMemory, *self.name)) {
                return *code;
            }
            for (int i = offset; i < offset + n; ++i) {
                const auto slot = static_cast<std::size_t>(i);
                const bool other = shm.exclusive[slot] != nullptr && shm.exclusive[slot] != file;
                const int own = (self.shmShared >> i & 1) != 0 ? 1 : 0;
                if (other || (exclusive && shm.shared[slot] > own)) {
                    return SQLITE_BUSY;
                }
            }
        }
        for (int i = offset; i < offset + n; ++i) {
            const auto slot = static_cast<std::size_t>(i);
            const auto bit = static_cast<std::uint16_t>(1U << static_cast<unsigned>(i));
            if (exclusive) {
                shm.exclusive[slot] = release ? nullptr : file;
                self.shmExclusive =
                    static_cast<std::uint16_t>(release ? self.shmExclusive & ~bit : self.shmExclusive | bit);
            } else if (release != ((self.shmShared & bit) == 0)) {
                shm.shared[slot] += release ? -1 : 1;
                self.shmShared =
                    static_cast<std::uint16_t>(release ? self.shmShared & ~bit : self.shmShared | bit);
            }
        }
        return SQLITE_OK;
    }
    static void shmBarrier(sqlite3_file *) {}
    static int shmUnmap(sqlite3_file *file, int)
    {
        File &self = of(file);
        Node &mine = node(file);
        if (!self.usesShm || !mine.shm) {
            return SQLITE_OK;
        }
        for (int i = 0; i < kShmLocks; ++i) {
            const auto slot = static_cast<std::size_t>(i);
            if ((self.shmExclusive >> i & 1) != 0) {
                mine.shm->exclusive[slot] = nullptr;
            }
            if ((self.shmShared >> i & 1) != 0) {
                --mine.shm->shared[slot];
            }
        }
        self.shmExclusive = 0;
        self.shmShared = 0;
        self.usesShm = false;
        if (--mine.shm->users == 0) {
            mine.shm.reset(); // as when the last process has gone: the index is built anew from the log
        }
        return SQLITE_OK;
    }

    static int open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *outFlags)
    {
        static const sqlite3_io_methods methods = {2,
                                                   close,
                                                   read,
                                                   write,
                                                   truncate,
                                                   sync,
                                                   fileSize,
                                                   lock,
                                                   unlock,
                                                   checkReservedLock,
                                                   fileControl,
                                                   sectorSize,
                                                   characteristics,
                                                   shmMap,
                                                   shmLock,
                                                   shmBarrier,
                                                   shmUnmap,
                                                   nullptr,
                                                   nullptr};
        file->pMethods = nullptr;
        MemoryDisk &disk = of(vfs);
        static int temporary = 0;
        const bool isTemporary = name == nullptr;
        const std::string path =
            isTemporary ? "/temporary/" + std::to_string(++temporary) : std::string(name);
        if (const auto code = disk.fault(Call::Open, path)) {
            return *code == SQLITE_OK ? SQLITE_CANTOPEN : *code;
        }
        auto found = disk.m_nodes.find(path);
        if (found == disk.m_nodes.end()) {
            if (!isTemporary && (flags & SQLITE_OPEN_CREATE) == 0) {
                return SQLITE_CANTOPEN;
            }
            found = disk.m_nodes.emplace(path, std::make_shared<Node>()).first;
        }
        File &mine = of(file);
        mine.disk = &disk;
        mine.node = new std::shared_ptr<Node>(found->second);
        mine.name = new std::string(path);
        mine.lock = SQLITE_LOCK_NONE;
        mine.deleteOnClose = isTemporary || (flags & SQLITE_OPEN_DELETEONCLOSE) != 0;
        mine.usesShm = false;
        mine.shmShared = 0;
        mine.shmExclusive = 0;
        file->pMethods = &methods;
        if (outFlags != nullptr) {
            *outFlags = flags;
        }
        return SQLITE_OK;
    }
    static int remove(sqlite3_vfs *vfs, const char *name, int)
    {
        MemoryDisk &disk = of(vfs);
        if (const auto code = disk.fault(Call::Delete, name)) {
            return *code;
        }
        return disk.m_nodes.erase(name) > 0 ? SQLITE_OK : SQLITE_IOERR_DELETE_NOENT;
    }
    static int access(sqlite3_vfs *vfs, const char *name, int flags, int *result)
    {
        if (const auto code = of(vfs).fault(Call::Access, name)) {
            return *code;
        }
        const auto found = of(vfs).m_nodes.find(name);
        const bool there = found != of(vfs).m_nodes.end() &&
                           (flags != SQLITE_ACCESS_EXISTS || !found->second->bytes.empty());
        *result = there ? 1 : 0;
        return SQLITE_OK;
    }
    static int fullPathname(sqlite3_vfs *, const char *name, int size, char *out)
    {
        const std::string path = pathOf(name);
        if (path.size() + 1 > static_cast<std::size_t>(size)) {
            return SQLITE_CANTOPEN;
        }
        std::memcpy(out, path.c_str(), path.size() + 1);
        return SQLITE_OK;
    }
};

MemoryDisk::MemoryDisk(std::string name) : m_name(std::move(name)), m_vfs(std::make_unique<Vfs>())
{
    sqlite3_initialize();
    sqlite3_vfs *system = sqlite3_vfs_find(nullptr);
    sqlite3_vfs &vfs = m_vfs->vfs;
    vfs = *system; // random numbers, sleeping and time are the system's
    vfs.pNext = nullptr;
    vfs.szOsFile = sizeof(Vfs::File);
    vfs.zName = m_name.c_str();
    vfs.pAppData = this;
    vfs.xOpen = Vfs::open;
    vfs.xDelete = Vfs::remove;
    vfs.xAccess = Vfs::access;
    vfs.xFullPathname = Vfs::fullPathname;
    sqlite3_vfs_register(&vfs, 0);
}

MemoryDisk::~MemoryDisk()
{
    sqlite3_vfs_unregister(&m_vfs->vfs);
}

std::optional<int> MemoryDisk::fault(Call call, const std::string &file)
{
    ++m_calls;
    return m_fault ? m_fault(call, file) : std::nullopt;
}

MemoryDisk::Image MemoryDisk::image(const std::filesystem::path &folder) const
{
    const std::string under = pathOf(folder);
    Image image;
    for (const auto &[path, node] : m_nodes) {
        if (isUnder(path, under)) {
            image.emplace(path.substr(under.size() + 1), node->bytes);
        }
    }
    return image;
}

void MemoryDisk::restore(const std::filesystem::path &folder, const Image &image)
{
    const std::string under = pathOf(folder);
    std::erase_if(m_nodes, [&](const auto &entry) { return isUnder(entry.first, under); });
    for (const auto &[name, bytes] : image) {
        auto node = std::make_shared<Node>();
        node->bytes = bytes;
        node->sync();
        m_nodes.emplace(under + "/" + name, std::move(node));
    }
}

bool MemoryDisk::exists(const std::filesystem::path &file) const
{
    return m_nodes.contains(pathOf(file));
}

void MemoryDisk::cutPower(const std::filesystem::path &folder, const Dice &reached)
{
    const std::string under = pathOf(folder);
    for (auto entry = m_nodes.begin(); entry != m_nodes.end();) {
        if (!isUnder(entry->first, under)) {
            ++entry;
            continue;
        }
        auto fresh = std::make_shared<Node>();
        std::swap(fresh->bytes, entry->second->bytes);
        std::swap(fresh->before, entry->second->before);
        std::swap(fresh->lost, entry->second->lost);
        fresh->sizeBefore = entry->second->sizeBefore;
        const bool named = entry->second->durable || reached();
        entry->second->dead = true;
        if (!named) {
            entry = m_nodes.erase(entry);
            continue;
        }
        fresh->settle(reached);
        entry->second = std::move(fresh);
        ++entry;
    }
}

void MemoryDisk::kill(const std::filesystem::path &folder)
{
    const std::string under = pathOf(folder);
    for (auto &[path, node] : m_nodes) {
        if (isUnder(path, under)) {
            auto fresh = std::make_shared<Node>();
            std::swap(fresh->bytes, node->bytes);
            std::swap(fresh->before, node->before);
            std::swap(fresh->lost, node->lost);
            fresh->sizeBefore = node->sizeBefore;
            fresh->durable = node->durable;
            node->dead = true;
            node = std::move(fresh);
        }
    }
}

void MemoryDisk::setCapacity(const std::filesystem::path &folder, std::uint64_t bytes)
{
    m_capacity[pathOf(folder)] = bytes;
}

void MemoryDisk::clearCapacity(const std::filesystem::path &folder)
{
    m_capacity.erase(pathOf(folder));
}

std::uint64_t MemoryDisk::used(const std::filesystem::path &folder) const
{
    const std::string under = pathOf(folder);
    std::uint64_t bytes = 0;
    for (const auto &[path, node] : m_nodes) {
        bytes += isUnder(path, under) ? node->bytes.size() : 0;
    }
    return bytes;
}

bool MemoryDisk::hasRoom(const std::string &file, std::uint64_t more) const
{
    return std::all_of(m_capacity.begin(), m_capacity.end(), [&](const auto &limit) {
        return !isUnder(file, limit.first) || used(limit.first) + more <= limit.second;
    });
}

} // namespace trivsel::test
