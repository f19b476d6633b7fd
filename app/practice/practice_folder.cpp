#include "app/practice/practice_folder.h"

#include "proto/journal/files.h"

#include <utility>

namespace trivsel::practice {

namespace fs = std::filesystem;

fs::path PracticeFolder::in(const fs::path &tabletData)
{
    return tabletData / "practice";
}

Status PracticeFolder::removeLeftOver(const fs::path &tabletData)
{
    std::error_code failed;
    fs::remove_all(in(tabletData), failed);
    return failed ? Status(tl::unexpected(journal::fileError(failed.value(), "the folder of a practice")))
                  : Status();
}

Result<PracticeFolder> PracticeFolder::make(const fs::path &tabletData)
{
    std::error_code failed;
    const fs::space_info room = fs::space(tabletData, failed);
    if (failed) {
        return tl::unexpected(journal::fileError(failed.value(), "the folder of a practice"));
    }
    return make(tabletData, room.available);
}

Result<PracticeFolder> PracticeFolder::make(const fs::path &tabletData, std::uintmax_t freeBytes)
{
    TRIVSEL_TRY(removeLeftOver(tabletData));
    if (freeBytes < kLeastFreeBytes) {
        return fail(Errc::StoreFull, "too little room for a practice");
    }
    PracticeFolder folder(tabletData);
    std::error_code failed;
    fs::create_directory(folder.path(), failed);
    if (!failed) {
        fs::permissions(folder.path(), fs::perms::owner_all, failed);
    }
    if (failed) {
        return tl::unexpected(journal::fileError(failed.value(), "the folder of a practice"));
    }
    return folder;
}

PracticeFolder::~PracticeFolder()
{
    if (!m_tabletData.empty()) {
        (void)removeLeftOver(m_tabletData); // the next start tries again
    }
}

PracticeFolder::PracticeFolder(PracticeFolder &&other) noexcept
    : m_tabletData(std::exchange(other.m_tabletData, {}))
{
}

} // namespace trivsel::practice
