#include "tests/support/quick_journal.h"

#include "tests/support/must.h"

#include <fstream>
#include <sstream>

namespace trivsel::test {

namespace {

/** The bytes of an empty journal: made once, because making one waits for the disk a dozen times. */
const std::string &emptyJournal(const std::filesystem::path &dir)
{
    static const std::string bytes = [&dir] {
        const auto file = dir / "empty-journal";
        static_cast<void>(must(journal::Journal::open(file, {.create = true})));
        std::ostringstream out;
        out << std::ifstream(file, std::ios::binary).rdbuf();
        std::filesystem::remove(file);
        return out.str();
    }();
    return bytes;
}

} // namespace

std::unique_ptr<journal::Journal> openQuickly(const std::filesystem::path &file)
{
    if (!std::filesystem::exists(file)) {
        std::ofstream(file, std::ios::binary) << emptyJournal(file.parent_path());
    }
    auto out = std::make_unique<journal::Journal>(must(journal::Journal::open(file, {})));
    must(out->database().execute("PRAGMA synchronous=OFF"));
    return out;
}

} // namespace trivsel::test
