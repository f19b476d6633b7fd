#include "sync-server/byte_search.h"

#include "proto/journal/stream_file.h"

#include <cstring>
#include <unordered_set>

namespace trivsel::server {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kPieceBytes = 16;
constexpr std::size_t kEvery = 64;
constexpr std::size_t kBlockBytes = 1UL << 20U;
constexpr unsigned kFilterBits = 24;

/** The pieces, and a quick look first: nearly every place of a file is none of them. */
class Pieces
{
public:
    explicit Pieces(const std::vector<std::string> &wanted) : m_filter(std::size_t{1} << kFilterBits)
    {
        for (const std::string &value : wanted) {
            for (std::size_t at = 0; at + kPieceBytes <= value.size(); at += kEvery) {
                m_pieces.insert(value.substr(at, kPieceBytes));
                m_filter[placeOf(value.data() + at)] = true;
            }
        }
    }
    [[nodiscard]] bool has(const char *at) const
    {
        return m_filter[placeOf(at)] && m_pieces.contains(std::string(at, kPieceBytes));
    }

private:
    static std::size_t placeOf(const char *at)
    {
        std::uint32_t bits = 0;
        std::memcpy(&bits, at, sizeof bits);
        return bits >> (32U - kFilterBits);
    }
    std::unordered_set<std::string> m_pieces;
    std::vector<bool> m_filter;
};

Status searchFile(const fs::path &file, const Pieces &pieces, Search &search)
{
    auto reader = journal::FileReader::open(file);
    if (!reader) {
        // A write-ahead log may go away while we look.
        return reader.error().code() == Errc::StoreMissing ? Status() : tl::unexpected(reader.error());
    }
    Found found{file, 0};
    std::string window;
    for (;;) {
        const auto block = reader->read(kBlockBytes);
        if (!block) {
            return tl::unexpected(block.error());
        }
        if (block->empty()) {
            break;
        }
        search.bytes += block->size();
        window += *block;
        for (std::size_t at = 0; at + kPieceBytes <= window.size(); ++at) {
            found.pieces += pieces.has(window.data() + at) ? 1 : 0;
        }
        window.erase(0, window.size() - std::min(window.size(), kPieceBytes - 1));
    }
    ++search.files;
    if (found.pieces > 0) {
        search.found.push_back(std::move(found));
    }
    return {};
}

} // namespace

Result<Search> searchFiles(const fs::path &dir, const std::vector<std::string> &wanted)
{
    const Pieces pieces(wanted);
    Search search;
    std::error_code failed;
    for (fs::recursive_directory_iterator at(dir, failed), end; !failed && at != end; at.increment(failed)) {
        if (at->is_regular_file(failed)) {
            TRIVSEL_TRY(searchFile(at->path(), pieces, search));
        }
    }
    return failed ? Result<Search>(fail(Errc::StoreFailed, dir.string())) : search;
}

} // namespace trivsel::server
