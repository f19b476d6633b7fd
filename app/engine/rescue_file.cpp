#include "app/engine/rescue_file.h"

#include "proto/archive/rescue.h"
#include "proto/journal/files.h"

namespace trivsel::engine {

Result<std::size_t> RescueFile::write(const std::filesystem::path &file)
{
    auto kept = m.store->journal().quarantined();
    if (!kept) {
        return tl::unexpected(kept.error());
    }
    if (kept->empty()) {
        return fail(Errc::NotFound, "nothing is kept aside");
    }
    std::error_code ignored;
    if (std::filesystem::exists(std::filesystem::symlink_status(file, ignored))) {
        return fail(Errc::StoreExists, "the rescue file");
    }
    const auto home = m.home.homeStream();
    const std::uint32_t version = home ? m.store->keys().newest(*home) : 0;
    const auto key = home ? m.store->keys().key(*home, version) : std::nullopt;
    if (!key) {
        return fail(Errc::KeyMissing, "the home's key");
    }
    archive::Rescue rescue;
    rescue.home = m.identity.home;
    rescue.device = m.identity.device;
    rescue.madeMs = m.config.clock();
    for (journal::Quarantined &one : *kept) {
        rescue.changes.push_back({one.device, std::move(one.change), one.reason, one.receivedMs});
    }
    const auto bytes = archive::writeRescue(rescue, m.identity.sign, *key, version, m.config.random);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    TRIVSEL_TRY(journal::writeFileAtomically(file, *bytes, 0600));
    return rescue.changes.size();
}

} // namespace trivsel::engine
