// A journal's file with other bytes in it, as a failing disk or a stranger's hand leaves it: opened, read and
// written to without a crash. What it says then can't be judged; the seals around each change do that.
#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/scratch_dir.h"
#include "tests/support/changes.h"
#include "tests/support/must.h"
#include "tests/support/quick_journal.h"

#include <fstream>
#include <sstream>

using namespace trivsel;
using namespace trivsel::test;
namespace fs = std::filesystem;

namespace {

std::string makeTemplate(const fs::path &file)
{
    {
        auto journal = openQuickly(file);
        auto transaction = must(journal::Transaction::begin(journal->database()));
        const auto changes = run(stream(), 1, 1, 12);
        must(journal->append(changes));
        must(journal->append(seal::goneOf(change(stream(2), 5, 1))));
        must(journal->keepProof(
            seal::prove(filled<DeviceId>(1), filled<seal::SignSecret>(2), Hash256{}, changes)));
        must(journal->quarantine(filled<DeviceId>(1), change(stream(), 9, 1), wire::v1::NO_GRANT, 5));
        must(journal->setMeta("epoch", "12345678"));
        must(transaction.commit());
    }
    std::ostringstream bytes;
    bytes << std::ifstream(file, std::ios::binary).rdbuf();
    return bytes.str();
}

/** Place (two bytes of 16 each), length, bytes; until the input is used up. */
std::string patched(std::string file, fuzz::Input &input)
{
    while (!input.isEmpty()) {
        const std::size_t low = input.number();
        const std::size_t at = (low | static_cast<std::size_t>(input.number()) << 8U) * 4 % file.size();
        const std::string_view bytes = input.take(std::size_t{1} + input.number() % 16);
        file.replace(at, std::min(bytes.size(), file.size() - at), bytes.substr(0, file.size() - at));
    }
    return file;
}

void readAll(journal::Journal &journal)
{
    static_cast<void>(journal.end());
    static_cast<void>(journal.positionAt(3));
    static_cast<void>(journal.count());
    static_cast<void>(journal.goneCount());
    static_cast<void>(journal.quarantined());
    static_cast<void>(journal.heldFor(filled<DeviceId>(1)));
    static_cast<void>(journal.meta("epoch"));
    static_cast<void>(journal.readLog(0, [](journal::StoredChange &&) { return true; }));
    const auto streams = journal.streams();
    if (!streams) {
        return;
    }
    for (const StreamId &one : *streams) {
        static_cast<void>(journal.readStream(one, 0, [](journal::StoredChange &&) { return true; }));
        static_cast<void>(journal.setHash(one));
        static_cast<void>(journal.lamport(one));
        const auto ranges = journal.ranges(one);
        for (const journal::Range &range : ranges.value_or(std::vector<journal::Range>())) {
            static_cast<void>(journal.tip(one, range.inc));
            static_cast<void>(journal.headAt(one, {range.inc, range.first}));
            static_cast<void>(journal.readRange(one, range, 512, 65536));
            static_cast<void>(journal.rangesUpto(one, range, 10));
            static_cast<void>(journal.proofsFor(one, range));
        }
    }
}

void write(journal::Journal &journal)
{
    auto transaction = journal::Transaction::begin(journal.database());
    if (transaction && journal.append(run(stream(), 1, 10, 14)) &&
        journal.replace(change(stream(), 1, 2, "ny"))) {
        static_cast<void>(transaction->commit());
    }
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const fuzz::ScratchDir scratch;
    static const std::string whole = [] {
        must(seal::initialise());
        return makeTemplate(scratch.path() / "template.db");
    }();
    const fs::path file = scratch.path() / "journal.db";
    for (const char *end : {"", "-wal", "-shm"}) {
        fs::remove(fs::path(file.string() + end));
    }
    fuzz::Input input(fuzz::viewOf(data, size));
    std::ofstream(file, std::ios::binary) << patched(whole, input);
    journal::OpenOptions options;
    auto journal = journal::Journal::open(file, options);
    if (!journal) {
        fuzz::mustHold(journal.error().code() != Errc::Internal, "a refusal says why");
        return 0;
    }
    readAll(*journal);
    write(*journal);
    return 0;
}
